//! Generated code means the same in any surroundings: without a prelude, among shadowed names, out of another
//! macro, and with another name for the crate.
//!
//! Most of this only has to compile. The parts that run show that no name of the user's meets one of the
//! macro's.
#![no_implicit_prelude]
#![deny(warnings, missing_docs, clippy::pedantic, clippy::allow_attributes_without_reason)]
#![expect(dead_code, reason = "most of this only has to compile, and nobody calls it")]

extern crate xmlrpc as renamed;

/// Short names that generated code could use. Here each means something else.
pub mod shadowed {
    #![expect(missing_docs, non_camel_case_types, clippy::pedantic, reason = "the names are what is tested")]

    pub struct Result;
    pub struct Option;
    pub struct Some;
    pub struct None;
    pub struct Ok;
    pub struct Err;
    pub struct String;
    pub struct Vec;
    pub struct Box;
    pub struct Arc;
    pub trait Future {}
    pub trait Send {}
    pub trait Sync {}
    pub trait Sized {}
    pub trait Clone {}
    pub trait Debug {}
    pub trait Into {}
    pub trait From {}
    pub trait Default {}
    pub trait Serialize {}
    pub trait Deserialize {}
    pub mod std {}
    pub mod core {}
    pub mod alloc {}
    pub mod serde {}
    pub mod xmlrpc {}
    pub struct bool;
    pub struct str;
    pub struct u64;
    /// The names of type parameters in generated code.
    #[derive(::serde::Serialize, ::serde::Deserialize)]
    pub struct C;
    #[derive(::serde::Serialize, ::serde::Deserialize)]
    pub struct S;
    #[derive(::serde::Serialize, ::serde::Deserialize)]
    pub struct T;
    #[derive(::serde::Serialize, ::serde::Deserialize)]
    pub struct D;

    #[::xmlrpc::api(server)]
    pub trait Names {
        async fn types(
            &self,
            c: C,
            s: &S,
            t: ::core::option::Option<&T>,
            d: D,
        ) -> ::xmlrpc::Result<(C, S, T, D)>;
        #[xmlrpc(params = "struct")]
        async fn by_name(
            &self,
            c: C,
            #[xmlrpc(optional)] s: ::core::option::Option<S>,
        ) -> ::xmlrpc::Result<T>;
        #[xmlrpc(with = "self::unit")]
        async fn with(&self, #[xmlrpc(with = "self::unit")] s: S) -> ::xmlrpc::Result<S>;
    }

    /// A module in serde's style.
    pub mod unit {
        use ::serde::{Deserialize, Deserializer, Serialize, Serializer};
        pub fn serialize<S: Serializer>(
            value: &super::S,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            Serialize::serialize(value, serializer)
        }
        pub fn deserialize<'de, D: Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<super::S, D::Error> {
            Deserialize::deserialize(deserializer)
        }
    }

    #[derive(::core::fmt::Debug, ::xmlrpc::FaultCode)]
    pub enum Failure {
        #[xmlrpc(code = 1)]
        One,
        #[xmlrpc(code = 2)]
        Two(::std::string::String),
        #[xmlrpc(other)]
        Other(::xmlrpc::Error),
    }
}

/// Parameters with the names that generated code uses itself.
#[::renamed::api(crate = ::renamed, server)]
pub trait Locals {
    /// Parameters by position.
    #[expect(clippy::too_many_arguments, reason = "one for each name")]
    async fn all(
        &self,
        service: i32,
        request: i32,
        params: i32,
        methods: i32,
        result: i32,
        value: i32,
        error: i32,
        caller: i32,
        future: i32,
        serializer: i32,
        method: i32,
        owned: &i32,
    ) -> ::renamed::Result<i32>;
    /// Parameters by name, some with raw identifiers.
    #[xmlrpc(params = "struct")]
    async fn raw(
        &self,
        r#type: i32,
        r#fn: i32,
        params: i32,
        request: i32,
        service: i32,
    ) -> ::renamed::Result<i32>;
}

struct Adds;

impl Locals for Adds {
    async fn all(
        &self,
        service: i32,
        request: i32,
        params: i32,
        methods: i32,
        result: i32,
        value: i32,
        error: i32,
        caller: i32,
        future: i32,
        serializer: i32,
        method: i32,
        owned: &i32,
    ) -> ::renamed::Result<i32> {
        ::std::result::Result::Ok(
            service
                + request
                + params
                + methods
                + result
                + value
                + error
                + caller
                + future
                + serializer
                + method
                + *owned,
        )
    }
    async fn raw(
        &self,
        r#type: i32,
        r#fn: i32,
        params: i32,
        request: i32,
        service: i32,
    ) -> ::renamed::Result<i32> {
        ::std::result::Result::Ok(r#type + r#fn + params + request + service)
    }
}

#[test]
fn no_parameter_meets_a_variable_of_generated_code() {
    let router = ::renamed::server::Router::new().service(LocalsServer::new(Adds));
    let client = LocalsClient::new(router.blocking_client());
    let all = client.all(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, &12);
    ::std::assert!(::std::matches!(all, ::std::result::Result::Ok(78)));
    let raw = client.raw(1, 2, 3, 4, 5);
    ::std::assert!(::std::matches!(raw, ::std::result::Result::Ok(15)));
}

macro_rules! api_in_a_macro {
    ($name:ident, $client:ident, $prefix:literal, $method:ident, $ty:ty, $krate:path, $yours:ident) => {
        /// A trait that a macro makes.
        #[::renamed::api(prefix = $prefix, client = $client, crate = $krate, server)]
        pub trait $name {
            /// The name of one parameter comes from the macro, that of the other from its caller.
            fn $method(&self, mine: i32, $yours: $ty) -> ::renamed::Result<$ty>;
        }
    };
}
api_in_a_macro!(Made, MadeClient, "made.", add, i32, ::renamed, yours);

struct AddsAgain;
impl Made for AddsAgain {
    fn add(&self, ours: i32, mine: i32) -> ::renamed::Result<i32> {
        ::std::result::Result::Ok(ours * 10 + mine)
    }
}

#[test]
fn a_trait_may_come_out_of_a_macro() {
    fn inside() -> i32 {
        /// A private trait in the body of a function.
        #[::renamed::api(crate = ::renamed, prefix = "made.")]
        trait Inside {
            /// The method that `Made` serves.
            fn add(&self, a: i32, b: i32) -> ::renamed::Result<i32>;
        }
        let router = ::renamed::server::Router::new().service(MadeServer::new(AddsAgain));
        let client = InsideClient::new(router.blocking_client());
        ::std::result::Result::unwrap(Inside::add(&client, 1, 2))
    }
    ::std::assert_eq!(inside(), 12);
}

/// A deprecated trait with deprecated and conditional methods.
#[::renamed::api(crate = ::renamed, server)]
#[deprecated = "use another"]
pub trait Old {
    /// A deprecated method.
    #[deprecated]
    #[must_use]
    async fn gone(&self) -> ::renamed::Result<i32>;
    /// A method that is never compiled.
    #[cfg(any())]
    async fn nowhere(&self, what: NoSuchType) -> NoSuchType;
    /// A method under a condition that holds.
    #[cfg_attr(all(), cfg(all()), must_use)]
    async fn conditional(&self) -> ::renamed::Result<i32>;
}

/// A trait that is never compiled.
#[::renamed::api(crate = ::renamed, server)]
#[cfg(any())]
pub trait Nowhere {
    async fn nowhere(&self, what: NoSuchType) -> NoSuchType;
}

pub(crate) mod visible {
    //! Generated items have the visibility of the trait.

    /// A trait that is visible in this module.
    #[::renamed::api(crate = ::renamed, server)]
    pub(in crate::visible) trait Near {
        /// A method without parameters.
        async fn near(&self) -> ::renamed::Result<()>;
    }

    fn used(client: &NearClient<::renamed::Client>) -> &impl Near {
        client
    }
}
