//! Types that do anything: they ignore errors, catch panics, stop early, leave things out, ask for other
//! types, and go on.
//!
//! Whatever they do, no document is written that is not well-formed or that holds a part of a value, no
//! neighbour is wrong, no call is read from a broken document, and nothing hangs. Each round is made of one
//! seed; `XMLRPC_ROUNDS` sets how many rounds are run.
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeSeed, EnumAccess, Error as _, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor},
    ser::{
        Error as _, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
        SerializeTupleStruct, SerializeTupleVariant,
    },
};
use std::{
    cell::{Cell, RefCell},
    fmt, mem,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
};
use xmlrpc_serde::{
    Options, Struct, Value,
    call::{self, LeadingParams},
    from_str,
    multicall::{self, METHOD, Request},
    response, to_string, to_value,
};

fn rounds() -> u64 {
    let rounds = std::env::var("XMLRPC_ROUNDS").ok().map(|rounds| rounds.parse().unwrap());
    rounds.unwrap_or(if cfg!(miri) { 20 } else { 5_000 })
}

/// Numbers that decide what happens next, the same for the same seed.
struct Choices(Cell<u64>);

impl Choices {
    fn new(seed: u64) -> Self {
        Self(Cell::new(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
    }

    fn below(&self, count: u64) -> u64 {
        let state =
            self.0.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0.set(state);
        (state >> 33) % count
    }

    fn one_in(&self, count: u64) -> bool {
        self.below(count) == 0
    }

    fn pick<'t>(&self, texts: &[&'t str]) -> &'t str {
        texts[usize::try_from(self.below(texts.len() as u64)).unwrap()]
    }
}

/// A panic that prints nothing.
fn quiet_panic() -> ! {
    resume_unwind(Box::new("a test"))
}

/// Runs something that may panic; `None` if it did.
fn caught<T>(run: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(run)).ok()
}

thread_local! {
    /// What went wrong inside a type, where a panic would be caught.
    static WRONG: Cell<Option<&'static str>> = const { Cell::new(None) };
}

#[track_caller]
fn nothing_went_wrong(seed: u64) {
    if let Some(wrong) = WRONG.take() {
        panic!("seed {seed}: {wrong}");
    }
}

// Writing.

/// A type that does what the choices say, and records what it has written.
struct Hostile {
    seed: u64,
    /// The value that was written as a whole; `None` if the last run failed.
    written: RefCell<Option<Value>>,
    record: Record,
}

/// What a run did.
struct Record {
    /// Nothing but to write values that can be written.
    harmless: Cell<bool>,
    /// It wrote nothing that only looks like a date.
    recorded: Cell<bool>,
}

impl Hostile {
    fn new(seed: u64) -> Self {
        let record = Record { harmless: Cell::new(true), recorded: Cell::new(true) };
        Self { seed, written: RefCell::new(None), record }
    }

    /// The value that was written, unless it cannot be told.
    fn value(&self) -> Option<Value> {
        self.written.borrow().clone().filter(|_| self.record.recorded.get())
    }

    fn harmless(&self) -> bool {
        self.record.harmless.get()
    }
}

impl Serialize for Hostile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written.replace(None);
        self.record.harmless.set(true);
        self.record.recorded.set(true);
        let choices = Choices::new(self.seed);
        let node = Node::new(&choices, &self.record, 3);
        let result = node.serialize(serializer)?;
        self.written.replace(node.written.take());
        Ok(result)
    }
}

/// A part of a [`Hostile`] value.
struct Node<'c> {
    choices: &'c Choices,
    record: &'c Record,
    /// How many levels may be below this one.
    levels: u64,
    written: Cell<Option<Value>>,
}

impl<'c> Node<'c> {
    fn new(choices: &'c Choices, record: &'c Record, levels: u64) -> Self {
        Self { choices, record, levels, written: Cell::new(None) }
    }

    fn below(&self) -> Self {
        Self::new(self.choices, self.record, self.levels.saturating_sub(1))
    }

    fn harm(&self) {
        self.record.harmless.set(false);
    }

    /// Writes a scalar.
    fn scalar<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number = i32::try_from(self.choices.below(1000)).unwrap();
        let (value, result) = match self.choices.below(12) {
            0 | 1 => (Value::Int(number), serializer.serialize_i32(number)),
            2 => (Value::Bool(true), serializer.serialize_bool(true)),
            3 => (Value::Double(0.5), serializer.serialize_f32(0.5)),
            4 => (Value::String("a<b>&\r\n".into()), serializer.serialize_str("a<b>&\r\n")),
            5 => (Value::String("é".into()), serializer.serialize_char('é')),
            6 => (Value::Base64(vec![1, 2]), serializer.serialize_bytes(&[1, 2])),
            7 => (Value::String(String::new()), serializer.serialize_unit()),
            8 => (Value::String("Unit".into()), serializer.serialize_unit_variant("E", 0, "Unit")),
            // Not all of these can be written as text, or at all.
            9 => {
                self.harm();
                (Value::String("a\u{1}".into()), serializer.serialize_str("a\u{1}"))
            }
            10 => {
                self.harm();
                (Value::Nil, serializer.serialize_none())
            }
            _ => {
                self.harm();
                (Value::Double(f64::NAN), serializer.serialize_f64(f64::NAN))
            }
        };
        let result = result?;
        self.written.set(Some(value));
        Ok(result)
    }

    /// Runs a part, and gives what it has written, if the type goes on after it.
    fn part<E: serde::ser::Error>(
        &self,
        failed: &Cell<bool>,
        write: impl FnOnce(&Node<'_>) -> Result<(), E>,
    ) -> Result<Option<Value>, E> {
        let node = self.below();
        if self.choices.one_in(3) {
            // An error or a panic is ignored.
            match caught(|| write(&node)) {
                Some(Ok(())) => {}
                Some(Err(_)) => failed.set(true),
                None => self.harm(),
            }
        } else {
            write(&node)?;
        }
        Ok(node.written.take())
    }

    /// What may happen before any step.
    fn whim<E: serde::ser::Error>(&self) -> Result<(), E> {
        match self.choices.below(30) {
            0 => {
                self.harm();
                Err(E::custom("an error of the type's own"))
            }
            1 => {
                self.harm();
                quiet_panic()
            }
            _ => Ok(()),
        }
    }
}

/// The end of a compound: `end`, or it is dropped or leaked. An error of a part must not be lost.
macro_rules! finish {
    ($self:ident, $compound:ident, $failed:ident, $value:expr) => {
        match $self.choices.below(12) {
            0 => {
                $self.harm();
                drop($compound);
                Err(S::Error::custom("dropped"))
            }
            1 => {
                $self.harm();
                mem::forget($compound);
                Err(S::Error::custom("leaked"))
            }
            _ => {
                let result = $compound.end();
                if $failed.get() && result.is_ok() {
                    WRONG.set(Some("the error of a part was lost"));
                }
                $self.written.set(Some($value));
                result
            }
        }
    };
}

impl Node<'_> {
    fn names(&self) -> &'static str {
        self.choices.pick(&["a", "b", "c", "<&>", ""])
    }

    /// Writes elements by the method that a compound has for them.
    fn elements<E: serde::ser::Error>(
        &self,
        failed: &Cell<bool>,
        mut element: impl FnMut(&Node<'_>) -> Result<(), E>,
    ) -> Result<Vec<Value>, E> {
        let mut values = Vec::new();
        for _ in 0..self.choices.below(4) {
            self.whim()?;
            values.extend(self.part(failed, &mut element)?);
        }
        Ok(values)
    }

    fn members<E: serde::ser::Error>(
        &self,
        failed: &Cell<bool>,
        mut member: impl FnMut(&'static str, &Node<'_>) -> Result<(), E>,
    ) -> Result<Struct, E> {
        let mut members = Struct::new();
        for _ in 0..self.choices.below(4) {
            self.whim()?;
            let name = self.names();
            if let Some(value) = self.part(failed, |node| member(name, node))? {
                members.push(name, value);
            }
        }
        Ok(members)
    }

    /// A map of which keys and values come in one call or in two, in any order.
    fn map<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let failed = Cell::new(false);
        let mut map = serializer.serialize_map(None)?;
        let mut members = Struct::new();
        let mut pending = None;
        for _ in 0..self.choices.below(5) {
            self.whim()?;
            let name = self.names();
            match self.choices.below(8) {
                0 => {
                    // Not all keys are text, and some panic or fail late.
                    let key = HostileKey { choices: self.choices, name };
                    self.harm();
                    match caught(|| map.serialize_key(&key)) {
                        Some(Ok(())) if pending.is_some() => WRONG.set(Some("a key has no value")),
                        Some(Ok(())) => pending = Some(name),
                        Some(Err(_)) => failed.set(true),
                        None => {}
                    }
                }
                1 | 2 => {
                    if pending.is_none() {
                        self.harm();
                    }
                    let value = self.part(&failed, |node| map.serialize_value(node))?;
                    match (pending.take(), value) {
                        (Some(name), Some(value)) => members.push(name, value),
                        (None, Some(_)) => WRONG.set(Some("a value has no key")),
                        (_, None) => {}
                    }
                }
                3 => {
                    self.harm();
                    let key = HostileKey { choices: self.choices, name };
                    let value = self.part(&failed, |node| map.serialize_entry(&key, node))?;
                    if let Some(value) = value {
                        members.push(name, value);
                    }
                }
                _ => {
                    if let Some(value) = self.part(&failed, |node| map.serialize_entry(name, node))? {
                        members.push(name, value);
                    }
                }
            }
        }
        if pending.is_some() {
            failed.set(true);
        }
        finish!(self, map, failed, members.into())
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written.set(None);
        self.whim()?;
        if self.levels == 0 {
            return self.scalar(serializer);
        }
        let failed = Cell::new(false);
        match self.choices.below(13) {
            0 | 1 => {
                let mut array = serializer.serialize_seq(None)?;
                let values = self.elements(&failed, |node| array.serialize_element(node))?;
                finish!(self, array, failed, values.into())
            }
            2 => {
                // The promised length may be wrong.
                let mut array = serializer.serialize_tuple(7)?;
                let values = self.elements(&failed, |node| array.serialize_element(node))?;
                finish!(self, array, failed, values.into())
            }
            3 => {
                let mut array = serializer.serialize_tuple_struct("T", 0)?;
                let values = self.elements(&failed, |node| array.serialize_field(node))?;
                finish!(self, array, failed, values.into())
            }
            4 => {
                let mut array = serializer.serialize_tuple_variant("E", 0, "V", 2)?;
                let values = self.elements(&failed, |node| array.serialize_field(node))?;
                finish!(self, array, failed, Struct::from([("V", Value::Array(values))]).into())
            }
            5 => {
                let mut members = serializer.serialize_struct("S", 2)?;
                let values = self.members(&failed, |name, node| members.serialize_field(name, node))?;
                finish!(self, members, failed, values.into())
            }
            6 => {
                let mut members = serializer.serialize_struct_variant("E", 0, "V", 2)?;
                let values = self.members(&failed, |name, node| members.serialize_field(name, node))?;
                finish!(self, members, failed, Struct::from([("V", Value::Struct(values))]).into())
            }
            7 | 8 => self.map(serializer),
            9 => {
                let node = self.below();
                let result = serializer.serialize_newtype_variant("E", 0, "V", &node)?;
                self.written.set(node.written.take().map(|value| Struct::from([("V", value)]).into()));
                Ok(result)
            }
            10 => {
                let node = self.below();
                let result = serializer.serialize_some(&node)?;
                self.written.set(node.written.take());
                Ok(result)
            }
            11 => self.with_private_name(serializer),
            _ => self.scalar(serializer),
        }
    }
}

impl Node<'_> {
    /// Uses the names of the newtypes that stand for dates and `<i8>`, which are this crate's own.
    fn with_private_name<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.harm();
        let dated = self.choices.one_in(2);
        let name = if dated { "$xmlrpc::DateTime" } else { "$xmlrpc::i8" };
        if self.choices.one_in(2) {
            let content = self.choices.pick(&["19980717T14:08:55", "</value><b>", "\u{1}"]);
            let result = serializer.serialize_newtype_struct(name, content)?;
            if dated {
                self.record.recorded.set(false);
            }
            self.written.set(Some(content.into()));
            return Ok(result);
        }
        serializer.serialize_newtype_struct(name, &Failing { choices: self.choices })
    }
}

/// Fails or panics, sometimes after a part of it was written.
struct Failing<'c> {
    choices: &'c Choices,
}

impl Serialize for Failing<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.choices.below(3) {
            0 => quiet_panic(),
            1 => Err(S::Error::custom("failed")),
            _ => {
                let mut array = serializer.serialize_seq(None)?;
                array.serialize_element(&1)?;
                quiet_panic()
            }
        }
    }
}

/// A key that may not be text, may fail after it was written, and may panic.
struct HostileKey<'c> {
    choices: &'c Choices,
    name: &'static str,
}

impl Serialize for HostileKey<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.choices.below(6) {
            0 => serializer.serialize_f64(0.5),
            1 => serializer.serialize_str(self.name).and(Err(S::Error::custom("late"))),
            2 => quiet_panic(),
            _ => serializer.serialize_str(self.name),
        }
    }
}

/// Whether a value is read again from its text.
fn reads_back(value: &Value) -> bool {
    let document = to_string(value).unwrap();
    from_str::<Value>(&document).is_ok_and(|read| read == *value)
}

#[test]
fn what_a_hostile_type_writes_is_a_whole_value_or_an_error() {
    for seed in 0..rounds() {
        let hostile = Hostile::new(seed);
        match caught(|| to_string(&hostile)) {
            Some(Ok(text)) => {
                from_str::<IgnoredAny>(&text).unwrap_or_else(|error| panic!("seed {seed}: {error}\n{text}"));
                if let Some(value) = hostile.value() {
                    assert_eq!(text, to_string(&value).unwrap(), "seed {seed}");
                    assert!(reads_back(&value), "seed {seed}: {text}");
                }
            }
            Some(Err(error)) => assert!(!hostile.harmless(), "seed {seed}: {error}"),
            None => {}
        }
        match caught(|| to_value(&hostile)) {
            Some(Ok(tree)) => {
                if let Some(value) = hostile.value() {
                    assert_eq!(tree, value, "seed {seed}");
                }
            }
            Some(Err(error)) => assert!(!hostile.harmless(), "seed {seed}: {error}"),
            None => {}
        }
        if let Some(Ok(document)) = caught(|| response::encode(&hostile, Options::new())) {
            let read = response::decode::<IgnoredAny>(document.as_bytes(), Options::new());
            assert!(read.is_ok(), "seed {seed}: {document}");
        }
        check_serializer(seed);
        check_value_serializer(seed);
        nothing_went_wrong(seed);
    }
}

/// A public serializer keeps a whole number of the values that it was given, from the first on.
fn check_serializer(seed: u64) {
    let mut serializer = xmlrpc_serde::Serializer::new(Options::new());
    let mut written = vec![String::new()];
    let mut recorded = true;
    for part in 0..3 {
        let hostile = Hostile::new(seed.wrapping_add(part << 32));
        if let Some(Ok(())) = caught(|| hostile.serialize(&mut serializer)) {
            match hostile.value() {
                Some(value) => {
                    written.push(format!("{}{}", written[written.len() - 1], to_string(&value).unwrap()));
                }
                None => recorded = false,
            }
        }
    }
    let text = serializer.into_string();
    let document = format!("<value><array><data>{text}</data></array></value>");
    from_str::<IgnoredAny>(&document).unwrap_or_else(|error| panic!("seed {seed}: {error}\n{text}"));
    assert!(!recorded || written.contains(&text), "seed {seed}: {text}");
}

/// A public serializer of values gives the last one that it was given, or an error.
fn check_value_serializer(seed: u64) {
    let mut serializer = xmlrpc_serde::Serializer::for_value(Options::new());
    let mut last = None;
    for part in 0..3 {
        let hostile = Hostile::new(seed.wrapping_add(part << 32));
        if let Some(Ok(())) = caught(|| hostile.serialize(&mut serializer)) {
            last = hostile.value();
        }
    }
    if let (Ok(value), Some(last)) = (serializer.into_value(), last) {
        assert_eq!(value, last, "seed {seed}");
    }
}

/// Parameters that a hostile type holds, and goes on with after one that could not be written.
struct HostileParams<'h> {
    seed: u64,
    params: &'h [Hostile],
}

impl Serialize for HostileParams<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let choices = Choices::new(self.seed ^ 0x55);
        let mut failed = false;
        let mut params = serializer.serialize_tuple(self.params.len())?;
        for param in self.params {
            match choices.below(3) {
                0 | 1 => failed |= !matches!(caught(|| params.serialize_element(param)), Some(Ok(()))),
                _ => params.serialize_element(param)?,
            }
        }
        let result = params.end();
        if failed && result.is_ok() {
            WRONG.set(Some("the error of a parameter was lost"));
        }
        result
    }
}

#[test]
fn a_hostile_parameter_changes_no_other_call() {
    let leading = LeadingParams::encode(&("key",), Options::new()).unwrap();
    for seed in 0..rounds() {
        let mut request = Request::new(Options::new());
        let mut singles = Vec::new();
        for part in 0..4 {
            let seed = seed.wrapping_add(part << 32);
            let params = [Hostile::new(seed), Hostile::new(!seed)];
            let params = HostileParams { seed, params: &params };
            let leading = if part % 2 == 0 { &leading } else { &LeadingParams::none() };
            let pushed = caught(|| request.push(leading, "hostile", &params));
            let single = caught(|| call::encode_with_leading(leading, "hostile", &params, Options::new()));
            let single = single.and_then(Result::ok);
            assert_eq!(matches!(pushed, Some(Ok(()))), single.is_some(), "seed {seed}");
            singles.extend(single);

            request.push(leading, "good", &(seed.to_string(),)).unwrap();
            let good = call::encode_with_leading(leading, "good", &(seed.to_string(),), Options::new());
            singles.push(good.unwrap());
        }
        nothing_went_wrong(seed);
        assert_eq!(request.len(), singles.len(), "seed {seed}");
        for (index, single) in singles.iter().enumerate() {
            assert_eq!(request.encode_single(index).unwrap(), *single, "seed {seed}");
            call::decode(single, Options::new()).unwrap();
        }
        let body = request.encode(METHOD, 0..request.len()).unwrap();
        let outer = call::decode(&body, Options::new()).unwrap();
        let calls = multicall::calls(&outer).unwrap();
        assert_eq!(calls.len(), singles.len(), "seed {seed}");
        for (call, single) in calls.into_iter().zip(&singles) {
            let (call, single) = (call.unwrap(), call::decode(single, Options::new()).unwrap());
            assert_eq!(call.method(), single.method(), "seed {seed}");
            assert_eq!(call.len(), single.len(), "seed {seed}");
            // What has the name of a date need not be one.
            let values = |call: &call::Call<'_>| call.params::<Value>().ok();
            assert_eq!(values(&call), values(&single), "seed {seed}");
        }
    }
}

// Reading.

/// Reads any value in any way: it ignores errors, catches panics, leaves things unread, and goes on.
#[derive(Clone, Copy)]
struct Careless<'c>(&'c Choices);

impl<'de> DeserializeSeed<'de> for Careless<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        let read = || match self.0.below(18) {
            0 | 1 => value.deserialize_seq(self),
            2 | 3 => value.deserialize_map(self),
            4 => value.deserialize_struct("S", &["a", "b"], self),
            5 => value.deserialize_tuple(2, self),
            6 => value.deserialize_option(self),
            7 => value.deserialize_enum("E", &["a", "b"], self),
            8 => value.deserialize_newtype_struct("N", self),
            9 => value.deserialize_newtype_struct("$xmlrpc::DateTime", self),
            10 => value.deserialize_i32(self),
            11 => value.deserialize_string(self),
            12 => value.deserialize_byte_buf(self),
            13 => value.deserialize_f64(self),
            14 => value.deserialize_ignored_any(self),
            15 => Ok(()),
            16 => Err(D::Error::custom("refused unseen")),
            _ => value.deserialize_any(self),
        };
        match caught(read) {
            // Some pass an error or a panic on.
            Some(Err(error)) if self.0.one_in(8) => Err(error),
            None if self.0.one_in(8) => quiet_panic(),
            _ => Ok(()),
        }
    }
}

impl Careless<'_> {
    fn whim<E: serde::de::Error>(self) -> Result<(), E> {
        match self.0.below(24) {
            0 => Err(E::custom("an error of the type's own")),
            1 => quiet_panic(),
            _ => Ok(()),
        }
    }
}

impl<'de> Visitor<'de> for Careless<'_> {
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
            let next = match self.0.below(10) {
                0 => return Ok(()),
                1 => elements.next_element::<bool>().map(|element| element.map(drop)),
                2 => elements.next_element::<Vec<u8>>().map(|element| element.map(drop)),
                3 => elements.next_element::<Value>().map(|element| element.map(drop)),
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
            let _ = match self.0.below(6) {
                0 => Ok(()),
                1 => members.next_value::<i32>().map(drop),
                2 => members.next_value_seed(self).and_then(|()| members.next_value_seed(self)),
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

/// [`Careless`] where a type is wanted. It never fails, but may panic.
struct CarelessType;

impl<'de> Deserialize<'de> for CarelessType {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        let choices = Choices::new(SEED.get());
        let _ = caught(|| Careless(&choices).deserialize(value));
        Ok(Self)
    }
}

/// A value with a hostile neighbour on each side.
#[derive(Deserialize)]
struct Between<T> {
    first: Value,
    #[serde(rename = "hostile")]
    _hostile: T,
    last: Value,
}

/// A document, well-formed or not: one value between two others, in an array, a struct, or a list of
/// parameters.
struct Documents {
    array: String,
    structure: String,
    params: String,
}

impl Documents {
    fn new(choices: &Choices, seed: u64) -> Option<Self> {
        let hostile = Hostile::new(seed);
        let mut middle = caught(|| to_string(&hostile))?.ok()?;
        let (first, last) =
            (to_string(&choices.below(100)).unwrap(), to_string(choices.pick(&["", "a", "&"])).unwrap());
        if choices.one_in(3) {
            middle = middle.replace("><", ">\n<");
        }
        if choices.one_in(2) {
            middle = mutated(&middle, choices);
        }
        let member = |name: &str, value: &str| format!("<member><name>{name}</name>{value}</member>");
        Some(Self {
            array: format!("<value><array><data>{first}{middle}{last}</data></array></value>"),
            structure: format!(
                "<value><struct>{}{}{}</struct></value>",
                member("first", &first),
                member("hostile", &middle),
                member("last", &last)
            ),
            params: format!(
                "<methodCall><methodName>m</methodName><params><param>{first}</param><param>{middle}</param>\
                 <param>{last}</param></params></methodCall>"
            ),
        })
    }
}

/// A mistake somewhere: a piece of markup is left out, doubled, or replaced, or the text is cut.
fn mutated(document: &str, choices: &Choices) -> String {
    const PIECES: [&str; 12] = [
        "</data></array></value>",
        "</struct></value>",
        "</value>",
        "<value>",
        "<value/>",
        "</param>",
        "<int>1</int>",
        "<member>",
        "</member>",
        "&",
        "]]>",
        "<foo/>",
    ];
    let mut places: Vec<usize> = document.match_indices('<').map(|(at, _)| at).collect();
    places.push(document.len());
    let at = usize::try_from(choices.below(places.len() as u64 - 1)).unwrap();
    let (start, end) = (places[at], places[at + 1]);
    let (before, piece, after) = (&document[..start], &document[start..end], &document[end..]);
    match choices.below(5) {
        0 => format!("{before}{after}"),
        1 => format!("{before}{piece}{piece}{after}"),
        2 => before.to_owned(),
        3 => format!("{before}{}{piece}{after}", choices.pick(&PIECES)),
        _ => format!("{before}{}{after}", choices.pick(&PIECES)),
    }
}

#[test]
fn a_careless_type_gets_no_value_of_a_broken_document_and_spoils_no_neighbour() {
    for seed in 0..rounds() {
        let choices = Choices::new(!seed);
        let Some(documents) = Documents::new(&choices, seed) else { continue };
        SEED.set(seed);
        for options in [Options::new(), Options::new().fast_lanes(false)] {
            let read =
                options.from_str::<(Value, CarelessType, Value)>(&documents.array).map(|(a, _, b)| (a, b));
            let checked =
                options.from_str::<(Value, IgnoredAny, Value)>(&documents.array).map(|(a, _, b)| (a, b));
            same(read, checked, seed, &documents.array);

            let read =
                options.from_str::<Between<CarelessType>>(&documents.structure).map(|it| (it.first, it.last));
            let checked =
                options.from_str::<Between<IgnoredAny>>(&documents.structure).map(|it| (it.first, it.last));
            same(read, checked, seed, &documents.structure);

            let checked = call::decode(documents.params.as_bytes(), options)
                .and_then(|call| call.params::<(Value, IgnoredAny, Value)>().map(|(a, _, b)| (a, b)));
            let read = call::open(documents.params.as_bytes(), options).and_then(|call| {
                let mut params = call.params();
                let first = params.next::<Value>()?;
                let hostile = params.next::<CarelessType>()?;
                let last = params.next::<Value>()?;
                params.finish()?;
                // Only now may a call run.
                Ok((first.unwrap_or(Value::Nil), hostile.and(last).unwrap_or(Value::Nil)))
            });
            same(read, checked, seed, &documents.params);
        }
    }
}

/// A careless type reads what one reads that looks at nothing, and the neighbours are the same.
#[track_caller]
fn same(
    read: xmlrpc_serde::Result<(Value, Value)>,
    checked: xmlrpc_serde::Result<(Value, Value)>,
    seed: u64,
    document: &str,
) {
    match (read, checked) {
        (Ok(read), Ok(checked)) => assert_eq!(read, checked, "seed {seed}: {document}"),
        (Err(_), Err(_)) => {}
        (read, checked) => panic!("seed {seed}: {read:?}, {checked:?}\n{document}"),
    }
}
