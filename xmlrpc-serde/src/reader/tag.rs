//! `Tag`: the element names of XML-RPC and its known extensions. `Token`: a tag in a document.

macro_rules! tags {
    ($($variant:ident = $name:literal),* $(,)?) => {
        /// An element of the vocabulary.
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

            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}

tags! {
    Value = "value",
    Member = "member",
    Name = "name",
    String = "string",
    Int = "int",
    I4 = "i4",
    Double = "double",
    Boolean = "boolean",
    Struct = "struct",
    Array = "array",
    Data = "data",
    DateTime = "dateTime.iso8601",
    Base64 = "base64",
    Nil = "nil",
    I8 = "i8",
    // Apache's other extension types: https://ws.apache.org/xmlrpc/types.html
    I1 = "i1",
    I2 = "i2",
    BigInteger = "biginteger",
    Float = "float",
    BigDecimal = "bigdecimal",
    ApacheDateTime = "dateTime",
    Param = "param",
    Params = "params",
    Fault = "fault",
    MethodName = "methodName",
    MethodCall = "methodCall",
    MethodResponse = "methodResponse",
}

impl Tag {
    /// Whether it is one of the elements that stand inside `<value>` and give its type.
    pub(crate) fn is_type(self) -> bool {
        use Tag::{Data, Fault, Member, MethodCall, MethodName, MethodResponse, Name, Param, Params, Value};
        !matches!(
            self,
            Value | Member | Name | Data | Param | Params | Fault | MethodName | MethodCall | MethodResponse
        )
    }
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
