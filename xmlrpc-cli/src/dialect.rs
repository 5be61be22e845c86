//! `Dialect`: what a kind of server does in its own way.

use xmlrpc::{Options, Struct, Value};

/// A kind of server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dialect {
    /// XML-RPC as it is specified.
    #[default]
    Standard,
    /// Koji: nil, `multiCall`, keyword arguments, `_listapi`.
    Koji,
    /// Robot Framework's remote libraries: documentation by `get_keyword_arguments`.
    Robot,
    /// Odoo and trytond: `fields_get`.
    Odoo,
    /// CPython's `xmlrpc.server`.
    Python,
    /// Apache ws-xmlrpc.
    Apache,
    /// xmlrpc-c.
    XmlrpcC,
    /// rTorrent.
    Rtorrent,
    /// ROS 1.
    Ros,
    /// fldigi and flrig.
    Fldigi,
}

impl Dialect {
    /// Returns how the server reads and writes values.
    #[must_use]
    pub fn options(self) -> Options {
        match self {
            Self::Koji | Self::Python => Options::python(),
            Self::Apache => Options::apache(),
            Self::XmlrpcC => Options::xmlrpc_c(),
            Self::Rtorrent => Options::rtorrent(),
            Self::Ros => Options::roscpp(),
            Self::Fldigi => Options::fldigi(),
            Self::Standard | Self::Robot | Self::Odoo => Options::new(),
        }
    }

    /// Returns the method that makes several calls at once.
    #[must_use]
    pub fn multicall(self) -> &'static str {
        match self {
            Self::Koji => "multiCall",
            _ => "system.multicall",
        }
    }

    /// Returns keyword arguments as the last parameter.
    #[must_use]
    pub fn keywords(self, members: Struct) -> Value {
        let mut all = Struct::new();
        if self == Self::Koji {
            all.push("__starstar", true);
        }
        for (name, value) in members {
            all.push(name, value);
        }
        Value::Struct(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn koji_marks_keyword_arguments() {
        let members: Struct = [("limit".to_owned(), Value::Int(3))].into_iter().collect();
        let keywords = Dialect::Koji.keywords(members.clone());
        assert_eq!(keywords, xmlrpc::value!({ "__starstar": true, "limit": 3 }));
        assert_eq!(Dialect::Standard.keywords(members), xmlrpc::value!({ "limit": 3 }));
    }
}
