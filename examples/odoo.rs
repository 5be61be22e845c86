//! Reads the customers of an Odoo (up to 18), with `execute_kw`.
//!
//!     cargo run --example odoo [URL DATABASE USER PASSWORD]
//!
//! URL is that of the server, such as `https://odoo.example.org/`. PASSWORD may also be an API key.

#[path = "stand_in/odoo.rs"]
mod stand_in;
mod support;

use std::error::Error;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use xmlrpc::{Client, Value, value};

/// The methods at `/xmlrpc/2/common`, which need no password.
#[xmlrpc::api]
trait Common {
    /// Returns the user's id, or `false` if the user or the password is wrong.
    async fn authenticate(&self, db: &str, user: &str, password: &str, agent: Value)
    -> xmlrpc::Result<Value>;
}

/// The methods at `/xmlrpc/2/object`. Each takes the database, the user id and the password as its first
/// parameters, which the client adds.
#[xmlrpc::api]
trait Object {
    /// Calls a method of a model, with arguments by position and by name.
    async fn execute_kw<A: Serialize + Send, K: Serialize + Send, T: DeserializeOwned + 'static>(
        &self,
        model: &str,
        method: &str,
        args: A,
        keywords: K,
    ) -> xmlrpc::Result<T>;
}

#[derive(Debug, Serialize)]
struct Read {
    fields: [&'static str; 2],
    limit: i32,
}

#[derive(Debug, Deserialize)]
struct Partner {
    name: String,
    /// Odoo sends `false` for a value that is not set.
    email: Value,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::url_or_serve(stand_in::router).await?;
    let url = url.trim_end_matches("/RPC2").trim_end_matches('/');
    let argument = |n: usize, default: &str| std::env::args().nth(n).unwrap_or_else(|| default.to_owned());
    let (db, user, password) = (argument(2, "demo"), argument(3, "admin"), argument(4, "s3cret"));

    let common = CommonClient::new(Client::new(&format!("{url}/xmlrpc/2/common"))?);
    let id = common.authenticate(&db, &user, &password, value!({})).await?;
    let id = id.as_i32().ok_or("user or password is wrong")?;
    println!("{user} is user {id}");

    let client = Client::builder(format!("{url}/xmlrpc/2/object")).allow_none(true).build()?;
    let odoo = ObjectClient::new(client.with_leading_params((db, id, password))?);
    let companies = [("is_company", "=", true)];
    let count: i32 = odoo.execute_kw("res.partner", "search_count", (companies,), value!({})).await?;
    println!("{count} companies");
    let fields = Read { fields: ["name", "email"], limit: 5 };
    let partners: Vec<Partner> = odoo.execute_kw("res.partner", "search_read", (companies,), fields).await?;
    for Partner { name, email } in partners {
        println!("{name:20} {}", email.as_str().unwrap_or("-"));
    }
    Ok(())
}
