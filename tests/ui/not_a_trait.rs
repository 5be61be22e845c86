#[xmlrpc::api]
struct Calc;

#[xmlrpc::api]
impl Calc {}

#[xmlrpc::api]
fn calc() {}

fn main() {}
