//! A client of a router that records what it sends.
use std::sync::{Arc, Mutex};
use xmlrpc::{
    CallContext, Client, Transport, TransportFuture,
    server::{InProcess, Router},
};

/// The bodies of the requests that a client sent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sent(Arc<Mutex<Vec<String>>>);

impl Sent {
    /// Returns the parameters of the last call, without the markup around them.
    pub(crate) fn last_params(&self) -> String {
        let body = self.last();
        let start = body.find("<params>").map_or(body.len(), |at| at + "<params>".len());
        let end = body.find("</params>").unwrap_or(body.len()).max(start);
        body[start..end].replace("<param>", "").replace("</param>", "").replace('\n', "")
    }

    /// Returns the method of the last call.
    pub(crate) fn last_name(&self) -> String {
        let body = self.last();
        let start = body.find("<methodName>").expect("a call") + "<methodName>".len();
        body[start..body.find("</methodName>").expect("a call")].to_owned()
    }

    fn last(&self) -> String {
        self.0.lock().expect("no test panicked").last().cloned().expect("a call was made")
    }
}

impl Transport for RecordingTransport {
    fn send(&self, request: http::Request<xmlrpc::Body>, context: CallContext) -> TransportFuture<'_> {
        let body = request.body().as_bytes().expect("calls are at hand").to_vec();
        let body = String::from_utf8(body).expect("calls are UTF-8");
        self.sent.0.lock().expect("no test panicked").push(body);
        self.inside.send(request, context)
    }
}

struct RecordingTransport {
    sent: Sent,
    inside: InProcess,
}

/// Makes a client of `router` whose requests are recorded. Both allow nil.
pub(crate) fn recorded(router: Router) -> (Client, Sent) {
    let sent = Sent::default();
    let inside = router.allow_none(true).transport();
    let transport = RecordingTransport { sent: sent.clone(), inside };
    let client = Client::builder("http://recorded.invalid/RPC2").transport(transport).allow_none(true);
    (client.build().expect("nothing is wrong with it"), sent)
}
