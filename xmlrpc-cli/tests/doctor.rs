//! `doctor`, against what real servers answered.

mod background;

use background::{Fake, Home, between, http, reply};
use std::{fs, path::Path};

/// What one recorded server does.
struct Lab {
    name: &'static str,
    /// The names that it lists; none if it has no list.
    lists: &'static [&'static str],
    /// Whether it has a multicall.
    multicalls: bool,
    /// What the advice must say, and what it must not say.
    says: &'static [&'static str],
    never: &'static [&'static str],
}

/// Reads a recorded response. That of a gateway has no status line, and the names in it are those of another
/// call.
fn recorded(file: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/labs").join(file);
    let text = String::from_utf8(fs::read(path).ok()?).unwrap();
    let text = text.replacen("Status: 200 OK", "HTTP/1.1 200 OK", 1);
    let method = "xmlrpc_doctor.no_such_method_7f3a";
    let text = ["lab.nope", "supervisor.nope", "aria2.nope", "'nope'", "\"nope\""].iter().fold(
        text,
        |text, name| {
            let bare = name.trim_matches(['\'', '"']);
            text.replace(name, &name.replace(bare, method))
        },
    );
    // The length is that of another name, and the connection ends behind the response.
    let lines = text.split_inclusive('\n').filter(|line| {
        let line = line.to_ascii_lowercase();
        !line.starts_with("content-length:") && !line.starts_with("connection:")
    });
    Some(lines.collect())
}

/// A server that answers as the recorded one did.
fn stand_in(lab: &Lab) -> Fake {
    let unknown = recorded(&format!("{}.unknown.http", lab.name)).unwrap();
    let nil = recorded(&format!("{}.nil.http", lab.name));
    let (lists, multicalls) = (lab.lists, lab.multicalls);
    Fake::start(move |request| match between(request, "<methodName>", "</methodName>") {
        "system.listMethods" if !lists.is_empty() => {
            let names: Vec<String> =
                lists.iter().map(|name| format!("<value><string>{name}</string></value>")).collect();
            let names = names.concat();
            reply(&format!("<value><array><data>{names}</data></array></value>"))
        }
        "system.multicall" if multicalls => reply(
            "<value><array><data><value><struct><member><name>faultCode</name><value><int>1</int></value></member>\
             <member><name>faultString</name><value>no such method</value></member></struct></value></data></array></value>",
        ),
        _ if request.contains("<nil/>") => nil.clone().unwrap_or_else(|| unknown.clone()),
        _ => unknown.clone(),
    })
}

const LABS: [Lab; 11] = [
    Lab {
        name: "cpython",
        lists: &["lab.echo", "system.listMethods"],
        multicalls: true,
        says: &[
            "CPython's xmlrpc.server",
            ".options(xmlrpc::Options::python())",
            "dialect = \"python\"",
            "BaseHTTP/0.6 Python/3.11.7",
        ],
        never: &["envelope", "allow_i8(true)", "fallback_to_single_calls"],
    },
    Lab {
        name: "supervisord",
        lists: &["supervisor.getState", "system.listMethods"],
        multicalls: true,
        says: &["server    supervisord", "Medusa", "<nil/> is refused: "],
        never: &["dialect", "allow_none", "Options::"],
    },
    Lab {
        name: "xmlrpc-c",
        lists: &["lab.echo", "system.listMethods"],
        multicalls: true,
        says: &["server    xmlrpc-c", ".options(xmlrpc::Options::xmlrpc_c())", "dialect = \"xmlrpc-c\""],
        never: &["rTorrent", "envelope"],
    },
    Lab {
        name: "rtorrent",
        lists: &["d.multicall2", "system.pid", "system.listMethods"],
        multicalls: true,
        says: &["server    rTorrent", ".options(xmlrpc::Options::rtorrent())", "dialect = \"rtorrent\""],
        never: &["allow_none", "xmlrpc_c"],
    },
    Lab {
        name: "aria2",
        lists: &["aria2.getVersion", "system.multicall"],
        multicalls: true,
        says: &[
            "server    aria2",
            "leading = [{ env = \"ARIA2_TOKEN\" }]",
            "with_leading_params",
            "numbers come as text",
        ],
        never: &["allow_none", "dialect"],
    },
    Lab {
        name: "dokuwiki",
        lists: &["dokuwiki.getVersion", "system.listMethods"],
        multicalls: false,
        says: &["server    DokuWiki", ".cookies(true)", "a wrong name looks like an empty result"],
        never: &["dialect", "allow_none"],
    },
    Lab {
        name: "node-xmlrpc",
        lists: &[],
        multicalls: false,
        says: &[
            "npm's xmlrpc",
            ".allow_none(true)",
            "HTTP 404",
            "fallback_to_single_calls",
            "no list of methods",
        ],
        never: &["dialect", "allow_i8"],
    },
    Lab {
        name: "perl-rpc-xml",
        lists: &["lab.echo", "system.listMethods"],
        multicalls: false,
        says: &["Perl's RPC::XML", "ALLOW_NIL"],
        never: &["allow_none", "dialect"],
    },
    Lab {
        name: "perl-xmlrpc-lite",
        lists: &[],
        multicalls: false,
        says: &["Perl's XMLRPC::Lite", "fault codes are words", "comes as base64"],
        never: &["allow_none", "dialect"],
    },
    Lab {
        name: "ruby",
        lists: &["lab.echo", "system.listMethods"],
        multicalls: true,
        says: &["Ruby's xmlrpc", "<nil/> is refused: "],
        never: &["allow_none", "dialect"],
    },
    Lab {
        name: "rosmaster",
        lists: &[],
        multicalls: true,
        says: &["CPython's xmlrpc.server", "ROS 1", "[code, message, value]"],
        never: &["allow_i8(true)"],
    },
];

#[test]
fn the_advice_is_that_for_the_server() {
    let home = Home::new();
    for lab in &LABS {
        let server = stand_in(lab);
        let shown = home.run(&["doctor", &server.url]).ok();
        for text in lab.says {
            assert!(shown.contains(text), "{}: {text:?} is missing in\n{shown}", lab.name);
        }
        for text in lab.never {
            assert!(!shown.contains(text), "{}: {text:?} is in\n{shown}", lab.name);
        }
        // Only what cannot do harm was called.
        for method in server.methods() {
            assert!(
                method.starts_with("system.") || method == "xmlrpc_doctor.no_such_method_7f3a",
                "{}: {method}",
                lab.name
            );
        }
        assert!(shown.contains(&format!("Client::builder({:?})", server.url)), "{shown}");
        assert!(shown.contains(&format!("[name]\n    url = {:?}", server.url)), "{shown}");
    }
}

#[test]
fn the_entry_can_be_used_as_it_stands() {
    let home = Home::new();
    let lab = &LABS[2];
    let server = stand_in(lab);
    let shown = home.run(&["doctor", &server.url]).ok();
    let (_, entry) = shown.split_once("In targets.toml:\n").unwrap();
    let entry: String = entry.lines().map(|line| line.trim_start().to_owned() + "\n").collect();
    home.targets(&entry);
    let names = home.run(&["methods", "name"]).ok();
    assert_eq!(names, "lab.echo\nsystem.listMethods\n");
}

#[test]
fn a_server_that_asks_for_a_password_is_told_apart() {
    let home = Home::new();
    let server = Fake::start(|_| {
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"default\"\r\nContent-Length: 0\r\n\r\n"
            .to_owned()
    });
    let error = home.run(&["doctor", &server.url]).fails(3);
    assert!(error.contains("Basic realm") && error.contains("--auth USER"), "{error}");
    let page = Fake::start(|_| http("404 Not Found", "<html>nothing here</html>"));
    home.run(&["doctor", &page.url]).fails(3);
    home.run(&["doctor", "http://127.0.0.1:1/"]).fails(4);
}

#[test]
fn a_redirect_is_named() {
    let home = Home::new();
    let target = stand_in(&LABS[0]);
    let to = target.url.replace("/RPC2", "/other");
    let server = Fake::start(move |_| {
        format!(
            "HTTP/1.1 308 Permanent Redirect\r\nLocation: {to}\r\nContent-Length: 0\r\n\
             Connection: close\r\n\r\n"
        )
    });
    let shown = home.run(&["doctor", &server.url]).ok();
    assert!(
        shown.contains("redirect  http://")
            && shown.contains("write the address that the server sends on to"),
        "{shown}"
    );
}
