//! `completions`: the completion script of a shell.

use crate::exit::{Attempt, Failure};
use clap::ValueEnum;
use clap_complete::{Generator, Shell, generate};
use clap_complete_nushell::Nushell;
use std::io::{Write as _, stdout};

const EXAMPLES: &str = "\
Examples:
  xmlrpc completions bash > ~/.local/share/bash-completion/completions/xmlrpc
  xmlrpc completions zsh > ~/.zfunc/_xmlrpc
  xmlrpc completions fish > ~/.config/fish/completions/xmlrpc.fish
  xmlrpc completions nushell > ~/.config/nushell/xmlrpc.nu
  xmlrpc completions powershell >> $PROFILE";

/// Print the completion script of a shell
///
/// The scripts for bash, zsh and fish also complete the names of targets, and the names of methods that
/// `methods`, `describe`, `repl` or `gen` learned before. They never ask a server.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = EXAMPLES)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub shell: CompletionShell,
}

/// A shell.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum CompletionShell {
    /// The Bourne again shell.
    Bash,
    /// The elegant shell.
    Elvish,
    /// The friendly interactive shell.
    Fish,
    /// The new shell.
    Nushell,
    /// The shell of Windows.
    #[value(name = "powershell", alias = "pwsh")]
    PowerShell,
    /// The Z shell.
    Zsh,
}

/// Runs the verb.
///
/// # Errors
/// If standard output cannot be written.
pub fn run(args: &CompletionsArgs, definition: clap::Command) -> Attempt {
    let script = script(args.shell, definition);
    let mut stdout = stdout().lock();
    stdout
        .write_all(script.as_bytes())
        .and_then(|()| stdout.flush())
        .map_err(|error| Failure::writing("standard output", &error, false))
}

/// Returns the script of a shell.
#[must_use]
pub fn script(shell: CompletionShell, definition: clap::Command) -> String {
    match shell {
        CompletionShell::Bash => written(Shell::Bash, definition) + BASH,
        CompletionShell::Elvish => written(Shell::Elvish, definition),
        CompletionShell::Fish => written(Shell::Fish, definition) + FISH,
        CompletionShell::Nushell => written(Nushell, definition),
        CompletionShell::PowerShell => written(Shell::PowerShell, definition),
        CompletionShell::Zsh => zsh(definition),
    }
}

fn written(shell: impl Generator, mut definition: clap::Command) -> String {
    let mut script = Vec::new();
    generate(shell, &mut definition, "xmlrpc", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// Completes what the options of bash do not: the names of targets and methods.
const BASH: &str = r#"
_xmlrpc_names() {
    _xmlrpc "$@"
    local line=${COMP_LINE:0:COMP_POINT} word
    local -a words
    # bash breaks words at colons, of which addresses are full.
    read -ra words <<<"$line"
    [[ $line == *' ' ]] && words+=("")
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(xmlrpc __complete -- "${words[@]:1}" 2>/dev/null)
}
complete -F _xmlrpc_names -o nosort -o bashdefault -o default xmlrpc
"#;

/// As [`BASH`], for fish.
const FISH: &str = r"
complete -c xmlrpc -f -a '(xmlrpc __complete -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
";

/// As [`BASH`], for zsh.
fn zsh(definition: clap::Command) -> String {
    let script = written(Shell::Zsh, definition);
    // The last lines of the script call or register the function. The names come before the rest.
    let names = r#"
_xmlrpc_names() {
    local -a names
    names=(${(f)"$(xmlrpc __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)"})
    (( ${#names} )) && compadd -a names
    _xmlrpc "$@"
}

if [ "$funcstack[1]" = "_xmlrpc" ]; then
    _xmlrpc_names "$@"
else
    compdef _xmlrpc_names xmlrpc
fi
"#;
    match script.rfind("\nif [ \"$funcstack[1]\" = \"_xmlrpc\" ]") {
        Some(at) => format!("{}{names}", &script[..at]),
        None => script,
    }
}
