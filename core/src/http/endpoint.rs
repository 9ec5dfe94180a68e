//! Where the calls of a bot go, and as whom: its server and its token.

use crate::http::server::Server;
use crate::http::token::Token;

/// The server and the token of a bot. All its requests share one copy.
#[derive(Debug)]
pub(crate) struct Endpoint {
    pub(crate) server: Server,
    pub(crate) token: Token,
}
