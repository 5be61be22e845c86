//! `fields_get`: the fields of Odoo's models.

use super::Answers;
use crate::{Contract, Field, LearnedFrom, Nothing, Struct, Type, name};
use xmlrpc_serde::Value;

/// Learns one struct for each model whose fields were asked for.
///
/// Odoo sends `false` for a value that is not set. The caller chooses the fields, so each may be absent.
#[must_use]
pub fn contract(answers: &Answers) -> Contract {
    let mut contract = Contract::default();
    for (model, fields) in &answers.fields {
        let Some(fields) = fields.as_struct() else { continue };
        let fields = fields.iter().filter_map(|(name, description)| {
            Some(Field {
                name: name.to_string(),
                ty: field_type(description.get("type")?.as_str()?),
                optional: true,
                docs: docs(description),
            })
        });
        let found = Struct {
            fields: fields.collect(),
            places: vec![model.clone()],
            sources: vec![LearnedFrom::FieldsGet],
            docs: format!("A record of the model {model}."),
            ..Struct::default()
        };
        contract.types.insert(name::type_name(&[model]), found);
    }
    contract
}

fn docs(description: &Value) -> String {
    let text = |name| description.get(name).and_then(Value::as_str).unwrap_or_default().trim();
    match (text("string"), text("help")) {
        (label, "") => label.to_owned(),
        ("", help) => help.to_owned(),
        (label, help) => format!("{label}: {help}"),
    }
}

fn field_type(name: &str) -> Type {
    let or_false = |ty| Type::OrNothing(Nothing::False, Box::new(ty));
    match name {
        "boolean" => Type::Bool,
        "integer" => Type::Int,
        "float" | "monetary" => Type::Double,
        "many2one" => or_false(Type::Tuple(vec![Type::Int, Type::Text])),
        "one2many" | "many2many" => Type::List(Box::new(Type::Int)),
        "char" | "text" | "html" | "selection" | "date" | "datetime" | "binary" | "reference" => {
            or_false(Type::Text)
        }
        _ => Type::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::contract;
    use crate::{Nothing, Type, source::Answers};
    use xmlrpc_serde::{Value, value};

    /// The answer is that of the documentation of Odoo's external API.
    #[test]
    fn one_struct_for_each_model() {
        let answer = value!({
            "ean13": { "type": "char", "help": "BarCode", "string": "EAN13" },
            "property_account_position": {
                "type": "many2one",
                "help": "The fiscal position will determine taxes and accounts used for the partner.",
                "string": "Fiscal Position"
            },
            "signup_valid": { "type": "boolean", "help": "", "string": "Signup Token is Valid" },
            "ref_company_ids": { "type": "one2many", "help": "", "string": "Companies that refers to partner" }
        });
        let call: Vec<Value> =
            ["db", "1", "password", "res.partner", "fields_get"].map(Value::from).into_iter().collect();
        let mut answers = Answers::default();
        answers.take("execute_kw", &call, Some(&answer));
        let contract = contract(&answers);
        let partner = &contract.types["ResPartner"];
        let types: Vec<_> = partner.fields.iter().map(|field| (&*field.name, &field.ty)).collect();
        let or_false = |ty| Type::OrNothing(Nothing::False, Box::new(ty));
        assert_eq!(
            types,
            [
                ("ean13", &or_false(Type::Text)),
                ("property_account_position", &or_false(Type::Tuple(vec![Type::Int, Type::Text]))),
                ("signup_valid", &Type::Bool),
                ("ref_company_ids", &Type::List(Box::new(Type::Int))),
            ]
        );
        assert_eq!(partner.fields[0].docs, "EAN13: BarCode");
        assert!(partner.fields.iter().all(|field| field.optional));
    }
}
