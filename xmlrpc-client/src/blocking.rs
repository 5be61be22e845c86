//! The blocking client.
use crate::{BlockingCaller, Caller, Envelope, Error, Method, Result};
use serde_core::{Serialize, de::DeserializeOwned};

/// The blocking client.
#[derive(Clone, Debug)]
pub struct Client(());
impl Client {
    /// A client with the defaults.
    pub fn new(_url: &str) -> Result<Self> {
        todo!()
    }
    /// Calls a method by its name.
    pub fn call<P: Serialize, R: DeserializeOwned>(&self, _method: &str, _params: P) -> Result<R> {
        todo!()
    }
}
impl Caller for Client {
    type Output<'a, T: 'a, E: 'a> = Result<T, E>;
    fn call<'a, P, W, T, E>(&'a self, _method: &Method<'_>, _params: &P) -> Result<T, E>
    where
        P: Serialize + ?Sized,
        W: Envelope<T>,
        T: 'a,
        E: From<Error> + 'a,
    {
        todo!()
    }
}
impl BlockingCaller for Client {
    fn result<'a, T, E>(output: Result<T, E>) -> Result<T, E>
    where
        T: 'a,
        E: From<Error> + 'a,
    {
        output
    }
}
