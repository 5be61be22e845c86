//! The macro `value!`.

/// Makes a [`Value`](crate::Value) from a notation like JSON.
///
/// | notation | value |
/// |---|---|
/// | `nil`, `null` | [`Value::Nil`](crate::Value::Nil) |
/// | `[1, "a", nil]` | an array |
/// | `{ "name": 1, (expression): 2 }` | a struct; a name is a literal, or an expression in parentheses |
/// | any other expression | the expression, converted by `Value::from`; a length (`usize`, `u64`) too |
///
/// Arrays and structs may be nested, and may end with a comma. If a name occurs more than once, all of its
/// members are kept.
///
/// A single `u8` is not taken, because a `Vec<u8>` is base64 and not an array.
///
/// # Panics
///
/// Panics if a number of the type `usize` or `u64` does not fit an `i64`. `Value::try_from` returns an error
/// instead.
///
/// # Examples
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Base64, Value, value};
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
        #[allow(unused_mut, reason = "an empty struct is never changed")]
        let mut members = $crate::Struct::new();
        $crate::__value_members!(members $($members)*);
        $crate::Value::Struct(members)
    }};
    (null) => { $crate::Value::Nil };
    ($other:expr) => { $crate::MacroValue::into_value($other) };
}

/// Collects the items of an array one after another: `[items that are done] tokens that are left`.
///
/// The notations come before `expr`, because `nil`, `null`, `[…]` and `{…}` are expressions to the compiler,
/// too.
#[doc(hidden)]
#[macro_export]
macro_rules! __value_items {
    ([$($done:expr,)*]) => { ::std::vec::Vec::<$crate::Value>::from([$($done,)*]) };
    ([$($done:expr,)*] nil $(, $($rest:tt)*)?) => {
        $crate::__value_items!([$($done,)* $crate::value!(nil),] $($($rest)*)?)
    };
    ([$($done:expr,)*] null $(, $($rest:tt)*)?) => {
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

/// Adds the members of a struct one after another: `struct tokens that are left`.
#[doc(hidden)]
#[macro_export]
macro_rules! __value_members {
    ($struct:ident) => {};
    ($struct:ident $name:tt : nil $(, $($rest:tt)*)?) => {
        $struct.push($name, $crate::value!(nil));
        $crate::__value_members!($struct $($($rest)*)?);
    };
    ($struct:ident $name:tt : null $(, $($rest:tt)*)?) => {
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
