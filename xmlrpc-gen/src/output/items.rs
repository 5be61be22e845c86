//! `Item`: a piece of the file that can be kept, replaced or left out.

use super::docs::with_comments;
use proc_macro2::{LineColumn, TokenStream};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;

/// A piece of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// What it is, such as `struct ProcessInfo`. The head of the file is `head`, what follows the last item
    /// `tail`.
    pub(crate) key: String,
    /// Its source, with the comments in front of it and one end of line behind it.
    pub(crate) text: String,
}

pub(crate) const HEAD: &str = "head";
pub(crate) const TAIL: &str = "tail";

impl Item {
    /// The formatted source of one item. Tokens that are no item give none; the fuzzer and the tests look for
    /// these.
    pub(crate) fn new(tokens: &TokenStream) -> Option<Self> {
        let file: syn::File = syn::parse2(quote!(#tokens)).ok()?;
        let key = key(file.items.first()?);
        Some(Self { key, text: with_comments(&prettyplease::unparse(&file)) })
    }

    /// A number that tells this text from another, whatever its white space is, and whether or not a comma
    /// stands in front of a closing bracket: formatters change no more than that.
    pub(crate) fn hash(&self) -> String {
        // FNV-1a, which is the same in every version on every machine.
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let mut comma = false;
        let mut add = |byte: u8| {
            hash ^= u64::from(byte);
            hash = hash.wrapping_mul(0x0100_0000_01b3);
        };
        for byte in self.text.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
            if std::mem::take(&mut comma) && !matches!(byte, b')' | b'}' | b']' | b'>') {
                add(b',');
            }
            if byte == b',' {
                comma = true;
            } else {
                add(byte);
            }
        }
        format!("{hash:016x}")
    }
}

/// The items as one file.
pub(crate) fn file(items: &[Item]) -> String {
    let texts: Vec<&str> =
        items.iter().map(|item| item.text.trim_matches('\n')).filter(|text| !text.is_empty()).collect();
    let mut file = texts.join("\n\n");
    file.push('\n');
    file
}

/// Takes a file apart.
///
/// # Errors
/// If it is not Rust.
pub(crate) fn split(source: &str) -> syn::Result<Vec<Item>> {
    let file = syn::parse_file(source)?;
    let lines = Lines::new(source);
    let mut items = Vec::new();
    let mut at = 0;
    let mut head_end =
        file.attrs.iter().map(|attribute| lines.offset(attribute.span().end())).max().unwrap_or(0);
    for item in &file.items {
        let (start, end) = (lines.offset(item.span().start()), lines.offset(item.span().end()));
        // The head of the file reaches to the end of its `use`s.
        if matches!(item, syn::Item::Use(_)) && items.is_empty() {
            head_end = lines.end_of_line(end);
            continue;
        }
        if items.is_empty() {
            let head = lines.end_of_line(head_end).min(start);
            items.push(Item { key: HEAD.to_owned(), text: source[..head].to_owned() });
            at = head;
        }
        let end = lines.end_of_line(end);
        items.push(Item { key: key(item), text: source[at..end].to_owned() });
        at = end;
    }
    if items.is_empty() {
        items.push(Item { key: HEAD.to_owned(), text: source.to_owned() });
        at = source.len();
    }
    if !source[at..].trim().is_empty() {
        items.push(Item { key: TAIL.to_owned(), text: source[at..].to_owned() });
    }
    Ok(items)
}

fn key(item: &syn::Item) -> String {
    match item {
        syn::Item::Trait(item) => format!("trait {}", item.ident),
        syn::Item::Struct(item) => format!("struct {}", item.ident),
        syn::Item::Enum(item) => format!("enum {}", item.ident),
        syn::Item::Type(item) => format!("type {}", item.ident),
        syn::Item::Mod(item) => format!("mod {}", item.ident),
        syn::Item::Impl(item) => {
            let of = item
                .trait_
                .as_ref()
                .map(|(_, path, _)| path.to_token_stream().to_string())
                .unwrap_or_default();
            format!("impl {of} for {}", item.self_ty.to_token_stream())
        }
        other => other.to_token_stream().to_string().chars().take(60).collect(),
    }
}

/// Where the lines of a text begin.
struct Lines<'a> {
    source: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(source: &'a str) -> Self {
        let starts = std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { source, starts }
    }

    /// The byte of a place; syn counts lines from 1 and columns in characters.
    fn offset(&self, place: LineColumn) -> usize {
        let start = self.starts.get(place.line.saturating_sub(1)).copied().unwrap_or(self.source.len());
        let line = &self.source[start..];
        line.char_indices().nth(place.column).map_or(self.source.len(), |(at, _)| start + at)
    }

    /// Behind the end of the line, if nothing but a comment follows on it.
    fn end_of_line(&self, at: usize) -> usize {
        let rest = &self.source[at..];
        let end = rest.find('\n').map_or(self.source.len(), |end| at + end + 1);
        let between = self.source[at..end].trim();
        if between.is_empty() || between.starts_with("//") { end } else { at }
    }
}

#[cfg(test)]
mod tests {
    use super::{file, split};

    const SOURCE: &str = "//! Head.\n#![allow(dead_code)]\nuse serde::Serialize;\n\n\
                          // A comment.\n/// Docs.\npub struct A;\n\
                          /* before b */ pub struct B { x: u8 } // behind\n\n\
                          // é at the end\nfn c() {}\n// the end\n";

    #[test]
    fn a_file_is_the_sum_of_its_items() {
        let items = split(SOURCE).expect("Rust");
        let keys: Vec<&str> = items.iter().map(|item| &*item.key).collect();
        assert_eq!(keys[..3], ["head", "struct A", "struct B"]);
        assert_eq!(keys.last(), Some(&"tail"));
        let text: String = items.iter().map(|item| &*item.text).collect();
        assert_eq!(text, SOURCE);
        assert!(items[1].text.contains("// A comment."));
        assert!(items[2].text.contains("// behind"));
    }

    #[test]
    fn formatting_is_no_edit() {
        let item = |text: &str| super::Item { key: String::new(), text: text.to_owned() }.hash();
        assert_eq!(item("fn a(b: u8, c: u8);"), item("fn a(\n    b: u8,\n    c: u8,\n);"));
        assert_ne!(item("fn a(b: u8);"), item("fn a(b: u16);"));
        assert_ne!(item("(a, b)"), item("(ab)"));
        let items = split(SOURCE).expect("Rust");
        let again = split(&file(&items)).expect("Rust");
        for (before, after) in items.iter().zip(&again) {
            assert_eq!(before.hash(), after.hash(), "{}", before.key);
        }
    }
}
