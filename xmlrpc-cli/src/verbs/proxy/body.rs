//! `ProxyBody`: a body on its way.

use bytes::Bytes;
use http_body_util::combinators::BoxBody;
use std::{error::Error, fmt};

/// A body on its way, of which nothing is known but its pieces.
pub(super) type ProxyBody = BoxBody<Bytes, BrokenBody>;

/// Why a body broke off.
#[derive(Debug)]
pub(super) struct BrokenBody(Box<dyn Error + Send + Sync>);

impl BrokenBody {
    pub(super) fn new(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(error.into())
    }
}

impl fmt::Display for BrokenBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Error for BrokenBody {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}
