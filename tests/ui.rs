//! Wrong programs, and what the compiler says of them.
//!
//! The texts around our messages change with the compiler, so they are compared on one version alone.

/// The compiler whose texts `tests/ui/*.stderr` hold.
const PINNED: &str = "rustc 1.95.0 ";

#[test]
fn mistakes_are_named_at_their_token() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = std::process::Command::new(rustc).arg("--version").output();
    let version =
        version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    if !version.starts_with(PINNED) {
        println!("skipped: the texts are those of {PINNED}, this is {version}");
        return;
    }
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
