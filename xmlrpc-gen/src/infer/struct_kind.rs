//! `StructKind`: a struct that was found, and the places where it stands.

use crate::Field;
use std::fmt::Write;

/// One kind of struct.
pub(crate) struct StructKind {
    pub(crate) fields: Vec<Field>,
    pub(crate) places: Vec<StructPlace>,
    pub(crate) keywords: bool,
    pub(crate) notes: Vec<String>,
    /// Another kind that has all members of this one, too few for a merge.
    pub(crate) similar: Option<usize>,
}

/// Where a struct stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StructPlace {
    pub(crate) method: String,
    /// The place of a parameter and its name, if it is one.
    pub(crate) param: Option<(usize, String)>,
    /// The members that lead to it.
    pub(crate) members: Vec<String>,
    /// Whether it is an element of a list or a map.
    pub(crate) element: bool,
}

impl StructPlace {
    pub(crate) fn result(method: &str) -> Self {
        Self { method: method.to_owned(), param: None, members: Vec::new(), element: false }
    }

    pub(crate) fn param(method: &str, place: usize, name: &str) -> Self {
        Self { param: Some((place, name.to_owned())), ..Self::result(method) }
    }

    pub(crate) fn element(&self) -> Self {
        Self { element: true, ..self.clone() }
    }

    pub(crate) fn member(&self, name: &str) -> Self {
        let mut members = self.members.clone();
        members.push(name.to_owned());
        Self { members, element: false, ..self.clone() }
    }

    /// `supervisor.getProcessInfo().files`.
    pub(crate) fn text(&self) -> String {
        let mut text = self.method.clone();
        match &self.param {
            Some((place, _)) => {
                let _ = write!(text, "({place})");
            }
            None => text.push_str("()"),
        }
        for member in &self.members {
            text.push('.');
            text.push_str(member);
        }
        text
    }
}
