//! What each attribute changes on the wire.
#![expect(clippy::many_single_char_names, reason = "sixteen parameters need sixteen names")]
use crate::api::support::recorded;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::atomic::{AtomicUsize, Ordering};
use xmlrpc::{
    BlockingCaller, Caller, Envelope, Error, Fault, Method, envelope::ServedEnvelope, server::Router,
};

/// Sends numbers as strings.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
mod as_text {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(value: &i64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }
    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// Sends optional numbers as strings.
#[expect(clippy::ref_option, reason = "serde's signature")]
mod maybe_as_text {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(value: &Option<i64>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => serializer.collect_str(value),
            None => serializer.serialize_none(),
        }
    }
    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| text.parse().map_err(D::Error::custom)).transpose()
    }
}

/// An envelope like that of ROS: `(status, message, value)`.
#[derive(Deserialize, Serialize)]
struct Triple<T>(i32, String, Option<T>);

impl<T: for<'de> Deserialize<'de>> Envelope<T> for Triple<T> {
    fn open(self) -> Result<T, Error> {
        match self {
            Self(1, _, Some(value)) => Ok(value),
            Self(code, message, _) => Err(Fault::new(code, message).into()),
        }
    }
}

impl<T: Serialize> ServedEnvelope<T> for Triple<T> {
    fn close(result: Result<T, Fault>) -> Result<Self, Fault> {
        Ok(match result {
            Ok(value) => Self(1, String::new(), Some(value)),
            Err(fault) => Self(0, fault.message, None),
        })
    }
}

type Sum = Result<i32, Error>;

#[xmlrpc::api(prefix = "w.", rename_all = "PascalCase", server)]
#[expect(clippy::needless_lifetimes, reason = "one parameter has a lifetime, to show that it may have one")]
trait Wire {
    async fn renamed_by_rule(&self) -> Sum;
    #[xmlrpc(name = "x.y")]
    async fn renamed(&self) -> Sum;
    async fn r#type(&self, r#fn: i32) -> Sum;
    async fn optional(
        &self,
        a: i32,
        #[xmlrpc(optional)] b: Option<&str>,
        #[xmlrpc(optional)] c: Option<i32>,
    ) -> xmlrpc::Result<String>;
    #[xmlrpc(params = "struct")]
    async fn by_name<'a>(
        &self,
        #[xmlrpc(rename = "theName")] name: &'a str,
        #[xmlrpc(optional)] tag: Option<Vec<i32>>,
        #[xmlrpc(with = "as_text")] r#type: i64,
        #[xmlrpc(optional, with = "maybe_as_text")] last: Option<i64>,
    ) -> xmlrpc::Result<String>;
    #[xmlrpc(with = "as_text")]
    async fn text(
        &self,
        #[xmlrpc(with = as_text)] a: i64,
        #[xmlrpc(with = "self::as_text")] b: &i64,
        #[xmlrpc(optional, with = "maybe_as_text")] c: Option<i64>,
    ) -> xmlrpc::Result<i64>;
    #[xmlrpc(envelope = Triple)]
    async fn wrapped(&self, fail: bool) -> Result<i32, Error>;
    #[xmlrpc(envelope = "self::Triple", with = "as_text")]
    async fn wrapped_text(&self, fail: bool) -> Result<i64, Error>;
    #[expect(clippy::too_many_arguments, reason = "the number of parameters is what is tested")]
    async fn sixteen(
        &self,
        a: i32,
        b: i32,
        c: i32,
        d: i32,
        e: i32,
        f: i32,
        g: i32,
        h: i32,
        i: i32,
        j: i32,
        k: i32,
        l: i32,
        m: i32,
        n: i32,
        o: i32,
        p: i32,
    ) -> Sum;
    #[expect(clippy::too_many_arguments, reason = "the number of parameters is what is tested")]
    async fn seventeen(
        &self,
        a: i32,
        b: i32,
        c: i32,
        d: i32,
        e: i32,
        f: i32,
        g: i32,
        h: i32,
        i: i32,
        j: i32,
        k: i32,
        l: i32,
        m: i32,
        n: i32,
        o: i32,
        p: i32,
        q: i32,
    ) -> Sum;
}

struct Echo;

#[expect(clippy::needless_lifetimes, reason = "the lifetime is the trait's")]
impl Wire for Echo {
    async fn renamed_by_rule(&self) -> Sum {
        Ok(1)
    }
    async fn renamed(&self) -> Sum {
        Ok(2)
    }
    async fn r#type(&self, r#fn: i32) -> Sum {
        Ok(r#fn)
    }
    async fn optional(&self, a: i32, b: Option<&str>, c: Option<i32>) -> xmlrpc::Result<String> {
        Ok(format!("{a} {b:?} {c:?}"))
    }
    async fn by_name<'a>(
        &self,
        name: &'a str,
        tag: Option<Vec<i32>>,
        r#type: i64,
        last: Option<i64>,
    ) -> xmlrpc::Result<String> {
        Ok(format!("{name} {tag:?} {type} {last:?}"))
    }
    async fn text(&self, a: i64, b: &i64, c: Option<i64>) -> xmlrpc::Result<i64> {
        Ok(a + b + c.unwrap_or(0))
    }
    async fn wrapped(&self, fail: bool) -> Result<i32, Error> {
        if fail { Err(Fault::new(5, "asked for").into()) } else { Ok(1) }
    }
    async fn wrapped_text(&self, fail: bool) -> Result<i64, Error> {
        if fail { Err(Fault::new(5, "asked for").into()) } else { Ok(1) }
    }
    async fn sixteen(
        &self,
        a: i32,
        b: i32,
        c: i32,
        d: i32,
        e: i32,
        f: i32,
        g: i32,
        h: i32,
        i: i32,
        j: i32,
        k: i32,
        l: i32,
        m: i32,
        n: i32,
        o: i32,
        p: i32,
    ) -> Sum {
        Ok(a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p)
    }
    async fn seventeen(
        &self,
        a: i32,
        b: i32,
        c: i32,
        d: i32,
        e: i32,
        f: i32,
        g: i32,
        h: i32,
        i: i32,
        j: i32,
        k: i32,
        l: i32,
        m: i32,
        n: i32,
        o: i32,
        p: i32,
        q: i32,
    ) -> Sum {
        Ok(a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q)
    }
}

fn router() -> Router {
    Router::new().service(WireServer::new(Echo))
}

#[tokio::test]
async fn names_are_the_prefix_and_the_rule_or_the_given_name() {
    let (client, sent) = recorded(router());
    let wire = WireClient::new(client);
    assert_eq!(wire.renamed_by_rule().await.expect("a result"), 1);
    assert_eq!(sent.last_name(), "w.RenamedByRule");
    assert_eq!(wire.renamed().await.expect("a result"), 2);
    assert_eq!(sent.last_name(), "w.x.y");
    assert_eq!(wire.r#type(3).await.expect("a result"), 3);
    assert_eq!(sent.last_name(), "w.Type");
}

#[tokio::test]
async fn optional_parameters_are_left_out_from_the_end() {
    let (client, sent) = recorded(router());
    let wire = WireClient::new(client);
    assert_eq!(wire.optional(1, None, None).await.expect("a result"), "1 None None");
    assert_eq!(sent.last_params(), "<value><int>1</int></value>");
    assert_eq!(wire.optional(1, Some("b"), None).await.expect("a result"), r#"1 Some("b") None"#);
    assert_eq!(sent.last_params(), "<value><int>1</int></value><value><string>b</string></value>");
    assert_eq!(wire.optional(1, None, Some(2)).await.expect("a result"), "1 None Some(2)");
    assert_eq!(
        sent.last_params(),
        "<value><int>1</int></value><value><nil/></value><value><int>2</int></value>"
    );
}

#[tokio::test]
async fn parameters_by_name_are_one_struct() {
    let (client, sent) = recorded(router());
    let wire = WireClient::new(&client);
    assert_eq!(wire.by_name("n", None, 5, None).await.expect("a result"), "n None 5 None");
    let params = sent.last_params();
    assert!(params.contains("<name>theName</name>") && params.contains("<name>type</name>"), "{params}");
    assert!(!params.contains("tag") && !params.contains("last"), "{params}");
    let all = wire.by_name("n", Some(vec![1]), 5, Some(6)).await.expect("a result");
    assert_eq!(all, "n Some([1]) 5 Some(6)");

    for (params, part) in [
        (
            xmlrpc::Struct::from_iter([("theName".to_owned(), xmlrpc::Value::from("n"))]),
            "member `type` is missing",
        ),
        (
            xmlrpc::Struct::from_iter([
                ("theName".to_owned(), xmlrpc::Value::from("n")),
                ("other".to_owned(), xmlrpc::Value::from(1)),
            ]),
            "unknown member `other`",
        ),
    ] {
        let error = client.call::<_, String>("w.ByName", (params,)).await.expect_err("a wrong call");
        let fault = error.fault().expect("a fault");
        assert_eq!(fault.code, -32602);
        assert!(fault.message.contains(part), "{}", fault.message);
    }
}

#[tokio::test]
async fn modules_write_and_read_parameters_and_results() {
    let (client, sent) = recorded(router());
    let wire = WireClient::new(&client);
    assert_eq!(wire.text(1, &2, None).await.expect("a result"), 3);
    assert_eq!(sent.last_params(), "<value><string>1</string></value><value><string>2</string></value>");
    assert_eq!(wire.text(1, &2, Some(3)).await.expect("a result"), 6);
    assert_eq!(client.call::<_, String>("w.Text", ("1", "2")).await.expect("a result"), "3");
    let signature: Vec<Vec<String>> =
        client.call("system.methodSignature", ("w.Text",)).await.expect("a list");
    assert_eq!(signature, [vec!["string"; 3], vec!["string"; 4]]);
}

#[tokio::test]
async fn envelopes_are_opened_by_clients_and_made_by_servers() {
    let (client, _) = recorded(router());
    let wire = WireClient::new(&client);
    assert_eq!(wire.wrapped(false).await.expect("a result"), 1);
    assert_eq!(wire.wrapped_text(false).await.expect("a result"), 1);
    for error in [wire.wrapped(true).await.map(i64::from), wire.wrapped_text(true).await] {
        let error = error.expect_err("it was asked for");
        assert!(error.fault().is_some_and(|fault| fault.code == 0 && fault.message.contains("asked for")));
    }
    let raw: (i32, String, String) = client.call("w.WrappedText", (false,)).await.expect("an answer");
    assert_eq!(raw, (1, String::new(), "1".to_owned()));
    for method in ["w.Wrapped", "w.WrappedText"] {
        let signature: Vec<Vec<String>> =
            client.call("system.methodSignature", (method,)).await.expect("a list");
        assert_eq!(signature, [["array", "boolean"]], "{method}");
    }
}

#[tokio::test]
async fn there_may_be_any_number_of_parameters() {
    let (client, _) = recorded(router());
    let wire = WireClient::new(client);
    let sixteen = wire.sixteen(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16).await;
    assert_eq!(sixteen.expect("a result"), 136);
    let seventeen = wire.seventeen(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17).await;
    assert_eq!(seventeen.expect("a result"), 153);
}

/// A caller whose error says what it was given as the method.
#[derive(Default)]
struct EchoingCaller(AtomicUsize);

impl Caller for EchoingCaller {
    type Output<'a, T: 'a, E: 'a> = Result<T, E>;
    fn call<'a, P, W, T, E>(&'a self, method: &Method<'_>, _: &P) -> Result<T, E>
    where
        P: Serialize + ?Sized,
        W: Envelope<T>,
        T: 'a,
        E: From<Error> + 'a,
    {
        self.0.fetch_add(1, Ordering::Relaxed);
        Err(E::from(Fault::new(0, format!("{method:?}")).into()))
    }
}

impl BlockingCaller for EchoingCaller {
    fn result<'a, T, E>(output: Result<T, E>) -> Result<T, E>
    where
        T: 'a,
        E: From<Error> + 'a,
    {
        output
    }
}

#[xmlrpc::api]
trait Promises {
    #[xmlrpc(idempotent, timeout = "1m30s")]
    fn read(&self) -> Sum;
    fn write(&self) -> Sum;
}

#[test]
fn callers_are_given_idempotency_and_timeout() {
    let promises = PromisesClient::new(EchoingCaller::default());
    let method_of =
        |result: Sum| result.expect_err("never an answer").fault().expect("a fault").message.clone();
    let read = method_of(promises.read());
    assert!(read.contains("idempotent: Some(true)") && read.contains("90s"), "{read}");
    let write = method_of(Promises::write(&promises));
    assert!(write.contains("idempotent: None") && write.contains("timeout: None"), "{write}");
}

/// A type whose `Serialize` and `Deserialize` always fail.
struct Unwritable;

impl Serialize for Unwritable {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("cannot be written"))
    }
}

impl<'de> Deserialize<'de> for Unwritable {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(serde::de::Error::custom("cannot be read"))
    }
}

#[xmlrpc::api]
trait Unwritables {
    async fn send(&self, value: Unwritable) -> Sum;
}

#[tokio::test]
async fn a_parameter_that_cannot_be_written_is_an_error() {
    let (client, _) = recorded(router());
    let error = UnwritablesClient::new(client).send(Unwritable).await.expect_err("nothing was sent");
    assert_eq!(error.kind(), xmlrpc::ErrorKind::Encode);
}
