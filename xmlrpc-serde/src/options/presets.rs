//! Presets of `Options`, named for servers.
use super::{DateForm, IntTag, Options};

/// # Presets for known servers
///
/// Each preset is based on what the server was seen to send and accept, which its table lists. It is
/// [`Options::new`] with a few options set, and can be changed further. For any other server use the
/// defaults.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::Options;
///
/// // rTorrent, and also the strings that it sends with control characters.
/// let options = Options::rtorrent().read_control_characters(true);
/// assert_eq!(options.to_string(&5_000_000_000_i64)?, "<value><i8>5000000000</i8></value>");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
impl Options {
    /// Creates the options for CPython's `xmlrpc` with `allow_none=True`, and for what is built on it.
    ///
    /// `None` is written as `<nil/>`, and dates only in the bare form.
    ///
    /// | what was seen (CPython 3.11) | what follows |
    /// |---|---|
    /// | A server with `allow_none=True` echoes `<nil/>`. Without it the answer is the fault `cannot marshal None unless allow_none is enabled`. | [`allow_none`](Self::allow_none) |
    /// | `<i8>` is read, but passing such a number on fails with `OverflowError: int exceeds XML-RPC limits`. | [`allow_i8`](Self::allow_i8) stays off |
    /// | With `use_builtin_types` every date except `YYYYMMDDTHH:MM:SS` is refused. | [`DateForm::Bare`] |
    #[must_use]
    pub const fn python() -> Self {
        Self::new().allow_none(true).date_form(DateForm::Bare)
    }

    /// Creates the options for Apache's ws-xmlrpc with its extensions enabled, and for xmlrpc-c in its
    /// `apache` dialect.
    ///
    /// The extension types are written, with Apache's prefix.
    ///
    /// | what was seen (xmlrpc-c 1.33 with that dialect) | what follows |
    /// |---|---|
    /// | It sends and reads `<ex:nil/>`, with `xmlns:ex="http://ws.apache.org/xmlrpc/namespaces/extensions"` on the root. | [`allow_none`](Self::allow_none), [`extension_prefix`](Self::extension_prefix) |
    /// | It sends and reads `<ex:i8>1099511627776</ex:i8>`. | [`allow_i8`](Self::allow_i8) |
    #[must_use]
    pub const fn apache() -> Self {
        Self::new().allow_none(true).allow_i8(true).extension_prefix(true)
    }

    /// Creates the options for xmlrpc-c in its default dialect.
    ///
    /// The extension types are written without a prefix, and 32-bit integers as `<i4>`.
    ///
    /// | what was seen (xmlrpc-c 1.33) | what follows |
    /// |---|---|
    /// | A server echoes `<nil/>`. | [`allow_none`](Self::allow_none) |
    /// | It echoes `<i8>9223372036854775807</i8>`. | [`allow_i8`](Self::allow_i8) |
    /// | Its own integers are `<i4>`. | [`IntTag::I4`] |
    #[must_use]
    pub const fn xmlrpc_c() -> Self {
        Self::new().allow_none(true).allow_i8(true).int_tag(IntTag::I4)
    }

    /// Creates the options for rTorrent.
    ///
    /// 32-bit integers are written as `<i4>` and wider ones as `<i8>`.
    ///
    /// | what was seen (rTorrent 0.9) | what follows |
    /// |---|---|
    /// | Sizes, rates and times come as `<i8>`, and `<i8>4000000000</i8>` is read as that number. | [`allow_i8`](Self::allow_i8) |
    /// | Its other integers are `<i4>`. | [`IntTag::I4`] |
    /// | `<nil/>` gets the fault `Unsupported type found.` | [`allow_none`](Self::allow_none) stays off |
    ///
    /// rTorrent also refuses strings with characters beyond U+FFFF (fault -503). No option can change that.
    #[must_use]
    pub const fn rtorrent() -> Self {
        Self::new().allow_i8(true).int_tag(IntTag::I4)
    }

    /// Creates the options for roscpp, the C++ client library of ROS 1, and other programs that use its
    /// library, `XmlRpc++`.
    ///
    /// 32-bit integers are written as `<i4>`, and carriage returns as they are.
    ///
    /// | what was seen (libxmlrpcpp of ROS) | what follows |
    /// |---|---|
    /// | `&#13;` in a string arrives as these five characters. | [`raw_carriage_returns`](Self::raw_carriage_returns) |
    /// | Its integers are `<i4>`. | [`IntTag::I4`] |
    /// | `<nil/>` and `<i8>` become an empty value without an error. | [`allow_none`](Self::allow_none) and [`allow_i8`](Self::allow_i8) stay off |
    ///
    /// Comments inside a text cut it off there, and a recursive multicall ends the process. No option is
    /// needed for that, because neither is written.
    #[must_use]
    pub const fn roscpp() -> Self {
        Self::new().int_tag(IntTag::I4).raw_carriage_returns(true)
    }

    /// Creates the options for fldigi and the programs around it.
    ///
    /// Carriage returns are written as they are.
    ///
    /// | what was seen | what follows |
    /// |---|---|
    /// | `&#13;` in a string arrives as these five characters. | [`raw_carriage_returns`](Self::raw_carriage_returns) |
    #[must_use]
    pub const fn fldigi() -> Self {
        Self::new().raw_carriage_returns(true)
    }
}
