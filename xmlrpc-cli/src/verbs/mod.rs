//! The verbs, one file each. A verb has a struct of its options and arguments, and a function `run`.

pub mod batch;
pub mod call;
pub mod complete;
pub mod completions;
pub mod decode;
pub mod describe;
pub mod doctor;
pub mod encode;
pub mod r#gen;
pub(crate) mod introspection;
pub mod man;
pub mod methods;
pub mod proxy;
pub mod repl;
pub mod serve;
pub mod target;
pub mod watch;
