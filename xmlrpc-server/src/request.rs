//! One call on its way through a method.
use serde_core::{Deserialize, Serialize};
use xmlrpc_serde::Fault;

/// One call, owned.
#[derive(Debug)]
pub struct Request(());
/// An encoded result.
#[derive(Debug)]
pub struct Reply(());

impl Request {
    /// The parameters, whose names the faults tell: at least `required` of them, at most `names.len()`.
    pub fn params<'s>(
        &'s self,
        _names: &'static [&'static str],
        _required: usize,
    ) -> Result<ParamsReader<'s>, Fault> {
        todo!()
    }
    /// Encodes the result.
    pub fn reply<T: Serialize + ?Sized>(&self, _value: &T) -> Result<Reply, Fault> {
        todo!()
    }
}

/// Reads parameters one after another; a fault (-32602) names the parameter.
#[derive(Debug)]
pub struct ParamsReader<'a>(&'a ());
impl<'a> ParamsReader<'a> {
    /// The next one.
    pub fn required<T: Deserialize<'a>>(&mut self) -> Result<T, Fault> {
        todo!()
    }
    /// The next one, `None` when it was left off.
    pub fn optional<T: Deserialize<'a>>(&mut self) -> Result<Option<T>, Fault> {
        todo!()
    }
}
