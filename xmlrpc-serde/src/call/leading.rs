//! `LeadingParams`: parameters that are encoded once, for many calls.
use super::param_list::{self, ParamTags};
use crate::{Options, Result};
use serde_core::Serialize;

/// Parameters encoded once, to stand in front of the others of many calls (a session key).
///
/// ```
/// use xmlrpc_serde::{Options, call::{self, LeadingParams}};
///
/// let session = LeadingParams::encode(&("key",), Options::new())?;
/// let body = call::encode_with_leading(&session, "item.get", &(7,), Options::new())?;
/// assert_eq!(body, call::encode_to_vec("item.get", &("key", 7), Options::new())?);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct LeadingParams {
    /// A `<value>` each.
    values: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl LeadingParams {
    /// Encodes them: a tuple, a sequence or `()`.
    ///
    /// # Errors
    ///
    /// As [`encode`](super::encode()).
    pub fn encode<P: Serialize + ?Sized>(params: &P, options: Options) -> Result<Self> {
        let mut leading = Self::none();
        param_list::append(&mut leading.values, params, options, ParamTags::Omit, |end| {
            leading.ends.push(end);
        })?;
        Ok(leading)
    }

    /// No parameter.
    #[must_use]
    pub const fn none() -> Self {
        Self { values: String::new(), ends: Vec::new() }
    }

    /// The `<value>` of each.
    pub(crate) fn values(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts.zip(&self.ends).map(|(&start, &end)| &self.values[start..end])
    }
}
