//! The answers of the methods that describe the methods of a server: `system.listMethods` and others.
use crate::{
    Request, SystemMethods,
    description::{Description, UNDEFINED},
    faults::method_not_found,
    reply::Answer,
    router::RouterInner,
    system_methods::{Introspection, SystemMethod},
};
use serde_core::ser::{Serialize, SerializeMap, Serializer};
use xmlrpc_serde::{Fault, Options};

impl Introspection {
    /// Answers a request for this method.
    pub(crate) fn answer(self, request: &Request, router: &RouterInner) -> Answer {
        let enabled = router.system_methods;
        match self {
            Self::ListMethods => {
                request.params(&[], 0)?;
                let system = enabled.enabled().map(|method| -> &str { method.name() });
                let mut names: Vec<&str> = visible(router).map(|(name, _)| name).chain(system).collect();
                names.sort_unstable();
                request.reply(&names)
            }
            Self::MethodSignature => {
                match DescribedMethod::by_name(request, router)?.signatures(router.options) {
                    Some(signatures) => request.reply(&signatures),
                    None => request.reply(UNDEFINED),
                }
            }
            Self::MethodHelp => request.reply(DescribedMethod::by_name(request, router)?.help()),
            Self::GetCapabilities => {
                request.params(&[], 0)?;
                request.reply(&CapabilityMap(enabled))
            }
        }
    }
}

/// Returns the methods that lists have, the `system.` methods left out, sorted by name.
pub(crate) fn visible(router: &RouterInner) -> impl Iterator<Item = (&str, &Description)> {
    let registered = router.table.0.iter().map(|(name, entry)| (name.as_str(), &entry.description));
    let described = router.described.iter().map(|(name, description)| (name.as_str(), description));
    let mut all: Vec<_> = registered.chain(described).filter(|(_, one)| !one.hidden).collect();
    all.sort_unstable_by_key(|(name, _)| *name);
    all.into_iter()
}

/// The method that a client asks about.
enum DescribedMethod<'a> {
    Registered(&'a Description),
    System(SystemMethod),
}

impl<'a> DescribedMethod<'a> {
    fn by_name(request: &Request, router: &'a RouterInner) -> Result<Self, Fault> {
        let name: String = request.params(&["methodName"], 1)?.required()?;
        let name = name.trim();
        let registered = router.table.get(name).map(|entry| &entry.description);
        let registered = registered.or_else(|| router.described.get(name));
        (registered.filter(|description| !description.hidden).map(Self::Registered))
            .or_else(|| router.system_methods.find(name).map(Self::System))
            .ok_or_else(|| method_not_found(name))
    }

    fn signatures(&self, options: Options) -> Option<Vec<Vec<&'static str>>> {
        match self {
            Self::Registered(description) => description.signatures(options),
            Self::System(method) => Some(vec![method.signature().to_vec()]),
        }
    }

    fn help(&self) -> &str {
        match self {
            Self::Registered(description) => &description.help,
            Self::System(method) => method.help(),
        }
    }
}

/// The result of `system.getCapabilities`: a struct with a member for each specification.
struct CapabilityMap(SystemMethods);

impl Serialize for CapabilityMap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The name and the url by which clients of xmlrpc-c recognise it.
        const INTROSPECT: &str = "http://xmlrpc-c.sourceforge.net/xmlrpc-c/introspection.html";
        const MULTICALL: &str = "https://xmlrpc-c.sourceforge.io/doc/libxmlrpc_server.html#system.multicall";
        let Self(enabled) = self;
        let introspect = enabled.list_methods && enabled.method_signature && enabled.method_help;
        let all = [
            (true, "xmlrpc", "http://xmlrpc.com/spec.md", 1),
            (
                true,
                "faults_interop",
                "http://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php",
                20_010_516,
            ),
            (introspect, "introspect", INTROSPECT, 1),
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
