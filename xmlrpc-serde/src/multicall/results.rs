//! What the client reads: the results of the calls.
use crate::{
    Error, ErrorKind, Fault, Options, Result,
    de::read_value,
    error::Position,
    fault::{CODE_NAMES, STRING_NAMES, read_fault},
    reader::{Document, Kind, Reader, ResponseKind, ValueStart},
    xml::well_formed::complete_error,
};
use serde_core::de::DeserializeOwned;
use std::{borrow::Cow, marker::PhantomData, sync::OnceLock};

/// The results of a multicall. Each is decoded when it is asked for.
#[derive(Clone, Debug)]
pub struct Results<'a> {
    text: Cow<'a, str>,
    /// Where each result's `<value>` begins.
    starts: Vec<usize>,
    /// The line and column of each start, counted when the first error needs one. To count from the start of
    /// the document for each error would take a time that grows with the square of the number of results.
    positions: OnceLock<Vec<Position>>,
    options: Options,
}

/// Reads the response to a multicall.
///
/// A fault is that of the whole batch. Perl's `RPC::XML` sends such a fault inside a response that holds a
/// value.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Options, multicall};
///
/// let results = [Ok(xmlrpc::to_string("web")?)];
/// let body = multicall::encode_reply(&results, Options::new())?;
/// let results = multicall::decode_reply(&body, Options::new())?.unwrap();
/// assert_eq!(results.get::<String>(0)?, Ok("web".to_owned()));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`response::decode`](crate::response::decode), and [`Data`](ErrorKind::Data) if the value is not
/// an array.
pub fn decode_reply(body: &[u8], options: Options) -> Result<Result<Results<'_>, Fault>> {
    let document = Document::from_slice(body, options)?;
    let read = || {
        let mut reader = document.reader(options);
        let response = reader.open_response()?;
        let result = match response {
            ResponseKind::Fault => Err(read_fault(&mut reader)?),
            ResponseKind::Empty | ResponseKind::Nothing => {
                return Err(no_array("a response without a value"));
            }
            ResponseKind::Value => {
                let start = reader.position();
                let results = read_results(&mut reader)
                    .map_err(|error| error.at(start).in_element(0).in_root("params"))?;
                if !reader.is_last_param()? {
                    return Err(no_array("several values"));
                }
                results
            }
        };
        reader.end_response(response)?;
        Ok(result)
    };
    match read() {
        Ok(Ok(starts)) => {
            Ok(Ok(Results { text: document.into_text(), starts, positions: OnceLock::new(), options }))
        }
        Ok(Err(fault)) => Ok(Err(fault)),
        Err(error) => Err(complete_error(error, document.text(), options.reads_control_characters())),
    }
}

fn read_results(reader: &mut Reader<'_, '_>) -> Result<Result<Vec<usize>, Fault>> {
    let value_start = reader.open_value()?;
    match value_start.kind() {
        Kind::Array => element_starts(reader, value_start).map(Ok),
        // `<struct><member><name>value</name><value><fault>…`, of `RPC::XML`.
        Kind::Struct => {
            if !reader.open_struct(value_start)? || reader.first_member()?.is_none() {
                return Err(no_array("an empty struct"));
            }
            if !reader.open_inner_fault()? {
                return Err(no_array("a struct"));
            }
            let fault = read_fault(reader)?;
            reader.end_inner_fault()?;
            Ok(Err(fault))
        }
        Kind::Scalar(_) => Err(no_array("a scalar")),
    }
}

/// Where the elements of an array begin; passes over the array.
fn element_starts(reader: &mut Reader<'_, '_>, value_start: ValueStart) -> Result<Vec<usize>> {
    let mut starts = Vec::new();
    reader.each_element(value_start, |reader, start| {
        starts.push(start);
        reader.skip_value()
    })?;
    Ok(starts)
}

#[cold]
fn no_array(found: &str) -> Error {
    Error::new(ErrorKind::Data, format!("expected an array of the results of a multicall, found {found}"))
}

impl Results<'_> {
    /// Returns the number of results.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there are no results.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Decodes the result at `index`: a value in an array of one element, a fault, or a bare value, as
    /// supervisord sends it.
    ///
    /// An array of one element is the value in it, unless only the array itself fits `T`.
    ///
    /// # Errors
    ///
    /// [`Data`](ErrorKind::Data) if there is no such result, or if it does not fit `T`.
    pub fn get<T: DeserializeOwned>(&self, index: usize) -> Result<Result<T, Fault>> {
        let Some(&start) = self.starts.get(index) else {
            let message =
                format!("result index {index} is out of range: the reply has {} results", self.len());
            return Err(Error::new(ErrorKind::Data, message));
        };
        self.read(start).map_err(|error| {
            let error = error.in_element(index).in_element(0).in_root("params");
            error.in_document_after(&self.text, start, self.position(index))
        })
    }

    /// The line and column where the result at `index` begins.
    #[cold]
    fn position(&self, index: usize) -> Position {
        let positions = self.positions.get_or_init(|| {
            let (mut position, mut counted) = (Position::START, 0);
            let text = self.text.as_bytes();
            let each = self.starts.iter().map(|&start| {
                position = position.after(&text[counted..start]);
                counted = start;
                position
            });
            each.collect()
        });
        positions[index]
    }

    fn read<T: DeserializeOwned>(&self, start: usize) -> Result<Result<T, Fault>> {
        let mut reader = self.reader_before(start);
        reader.next_element()?;
        let value_start = reader.open_value()?;
        match value_start.kind() {
            Kind::Array => self.read_array(start, &mut reader, value_start),
            Kind::Struct if self.is_fault(start, OtherMembers::Allowed)? => {
                let mut reader = self.reader_before(start);
                reader.next_element()?;
                read_fault(&mut reader).map(Err)
            }
            Kind::Struct | Kind::Scalar(_) => self.read_bare(start),
        }
    }

    /// Decodes an array that begins at `start` and whose start tag was read: the value in it, the fault in it
    /// (as xmlrpc-epi sends faults), or the array itself.
    fn read_array<T: DeserializeOwned>(
        &self,
        start: usize,
        reader: &mut Reader<'_, '_>,
        value_start: ValueStart,
    ) -> Result<Result<T, Fault>> {
        if !reader.open_array(value_start)? {
            return self.read_bare(start);
        }
        let element = reader.position();
        if !reader.next_element()? {
            return self.read_bare(start);
        }
        // Most elements show at once that they are not a struct.
        let may_be_fault = reader.plain_kind().is_none_or(|kind| kind == Kind::Struct);
        let result = if may_be_fault && self.is_fault(element, OtherMembers::Refused)? {
            Ok(Err(read_fault(reader)?))
        } else {
            read_value(reader, PhantomData).map(Ok)
        };
        match result {
            Ok(result) => {
                if reader.next_element()? {
                    self.read_bare(start)
                } else {
                    Ok(result)
                }
            }
            Err(error) if error.kind() == ErrorKind::Data => match self.read_bare(start) {
                Err(_) if self.has_one_element(start)? => Err(error.in_element(0)),
                bare => bare,
            },
            Err(error) => Err(error.in_element(0)),
        }
    }

    /// Decodes a result that is not in an array of its own.
    fn read_bare<T: DeserializeOwned>(&self, start: usize) -> Result<Result<T, Fault>> {
        let mut reader = self.reader_before(start);
        reader.next_element()?;
        read_value(&mut reader, PhantomData).map(Ok)
    }

    fn has_one_element(&self, start: usize) -> Result<bool> {
        let mut reader = self.reader_before(start);
        reader.next_element()?;
        let value_start = reader.open_value()?;
        element_starts(&mut reader, value_start).map(|starts| starts.len() == 1)
    }

    /// Whether the value that begins at `start` is a struct with the members of a fault.
    fn is_fault(&self, start: usize, others: OtherMembers) -> Result<bool> {
        let mut reader = self.reader_before(start);
        reader.next_element()?;
        let value_start = reader.open_value()?;
        if value_start.kind() != Kind::Struct || !reader.open_struct(value_start)? {
            return Ok(false);
        }
        let (mut has_code, mut has_string) = (false, false);
        let mut member = reader.first_member()?;
        while let Some(found) = member {
            let name = reader.str(found.name);
            if CODE_NAMES.contains(&name) {
                has_code = true;
            } else if STRING_NAMES.contains(&name) {
                has_string = true;
            } else if others == OtherMembers::Refused {
                return Ok(false);
            }
            reader.skip_value()?;
            member = reader.next_member()?;
        }
        Ok(has_code && has_string)
    }

    /// A reader before the `<value>` that begins at `start`. `next_element` goes into it. (A function that
    /// did both would return a `Result`, out of which a reader is copied.)
    #[inline]
    fn reader_before(&self, start: usize) -> Reader<'_, '_> {
        Reader::new(&self.text, Some(&*self.text), start, self.options)
    }

    /// Makes the results independent of the body, by a copy of the document.
    #[must_use]
    pub fn into_owned(self) -> Results<'static> {
        Results { text: Cow::Owned(self.text.into_owned()), ..self }
    }
}

/// Whether a struct with the members of a fault is one if it has others as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OtherMembers {
    /// It is: some servers add members. The struct stands in the place where a fault belongs.
    Allowed,
    /// It is not: the struct stands in the place of a value, and may be one.
    Refused,
}
