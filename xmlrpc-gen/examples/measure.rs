//! Measures what is generated from folders of recordings: one line of JSON for each.
//!
//!     cargo run -p xmlrpc-gen --example measure -- FOLDER…

use std::{error::Error, path::PathBuf};
use xmlrpc_gen::{Contract, Wishes, infer, measure, source::recordings};

fn main() -> Result<(), Box<dyn Error>> {
    for folder in std::env::args().skip(1).map(PathBuf::from) {
        let mut skipped = Vec::new();
        let learned =
            recordings::contract(std::slice::from_ref(&folder), &Contract::default(), &mut skipped)?;
        let contract = infer(&learned, &Contract::default(), &Wishes::default());
        let measure = measure(&contract);
        let line = serde_json::json!({
            "folder": folder,
            "methods": contract.methods.len(),
            "skipped": skipped.len(),
            "leaves": measure.leaves,
            "concrete_leaves": measure.concrete_leaves,
            "results": measure.results,
            "concrete_results": measure.concrete_results,
            "echoes": measure.echoes,
            "unknown": measure.unknown,
            "needless_options": measure.needless_options,
        });
        println!("{line}");
    }
    Ok(())
}
