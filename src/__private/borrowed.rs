//! Borrowed parameters on a server: they are decoded into an owned type, and borrowed from it for the call.
use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
};

/// A type that a method may take as `&Self`.
pub trait BorrowedParam {
    /// The type that is decoded.
    type Owned;
    /// Borrows the parameter from its owner.
    fn borrow_from(owned: &Self::Owned) -> &Self;
}

impl<T> BorrowedParam for T {
    type Owned = T;
    fn borrow_from(owned: &T) -> &T {
        owned
    }
}

/// Borrows each element of a list, for a method that takes `&[&T]`.
pub fn borrow_each<T: BorrowedParam + ?Sized>(owned: &[T::Owned]) -> Vec<&T> {
    owned.iter().map(T::borrow_from).collect()
}

/// Implements the trait for unsized types. A blanket implementation covers all others.
macro_rules! unsized_by {
    ($($borrowed:ty => $owned:ty $(, $generic:ident)?;)*) => {$(
        impl$(<$generic>)? BorrowedParam for $borrowed {
            type Owned = $owned;
            fn borrow_from(owned: &$owned) -> &$borrowed {
                owned
            }
        }
    )*};
}
unsized_by! {
    str => String;
    [T] => Vec<T>, T;
    Path => PathBuf;
    OsStr => OsString;
}
