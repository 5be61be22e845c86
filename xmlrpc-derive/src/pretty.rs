//! Types as text, for documentation and messages.
use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::ToTokens;

/// Formats tokens as rustfmt formats a type.
pub(crate) fn pretty(tokens: impl ToTokens) -> String {
    let mut text = String::new();
    write(tokens.into_token_stream(), &mut text);
    text
}

fn write(tokens: TokenStream, text: &mut String) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                if open == "[" && ends_with_word(text) {
                    text.push(' ');
                }
                text.push_str(open);
                write(group.stream(), text);
                text.truncate(text.trim_end_matches(' ').len());
                text.push_str(close);
            }
            TokenTree::Punct(punct) => {
                let tight = punct.spacing() == Spacing::Joint;
                match punct.as_char() {
                    c @ (',' | ';') => {
                        text.push(c);
                        text.push(' ');
                    }
                    c @ ('+' | '=') if !tight => {
                        text.push(' ');
                        text.push(c);
                        text.push(' ');
                    }
                    '-' if tight => text.push_str(" -"),
                    '>' if text.ends_with(" -") => text.push_str("> "),
                    c => text.push(c),
                }
            }
            word => {
                let word = word.to_string();
                if ends_with_word(text) {
                    text.push(' ');
                }
                text.push_str(&word);
            }
        }
    }
}

fn ends_with_word(text: &str) -> bool {
    text.ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::pretty;
    use quote::quote;

    #[test]
    fn types_read_as_rustfmt_writes_them() {
        let table = [
            (quote!(Vec<u8>), "Vec<u8>"),
            (quote!(&'a str), "&'a str"),
            (quote!(&mut [T]), "&mut [T]"),
            (
                quote!(::std::collections::BTreeMap<String, (i32, bool)>),
                "::std::collections::BTreeMap<String, (i32, bool)>",
            ),
            (quote!(impl Into<String> + Send), "impl Into<String> + Send"),
            (quote!(fn(i32) -> bool), "fn(i32) -> bool"),
            (quote!([i32; 4]), "[i32; 4]"),
            (quote!((i32,)), "(i32,)"),
        ];
        for (tokens, expected) in table {
            assert_eq!(pretty(tokens), expected);
        }
    }
}
