//! What the client writes: the calls of a batch, and the call that carries them.
use super::{CLOSE, DOCUMENT_TAGS_SLACK, OPEN};
use crate::{
    Encoding, Error, ErrorKind, Options, Result,
    call::{
        self, LeadingParams,
        param_list::{self, ParamTags},
    },
    ser::document,
};
use serde_core::Serialize;
use std::ops::Range;

/// Collects calls. Each is encoded when it is added.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Options, call::LeadingParams, multicall::{METHOD, Request}};
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
    /// The calls, each as a `<value>`, one after another.
    text: String,
    calls: Vec<EncodedCall>,
    /// Where the values of the parameters end in `text`, for all calls.
    ends: Vec<usize>,
}

/// A call that is being added to a [`Request`]. Unless it is kept, the request stays as it was before, also
/// after a panic of a parameter's `Serialize`.
struct Addition<'a> {
    request: &'a mut Request,
    /// How much to keep of the request's `text` and `ends`.
    text_len: usize,
    end_count: usize,
}

impl<'a> Addition<'a> {
    fn new(request: &'a mut Request) -> Self {
        let (text_len, end_count) = (request.text.len(), request.ends.len());
        Self { request, text_len, end_count }
    }

    #[inline]
    fn write<P: Serialize + ?Sized>(
        &mut self,
        leading: &LeadingParams,
        method: &str,
        params: &P,
    ) -> Result<EncodedCall> {
        let Request { options, text, ends, .. } = &mut *self.request;
        let (start, first_end) = (text.len(), ends.len());
        text.push_str("<value><struct><member><name>methodName</name><value><string>");
        let method_start = text.len();
        call::push_method(text, method, *options)?;
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

    fn keep(mut self) {
        (self.text_len, self.end_count) = (self.request.text.len(), self.request.ends.len());
    }
}

impl Drop for Addition<'_> {
    fn drop(&mut self) {
        self.request.text.truncate(self.text_len);
        self.request.ends.truncate(self.end_count);
    }
}

/// Where in its [`Request`] a call is.
#[derive(Clone, Debug)]
struct EncodedCall {
    call: Range<usize>,
    method: Range<usize>,
    /// Where the first parameter begins.
    params: usize,
    /// Which of the `ends` belong to the call.
    ends: Range<usize>,
}

impl Request {
    /// Creates a request without calls.
    #[must_use]
    pub const fn new(options: Options) -> Self {
        Self { options, text: String::new(), calls: Vec::new(), ends: Vec::new() }
    }

    /// Adds a call of `method` with `leading` in front of `params`.
    ///
    /// # Errors
    ///
    /// Those of [`call::encode`]. The call is then not added.
    pub fn push<P: Serialize + ?Sized>(
        &mut self,
        leading: &LeadingParams,
        method: &str,
        params: &P,
    ) -> Result<()> {
        let mut addition = Addition::new(self);
        let call = addition.write(leading, method, params)?;
        addition.keep();
        self.calls.push(call);
        Ok(())
    }

    /// Returns the number of calls.
    #[must_use]
    pub fn len(&self) -> usize {
        self.calls.len()
    }

    /// Whether there are no calls.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns how many of `calls` fit into one request of `max_bytes` bytes, from the first on. It is at
    /// least one, because a call cannot be split.
    ///
    /// # Errors
    ///
    /// Those of [`encode`](Self::encode).
    pub fn count_within(&self, name: &str, calls: Range<usize>, max_bytes: usize) -> Result<usize> {
        let encoded = self.calls.get(calls.clone()).ok_or_else(|| no_such_call(calls.end, self.len()))?;
        let encoding = self.options.written_encoding();
        let length = |text: &str| match encoding {
            Encoding::UTF_8 => text.len(),
            _ => encoding.encode(text.to_owned()).len(),
        };
        let mut left = max_bytes.saturating_sub(self.encode(name, 0..0)?.len());
        let mut count = 0;
        for call in encoded {
            let Some(rest) = left.checked_sub(length(&self.text[call.call.clone()])) else { break };
            left = rest;
            count += 1;
        }
        Ok(count.max(1))
    }

    /// Writes some of the calls as one call of the method `name`, usually [`METHOD`](super::METHOD).
    ///
    /// # Errors
    ///
    /// [`Unsupported`](ErrorKind::Unsupported) if `name` cannot be the name of a method,
    /// [`Data`](ErrorKind::Data) if `calls` reaches beyond the last call.
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

    /// Writes some of the calls as one call of the method `name`, each with `leading` in front of its own
    /// parameters. The calls are named by their indices.
    ///
    /// # Errors
    ///
    /// [`Unsupported`](ErrorKind::Unsupported) if `name` cannot be the name of a method,
    /// [`Data`](ErrorKind::Data) if there is no call of one of the indices.
    pub fn encode_with_leading(
        &self,
        leading: &LeadingParams,
        name: &str,
        indices: &[usize],
    ) -> Result<Vec<u8>> {
        document::in_encoding(self.options, |out| {
            call::begin(out, name, self.options)?;
            out.extend(["<param>", OPEN]);
            for &index in indices {
                let encoded = self.get(index)?;
                out.push_str(&self.text[encoded.call.start..encoded.params]);
                out.extend(leading.values());
                out.push_str(&self.text[encoded.params..encoded.call.end]);
            }
            out.extend([CLOSE, "</param>", call::END]);
            Ok(())
        })
    }

    /// Writes the call at `index` as an ordinary call, for a server without multicall.
    ///
    /// # Errors
    ///
    /// [`Data`](ErrorKind::Data) if there is no such call.
    pub fn encode_single(&self, index: usize) -> Result<Vec<u8>> {
        self.encode_single_with_leading(&LeadingParams::none(), index)
    }

    /// Writes the call at `index` as an ordinary call, with `leading` in front of its own parameters.
    ///
    /// # Errors
    ///
    /// [`Data`](ErrorKind::Data) if there is no such call.
    pub fn encode_single_with_leading(&self, leading: &LeadingParams, index: usize) -> Result<Vec<u8>> {
        let encoded = self.get(index)?;
        document::in_encoding(self.options, |out| {
            call::begin_escaped(out, &self.text[encoded.method.clone()], self.options);
            leading.append_params(out);
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

impl Request {
    fn get(&self, index: usize) -> Result<&EncodedCall> {
        self.calls.get(index).ok_or_else(|| no_such_call(index, self.len()))
    }
}

#[cold]
fn no_such_call(index: usize, len: usize) -> Error {
    Error::new(ErrorKind::Data, format!("call index {index} is out of range: the multicall has {len} calls"))
}
