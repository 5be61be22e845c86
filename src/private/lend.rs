//! Borrowed parameters on a server: decoded into what owns them, and lent for the call.
use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
};

/// A type that is lent as `&Self`.
pub trait Lend {
    /// What owns it.
    type Owned;
    /// For the time of a call.
    fn lend(owned: &Self::Owned) -> &Self;
}

impl<T> Lend for T {
    type Owned = T;
    fn lend(owned: &T) -> &T {
        owned
    }
}

macro_rules! unsized_by {
    ($($borrowed:ty => $owned:ty $(, $generic:ident)?;)*) => {$(
        impl$(<$generic>)? Lend for $borrowed {
            type Owned = $owned;
            fn lend(owned: &$owned) -> &$borrowed {
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
