//! `dyn`: a trait whose implementations are held as objects.
use std::{fmt::Debug, sync::Arc};
use xmlrpc::{Fault, server::Router};

#[expect(clippy::ptr_arg, reason = "the macro must take a `&String` as well")]
#[expect(clippy::unnecessary_literal_bound, reason = "implementations return a text of their own")]
mod machines {
    use serde::{Serialize, de::DeserializeOwned};

    /// An API that is used as an object.
    #[xmlrpc::api(prefix = "m.", server, dyn)]
    pub(super) trait Machine: Send + Sync {
        /// Adds two numbers.
        async fn add(&self, a: i32, b: i32) -> xmlrpc::Result<i32>;
        async fn join(&self, words: &[&str], more: Option<&str>, tail: &String) -> xmlrpc::Result<String>;
        async fn between<'a, 'b: 'a>(&'a self, one: &'b str, two: &'a str) -> xmlrpc::Result<String>;
        #[xmlrpc(params = "struct")]
        async fn r#type(&self, r#fn: i32) -> Result<i32, xmlrpc::Error>;
        /// A default method, async.
        async fn twice(&self, mut a: i32) -> xmlrpc::Result<i32> {
            a = self.add(a, a).await?;
            Ok(a)
        }
        /// A default method that is not.
        fn name(&self) -> &str {
            "unnamed"
        }
        /// A function, which no object has.
        fn kind() -> &'static str
        where
            Self: Sized,
        {
            "machine"
        }
    }

    #[xmlrpc::api(dyn)]
    pub(super) trait Store<T: Serialize + DeserializeOwned + Send + Sync + 'static, const N: usize = 1>:
        std::fmt::Debug
    {
        async fn put(&self, value: &T) -> xmlrpc::Result<Vec<T>>;
    }
}

// Both traits are in scope here.
use machines::{DynMachine, DynStore, Machine, MachineClient, MachineServer, Store, StoreClient};

/// A mock that overrides the default methods.
#[derive(Clone, Debug)]
struct Mock {
    name: String,
}

impl Machine for Mock {
    async fn add(&self, a: i32, b: i32) -> xmlrpc::Result<i32> {
        a.checked_add(b).ok_or_else(|| Fault::new(7, "too large").into())
    }
    async fn join(&self, words: &[&str], more: Option<&str>, tail: &String) -> xmlrpc::Result<String> {
        Ok(format!("{}{}{tail}", words.join("-"), more.unwrap_or_default()))
    }
    async fn between<'a, 'b: 'a>(&'a self, one: &'b str, two: &'a str) -> xmlrpc::Result<String> {
        Ok(format!("{one}{two}"))
    }
    async fn r#type(&self, r#fn: i32) -> Result<i32, xmlrpc::Error> {
        Ok(r#fn)
    }
    async fn twice(&self, a: i32) -> xmlrpc::Result<i32> {
        Ok(a * 200)
    }
    fn name(&self) -> &str {
        &self.name
    }
}

fn mock() -> Mock {
    Mock { name: "mock".to_owned() }
}

/// Calls every method of anything that implements the trait.
async fn check(machine: &(impl Machine + ?Sized), twice: i32, name: &str) {
    assert_eq!(machine.add(1, 2).await.expect("a result"), 3);
    let joined = {
        let (word, tail) = ("b".to_owned(), "t".to_owned());
        machine.join(&["a", &word], Some("m"), &tail).await
    };
    assert_eq!(joined.expect("a result"), "a-bmt");
    assert_eq!(machine.between("x", "y").await.expect("a result"), "xy");
    assert_eq!(machine.r#type(5).await.expect("a result"), 5);
    assert_eq!(machine.twice(4).await.expect("a result"), twice);
    assert_eq!(machine.name(), name);
    let error = machine.add(i32::MAX, 1).await.expect_err("too large");
    assert_eq!(error.fault().expect("a fault").code, 7);
}

#[tokio::test]
async fn a_mock_and_an_object_are_called_where_both_traits_are_in_scope() {
    let mock = mock();
    assert_eq!(mock.add(1, 2).await.expect("a result"), 3);
    let object: Arc<dyn DynMachine> = Arc::new(mock.clone());
    assert_eq!(object.add(1, 2).await.expect("a result"), 3);
    let boxed: Box<dyn DynMachine> = Box::new(mock.clone());
    assert_eq!(boxed.add(1, 2).await.expect("a result"), 3);
    check(&mock, 800, "mock").await;
    check(&object, 800, "mock").await;
    check(&boxed, 800, "mock").await;
}

#[tokio::test]
async fn clients_and_mocks_are_objects_of_one_type() {
    let router = Router::new().service(MachineServer::new(mock()));
    let objects: [Arc<dyn DynMachine>; 2] = [Arc::new(MachineClient::new(router.client())), Arc::new(mock())];
    check(&objects[0], 8, "unnamed").await;
    check(&objects[1], 800, "mock").await;
    // The future of a call through an object can be spawned.
    let object = Arc::clone(&objects[0]);
    let sum = tokio::spawn(async move { object.add(2, 3).await }).await.expect("no panic");
    assert_eq!(sum.expect("a result"), 5);
    assert_eq!(<Arc<dyn DynMachine> as Machine>::kind(), "machine");
}

#[tokio::test]
async fn an_object_can_be_served() {
    let object: Arc<dyn DynMachine> = Arc::new(mock());
    let router = Router::new().service(MachineServer::new(object));
    check(&MachineClient::new(router.client()), 8, "unnamed").await;
}

#[derive(Debug)]
struct Memory;

impl Store<String> for Memory {
    async fn put(&self, value: &String) -> xmlrpc::Result<Vec<String>> {
        Ok(vec![value.clone()])
    }
}

#[tokio::test]
async fn a_generic_trait_has_generic_objects() {
    fn is_debug(_: &impl Debug) {}
    let stores: [Box<dyn DynStore<String>>; 2] = [
        Box::new(Memory),
        Box::new(StoreClient::new(
            Router::new().function("put", |text: String| async move { Ok(vec![text]) }).client(),
        )),
    ];
    for store in &stores {
        is_debug(store);
        assert_eq!(store.put(&"x".to_owned()).await.expect("a result"), ["x"]);
    }
}
