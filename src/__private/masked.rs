//! Errors of a served method with an envelope, which makes a reply of them.
use std::any::Any;
use xmlrpc_client::Error;
use xmlrpc_serde::Fault;
use xmlrpc_server::UncheckedRequest;

/// Hides from an envelope what strangers must not learn of an error, as the conversion into a fault does
/// without an envelope. The whole error goes to the log.
pub fn masked<T, E: 'static>(request: &UncheckedRequest, result: Result<T, E>) -> Result<T, E> {
    result.map_err(|error| {
        let mut slot = Some(error);
        // Only `xmlrpc::Error` says how the server works inside. What another type says is up to its author.
        if let Some(place) = (&mut slot as &mut dyn Any).downcast_mut::<Option<Error>>()
            && let Some(error) = place.take()
        {
            let fault = Fault::from(error);
            request.log_cause(&fault);
            *place = Some(fault.into());
        }
        // Whatever was taken out has been put back.
        slot.unwrap_or_else(|| unreachable!("the slot is never left empty"))
    })
}
