//! `Advice`: what to set for a server.

use super::{
    kind::ServerKind,
    observe::{Listing, Multicalls, NoMethod, Observations, Taken},
};
use crate::dialect::Dialect;
use std::fmt::Write as _;

/// What to set for a server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// The preset of the format's options.
    pub dialect: Dialect,
    /// Whether `None` may be written although the preset does not.
    pub allow_none: bool,
    /// Whether 64-bit integers may be written although the preset does not.
    pub allow_i8: bool,
    /// Whether cookies are needed.
    pub cookies: bool,
    /// The envelope around every result, in Rust and in the configuration.
    pub envelope: Option<(&'static str, &'static str)>,
    /// What the first parameter of every method is: the words for it, and a line for the configuration.
    pub leading: Option<(&'static str, &'static str)>,
    /// The method that makes several calls at once, if it is not the usual one.
    pub multicall: Option<&'static str>,
    /// What else is good to know.
    pub notes: Vec<String>,
}

impl Advice {
    /// Returns what to set for a server that was seen to behave like this.
    #[must_use]
    pub fn of(seen: &Observations) -> Self {
        let kind = ServerKind::of(seen);
        let mut advice = Self::of_kind(kind);
        // A server that is not known is taken at its word. One that is known is known better.
        if kind == ServerKind::Unknown || kind == ServerKind::NodeXmlrpc || kind == ServerKind::Ruby {
            advice.allow_none = seen.nil == Taken::Yes;
        }
        if kind == ServerKind::Unknown {
            advice.allow_i8 = seen.i8 == Taken::Yes;
        }
        let mut note = |text: &str| advice.notes.push(text.to_owned());
        if let Taken::No(why) = &seen.wide_text {
            note(&format!(
                "characters beyond U+FFFF, such as emoji, are refused ({why}); no option can change that"
            ));
        }
        if let Taken::No(why) = &seen.large {
            note(&format!("large requests are refused ({why}); send less in one call"));
        }
        match seen.multicall {
            Multicalls::Yes => {}
            Multicalls::Missing => {
                note("there is no multicall: `Multicall::fallback_to_single_calls(true)` makes single calls");
            }
            Multicalls::Whole => note("in a multicall one failed call hides the results of the others"),
        }
        if let Listing::Missing(_) = &seen.methods {
            note("there is no list of methods: record calls with `xmlrpc proxy` for `xmlrpc gen`");
        }
        match &seen.no_method {
            NoMethod::Value(_) => {
                note("an unknown method gets a value and no fault: a wrong name looks like an empty result");
            }
            NoMethod::Fault { word: Some(_), .. } => {
                note("fault codes are words: `Fault::code` is 0, and `FaultCode` matches the word");
            }
            NoMethod::Status(_) => note("an unknown method is an error of the kind `Status`, not a fault"),
            NoMethod::Fault { .. } => {}
        }
        if kind == ServerKind::Python && matches!(seen.methods, Listing::Missing(_)) {
            note("if every result is [code, message, value], it is a ROS 1 node: set the envelope ros");
        }
        if let Some(redirect) = seen.redirects.last() {
            note(&format!("write the address that the server sends on to, to save a request: {redirect}"));
        }
        advice
    }

    /// Returns what is known of a kind of server. Each line is what the recorded servers were seen to need.
    fn of_kind(kind: ServerKind) -> Self {
        let with = |dialect| Self { dialect, ..Self::default() };
        match kind {
            ServerKind::Python => with(Dialect::Python),
            ServerKind::Ros => Self {
                envelope: Some(("xmlrpc::envelope::Ros", "ros")),
                notes: vec![
                    "every result is [code, message, value]; nodes in C++ read no nil, no i8 and no &#13;"
                        .to_owned(),
                ],
                ..with(Dialect::Ros)
            },
            ServerKind::XmlrpcC => with(Dialect::XmlrpcC),
            ServerKind::OpenNebula => Self {
                envelope: Some(("xmlrpc::envelope::OpenNebula", "opennebula")),
                leading: Some(("the session, USER:PASSWORD", "leading = [{ env = \"ONE_SESSION\" }]")),
                ..with(Dialect::XmlrpcC)
            },
            ServerKind::Rtorrent => Self {
                notes: vec!["most methods take a target first, which may be \"\"".to_owned()],
                ..with(Dialect::Rtorrent)
            },
            ServerKind::Xapi => Self {
                envelope: Some(("xmlrpc::envelope::Xapi", "xapi")),
                leading: Some((
                    "the session",
                    "login = { method = \"session.login_with_password\", \
                     params = [\"root\", { env = \"XEN_PASSWORD\" }] }",
                )),
                ..Self::default()
            },
            ServerKind::Aria2 => Self {
                leading: Some((
                    "\"token:SECRET\", if the server has a secret",
                    "leading = [{ env = \"ARIA2_TOKEN\" }]",
                )),
                notes: vec!["numbers come as text: read them with `xmlrpc::with::text`".to_owned()],
                ..Self::default()
            },
            ServerKind::DokuWiki => Self {
                cookies: true,
                notes: vec!["a failed call may come back as an empty struct".to_owned()],
                ..Self::default()
            },
            ServerKind::Koji => Self { multicall: Some("multiCall"), ..with(Dialect::Koji) },
            ServerKind::Apache => with(Dialect::Apache),
            ServerKind::Supervisord => Self {
                notes: vec![
                    "results in a multicall come without the usual one-element arrays, which is read"
                        .to_owned(),
                ],
                ..Self::default()
            },
            ServerKind::XmlrpcLite => Self {
                notes: vec![
                    "text that is not ASCII comes as base64, and text of digits as a number".to_owned(),
                ],
                ..Self::default()
            },
            ServerKind::RpcXml => Self {
                notes: vec![
                    "nil becomes an empty string, unless the server was started with ALLOW_NIL".to_owned(),
                ],
                ..Self::default()
            },
            ServerKind::Ixr | ServerKind::NodeXmlrpc | ServerKind::Ruby | ServerKind::Unknown => {
                Self::default()
            }
        }
    }

    /// Returns the options of the format, as they are written in Rust; `None` for the default.
    #[must_use]
    pub fn options_in_rust(&self) -> Option<&'static str> {
        match self.dialect {
            Dialect::Koji | Dialect::Python => Some("Options::python()"),
            Dialect::Apache => Some("Options::apache()"),
            Dialect::XmlrpcC => Some("Options::xmlrpc_c()"),
            Dialect::Rtorrent => Some("Options::rtorrent()"),
            Dialect::Ros => Some("Options::roscpp()"),
            Dialect::Fldigi => Some("Options::fldigi()"),
            Dialect::Standard | Dialect::Robot | Dialect::Odoo => None,
        }
    }

    /// Writes the settings in Rust.
    #[must_use]
    pub fn in_rust(&self, url: &str) -> String {
        let mut code = format!("let client = xmlrpc::Client::builder({url:?})\n");
        if let Some(options) = self.options_in_rust() {
            let _ = writeln!(code, "    .options(xmlrpc::{options})");
        }
        for (yes, setting) in
            [(self.allow_none, "allow_none"), (self.allow_i8, "allow_i8"), (self.cookies, "cookies")]
        {
            if yes {
                let _ = writeln!(code, "    .{setting}(true)");
            }
        }
        code.push_str("    .build()?;\n");
        if let Some((what, _)) = self.leading {
            let _ = writeln!(code, "let client = client.with_leading_params((secret,))?; // {what}");
        }
        if let Some((path, _)) = self.envelope {
            let _ = writeln!(code, "// on the trait: #[xmlrpc::api(envelope = {path})]");
        }
        if let Some(method) = self.multicall {
            let _ = writeln!(code, "// for batches: client.multicall().method_name({method:?})");
        }
        code
    }

    /// Writes the settings as an entry of the configuration.
    #[must_use]
    pub fn in_toml(&self, url: &str, name: &str) -> String {
        let mut entry = format!("[{name}]\nurl = {url:?}\n");
        if self.dialect != Dialect::Standard {
            use clap::ValueEnum as _;
            let value = self.dialect.to_possible_value();
            let _ = writeln!(
                entry,
                "dialect = {:?}",
                value.as_ref().map_or("standard", |value| value.get_name())
            );
        }
        if let Some((_, envelope)) = self.envelope {
            let _ = writeln!(entry, "envelope = {envelope:?}");
        }
        if let Some((what, line)) = self.leading {
            let _ = writeln!(entry, "{line} # {what}");
        }
        entry
    }
}
