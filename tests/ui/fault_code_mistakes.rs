#[derive(xmlrpc::FaultCode)]
enum Failure {
    Bare,
    #[xmlrpc(code = 10)]
    BadName,
    #[xmlrpc(code = 10)]
    NoFile,
    #[xmlrpc(code = "11")]
    Text,
    #[xmlrpc(code = 99999999999)]
    Large,
    #[xmlrpc(code = 12)]
    Pair(i32, i32),
    #[xmlrpc(code = 13, other)]
    Both(xmlrpc::Error),
    #[xmlrpc(number = 14)]
    Unknown,
    #[xmlrpc(other)]
    Unit,
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
    #[xmlrpc(other)]
    Another(xmlrpc::Error),
}

fn main() {}
