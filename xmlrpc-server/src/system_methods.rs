//! `SystemMethods`: the `system.` methods of a router, and which of them are on.
use crate::table::Table;

/// Which of the `system.` methods a router has. Default: all.
///
/// A method that is off does not exist: calls to it are a fault (-32601), and its name is free for a method
/// of your own.
///
/// ```
/// # mod xmlrpc { pub use xmlrpc_server as server; }
/// use xmlrpc::server::{Router, SystemMethods};
/// let quiet = Router::new().system_methods(SystemMethods::none().multicall(true));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "five methods, each of which is on or off")]
pub struct SystemMethods {
    pub(crate) list_methods: bool,
    pub(crate) method_signature: bool,
    pub(crate) method_help: bool,
    pub(crate) get_capabilities: bool,
    pub(crate) multicall: bool,
}

impl SystemMethods {
    /// Turns all of them on. This is the default.
    #[must_use]
    pub const fn all() -> Self {
        Self {
            list_methods: true,
            method_signature: true,
            method_help: true,
            get_capabilities: true,
            multicall: true,
        }
    }

    /// Turns all of them off, to turn single ones on again.
    #[must_use]
    pub const fn none() -> Self {
        Self {
            list_methods: false,
            method_signature: false,
            method_help: false,
            get_capabilities: false,
            multicall: false,
        }
    }

    /// Turns `system.listMethods` on or off: it returns the names of all methods, sorted.
    #[must_use]
    pub const fn list_methods(mut self, on: bool) -> Self {
        self.list_methods = on;
        self
    }

    /// Turns `system.methodSignature` on or off: it returns the signatures of a method, one for each number
    /// of parameters that it takes. Each is an array with the type of the result and then the types of the
    /// parameters. If a type is not known, it returns the string `undef`.
    #[must_use]
    pub const fn method_signature(mut self, on: bool) -> Self {
        self.method_signature = on;
        self
    }

    /// Turns `system.methodHelp` on or off: it returns the documentation of a method, or an empty string.
    #[must_use]
    pub const fn method_help(mut self, on: bool) -> Self {
        self.method_help = on;
        self
    }

    /// Turns `system.getCapabilities` on or off: it returns the specifications that the server follows.
    #[must_use]
    pub const fn get_capabilities(mut self, on: bool) -> Self {
        self.get_capabilities = on;
        self
    }

    /// Turns `system.multicall` on or off: it makes many calls in one request. [`Router`](crate::Router) has
    /// limits for it.
    #[must_use]
    pub const fn multicall(mut self, on: bool) -> Self {
        self.multicall = on;
        self
    }

    const fn is_enabled(self, method: SystemMethod) -> bool {
        match method {
            SystemMethod::Introspection(Introspection::ListMethods) => self.list_methods,
            SystemMethod::Introspection(Introspection::MethodSignature) => self.method_signature,
            SystemMethod::Introspection(Introspection::MethodHelp) => self.method_help,
            SystemMethod::Introspection(Introspection::GetCapabilities) => self.get_capabilities,
            SystemMethod::Multicall => self.multicall,
        }
    }

    /// Returns the method with this name, if it is on.
    pub(crate) fn find(self, name: &str) -> Option<SystemMethod> {
        let rest = name.strip_prefix("system.")?;
        SystemMethod::ALL
            .into_iter()
            .find(|method| &method.name()["system.".len()..] == rest && self.is_enabled(*method))
    }

    /// Returns the methods that are on, sorted by name.
    pub(crate) fn enabled(self) -> impl Iterator<Item = SystemMethod> {
        SystemMethod::ALL.into_iter().filter(move |method| self.is_enabled(*method))
    }
}

impl Default for SystemMethods {
    fn default() -> Self {
        Self::all()
    }
}

/// One of the `system.` methods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SystemMethod {
    Introspection(Introspection),
    Multicall,
}

/// One of the methods that describe the methods of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Introspection {
    ListMethods,
    MethodSignature,
    MethodHelp,
    GetCapabilities,
}

impl SystemMethod {
    /// Sorted by name.
    const ALL: [Self; 5] = [
        Self::Introspection(Introspection::GetCapabilities),
        Self::Introspection(Introspection::ListMethods),
        Self::Introspection(Introspection::MethodHelp),
        Self::Introspection(Introspection::MethodSignature),
        Self::Multicall,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Introspection(method) => method.name(),
            Self::Multicall => xmlrpc_serde::multicall::METHOD,
        }
    }

    pub(crate) const fn help(self) -> &'static str {
        match self {
            Self::Introspection(method) => method.help(),
            Self::Multicall => {
                "Makes many calls. Each is a struct of methodName and params. Returns an array of the \
                 results: each is an array of one value, or a struct of faultCode and faultString."
            }
        }
    }

    pub(crate) const fn signature(self) -> &'static [&'static str] {
        match self {
            Self::Introspection(method) => method.signature(),
            Self::Multicall => &["array", "array"],
        }
    }
}

impl Introspection {
    const fn name(self) -> &'static str {
        match self {
            Self::ListMethods => "system.listMethods",
            Self::MethodSignature => "system.methodSignature",
            Self::MethodHelp => "system.methodHelp",
            Self::GetCapabilities => "system.getCapabilities",
        }
    }

    const fn help(self) -> &'static str {
        match self {
            Self::ListMethods => "Returns the names of all methods.",
            Self::MethodSignature => {
                "Returns the signatures of a method. Each is an array of type names: the result's, then the \
                 parameters'. Returns the string `undef` if they are not known."
            }
            Self::MethodHelp => "Returns the documentation of a method.",
            Self::GetCapabilities => "Returns the specifications that this server follows.",
        }
    }

    const fn signature(self) -> &'static [&'static str] {
        match self {
            Self::ListMethods => &["array"],
            Self::MethodSignature => &["array", "string"],
            Self::MethodHelp => &["string", "string"],
            Self::GetCapabilities => &["struct"],
        }
    }
}

/// Returns the problems of a router that has methods of its own with the names of `system.` methods that are
/// on.
pub(crate) fn clashes(table: &Table, enabled: SystemMethods) -> impl Iterator<Item = String> {
    let taken = enabled.enabled().map(SystemMethod::name).filter(|name| table.get(name).is_some());
    taken.map(|name| {
        format!("`{name}` is a method of every router: turn it off with `system_methods` to serve your own")
    })
}
