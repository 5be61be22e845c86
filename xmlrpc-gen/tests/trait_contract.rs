//! The contract of a trait, and a server that does not keep to it.

mod support;

use support::{good, inferred};
use xmlrpc_gen::{ChangeKind, Contract, Diff, KnownEnvelope, LearnedFrom, Type, verify};
use xmlrpc_serde::value;

#[derive(serde::Deserialize)]
#[allow(dead_code, reason = "only its name counts")]
struct Info {
    size: i32,
}

#[xmlrpc::api(prefix = "files.", rename_all = "camelCase")]
#[allow(dead_code, reason = "only its contract counts")]
trait Files {
    /// Opens a file.
    ///
    /// It must exist.
    #[xmlrpc(idempotent)]
    async fn open_file(&self, name: &str, #[xmlrpc(optional)] mode: Option<i64>) -> xmlrpc::Result<i32>;
    async fn list(&self) -> xmlrpc::Result<Vec<(String, Option<f64>)>>;
    async fn info(&self, names: &[&str]) -> xmlrpc::Result<std::collections::BTreeMap<String, Info>>;
    #[xmlrpc(name = "getURI", envelope = xmlrpc::envelope::Ros)]
    async fn uri(&self) -> xmlrpc::Result<String>;
    async fn nothing(&self, value: &xmlrpc::Value) -> xmlrpc::Result<()>;
}

#[xmlrpc::api]
#[allow(dead_code, reason = "only its contract counts")]
trait Blocking<T: Send> {
    fn bytes(&self, data: xmlrpc::Base64) -> xmlrpc::Result<xmlrpc::DateTime>;
    fn generic(&self, value: Vec<bool>) -> xmlrpc::Result<Box<str>>;
}

#[test]
fn the_contract_says_what_the_trait_says() {
    let contract = FilesClient::contract();
    let names: Vec<&str> = contract.methods.keys().map(String::as_str).collect();
    assert_eq!(names, ["files.getURI", "files.info", "files.list", "files.nothing", "files.openFile"]);
    let open = &contract.methods["files.openFile"];
    let params: Vec<_> = open.overloads[0].params.iter().map(|p| (&*p.name, &p.ty, p.optional)).collect();
    assert_eq!(params, [("name", &Type::Text, false), ("mode", &Type::Long, true)]);
    assert_eq!(
        (&open.result, &*open.docs, open.idempotent),
        (&Type::Int, "Opens a file.\n\nIt must exist.", true)
    );
    assert_eq!(open.sources, [LearnedFrom::Trait]);
    let list = |ty| Type::List(Box::new(ty));
    let pair = Type::Tuple(vec![Type::Text, Type::Optional(Box::new(Type::Double))]);
    assert_eq!(contract.methods["files.list"].result, list(pair));
    let info = Type::Map(Box::new(Type::Rust("Info".to_owned())));
    assert_eq!(contract.methods["files.info"].result, info);
    assert_eq!(contract.methods["files.info"].overloads[0].params[0].ty, list(Type::Text));
    assert_eq!(contract.methods["files.getURI"].envelope, Some(KnownEnvelope::Ros));
    assert_eq!(contract.methods["files.nothing"].result, Type::Unit);

    let blocking = BlockingClient::<_, u8>::contract();
    assert_eq!(blocking.methods["bytes"].result, Type::Date);
    assert_eq!(blocking.methods["bytes"].overloads[0].params[0].ty, Type::Base64);
    assert_eq!(blocking.methods["generic"].result, Type::Text);
}

fn against(exchanges: &[support::Exchange]) -> Diff {
    verify(&FilesClient::contract(), &inferred(exchanges))
}

#[test]
fn a_server_that_keeps_to_it() {
    let names = value!(["files.openFile", "files.list", "files.info", "files.getURI", "files.nothing"]);
    let diff = against(&[
        good("system.listMethods", value!([]), names),
        good("files.openFile", value!(["a", 1]), value!(3)),
        good("files.openFile", value!(["a"]), value!(3)),
        good("files.list", value!([]), value!([["a", 0.5], ["b", nil]])),
        good("files.info", value!([["a"]]), value!({ "a": { "size": 1 } })),
        good("files.getURI", value!([]), value!([1, "", "http://x"])),
        good("files.nothing", value!([1]), value!("anything")),
    ]);
    assert!(diff.is_empty(), "{diff}");
    assert!(verify(&FilesClient::contract(), &Contract::default()).is_empty());
}

#[test]
fn a_server_that_does_not() {
    let diff = against(&[
        good(
            "system.listMethods",
            value!([]),
            value!(["files.openFile", "files.list", "files.info", "files.getURI"]),
        ),
        good("files.openFile", value!(["a", 1, true]), value!("3")),
        good("files.list", value!([]), value!([["a", 0.5], [nil, 1]])),
        good("files.getURI", value!([]), value!("http://x")),
    ]);
    let found: Vec<_> = diff.changes.iter().map(|change| (change.kind, &*change.place)).collect();
    assert_eq!(
        found,
        [
            (ChangeKind::EnvelopeChanged, "files.getURI()"),
            (ChangeKind::NilNew, "files.list()[][0]"),
            (ChangeKind::MethodGone, "files.nothing"),
            (ChangeKind::ParameterAdded, "files.openFile"),
            (ChangeKind::TypeChanged, "files.openFile()"),
        ]
    );
}
