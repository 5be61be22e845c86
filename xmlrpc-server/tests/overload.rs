//! What a server does when more calls come than it can run.
mod common;

use bytes::Bytes;
use common::{call, call_in};
use http::{Request, Response};
use std::{
    future::poll_fn,
    io,
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::Poll,
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex},
    sync::mpsc,
    time::{Instant, sleep, timeout},
};
use tower_service::Service;
use xmlrpc_serde::Fault;
use xmlrpc_server::{Listener, Peer, PeerAddr, RequestContext, Router, UnixCredentials};

const MILLI: Duration = Duration::from_millis(1);

/// A router with the method `work`, which takes some time, and a count of how often it began.
fn working(time: Duration) -> (Router, Arc<AtomicUsize>) {
    let begun = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&begun);
    let router = Router::new().function("work", move || {
        count.fetch_add(1, Ordering::SeqCst);
        async move {
            sleep(time).await;
            Ok(true)
        }
    });
    (router, begun)
}

fn request(method: &str) -> Request<Bytes> {
    let document = format!("<methodCall><methodName>{method}</methodName></methodCall>");
    Request::post("/RPC2").body(document.into()).unwrap()
}

async fn post(router: &Router) -> Response<Bytes> {
    router.respond_bytes(request("work")).await
}

/// Lets the spawned tasks run until they wait.
async fn settle() {
    sleep(MILLI).await;
}

#[tokio::test(start_paused = true)]
async fn a_call_beyond_the_bound_is_refused_at_once() {
    let (router, begun) = working(Duration::from_secs(1));
    let router = router.max_concurrent_calls(2).max_waiting_calls(3);
    let calls: Vec<_> = (0..5)
        .map(|_| {
            let router = router.clone();
            tokio::spawn(async move { post(&router).await.status() })
        })
        .collect();
    settle().await;
    let start = Instant::now();
    let refused = post(&router).await;
    assert_eq!((refused.status().as_u16(), &refused.headers()["retry-after"]), (503, &"1".parse().unwrap()));
    assert!(refused.body().starts_with(b"The server is overloaded: too many calls wait"), "{refused:?}");
    let fault = call::<bool>(&router, "work", ()).await.unwrap_err();
    assert_eq!(fault, Fault::new(-32400, "Not run: too many calls wait already; try again later"));
    assert_eq!(start.elapsed(), Duration::ZERO);
    for call in calls {
        assert_eq!(call.await.unwrap(), 200);
    }
    assert_eq!(begun.load(Ordering::SeqCst), 5);
    assert_eq!(post(&router).await.status(), 200, "the places are free again");
}

#[tokio::test(start_paused = true)]
async fn by_default_sixteen_calls_wait_for_each_that_runs() {
    let (router, _) = working(Duration::from_secs(1));
    let router = router.max_concurrent_calls(2).max_wait(Duration::from_secs(100));
    let statuses: Vec<_> = (0..40)
        .map(|_| {
            let router = router.clone();
            tokio::spawn(async move { post(&router).await.status().as_u16() })
        })
        .collect();
    let mut answered = 0;
    for status in statuses {
        answered += usize::from(status.await.unwrap() == 200);
    }
    assert_eq!(answered, 2 + 32);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_waited_too_long_never_starts() {
    let (router, begun) = working(Duration::from_secs(20));
    let router = router.max_concurrent_calls(1);
    let first = tokio::spawn({
        let router = router.clone();
        async move { post(&router).await.status() }
    });
    settle().await;
    let start = Instant::now();
    let refused = post(&router).await;
    assert_eq!((refused.status().as_u16(), &refused.headers()["retry-after"]), (503, &"1".parse().unwrap()));
    assert!(
        refused.body().starts_with(b"The server is overloaded: the call waited too long."),
        "{refused:?}"
    );
    let waited = start.elapsed();
    assert!(waited >= Duration::from_secs(5) && waited < Duration::from_millis(5010), "{waited:?}");
    let fault = call::<bool>(&router.clone(), "work", ()).await.unwrap_err();
    assert_eq!(fault, Fault::new(-32400, "Not run: the call waited for its turn for 5s"));
    assert_eq!(first.await.unwrap(), 200);
    sleep(Duration::from_secs(100)).await;
    assert_eq!(begun.load(Ordering::SeqCst), 1);
}

/// A call had its turn with milliseconds left, was started, and was dropped in the middle.
#[tokio::test(start_paused = true)]
async fn the_time_of_a_call_begins_with_its_method() {
    let (router, begun) = working(Duration::from_millis(300));
    let router = router.max_concurrent_calls(1).call_timeout(Duration::from_millis(500));
    let calls: Vec<_> = (0..10)
        .map(|_| {
            let router = router.clone();
            tokio::spawn(async move { call::<bool>(&router, "work", ()).await })
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.unwrap(), Ok(true));
    }
    assert_eq!(begun.load(Ordering::SeqCst), 10);
}

/// Its caller was told that it took too long, and it ran afterwards.
#[test]
fn a_blocking_method_that_was_answered_before_it_began_never_runs() {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    let runtime = builder.enable_all().max_blocking_threads(2).build().unwrap();
    let runs = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&runs);
    let router = Router::new()
        .function("work", move || {
            count.fetch_add(1, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(300));
            Ok(true)
        })
        .call_timeout(Duration::from_millis(100));
    runtime.block_on(async {
        let calls: Vec<_> = (0..20)
            .map(|_| {
                let router = router.clone();
                tokio::spawn(async move { call::<bool>(&router, "work", ()).await.unwrap_err() })
            })
            .collect();
        for call in calls {
            assert_eq!(call.await.unwrap(), Fault::new(-32400, "The call took longer than 100ms"));
        }
    });
    drop(runtime);
    assert_eq!(runs.load(Ordering::SeqCst), 2, "as many as there are threads");
}

#[tokio::test(start_paused = true)]
async fn a_call_that_was_given_up_leaves_its_place_in_the_queue() {
    let (router, begun) = working(Duration::from_secs(1));
    let router = router.max_concurrent_calls(1).max_waiting_calls(1);
    let running = tokio::spawn({
        let router = router.clone();
        async move { post(&router).await.status() }
    });
    settle().await;
    for _ in 0..3 {
        timeout(MILLI, post(&router)).await.expect_err("it waits");
    }
    assert_eq!(post(&router).await.status(), 200);
    assert_eq!(running.await.unwrap(), 200);
    assert_eq!(begun.load(Ordering::SeqCst), 2);
}

// Clients of a server.

/// Pipes that the test makes.
struct Pipes(mpsc::UnboundedReceiver<(DuplexStream, SocketAddr)>);

impl Listener for Pipes {
    type Stream = DuplexStream;

    async fn accept(&mut self) -> io::Result<(DuplexStream, Peer)> {
        match self.0.recv().await {
            Some((stream, addr)) => Ok((stream, addr.into())),
            None => std::future::pending().await,
        }
    }
}

#[derive(Clone)]
struct Server(mpsc::UnboundedSender<(DuplexStream, SocketAddr)>);

impl Server {
    fn start(router: Router) -> Self {
        let (sender, receiver) = mpsc::unbounded_channel();
        tokio::spawn(router.serve(Pipes(receiver)).max_connections(100_000));
        Self(sender)
    }

    /// Connects and sends a call with one parameter.
    async fn send(&self, from: u8, param: i32) -> DuplexStream {
        let (mut client, stream) = duplex(4096);
        self.0.send((stream, ([192, 0, 2, from], 1).into())).unwrap();
        let document = format!(
            "<methodCall><methodName>work</methodName><params><param><value><int>{param}</int></value></param>\
             </params></methodCall>"
        );
        let head = format!("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n", document.len());
        client.write_all((head + &document).as_bytes()).await.unwrap();
        client
    }
}

async fn status(client: &mut DuplexStream) -> Option<u16> {
    let mut head = Vec::new();
    while head.len() < 12 {
        if client.read_buf(&mut head).await.ok()? == 0 {
            return None;
        }
    }
    std::str::from_utf8(&head[9..12]).ok()?.parse().ok()
}

/// A router whose method notes its parameter when it begins.
fn noting(time: Duration) -> (Router, Arc<Mutex<Vec<i32>>>) {
    let order = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&order);
    let router = Router::new().function("work", move |number: i32| {
        noted.lock().unwrap().push(number);
        async move {
            sleep(time).await;
            Ok(number)
        }
    });
    (router, order)
}

#[tokio::test(start_paused = true)]
async fn the_oldest_call_goes_first_and_one_whose_client_left_goes_last() {
    let (router, order) = noting(Duration::from_millis(100));
    let server = Server::start(router.max_concurrent_calls(1));
    let mut clients = Vec::new();
    for number in 0..6 {
        clients.push(server.send(1, number).await);
        settle().await;
    }
    // One is gone, and one has only closed its sending side.
    let gone = clients.remove(1);
    drop(gone);
    clients[1].shutdown().await.unwrap();
    for client in &mut clients {
        assert_eq!(timeout(Duration::from_secs(5), status(client)).await.unwrap(), Some(200));
    }
    assert_eq!(*order.lock().unwrap(), [0, 3, 4, 5, 1, 2]);
}

/// What is sent while a call waits is the next request.
#[tokio::test(start_paused = true)]
async fn a_request_behind_a_waiting_call_is_not_lost() {
    let (router, order) = noting(Duration::from_millis(100));
    let server = Server::start(router.max_concurrent_calls(1));
    let mut first = server.send(1, 0).await;
    settle().await;
    let mut second = server.send(1, 1).await;
    settle().await;
    let document = "<methodCall><methodName>work</methodName><params><param><value><int>2</int></value></param>\
                    </params></methodCall>";
    let padding = "x".repeat(1000);
    let head = format!(
        "POST / HTTP/1.1\r\nHost: x\r\nPadding: {padding}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        document.len()
    );
    second.write_all((head + document).as_bytes()).await.unwrap();
    second.shutdown().await.unwrap();
    let mut replies = String::new();
    timeout(Duration::from_secs(5), second.read_to_string(&mut replies)).await.unwrap().unwrap();
    assert_eq!(replies.matches("200 OK").count(), 2, "{replies}");
    assert_eq!(status(&mut first).await, Some(200));
    assert_eq!(*order.lock().unwrap(), [0, 1, 2]);
}

/// In the first second 196 answers came, and then none a second, even 43 s after the overload.
#[tokio::test(start_paused = true)]
async fn an_overload_is_answered_near_capacity_and_ends_with_its_cause() {
    for time_limit in [None, Some(Duration::from_millis(500))] {
        let (router, order) = noting(Duration::from_millis(10));
        let router = router.max_concurrent_calls(2);
        let server = Server::start(match time_limit {
            None => router,
            Some(time) => router.call_timeout(time),
        });
        let answers = Arc::new(Mutex::new(Vec::<(Duration, u16)>::new()));
        let start = Instant::now();
        let client = |due: Duration| {
            let (server, answers) = (server.clone(), Arc::clone(&answers));
            tokio::spawn(async move {
                let mut stream = server.send(1, 1).await;
                // Clients give up after a second.
                if let Ok(Some(status)) = timeout(Duration::from_secs(1), status(&mut stream)).await {
                    answers.lock().unwrap().push((due, status));
                }
            })
        };
        let seconds = 5;
        for call in 0..seconds * 1000 {
            let due = MILLI * call;
            tokio::time::sleep_until(start + due).await;
            client(due);
        }
        for call in 0..100 {
            let due = Duration::from_secs(u64::from(seconds) + 1) + 20 * MILLI * call;
            tokio::time::sleep_until(start + due).await;
            client(due);
        }
        sleep(Duration::from_secs(2)).await;
        let answers = answers.lock().unwrap();
        let good = |from: u64, to: u64| {
            let range = Duration::from_secs(from)..Duration::from_secs(to);
            answers.iter().filter(|(due, status)| range.contains(due) && *status == 200).count()
        };
        for second in 0..5 {
            let count = good(second, second + 1);
            assert!(count >= 120, "{count} of 200 in second {second}, {time_limit:?}");
        }
        assert_eq!(good(6, 8), 100, "all after the overload");
        let refused = answers.iter().filter(|(_, status)| *status == 503).count();
        assert_eq!(answers.len(), 5100, "nobody waited in vain");
        let answered = answers.len() - refused;
        assert_eq!(order.lock().unwrap().len(), answered, "no method ran for nobody");
    }
}

#[tokio::test(start_paused = true)]
async fn one_client_with_many_connections_does_not_delay_another() {
    let (router, order) = noting(Duration::from_millis(100));
    let server = Server::start(router.max_concurrent_calls(10).max_calls_per_peer(4).max_waiting_calls(50));
    let mut greedy = Vec::new();
    // 4 run, and 50 wait.
    for _ in 0..54 {
        greedy.push(server.send(1, 1).await);
    }
    settle().await;
    assert_eq!(order.lock().unwrap().len(), 4);
    let start = Instant::now();
    let mut modest = server.send(2, 2).await;
    assert_eq!(status(&mut modest).await, Some(200));
    assert!(start.elapsed() < Duration::from_millis(110), "{:?}", start.elapsed());
    let mut answered = 0;
    for client in &mut greedy {
        answered += usize::from(timeout(Duration::from_secs(20), status(client)).await.unwrap() == Some(200));
    }
    assert_eq!(answered, 54);
}

/// The queue is full of the calls of one client.
#[tokio::test(start_paused = true)]
async fn a_call_that_waits_for_its_own_client_makes_room_for_another_client() {
    let (router, _) = noting(Duration::from_millis(100));
    let router = router.max_concurrent_calls(2).max_calls_per_peer(1).max_waiting_calls(3);
    let server = Server::start(router);
    let mut greedy = Vec::new();
    for _ in 0..4 {
        greedy.push(server.send(1, 1).await);
        settle().await;
    }
    let mut others = Vec::new();
    for from in 2..4 {
        others.push(server.send(from, 2).await);
        settle().await;
    }
    for other in &mut others {
        assert_eq!(timeout(Duration::from_secs(1), status(other)).await.unwrap(), Some(200));
    }
    let mut statuses = Vec::new();
    for client in &mut greedy {
        statuses.push(status(client).await.unwrap());
    }
    assert_eq!(statuses, [200, 200, 200, 503], "the newest made room");
}

#[tokio::test(start_paused = true)]
async fn a_peer_is_an_address_or_a_user_and_unknown_peers_are_not_limited() {
    let (router, begun) = working(Duration::from_secs(1));
    let router = router.max_calls_per_peer(1);
    let from = |addr: Option<&str>| {
        let mut request = request("work");
        if let Some(addr) = addr {
            request.extensions_mut().insert(PeerAddr(addr.parse().unwrap()));
        }
        let context = RequestContext::from_parts(request.into_parts().0);
        let router = router.clone();
        tokio::spawn(async move { call_in::<bool>(&router, "work", (), context).await })
    };
    let mut calls = Vec::new();
    for addr in [Some("192.0.2.1:1"), Some("192.0.2.1:2"), Some("[::ffff:192.0.2.1]:3"), Some("192.0.2.2:1")]
    {
        calls.push(from(addr));
    }
    calls.extend([from(None), from(None)]);
    for uid in [1000, 1000, 1001] {
        let mut peer = Peer::new();
        peer.unix_credentials = Some(UnixCredentials::new(uid, uid, None));
        let mut request = request("work");
        request.extensions_mut().insert(peer);
        let context = RequestContext::from_parts(request.into_parts().0);
        let router = router.clone();
        calls.push(tokio::spawn(async move { call_in::<bool>(&router, "work", (), context).await }));
    }
    settle().await;
    assert_eq!(begun.load(Ordering::SeqCst), 4 + 2);
    for call in calls {
        assert_eq!(call.await.unwrap(), Ok(true));
    }
}

#[tokio::test(start_paused = true)]
async fn a_service_with_backpressure_is_not_ready_while_the_queue_is_full() {
    let (router, _) = working(Duration::from_secs(1));
    let mut router = router.max_concurrent_calls(1).max_waiting_calls(1);
    let mut service = router.clone().with_backpressure();
    let ready = |service: &mut xmlrpc_server::Backpressure| {
        let mut service = service.clone();
        async move {
            poll_fn(|cx| Poll::Ready(Service::<Request<Body>>::poll_ready(&mut service, cx).is_ready())).await
        }
    };
    assert!(ready(&mut service).await);
    let calls: Vec<_> = (0..2)
        .map(|_| {
            let router = router.clone();
            tokio::spawn(async move { post(&router).await.status() })
        })
        .collect();
    settle().await;
    assert!(!ready(&mut service).await);
    let always = poll_fn(|cx| Poll::Ready(Service::<Request<Body>>::poll_ready(&mut router, cx).is_ready()));
    assert!(always.await, "axum waits for the router itself, outside any bound");
    let start = Instant::now();
    poll_fn(|cx| Service::<Request<Body>>::poll_ready(&mut service, cx)).await.unwrap();
    assert!(start.elapsed() >= Duration::from_millis(990), "{:?}", start.elapsed());
    let (parts, body) = request("work").into_parts();
    let response = service.call(Request::from_parts(parts, Body::new(body))).await.unwrap();
    assert_eq!(response.status(), 200);
    for call in calls {
        assert_eq!(call.await.unwrap(), 200);
    }
}

type Body = http_body_util::Full<Bytes>;
