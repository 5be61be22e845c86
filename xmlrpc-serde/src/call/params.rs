//! `Params`: decodes the parameters of a call, one after another or all as one sequence.
use crate::{
    Error, ErrorKind, Options, Result, de::read_value, reader::Reader, xml::well_formed::complete_error,
};
use serde_core::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, SeqAccess, Visitor},
    forward_to_deserialize_any,
};
use std::{fmt, mem};

/// Decodes the parameters of a call, one after another.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Options, call};
///
/// let xml = call::encode("repeat", &("ab", 3), Options::new())?;
/// let call = call::decode(xml.as_bytes(), Options::new())?;
/// let mut params = call.reader();
/// let (text, count) = (params.next::<&str>()?, params.next::<usize>()?);
/// params.finish()?;
/// assert_eq!((text, count), (Some("ab"), Some(3)));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
#[derive(Debug)]
pub struct Params<'a> {
    reader: Reader<'a, 'a>,
    text: &'a str,
    place: ParamsAt,
    options: Options,
    index: usize,
    remaining: Remaining,
}

/// Where in the document the parameters begin.
#[derive(Clone, Copy, Debug)]
pub(super) enum ParamsAt {
    /// After `<params>`. Without a meaning if there are no parameters.
    Params(usize),
    /// At the first element of an array: in a call of a multicall.
    Elements(usize),
}

/// How many parameters are left.
#[derive(Clone, Copy, Debug)]
enum Remaining {
    /// This many. The document was read to its end before.
    Known(usize),
    /// Unknown until the reader meets their end.
    Unknown,
    /// None. What follows them in the document has not been read.
    None,
    /// No more can be read, because one could not be read.
    Failed,
}

impl<'a> Params<'a> {
    pub(super) fn new(
        reader: Reader<'a, 'a>,
        text: &'a str,
        place: ParamsAt,
        param_count: Option<usize>,
        options: Options,
    ) -> Self {
        let remaining = param_count.map_or(Remaining::Unknown, Remaining::Known);
        Self { reader, text, place, options, index: 0, remaining }
    }

    /// Decodes the next parameter. `None` after the last one.
    ///
    /// # Errors
    ///
    /// [`Data`](ErrorKind::Data) if it does not fit `T`, and the errors of [`open`](super::open) if the
    /// document is wrong there. After an error no more parameters can be read.
    #[expect(
        clippy::should_implement_trait,
        reason = "each parameter has a type of its own, so this is not an iterator"
    )]
    pub fn next<T: Deserialize<'a>>(&mut self) -> Result<Option<T>> {
        self.next_seed(std::marker::PhantomData)
            .map_err(|error| in_call(error, self.place, self.text, self.options))
    }

    /// Returns how many parameters are left, if that is known. It is always known for a
    /// [`Call`](super::Call), and for an [`UncheckedCall`](super::UncheckedCall) once its last parameter was
    /// passed.
    #[must_use]
    pub fn left(&self) -> Option<usize> {
        match self.remaining {
            Remaining::Known(left) => Some(left),
            Remaining::Unknown => None,
            Remaining::None | Remaining::Failed => Some(0),
        }
    }

    /// Checks that no parameter is left, and that the document is well-formed to its end.
    ///
    /// # Errors
    ///
    /// [`Data`](ErrorKind::Data) if a parameter is left, or one could not be read, and the errors of
    /// [`UncheckedCall::check`](super::UncheckedCall::check) if the document is wrong, even if a type
    /// tolerated that.
    pub fn finish(mut self) -> Result<()> {
        self.end().map_err(|error| in_call(error, self.place, self.text, self.options))
    }

    fn end(&mut self) -> Result<()> {
        if let Remaining::Unknown = self.remaining {
            self.open_next()?;
        }
        match self.remaining {
            Remaining::Known(0) => Ok(()),
            Remaining::None => self.reader.end_call(),
            Remaining::Failed => Err(after_failure()),
            Remaining::Known(_) | Remaining::Unknown => Err(wrong_count(self.index, "more")),
        }
    }

    /// Goes to the next parameter's value.
    pub(crate) fn open_next(&mut self) -> Result<Option<&mut Reader<'a, 'a>>> {
        match self.remaining {
            Remaining::Known(0) | Remaining::None => return Ok(None),
            Remaining::Failed => return Err(after_failure()),
            Remaining::Known(_) | Remaining::Unknown => {}
        }
        let found = match self.place {
            ParamsAt::Params(_) => self.reader.next_param(self.index)?,
            ParamsAt::Elements(_) => self.reader.next_element()?,
        };
        if !found {
            self.remaining = Remaining::None;
            return Ok(None);
        }
        Ok(Some(&mut self.reader))
    }

    fn read_next<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<Option<S::Value>> {
        if self.open_next()?.is_none() {
            return Ok(None);
        }
        // Until it was read: its type may also panic.
        let remaining = mem::replace(&mut self.remaining, Remaining::Failed);
        let value = read_value(&mut self.reader, seed)?;
        if let ParamsAt::Params(_) = self.place {
            self.reader.end_param()?;
        }
        self.index += 1;
        self.remaining = match remaining {
            Remaining::Known(left) => Remaining::Known(left - 1),
            remaining => remaining,
        };
        Ok(Some(value))
    }

    fn next_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<Option<S::Value>> {
        self.read_next(seed).map_err(|error| {
            self.remaining = Remaining::Failed;
            error.in_element(self.index).in_root("params")
        })
    }
}

#[cold]
fn after_failure() -> Error {
    Error::new(ErrorKind::Data, "the parameters cannot be read on after one that could not be read")
}

#[cold]
pub(super) fn wrong_count(expected: usize, found: impl fmt::Display) -> Error {
    let s = if expected == 1 { "" } else { "s" };
    Error::new(ErrorKind::Data, format!("expected {expected} parameter{s}, found {found}"))
}

/// Completes an error about a call in `document`. An error about a call inside a multicall keeps its offset
/// alone, because the document was checked before, and counting lines for each of many calls would take too
/// long.
pub(super) fn in_call(error: Error, place: ParamsAt, document: &str, options: Options) -> Error {
    match place {
        ParamsAt::Params(_) => complete_error(error, document, options.reads_control_characters()),
        ParamsAt::Elements(_) => error,
    }
}

/// Deserializes all parameters as one sequence.
pub(super) struct ParamsAsSequence<'p, 'a>(pub(super) &'p mut Params<'a>);

impl<'de> Deserializer<'de> for ParamsAsSequence<'_, 'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_seq(Seq(self.0))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.0.remaining = Remaining::Known(0);
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
        match self.0.remaining {
            // A visitor that ignored the error must not ask for ever.
            Remaining::Failed => Ok(None),
            Remaining::Known(_) | Remaining::Unknown | Remaining::None => self.0.next_seed(seed),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.left()
    }
}
