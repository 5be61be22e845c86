//! `check`: refuses arguments that do not fit a contract.

use super::{Known, takes};
use crate::exit::{Attempt, Failure};
use xmlrpc::{
    Value,
    contract::{Nothing, Overload, Type},
};

/// Checks the arguments of a call. If the contract is one that may not refuse them, it returns why they do
/// not fit, as a hint after a fault.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if the contract may refuse arguments, and no list of
/// parameters takes these.
pub fn check(known: &Known, method: &str, arguments: &[Value]) -> Attempt<Option<String>> {
    let Some(known_method) = known.method(method) else {
        if !known.declared {
            return Ok(None);
        }
        let near = crate::target::nearest(method, known.contract.methods.keys().map(String::as_str));
        let failure = Failure::usage(format!("the contract has no method {method}"));
        return Err(match near {
            Some(near) => failure.with_remedy(format!("did you mean {near}?")),
            None => failure.with_remedy("leave the contract aside with --no-contract"),
        });
    };
    if known_method.overloads.is_empty() {
        return Ok(None);
    }
    let mut misfits = Vec::new();
    for list in &known_method.overloads {
        match misfit(known, list, arguments) {
            None => return Ok(None),
            Some(misfit) => misfits.push(misfit),
        }
    }
    let age = known.age.map_or(String::new(), |age| {
        format!(
            " (learned {} ago; --refresh asks the server again)",
            humantime::format_duration(whole_seconds(age))
        )
    });
    let misfit = format!("{}{age}", misfits.join("; or "));
    if !known.is_strict(known_method) {
        return Ok(Some(format!("what the server says of {method}: {misfit}")));
    }
    Err(Failure::usage(format!("{method}: {misfit}"))
        .with_remedy("nothing was sent; leave the contract aside with --no-contract"))
}

fn whole_seconds(age: std::time::Duration) -> std::time::Duration {
    std::time::Duration::from_secs(age.as_secs())
}

/// Says why a list of parameters does not take the arguments.
fn misfit(known: &Known, list: &Overload, arguments: &[Value]) -> Option<String> {
    if !takes(list, arguments.len()) {
        let least =
            list.params.iter().filter(|param| !param.optional && !param.rest && !param.keyword).count();
        let expected = match (least, list.params.len()) {
            _ if list.params.iter().any(|param| param.rest) => format!("at least {least}"),
            (least, most) if least == most => least.to_string(),
            (least, most) => format!("{least} to {most}"),
        };
        return Some(format!("expected {expected} arguments, found {}", arguments.len()));
    }
    arguments.iter().enumerate().find_map(|(index, value)| {
        let ty = super::parameter(list, index)?;
        let name = list.params.get(index).map_or("", |param| &*param.name);
        let place =
            if name.is_empty() { format!("argument {}", index + 1) } else { format!("argument {name}") };
        misfit_of_type(known, ty, value, &place)
    })
}

fn misfit_of_type(known: &Known, ty: &Type, value: &Value, place: &str) -> Option<String> {
    let fits = match (ty, value) {
        (Type::Unknown | Type::Mixed | Type::Rust(_), _)
        | (Type::Optional(_) | Type::Unit, Value::Nil)
        | (Type::Bool, Value::Bool(_))
        | (Type::Int, Value::Int(_))
        | (Type::Long, Value::Int(_) | Value::I8(_))
        | (Type::Double, Value::Double(_) | Value::Int(_) | Value::I8(_))
        | (Type::Text | Type::IntText | Type::DoubleText | Type::BoolText, Value::String(_))
        | (Type::Date, Value::DateTime(_))
        | (Type::Base64, Value::Base64(_)) => true,
        (Type::OrNothing(nothing, _), value) if is_nothing(*nothing, value) => true,
        (Type::Optional(inner) | Type::OrNothing(_, inner), _) => {
            return misfit_of_type(known, inner, value, place);
        }
        (Type::List(element), Value::Array(elements)) => {
            return elements.iter().enumerate().find_map(|(index, value)| {
                misfit_of_type(known, element, value, &format!("{place}[{index}]"))
            });
        }
        (Type::Tuple(places), Value::Array(elements)) if places.len() == elements.len() => {
            return places.iter().zip(elements).enumerate().find_map(|(index, (ty, value))| {
                misfit_of_type(known, ty, value, &format!("{place}[{index}]"))
            });
        }
        (Type::Map(ty), Value::Struct(members)) => {
            return members
                .iter()
                .find_map(|(name, value)| misfit_of_type(known, ty, value, &format!("{place}.{name}")));
        }
        (Type::Struct(of), Value::Struct(members)) => {
            let of = known.contract.types.get(of)?;
            return members.iter().find_map(|(name, value)| {
                match of.fields.iter().find(|field| field.name == *name) {
                    Some(field) => misfit_of_type(known, &field.ty, value, &format!("{place}.{name}")),
                    None => Some(format!("{place} has no member {name}")),
                }
            });
        }
        _ => false,
    };
    (!fits).then(|| format!("{place}: expected {}, found {}", name_of(ty), kind_of(value)))
}

fn is_nothing(nothing: Nothing, value: &Value) -> bool {
    match nothing {
        Nothing::EmptyText => value.as_str() == Some(""),
        Nothing::EmptyArray => value.as_array().is_some_and(<[_]>::is_empty),
        Nothing::EmptyStruct => value.as_struct().is_some_and(xmlrpc::Struct::is_empty),
        Nothing::False => value.as_bool() == Some(false),
    }
}

/// Returns the name of a type on the wire.
fn name_of(ty: &Type) -> &'static str {
    match ty {
        Type::Unknown | Type::Mixed | Type::Rust(_) => "any value",
        Type::Unit => "nil",
        Type::Bool => "boolean",
        Type::Int => "int",
        Type::Long => "int or i8",
        Type::Double => "double",
        Type::Text | Type::IntText | Type::DoubleText | Type::BoolText => "string",
        Type::Date => "dateTime",
        Type::Base64 => "base64",
        Type::List(_) | Type::Tuple(_) => "array",
        Type::Map(_) | Type::Struct(_) => "struct",
        Type::Optional(inner) | Type::OrNothing(_, inner) => name_of(inner),
    }
}

/// Returns the name of a value's type on the wire.
#[must_use]
pub fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Nil => "nil",
        Value::Bool(_) => "boolean",
        Value::Int(_) => "int",
        Value::I8(_) => "i8",
        Value::Double(_) => "double",
        Value::String(_) => "string",
        Value::DateTime(_) => "dateTime",
        Value::Base64(_) => "base64",
        Value::Array(_) => "array",
        Value::Struct(_) => "struct",
    }
}
