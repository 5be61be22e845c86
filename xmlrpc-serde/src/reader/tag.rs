//! `Tag`: the element names of XML-RPC and its known extensions. `Token`: a tag in a document.

macro_rules! tags {
    ($($variant:ident = $name:literal: $kind:expr),* $(,)?) => {
        /// A tag name of the vocabulary.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Tag { $(#[doc = $name] $variant),* }

        impl Tag {
            /// By its local name; names are case-sensitive.
            pub(crate) fn from_name(name: &[u8]) -> Option<Self> {
                match name {
                    // Apache's type has a prefix; without one it is the specification's name cut short.
                    b"dateTime" => None,
                    $(n if n == $name.as_bytes() => Some(Self::$variant),)*
                    _ => None,
                }
            }

            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// The type that it gives a value; `None` for the tags that stand around values and types.
            #[inline]
            pub(crate) const fn kind(self) -> Option<Kind> {
                use Kind::{Array, Scalar, Struct};
                use ScalarKind::{Base64, Boolean, DateTime, Double, Integer, Nil, String, WideInteger};
                match self { $(Self::$variant => $kind),* }
            }
        }
    };
}

// A new type of a known kind is one line here, and is read: by the third lane, until the others know it.
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

/// What a value is, whichever of several tags says so.
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
    /// An integer that is meant to fit 32 bits.
    Integer,
    /// An integer that may need more than 32 bits.
    WideInteger,
    Double,
    Boolean,
    DateTime,
    Base64,
    Nil,
}

/// A tag, as the structure of a document has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    Start {
        tag: Tag,
        empty: bool,
    },
    End(Tag),
    /// The end of the document.
    Eof,
}
