//! Serves a few methods with a page that documents them, and lets you try each of them in a browser.
//!
//!     cargo run --example serve_docs [ADDRESS]
//!
//! Then open the address that it prints. The default address is `127.0.0.1:8000`.
use serde::{Deserialize, Serialize};
use std::sync::Mutex;
use tokio::net::TcpListener;
use xmlrpc::{Fault, Result, server::Router};

/// A person in the address book.
#[derive(Clone, Serialize, Deserialize)]
pub struct Person {
    name: String,
    age: i32,
}

/// An address book.
#[xmlrpc::api(prefix = "people.", rename_all = "camelCase", server)]
pub trait People {
    /// Saves a person under a number.
    ///
    /// | parameter | what it is |
    /// |---|---|
    /// | `note` | any text, such as `<b>important</b>` |
    /// | `person` | a name and an age; it is returned |
    async fn save(&self, number: i32, note: &str, person: Person) -> Result<Person>;

    /// Returns the notes of all persons, the oldest first.
    ///
    /// * `at_most` is how many notes are wanted. All of them if it is left off.
    async fn notes(&self, #[xmlrpc(optional)] at_most: Option<usize>) -> Result<Vec<String>>;
}

#[derive(Default)]
struct AddressBook(Mutex<Vec<String>>);

impl People for AddressBook {
    async fn save(&self, number: i32, note: &str, person: Person) -> Result<Person> {
        self.0.lock().unwrap().push(format!("{number}: {note}"));
        Ok(person)
    }

    async fn notes(&self, at_most: Option<usize>) -> Result<Vec<String>> {
        Ok(self.0.lock().unwrap().iter().take(at_most.unwrap_or(usize::MAX)).cloned().collect())
    }
}

async fn divide(a: f64, b: f64) -> Result<f64, Fault> {
    if b == 0.0 { Err(Fault::new(1, "division by zero")) } else { Ok(a / b) }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let router = Router::new()
        .service(PeopleServer::new(AddressBook::default()))
        .function("math.divide", divide)
        .help("math.divide", "Divides `a` by `b`. A division by zero is a fault (code **1**).")
        .docs(true);
    let address = std::env::args().nth(1);
    let listener = TcpListener::bind(address.as_deref().unwrap_or("127.0.0.1:8000")).await?;
    println!("http://{}/", listener.local_addr()?);
    router.serve(listener).await
}
