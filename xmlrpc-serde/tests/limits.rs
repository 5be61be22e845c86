//! Limits, and documents that are made to exhaust the memory, the stack or the time.
use serde::Deserialize;
use serde::de::IgnoredAny;
use xmlrpc_serde::{ErrorKind, Options, Value, from_str};

fn nested(open: &str, close: &str, depth: usize) -> String {
    format!("<value>{}{}</value>", open.repeat(depth), close.repeat(depth))
}

fn arrays(depth: usize) -> String {
    nested("<array><data><value>", "</value></data></array>", depth)
}

#[test]
fn depth_is_limited_to_128_and_settable() {
    from_str::<Value>(&arrays(128)).unwrap();
    let error = from_str::<Value>(&arrays(129)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Limit);
    let text = error.to_string();
    assert_eq!(
        text.split(" at [0][0]").next(),
        Some("arrays and structs are nested deeper than the limit (raise it with `Options::max_depth`)")
    );
    let structs = nested("<struct><member><name>a</name><value>", "</value></member></struct>", 129);
    assert_eq!(from_str::<Value>(&structs).unwrap_err().kind(), ErrorKind::Limit);
    assert_eq!(from_str::<IgnoredAny>(&arrays(129)).unwrap_err().kind(), ErrorKind::Limit);
    assert_eq!(
        Options::new().max_depth(2).from_str::<Value>(&arrays(3)).unwrap_err().kind(),
        ErrorKind::Limit
    );
    assert!(Options::new().max_depth(200).from_str::<Value>(&arrays(200)).is_ok());
}

/// Values beside each other are not nested.
#[test]
fn siblings_do_not_add_to_the_depth() {
    let empty = "<value><array><data/></array></value><value><struct/></value><value><struct></struct>\
                 </value><value><array/></value>";
    let xml = format!("<value><array><data>{}</data></array></value>", empty.repeat(200));
    assert!(Options::new().max_depth(2).from_str::<Value>(&xml).is_ok());
    assert!(Options::new().max_depth(2).fast_lanes(false).from_str::<Value>(&xml).is_ok());
}

#[test]
fn the_deepest_nesting_that_is_allowed_fits_a_small_stack() {
    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    #[expect(dead_code, reason = "only reading and dropping it matter")]
    enum Tree {
        Leaf(String),
        Inner(Vec<Tree>),
    }
    std::thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(|| {
            drop(from_str::<Value>(&arrays(128)).unwrap());
            drop(from_str::<Tree>(&arrays(128)).unwrap());
            // Only the refusal matters here: the stack must hold until then.
            drop(from_str::<IgnoredAny>(&arrays(1_000_000)).unwrap_err());
        })
        .unwrap()
        .join()
        .unwrap();
}

#[test]
fn length_is_limited_and_settable() {
    let xml = format!("<value>{}</value>", "a".repeat(100));
    let error = Options::new().max_len(100).from_str::<String>(&xml).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the document has 115 bytes, the limit is 100 (raise it with `Options::max_len`)"
    );
    assert_eq!(error.kind(), ErrorKind::Limit);
    let error = Options::new().max_len(100).from_reader::<String>(std::io::repeat(b'a')).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Limit);
    assert!(Options::new().max_len(115).from_str::<String>(&xml).is_ok());
}

/// Each of these documents takes quadratic time or memory in some XML reader.
#[test]
fn large_documents_of_small_parts_take_no_more_than_their_size() {
    let repeated = |part: &str| format!("<value><string>{}</string></value>", part.repeat(200_000));
    for (part, length) in
        [("&amp;", 200_000), ("a<!---->", 200_000), ("\r\n", 200_000), ("<![CDATA[x]]>", 200_000)]
    {
        assert_eq!(from_str::<String>(&repeated(part)).unwrap().len(), length);
    }
    let attributes = (0..100_000).map(|index| format!(" a{index}='1'")).collect::<Vec<_>>().concat();
    assert_eq!(from_str::<i32>(&format!("<value{attributes}><int>1</int></value>")).unwrap(), 1);
    let spaces = " ".repeat(1_000_000);
    assert_eq!(from_str::<i32>(&format!("<value>{spaces}<int>1</int>{spaces}</value>")).unwrap(), 1);
    let zeros = "0".repeat(1_000_000);
    assert_eq!(from_str::<i32>(&format!("<value><int>{zeros}7</int></value>")).unwrap(), 7);
}
