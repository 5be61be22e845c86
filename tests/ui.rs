//! Programs with mistakes, and what the compiler says about them.
//!
//! The compiler's own texts change from version to version, so they are compared with one version only.

/// The compiler that wrote the texts in `tests/ui/*.stderr`.
const PINNED: &str = "rustc 1.95.0 ";

#[test]
fn mistakes_are_reported_at_their_tokens() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = std::process::Command::new(rustc).arg("--version").output();
    let version =
        version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    if !version.starts_with(PINNED) {
        println!("skipped: the texts are those of {PINNED}, this is {version}");
        return;
    }
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*.rs");
    // rustc writes the paths of some types in full if the module `contract` has the same names.
    #[cfg(feature = "contract")]
    cases.compile_fail("tests/ui/with_contract/*.rs");
}
