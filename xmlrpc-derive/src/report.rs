//! Mistakes, gathered so that one compile shows them all.
use proc_macro2::TokenStream;
use quote::ToTokens;
use std::fmt::Display;

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Report {
    mistakes: Vec<syn::Error>,
}

impl Report {
    /// A mistake at `tokens`.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.mistakes.push(syn::Error::new_spanned(tokens, message));
    }

    /// A mistake that syn found.
    pub(crate) fn syn(&mut self, error: syn::Error) {
        self.mistakes.push(error);
    }

    /// How many there are, to ask later whether more were found.
    pub(crate) fn count(&self) -> usize {
        self.mistakes.len()
    }

    /// As `compile_error!`s.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.mistakes.iter().map(syn::Error::to_compile_error).collect()
    }
}
