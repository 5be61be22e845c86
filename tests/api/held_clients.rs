//! Clients that a program holds: the caller inside, other options, leading parameters, and other prefixes.
use crate::api::support::recorded;
use std::{sync::Arc, time::Duration};
use xmlrpc::{CallOptions, Client, Multicall, blocking, server::Router};

/// Methods that several objects have.
#[xmlrpc::api(prefix = "model.res.party.")]
trait Model {
    async fn count(&self) -> xmlrpc::Result<i32>;
    #[xmlrpc(name = "searchRead")]
    async fn search(&self, domain: &[String]) -> xmlrpc::Result<i32>;
}

#[xmlrpc::api(prefix = "model.res.party.", client = BlockingModelClient)]
trait BlockingModel {
    fn count(&self) -> xmlrpc::Result<i32>;
}

fn router() -> Router {
    Router::new()
        .function("model.res.party.count", || async { Ok(1) })
        .function("model.res.user.count", || async { Ok(2) })
        .function("model.res.user.searchRead", |session: Option<i32>, _: Option<Vec<String>>| async move {
            Ok(session.unwrap_or(0))
        })
}

/// Holds clients by every kind of caller, as a program does.
struct Holder<'a> {
    owned: ModelClient<Client>,
    shared: ModelClient<Arc<Client>>,
    borrowed: ModelClient<&'a Client>,
}

#[tokio::test]
async fn a_prefix_replaces_that_of_the_trait_for_named_methods_too() {
    let (client, sent) = recorded(router());
    let party = ModelClient::new(client);
    let user = party.with_prefix("model.res.user.");
    assert_eq!(party.count().await.expect("a result"), 1);
    assert_eq!(user.count().await.expect("a result"), 2);
    assert_eq!(
        user.search(&[]).await.expect_err("the function takes a number").kind(),
        xmlrpc::ErrorKind::Fault
    );
    assert_eq!(sent.last_name(), "model.res.user.searchRead");
    // Through the trait, in a clone, and with other options too.
    assert_eq!(Model::count(&user.clone()).await.expect("a result"), 2);
    assert_eq!(user.with_options(CallOptions::new()).count().await.expect("a result"), 2);
    assert_eq!(user.with_prefix(String::from("model.res.party.")).count().await.expect("a result"), 1);
}

#[tokio::test]
async fn options_and_leading_parameters_are_set_on_the_typed_client() {
    let (client, sent) = recorded(router());
    let holder = Holder {
        owned: ModelClient::from(client.clone()),
        shared: Arc::new(client.clone()).into(),
        borrowed: ModelClient::new(&client),
    };
    let options = || CallOptions::new().timeout(Duration::from_secs(5));
    let owned: ModelClient<Client> = holder.owned.with_options(options());
    let shared: ModelClient<Client> = holder.shared.with_options(options());
    let borrowed: ModelClient<Client> = holder.borrowed.with_options(options());
    for client in [owned, shared, borrowed] {
        assert!(format!("{:?}", client.inner()).contains("timeout: Some(5s)"));
        let client = client.with_prefix("model.res.user.").with_leading_params((7,)).expect("a number");
        assert_eq!(client.search(&[]).await.expect("a result"), 7);
        assert!(sent.last_params().starts_with("<value><int>7</int></value>"));
    }
    let error = holder.owned.with_leading_params((f64::NAN,)).expect_err("XML-RPC has no NaN");
    assert_eq!(error.kind(), xmlrpc::ErrorKind::Encode);
    let _: Client = holder.owned.into_inner();
    let _: &Client = holder.borrowed.into_inner();
}

#[tokio::test]
async fn a_typed_client_makes_and_sends_its_own_batches() {
    let party = ModelClient::new(router().client());
    let batch: Multicall = party.multicall();
    let (one, two) = {
        let in_batch = ModelClient::new(&batch);
        (in_batch.count(), in_batch.with_prefix("model.res.user.").count())
    };
    let mut replies = party.inner().send(batch).await.expect("a reply");
    assert_eq!(replies.take(one).expect("a result"), 1);
    assert_eq!(replies.take(two).expect("a result"), 2);
}

#[test]
fn blocking_clients_are_held_in_the_same_way() {
    let client: BlockingModelClient<blocking::Client> = router().blocking_client().into();
    let patient = client.with_options(CallOptions::new().timeout(None));
    assert_eq!(patient.count().expect("a result"), 1);
    assert_eq!(patient.with_prefix("model.res.user.").count().expect("a result"), 2);
    let batch = client.multicall();
    let slot = BlockingModelClient::new(&batch).count();
    assert_eq!(client.inner().send(batch).expect("a reply").take(slot).expect("a result"), 1);
}

/// A generic trait has all of this too.
#[xmlrpc::api(prefix = "store.")]
trait Pairs<T: serde::Serialize + serde::de::DeserializeOwned + Send + Sync> {
    async fn echo(&self, value: T) -> xmlrpc::Result<T>;
}

#[tokio::test]
async fn clients_of_generic_traits_are_held_in_the_same_way() {
    let router = Router::new().function("other.echo", |text: String| async move { Ok(text) });
    let pairs = PairsClient::<_, String>::from(router.client());
    let other = pairs.with_options(CallOptions::new()).with_prefix("other.");
    assert_eq!(other.echo("x".to_owned()).await.expect("a result"), "x");
}
