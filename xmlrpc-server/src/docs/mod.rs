//! `Router::docs`: a page that documents the methods, with a form to try each.
//!
//! The page is HTML with one style and one script, which are the same for every server. The policy in its
//! headers allows these two by their hashes and nothing else, so markup in a name or in documentation would
//! do nothing even if it were not escaped.
mod html;
mod markdown;

use self::html::escaped;
use crate::{description::Description, introspection::visible, panics::catch_panic, router::RouterInner};
use bytes::Bytes;
use http::{
    HeaderMap, HeaderName, HeaderValue, Response,
    header::{
        CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, VARY, X_CONTENT_TYPE_OPTIONS,
    },
};
use std::fmt::Write;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// SHA-256 of the two, in base64. A test computes them again.
const STYLE_HASH: &str = "XdtRumJGSPXQAaEvDOCU7lR3P4qUBk+/4p3QKheRpDc=";
const SCRIPT_HASH: &str = "b62Aksp+P6IOfqkavwnkJD8HdwClN7PmaMHK92THUi8=";

/// The page, for a browser that has opened it under `host`. The methods can be tried if `may_call` is true.
pub(crate) fn page(router: &RouterInner, host: &str, may_call: bool) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(document(router, host, may_call)));
    let headers: &mut HeaderMap = response.headers_mut();
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{STYLE_HASH}'; script-src 'sha256-{SCRIPT_HASH}'; \
         connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    let fixed: [(HeaderName, &str); 5] = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CONTENT_SECURITY_POLICY, &policy),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (CACHE_CONTROL, "no-store"),
    ];
    for (name, value) in fixed {
        if let Ok(value) = HeaderValue::try_from(value) {
            headers.insert(name, value);
        }
    }
    headers.insert(VARY, HeaderValue::from_static("host, authorization"));
    response
}

fn document(router: &RouterInner, host: &str, may_call: bool) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>XML-RPC methods</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <link rel=\"icon\" href=\"data:,\"><style>{STYLE}</style></head><body>\
         <header><h1>XML-RPC methods</h1>"
    );
    let listed = router.system_methods.list_methods;
    if !listed {
        out.push_str(
            "<p class=\"note\">This server does not list its methods: <code>system.listMethods</code> is \
             turned off.</p>",
        );
    } else if !may_call {
        let _ = write!(
            out,
            "<p class=\"note\">The methods cannot be tried here, because this page was opened under the host \
             <code>{}</code>. A page may call this server under a loopback address, such as \
             <code>localhost</code>, or under a host that the server allows (<code>Router::allow_host</code>).\
             </p>",
            escaped(host)
        );
    }
    out.push_str(
        "<label for=\"search\">Search (press <kbd>/</kbd>)</label>\
         <input id=\"search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\">\
         <p class=\"dim\" id=\"count\" role=\"status\"></p></header><main>",
    );
    if listed {
        write_methods(&mut out, router, may_call);
    }
    let _ = writeln!(out, "</main><script>{SCRIPT}</script></body></html>");
    out
}

/// One method as the page shows it.
struct ListedMethod<'a> {
    name: &'a str,
    help: &'a str,
    types: Vec<&'static str>,
    names: &'static [&'static str],
    optional: usize,
}

fn write_methods(out: &mut String, router: &RouterInner, may_call: bool) {
    let own = visible(router).map(|(name, description)| listed_method(router, name, description));
    let system = router.system_methods.enabled().map(|method| ListedMethod {
        name: method.name(),
        help: method.help(),
        types: method.signature().to_vec(),
        names: &[],
        optional: 0,
    });
    let mut methods: Vec<ListedMethod<'_>> = own.chain(system).collect();
    // Those of the server itself come last, and those without a namespace first.
    methods.sort_by_key(|method| {
        let namespace = namespace(method.name);
        (namespace == "system.", namespace, method.name)
    });
    let mut open = None;
    for (index, method) in methods.iter().enumerate() {
        let namespace = namespace(method.name);
        if open != Some(namespace) {
            if open.is_some() {
                out.push_str("</section>");
            }
            let title = if namespace.is_empty() { "Methods" } else { namespace };
            let _ = write!(out, "<section class=\"namespace\"><h2>{}</h2>", escaped(title));
            open = Some(namespace);
        }
        write_method(out, index, method, may_call);
    }
    if open.is_some() {
        out.push_str("</section>");
    }
}

fn listed_method<'a>(router: &RouterInner, name: &'a str, description: &'a Description) -> ListedMethod<'a> {
    // Asking for the types runs code of theirs, which may panic.
    let (types, optional) =
        catch_panic(name, || description.types(router.options)).unwrap_or_else(|_| (Vec::new(), 0));
    ListedMethod { name, help: &description.help, types, names: description.names, optional }
}

/// Returns the name up to its last dot.
fn namespace(name: &str) -> &str {
    name.rfind('.').map_or("", |dot| &name[..=dot])
}

impl ListedMethod<'_> {
    /// Returns the types of the parameters, or `None` if nothing is known of them.
    fn params(&self) -> Option<&[&'static str]> {
        self.types.get(1..)
    }

    fn param_name(&self, index: usize) -> String {
        self.names.get(index).map_or_else(|| format!("parameter {}", index + 1), |name| (*name).to_owned())
    }

    fn is_optional(&self, index: usize) -> bool {
        index + self.optional >= self.params().map_or(0, <[_]>::len)
    }

    fn signature(&self) -> String {
        let Some(params) = self.params() else { return "types unknown".to_owned() };
        let params = params.iter().enumerate().map(|(index, ty)| {
            let name = self.names.get(index).map_or(String::new(), |name| format!("{name}: "));
            format!("{name}{ty}{}", if self.is_optional(index) { "?" } else { "" })
        });
        format!("({}) → {}", params.collect::<Vec<_>>().join(", "), self.types[0])
    }
}

fn write_method(out: &mut String, index: usize, method: &ListedMethod<'_>, may_call: bool) {
    let name = escaped(method.name);
    let _ = write!(
        out,
        "<article class=\"method\" id=\"{name}\"><h3><a href=\"#{name}\">{name}</a></h3>\
         <p class=\"signature\"><code>{}</code></p><div class=\"help\">{}</div>",
        escaped(&method.signature()),
        markdown::render(method.help)
    );
    if may_call {
        let _ = write!(out, "<details><summary>Try it</summary><form data-method=\"{name}\">");
        match method.params() {
            Some(params) => {
                for (position, ty) in params.iter().enumerate() {
                    let optional = method.is_optional(position);
                    write_field(
                        out,
                        &format!("f{index}-{position}"),
                        &method.param_name(position),
                        ty,
                        optional,
                    );
                }
            }
            None => write_field(out, &format!("f{index}"), "parameters", "params", false),
        }
        out.push_str("<button>Call</button></form><div class=\"reply\" role=\"status\"></div></details>");
    }
    out.push_str("</article>");
}

fn write_field(out: &mut String, id: &str, name: &str, ty: &str, optional: bool) {
    let (label, name) = (escaped(name), escaped(name));
    let described = match ty {
        "params" => "a JSON array of all parameters",
        "array" => "array, as JSON",
        "struct" => "struct, as JSON",
        "dateTime.iso8601" => "dateTime.iso8601, such as 19980717T14:08:55",
        "base64" => "bytes in base64",
        "int" | "i8" | "double" | "boolean" | "string" => ty,
        _ => "any value, as JSON",
    };
    let _ =
        write!(out, "<div class=\"field\"><label for=\"{id}\">{label} <small>{described}</small></label>");
    let attributes = format!("id=\"{id}\" data-type=\"{}\" data-name=\"{name}\"", escaped(ty));
    let _ = match ty {
        "boolean" => write!(
            out,
            "<select {attributes}><option value=\"1\">true</option><option value=\"0\">false</option></select>"
        ),
        "int" | "i8" => write!(out, "<input {attributes} inputmode=\"numeric\" autocomplete=\"off\">"),
        "double" => write!(out, "<input {attributes} inputmode=\"decimal\" autocomplete=\"off\">"),
        "dateTime.iso8601" => write!(out, "<input {attributes} autocomplete=\"off\">"),
        _ => write!(out, "<textarea {attributes} rows=\"1\" spellcheck=\"false\"></textarea>"),
    };
    if optional {
        let _ = write!(
            out,
            "<label><input type=\"checkbox\" id=\"{id}-send\"> send <small>it may be left off</small></label>"
        );
    }
    out.push_str("</div>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine;
    use sha2::{Digest, Sha256};

    #[test]
    fn the_hashes_of_the_policy_are_those_of_the_style_and_the_script() {
        let hash = |text: &str| base64::prelude::BASE64_STANDARD.encode(Sha256::digest(text));
        assert_eq!((hash(STYLE).as_str(), hash(SCRIPT).as_str()), (STYLE_HASH, SCRIPT_HASH));
    }

    #[cfg(feature = "markdown")]
    #[test]
    fn markdown_is_rendered_and_markup_in_it_is_text() {
        let html = markdown::render(
            "# Title\n\n*a* `b` [ok](https://example.org) [bad](javascript:x)\n\n| a |\n|-|\n| b |",
        );
        assert!(html.contains("<h4>Title</h4>") && html.contains("<em>a</em> <code>b</code>"), "{html}");
        assert!(html.contains("<a href=\"https://example.org\">ok</a> bad"), "{html}");
        assert!(html.contains("<table>"), "{html}");
        for evil in [
            "<script>x()</script>",
            "a <img src=x onerror=x()>",
            "<div onclick=\"x()\">\n\ntext",
            "![a](javascript:x())",
            "[a](<javascript:x()>)",
            "[a]: javascript:x()\n\n[a]",
            "<javascript:x()>",
            "```<script>\nx\n```",
        ] {
            let html = markdown::render(evil);
            for part in ["<script", "<img", "<div", "href=\"javascript", "src="] {
                assert!(!html.contains(part) || html.contains(&escaped(part)), "{evil}: {html}");
            }
        }
    }
}
