//! `Function`: Rust functions and closures as methods.
use crate::{
    RequestContext, UncheckedRequest,
    handler::Handler,
    params::may_be_absent,
    wire_type::{result_wire_type, wire_type},
};
use serde_core::{Serialize, de::DeserializeOwned};
use std::{future::ready, marker::PhantomData, sync::Arc};
use xmlrpc_serde::Fault;

/// A Rust function or closure that a [`Router`](crate::Router) can serve as a method.
///
/// The trait is implemented for functions of this shape:
///
/// * They take 0 to 16 parameters. Each parameter is `DeserializeOwned`, so it owns its content: `String`,
///   not `&str`.
/// * In front of these they may take a [`RequestContext`], which the caller does not send.
/// * They are `async`, or plain. A plain function may block: it runs on one of tokio's threads for blocking
///   work.
/// * They return `Result<T, E>` with `T: Serialize + 'static` and `E: Into<Fault>`.
///
/// A caller may leave off parameters at the end that are an `Option`; the function gets `None` for them.
///
/// ```
/// # mod xmlrpc { pub use xmlrpc_serde::Fault; pub use xmlrpc_server as server; }
/// use xmlrpc::{Fault, server::{RequestContext, Router}};
///
/// /// Plain, so it may block.
/// fn read(path: String) -> Result<String, Fault> {
///     std::fs::read_to_string(path).map_err(|error| Fault::new(1, error.to_string()))
/// }
///
/// async fn greet(context: RequestContext, greeting: Option<String>) -> Result<String, Fault> {
///     let greeting = greeting.unwrap_or_else(|| "hello".to_owned());
///     Ok(format!("{greeting}, {}", context.user().unwrap_or("stranger")))
/// }
///
/// let router = Router::new()
///     .function("read", read)
///     .function("greet", greet)
///     .function("add", |a: i32, b: i32| async move { Ok(a + b) });
/// ```
///
/// # Why the trait has type parameters
///
/// They never appear in your code, but they appear in error messages.
///
/// A trait without parameters could not be implemented for functions of one parameter and for functions of
/// two: the compiler must assume that some type is both. `Kind` makes these implementations of different
/// traits. It is the shape of the function, for example `Async<(i32, i32)>` or
/// `WithContext<Blocking<(String,)>>`, and the compiler infers it from the function.
///
/// `E` is the type of the error. [`Router::function`](crate::Router::function) fixes it to [`Fault`], because
/// in a closure that only says `Ok(…)` nothing else would determine it.
///
/// # When a function is refused
///
/// | the compiler says | what to do |
/// |---|---|
/// | type annotations needed, at a parameter of a closure | write its type: `\|a: i32\|` |
/// | type annotations needed, at `Ok`, `Err` or `None` | name the type there: `Ok(None::<i32>)`, `Ok::<_, MyError>(a)` |
/// | type annotations needed, at the name of a generic function | name its types: `echo::<String>` |
/// | implementation of `Deserialize` is not general enough | own the parameter: `String` for `&str`, `Vec<T>` for `&[T]` |
/// | future cannot be sent between threads safely | drop what is not `Send` before the next `.await` |
/// | cannot be served as a method | look for another error type than `Fault` (use [`function_with_error`]), a result that is not a `Result`, a type without `Serialize` or `Deserialize`, more than 16 parameters |
///
/// [`function_with_error`]: crate::Router::function_with_error
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be served as a method",
    label = "expected a function of 0 to 16 owned parameters that returns `Result<T, {E}>`",
    note = "each parameter must be `DeserializeOwned`; a closure must name their types",
    note = "the result must be `Serialize`",
    note = "the error of `Router::function` is `Fault`; `Router::function_with_error` takes any `E: Into<Fault>`"
)]
pub trait Function<Kind, E>: Send + Sync + 'static {
    /// Turns the function into a handler, which has no types.
    #[doc(hidden)]
    fn into_untyped(self) -> UntypedFunction;
}

/// A function without its types.
#[doc(hidden)]
#[derive(Debug)]
pub struct UntypedFunction {
    pub(crate) handler: Handler,
    pub(crate) signature: fn() -> Vec<&'static str>,
    pub(crate) optional: fn() -> usize,
}

/// The kind of `async` functions whose parameters are the tuple `P`.
#[derive(Debug)]
pub struct Async<P>(PhantomData<P>);
/// The kind of plain functions whose parameters are the tuple `P`.
#[derive(Debug)]
pub struct Blocking<P>(PhantomData<P>);
/// The kind of functions that take a [`RequestContext`] in front of the parameters of the kind `K`.
#[derive(Debug)]
pub struct WithContext<K>(PhantomData<K>);

/// Calls a macro with each list of parameters: how many there are, then a type and a variable for each.
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
        $each!(13;
            T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11, T12 t12,
            T13 t13
        );
        $each!(14;
            T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11, T12 t12,
            T13 t13, T14 t14
        );
        $each!(15;
            T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11, T12 t12,
            T13 t13, T14 t14, T15 t15
        );
        $each!(16;
            T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11, T12 t12,
            T13 t13, T14 t14, T15 t15, T16 t16
        );
    };
}

/// Implements [`Function`] for the four kinds of functions with one list of parameters. `context(…)` is the
/// parameter in front of the list, if there is one.
macro_rules! impl_function {
    ($count:literal; $($type:ident $param:ident),*) => {
        impl_async!(Async<($($type,)*)>, context(), $count, $($type $param),*);
        impl_async!(WithContext<Async<($($type,)*)>>, context(RequestContext), $count, $($type $param),*);
        impl_blocking!(Blocking<($($type,)*)>, context(), $count, $($type $param),*);
        impl_blocking!(
            WithContext<Blocking<($($type,)*)>>, context(RequestContext), $count, $($type $param),*
        );
    };
}

/// Implements [`Function`] for async functions of one kind.
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
                let signature = signature!(Out, $($type),*);
                UntypedFunction { handler, signature, optional: optional!($($type),*) }
            }
        }
    };
}

/// Implements [`Function`] for plain functions of one kind.
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
                    let result =
                        read_and_call!(self, request, context($($context)?), $count, $($type $param),*);
                    request.reply(&result?.map_err(Into::into)?)
                }));
                let signature = signature!(Out, $($type),*);
                UntypedFunction { handler, signature, optional: optional!($($type),*) }
            }
        }
    };
}

/// Reads the parameters and calls the function with them. The result is what the function returns, or the
/// fault for parameters that do not fit.
macro_rules! read_and_call {
    (
        $run:ident, $request:ident, context($($context:ident)?), $count:literal, $($type:ident $param:ident),*
    ) => {
        $request
            .read_params(&[], 0..=$count, |_params| {
                $(let $param: $type = _params.required_or_absent()?;)*
                Ok(($($param,)*))
            })
            .map(|($($param,)*)| $run($($context::clone($request.context()),)? $($param),*))
    };
}

/// The XML-RPC types of the result and of the parameters, for `system.methodSignature`.
macro_rules! signature {
    ($result:ident, $($type:ident),*) => {
        || vec![result_wire_type::<$result>(), $(wire_type::<$type>()),*]
    };
}

/// How many of the last parameters may be left off.
macro_rules! optional {
    ($($type:ident),*) => {
        || {
            let absence: &[bool] = &[$(may_be_absent::<$type>()),*];
            absence.iter().rev().take_while(|may_be_absent| **may_be_absent).count()
        }
    };
}

for_each_param_list!(impl_function);

pub(crate) use {for_each_param_list, optional, read_and_call};
