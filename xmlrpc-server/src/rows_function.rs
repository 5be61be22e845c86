//! `RowsFunction`: Rust functions that return a stream of rows, as methods.
use crate::{
    Reply, RequestContext, UncheckedRequest,
    function::{Async, UntypedFunction, WithContext, for_each_param_list, optional, read_and_call},
    handler::Handler,
    params::may_be_absent,
    reply::{Answer, ReplyForm},
    row_stream::RowStream,
    wire_type::wire_type,
};
use futures_core::Stream;
use serde_core::{Serialize, de::DeserializeOwned};
use std::{future::ready, sync::Arc};
use xmlrpc_serde::Fault;

/// A Rust function or closure that [`Router::rows`](crate::Router::rows) can serve as a method: it takes the
/// parameters, and returns a [`Stream`] of rows.
///
/// The parameters are those of a [`Function`](crate::Function): 0 to 16 that are `DeserializeOwned`, with a
/// [`RequestContext`] in front if the function wants it. The function itself is not async. What it must wait
/// for, it waits for in the stream.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be served as a method that returns rows",
    label = "expected a function of 0 to 16 owned parameters that returns `impl Stream<Item = Result<T, Fault>>`",
    note = "each parameter must be `DeserializeOwned`; a closure must name their types",
    note = "each row must be `Serialize`, and the stream must be `Send` and `'static`"
)]
pub trait RowsFunction<Kind>: Send + Sync + 'static {
    /// Turns the function into a handler, which has no types.
    #[doc(hidden)]
    fn into_untyped(self) -> UntypedFunction;
}

/// Waits for the first row, and makes the reply of it and those that follow.
async fn answer<S, T>(request: UncheckedRequest, rows: S) -> Answer
where
    S: Stream<Item = Result<T, Fault>> + Send + 'static,
    T: Serialize,
{
    let encoder = request.encoder();
    let mut rows = RowStream::new(request.method(), request.context().clone(), rows, encoder.options());
    rows.begin().await?;
    match request.reply_form() {
        ReplyForm::Document => Ok(Reply::from_rows(rows)),
        ReplyForm::Element => Ok(Reply::from_elements(&rows.collect(encoder.max_bytes()).await?)),
    }
}

macro_rules! impl_rows_function {
    ($count:literal; $($type:ident $param:ident),*) => {
        impl_kind!(Async<($($type,)*)>, context(), $count, $($type $param),*);
        impl_kind!(WithContext<Async<($($type,)*)>>, context(RequestContext), $count, $($type $param),*);
    };
}

/// Implements [`RowsFunction`] for functions of one kind.
macro_rules! impl_kind {
    ($kind:ty, context($($context:ident)?), $count:literal, $($type:ident $param:ident),*) => {
        impl<Run, Rows, Row, $($type),*> RowsFunction<$kind> for Run
        where
            Run: Fn($($context,)? $($type),*) -> Rows + Send + Sync + 'static,
            Rows: Stream<Item = Result<Row, Fault>> + Send + 'static,
            Row: Serialize + 'static,
            $($type: DeserializeOwned,)*
        {
            fn into_untyped(self) -> UntypedFunction {
                let handler = Handler::Async(Arc::new(move |request: UncheckedRequest| {
                    match read_and_call!(self, request, context($($context)?), $count, $($type $param),*) {
                        Ok(rows) => Box::pin(answer(request, rows)),
                        Err(fault) => Box::pin(ready(Err(fault))),
                    }
                }));
                let signature = || vec!["array", $(wire_type::<$type>()),*];
                UntypedFunction { handler, signature, optional: optional!($($type),*) }
            }
        }
    };
}

for_each_param_list!(impl_rows_function);
