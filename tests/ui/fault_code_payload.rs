struct Mine;

#[derive(xmlrpc::FaultCode)]
enum Failure {
    #[xmlrpc(code = 10)]
    BadName(i32),
    #[xmlrpc(other)]
    Other(Mine),
}

fn main() {}
