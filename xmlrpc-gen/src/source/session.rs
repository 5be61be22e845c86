//! `RecordedSession`: evidence while it grows, exchange by exchange.

use super::{Answers, exchange::RecordedCall, multicall};
use crate::{
    Contract,
    evidence::{fingerprint, forget, merge_fault, observe, observe_absent_reply},
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use xmlrpc_client::contract::{
    Columns, Evidence, KnownEnvelope, Leading, LearnedFrom, Method, Opened, SeenCall, SeenFault, Shape, Type,
};
use xmlrpc_serde::{Fault, Struct, Value};

/// The methods that describe a server and carry other calls, which are not part of its API.
pub(crate) const OF_THE_PROTOCOL: [&str; 5] = [
    "system.listMethods",
    "system.methodSignature",
    "system.methodHelp",
    "system.getCapabilities",
    "system.multicall",
];

/// At how many places in front a leading parameter may stand.
const LEADING_PLACES: usize = 3;
/// In how many methods the same value has to stand there.
const LEADING_METHODS: usize = 5;
/// How deep in the parameters a list of members' names is looked for.
const NAMES_DEPTH: usize = 3;

/// What was seen so far.
#[derive(Default)]
pub(crate) struct RecordedSession {
    methods: BTreeMap<String, Seen>,
    calls: Vec<PendingCall>,
    replies: u32,
    /// What the server said of itself in the recordings.
    pub(crate) answers: Answers,
}

#[derive(Default)]
struct Seen {
    evidence: Evidence,
    /// Whether a reply was not in the envelope of those before.
    not_enveloped: bool,
    /// The texts that stood where columns stand.
    columns: BTreeSet<String>,
}

/// A call whose parameters wait until it is known which of them are leading.
struct PendingCall {
    method: String,
    params: Vec<Value>,
    failed: bool,
}

impl RecordedSession {
    /// Adds an exchange; the calls of a multicall one by one.
    pub(crate) fn add(&mut self, exchange: RecordedCall) {
        if let Some(calls) = multicall::calls(&exchange) {
            for call in calls {
                self.add(call);
            }
            return;
        }
        if let Ok(value) = &exchange.outcome {
            self.answers.take(&exchange.method, &exchange.params, value.as_ref());
        }
        if OF_THE_PROTOCOL.contains(&&*exchange.method)
            || multicall::is_multicall(&exchange.method) && exchange.params.len() == 1
        {
            return;
        }
        let seen = self.methods.entry(exchange.method.clone()).or_default();
        match exchange.outcome {
            Err(fault) => merge_fault(&mut seen.evidence.faults, &seen_fault(&fault, &exchange.params)),
            Ok(value) => {
                self.replies += 1;
                let failed = seen.add_reply(value.as_ref(), &exchange.params, self.replies);
                self.calls.push(PendingCall { method: exchange.method, params: exchange.params, failed });
            }
        }
    }

    /// The contract of everything that was seen. `known` is what is known of the same server from before.
    pub(crate) fn finish(mut self, known: &Contract) -> Contract {
        let leading = self.leading(known);
        // Other values of the leading parameters are leading, too, in methods that have them.
        let with_leading: HashSet<(String, usize)> = self
            .calls
            .iter()
            .filter(|call| {
                !leading.is_empty() && own_params(&call.params, &leading, false).len() < call.params.len()
            })
            .map(|call| (call.method.clone(), call.params.len()))
            .collect();
        for (reply, call) in self.calls.drain(..).enumerate() {
            let reply = u32::try_from(reply).unwrap_or(u32::MAX).saturating_add(1);
            let has_leading = with_leading.contains(&(call.method.clone(), call.params.len()));
            let own = own_params(&call.params, &leading, has_leading);
            let Some(seen) = self.methods.get_mut(&call.method) else { continue };
            let calls = if call.failed { &mut seen.evidence.failed_calls } else { &mut seen.evidence.calls };
            observe_call(calls, own, reply);
        }
        let names: HashSet<String> =
            self.methods.keys().chain(&self.answers.methods).chain(known.methods.keys()).cloned().collect();
        let methods = self.methods.into_iter().map(|(name, mut seen)| {
            if let Some(columns) = &mut seen.evidence.columns {
                columns.names =
                    seen.columns.into_iter().filter(|text| names.contains(column_method(text))).collect();
            }
            forget(&mut seen.evidence);
            let sources = match seen.evidence.replies {
                0 => Vec::new(),
                replies => vec![LearnedFrom::Replies(replies)],
            };
            (name, Method { evidence: Some(Box::new(seen.evidence)), sources, ..Method::default() })
        });
        Contract {
            methods: methods.collect(),
            leading: leading.into_iter().map(|(leading, _)| leading).collect(),
            ..Contract::default()
        }
    }

    /// The leading parameters, each with a number that tells its value.
    fn leading(&self, known: &Contract) -> Vec<(Leading, u64)> {
        let mut leading = Vec::new();
        for place in 0..LEADING_PLACES {
            let mut counts: HashMap<u64, (usize, HashSet<&str>, Type)> = HashMap::new();
            for call in &self.calls {
                let Some((value, ty)) = call.params.get(place).and_then(scalar) else { continue };
                let entry = counts.entry(value).or_insert_with(|| (0, HashSet::new(), ty));
                entry.0 += 1;
                entry.1.insert(&call.method);
            }
            let Some((value, (count, methods, ty))) =
                counts.into_iter().max_by_key(|(value, (count, ..))| (*count, *value))
            else {
                continue;
            };
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            let expected = known.leading.iter().any(|leading| leading.place == place && leading.ty == ty);
            let usual = count * 5 >= self.calls.len() * 4;
            if usual && (expected || methods.len() >= LEADING_METHODS) {
                leading.push((Leading { place, ty }, value));
            }
        }
        leading
    }
}

/// The method that a column names: `d.name=` names `d.name`.
fn column_method(column: &str) -> &str {
    column.trim_end_matches('=')
}

fn scalar(value: &Value) -> Option<(u64, Type)> {
    match value {
        Value::String(text) => Some((fingerprint(text), Type::Text)),
        Value::Int(number) => Some((fingerprint(&number.to_string()), Type::Int)),
        Value::I8(number) => Some((fingerprint(&number.to_string()), Type::Long)),
        _ => None,
    }
}

/// The parameters without the leading ones, if the call had them: all of them with their values, or, in a
/// method that is known to have them, with any values of their types.
fn own_params<'a>(params: &'a [Value], leading: &[(Leading, u64)], any_value: bool) -> Vec<&'a Value> {
    let is_leading = |place: usize| leading.iter().any(|(leading, _)| leading.place as usize == place);
    let has_all = leading.iter().all(|(leading, print)| {
        let found = params.get(leading.place as usize).and_then(scalar);
        found.is_some_and(|(found, ty)| found == *print || any_value && ty == leading.ty)
    });
    let own = params.iter().enumerate().filter(|(place, _)| !(has_all && is_leading(*place)));
    own.map(|(_, value)| value).collect()
}

fn observe_call(calls: &mut Vec<SeenCall>, params: Vec<&Value>, reply: u32) {
    let at = calls.binary_search_by_key(&params.len(), |call| call.params.len()).unwrap_or_else(|at| {
        calls.insert(at, SeenCall { params: vec![Shape::default(); params.len()] });
        at
    });
    for (shape, value) in calls[at].params.iter_mut().zip(params) {
        observe(shape, value, reply);
    }
}

impl Seen {
    /// Adds a reply, and says whether it may be a failure.
    fn add_reply(&mut self, value: Option<&Value>, params: &[Value], reply: u32) -> bool {
        self.evidence.replies += 1;
        let Some(value) = value else {
            observe_absent_reply(&mut self.evidence.reply);
            self.break_envelope();
            return false;
        };
        observe(&mut self.evidence.reply, value, reply);
        self.evidence.echoes += u32::from(matches!(params, [only] if only == value));
        self.evidence.chosen_members |= chooses_members(params, value);
        self.add_columns(params, value);
        if let Some((envelope, result)) = open(value) {
            self.evidence.chosen_members |= result.is_some_and(|result| chooses_members(params, result));
            self.add_opened(envelope, result, reply);
            result.is_none()
        } else {
            self.break_envelope();
            // IXR's servers answer failures with an empty struct.
            value.as_struct().is_some_and(Struct::is_empty)
        }
    }

    fn break_envelope(&mut self) {
        self.not_enveloped = true;
        self.evidence.opened = None;
    }

    fn add_opened(&mut self, envelope: KnownEnvelope, result: Option<&Value>, reply: u32) {
        let same = self.evidence.opened.as_ref().is_none_or(|opened| opened.envelope == envelope);
        if self.not_enveloped || !same {
            self.break_envelope();
            return;
        }
        let opened = self.evidence.opened.get_or_insert_with(|| Opened {
            envelope,
            result: Shape::default(),
            replies: 0,
        });
        if let Some(result) = result {
            opened.replies += 1;
            observe(&mut opened.result, result, reply);
        }
    }

    fn add_columns(&mut self, params: &[Value], value: &Value) {
        let Some(length) = row_length(value) else { return };
        let columns = params.len().checked_sub(length).map(|before| (before, &params[before..]));
        let texts = columns.and_then(|(before, columns)| {
            let texts: Option<BTreeSet<&str>> = columns.iter().map(Value::as_str).collect();
            texts.filter(|texts| texts.len() == length).map(|texts| (before, texts))
        });
        let (Some((before, texts)), Ok(count)) = (texts, u32::try_from(length)) else {
            self.evidence.fixed_columns = true;
            return;
        };
        let before = u32::try_from(before).unwrap_or(u32::MAX);
        let known = self.evidence.columns.get_or_insert_with(|| Columns { before, ..Columns::default() });
        if known.before != before {
            self.evidence.fixed_columns = true;
        }
        if let Err(at) = known.counts.binary_search(&count) {
            known.counts.insert(at, count);
        }
        self.columns.extend(texts.into_iter().map(str::to_owned));
    }
}

/// The length of the rows of a table, if they have one.
fn row_length(value: &Value) -> Option<usize> {
    let Value::Array(rows) = value else { return None };
    let mut lengths = rows.iter().map(|row| match row {
        Value::Array(row) => Some(row.len()),
        _ => None,
    });
    let first = lengths.next()??;
    (first > 0 && lengths.all(|length| length == Some(first))).then_some(first)
}

/// The envelope that a reply may be in, and its result; `None` for the result of a failure.
fn open(value: &Value) -> Option<(KnownEnvelope, Option<&Value>)> {
    match value {
        Value::Array(items) => match &items[..] {
            [Value::Int(code @ -1..=1), Value::String(_), result] => {
                Some((KnownEnvelope::Ros, (*code == 1).then_some(result)))
            }
            [Value::Bool(success), result, Value::Int(_) | Value::I8(_), ..] if items.len() <= 5 => {
                let failed = !success && matches!(result, Value::String(_));
                (*success || failed).then_some((KnownEnvelope::OpenNebula, success.then_some(result)))
            }
            _ => None,
        },
        Value::Struct(members) => match members.get("Status")?.as_str()? {
            "Success" => Some((KnownEnvelope::Xapi, Some(members.get("Value")?))),
            "Failure" => members.get("ErrorDescription").map(|_| (KnownEnvelope::Xapi, None)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a parameter lists the members that the structs of the reply have.
fn chooses_members(params: &[Value], reply: &Value) -> bool {
    let structs: Vec<&Struct> = match reply {
        Value::Struct(members) => vec![members],
        Value::Array(items) => items.iter().filter_map(as_struct).collect(),
        _ => return false,
    };
    if structs.is_empty() {
        return false;
    }
    let mut lists = Vec::new();
    for param in params {
        lists_of_names(param, NAMES_DEPTH, &mut lists);
    }
    lists.iter().any(|names| {
        structs.iter().all(|members| {
            let mut listed = 0;
            let all = members.iter().all(|(name, _)| {
                let name: &str = name;
                let is_listed = names.contains(name);
                listed += usize::from(is_listed);
                is_listed || name == "id"
            });
            all && listed > 0
        })
    })
}

fn as_struct(value: &Value) -> Option<&Struct> {
    match value {
        Value::Struct(members) => Some(members),
        _ => None,
    }
}

/// Collects the lists of texts in a parameter.
fn lists_of_names<'a>(param: &'a Value, depth: usize, lists: &mut Vec<HashSet<&'a str>>) {
    if depth == 0 {
        return;
    }
    match param {
        Value::Array(items) => {
            if let Some(names) = items.iter().map(Value::as_str).collect::<Option<HashSet<_>>>() {
                if !names.is_empty() {
                    lists.push(names);
                }
                return;
            }
            for item in items {
                lists_of_names(item, depth - 1, lists);
            }
        }
        Value::Struct(members) => {
            for (_, value) in members {
                lists_of_names(value, depth - 1, lists);
            }
        }
        _ => {}
    }
}

/// A fault by its code and by the upper-case word that its text begins with.
fn seen_fault(fault: &Fault, params: &[Value]) -> SeenFault {
    let name = upper_case_word(&fault.message).filter(|word| !params.iter().any(|param| holds(param, word)));
    SeenFault {
        code: fault.code,
        names: name.iter().map(|name| (*name).to_owned()).collect(),
        unnamed: name.is_none(),
        differing: false,
        fingerprint: if name.is_some() { 0 } else { fingerprint(&fault.message) | 1 },
    }
}

/// `BAD_NAME` of `BAD_NAME: web`. A word alone has to be followed by a colon, or to be the whole text.
fn upper_case_word(text: &str) -> Option<&str> {
    let end = text
        .find(|c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_'))
        .unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let is_word = word.len() >= 3
        && word.len() <= 60
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && !word.ends_with('_');
    let ends = rest.is_empty()
        || rest.starts_with(':')
        || word.contains('_') && rest.starts_with(char::is_whitespace);
    (is_word && ends).then_some(word)
}

/// Whether a text in a parameter has this word in it: then the word is a value and not the server's own.
fn holds(param: &Value, word: &str) -> bool {
    match param {
        Value::String(text) => text.contains(word),
        Value::Array(items) => items.iter().any(|item| holds(item, word)),
        Value::Struct(members) => members.iter().any(|(_, value)| holds(value, word)),
        _ => false,
    }
}
