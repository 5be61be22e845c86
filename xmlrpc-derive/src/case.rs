//! The rules of `rename_all`, which are serde's. They start from a method's name, which is in `snake_case`.

/// How the name of a method is written on the wire.
#[derive(Clone, Copy)]
pub(crate) enum RenameRule {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

/// Every rule, with serde's name for it.
pub(crate) const RULES: [(&str, RenameRule); 8] = [
    ("lowercase", RenameRule::Lower),
    ("UPPERCASE", RenameRule::Upper),
    ("PascalCase", RenameRule::Pascal),
    ("camelCase", RenameRule::Camel),
    ("snake_case", RenameRule::Snake),
    ("SCREAMING_SNAKE_CASE", RenameRule::ScreamingSnake),
    ("kebab-case", RenameRule::Kebab),
    ("SCREAMING-KEBAB-CASE", RenameRule::ScreamingKebab),
];

impl RenameRule {
    /// Returns the rule with that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        RULES.iter().find(|(known, _)| *known == name).map(|(_, rule)| *rule)
    }

    /// Converts a name from `snake_case` by this rule. As in serde, `lowercase` keeps the underscores.
    pub(crate) fn apply(self, snake: &str) -> String {
        match self {
            Self::Lower | Self::Snake => snake.to_owned(),
            Self::Upper | Self::ScreamingSnake => snake.to_ascii_uppercase(),
            Self::Pascal => pascal(snake),
            Self::Camel => {
                let pascal = pascal(snake);
                let mut letters = pascal.chars();
                letters.next().map_or_else(String::new, |first| {
                    first.to_ascii_lowercase().to_string() + letters.as_str()
                })
            }
            Self::Kebab => snake.replace('_', "-"),
            Self::ScreamingKebab => snake.to_ascii_uppercase().replace('_', "-"),
        }
    }
}

fn pascal(snake: &str) -> String {
    let words = snake.split('_').filter(|word| !word.is_empty());
    words
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RenameRule;

    #[test]
    fn every_rule_writes_as_serde_does_for_fields() {
        let table = [
            ("lowercase", "get_state_name"),
            ("UPPERCASE", "GET_STATE_NAME"),
            ("PascalCase", "GetStateName"),
            ("camelCase", "getStateName"),
            ("snake_case", "get_state_name"),
            ("SCREAMING_SNAKE_CASE", "GET_STATE_NAME"),
            ("kebab-case", "get-state-name"),
            ("SCREAMING-KEBAB-CASE", "GET-STATE-NAME"),
        ];
        for (name, expected) in table {
            assert_eq!(RenameRule::named(name).expect(name).apply("get_state_name"), expected, "{name}");
        }
        assert!(RenameRule::named("camelcase").is_none());
        assert_eq!(RenameRule::Camel.apply("x"), "x");
        assert_eq!(RenameRule::Camel.apply("_hidden__name"), "hiddenName");
    }
}
