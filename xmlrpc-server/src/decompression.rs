//! `Decompressor`: gzip and deflate, piece by piece, within a limit.
use crate::refusal::{Refusal, too_large};
use bytes::Bytes;
use flate2::{
    bufread::GzDecoder,
    read::{DeflateDecoder, ZlibDecoder},
};
use http::{
    HeaderMap, HeaderValue, StatusCode,
    header::{ACCEPT_ENCODING, CONTENT_ENCODING},
};
use std::io::{self, Cursor, Read};

/// Each gzip member costs the server the same work, even an empty one, so a body may have this many members
/// and one more for each [`BYTES_PER_GZIP_MEMBER`] of content.
const FREE_GZIP_MEMBERS: usize = 256;
const BYTES_PER_GZIP_MEMBER: usize = 4 << 10;

/// How a body is compressed.
#[derive(Clone, Copy)]
pub(crate) enum BodyCoding {
    Identity,
    Gzip,
    Deflate,
}

impl BodyCoding {
    /// Reads the header `Content-Encoding`.
    pub(crate) fn of(headers: &HeaderMap) -> Result<Self, Refusal> {
        let mut found = Self::Identity;
        let names = headers
            .get_all(CONTENT_ENCODING)
            .iter()
            .flat_map(|value| value.as_bytes().split(|byte| *byte == b','));
        for name in names.map(<[u8]>::trim_ascii) {
            let one = match name.to_ascii_lowercase().as_slice() {
                // Servers and proxies write the last ones too, on bodies that are not compressed.
                b"" | b"identity" | b"none" | b"binary" | b"utf-8" | b"utf8" => continue,
                b"gzip" | b"x-gzip" => Self::Gzip,
                b"deflate" => Self::Deflate,
                _ => return Err(unknown_coding()),
            };
            if !matches!(found, Self::Identity) {
                return Err(unknown_coding());
            }
            found = one;
        }
        Ok(found)
    }
}

/// A compressed body and the part of it that has been decompressed.
pub(crate) struct Decompressor {
    decoder: ContentDecoder,
    content: Vec<u8>,
    limit: usize,
}

enum ContentDecoder {
    /// With the number of members so far.
    Gzip(GzDecoder<Cursor<Bytes>>, usize),
    Zlib(ZlibDecoder<Cursor<Bytes>>),
    Deflate(DeflateDecoder<Cursor<Bytes>>),
    /// The end is reached.
    Done,
}

impl Decompressor {
    /// Begins to decompress a body, whose content may have `limit` bytes.
    pub(crate) fn new(coding: BodyCoding, body: Bytes, limit: usize) -> Self {
        // The low four bits of the first byte of a zlib stream are 8 (RFC 1950). Clients send both formats.
        let is_zlib = body.first().is_none_or(|byte| byte & 0x0f == 8);
        let body = Cursor::new(body);
        let decoder = match coding {
            BodyCoding::Gzip => ContentDecoder::Gzip(GzDecoder::new(body), 1),
            BodyCoding::Deflate if is_zlib => ContentDecoder::Zlib(ZlibDecoder::new(body)),
            BodyCoding::Deflate => ContentDecoder::Deflate(DeflateDecoder::new(body)),
            BodyCoding::Identity => {
                let content = body.into_inner().into();
                return Self { decoder: ContentDecoder::Done, content, limit };
            }
        };
        Self { decoder, content: Vec::new(), limit }
    }

    /// Returns how long the content is so far.
    pub(crate) const fn len(&self) -> usize {
        self.content.len()
    }

    /// Returns whether the whole content is there.
    pub(crate) const fn is_done(&self) -> bool {
        matches!(self.decoder, ContentDecoder::Done)
    }

    pub(crate) fn into_content(self) -> Bytes {
        self.content.into()
    }

    /// Decompresses `count` bytes more, or less if the content ends before.
    pub(crate) fn step(&mut self, count: usize) -> Result<(), Refusal> {
        self.read(count).map_err(|error| {
            tracing::debug!(%error, "the body of a request could not be decompressed");
            let text = "The body of the request could not be decompressed.\n";
            Refusal::new(StatusCode::BAD_REQUEST, text)
        })?;
        if self.content.len() > self.limit { Err(too_large()) } else { Ok(()) }
    }

    fn read(&mut self, count: usize) -> io::Result<()> {
        let end = self.content.len().saturating_add(count);
        while self.content.len() < end && !self.is_done() {
            let room = (end - self.content.len()) as u64;
            let content = &mut self.content;
            let read = match &mut self.decoder {
                ContentDecoder::Gzip(member, _) => member.by_ref().take(room).read_to_end(content)?,
                ContentDecoder::Zlib(zlib) => zlib.by_ref().take(room).read_to_end(content)?,
                ContentDecoder::Deflate(deflate) => deflate.by_ref().take(room).read_to_end(content)?,
                ContentDecoder::Done => 0,
            };
            if (read as u64) < room {
                self.end_member()?;
            }
        }
        Ok(())
    }

    /// Goes on to the next member of a gzip stream, if there is one. Zeros behind the last one are padding.
    fn end_member(&mut self) -> io::Result<()> {
        let ContentDecoder::Gzip(member, members) =
            std::mem::replace(&mut self.decoder, ContentDecoder::Done)
        else {
            return Ok(());
        };
        let body = member.into_inner();
        let rest = usize::try_from(body.position()).ok().and_then(|start| body.get_ref().get(start..));
        if rest.is_none_or(|rest| rest.iter().all(|byte| *byte == 0)) {
            return Ok(());
        }
        let members = members + 1;
        if members > FREE_GZIP_MEMBERS + self.content.len() / BYTES_PER_GZIP_MEMBER {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "too many gzip members for so few bytes"));
        }
        self.decoder = ContentDecoder::Gzip(GzDecoder::new(body), members);
        Ok(())
    }
}

fn unknown_coding() -> Refusal {
    Refusal::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "This server does not support the Content-Encoding of the request.\n",
    )
    .with_header(ACCEPT_ENCODING, HeaderValue::from_static("gzip, deflate, identity"))
}
