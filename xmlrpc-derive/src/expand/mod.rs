//! Tokens, and nothing but tokens: what is wrong has been said before. All paths are absolute, all locals hygienic.
/// `quote!` whose locals no name of the user's can meet; all else resolves where the macro is called.
macro_rules! hygienic {
    ($($tokens:tt)*) => { ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*) };
}

pub(crate) mod client;
mod kept_attributes;
mod serde_with;
pub(crate) mod server;
mod spans;
pub(crate) mod trait_item;
mod types;
mod wire_doc;
