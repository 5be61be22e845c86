//! Generates an API from a server, from recordings, or from both.
//!
//!     cargo run -p xmlrpc-gen --example gen -- [URL] [--recorded FOLDER]… -o src/api.rs [--force]
//!     cargo run -p xmlrpc-gen --example gen -- [URL] [--recorded FOLDER]… --check src/api.rs
//!
//! With `--contract FILE` the contract is also written there, or read from there if nothing else is given.

use std::{error::Error, fs, path::PathBuf, process::ExitCode};
use xmlrpc_client::blocking::Client;
use xmlrpc_gen::{
    Contract, Project, from_json, merge,
    source::{Answers, answers_contract, recordings},
    to_json,
};

#[derive(Default)]
struct Arguments {
    url: Option<String>,
    recorded: Vec<PathBuf>,
    output: Option<PathBuf>,
    check: Option<PathBuf>,
    contract: Option<PathBuf>,
    force: bool,
}

impl Arguments {
    fn parse() -> Result<Self, Box<dyn Error>> {
        let mut arguments = Self::default();
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or(format!("{word} takes a value"));
            match &*word {
                "--recorded" => arguments.recorded.push(value()?.into()),
                "-o" | "--output" => arguments.output = Some(value()?.into()),
                "--check" => arguments.check = Some(value()?.into()),
                "--contract" => arguments.contract = Some(value()?.into()),
                "--force" => arguments.force = true,
                _ if word.starts_with('-') => return Err(format!("unknown option {word}").into()),
                _ => arguments.url = Some(word),
            }
        }
        Ok(arguments)
    }
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments = Arguments::parse()?;
    let project = arguments.check.as_ref().or(arguments.output.as_ref()).map(Project::new).transpose()?;
    let known = project.as_ref().map(Project::known).transpose()?.unwrap_or_default();
    let learned = learn(&arguments, &known)?;
    if let Some(path) =
        arguments.contract.as_ref().filter(|_| arguments.url.is_some() || !arguments.recorded.is_empty())
    {
        let contract = xmlrpc_gen::infer(&learned, &known, &xmlrpc_gen::Wishes::default());
        fs::write(path, to_json(&contract))?;
    }
    let Some(project) = project else { return Ok(ExitCode::SUCCESS) };
    if arguments.check.is_some() {
        let diff = project.check(&learned)?;
        print!("{diff}");
        return Ok(if diff.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    let outcome = project.generate(&learned, &arguments.recorded, arguments.force)?;
    for path in outcome.written {
        eprintln!("wrote {}", path.display());
    }
    for item in outcome.edited {
        eprintln!("kept as edited by hand: {item}");
    }
    for item in outcome.deleted {
        eprintln!("not written again: {item}");
    }
    for wish in outcome.unmet {
        eprintln!("nothing answers to the wish for {wish}");
    }
    Ok(ExitCode::SUCCESS)
}

fn learn(arguments: &Arguments, known: &Contract) -> Result<Contract, Box<dyn Error>> {
    let mut learned = Contract::default();
    if let Some(url) = &arguments.url {
        let answers = Answers::ask(&Client::new(url)?)?;
        merge(&mut learned, &answers_contract(&answers));
    }
    if !arguments.recorded.is_empty() {
        let mut skipped = Vec::new();
        merge(&mut learned, &recordings::contract(&arguments.recorded, known, &mut skipped)?);
        for exchange in skipped {
            eprintln!("{exchange}");
        }
    }
    if arguments.url.is_none()
        && arguments.recorded.is_empty()
        && let Some(path) = &arguments.contract
    {
        merge(&mut learned, &from_json(&fs::read_to_string(path)?)?);
    }
    Ok(learned)
}
