//! `CallTemplate`: a call whose leading parameters are put in later.
use super::{
    encode::{END, begin},
    leading::LeadingParams,
    param_list::{self, ParamTags},
};
use crate::{Options, Result, ser::document};
use serde_core::Serialize;

/// A call that is encoded except for parameters that are only known when it is sent, such as the key of a
/// session that may be renewed.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Options, call::{self, CallTemplate, LeadingParams}};
///
/// let template = CallTemplate::encode(&LeadingParams::none(), "item.get", &(7,), Options::new())?;
/// for key in ["old", "new"] {
///     let body = template.fill(&LeadingParams::encode(&(key,), Options::new())?)?;
///     assert_eq!(body, call::encode_to_vec("item.get", &(key, 7), Options::new())?);
/// }
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct CallTemplate {
    /// The document after its declaration.
    text: String,
    /// Where the first parameter begins in `text`.
    params: usize,
    options: Options,
}

impl CallTemplate {
    /// Encodes a call, with `leading` in front of `params`. What [`fill`](Self::fill) puts in comes before
    /// both.
    ///
    /// # Errors
    ///
    /// Those of [`encode`](super::encode()).
    pub fn encode<P: Serialize + ?Sized>(
        leading: &LeadingParams,
        method: &str,
        params: &P,
        options: Options,
    ) -> Result<Self> {
        let mut text = String::with_capacity(1024);
        begin(&mut text, method, options)?;
        let first_param = text.len();
        leading.append_params(&mut text);
        param_list::append(&mut text, params, options, ParamTags::Write, |_| {})?;
        text.push_str(END);
        Ok(Self { text, params: first_param, options })
    }

    /// Writes the call with these parameters in front of its own.
    ///
    /// # Errors
    ///
    /// Those of [`encode`](super::encode()).
    pub fn fill(&self, leading: &LeadingParams) -> Result<Vec<u8>> {
        document::in_encoding(self.options, |out| {
            let (start, rest) = self.text.split_at(self.params);
            out.reserve(self.text.len());
            out.push_str(start);
            leading.append_params(out);
            out.push_str(rest);
            Ok(())
        })
    }
}
