//! The parameters of a call, as types ask for them.
use crate::{
    Error, ErrorKind, Options, Result, de::read_value, reader::Reader, xml::well_formed::complete_error,
};
use serde_core::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, SeqAccess, Visitor},
    forward_to_deserialize_any,
};

/// Reads parameters one after another.
#[derive(Debug)]
pub struct Params<'a> {
    reader: Reader<'a, 'a>,
    text: &'a str,
    place: ParamsAt,
    options: Options,
    index: usize,
    remaining: Remaining,
}

/// Where the parameters stand.
#[derive(Clone, Copy, Debug)]
pub(super) enum ParamsAt {
    /// After `<params>`, or nowhere if there are none.
    Params(usize),
    /// At the first element of an array, in a call of a multicall.
    Elements(usize),
}

/// How many parameters are left.
#[derive(Clone, Copy, Debug)]
enum Remaining {
    /// Of a document that was read to its end before.
    Known(usize),
    /// The reader sees where they end.
    Unknown,
    /// None; the document behind them is still to be read.
    None,
    /// None can be read after one that could not.
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

    /// The next parameter, `None` after the last.
    ///
    /// # Errors
    /// If it does not fit `T`. The parameters behind it cannot be read then, which is an error too.
    #[allow(clippy::should_implement_trait)]
    pub fn next<T: Deserialize<'a>>(&mut self) -> Result<Option<T>> {
        self.next_seed(std::marker::PhantomData)
            .map_err(|error| in_call(error, self.place, self.text, self.options))
    }

    /// How many are left, where that is known: of a [`Call`](super::Call) it is, of an
    /// [`UncheckedCall`](super::UncheckedCall) one not before the last was passed.
    #[must_use]
    pub fn left(&self) -> Option<usize> {
        match self.remaining {
            Remaining::Known(left) => Some(left),
            Remaining::Unknown => None,
            Remaining::None | Remaining::Failed => Some(0),
        }
    }

    /// Sees that there are no more, and that the document ends as it should.
    ///
    /// # Errors
    /// If a parameter is left or could not be read, or the document is not well-formed to its end. Also when a type made
    /// do without a value in which the document is broken.
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
            Remaining::Known(_) | Remaining::Unknown => {
                let message = format!("too many parameters: expected {}", self.index);
                Err(Error::new(ErrorKind::Data, message))
            }
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
            ParamsAt::Params(_) => self.reader.next_param()?,
            ParamsAt::Elements(_) => self.reader.next_element()?,
        };
        if !found {
            self.remaining = Remaining::None;
            return Ok(None);
        }
        Ok(Some(&mut self.reader))
    }

    fn read_next<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<Option<S::Value>> {
        let Some(reader) = self.open_next()? else { return Ok(None) };
        let value = read_value(reader, seed)?;
        if let ParamsAt::Params(_) = self.place {
            self.reader.end_param()?;
        }
        Ok(Some(value))
    }

    fn next_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<Option<S::Value>> {
        let broken = Error::broken();
        match self.read_next(seed) {
            Ok(None) => Ok(None),
            Ok(value) => {
                self.index += 1;
                match &mut self.remaining {
                    Remaining::Known(left) => *left -= 1,
                    _ if Error::broken() != broken => self.remaining = Remaining::Failed,
                    _ => {}
                }
                Ok(value)
            }
            Err(error) => {
                self.remaining = Remaining::Failed;
                Err(error.in_element(self.index).in_root("params"))
            }
        }
    }
}

#[cold]
fn after_failure() -> Error {
    Error::new(ErrorKind::Data, "a parameter before this could not be read")
}

/// Completes an error in a call of `document`, but not for each of the calls in a multicall, which may be many: they stand
/// in a document that was checked before, and their errors tell the byte instead of the line.
pub(super) fn in_call(error: Error, place: ParamsAt, document: &str, options: Options) -> Error {
    match place {
        ParamsAt::Params(_) => complete_error(error, document, options.reads_control_characters()),
        ParamsAt::Elements(_) => error,
    }
}

/// All parameters as one sequence.
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
        self.0.next_seed(seed)
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.left()
    }
}
