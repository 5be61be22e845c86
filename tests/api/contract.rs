//! The trait stays an ordinary trait, and its client works over every caller.
use crate::api::support::recorded;
use std::sync::Arc;
use xmlrpc::{BlockingCaller, Caller, Fault, Multicall, Slot, blocking, server::Router};

/// An async trait.
#[xmlrpc::api(prefix = "sum.", server)]
trait Sums {
    /// Adds two numbers.
    async fn add(&self, a: i32, b: i32) -> xmlrpc::Result<i32>;
    /// Counts the characters of every text.
    async fn length(&self, text: &str, factor: &i32, more: Option<&str>, all: &[i64]) -> xmlrpc::Result<i64>;
}

/// A trait of plain functions, over the same methods.
#[xmlrpc::api(prefix = "sum.", server, client = BlockingSums)]
trait Totals {
    /// Adds two numbers.
    fn add(&self, a: i32, b: i32) -> xmlrpc::Result<i32>;
}

struct Machine;

impl Sums for Machine {
    async fn add(&self, a: i32, b: i32) -> xmlrpc::Result<i32> {
        a.checked_add(b).ok_or_else(|| Fault::new(7, "too large").into())
    }
    async fn length(&self, text: &str, factor: &i32, more: Option<&str>, all: &[i64]) -> xmlrpc::Result<i64> {
        let characters = text.chars().count() + more.map_or(0, |more| more.chars().count());
        Ok(i64::try_from(characters).expect("short") * i64::from(*factor) + all.iter().sum::<i64>())
    }
}

impl Totals for Machine {
    fn add(&self, a: i32, b: i32) -> xmlrpc::Result<i32> {
        a.checked_add(b).ok_or_else(|| Fault::new(7, "too large").into())
    }
}

fn router() -> Router {
    Router::new().allow_none(true).service(SumsServer::new(Machine))
}

#[tokio::test]
async fn futures_outlive_their_arguments_and_the_client() {
    let call = {
        let client = SumsClient::new(router().client());
        let text = "abc".to_owned();
        let call = client.length(&text, &2, Some(&text.clone()), &[1, 2]);
        drop((client, text));
        call
    };
    assert_eq!(tokio::spawn(call).await.expect("no panic").expect("a result"), 15);
}

#[tokio::test]
async fn a_reference_and_an_arc_are_callers_too() {
    let client = router().client();
    assert_eq!(SumsClient::new(&client).add(1, 2).await.expect("a result"), 3);
    assert_eq!(SumsClient::new(Arc::new(client)).add(1, 2).await.expect("a result"), 3);
}

#[test]
fn the_client_of_an_async_trait_works_over_blocking_callers() {
    let client = router().blocking_client();
    assert_eq!(SumsClient::new(&client).add(1, 2).expect("a result"), 3);
    assert_eq!(SumsClient::new(Arc::new(client)).add(1, 2).expect("a result"), 3);
}

#[test]
fn a_plain_trait_is_an_object() {
    let router = Router::new().service(TotalsServer::new(Machine));
    let all: [Box<dyn Totals>; 2] =
        [Box::new(Machine), Box::new(BlockingSums::new(router.blocking_client()))];
    for totals in all {
        assert_eq!(totals.add(1, 2).expect("a result"), 3);
        let error = totals.add(i32::MAX, 1).expect_err("too large");
        assert_eq!(error.fault().map(|fault| fault.code), Some(7));
    }
}

#[tokio::test]
async fn the_client_of_a_plain_trait_works_over_async_callers() {
    let router = Router::new().service(TotalsServer::new(Machine));
    assert_eq!(BlockingSums::new(router.client()).add(1, 2).await.expect("a result"), 3);
}

#[tokio::test]
async fn a_batch_gives_typed_slots() {
    let client = router().client();
    let batch = client.multicall();
    let sums = SumsClient::new(&batch);
    let sum: Slot<i32> = sums.add(1, 2);
    let fault = sums.add(i32::MAX, 1);
    let length: Slot<i64> = sums.length("abc", &1, Some(""), &[]);
    let mut replies = client.send(batch).await.expect("a reply");
    assert_eq!(replies.take(sum).expect("a result"), 3);
    assert_eq!(replies.take(fault).expect_err("too large").fault().map(|fault| fault.code), Some(7));
    assert_eq!(replies.take(length).expect("a result"), 3);
}

#[test]
fn one_function_takes_every_caller() {
    fn add<C: Caller + 'static>(caller: C) -> C::Output<'static, i32, xmlrpc::Error> {
        let client: &'static SumsClient<C> = Box::leak(Box::new(SumsClient::new(caller)));
        client.add(1, 2)
    }
    fn add_now<C: BlockingCaller>(caller: C) -> i32 {
        Totals::add(&BlockingSums::new(caller), 1, 2).expect("a result")
    }
    assert_eq!(add(router().blocking_client()).expect("a result"), 3);
    assert_eq!(add_now(router().blocking_client()), 3);
    let _: Slot<i32> = add(Multicall::new());
}

#[test]
fn clients_are_clone_and_debug_if_their_callers_are() {
    #[derive(Clone, Debug)]
    struct Named;
    struct Neither;
    let client = SumsClient::new(Named);
    assert_eq!(format!("{:?}", client.clone()), "SumsClient(Named)");
    let _ = SumsClient::new(Neither);
}

#[test]
fn a_client_is_made_from_a_url() {
    let sums: BlockingSums<blocking::Client> =
        BlockingSums::from_url("http://localhost:1/RPC2").expect("the url is right");
    assert!(format!("{sums:?}").starts_with("BlockingSums("));
    let error = SumsClient::from_url("no url").expect_err("a url has a scheme");
    let own = xmlrpc::Client::new("no url").expect_err("a url has a scheme");
    assert_eq!(error.to_string(), own.to_string());
}

#[tokio::test]
async fn faults_say_what_is_wrong_with_a_call() {
    let client = router().client();
    let fault = async |params: &[xmlrpc::Value]| {
        let error = client.call::<_, i32>("sum.add", params).await.expect_err("a wrong call");
        let fault = error.fault().expect("a fault").clone();
        (fault.code, fault.message)
    };
    let (code, message) = fault(&[1.into()]).await;
    assert_eq!(code, -32602);
    assert!(message.contains("2 parameters"), "{message}");
    let (code, message) = fault(&[1.into(), "two".into()]).await;
    assert_eq!(code, -32602);
    assert!(message.contains('b') && message.contains("string"), "{message}");
}

#[tokio::test]
async fn introspection_returns_help_and_signature() {
    let client = router().client();
    let help: String = client.call("system.methodHelp", ("sum.add",)).await.expect("help");
    assert_eq!(help, "Adds two numbers.");
    let signature: Vec<Vec<String>> =
        client.call("system.methodSignature", ("sum.length",)).await.expect("a list");
    assert_eq!(signature, [["i8", "string", "int", "string", "array"]]);
}

#[tokio::test]
async fn a_served_object_can_be_shared() {
    let machine = Arc::new(Machine);
    let (client, _) = recorded(Router::new().service(SumsServer::from_arc(Arc::clone(&machine))));
    assert_eq!(SumsClient::new(client).add(1, 2).await.expect("a result"), 3);
    assert_eq!(Sums::add(&*machine, 1, 2).await.expect("a result"), 3);
}
