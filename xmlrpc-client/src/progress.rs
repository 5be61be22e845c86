//! `Progress`: how much of a body has been sent or received.

use std::sync::Arc;

/// How much of a body has been sent or received.
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use xmlrpc::{Client, Direction};
///
/// let client = Client::builder("http://localhost:9001/RPC2")
///     .progress(|progress| {
///         if progress.direction == Direction::Received {
///             match progress.total {
///                 Some(total) => println!("{} of {total} bytes", progress.bytes),
///                 None => println!("{} bytes", progress.bytes),
///             }
///         }
///     })
///     .build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Whether the bytes were sent or received.
    pub direction: Direction,
    /// How many bytes of the body so far. Bytes of a compressed body are counted as they are on the wire.
    pub bytes: u64,
    /// How many bytes the body has in all, if its length is known.
    pub total: Option<u64>,
}

impl Progress {
    /// Creates a report, for a transport of your own.
    #[must_use]
    pub const fn new(direction: Direction, bytes: u64, total: Option<u64>) -> Self {
        Self { direction, bytes, total }
    }
}

/// The direction in which bytes were carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Direction {
    /// The body of the request, to the server.
    Sent,
    /// The body of the response, from the server.
    Received,
}

/// The user's function for progress.
pub(crate) type ProgressFn = Arc<dyn Fn(Progress) + Send + Sync>;
