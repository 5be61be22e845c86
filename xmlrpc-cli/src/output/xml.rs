//! `indented`: a document with a line for each value.

/// Indents a document of this program's own encoder, which has neither attributes nor comments nor white
/// space between tags. The text of values stays as it is.
#[must_use]
pub fn indented(document: &str) -> String {
    let mut text = String::with_capacity(document.len() * 2);
    let mut depth = 0_usize;
    let mut rest = document;
    // Whether the last piece was text or a start tag, behind which an end tag stands on the same line.
    let mut open = false;
    while let Some(start) = rest.find('<') {
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        text.push_str(&rest[..start]);
        let tag = &rest[start..end];
        rest = &rest[end..];
        if tag.starts_with("</") {
            depth = depth.saturating_sub(1);
            if !open {
                line(&mut text, depth);
            }
            text.push_str(tag);
            open = false;
            continue;
        }
        // A scalar's tag stands beside the <value> around it.
        let beside_value =
            text.ends_with("<value>") && !tag.starts_with("<array") && !tag.starts_with("<struct");
        if !beside_value && !text.is_empty() {
            line(&mut text, depth);
        }
        text.push_str(tag);
        if tag.starts_with("<?") || tag.ends_with("/>") {
            open = beside_value;
        } else {
            depth += 1;
            open = true;
        }
        // `</int></value>` stays on one line, too.
        if beside_value
            && let Some(end) = rest.find('<').filter(|_| open && !tag.ends_with("/>"))
            && let Some(tag_end) = rest[end..].find('>').map(|at| end + at + 1)
        {
            text.push_str(&rest[..tag_end]);
            rest = &rest[tag_end..];
            depth = depth.saturating_sub(1);
        }
    }
    text.push_str(rest.trim_end());
    text.push('\n');
    text
}

fn line(text: &mut String, depth: usize) {
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use super::*;
    use xmlrpc::{Options, Value, response, value};

    #[test]
    fn a_document_has_a_line_for_each_value() {
        let value = value!({ "a": [1, " x\n "], "b": nil, "c": {}, "d": [], "e": "" });
        let options = Options::new().allow_none(true);
        let document = response::encode(&value, options).unwrap();
        let shown = indented(&document);
        assert_eq!(
            shown,
            "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<methodResponse>
  <params>
    <param>
      <value>
        <struct>
          <member>
            <name>a</name>
            <value>
              <array>
                <data>
                  <value><int>1</int></value>
                  <value><string> x\n </string></value>
                </data>
              </array>
            </value>
          </member>
          <member>
            <name>b</name>
            <value><nil/></value>
          </member>
          <member>
            <name>c</name>
            <value>
              <struct></struct>
            </value>
          </member>
          <member>
            <name>d</name>
            <value>
              <array>
                <data></data>
              </array>
            </value>
          </member>
          <member>
            <name>e</name>
            <value><string></string></value>
          </member>
        </struct>
      </value>
    </param>
  </params>
</methodResponse>
"
        );
        let again: Value = response::decode(shown.as_bytes(), options).unwrap().unwrap();
        assert_eq!(again, value);
    }
}
