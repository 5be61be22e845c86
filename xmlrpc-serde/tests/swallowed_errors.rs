//! A type may ignore the errors of its parts, leave its deserializer unused, or panic. A well-formed document
//! is then read as the type wishes. A broken one is refused all the same, and no type can go on forever.
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, EnumAccess, Error as _, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor},
};
use std::{
    cell::Cell,
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
};
use xmlrpc_serde::{Options, Value, call, response};

/// Numbers that decide what a type does next, the same on every run.
struct Whims(Cell<u64>);

impl Whims {
    fn new(seed: u64) -> Self {
        Self(Cell::new(seed))
    }

    fn below(&self, count: u64) -> u64 {
        let state =
            self.0.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0.set(state);
        (state >> 33) % count
    }
}

/// Takes any value in any way, and never fails.
#[derive(Clone, Copy)]
struct Lenient<'w>(&'w Whims);

impl<'de> DeserializeSeed<'de> for Lenient<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        let read = || match self.0.below(16) {
            0 | 1 => value.deserialize_seq(self),
            2 | 3 => value.deserialize_map(self),
            4 => value.deserialize_struct("Struct", &["a", "b"], self),
            5 => value.deserialize_tuple(2, self),
            6 => value.deserialize_option(self),
            7 => value.deserialize_enum("Enum", &["a", "b"], self),
            8 => value.deserialize_newtype_struct("Newtype", self),
            9 => value.deserialize_i32(self),
            10 => value.deserialize_str(self),
            11 => value.deserialize_byte_buf(self),
            12 => value.deserialize_f64(self),
            // Not at all.
            13 => Ok(()),
            14 => Err(D::Error::custom("a value that is refused unseen")),
            _ => value.deserialize_any(self),
        };
        // A panic of the type, or inside it.
        let _ = catch_unwind(AssertUnwindSafe(read));
        Ok(())
    }
}

impl Lenient<'_> {
    /// What may happen after any step.
    fn whim<E: serde::de::Error>(self) -> Result<(), E> {
        match self.0.below(24) {
            0 => Err(E::custom("an error of the type's own")),
            1 => std::panic::resume_unwind(Box::new("a panic of the type's own")),
            _ => Ok(()),
        }
    }
}

impl<'de> Visitor<'de> for Lenient<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_i32<E: serde::de::Error>(self, _: i32) -> Result<(), E> {
        self.whim()
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.whim()
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.whim()
    }

    fn visit_str<E: serde::de::Error>(self, _: &str) -> Result<(), E> {
        self.whim()
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        self.deserialize(value)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        self.deserialize(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        loop {
            self.whim()?;
            let next = match self.0.below(12) {
                0 => return Ok(()),
                1 => elements.next_element::<bool>().map(|element| element.map(drop)),
                2 => elements.next_element::<Vec<u8>>().map(|element| element.map(drop)),
                3 => elements.next_element::<Value>().map(|element| element.map(drop)),
                4 => elements.next_element::<IgnoredAny>().map(|element| element.map(drop)),
                _ => elements.next_element_seed(self),
            };
            // An error is not the end.
            if let Ok(None) = next {
                return Ok(());
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        loop {
            self.whim()?;
            let next = match self.0.below(8) {
                0 => return Ok(()),
                1 => members.next_key::<u8>().map(|key| key.map(drop)),
                _ => members.next_key::<String>().map(|key| key.map(drop)),
            };
            if let Ok(None) = next {
                return Ok(());
            }
            self.whim()?;
            let _ = match self.0.below(8) {
                0 => Ok(()),
                1 => members.next_value::<i32>().map(drop),
                2 => members.next_value::<Value>().map(drop),
                // Twice.
                3 => members.next_value_seed(self).and_then(|()| members.next_value_seed(self)),
                _ => members.next_value_seed(self),
            };
        }
    }

    fn visit_enum<A: EnumAccess<'de>>(self, variant: A) -> Result<(), A::Error> {
        self.whim()?;
        let (_, content) = variant.variant::<String>()?;
        self.whim()?;
        match self.0.below(5) {
            0 => content.unit_variant(),
            1 => content.newtype_variant_seed(self),
            2 => content.tuple_variant(2, self),
            3 => content.struct_variant(&["a", "b"], self),
            _ => Ok(()),
        }
    }
}

thread_local! {
    static SEED: Cell<u64> = const { Cell::new(0) };
}

/// [`Lenient`] where a type is wanted.
#[derive(Debug)]
struct LenientType;

impl<'de> Deserialize<'de> for LenientType {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        Lenient(&Whims::new(SEED.get())).deserialize(value).map(|()| Self)
    }
}

/// Reads a document in every way as a type that never fails, and holds the outcome against a reading that
/// looks at nothing but the document.
#[track_caller]
fn check(document: &[u8], seed: u64) {
    SEED.set(seed);
    for options in [Options::new(), Options::new().fast_lanes(false), Options::new().max_depth(2)] {
        let shown = || format!("seed {seed}, {options:?}: {}", String::from_utf8_lossy(document));

        let read = options.from_slice::<LenientType>(document).map(drop);
        let checked = options.from_slice::<IgnoredAny>(document).map(drop);
        assert_eq!(read.is_ok(), checked.is_ok(), "{read:?} {checked:?} {}", shown());

        let read = response::decode::<LenientType>(document, options).map(drop);
        let checked = response::decode::<IgnoredAny>(document, options).map(drop);
        assert_eq!(read.is_ok(), checked.is_ok(), "{read:?} {checked:?} {}", shown());

        let checked = call::decode(document, options);
        let read = call::open(document, options).and_then(|call| {
            let mut params = call.params();
            while params.next::<LenientType>()?.is_some() {}
            params.finish()
        });
        assert_eq!(read.is_ok(), checked.is_ok(), "{read:?} {checked:?} {}", shown());
        if let Ok(call) = checked {
            call.params::<Vec<LenientType>>().unwrap_or_else(|error| panic!("{error} {}", shown()));
        }

        if let Ok(text) = str::from_utf8(document) {
            let mut deserializer = xmlrpc_serde::Deserializer::with_options(text, options);
            LenientType::deserialize(&mut deserializer).unwrap();
            let end = deserializer.end();
            let checked = options.from_str::<IgnoredAny>(text).map(drop);
            assert_eq!(end.is_ok(), checked.is_ok(), "{end:?} {checked:?} {}", shown());
        }
    }
}

const VALUES: &[&str] = &[
    "<value><array><data><value><int>1</int></value><value><array><data><value>bad</value></data></array>\
     </value>\
     <value><struct><member><name>a</name><value><array><data/></array></value></member></struct></value>\
     </data></array>\
     </value>",
    "<value><struct>\n<member>\n<name>a</name>\n<value><struct>\n<member>\n<name>b</name>\n<value><nil/>\
     </value>\n\
     </member>\n</struct></value>\n</member>\n<member>\n<name>c</name>\n<value><array><data>\n<value>\
     <boolean>1</boolean>\
     </value>\n<value><double>1.5</double></value>\n<value/></data></array></value>\n</member>\n</struct>\
     </value>",
    "<x:value a='1'><!-- c --><x:struct><member><x:name>k<?p q?></x:name><y:value><y:array><data><value>\
     <![CDATA[<&]]>&amp;</value><z:value/></data></y:array></y:value></member></x:struct>\n</x:value>",
    "<value><struct><member><name>a</name><value><base64>\nAAEC\n</base64></value></member></struct></value>",
    "<value>\n  <array>\n    <data>\n      <value>\n        <dateTime.iso8601>19980717T14:08:55\
     </dateTime.iso8601>\n\
         </value>\n      <value>  text  </value>\n    </data>\n  </array>\n</value>",
    "<value><i8>9</i8></value>",
    "<struct><member><name>a</name><array><int>1</int><value>b</value><array/><nil/></array></member><member>\
     <name>b</name><struct/></member></struct>",
    "<array><data><int>1</int><array><value/></array></data></array>",
    "<int>7</int>",
    "<value></value>",
    "<value/>",
];

fn documents() -> Vec<String> {
    let call = |values: &str| {
        format!(
            "<?xml version='1.0'?>\n<methodCall><methodName>m</methodName><params>{values}</params>\
             </methodCall>"
        )
    };
    let param = |value: &&str| format!("<param>{value}</param>");
    let mut documents: Vec<String> = VALUES.iter().map(|value| (*value).to_owned()).collect();
    documents.push(call(&VALUES.iter().map(param).collect::<String>()));
    documents.push(call(&VALUES.iter().rev().map(param).collect::<Vec<_>>().join("\n")));
    let several: String = VALUES[..4].iter().map(param).collect();
    documents.push(format!("<methodResponse><params>{several}</params></methodResponse>"));
    documents.push("<methodResponse><params><param/></params></methodResponse>".into());
    documents.push(call("<param></param>"));
    for value in VALUES {
        documents.push(format!("<methodResponse>\n<params>{}</params>\n</methodResponse>\n", param(value)));
    }
    documents
}

/// A mistake somewhere: a byte, or a piece of markup, is left out, doubled, moved, or replaced.
fn mutate(document: &str, whims: &Whims) -> Vec<u8> {
    const PIECES: &[&str] = &[
        "</data></array></value>",
        "</struct></value>",
        "</member></struct></value>",
        "</value>",
        "<value>",
        "<value/>",
        "</param>",
        "<int>1</int>",
        "<array><data>",
        "</data>",
        "<data>",
        "<struct>",
        "<member>",
        "<name>a</name>",
        "</member>",
        "</x:value>",
        "<!--",
        "&",
        "]]>",
        "\u{1}",
    ];
    let at = |length: usize| usize::try_from(whims.below(length as u64 + 1)).unwrap();
    let markup: Vec<usize> = document.match_indices('<').map(|(at, _)| at).chain([document.len()]).collect();
    let bytes = document.as_bytes();
    let start = at(bytes.len() - 1);
    let piece = PIECES[at(PIECES.len() - 1)];
    let tag = at(markup.len() - 2);
    let tag = markup[tag]..markup[tag + 1];
    match whims.below(7) {
        0 => [&bytes[..start], &bytes[start + 1..]].concat(),
        1 => [&bytes[..start], &bytes[start..=start], &bytes[start..]].concat(),
        2 => bytes[..start].to_vec(),
        3 => [&bytes[..tag.start], &bytes[tag.end..]].concat(),
        4 => [&bytes[..tag.end], &bytes[tag.clone()], &bytes[tag.end..]].concat(),
        5 => [&bytes[..tag.start], piece.as_bytes(), &bytes[tag.start..]].concat(),
        _ => [&bytes[..tag.start], piece.as_bytes(), &bytes[tag.end..]].concat(),
    }
}

#[test]
fn a_type_that_ignores_every_error_is_read_from_every_well_formed_document() {
    for document in documents() {
        for seed in 0..500 {
            check(document.as_bytes(), seed);
        }
    }
}

#[test]
fn no_malformed_document_is_read_by_a_type_that_ignores_every_error() {
    let documents = documents();
    let whims = Whims::new(1);
    for seed in 0..10_000 {
        let document = &documents[usize::try_from(whims.below(documents.len() as u64)).unwrap()];
        check(&mutate(document, &whims), seed);
    }
}

/// Every document of the corpus, if it is there.
#[test]
fn no_malformed_document_of_the_corpus_is_read_by_a_type_that_ignores_every_error() {
    use base64::{Engine, engine::general_purpose::STANDARD};

    let corpus = std::env::var("XMLRPC_CORPUS")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpus").into());
    let Ok(cases) = std::fs::read_to_string(format!("{corpus}/decode/public.jsonl")) else {
        eprintln!("not run: there is no corpus at {corpus} (set XMLRPC_CORPUS)");
        return;
    };
    for case in cases.lines() {
        let case: serde_json::Value = serde_json::from_str(case).unwrap();
        let document = match (case["doc"].as_str(), case["doc_b64"].as_str()) {
            (Some(text), _) => text.as_bytes().to_vec(),
            (None, Some(encoded)) => STANDARD.decode(encoded).unwrap(),
            (None, None) => continue,
        };
        if document.len() < 100_000 {
            for seed in 0..20 {
                check(&document, seed);
            }
        }
    }
}

/// Numbers, or none if they cannot be read, as a program might write it.
#[derive(Debug, PartialEq)]
struct Numbers(Vec<i32>);

impl<'de> Deserialize<'de> for Numbers {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        Ok(Self(Vec::deserialize(value).unwrap_or_default()))
    }
}

#[test]
fn a_part_that_cannot_be_read_is_what_its_type_makes_of_it() {
    let numbers = "<value><array><data><value><int>1</int></value></data></array></value>";
    for wrong in [
        "<value>bad</value>",
        "<value><array><data><value><int>1</int></value><value>bad</value><value><int>3</int></value>\
         </data></array></value>",
        "<value><array><data><value><struct><member><name>a</name><value/></member></struct></value></data>\
         </array></value>",
        "<value><struct><member><name>a</name><value>b</value></member></struct></value>",
        "<value/>",
    ] {
        let xml = format!("<value><array><data>{numbers}{wrong}{numbers}</data></array></value>");
        let read: Vec<Numbers> = xmlrpc_serde::from_str(&xml).unwrap();
        assert_eq!(read, [Numbers(vec![1]), Numbers(vec![]), Numbers(vec![1])], "{wrong}");

        let xml = format!(
            "<methodCall><methodName>m</methodName><params><param>{wrong}</param><param>{numbers}</param>\
             </params>\
             </methodCall>"
        );
        let call = call::open(xml.as_bytes(), Options::new()).unwrap();
        let mut params = call.params();
        assert_eq!(params.next().unwrap(), Some(Numbers(vec![])), "{wrong}");
        assert_eq!(params.next().unwrap(), Some(Numbers(vec![1])), "{wrong}");
        params.finish().unwrap();
    }
}

#[test]
fn a_broken_document_is_refused_with_its_own_error_whatever_a_type_makes_of_it() {
    let xml = "<value><array><data><value><array><data><value>bad</value></data></array></value>\n\
               <value><array><data><value>bad</value></param></params></methodCall>";
    let error = xmlrpc_serde::from_str::<Vec<Numbers>>(xml).unwrap_err();
    assert_eq!(
        error.to_string(),
        "unexpected `</param>`, expected `<value>` or `</data>` (line 2, column 39)"
    );

    let xml = "<methodCall><methodName>m</methodName><params><param><value><array><data><value>bad</value>\
    </param>\
               </params></methodCall>";
    let call = call::open(xml.as_bytes(), Options::new()).unwrap();
    let mut params = call.params();
    let error = params.next::<Numbers>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "unexpected `</param>`, expected `<value>` or `</data>` at params[0] (line 1, column 92)"
    );
    let error = params.finish().unwrap_err();
    assert_eq!(error.to_string(), "the parameters cannot be read on after one that could not be read");
}

/// Asks for a member's value although it failed, and for further elements although the array is broken.
#[test]
fn a_visitor_that_goes_on_after_an_error_comes_to_an_end() {
    struct Insistent;

    impl<'de> Visitor<'de> for Insistent {
        type Value = usize;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an array")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<usize, A::Error> {
            let mut errors = 0;
            loop {
                match elements.next_element::<i32>() {
                    Ok(Some(_)) => {}
                    Ok(None) => return Ok(errors),
                    Err(_) => errors += 1,
                }
            }
        }
    }

    struct Errors(usize);

    impl<'de> Deserialize<'de> for Errors {
        fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
            value.deserialize_seq(Insistent).map(Self)
        }
    }

    let wrong = "<value>a</value><value><int>1</int></value><value><array><data/></array></value>";
    let errors: Errors =
        xmlrpc_serde::from_str(&format!("<value><array><data>{wrong}</data></array></value>")).unwrap();
    assert_eq!(errors.0, 2);
    let error = xmlrpc_serde::from_str::<Errors>(&format!("<value><array><data>{wrong}</value>")).map(|_| ());
    assert_eq!(
        error.unwrap_err().to_string(),
        "unexpected `</value>`, expected `<value>` or `</data>` (line 1, column 101)"
    );
}
