//! `FastLanes`: the bytes that the first two lanes may look at, and why they are closed.
// It is asked for every tag and text: a call would cost as much as the work.
#![allow(clippy::inline_always)]

use super::lookahead::Lookahead;

/// The bytes that the first two lanes may look at: the whole document, or none of it.
///
/// The two lanes compare markup with sequences that a plain document holds in these places. While a comparison could
/// be right by accident, they are closed, and the third lane reads.
#[derive(Debug)]
pub(super) struct FastLanes<'t> {
    /// The whole document while the lanes are open, nothing while they are closed: one bounds check answers both
    /// questions.
    bytes: &'t [u8],
    document: &'t [u8],
    /// Closed for the whole document by `Options::fast_lanes(false)`,
    enabled: bool,
    /// between `<value/>` and what follows it, where a comparison would read the next value as this one,
    after_empty_value: bool,
    /// and inside elements with a prefix, whose end tags must match their start tags. These are the prefixes of
    /// the open elements, from the outermost that has one; an element inside it without one counts as `""`.
    open_prefixes: Vec<&'t str>,
}

impl<'t> FastLanes<'t> {
    pub(super) fn new(document: &'t str, enabled: bool) -> Self {
        let document = document.as_bytes();
        let mut lanes =
            Self { bytes: &[], document, enabled, after_empty_value: false, open_prefixes: Vec::new() };
        lanes.update();
        lanes
    }

    /// Opens or closes the lanes, by the three reasons.
    fn update(&mut self) {
        let open = self.enabled && !self.after_empty_value && self.open_prefixes.is_empty();
        self.bytes = if open { self.document } else { &[] };
    }

    /// Whether the lanes are open at `pos`, inside the document.
    pub(super) fn are_open(&self) -> bool {
        !self.bytes.is_empty()
    }

    /// Whether they may be open anywhere in the document.
    #[inline(always)]
    pub(super) fn are_enabled(&self) -> bool {
        self.enabled
    }

    /// What stands at `pos` and behind it, if the lanes are open.
    #[inline(always)]
    pub(super) fn lookahead(&self, pos: usize) -> Option<Lookahead<'t>> {
        self.bytes.get(pos..).map(Lookahead)
    }

    /// Where in the document `bytes_left` bytes of it are left. The lanes are open: somebody looked ahead.
    #[inline(always)]
    pub(super) fn position(&self, bytes_left: usize) -> usize {
        self.bytes.len() - bytes_left
    }

    /// Whether the cursor stands just after `<value/>`, which nothing has read yet.
    pub(super) fn after_empty_value(&self) -> bool {
        self.after_empty_value
    }

    pub(super) fn set_after_empty_value(&mut self, yes: bool) {
        self.after_empty_value = yes;
        self.update();
    }

    /// How many open elements count, which those are from the outermost with a prefix on.
    pub(super) fn prefix_count(&self) -> usize {
        self.open_prefixes.len()
    }

    /// Goes into an element.
    pub(super) fn open_element(&mut self, prefix: &'t str) {
        if !prefix.is_empty() || !self.open_prefixes.is_empty() {
            self.open_prefixes.push(prefix);
            self.update();
        }
    }

    /// Leaves the innermost element; gives whether its start tag had the prefix of this end tag.
    pub(super) fn close_element(&mut self, prefix: &str) -> bool {
        let opened = self.open_prefixes.pop().unwrap_or_default();
        self.update();
        opened == prefix
    }

    /// Returns to a place of the document, where these elements were open and this value was entered.
    pub(super) fn return_to(&mut self, prefix_count: usize, after_empty_value: bool) {
        self.open_prefixes.truncate(prefix_count);
        self.after_empty_value = after_empty_value;
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
        lanes.set_after_empty_value(true);
        assert!(!lanes.are_open() && lanes.lookahead(3).is_none());
        lanes.set_after_empty_value(false);
        assert!(lanes.are_open());
        lanes.open_element("");
        assert!(lanes.are_open());
        lanes.open_element("ex");
        lanes.open_element("");
        assert!(!lanes.are_open());
        assert!(lanes.close_element("") && !lanes.are_open());
        assert!(lanes.close_element("ex") && lanes.are_open());
        assert!(lanes.close_element("") && !lanes.close_element("ex"));
        assert!(!FastLanes::new("<value/>", false).are_open());
    }
}
