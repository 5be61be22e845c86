//! Downloads: a result that is one base64 or string, written as it arrives.

use crate::{
    Body, Error, ErrorKind, Method, Result, Transport, body::blocking, call_observer::CallObserver,
    exchange::Exchange, incoming::Incoming, reply::undecodable, settings::Settings, streaming,
    transport::blocking::Transport as BlockingTransport,
};
use bytes::Bytes;
use serde_core::Serialize;
use std::{
    io::{self, Write},
    pin::{Pin, pin},
    sync::Arc,
};
use tokio::io::AsyncWrite;
use xmlrpc_serde::{DownloadDecoder, DownloadProgress, Options};

/// Decodes what has come.
struct Download<B> {
    decoder: DownloadDecoder,
    incoming: Incoming<B>,
    /// What was decoded and is not written yet.
    decoded: Vec<u8>,
    written: u64,
}

impl<B> Download<B> {
    fn new(mut incoming: Incoming<B>, options: Options) -> Self {
        incoming.lift_deadline();
        let decoder = DownloadDecoder::for_response(options.charset_hint(incoming.head.encoding()));
        Self { decoder, incoming, decoded: Vec::new(), written: 0 }
    }

    /// Decodes the next piece of the response, or its end. Returns whether the value is complete.
    fn feed(&mut self, piece: Option<&Bytes>) -> Result<bool> {
        match piece {
            Some(piece) => self.decoder.feed(piece),
            None => self.decoder.end(),
        }
        self.decoded.clear();
        let error = match self.decoder.decode(&mut self.decoded) {
            Ok(DownloadProgress::End) => return Ok(true),
            Ok(DownloadProgress::Fault(fault)) => fault.into(),
            Ok(_) if piece.is_some() => return Ok(false),
            Ok(_) => Error::new(ErrorKind::Decode, "the response ends early"),
            Err(error) => {
                let head = &self.incoming.head;
                let start = self.incoming.start();
                undecodable(head.status, head.reason.as_deref(), &head.headers, start, error)
            }
        };
        Err(self.fail(error))
    }

    #[cold]
    fn fail(&mut self, error: Error) -> Error {
        self.incoming.close();
        let error = match self.written {
            0 => error,
            written if error.fault().is_none() => {
                let message = format!("{}; {written} bytes have been written by then", error.message());
                error.with_message(message)
            }
            _ => error,
        };
        self.incoming.attach(error)
    }

    #[cold]
    fn cannot_write(&mut self, error: io::Error) -> Error {
        let message = format!("the download cannot be written: {error}");
        self.fail(Error::new(ErrorKind::Io, message).with_said_source(error))
    }
}

fn prepare<P: Serialize + ?Sized>(
    settings: &Arc<Settings>,
    method: &Method<'_>,
    params: &P,
) -> Result<Exchange> {
    Ok(Exchange::new(settings, method, params)?.read_as_it_comes())
}

/// Makes a call and writes the bytes of its result. Returns how many there were.
pub(crate) fn download<'w, P: Serialize + ?Sized, W: AsyncWrite + Unpin + Send + 'w>(
    settings: &Arc<Settings>,
    transport: Arc<dyn Transport>,
    method: &Method<'_>,
    params: &P,
    writer: W,
) -> Pin<Box<dyn Future<Output = Result<u64>> + Send + 'w>> {
    let prepared = prepare(settings, method, params);
    let options = settings.options;
    Box::pin(async move {
        let exchange = prepared?;
        let mut observer = CallObserver::of_call(&exchange);
        let mut run = pin!(write_all(transport, exchange, options, writer));
        let result = std::future::poll_fn(|context| observer.scope(|| run.as_mut().poll(context))).await;
        observer.finish_with(result.as_ref().map(drop));
        result
    })
}

async fn write_all<W: AsyncWrite + Unpin + Send>(
    transport: Arc<dyn Transport>,
    exchange: Exchange,
    options: Options,
    mut writer: W,
) -> Result<u64> {
    let open = |incoming: Incoming<Body>| std::future::ready(Ok(incoming));
    let incoming = streaming::open(transport, exchange, open).await?;
    let mut download = Download::new(incoming, options);
    loop {
        let piece = match download.incoming.next_piece().await {
            Ok(piece) => piece,
            Err(error) => return Err(download.fail(error)),
        };
        let decoded = download.feed(piece.as_ref());
        let written = write_decoded(&mut writer, &download.decoded).await;
        let ended = decoded?;
        written.map_err(|error| download.cannot_write(error))?;
        download.written += download.decoded.len() as u64;
        if ended {
            let flushed = std::future::poll_fn(|context| Pin::new(&mut writer).poll_flush(context)).await;
            flushed.map_err(|error| download.cannot_write(error))?;
            return Ok(download.written);
        }
    }
}

async fn write_decoded<W: AsyncWrite + Unpin>(writer: &mut W, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match std::future::poll_fn(|context| Pin::new(&mut *writer).poll_write(context, bytes)).await {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = &bytes[written..],
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Makes a call and writes the bytes of its result. Returns how many there were.
pub(crate) fn download_blocking<P: Serialize + ?Sized, W: Write>(
    settings: &Arc<Settings>,
    transport: &dyn BlockingTransport,
    method: &Method<'_>,
    params: &P,
    writer: W,
) -> Result<u64> {
    let exchange = prepare(settings, method, params)?;
    let mut observer = CallObserver::of_call(&exchange);
    let result = observer.scope(|| write_all_blocking(transport, exchange, settings.options, writer));
    observer.finish_with(result.as_ref().map(drop));
    result
}

fn write_all_blocking<W: Write>(
    transport: &dyn BlockingTransport,
    mut exchange: Exchange,
    options: Options,
    mut writer: W,
) -> Result<u64> {
    let incoming: Incoming<blocking::Body> = streaming::open_blocking(transport, &mut exchange, Ok)?;
    let mut download = Download::new(incoming, options);
    loop {
        let piece = match download.incoming.next_piece() {
            Ok(piece) => piece,
            Err(error) => return Err(download.fail(error)),
        };
        let decoded = download.feed(piece.as_ref());
        let written = writer.write_all(&download.decoded);
        let ended = decoded?;
        written.map_err(|error| download.cannot_write(error))?;
        download.written += download.decoded.len() as u64;
        if ended {
            writer.flush().map_err(|error| download.cannot_write(error))?;
            return Ok(download.written);
        }
    }
}
