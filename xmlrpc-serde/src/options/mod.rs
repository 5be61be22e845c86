//! `Options`: every choice of the format, as one small runtime value.
//!
//! It holds data alone and uses nothing but [`Encoding`]; its entry points (`Options::to_string`, …) are
//! `impl` blocks that stand beside the functions they call.

mod presets;

use crate::Encoding;

/// How to read and write.
///
/// A small `Copy` value with a `const` builder: make it once and hand it around. The free functions of this
/// crate use [`Options::new`]; every one of them is a method here too.
///
/// ```
/// use xmlrpc_serde::Options;
///
/// const DIALECT: Options = Options::new().allow_none(true).allow_i8(true);
/// assert_eq!(DIALECT.to_string(&None::<i32>)?, "<value><nil/></value>");
/// assert_eq!(DIALECT.to_string(&5_000_000_000_i64)?, "<value><i8>5000000000</i8></value>");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// | option | default | reading | writing |
/// |---|---|---|---|
/// | [`allow_none`](Self::allow_none) | no | `<nil/>` is always read | `None` as `<nil/>`, else an error |
/// | [`allow_i8`](Self::allow_i8) | no | `<i8>` is always read | integers beyond 32 bits as `<i8>`, else an error |
/// | [`extension_prefix`](Self::extension_prefix) | no | any prefix is read | `<ex:nil/>`, `<ex:i8>` |
/// | [`int_tag`](Self::int_tag) | `<int>` | both are read | which of `<int>` and `<i4>` |
/// | [`date_form`](Self::date_form) | full | every form is read | whether a fraction or an offset may be written |
/// | [`control_characters`](Self::control_characters) | refuse | | what becomes of characters that XML cannot hold |
/// | [`read_control_characters`](Self::read_control_characters) | no | takes them, as they are or as `&#1;` | |
/// | [`lossy`](Self::lossy) | no | bytes that are not of the encoding become U+FFFD | |
/// | [`encoding`](Self::encoding) | UTF-8 | | of `encode_to_vec` and its like |
/// | [`charset_hint`](Self::charset_hint) | none | where the document names no encoding | |
/// | [`max_depth`](Self::max_depth) | 128 | both: the deepest nesting | |
/// | [`max_len`](Self::max_len) | 64 MiB | the longest document | |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // independent choices
pub struct Options {
    allow_none: bool,
    allow_i8: bool,
    extension_prefix: bool,
    read_control_characters: bool,
    lossy: bool,
    int_tag: IntTag,
    date_form: DateForm,
    control_characters: ControlCharacters,
    max_depth: usize,
    max_len: usize,
    encoding: Encoding,
    charset_hint: Option<Encoding>,
    fast_lanes: bool,
}

impl Options {
    /// The defaults, as in the table above: they write what every XML-RPC peer reads, save dates with a fraction or an
    /// offset, which are written as they are: CPython with `use_builtin_types` and Twisted refuse those (see
    /// [`python`](Self::python), and [`DateTime::without_fraction`](crate::DateTime::without_fraction)).
    ///
    /// ```
    /// use xmlrpc_serde::Options;
    /// assert_eq!(Options::new(), Options::default());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self {
            allow_none: false,
            allow_i8: false,
            extension_prefix: false,
            read_control_characters: false,
            lossy: false,
            int_tag: IntTag::Int,
            date_form: DateForm::Full,
            control_characters: ControlCharacters::Refuse,
            max_depth: 128,
            max_len: 64 << 20,
            encoding: Encoding::UTF_8,
            charset_hint: None,
            fast_lanes: true,
        }
    }

    /// Whether `None` may be written, as `<nil/>`. Default: no, it is an error.
    ///
    /// `<nil/>` is an extension that many servers refuse or mangle, so leave members out with
    /// `#[serde(skip_serializing_if = "Option::is_none")]` where the server allows that. It is always read. `()` is written as
    /// `<nil/>` with this option, and without as an empty string: it is the result of a method that has none.
    ///
    /// ```
    /// use xmlrpc_serde::Options;
    /// assert!(Options::new().to_string(&None::<i32>).is_err());
    /// assert_eq!(Options::new().allow_none(true).to_string(&None::<i32>)?, "<value><nil/></value>");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn allow_none(mut self, yes: bool) -> Self {
        self.allow_none = yes;
        self
    }

    /// Whether integers beyond 32 bits may be written, as `<i8>`. Default: no, they are an error.
    ///
    /// An integer that fits 32 bits is `<int>` either way, save a [`Value::I8`](crate::Value::I8), which this
    /// option writes as `<i8>` whatever it holds. `<i8>` is an extension; it is always read.
    ///
    /// ```
    /// use xmlrpc_serde::{Options, Value};
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

    /// Whether the extension types are written with Apache's prefix, `<ex:nil/>` and `<ex:i8>`, its namespace
    /// declared on the root element. Default: no. Any prefix is read.
    ///
    /// ```
    /// use xmlrpc_serde::{Options, response};
    /// let apache = Options::new().allow_none(true).extension_prefix(true);
    /// let xml = response::encode(&None::<i32>, apache)?;
    /// assert!(xml.contains("<methodResponse xmlns:ex=\"http://ws.apache.org/xmlrpc/namespaces/extensions\">"));
    /// assert!(xml.contains("<value><ex:nil/></value>"));
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn extension_prefix(mut self, yes: bool) -> Self {
        self.extension_prefix = yes;
        self
    }

    /// The tag of 32-bit integers. Default: [`IntTag::Int`].
    ///
    /// ```
    /// use xmlrpc_serde::{IntTag, Options};
    /// assert_eq!(Options::new().int_tag(IntTag::I4).to_string(&7)?, "<value><i4>7</i4></value>");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn int_tag(mut self, tag: IntTag) -> Self {
        self.int_tag = tag;
        self
    }

    /// Which forms of a [`DateTime`](crate::DateTime) may be written. Default: [`DateForm::Full`].
    ///
    /// ```
    /// use xmlrpc_serde::{DateForm, DateTime, Options};
    /// let bare = Options::new().date_form(DateForm::Bare);
    /// let date: DateTime = "1998-07-17T14:08:55Z".parse()?;
    /// assert!(bare.to_string(&date).is_err());
    /// assert!(bare.to_string(&date.without_offset()).is_ok());
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn date_form(mut self, form: DateForm) -> Self {
        self.date_form = form;
        self
    }

    /// What becomes, on writing, of characters that XML 1.0 cannot hold. Default:
    /// [`ControlCharacters::Refuse`].
    ///
    /// ```
    /// use xmlrpc_serde::{ControlCharacters, Options};
    /// let xml = Options::new().control_characters(ControlCharacters::Strip).to_string("a\u{1}b")?;
    /// assert_eq!(xml, "<value><string>ab</string></value>");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn control_characters(mut self, policy: ControlCharacters) -> Self {
        self.control_characters = policy;
        self
    }

    /// Whether characters that XML 1.0 cannot hold are taken on reading, raw or as a reference (`&#1;`), and
    /// kept as they are. Default: no, the document is refused as not well-formed.
    ///
    /// Servers that write strings without looking at them (`rTorrent` with odd torrent names, older CPython
    /// programs) need it.
    ///
    /// ```
    /// use xmlrpc_serde::Options;
    /// let xml = "<value><string>a&#1;b</string></value>";
    /// assert!(Options::new().from_str::<String>(xml).is_err());
    /// assert_eq!(Options::new().read_control_characters(true).from_str::<String>(xml)?, "a\u{1}b");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn read_control_characters(mut self, yes: bool) -> Self {
        self.read_control_characters = yes;
        self
    }

    /// Whether bytes that are not of the document's encoding are read as U+FFFD. Default: no, they are an
    /// error.
    ///
    /// ```
    /// use xmlrpc_serde::Options;
    /// let bytes = b"<value><string>caf\xE9</string></value>";
    /// assert!(Options::new().from_slice::<String>(bytes).is_err());
    /// assert_eq!(Options::new().lossy(true).from_slice::<String>(bytes)?, "caf\u{FFFD}");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn lossy(mut self, yes: bool) -> Self {
        self.lossy = yes;
        self
    }

    /// The deepest nesting of arrays and structs, read or written. Default: 128.
    ///
    /// A call's or response's own elements do not count. Each level costs stack in the types that hold it:
    /// with a deeper limit, run on a larger stack.
    ///
    /// ```
    /// use xmlrpc_serde::{Options, value};
    /// let flat = Options::new().max_depth(1);
    /// assert!(flat.to_string(&value!([1, 2])).is_ok());
    /// assert!(flat.to_string(&value!([[1], 2])).is_err());
    /// ```
    #[must_use]
    pub const fn max_depth(mut self, depth: usize) -> Self {
        self.max_depth = depth;
        self
    }

    /// The longest document read, in bytes. Default: 64 MiB.
    ///
    /// ```
    /// use xmlrpc_serde::Options;
    /// let xml = "<value><int>7</int></value>";
    /// assert!(Options::new().max_len(10).from_str::<i32>(xml).is_err());
    /// ```
    #[must_use]
    pub const fn max_len(mut self, len: usize) -> Self {
        self.max_len = len;
        self
    }

    /// The encoding that `encode_to_vec` and its like write; characters that it lacks become references.
    /// Default: UTF-8, the only one that every peer reads.
    ///
    /// ```
    /// use xmlrpc_serde::{Encoding, Options, response};
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

    /// The `charset` of the HTTP header. Default: none.
    ///
    /// It counts only where the document itself says nothing: a byte order mark comes first, then the XML
    /// declaration, then this hint, then UTF-8.
    ///
    /// ```
    /// use xmlrpc_serde::{Encoding, Options};
    /// let options = Options::new().charset_hint(Encoding::for_label("latin1"));
    /// assert_eq!(options.from_slice::<String>(b"<value>\xE9</value>")?, "é");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn charset_hint(mut self, charset: Option<Encoding>) -> Self {
        self.charset_hint = charset;
        self
    }

    /// Whether the reader may use its fast lanes, which give the same results; for tests that prove it.
    #[doc(hidden)]
    #[must_use]
    pub const fn fast_lanes(mut self, yes: bool) -> Self {
        self.fast_lanes = yes;
        self
    }

    /// The encoding that was set with [`encoding`](Self::encoding), for a `Content-Type` header.
    #[must_use]
    pub const fn written_encoding(self) -> Encoding {
        self.encoding
    }
}

/// What the crate asks.
impl Options {
    pub(crate) const fn writes_none(self) -> bool {
        self.allow_none
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
    pub(crate) const fn reads_control_characters(self) -> bool {
        self.read_control_characters
    }
    pub(crate) const fn reads_lossily(self) -> bool {
        self.lossy
    }
    pub(crate) const fn depth_limit(self) -> usize {
        self.max_depth
    }
    pub(crate) const fn len_limit(self) -> usize {
        self.max_len
    }
    pub(crate) const fn uses_fast_lanes(self) -> bool {
        self.fast_lanes
    }
    pub(crate) const fn hinted_charset(self) -> Option<Encoding> {
        self.charset_hint
    }
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

/// The tag of 32-bit integers. The specification has both and no difference between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IntTag {
    /// `<int>`, what most implementations write.
    #[default]
    Int,
    /// `<i4>`, as xmlrpc-c, Ruby, roscpp and `rTorrent` write it.
    I4,
}

/// Which forms of a [`DateTime`](crate::DateTime) may be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateForm {
    /// `YYYYMMDDTHH:MM:SS`, then the fraction and the offset if the value has them.
    #[default]
    Full,
    /// `YYYYMMDDTHH:MM:SS` alone, which every peer reads; a value with a fraction or an offset is an error,
    /// never cut. CPython's `use_builtin_types`, Twisted and others refuse every other form.
    Bare,
}

/// What becomes, on writing, of characters that XML 1.0 cannot hold: the controls below U+0020 save tab, line
/// feed and carriage return, and U+FFFE and U+FFFF. No escape exists for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ControlCharacters {
    /// An error that names the character; [`Base64`](crate::Base64) carries any bytes.
    #[default]
    Refuse,
    /// U+FFFD in the place of each.
    Replace,
    /// They are left out.
    Strip,
}
