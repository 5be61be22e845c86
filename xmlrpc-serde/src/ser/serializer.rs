//! `Serializer`: turns Rust types into the parts of a value, which one of two emitters receives.
use super::{
    compound::{OpenArray, OpenMap, OpenStruct, VariantContent},
    emit::Emit,
    xml_emitter::XmlEmitter,
};
use crate::{
    Error, ErrorKind, Options, Result, attachment, newtype, options::DateForm, scalar::print::widen,
};
use serde_core::{Serialize, ser};
use std::fmt;

/// A serde serializer that writes text ([`XmlEmitter`]) or builds a [`Value`](crate::Value)
/// ([`ValueEmitter`](crate::ValueEmitter)).
///
/// Use it in code that is generic over serializers. Elsewhere [`to_string`](crate::to_string) and
/// [`to_value`](crate::to_value) are easier.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use serde::Serialize;
/// use xmlrpc::{Options, Serializer};
///
/// let mut serializer = Serializer::new(Options::new());
/// "a<b".serialize(&mut serializer)?;
/// assert_eq!(serializer.into_string(), "<value><string>a&lt;b</string></value>");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
#[derive(Debug)]
pub struct Serializer<E = XmlEmitter> {
    pub(crate) emit: E,
    options: Options,
    /// How many arrays and structs are open.
    pub(super) depth: usize,
    /// How many arrays and structs may be open around the innermost one.
    innermost: usize,
    /// Where the text of the outermost array or struct begins, while one is open.
    root_start: usize,
    /// What the next scalar is, if serde's data model has no name for it.
    newtype: Newtype,
}

/// A type of XML-RPC that serde's data model lacks; see [`newtype`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Newtype {
    None,
    DateTime,
    I8,
    Attachment,
}

/// A serializer inside a newtype. Even after a panic, the newtype does not mark what comes after it.
struct InNewtype<'a, E>(&'a mut Serializer<E>);

impl<'a, E> InNewtype<'a, E> {
    fn enter(serializer: &'a mut Serializer<E>, newtype: Newtype) -> Self {
        serializer.newtype = newtype;
        Self(serializer)
    }
}

impl<E> Drop for InNewtype<'_, E> {
    fn drop(&mut self) {
        self.0.newtype = Newtype::None;
    }
}

impl Serializer<XmlEmitter> {
    /// Creates a serializer that writes text.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self::with_emitter(XmlEmitter::new(options), options)
    }

    /// Returns the text: one `<value>` for each value that was serialized.
    ///
    /// A value that could not be written as a whole leaves no text, and neither do those after it.
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use serde::Serialize;
    /// use xmlrpc::{Options, Serializer};
    ///
    /// let mut serializer = Serializer::new(Options::new());
    /// 1.serialize(&mut serializer)?;
    /// assert!([f64::NAN].serialize(&mut serializer).is_err());
    /// assert_eq!(serializer.into_string(), "<value><int>1</int></value>");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub fn into_string(self) -> String {
        let mut text = self.emit.out;
        if self.depth > 0 {
            text.truncate(self.root_start);
        }
        text
    }
}

impl<E: Emit> Serializer<E> {
    pub(crate) fn with_emitter(emit: E, options: Options) -> Self {
        let innermost = options.depth_limit().saturating_sub(1);
        Self { emit, options, depth: 0, innermost, root_start: 0, newtype: Newtype::None }
    }

    /// Enters an array or a struct, if the depth limit allows it.
    #[inline]
    fn descend(&mut self) -> Result<()> {
        // One comparison finds the outermost array or struct, for which 0 wraps around, and one that is too
        // deep.
        if self.depth.wrapping_sub(1) >= self.innermost {
            self.descend_specially()?;
        }
        self.depth += 1;
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn descend_specially(&mut self) -> Result<()> {
        if self.depth >= self.options.depth_limit() {
            return Err(too_deep(self.options.depth_limit()));
        }
        self.root_start = self.emit.written();
        Ok(())
    }

    /// Whether the fields of structs that are `None` are left out.
    pub(super) const fn skips_none(&self) -> bool {
        self.options.skips_none()
    }

    /// Whether each array and struct that was opened has been closed.
    pub(crate) fn is_complete(&self) -> bool {
        self.depth == 0
    }

    #[inline]
    fn begin_array(&mut self, len: usize) -> Result<OpenArray<'_, E>> {
        self.descend()?;
        self.emit.begin_array(len);
        Ok(OpenArray::new(self, len))
    }

    #[inline]
    fn begin_struct(&mut self, len: usize) -> Result<OpenStruct<'_, E>> {
        self.descend()?;
        self.emit.begin_struct(len);
        Ok(OpenStruct::new(self))
    }

    /// Opens the struct of one member that stands for an enum variant.
    fn begin_variant(&mut self, variant: &'static str) -> Result<()> {
        self.descend()?;
        self.emit.begin_struct(1);
        self.emit.begin_member(true, variant)
    }

    pub(super) fn end_variant(&mut self) {
        self.emit.end_struct(false);
        self.depth -= 1;
    }
}

#[cold]
#[inline(never)]
fn too_deep(limit: usize) -> Error {
    Error::new(
        ErrorKind::Limit,
        format!(
            "arrays and structs are nested deeper than {limit} levels \
             (raise the limit with `Options::max_depth`)"
        ),
    )
}

impl<'a, E: Emit> ser::Serializer for &'a mut Serializer<E> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = OpenArray<'a, E>;
    type SerializeTuple = OpenArray<'a, E>;
    type SerializeTupleStruct = OpenArray<'a, E>;
    type SerializeTupleVariant = VariantContent<OpenArray<'a, E>>;
    type SerializeMap = OpenMap<'a, E>;
    type SerializeStruct = OpenStruct<'a, E>;
    type SerializeStructVariant = VariantContent<OpenStruct<'a, E>>;

    #[inline]
    fn serialize_bool(self, value: bool) -> Result<()> {
        self.emit.boolean(value);
        Ok(())
    }

    #[inline]
    fn serialize_i8(self, value: i8) -> Result<()> {
        self.serialize_i32(value.into())
    }

    #[inline]
    fn serialize_i16(self, value: i16) -> Result<()> {
        self.serialize_i32(value.into())
    }

    #[inline]
    fn serialize_i32(self, value: i32) -> Result<()> {
        self.emit.int(value);
        Ok(())
    }

    #[inline]
    fn serialize_i64(self, value: i64) -> Result<()> {
        match i32::try_from(value) {
            Ok(value) if !(self.newtype == Newtype::I8 && self.options.writes_i8()) => self.emit.int(value),
            _ if self.options.writes_i8() => self.emit.i8(value),
            _ => {
                return Err(Error::unsupported(format!("integer {value} does not fit the 32 bits of <int>"))
                    .with_advice("set `allow_i8` if the other side reads <i8>"));
            }
        }
        Ok(())
    }

    fn serialize_i128(self, value: i128) -> Result<()> {
        match i64::try_from(value) {
            Ok(value) => self.serialize_i64(value),
            Err(_) => Err(too_wide(value)),
        }
    }

    #[inline]
    fn serialize_u8(self, value: u8) -> Result<()> {
        self.serialize_i32(value.into())
    }

    #[inline]
    fn serialize_u16(self, value: u16) -> Result<()> {
        self.serialize_i32(value.into())
    }

    #[inline]
    fn serialize_u32(self, value: u32) -> Result<()> {
        self.serialize_i64(value.into())
    }

    #[inline]
    fn serialize_u64(self, value: u64) -> Result<()> {
        match i64::try_from(value) {
            Ok(value) => self.serialize_i64(value),
            Err(_) => self.serialize_i128(value.into()),
        }
    }

    fn serialize_u128(self, value: u128) -> Result<()> {
        match i64::try_from(value) {
            Ok(value) => self.serialize_i64(value),
            Err(_) => Err(too_wide(value)),
        }
    }

    fn serialize_f32(self, value: f32) -> Result<()> {
        self.serialize_f64(widen(value))
    }

    #[inline]
    fn serialize_f64(self, value: f64) -> Result<()> {
        if !value.is_finite() {
            return Err(not_finite(value));
        }
        self.emit.double(value);
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<()> {
        self.emit.string(value.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<()> {
        if self.newtype == Newtype::DateTime {
            return self.date_time(value);
        }
        self.emit.string(value)
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<()> {
        self.emit.base64(value);
        Ok(())
    }

    fn serialize_none(self) -> Result<()> {
        if !self.options.writes_none() {
            return Err(Error::unsupported("XML-RPC has no form for `None`").with_advice(
                "leave a member out with `#[serde(skip_serializing_if = \"Option::is_none\")]`, \
                 a parameter with `#[xmlrpc(optional)]`, or set `allow_none` if the other side reads <nil/>",
            ));
        }
        self.emit.nil();
        Ok(())
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<()> {
        if self.options.writes_none() {
            self.emit.nil();
            Ok(())
        } else {
            self.emit.string("")
        }
    }

    fn serialize_unit_struct(self, name: &'static str) -> Result<()> {
        if self.newtype == Newtype::Attachment && name == newtype::ATTACHMENT {
            return self.emit.attachment();
        }
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> Result<()> {
        self.emit.string(variant)
    }

    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<()> {
        let newtype = match name {
            newtype::DATE_TIME => Newtype::DateTime,
            newtype::I8 => Newtype::I8,
            newtype::ATTACHMENT if self.options.takes_attachments() => {
                attachment::want_next();
                Newtype::Attachment
            }
            newtype::ATTACHMENT => return Err(Error::unsupported(attachment::ONLY_IN_CALLS)),
            _ => return value.serialize(self),
        };
        value.serialize(&mut *InNewtype::enter(self, newtype).0)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<()> {
        self.begin_variant(variant)?;
        value.serialize(&mut *self).map_err(|error| error.in_member(variant))?;
        self.end_variant();
        Ok(())
    }

    #[inline]
    fn serialize_seq(self, len: Option<usize>) -> Result<OpenArray<'a, E>> {
        self.begin_array(len.unwrap_or(0))
    }

    #[inline]
    fn serialize_tuple(self, len: usize) -> Result<OpenArray<'a, E>> {
        self.begin_array(len)
    }

    #[inline]
    fn serialize_tuple_struct(self, _name: &'static str, len: usize) -> Result<OpenArray<'a, E>> {
        self.begin_array(len)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<VariantContent<OpenArray<'a, E>>> {
        self.begin_variant(variant)?;
        self.begin_array(len).map(|array| VariantContent::new(variant, array))
    }

    #[inline]
    fn serialize_map(self, len: Option<usize>) -> Result<OpenMap<'a, E>> {
        self.begin_struct(len.unwrap_or(0)).map(OpenMap::new)
    }

    #[inline]
    fn serialize_struct(self, _name: &'static str, len: usize) -> Result<OpenStruct<'a, E>> {
        self.begin_struct(len)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<VariantContent<OpenStruct<'a, E>>> {
        self.begin_variant(variant)?;
        self.begin_struct(len).map(|members| VariantContent::new(variant, members))
    }
}

impl<E: Emit> Serializer<E> {
    #[inline(never)]
    fn date_time(&mut self, text: &str) -> Result<()> {
        const BARE: usize = "19980717T14:08:55".len();
        if self.options.written_date_form() == DateForm::Bare && text.len() != BARE {
            return Err(Error::unsupported(format!(
                "expected a dateTime without fraction and offset (YYYYMMDDTHH:MM:SS), found {text}"
            ))
            .with_advice("remove them with `without_fraction` and `without_offset`, or set `date_form`"));
        }
        self.emit.date_time(text)
    }
}

#[cold]
#[inline(never)]
fn too_wide(value: impl fmt::Display) -> Error {
    Error::unsupported(format!(
        "integer {value} does not fit 64 bits, the most that XML-RPC has: send it as a string"
    ))
}

#[cold]
#[inline(never)]
fn not_finite(value: f64) -> Error {
    Error::unsupported(format!("XML-RPC has no form for the number {value}"))
}
