//! A tour in one program: an API as a trait, a server for it, and every way to call it.
//!
//!     cargo run --example quickstart

use std::{collections::HashMap, error::Error, fmt, sync::Mutex};

use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use xmlrpc::{Client, Value, blocking, server::Router, system::SystemClient};

/// The API of a shelf of books, which the client and the server share.
#[xmlrpc::api(prefix = "library.", rename_all = "camelCase", server)]
trait Library {
    /// Puts a book on the shelf, and returns the number of books on it.
    async fn add_book(&self, book: Book) -> Result<i32, LibraryError>;
    /// Returns the book with this title.
    async fn find_book(&self, title: &str) -> Result<Book, LibraryError>;
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Book {
    title: String,
    pages: i32,
    tags: Vec<String>,
}

/// The errors of the API. Each fault code is a variant, on the server and in the client.
#[derive(Debug, xmlrpc::FaultCode)]
enum LibraryError {
    #[xmlrpc(code = 404)]
    NoSuchBook,
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

impl fmt::Display for LibraryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchBook => f.write_str("no such book"),
            Self::Other(error) => error.fmt(f),
        }
    }
}

impl Error for LibraryError {}

/// The implementation that is served.
#[derive(Default)]
struct Shelf(Mutex<HashMap<String, Book>>);

impl Library for Shelf {
    async fn add_book(&self, book: Book) -> Result<i32, LibraryError> {
        let mut books = self.0.lock().expect("no holder panics");
        books.insert(book.title.clone(), book);
        Ok(i32::try_from(books.len()).unwrap_or(i32::MAX))
    }
    async fn find_book(&self, title: &str) -> Result<Book, LibraryError> {
        self.0.lock().expect("no holder panics").get(title).cloned().ok_or(LibraryError::NoSuchBook)
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    println!("1. A server, on a free port of this machine");
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/RPC2", listener.local_addr()?);
    tokio::spawn(Router::new().service(LibraryServer::new(Shelf::default())).serve(listener));
    println!("   {url}");

    println!("\n2. Typed calls, async");
    let client = Client::new(&url)?;
    let library = LibraryClient::new(&client);
    let emma = Book { title: "Emma".into(), pages: 474, tags: vec!["novel".into(), "1815".into()] };
    println!("   add_book(Emma)    -> {}", library.add_book(emma).await?);
    println!("   find_book(\"Emma\") -> {:?}", library.find_book("Emma").await?);

    println!("\n3. A fault arrives as the error that the server returned");
    match library.find_book("Ulysses").await {
        Err(LibraryError::NoSuchBook) => println!("   find_book(\"Ulysses\") -> Err(NoSuchBook)"),
        other => println!("   unexpected: {other:?}"),
    }

    println!("\n4. The same trait, blocking");
    let blocking_url = url.clone();
    let found = tokio::task::spawn_blocking(move || {
        let library = LibraryClient::new(blocking::Client::new(&blocking_url)?);
        library.find_book("Emma")
    });
    println!("   find_book(\"Emma\") -> {:?}", found.await??);

    println!("\n5. Three calls in one request, each with a result of its own type");
    let batch = client.multicall();
    let library = LibraryClient::new(&batch);
    let added = library.add_book(Book { title: "Persuasion".into(), pages: 249, tags: vec![] });
    let found = library.find_book("Persuasion");
    let missing = library.find_book("Ulysses");
    let mut replies = client.send(batch).await?;
    println!("   add_book(Persuasion)    -> {:?}", replies.take(added));
    println!("   find_book(\"Persuasion\") -> {:?}", replies.take(found));
    println!("   find_book(\"Ulysses\")    -> {:?}", replies.take(missing));

    println!("\n6. The methods of the server, by introspection");
    let system = SystemClient::new(&client);
    for method in system.list_methods().await? {
        println!("   {method:24} {}", system.method_help(&method).await?.lines().next().unwrap_or_default());
    }

    println!("\n7. A call without a trait, with a result of any type that serde can read");
    let book: Value = client.call("library.findBook", ("Emma",)).await?;
    println!("   {:?} has {:?} pages", book["title"], book["pages"]);

    println!("\n8. An error says what is wrong, and where");
    let wrong = client.call::<_, String>("library.findBook", (41,)).await;
    println!("   {}", wrong.expect_err("41 is not a title"));
    let wrong = client.call::<_, HashMap<String, i32>>("library.findBook", ("Emma",)).await;
    println!("   {}", wrong.expect_err("a title is not a number"));
    Ok(())
}
