//! `EnvelopeName`: the envelopes by the names that the command line has for them.

/// The envelope around every result of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EnvelopeName {
    /// `[code, message, value]`.
    Ros,
    /// `[success, value or message, code]`.
    #[value(name = "opennebula")]
    OpenNebula,
    /// `{Status, Value}` or `{Status, ErrorDescription}`.
    Xapi,
}
