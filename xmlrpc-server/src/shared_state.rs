//! Values that a router shares with its methods, one of each type.
use std::{
    any::{Any, TypeId, type_name},
    collections::HashMap,
    fmt,
    sync::Arc,
};

#[derive(Clone, Default)]
pub(crate) struct SharedState(HashMap<TypeId, (&'static str, Arc<dyn Any + Send + Sync>)>);

impl SharedState {
    /// Adds a value; gives the type's name back when there was one of that type.
    pub(crate) fn insert<T: Send + Sync + 'static>(&mut self, value: T) -> Result<(), &'static str> {
        match self.0.insert(TypeId::of::<T>(), (type_name::<T>(), Arc::new(value))) {
            None => Ok(()),
            Some((name, _)) => Err(name),
        }
    }

    /// Takes in another set; gives the names of the types that both have.
    pub(crate) fn merge(&mut self, other: Self) -> Vec<&'static str> {
        let mut twice = Vec::new();
        for (id, value) in other.0 {
            if let Some((name, _)) = self.0.insert(id, value) {
                twice.push(name);
            }
        }
        twice
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn get<T: 'static>(&self) -> Option<&T> {
        self.0.get(&TypeId::of::<T>()).and_then(|(_, value)| value.downcast_ref())
    }
}

impl fmt::Debug for SharedState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.values().map(|(name, _)| name)).finish()
    }
}
