//! `Serve`: a server on a listener, with its settings and its shutdown.
use crate::{
    Listener, Peer, Router, connection,
    connection_state::ConnectionState,
    connections::{ConnectionPlace, Connections},
};
use std::{
    fmt,
    future::{Future, pending, poll_fn},
    io, mem,
    pin::{Pin, pin},
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    sync::Semaphore,
    task::{JoinSet, yield_now},
    time::{sleep, timeout},
};

impl Router {
    /// Serves HTTP/1.0 and HTTP/1.1 on a listener.
    ///
    /// The result is a future to await or to spawn, in a tokio runtime with I/O and time enabled. It never
    /// ends, unless [`with_graceful_shutdown`](Serve::with_graceful_shutdown) gives it a signal. Requests for
    /// any path are answered. [`Serve`] describes the settings.
    ///
    /// ```no_run
    /// # use xmlrpc_server::Router;
    /// # async fn run() -> std::io::Result<()> {
    /// let router = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) });
    /// let listener = tokio::net::TcpListener::bind("127.0.0.1:8000").await?;
    /// router.serve(listener).await
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// The future returns [`io::ErrorKind::InvalidInput`] if the router has invalid settings, with the
    /// [`RouterError`](crate::RouterError) inside. It returns no other error: one in accepting a connection
    /// is logged, and the server goes on.
    pub fn serve<L: Listener>(self, listener: L) -> Serve<L> {
        Serve(ServeState::Setup(Setup {
            router: self,
            listener,
            shutdown_signal: Box::pin(pending()),
            shutdown_timeout: Duration::from_secs(25),
            idle_timeout: Duration::from_secs(30),
            min_reply_rate: 4 << 10,
            max_connections: 1024,
        }))
    }
}

/// A server on a listener, made by [`Router::serve`]: a future to await or to spawn.
///
/// The settings must be changed before the future is first polled. Later changes have no effect.
///
/// ```no_run
/// # use std::time::Duration;
/// # use tokio::{net::TcpListener, sync::oneshot};
/// # use xmlrpc_server::Router;
/// # type Stop = oneshot::Receiver<()>;
/// # async fn run(router: Router, listener: TcpListener, stop: Stop) -> std::io::Result<()> {
/// router
///     .serve(listener)
///     .with_graceful_shutdown(stop)
///     .shutdown_timeout(Duration::from_secs(5))
///     .idle_timeout(Duration::from_secs(60))
///     .max_connections(100)
///     .await
/// # }
/// ```
#[must_use = "it serves when it is awaited"]
pub struct Serve<L>(ServeState<L>);

enum ServeState<L> {
    /// It was not polled yet, and its settings can be changed.
    Setup(Setup<L>),
    /// It was polled.
    Running(ServeFuture),
}

type ServeFuture = Pin<Box<dyn Future<Output = io::Result<()>> + Send>>;

struct Setup<L> {
    router: Router,
    listener: L,
    shutdown_signal: Pin<Box<dyn Future<Output = ()> + Send>>,
    shutdown_timeout: Duration,
    idle_timeout: Duration,
    min_reply_rate: u64,
    max_connections: usize,
}

impl<L> fmt::Debug for Serve<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let router = match &self.0 {
            ServeState::Setup(setup) => Some(&setup.router),
            ServeState::Running(_) => None,
        };
        f.debug_struct("Serve").field("router", &router).finish_non_exhaustive()
    }
}

impl<L: Listener> Serve<L> {
    /// Shuts down when `signal` is ready: accepts no more connections, lets the running calls finish, and
    /// ends. Default: the server never ends.
    ///
    /// Requests that have arrived by then are answered. Connections without a call stay open for a quarter of
    /// a second more, for requests that are on their way; each reply says `Connection: close`.
    ///
    /// The signal is any future, such as `tokio::signal::ctrl_c()` or the receiver of a channel:
    ///
    /// ```no_run
    /// # use tokio::{net::TcpListener, sync::oneshot};
    /// # use xmlrpc_server::Router;
    /// # async fn run(router: Router, listener: TcpListener) -> std::io::Result<()> {
    /// let (stop, stopped) = oneshot::channel::<()>();
    /// // `stop.send(())` somewhere else in the program begins the shutdown.
    /// router.serve(listener).with_graceful_shutdown(stopped).await
    /// # }
    /// ```
    ///
    /// # Under a supervisor
    ///
    /// systemd, docker and Kubernetes end a program by `SIGTERM`, and kill it after a while. A blocking
    /// method cannot be stopped, and a runtime that is dropped waits for it. A program that must end in time
    /// therefore makes its runtime itself, and ends it by tokio's `Runtime::shutdown_timeout`:
    ///
    /// ```no_run
    /// # use std::{io, time::Duration};
    /// # use tokio::{net::TcpListener, runtime::Runtime, signal::unix::{SignalKind, signal}};
    /// # use xmlrpc_server::Router;
    /// # fn run(router: Router) -> io::Result<()> {
    /// let runtime = Runtime::new()?;
    /// let result = runtime.block_on(async {
    ///     let listener = TcpListener::bind("0.0.0.0:8000").await?;
    ///     let mut terminate = signal(SignalKind::terminate())?;
    ///     router.serve(listener).with_graceful_shutdown(async move { terminate.recv().await }).await
    /// });
    /// // Blocking methods that still run get two seconds more. Then the program ends.
    /// runtime.shutdown_timeout(Duration::from_secs(2));
    /// result
    /// # }
    /// ```
    ///
    /// The default of [`shutdown_timeout`](Self::shutdown_timeout) and these two seconds are together less
    /// than the 30 seconds that Kubernetes grants.
    pub fn with_graceful_shutdown(self, signal: impl Future + Send + 'static) -> Self {
        let signal = async {
            signal.await;
        };
        self.set(|setup| setup.shutdown_signal = Box::pin(signal))
    }

    /// Sets how long running calls may take to finish after the shutdown signal. Default: 25 seconds. Then
    /// their connections are cut, and the server ends.
    ///
    /// Set it lower than the time after which a supervisor kills the program, which is 30 seconds in
    /// Kubernetes. It does not include blocking methods that go on after their request:
    /// [`with_graceful_shutdown`](Self::with_graceful_shutdown) shows how a program ends in spite of them.
    pub fn shutdown_timeout(self, time: Duration) -> Self {
        self.set(|setup| setup.shutdown_timeout = time)
    }

    /// Sets the longest silence of a client. Default: 30 seconds. Then its connection is closed.
    ///
    /// It is the time for the complete head of a request, for the next request on an open connection, and
    /// between two reads of a response. A head that arrives drop by drop counts as silence. The time that a
    /// call takes does not count, and the body has its own limit,
    /// [`Router::body_timeout`](crate::Router::body_timeout).
    ///
    /// Raise it for clients that keep connections open between rare calls.
    pub fn idle_timeout(self, time: Duration) -> Self {
        self.set(|setup| setup.idle_timeout = time)
    }

    /// Sets how many bytes of its reply a client must take in a minute, while more of the reply waits for it.
    /// Default: 4 KiB. A client that takes less is closed. 0 leaves only
    /// [`idle_timeout`](Self::idle_timeout).
    ///
    /// The rate is measured over a minute. There is no limit on the whole time of a reply, so a long one may
    /// take hours.
    pub fn min_reply_rate(self, bytes_per_minute: u64) -> Self {
        self.set(|setup| setup.min_reply_rate = bytes_per_minute)
    }

    /// Sets how many connections may be open at the same time. Default: 1024.
    ///
    /// If there is no place for a new connection, the one that has been idle longest is closed. If none is
    /// idle, the new one waits. As long as no place is free, each reply says `Connection: close`, so that
    /// clients do not hold the places between their calls; the log says so once in a minute at most.
    ///
    /// It bounds the memory and the file descriptors that clients can take. At least one connection is always
    /// allowed.
    pub fn max_connections(self, connections: usize) -> Self {
        self.set(|setup| setup.max_connections = connections.clamp(1, Semaphore::MAX_PERMITS))
    }

    /// The same server on another listener, which is made of this one. A server that was polled stays.
    #[cfg(feature = "server-tls")]
    pub(crate) fn map_listener<M>(self, map: impl FnOnce(L) -> M) -> Serve<M> {
        Serve(match self.0 {
            ServeState::Running(running) => ServeState::Running(running),
            ServeState::Setup(setup) => ServeState::Setup(Setup {
                router: setup.router,
                listener: map(setup.listener),
                shutdown_signal: setup.shutdown_signal,
                shutdown_timeout: setup.shutdown_timeout,
                idle_timeout: setup.idle_timeout,
                min_reply_rate: setup.min_reply_rate,
                max_connections: setup.max_connections,
            }),
        })
    }

    fn set(mut self, change: impl FnOnce(&mut Setup<L>)) -> Self {
        if let ServeState::Setup(setup) = &mut self.0 {
            change(setup);
        }
        self
    }
}

impl<L: Listener> Setup<L> {
    async fn run(self) -> io::Result<()> {
        let Self {
            router,
            mut listener,
            mut shutdown_signal,
            shutdown_timeout,
            idle_timeout,
            min_reply_rate,
            max_connections,
        } = self;
        router.check_for_serving()?;
        let connections = Connections::new(max_connections);
        let mut tasks = JoinSet::new();
        let serve_connection = |place: ConnectionPlace, mut stream: L::Stream, mut peer: Peer| {
            let router = router.clone();
            async move {
                if establish::<L>(&mut stream, &mut peer, idle_timeout, place.state()).await {
                    place.state().set_peer(peer);
                    connection::run(router, stream, &place, idle_timeout, min_reply_rate).await;
                }
            }
        };
        loop {
            let accept = async {
                let (stream, peer) = listener.accept().await?;
                Ok((connections.next_place().await, stream, peer))
            };
            let accepted = match next_event(&mut shutdown_signal, accept).await {
                ServeEvent::Shutdown => break,
                ServeEvent::Accepted(accepted) => accepted,
            };
            while tasks.try_join_next().is_some() {}
            match accepted {
                Ok((place, stream, peer)) => {
                    tasks.spawn(serve_connection(place, stream, peer));
                }
                Err(error) => handle_accept_error(&error).await,
            }
        }
        // Connections that wait in the listener would be reset with it.
        while let Some(Ok((stream, peer))) = now_or_never(listener.accept()).await
            && let Some(place) = connections.free_place()
        {
            tasks.spawn(serve_connection(place, stream, peer));
        }
        drop(listener);
        tracing::debug!(connections = tasks.len(), "shutting down");
        connections.shut_down();
        let all = async { while tasks.join_next().await.is_some() {} };
        if timeout(shutdown_timeout, all).await.is_err() {
            let connections = tasks.len();
            tracing::warn!(connections, "cut connections whose calls did not finish before the timeout");
        }
        tasks.shutdown().await;
        Ok(())
    }
}

// Nothing in it is pinned: the listener moves into the running future, which is boxed.
impl<L> Unpin for Serve<L> {}

impl<L: Listener> Future for Serve<L> {
    type Output = io::Result<()>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let Self(state) = self.get_mut();
        // While the future is polled, another future takes its place, so that there is no third state.
        let mut running = match mem::replace(state, ServeState::Running(Box::pin(pending()))) {
            ServeState::Setup(setup) => Box::pin(setup.run()),
            ServeState::Running(running) => running,
        };
        let poll = running.as_mut().poll(cx);
        *state = ServeState::Running(running);
        poll
    }
}

/// Prepares a connection. Returns false if that failed or took too long, or if the connection must end.
async fn establish<L: Listener>(
    stream: &mut L::Stream,
    peer: &mut Peer,
    time: Duration,
    state: &ConnectionState,
) -> bool {
    let mut end_requested = pin!(state.end_requested());
    let mut established = pin!(timeout(time, L::establish(stream, peer)));
    let established = poll_fn(|cx| match established.as_mut().poll(cx) {
        Poll::Ready(Ok(result)) => Poll::Ready(result),
        Poll::Ready(Err(late)) => Poll::Ready(Err(late.into())),
        Poll::Pending if end_requested.as_mut().poll(cx).is_ready() || state.ending().is_some() => {
            Poll::Ready(Err(io::Error::other("the connection must end")))
        }
        Poll::Pending => Poll::Pending,
    });
    let result = established.await;
    if let Err(error) = &result {
        tracing::debug!(%error, "a connection could not be established");
    }
    result.is_ok()
}

/// Returns what a future has ready, without waiting for it.
async fn now_or_never<T>(future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    poll_fn(|cx| {
        Poll::Ready(match future.as_mut().poll(cx) {
            Poll::Ready(result) => Some(result),
            Poll::Pending => None,
        })
    })
    .await
}

/// Logs that a connection could not be accepted. Waits a little if the system is short of something, because
/// the next attempt would fail as well. Any other error may be the doing of one client, who must not delay
/// the others.
async fn handle_accept_error(error: &io::Error) {
    if is_shortage(error) {
        tracing::warn!(%error, "could not accept a connection: the system is short of files or memory");
        sleep(Duration::from_millis(100)).await;
    } else {
        tracing::debug!(%error, "could not accept a connection");
        yield_now().await;
    }
}

/// Returns whether the error is EMFILE, ENFILE, ENOBUFS or ENOMEM.
fn is_shortage(error: &io::Error) -> bool {
    #[cfg(unix)]
    let shortages = [libc::EMFILE, libc::ENFILE, libc::ENOBUFS, libc::ENOMEM];
    // WSAEMFILE, WSAENOBUFS, and what the system returns if memory or handles are short.
    #[cfg(not(unix))]
    let shortages = [10024, 10055, 8, 4];
    error.kind() == io::ErrorKind::OutOfMemory
        || error.raw_os_error().is_some_and(|code| shortages.contains(&code))
}

/// What a server waits for.
enum ServeEvent<A> {
    Shutdown,
    Accepted(A),
}

/// Waits for the next event. The shutdown comes first if both are ready.
async fn next_event<A>(
    shutdown_signal: &mut Pin<Box<dyn Future<Output = ()> + Send>>,
    accept: impl Future<Output = A>,
) -> ServeEvent<A> {
    let mut accept = pin!(accept);
    poll_fn(|cx| {
        if shutdown_signal.as_mut().poll(cx).is_ready() {
            return Poll::Ready(ServeEvent::Shutdown);
        }
        accept.as_mut().poll(cx).map(ServeEvent::Accepted)
    })
    .await
}
