//! `Function`: Rust functions and closures as methods.
use crate::{
    RequestContext, UncheckedRequest,
    handler::Handler,
    wire_type::{result_wire_type, wire_type},
};
use serde_core::{Serialize, de::DeserializeOwned};
use std::{future::ready, marker::PhantomData, sync::Arc};
use xmlrpc_serde::Fault;

/// A function or closure that a [`Router`](crate::Router) can serve.
///
/// * 0 to 16 parameters, each `DeserializeOwned`, and before them, if wanted, a [`RequestContext`];
/// * `async`, or plain: then it may block, and runs on a thread of its own;
/// * the result is `Result<T, E>` where `T: Serialize` and `E: Into<Fault>`;
/// * parameters at the end that are an `Option` may be left off.
///
/// `Kind` tells the compiler which of these a function is; it is always inferred.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be served as a method",
    label = "not a function of 0 to 16 owned parameters that returns `Result<T, {E}>`",
    note = "parameters must be `DeserializeOwned` (and have their types written out in a closure), the result `Serialize`",
    note = "the error of `Router::function` is `Fault`; `Router::function_with_error` takes any `E: Into<Fault>`"
)]
pub trait Function<Kind, E>: Send + Sync + 'static {
    /// Takes the types away.
    #[doc(hidden)]
    fn into_untyped(self) -> UntypedFunction;
}

/// A function without its types.
#[doc(hidden)]
#[derive(Debug)]
pub struct UntypedFunction {
    pub(crate) handler: Handler,
    pub(crate) signature: fn() -> Vec<&'static str>,
}

/// The kind of `async` functions with the given parameters.
#[derive(Debug)]
pub struct Async<P>(PhantomData<P>);
/// The kind of plain functions with the given parameters.
#[derive(Debug)]
pub struct Blocking<P>(PhantomData<P>);
/// The kind of functions that take a [`RequestContext`] first.
#[derive(Debug)]
pub struct WithContext<K>(PhantomData<K>);

macro_rules! function {
    ($count:literal; $($type:ident $param:ident),*) => {
        function!(@ Async<($($type,)*)>, (); $count; $($type $param),*);
        function!(@ WithContext<Async<($($type,)*)>>, (RequestContext); $count; $($type $param),*);
        function!(! Blocking<($($type,)*)>, (); $count; $($type $param),*);
        function!(! WithContext<Blocking<($($type,)*)>>, (RequestContext); $count; $($type $param),*);
    };
    (@ $kind:ty, ($($context:ident)?); $count:literal; $($type:ident $param:ident),*) => {
        impl<Run, Fut, Out, E, $($type),*> Function<$kind, E> for Run
        where
            Run: Fn($($context,)? $($type),*) -> Fut + Send + Sync + 'static,
            Fut: Future<Output = Result<Out, E>> + Send + 'static,
            Out: Serialize + 'static,
            E: Into<Fault>,
            $($type: DeserializeOwned,)*
        {
            fn into_untyped(self) -> UntypedFunction {
                let handler = Handler::Async(Arc::new(move |request: UncheckedRequest| {
                    match function!(call self, request, ($($context)?), $count, $($type $param),*) {
                        Ok(result) => Box::pin(async move {
                            request.reply(&result.await.map_err(Into::into)?)
                        }),
                        Err(fault) => Box::pin(ready(Err(fault))),
                    }
                }));
                UntypedFunction { handler, signature: || vec![result_wire_type::<Out>(), $(wire_type::<$type>()),*] }
            }
        }
    };
    (! $kind:ty, ($($context:ident)?); $count:literal; $($type:ident $param:ident),*) => {
        impl<Run, Out, E, $($type),*> Function<$kind, E> for Run
        where
            Run: Fn($($context,)? $($type),*) -> Result<Out, E> + Send + Sync + 'static,
            Out: Serialize + 'static,
            E: Into<Fault>,
            $($type: DeserializeOwned,)*
        {
            fn into_untyped(self) -> UntypedFunction {
                let handler = Handler::Blocking(Arc::new(move |request: UncheckedRequest| {
                    let result = function!(call self, request, ($($context)?), $count, $($type $param),*)?;
                    request.reply(&result.map_err(Into::into)?)
                }));
                UntypedFunction { handler, signature: || vec![result_wire_type::<Out>(), $(wire_type::<$type>()),*] }
            }
        }
    };
    (call $run:ident, $request:ident, ($($context:ident)?), $count:literal, $($type:ident $param:ident),*) => {
        $request
            .read(&[], 0..=$count, |_params| {
                $(let $param: $type = _params.required_or_absent()?;)*
                Ok(($($param,)*))
            })
            .map(|($($param,)*)| $run($($context::clone($request.context()),)? $($param),*))
    };
}

function!(0;);
function!(1; A a);
function!(2; A a, B b);
function!(3; A a, B b, C c);
function!(4; A a, B b, C c, D d);
function!(5; A a, B b, C c, D d, F f);
function!(6; A a, B b, C c, D d, F f, G g);
function!(7; A a, B b, C c, D d, F f, G g, H h);
function!(8; A a, B b, C c, D d, F f, G g, H h, I i);
function!(9; A a, B b, C c, D d, F f, G g, H h, I i, J j);
function!(10; A a, B b, C c, D d, F f, G g, H h, I i, J j, K k);
function!(11; A a, B b, C c, D d, F f, G g, H h, I i, J j, K k, L l);
function!(12; A a, B b, C c, D d, F f, G g, H h, I i, J j, K k, L l, M m);
function!(13; A a, B b, C c, D d, F f, G g, H h, I i, J j, K k, L l, M m, N n);
function!(14; A a, B b, C c, D d, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o);
function!(15; A a, B b, C c, D d, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o, P p);
function!(16; A a, B b, C c, D d, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o, P p, Q q);
