//! The files of a project: written, written again, and edited in between.

mod support;

use std::{fs, path::PathBuf};
use support::{Exchange, Folder, good};
use xmlrpc_gen::{GenerateReport, Project, ProjectError, source::recordings};
use xmlrpc_serde::value;

struct Crate {
    folder: Folder,
    project: Project,
}

impl Crate {
    fn new() -> Self {
        let folder = Folder::new();
        fs::create_dir_all(folder.0.join("src")).expect("a folder");
        fs::write(folder.0.join("Cargo.toml"), "").expect("a file");
        let project = Project::new(folder.0.join("src/api.rs")).expect("a project");
        Self { folder, project }
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.0.join(file)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).expect(file)
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has no {from}:\n{text}");
        fs::write(self.path(file), text.replace(from, to)).expect(file);
    }

    fn record(&self, exchanges: &[Exchange]) {
        support::write(&self.path("recorded"), exchanges);
    }

    fn try_run(&self, force: bool) -> Result<GenerateReport, ProjectError> {
        let folders = [self.path("recorded")];
        let mut skipped = Vec::new();
        let known = self.project.known()?;
        let learned = recordings::contract(&folders, &known, &mut skipped).expect("a folder");
        self.project.generate(&learned, &folders, force)
    }

    fn run(&self) -> GenerateReport {
        self.try_run(false).expect("files")
    }
}

fn first() -> Vec<Exchange> {
    vec![
        good("box.getState", value!([]), value!({ "code": 1, "name": "on" })),
        good("box.getFile", value!(["a"]), value!({ "path": "a", "size": 1, "open": true })),
        good("net.count", value!([]), value!(3)),
    ]
}

fn more() -> Vec<Exchange> {
    vec![
        good("box.getState", value!([]), value!({ "code": 1, "name": "on", "since": 5 })),
        good("net.peers", value!([]), value!([{ "host": "a", "port": 1 }])),
    ]
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let api = Crate::new();
    api.record(&first());
    assert_eq!(api.run().written.len(), 3);
    let before = ["src/api.rs", "src/api.contract.json", "tests/api_recorded.rs"].map(|file| api.read(file));
    assert_eq!(api.run(), GenerateReport::default());
    let other = Crate::new();
    other.record(&first());
    other.run();
    let after = ["src/api.rs", "src/api.contract.json", "tests/api_recorded.rs"].map(|file| other.read(file));
    assert!(before == after);
}

#[test]
fn more_traffic_adds_to_what_is_there() {
    let api = Crate::new();
    api.record(&first());
    api.run();
    fs::remove_dir_all(api.path("recorded")).expect("a folder");
    api.record(&more());
    let outcome = api.run();
    assert!(outcome.edited.is_empty() && outcome.deleted.is_empty(), "{outcome:?}");
    let source = api.read("src/api.rs");
    for part in
        ["async fn get_file", "async fn peers", "async fn count", "pub since: Option<i32>", "pub code: i32"]
    {
        assert!(source.contains(part), "{part} is not in\n{source}");
    }
}

#[test]
fn an_edited_item_is_left_and_reported() {
    let api = Crate::new();
    api.record(&first());
    api.run();
    api.edit(
        "src/api.rs",
        "pub name: String,",
        "pub name: String,\n    // Mine.\n    #[serde(skip)]\n    pub mine: u8,",
    );
    api.record(&more());
    let outcome = api.run();
    assert_eq!(outcome.edited, ["struct State"]);
    let source = api.read("src/api.rs");
    assert!(source.contains("// Mine.\n    #[serde(skip)]\n    pub mine: u8,"), "{source}");
    assert!(!source.contains("pub since"), "the edited item is as it was");
    assert!(source.contains("async fn peers"), "everything else is new");
    // It stays so, and stays reported.
    assert_eq!(api.run().edited, ["struct State"]);
}

#[test]
fn what_is_added_or_deleted_by_hand_stays_so() {
    let api = Crate::new();
    api.record(&first());
    api.run();
    api.edit(
        "src/api.rs",
        "/// The methods `net.*`.",
        "/// Mine.\npub const MINE: u8 = 1;\n\n/// The methods `net.*`.",
    );
    fs::write(api.path("src/api.rs"), format!("{}\n// The end.\n", api.read("src/api.rs"))).expect("a file");
    let source = api.read("src/api.rs");
    let start = source.find("/// Part of `box.getFile()`.").expect("the struct");
    let end = source[start..].find("\n}\n").expect("its end") + start + 3;
    fs::write(api.path("src/api.rs"), format!("{}{}", &source[..start], &source[end..])).expect("a file");
    api.record(&more());
    let outcome = api.run();
    assert_eq!(outcome.deleted, ["struct File"]);
    let source = api.read("src/api.rs");
    assert!(source.contains("/// Mine.\npub const MINE: u8 = 1;"), "{source}");
    assert!(source.contains("// The end."), "{source}");
    assert!(!source.contains("struct File"), "{source}");
    assert!(source.contains("pub struct Peer"), "{source}");
}

#[test]
fn formatting_is_no_edit() {
    let api = Crate::new();
    api.record(&first());
    api.run();
    let formatted = std::process::Command::new("rustfmt")
        .args(["--edition", "2024", "--config", "max_width=70"])
        .arg(api.path("src/api.rs"))
        .status();
    if !formatted.is_ok_and(|status| status.success()) {
        // Without rustfmt there is nothing to see here.
        api.edit("src/api.rs", "pub code: i32,", "pub code:\n        i32,");
    }
    assert!(api.run().edited.is_empty());
}

#[test]
fn an_edited_proof_is_left_and_reported() {
    let api = Crate::new();
    api.record(&first());
    api.run();
    api.edit("tests/api_recorded.rs", "fn every_recording", "fn mine_every_recording");
    api.record(&more());
    assert_eq!(api.run().edited, ["proof"]);
    assert!(api.read("tests/api_recorded.rs").contains("fn mine_every_recording"));
}

#[test]
fn what_was_not_generated_is_not_overwritten() {
    let api = Crate::new();
    api.record(&first());
    fs::write(api.path("src/api.rs"), "mod mine;\n").expect("a file");
    let error = api.try_run(false).expect_err("a foreign file");
    assert!(matches!(error, ProjectError::Foreign(_)), "{error}");
    assert_eq!(api.read("src/api.rs"), "mod mine;\n");
    api.try_run(true).expect("force");
    assert!(api.read("src/api.rs").contains("trait Net"));
}

#[test]
fn what_is_not_rust_any_more_is_not_overwritten() {
    let api = Crate::new();
    api.record(&first());
    api.run();
    api.edit("src/api.rs", "pub struct State {", "pub struct State");
    let error = api.try_run(false).expect_err("a broken file");
    assert!(matches!(error, ProjectError::Unreadable(..)), "{error}");
    assert!(api.read("src/api.rs").contains("pub struct State\n"));
}

#[test]
fn wishes_are_met() {
    let api = Crate::new();
    api.record(&first());
    api.record(&more());
    fs::write(
        api.path("src/api.gen.toml"),
        r#"
rename = { State = "Power", "State.name" = "label", "net.count" = "how_many" }
map = ["Peer"]
optional = ["State.code"]
type = { "File.size" = "u64", "net.count()" = "u8", "box.getFile(0)" = "&std::path::Path" }
idempotent = ["box.getState"]
merge = [["Nobody", "State"]]
"#,
    )
    .expect("a file");
    let outcome = api.run();
    assert_eq!(outcome.unmet, ["Nobody"]);
    let source = api.read("src/api.rs");
    for part in [
        "pub struct Power",
        "#[serde(rename = \"name\")]\n    pub label: String",
        "#[xmlrpc(name = \"count\")]\n    async fn how_many(&self) -> xmlrpc::Result<u8>;",
        "pub code: Option<i32>",
        "pub size: u64",
        "arg1: &std::path::Path",
        "#[xmlrpc(idempotent)]",
        "std::collections::BTreeMap<String, xmlrpc::Value>",
    ] {
        assert!(source.contains(part), "{part} is not in\n{source}");
    }
    fs::write(api.path("src/api.gen.toml"), "rename = 1").expect("a file");
    assert!(matches!(api.try_run(false), Err(ProjectError::Wishes(..))));
}

#[test]
fn a_project_is_a_rust_file() {
    assert!(matches!(Project::new("src/api.json"), Err(ProjectError::NotRust(_))));
    let api = Crate::new();
    assert!(matches!(api.project.check(&xmlrpc_gen::Contract::default()), Err(ProjectError::Foreign(_))));
}

/// The committed systems are what is generated from their recordings.
#[test]
fn the_systems_are_up_to_date() {
    for system in ["supervisord", "aria2", "rtorrent", "dokuwiki", "ros_master"] {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let committed = fs::read_to_string(root.join(format!("systems/{system}.rs"))).expect(system);
        let mut skipped = Vec::new();
        let folder = root.join("systems/recorded").join(system);
        let none = xmlrpc_gen::Contract::default();
        let learned = recordings::contract(&[folder], &none, &mut skipped).expect("a folder");
        let wishes = xmlrpc_gen::Wishes::default();
        let contract = xmlrpc_gen::infer(&learned, &none, &wishes);
        let source = xmlrpc_gen::Output::new(system).render(&contract, &wishes);
        assert!(committed == source, "systems/{system}.rs is not what is generated now");
    }
}
