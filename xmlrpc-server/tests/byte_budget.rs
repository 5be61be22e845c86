//! `Router::max_in_flight_bytes`: how many bytes of documents are in memory at the same time.
use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};
use http::{Request, Response};
use http_body::{Body, Frame, SizeHint};
use http_body_util::{BodyExt, Full};
use std::{
    convert::Infallible,
    io::Write,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::{
    task::JoinHandle,
    time::{Instant, Sleep, sleep},
};
use xmlrpc_server::{ReplyBody, Router};

const MIB: usize = 1 << 20;
const PIECES: usize = 16;

fn router() -> Router {
    Router::new().function("len", |text: String| async move { Ok(i32::try_from(text.len()).unwrap()) })
}

/// A call of `len` whose document has this length.
fn document(length: usize) -> Vec<u8> {
    let start = "<methodCall><methodName>len</methodName><params><param><value>";
    let end = "</value></param></params></methodCall>";
    format!("{start}{}{end}", "x".repeat(length - start.len() - end.len())).into_bytes()
}

/// How many uploads have begun and not ended, and the most at any time.
#[derive(Default)]
struct Uploads {
    now: AtomicUsize,
    most: AtomicUsize,
}

/// A document that arrives in pieces, with a pause before each.
struct Upload {
    pieces: std::vec::IntoIter<Bytes>,
    length: Option<u64>,
    pause: Duration,
    timer: Option<Pin<Box<Sleep>>>,
    uploads: Arc<Uploads>,
    begun: bool,
}

impl Upload {
    fn new(document: Vec<u8>, time: Duration, tells_length: bool, uploads: &Arc<Uploads>) -> Self {
        let document = Bytes::from(document);
        let piece = document.len().div_ceil(PIECES);
        let pieces = (0..PIECES).map(|index| {
            document.slice((index * piece).min(document.len())..((index + 1) * piece).min(document.len()))
        });
        Self {
            pieces: pieces.collect::<Vec<_>>().into_iter(),
            length: tells_length.then_some(document.len() as u64),
            pause: time / u32::try_from(PIECES).unwrap(),
            timer: None,
            uploads: Arc::clone(uploads),
            begun: false,
        }
    }
}

impl Body for Upload {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if !self.begun {
            self.begun = true;
            let now = self.uploads.now.fetch_add(1, SeqCst) + 1;
            self.uploads.most.fetch_max(now, SeqCst);
        }
        let pause = self.pause;
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep(pause)));
        ready!(timer.as_mut().poll(cx));
        self.timer = None;
        Poll::Ready(self.pieces.next().map(|piece| Ok(Frame::data(piece))))
    }

    fn size_hint(&self) -> SizeHint {
        self.length.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        if self.begun {
            self.uploads.now.fetch_sub(1, SeqCst);
        }
    }
}

fn send<B>(
    router: &Router,
    headers: &[(&'static str, &'static str)],
    body: B,
) -> JoinHandle<Response<ReplyBody>>
where
    B: Body<Data = Bytes, Error = Infallible> + Send + 'static,
{
    let mut request = Request::post("/RPC2");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let (router, request) = (router.clone(), request.body(body).unwrap());
    tokio::spawn(async move { router.respond(request).await })
}

async fn text(response: Response<ReplyBody>) -> (u16, String) {
    let status = response.status().as_u16();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test(start_paused = true)]
async fn a_hundred_slow_uploads_all_finish_when_the_budget_holds_ten() {
    for tells_length in [true, false] {
        let router = router().max_in_flight_bytes(10 * MIB as u64);
        let uploads = Arc::new(Uploads::default());
        let begin = Instant::now();
        let replies: Vec<_> = (0..100)
            .map(|_| {
                let upload = Upload::new(document(MIB), Duration::from_secs(2), tells_length, &uploads);
                send(&router, &[], upload)
            })
            .collect();
        for reply in replies {
            let (status, text) = text(reply.await.unwrap()).await;
            assert!(status == 200 && text.contains("<int>1048"), "{status} {text}");
        }
        let most = uploads.most.load(SeqCst);
        assert!((8..=20).contains(&most), "{most} at the same time");
        let time = begin.elapsed();
        assert!(time > Duration::from_secs(15) && time < Duration::from_secs(60), "{time:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_waits_for_a_minute_and_then_gets_503() {
    let router = router().max_in_flight_bytes(MIB as u64).request_timeout(None);
    let uploads = Arc::default();
    let endless = send(&router, &[], Upload::new(document(MIB), Duration::from_secs(300), true, &uploads));
    sleep(Duration::from_millis(1)).await;
    let begin = Instant::now();
    let response = send(&router, &[], Full::from(document(1000))).await.unwrap();
    assert_eq!(response.headers()["retry-after"], "1");
    let expected = (503, "The server is overloaded: too much is being sent. Try again later.\n".to_owned());
    assert_eq!(text(response).await, expected);
    let time = begin.elapsed();
    assert!(time >= Duration::from_secs(60) && time < Duration::from_secs(61), "{time:?}");
    assert_eq!(endless.await.unwrap().status(), 200);
    assert_eq!(send(&router, &[], Full::from(document(1000))).await.unwrap().status(), 200);
}

#[tokio::test(start_paused = true)]
async fn waiting_for_the_budget_counts_for_no_other_limit() {
    let limits = router().body_timeout(Duration::from_secs(3)).request_timeout(Duration::from_secs(32));
    let router = limits.max_in_flight_bytes(MIB as u64);
    let uploads = Arc::default();
    for tells_length in [true, false] {
        let first = send(&router, &[], Upload::new(document(MIB), Duration::from_secs(30), true, &uploads));
        sleep(Duration::from_millis(1)).await;
        let begin = Instant::now();
        let upload = Upload::new(document(MIB), Duration::from_secs(20), tells_length, &uploads);
        assert_eq!(send(&router, &[], upload).await.unwrap().status(), 200);
        assert!(begin.elapsed() > Duration::from_secs(49), "{:?}", begin.elapsed());
        assert_eq!(first.await.unwrap().status(), 200);
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_that_is_larger_than_the_budget_runs_alone() {
    let router = router().max_in_flight_bytes(1000);
    let uploads = Arc::new(Uploads::default());
    let replies: Vec<_> = [900, 5000, 500, 4000]
        .into_iter()
        .map(|length| {
            let upload = Upload::new(document(length), Duration::from_secs(2), true, &uploads);
            send(&router, &[], upload)
        })
        .collect();
    for reply in replies {
        assert_eq!(reply.await.unwrap().status(), 200);
    }
    assert_eq!(uploads.most.load(SeqCst), 1);
}

/// A call keeps its part of the budget while it waits for its turn.
#[tokio::test(start_paused = true)]
async fn what_was_decompressed_counts_until_it_has_been_decoded() {
    let slow = router().function("slow", || async {
        sleep(Duration::from_secs(4)).await;
        Ok(1)
    });
    let router = slow.max_in_flight_bytes(MIB as u64).max_concurrent_calls(1);
    let running = send(
        &router,
        &[],
        Full::from("<methodCall><methodName>slow</methodName></methodCall>".as_bytes().to_vec()),
    );
    sleep(Duration::from_millis(10)).await;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&document(900 << 10)).unwrap();
    let compressed = encoder.finish().unwrap();
    assert!(compressed.len() < 10_000);
    let waiting = send(&router, &[("content-encoding", "gzip")], Full::from(compressed));
    sleep(Duration::from_millis(100)).await;
    let uploads = Arc::new(Uploads::default());
    let upload = send(&router, &[], Upload::new(document(500 << 10), Duration::from_secs(1), true, &uploads));
    sleep(Duration::from_secs(2)).await;
    assert_eq!(uploads.most.load(SeqCst), 0, "there is no room for it yet");
    for reply in [running, waiting, upload] {
        assert_eq!(reply.await.unwrap().status(), 200);
    }
}

/// A method that has its parameters may run for hours.
#[tokio::test(start_paused = true)]
async fn a_running_method_holds_nothing_of_the_budget() {
    let router = router().function("slow", |text: String| async move {
        sleep(Duration::from_secs(3600)).await;
        Ok(text)
    });
    let router = router.max_in_flight_bytes(MIB as u64);
    let mut slow = document(MIB);
    slow.splice(24..27, *b"slow");
    let running = send(&router, &[], Full::from(slow));
    sleep(Duration::from_millis(10)).await;
    let begin = Instant::now();
    assert_eq!(send(&router, &[], Full::from(document(MIB))).await.unwrap().status(), 200);
    assert_eq!(begin.elapsed(), Duration::ZERO);
    assert!(!running.is_finished());
}
