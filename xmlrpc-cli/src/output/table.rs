//! `Table`: rows as a table.

use super::pretty;
use crate::{text, typed};
use comfy_table::{CellAlignment, ContentArrangement, presets};
use unicode_width::UnicodeWidthChar as _;
use xmlrpc::Value;

/// How wide a cell is at most, so that one long text does not push the others away.
const MAX_CELL: usize = 200;

/// Writes rows as a table, with lines of at most `width` columns.
///
/// # Errors
/// A text that names a column that no row has.
pub(super) fn write(value: &Value, columns: &[String], width: Option<usize>) -> Result<String, String> {
    let single;
    let rows: &[Value] = match value {
        Value::Array(rows) => rows,
        other => {
            single = [other.clone()];
            &single
        }
    };
    let names = if columns.is_empty() { column_names(rows) } else { columns.to_vec() };
    if let Some(unknown) =
        columns.iter().find(|name| !rows.is_empty() && rows.iter().all(|row| cell(row, name).is_none()))
    {
        let known = column_names(rows);
        return Err(format!("no row has the column {unknown:?}; the columns are {}", known.join(", ")));
    }
    let mut table = comfy_table::Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    if rows.iter().any(|row| matches!(row, Value::Struct(_))) || !columns.is_empty() {
        table.set_header(names.iter().map(|name| text::one_line(name)));
    }
    for row in rows {
        table.add_row(names.iter().map(|name| cell(row, name).map_or(String::new(), shown)));
    }
    for (index, name) in names.iter().enumerate() {
        let is_number =
            |value: &Value| matches!(value, Value::Int(_) | Value::I8(_) | Value::Double(_) | Value::Nil);
        let numbers = !rows.is_empty() && rows.iter().all(|row| cell(row, name).is_none_or(is_number));
        if let Some(column) = table.column_mut(index) {
            let gap = if index == 0 { 0 } else { 2 };
            column.set_padding((gap, 0));
            if numbers {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
    }
    let mut lines = String::new();
    for line in table.lines() {
        lines.push_str(cut(&line, width.unwrap_or(usize::MAX)).trim_end());
        lines.push('\n');
    }
    Ok(lines)
}

/// Returns the names of all columns, in the order in which they come up. Those of arrays are numbers.
fn column_names(rows: &[Value]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    let mut add = |name: String| {
        if seen.insert(name.clone()) {
            names.push(name);
        }
    };
    for row in rows {
        match row {
            Value::Struct(members) => members.keys().for_each(|name| add(name.to_owned())),
            Value::Array(cells) => (0..cells.len()).for_each(|index| add(index.to_string())),
            _ => add("0".to_owned()),
        }
    }
    names
}

fn cell<'v>(row: &'v Value, column: &str) -> Option<&'v Value> {
    match row {
        Value::Struct(members) => members.get(column),
        Value::Array(cells) => cells.get(column.parse::<usize>().ok()?),
        scalar => (column == "0").then_some(scalar),
    }
}

fn shown(value: &Value) -> String {
    let shown = match value {
        Value::Nil => String::new(),
        Value::String(text) => text::one_line(text),
        Value::DateTime(date) => pretty::date(*date),
        Value::Base64(bytes) => format!("<{}>", pretty::size(bytes.len())),
        other => text::one_line(&typed::write_plain(other)),
    };
    match cut(&shown, MAX_CELL) {
        whole if whole.len() == shown.len() => shown,
        start => format!("{start}…"),
    }
}

/// Returns the start of a line that takes at most `width` columns.
fn cut(line: &str, width: usize) -> &str {
    let mut columns = 0;
    for (at, char) in line.char_indices() {
        columns += char.width().unwrap_or(0);
        if columns > width {
            return &line[..at];
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use xmlrpc::value;

    #[test]
    fn tables() {
        for (value, columns, width, expected) in [
            (
                value!([{ "name": "web", "pid": 7 }, { "name": "数据库", "pid": 12345, "up": true }]),
                &[][..],
                None,
                "name      pid  up\nweb         7\n数据库  12345  true\n",
            ),
            (value!([{ "a": 1, "b": 2 }]), &["b", "a"], None, "b  a\n2  1\n"),
            (value!([["x", 1], ["yy", 10]]), &[], None, "x    1\nyy  10\n"),
            (value!([1, 22]), &[], None, " 1\n22\n"),
            (value!({ "a": 1, "b": [1, 2] }), &[], None, "a  b\n1  [1,2]\n"),
            (value!([{ "a": "数数数", "b": 1 }]), &[], Some(5), "a\n数数\n"),
            (value!([{ "a": "x\u{1b}[2J\ny" }]), &[], None, "a\nx\\u{1b}[2J\\ny\n"),
            (value!([]), &[], None, ""),
        ] {
            let columns: Vec<String> = columns.iter().map(|name: &&str| (*name).to_owned()).collect();
            assert_eq!(write(&value, &columns, width).unwrap(), expected);
        }
    }

    #[test]
    fn an_unknown_column_is_named() {
        let error = write(&value!([{ "a": 1, "b": 2 }]), &["c".to_owned()], None).unwrap_err();
        assert_eq!(error, "no row has the column \"c\"; the columns are a, b");
    }
}
