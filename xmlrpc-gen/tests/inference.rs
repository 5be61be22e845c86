//! Each rule of inference twice: with the smallest sample that needs it, and with the sample that must not
//! mislead it.

mod support;

use support::{Exchange, bad, good, inferred, learned, replies, source};
use xmlrpc_gen::{Contract, KnownEnvelope, LearnedFrom, Nothing, Type, Wishes, infer, merge};
use xmlrpc_serde::{DateTime, Value, value};

/// The type of the results of `m.x`.
fn result(results: &[Value]) -> Type {
    inferred(&replies(results)).methods["m.x"].result.clone()
}

/// The type of the member `a` of the results of `m.x`, and whether it may be absent. A member `z` is there as
/// well, with another type, so that the struct is not a map.
fn member(values: &[Option<Value>]) -> (Type, bool) {
    let results: Vec<Value> = values
        .iter()
        .map(|value| {
            let without = value!({ "z": [true] });
            value.as_ref().map_or(without, |value| value!({ "z": [true], "a": (value.clone()) }))
        })
        .collect();
    let contract = inferred(&replies(&results));
    let Type::Struct(name) = &contract.methods["m.x"].result else {
        panic!("{:?}", contract.methods["m.x"].result)
    };
    let field = contract.types[name].fields.iter().find(|field| field.name == "a").expect("the member");
    (field.ty.clone(), field.optional)
}

fn present(values: &[Value]) -> Type {
    let values: Vec<Option<Value>> = values.iter().cloned().map(Some).collect();
    let (ty, optional) = member(&values);
    assert!(!optional);
    ty
}

fn optional(ty: Type) -> Type {
    Type::Optional(Box::new(ty))
}

fn list(ty: Type) -> Type {
    Type::List(Box::new(ty))
}

fn map(ty: Type) -> Type {
    Type::Map(Box::new(ty))
}

fn or(nothing: Nothing, ty: Type) -> Type {
    Type::OrNothing(nothing, Box::new(ty))
}

#[test]
fn every_kind_of_value_has_its_type() {
    let date: DateTime = "19980717T14:08:55".parse().expect("a date");
    let table = [
        (value!(true), Type::Bool),
        (value!(7), Type::Int),
        (Value::I8(7), Type::Long),
        (value!(0.5), Type::Double),
        (value!("a"), Type::Text),
        (value!(""), Type::Text),
        (value!(date), Type::Date),
        (Value::Base64(vec![1]), Type::Base64),
        (value!([1, 2]), list(Type::Int)),
        (value!([]), list(Type::Unknown)),
        (Value::Nil, optional(Type::Unknown)),
        (value!({}), Type::Unknown),
    ];
    for (value, expected) in table {
        assert_eq!(result(std::slice::from_ref(&value)), expected, "{value:?}");
    }
}

#[test]
fn a_member_that_some_samples_lack_is_optional() {
    assert_eq!(member(&[Some(value!(1)), None]), (Type::Int, true));
    assert_eq!(member(&[None, Some(value!(1))]), (Type::Int, true));
}

#[test]
fn a_member_that_every_sample_has_is_not_optional() {
    assert_eq!(member(&[Some(value!(1)), Some(value!(2))]), (Type::Int, false));
}

#[test]
fn nil_beside_a_type_is_an_option() {
    assert_eq!(present(&[value!(1), Value::Nil]), optional(Type::Int));
    assert_eq!(result(&[Value::Nil, value!("a")]), optional(Type::Text));
}

#[test]
fn nil_is_no_option_of_what_is_mixed_anyway() {
    assert_eq!(present(&[value!(1), value!("a"), Value::Nil]), Type::Mixed);
}

/// aria2's `tellStatus(gid, keys)`.
#[test]
fn members_that_the_caller_chooses_are_optional() {
    let contract = inferred(&[
        good("m.tell", value!(["g", ["gid", "status"]]), value!({ "gid": "g", "status": "active" })),
        good("m.tell", value!(["g", ["gid"]]), value!({ "gid": "g" })),
    ]);
    let Type::Struct(name) = &contract.methods["m.tell"].result else { panic!("a struct") };
    assert!(contract.types[name].fields.iter().all(|field| field.optional));
}

#[test]
fn a_list_of_texts_that_are_no_members_chooses_nothing() {
    let contract = inferred(&[good("m.tell", value!([["a", "b"]]), value!({ "gid": "g", "count": 1 }))]);
    let Type::Struct(name) = &contract.methods["m.tell"].result else { panic!("a struct") };
    assert!(contract.types[name].fields.iter().all(|field| !field.optional));
}

#[test]
fn integers_of_both_widths_are_wide() {
    assert_eq!(result(&[value!(1), Value::I8(1)]), Type::Long);
    assert_eq!(result(&[value!([1]), Value::Array(vec![Value::I8(1 << 40)])]), list(Type::Long));
}

#[test]
fn narrow_integers_stay_narrow() {
    assert_eq!(result(&[value!(1), value!(i32::MAX)]), Type::Int);
}

#[test]
fn integers_beside_doubles_are_doubles() {
    assert_eq!(result(&[value!(1), value!(0.5)]), Type::Double);
}

#[test]
fn doubles_without_a_fraction_stay_doubles() {
    assert_eq!(result(&[value!(1.0), value!(2.0)]), Type::Double);
}

#[test]
fn an_empty_text_beside_another_type_is_nothing() {
    assert_eq!(present(&[value!(1), value!("")]), or(Nothing::EmptyText, Type::Int));
    assert_eq!(result(&[value!([1]), value!("")]), or(Nothing::EmptyText, list(Type::Int)));
}

#[test]
fn an_empty_text_beside_text_is_text() {
    assert_eq!(present(&[value!("a"), value!("")]), Type::Text);
}

/// PHP has no other empty map.
#[test]
fn an_empty_array_beside_another_type_is_nothing() {
    assert_eq!(present(&[value!("a"), value!([])]), or(Nothing::EmptyArray, Type::Text));
    let struct_or_not = result(&[value!({ "a": 1, "b": "x" }), value!([])]);
    assert!(matches!(struct_or_not, Type::OrNothing(Nothing::EmptyArray, _)), "{struct_or_not:?}");
}

#[test]
fn an_empty_array_beside_what_may_be_empty_stays_that() {
    assert_eq!(present(&[value!([1]), value!([])]), list(Type::Int));
    assert_eq!(present(&[value!({ "a-b": 1 }), value!([])]), map(Type::Int));
    let all_optional = result(&[value!({ "a": 1 }), value!({ "b": "x" }), value!([])]);
    assert!(matches!(all_optional, Type::Struct(_)), "{all_optional:?}");
}

/// Odoo's fields without a value.
#[test]
fn false_beside_another_type_is_nothing() {
    assert_eq!(present(&[value!("a"), value!(false)]), or(Nothing::False, Type::Text));
    assert_eq!(
        present(&[value!([1, "a"]), value!(false), value!([2, "b"])]),
        or(Nothing::False, Type::Tuple(vec![Type::Int, Type::Text]))
    );
}

#[test]
fn false_is_not_nothing_where_true_was_seen() {
    assert_eq!(present(&[value!("a"), value!(false), value!(true)]), Type::Mixed);
    assert_eq!(present(&[value!(false), value!(true)]), Type::Bool);
    assert_eq!(present(&[value!(false)]), Type::Bool);
}

#[test]
fn equal_structs_are_one() {
    let contract = inferred(&[
        good("m.getOne", value!([]), value!({ "id": 1, "name": "a" })),
        good("m.getOthers", value!([]), value!([{ "id": 1, "name": "a" }])),
    ]);
    assert_eq!(contract.types.keys().collect::<Vec<_>>(), ["One"]);
    assert_eq!(contract.methods["m.getOthers"].result, list(Type::Struct("One".to_owned())));
}

#[test]
fn structs_with_equal_names_and_other_types_are_two() {
    let contract = inferred(&[
        good("m.getOne", value!([]), value!({ "id": 1, "name": "a" })),
        good("m.getOther", value!([]), value!({ "id": "x", "name": true })),
    ]);
    assert_eq!(contract.types.keys().collect::<Vec<_>>(), ["One", "Other"]);
}

#[test]
fn a_struct_with_most_members_of_another_is_that() {
    let contract = inferred(&[
        good("m.getPage", value!([]), value!({ "id": 1, "name": "a", "size": 1, "ok": true, "more": 0.5 })),
        good("m.getShort", value!([]), value!({ "id": 1, "name": "a", "size": 1, "ok": true })),
    ]);
    assert_eq!(contract.types.keys().collect::<Vec<_>>(), ["Page"]);
    let optional: Vec<_> = contract.types["Page"].fields.iter().filter(|field| field.optional).collect();
    assert_eq!(optional.len(), 1);
}

/// DokuWiki's attachment would become a page.
#[test]
fn a_struct_with_few_members_of_another_is_another() {
    let contract = inferred(&[
        good("m.getPage", value!([]), value!({ "id": 1, "name": "a", "lastModified": 1, "size": 2 })),
        good("m.getAttachment", value!([]), value!({ "lastModified": 1, "size": 2 })),
    ]);
    assert_eq!(contract.types.keys().collect::<Vec<_>>(), ["Attachment", "Page"]);
    let notes: Vec<_> = contract.types.values().flat_map(|found| &found.notes).collect();
    assert!(notes.iter().any(|note| note.contains("merge = [[")), "{notes:?}");
}

#[test]
fn within_one_method_a_part_of_a_struct_is_that_struct() {
    let contract = inferred(&[good(
        "m.getBoth",
        value!([]),
        value!({ "first": { "id": 1, "name": "a", "size": 2 }, "second": { "id": 1, "name": "b" }, "n": 1 }),
    )]);
    assert_eq!(contract.types.len(), 2, "{:?}", contract.types.keys());
}

#[test]
fn names_come_from_the_first_place() {
    let table = [
        ("m.getProcessInfo", "ProcessInfo", false),
        ("m.getAllPages", "Page", true),
        ("m.tellStatus", "Status", false),
        ("m.search", "Search", true),
        ("m.listEntries", "Entry", true),
    ];
    for (method, expected, in_list) in table {
        let object = value!({ "id": 1, "name": "a" });
        let result = if in_list { Value::Array(vec![object]) } else { object };
        let contract = inferred(&[good(method, value!([]), result)]);
        assert_eq!(contract.types.keys().collect::<Vec<_>>(), [expected], "{method}");
    }
}

#[test]
fn names_that_clash_take_the_longer_path() {
    let contract = inferred(&[
        good("a.getFile", value!([]), value!({ "id": 1, "name": "a" })),
        good("b.getFile", value!([]), value!({ "path": "x", "size": 1 })),
        good("c.getFile", value!([]), value!({ "path": "x", "open": true })),
    ]);
    let names: Vec<_> = contract.types.keys().collect();
    assert_eq!(names.len(), 3);
    assert!(names.contains(&&"File".to_owned()));
    assert!(names.iter().all(|name| !name.ends_with(|c: char| c.is_ascii_digit())), "{names:?}");
}

#[test]
fn differing_names_of_one_type_are_a_map() {
    assert_eq!(result(&[value!({ "web": 1, "db": 2 }), value!({ "mail": 3 })]), map(Type::Int));
}

#[test]
fn differing_names_with_a_core_are_a_struct() {
    let ty = result(&[value!({ "id": 1, "size": 2 }), value!({ "id": 1 })]);
    assert!(matches!(ty, Type::Struct(_)), "{ty:?}");
}

/// aria2's options.
#[test]
fn names_that_cannot_be_identifiers_are_a_map() {
    assert_eq!(result(&[value!({ "allow-overwrite": "x", "dir": "y" })]), map(Type::Text));
    assert_eq!(result(&[value!({ "1": true })]), map(Type::Bool));
}

#[test]
fn odd_names_of_several_types_are_a_struct() {
    let ty = result(&[value!({ "content-type": "x", "size": 1 })]);
    assert!(matches!(ty, Type::Struct(_)), "{ty:?}");
    let ty = result(&[value!({ "größe": 1, "art": 2 })]);
    assert!(matches!(ty, Type::Struct(_)), "{ty:?}");
}

#[test]
fn three_members_that_are_the_same_struct_are_a_map() {
    let ty = result(&[
        value!({ "web": { "pid": 1, "up": true }, "db": { "pid": 2, "up": true }, "x": { "pid": 3, "up": true } }),
    ]);
    assert!(matches!(&ty, Type::Map(inner) if matches!(**inner, Type::Struct(_))), "{ty:?}");
}

#[test]
fn two_members_that_are_the_same_struct_are_members() {
    let ty = result(&[value!({ "first": { "pid": 1, "up": true }, "second": { "pid": 2, "up": true } })]);
    assert!(matches!(ty, Type::Struct(_)), "{ty:?}");
}

#[test]
fn scalars_under_one_set_of_names_are_a_struct_and_one_sample_is_said() {
    let contract = inferred(&replies(&[value!({ "up": 1, "down": 2 })]));
    assert!(matches!(contract.methods["m.x"].result, Type::Struct(_)));
    assert!(
        contract.types.values().any(|found| found.notes.iter().any(|note| note.contains("it may be a map")))
    );
}

#[test]
fn two_samples_of_one_set_of_names_are_said_nothing_of() {
    let contract = inferred(&replies(&[value!({ "up": 1, "down": 2 }), value!({ "up": 3, "down": 4 })]));
    assert!(contract.types.values().all(|found| found.notes.is_empty()));
}

#[test]
fn three_numbers_as_text_are_numbers() {
    assert_eq!(present(&[value!("1"), value!("20"), value!("-300")]), Type::IntText);
    assert_eq!(present(&[value!("1.5"), value!("2"), value!("0.25")]), Type::DoubleText);
}

/// aria2's identifiers are hexadecimal and can be all digits.
#[test]
fn few_numbers_as_text_or_others_are_text() {
    let table = [
        ("two texts", vec![value!("1"), value!("2")]),
        ("the same text", vec![value!("1"), value!("1"), value!("1")]),
        ("a leading zero", vec![value!("01"), value!("2"), value!("3")]),
        ("a plus", vec![value!("+1"), value!("2"), value!("3")]),
        ("hexadecimal", vec![value!("1"), value!("2"), value!("3a")]),
        ("an empty text", vec![value!("1"), value!("2"), value!("3"), value!("")]),
        ("too long", vec![value!("1"), value!("2"), value!("99999999999999999999")]),
        ("an exponent", vec![value!("1e5"), value!("2"), value!("3")]),
    ];
    for (name, values) in table {
        assert_eq!(present(&values), Type::Text, "{name}");
    }
}

#[test]
fn numbers_as_text_of_one_reply_are_text() {
    let contract = inferred(&replies(&[value!([
        { "a": "1", "z": [true] }, { "a": "2", "z": [true] }, { "a": "3", "z": [true] }
    ])]));
    let field = contract.types.values().flat_map(|found| &found.fields).find(|field| field.name == "a");
    assert_eq!(field.map(|field| &field.ty), Some(&Type::Text));
}

#[test]
fn both_words_are_a_boolean() {
    assert_eq!(present(&[value!("true"), value!("false")]), Type::BoolText);
}

#[test]
fn one_word_is_text() {
    assert_eq!(present(&[value!("true"), value!("true")]), Type::Text);
    assert_eq!(present(&[value!("true"), value!("false"), value!("maybe")]), Type::Text);
}

#[test]
fn arrays_of_one_type_are_lists() {
    assert_eq!(result(&[value!([1, 2]), value!([3, 4])]), list(Type::Int));
    assert_eq!(result(&[value!(["a", ""])]), list(Type::Text));
}

#[test]
fn arrays_of_one_short_length_and_several_types_are_tuples() {
    let tuple = Type::Tuple(vec![Type::Text, Type::Int, Type::Bool]);
    assert_eq!(result(&[value!(["a", 1, true]), value!(["b", 2, false])]), tuple);
    assert_eq!(result(&[value!([["a", 1, true], ["b", 2, false]])]), list(tuple));
}

#[test]
fn mixed_arrays_of_one_sample_or_several_lengths_are_not_tuples() {
    assert_eq!(result(&[value!(["a", 1, true])]), list(Type::Mixed));
    assert_eq!(result(&[value!(["a", 1]), value!(["a", 1, true])]), list(Type::Mixed));
}

#[test]
fn one_sample_is_enough_with_a_signature() {
    let contract = inferred(&[
        good("system.methodSignature", value!(["m.x"]), value!([["array", "string"]])),
        good("m.x", value!(["a"]), value!(["a", 1, true])),
    ]);
    assert_eq!(contract.methods["m.x"].result, Type::Tuple(vec![Type::Text, Type::Int, Type::Bool]));
}

/// Kamailio's `core.ps`.
#[test]
fn alternating_numbers_and_texts_are_not_a_tuple() {
    let processes = value!([1, "main", 2, "timer", 3, "udp"]);
    assert_eq!(result(&[processes.clone(), processes]), list(Type::Mixed));
}

/// rTorrent's `d.multicall2`.
#[test]
fn rows_that_follow_the_parameters_are_lists_of_values() {
    let exchanges = [
        good("d.multicall2", value!(["", "main", "d.hash=", "d.size="]), value!([["a", 1], ["b", 2]])),
        good("d.multicall2", value!(["", "main", "d.hash=", "d.size=", "d.up="]), value!([["a", 1, true]])),
    ];
    let contract = inferred(&exchanges);
    let method = &contract.methods["d.multicall2"];
    assert_eq!(method.result, list(list(Type::Unknown)));
    assert!(method.overloads[0].params.last().is_some_and(|param| param.rest));
    assert!(!source(&exchanges).contains("recorded were"));
}

#[test]
fn columns_that_name_methods_are_enough_and_are_named() {
    let exchanges = [
        good("d.multicall2", value!(["", "main", "d.hash=", "d.size="]), value!([["a", 1], ["b", 2]])),
        good("d.hash", value!(["x"]), value!("a")),
    ];
    assert_eq!(inferred(&exchanges).methods["d.multicall2"].result, list(list(Type::Unknown)));
    assert!(source(&exchanges).contains("recorded were: d.hash=."));
}

#[test]
fn rows_of_one_length_do_not_follow_the_parameters() {
    let contract = inferred(&[
        good("m.rows", value!(["a", "b"]), value!([["a", 1], ["b", 2]])),
        good("m.rows", value!(["c"]), value!([["a", 1], ["b", 2]])),
    ]);
    assert_eq!(contract.methods["m.rows"].result, list(Type::Tuple(vec![Type::Text, Type::Int])));
}

fn ros(methods: usize, calls: usize) -> Vec<Exchange> {
    let mut exchanges = Vec::new();
    for call in 0..calls {
        exchanges.push(good(
            &format!("get{}", call % methods),
            value!(["/me"]),
            value!([1, "ok", ["a", "b"]]),
        ));
    }
    exchanges
}

#[test]
fn the_envelope_of_ros() {
    let mut exchanges = ros(3, 5);
    exchanges.push(good("get0", value!(["/me"]), value!([(-1), "unknown", 0])));
    let contract = inferred(&exchanges);
    let method = &contract.methods["get0"];
    assert_eq!(method.envelope, Some(KnownEnvelope::Ros));
    assert_eq!(method.result, list(Type::Text));
}

#[test]
fn triples_of_few_methods_or_with_other_codes_are_no_envelope() {
    for exchanges in [ros(2, 6), ros(3, 4)] {
        assert!(inferred(&exchanges).methods.values().all(|method| method.envelope.is_none()));
    }
    let mut exchanges = ros(3, 6);
    exchanges.extend(ros(3, 3).into_iter().map(|mut exchange| {
        exchange.outcome = Ok(value!([7, "ok", ["a"]]));
        exchange
    }));
    assert!(inferred(&exchanges).methods.values().all(|method| method.envelope.is_none()));
}

#[test]
fn the_envelope_of_open_nebula() {
    let contract = inferred(&[
        good("one.vm.info", value!([1]), value!([true, "<VM/>", 0])),
        good("one.vm.info", value!([2]), value!([false, "no such vm", 0x400, 7])),
        good("one.host.allocate", value!(["h"]), value!([true, 12, 0])),
    ]);
    assert_eq!(contract.methods["one.vm.info"].envelope, Some(KnownEnvelope::OpenNebula));
    assert_eq!(contract.methods["one.vm.info"].result, Type::Text);
    assert_eq!(contract.methods["one.host.allocate"].result, Type::Int);
}

/// supervisord's `tailProcessStdoutLog` ends with a boolean and does not begin with one.
#[test]
fn arrays_with_booleans_are_not_the_envelope_of_open_nebula() {
    let contract = inferred(&[
        good("a.one", value!([]), value!([true, "x"])),
        good("a.two", value!([]), value!(["x", 1, true])),
        good("a.two", value!([]), value!(["y", 1, true])),
    ]);
    assert!(contract.methods.values().all(|method| method.envelope.is_none()));
}

#[test]
fn the_envelope_of_xapi() {
    let contract = inferred(&[
        good("VM.get_all", value!(["s"]), value!({ "Status": "Success", "Value": ["OpaqueRef:1"] })),
        good(
            "VM.start",
            value!(["s", "x"]),
            value!({ "Status": "Failure", "ErrorDescription": ["VM_BAD_POWER_STATE"] }),
        ),
    ]);
    assert_eq!(contract.methods["VM.get_all"].envelope, Some(KnownEnvelope::Xapi));
    assert_eq!(contract.methods["VM.get_all"].result, list(Type::Text));
}

#[test]
fn a_status_of_another_kind_is_not_the_envelope_of_xapi() {
    let contract = inferred(&[good("a.b", value!([]), value!({ "Status": "running", "Value": 1 }))]);
    assert!(contract.methods["a.b"].envelope.is_none());
}

fn with_token(methods: usize, token: &str) -> Vec<Exchange> {
    (0..methods)
        .map(|number| good(&format!("a.m{number}"), value!([(token), (format!("x{number}"))]), value!(1)))
        .collect()
}

#[test]
fn the_same_value_in_front_of_five_methods_is_leading() {
    let contract = inferred(&with_token(5, "token"));
    assert_eq!((contract.leading.len(), contract.leading[0].place), (1, 0));
    assert_eq!(contract.leading[0].ty, Type::Text);
    assert!(contract.methods.values().all(|method| method.overloads[0].params.len() == 1));
}

#[test]
fn four_methods_or_most_other_calls_lead_nothing() {
    assert!(inferred(&with_token(4, "token")).leading.is_empty());
    let mut exchanges = with_token(5, "token");
    exchanges.extend(with_token(2, "other"));
    let contract = inferred(&exchanges);
    assert!(contract.leading.is_empty(), "{:?}", contract.leading);
    assert!(contract.methods.values().all(|method| method.overloads[0].params.len() == 2));
}

#[test]
fn faults_are_named_after_a_word_or_their_code() {
    let contract = inferred(&[
        bad("a.b", value!(["web"]), 10, "BAD_NAME: web"),
        bad("a.b", value!(["db"]), 10, "BAD_NAME: db"),
        bad("a.b", value!([]), 403, "Forbidden"),
        good("a.b", value!(["x"]), value!(1)),
    ]);
    let faults: Vec<_> = contract.methods["a.b"].faults.iter().map(|f| (f.code, f.name.as_deref())).collect();
    assert_eq!(faults, [(10, Some("BAD_NAME")), (403, None)]);
}

/// CPython's code is always 1.
#[test]
fn a_code_with_different_texts_is_no_variant() {
    let contract = inferred(&[
        bad("a.b", value!([]), 1, "<class 'KeyError'>:'x'"),
        bad("a.b", value!([]), 1, "<class 'TypeError'>:'y'"),
        bad("a.c", value!([]), 2, "BAD_NAME: a"),
        bad("a.c", value!([]), 2, "NOT_RUNNING: a"),
        good("a.b", value!([]), value!(1)),
    ]);
    assert!(contract.methods.values().all(|method| method.faults.is_empty()));
}

#[test]
fn a_word_that_is_a_value_is_no_name_of_a_fault() {
    let contract = inferred(&[
        bad("a.b", value!(["SECRET_7"]), 1, "SECRET_7: unknown"),
        good("a.b", value!(["x"]), value!(1)),
    ]);
    assert_eq!(contract.methods["a.b"].faults.first().and_then(|fault| fault.name.clone()), None);
}

#[test]
fn numbers_of_parameters_that_differ_make_optional_ones() {
    let contract =
        inferred(&[good("a.b", value!(["x"]), value!(1)), good("a.b", value!(["x", 2]), value!(1))]);
    let params: Vec<_> =
        contract.methods["a.b"].overloads[0].params.iter().map(|p| (&p.ty, p.optional)).collect();
    assert_eq!(params, [(&Type::Text, false), (&Type::Int, true)]);
}

#[test]
fn calls_that_failed_say_nothing_of_parameters() {
    let contract = inferred(&[good("a.b", value!(["x"]), value!(1)), bad("a.b", value!([1, 2, 3]), 1, "no")]);
    assert_eq!(contract.methods["a.b"].overloads[0].params.len(), 1);
}

#[test]
fn structs_of_a_call_are_keyword_arguments() {
    let contract = inferred(&[good("a.find", value!([{ "limit": 3, "strict": true }]), value!(1))]);
    let Type::Struct(name) = &contract.methods["a.find"].overloads[0].params[0].ty else {
        panic!("a struct")
    };
    let found = &contract.types[name];
    assert!(found.keywords && found.fields.iter().all(|field| field.optional));
}

#[test]
fn maps_of_a_call_stay_maps() {
    let contract = inferred(&[good("a.set", value!([{ "max-speed": "1M" }]), value!("OK"))]);
    assert_eq!(contract.methods["a.set"].overloads[0].params[0].ty, map(Type::Text));
}

#[test]
fn any_number_of_like_parameters_is_a_rest() {
    let exchanges: Vec<Exchange> =
        (1..5).map(|count| good("a.load", Value::Array(vec!["x".into(); count]), value!(0))).collect();
    let params = inferred(&exchanges).methods["a.load"].overloads[0].params.clone();
    assert_eq!(params.len(), 2);
    assert!(params[1].rest);
}

#[test]
fn two_numbers_of_parameters_are_no_rest() {
    let exchanges =
        [good("a.load", value!(["x"]), value!(0)), good("a.load", value!(["x", "y", "z"]), value!(0))];
    let params = inferred(&exchanges).methods["a.load"].overloads[0].params.clone();
    assert_eq!(
        params.iter().map(|param| (param.optional, param.rest)).collect::<Vec<_>>(),
        [(false, false), (true, false), (true, false)]
    );
}

#[test]
fn a_multicall_is_its_calls() {
    let calls = value!([[
        { "methodName": "a.b", "params": ["x"] },
        { "methodName": "a.c", "params": [] },
        { "methodName": "a.d", "params": [] }
    ]]);
    let wrapped = value!([[1], { "faultCode": 2, "faultString": "NO_FILE: x" }, ["text"]]);
    // supervisord gives results without an array around them.
    let bare = value!([1, { "faultCode": 2, "faultString": "NO_FILE: x" }, "text"]);
    for results in [wrapped, bare] {
        let contract = inferred(&[good("system.multicall", calls.clone(), results)]);
        assert_eq!(contract.methods["a.b"].result, Type::Int);
        assert_eq!(contract.methods["a.d"].result, Type::Text);
        assert_eq!(contract.methods["a.c"].faults.len(), 1);
        assert!(!contract.methods.contains_key("system.multicall"));
    }
}

#[test]
fn a_multicall_that_does_not_fit_its_reply_is_skipped() {
    let contract =
        inferred(&[good("system.multicall", value!([[{ "methodName": "a.b", "params": [] }]]), value!({}))]);
    assert!(contract.methods.is_empty());
}

#[test]
fn more_traffic_only_adds() {
    let first = learned(&[good("a.b", value!(["x"]), value!({ "id": 1, "name": "x" }))]);
    let second = learned(&[
        good("a.b", value!(["x", 1]), value!({ "id": 1, "name": nil, "more": true })),
        good("a.c", value!([]), value!(1)),
    ]);
    let mut merged = first.clone();
    merge(&mut merged, &second);
    let mut other = second;
    merge(&mut other, &first);
    let none = Contract::default();
    let contract = infer(&merged, &none, &Wishes::default());
    assert_eq!(contract.methods.keys().collect::<Vec<_>>(), ["a.b", "a.c"]);
    let fields: Vec<_> =
        contract.types["B"].fields.iter().map(|f| (&*f.name, f.ty.clone(), f.optional)).collect();
    assert_eq!(
        fields,
        [("id", Type::Int, false), ("name", optional(Type::Text), false), ("more", Type::Bool, true)]
    );
    // In the other order only the order of the members differs, and a second time nothing does.
    assert_eq!(
        infer(&other, &none, &Wishes::default()).methods["a.b"].overloads,
        contract.methods["a.b"].overloads
    );
    let before = merged.clone();
    merge(&mut merged, &first);
    assert_eq!(merged, before);
    assert_eq!(contract.methods["a.b"].sources, [LearnedFrom::Replies(1)]);
}

#[test]
fn a_struct_that_was_named_keeps_its_name() {
    let known = inferred(&[good("b.getPage", value!([]), value!({ "id": 1, "name": "a" }))]);
    assert!(known.types.contains_key("Page"));
    let more = learned(&[
        good("a.getArticle", value!([]), value!({ "id": 1, "name": "a" })),
        good("b.getPage", value!([]), value!({ "id": 1, "name": "a" })),
    ]);
    assert!(infer(&more, &Contract::default(), &Wishes::default()).types.contains_key("Article"));
    assert!(infer(&more, &known, &Wishes::default()).types.contains_key("Page"));
}
