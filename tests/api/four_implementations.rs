//! One test body for four implementations of one trait: a client over HTTP, a client without a socket, a
//! mock, and the object that is served.
use std::{collections::BTreeMap, sync::Mutex};
use tokio::net::TcpListener;
use xmlrpc::{Fault, server::Router};

/// A small warehouse.
#[xmlrpc::api(prefix = "stock.", rename_all = "camelCase", server)]
trait Stock {
    /// Returns the count of an item.
    async fn count_of(&self, item: &str) -> xmlrpc::Result<i32>;
    /// Adds to an item, and returns the new count.
    async fn add(&self, item: String, many: i32) -> xmlrpc::Result<i32>;
    /// Returns all items with their counts.
    async fn list(&self) -> xmlrpc::Result<BTreeMap<String, i32>>;
    /// Adds one to each of two items.
    async fn add_both(&self, items: (&str, &str)) -> xmlrpc::Result<()>
    where
        Self: Sync,
    {
        self.add(items.0.to_owned(), 1).await?;
        self.add(items.1.to_owned(), 1).await?;
        Ok(())
    }
}

/// The object that is served.
#[derive(Default)]
struct Shelf(Mutex<BTreeMap<String, i32>>);

impl Stock for Shelf {
    async fn count_of(&self, item: &str) -> xmlrpc::Result<i32> {
        let items = self.0.lock().expect("no test panicked");
        items.get(item).copied().ok_or_else(|| Fault::new(404, format!("no {item}")).into())
    }
    async fn add(&self, item: String, many: i32) -> xmlrpc::Result<i32> {
        let mut items = self.0.lock().expect("no test panicked");
        let count = items.entry(item).or_default();
        *count += many;
        Ok(*count)
    }
    async fn list(&self) -> xmlrpc::Result<BTreeMap<String, i32>> {
        Ok(self.0.lock().expect("no test panicked").clone())
    }
}

/// A mock with fixed answers.
struct Mock(Mutex<i32>);

impl Stock for Mock {
    async fn count_of(&self, item: &str) -> xmlrpc::Result<i32> {
        match item {
            "bolt" => Ok(*self.0.lock().expect("no test panicked")),
            _ => Err(Fault::new(404, "no nut").into()),
        }
    }
    async fn add(&self, _: String, many: i32) -> xmlrpc::Result<i32> {
        let mut bolts = self.0.lock().expect("no test panicked");
        *bolts += many;
        Ok(*bolts)
    }
    async fn list(&self) -> xmlrpc::Result<BTreeMap<String, i32>> {
        Ok(BTreeMap::from([("bolt".to_owned(), *self.0.lock().expect("no test panicked"))]))
    }
}

/// Checks what every implementation must do, starting with an empty warehouse.
async fn behaves_as_a_warehouse(stock: &(impl Stock + Sync)) {
    assert_eq!(stock.add("bolt".to_owned(), 3).await.expect("a result"), 3);
    assert_eq!(stock.count_of("bolt").await.expect("a result"), 3);
    let error = stock.count_of("nut").await.expect_err("there are none");
    let fault = error.fault().expect("the warehouse said so");
    assert_eq!((fault.code, fault.message.as_str()), (404, "no nut"));
    stock.add_both(("bolt", "bolt")).await.expect("both are added");
    assert_eq!(stock.list().await.expect("a result"), BTreeMap::from([("bolt".to_owned(), 5)]));
}

fn router() -> Router {
    Router::new().service(StockServer::new(Shelf::default()))
}

#[tokio::test]
async fn the_client_over_http() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}/RPC2", listener.local_addr().expect("an address"));
    tokio::spawn(async move { router().serve(listener).await });
    behaves_as_a_warehouse(&StockClient::from_url(&url).expect("a url")).await;
}

#[tokio::test]
async fn the_client_without_a_socket() {
    behaves_as_a_warehouse(&StockClient::new(router().client())).await;
}

#[tokio::test]
async fn a_mock() {
    behaves_as_a_warehouse(&Mock(Mutex::new(0))).await;
}

#[tokio::test]
async fn the_object_that_is_served() {
    behaves_as_a_warehouse(&Shelf::default()).await;
}
