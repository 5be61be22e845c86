//! `ServerKind`: which server it is.

use super::observe::{Listing, Multicalls, NoMethod, Observations};
use http::StatusCode;

/// Which server it is, by the headers and the shape of faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerKind {
    /// CPython's `xmlrpc.server`.
    Python,
    /// A ROS 1 master or a node written in Python.
    Ros,
    /// supervisord.
    Supervisord,
    /// xmlrpc-c.
    XmlrpcC,
    /// rTorrent.
    Rtorrent,
    /// `OpenNebula`.
    OpenNebula,
    /// Xen's xapi.
    Xapi,
    /// aria2.
    Aria2,
    /// DokuWiki.
    DokuWiki,
    /// WordPress and other programs with the IXR library.
    Ixr,
    /// npm's xmlrpc.
    NodeXmlrpc,
    /// Perl's `RPC::XML`.
    RpcXml,
    /// Perl's `XMLRPC::Lite`.
    XmlrpcLite,
    /// Ruby's xmlrpc.
    Ruby,
    /// Koji.
    Koji,
    /// Apache's ws-xmlrpc.
    Apache,
    /// Any other.
    Unknown,
}

impl ServerKind {
    /// Finds out which server it is.
    #[must_use]
    pub fn of(seen: &Observations) -> Self {
        let header = |name: &str, part: &str| seen.header(name).is_some_and(|value| value.contains(part));
        if header("rpc-server", "RPC::XML") {
            return Self::RpcXml;
        }
        if seen.header("soapserver").is_some() {
            return Self::XmlrpcLite;
        }
        let names = match &seen.methods {
            Listing::Names(names) => &names[..],
            Listing::Missing(_) => &[],
        };
        let begins = |start: &str| names.iter().any(|name| name.starts_with(start));
        if begins("session.login_with_password") && begins("VM.") {
            return Self::Xapi;
        }
        let cookies = || seen.headers.get_all(http::header::SET_COOKIE).iter();
        if begins("dokuwiki.") || cookies().any(|cookie| cookie.as_bytes().starts_with(b"DokuWiki=")) {
            return Self::DokuWiki;
        }
        match &seen.no_method {
            NoMethod::Fault { message, .. } if message == "UNKNOWN_METHOD" => Self::Supervisord,
            NoMethod::Fault { code: -506, message, .. } if message.ends_with("not defined") => {
                if seen.url.starts_with("scgi:") || begins("d.multicall") {
                    Self::Rtorrent
                } else if begins("one.") {
                    Self::OpenNebula
                } else {
                    Self::XmlrpcC
                }
            }
            NoMethod::Fault { message, .. }
                if message.contains("is not supported") && message.contains("method \"") =>
            {
                // A ROS master is CPython's server that lists nothing. Its port is a convention.
                let no_list = matches!(seen.methods, Listing::Missing(_));
                let multicalls = seen.multicall == Multicalls::Yes;
                if no_list && multicalls && seen.url.contains(":11311") { Self::Ros } else { Self::Python }
            }
            NoMethod::Fault { code: 1, message, .. } if message.starts_with("No such method: ") => {
                Self::Aria2
            }
            NoMethod::Fault { code: 1000, message, .. } if message.contains("Invalid method") => Self::Koji,
            NoMethod::Fault { message, .. } if message.contains("No such handler") => Self::Apache,
            NoMethod::Fault { message, .. } if message.contains("missing or wrong number of parameters!") => {
                Self::Ruby
            }
            NoMethod::Fault { code: -32601, message, .. } if message.contains("requested method") => {
                Self::Ixr
            }
            NoMethod::Status(StatusCode::NOT_FOUND) => Self::NodeXmlrpc,
            _ => Self::Unknown,
        }
    }

    /// Returns the name for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Python => "CPython's xmlrpc.server",
            Self::Ros => "probably a ROS 1 master or node in Python",
            Self::Supervisord => "supervisord",
            Self::XmlrpcC => "xmlrpc-c",
            Self::Rtorrent => "rTorrent",
            Self::OpenNebula => "OpenNebula",
            Self::Xapi => "Xen's xapi",
            Self::Aria2 => "aria2",
            Self::DokuWiki => "DokuWiki",
            Self::Ixr => "WordPress, or another program with the IXR library",
            Self::NodeXmlrpc => "npm's xmlrpc, or a server like it",
            Self::RpcXml => "Perl's RPC::XML",
            Self::XmlrpcLite => "Perl's XMLRPC::Lite",
            Self::Ruby => "Ruby's xmlrpc",
            Self::Koji => "Koji",
            Self::Apache => "Apache's ws-xmlrpc",
            Self::Unknown => "not one that this program knows",
        }
    }
}
