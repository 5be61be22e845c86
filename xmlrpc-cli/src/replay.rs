//! `Replay`: the answers of a recorded server, by method and parameters.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};
use xmlrpc::Value;
use xmlrpc_gen::source::RecordedExchange;

/// What stands in recordings for a value that was a secret.
pub const REDACTED: &str = "***";

/// The answers of a recorded server.
///
/// Parameters are compared as values, so that another client than the recorded one is understood too. A
/// recorded `***` matches anything. Several answers to the same call are given in order, and the last one
/// repeats.
#[derive(Debug, Default)]
pub struct Replay {
    by_method: HashMap<String, Vec<RecordedAnswers>>,
    count: usize,
}

/// The answers to calls with the same parameters.
#[derive(Debug)]
struct RecordedAnswers {
    params: Vec<Value>,
    answers: Vec<RecordedExchange>,
    next: Mutex<usize>,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// No call of the method was recorded.
    Method,
    /// No recorded call of the method has these parameters; so many others were recorded.
    Params(usize),
}

impl Replay {
    /// Creates the server of these recordings.
    #[must_use]
    pub fn new(recordings: Vec<RecordedExchange>) -> Self {
        let mut replay = Self { count: recordings.len(), ..Self::default() };
        for recording in recordings {
            let known = replay.by_method.entry(recording.method.clone()).or_default();
            match known.iter_mut().find(|answers| answers.params == recording.params) {
                Some(answers) => answers.answers.push(recording),
                None => known.push(RecordedAnswers {
                    params: recording.params.clone(),
                    answers: vec![recording],
                    next: Mutex::new(0),
                }),
            }
        }
        replay
    }

    /// Returns how many exchanges were recorded.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Returns whether nothing was recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Returns how many methods were recorded.
    #[must_use]
    pub fn methods(&self) -> usize {
        self.by_method.len()
    }

    /// Returns the next answer to a call.
    ///
    /// # Errors
    /// [`NoAnswer`] if no such call was recorded.
    pub fn answer(&self, method: &str, params: &[Value]) -> Result<&RecordedExchange, NoAnswer> {
        let known = self.by_method.get(method).ok_or(NoAnswer::Method)?;
        // What was recorded as it is comes before what a `***` stands in.
        let found = known
            .iter()
            .find(|answers| all_match(&answers.params, params, false))
            .or_else(|| known.iter().find(|answers| all_match(&answers.params, params, true)))
            .ok_or(NoAnswer::Params(known.len()))?;
        let mut next = found.next.lock().unwrap_or_else(PoisonError::into_inner);
        let at = (*next).min(found.answers.len() - 1);
        *next = at + 1;
        Ok(&found.answers[at])
    }
}

fn all_match(recorded: &[Value], given: &[Value], wild: bool) -> bool {
    let same_length = recorded.len() == given.len();
    same_length && recorded.iter().zip(given).all(|(recorded, given)| matches(recorded, given, wild))
}

/// Returns whether a value is the recorded one. The order of members and the width of integers do not count.
fn matches(recorded: &Value, given: &Value, wild: bool) -> bool {
    if wild && recorded.as_str() == Some(REDACTED) {
        return true;
    }
    match (recorded, given) {
        (Value::Array(recorded), Value::Array(given)) => all_match(recorded, given, wild),
        (Value::Struct(recorded), Value::Struct(given)) => {
            recorded.len() == given.len()
                && recorded
                    .iter()
                    .all(|(name, value)| given.get(name).is_some_and(|given| matches(value, given, wild)))
        }
        (Value::Int(_) | Value::I8(_), Value::Int(_) | Value::I8(_)) => recorded.as_i64() == given.as_i64(),
        _ => recorded == given,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::PathBuf};
    use xmlrpc::{call, response, value};
    use xmlrpc_gen::source::recordings;

    /// Writes exchanges as a recorder does, and reads them.
    fn replay(name: &str, exchanges: &[(&str, Vec<Value>, Value)]) -> Replay {
        let folder: PathBuf =
            std::env::temp_dir().join(format!("xmlrpc-replay-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for (number, (method, params, result)) in (1..).zip(exchanges) {
            let options = xmlrpc::Options::new().allow_none(true).allow_i8(true);
            let request = call::encode(method, params, options).unwrap();
            let reply = response::encode(result, options).unwrap();
            fs::write(folder.join(format!("{number:04}.request.xml")), request).unwrap();
            let reply = format!("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n{reply}");
            fs::write(folder.join(format!("{number:04}.response.http")), reply).unwrap();
        }
        let mut skipped = Vec::new();
        let recordings = recordings::read(&folder, &mut skipped).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert!(skipped.is_empty(), "{skipped:?}");
        Replay::new(recordings)
    }

    fn result(replay: &Replay, method: &str, params: &[Value]) -> Result<Value, NoAnswer> {
        let answer = replay.answer(method, params)?;
        Ok(response::decode::<Value>(&answer.body, xmlrpc::Options::new()).unwrap().unwrap())
    }

    #[test]
    fn the_last_of_several_answers_repeats() {
        let replay = replay(
            "repeats",
            &[
                ("a", vec![value!(1)], value!("one")),
                ("a", vec![value!(1)], value!("two")),
                ("a", vec![], value!("none")),
            ],
        );
        assert_eq!((replay.len(), replay.methods()), (3, 1));
        let one = [value!(1)];
        for expected in ["one", "two", "two", "two"] {
            assert_eq!(result(&replay, "a", &one), Ok(value!(expected)));
        }
        assert_eq!(result(&replay, "a", &[]), Ok(value!("none")));
        assert_eq!(result(&replay, "a", &[value!(2)]), Err(NoAnswer::Params(2)));
        assert_eq!(result(&replay, "b", &[]), Err(NoAnswer::Method));
    }

    #[test]
    fn a_redacted_value_matches_anything() {
        let replay = replay(
            "redacted",
            &[
                ("login", vec![value!("me"), value!("***")], value!("any")),
                ("login", vec![value!("me"), value!("exact")], value!("exact")),
                ("set", vec![value!({"user": "me", "password": "***", "n": [1, "***"]})], value!("nested")),
            ],
        );
        assert_eq!(result(&replay, "login", &[value!("me"), value!(["x"])]), Ok(value!("any")));
        assert_eq!(result(&replay, "login", &[value!("me"), value!("exact")]), Ok(value!("exact")));
        assert_eq!(result(&replay, "login", &[value!("you"), value!("x")]), Err(NoAnswer::Params(2)));
        let given = value!({"n": [Value::I8(1), {}], "password": 5, "user": "me"});
        assert_eq!(result(&replay, "set", &[given]), Ok(value!("nested")));
        let missing = value!({"password": 5, "user": "me"});
        assert_eq!(result(&replay, "set", &[missing]), Err(NoAnswer::Params(1)));
    }
}
