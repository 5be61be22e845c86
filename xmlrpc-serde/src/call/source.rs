//! `CallSource`: the document that a call was read from, and where in it the call's parameters stand.
use super::params::{Params, ParamsAt};
use crate::{Options, reader::Reader};
use std::sync::Arc;

/// What an unchecked and a checked call have in common.
#[derive(Clone, Debug)]
pub(super) struct CallSource<'a> {
    pub(super) text: DocumentText<'a>,
    /// The name of the method, without white space around it.
    pub(super) method: Box<str>,
    pub(super) params: ParamsAt,
    pub(super) options: Options,
}

/// The text of a document. An owned one is shared by the calls of a multicall, which may be many.
#[derive(Clone, Debug)]
pub(super) enum DocumentText<'a> {
    Borrowed(&'a str),
    Shared(Arc<str>),
}

impl CallSource<'_> {
    pub(super) fn text(&self) -> &str {
        match &self.text {
            DocumentText::Borrowed(text) => text,
            DocumentText::Shared(text) => text,
        }
    }

    /// A reader that stands at the first parameter.
    pub(super) fn reader(&self) -> Reader<'_, '_> {
        let (ParamsAt::Params(start) | ParamsAt::Elements(start)) = self.params;
        Reader::new(self.text(), Some(self.text()), start, self.options)
    }

    /// The parameters one after another; `count` is their number, where it is known.
    pub(super) fn params(&self, count: Option<usize>) -> Params<'_> {
        Params::new(self.reader(), self.text(), self.params, count, self.options)
    }

    /// Copies the document, unless it is owned already.
    pub(super) fn into_owned(self) -> CallSource<'static> {
        let text = match self.text {
            DocumentText::Borrowed(text) => DocumentText::Shared(text.into()),
            DocumentText::Shared(text) => DocumentText::Shared(text),
        };
        CallSource { text, ..self }
    }
}
