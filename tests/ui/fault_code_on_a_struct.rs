#[derive(xmlrpc::FaultCode)]
struct Failure {
    code: i32,
}

fn main() {}
