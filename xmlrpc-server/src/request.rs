//! One call on its way through a method.
use crate::{RequestContext, fault_code};
use serde_core::{Deserialize, Serialize, de::DeserializeOwned};
use std::fmt;
use xmlrpc_serde::{
    ErrorKind, Fault, Options,
    call::{Call, Params},
    response,
};

/// One call, owned.
pub struct Request {
    call: Call<'static>,
    context: RequestContext,
    options: Options,
    place: Place,
}

/// Where the result of a call will stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Alone in the response.
    Response,
    /// Among the results of a multicall.
    Element,
}

/// An encoded result.
pub struct Reply(pub(crate) Encoded);

pub(crate) enum Encoded {
    /// The whole document.
    Response(Vec<u8>),
    /// One `<value>`, to stand in a multicall's reply.
    Element(String),
}

impl Request {
    pub(crate) const fn new(
        call: Call<'static>,
        context: RequestContext,
        options: Options,
        place: Place,
    ) -> Self {
        Self { call, context, options, place }
    }

    /// The method's name as it was called, prefix included.
    #[must_use]
    pub fn method(&self) -> &str {
        self.call.method().trim()
    }

    /// Who asks, and how.
    #[must_use]
    pub const fn context(&self) -> &RequestContext {
        &self.context
    }

    /// The parameters, whose names the faults tell: at least `required` of them, at most `names.len()`.
    ///
    /// # Errors
    ///
    /// A fault (-32602) that tells how many parameters the method takes.
    pub fn params<'s>(
        &'s self,
        names: &'static [&'static str],
        required: usize,
    ) -> Result<ParamsReader<'s>, Fault> {
        self.check_count(required, names.len())?;
        Ok(ParamsReader { params: self.call.reader(), names, position: 0 })
    }

    /// The parameters of a function, which have no names: at most `most` of them.
    pub(crate) fn unnamed_params(&self, most: usize) -> Result<ParamsReader<'_>, Fault> {
        self.check_count(0, most)?;
        Ok(ParamsReader { params: self.call.reader(), names: &[], position: 0 })
    }

    /// All parameters at once, however many, as a tuple or a `Vec<Value>`.
    ///
    /// # Errors
    ///
    /// A fault (-32602) when they are of other types.
    pub fn all_params<T: DeserializeOwned>(&self) -> Result<T, Fault> {
        self.call.params().map_err(|error| invalid_params(&error, ""))
    }

    /// Encodes the result.
    ///
    /// # Errors
    ///
    /// A fault (-32603) when the value cannot be written: a control character, a `None` without
    /// [`Router::allow_none`](crate::Router::allow_none) …; it is also logged, since the mistake is the server's.
    pub fn reply<T: Serialize + ?Sized>(&self, value: &T) -> Result<Reply, Fault> {
        let encoded = match self.place {
            Place::Response => response::encode_to_vec(value, self.options).map(Encoded::Response),
            Place::Element => self.options.to_string(value).map(Encoded::Element),
        };
        encoded.map(Reply).map_err(|error| {
            tracing::error!(method = self.method(), %error, "a result cannot be encoded");
            Fault::new(
                fault_code::INTERNAL_ERROR,
                format!("Internal error: the result of the method cannot be encoded: {error}"),
            )
        })
    }

    pub(crate) const fn call(&self) -> &Call<'static> {
        &self.call
    }

    fn check_count(&self, required: usize, most: usize) -> Result<(), Fault> {
        let given = self.call.len();
        if (required..=most).contains(&given) {
            return Ok(());
        }
        let takes = match (required, most) {
            (_, 0) => "no parameters".to_owned(),
            (0, 1) => "at most 1 parameter".to_owned(),
            (0, most) => format!("at most {most} parameters"),
            (1, 1) => "1 parameter".to_owned(),
            (least, most) if least == most => format!("{most} parameters"),
            (least, most) => format!("{least} to {most} parameters"),
        };
        let message =
            format!("Invalid parameters: `{}` takes {takes}, not {given}", name_in_message(self.method()));
        Err(Fault::new(fault_code::INVALID_PARAMS, message))
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method())
            .field("context", &self.context)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (place, bytes) = match &self.0 {
            Encoded::Response(document) => (Place::Response, document.len()),
            Encoded::Element(value) => (Place::Element, value.len()),
        };
        f.debug_struct("Reply").field("place", &place).field("bytes", &bytes).finish()
    }
}

/// Reads parameters one after another; a fault (-32602) names the parameter.
#[derive(Debug)]
pub struct ParamsReader<'a> {
    params: Params<'a>,
    names: &'static [&'static str],
    position: usize,
}

impl<'a> ParamsReader<'a> {
    /// The next one.
    ///
    /// # Errors
    ///
    /// A fault (-32602) when there is none, or it does not fit `T`.
    pub fn required<T: Deserialize<'a>>(&mut self) -> Result<T, Fault> {
        self.optional()?.ok_or_else(|| self.missing())
    }

    /// The next one, `None` when it was left off.
    ///
    /// # Errors
    ///
    /// A fault (-32602) when it does not fit `T`.
    pub fn optional<T: Deserialize<'a>>(&mut self) -> Result<Option<T>, Fault> {
        let value = self.params.next().map_err(|error| invalid_params(&error, &self.label(self.position)))?;
        self.position += 1;
        Ok(value)
    }

    /// The next one; where it was left off, what `T` is without a value (`None` for an option), as for a struct's member.
    pub(crate) fn required_or_absent<T: Deserialize<'a>>(&mut self) -> Result<T, Fault> {
        match self.optional()? {
            Some(value) => Ok(value),
            None => T::deserialize(absent::Absent).map_err(|absent::Missing| self.missing()),
        }
    }

    /// The fault for a parameter that was asked for just now and is not there.
    #[cold]
    fn missing(&self) -> Fault {
        let label = self.label(self.position.saturating_sub(1));
        Fault::new(fault_code::INVALID_PARAMS, format!("Invalid parameters: {label} is missing"))
    }

    fn label(&self, position: usize) -> String {
        match self.names.get(position) {
            Some(name) => format!("`{name}` (parameter {})", position + 1),
            None => format!("parameter {}", position + 1),
        }
    }
}

/// A fault from an error in reading a parameter. The document around it is known to be well-formed.
fn invalid_params(error: &xmlrpc_serde::Error, label: &str) -> Fault {
    let (code, what) = match error.kind() {
        ErrorKind::Data => (fault_code::INVALID_PARAMS, "Invalid parameters"),
        ErrorKind::Limit => (fault_code::PARSE_ERROR, "Parse error"),
        _ => (fault_code::INVALID_REQUEST, "Invalid request"),
    };
    let colon = if label.is_empty() { "" } else { ": " };
    Fault::new(code, format!("{what}: {label}{colon}{error}"))
}

/// A name that a client sent, cut to a length fit for a message.
pub(crate) fn name_in_message(name: &str) -> std::borrow::Cow<'_, str> {
    const MOST: usize = 80;
    match name.char_indices().nth(MOST) {
        None => name.into(),
        Some((end, _)) => format!("{}…", &name[..end]).into(),
    }
}

/// A deserializer without a value: options are `None`, everything else is missing.
mod absent {
    use serde_core::{
        de::{Deserializer, Error, Visitor},
        forward_to_deserialize_any,
    };
    use std::fmt;

    pub(super) struct Absent;

    #[derive(Debug)]
    pub(super) struct Missing;

    impl fmt::Display for Missing {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("missing")
        }
    }
    impl std::error::Error for Missing {}
    impl Error for Missing {
        fn custom<T: fmt::Display>(_: T) -> Self {
            Self
        }
    }

    impl<'de> Deserializer<'de> for Absent {
        type Error = Missing;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Missing> {
            Err(Missing)
        }

        fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Missing> {
            visitor.visit_none()
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
            newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
        }
    }
}
