//! The reference, the manual pages and the completion scripts say what the program takes.

mod background;

use background::Home;
use std::{fmt::Write as _, fs, path::Path};
use xmlrpc_cli::command_line;

const HEAD: &str = "\
# Reference of the program `xmlrpc`

`xmlrpc VERB --help` shows the same text. This file is made from the program. If it is out of date,
`XMLRPC_WRITE_REFERENCE=1 cargo test -p xmlrpc-cli --test reference` writes it anew.
";

/// Returns the reference as it should be.
fn reference() -> String {
    let mut definition = command_line::definition().term_width(100).max_term_width(100);
    let mut text = HEAD.to_owned();
    section(&mut text, "xmlrpc", &definition.render_long_help().to_string());
    for verb in definition.get_subcommands_mut() {
        if verb.is_hide_set() || verb.get_name() == "help" {
            continue;
        }
        let name = format!("xmlrpc {}", verb.get_name());
        let help = verb.clone().term_width(100).max_term_width(100).render_long_help().to_string();
        section(&mut text, &name, &help);
        for below in verb.get_subcommands_mut() {
            if below.get_name() != "help" {
                let help = below.clone().term_width(100).max_term_width(100).render_long_help().to_string();
                section(&mut text, &format!("{name} {}", below.get_name()), &help);
            }
        }
    }
    text
}

fn section(text: &mut String, name: &str, help: &str) {
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    let _ = write!(text, "\n## `{name}`\n\n```text\n{}\n```\n", lines.join("\n").trim_end());
}

#[test]
fn the_reference_is_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("REFERENCE.md");
    let expected = reference();
    if std::env::var_os("XMLRPC_WRITE_REFERENCE").is_some() {
        fs::write(&file, &expected).unwrap();
    }
    let found = fs::read_to_string(&file).unwrap_or_default();
    let line = found.lines().zip(expected.lines()).position(|(found, expected)| found != expected);
    assert!(
        found == expected,
        "REFERENCE.md differs from the program, first in line {:?}; \
         XMLRPC_WRITE_REFERENCE=1 cargo test -p xmlrpc-cli --test reference writes it anew",
        line.map(|line| line + 1)
    );
}

#[test]
fn every_verb_has_a_short_and_a_long_help_with_examples() {
    let home = Home::new();
    let definition = command_line::definition();
    let mut count = 0;
    for verb in definition.get_subcommands().filter(|verb| !verb.is_hide_set() && verb.get_name() != "help") {
        let name = verb.get_name();
        let short = home.run(&[name, "-h"]).ok();
        let long = home.run(&[name, "--help"]).ok();
        for help in [&short, &long] {
            assert!(help.contains("Examples:") && help.contains(&format!("xmlrpc {name}")), "{name}: {help}");
        }
        assert!(short.lines().next().is_some_and(|line| line.chars().count() <= 110), "{name}: {short}");
        assert_eq!(home.run(&["help", name]).ok(), long, "{name}");
        count += 1;
    }
    assert_eq!(count, 15);
}

#[test]
fn every_shell_has_a_completion_script() {
    let home = Home::new();
    for (shell, expected) in [
        ("bash", "complete -F _xmlrpc_names"),
        ("zsh", "compdef _xmlrpc_names xmlrpc"),
        ("fish", "complete -c xmlrpc"),
        ("nushell", "export extern xmlrpc"),
        ("elvish", "edit:completion:arg-completer[xmlrpc]"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let script = home.run(&["completions", shell]).ok();
        assert!(script.contains(expected), "{shell}: {script}");
        assert!(script.contains("--max-bytes") || script.contains("max-bytes"), "{shell}");
        // The name is used, and never offered.
        assert!(
            script.lines().all(|line| !line.contains("__complete") || line.contains("xmlrpc __complete -- ")),
            "{shell}"
        );
    }
    home.run(&["completions", "csh"]).fails(2);
}

/// The script is run by the shell itself, where it is there.
#[test]
fn bash_completes_verbs_targets_and_options() {
    let home = Home::new();
    home.targets("[supervisor]\nurl = \"http://127.0.0.1:1/\"\n");
    let script = home.folder("xmlrpc.bash");
    fs::write(&script, home.run(&["completions", "bash"]).ok()).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_xmlrpc")).parent().unwrap();
    let complete = |line: &str| {
        let words: Vec<&str> = line.split(' ').collect();
        let test = format!(
            "PATH={}:$PATH; source {}; COMP_WORDS=({}); COMP_CWORD={}; COMP_LINE='{line}'; COMP_POINT={}; \
             _xmlrpc_names xmlrpc '{}' ''; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            program.display(),
            script.display(),
            words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" "),
            words.len() - 1,
            line.len(),
            words[words.len() - 1],
        );
        let mut command = std::process::Command::new("bash");
        command.args(["--norc", "-c", &test]).env("XDG_CONFIG_HOME", home.folder("config"));
        command.env("HOME", &home.path).current_dir(home.folder("project"));
        command.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let Ok(verbs) = complete("xmlrpc de") else {
        eprintln!("skipped: there is no bash");
        return;
    };
    assert!(verbs.contains("decode") && verbs.contains("describe"), "{verbs}");
    let targets = complete("xmlrpc methods su").unwrap();
    assert!(targets.contains("supervisor"), "{targets}");
    let options = complete("xmlrpc methods --tr").unwrap();
    assert!(options.contains("--tree"), "{options}");
}

#[test]
fn manual_pages_are_written_for_every_verb() {
    let home = Home::new();
    assert!(home.run(&["man"]).ok().contains(".TH xmlrpc 1"));
    let folder = home.folder("man");
    home.run(&["man", "--dir", folder.to_str().unwrap()]).ok();
    let pages = background::files(&folder);
    assert_eq!(pages.len(), 16);
    assert!(pages.iter().any(|(name, page)| name == "xmlrpc-call.1" && page.contains("max\\-bytes")));
}
