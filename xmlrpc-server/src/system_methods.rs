//! The `system.` methods that every router has.
use crate::table::Table;

/// Which of the `system.` methods a router answers; all unless told otherwise.
///
/// One that is off is not there: its name is free for a method of your own.
///
/// ```
/// use xmlrpc_server::{Router, SystemMethods};
/// let quiet = Router::new().system_methods(SystemMethods::none().multicall(true));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // Five methods, each there or not.
pub struct SystemMethods {
    pub(crate) list_methods: bool,
    pub(crate) method_signature: bool,
    pub(crate) method_help: bool,
    pub(crate) get_capabilities: bool,
    pub(crate) multicall: bool,
}

impl SystemMethods {
    /// All of them: the default.
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

    /// None of them.
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

    /// `system.listMethods`: the names of all methods, sorted.
    #[must_use]
    pub const fn list_methods(mut self, on: bool) -> Self {
        self.list_methods = on;
        self
    }

    /// `system.methodSignature`: an array that holds one signature, itself an array of type names, the result's first.
    #[must_use]
    pub const fn method_signature(mut self, on: bool) -> Self {
        self.method_signature = on;
        self
    }

    /// `system.methodHelp`: the method's documentation, empty where there is none.
    #[must_use]
    pub const fn method_help(mut self, on: bool) -> Self {
        self.method_help = on;
        self
    }

    /// `system.getCapabilities`: which specifications the server follows.
    #[must_use]
    pub const fn get_capabilities(mut self, on: bool) -> Self {
        self.get_capabilities = on;
        self
    }

    /// `system.multicall`: many calls in one request.
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

    /// The method of this name, if it is on.
    pub(crate) fn find(self, name: &str) -> Option<SystemMethod> {
        let rest = name.strip_prefix("system.")?;
        SystemMethod::ALL
            .into_iter()
            .find(|method| &method.name()["system.".len()..] == rest && self.is_enabled(*method))
    }

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

/// One of the methods that describe a server.
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
                "Makes many calls, each a struct of methodName and params, and gives an array of their results: \
                 each an array of one value, or a struct of faultCode and faultString."
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
            Self::ListMethods => "The names of all methods.",
            Self::MethodSignature => {
                "The signatures of a method: of each, the type of the result, then those of the parameters."
            }
            Self::MethodHelp => "The documentation of a method.",
            Self::GetCapabilities => "The specifications that this server follows.",
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

/// The mistakes of a router that has methods of its own under the names of `system.` methods that are on.
pub(crate) fn clashes(table: &Table, enabled: SystemMethods) -> impl Iterator<Item = String> {
    enabled.enabled().filter(|method| table.get(method.name()).is_some()).map(|method| {
        format!(
            "`{}` is a method of every router; turn it off by `system_methods` to serve your own",
            method.name()
        )
    })
}
