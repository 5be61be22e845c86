//! `#[xmlrpc::api]` and `#[derive(FaultCode)]`, used as users do.
mod api {
    mod attributes;
    mod contract;
    mod fault_codes;
    mod four_implementations;
    mod gateways;
    mod generics;
    mod held_clients;
    mod masking;
    mod objects;
    mod rest;
    mod rows;
    mod served_envelopes;
    mod support;
}
