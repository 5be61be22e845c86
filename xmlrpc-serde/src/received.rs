//! `Call`: a `<methodCall>` that was read.
use crate::{
    Error, ErrorKind, Options, Result,
    de::read_value,
    reader::{Document, Reader, Tag, Token},
    wellformed::is_space_char,
};
use serde_core::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, SeqAccess, Visitor},
    forward_to_deserialize_any,
};
use std::{borrow::Cow, cell::RefCell, sync::Arc};

/// A call that was read: the method first, then the parameters as types ask for them.
///
/// ```
/// use xmlrpc_serde::{Options, call};
///
/// let xml = call::encode("add", &(1, 2), Options::new())?;
/// let call = call::decode(xml.as_bytes(), Options::new())?;
/// assert_eq!((call.method(), call.len()), ("add", 2));
/// assert_eq!(call.params::<(i32, i32)>()?, (1, 2));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Call<'a> {
    text: Text<'a>,
    method: Box<str>,
    params: Place,
    len: usize,
    options: Options,
}

/// The document: an owned one is shared by the calls of a multicall, which may be many.
#[derive(Clone, Debug)]
enum Text<'a> {
    Borrowed(&'a str),
    Shared(Arc<str>),
}

impl Text<'_> {
    fn as_str(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Shared(text) => text,
        }
    }
}

/// Where the parameters stand.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// After `<params>`, or nowhere if there are none.
    Params(usize),
    /// At the first element of an array, in a call of a multicall.
    Elements(usize),
}

/// Reads a call: its method's name, and that its document is well-formed to the end.
///
/// What the parameters hold is checked when they are asked for.
///
/// # Errors
/// If the document is not well-formed, is no call, or passes a limit.
pub fn decode(body: &[u8], options: Options) -> Result<Call<'_>> {
    let document = Document::from_slice(body, options)?;
    let read = || {
        let mut reader = document.reader(options);
        match reader.open_root(b"<methodCall>", Tag::MethodCall)? {
            Token::Start { tag: Tag::MethodCall, empty: false } => {}
            token => return Err(reader.unexpected(token, "<methodCall>")),
        }
        let method = match reader.start_tag(b"<methodName>", Tag::MethodName)? {
            Token::Start { tag: Tag::MethodName, empty: true } => Box::default(),
            Token::Start { tag: Tag::MethodName, empty: false } => {
                reader.method_name()?.trim_matches(is_space_char).into()
            }
            token => return Err(reader.unexpected(token, "<methodName>")),
        };
        let mut params = reader.position();
        let mut len = 0;
        match reader.start_tag(b"<params>", Tag::Params)? {
            // The specification lets a call without parameters leave `<params>` out.
            Token::End(Tag::MethodCall) => {
                reader.end_document()?;
                return Ok((method, params, len));
            }
            Token::Start { tag: Tag::Params, empty: true } => {}
            Token::Start { tag: Tag::Params, empty: false } => {
                params = reader.position();
                while reader.next_param()? {
                    reader.skip_value()?;
                    reader.end_param()?;
                    len += 1;
                }
            }
            token => return Err(reader.unexpected(token, "<params>")),
        }
        reader.end_tag(b"</methodCall>", Tag::MethodCall)?;
        reader.end_document()?;
        Ok((method, params, len))
    };
    match read() {
        Ok((method, params, len)) => {
            let text = match document.into_text() {
                Cow::Borrowed(text) => Text::Borrowed(text),
                Cow::Owned(text) => Text::Shared(text.into()),
            };
            Ok(Call { text, method, params: Place::Params(params), len, options })
        }
        Err(error) => Err(error.in_document(document.text())),
    }
}

impl<'a> Call<'a> {
    /// A call in the multicall `outer`, whose first parameter's `<value>` begins at `elements`.
    pub(crate) fn in_array(outer: &'a Call<'_>, method: Box<str>, elements: usize, len: usize) -> Self {
        let text = match &outer.text {
            Text::Borrowed(text) => Text::Borrowed(text),
            Text::Shared(text) => Text::Shared(Arc::clone(text)),
        };
        Call { text, method, params: Place::Elements(elements), len, options: outer.options }
    }

    /// The method's name, without white space around it.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// How many parameters there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// All parameters at once, as a tuple or sequence; `()` takes any.
    ///
    /// # Errors
    /// If they are not as many as `T` has, or one does not fit its type.
    pub fn params<'s, T: Deserialize<'s>>(&'s self) -> Result<T> {
        let params = RefCell::new(self.reader());
        let read = || {
            let value = T::deserialize(All(&params))?;
            let params = params.borrow();
            if params.left > 0 {
                let message = format!(
                    "too many parameters: the call has {}, expected {}",
                    self.len,
                    self.len - params.left
                );
                return Err(Error::new(ErrorKind::Data, message));
            }
            Ok(value)
        };
        read().map_err(|error: Error| error.in_document(self.text()))
    }

    /// The parameters one after another.
    #[must_use]
    pub fn reader(&self) -> Params<'_> {
        let (Place::Params(start) | Place::Elements(start)) = self.params;
        let text = self.text();
        let reader = Reader::new(text, Some(text), start, self.options);
        Params { reader, text, left: self.len, index: 0, place: self.params }
    }

    /// Frees it of the body, by a copy unless it has its own text already; the calls of an owned multicall share that.
    #[must_use]
    pub fn into_owned(self) -> Call<'static> {
        let text = match self.text {
            Text::Borrowed(text) => Text::Shared(text.into()),
            Text::Shared(text) => Text::Shared(text),
        };
        Call { text, ..self }
    }

    pub(crate) fn text(&self) -> &str {
        self.text.as_str()
    }

    pub(crate) fn options(&self) -> Options {
        self.options
    }
}

/// Reads parameters one after another.
#[derive(Debug)]
pub struct Params<'a> {
    reader: Reader<'a, 'a>,
    text: &'a str,
    left: usize,
    index: usize,
    place: Place,
}

impl<'a> Params<'a> {
    /// The next parameter, `None` after the last.
    ///
    /// # Errors
    /// If it does not fit `T`. The parameters behind it cannot be read then.
    #[allow(clippy::should_implement_trait)]
    pub fn next<T: Deserialize<'a>>(&mut self) -> Result<Option<T>> {
        self.next_seed(std::marker::PhantomData).map_err(|error| error.in_document(self.text))
    }

    /// How many are left.
    #[must_use]
    pub fn left(&self) -> usize {
        self.left
    }

    /// Goes to the next parameter's value.
    pub(crate) fn open_next(&mut self) -> Result<Option<&mut Reader<'a, 'a>>> {
        if self.left == 0 {
            return Ok(None);
        }
        match self.place {
            Place::Params(_) => self.reader.next_param()?,
            Place::Elements(_) => self.reader.next_element()?,
        };
        Ok(Some(&mut self.reader))
    }

    fn read_next<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<S::Value> {
        self.open_next()?;
        let value = read_value(&mut self.reader, seed)?;
        if let Place::Params(_) = self.place {
            self.reader.end_param()?;
        }
        Ok(value)
    }

    fn next_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<Option<S::Value>> {
        if self.left == 0 {
            return Ok(None);
        }
        let index = self.index;
        match self.read_next(seed) {
            Ok(value) => {
                self.index += 1;
                self.left -= 1;
                Ok(Some(value))
            }
            Err(error) => {
                self.left = 0;
                Err(error.in_element(index).in_root("params"))
            }
        }
    }
}

/// All parameters as one sequence.
struct All<'p, 'a>(&'p RefCell<Params<'a>>);

impl<'de> Deserializer<'de> for All<'_, 'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_seq(Seq(&mut self.0.borrow_mut()))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.0.borrow_mut().left = 0;
        visitor.visit_unit()
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_unit(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit_struct
        seq tuple tuple_struct map struct enum identifier
    }
}

struct Seq<'p, 'a>(&'p mut Params<'a>);

impl<'a> SeqAccess<'a> for Seq<'_, 'a> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        self.0.next_seed(seed)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.left)
    }
}
