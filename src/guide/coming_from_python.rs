//! Coming from Python's `xmlrpc.client` and `xmlrpc.server`.
//!
//! This page has every name in the documentation of the two modules, what it is here, and an example.
//! Python's client is blocking. The examples use the async client;
//! [`blocking::Client`](crate::blocking::Client) has the same methods, and needs no `.await`.
//!
//! # `ServerProxy` and its parameters
//!
//! | Python | here | differences |
//! |---|---|---|
//! | `ServerProxy(uri)`, `Server(uri)` | [`Client::new`](crate::Client::new) | with a trait, it has methods: [`typed_api`](super::typed_api) |
//! | `uri` | the url; also `unix:` and `scgi:` | `user:pass@` is percent-decoded, and never shown |
//! | `transport` | [`ClientBuilder::transport`](crate::ClientBuilder::transport) | a function from request to response |
//! | `encoding` | [`Options::encoding`](crate::Options::encoding) | |
//! | `verbose` | [`trace_bodies`](crate::ClientBuilder::trace_bodies) | logs the XML with `tracing`, target `xmlrpc::body`. To see it, install a subscriber such as `tracing_subscriber::fmt`, and set `RUST_LOG=xmlrpc::body=trace`. Headers are not logged |
//! | `allow_none` | [`allow_none`](crate::ClientBuilder::allow_none) | `<nil/>` is always read |
//! | (a server in Python) | [`.options(Options::python())`](crate::Options::python) | sets `allow_none`, and refuses dates that CPython cannot read |
//! | `use_datetime` | the type that you ask for: [`DateTime`](crate::DateTime), chrono's … | |
//! | `use_builtin_types` | the type that you ask for: [`Base64`](crate::Base64), `Vec<u8>` … | |
//! | `headers` | [`header`](crate::ClientBuilder::header) | |
//! | `context` (an `SSLContext`) | [`root_certificate`](crate::ClientBuilder::root_certificate), [`identity`](crate::ClientBuilder::identity), [`danger_accept_invalid_certs`](crate::ClientBuilder::danger_accept_invalid_certs) | |
//! | `with ServerProxy(…) as proxy`, `proxy("close")` | the end of the client's scope | connections are kept open until the last clone is dropped |
//! | `proxy.method(1, "x")` | `client.call("method", (1, "x"))`, or a method of a trait | |
//! | `proxy.blog.getPost(1)` | `client.call("blog.getPost", (1,))`, or `prefix = "blog."` | |
//!
//! ```
//! use http::{Request, Response};
//! use xmlrpc::{Body, CallContext, Client, Encoding, Options, response};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let pem: [&[u8]; 0] = [];
//! // ServerProxy("http://user:pass@localhost:8000/")
//! let client = Client::new("http://user:pass@localhost:8000/")?;
//!
//! // ServerProxy(uri, encoding="iso-8859-1", verbose=True, allow_none=True, headers=[("X-Auth", "s3cret")])
//! let client = Client::builder("http://localhost:8000/")
//!     .options(Options::new().encoding(Encoding::for_label("iso-8859-1").expect("a known encoding")))
//!     .trace_bodies(true)
//!     .allow_none(true)
//!     .header("X-Auth", "s3cret")
//!     .build()?;
//!
//! // ServerProxy(uri, context=ssl.create_default_context(cafile="ca.pem"))
//! # for pem in pem {
//! let client = Client::builder("https://localhost:8443/").root_certificate(pem).build()?;
//! # }
//!
//! // ServerProxy(uri, transport=MyTransport())
//! async fn my_transport(request: Request<Body>, _: CallContext) -> xmlrpc::Result<Response<String>> {
//!     let document = request.into_body().collect(1 << 20).await?;
//!     let call = xmlrpc::call::decode(&document, Options::new())?;
//!     Ok(Response::new(response::encode(call.method(), Options::new())?))
//! }
//! let proxy = Client::builder("http://localhost:8000/").transport(my_transport).build()?;
//!
//! // proxy.blog.getPost(1)
//! let title: String = proxy.call("blog.getPost", (1,)).await?;
//! # assert_eq!(title, "blog.getPost");
//! # Ok(()) }
//! ```
//!
//! # `system.*`
//!
//! | Python | here |
//! |---|---|
//! | `proxy.system.listMethods()` | [`SystemClient::list_methods`](crate::system::SystemClient::list_methods) |
//! | `proxy.system.methodSignature(name)` | [`method_signature`](crate::system::SystemClient::method_signature), an enum of the shapes that servers send |
//! | `proxy.system.methodHelp(name)` | [`method_help`](crate::system::SystemClient::method_help) |
//!
//! ```
//! # use xmlrpc::server::Router;
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let proxy = Router::new().function("pow", |a: i32, b: u32| async move { Ok(a.pow(b)) }).client();
//! use xmlrpc::system::SystemClient;
//!
//! let system = SystemClient::new(proxy);
//! let methods: Vec<String> = system.list_methods().await?;    // proxy.system.listMethods()
//! let signature = system.method_signature("pow").await?;      // proxy.system.methodSignature("pow")
//! let help: String = system.method_help("pow").await?;        // proxy.system.methodHelp("pow")
//! # assert!(methods.contains(&"pow".to_owned()) && help.is_empty());
//! # drop(signature);
//! # Ok(()) }
//! ```
//!
//! # Values
//!
//! | Python | here | differences |
//! |---|---|---|
//! | `bool`, `Boolean` | `bool` | |
//! | `int` (`int`, `i1`, `i2`, `i4`, `i8`, `biginteger`) | every integer type | a number beyond 32 bits is written as `<i8>` with [`allow_i8`](crate::ClientBuilder::allow_i8); Python cannot write it |
//! | `float` (`float`, `double`) | `f64`, `f32` | NaN and infinities are an error, because XML-RPC does not have them |
//! | `str` | `String`, `&str` | control characters are an error; Python writes a document that is not XML |
//! | `list`, `tuple` | `Vec`, arrays, tuples | |
//! | `dict`, instances of classes | structs, maps with string keys | |
//! | `DateTime`, `datetime.datetime` | [`DateTime`](crate::DateTime), chrono's types | fraction and offset are kept |
//! | `Binary`, `bytes` | [`Base64`](crate::Base64) | |
//! | `None` (`nil`) | `Option`, `()` | |
//! | `Decimal` (`bigdecimal`) | `f64` | digits beyond those of a double are lost |
//! | any type | [`Value`](crate::Value) | |
//! | `MAXINT`, `MININT` | `i32::MAX`, `i32::MIN` | |
//!
//! | method | here |
//! |---|---|
//! | `DateTime(…)`, `DateTime.decode(string)` | `"19980717T14:08:55".parse::<DateTime>()`, [`from_unix_seconds`](crate::DateTime::from_unix_seconds), `From` chrono |
//! | `DateTime.encode(out)` | [`to_string`](crate::to_string()), [`to_writer`](crate::to_writer()) |
//! | `DateTime.value`, `str(date)`, `<`, `==` | `to_string()`, `Ord`, `Eq` |
//! | `Binary(data)`, `Binary.data` | `Base64(data)`, `.0` |
//! | `Binary.decode(bytes)`, `Binary.encode(out)` | [`from_str`](crate::from_str()), [`to_writer`](crate::to_writer()) |
//!
//! ```
//! use xmlrpc::{Base64, DateTime, Value};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // DateTime(0), DateTime("19980717T14:08:55")
//! let epoch = DateTime::from_unix_seconds(0)?;
//! let date: DateTime = "19980717T14:08:55".parse()?;
//! assert!(epoch < date);                                      // rich comparison
//! assert_eq!(date.to_string(), "19980717T14:08:55");          // date.value
//! let mut out = Vec::new();
//! xmlrpc::to_writer(&mut out, &date)?;                        // date.encode(out)
//! # assert!(out.starts_with(b"<value><dateTime.iso8601>1998"));
//!
//! // datetime.strptime(date.value, "%Y%m%dT%H:%M:%S"); use_datetime=True
//! let naive = chrono::NaiveDateTime::try_from(date)?;
//! assert_eq!(naive.format("%d.%m.%Y, %H:%M").to_string(), "17.07.1998, 14:08");
//!
//! // Binary(b"\x00\x01").data
//! assert_eq!(Base64(vec![0, 1]).0, [0, 1]);
//! let mut out = Vec::new();
//! xmlrpc::to_writer(&mut out, &Base64(vec![0, 1]))?;          // binary.encode(out)
//! let same: Base64 = xmlrpc::from_slice(&out)?;               // binary.decode(bytes)
//! # assert_eq!(same.0, [0, 1]);
//!
//! // A value of any type, as `loads` returns it.
//! let anything: Value = xmlrpc::from_str("<value><boolean>1</boolean></value>")?;
//! assert_eq!(anything, Value::Bool(true));                    // Boolean(1)
//! # Ok(()) }
//! ```
//!
//! # Errors
//!
//! | Python | here |
//! |---|---|
//! | `Error` (the base class) | [`Error`](crate::Error), with a [`kind`](crate::Error::kind) |
//! | `Fault`, `Fault.faultCode`, `Fault.faultString` | [`error.fault()`](crate::Error::fault), [`Fault::code`](crate::Fault#structfield.code), [`Fault::message`](crate::Fault#structfield.message) |
//! | `ProtocolError` | kinds `Status`, `Protocol`, `Redirect` |
//! | `ProtocolError.url` | [`url`](crate::Error::url) |
//! | `ProtocolError.errcode` | [`status`](crate::Error::status) |
//! | `ProtocolError.errmsg` | [`reason`](crate::Error::reason) |
//! | `ProtocolError.headers` | [`headers`](crate::Error::headers) of the response |
//! | `ResponseError`, `expat.ExpatError` | kind `Decode`; [`body_start`](crate::Error::body_start) shows what was received |
//! | `OSError`, `socket.timeout` | kinds `Connect`, `Tls`, `Io`, `Timeout` |
//!
//! ```
//! # use xmlrpc::{Fault, server::Router};
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let add = |_: i32| async move { Err::<i32, _>(Fault::new(1, "no")) };
//! # let proxy = Router::new().function("add", add).client();
//! use xmlrpc::ErrorKind;
//!
//! // try: proxy.add(2)  except xmlrpc.client.Fault as err: …
//! let err = proxy.call::<_, i32>("add", (2,)).await.unwrap_err();
//! if let Some(fault) = err.fault() {
//!     println!("Fault code: {}", fault.code);                 // err.faultCode
//!     println!("Fault string: {}", fault.message);            // err.faultString
//! }
//! # assert_eq!(err.kind(), ErrorKind::Fault);
//! # let not_found = |_: http::Request<xmlrpc::Body>, _: xmlrpc::CallContext| async {
//! #     let response = http::Response::builder().status(404).header("x-a", "b");
//! #     Ok(response.body("").expect("a response")) };
//! # let proxy = xmlrpc::Client::builder("http://localhost/nowhere").transport(not_found).build()?;
//!
//! // except xmlrpc.client.ProtocolError as err: …
//! let err = proxy.call::<_, i32>("add", (2,)).await.unwrap_err();
//! if err.kind() == ErrorKind::Status {
//!     println!("URL: {}", err.url().unwrap_or_default());         // err.url
//!     println!("Error code: {:?}", err.status());                 // err.errcode
//!     println!("Error message: {:?}", err.reason());              // err.errmsg
//!     println!("HTTP headers: {:?}", err.headers());              // err.headers
//! }
//! # assert_eq!(err.kind(), ErrorKind::Status);
//! # assert_eq!(err.status().map(|s| s.as_u16()), Some(404));
//! # Ok(()) }
//! ```
//!
//! # `MultiCall`, `dumps`, `loads`
//!
//! | Python | here | differences |
//! |---|---|---|
//! | `MultiCall(server)` | [`client.multicall()`](crate::Client::multicall) | has the options and the leading parameters of its client |
//! | `multi.add(7, 3)` | `arithmetic.add(7, 3)` on a client of the batch | returns a slot for the result |
//! | `multi()` | [`client.send(batch)`](crate::Client::send) | |
//! | iterating over the results | [`replies.take(slot)`](crate::Replies::take) | a fault is the error of its slot, and the other results can still be read |
//! | `dumps(params, methodname)` | [`call::encode`](crate::call::encode) | |
//! | `dumps((value,), methodresponse=True)` | [`response::encode`](crate::response::encode) | |
//! | `dumps(Fault(…))` | [`response::encode_fault`](crate::response::encode_fault) | |
//! | `dumps(…, encoding, allow_none)` | [`Options::encoding`](crate::Options::encoding), [`Options::allow_none`](crate::Options::allow_none) | |
//! | `loads(data)` of a call | [`call::decode`](crate::call::decode) | reads the method first, and the parameters as the types that you ask for |
//! | `loads(data)` of a response | [`response::decode`](crate::response::decode) | a fault is the inner `Err` |
//! | `loads(…, use_datetime, use_builtin_types)` | the type that you ask for | |
//!
//! ```
//! # use xmlrpc::server::Router;
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let proxy = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) }).client();
//! use xmlrpc::{Fault, Options, call, response};
//!
//! # #[xmlrpc::api] trait Arithmetic { async fn add(&self, x: i32, y: i32) -> xmlrpc::Result<i32>; }
//! let multi = proxy.multicall();                              // multi = MultiCall(proxy)
//! let sum = ArithmeticClient::new(&multi).add(7, 3);          // multi.add(7, 3)
//! let mut result = proxy.send(multi).await?;                  // result = multi()
//! assert_eq!(result.take(sum)?, 10);                          // next(iter(result))
//!
//! let options = Options::new();
//! let request = call::encode("add", &(2, 5), options)?;       // dumps((2, 5), "add")
//! let reply = response::encode(&7, options)?;                 // dumps((7,), methodresponse=True)
//! let fault = response::encode_fault(&Fault::new(4, "no"), options)?;     // dumps(Fault(4, "no"))
//!
//! let call = call::decode(request.as_bytes(), options)?;      // params, method = loads(request)
//! assert_eq!((call.method(), call.params::<(i32, i32)>()?), ("add", (2, 5)));
//! let seven: i32 = response::decode(reply.as_bytes(), options)??;         // (seven,), _ = loads(reply)
//! let no = response::decode::<i32>(fault.as_bytes(), options)?.unwrap_err();  // loads(fault) raises Fault
//! # assert_eq!((seven, no.code), (7, 4));
//! # Ok(()) }
//! ```
//!
//! # Transports
//!
//! | Python | here |
//! |---|---|
//! | `Transport`, `SafeTransport` | the transport of `http:` and `https:` urls; your own is a [`Transport`](crate::Transport) or a function |
//! | `Transport.make_connection` (the proxy example) | [`proxy(url)`](crate::ClientBuilder::proxy); as a transport in `examples/proxy_transport.rs` |
//! | `Transport.user_agent` | [`user_agent`](crate::ClientBuilder::user_agent) |
//! | `Transport.accept_gzip_encoding` | [`gzip(bool)`](crate::ClientBuilder::gzip) |
//! | `socket.setdefaulttimeout` | [`timeout`](crate::ClientBuilder::timeout), on by default |
//!
//! ```
//! # fn main() -> xmlrpc::Result<()> {
//! let client = xmlrpc::Client::builder("http://localhost:8000/")
//!     .proxy("http://127.0.0.1:3128")
//!     .user_agent("mine/1.0")
//!     .gzip(false)
//!     .timeout(std::time::Duration::from_secs(5))
//!     .build()?;
//! # drop(client);
//! # Ok(()) }
//! ```
//!
//! # `xmlrpc.server`
//!
//! | Python | here | differences |
//! |---|---|---|
//! | `SimpleXMLRPCServer(addr)` | [`Router::new`](crate::server::Router::new), served on a listener | runs many calls at the same time |
//! | `requestHandler`, `SimpleXMLRPCRequestHandler` | tower layers, or [`RequestContext`](crate::server::RequestContext) in a method | |
//! | `SimpleXMLRPCRequestHandler.rpc_paths` | axum's `route_service("/RPC2", router)` | a router alone answers on every path |
//! | `logRequests` | `tracing` spans | |
//! | `allow_none`, `encoding` | [`allow_none`](crate::server::Router::allow_none), [`options`](crate::server::Router::options) | |
//! | `use_builtin_types` | the types of your functions' parameters | |
//! | `bind_and_activate`, `allow_reuse_address` | bind the listener yourself | |
//! | `register_function(function, name)`, `@server.register_function` | [`function(name, f)`](crate::server::Router::function) | types are checked, and a fault names the parameter |
//! | `register_instance(instance)` | `service(FooServer::new(instance))`, or [`nest(prefix, router)`](crate::server::Router::nest) | only the methods of the trait |
//! | `allow_dotted_names` | [`nest`](crate::server::Router::nest) | only the methods that were added can be called |
//! | an instance's `_dispatch(method, params)` | [`fallback`](crate::server::Router::fallback) | |
//! | `register_introspection_functions()` | on by default; turn off with [`system_methods`](crate::server::Router::system_methods) | includes signatures |
//! | `register_multicall_functions()` | on by default | nested multicalls are refused |
//! | `serve_forever()` | [`serve(listener).await`](crate::server::Router::serve) | |
//! | `shutdown()` | `with_graceful_shutdown(signal)` | running calls are finished |
//! | `CGIXMLRPCRequestHandler`, `handle_request(request_text)` | [`cgi::run(router)`](crate::server::cgi::run), [`respond_bytes(request)`](crate::server::Router::respond_bytes) | see `examples/serve_cgi.rs` |
//! | `DocXMLRPCServer`, `DocCGIXMLRPCRequestHandler`, `DocXMLRPCRequestHandler`, `set_server_title`, `set_server_name`, `set_server_documentation` | no HTML pages; the documentation is in `system.methodHelp` | from doc comments of a trait, or from [`help`](crate::server::Router::help) |
//!
//! ```
//! use xmlrpc::server::{RequestContext, Router, SystemMethods};
//!
//! fn pow(base: i32, exponent: u32) -> Result<i32, xmlrpc::Fault> {
//!     base.checked_pow(exponent).ok_or_else(|| xmlrpc::Fault::new(1, "too big"))
//! }
//!
//! # #[xmlrpc::api(server)] trait MyFuncs { async fn mul(&self, x: i32, y: i32) -> xmlrpc::Result<i32>; }
//! struct Functions;
//! impl MyFuncs for Functions {
//!     async fn mul(&self, x: i32, y: i32) -> xmlrpc::Result<i32> { Ok(x * y) }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // with SimpleXMLRPCServer(("localhost", 8000), allow_none=True) as server:
//! let server = Router::new()
//!     .allow_none(true)
//!     // server.register_function(pow)
//!     .function("pow", pow)
//!     // server.register_function(lambda x, y: x + y, "add")
//!     .function("add", |x: i32, y: i32| async move { Ok(x + y) })
//!     // server.register_instance(MyFuncs())
//!     .service(MyFuncsServer::new(Functions))
//!     // def _dispatch(self, method, params)
//!     .fallback(|request| async move { request.reply(request.method()) })
//!     .help("pow", "Returns the first number to the power of the second.")
//!     // server.register_introspection_functions()
//!     .system_methods(SystemMethods::all());
//!
//! # async fn serve(server: Router) -> Result<(), Box<dyn std::error::Error>> {
//! server.serve(tokio::net::TcpListener::bind("localhost:8000").await?).await?;    // server.serve_forever()
//! # Ok(()) }
//!
//! // handler.handle_request(request_text)
//! let request = xmlrpc::call::encode("pow", &(2, 3), xmlrpc::Options::new())?;
//! # let server = Router::new().function("pow", pow);
//! let reply = server.handle(request.into(), RequestContext::new()).await;
//! # let eight: i32 = xmlrpc::response::decode(&reply, xmlrpc::Options::new())??;
//! # assert_eq!(eight, 8);
//! # Ok(()) }
//! ```
//!
//! # Other differences
//!
//! * Python's client sends a call again if the connection breaks, even if the call may have run. This client
//!   sends it again only if no byte of it was written, or if the method is declared idempotent.
//! * A timeout and a size limit for replies are on by default.
//! * A reply is checked against your types. A value of another type is an error that says where it is, not an
//!   `AttributeError` later.
//! * A fault with an HTTP status other than 200 is still a fault.
//! * A document with a DOCTYPE is refused, so no entity in it is expanded.
