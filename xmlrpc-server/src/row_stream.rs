//! `RowStream`: the rows of a reply that is sent while they are made.
use crate::{
    RequestContext,
    call_queue::Turn,
    faults::{rows_broke_off, rows_too_large},
    panics::catch_panic,
};
use futures_core::Stream;
use serde_core::Serialize;
use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
use xmlrpc_serde::{Fault, Options};

/// A row as it is written, or the fault that ends the rows.
type Row = Result<String, Fault>;

/// The rows of one call, each as it is written.
pub(crate) struct RowStream {
    method: String,
    context: RequestContext,
    /// The first row, which was waited for before the reply began.
    first: Option<String>,
    /// `None` once it has ended.
    rest: Option<Pin<Box<dyn Stream<Item = Row> + Send>>>,
    /// The call counts as running until its last row.
    turn: Option<Arc<Turn>>,
}

impl RowStream {
    pub(crate) fn new<S, T>(method: &str, context: RequestContext, rows: S, options: Options) -> Self
    where
        S: Stream<Item = Result<T, Fault>> + Send + 'static,
        T: Serialize,
    {
        let rest = EncodedRows { rows: Box::pin(rows), options, method: method.to_owned() };
        Self { method: method.to_owned(), context, first: None, rest: Some(Box::pin(rest)), turn: None }
    }

    /// Waits for the first row.
    ///
    /// # Errors
    ///
    /// Returns the fault if the rows begin with one.
    pub(crate) async fn begin(&mut self) -> Result<(), Fault> {
        self.first = self.next().await.transpose()?;
        Ok(())
    }

    /// Keeps the turn of the call until the last row.
    pub(crate) fn hold(&mut self, turn: Option<Arc<Turn>>) {
        self.turn = turn;
    }

    pub(crate) fn poll_row(&mut self, cx: &mut Context<'_>) -> Poll<Option<Row>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(first)));
        }
        let Self { method, context, rest, .. } = self;
        let Some(rows) = rest else { return Poll::Ready(None) };
        let polled = catch_panic(method, || context.clone().scope(|| rows.as_mut().poll_next(cx)));
        let row = match polled {
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(row)) => row,
            Err(fault) => Some(Err(fault)),
        };
        if !matches!(row, Some(Ok(_))) {
            self.end();
        }
        Poll::Ready(row)
    }

    async fn next(&mut self) -> Option<Row> {
        poll_fn(|cx| self.poll_row(cx)).await
    }

    /// Waits for all rows.
    ///
    /// # Errors
    ///
    /// Returns a fault if the rows end with one, or are longer than `max` bytes.
    pub(crate) async fn collect(mut self, max: usize) -> Result<Vec<String>, Fault> {
        let (mut rows, mut bytes) = (Vec::new(), 0);
        while let Some(row) = self.next().await {
            let row = row.map_err(|fault| rows_broke_off(&self.method, fault))?;
            bytes += row.len();
            if bytes > max {
                return Err(rows_too_large(max));
            }
            rows.push(row);
        }
        Ok(rows)
    }

    pub(crate) fn method(&self) -> &str {
        &self.method
    }

    pub(crate) const fn context(&self) -> &RequestContext {
        &self.context
    }

    /// Drops what the method still holds, in its context, as if the method itself had dropped it.
    fn end(&mut self) {
        if let Some(rows) = self.rest.take() {
            let _ = catch_panic(&self.method, || self.context.clone().scope(|| drop(rows)));
        }
        self.turn = None;
    }
}

impl Drop for RowStream {
    fn drop(&mut self) {
        self.end();
    }
}

impl fmt::Debug for RowStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RowStream").field("method", &self.method).finish_non_exhaustive()
    }
}

/// Writes each row of a stream.
struct EncodedRows<S> {
    rows: Pin<Box<S>>,
    options: Options,
    method: String,
}

impl<S, T> Stream for EncodedRows<S>
where
    S: Stream<Item = Result<T, Fault>>,
    T: Serialize,
{
    type Item = Row;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Row>> {
        let row = self.rows.as_mut().poll_next(cx);
        row.map(|row| {
            row.map(|row| {
                let encode = |row: T| self.options.to_string(&row);
                let cannot_encode = |error| crate::faults::cannot_encode_result(&self.method, error);
                row.and_then(|row| encode(row).map_err(cannot_encode))
            })
        })
    }
}
