//! The answers of the methods that describe the methods of a server: `system.listMethods` and others.
use crate::{
    Request, SystemMethods,
    faults::method_not_found,
    reply::Answer,
    router::RouterInner,
    system_methods::{Introspection, SystemMethod},
    table::{Table, TableEntry},
};
use serde_core::ser::{Serialize, SerializeMap, Serializer};
use xmlrpc_serde::Fault;

impl Introspection {
    /// Answers a request for this method.
    pub(crate) fn answer(self, request: &Request, router: &RouterInner) -> Answer {
        let (table, enabled) = (&router.table, router.system_methods);
        match self {
            Self::ListMethods => {
                request.params(&[], 0)?;
                let system = enabled.enabled().map(|method| -> &str { method.name() });
                let mut names: Vec<&str> = table.names().chain(system).collect();
                names.sort_unstable();
                request.reply(&names)
            }
            Self::MethodSignature => {
                let described = DescribedMethod::by_name(request, table, enabled)?;
                request.reply(&[described.signature()])
            }
            Self::MethodHelp => {
                let described = DescribedMethod::by_name(request, table, enabled)?;
                request.reply(described.help())
            }
            Self::GetCapabilities => {
                request.params(&[], 0)?;
                request.reply(&CapabilityMap(enabled))
            }
        }
    }
}

/// The method that a client asks about.
enum DescribedMethod<'a> {
    Registered(&'a TableEntry),
    System(SystemMethod),
}

impl<'a> DescribedMethod<'a> {
    fn by_name(request: &Request, table: &'a Table, enabled: SystemMethods) -> Result<Self, Fault> {
        let name: String = request.params(&["methodName"], 1)?.required()?;
        let name = name.trim();
        (table.get(name).map(Self::Registered))
            .or_else(|| enabled.find(name).map(Self::System))
            .ok_or_else(|| method_not_found(name))
    }

    fn signature(&self) -> Vec<&'static str> {
        match self {
            Self::Registered(entry) => entry.signature(),
            Self::System(method) => method.signature().to_vec(),
        }
    }

    fn help(&self) -> &str {
        match self {
            Self::Registered(entry) => entry.help(),
            Self::System(method) => method.help(),
        }
    }
}

/// The result of `system.getCapabilities`: a struct with a member for each specification.
struct CapabilityMap(SystemMethods);

impl Serialize for CapabilityMap {
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
            map.serialize_entry(name, &SpecificationMembers { url, version })?;
        }
        map.end()
    }
}

/// A specification, as the value of a member.
struct SpecificationMembers {
    url: &'static str,
    version: i32,
}

impl Serialize for SpecificationMembers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("specUrl", self.url)?;
        map.serialize_entry("specVersion", &self.version)?;
        map.end()
    }
}
