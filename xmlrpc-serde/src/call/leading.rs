//! `LeadingParams`: parameters that are encoded once and put in front of those of many calls.
use super::param_list::{self, ParamTags};
use crate::{Options, Result};
use serde_core::Serialize;

/// Parameters that are encoded once and put in front of the own parameters of many calls, such as a session
/// key.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Options, call::{self, LeadingParams}};
///
/// let session = LeadingParams::encode(&("key",), Options::new())?;
/// let body = call::encode_with_leading(&session, "item.get", &(7,), Options::new())?;
/// assert_eq!(body, call::encode_to_vec("item.get", &("key", 7), Options::new())?);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct LeadingParams {
    /// The parameters, each as a `<value>`.
    values: String,
    /// Where each of them ends.
    ends: Vec<usize>,
}

impl LeadingParams {
    /// Encodes the parameters of a tuple, a sequence or `()`.
    ///
    /// # Errors
    ///
    /// Those of [`encode`](super::encode()).
    pub fn encode<P: Serialize + ?Sized>(params: &P, options: Options) -> Result<Self> {
        let mut leading = Self::none();
        param_list::append(&mut leading.values, params, options, ParamTags::Omit, |end| {
            leading.ends.push(end);
        })?;
        Ok(leading)
    }

    /// Creates an empty list of parameters.
    #[must_use]
    pub const fn none() -> Self {
        Self { values: String::new(), ends: Vec::new() }
    }

    /// Returns whether the list is empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Appends the parameters, each as a `<param>`.
    pub(crate) fn append_params(&self, out: &mut String) {
        for value in self.values() {
            out.extend(["<param>", value, "</param>"]);
        }
    }

    /// The parameters, each as a `<value>`.
    pub(crate) fn values(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts.zip(&self.ends).map(|(&start, &end)| &self.values[start..end])
    }
}
