//! State that all clones of a bot share.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::error::Repair;
use crate::http::endpoint::Endpoint;
use crate::http::transport::Transport;

/// State that all clones of a bot and all its calls share.
pub(crate) struct Shared {
    pub(super) endpoint: Arc<Endpoint>,
    pub(super) transport: Transport,
    pub(super) settings: Settings,
    pub(super) on_repair: Option<OnRepair>,
}

/// Callback invoked with each repair in a result.
pub(super) type OnRepair = Arc<dyn Fn(&Repair) + Send + Sync>;

/// Settings that apply to every call of a bot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settings {
    pub(super) timeout: Duration,
    pub(super) validation: bool,
    pub(super) strict: bool,
    pub(super) response_limit: usize,
    pub(super) trace_bodies: bool,
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
