//! The content of a file, chunk by chunk: located, opened, and resumed when it breaks off. What the
//! head of a response asks for is in `answer`.

mod answer;

use std::future::Future;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use super::failure::{BoxError, Failure};
use super::get_file::get_file;
use super::open::Content;
use super::settings::{Progress, Settings};
use super::validator::Validator;
use super::wait::{Idle, soon};
use crate::client::retry::backoff::backoff;
use crate::client::retry::policy::Retry;
use crate::client::shared::Shared;
use crate::error::{
    ApiErrorKind, DownloadError, DownloadErrorKind, Error, TransportError, TransportErrorKind,
};
use crate::http::file::request::FileRequest;
use crate::http::timer::{Sleep, within};
use crate::value::remote_file::FileRef;

/// How many attempts in a row may bring nothing.
const ATTEMPTS: u32 = 3;
/// The longest time that a server may ask to wait.
const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// The largest file that a server without `--local` offers.
const SERVER_LIMIT: u64 = 20 << 20;

/// A download that is under way.
pub(super) struct Fetch {
    bot: Arc<Shared>,
    file: FileRef,
    timeout: Option<Duration>,
    deadline: Option<Duration>,
    /// Completes at the deadline.
    deadline_sleep: Option<Sleep>,
    idle: Idle,
    /// The maximum size.
    limit: Option<u64>,
    progress: Option<Progress>,
    /// The path is of a `getFile` after which nothing was received yet.
    is_fresh: bool,
    content: Option<Content>,
    is_complete: bool,
    received: u64,
    /// The number of bytes that were received before, and that the content repeats.
    repeated: u64,
    /// The number of bytes that are left of the range that the content is.
    rest: Option<u64>,
    total: Option<u64>,
    /// The size that the object or `getFile` says.
    described: Option<u64>,
    validator: Validator,
    /// Whether the download may start again if the file has changed.
    may_restart: bool,
    /// Whether what was returned so far is void.
    is_restarted: bool,
    /// The number of attempts in a row that have brought nothing.
    failures: u32,
    /// Whether the current attempt has brought anything.
    has_progress: bool,
}

impl Fetch {
    pub(super) fn new(settings: Settings) -> Self {
        let idle = Idle::new(
            settings.bot.timer.clone(),
            settings.bot.settings.idle_timeout,
        );
        Self {
            bot: settings.bot,
            total: settings.file.size,
            described: settings.file.size,
            file: settings.file,
            timeout: settings.timeout,
            deadline: None,
            deadline_sleep: None,
            idle,
            limit: settings.limit,
            progress: settings.progress,
            is_fresh: false,
            content: None,
            is_complete: false,
            received: 0,
            repeated: 0,
            rest: None,
            validator: Validator::default(),
            may_restart: false,
            is_restarted: false,
            failures: 0,
            has_progress: false,
        }
    }

    /// Lets the download start again, once, if the file has changed: the caller can discard what it
    /// has, and asks [`take_restarted`](Self::take_restarted) after each chunk.
    pub(super) fn restartable(mut self) -> Self {
        self.may_restart = true;
        self
    }

    /// Returns whether all chunks before the last call of [`next`](Self::next) are void.
    pub(super) fn take_restarted(&mut self) -> bool {
        std::mem::take(&mut self.is_restarted)
    }

    /// Returns the number of bytes received so far.
    pub(super) fn received(&self) -> u64 {
        self.received
    }

    /// Returns the size of the file, if it is known.
    pub(super) fn total(&self) -> Option<u64> {
        self.total
    }

    /// Returns the next chunk, which is not empty; `None` at the end. Not called after an error.
    pub(super) async fn next(&mut self) -> Result<Option<Bytes>, Error> {
        let mut sleep = self.take_deadline_sleep()?;
        let result = match within(self.step(), &mut sleep).await {
            Some(result) => {
                self.deadline_sleep = sleep;
                result
            }
            None => Err(self.error(DownloadErrorKind::Timeout)),
        };
        result.map_err(|error| error.redact(&self.bot.endpoint.token))
    }

    /// Awaits a future of the destination, but no longer than the download may take.
    pub(super) async fn within<T>(&mut self, future: impl Future<Output = T>) -> Result<T, Error> {
        let mut sleep = self.take_deadline_sleep()?;
        let value = within(future, &mut sleep).await;
        self.deadline_sleep = sleep;
        value.ok_or_else(|| self.error(DownloadErrorKind::Timeout))
    }

    /// Returns what completes at the deadline; `None` if there is none.
    fn take_deadline_sleep(&mut self) -> Result<Option<Sleep>, Error> {
        let Some(rest) = self.rest_of_time() else {
            return Ok(None);
        };
        let sleep = self.deadline_sleep.take();
        match sleep.or_else(|| self.bot.timer.sleep(rest)) {
            None => Err(TransportError::new("getFile", TransportErrorKind::NoTimer).into()),
            sleep => Ok(sleep),
        }
    }

    /// Returns what is left of the time for the whole download, which starts with the first call.
    fn rest_of_time(&mut self) -> Option<Duration> {
        let timeout = self.timeout?;
        let now = self.bot.timer.now();
        let deadline = *self
            .deadline
            .get_or_insert_with(|| now.saturating_add(timeout));
        Some(deadline.saturating_sub(now))
    }

    async fn step(&mut self) -> Result<Option<Bytes>, Error> {
        while !self.is_complete {
            let Some(content) = &mut self.content else {
                self.open().await?;
                continue;
            };
            let path = content.path();
            let is_whole = self.total == Some(self.received);
            let next = if path.is_some() {
                Ok(content.next().await)
            } else if is_whole || self.rest == Some(0) {
                // A server may keep the connection open, and the end is known without it.
                Ok(soon(content.next()).await.flatten())
            } else {
                self.idle.within(content.next()).await
            };
            let failure = match next {
                Ok(Some(Ok(chunk))) => match self.take(chunk)? {
                    Some(chunk) => return Ok(Some(chunk)),
                    None => continue,
                },
                // What follows the whole content is of no concern.
                _ if is_whole => {
                    self.is_complete = true;
                    break;
                }
                // The file goes on after the range, or its size is unknown.
                _ if self.rest == Some(0) => {
                    self.content = None;
                    continue;
                }
                Ok(None) if self.total.or(self.rest).is_none() && self.repeated == 0 => {
                    self.is_complete = true;
                    break;
                }
                Ok(None) => Failure::interrupted("the content ended too early"),
                Ok(Some(Err(error))) => Failure::interrupted(error),
                Err(limit) => Failure::interrupted(format!("no byte arrived for {limit:?}")),
            };
            self.content = None;
            if let Some(path) = path {
                return Err(self.disk(&path, failure.source));
            }
            self.failed(failure).await?;
        }
        Ok(None)
    }

    /// Counts a chunk. Returns the part of it that is new.
    fn take(&mut self, mut chunk: Bytes) -> Result<Option<Bytes>, Error> {
        if self.repeated > 0 {
            let len = length(&chunk);
            let repeated = self.repeated.min(len);
            self.repeated -= repeated;
            chunk = chunk.split_off(usize::try_from(repeated).unwrap_or(chunk.len()));
        }
        if chunk.is_empty() {
            return Ok(None);
        }
        let received = self.received.saturating_add(length(&chunk));
        if let Some(announced) = self.total.filter(|total| received > *total) {
            return Err(self.error(DownloadErrorKind::WrongSize {
                announced,
                actual: received,
            }));
        }
        if let Some(rest) = &mut self.rest {
            let Some(left) = rest.checked_sub(length(&chunk)) else {
                return Err(self.refused(206, "the content is longer than its `Content-Range`"));
            };
            *rest = left;
        }
        if let Some(limit) = self.limit.filter(|limit| received > *limit) {
            return Err(self.error(DownloadErrorKind::TooLarge {
                size: self.total,
                limit,
            }));
        }
        self.received = received;
        self.failures = 0;
        self.has_progress = true;
        self.is_fresh = false;
        if let Some(progress) = &mut self.progress {
            progress(received, self.total);
        }
        Ok(Some(chunk))
    }

    /// Locates the file if that is necessary, and opens its content.
    async fn open(&mut self) -> Result<(), Error> {
        self.check_limit()?;
        let path = match &self.file.path {
            Some(path) => path.clone(),
            None => self.locate().await?,
        };
        let (server, token) = (&self.bot.endpoint.server, &self.bot.endpoint.token);
        if server.is_local() && Path::new(&path).is_absolute() {
            return self.open_disk(Path::new(&path)).await;
        }
        let Some(request) = FileRequest::new(server, token, &path) else {
            return Err(self.error(DownloadErrorKind::BadPath { path }));
        };
        let Some(transport) = self.bot.files.clone() else {
            return Err(self.error(DownloadErrorKind::NoTransport));
        };
        let request = request.with_range(self.received, self.validator.if_range());
        self.has_progress = false;
        match self.idle.within(transport.send(request)).await {
            Ok(Ok(response)) => self.answered(response).await,
            Ok(Err(error)) => self.failed(Failure::interrupted(error)).await,
            Err(limit) => {
                let text = format!("no response arrived for {limit:?}");
                self.failed(Failure::interrupted(text)).await
            }
        }
    }

    /// Calls `getFile`, and returns the path.
    async fn locate(&mut self) -> Result<String, Error> {
        if self.file.id.is_empty() {
            return Err(self.error(DownloadErrorKind::NoId));
        }
        let timeout = self.rest_of_time();
        let found = match get_file(&self.bot, &self.file.id, timeout).await {
            Ok(found) => found,
            Err(error) => return Err(self.explained(error)),
        };
        if self.received == 0 {
            self.total = found.size.or(self.total);
            self.described = self.total;
            self.check_limit()?;
        }
        let path = found.path.filter(|path| !path.is_empty());
        let path = path.ok_or_else(|| self.error(DownloadErrorKind::NoPath))?;
        self.file.path = Some(path.clone());
        self.is_fresh = true;
        Ok(path)
    }

    /// Says what to do about a `getFile` that fails because of the file's size.
    fn explained(&self, error: Error) -> Error {
        let Error::Api(api) = &error else {
            return error;
        };
        let is_too_big = api.kind() == ApiErrorKind::FileTooBig;
        if is_too_big || (api.code == 400 && self.is_beyond_server()) {
            let kind = DownloadErrorKind::ServerLimit { size: self.total };
            let explained = DownloadError::new(kind, self.received);
            return explained.with_source(error).into();
        }
        error
    }

    fn is_beyond_server(&self) -> bool {
        !self.bot.endpoint.server.is_local() && self.total.is_some_and(|total| total > SERVER_LIMIT)
    }

    async fn open_disk(&mut self, path: &Path) -> Result<(), Error> {
        match Content::of_path(path.to_owned()).await {
            Ok((content, size)) => {
                self.announced(size)?;
                self.rest = None;
                self.content = Some(content);
                Ok(())
            }
            // The server may have moved it.
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.may_renew() => {
                self.file.path = None;
                Ok(())
            }
            Err(error) => Err(self.disk(path, Some(error.into()))),
        }
    }

    /// Returns whether `getFile` may return another path than the one that was tried.
    fn may_renew(&self) -> bool {
        !self.is_fresh && !self.file.id.is_empty()
    }

    fn disk(&self, path: &Path, source: Option<BoxError>) -> Error {
        let path = Some(path.to_owned());
        let kind = DownloadErrorKind::Io { path };
        Failure::new(kind, source).into_error(self.received)
    }

    /// Waits before the next attempt, or gives up.
    async fn failed(&mut self, failure: Failure) -> Result<(), Error> {
        if !self.has_progress {
            self.failures += 1;
        }
        let (failures, asked) = (self.failures, failure.wait.unwrap_or_default());
        let wait = backoff(&Retry::standard(), failures.max(1)).max(asked);
        let is_late = self.rest_of_time().is_some_and(|rest| wait >= rest);
        if failures < ATTEMPTS
            && asked <= LONGEST_WAIT
            && !is_late
            && let Some(sleep) = self.bot.timer.sleep(wait)
        {
            let received = self.received;
            tracing::debug!(target: "telegrammar", received, wait_ms = wait.as_millis(), "download resumes");
            sleep.await;
            return Ok(());
        }
        Err(failure.into_error(self.received))
    }

    fn error(&self, kind: DownloadErrorKind) -> Error {
        DownloadError::new(kind, self.received).into()
    }
}

fn length(chunk: &Bytes) -> u64 {
    u64::try_from(chunk.len()).unwrap_or(u64::MAX)
}
