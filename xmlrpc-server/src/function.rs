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

/// The lists of parameters, with their lengths.
macro_rules! for_each_param_list {
    ($each:ident) => {
        $each!(0;);
        $each!(1; T1 t1);
        $each!(2; T1 t1, T2 t2);
        $each!(3; T1 t1, T2 t2, T3 t3);
        $each!(4; T1 t1, T2 t2, T3 t3, T4 t4);
        $each!(5; T1 t1, T2 t2, T3 t3, T4 t4, T5 t5);
        $each!(6; T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6);
        $each!(7; T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7);
        $each!(8; T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8);
        $each!(9; T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9);
        $each!(10; T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10);
        $each!(11; T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11);
        $each!(12; T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11, T12 t12);
        $each!(13; T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11, T12 t12, T13 t13);
        $each!(14; T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11, T12 t12, T13 t13, T14 t14);
        $each!(15; T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11, T12 t12, T13 t13, T14 t14, T15 t15);
        $each!(16; T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11, T12 t12, T13 t13, T14 t14, T15 t15, T16 t16);
    };
}

/// The four kinds of functions with one list of parameters.
macro_rules! impl_function {
    ($count:literal; $($type:ident $param:ident),*) => {
        impl_async!(Async<($($type,)*)>, context(), $count, $($type $param),*);
        impl_async!(WithContext<Async<($($type,)*)>>, context(RequestContext), $count, $($type $param),*);
        impl_blocking!(Blocking<($($type,)*)>, context(), $count, $($type $param),*);
        impl_blocking!(WithContext<Blocking<($($type,)*)>>, context(RequestContext), $count, $($type $param),*);
    };
}

macro_rules! impl_async {
    ($kind:ty, context($($context:ident)?), $count:literal, $($type:ident $param:ident),*) => {
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
                    match read_and_call!(self, request, context($($context)?), $count, $($type $param),*) {
                        Ok(result) => Box::pin(async move {
                            request.reply(&result.await.map_err(Into::into)?)
                        }),
                        Err(fault) => Box::pin(ready(Err(fault))),
                    }
                }));
                UntypedFunction { handler, signature: signature!(Out, $($type),*) }
            }
        }
    };
}

macro_rules! impl_blocking {
    ($kind:ty, context($($context:ident)?), $count:literal, $($type:ident $param:ident),*) => {
        impl<Run, Out, E, $($type),*> Function<$kind, E> for Run
        where
            Run: Fn($($context,)? $($type),*) -> Result<Out, E> + Send + Sync + 'static,
            Out: Serialize + 'static,
            E: Into<Fault>,
            $($type: DeserializeOwned,)*
        {
            fn into_untyped(self) -> UntypedFunction {
                let handler = Handler::Blocking(Arc::new(move |request: UncheckedRequest| {
                    let result = read_and_call!(self, request, context($($context)?), $count, $($type $param),*)?;
                    request.reply(&result.map_err(Into::into)?)
                }));
                UntypedFunction { handler, signature: signature!(Out, $($type),*) }
            }
        }
    };
}

/// What the function gives, or the fault for parameters that do not fit it.
macro_rules! read_and_call {
    ($run:ident, $request:ident, context($($context:ident)?), $count:literal, $($type:ident $param:ident),*) => {
        $request
            .read_params(&[], 0..=$count, |_params| {
                $(let $param: $type = _params.required_or_absent()?;)*
                Ok(($($param,)*))
            })
            .map(|($($param,)*)| $run($($context::clone($request.context()),)? $($param),*))
    };
}

macro_rules! signature {
    ($result:ident, $($type:ident),*) => {
        || vec![result_wire_type::<$result>(), $(wire_type::<$type>()),*]
    };
}

for_each_param_list!(impl_function);
