//! The client writes: the calls of a batch, and the request that carries them.
use super::{CLOSE, DOCUMENT_TAGS_SLACK, OPEN};
use crate::{
    Error, ErrorKind, Options, Result,
    call::{
        self, LeadingParams,
        param_list::{self, ParamTags},
    },
    ser::document,
};
use serde_core::Serialize;
use std::ops::Range;

/// Calls gathered, each encoded as it is pushed.
///
/// ```
/// use xmlrpc_serde::{Options, call::LeadingParams, multicall::{METHOD, Request}};
///
/// let mut request = Request::new(Options::new());
/// request.push(&LeadingParams::none(), "d.name", &("4F1A",))?;
/// request.push(&LeadingParams::none(), "d.stop", &("4F1A",))?;
/// let body = request.encode(METHOD, 0..request.len())?;
/// # let _ = body;
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Request {
    options: Options,
    /// The `<value>` of each call, one after another.
    text: String,
    calls: Vec<EncodedCall>,
    /// Where the parameters' values end in `text`, of all calls.
    ends: Vec<usize>,
}

/// Where a call lies in a [`Request`].
#[derive(Clone, Debug)]
struct EncodedCall {
    call: Range<usize>,
    method: Range<usize>,
    /// Where the first parameter begins, and which of `ends` are its parameters'.
    params: usize,
    ends: Range<usize>,
}

impl Request {
    /// No call yet.
    #[must_use]
    pub const fn new(options: Options) -> Self {
        Self { options, text: String::new(), calls: Vec::new(), ends: Vec::new() }
    }

    /// Adds a call of `method` with `leading` in front of `params`.
    ///
    /// # Errors
    ///
    /// As [`call::encode`]; the call is not added then.
    pub fn push<P: Serialize + ?Sized>(
        &mut self,
        leading: &LeadingParams,
        method: &str,
        params: &P,
    ) -> Result<()> {
        let (start, ends) = (self.text.len(), self.ends.len());
        let result = self.try_push(leading, method, params);
        match result {
            Ok(call) => self.calls.push(call),
            Err(error) => {
                self.text.truncate(start);
                self.ends.truncate(ends);
                return Err(error);
            }
        }
        Ok(())
    }

    fn try_push<P: Serialize + ?Sized>(
        &mut self,
        leading: &LeadingParams,
        method: &str,
        params: &P,
    ) -> Result<EncodedCall> {
        let Self { options, text, ends, .. } = self;
        let (start, first_end) = (text.len(), ends.len());
        text.push_str("<value><struct><member><name>methodName</name><value><string>");
        let method_start = text.len();
        call::push_method(text, method)?;
        let method = method_start..text.len();
        text.push_str("</string></value></member><member><name>params</name><value><array><data>");
        let params_start = text.len();
        for value in leading.values() {
            text.push_str(value);
            ends.push(text.len());
        }
        param_list::append(text, params, *options, ParamTags::Omit, |end| ends.push(end))?;
        text.push_str("</data></array></value></member></struct></value>");
        Ok(EncodedCall { call: start..text.len(), method, params: params_start, ends: first_end..ends.len() })
    }

    /// How many calls.
    #[must_use]
    pub fn len(&self) -> usize {
        self.calls.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Some of the calls as one call of the method `name`, usually [`METHOD`](super::METHOD).
    ///
    /// # Errors
    ///
    /// If `name` is no method's name, or `calls` reaches past the last.
    pub fn encode(&self, name: &str, calls: Range<usize>) -> Result<Vec<u8>> {
        let encoded = self.calls.get(calls.clone()).ok_or_else(|| no_such_call(calls.end, self.len()))?;
        document::in_encoding(self.options, |out| {
            let elements = match encoded {
                [first, ..] => &self.text[first.call.start..encoded[encoded.len() - 1].call.end],
                [] => "",
            };
            out.reserve(elements.len() + DOCUMENT_TAGS_SLACK);
            call::begin(out, name, self.options)?;
            out.extend(["<param>", OPEN, elements, CLOSE, "</param>", call::END]);
            Ok(())
        })
    }

    /// The call at `index` as a call of its own, for a server without multicall.
    ///
    /// # Errors
    ///
    /// If there is no such call.
    pub fn encode_single(&self, index: usize) -> Result<Vec<u8>> {
        let encoded = self.calls.get(index).ok_or_else(|| no_such_call(index, self.len()))?;
        document::in_encoding(self.options, |out| {
            call::begin_escaped(out, &self.text[encoded.method.clone()], self.options);
            let mut start = encoded.params;
            for &end in &self.ends[encoded.ends.clone()] {
                out.extend(["<param>", &self.text[start..end], "</param>"]);
                start = end;
            }
            out.push_str(call::END);
            Ok(())
        })
    }
}

#[cold]
fn no_such_call(index: usize, len: usize) -> Error {
    Error::new(ErrorKind::Data, format!("call {index} of a multicall of {len}"))
}
