#[derive(Debug, thiserror::Error, xmlrpc::FaultCode)]
enum Failure {
    #[error("bad name")]
    #[xmlrpc(code = 10)]
    BadName,
    #[error(transparent)]
    #[xmlrpc(other)]
    Other(#[from] xmlrpc::Error),
}

fn fail() -> Result<(), Failure> {
    Err(xmlrpc::Error::new(xmlrpc::ErrorKind::Io, "broken"))?
}

fn main() {}
