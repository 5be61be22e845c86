//! Borrowed parameters on a server: decoded into what owns them, and lent for the call.
use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
};

/// A type that is lent as `&Self`.
pub trait BorrowedParam {
    /// What owns it.
    type Owned;
    /// For the time of a call.
    fn borrow_from(owned: &Self::Owned) -> &Self;
}

impl<T> BorrowedParam for T {
    type Owned = T;
    fn borrow_from(owned: &T) -> &T {
        owned
    }
}

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
