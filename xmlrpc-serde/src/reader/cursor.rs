//! `Reader`: the text, the position in it, and how deep it is.
// What is compared for every tag has to be laid into its caller: a call costs as much as the work.
#![allow(clippy::inline_always)]

use super::{fast_lanes::FastLanes, lookahead::Lookahead};
use crate::{Error, ErrorKind, Options, Result};

/// A cursor over the text of a document, which outlives values (`'de`) if the document can lend.
#[derive(Debug)]
pub(crate) struct Reader<'t, 'de> {
    pub(super) text: &'t str,
    /// The same text, where it lives long enough for values to borrow from it.
    pub(super) borrowable: Option<&'de str>,
    pub(super) pos: usize,
    /// Text that does not stand in the document as it is.
    pub(super) scratch: String,
    pub(super) fast: FastLanes<'t>,
    /// What stood between the value of a member and the name of the next in an indented document: mostly, the same
    /// stands between the next two.
    pub(super) between_members: &'t [u8],
    /// How many members the last struct had.
    pub(super) last_struct_len: usize,
    /// How many more arrays and structs may be opened.
    depth: usize,
    pub(super) allow_control_characters: bool,
}

/// A part of the document, by bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ByteRange {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// A place to come back to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Checkpoint {
    pos: usize,
    prefix_count: usize,
    after_empty_value: bool,
    depth: usize,
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
    /// A cursor at `pos`. The text was checked by [`Document`](super::Document).
    pub(crate) fn new(text: &'t str, borrowable: Option<&'de str>, pos: usize, options: Options) -> Self {
        debug_assert!(borrowable.is_none_or(|borrowable| borrowable.len() == text.len()));
        Self {
            text,
            borrowable,
            pos,
            scratch: String::new(),
            fast: FastLanes::new(text, options.uses_fast_lanes()),
            between_members: &[],
            last_struct_len: 0,
            depth: options.depth_limit(),
            allow_control_characters: options.reads_control_characters(),
        }
    }

    /// Where the cursor stands.
    #[inline]
    pub(crate) fn position(&self) -> usize {
        self.pos
    }

    /// Whether an element that is open, or one around it, has a prefix.
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
            after_empty_value: self.fast.after_empty_value(),
            depth: self.depth,
        }
    }

    /// Back to a place, since which no element was left that had been entered before it.
    pub(crate) fn return_to(&mut self, checkpoint: Checkpoint) {
        self.pos = checkpoint.pos;
        self.depth = checkpoint.depth;
        self.fast.return_to(checkpoint.prefix_count, checkpoint.after_empty_value);
    }

    /// One array or struct further in.
    pub(super) fn descend(&mut self) -> Result<()> {
        match self.depth.checked_sub(1) {
            Some(depth) => {
                self.depth = depth;
                Ok(())
            }
            None => Err(too_deep(self.pos)),
        }
    }

    pub(super) fn ascend(&mut self) {
        self.depth += 1;
    }

    /// What stands before the cursor, if the lanes are open.
    #[inline(always)]
    pub(super) fn lookahead(&self) -> Option<Lookahead<'t>> {
        self.fast.lookahead(self.pos)
    }

    /// Goes to where less is ahead.
    #[inline(always)]
    pub(super) fn advance_to(&mut self, ahead: Lookahead<'t>) {
        self.pos = self.fast.position(ahead.len());
    }

    /// The part of the document from where `before` bytes were ahead to where `after` are.
    #[inline(always)]
    pub(super) fn range(&self, before: usize, after: usize) -> ByteRange {
        ByteRange { start: self.fast.position(before), end: self.fast.position(after) }
    }

    /// Passes over `expected` and the white space before it, if it is there and the lanes are open.
    #[inline]
    pub(super) fn eat_tag<const N: usize>(&mut self, expected: &[u8; N]) -> bool {
        let Some(mut ahead) = self.lookahead() else { return false };
        let there = ahead.eat_after_newline(expected) || ahead.eat_spaced(expected);
        if there {
            self.advance_to(ahead);
        }
        there
    }
}
