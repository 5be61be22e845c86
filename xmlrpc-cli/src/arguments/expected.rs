//! `Expected`: the type that a contract gives a place, for words whose type is open.

use crate::contracts::Known;
use xmlrpc::contract::Type;

/// The type that a contract gives a place.
#[derive(Clone, Copy)]
pub struct Expected<'a> {
    known: &'a Known,
    ty: &'a Type,
}

impl<'a> Expected<'a> {
    /// Creates the type of a place in a known contract.
    #[must_use]
    pub fn new(known: &'a Known, ty: &'a Type) -> Self {
        Self { known, ty }
    }

    /// Returns the type of a value that is there.
    #[must_use]
    pub fn present(self) -> &'a Type {
        let mut ty = self.ty;
        while let Type::Optional(inner) | Type::OrNothing(_, inner) = ty {
            ty = inner;
        }
        ty
    }

    /// Returns the type of an array's element.
    #[must_use]
    pub fn element(self, index: usize) -> Option<Self> {
        let ty = match self.present() {
            Type::List(element) => element,
            Type::Tuple(places) => places.get(index)?,
            _ => return None,
        };
        Some(Self { ty, ..self })
    }

    /// Returns the type of a struct's member.
    #[must_use]
    pub fn member(self, name: &str) -> Option<Self> {
        let ty = match self.present() {
            Type::Map(value) => value,
            Type::Struct(of) => {
                let fields = &self.known.contract.types.get(of)?.fields;
                &fields.iter().find(|field| field.name == name)?.ty
            }
            _ => return None,
        };
        Some(Self { ty, ..self })
    }
}
