//! `FastLanes`: the bytes that the first two lanes may look at, and why they are closed.
#![expect(clippy::inline_always, reason = "used for every tag and text: a call costs as much as the work")]

use super::lookahead::Lookahead;

/// How a value is written that the cursor stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ValueForm {
    /// `<value>…</value>`. The cursor stands just after the start tag.
    Common,
    /// `<value/>`. The cursor stands just after it.
    Empty,
    /// A type without a `<value>` around it, such as `<int>7</int>`. The cursor stands before the type, and
    /// there is no end tag of the value.
    Bare,
}

/// The bytes that the first two lanes may look at: the whole document, or none of it.
///
/// The first two lanes compare the text at the cursor with markup that a plain document has there. In some
/// places such a comparison could succeed although the text means something else. There the lanes are closed,
/// and the third lane reads alone.
#[derive(Debug)]
pub(super) struct FastLanes<'t> {
    /// The whole document while the lanes are open, nothing while they are closed. One bounds check then
    /// answers two questions: whether the lanes are open, and whether enough bytes are left.
    bytes: &'t [u8],
    document: &'t [u8],
    /// `false` closes the lanes in the whole document: [`Options::fast_lanes`](crate::Options::fast_lanes).
    enabled: bool,
    /// How the value is written that the cursor stands at and that has not been read. The lanes are closed at
    /// any but the common form, because a comparison takes what follows for the content of a `<value>`, and
    /// for its end.
    value_form: ValueForm,
    /// The prefixes of the open elements, from the outermost that has one. An element without a prefix inside
    /// such an element is `""`. The lanes are closed while there are any, because each end tag must have the
    /// prefix of its start tag, and a comparison does not look at start tags.
    open_prefixes: Vec<&'t str>,
    /// `true` from the first error of the document on. Only the third lane knows to give it again.
    broken: bool,
}

impl<'t> FastLanes<'t> {
    pub(super) fn new(document: &'t str, enabled: bool) -> Self {
        let document = document.as_bytes();
        let mut lanes = Self {
            bytes: &[],
            document,
            enabled,
            value_form: ValueForm::Common,
            open_prefixes: Vec::new(),
            broken: false,
        };
        lanes.update();
        lanes
    }

    /// Opens or closes the lanes. Whatever changes one of the reasons calls this.
    fn update(&mut self) {
        let open = self.enabled
            && self.value_form == ValueForm::Common
            && self.open_prefixes.is_empty()
            && !self.broken;
        self.bytes = if open { self.document } else { &[] };
    }

    /// Returns whether the lanes are open.
    pub(super) fn are_open(&self) -> bool {
        !self.bytes.is_empty()
    }

    /// Returns whether the lanes are ever open in this document.
    #[inline(always)]
    pub(super) fn are_enabled(&self) -> bool {
        self.enabled
    }

    /// Returns the text from `pos` on, if the lanes are open.
    #[inline(always)]
    pub(super) fn lookahead(&self, pos: usize) -> Option<Lookahead<'t>> {
        self.bytes.get(pos..).map(Lookahead)
    }

    /// Returns the offset at which `bytes_left` bytes of the document are left. Called only after a
    /// successful [`lookahead`](Self::lookahead), so the lanes are open.
    #[inline(always)]
    pub(super) fn position(&self, bytes_left: usize) -> usize {
        self.bytes.len() - bytes_left
    }

    pub(super) fn value_form(&self) -> ValueForm {
        self.value_form
    }

    pub(super) fn set_value_form(&mut self, form: ValueForm) {
        self.value_form = form;
        self.update();
    }

    pub(super) fn prefix_count(&self) -> usize {
        self.open_prefixes.len()
    }

    /// Notes the prefix of a start tag, which is `""` for most.
    pub(super) fn open_element(&mut self, prefix: &'t str) {
        if !prefix.is_empty() || !self.open_prefixes.is_empty() {
            self.open_prefixes.push(prefix);
            self.update();
        }
    }

    /// Forgets the innermost open element. Returns whether `prefix`, that of the end tag, was also that of
    /// the start tag.
    pub(super) fn close_element(&mut self, prefix: &str) -> bool {
        let opened = self.open_prefixes.pop().unwrap_or_default();
        self.update();
        opened == prefix
    }

    /// Closes the lanes for good.
    pub(super) fn set_broken(&mut self) {
        self.broken = true;
        self.update();
    }

    /// Goes back to the state of a [`Checkpoint`](super::cursor::Checkpoint).
    pub(super) fn return_to(&mut self, prefix_count: usize, value_form: ValueForm) {
        self.open_prefixes.truncate(prefix_count);
        self.value_form = value_form;
        self.update();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_alone_closes_the_lanes() {
        let mut lanes = FastLanes::new("<value/>", true);
        assert!(lanes.are_open() && lanes.lookahead(3).is_some_and(|ahead| ahead.len() == 5));
        for form in [ValueForm::Empty, ValueForm::Bare] {
            lanes.set_value_form(form);
            assert!(!lanes.are_open() && lanes.lookahead(3).is_none());
            lanes.set_value_form(ValueForm::Common);
            assert!(lanes.are_open());
        }
        lanes.open_element("");
        assert!(lanes.are_open());
        lanes.open_element("ex");
        lanes.open_element("");
        assert!(!lanes.are_open());
        assert!(lanes.close_element("") && !lanes.are_open());
        assert!(lanes.close_element("ex") && lanes.are_open());
        assert!(lanes.close_element("") && !lanes.close_element("ex"));
        assert!(!FastLanes::new("<value/>", false).are_open());
        lanes.set_broken();
        lanes.return_to(0, ValueForm::Common);
        assert!(!lanes.are_open());
    }
}
