//! `UncheckedCall`: a call whose parameters have not been read yet.
use super::{
    params::{Params, ParamsAt},
    source::{CallSource, DocumentText},
};
use crate::{
    Options, Result,
    reader::{Document, Reader, Tag, Token},
    xml::{chars::trimmed, well_formed::complete_error},
};
use std::borrow::Cow;

/// A call that has been read up to its parameters. The rest of its document may be broken.
///
/// A server that knows the types of the parameters reads them and checks the document in one pass.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Options, call};
///
/// let xml = call::encode("add", &(1, 2), Options::new())?;
/// let call = call::open(xml.as_bytes(), Options::new())?;
/// assert_eq!(call.method(), "add");
/// let mut params = call.params();
/// let sum = params.next::<i32>()?.zip(params.next::<i32>()?).map(|(a, b)| a + b);
/// // The document is known to be a call only now.
/// params.finish()?;
/// assert_eq!(sum, Some(3));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct UncheckedCall<'a> {
    pub(super) source: CallSource<'a>,
    /// The number of parameters, if the document had to be read to its end already.
    pub(super) param_count: Option<usize>,
}

/// Reads a call up to its parameters.
///
/// # Errors
///
/// Those of [`decode`](super::decode()), as far as the document was read.
pub fn open(body: &[u8], options: Options) -> Result<UncheckedCall<'_>> {
    let document = Document::from_slice(body, options)?;
    match head(&mut document.reader(options)) {
        Ok((method, params, param_count)) => {
            let text = match document.into_text() {
                Cow::Borrowed(text) => DocumentText::Borrowed(text),
                Cow::Owned(text) => DocumentText::Shared(text.into()),
            };
            let source = CallSource { text, method, params: ParamsAt::Params(params), options };
            Ok(UncheckedCall { source, param_count })
        }
        Err(error) => Err(complete_error(error, document.text(), options.reads_control_characters())),
    }
}

/// Reads up to the first parameter. Returns the name of the method, where the parameters begin, and their
/// number if that is known.
fn head(reader: &mut Reader<'_, '_>) -> Result<(Box<str>, usize, Option<usize>)> {
    match reader.open_root(b"<methodCall>", Tag::MethodCall)? {
        Token::Start { tag: Tag::MethodCall, empty: false } => {}
        token => return Err(reader.unexpected(token, "`<methodCall>`")),
    }
    let method = match reader.start_tag(b"<methodName>", Tag::MethodName)? {
        Token::Start { tag: Tag::MethodName, empty: true } => Box::default(),
        Token::Start { tag: Tag::MethodName, empty: false } => trimmed(reader.method_name()?).into(),
        token => return Err(reader.unexpected(token, "`<methodName>`")),
    };
    let params = reader.start_tag(b"<params>", Tag::Params)?;
    let start = reader.position();
    let param_count = match params {
        Token::Start { tag: Tag::Params, empty: false } => {
            // A reader that begins at the parameters later does not know the prefixes of the elements around
            // them.
            if reader.has_prefixes() { Some(rest(reader)?) } else { None }
        }
        Token::Start { tag: Tag::Params, empty: true } => {
            reader.end_call()?;
            Some(0)
        }
        // By the specification, a call without parameters need not have `<params>`.
        Token::End(Tag::MethodCall) => {
            reader.end_document()?;
            Some(0)
        }
        token => return Err(reader.unexpected(token, "`<params>`")),
    };
    Ok((method, start, param_count))
}

/// Reads from the first parameter to the end of the document. Returns the number of parameters.
pub(super) fn rest(reader: &mut Reader<'_, '_>) -> Result<usize> {
    let mut len = 0;
    while reader.next_param(len)? {
        reader.skip_value()?;
        reader.end_param()?;
        len += 1;
    }
    reader.end_call()?;
    Ok(len)
}

impl UncheckedCall<'_> {
    /// Returns the name of the method, without white space around it.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.source.method
    }

    /// Returns a reader of the parameters. [`Params::finish`] checks what follows them.
    #[must_use]
    pub fn params(&self) -> Params<'_> {
        self.source.params(self.param_count)
    }

    /// Makes the call independent of the body. The document is copied unless the call owns it already.
    #[must_use]
    pub fn into_owned(self) -> UncheckedCall<'static> {
        UncheckedCall { source: self.source.into_owned(), ..self }
    }

    /// Returns the document, converted to UTF-8 if it was in another encoding.
    #[must_use]
    pub fn text(&self) -> &str {
        self.source.text()
    }
}
