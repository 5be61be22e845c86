//! The methods that the programs in `servers/` offer with the libraries of other languages, and the checks of
//! each.

use crate::{
    peer::PeerServer,
    report::{PeerReport, refused_with},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;
use xmlrpc::{Base64, DateTime, Multicall, blocking, system::SystemClient};

#[derive(Debug, Deserialize)]
pub(crate) struct Sample {
    count: i32,
    ratio: f64,
    on: bool,
    text: String,
    when: DateTime,
    bytes: Base64,
    list: (i32, String, Vec<f64>),
    nested: BTreeMap<String, BTreeMap<String, BTreeMap<String, i32>>>,
}

#[xmlrpc::api(prefix = "demo.")]
pub(crate) trait Demo {
    fn add(&self, left: i32, right: i32) -> xmlrpc::Result<i32>;
    fn sample(&self) -> xmlrpc::Result<Sample>;
    fn nothing(&self) -> xmlrpc::Result<()>;
    fn large(&self) -> xmlrpc::Result<i64>;
    fn fail(&self) -> xmlrpc::Result<i32>;
}

/// Whether a peer has a feature, or else why it is not checked.
pub(crate) type Has = Result<(), &'static str>;

/// What a peer returns for a method that does not exist.
pub(crate) enum Unknown {
    Fault(i32),
    Status(u16),
    Silence(&'static str),
}

/// How a peer differs from what XML-RPC says.
pub(crate) struct Dialect {
    pub path: &'static str,
    /// Strings that the peer returns unchanged.
    pub texts: &'static [&'static str],
    /// Whether it returns all other strings unchanged too.
    pub echoes_texts: Has,
    /// Whether it returns a date unchanged.
    pub echoes_dates: Has,
    /// Whether it returns bytes as bytes.
    pub echoes_bytes: Has,
    pub nil: Has,
    /// Whether a method without a result can be called.
    pub void: Has,
    pub i8: Has,
    /// Whether it returns an `<i8>` as an integer.
    pub echoes_i8: Has,
    pub introspection: Has,
    pub multicall: Has,
    /// Whether a fault in a batch affects only its own call.
    pub faults_in_multicall: Has,
    pub fault_code: i32,
    pub unknown: Unknown,
    /// Whether a path that is not served is answered with HTTP 404.
    pub not_found: Has,
}

impl Dialect {
    /// A peer with every feature of XML-RPC and its extensions.
    pub(crate) const FULL: Self = Self {
        path: "/RPC2",
        texts: &["plain", "", "hé <&>\"' €", "]]>", "a😀b"],
        echoes_texts: Ok(()),
        echoes_dates: Ok(()),
        echoes_bytes: Ok(()),
        nil: Ok(()),
        void: Ok(()),
        i8: Ok(()),
        echoes_i8: Ok(()),
        introspection: Ok(()),
        multicall: Ok(()),
        faults_in_multicall: Ok(()),
        fault_code: 4,
        unknown: Unknown::Fault(-32601),
        not_found: Ok(()),
    };
}

/// Checks every feature that the peer has by its dialect.
pub(crate) fn exercise(peer: &PeerServer, report: &mut PeerReport, dialect: &Dialect) {
    let url = peer.url(dialect.path);
    let client = blocking::Client::builder(&url).allow_none(true).allow_i8(true).build().unwrap();
    let demo = DemoClient::new(client.clone());

    ask_partly(report, "scalars", dialect.echoes_texts, || scalars(&client, dialect));
    report.check("nested", || nested(&client));
    ask_partly(report, "dates", dialect.echoes_dates, || dates(&client, dialect));
    ask_partly(report, "base64", dialect.echoes_bytes, || bytes(&client, dialect));
    ask(report, "nil", dialect.nil, || {
        assert_eq!(echo(&client, None::<i32>), None);
        assert_eq!(echo(&client, Some(7)), Some(7));
    });
    ask(report, "void", dialect.void, || demo.nothing().unwrap());
    match dialect.i8 {
        Ok(()) => ask_partly(report, "i8", dialect.echoes_i8, || {
            assert_eq!(demo.large().unwrap(), 1 << 40);
            if dialect.echoes_i8.is_ok() {
                assert_eq!(echo(&client, -(1_i64 << 40)), -(1 << 40));
            }
        }),
        Err(why) => report.absent("i8", why),
    }
    ask(report, "introspection", dialect.introspection, || introspection(&client));
    match dialect.multicall {
        Ok(()) => {
            ask_partly(report, "multicall", dialect.faults_in_multicall, || multicall(&client, dialect));
        }
        Err(why) => report.absent("multicall", why),
    }
    report.check("fault", || {
        let error = demo.fail().unwrap_err();
        let fault = error.fault().expect("a fault");
        assert_eq!(
            (fault.code, fault.message.as_str()),
            (dialect.fault_code, "Too many parameters."),
            "{error}"
        );
    });
    unknown_method(report, &client, dialect);
    ask(report, "HTTP error", dialect.not_found, || {
        let lost = blocking::Client::new(&peer.url("/nowhere")).unwrap();
        let error = lost.call::<_, i32>("demo.add", (1, 2)).unwrap_err();
        assert_eq!(refused_with(&error), Some(404), "{error}");
        assert!(error.to_string().contains("404"), "{error}");
    });
}

fn ask(report: &mut PeerReport, feature: &'static str, has: Has, check: impl FnOnce()) {
    match has {
        Ok(()) => report.check(feature, check),
        Err(why) => report.absent(feature, why),
    }
}

fn ask_partly(report: &mut PeerReport, feature: &'static str, all: Has, check: impl FnOnce()) {
    match all {
        Ok(()) => report.check(feature, check),
        Err(why) => report.check_partly(feature, why, check),
    }
}

/// Sends a value, and checks that it comes back as the same type.
fn echo<T: Serialize + DeserializeOwned>(client: &blocking::Client, value: T) -> T {
    client.call("demo.echo", (value,)).unwrap()
}

fn scalars(client: &blocking::Client, dialect: &Dialect) {
    assert_eq!(DemoClient::new(client).add(40, 2).unwrap(), 42);
    for value in [0, -1, i32::MAX, i32::MIN] {
        assert_eq!(echo(client, value), value);
    }
    for value in [true, false] {
        assert_eq!(echo(client, value), value);
    }
    for value in [0.1_f64, -2.5, 1e15, 123_456_789.125] {
        assert_eq!(echo(client, value).to_bits(), value.to_bits());
    }
    for text in dialect.texts {
        assert_eq!(echo(client, (*text).to_owned()), *text);
    }
}

fn nested(client: &blocking::Client) {
    let sample = DemoClient::new(client).sample().unwrap();
    assert_eq!((sample.count, sample.ratio.to_bits(), sample.on), (7, 0.1_f64.to_bits(), true));
    assert!(sample.text.starts_with("hé <&>"), "{}", sample.text);
    assert_eq!(sample.list, (1, "two".to_owned(), vec![3.5]));
    assert!(sample.nested["inner"]["empty"].is_empty());
    let value = xmlrpc::value!({ "list": [1, "two", ["three"]], "inner": { "name": "x", "none": [] } });
    let echoed = echo(client, value.clone());
    assert_eq!(echoed["list"][1], value["list"][1]);
    assert_eq!(echoed["list"][2][0], value["list"][2][0]);
    assert_eq!(echoed["inner"]["name"], value["inner"]["name"]);
}

fn dates(client: &blocking::Client, dialect: &Dialect) {
    let when: DateTime = "19980717T14:08:55".parse().unwrap();
    let sent = DemoClient::new(client).sample().unwrap().when.to_string();
    assert!(sent.starts_with(&when.to_string()), "{sent}");
    if dialect.echoes_dates.is_ok() {
        assert_eq!(echo(client, when), when);
    }
}

fn bytes(client: &blocking::Client, dialect: &Dialect) {
    let all: Vec<u8> = (0..=255).collect();
    assert_eq!(DemoClient::new(client).sample().unwrap().bytes.0, all);
    if dialect.echoes_bytes.is_ok() {
        assert_eq!(echo(client, Base64(all.clone())).0, all);
    }
}

fn introspection(client: &blocking::Client) {
    let system = SystemClient::new(client.clone());
    let names = system.list_methods().unwrap();
    assert!(names.iter().any(|name| name == "demo.add"), "{names:?}");
    system.method_help("demo.add").unwrap();
}

fn multicall(client: &blocking::Client, dialect: &Dialect) {
    let batch = Multicall::new();
    let calls = DemoClient::new(&batch);
    let sum = calls.add(1, 2);
    let fault = dialect.faults_in_multicall.is_ok().then(|| calls.fail());
    let sample = calls.sample();
    let mut replies = client.send(batch).unwrap();
    assert_eq!(replies.take(sample).unwrap().count, 7);
    assert_eq!(replies.take(sum).unwrap(), 3);
    if let Some(fault) = fault {
        let error = replies.take(fault).unwrap_err();
        assert_eq!(error.fault().map(|fault| fault.code), Some(dialect.fault_code), "{error}");
    }
}

fn unknown_method(report: &mut PeerReport, client: &blocking::Client, dialect: &Dialect) {
    let call = || client.call::<_, i32>("demo.nope", ()).unwrap_err();
    match dialect.unknown {
        Unknown::Silence(why) => report.absent("unknown method", why),
        Unknown::Fault(code) => report.check("unknown method", || {
            let error = call();
            assert_eq!(error.fault().map(|fault| fault.code), Some(code), "{error}");
        }),
        Unknown::Status(status) => report.check("unknown method", || {
            let error = call();
            assert_eq!(refused_with(&error), Some(status), "{error}");
        }),
    }
}
