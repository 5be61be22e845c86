//! `Options`: every choice of the format, as one small runtime value.

/// How to read and write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    allow_none: bool,
}

impl Options {
    /// The defaults.
    #[must_use]
    pub const fn new() -> Self {
        Self { allow_none: false }
    }
    /// `None` as `<nil/>`.
    #[must_use]
    pub const fn allow_none(mut self, yes: bool) -> Self {
        self.allow_none = yes;
        self
    }
    /// 64-bit integers as `<i8>`.
    #[must_use]
    pub const fn allow_i8(self, _yes: bool) -> Self {
        self
    }
    /// The deepest nesting read or written.
    #[must_use]
    pub const fn max_depth(self, _depth: usize) -> Self {
        self
    }
    /// The longest document read, in bytes.
    #[must_use]
    pub const fn max_len(self, _len: usize) -> Self {
        self
    }
    /// The encoding written by `encode_to_vec`.
    #[must_use]
    pub const fn encoding(self, _encoding: Encoding) -> Self {
        self
    }
    /// The `charset` of the HTTP header, a hint where the document itself says nothing.
    #[must_use]
    pub const fn charset_hint(self, _charset: Option<Encoding>) -> Self {
        self
    }
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

/// A character encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(());

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Self = Self(());
    /// By its label in a declaration or an HTTP header.
    #[must_use]
    pub fn for_label(_label: &str) -> Option<Self> {
        todo!()
    }
    /// Its name, for a declaration or a header.
    #[must_use]
    pub fn name(self) -> &'static str {
        todo!()
    }
}
