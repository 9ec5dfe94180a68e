//! Downloads to a writer of tokio.

use std::future::poll_fn;
use std::io;
use std::pin::Pin;

use tokio::io::AsyncWrite;

use super::fetch::Fetch;
use crate::error::{DownloadError, DownloadErrorKind, Error};

pub(super) async fn copy(
    mut fetch: Fetch,
    mut writer: impl AsyncWrite + Unpin,
) -> Result<u64, Error> {
    while let Some(chunk) = fetch.next().await? {
        let written = fetch.within(write(&mut writer, &chunk)).await?;
        written.map_err(|error| failed(error, &fetch))?;
    }
    let flush = poll_fn(|cx| Pin::new(&mut writer).poll_flush(cx));
    let flushed = fetch.within(flush).await?;
    flushed.map_err(|error| failed(error, &fetch))?;
    Ok(fetch.received())
}

async fn write(writer: &mut (impl AsyncWrite + Unpin), mut chunk: &[u8]) -> io::Result<()> {
    while !chunk.is_empty() {
        let written = poll_fn(|cx| Pin::new(&mut *writer).poll_write(cx, chunk)).await?;
        if written == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        chunk = chunk.get(written..).unwrap_or_default();
    }
    Ok(())
}

fn failed(error: io::Error, fetch: &Fetch) -> Error {
    let kind = DownloadErrorKind::Io { path: None };
    DownloadError::new(kind, fetch.received())
        .with_source(error)
        .into()
}
