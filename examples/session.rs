//! Logs in, and logs in again when the session has expired.
//!
//!     cargo run --example session
//!
//! The stand-in for a server lets a session expire after two calls.

mod support;

use std::{
    error::Error,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use xmlrpc::{Client, Credentials, Fault, Session, server::Router};

/// The server's fault for a session that it does not know (any more).
const NO_SUCH_SESSION: i32 = 401;

/// A user who logs in.
struct Login {
    user: String,
    password: String,
}

impl Session for Login {
    async fn login(&self, client: &Client) -> xmlrpc::Result<Credentials> {
        println!("logging in as {}", self.user);
        let key: String = client.call("session.login", (&self.user, &self.password)).await?;
        // The key is the first parameter of every call from now on.
        Credentials::new().leading_params((key,))
    }

    fn is_expired(&self, error: &xmlrpc::Error) -> bool {
        error.fault().is_some_and(|fault| fault.code == NO_SUCH_SESSION)
    }
}

#[xmlrpc::api(prefix = "host.")]
trait Host {
    /// Returns the name of a host. The key of the session is not a parameter here: the client adds it.
    async fn name(&self, number: i32) -> xmlrpc::Result<String>;
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::url_or_serve(server).await?;
    let login = Login { user: "me".into(), password: "secret".into() };
    let hosts = HostClient::new(Client::builder(url).session(login).build()?);
    for number in 1..=5 {
        println!("host {number} is {}", hosts.name(number).await?);
    }
    Ok(())
}

/// Serves sessions that expire after two calls.
fn server() -> Router {
    let (logins, calls) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (last_login, left) = (Arc::clone(&logins), Arc::clone(&calls));
    Router::new()
        .function("session.login", move |user: String, _password: String| {
            let number = logins.fetch_add(1, Ordering::SeqCst) + 1;
            calls.store(2, Ordering::SeqCst);
            async move { Ok::<_, Fault>(format!("{user}-{number}")) }
        })
        .function("host.name", move |key: String, number: i32| {
            let valid = key == format!("me-{}", last_login.load(Ordering::SeqCst));
            let one_less = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
            async move {
                if valid && one_less.is_ok() {
                    Ok(format!("host-{number}"))
                } else {
                    Err(Fault::new(NO_SUCH_SESSION, "no such session"))
                }
            }
        })
}
