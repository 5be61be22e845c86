//! `forwarding`: a server that passes calls on to another one and keeps its faults.
use xmlrpc::{Fault, blocking, server::Router};

#[derive(Debug, xmlrpc::FaultCode)]
enum Failure {
    #[xmlrpc(code = 10)]
    BadName,
    #[xmlrpc(fault)]
    Server(Fault),
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

#[xmlrpc::api(server)]
trait Api<T: serde::Serialize + serde::de::DeserializeOwned + Send + Sync + 'static> {
    async fn own_error(&self, code: T) -> xmlrpc::Result<T>;
    async fn enum_error(&self, code: T) -> Result<T, Failure>;
}

#[xmlrpc::api(server, client = BlockingApiClient)]
trait BlockingApi {
    fn own_error(&self, code: i32) -> xmlrpc::Result<i32>;
}

fn inside() -> Router {
    let fail = |code: i32| async move { Err::<i32, _>(Fault::new(code, "from inside")) };
    Router::new().function("own_error", fail).function("enum_error", fail)
}

async fn fault(router: &Router, method: &str, code: i32) -> (i32, String) {
    let error = router.client().call::<_, i32>(method, (code,)).await.expect_err("a fault");
    let fault = error.fault().expect("a fault");
    (fault.code, fault.message.clone())
}

#[tokio::test]
async fn a_gateway_passes_faults_on_whatever_the_error_type() {
    let server = ApiServer::<ApiClient<_, i32>, i32>::forwarding(inside().client());
    let gateway = Router::new().service(server.clone());
    for method in ["own_error", "enum_error"] {
        assert_eq!(fault(&gateway, method, 7).await, (7, "from inside".to_owned()), "{method}");
    }
    assert_eq!(fault(&gateway, "enum_error", 10).await, (10, "BadName".to_owned()));
    let masked = Router::new().service(ApiServer::new(ApiClient::<_, i32>::new(inside().client())));
    for method in ["own_error", "enum_error"] {
        assert_eq!(fault(&masked, method, 7).await, (-32603, "Internal error".to_owned()), "{method}");
    }
}

#[tokio::test]
async fn what_is_not_a_fault_stays_masked() {
    let nowhere = xmlrpc::Client::new("http://127.0.0.1:1/RPC2").expect("a url");
    let gateway = Router::new().service(ApiServer::<ApiClient<_, i32>, i32>::forwarding(nowhere));
    for method in ["own_error", "enum_error"] {
        assert_eq!(fault(&gateway, method, 7).await, (-32603, "Internal error".to_owned()), "{method}");
    }
}

#[tokio::test]
async fn a_blocking_client_can_be_a_gateway() {
    let client: blocking::Client = inside().blocking_client();
    let server = BlockingApiServer::<BlockingApiClient<blocking::Client>>::forwarding(client);
    assert_eq!(fault(&Router::new().service(server), "own_error", 7).await, (7, "from inside".to_owned()));
}
