//! Mistakes, collected so that one compile shows them all.
use proc_macro2::TokenStream;
use quote::ToTokens;
use std::fmt::Display;

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Report {
    mistakes: Vec<syn::Error>,
}

impl Report {
    /// Adds a mistake at `tokens`.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.mistakes.push(syn::Error::new_spanned(tokens, message));
    }

    /// Adds a mistake that syn found.
    pub(crate) fn syn(&mut self, error: syn::Error) {
        self.mistakes.push(error);
    }

    /// Returns how many mistakes there are. A caller compares two counts to see whether a step found any.
    pub(crate) fn count(&self) -> usize {
        self.mistakes.len()
    }

    /// Turns every mistake into a `compile_error!` at its place.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.mistakes.iter().map(syn::Error::to_compile_error).collect()
    }
}
