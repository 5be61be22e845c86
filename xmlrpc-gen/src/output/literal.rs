//! `literal`: any text as a string literal.

use proc_macro2::Literal;
use std::str::FromStr;

/// A string literal of `text`. Everything but plain ASCII and letters is escaped, so that no text can turn
/// the direction of the source or hide in it.
pub(crate) fn literal(text: &str) -> Literal {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(letter);
            }
            ' '..='~' => quoted.push(letter),
            letter if letter.is_alphanumeric() => quoted.push(letter),
            letter => quoted.extend(letter.escape_unicode()),
        }
    }
    quoted.push('"');
    Literal::from_str(&quoted).unwrap_or_else(|_| Literal::string(text))
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn every_text_reads_as_itself() {
        for text in
            ["", "a.b", "\"; panic!(); \"", "\\", "a\nb\0c", "größe", "\u{202E}abc", "{}", "*/ #![x]", "'"]
        {
            let written = literal(text).to_string();
            let parsed: syn::LitStr = syn::parse_str(&written).expect("a literal");
            assert_eq!(parsed.value(), text);
            assert!(!written.contains(['\u{202E}', '\n', '\0']), "{written}");
        }
    }
}
