//! `Project`: the files of a generated API, kept up to date.

use crate::{
    BadWishes, Contract, Diff, Output, Wishes, infer, json, merge,
    output::{
        items::{self, Item},
        proof,
    },
    verify,
};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, fs, io,
    path::{Component, Path, PathBuf, absolute},
};

/// The key of the proof among the items that were written.
const PROOF: &str = "proof";

/// The files of a generated API. For `src/api.rs` they are:
///
/// | file | what it is |
/// |---|---|
/// | `src/api.rs` | the source; a person may edit it |
/// | `src/api.contract.json` | the contract with its evidence, and what was written of it |
/// | `src/api.gen.toml` | what a person wishes otherwise; never written |
/// | `tests/api_recorded.rs` | the proof, if there are recordings |
#[derive(Clone, Debug)]
pub struct Project {
    output: PathBuf,
    stem: String,
    root: PathBuf,
}

/// What a run did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct GenerateReport {
    /// The files that were written.
    pub written: Vec<PathBuf>,
    /// The items that were edited by hand, and left as they are.
    pub edited: Vec<String>,
    /// The items that were deleted by hand, and not written again.
    pub deleted: Vec<String>,
    /// The wishes that nothing answers to.
    pub unmet: Vec<String>,
}

/// Why nothing was written.
#[derive(Debug)]
#[non_exhaustive]
pub enum ProjectError {
    /// The output is not a file `NAME.rs`.
    NotRust(PathBuf),
    /// The output exists, and nothing is known of how it came about.
    Foreign(PathBuf),
    /// The output is not Rust any more, so that edits in it cannot be found.
    Unreadable(PathBuf, syn::Error),
    /// The memory is not a contract.
    Memory(PathBuf, serde_json::Error),
    /// The wishes cannot be read.
    Wishes(PathBuf, BadWishes),
    /// A file cannot be read or written.
    Io(PathBuf, io::Error),
}

impl fmt::Display for ProjectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRust(path) => write!(f, "the output {} does not end in .rs", path.display()),
            Self::Foreign(path) => write!(
                f,
                "{} exists and was not generated, or its contract is missing: move it away, or use force",
                path.display()
            ),
            Self::Unreadable(path, error) => {
                write!(f, "{} is not Rust, so that edits in it cannot be kept: {error}", path.display())
            }
            Self::Memory(path, error) => write!(f, "{} is not a contract: {error}", path.display()),
            Self::Wishes(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for ProjectError {}

/// The contract, and what was written of it.
#[derive(Default, Serialize, Deserialize)]
struct Memory {
    #[serde(flatten)]
    contract: Contract,
    #[serde(default)]
    generated: Generated,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Generated {
    /// A hash of each item as it was written.
    items: BTreeMap<String, String>,
    /// Where the recordings are, from the root of the crate.
    recordings: BTreeSet<String>,
}

impl Project {
    /// The files around an output, which is called `NAME.rs`.
    ///
    /// # Errors
    /// If it is called otherwise, or the working directory is not known.
    pub fn new(output: impl AsRef<Path>) -> Result<Self, ProjectError> {
        let output = output.as_ref();
        let output = absolute(output).map_err(|error| ProjectError::Io(output.to_owned(), error))?;
        let stem = output.file_stem().and_then(|stem| stem.to_str()).filter(|stem| !stem.is_empty());
        let stem = match (stem, output.extension()) {
            (Some(stem), Some(extension)) if extension == "rs" => stem.to_owned(),
            _ => return Err(ProjectError::NotRust(output)),
        };
        let folders = || output.ancestors().skip(1);
        let root = folders()
            .find(|folder| folder.join("Cargo.toml").exists())
            .or_else(|| folders().next())
            .unwrap_or(&output)
            .to_owned();
        Ok(Self { output, stem, root })
    }

    /// The contract beside the output.
    #[must_use]
    pub fn contract_path(&self) -> PathBuf {
        self.output.with_file_name(format!("{}.contract.json", self.stem))
    }

    /// The wishes beside the output.
    #[must_use]
    pub fn wishes_path(&self) -> PathBuf {
        self.output.with_file_name(format!("{}.gen.toml", self.stem))
    }

    /// The test that proves the output.
    #[must_use]
    pub fn proof_path(&self) -> PathBuf {
        self.root.join("tests").join(format!("{}_recorded.rs", self.stem))
    }

    /// What is known from earlier runs.
    ///
    /// # Errors
    /// If the contract beside the output cannot be read.
    pub fn known(&self) -> Result<Contract, ProjectError> {
        Ok(self.memory()?.map(|memory| memory.contract).unwrap_or_default())
    }

    /// Compares a server with what is known of it.
    ///
    /// # Errors
    /// If there is no contract beside the output, or it cannot be read.
    pub fn check(&self, learned: &Contract) -> Result<Diff, ProjectError> {
        let known = self.memory()?.ok_or_else(|| ProjectError::Foreign(self.output.clone()))?.contract;
        let mut seen = learned.clone();
        // What only names things, and is not in every recording.
        seen.leading.clone_from(&known.leading);
        Ok(verify(&known, &infer(&seen, &known, &Wishes::default())))
    }

    /// Adds what was learned, and writes the files. `recordings` are the folders that it was learned from.
    /// With `force`, an output that was not generated is overwritten, and so are edits.
    ///
    /// # Errors
    /// If a file cannot be read or written, or the output exists and was not generated. Nothing is lost then.
    pub fn generate(
        &self,
        learned: &Contract,
        recordings: &[PathBuf],
        force: bool,
    ) -> Result<GenerateReport, ProjectError> {
        let memory = self.memory()?;
        let existing = read(&self.output)?;
        if existing.is_some() && memory.is_none() && !force {
            return Err(ProjectError::Foreign(self.output.clone()));
        }
        let mut memory = memory.unwrap_or_default();
        let wishes = self.wishes()?;
        let mut merged = memory.contract.clone();
        merge(&mut merged, learned);
        let contract = infer(&merged, &memory.contract, &wishes);
        let mut outcome = GenerateReport { unmet: wishes.unmet(&contract), ..GenerateReport::default() };

        let fresh = Output::new(&self.stem).items(&contract, &wishes);
        let items = match existing.filter(|_| !force) {
            Some(source) => {
                let found = items::split(&source)
                    .map_err(|error| ProjectError::Unreadable(self.output.clone(), error))?;
                with_edits(found, &fresh, &memory.generated.items, &mut outcome)
            }
            None => fresh.clone(),
        };
        memory.generated.recordings.extend(recordings.iter().map(|folder| self.below_root(folder)));
        let proof = self.proof(&contract, &wishes, &memory.generated, force, &mut outcome)?;

        memory.generated.items = fresh.iter().map(|item| (item.key.clone(), item.hash())).collect();
        if let Some(proof) = &proof {
            memory.generated.items.insert(PROOF.to_owned(), proof.hash());
        }
        memory.contract = contract;
        write(&self.output, &items::file(&items), &mut outcome)?;
        if let Some(proof) = proof.filter(|_| !outcome.edited.iter().any(|item| item == PROOF)) {
            write(&self.proof_path(), &proof.text, &mut outcome)?;
        }
        write(&self.contract_path(), &json::to_text(&memory), &mut outcome)?;
        Ok(outcome)
    }

    fn memory(&self) -> Result<Option<Memory>, ProjectError> {
        let path = self.contract_path();
        let Some(text) = read(&path)? else { return Ok(None) };
        serde_json::from_str(&text).map(Some).map_err(|error| ProjectError::Memory(path, error))
    }

    fn wishes(&self) -> Result<Wishes, ProjectError> {
        let path = self.wishes_path();
        let Some(text) = read(&path)? else { return Ok(Wishes::default()) };
        Wishes::from_toml(&text).map_err(|error| ProjectError::Wishes(path, error))
    }

    /// The proof, if there are recordings.
    fn proof(
        &self,
        contract: &Contract,
        wishes: &Wishes,
        generated: &Generated,
        force: bool,
        outcome: &mut GenerateReport,
    ) -> Result<Option<Item>, ProjectError> {
        if generated.recordings.is_empty() {
            return Ok(None);
        }
        let folders: Vec<String> = generated.recordings.iter().cloned().collect();
        let module = relative(&self.root.join("tests"), &self.output);
        let text = proof(&self.stem, &module, &folders, contract, wishes);
        let proof = Item { key: PROOF.to_owned(), text };
        if let Some(text) = read(&self.proof_path())? {
            let found = Item { key: PROOF.to_owned(), text };
            let known = generated.items.get(PROOF).is_some_and(|hash| *hash == found.hash());
            if !known && !force && found.hash() != proof.hash() {
                outcome.edited.push(PROOF.to_owned());
            }
        }
        Ok(Some(proof))
    }

    /// The path of a folder as the proof finds it: from the root of the crate if it is in there.
    fn below_root(&self, folder: &Path) -> String {
        let folder = absolute(folder).unwrap_or_else(|_| folder.to_owned());
        if folder.starts_with(&self.root) { relative(&self.root, &folder) } else { slashed(&folder) }
    }
}

/// The items of a file after a run: what was edited or added by hand stays, and everything else is as it is
/// now.
fn with_edits(
    found: Vec<Item>,
    fresh: &[Item],
    written: &BTreeMap<String, String>,
    outcome: &mut GenerateReport,
) -> Vec<Item> {
    let by_key: BTreeMap<&str, &Item> = fresh.iter().map(|item| (&*item.key, item)).collect();
    let there: BTreeSet<String> = found.iter().map(|item| item.key.clone()).collect();
    let is_edited = |item: &Item| {
        let hash = item.hash();
        let as_written = written.get(&item.key).is_some_and(|written| *written == hash);
        let as_now = by_key.get(&*item.key).is_some_and(|fresh| fresh.hash() == hash);
        !as_written && !as_now
    };
    let by_hand =
        found.iter().any(is_edited) || written.keys().any(|key| key != PROOF && !there.contains(key));
    if !by_hand {
        return fresh.to_vec();
    }
    let mut items = Vec::new();
    let mut placed: BTreeSet<&str> = BTreeSet::new();
    for item in found {
        let now = by_key.get(&*item.key).copied().filter(|now| placed.insert(&*now.key));
        match (now, is_edited(&item)) {
            (Some(now), false) => items.push(now.clone()),
            // It was generated, and is not any more.
            (None, false) => {}
            (now, true) => {
                if now.is_some() || written.contains_key(&item.key) {
                    outcome.edited.push(item.key.clone());
                }
                items.push(item);
            }
        }
    }
    for (at, item) in fresh.iter().enumerate() {
        if placed.contains(&*item.key) {
            continue;
        }
        if written.contains_key(&item.key) {
            outcome.deleted.push(item.key.clone());
            continue;
        }
        let before = fresh[..at]
            .iter()
            .rev()
            .find_map(|before| items.iter().position(|known| known.key == before.key));
        items.insert(before.map_or(items.len(), |before| before + 1), item.clone());
    }
    items
}

fn read(path: &Path) -> Result<Option<String>, ProjectError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ProjectError::Io(path.to_owned(), error)),
    }
}

/// Writes a file if its content differs.
fn write(path: &Path, text: &str, outcome: &mut GenerateReport) -> Result<(), ProjectError> {
    if read(path)?.as_deref() == Some(text) {
        return Ok(());
    }
    let wrong = |error| ProjectError::Io(path.to_owned(), error);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(wrong)?;
    }
    fs::write(path, text).map_err(wrong)?;
    outcome.written.push(path.to_owned());
    Ok(())
}

/// The path from a folder to a file or folder, with slashes.
fn relative(from: &Path, to: &Path) -> String {
    let (from, to): (Vec<Component<'_>>, Vec<Component<'_>>) =
        (from.components().collect(), to.components().collect());
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut path = PathBuf::new();
    for _ in &from[common..] {
        path.push("..");
    }
    path.extend(&to[common..]);
    slashed(&path)
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
