struct Quota(i32);

fn read(_: &xmlrpc::Fault) -> Option<i32> {
    None
}
fn write(_: &Quota) -> i32 {
    1
}

#[derive(xmlrpc::FaultCode)]
enum Failure {
    #[xmlrpc(code = 1, read = read)]
    OnlyRead(Quota),
    #[xmlrpc(code = 2, write = write)]
    OnlyWrite(Quota),
    #[xmlrpc(code = 3, read = read, write = write)]
    NoField,
    #[xmlrpc(fault, read = read, write = write)]
    WithoutCode(xmlrpc::Fault),
    #[xmlrpc(code = "4")]
    NumberInQuotes,
    #[xmlrpc(code = "Busy")]
    Busy,
    #[xmlrpc(code = "Busy")]
    BusyAgain,
    #[xmlrpc(code = 5, fault)]
    CodeAndFault(xmlrpc::Fault),
    #[xmlrpc(fault)]
    SecondFault(xmlrpc::Fault),
    #[xmlrpc(fault)]
    NoFault,
    #[xmlrpc(other, fault)]
    FaultAndOther(xmlrpc::Error),
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

fn main() {}
