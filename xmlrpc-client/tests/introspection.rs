//! Replies of `system.methodSignature` and `system.getCapabilities`, in the shapes that servers were seen to
//! send.
#![expect(clippy::format_collect, reason = "the texts are short")]

use xmlrpc_client::{Capabilities, Signatures};
use xmlrpc_serde::from_str;

fn signatures(xml: &str) -> Signatures {
    from_str(&format!("<value>{xml}</value>")).unwrap()
}

fn array(values: &[&str]) -> String {
    let values: String = values.iter().map(|value| format!("<value>{value}</value>")).collect();
    format!("<array><data>{values}</data></array>")
}

#[test]
fn signatures_of_every_shape() {
    let add = array(&["int", "int", "int"]);
    let words = |words: &str| Signatures::Unknown(words.into());
    let list = || vec![vec!["int".to_owned(); 3], vec!["int".to_owned(); 3]];
    assert_eq!(signatures(&array(&[&add, &add])), Signatures::Many(list()));
    assert_eq!(signatures(&add), Signatures::One(vec!["int".into(); 3]), "supervisord");
    assert_eq!(signatures("signatures not supported"), words("signatures not supported"), "CPython");
    assert_eq!(signatures("<string>undef</string>"), words("undef"), "rTorrent");
    assert_eq!(signatures("<nil/>"), words(""));
    assert_eq!(signatures("<array><data/></array>"), Signatures::Many(vec![]));
    assert_eq!(signatures(&array(&[&add, &add])).list().len(), 2);
    assert_eq!(signatures(&add).list(), [vec!["int".to_owned(); 3]]);
    assert!(signatures("undef").list().is_empty());
    let mixed = format!("<value>{}</value>", array(&[&add, "int"]));
    assert_eq!(
        from_str::<Signatures>(&mixed).unwrap_err().to_string(),
        "expected signatures or type names, found both in one list (line 1, column 8)"
    );
}

#[test]
fn capabilities_with_versions_as_numbers_or_text() {
    let member =
        |name: &str, value: &str| format!("<member><name>{name}</name><value>{value}</value></member>");
    let one = |version: &str| {
        format!(
            "<struct>{}{}</struct>",
            member("specUrl", "http://xmlrpc.com/"),
            member("specVersion", version)
        )
    };
    let xml = format!(
        "<value><struct>{}{}</struct></value>",
        member("xmlrpc", &one("<int>1</int>")),
        member("faults_interop", &one("20010516"))
    );
    let capabilities: Capabilities = from_str(&xml).unwrap();
    assert_eq!(capabilities["xmlrpc"].spec_version, "1");
    assert_eq!(capabilities["faults_interop"].spec_version, "20010516");
    assert_eq!(capabilities["xmlrpc"].spec_url, "http://xmlrpc.com/");
}
