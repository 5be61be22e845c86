//! Documentation as HTML that can do nothing but be read.
use super::html::escaped;

/// Writes documentation as HTML. It is Markdown, with the feature `markdown`; HTML in it is shown as text.
#[cfg(feature = "markdown")]
pub(super) fn render(text: &str) -> String {
    use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
    /// Only these links are links, so that none runs a script.
    fn is_harmless(url: &str) -> bool {
        ["https://", "http://", "mailto:", "#"].iter().any(|start| url.starts_with(start))
    }
    let mut dropped_links = Vec::new();
    let events = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let events = events.filter_map(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => Some(Event::Text(html)),
        // The headings of a method stand below its name.
        Event::Start(Tag::Heading { .. }) => Some(Event::Start(Tag::Heading {
            level: HeadingLevel::H4,
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        })),
        Event::End(TagEnd::Heading(_)) => Some(Event::End(TagEnd::Heading(HeadingLevel::H4))),
        Event::Start(Tag::Link { ref dest_url, .. }) => {
            let harmless = is_harmless(dest_url);
            dropped_links.push(!harmless);
            harmless.then_some(event)
        }
        Event::End(TagEnd::Link) => (!dropped_links.pop().unwrap_or(true)).then_some(event),
        // The text of an image says what it shows. Nothing is loaded.
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::CodeBlock(_)) => {
            use pulldown_cmark::CodeBlockKind::Fenced;
            Some(Event::Start(Tag::CodeBlock(Fenced(CowStr::Borrowed("")))))
        }
        event => Some(event),
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    debug_assert!(!out.contains("<script"), "{out}");
    out
}

/// Writes documentation as HTML: the text as it is.
#[cfg(not(feature = "markdown"))]
pub(super) fn render(text: &str) -> String {
    as_it_is(text)
}

/// Shows a text as it is.
#[cfg_attr(feature = "markdown", expect(dead_code, reason = "Markdown takes its place"))]
fn as_it_is(text: &str) -> String {
    format!("<p class=\"text\">{}</p>", escaped(text))
}
