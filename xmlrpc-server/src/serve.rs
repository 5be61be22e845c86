//! `Serve`: a router on a listener of its own.
use crate::{Listener, Router, connection, shutdown::Shutdown};
use std::{
    fmt,
    future::{Future, pending, poll_fn},
    io, mem,
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    sync::Semaphore,
    task::JoinSet,
    time::{sleep, timeout},
};

impl Router {
    /// Serves HTTP/1.0 and 1.1 on a listener: a future that never ends, unless
    /// [`with_graceful_shutdown`](Serve::with_graceful_shutdown) gives it a reason to.
    ///
    /// Any path is answered. It must be awaited in a tokio runtime with I/O and time enabled.
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
    /// [`io::ErrorKind::InvalidInput`] with the [`RouterError`](crate::RouterError) of a router that has mistakes.
    pub fn serve<L: Listener>(self, listener: L) -> Serve<L> {
        Serve(State::Setup(Setup {
            router: self,
            listener,
            shutdown_signal: Box::pin(pending()),
            shutdown_timeout: Duration::from_secs(30),
            idle_timeout: Duration::from_secs(30),
            max_connections: 1024,
        }))
    }
}

/// A router on a listener: a future to await or to spawn.
#[must_use = "it serves when it is awaited"]
pub struct Serve<L>(State<L>);

enum State<L> {
    /// Until it is polled for the first time.
    Setup(Setup<L>),
    /// From then on.
    Running(ServeFuture),
}

type ServeFuture = Pin<Box<dyn Future<Output = io::Result<()>> + Send>>;

struct Setup<L> {
    router: Router,
    listener: L,
    shutdown_signal: Pin<Box<dyn Future<Output = ()> + Send>>,
    shutdown_timeout: Duration,
    idle_timeout: Duration,
    max_connections: usize,
}

impl<L> fmt::Debug for Serve<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let router = match &self.0 {
            State::Setup(setup) => Some(&setup.router),
            State::Running(_) => None,
        };
        f.debug_struct("Serve").field("router", &router).finish_non_exhaustive()
    }
}

impl<L: Listener> Serve<L> {
    /// Shuts down when `signal` is ready: accepts no more connections, lets the calls that are running finish, and ends.
    ///
    /// ```no_run
    /// # async fn run(router: xmlrpc_server::Router, listener: tokio::net::TcpListener) -> std::io::Result<()> {
    /// let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    /// router.serve(listener).with_graceful_shutdown(stopped).await
    /// # }
    /// ```
    ///
    /// Ctrl-C is `with_graceful_shutdown(tokio::signal::ctrl_c())`.
    pub fn with_graceful_shutdown(self, signal: impl Future + Send + 'static) -> Self {
        let shutdown = async {
            signal.await;
        };
        self.set(|setup| setup.shutdown_signal = Box::pin(shutdown))
    }

    /// How long running calls may take to finish on shutdown; default: 30 seconds. Then their connections are cut.
    pub fn shutdown_timeout(self, time: Duration) -> Self {
        self.set(|setup| setup.shutdown_timeout = time)
    }

    /// How long a client may take to send the head of a request, the wait for a further request on an open connection
    /// included, and how long it may take none of the reply that is sent to it; default: 30 seconds. Then the connection
    /// is closed.
    pub fn idle_timeout(self, time: Duration) -> Self {
        self.set(|setup| setup.idle_timeout = time)
    }

    /// How many connections are open at once; default: 1024. More wait to be accepted.
    pub fn max_connections(self, connections: usize) -> Self {
        self.set(|setup| setup.max_connections = connections.clamp(1, Semaphore::MAX_PERMITS))
    }

    fn set(mut self, change: impl FnOnce(&mut Setup<L>)) -> Self {
        if let State::Setup(setup) = &mut self.0 {
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
            max_connections,
        } = self;
        router.check().map_err(|mistakes| io::Error::new(io::ErrorKind::InvalidInput, mistakes))?;
        let connections_shutdown = Arc::new(Shutdown::default());
        let permits = Arc::new(Semaphore::new(max_connections));
        let mut connections = JoinSet::new();
        loop {
            let accept = async {
                let permit = Arc::clone(&permits).acquire_owned().await;
                (permit, listener.accept().await)
            };
            let (permit, accepted) = match next_event(&mut shutdown_signal, accept).await {
                Event::Shutdown => break,
                Event::Accepted(next) => next,
            };
            while connections.try_join_next().is_some() {}
            let (stream, peer) = match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    handle_accept_error(&error).await;
                    continue;
                }
            };
            let connection = connection::run(
                router.clone(),
                stream,
                peer,
                idle_timeout,
                Arc::clone(&connections_shutdown),
            );
            connections.spawn(async move {
                let _permit = permit;
                connection.await;
            });
        }
        drop(listener);
        tracing::debug!("shutting down");
        connections_shutdown.request();
        let all = async { while connections.join_next().await.is_some() {} };
        if timeout(shutdown_timeout, all).await.is_err() {
            tracing::warn!(connections = connections.len(), "calls were cut, as they did not finish in time");
        }
        connections.shutdown().await;
        Ok(())
    }
}

// Nothing is pinned in place: the listener moves into the running future, which is boxed.
impl<L> Unpin for Serve<L> {}

impl<L: Listener> Future for Serve<L> {
    type Output = io::Result<()>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let Self(state) = self.get_mut();
        // What stands in for the future while it is polled is a future too, so that there is no third state.
        let mut running = match mem::replace(state, State::Running(Box::pin(pending()))) {
            State::Setup(setup) => Box::pin(setup.run()),
            State::Running(running) => running,
        };
        let poll = running.as_mut().poll(cx);
        *state = State::Running(running);
        poll
    }
}

/// A connection that was gone before it was accepted is no concern; without file descriptors it helps to wait a little.
async fn handle_accept_error(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    if matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted) {
        return;
    }
    tracing::warn!(%error, "a connection could not be accepted");
    sleep(Duration::from_millis(100)).await;
}

enum Event<A> {
    Shutdown,
    Accepted(A),
}

/// Whichever comes first; the shutdown, if both are there.
async fn next_event<A>(
    shutdown_signal: &mut Pin<Box<dyn Future<Output = ()> + Send>>,
    accept: impl Future<Output = A>,
) -> Event<A> {
    let mut accept = pin!(accept);
    poll_fn(|cx| {
        if shutdown_signal.as_mut().poll(cx).is_ready() {
            return Poll::Ready(Event::Shutdown);
        }
        accept.as_mut().poll(cx).map(Event::Accepted)
    })
    .await
}
