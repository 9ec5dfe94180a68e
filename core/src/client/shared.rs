//! State that all clones of a bot share.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::deadline::DeadlineLayer;
use super::migration::MigrationLayer;
use super::retry::layer::RetryLayer;
use super::retry::policy::Retry;
use crate::error::Repair;
use crate::http::endpoint::Endpoint;
use crate::http::request::Request;
use crate::http::timer::SharedTimer;
use crate::http::transport::file::FileTransport;
use crate::http::transport::{Transport, TransportFuture};

/// State that all clones of a bot and all its calls share.
pub(crate) struct Shared {
    pub(super) endpoint: Arc<Endpoint>,
    /// The transport and the layers inside of retries.
    pub(super) transport: Transport,
    /// The transport of downloads. `None` beside a custom transport.
    pub(super) files: Option<FileTransport>,
    pub(super) migrations: Option<MigrationLayer>,
    /// The retries, whose budget also a call has that brings its own policy.
    pub(super) retries: RetryLayer,
    pub(super) timer: SharedTimer,
    pub(super) settings: Settings,
    pub(super) on_repair: Option<OnRepair>,
}

/// Callback invoked with each repair in a result.
pub(super) type OnRepair = Arc<dyn Fn(&Repair) + Send + Sync>;

/// Settings that apply to every call of a bot.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) timeout: Option<Duration>,
    pub(super) answer_timeout: Duration,
    pub(super) idle_timeout: Duration,
    pub(super) validation: bool,
    pub(super) strict: bool,
    pub(super) response_limit: usize,
    pub(super) trace_bodies: bool,
}

impl Shared {
    /// Sends a request through the layers that it and the bot ask for.
    pub(super) fn exchange(&self, request: Request) -> TransportFuture {
        let has_retry = self.retries.is_on() || request.extension::<Retry>().is_some();
        if !has_retry && self.migrations.is_none() && request.timeout().is_none() {
            return self.transport.send(request);
        }
        let mut transport = self.transport.clone();
        if has_retry {
            transport = self.retries.wrap(transport);
        }
        if let Some(layer) = &self.migrations {
            transport = layer.wrap(transport);
        }
        if request.timeout().is_some() {
            transport = DeadlineLayer::with(self.timer.clone()).wrap(transport);
        }
        transport.send(request)
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bot")
            .field("token", &self.endpoint.token)
            .field("server", &self.endpoint.server)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
