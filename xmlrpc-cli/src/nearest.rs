//! `nearest`: did you mean …?

/// Returns the known word that is nearest to one that is not known, if one is near.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|name| (strsim::jaro_winkler(word, name), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_word_is_offered() {
        let verbs = ["call", "methods", "decode"];
        assert_eq!(nearest("decod", verbs.into_iter()), Some("decode"));
        assert_eq!(nearest("method", verbs.into_iter()), Some("methods"));
        assert_eq!(nearest("zzz", verbs.into_iter()), None);
    }
}
