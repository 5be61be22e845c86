//! Typed XML-RPC APIs, generated from what a server says of itself and from recordings of its traffic.
//!
//! The result is one file with an `#[xmlrpc::api]` trait for each namespace, and the structs, maps, tuples
//! and faults that its methods take and give. A person owns that file: it is written once, can be edited, and
//! can be generated again with more traffic without losing an edit.
//!
//! ```
//! use xmlrpc_gen::{Output, Wishes, infer, source::recordings};
//! # let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/systems/recorded/supervisord").into();
//!
//! let mut skipped = Vec::new();
//! let learned = recordings::contract(&[folder], &Default::default(), &mut skipped)?;
//! let contract = infer(&learned, &Default::default(), &Wishes::default());
//! let source = Output::new("supervisord").render(&contract, &Wishes::default());
//! assert!(source.contains("async fn get_state(&self) -> Result<State, SupervisorFault>;"));
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! [`Project`] does the whole work on files: it reads what was learned before, keeps what a person edited,
//! and writes the source, its memory and the test that proves it.
//!
//! # Parts
//!
//! | part | what it does |
//! |---|---|
//! | [`source`] | learns contracts from servers and recordings |
//! | [`merge`] | puts contracts of one API together |
//! | [`infer`] | turns evidence into types |
//! | [`Output`] | writes a contract as Rust |
//! | [`Project`] | keeps files up to date, with edits by hand |
//! | [`diff`], [`verify`] | compare contracts, and a contract with a server |
//! | [`to_json`], [`from_json`], [`SCHEMA`] | the neutral form of contracts |

mod diff;
mod evidence;
mod infer;
mod json;
mod measure;
mod merge;
mod name;
mod output;
mod project;
pub mod source;
mod verify;
mod wishes;

pub use diff::{Change, ChangeKind, Diff, diff};
pub use infer::infer;
pub use json::{SCHEMA, from_json, to_json};
pub use measure::{Measure, measure};
pub use merge::merge;
pub use output::Output;
pub use project::{GenerateReport, Project, ProjectError};
pub use verify::verify;
pub use wishes::{BadWishes, Wishes};
pub use xmlrpc_client::contract::{
    self, Contract, FaultCode, Field, KnownEnvelope, Leading, LearnedFrom, Method, Nothing, Overload, Param,
    Struct, Type,
};

/// The part of a method's name in front of its first dot.
fn namespace(method: &str) -> &str {
    method.split_once('.').map_or("", |(namespace, _)| namespace)
}
