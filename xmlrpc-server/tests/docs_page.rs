//! `Router::docs`: who gets the page, what is on it, and from where it may call.
//!
//! `tests/docs_page_in_a_browser.py` opens it in a browser.
use bytes::Bytes;
use http::{Request, Response, StatusCode, header};
use xmlrpc_server::{Router, SystemMethods};

fn router() -> Router {
    Router::new()
        .function("examples.add", |a: i32, b: i32| async move { Ok(a + b) })
        .help("examples.add", "Returns the *sum*. <script>alert(1)</script>")
        .function("examples.maybe", |_: Option<bool>| async move { Ok(()) })
        .function("secret", || async { Ok(1) })
        .hide("secret")
        .docs(true)
}

async fn get(router: &Router, host: &str) -> Response<Bytes> {
    let request = Request::get("/").header(header::HOST, host).body(Bytes::new()).unwrap();
    router.respond_bytes(request).await
}

async fn page(router: &Router, host: &str) -> String {
    let response = get(router, host).await;
    assert_eq!(response.status(), 200);
    String::from_utf8(response.into_body().to_vec()).unwrap()
}

async fn post(router: &Router, host: &str, origin: &str) -> StatusCode {
    let call = "<methodCall><methodName>secret</methodName></methodCall>";
    let request = Request::post("/").header(header::HOST, host).header(header::ORIGIN, origin);
    router.respond_bytes(request.body(call.into()).unwrap()).await.status()
}

#[tokio::test]
async fn the_page_is_off_by_default() {
    assert_eq!(get(&router().docs(false), "localhost").await.status(), 405);
}

#[tokio::test]
async fn the_page_shows_the_methods_and_nothing_in_them_is_markup() {
    let page = page(&router(), "localhost:8000").await;
    for part in ["examples.add", "(int, int) → int", "(boolean?) → string", "system.multicall"] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("secret") && !page.contains("<script>alert"));
    assert!(page.contains("<em>sum</em>") && page.contains("&lt;script&gt;alert(1)"));
    let hidden = router().system_methods(SystemMethods::all().list_methods(false));
    let page = self::page(&hidden, "localhost").await;
    assert!(!page.contains("examples.") && page.contains("does not list its methods"));
}

#[tokio::test]
async fn nothing_from_elsewhere_is_allowed() {
    let response = get(&router(), "localhost").await;
    let policy = response.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(response.headers()["x-content-type-options"], "nosniff");
    let body = std::str::from_utf8(response.body()).unwrap();
    assert!(!body.contains(" src=") && !body.contains("@import") && !body.contains(" style="));
}

#[tokio::test]
async fn methods_can_be_tried_only_where_no_other_name_can_lead() {
    let router = router();
    for host in ["localhost", "localhost:8000", "127.0.0.1:8000", "127.9.9.9", "[::1]:8000"] {
        assert!(page(&router, host).await.contains("<form"), "{host}");
        assert_eq!(post(&router, host, &format!("http://{host}")).await, 200, "{host}");
    }
    for host in ["evil.example", "localhost.evil.example", "192.0.2.1:80", "127.0.0.1.evil.example", ""] {
        let page = page(&router, host).await;
        assert!(!page.contains("<form") && page.contains("cannot be tried here"), "{host}");
        assert_eq!(post(&router, host, &format!("http://{host}")).await, 403, "{host}");
    }
    // Other pages, also on this machine.
    assert_eq!(post(&router, "localhost:8000", "http://localhost:3000").await, 403);
    assert_eq!(post(&router, "localhost", "null").await, 403);
    assert_eq!(post(&router.clone().docs(false), "localhost", "http://localhost").await, 403);
    let allowed = router.allow_host("api.example");
    assert!(page(&allowed, "api.example:443").await.contains("<form"));
    assert_eq!(post(&allowed, "api.example", "https://api.example").await, 200);
    assert_eq!(get(&allowed, "other.example").await.status(), 403);
}

#[tokio::test]
async fn the_page_asks_for_the_password_too() {
    let router = router().basic_auth(|user, password| (user, password) == ("a", "b"));
    assert_eq!(get(&router, "localhost").await.status(), 401);
    let request = Request::get("/").header("host", "localhost").header("authorization", "Basic YTpi");
    assert_eq!(router.respond_bytes(request.body(Bytes::new()).unwrap()).await.status(), 200);
}
