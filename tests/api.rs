//! `#[xmlrpc::api]`: one trait, every use of it.
mod api {
    mod attributes;
    mod contract;
    mod fault_codes;
    mod four_implementations;
    mod generics;
    mod support;
}
