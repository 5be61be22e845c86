//! A server to try things on: values of every type, rows, files, faults, slow calls and a login.
//!
//!     cargo run --example server -- :8000
//!
//! It serves until it is stopped, and any client can call it: this library, the program `xmlrpc`, or another
//! language. Without an address, the program calls itself once and ends.
//!
//!     xmlrpc methods :8000
//!     xmlrpc :8000 add 1 2
//!     xmlrpc :8000 staff.list -o table

use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    fmt,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};
use tokio::net::TcpListener;
use xmlrpc::{Base64, Client, DateTime, Fault, Value, server::Router};

/// The longest time that `slow` takes.
const SLOWEST: u32 = 60;

/// A person on the staff.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Person {
    name: String,
    salary: f64,
    since: DateTime,
    active: bool,
    skills: Vec<String>,
}

/// The people, by their numbers.
#[xmlrpc::api(prefix = "staff.", rename_all = "camelCase", server)]
trait Staff {
    /// Lists all people.
    async fn list(&self) -> xmlrpc::Result<Vec<Person>>;
    /// Finds a person by the beginning of the name.
    async fn find(&self, name: &str) -> Result<Person, StaffError>;
    /// Adds a person, and returns the number of people.
    async fn add(&self, person: Person) -> Result<i32, StaffError>;
}

/// How the methods of `staff` fail.
#[derive(Debug, xmlrpc::FaultCode)]
enum StaffError {
    #[xmlrpc(code = 404, message = "NO_SUCH_PERSON")]
    NoSuchPerson,
    #[xmlrpc(code = 409, message = "NAME_TAKEN")]
    NameTaken,
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

impl fmt::Display for StaffError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchPerson => f.write_str("NO_SUCH_PERSON"),
            Self::NameTaken => f.write_str("NAME_TAKEN"),
            Self::Other(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for StaffError {}

struct People(Mutex<BTreeMap<String, Person>>);

impl People {
    fn new() -> Self {
        let person = |name: &str, salary: f64, since: &str, active: bool, skills: &[&str]| Person {
            name: name.to_owned(),
            salary,
            since: since.parse().expect("a date"),
            active,
            skills: skills.iter().map(|skill| (*skill).to_owned()).collect(),
        };
        let people = [
            person("Ada", 5200.5, "20190401T09:00:00", true, &["mathematics", "engines"]),
            person("Grace", 6100.0, "20170115T08:30:00", true, &["compilers", "ships"]),
            person("Jürgen", 4300.25, "20210901T10:00:00", false, &[]),
            person("美咲", 4900.0, "20230515T09:00:00", true, &["design"]),
        ];
        Self(Mutex::new(people.into_iter().map(|person| (person.name.clone(), person)).collect()))
    }
}

impl Staff for People {
    async fn list(&self) -> xmlrpc::Result<Vec<Person>> {
        Ok(self.0.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect())
    }

    async fn find(&self, name: &str) -> Result<Person, StaffError> {
        let people = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        people.values().find(|person| person.name.starts_with(name)).cloned().ok_or(StaffError::NoSuchPerson)
    }

    async fn add(&self, person: Person) -> Result<i32, StaffError> {
        let mut people = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if people.contains_key(&person.name) {
            return Err(StaffError::NameTaken);
        }
        people.insert(person.name.clone(), person);
        Ok(i32::try_from(people.len()).unwrap_or(i32::MAX))
    }
}

/// A row of `rows`.
#[derive(Serialize)]
struct Row {
    id: i32,
    name: String,
    size: f64,
}

pub(crate) fn router() -> Router {
    let sessions = AtomicU32::new(0);
    Router::new()
        .function("add", |a: Value, b: Value| async move { sum(&a, &b) })
        .function("echo", |value: Value| async move { Ok(value) })
        .function("hello", |name: String| async move { Ok(format!("Hello, {name}!")) })
        .function("now", || async { now() })
        .function("fail", |code: i32, text: String| async move { Err::<bool, _>(Fault::new(code, text)) })
        .function("rows", |count: i32| async move { Ok(rows(count)) })
        .function("upload", |name: String, content: Base64| async move {
            Ok(format!("{name}: {} bytes", content.0.len()))
        })
        .function("download", |size: i32| async move {
            Ok(Base64(vec![b'x'; usize::try_from(size).unwrap_or_default().min(16 << 20)]))
        })
        .function("slow", |seconds: u32| async move {
            tokio::time::sleep(Duration::from_secs(u64::from(seconds.min(SLOWEST)))).await;
            Ok(seconds.min(SLOWEST))
        })
        .function("login", move |user: String, password: String| {
            let number = sessions.fetch_add(1, Ordering::Relaxed) + 1;
            async move {
                if password == "secret" {
                    Ok(format!("{user}-{number}"))
                } else {
                    Err(Fault::new(401, "wrong password; it is \"secret\""))
                }
            }
        })
        .help("add", "Adds two numbers: integers give an integer, anything else a double.")
        .help("echo", "Gives back what it gets.")
        .help("fail", "Fails with a fault of this code and text.")
        .help("rows", "Gives so many rows, at most a million.")
        .help("slow", "Takes so many seconds, at most 60.")
        .help("login", "Gives a session. The password is \"secret\".")
        .service(StaffServer::new(People::new()))
}

/// Adds two numbers of any type.
fn sum(a: &Value, b: &Value) -> Result<Value, Fault> {
    if let (Some(a), Some(b)) = (a.as_i64(), b.as_i64()) {
        let sum = a.checked_add(b).and_then(|sum| i32::try_from(sum).ok());
        return sum.map(Value::Int).ok_or_else(|| Fault::new(7, "the sum does not fit an int"));
    }
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => Ok(Value::Double(a + b)),
        _ => Err(Fault::new(Fault::INVALID_PARAMS, "expected two numbers")),
    }
}

fn now() -> Result<DateTime, Fault> {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let seconds = i64::try_from(now.as_secs()).unwrap_or_default();
    DateTime::from_unix_seconds(seconds).map_err(|error| Fault::new(Fault::INTERNAL_ERROR, error.to_string()))
}

fn rows(count: i32) -> Vec<Row> {
    let row = |id| Row { id, name: format!("row {id}"), size: f64::from(id) * 1.5 };
    (1..=count.clamp(0, 1_000_000)).map(row).collect()
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let address = std::env::args().nth(1);
    let listener = TcpListener::bind(match address.as_deref() {
        // A port alone is that of this machine.
        Some(port) if port.starts_with(':') => format!("127.0.0.1{port}"),
        Some(address) => address.to_owned(),
        None => "127.0.0.1:0".to_owned(),
    })
    .await?;
    let url = format!("http://{}/RPC2", listener.local_addr()?);
    println!("serving at {url}");
    let server = tokio::spawn(router().serve(listener).into_future());
    if address.is_some() {
        return Ok(server.await??);
    }

    let client = Client::new(&url)?;
    let sum: i32 = client.call("add", (2, 3)).await?;
    let people = StaffClient::new(client).list().await?;
    println!("add(2, 3) = {sum}; {} people, the first of them {}", people.len(), people[0].name);
    Ok(())
}
