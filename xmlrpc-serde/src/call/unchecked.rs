//! `UncheckedCall`: a call of which no more is known than its method.
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

/// A call that was read up to its parameters: whoever knows their types by the method reads them and checks the document
/// in one pass.
///
/// ```
/// use xmlrpc_serde::{Options, call};
///
/// let xml = call::encode("add", &(1, 2), Options::new())?;
/// let call = call::open(xml.as_bytes(), Options::new())?;
/// assert_eq!(call.method(), "add");
/// let mut params = call.params();
/// let sum = params.next::<i32>()?.zip(params.next::<i32>()?).map(|(a, b)| a + b);
/// // Nothing is done with them before the end was seen.
/// params.finish()?;
/// assert_eq!(sum, Some(3));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct UncheckedCall<'a> {
    pub(super) source: CallSource<'a>,
    /// How many parameters there are, if the document was read to its end all the same.
    pub(super) param_count: Option<usize>,
}

/// Reads a call up to its parameters.
///
/// # Errors
/// If so far the document is not well-formed, is no call, or passes a limit.
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

/// Up to the first parameter: the method's name, where the parameters begin, and how many there are if that is known.
fn head(reader: &mut Reader<'_, '_>) -> Result<(Box<str>, usize, Option<usize>)> {
    match reader.open_root(b"<methodCall>", Tag::MethodCall)? {
        Token::Start { tag: Tag::MethodCall, empty: false } => {}
        token => return Err(reader.unexpected(token, "<methodCall>")),
    }
    let method = match reader.start_tag(b"<methodName>", Tag::MethodName)? {
        Token::Start { tag: Tag::MethodName, empty: true } => Box::default(),
        Token::Start { tag: Tag::MethodName, empty: false } => trimmed(reader.method_name()?).into(),
        token => return Err(reader.unexpected(token, "<methodName>")),
    };
    let params = reader.start_tag(b"<params>", Tag::Params)?;
    let start = reader.position();
    let param_count = match params {
        Token::Start { tag: Tag::Params, empty: false } => {
            // A reader that begins behind them does not know the prefixes of the elements that are open.
            if reader.has_prefixes() { Some(rest(reader)?) } else { None }
        }
        Token::Start { tag: Tag::Params, empty: true } => {
            reader.end_call()?;
            Some(0)
        }
        // The specification lets a call without parameters leave `<params>` out.
        Token::End(Tag::MethodCall) => {
            reader.end_document()?;
            Some(0)
        }
        token => return Err(reader.unexpected(token, "<params>")),
    };
    Ok((method, start, param_count))
}

/// From the first parameter to the end of the document; gives how many there are.
pub(super) fn rest(reader: &mut Reader<'_, '_>) -> Result<usize> {
    let mut len = 0;
    while reader.next_param()? {
        reader.skip_value()?;
        reader.end_param()?;
        len += 1;
    }
    reader.end_call()?;
    Ok(len)
}

impl UncheckedCall<'_> {
    /// The method's name, without white space around it.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.source.method
    }

    /// The parameters one after another. What follows them is looked at by [`Params::finish`].
    #[must_use]
    pub fn params(&self) -> Params<'_> {
        self.source.params(self.param_count)
    }

    /// Frees it of the body, by a copy unless it has its own text already.
    #[must_use]
    pub fn into_owned(self) -> UncheckedCall<'static> {
        UncheckedCall { source: self.source.into_owned(), ..self }
    }

    /// The document, converted to UTF-8 if it was in another encoding.
    #[must_use]
    pub fn text(&self) -> &str {
        self.source.text()
    }
}
