//! `Reader`: the text of a document, the position in it, and how deep it is.
#![expect(clippy::inline_always, reason = "used for every tag: a call costs as much as the work")]

use super::{
    fast_lanes::{FastLanes, ValueForm},
    lookahead::Lookahead,
};
use crate::{Error, ErrorKind, Options, Result};

/// A cursor over the text of a document.
///
/// Values can borrow from the document for `'de` if its text lives as long as that. A document that had to be
/// converted to UTF-8 lives only for `'t`.
#[derive(Debug)]
pub(crate) struct Reader<'t, 'de> {
    pub(super) text: &'t str,
    /// The same text, if values can borrow from it.
    pub(super) borrowable: Option<&'de str>,
    pub(super) pos: usize,
    /// Text that does not stand in the document as it is.
    pub(super) scratch: String,
    pub(super) fast: FastLanes<'t>,
    /// What stood between the value of one member and the name of the next, where the document is indented.
    /// Between the next two there is usually the same.
    pub(super) between_members: &'t [u8],
    /// How many more arrays and structs may be opened inside the current one.
    depth: usize,
    /// The open arrays and structs that end in another way than most, from the outermost on.
    uncommon: Vec<Uncommon>,
    /// `depth` inside the innermost of them, or [`usize::MAX`]: one comparison tells whether the current
    /// array or struct is one of them.
    uncommon_depth: usize,
    pub(super) allow_control_characters: bool,
    /// Whether an empty number, boolean or dateTime is a nil.
    read_empty_as_nil: bool,
    /// The first error of the document, which every further read gives again.
    broken: Option<Error>,
}

/// An open array or struct that ends in another way than with `</data></array></value>` or
/// `</struct></value>`.
#[derive(Clone, Copy, Debug)]
struct Uncommon {
    /// [`Reader::depth`] inside it.
    depth: usize,
    /// Whether no `<value>` stands around it.
    bare: bool,
    /// Whether no `<data>` stands around its elements, if it is an array.
    without_data: bool,
}

/// A part of the document, in bytes from its start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ByteRange {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// A place in the document to return to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Checkpoint {
    pos: usize,
    prefix_count: usize,
    value_form: ValueForm,
    depth: usize,
    uncommon_count: usize,
}

#[cold]
fn too_deep(offset: usize) -> Error {
    Error::new(
        ErrorKind::Limit,
        "arrays and structs are nested deeper than the limit (raise it with `Options::max_depth`)",
    )
    .at(offset)
}

impl<'t, 'de> Reader<'t, 'de> {
    /// Creates a reader at `pos` of a text that [`Document`](super::Document) has checked against the limits.
    pub(crate) fn new(text: &'t str, borrowable: Option<&'de str>, pos: usize, options: Options) -> Self {
        debug_assert!(borrowable.is_none_or(|borrowable| borrowable.len() == text.len()));
        Self {
            text,
            borrowable,
            pos,
            scratch: String::new(),
            fast: FastLanes::new(text, options.uses_fast_lanes()),
            between_members: &[],
            depth: options.depth_limit(),
            uncommon: Vec::new(),
            uncommon_depth: usize::MAX,
            allow_control_characters: options.reads_control_characters(),
            read_empty_as_nil: options.reads_empty_as_nil(),
            broken: None,
        }
    }

    /// Returns the offset at which the cursor stands.
    #[inline]
    pub(crate) fn position(&self) -> usize {
        self.pos
    }

    /// Returns whether an open element has a prefix.
    pub(crate) fn has_prefixes(&self) -> bool {
        self.fast.prefix_count() > 0
    }

    #[inline]
    pub(super) fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes()
    }

    pub(crate) fn checkpoint(&self) -> Checkpoint {
        Checkpoint {
            pos: self.pos,
            prefix_count: self.fast.prefix_count(),
            value_form: self.fast.value_form(),
            depth: self.depth,
            uncommon_count: self.uncommon.len(),
        }
    }

    /// Returns to a checkpoint. Every element that was open there must still be open: an end tag that has
    /// been read cannot be taken back.
    pub(crate) fn return_to(&mut self, checkpoint: Checkpoint) {
        self.pos = checkpoint.pos;
        self.depth = checkpoint.depth;
        self.fast.return_to(checkpoint.prefix_count, checkpoint.value_form);
        if self.uncommon.len() > checkpoint.uncommon_count {
            self.uncommon.truncate(checkpoint.uncommon_count);
            self.update_uncommon_depth();
        }
    }

    /// Remembers that the document is broken, and returns the error.
    ///
    /// A type may ignore the errors of its parts. A broken document must be refused all the same, so every
    /// further read fails with this error again.
    #[cold]
    #[inline(never)]
    pub(crate) fn broken(&mut self, error: Error) -> Error {
        self.fast.set_broken();
        self.broken.get_or_insert_with(|| error.repeat());
        error
    }

    /// Fails if an earlier read found the document broken. The third lane begins with this check; the other
    /// two are closed then.
    #[inline]
    pub(super) fn check_unbroken(&self) -> Result<()> {
        match &self.broken {
            None => Ok(()),
            Some(error) => Err(error.repeat()),
        }
    }

    /// Returns whether an empty number, boolean or dateTime is a nil.
    pub(crate) fn reads_empty_as_nil(&self) -> bool {
        self.read_empty_as_nil
    }

    /// Counts an array or struct that is opened.
    pub(super) fn descend(&mut self) -> Result<()> {
        match self.depth.checked_sub(1) {
            Some(depth) => {
                self.depth = depth;
                Ok(())
            }
            None => Err(self.broken(too_deep(self.pos))),
        }
    }

    /// Notes how an array or struct ends that was just opened.
    pub(super) fn opened(&mut self, bare: bool, without_data: bool) {
        if bare || without_data {
            self.uncommon.push(Uncommon { depth: self.depth, bare, without_data });
            self.update_uncommon_depth();
        }
    }

    /// Returns whether the current array or struct ends with `</value>`, and an array with `</data>`. Only
    /// then may the first lane compare its end.
    #[inline(always)]
    pub(super) fn ends_commonly(&self) -> bool {
        self.depth != self.uncommon_depth
    }

    /// Returns whether the elements of the current array stand in a `<data>`.
    pub(super) fn has_data(&self) -> bool {
        self.current_uncommon().is_none_or(|uncommon| !uncommon.without_data)
    }

    /// Returns whether no `<value>` stands around the current array or struct.
    pub(super) fn is_bare(&self) -> bool {
        self.current_uncommon().is_some_and(|uncommon| uncommon.bare)
    }

    fn current_uncommon(&self) -> Option<&Uncommon> {
        self.uncommon.last().filter(|uncommon| uncommon.depth == self.depth)
    }

    fn update_uncommon_depth(&mut self) {
        self.uncommon_depth = self.uncommon.last().map_or(usize::MAX, |uncommon| uncommon.depth);
    }

    /// Counts an array or struct that has been left.
    #[inline]
    pub(super) fn ascend(&mut self) {
        if !self.ends_commonly() {
            self.uncommon.pop();
            self.update_uncommon_depth();
        }
        self.depth += 1;
    }

    /// Returns the text from the cursor on, if the fast lanes are open.
    #[inline(always)]
    pub(super) fn lookahead(&self) -> Option<Lookahead<'t>> {
        self.fast.lookahead(self.pos)
    }

    /// Moves the cursor to where `ahead` begins.
    #[inline(always)]
    pub(super) fn advance_to(&mut self, ahead: Lookahead<'t>) {
        self.pos = self.fast.position(ahead.len());
    }

    /// Returns the part of the document between two places that are given by how many bytes were left there:
    /// the end of the document is the one place that a [`Lookahead`] knows.
    ///
    /// ```text
    /// <value><string>abc</string></value>
    ///                ~~~                   the range
    ///                ├───── 20 left ─────┤
    ///                   ├─── 17 left ────┤
    /// ```
    #[inline(always)]
    pub(super) fn range(&self, left_at_start: usize, left_at_end: usize) -> ByteRange {
        ByteRange { start: self.fast.position(left_at_start), end: self.fast.position(left_at_end) }
    }

    /// Passes over `expected` and the white space before it, if it stands there and the lanes are open.
    #[inline]
    pub(super) fn eat_tag<const N: usize>(&mut self, expected: &[u8; N]) -> bool {
        let Some(mut ahead) = self.lookahead() else { return false };
        let found = ahead.eat_after_newline(expected) || ahead.eat_spaced(expected);
        if found {
            self.advance_to(ahead);
        }
        found
    }
}
