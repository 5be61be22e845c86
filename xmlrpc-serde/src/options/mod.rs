//! `Options`: every choice of the format, as one small runtime value.
//!
//! This file holds only the choices. The entry points (`Options::to_string`, `Options::from_str`, …) are
//! `impl` blocks that stand beside the free functions of the same names.

mod presets;

use crate::Encoding;

/// How values are read and written.
///
/// An `Options` is a small `Copy` value with a `const` builder, so a program usually has one or two of them
/// as constants. The free functions of this crate, such as [`to_string`](crate::to_string), use
/// [`Options::new`]. Each of them is also a method here, which uses the options that it is called on. The
/// functions of [`call`](crate::call), [`response`](crate::response) and [`multicall`](crate::multicall) take
/// the options as an argument.
///
/// [`python`](Self::python), [`apache`](Self::apache), [`xmlrpc_c`](Self::xmlrpc_c),
/// [`rtorrent`](Self::rtorrent), [`roscpp`](Self::roscpp) and [`fldigi`](Self::fldigi) are presets for known
/// servers. For any other server, start with [`Options::new`].
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Options, call};
///
/// const DIALECT: Options = Options::new().allow_none(true).allow_i8(true);
///
/// assert_eq!(DIALECT.to_string(&None::<i32>)?, "<value><nil/></value>");
/// assert_eq!(DIALECT.from_str::<i64>("<value><i8>5000000000</i8></value>")?, 5_000_000_000);
/// let document = call::encode("files.truncate", &("/tmp/x", 5_000_000_000_i64), DIALECT)?;
/// assert!(document.contains("<param><value><i8>5000000000</i8></value></param>"));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Overview
///
/// | option | default | when reading | when writing |
/// |---|---|---|---|
/// | [`allow_none`](Self::allow_none) | no | `<nil/>` is always read | `None` is `<nil/>` instead of an error |
/// | [`skip_none`](Self::skip_none) | no | | a field that is `None` is left out instead of written |
/// | [`allow_i8`](Self::allow_i8) | no | `<i8>` is always read | an integer beyond 32 bits is `<i8>` instead of an error |
/// | [`extension_prefix`](Self::extension_prefix) | no | any prefix is read | `<ex:nil/>` and `<ex:i8>` |
/// | [`int_tag`](Self::int_tag) | `<int>` | both tags are read | `<int>` or `<i4>` |
/// | [`date_form`](Self::date_form) | full | every form is read | whether a date may have a fraction or an offset |
/// | [`control_characters`](Self::control_characters) | refuse | | what is written for characters that XML cannot hold |
/// | [`raw_carriage_returns`](Self::raw_carriage_returns) | no | | a carriage return is itself instead of `&#13;` |
/// | [`read_control_characters`](Self::read_control_characters) | no | whether such characters are accepted | |
/// | [`read_empty_as_nil`](Self::read_empty_as_nil) | no | whether an empty number, boolean or date is nil | |
/// | [`lossy`](Self::lossy) | no | whether bytes outside the encoding become U+FFFD | |
/// | [`encoding`](Self::encoding) | UTF-8 | | the encoding of `encode_to_vec` and similar functions |
/// | [`charset_hint`](Self::charset_hint) | none | the encoding of documents that name none | |
/// | [`max_depth`](Self::max_depth) | 128 | the deepest nesting | the deepest nesting |
/// | [`max_len`](Self::max_len) | 64 MiB | the longest document | |
/// | [`max_row_bytes`](Self::max_row_bytes) | 1 MiB | the longest row | |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Options {
    allow_none: bool,
    skip_none: bool,
    allow_i8: bool,
    extension_prefix: bool,
    read_control_characters: bool,
    read_empty_as_nil: bool,
    lossy: bool,
    int_tag: IntTag,
    date_form: DateForm,
    control_characters: ControlCharacters,
    raw_carriage_returns: bool,
    /// In 32 bits, to keep the type small: no stack holds more levels.
    max_depth: u32,
    max_len: usize,
    /// In 32 bits for the same reason. The largest number is no limit.
    max_row_bytes: u32,
    encoding: Encoding,
    charset_hint: Option<Encoding>,
    fast_lanes: bool,
    attachments: bool,
}

/// # The defaults
impl Options {
    /// Creates the default options.
    ///
    /// What they write is read by every XML-RPC implementation, with one exception: a date that has a
    /// fraction or an offset is written with it, and CPython (with `use_builtin_types`) and Twisted refuse
    /// such dates. See [`date_form`](Self::date_form) and
    /// [`DateTime::without_fraction`](crate::DateTime::without_fraction).
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Options;
    ///
    /// assert_eq!(Options::new(), Options::default());
    /// assert_eq!(Options::new().to_string(&7)?, xmlrpc::to_string(&7)?);
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self {
            allow_none: false,
            skip_none: false,
            allow_i8: false,
            extension_prefix: false,
            read_control_characters: false,
            read_empty_as_nil: false,
            lossy: false,
            int_tag: IntTag::Int,
            date_form: DateForm::Full,
            control_characters: ControlCharacters::Refuse,
            raw_carriage_returns: false,
            max_depth: 128,
            max_len: 64 << 20,
            max_row_bytes: 1 << 20,
            encoding: Encoding::UTF_8,
            charset_hint: None,
            fast_lanes: true,
            attachments: false,
        }
    }
}

/// # Types and tags that are written
///
/// These options change which types are written and how their tags are spelled. All of the types and tags are
/// always read.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{IntTag, Options};
///
/// // For a server that knows both extensions, and writes `<i4>` itself.
/// let options = Options::new().allow_none(true).allow_i8(true).int_tag(IntTag::I4);
/// assert_eq!(
///     options.to_string(&(7, 1_i64 << 40, None::<bool>))?,
///     "<value><array><data><value><i4>7</i4></value><value><i8>1099511627776</i8></value>\
///      <value><nil/></value></data></array></value>"
/// );
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
impl Options {
    /// Sets whether `None` may be written, as `<nil/>`. Default: no, writing `None` is an error.
    ///
    /// `<nil/>` is an extension that many servers refuse or misread. Allow it for servers that are known to
    /// read it. For other servers leave the member out, with
    /// `#[serde(skip_serializing_if = "Option::is_none")]`.
    ///
    /// This option also changes what is written for `()`, which is the result of a method that returns
    /// nothing: `<nil/>` with the option, and an empty string without it.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod xmlrpc { pub use xmlrpc_serde::Options; pub mod format { pub use xmlrpc_serde::{ErrorKind}; } }
    /// use xmlrpc::{Options, format::ErrorKind};
    ///
    /// let error = Options::new().to_string(&None::<i32>).unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::Unsupported);
    /// assert_eq!(Options::new().to_string(&())?, "<value><string></string></value>");
    ///
    /// let nil = Options::new().allow_none(true);
    /// assert_eq!(nil.to_string(&None::<i32>)?, "<value><nil/></value>");
    /// assert_eq!(nil.to_string(&())?, "<value><nil/></value>");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn allow_none(mut self, yes: bool) -> Self {
        self.allow_none = yes;
        self
    }

    /// Sets whether the fields of structs that are `None` are left out. Default: no, they are written like
    /// any other `None`.
    ///
    /// It does for every field what `#[serde(skip_serializing_if = "Option::is_none")]` does for one. It
    /// leaves out the fields of structs and of variants with fields. It does not leave out the entries of
    /// maps, the elements of arrays, or parameters, because those count. serde writes a struct with
    /// `#[serde(flatten)]` as a map.
    ///
    /// A field of the type `Option<Option<T>>` that is `Some(None)` is written, as `<nil/>` with
    /// [`allow_none`](Self::allow_none).
    ///
    /// # Examples
    ///
    /// ```
    /// use serde::Serialize;
    /// use xmlrpc_serde::Options;
    ///
    /// #[derive(Serialize)]
    /// struct Filter {
    ///     name: Option<String>,
    ///     limit: Option<i32>,
    /// }
    ///
    /// let options = Options::new().skip_none(true);
    /// let xml = options.to_string(&Filter { name: None, limit: Some(5) })?;
    /// assert_eq!(
    ///     xml,
    ///     "<value><struct><member><name>limit</name><value><int>5</int></value></member></struct></value>"
    /// );
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn skip_none(mut self, yes: bool) -> Self {
        self.skip_none = yes;
        self
    }

    /// Sets whether integers beyond 32 bits may be written, as `<i8>`. Default: no, writing one is an error.
    ///
    /// `<i8>` is an extension. Allow it for servers that read 64-bit integers, such as rTorrent and xmlrpc-c.
    ///
    /// An integer that fits 32 bits is written as `<int>` with or without this option. The exception is
    /// [`Value::I8`](crate::Value::I8): with this option it is written as `<i8>` whatever number it holds.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod xmlrpc {
    /// #     pub use xmlrpc_serde::{Options, Value};
    /// #     pub mod format { pub use xmlrpc_serde::{ErrorKind}; }
    /// # }
    /// use xmlrpc::{Options, Value, format::ErrorKind};
    ///
    /// let error = Options::new().to_string(&(1_i64 << 40)).unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::Unsupported);
    ///
    /// let wide = Options::new().allow_i8(true);
    /// assert_eq!(wide.to_string(&(1_i64 << 40))?, "<value><i8>1099511627776</i8></value>");
    /// assert_eq!(wide.to_string(&7_i64)?, "<value><int>7</int></value>");
    /// assert_eq!(wide.to_string(&Value::I8(7))?, "<value><i8>7</i8></value>");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn allow_i8(mut self, yes: bool) -> Self {
        self.allow_i8 = yes;
        self
    }

    /// Sets whether the extension types have Apache's prefix: `<ex:nil/>` and `<ex:i8>`. Default: no.
    ///
    /// With this option the root element declares the prefix's namespace. Set it for servers built on
    /// Apache's ws-xmlrpc, which read the extension types only with the prefix. Whether these types may be
    /// written at all is still decided by [`allow_none`](Self::allow_none) and [`allow_i8`](Self::allow_i8).
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Options, response};
    ///
    /// let apache = Options::new().allow_none(true).extension_prefix(true);
    /// let xml = response::encode(&None::<i32>, apache)?;
    /// assert!(xml.contains("xmlns:ex=\"http://ws.apache.org/xmlrpc/namespaces/extensions\""));
    /// assert!(xml.contains("<value><ex:nil/></value>"));
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn extension_prefix(mut self, yes: bool) -> Self {
        self.extension_prefix = yes;
        self
    }

    /// Sets the tag of 32-bit integers. Default: [`IntTag::Int`].
    ///
    /// The two tags have the same meaning. Change it for a server that reads only `<i4>`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{IntTag, Options};
    ///
    /// assert_eq!(Options::new().int_tag(IntTag::I4).to_string(&7)?, "<value><i4>7</i4></value>");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn int_tag(mut self, tag: IntTag) -> Self {
        self.int_tag = tag;
        self
    }

    /// Sets which forms of a [`DateTime`](crate::DateTime) may be written. Default: [`DateForm::Full`].
    ///
    /// Choose [`DateForm::Bare`] for servers that refuse a fraction or an offset. A date that has one is then
    /// an error. It is never cut, because that would change what it says.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod xmlrpc {
    /// #     pub use xmlrpc_serde::{DateForm, DateTime, Options};
    /// #     pub mod format { pub use xmlrpc_serde::{ErrorKind}; }
    /// # }
    /// use xmlrpc::{DateForm, DateTime, Options, format::ErrorKind};
    ///
    /// let bare = Options::new().date_form(DateForm::Bare);
    /// let date: DateTime = "1998-07-17T14:08:55Z".parse()?;
    /// assert_eq!(bare.to_string(&date).unwrap_err().kind(), ErrorKind::Unsupported);
    /// assert_eq!(
    ///     bare.to_string(&date.without_offset())?,
    ///     "<value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value>"
    /// );
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn date_form(mut self, form: DateForm) -> Self {
        self.date_form = form;
        self
    }
}

/// # Characters and encodings
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{ControlCharacters, Encoding, Options};
///
/// // For a server that sends and expects ISO-8859-1 without saying so, control characters included.
/// let options = Options::new()
///     .encoding(Encoding::ISO_8859_1)
///     .charset_hint(Some(Encoding::ISO_8859_1))
///     .control_characters(ControlCharacters::Strip)
///     .read_control_characters(true);
/// assert_eq!(options.from_slice::<String>(b"<value>caf\xE9\x07</value>")?, "caf\u{E9}\u{7}");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
impl Options {
    /// Sets what is written for characters that XML 1.0 cannot hold. Default: [`ControlCharacters::Refuse`].
    ///
    /// The default reports them, because a string without them is another string. Change it where the text is
    /// only for people to read, such as log lines and fault messages.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{ControlCharacters, Options};
    ///
    /// let strip = Options::new().control_characters(ControlCharacters::Strip);
    /// assert_eq!(strip.to_string("a\u{1}b")?, "<value><string>ab</string></value>");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn control_characters(mut self, policy: ControlCharacters) -> Self {
        self.control_characters = policy;
        self
    }

    /// Sets whether a carriage return is written as it is. Default: no, it is written as `&#13;`.
    ///
    /// XML parsers turn a carriage return in a document into a line feed, so only `&#13;` keeps it. Set this
    /// for peers that do not know such references and give the five characters to the program instead, such
    /// as the C++ library of ROS ([`roscpp`](Self::roscpp)) and [`fldigi`](Self::fldigi).
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Options;
    ///
    /// assert_eq!(Options::new().to_string("a\r\n")?, "<value><string>a&#13;\n</string></value>");
    /// let raw = Options::new().raw_carriage_returns(true);
    /// assert_eq!(raw.to_string("a\r\n")?, "<value><string>a\r\n</string></value>");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn raw_carriage_returns(mut self, yes: bool) -> Self {
        self.raw_carriage_returns = yes;
        self
    }

    /// Sets whether characters that XML 1.0 cannot hold are accepted in a document. Default: no, such a
    /// document is refused as ill-formed.
    ///
    /// With this option they are read as they are, both as plain characters and as references (`&#1;`). Set
    /// it for servers that write strings without checking them: rTorrent sends the names of torrents so, and
    /// so do programs with an old CPython.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod xmlrpc { pub use xmlrpc_serde::Options; pub mod format { pub use xmlrpc_serde::{ErrorKind}; } }
    /// use xmlrpc::{Options, format::ErrorKind};
    ///
    /// let xml = "<value><string>a&#1;b</string></value>";
    /// assert_eq!(Options::new().from_str::<String>(xml).unwrap_err().kind(), ErrorKind::Syntax);
    /// assert_eq!(Options::new().read_control_characters(true).from_str::<String>(xml)?, "a\u{1}b");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn read_control_characters(mut self, yes: bool) -> Self {
        self.read_control_characters = yes;
        self
    }

    /// Sets whether bytes that are not valid in the document's encoding are read as U+FFFD. Default: no, they
    /// are an error.
    ///
    /// Set it where a readable text matters more than an exact one, for example to show what a broken server
    /// sends.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod xmlrpc { pub use xmlrpc_serde::Options; pub mod format { pub use xmlrpc_serde::{ErrorKind}; } }
    /// use xmlrpc::{Options, format::ErrorKind};
    ///
    /// let bytes = b"<value><string>caf\xE9</string></value>";
    /// assert_eq!(Options::new().from_slice::<String>(bytes).unwrap_err().kind(), ErrorKind::Encoding);
    /// assert_eq!(Options::new().lossy(true).from_slice::<String>(bytes)?, "caf\u{FFFD}");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn lossy(mut self, yes: bool) -> Self {
        self.lossy = yes;
        self
    }

    /// Sets the encoding that `encode_to_vec` and similar functions write. Default: UTF-8.
    ///
    /// The document's declaration names the encoding, and characters that the encoding lacks are written as
    /// references. Change it only for servers that cannot read UTF-8, which every other server can.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Encoding, Options, response};
    ///
    /// let latin = Options::new().encoding(Encoding::ISO_8859_1);
    /// let bytes = response::encode_to_vec("é€", latin)?;
    /// assert!(bytes.starts_with(b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"));
    /// assert!(bytes.windows(8).any(|part| part == b"\xE9&#8364;"));
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn encoding(mut self, encoding: Encoding) -> Self {
        self.encoding = encoding;
        self
    }

    /// Returns the encoding that [`encoding`](Self::encoding) has set, for example for a `Content-Type`
    /// header.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Encoding, Options};
    ///
    /// assert_eq!(Options::new().written_encoding(), Encoding::UTF_8);
    /// ```
    #[must_use]
    pub const fn written_encoding(self) -> Encoding {
        self.encoding
    }

    /// Sets the encoding of documents that do not name one themselves. Default: none, they are UTF-8.
    ///
    /// Pass the `charset` of the HTTP header `Content-Type`. The encoding of a document is decided by its
    /// byte order mark; without one by its XML declaration; without that by this hint.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Encoding, Options};
    ///
    /// let options = Options::new().charset_hint(Encoding::for_label("latin1"));
    /// assert_eq!(options.from_slice::<String>(b"<value>\xE9</value>")?, "é");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn charset_hint(mut self, charset: Option<Encoding>) -> Self {
        self.charset_hint = charset;
        self
    }
}

/// # Values that are empty
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::Options;
///
/// // For a device that writes `<int/>` where it has no number.
/// let options = Options::new().read_empty_as_nil(true);
/// let xml = "<value><array><data><value><int>7</int></value><value><int/></value></data></array></value>";
/// assert_eq!(options.from_str::<[Option<i32>; 2]>(xml)?, [Some(7), None]);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
impl Options {
    /// Sets whether an empty number, boolean or dateTime is read as nil. Default: no, it is an error.
    ///
    /// An empty `<int/>` is not an integer, and the default does not guess one. Some servers write it where
    /// they have no value: Panasonic telephones, Z-Blog, XML-RPC.NET with a null. With this option it is a
    /// `None` or [`Value::Nil`](crate::Value::Nil). An empty string and an empty base64 are what they are in
    /// any case.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Options, Value};
    ///
    /// let xml = "<value><double></double></value>";
    /// assert!(Options::new().from_str::<Value>(xml).is_err());
    /// assert_eq!(Options::new().read_empty_as_nil(true).from_str::<Value>(xml)?, Value::Nil);
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn read_empty_as_nil(mut self, yes: bool) -> Self {
        self.read_empty_as_nil = yes;
        self
    }
}

/// # Limits
///
/// The limits keep a document from exhausting the stack or the memory. Lower them for documents from
/// strangers, and raise them for a server that is known to send more.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::Options;
///
/// let small = Options::new().max_depth(8).max_len(64 * 1024);
/// assert_eq!(small.from_str::<String>("<value>short and flat</value>")?, "short and flat");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
impl Options {
    /// Sets how deeply arrays and structs may be nested, when reading and when writing. Default: 128.
    ///
    /// Only values are counted, not the elements of a call or response around them. Each level takes stack,
    /// in this crate and in the `Serialize` and `Deserialize` of the type that holds it. The default fits the
    /// stack of any thread. With a higher limit it is up to the caller to run on a larger stack.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod xmlrpc {
    /// #     pub use xmlrpc_serde::{Options, value};
    /// #     pub mod format { pub use xmlrpc_serde::{ErrorKind}; }
    /// # }
    /// use xmlrpc::{Options, value, format::ErrorKind};
    ///
    /// let flat = Options::new().max_depth(1);
    /// assert!(flat.to_string(&value!([1, 2])).is_ok());
    /// assert_eq!(flat.to_string(&value!([[1], 2])).unwrap_err().kind(), ErrorKind::Limit);
    /// ```
    #[must_use]
    pub const fn max_depth(mut self, depth: usize) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "it is at most the largest number of the type")]
        let depth = if depth > u32::MAX as usize { u32::MAX } else { depth as u32 };
        self.max_depth = depth;
        self
    }

    /// Sets how many bytes a document may have when it is read. Default: 64 MiB.
    ///
    /// [`from_reader`](Self::from_reader) stops reading at the limit. A document that is read in rows may be
    /// longer: see [`max_row_bytes`](Self::max_row_bytes).
    ///
    /// # Examples
    ///
    /// ```
    /// # mod xmlrpc { pub use xmlrpc_serde::Options; pub mod format { pub use xmlrpc_serde::{ErrorKind}; } }
    /// use xmlrpc::{Options, format::ErrorKind};
    ///
    /// let xml = "<value><int>7</int></value>";
    /// assert_eq!(Options::new().max_len(10).from_str::<i32>(xml).unwrap_err().kind(), ErrorKind::Limit);
    /// ```
    #[must_use]
    pub const fn max_len(mut self, len: usize) -> Self {
        self.max_len = len;
        self
    }

    /// Sets how many bytes a row may have when an array is read by [`rows`](crate::rows()) and similar
    /// functions. Default: 1 MiB.
    ///
    /// The bytes are those of the row's XML as UTF-8. A row must be in memory before it is read, so this
    /// bounds the memory that reading takes, however long the document is. It also bounds each tag, comment
    /// and name of a member outside the rows. [`max_len`](Self::max_len) does not count there.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod xmlrpc { pub use xmlrpc_serde::Options; pub mod format { pub use xmlrpc_serde::{ErrorKind}; } }
    /// use xmlrpc::{Options, format::ErrorKind};
    ///
    /// let xml = "<value><array><data><value>a</value><value>a longer row</value></data></array></value>";
    /// let mut rows = Options::new().max_row_bytes(20).rows::<String, _>(xml.as_bytes())?;
    /// assert_eq!(rows.next().unwrap()?, "a");
    /// assert_eq!(rows.next().unwrap().unwrap_err().kind(), ErrorKind::Limit);
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn max_row_bytes(mut self, len: usize) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "it is at most the largest number of the type")]
        let len = if len > u32::MAX as usize { u32::MAX } else { len as u32 };
        self.max_row_bytes = len;
        self
    }

    /// Sets whether the reader may use its fast lanes. Default: yes.
    ///
    /// The lanes give the same results. This switch exists for the tests that prove it.
    #[doc(hidden)]
    #[must_use]
    pub const fn fast_lanes(mut self, yes: bool) -> Self {
        self.fast_lanes = yes;
        self
    }
}

// The setters have the plain names, so the getters of this crate are named for what the reader or writer
// does.
impl Options {
    /// Returns whether `None` and `()` are [written](Self::allow_none) as `<nil/>`.
    #[must_use]
    pub const fn writes_none(self) -> bool {
        self.allow_none
    }

    pub(crate) const fn skips_none(self) -> bool {
        self.skip_none
    }
    pub(crate) const fn writes_i8(self) -> bool {
        self.allow_i8
    }
    pub(crate) const fn writes_prefix(self) -> bool {
        self.extension_prefix
    }
    pub(crate) const fn written_int_tag(self) -> IntTag {
        self.int_tag
    }
    pub(crate) const fn written_date_form(self) -> DateForm {
        self.date_form
    }
    pub(crate) const fn written_control_characters(self) -> ControlCharacters {
        self.control_characters
    }
    pub(crate) const fn writes_raw_carriage_returns(self) -> bool {
        self.raw_carriage_returns
    }
    pub(crate) const fn reads_control_characters(self) -> bool {
        self.read_control_characters
    }
    pub(crate) const fn reads_empty_as_nil(self) -> bool {
        self.read_empty_as_nil
    }
    pub(crate) const fn reads_lossily(self) -> bool {
        self.lossy
    }
    pub(crate) const fn depth_limit(self) -> usize {
        self.max_depth as usize
    }
    pub(crate) const fn len_limit(self) -> usize {
        self.max_len
    }
    pub(crate) const fn row_limit(self) -> usize {
        if self.max_row_bytes == u32::MAX { usize::MAX } else { self.max_row_bytes as usize }
    }
    pub(crate) const fn takes_attachments(self) -> bool {
        self.attachments
    }
    pub(crate) const fn with_attachments(mut self) -> Self {
        self.attachments = true;
        self
    }
    pub(crate) const fn uses_fast_lanes(self) -> bool {
        self.fast_lanes
    }
    pub(crate) const fn hinted_charset(self) -> Option<Encoding> {
        self.charset_hint
    }
}

/// # Comparison
impl Options {
    /// Returns whether these options write every value as `other` does. How they read does not matter.
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Options;
    ///
    /// assert!(Options::new().writes_like(Options::new().lossy(true)));
    /// assert!(!Options::new().writes_like(Options::new().allow_none(true)));
    /// ```
    #[must_use]
    pub fn writes_like(self, other: Self) -> bool {
        self.written() == other.written()
    }

    /// Returns the options with everything about reading set to the default. Each option is named here, so
    /// that a new one does not compile before somebody has decided where it belongs.
    fn written(self) -> Self {
        let Self {
            allow_none,
            allow_i8,
            extension_prefix,
            int_tag,
            date_form,
            control_characters,
            raw_carriage_returns,
            skip_none,
            encoding,
            // Reading. The limits refuse a value and never write it otherwise.
            read_control_characters: _,
            read_empty_as_nil: _,
            lossy: _,
            max_depth: _,
            max_len: _,
            max_row_bytes: _,
            charset_hint: _,
            fast_lanes: _,
            // The client sets it where a request can stream, and not the user.
            attachments: _,
        } = self;
        Self {
            allow_none,
            skip_none,
            allow_i8,
            extension_prefix,
            int_tag,
            date_form,
            control_characters,
            raw_carriage_returns,
            encoding,
            ..Self::new()
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

/// The tag of 32-bit integers, for [`Options::int_tag`].
///
/// The specification has both tags and makes no difference between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IntTag {
    /// `<int>`, as most implementations write it.
    #[default]
    Int,
    /// `<i4>`, as xmlrpc-c, Ruby, roscpp and rTorrent write it.
    I4,
}

/// Which forms of a [`DateTime`](crate::DateTime) may be written, for [`Options::date_form`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateForm {
    /// `YYYYMMDDTHH:MM:SS`, then the fraction and the offset if the value has them.
    #[default]
    Full,
    /// Only `YYYYMMDDTHH:MM:SS`, which every implementation reads.
    ///
    /// A value with a fraction or an offset is an error. CPython (with `use_builtin_types`), Twisted and
    /// others refuse every other form.
    Bare,
}

/// The text that is written for characters that XML 1.0 cannot hold, for [`Options::control_characters`].
///
/// They are the control characters below U+0020 except tab, line feed and carriage return, and U+FFFE and
/// U+FFFF. XML has no escape for them: `&#1;` is as ill-formed as the character itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ControlCharacters {
    /// An error that names the character. To send such a text, send its bytes as [`Base64`](crate::Base64).
    #[default]
    Refuse,
    /// U+FFFD, the replacement character, for each of them.
    Replace,
    /// Nothing: they are left out.
    Strip,
}
