//! DokuWiki: white space around every value, dates with dashes and an offset, cookies, errors as empty
//! structs.

use crate::{
    peer::PeerServer,
    report::{against, refused_with},
};
use serde::{Deserialize, Serialize};
use xmlrpc::{Base64, DateTime, ErrorKind, Value, blocking};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct PageInfo {
    name: String,
    last_modified: DateTime,
    author: String,
    version: i64,
}

#[derive(Debug, Deserialize)]
struct Page {
    id: String,
    size: u64,
}

#[derive(Debug, Default, Serialize)]
struct Edit<'a> {
    sum: &'a str,
    minor: bool,
}

#[derive(Debug, Default, Serialize)]
struct Upload {
    ow: bool,
}

#[xmlrpc::api(prefix = "dokuwiki.", rename_all = "camelCase")]
trait Site {
    fn get_title(&self) -> xmlrpc::Result<String>;
    fn get_time(&self) -> xmlrpc::Result<i64>;
}

/// The commonly used part of DokuWiki's API.
#[xmlrpc::api(prefix = "wiki.", rename_all = "camelCase")]
trait Wiki {
    fn put_page(&self, page: &str, text: &str, edit: &Edit<'_>) -> xmlrpc::Result<bool>;
    fn get_page(&self, page: &str) -> xmlrpc::Result<String>;
    #[xmlrpc(name = "getPageHTML")]
    fn get_page_html(&self, page: &str) -> xmlrpc::Result<String>;
    fn get_page_info(&self, page: &str) -> xmlrpc::Result<PageInfo>;
    fn get_all_pages(&self) -> xmlrpc::Result<Vec<Page>>;
    fn put_attachment(&self, id: &str, data: &Base64<&[u8]>, options: &Upload) -> xmlrpc::Result<String>;
    fn get_attachment(&self, id: &str) -> xmlrpc::Result<Base64>;
}

const PATH: &str = "/lib/exe/xmlrpc.php";
const TEXT: &str = "====== Hé ======\n<&> 😀 ]]>\n  code\n";

/// The smallest PNG. DokuWiki checks that an image is one.
const IMAGE: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0,
    0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x62, 0,
    1, 0, 0, 5, 0, 1, 0x0d, 0x0a, 0x2d, 0xb4, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

fn signed_in(peer: &PeerServer) -> blocking::Client {
    blocking::Client::builder(peer.url(PATH)).basic_auth("interop", "s3cret").build().unwrap()
}

#[test]
fn dokuwiki() {
    against("dokuwiki", |peer, report| {
        let client = signed_in(peer);
        let site = SiteClient::new(client.clone());
        let wiki = WikiClient::new(client.clone());

        report.check("scalars", || {
            assert_eq!(site.get_title().unwrap(), "Interop");
            assert!(site.get_time().unwrap() > 1_500_000_000);
            assert!(wiki.put_page("start", TEXT, &Edit { sum: "why", minor: false }).unwrap());
            assert_eq!(wiki.get_page("start").unwrap(), TEXT);
            assert!(wiki.get_page_html("start").unwrap().contains("<h1"));
        });
        report.check("nested", || {
            let pages = wiki.get_all_pages().unwrap();
            assert!(pages.iter().any(|page| page.id == "start" && page.size > 0), "{pages:?}");
        });
        report.check("dates", || {
            let info = wiki.get_page_info("start").unwrap();
            assert_eq!((info.name.as_str(), info.author.as_str()), ("start", "interop"));
            let written = info.last_modified.to_string();
            assert!(info.version > 0 && written.contains('T') && written.starts_with("20"), "{written}");
        });
        report.check("base64", || {
            wiki.put_attachment("wiki:dot.png", &Base64(IMAGE), &Upload { ow: true }).unwrap();
            assert_eq!(wiki.get_attachment("wiki:dot.png").unwrap().0, IMAGE);
        });
        report.absent("nil", "not spoken");
        report.absent("i8", "read as zero");
        report.absent("introspection", "answered with an empty struct");
        report.absent("multicall", "answered with an empty struct");
        // DokuWiki never sends a fault. A value that is not a string is an error that says where it is.
        report.check("fault", || {
            let error = client.call::<_, String>("wiki.getPage", ()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
            assert!(error.to_string().contains("wiki.getPage"), "{error}");
        });
        report.check("unknown method", || {
            let answer: Value = client.call("wiki.nope", ()).unwrap();
            assert!(matches!(&answer, Value::Struct(members) if members.is_empty()), "{answer:?}");
        });
        report.check("HTTP error", || {
            let lost = blocking::Client::new(&peer.url("/nowhere.php")).unwrap();
            let error = lost.call::<_, String>("dokuwiki.getTitle", ()).unwrap_err();
            assert_eq!(refused_with(&error), Some(404), "{error}");
        });
        report.check("auth", || {
            let stranger = WikiClient::new(blocking::Client::new(&peer.url(PATH)).unwrap());
            let error = stranger.put_page("start", "x", &Edit::default()).unwrap_err();
            assert_eq!(refused_with(&error), Some(401), "{error}");
        });
    });
}
