//! `Draft`: a type whose structs have no names yet.

use crate::{Nothing, Type};

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Draft {
    /// A type without structs.
    Plain(Type),
    List(Box<Draft>),
    Tuple(Vec<Draft>),
    Map(Box<Draft>),
    Optional(Box<Draft>),
    OrNothing(Nothing, Box<Draft>),
    Struct(DraftStruct),
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct DraftStruct {
    pub(crate) fields: Vec<DraftField>,
    /// Whether its members are keyword arguments.
    pub(crate) keywords: bool,
    pub(crate) notes: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DraftField {
    pub(crate) name: String,
    pub(crate) draft: Draft,
    pub(crate) optional: bool,
}

impl Draft {
    pub(crate) const UNKNOWN: Self = Self::Plain(Type::Unknown);
    pub(crate) const MIXED: Self = Self::Plain(Type::Mixed);

    pub(crate) fn list(item: Self) -> Self {
        Self::List(Box::new(item))
    }

    pub(crate) fn map(item: Self) -> Self {
        Self::Map(Box::new(item))
    }

    /// Whether it stands for one type. A value inside an array or a map has no place for the module that
    /// reads "nothing", so that it does not count as one type there.
    pub(crate) fn is_one_type(&self) -> bool {
        !matches!(self, Self::Plain(Type::Mixed) | Self::OrNothing(..))
    }
}
