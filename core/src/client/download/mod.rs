//! Downloads of files. Here: `getFile`, resuming, and destinations. Not here: how a file is
//! requested (`http::file`).

mod blocking;
mod collect;
mod failure;
mod fetch;
mod get_file;
mod head;
mod open;
mod settings;
mod stream;
mod temporary;
mod validator;
mod wait;
#[cfg(feature = "reqwest")]
mod writer;

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use self::fetch::Fetch;
use self::settings::Settings;
pub use self::stream::FileStream;
use super::bot::Bot;
use crate::error::Error;
use crate::value::remote_file::RemoteFile;

impl Bot {
    /// Starts to build the download of a file: a `file_id`, or an object with one, such as a
    /// `Document`, a `PhotoSize` or a `File`. Nothing is requested before the download is awaited.
    ///
    /// ```
    /// # use telegrammar_core as telegrammar;
    /// use telegrammar::{Bot, Error};
    ///
    /// # #[cfg(feature = "reqwest")]
    /// async fn save(bot: &Bot, file_id: &str) -> Result<u64, Error> {
    ///     bot.download(file_id).to_path("received.pdf").await
    /// }
    /// ```
    ///
    /// [Bot API](https://core.telegram.org/bots/api#getfile)
    pub fn download(&self, file: impl RemoteFile) -> Download {
        Download(Settings {
            bot: Arc::clone(&self.0),
            file: file.file_ref(),
            timeout: None,
            limit: None,
            progress: None,
        })
    }
}

/// A download, created by [`Bot::download`]: settings, and a method for each destination.
///
/// The bot calls `getFile` first, through its layers, unless the object has a `file_path` already;
/// a link that has expired is renewed once. Then the content is requested. When the connection is
/// lost or makes no progress for [`BotBuilder::idle_timeout`](crate::BotBuilder::idle_timeout), the
/// rest is requested after a back-off; three attempts in a row without a byte are an error. A
/// status of 429 or 5xx counts as such an attempt, and the server's `Retry-After` is observed up to
/// 60 s.
///
/// When a later response has another `ETag` or `Last-Modified`, the file was replaced in the
/// meantime: a download to a path or to memory starts again, once, and any other fails with
/// [`DownloadErrorKind::Changed`](crate::error::DownloadErrorKind::Changed).
///
/// The size is checked: more or fewer bytes than the object, `getFile` or the response announce are
/// an error, and so are a `Content-Range` and a `Content-Length` that contradict each other. Once the
/// announced size is reached, the download is complete: a server that keeps the connection open is
/// not waited for. Without a `Content-Length`, bytes that it sends later, beyond that size, are not
/// noticed.
///
/// Telegram's own server offers files of up to 20 MiB; your own server with `--local` has no limit.
/// With [`Server::local`](crate::Server::local), the file is read from the disk.
///
/// Dropping a download, its future or its stream cancels it. Errors contain no token.
#[must_use = "a download does nothing until a destination is given and awaited"]
pub struct Download(Settings);

impl Download {
    /// Sets the time that the download may take in all, from when it is first polled, which
    /// includes the time that a writer or the disk takes. Default: no limit.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.0.timeout = Some(timeout);
        self
    }

    /// Sets a callback that is invoked with the number of bytes received so far, and the size of
    /// the file if that is known. It must return at once.
    ///
    /// After a resumption, the number goes on where it was. When the download starts again, because
    /// the file was replaced in the meantime, it counts from 0 once more.
    pub fn on_progress(mut self, progress: impl FnMut(u64, Option<u64>) + Send + 'static) -> Self {
        self.0.progress = Some(Box::new(progress));
        self
    }

    /// Downloads to a file on the disk, and returns its size in bytes.
    ///
    /// The content is written to a temporary file in the same directory, which is renamed when it is
    /// complete: an existing file is replaced then, and never by a part. A symbolic link is replaced,
    /// too, and not the file that it leads to. When the download fails or is cancelled, the temporary
    /// file is removed. Within a tokio runtime, blocking threads access the disk.
    ///
    /// # Errors
    ///
    /// Those of `getFile`, [`Error::Download`], or the file cannot be written. If the path ends with a
    /// separator or is that of a directory, or if its directory does not exist, nothing is requested.
    pub async fn to_path(self, path: impl AsRef<Path>) -> Result<u64, Error> {
        let path = path.as_ref().to_owned();
        temporary::save(Fetch::new(self.0), path).await
    }

    /// Downloads to a writer, which is flushed and not shut down, and returns the number of bytes.
    ///
    /// When the download fails or is cancelled, a part may have been written.
    ///
    /// # Errors
    ///
    /// Those of `getFile`, [`Error::Download`], or the writer's own.
    #[cfg(feature = "reqwest")]
    #[cfg_attr(docsrs, doc(cfg(feature = "reqwest")))]
    pub async fn to_writer<W>(self, writer: W) -> Result<u64, Error>
    where
        W: tokio::io::AsyncWrite + Unpin,
    {
        writer::copy(Fetch::new(self.0), writer).await
    }

    /// Downloads to memory: at most `limit` bytes.
    ///
    /// # Errors
    ///
    /// Those of `getFile`, or [`Error::Download`]: if the file is larger than the limit, it fails
    /// with [`DownloadErrorKind::TooLarge`](crate::error::DownloadErrorKind::TooLarge), before the
    /// content is requested if the size is known.
    pub async fn bytes(mut self, limit: u64) -> Result<Bytes, Error> {
        self.0.limit = Some(limit);
        collect::bytes(Fetch::new(self.0)).await
    }

    /// Returns the content as a stream of chunks. It ends after an error.
    pub fn stream(self) -> FileStream {
        FileStream::new(Fetch::new(self.0))
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("bot", &self.0.bot)
            .field("file_id", &self.0.file.id)
            .field("timeout", &self.0.timeout)
            .finish_non_exhaustive()
    }
}
