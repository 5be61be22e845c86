//! `ValueEmitter`: builds a `Value` from the serializer's calls.
use super::{Struct, Value};
use crate::{
    DateTime, Error, ErrorKind, Options, Result, Serializer, attachment::ONLY_IN_CALLS, ser::emit::Emit,
};

/// Builds a [`Value`] from the calls of a [`Serializer`].
///
/// It accepts the same values as [`XmlEmitter`](crate::XmlEmitter), with one exception: characters that XML
/// cannot hold are not checked here. They are found when the value is written.
#[derive(Debug, Default)]
pub struct ValueEmitter {
    /// The arrays and structs that have begun and not ended, outermost first.
    open: Vec<Open>,
    done: Option<Value>,
}

#[derive(Debug)]
enum Open {
    Array(Vec<Value>),
    /// The members so far, and the name of the member whose value comes next.
    Struct(Struct, String),
}

impl ValueEmitter {
    fn put(&mut self, value: Value) {
        match self.open.last_mut() {
            None => self.done = Some(value),
            Some(Open::Array(elements)) => elements.push(value),
            Some(Open::Struct(members, name)) => members.push(std::mem::take(name), value),
        }
    }
}

/// The highest length for which room is reserved at once. A `Serialize` may announce any length, so a higher
/// one is not trusted.
const MAX_PREALLOCATED_LEN: usize = 1024;

impl Emit for ValueEmitter {
    fn int(&mut self, value: i32) {
        self.put(Value::Int(value));
    }
    fn i8(&mut self, value: i64) {
        self.put(Value::I8(value));
    }
    fn boolean(&mut self, value: bool) {
        self.put(Value::Bool(value));
    }
    fn double(&mut self, value: f64) {
        self.put(Value::Double(value));
    }
    fn string(&mut self, value: &str) -> Result<()> {
        self.put(Value::String(value.to_owned()));
        Ok(())
    }
    fn date_time(&mut self, text: &str) -> Result<()> {
        let value = text.parse::<DateTime>()?;
        self.put(Value::DateTime(value));
        Ok(())
    }
    fn base64(&mut self, value: &[u8]) {
        self.put(Value::Base64(value.to_vec()));
    }
    fn attachment(&mut self) -> Result<()> {
        Err(Error::unsupported(ONLY_IN_CALLS))
    }
    fn nil(&mut self) {
        self.put(Value::Nil);
    }
    fn begin_array(&mut self, len: usize) {
        self.open.push(Open::Array(Vec::with_capacity(len.min(MAX_PREALLOCATED_LEN))));
    }
    fn end_array(&mut self) {
        if let Some(Open::Array(elements)) = self.open.pop() {
            self.put(Value::Array(elements));
        }
    }
    fn written(&self) -> usize {
        0
    }
    fn reserve_hint(&mut self, _more: usize) {}
    fn begin_struct(&mut self, len: usize) {
        self.open.push(Open::Struct(Struct::with_capacity(len.min(MAX_PREALLOCATED_LEN)), String::new()));
    }
    fn begin_member(&mut self, _first: bool, name: &str) -> Result<()> {
        if let Some(Open::Struct(_, next)) = self.open.last_mut() {
            name.clone_into(next);
        }
        Ok(())
    }
    fn end_struct(&mut self, _empty: bool) {
        if let Some(Open::Struct(members, _)) = self.open.pop() {
            self.put(Value::Struct(members));
        }
    }
}

impl Serializer<ValueEmitter> {
    /// Creates a serializer that builds a [`Value`].
    ///
    /// [`to_value`](crate::to_value) is shorter where nothing else uses the serializer.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use serde::Serialize;
    /// use xmlrpc::{Options, Serializer, value};
    ///
    /// let mut serializer = Serializer::for_value(Options::new());
    /// [1, 2].serialize(&mut serializer)?;
    /// assert_eq!(serializer.into_value()?, value!([1, 2]));
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub fn for_value(options: Options) -> Self {
        Self::with_emitter(ValueEmitter::default(), options)
    }

    /// Returns the value that was serialized last.
    ///
    /// # Errors
    ///
    /// Returns an error of kind [`ErrorKind::Data`] if nothing was serialized.
    pub fn into_value(self) -> Result<Value> {
        // A value that could not be written as a whole is still open.
        let done = if self.is_complete() { self.emit.done } else { None };
        done.ok_or_else(|| Error::new(ErrorKind::Data, "expected a value, but nothing was serialized"))
    }
}
