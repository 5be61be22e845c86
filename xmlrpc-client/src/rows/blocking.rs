//! `Rows` for the blocking client.

use super::{
    prepare,
    source::{Next, OpenEnvelope, RowSource},
};
use crate::{
    Error, Method, Result, body::blocking::Body, call_observer::CallObserver, settings::Settings, streaming,
    transport::blocking::Transport,
};
use serde_core::{Serialize, de::DeserializeOwned};
use std::{fmt, iter::FusedIterator, marker::PhantomData, sync::Arc};

/// The rows of a response, from [`Client::rows`](crate::blocking::Client::rows) or
/// [`Client::rows_at`](crate::blocking::Client::rows_at): the elements of one array, which are decoded as they
/// arrive.
///
/// It is an iterator, whose items mean what those of the async [`Rows`](crate::Rows) mean. Memory, timeouts
/// and what a drop does are the same too.
///
/// ```
/// # use xmlrpc_client::{blocking::Client, testing::Canned};
/// # let canned = Canned::new().value("list", &["a", "b"]);
/// # let client = Client::builder("http://test/").transport(canned).build()?;
/// for row in client.rows::<_, String>("list", ())? {
///     println!("{}", row?);
/// }
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
#[must_use = "rows are read when they are asked for"]
pub struct Rows<T> {
    source: Box<RowSource<Body>>,
    observer: CallObserver,
    row: PhantomData<fn() -> T>,
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

impl<T: DeserializeOwned> Iterator for Rows<T> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Result<T>> {
        let Self { source, observer, .. } = self;
        loop {
            match source.next() {
                Next::Item(item) => {
                    if source.is_finished() {
                        observer.note_received(source.incoming.received());
                        observer.finish_with(item.as_ref().map_or(Ok(()), |item| item.as_ref().map(drop)));
                    }
                    return item;
                }
                Next::MoreNeeded => match observer.scope(|| source.incoming.next_piece()) {
                    Ok(piece) => source.feed(piece.as_deref()),
                    Err(error) => {
                        let error = source.fail(error);
                        observer.finish_with(Err(&error));
                        return Some(Err(error));
                    }
                },
            }
        }
    }
}

impl<T: DeserializeOwned> FusedIterator for Rows<T> {}

impl<T> fmt::Debug for Rows<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows")
            .field("rows_read", &self.rows_read())
            .field("is_finished", &self.is_finished())
            .finish_non_exhaustive()
    }
}

/// Makes a call whose response is read row by row.
pub(crate) fn open<P: Serialize + ?Sized, T>(
    settings: &Arc<Settings>,
    transport: &dyn Transport,
    method: &Method<'_>,
    params: &P,
    path: &str,
    open_envelope: Option<OpenEnvelope>,
) -> Result<Rows<T>, Error> {
    let (mut exchange, request) = prepare(settings, method, params, path, open_envelope)?;
    let mut observer = CallObserver::of_call(&exchange);
    let opened = observer.scope(|| {
        streaming::open_blocking(transport, &mut exchange, |incoming| {
            let mut source = RowSource::new(incoming, &request)?;
            while !source.start()? {
                let piece = source.incoming.next_piece()?;
                source.feed(piece.as_deref());
            }
            Ok(source)
        })
    });
    match opened {
        Ok(source) => {
            observer.note_incoming(&source.incoming);
            Ok(Rows { source: Box::new(source), observer, row: PhantomData })
        }
        Err(error) => {
            observer.finish_with(Err(&error));
            Err(error)
        }
    }
}
