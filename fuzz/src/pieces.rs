//! Reads a document in pieces.

use xmlrpc_serde::{
    DownloadDecoder, DownloadProgress, Error, ErrorKind, NextRow, Options, RowDecoder, RowsStart, Value,
};

/// What reading rows came to.
#[derive(Debug, PartialEq)]
pub enum Start {
    /// Each row, or its error.
    Rows(Vec<Result<Value, (ErrorKind, String)>>),
    /// A fault, as text.
    Fault(String),
    /// An error before any row.
    Refused(ErrorKind, String),
}

/// Some ways to cut a document: by each byte if it is short, and by places that its own bytes choose.
#[must_use]
pub fn cuts(body: &[u8]) -> Vec<Vec<usize>> {
    let mut all = Vec::new();
    if body.len() < 2000 {
        all.push((0..body.len()).collect());
    }
    let mut state =
        body.iter().fold(7_usize, |state, byte| state.wrapping_mul(31).wrapping_add((*byte).into()));
    for _ in 0..3 {
        let mut cuts: Vec<usize> = (0..4)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                (state >> 33) % (body.len() + 1)
            })
            .collect();
        cuts.sort_unstable();
        all.push(cuts);
    }
    all
}

fn pieces<'a>(body: &'a [u8], cuts: &'a [usize]) -> impl Iterator<Item = &'a [u8]> {
    let ends = cuts.iter().copied().chain([body.len()]);
    let mut start = 0;
    ends.map(move |end| {
        let piece = &body[start..end];
        start = end;
        piece
    })
}

fn text(error: &Error) -> (ErrorKind, String) {
    (error.kind(), format!("{error} {:?} {error:?}", (error.offset(), error.path())))
}

/// Reads a response row by row, in pieces.
#[must_use]
pub fn rows(body: &[u8], options: Options, cuts: &[usize]) -> Start {
    let mut decoder = RowDecoder::for_response("", options).expect("the empty path is one");
    let mut pieces = pieces(body, cuts);
    let mut feed = |decoder: &mut RowDecoder| match pieces.next() {
        Some(piece) => decoder.feed(piece),
        None => decoder.end(),
    };
    loop {
        match decoder.start() {
            Ok(None) => feed(&mut decoder),
            Ok(Some(RowsStart::Fault(fault))) => return Start::Fault(fault.to_string()),
            Ok(Some(_)) => break,
            Err(error) => {
                let (kind, text) = text(&error);
                return Start::Refused(kind, text);
            }
        }
    }
    let mut rows = Vec::new();
    loop {
        match decoder.next_row() {
            Ok(NextRow::Row(row)) => rows.push(Ok(row)),
            Ok(NextRow::MoreNeeded) => feed(&mut decoder),
            Ok(_) => return Start::Rows(rows),
            Err(error) => rows.push(Err(text(&error))),
        }
    }
}

/// Decodes a response that is one string or base64, in pieces. Fails with the text of a fault, or with an
/// empty text: an error depends on how far the pieces had come.
pub fn download(body: &[u8], options: Options, cuts: &[usize]) -> Result<Vec<u8>, String> {
    let mut decoder = DownloadDecoder::for_response(options);
    let mut pieces = pieces(body, cuts);
    let mut out = Vec::new();
    loop {
        match decoder.decode(&mut out) {
            Ok(DownloadProgress::MoreNeeded) => match pieces.next() {
                Some(piece) => decoder.feed(piece),
                None => decoder.end(),
            },
            Ok(DownloadProgress::Fault(fault)) => return Err(fault.to_string()),
            Ok(_) => return Ok(out),
            Err(_) => return Err(String::new()),
        }
    }
}
