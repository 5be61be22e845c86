//! `call_in_envelope`: a call whose result is in an envelope.

use crate::envelope::EnvelopeName;
use xmlrpc::{
    Caller, Error, Method, Value,
    blocking::Client,
    envelope::{OpenNebula, Ros, Xapi},
};

/// Makes a call, and opens the envelope of its result.
pub(super) fn call_in_envelope(
    client: &Client,
    envelope: Option<EnvelopeName>,
    name: &str,
    params: &[Value],
) -> xmlrpc::Result<Value> {
    let method = Method::new(name);
    match envelope {
        None => client.call(name, params),
        Some(EnvelopeName::Ros) => Caller::call::<_, Ros<Value>, Value, Error>(client, &method, params),
        Some(EnvelopeName::OpenNebula) => {
            Caller::call::<_, OpenNebula<Value>, Value, Error>(client, &method, params)
        }
        Some(EnvelopeName::Xapi) => Caller::call::<_, Xapi<Value>, Value, Error>(client, &method, params),
    }
}
