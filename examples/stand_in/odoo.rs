//! Answers as Odoo does, with two companies.
#![expect(clippy::needless_pass_by_value, reason = "the router passes owned values")]

use xmlrpc::{Fault, Value, server::Router, value};

pub(super) fn router() -> Router {
    Router::new()
        .allow_none(true)
        .function("authenticate", |_db: String, user: String, password: String, _agent: Value| {
            Ok(if (&*user, &*password) == ("admin", "s3cret") { Value::Int(2) } else { Value::Bool(false) })
        })
        .function("execute_kw", execute_kw)
}

fn execute_kw(
    _db: String,
    _user: i32,
    password: String,
    model: String,
    method: String,
    _args: Vec<Value>,
    keywords: Value,
) -> Result<Value, Fault> {
    if password != "s3cret" {
        return Err(Fault::new(3, "Access Denied"));
    }
    let companies =
        [("Azure Interior", Value::from("azure@example.org")), ("Deco Addict", Value::Bool(false))];
    match (&*model, &*method) {
        ("res.partner", "search_count") => Ok(Value::Int(2)),
        ("res.partner", "search_read") => {
            let limit = keywords.get("limit").and_then(Value::as_i32).unwrap_or(i32::MAX);
            let limit = usize::try_from(limit).unwrap_or(0);
            let rows = companies
                .into_iter()
                .take(limit)
                .map(|(name, email)| value!({ "name": name, "email": email }));
            Ok(Value::Array(rows.collect()))
        }
        _ => Err(Fault::new(2, format!("Object {model} has no method {method}"))),
    }
}
