//! Connections that can be closed in the middle of a response.
//!
//! HTTP libraries always send well-formed responses, so a truncated one has to be created below
//! them: the stream itself stops accepting bytes.

use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// The end of the head of an HTTP message.
const HEAD_END: &[u8] = b"\r\n\r\n";

/// Closes one connection.
#[derive(Clone)]
pub(crate) struct CutSwitch(Arc<Mutex<Plan>>);

/// What a connection still sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plan {
    Everything,
    /// The rest of a head, of whose end some bytes have been sent, then part of a body.
    Head {
        seen: usize,
        body: usize,
    },
    /// This many bytes.
    Bytes(usize),
}

impl Plan {
    /// Returns how many of these bytes may be sent, and the plan for the rest.
    fn pass(self, bytes: &[u8]) -> (usize, Self) {
        match self {
            Self::Everything => (bytes.len(), self),
            Self::Bytes(left) => {
                let passed = left.min(bytes.len());
                (passed, Self::Bytes(left - passed))
            }
            Self::Head { mut seen, body } => {
                for (index, byte) in bytes.iter().enumerate() {
                    seen = match HEAD_END.get(seen) {
                        Some(wanted) if wanted == byte => seen + 1,
                        _ => usize::from(*byte == b'\r'),
                    };
                    if seen == HEAD_END.len() {
                        let head = index + 1;
                        let after = bytes.get(head..).unwrap_or_default();
                        let (passed, rest) = Self::Bytes(body).pass(after);
                        return (head + passed, rest);
                    }
                }
                (bytes.len(), Self::Head { seen, body })
            }
        }
    }
}

impl CutSwitch {
    /// Closes the connection at the next byte that would be sent.
    pub(crate) fn now(&self) {
        *self.plan() = Plan::Bytes(0);
    }

    /// Closes the connection after the next response's head and this many bytes of its body.
    pub(crate) fn after_body_bytes(&self, body: usize) {
        *self.plan() = Plan::Head { seen: 0, body };
    }

    fn plan(&self) -> MutexGuard<'_, Plan> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns a stream that can be closed, and its switch.
pub(crate) fn cuttable(stream: TcpStream) -> (CuttableStream, CutSwitch) {
    let switch = CutSwitch(Arc::new(Mutex::new(Plan::Everything)));
    let stream = CuttableStream {
        stream,
        switch: switch.clone(),
    };
    (stream, switch)
}

/// A connection with its switch.
pub(crate) struct CuttableStream {
    stream: TcpStream,
    switch: CutSwitch,
}

impl AsyncRead for CuttableStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for CuttableStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let Self { stream, switch } = &mut *self;
        let mut plan = switch.plan();
        let (passed, _) = plan.pass(bytes);
        if passed == 0 && !bytes.is_empty() {
            return Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into()));
        }
        let passed = bytes.get(..passed).unwrap_or(bytes);
        let written = std::task::ready!(Pin::new(stream).poll_write(context, passed))?;
        // The system may have accepted fewer bytes than offered.
        let (_, rest) = plan.pass(passed.get(..written).unwrap_or(passed));
        *plan = rest;
        Poll::Ready(Ok(written))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
