//! Running servers that must not stop: several of them behind nginx, `HAProxy` or the balancer of a cloud.
//!
//! `examples/serve_behind_nginx.rs` is such a server. `examples/behind_nginx` has the configuration of nginx,
//! and a `compose.yaml` that starts two servers behind it: `docker compose up --build`.
//!
//! # Nothing in the process
//!
//! Two calls of one client reach two servers. So whatever a later call needs is in a database or in the
//! client, and not in the process. A [`Router`](crate::server::Router) keeps nothing between calls by itself.
//!
//! # Times that fit each other
//!
//! Each time limit is longer than the one that it contains. Otherwise a proxy gives up a call that goes on,
//! or sends a call on a connection that the server is just closing.
//!
//! | limit | where | example |
//! |---|---|---|
//! | how long a method may take | [`Router::call_timeout`](crate::server::Router::call_timeout) | 30 s |
//! | how long running calls may take after SIGTERM | [`Serve::shutdown_timeout`](crate::server::Serve::shutdown_timeout) | 35 s |
//! | how long the proxy waits for a reply | nginx `proxy_read_timeout`, `HAProxy` `timeout server` | 40 s |
//! | how long the supervisor waits before it kills | compose `stop_grace_period`, Kubernetes `terminationGracePeriodSeconds` | 40 s |
//! | how long the proxy keeps an idle connection | nginx `keepalive_timeout` of the `upstream`, `HAProxy` `timeout http-keep-alive` | 60 s |
//! | how long the server keeps an idle connection | [`Serve::idle_timeout`](crate::server::Serve::idle_timeout) | 90 s |
//!
//! Keep connections between the proxy and the servers open: in nginx `keepalive`, `proxy_http_version 1.1`
//! and an empty `Connection` header. [`Serve::max_connections`](crate::server::Serve::max_connections) is at
//! least as many as all proxies keep.
//!
//! # Replacing a server
//!
//! On SIGTERM, a server with
//! [`with_graceful_shutdown`](crate::server::Serve::with_graceful_shutdown) accepts no more connections,
//! answers what is on its way, and ends when its calls have. The proxy hands new calls to the other server,
//! because a connection that is refused has carried no call.
//!
//! ```no_run
//! use xmlrpc::server::Router;
//!
//! # async fn run(router: Router) -> std::io::Result<()> {
//! let listener = tokio::net::TcpListener::bind("0.0.0.0:8000").await?;
//! let mut told = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
//! router.serve(listener).with_graceful_shutdown(async move { told.recv().await }).await
//! # }
//! ```
//!
//! Replace one server after another, and wait until the new one answers. Do not let the proxy send a call
//! again that a server may have begun (nginx `non_idempotent`, `HAProxy` `option redispatch` with `retry-on`
//! beyond `conn-failure`): it might run twice.
//!
//! # Health checks
//!
//! A server is well if it answers a call of a method of yours that looks at what it needs, such as the
//! database. `HAProxy` sends one like this:
//!
//! ```text
//! option httpchk
//! http-check send meth POST uri /RPC2 hdr Content-Type text/xml \
//!     body "<methodCall><methodName>health</methodName></methodCall>"
//! http-check expect string <boolean>1</boolean>
//! ```
//!
//! A balancer that can only send GET gets HTTP 405, or the page of
//! [`Router::docs`](crate::server::Router::docs) with 200. Either says that the process answers, and no more.
//! In axum, a route of your own beside the router can say more.
//!
//! # Who calls
//!
//! Behind a proxy, [`peer_addr`](crate::server::RequestContext::peer_addr) is the proxy. The client's address
//! is in the header that the proxy sets, such as `X-Forwarded-For`. Believe it only if nobody but the proxy
//! can reach the server: any client can send any header. A limit on the rate
//! ([`Router::around`](crate::server::Router::around)) belongs into the proxy, which sees all calls.
//!
//! # What was measured
//!
//! `.ci/run behind-nginx` starts two servers behind nginx and makes calls over 8 connections while each
//! server is replaced twice. 17,742 calls were made during four restarts: none was lost, and none ran twice.
//! The command also prints how many requests a second one server answers alone, and how many two of them
//! answer behind nginx. On a machine with two cores that had other work to do, two servers answered fewer:
//! a proxy pays off with more machines, and not with more processes on one.
