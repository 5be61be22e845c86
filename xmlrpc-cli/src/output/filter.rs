//! `Filter`: `--jq`.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jaq_core::{
    Ctx, Vars, data,
    load::{Arena, File, Loader},
    unwrap_valr,
};
use jaq_json::{Map, Num, Val};
use std::rc::Rc;
use xmlrpc::{Struct, Value};

type Data = data::JustLut<Val>;

/// A filter of jq, compiled.
pub(super) struct Filter {
    compiled: jaq_core::compile::Filter<jaq_core::Native<Data>>,
}

impl Filter {
    /// Compiles a filter.
    ///
    /// # Errors
    /// A text that says what is wrong with it.
    pub(super) fn compile(code: &str) -> Result<Self, String> {
        let defs = jaq_core::defs().chain(jaq_std::defs()).chain(jaq_json::defs());
        let funs = jaq_core::funs::<Data>().chain(jaq_std::funs::<Data>()).chain(jaq_json::funs::<Data>());
        let arena = Arena::default();
        let modules = Loader::new(defs).load(&arena, File { code, path: () }).map_err(|errors| {
            let texts = errors.into_iter().flat_map(|(_, error)| match error {
                jaq_core::load::Error::Io(errors) => {
                    errors.into_iter().map(|(_, text)| text).collect::<Vec<_>>()
                }
                jaq_core::load::Error::Lex(errors) => errors
                    .into_iter()
                    .map(|(expected, found)| format!("expected {}, found {found:?}", expected.as_str()))
                    .collect(),
                jaq_core::load::Error::Parse(errors) => errors
                    .into_iter()
                    .map(|(expected, found)| {
                        format!(
                            "expected {}, found {:?}",
                            expected.as_str(),
                            if found.is_empty() { "the end" } else { found }
                        )
                    })
                    .collect(),
            });
            texts.collect::<Vec<_>>().join("; ")
        })?;
        let compiled = jaq_core::Compiler::default().with_funs(funs).compile(modules).map_err(|errors| {
            let texts = errors
                .into_iter()
                .flat_map(|(_, errors)| errors)
                .map(|(name, undefined)| format!("undefined {} {name}", undefined.as_str()));
            texts.collect::<Vec<_>>().join("; ")
        })?;
        Ok(Self { compiled })
    }

    /// Runs the filter on a value, and hands its outputs over one by one.
    ///
    /// # Errors
    /// A text that says what the filter stumbled over, or the error of `each`.
    pub(super) fn run<E: From<String>>(
        &self,
        value: &Value,
        mut each: impl FnMut(Value) -> Result<(), E>,
    ) -> Result<(), E> {
        let context = Ctx::<Data>::new(&self.compiled.lut, Vars::new([]));
        for output in self.compiled.id.run((context, to_jq(value))).map(unwrap_valr) {
            let output = output.map_err(|error| E::from(error.to_string()))?;
            each(from_jq(&output)?)?;
        }
        Ok(())
    }
}

/// Makes a value of jq. Integers of 64 bits and doubles stay as they are.
fn to_jq(value: &Value) -> Val {
    let int = |int: i64| Val::Num(Num::from_integral(int));
    let text = |text: String| Val::utf8_str(text);
    match value {
        Value::Nil => Val::Null,
        Value::Bool(bool) => Val::Bool(*bool),
        Value::Int(i) => int(i64::from(*i)),
        Value::I8(i) => int(*i),
        Value::Double(double) => Val::Num(Num::Float(*double)),
        Value::String(string) => text(string.clone()),
        Value::DateTime(date) => text(date.to_string()),
        Value::Base64(bytes) => text(STANDARD.encode(bytes)),
        Value::Array(elements) => Val::Arr(Rc::new(elements.iter().map(to_jq).collect())),
        Value::Struct(members) => {
            let mut map = Map::default();
            for (name, member) in members {
                map.insert(text(name.to_string()), to_jq(member));
            }
            Val::obj(map)
        }
    }
}

fn from_jq(value: &Val) -> Result<Value, String> {
    Ok(match value {
        Val::Null => Value::Nil,
        Val::Bool(bool) => Value::Bool(*bool),
        Val::Num(number) => from_number(number)?,
        Val::TStr(text) => Value::String(String::from_utf8_lossy(text).into_owned()),
        Val::BStr(bytes) => Value::Base64(bytes.to_vec()),
        Val::Arr(elements) => Value::Array(elements.iter().map(from_jq).collect::<Result<_, _>>()?),
        Val::Obj(map) => {
            let mut members = Struct::with_capacity(map.len());
            for (name, member) in map.iter() {
                let name = match name {
                    Val::TStr(name) => String::from_utf8_lossy(name).into_owned(),
                    other => other.to_string(),
                };
                members.push(name, from_jq(member)?);
            }
            Value::Struct(members)
        }
    })
}

fn from_number(number: &Num) -> Result<Value, String> {
    if let Some(int) = number.as_isize() {
        let int = int as i64;
        return Ok(i32::try_from(int).map_or(Value::I8(int), Value::Int));
    }
    match number {
        Num::Float(double) => Ok(Value::Double(*double)),
        Num::Dec(text) => {
            text.parse().map(Value::Double).map_err(|_| format!("{text} is beyond the range of a double"))
        }
        other => Err(format!("the integer {other} has more than 64 bits")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use xmlrpc::value;

    fn run(code: &str, value: &Value) -> Result<Vec<Value>, String> {
        let mut outputs = Vec::new();
        Filter::compile(code)?.run::<String>(value, |output| {
            outputs.push(output);
            Ok(())
        })?;
        Ok(outputs)
    }

    #[test]
    fn numbers_stay_as_they_are() {
        let value =
            Value::Array(vec![Value::I8(i64::MAX), Value::Double(1.0), Value::Int(1), Value::Double(1e300)]);
        assert_eq!(run(".", &value), Ok(vec![value.clone()]));
        assert_eq!(run(".[0]", &value), Ok(vec![Value::I8(i64::MAX)]));
        assert_eq!(run("map(. + 0) | .[1]", &value), Ok(vec![Value::Double(1.0)]));
        assert_eq!(
            run("9007199254740993, 1.50", &value),
            Ok(vec![Value::I8(9_007_199_254_740_993), Value::Double(1.5)])
        );
        assert!(run(".[0] + 1", &value).unwrap_err().contains("more than 64 bits"));
    }

    #[test]
    fn filters() {
        let value = value!([{ "nvr": "a-1", "n": 2 }, { "nvr": "b-2", "n": 1 }]);
        assert_eq!(run(".[].nvr", &value), Ok(vec![value!("a-1"), value!("b-2")]));
        assert_eq!(run("map(select(.n > 1)) | length", &value), Ok(vec![value!(1)]));
        assert_eq!(run("sort_by(.n)[0]", &value), Ok(vec![value!({ "nvr": "b-2", "n": 1 })]));
        assert_eq!(run("empty", &value), Ok(vec![]));
        assert!(run(".[0].n[0]", &value).is_err());
    }

    #[test]
    fn a_wrong_filter_is_refused_before_it_runs() {
        for code in [".[", "foo", ".a |", "$x", "\"open"] {
            let error = Filter::compile(code).err().unwrap_or_else(|| panic!("{code} compiles"));
            assert!(error.contains("expected") || error.contains("undefined"), "{code}: {error}");
        }
    }
}
