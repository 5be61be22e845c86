#[derive(xmlrpc::FaultCode)]
enum Failure {
    #[xmlrpc(code = 10)]
    BadName,
}

fn main() {}
