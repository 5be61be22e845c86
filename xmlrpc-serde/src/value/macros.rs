//! `value!`.

/// A [`Value`](crate::Value) in the notation of JSON: `{ name: value }`, `[…]`, `nil`, and any expression
/// that converts into a `Value`.
///
/// Names are literals, or expressions in parentheses. A trailing comma is fine.
///
/// ```
/// use xmlrpc_serde::{Base64, Value, value};
///
/// let host = "web1";
/// let call = value!({
///     "host": host,
///     ("port".to_string()): 8000 + 1,
///     "tags": ["a", "b"],
///     "key": Base64(vec![1, 2]),
///     "note": nil,
///     "nested": { "empty": [], "none": {} },
/// });
/// assert_eq!(call["port"], 8001);
/// assert_eq!(call["tags"][1], "b");
/// assert_eq!(call["key"].as_bytes(), Some(&[1, 2][..]));
/// assert!(call["note"].is_nil());
/// assert_eq!(value!(true), Value::Bool(true));
/// ```
#[macro_export]
macro_rules! value {
    (nil) => { $crate::Value::Nil };
    ([ $($items:tt)* ]) => { $crate::Value::Array($crate::__value_items!([] $($items)*)) };
    ({ $($members:tt)* }) => {{
        #[allow(unused_mut)]
        let mut members = $crate::Struct::new();
        $crate::__value_members!(members $($members)*);
        $crate::Value::Struct(members)
    }};
    ($other:expr) => { $crate::Value::from($other) };
}

/// Gathers the items of an array: `[done, …] left`.
#[doc(hidden)]
#[macro_export]
macro_rules! __value_items {
    ([$($done:expr,)*]) => { ::std::vec::Vec::<$crate::Value>::from([$($done,)*]) };
    ([$($done:expr,)*] nil $(, $($rest:tt)*)?) => {
        $crate::__value_items!([$($done,)* $crate::value!(nil),] $($($rest)*)?)
    };
    ([$($done:expr,)*] [$($item:tt)*] $(, $($rest:tt)*)?) => {
        $crate::__value_items!([$($done,)* $crate::value!([$($item)*]),] $($($rest)*)?)
    };
    ([$($done:expr,)*] {$($item:tt)*} $(, $($rest:tt)*)?) => {
        $crate::__value_items!([$($done,)* $crate::value!({$($item)*}),] $($($rest)*)?)
    };
    ([$($done:expr,)*] $item:expr $(, $($rest:tt)*)?) => {
        $crate::__value_items!([$($done,)* $crate::value!($item),] $($($rest)*)?)
    };
}

/// Adds the members left to the struct.
#[doc(hidden)]
#[macro_export]
macro_rules! __value_members {
    ($struct:ident) => {};
    ($struct:ident $name:tt : nil $(, $($rest:tt)*)?) => {
        $struct.push($name, $crate::value!(nil));
        $crate::__value_members!($struct $($($rest)*)?);
    };
    ($struct:ident $name:tt : [$($item:tt)*] $(, $($rest:tt)*)?) => {
        $struct.push($name, $crate::value!([$($item)*]));
        $crate::__value_members!($struct $($($rest)*)?);
    };
    ($struct:ident $name:tt : {$($item:tt)*} $(, $($rest:tt)*)?) => {
        $struct.push($name, $crate::value!({$($item)*}));
        $crate::__value_members!($struct $($($rest)*)?);
    };
    ($struct:ident $name:tt : $item:expr $(, $($rest:tt)*)?) => {
        $struct.push($name, $crate::value!($item));
        $crate::__value_members!($struct $($($rest)*)?);
    };
}
