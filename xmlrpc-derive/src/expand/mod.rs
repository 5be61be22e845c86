//! Writes the generated code. Mistakes have been reported before, so nothing is checked here.
//!
//! Generated code must mean the same in any surroundings: all paths are absolute, and all local names are
//! hygienic.

/// Like `quote!`, but no variable of the user's can meet a variable in `tokens`.
///
/// Paths, types and methods resolve where the macro is used, as with `quote!`.
macro_rules! hygienic {
    ($($tokens:tt)*) => { ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*) };
}

pub(crate) mod client;
pub(crate) mod dyn_twin;
mod kept_attributes;
mod serde_with;
pub(crate) mod server;
mod spans;
pub(crate) mod trait_item;
mod types;
mod wire_doc;
