//! The built-in transport for a route.

use crate::{Error, Transport, endpoint::Endpoint, http_options::HttpOptions, transport::blocking};
use std::sync::Arc;

/// Creates the transport of an async client.
#[cfg(feature = "client")]
pub(crate) fn transport_for(endpoint: &Endpoint, options: &HttpOptions) -> Result<Arc<dyn Transport>, Error> {
    use crate::{endpoint::Route, http::HttpTransport, scgi::ScgiTransport};
    Ok(match &endpoint.route {
        Route::Http => Arc::new(HttpTransport::new(&endpoint.uri, None, options)?),
        Route::HttpUnix(socket) => Arc::new(HttpTransport::new(&endpoint.uri, Some(socket), options)?),
        Route::Scgi(address) => Arc::new(ScgiTransport::tcp(address)),
        Route::ScgiUnix(socket) => Arc::new(ScgiTransport::unix(socket)?),
        Route::Other => {
            return Err(Error::config(
                "no transport for this scheme is built in: expected http, https, http+unix, unix or scgi; \
                 give the builder a transport() for any other",
            ));
        }
    })
}

#[cfg(not(feature = "client"))]
pub(crate) fn transport_for(_: &Endpoint, _: &HttpOptions) -> Result<Arc<dyn Transport>, Error> {
    Err(missing_feature("client"))
}

/// Creates the transport of a blocking client: the async one, on the background thread.
#[cfg(feature = "blocking")]
pub(crate) fn blocking_transport_for(
    endpoint: &Endpoint,
    options: &HttpOptions,
) -> Result<Arc<dyn blocking::Transport>, Error> {
    Ok(Arc::new(crate::background::BackgroundTransport(transport_for(endpoint, options)?)))
}

#[cfg(not(feature = "blocking"))]
pub(crate) fn blocking_transport_for(
    _: &Endpoint,
    _: &HttpOptions,
) -> Result<Arc<dyn blocking::Transport>, Error> {
    Err(missing_feature("blocking"))
}

#[cfg(not(all(feature = "client", feature = "blocking")))]
fn missing_feature(name: &str) -> Error {
    Error::config(format!(
        "the built-in transports need the cargo feature {name:?}; without it, give the builder a transport()"
    ))
}
