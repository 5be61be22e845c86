//! Serves XML-RPC in an axum application, behind basic authentication and CORS.
//!
//!     cargo run --example serve_axum [ADDRESS]
//!
//! Without an address, the program calls itself and ends. With an address, such as `127.0.0.1:8000`, it
//! serves until it is stopped.
use axum::{
    extract::Request,
    http::{HeaderValue, Method, StatusCode, header},
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
    routing::get,
};
use base64::{Engine, prelude::BASE64_STANDARD};
use tokio::net::TcpListener;
use tower_http::cors::CorsLayer;
use xmlrpc::server::{AuthenticatedUser, RequestContext, Router};

const USERS: [(&str, &str); 2] = [("ann", "secret"), ("bob", "hush")];
/// The only web page that may call from a browser.
const PAGE: &str = "https://console.example.org";

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let calls = Router::new()
        .function("add", |a: i32, b: i32| async move { Ok(a + b) })
        .function("whoami", |context: RequestContext| async move {
            Ok(context.user().unwrap_or("nobody").to_owned())
        })
        .allow_origin(PAGE)
        .build()?;

    let cors = CorsLayer::new()
        .allow_origin(HeaderValue::from_static(PAGE))
        .allow_methods([Method::POST])
        .allow_headers([header::CONTENT_TYPE, header::AUTHORIZATION]);
    let app = axum::Router::new()
        .route_service("/RPC2", calls)
        .layer(from_fn(authenticate))
        // Outside of the authentication, because a browser asks for permission without a password.
        .layer(cors)
        .route("/health", get(|| async { "well" }));

    let address = std::env::args().nth(1);
    let listener = TcpListener::bind(address.as_deref().unwrap_or("127.0.0.1:0")).await?;
    let local = listener.local_addr()?;
    println!("serving at http://ann:secret@{local}/RPC2");
    let server = tokio::spawn(axum::serve(listener, app).into_future());
    if address.is_some() {
        return Ok(server.await??);
    }

    let client = xmlrpc::Client::builder(format!("http://{local}/RPC2")).basic_auth("bob", "hush").build()?;
    let sum: i32 = client.call("add", (2, 3)).await?;
    let user: String = client.call("whoami", ()).await?;
    println!("add(2, 3) = {sum}, called by {user}");
    let stranger = xmlrpc::Client::new(&format!("http://{local}/RPC2"))?;
    println!("without a password: {}", stranger.call::<_, i32>("add", (2, 3)).await.unwrap_err());
    Ok(())
}

/// Lets users through, and puts the name of the user into the request.
async fn authenticate(mut request: Request, next: Next) -> Response {
    let header = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let user = header.and_then(|header| {
        let credentials = BASE64_STANDARD.decode(header.strip_prefix("Basic ")?).ok()?;
        USERS.iter().find(|(name, password)| format!("{name}:{password}").as_bytes() == credentials)
    });
    let Some((name, _)) = user else {
        let challenge = [(header::WWW_AUTHENTICATE, "Basic realm=\"calls\"")];
        return (StatusCode::UNAUTHORIZED, challenge, "Who are you?\n").into_response();
    };
    request.extensions_mut().insert(AuthenticatedUser((*name).to_owned()));
    next.run(request).await
}
