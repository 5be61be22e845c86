//! The replies of `system.methodSignature` and `system.getCapabilities`, in all the shapes that servers send.

use serde_core::de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::{collections::BTreeMap, fmt};

/// The reply of `system.methodSignature`.
///
/// A signature lists the XML-RPC names of types: that of the result, then those of the parameters.
/// `["int", "string", "string"]` takes two strings and returns an integer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Signatures {
    /// A list of signatures, as specified. Sent by xmlrpc-c, Ruby, Twisted, modernrpc.
    Many(Vec<Vec<String>>),
    /// One signature without a list around it. Sent by supervisord.
    One(Vec<String>),
    /// Words instead of signatures: `signatures not supported` from CPython, `undef` from xmlrpc-c and
    /// rTorrent. Empty if the reply is nil.
    Unknown(String),
}

impl Signatures {
    /// Returns the signatures, in whatever shape they came. The list is empty if the server knows none.
    #[must_use]
    pub fn list(&self) -> &[Vec<String>] {
        match self {
            Self::Many(list) => list,
            Self::One(one) => std::slice::from_ref(one),
            Self::Unknown(_) => &[],
        }
    }
}

impl<'de> Deserialize<'de> for Signatures {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SignaturesVisitor)
    }
}

struct SignaturesVisitor;

impl<'de> Visitor<'de> for SignaturesVisitor {
    type Value = Signatures;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of signatures, one signature, or words")
    }

    fn visit_str<E>(self, words: &str) -> Result<Signatures, E> {
        Ok(Signatures::Unknown(words.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Signatures, E> {
        Ok(Signatures::Unknown(String::new()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Signatures, A::Error> {
        let (mut many, mut one) = (Vec::new(), Vec::new());
        while let Some(entry) = seq.next_element()? {
            match entry {
                SignatureOrName::Name(name) => one.push(name),
                SignatureOrName::Signature(signature) => many.push(signature),
            }
        }
        match (many.is_empty(), one.is_empty()) {
            (_, true) => Ok(Signatures::Many(many)),
            (true, false) => Ok(Signatures::One(one)),
            (false, false) => {
                Err(A::Error::custom("expected signatures or type names, found both in one list"))
            }
        }
    }
}

/// One element of the reply: a whole signature, or a name of a type if the reply is one signature.
enum SignatureOrName {
    Name(String),
    Signature(Vec<String>),
}

impl<'de> Deserialize<'de> for SignatureOrName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct SignatureOrNameVisitor;
        impl<'de> Visitor<'de> for SignatureOrNameVisitor {
            type Value = SignatureOrName;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a type name or a signature")
            }
            fn visit_str<E>(self, name: &str) -> Result<SignatureOrName, E> {
                Ok(SignatureOrName::Name(name.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<SignatureOrName, A::Error> {
                let mut signature = Vec::new();
                while let Some(name) = seq.next_element()? {
                    signature.push(name);
                }
                Ok(SignatureOrName::Signature(signature))
            }
        }
        deserializer.deserialize_any(SignatureOrNameVisitor)
    }
}

/// The reply of `system.getCapabilities`: the specifications that the server implements, by their names.
pub type Capabilities = BTreeMap<String, Capability>;

/// A specification that a server implements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Capability {
    /// Where the specification is (`specUrl`).
    pub spec_url: String,
    /// The version of the specification (`specVersion`), as text even if the server sends a number.
    pub spec_version: String,
}

impl<'de> Deserialize<'de> for Capability {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CapabilityVisitor;
        impl<'de> Visitor<'de> for CapabilityVisitor {
            type Value = Capability;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("{specUrl, specVersion}")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Capability, A::Error> {
                let mut capability = Capability::default();
                while let Some(name) = map.next_key::<String>()? {
                    match &*name {
                        "specUrl" => capability.spec_url = map.next_value()?,
                        "specVersion" => capability.spec_version = map.next_value::<VersionText>()?.0,
                        _ => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                Ok(capability)
            }
        }
        deserializer.deserialize_map(CapabilityVisitor)
    }
}

/// A version that is sent as a number or as text.
struct VersionText(String);

impl<'de> Deserialize<'de> for VersionText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct VersionTextVisitor;
        impl Visitor<'_> for VersionTextVisitor {
            type Value = VersionText;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a version")
            }
            fn visit_str<E>(self, text: &str) -> Result<VersionText, E> {
                Ok(VersionText(text.to_owned()))
            }
            fn visit_i64<E>(self, number: i64) -> Result<VersionText, E> {
                Ok(VersionText(number.to_string()))
            }
            fn visit_u64<E>(self, number: u64) -> Result<VersionText, E> {
                Ok(VersionText(number.to_string()))
            }
            fn visit_f64<E>(self, number: f64) -> Result<VersionText, E> {
                Ok(VersionText(number.to_string()))
            }
        }
        deserializer.deserialize_any(VersionTextVisitor)
    }
}
