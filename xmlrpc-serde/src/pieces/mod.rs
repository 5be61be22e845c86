//! Reading a document in pieces, however long it is.
//!
//! ```text
//! rows                rows.rs             rows from an `io::Read`
//!   RowDecoder        row_decoder.rs      takes pieces, gives rows: no I/O
//! DownloadDecoder     download.rs         takes pieces of one base64 or string, gives bytes: no I/O
//!
//! both are made of
//!   TextBuffer        buffer.rs           bytes to text (encoding/stream.rs), and what of it is not read
//!   Outline           outline.rs          the document around what is read, checked in constant memory
//!   Element           element.rs          one row, or a fault: its end is found (element_scanner.rs)
//!   Reader            reader/             reads the whole of it: there is no second reader of values
//! ```

mod buffer;
mod download;
mod element;
mod element_scanner;
mod outline;
mod path;
mod row_decoder;
mod rows;

pub use download::{DownloadDecoder, DownloadProgress};
pub use row_decoder::{NextRow, RowDecoder, RowsStart};
pub use rows::{Rows, rows, rows_at};
