//! Presets, named for servers.
use super::{DateForm, IntTag, Options};

/// The dialects of peers, as far as their own answers on the wire show them. Each is [`Options::new`] with
/// what its table says, and can be changed further. A peer that is not here is served by the defaults.
impl Options {
    /// CPython's `xmlrpc` with `allow_none=True`, and what is built on it: `None` as `<nil/>`, dates in the
    /// bare form.
    ///
    /// | what was seen (CPython 3.11) | so |
    /// |---|---|
    /// | a server with `allow_none=True` echoes `<nil/>`; without, it answers with the fault `cannot marshal None unless allow_none is enabled` | [`allow_none`](Self::allow_none) |
    /// | `<i8>` is read, but whatever sends it on answers `OverflowError: int exceeds XML-RPC limits` | no [`allow_i8`](Self::allow_i8) |
    /// | with `use_builtin_types` every date but `YYYYMMDDTHH:MM:SS` is refused | [`DateForm::Bare`] |
    #[must_use]
    pub const fn python() -> Self {
        Self::new().allow_none(true).date_form(DateForm::Bare)
    }

    /// Apache's ws-xmlrpc with its extensions enabled, and xmlrpc-c in its `apache` dialect.
    ///
    /// | what was seen (xmlrpc-c 1.33 with that dialect) | so |
    /// |---|---|
    /// | `<ex:nil/>`, with `xmlns:ex="http://ws.apache.org/xmlrpc/namespaces/extensions"` on the root; it takes the same | [`allow_none`](Self::allow_none), [`extension_prefix`](Self::extension_prefix) |
    /// | `<ex:i8>1099511627776</ex:i8>` | [`allow_i8`](Self::allow_i8) |
    #[must_use]
    pub const fn apache() -> Self {
        Self::new().allow_none(true).allow_i8(true).extension_prefix(true)
    }

    /// xmlrpc-c in its usual dialect.
    ///
    /// | what was seen (xmlrpc-c 1.33) | so |
    /// |---|---|
    /// | a server echoes `<nil/>` | [`allow_none`](Self::allow_none) |
    /// | it echoes `<i8>9223372036854775807</i8>` | [`allow_i8`](Self::allow_i8) |
    /// | its own integers are `<i4>` | [`IntTag::I4`] |
    #[must_use]
    pub const fn xmlrpc_c() -> Self {
        Self::new().allow_none(true).allow_i8(true).int_tag(IntTag::I4)
    }

    /// rTorrent.
    ///
    /// | what was seen (rTorrent 0.9) | so |
    /// |---|---|
    /// | sizes, rates and times come as `<i8>`, and `<i8>4000000000</i8>` is read as that number | [`allow_i8`](Self::allow_i8) |
    /// | its other integers are `<i4>` | [`IntTag::I4`] |
    /// | `<nil/>` gets the fault `Unsupported type found.` | no [`allow_none`](Self::allow_none) |
    ///
    /// It refuses strings with characters beyond U+FFFF (fault -503), which no option can help.
    #[must_use]
    pub const fn rtorrent() -> Self {
        Self::new().allow_i8(true).int_tag(IntTag::I4)
    }
}
