//! Measures the crates of this workspace and other libraries: instructions, allocations and time.
//!
//! `run.sh` measures everything and writes `RESULTS.md`. `check.sh` compares instructions and allocations
//! with `baseline.json`.

pub mod callgrind;
pub mod case;
pub mod count;
pub mod data;
pub mod documents;
pub mod growth;
pub mod growth_rate;
pub mod heap;
#[cfg(feature = "http")]
pub mod http;
pub mod json;
pub mod markdown;
pub mod markup;
pub mod measurement;
pub mod names;
pub mod ours;
#[cfg(feature = "peers")]
pub mod peers;
pub mod sizes;
pub mod targets;

pub use case::Case;

/// Every case of every library that is compiled in.
#[must_use]
pub fn cases(documents: &documents::Documents) -> Vec<Case> {
    let mut cases = ours::cases(documents);
    cases.extend(json::cases(documents));
    #[cfg(feature = "peers")]
    {
        cases.extend(peers::dxr::cases(documents));
        cases.extend(peers::serde_xmlrpc::cases(documents));
        cases.extend(peers::xmlrpc::cases(documents));
        cases.extend(peers::floor::cases(documents));
    }
    cases
}
