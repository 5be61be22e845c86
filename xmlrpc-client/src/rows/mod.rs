//! `Rows`: the elements of an array in a response, read as they come.

pub(crate) mod blocking;
mod caller;
mod source;

pub use caller::RowsCaller;

use crate::{
    Body, Envelope, Error, Method, Result, Transport, call_observer::CallObserver, exchange::Exchange,
    incoming::Incoming, settings::Settings, streaming,
};
use futures_core::{FusedStream, Stream};
use serde_core::{Serialize, de::DeserializeOwned};
use source::{Next, OpenEnvelope, RowSource, RowsRequest, check_path};
use std::{
    fmt,
    marker::PhantomData,
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll, ready},
};

/// The rows of a response, from [`Client::rows`](crate::Client::rows) or
/// [`Client::rows_at`](crate::Client::rows_at): the elements of one array, which are decoded as they arrive.
///
/// [`next`](Self::next) waits for the next row. It is also a [`Stream`].
///
/// # What each item means
///
/// * `Some(Ok(row))` is a row. It stays valid, whatever comes after it.
/// * `Some(Err(error))` is the error of one row if its value does not fit `T`. The array is whole there, and
///   the next item is the next row. Any other error is about the response, and is the last item.
///   [`is_finished`](Self::is_finished) tells the two apart.
/// * `None` means that the document was well-formed to its last byte. A response that is cut is never taken
///   for a shorter one.
///
/// ```
/// # use xmlrpc_client::{Client, testing::Canned};
/// # let canned = Canned::new().value("list", &["a", "b"]);
/// # let client = Client::builder("http://test/").transport(canned).build()?;
/// # let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
/// # runtime.block_on(async {
/// let mut rows = client.rows::<_, String>("list", ()).await?;
/// while let Some(row) = rows.next().await {
///     println!("{}", row?);
/// }
/// # Ok::<(), xmlrpc_client::Error>(())
/// # })?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
///
/// # Memory and time
///
/// Only the current row is in memory: at most [`Options::max_row_bytes`](xmlrpc_serde::Options::max_row_bytes)
/// (1 MiB) of it. Nothing is read ahead of the program except what one read brings, so a server that is faster
/// than the program waits.
///
/// The call's timeout holds up to the first row. After that,
/// [`stall_timeout`](crate::Builder::stall_timeout) limits the time in which nothing arrives. The time that
/// the program takes between two rows does not count.
///
/// Dropping the rows before their end closes the connection.
#[must_use = "rows are read when they are asked for"]
pub struct Rows<T> {
    source: Box<RowSource<Body>>,
    observer: CallObserver,
    row: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> Rows<T> {
    /// Waits for the next row. Returns `None` at the end.
    ///
    /// It can be cancelled: a row is lost only if it was returned.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) for a row that does not fit `T` and for a document that
    /// is not well-formed, [`ErrorKind::TooLarge`](crate::ErrorKind::TooLarge) for a row that is too long, or
    /// any other kind for a response that breaks.
    #[expect(clippy::should_implement_trait, reason = "the name is that of the method of `StreamExt`")]
    pub fn next(&mut self) -> impl Future<Output = Option<Result<T>>> + Send {
        std::future::poll_fn(|context| self.poll_row(context))
    }

    fn poll_row(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        let Self { source, observer, .. } = self;
        loop {
            match source.next() {
                Next::Item(item) => {
                    if source.is_finished() {
                        observer.note_received(source.incoming.received());
                        observer.finish_with(item.as_ref().map_or(Ok(()), |item| item.as_ref().map(drop)));
                    }
                    return Poll::Ready(item);
                }
                Next::MoreNeeded => {
                    let piece = observer.scope(|| source.incoming.poll_piece(context));
                    match ready!(piece) {
                        Ok(piece) => source.feed(piece.as_deref()),
                        Err(error) => {
                            let error = source.fail(error);
                            observer.finish_with(Err(&error));
                            return Poll::Ready(Some(Err(error)));
                        }
                    }
                }
            }
        }
    }
}

impl<T> Rows<T> {
    /// Returns whether there are no more rows: the response was read to its end, or it is broken.
    ///
    /// After an `Err` it tells whether that was the error of one row, with more to come, or the last item.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.source.is_finished()
    }

    /// Returns how many rows have been read, those included that were errors.
    #[must_use]
    pub fn rows_read(&self) -> usize {
        self.source.rows_read()
    }
}

impl<T: DeserializeOwned> Stream for Rows<T> {
    type Item = Result<T>;
    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        self.poll_row(context)
    }
}

impl<T: DeserializeOwned> FusedStream for Rows<T> {
    fn is_terminated(&self) -> bool {
        self.is_finished()
    }
}

impl<T> fmt::Debug for Rows<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows")
            .field("rows_read", &self.rows_read())
            .field("is_finished", &self.is_finished())
            .finish_non_exhaustive()
    }
}

/// The future of [`Rows`].
///
/// Like a [`CallFuture`](crate::CallFuture) it borrows neither the client nor the arguments, and nothing is
/// sent before it is polled. It is ready when the response has come up to its array. If the response is a
/// fault, or has no array there, that is its error.
#[must_use = "a call is made when its future is awaited"]
pub struct RowsFuture<T, E = Error> {
    opened: Pin<Box<dyn Future<Output = Result<OpenedRows>> + Send>>,
    row: PhantomData<fn() -> (T, E)>,
}

/// A response that has come up to its array, and its observer.
type OpenedRows = (RowSource<Body>, CallObserver);

impl<T, E: From<Error>> Future for RowsFuture<T, E> {
    type Output = Result<Rows<T>, E>;
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let (source, observer) = ready!(self.opened.as_mut().poll(context))?;
        Poll::Ready(Ok(Rows { source: Box::new(source), observer, row: PhantomData }))
    }
}

impl<T, E> fmt::Debug for RowsFuture<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RowsFuture").finish_non_exhaustive()
    }
}

/// Makes a call whose response is read row by row.
pub(crate) fn open<P: Serialize + ?Sized, T, E>(
    settings: &Arc<Settings>,
    transport: Arc<dyn Transport>,
    method: &Method<'_>,
    params: &P,
    path: &str,
    open_envelope: Option<OpenEnvelope>,
) -> RowsFuture<T, E> {
    let prepared = prepare(settings, method, params, path, open_envelope);
    let opened = async move {
        let (exchange, request) = prepared?;
        let mut observer = CallObserver::of_call(&exchange);
        let mut opened = pin!(streaming::open(transport, exchange, |incoming| start(incoming, &request)));
        let opened = std::future::poll_fn(|context| observer.scope(|| opened.as_mut().poll(context))).await;
        match opened {
            Ok(source) => {
                observer.note_incoming(&source.incoming);
                Ok((source, observer))
            }
            Err(error) => {
                observer.finish_with(Err(&error));
                Err(error)
            }
        }
    };
    RowsFuture { opened: Box::pin(opened), row: PhantomData }
}

/// Reads a response up to its array.
async fn start(incoming: Incoming<Body>, request: &RowsRequest) -> Result<RowSource<Body>> {
    let mut source = RowSource::new(incoming, request)?;
    while !source.start()? {
        let piece = source.incoming.next_piece().await?;
        source.feed(piece.as_deref());
    }
    Ok(source)
}

fn prepare<P: Serialize + ?Sized>(
    settings: &Arc<Settings>,
    method: &Method<'_>,
    params: &P,
    path: &str,
    open_envelope: Option<OpenEnvelope>,
) -> Result<(Exchange, RowsRequest)> {
    check_path(path, settings.options)
        .map_err(|error| error.in_call(method.name(), &settings.display_url))?;
    let exchange = Exchange::new(settings, method, params)?.read_as_it_comes();
    Ok((exchange, RowsRequest { path: path.into(), options: settings.options, open_envelope }))
}

/// Returns how the envelope `W` of a response without an array is opened.
pub(crate) fn opener<W: Envelope<V>, V>() -> OpenEnvelope {
    source::envelope_error::<W, V>
}
