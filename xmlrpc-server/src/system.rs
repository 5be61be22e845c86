//! The `system.` methods that every router has.
use crate::{
    Request,
    handler::Answer,
    params_reader::name_in_message,
    router::{Table, TableEntry},
};
use serde_core::ser::{Serialize, SerializeMap, Serializer};
use xmlrpc_serde::Fault;

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
    list_methods: bool,
    method_signature: bool,
    method_help: bool,
    get_capabilities: bool,
    multicall: bool,
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
            SystemMethod::ListMethods => self.list_methods,
            SystemMethod::MethodSignature => self.method_signature,
            SystemMethod::MethodHelp => self.method_help,
            SystemMethod::GetCapabilities => self.get_capabilities,
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

    fn enabled(self) -> impl Iterator<Item = SystemMethod> {
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
    ListMethods,
    MethodSignature,
    MethodHelp,
    GetCapabilities,
    Multicall,
}

impl SystemMethod {
    const ALL: [Self; 5] =
        [Self::GetCapabilities, Self::ListMethods, Self::MethodHelp, Self::MethodSignature, Self::Multicall];

    const fn name(self) -> &'static str {
        match self {
            Self::ListMethods => "system.listMethods",
            Self::MethodSignature => "system.methodSignature",
            Self::MethodHelp => "system.methodHelp",
            Self::GetCapabilities => "system.getCapabilities",
            Self::Multicall => xmlrpc_serde::multicall::METHOD,
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
            Self::Multicall => {
                "Makes many calls, each a struct of methodName and params, and gives an array of their results: \
                 each an array of one value, or a struct of faultCode and faultString."
            }
        }
    }

    const fn signature(self) -> &'static [&'static str] {
        match self {
            Self::ListMethods => &["array"],
            Self::MethodSignature => &["array", "string"],
            Self::MethodHelp => &["string", "string"],
            Self::GetCapabilities => &["struct"],
            Self::Multicall => &["array", "array"],
        }
    }

    /// Answers one of the introspection methods; `system.multicall` runs other methods and is not among them.
    pub(crate) fn introspect(self, request: &Request, table: &Table, enabled: SystemMethods) -> Answer {
        match self {
            Self::ListMethods => {
                request.params(&[], 0)?;
                let mut names: Vec<&str> =
                    table.names().chain(enabled.enabled().map(|method| -> &str { method.name() })).collect();
                names.sort_unstable();
                request.reply(&names)
            }
            Self::MethodSignature => {
                let described = Described::by_name(request, table, enabled)?;
                request.reply(&[described.signature()])
            }
            Self::MethodHelp => {
                let described = Described::by_name(request, table, enabled)?;
                request.reply(described.help())
            }
            Self::GetCapabilities => {
                request.params(&[], 0)?;
                request.reply(&Capabilities(enabled))
            }
            Self::Multicall => unreachable!("system.multicall is run by the dispatcher"),
        }
    }
}

/// A method that introspection was asked about.
enum Described<'a> {
    Own(&'a TableEntry),
    SystemMethod(SystemMethod),
}

impl<'a> Described<'a> {
    fn by_name(request: &Request, table: &'a Table, enabled: SystemMethods) -> Result<Self, Fault> {
        let name: String = request.params(&["methodName"], 1)?.required()?;
        let name = name.trim();
        (table.get(name).map(Self::Own))
            .or_else(|| enabled.find(name).map(Self::SystemMethod))
            .ok_or_else(|| method_not_found(name))
    }

    fn signature(&self) -> Vec<&'static str> {
        match self {
            Self::Own(entry) => entry.signature(),
            Self::SystemMethod(method) => method.signature().to_vec(),
        }
    }

    fn help(&self) -> &str {
        match self {
            Self::Own(entry) => entry.help(),
            Self::SystemMethod(method) => method.help(),
        }
    }
}

/// `system.getCapabilities`: a struct whose members name a specification and its version each.
struct Capabilities(SystemMethods);

impl Serialize for Capabilities {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        const INTROSPECTION: &str = "https://xmlrpc-c.sourceforge.io/introspection.html";
        const MULTICALL: &str = "https://xmlrpc-c.sourceforge.io/doc/libxmlrpc_server.html#system.multicall";
        let Self(enabled) = self;
        let introspection = enabled.list_methods && enabled.method_signature && enabled.method_help;
        let all = [
            (true, "xmlrpc", "http://xmlrpc.com/spec.md", 1),
            (
                true,
                "faults_interop",
                "http://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php",
                20_010_516,
            ),
            (introspection, "introspection", INTROSPECTION, 1),
            (enabled.multicall, "system.multicall", MULTICALL, 1),
        ];
        let mut map = serializer.serialize_map(None)?;
        for (_, name, url, version) in all.into_iter().filter(|(there, ..)| *there) {
            map.serialize_entry(name, &Specification { url, version })?;
        }
        map.end()
    }
}

struct Specification {
    url: &'static str,
    version: i32,
}

impl Serialize for Specification {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("specUrl", self.url)?;
        map.serialize_entry("specVersion", &self.version)?;
        map.end()
    }
}

pub(crate) fn method_not_found(name: &str) -> Fault {
    Fault::new(Fault::METHOD_NOT_FOUND, format!("Method not found: `{}`", name_in_message(name)))
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
