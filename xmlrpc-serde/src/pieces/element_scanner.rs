//! `ElementScanner`: where the XML element ends that a row is.
use crate::xml::construct_end::{ConstructEnd, ConstructKind, Found};
use memchr::memchr;
use wide::u8x16;

/// Finds the end of the XML element that begins at some place of a text, in pieces that may end anywhere.
///
/// It counts start tags and end tags, and nothing else: the reader checks the element when it reads it. It
/// has two lanes, as the reader has:
///
/// * The slow lane goes from one construct to the next, and knows all of them.
/// * The fast lane looks at sixteen bytes at a time, and at the byte behind each. A `<` before a `/` begins
///   an end tag, and any other a start tag. Before anything else that a `<` may begin, and before a `/>`, it
///   hands over to the slow lane:
///
///   ```text
///   block   > s i z e < / n a m e > < v a l
///   next    s i z e < / n a m e > < v a l u
///   tags              E             S           one end tag, one start tag: as deep as before
///   ```
#[derive(Debug, Default)]
pub(super) struct ElementScanner {
    /// Up to where the element was searched, from its start: to a text, or to the construct that is searched.
    at: usize,
    /// How many XML elements are open there.
    depth: usize,
    /// The search for the end of the construct at `at`.
    construct: Option<ConstructEnd>,
}

/// What is known of the end of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ElementEnd {
    /// The length of the element.
    At(usize),
    /// The text ends before the element.
    MoreNeeded,
    /// At this offset stands a construct that is never read.
    Refused(usize),
}

impl ElementScanner {
    /// Finds the end of the element that begins with the start tag at the first of `bytes`. While it is not
    /// found, the next call gets the same bytes and those that came since.
    pub(super) fn find(&mut self, bytes: &[u8], fast_lanes: bool) -> ElementEnd {
        loop {
            if fast_lanes
                && self.construct.is_none()
                && let Some(length) = self.find_fast(bytes)
            {
                return ElementEnd::At(length);
            }
            if self.construct.is_none() {
                let Some(tag) = memchr(b'<', &bytes[self.at..]) else {
                    self.at = bytes.len();
                    return ElementEnd::MoreNeeded;
                };
                self.at += tag;
            }
            match self.construct.get_or_insert_default().find(&bytes[self.at..]) {
                Found::MoreNeeded => return ElementEnd::MoreNeeded,
                Found::Refused => return ElementEnd::Refused(self.at),
                Found::End(kind, length) => {
                    self.at += length;
                    self.construct = None;
                    match kind {
                        ConstructKind::Start { empty: false } => self.depth += 1,
                        ConstructKind::End => self.depth = self.depth.saturating_sub(1),
                        ConstructKind::Start { empty: true } => {}
                        ConstructKind::Comment | ConstructKind::CData | ConstructKind::Instruction => {
                            continue;
                        }
                    }
                    if self.depth == 0 {
                        return ElementEnd::At(self.at);
                    }
                }
            }
        }
    }

    /// Looks for the end in the fast lane. Unless it is found, `at` stands at the last tag that was counted,
    /// which the slow lane counts again.
    fn find_fast(&mut self, bytes: &[u8]) -> Option<usize> {
        let (mut at, mut depth) = (self.at, self.depth);
        // The last tag that was counted, and how deep it was before it.
        let mut last = None;
        while let Some(window) = bytes.get(at..).and_then(<[u8]>::first_chunk::<17>) {
            let (Some(block), Some(next)) = (window.first_chunk(), window.last_chunk()) else { break };
            let (tags, ends) = match tags(*block, *next) {
                Some((0, _)) => {
                    at += 16;
                    continue;
                }
                Some(found) => found,
                None => break,
            };
            let end_count = ends.count_ones() as usize;
            if end_count >= depth {
                // The element may end in this block.
                let mut left = tags;
                while left != 0 {
                    let bit = left.trailing_zeros();
                    let place = at + bit as usize;
                    last = Some((place, depth));
                    if ends & (1 << bit) == 0 {
                        depth += 1;
                    } else if depth > 1 {
                        depth -= 1;
                    } else if let Some(end) = memchr(b'>', &bytes[place..]) {
                        return Some(place + end + 1);
                    } else {
                        (self.at, self.depth) = (place, depth);
                        return None;
                    }
                    left &= left - 1;
                }
            } else {
                depth = depth + tags.count_ones() as usize - 2 * end_count;
                let bit = tags.ilog2();
                let before = if ends & (1 << bit) == 0 { depth - 1 } else { depth + 1 };
                last = Some((at + bit as usize, before));
            }
            at += 16;
        }
        (self.at, self.depth) = last.unwrap_or((at, depth));
        None
    }
}

/// Marks the bytes of a block that begin a tag, and those of them that begin an end tag. `next` are the bytes
/// behind each of them. `None` if something else begins in the block, or an empty tag may end there.
#[inline]
fn tags(block: [u8; 16], next: [u8; 16]) -> Option<(u32, u32)> {
    let (block, next) = (u8x16::new(block), u8x16::new(next));
    let starts = block.simd_eq(u8x16::splat(b'<'));
    let slashes = next.simd_eq(u8x16::splat(b'/'));
    let others = next.simd_eq(u8x16::splat(b'!')) | next.simd_eq(u8x16::splat(b'?'));
    let empty_ends = block.simd_eq(u8x16::splat(b'/')) & next.simd_eq(u8x16::splat(b'>'));
    if ((starts & others) | empty_ends).to_bitmask() != 0 {
        return None;
    }
    Some((starts.to_bitmask(), (starts & slashes).to_bitmask()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ELEMENTS: [&str; 12] = [
        "<value/>",
        "<value></value>",
        "<value>text without a type, and long enough for some blocks of sixteen bytes</value>",
        "<value><struct><member><name>a</name><value><int>7</int></value></member></struct></value >",
        "<value><array><data><value><nil/></value><value><nil/></value><value/></data></array></value>",
        "<value><!-- </value> --><string><![CDATA[</value></value>]]></string><?pi </value>?></value>",
        "<x:value a='/value>' b=\">\"><x:string a='/>'>/></x:string></x:value>",
        "<value>a/>b</value>",
        "<value><string>a > b</string></value>",
        "<int>7</int>",
        "<value><array><data><value><array><data/></array></value></data></array></value>",
        "<a><b><c><d><e><f><g><h></h></g></f></e></d></c></b></a>",
    ];

    #[test]
    fn both_lanes_find_the_end_wherever_the_text_is_cut() {
        for element in ELEMENTS {
            let expected = element;
            let text = format!("{expected}</data></array></value><value>x</value>");
            for fast_lanes in [true, false] {
                for first in 0..=expected.len() {
                    let mut scanner = ElementScanner::default();
                    for cut in [first, usize::midpoint(first, expected.len())] {
                        if cut < expected.len() {
                            let found = scanner.find(&text.as_bytes()[..cut], fast_lanes);
                            assert_eq!(found, ElementEnd::MoreNeeded, "{text} to {cut}");
                        }
                    }
                    let found = scanner.find(text.as_bytes(), fast_lanes);
                    assert_eq!(found, ElementEnd::At(expected.len()), "{text} after {first}");
                }
                let mut scanner = ElementScanner::default();
                for end in 0..expected.len() {
                    let found = scanner.find(&text.as_bytes()[..end], fast_lanes);
                    assert_eq!(found, ElementEnd::MoreNeeded, "{text} to {end}");
                }
                let found = scanner.find(text.as_bytes(), fast_lanes);
                assert_eq!(found, ElementEnd::At(expected.len()), "{text} byte by byte");
            }
        }
    }

    #[test]
    fn a_doctype_inside_an_element_is_refused() {
        for fast_lanes in [true, false] {
            let text = b"<value><string>abcdefghijklmnopqrstuvw</string><!DOCTYPE a></value>";
            assert_eq!(ElementScanner::default().find(text, fast_lanes), ElementEnd::Refused(47));
        }
    }
}
