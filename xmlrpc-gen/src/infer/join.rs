//! `join`: the type that takes what either of two types takes.

use crate::Type;

/// The join of two types; `None` if they have nothing in common but being values.
pub(crate) fn join(a: &Type, b: &Type) -> Option<Type> {
    Some(match (a, b) {
        (a, b) if a == b => a.clone(),
        (Type::Unknown, other) | (other, Type::Unknown) => other.clone(),
        (Type::Int | Type::Long, Type::Int | Type::Long) => Type::Long,
        (Type::Int | Type::Long | Type::Double, Type::Int | Type::Long | Type::Double) => Type::Double,
        (Type::IntText | Type::DoubleText | Type::BoolText, Type::Text)
        | (Type::Text, Type::IntText | Type::DoubleText | Type::BoolText) => Type::Text,
        (Type::IntText, Type::DoubleText) | (Type::DoubleText, Type::IntText) => Type::DoubleText,
        (Type::OrNothing(nothing, a), Type::OrNothing(other, b)) if nothing == other => {
            Type::OrNothing(*nothing, Box::new(join(a, b)?))
        }
        (Type::OrNothing(nothing, a), Type::Optional(b))
        | (Type::Optional(b), Type::OrNothing(nothing, a)) => {
            Type::OrNothing(*nothing, Box::new(join(a, b)?))
        }
        (Type::OrNothing(nothing, a), b) | (b, Type::OrNothing(nothing, a)) => {
            Type::OrNothing(*nothing, Box::new(join(a, b)?))
        }
        (Type::Optional(a), Type::Optional(b)) => Type::Optional(Box::new(join(a, b)?)),
        (Type::Optional(a), b) | (b, Type::Optional(a)) => Type::Optional(Box::new(join(a, b)?)),
        (Type::List(a), Type::List(b)) => Type::List(Box::new(join(a, b)?)),
        (Type::Map(a), Type::Map(b)) => Type::Map(Box::new(join(a, b)?)),
        (Type::Tuple(a), Type::Tuple(b)) if a.len() == b.len() => {
            Type::Tuple(a.iter().zip(b).map(|(a, b)| join(a, b)).collect::<Option<_>>()?)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::join;
    use crate::Type;

    #[test]
    fn a_join_takes_what_either_takes() {
        let list = |ty| Type::List(Box::new(ty));
        let optional = |ty| Type::Optional(Box::new(ty));
        let table = [
            (Type::Int, Type::Long, Some(Type::Long)),
            (Type::Int, Type::Double, Some(Type::Double)),
            (Type::Unknown, Type::Text, Some(Type::Text)),
            (Type::IntText, Type::Text, Some(Type::Text)),
            (optional(Type::Int), Type::Long, Some(optional(Type::Long))),
            (list(Type::Unknown), list(Type::Int), Some(list(Type::Int))),
            (Type::Int, Type::Text, None),
            (Type::Tuple(vec![Type::Int]), Type::Tuple(vec![Type::Int, Type::Int]), None),
            (Type::Mixed, Type::Int, None),
        ];
        for (a, b, expected) in table {
            assert_eq!(join(&a, &b), expected, "{a:?} {b:?}");
            assert_eq!(join(&b, &a), expected, "{b:?} {a:?}");
        }
    }
}
