//! The client reads: the results in a reply.
use crate::{
    Error, ErrorKind, Fault, Options, Result, Struct,
    de::read_value,
    reader::{Document, Kind, Reader, ResponseKind, ValueStart},
    response::read_fault,
    xml::well_formed::complete_error,
};
use serde_core::de::DeserializeOwned;
use std::{borrow::Cow, marker::PhantomData};

/// The results of a reply, each decoded when it is asked for.
#[derive(Clone, Debug)]
pub struct Results<'a> {
    text: Cow<'a, str>,
    /// Where each result's `<value>` begins.
    starts: Vec<usize>,
    options: Options,
}

/// Reads the reply of a `system.multicall`.
///
/// A fault is that of the whole batch; Perl's `RPC::XML` sends one inside a good reply.
///
/// # Errors
/// If the body is not well-formed, is no response, passes a limit, or holds no array.
pub fn decode_reply(body: &[u8], options: Options) -> Result<Result<Results<'_>, Fault>> {
    let document = Document::from_slice(body, options)?;
    let read = || {
        let mut reader = document.reader(options);
        let response = reader.open_response()?;
        let result = match response {
            ResponseKind::Fault => Err(read_fault(&mut reader)?),
            ResponseKind::Empty => return Err(no_array("nothing")),
            ResponseKind::Value => {
                let start = reader.position();
                read_results(&mut reader).map_err(|error| error.at(start).in_element(0).in_root("params"))?
            }
        };
        reader.end_response(response)?;
        Ok(result)
    };
    match read() {
        Ok(Ok(starts)) => Ok(Ok(Results { text: document.into_text(), starts, options })),
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

/// The element of an array, `None` if it has not exactly one.
fn only_element<T: DeserializeOwned>(
    reader: &mut Reader<'_, '_>,
    value_start: ValueStart,
) -> Result<Option<T>> {
    if !reader.open_array(value_start)? || !reader.next_element()? {
        return Ok(None);
    }
    let value = read_value(reader, PhantomData)?;
    Ok(if reader.next_element()? { None } else { Some(value) })
}

#[cold]
fn no_array(found: &str) -> Error {
    Error::new(ErrorKind::Data, format!("the reply of a multicall is an array of results, found {found}"))
}

impl Results<'_> {
    /// How many results.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The result at `index`: a one-element array, a fault struct, or a bare value (as supervisord sends it).
    ///
    /// An array of one element is the result in it, unless that does not fit `T` and the array itself does.
    ///
    /// # Errors
    /// If there is no such result, or it does not fit `T`.
    pub fn get<T: DeserializeOwned>(&self, index: usize) -> Result<Result<T, Fault>> {
        let Some(&start) = self.starts.get(index) else {
            let message = format!("there is no result {index}: the reply has {}", self.len());
            return Err(Error::new(ErrorKind::Data, message));
        };
        self.read(start)
            .map_err(|error| error.in_element(index).in_element(0).in_root("params").in_document(&self.text))
    }

    fn read<T: DeserializeOwned>(&self, start: usize) -> Result<Result<T, Fault>> {
        let mut reader = self.reader_at(start)?;
        let bare = |error: Option<Error>| match self
            .reader_at(start)
            .and_then(|mut r| read_value(&mut r, PhantomData))
        {
            Ok(value) => Ok(Ok(value)),
            Err(bare) => Err(error.unwrap_or(bare)),
        };
        let value_start = reader.open_value()?;
        match value_start.kind() {
            Kind::Array => {
                // What most results are.
                if let Ok(Some(value)) = only_element(&mut reader, value_start) {
                    return Ok(Ok(value));
                }
                let mut reader = self.reader_at(start)?;
                let value_start = reader.open_value()?;
                let elements = element_starts(&mut reader, value_start)?;
                let [element] = elements[..] else { return bare(None) };
                match self.reader_at(element).and_then(|mut r| read_value(&mut r, PhantomData)) {
                    Ok(value) => Ok(Ok(value)),
                    Err(error) if error.kind() == ErrorKind::Data => bare(Some(error.in_element(0))),
                    Err(error) => Err(error.in_element(0)),
                }
            }
            Kind::Struct => {
                let mut members = [false, false];
                if reader.open_struct(value_start)? {
                    let mut member = reader.first_member()?;
                    while let Some(found) = member {
                        match reader.str(found.name) {
                            "faultCode" => members[0] = true,
                            "faultString" => members[1] = true,
                            _ => {}
                        }
                        reader.skip_value()?;
                        member = reader.next_member()?;
                    }
                }
                if members == [true, true] {
                    let fault: Struct = read_value(&mut self.reader_at(start)?, PhantomData)?;
                    return Fault::from_struct(fault).map(Err);
                }
                bare(None)
            }
            Kind::Scalar(_) => bare(None),
        }
    }

    /// A reader inside the `<value>` that begins at `start`.
    fn reader_at(&self, start: usize) -> Result<Reader<'_, '_>> {
        let mut reader = Reader::new(&self.text, Some(&*self.text), start, self.options);
        reader.next_element()?;
        Ok(reader)
    }

    /// Frees it of the body.
    #[must_use]
    pub fn into_owned(self) -> Results<'static> {
        Results { text: Cow::Owned(self.text.into_owned()), ..self }
    }
}
