//! Generic traits and methods, and methods with a body.
use serde::{Serialize, de::DeserializeOwned};
use std::{borrow::Cow, fmt::Debug, sync::Mutex};
use xmlrpc::server::Router;

/// A generic trait, with a default parameter, a constant, a supertrait and a method with a body.
#[xmlrpc::api(prefix = "store.", server)]
trait Store<T: Serialize + DeserializeOwned + Send + Sync, const N: usize = 2>: Send + Sync
where
    T: Clone + Debug,
{
    /// The client has this constant too, because it has a value.
    const LIMIT: usize = 3;
    async fn put(&self, value: &T) -> xmlrpc::Result<()>;
    async fn get(&self) -> xmlrpc::Result<Vec<T>>;
    async fn size(&self) -> xmlrpc::Result<i32>;
    async fn put_all(&self, values: &[T]) -> xmlrpc::Result<()> {
        for value in values {
            self.put(value).await?;
        }
        Ok(())
    }
}

struct Memory<T>(Mutex<Vec<T>>);

impl<T: Serialize + DeserializeOwned + Clone + Debug + Send + Sync, const N: usize> Store<T, N>
    for Memory<T>
{
    async fn put(&self, value: &T) -> xmlrpc::Result<()> {
        self.0.lock().expect("no test panicked").push(value.clone());
        Ok(())
    }
    async fn get(&self) -> xmlrpc::Result<Vec<T>> {
        Ok(self.0.lock().expect("no test panicked").clone())
    }
    async fn size(&self) -> xmlrpc::Result<i32> {
        Ok(i32::try_from(N).expect("small"))
    }
}

#[tokio::test]
async fn a_trait_may_be_generic() {
    let memory = Memory::<String>(Mutex::default());
    let router = Router::new().service(StoreServer::<_, String, 2>::new(memory));
    let store = StoreClient::<_, String, 2>::new(router.client());
    store.put_all(&["a".to_owned(), "b".to_owned()]).await.expect("stored");
    assert_eq!(store.get().await.expect("a result"), ["a", "b"]);
    assert_eq!(store.size().await.expect("a result"), 2);
    assert_eq!(<StoreClient<xmlrpc::Client, String> as Store<String>>::LIMIT, 3);
}

/// Generic methods, and methods with borrowed parameters.
#[xmlrpc::api]
trait Generics<'l> {
    fn echo<T: Serialize, R: DeserializeOwned>(&self, value: T) -> xmlrpc::Result<R>;
    fn any(&self, value: impl Serialize) -> xmlrpc::Result<i32>;
    fn borrowed<'a, 'b: 'a>(
        &'a self,
        one: &'b str,
        other: Cow<'a, str>,
        of_trait: &'l str,
    ) -> xmlrpc::Result<i32>;
    fn fixed<const N: usize>(&self, all: [i32; N]) -> xmlrpc::Result<i32>
    where
        [i32; N]: Serialize;
}

#[test]
fn methods_may_be_generic_and_borrow() {
    let router = Router::new()
        .function("echo", |value: xmlrpc::Value| async move { Ok(value) })
        .function("any", |value: Vec<i32>| async move { Ok(value.iter().sum::<i32>()) })
        .function("fixed", |value: Vec<i32>| async move { Ok(value.iter().sum::<i32>()) })
        .function("borrowed", |a: String, b: String, c: String| async move {
            Ok(i32::try_from(format!("{a}{b}{c}").len()).unwrap_or(0))
        });
    let generics = GenericsClient::new(router.blocking_client());
    assert_eq!(generics.echo::<_, String>("x").expect("a result"), "x");
    assert_eq!(Generics::echo::<_, i32>(&generics, 7).expect("a result"), 7);
    assert_eq!(generics.any([1, 2]).expect("a result"), 3);
    assert_eq!(Generics::any(&generics, vec![1, 2]).expect("a result"), 3);
    assert_eq!(generics.borrowed("a", Cow::Borrowed("bc"), "def").expect("a result"), 6);
    assert_eq!(Generics::borrowed(&generics, "a", Cow::Borrowed("bc"), "def").expect("a result"), 6);
    assert_eq!(generics.fixed([1, 2, 3]).expect("a result"), 6);
    assert_eq!(Generics::fixed(&generics, [1, 2, 3]).expect("a result"), 6);
}

/// Methods with a body: async ones, with and without use of `self`, and a function.
#[xmlrpc::api]
trait Defaults {
    async fn add(&self, a: i32, b: i32) -> xmlrpc::Result<i32>;
    async fn one(&self) -> i32 {
        1
    }
    async fn twice(&self, mut a: i32) -> xmlrpc::Result<i32> {
        a = self.add(a, a).await?;
        if a > 100 {
            return Ok(100);
        }
        Ok(a)
    }
    fn name() -> &'static str
    where
        Self: Sized,
    {
        "defaults"
    }
}

#[tokio::test]
async fn default_methods_are_kept_and_not_sent() {
    let router = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) });
    let client = DefaultsClient::new(router.client());
    assert_eq!(client.twice(4).await.expect("a result"), 8);
    assert_eq!(client.twice(400).await.expect("a result"), 100);
    assert_eq!(client.one().await, 1);
    assert_eq!(DefaultsClient::<xmlrpc::Client>::name(), "defaults");
    assert_eq!(
        tokio::spawn(async move { client.twice(1).await }).await.expect("no panic").expect("a result"),
        2
    );
}
