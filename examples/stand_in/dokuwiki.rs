//! Answers as DokuWiki does, with two pages and a picture.

use xmlrpc::{Base64, DateTime, Value, server::Router, value};

const PAGES: [(&str, &str); 2] =
    [("start", "====== Hé ======\n<&> ]]> and so on\n"), ("wiki:syntax", "**bold**\n")];

pub(super) fn router() -> Router {
    Router::new()
        .function("dokuwiki.getTitle", || Ok("Lab"))
        .function("wiki.getAllPages", || Ok(PAGES.map(page).to_vec()))
        .function("wiki.getPage", |id: String| {
            Ok(PAGES.iter().find(|(name, _)| *name == id).map_or("", |(_, text)| *text))
        })
        .function("wiki.getAttachments", |_namespace: String| Ok(value!([{ "id": "wiki:a.png", "size": 8 }])))
        .function("wiki.getAttachment", |_id: String| Ok(Base64(b"\x89PNG\r\n\x1a\n".to_vec())))
}

fn page((id, text): (&str, &str)) -> Value {
    let changed: DateTime = "2026-11-22T19:02:35+00:00".parse().expect("a date as DokuWiki writes it");
    let size = i32::try_from(text.len()).unwrap_or(i32::MAX);
    value!({ "id": id, "perms": 255, "size": size, "lastModified": changed })
}
