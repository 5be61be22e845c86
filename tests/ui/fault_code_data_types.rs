struct Quota(i32);

fn read(_: &xmlrpc::Fault) -> Option<i32> {
    None
}
fn write(_: &Quota) -> i32 {
    1
}

#[derive(xmlrpc::FaultCode)]
enum Failure {
    #[xmlrpc(code = 1, read = read, write = write)]
    Quota(Quota),
    #[xmlrpc(fault)]
    Server(String),
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

fn main() {}
