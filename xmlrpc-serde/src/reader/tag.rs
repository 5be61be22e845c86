//! `Tag`: a tag name of XML-RPC or one of its known extensions. `Token`: a tag in a document.

macro_rules! tags {
    ($($variant:ident = $name:literal: $kind:expr),* $(,)?) => {
        /// A tag name of XML-RPC or one of its known extensions.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Tag { $(#[doc = $name] $variant),* }

        impl Tag {
            /// Finds a tag by its local name. Upper and lower case differ.
            pub(crate) fn from_name(name: &[u8]) -> Option<Self> {
                match name {
                    // With a prefix this is Apache's type. Without one it is a mistake for
                    // `dateTime.iso8601`.
                    b"dateTime" => None,
                    $(n if n == $name.as_bytes() => Some(Self::$variant),)*
                    _ => None,
                }
            }

            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// Returns the kind of value that the tag starts, or `None` for the tags around values.
            #[inline]
            pub(crate) const fn kind(self) -> Option<Kind> {
                use Kind::{Array, Scalar, Struct};
                use ScalarKind::{Base64, Boolean, DateTime, Double, Integer, Nil, String, WideInteger};
                match self { $(Self::$variant => $kind),* }
            }
        }
    };
}

// To add a type of a known kind, add a line here. The second and third lane read it then; the first knows the
// common types only (`Lookahead::type_tag`, `plain_scalars.rs`).
tags! {
    Value = "value": None,
    Member = "member": None,
    Name = "name": None,
    String = "string": Some(Scalar(String)),
    Int = "int": Some(Scalar(Integer)),
    I4 = "i4": Some(Scalar(Integer)),
    Double = "double": Some(Scalar(Double)),
    Boolean = "boolean": Some(Scalar(Boolean)),
    Struct = "struct": Some(Struct),
    Array = "array": Some(Array),
    Data = "data": None,
    DateTime = "dateTime.iso8601": Some(Scalar(DateTime)),
    Base64 = "base64": Some(Scalar(Base64)),
    Nil = "nil": Some(Scalar(Nil)),
    I8 = "i8": Some(Scalar(WideInteger)),
    // Apache's other extension types: https://ws.apache.org/xmlrpc/types.html
    I1 = "i1": Some(Scalar(Integer)),
    I2 = "i2": Some(Scalar(Integer)),
    BigInteger = "biginteger": Some(Scalar(WideInteger)),
    Float = "float": Some(Scalar(Double)),
    BigDecimal = "bigdecimal": Some(Scalar(Double)),
    ApacheDateTime = "dateTime": Some(Scalar(DateTime)),
    Param = "param": None,
    Params = "params": None,
    Fault = "fault": None,
    MethodName = "methodName": None,
    MethodCall = "methodCall": None,
    MethodResponse = "methodResponse": None,
}

impl Tag {
    /// Returns whether a value begins with the start tag of this: `<value>` or a type.
    pub(crate) fn starts_value(self) -> bool {
        self == Self::Value || self.kind().is_some()
    }
}

/// What a value is. Several tags can stand for the same kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Scalar(ScalarKind),
    Array,
    Struct,
}

/// The kinds of scalars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScalarKind {
    String,
    /// An integer that fits 32 bits, by its tag. Some servers write wider ones.
    Integer,
    /// An integer that may be wider than 32 bits, by its tag.
    WideInteger,
    Double,
    Boolean,
    DateTime,
    Base64,
    Nil,
}

/// A tag in a document, or the document's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// `<tag>`, or `<tag/>` if it is empty.
    Start { tag: Tag, empty: bool },
    /// `</tag>`.
    End(Tag),
    /// The end of the document.
    Eof,
}
