//! How much stack and heap reading takes.
use serde::{
    Deserialize,
    de::{DeserializeOwned, IgnoredAny},
};
use std::{
    collections::HashMap,
    io::{self, Read},
    thread,
};
use xmlrpc_serde::{DownloadDecoder, DownloadProgress, Options, Value, response, rows, rows_at};

/// The deepest documents that are read by default.
fn deepest() -> Vec<String> {
    let nest = |open: &str, close: &str| format!("<value>{}{}</value>", open.repeat(127), close.repeat(127));
    vec![
        nest("<array><data><value>", "</value></data></array>"),
        nest("<struct><member><name>a</name><value>", "</value></member></struct>"),
        nest("<struct>\n <member>\n  <name>a</name>\n  <value>\n", "</value>\n  </member>\n </struct>"),
        nest("<x:array><!-- --><data ><value a='1'>", "</value ></data></x:array>"),
        nest("<array>", "</array>"),
    ]
}

/// Which any thread's stack holds: this promise is made for the default limit of depth.
#[test]
fn a_value_of_any_depth_is_passed_over_on_a_small_stack() {
    let stack = if cfg!(debug_assertions) { 1 << 20 } else { 128 << 10 };
    let documents = deepest();
    let run = move || {
        for document in documents {
            xmlrpc_serde::from_str::<IgnoredAny>(&document).unwrap();
            xmlrpc_serde::from_str::<()>(&document).unwrap();
            let lanes_off = Options::new().fast_lanes(false);
            lanes_off.from_str::<IgnoredAny>(&document).unwrap();
            let document =
                format!("<methodResponse><params><param>{document}</param></params></methodResponse>");
            response::decode::<IgnoredAny>(document.as_bytes(), Options::new()).unwrap().unwrap();
        }
    };
    thread::Builder::new().stack_size(stack).spawn(run).unwrap().join().unwrap();
}

mod heap {
    //! An allocator that counts the bytes that a thread has allocated at once.
    #![expect(unsafe_code, reason = "an allocator is unsafe; every call is passed to the system's unchanged")]

    use std::{
        alloc::{GlobalAlloc, Layout, System},
        cell::Cell,
    };

    pub(super) struct Counting;

    thread_local! {
        static LIVE: Cell<usize> = const { Cell::new(0) };
        static PEAK: Cell<usize> = const { Cell::new(0) };
    }

    fn add(size: usize) {
        let live = LIVE.get().wrapping_add(size);
        LIVE.set(live);
        PEAK.set(PEAK.get().max(live));
    }

    fn subtract(size: usize) {
        // What another thread allocated may be freed here.
        LIVE.set(LIVE.get().saturating_sub(size));
    }

    // SAFETY: every method passes its arguments to `System` and returns its result.
    unsafe impl GlobalAlloc for Counting {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            add(layout.size());
            unsafe { System.alloc(layout) }
        }

        /// Counts the new block beside the old one, as if it were always moved.
        unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
            add(size);
            subtract(layout.size());
            unsafe { System.realloc(block, layout, size) }
        }

        unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
            subtract(layout.size());
            unsafe { System.dealloc(block, layout) }
        }
    }

    /// The most bytes that `work` allocates at once, with its result.
    pub(super) fn peak<T>(work: impl FnOnce() -> T) -> usize {
        let before = LIVE.get();
        PEAK.set(before);
        let result = work();
        let peak = PEAK.get() - before;
        drop(result);
        peak
    }
}

#[global_allocator]
static COUNTING: heap::Counting = heap::Counting;

fn in_response(value: &str) -> String {
    format!("<methodResponse><params><param><value>{value}</value></param></params></methodResponse>")
}

fn member(name: &str, value: &str) -> String {
    format!("<member><name>{name}</name>{value}</member>")
}

/// A struct of many members, and then structs of one member in each other, again and again.
fn wide_then_deep() -> String {
    let wide =
        format!("<struct>{}</struct>", (0..32).map(|n| member(&n.to_string(), "<nil/>")).collect::<String>());
    let deep =
        format!("{}<struct/>{}", "<struct><member><name/>".repeat(120), "</member></struct>".repeat(120));
    format!("{wide}{deep}").repeat(40)
}

/// What makes much of little, in an array without `<data>`.
fn contents() -> Vec<(&'static str, String)> {
    let arrays = |length: usize| {
        let array = format!("<array>{}</array>", "<nil/>".repeat(length));
        array.repeat(20_000 / array.len())
    };
    let mut contents = vec![
        ("nil", "<nil/>".repeat(10_000)),
        ("nil, just after the array grew", "<nil/>".repeat(10_013)),
        ("empty values", "<value/>".repeat(10_000)),
        ("empty strings", "<string/>".repeat(10_000)),
        ("empty structs", "<struct/>".repeat(10_000)),
        ("empty arrays", "<array/>".repeat(10_000)),
        ("letters", "<value>a</value>".repeat(10_000)),
        ("numbers", "<i4>1</i4>".repeat(10_000)),
        ("dates", "<dateTime.iso8601>20260728T00:00</dateTime.iso8601>".repeat(1000)),
        ("bytes", format!("<base64>{}</base64>", "AAAA".repeat(10_000))),
        ("references", format!("<string>{}</string>", "&lt;".repeat(10_000))),
        ("wide then deep", wide_then_deep()),
        (
            "wide and empty in turn",
            format!(
                "<struct>{}</struct><struct/><struct><member><name/><nil/></member></struct>",
                (0..1000).map(|_| "<member><name/><nil/></member>").collect::<String>()
            )
            .repeat(10),
        ),
        ("members without a name", {
            format!("<struct>{}</struct>", "<member><name/><nil/></member>".repeat(10_000))
        }),
        ("arrays in each other", "<array>".repeat(120) + &"</array>".repeat(120)),
    ];
    contents.extend((0..40).map(|length| ("short arrays", arrays(length))));
    contents.extend([33, 41, 52, 64, 65, 80].map(|length| ("arrays", arrays(length))));
    contents
}

/// Checks how many times the size of its document a value takes, and prints it.
#[track_caller]
fn assert_factor(what: &str, peak: usize, document: usize, limit: usize) {
    let tenths = peak * 10 / document;
    println!("{:>2}.{} times the document: {what}", tenths / 10, tenths % 10);
    assert!(peak <= limit * document, "{what}: {peak} bytes for a document of {document}");
}

#[test]
fn a_value_takes_at_most_fourteen_times_its_document() {
    for (what, content) in contents() {
        let document = in_response(&format!("<array>{content}</array>"));
        let utf_16: Vec<u8> =
            std::iter::once(0xFEFF).chain(document.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let mut latin_1 = b"<?xml version='1.0' encoding='ISO-8859-1'?><!-- \xE9 -->".to_vec();
        latin_1.extend_from_slice(document.as_bytes());
        for bytes in [document.as_bytes(), &utf_16, &latin_1] {
            let peak = heap::peak(|| response::decode::<Value>(bytes, Options::new()).unwrap().unwrap());
            assert_factor(what, peak, bytes.len(), 14);
        }
    }
}

#[test]
fn maps_take_at_most_twenty_times_their_document() {
    /// Maps in each other.
    #[derive(Deserialize)]
    struct Nested(#[expect(dead_code, reason = "it takes room")] HashMap<String, Nested>);

    /// Maps, or anything else.
    #[derive(Deserialize)]
    #[serde(untagged)]
    #[expect(dead_code, reason = "they take room")]
    enum Any {
        Map(HashMap<String, Any>),
        Other(Option<i32>),
    }

    fn check<T: DeserializeOwned>(what: &str, document: &str) {
        let peak =
            heap::peak(|| response::decode::<T>(document.as_bytes(), Options::new()).unwrap().unwrap());
        assert_factor(what, peak, document.len(), 20);
    }

    let deep = "<struct><member><name/>".repeat(120) + "<struct/>" + &"</member></struct>".repeat(120);
    let wide = (0..32).map(|n| member(&n.to_string(), "<struct/>")).collect::<String>();
    let wide = format!("<struct>{wide}</struct>");
    let mixed = format!("<array>{}</array>", format!("{wide}{deep}").repeat(20));
    check::<Vec<Nested>>("wide then deep", &in_response(&mixed));
    check::<Vec<HashMap<String, Value>>>("wide then deep", &in_response(&mixed));
    check::<Vec<Any>>("wide then deep, any", &in_response(&mixed));
    for length in [0, 1, 2, 3, 4, 7, 8, 14, 15, 28, 29, 56, 57, 1000, 1793, 28673] {
        let members = (0..length).map(|n| member(&n.to_string(), "<nil/>")).collect::<String>();
        let structs = format!("<struct>{members}</struct>");
        let many = structs.repeat(1 + 20_000 / structs.len());
        let document = in_response(&format!("<array>{many}</array>"));
        check::<Vec<HashMap<String, Option<i32>>>>("many", &document);
        check::<Vec<HashMap<String, Value>>>("many", &document);
        check::<HashMap<String, Value>>("one", &in_response(&structs));
        check::<HashMap<String, String>>("one of text", &in_response(&structs.replace("<nil/>", "<value/>")));
    }
}

/// Gives one text again and again, in pieces that end anywhere.
struct Repeated {
    text: String,
    at: usize,
    left: usize,
}

impl Read for Repeated {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Ok(0);
        }
        let rest = &self.text.as_bytes()[self.at..];
        let length = rest.len().min(buffer.len()).min(10_000);
        buffer[..length].copy_from_slice(&rest[..length]);
        self.at += length;
        if self.at == self.text.len() {
            (self.at, self.left) = (0, self.left - 1);
        }
        Ok(length)
    }
}

fn repeated(text: impl Into<String>, times: usize) -> Repeated {
    Repeated { text: text.into(), at: 0, left: times }
}

const MIB: usize = 1 << 20;

#[test]
fn rows_take_a_mebibyte_and_twice_the_longest_row() {
    let list = |length: usize| {
        let value = format!("<value><string>{}</string></value>", "text &amp; more ".repeat(length / 48 + 1));
        format!("<value><array><data>{}</data></array></value>\n", value.repeat(3))
    };
    for (length, times) in [(100, 20_000), (100_000, 60), (900_000, 12)] {
        let row = list(length);
        let document = "<value><array><data>".as_bytes();
        let document =
            document.chain(repeated(row.as_str(), times)).chain("</data></array></value>".as_bytes());
        let mut count = 0;
        let peak = heap::peak(|| {
            for row in rows::<IgnoredAny, _>(document).unwrap() {
                row.unwrap();
                count += 1;
            }
        });
        assert_eq!(count, times);
        println!("{} KiB for rows of {} KiB", peak >> 10, row.len() >> 10);
        assert!(peak <= MIB + 2 * row.len(), "{peak} bytes for rows of {}", row.len());
    }
}

#[test]
fn the_values_beside_the_rows_take_constant_memory() {
    let neighbours: Vec<(&str, Repeated, &str)> = vec![
        ("<value><string>", repeated("text &amp; more ]] \r\n", 200_000), "</string></value>"),
        ("<value><base64>", repeated("AAAA\n", 600_000), "</base64></value>"),
        ("<value>", repeated("no type", 400_000), "</value>"),
        ("<value><![CDATA[", repeated("]] <a> ", 400_000), "]]></value>"),
        ("<value><array><data>", repeated("<value><nil/></value>", 40_000), "</data></array></value>"),
        ("<value><struct>", repeated("<member><name>a</name><value/></member>", 40_000), "</struct></value>"),
        ("", repeated("<!-- a comment --> ", 40_000), "<value/>"),
    ];
    for (start, content, end) in neighbours {
        let document = "<value><array><data><value><array><data><value>a</value></data></array></value>"
            .as_bytes()
            .chain(start.as_bytes())
            .chain(content)
            .chain(end.as_bytes())
            .chain(
                "<value><array><data><value>b</value></data></array></value></data></array></value>"
                    .as_bytes(),
            );
        let mut read = Vec::new();
        let peak = heap::peak(|| {
            for row in rows_at::<String, _>(document, "[2]").unwrap() {
                read.push(row.unwrap());
            }
        });
        assert_eq!(read, ["b"], "{start}");
        println!("{} KiB: {start}", peak >> 10);
        assert!(peak <= 256 << 10, "{start}: {peak} bytes");
    }
}

#[test]
fn a_download_takes_constant_memory() {
    for (start, text, end) in [
        ("<base64>", "QUJDREVGR0hJSktMTU5PUFFSU1RVVldY\n", "</base64>"),
        ("<string>", "text &amp; more, \u{E9}<![CDATA[<a>]]>", "</string>"),
        ("", "no type", ""),
    ] {
        let start = format!("<methodResponse><params><param><value>{start}");
        let end = format!("{end}</value></param></params></methodResponse>");
        let mut document = start.as_bytes().chain(repeated(text, 60_000)).chain(end.as_bytes());
        let mut length = 0;
        let peak = heap::peak(|| {
            let mut decoder = DownloadDecoder::for_response(Options::new());
            let (mut piece, mut out) = (vec![0; 64 << 10], Vec::new());
            loop {
                let progress = decoder.decode(&mut out).unwrap();
                length += out.len();
                out.clear();
                match progress {
                    DownloadProgress::MoreNeeded => match document.read(&mut piece).unwrap() {
                        0 => decoder.end(),
                        length => decoder.feed(&piece[..length]),
                    },
                    DownloadProgress::End => break,
                    other => panic!("{other:?}"),
                }
            }
        });
        println!("{} KiB for {} KiB: {start}", peak >> 10, length >> 10);
        assert!(length > 400_000 && peak <= 400 << 10, "{start}: {peak} bytes");
    }
}
