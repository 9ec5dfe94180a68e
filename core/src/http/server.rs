//! The base URL of a Bot API server.

mod path;

#[cfg(feature = "reqwest")]
use std::net::IpAddr;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use crate::http::file::path::encoded;
use crate::http::token::Token;

const OFFICIAL: &str = "https://api.telegram.org";

/// A Bot API server.
///
/// The default is Telegram's own, `https://api.telegram.org`.
///
/// ```
/// # use telegrammar_core as telegrammar;
/// use telegrammar::Server;
///
/// let server = Server::new("http://localhost:8081")?.local(true);
/// assert_eq!(server.base_url(), "http://localhost:8081");
/// # Ok::<(), telegrammar::error::ServerError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    base: String,
    test: bool,
    local: bool,
}

/// Why a text is not the base URL of a server. It never contains any part of the text, which could
/// include a password or a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ServerError {
    /// The URL begins with neither `http://` nor `https://`.
    #[error("the server's URL must begin with `https://` or `http://`")]
    Scheme,
    /// The URL has no host, or an invalid one.
    #[error("the server's URL has no valid host")]
    Host,
    /// The port is not a number from 1 to 65535.
    #[error("the server's URL has a port that is not in 1..=65535")]
    Port,
    /// The URL has a user name or password.
    #[error("the server's URL must not have a user name or password")]
    UserInfo,
    /// The URL has a query or a fragment, so that no path can be appended.
    #[error("the server's URL must not have a query or fragment")]
    Query,
    /// The URL has white space or another character that must be percent-encoded.
    #[error("the server's URL has a character that must be percent-encoded")]
    Character,
    /// The URL ends in `/bot`, or continues with a token or a placeholder such as `{token}`. Both are
    /// added for each call.
    #[error("the server's URL must end before `/bot`; the token is given to the bot")]
    Token,
}

impl Default for Server {
    fn default() -> Self {
        Self {
            base: OFFICIAL.to_owned(),
            test: false,
            local: false,
        }
    }
}

impl Server {
    /// Creates a server from its base URL, to which `/bot<token>/<method>` is appended for each
    /// call.
    ///
    /// The scheme is `https` or `http`. Over `http`, the token is sent in clear text, so use it
    /// only within your own network. A path is a prefix; trailing slashes are removed. Hosts
    /// outside of ASCII are written in Punycode.
    ///
    /// What a server's documentation shows behind the base URL is not part of it: a path that ends
    /// in `/bot`, or has `/bot` with a token or a placeholder (`/bot{token}`, `/bot<token>`,
    /// `/bot$TOKEN`, `/bot/YOUR_TOKEN`), is [`ServerError::Token`]. Other prefixes are accepted, such
    /// as `/bots`, `/bot-api` and `/bot/v1`.
    ///
    /// # Errors
    ///
    /// The text is not a valid base URL.
    pub fn new(url: &str) -> Result<Self, ServerError> {
        let (scheme, rest) = url.split_once("://").ok_or(ServerError::Scheme)?;
        let scheme = scheme.to_ascii_lowercase();
        if scheme != "https" && scheme != "http" {
            return Err(ServerError::Scheme);
        }
        if rest.contains(['?', '#']) {
            return Err(ServerError::Query);
        }
        let (authority, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
        if !authority.bytes().all(is_url_character) {
            return Err(ServerError::Character);
        }
        if authority.contains('@') {
            return Err(ServerError::UserInfo);
        }
        check_authority(authority)?;
        if path::has_token(path) {
            return Err(ServerError::Token);
        }
        if !path.bytes().all(is_url_character) {
            return Err(ServerError::Character);
        }
        Ok(Self {
            base: format!("{scheme}://{authority}{}", path.trim_end_matches('/')),
            ..Self::default()
        })
    }

    /// Sets whether calls go to the [test
    /// environment](https://core.telegram.org/bots/features#testing-your-bot), which has its own
    /// users and bots. Default: `false`.
    #[must_use]
    pub fn test(mut self, test: bool) -> Self {
        self.test = test;
        self
    }

    /// Sets whether the server was started with `--local` and shares its file system with the bot.
    /// Default: `false`.
    ///
    /// Such a server has [higher
    /// limits](https://core.telegram.org/bots/api#using-a-local-bot-api-server) and exchanges files
    /// by their paths:
    ///
    /// - A [download](crate::Bot::download) opens the absolute path that the server returns, whatever
    ///   file that is: set it only for a server that you trust.
    /// - An [`InputFile::path`](crate::InputFile::path) that is absolute is sent as a `file://` URL,
    ///   and the server reads the file itself. Its bytes are uploaded as usual if it has a file
    ///   name, media type or progress callback of its own, or if the parameter accepts only uploads,
    ///   such as a thumbnail.
    ///
    /// For a server with `--local` on another machine or in a container without the same paths,
    /// leave it `false`: then files are uploaded, and paths given by
    /// [`InputFile::local_path`](crate::InputFile::local_path) are those of the server.
    #[must_use]
    pub fn local(mut self, local: bool) -> Self {
        self.local = local;
        self
    }

    /// Returns the base URL without a trailing slash.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.base
    }

    /// Returns whether calls go to the test environment.
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.test
    }

    /// Returns whether the server was started with `--local`.
    #[must_use]
    pub fn is_local(&self) -> bool {
        self.local
    }

    /// Returns the URL for calls of a method by the bot with this token.
    ///
    /// **It contains the secret**: pass it to an HTTP client only, and not to logs or errors.
    /// telegrammar puts the token nowhere else.
    #[must_use]
    pub fn method_url(&self, token: &Token, method: &str) -> String {
        format!("{}/{}", self.base, self.method_path(token, method))
    }

    /// Returns the path of a method below the base URL. It contains the secret.
    pub(crate) fn method_path(&self, token: &Token, method: &str) -> String {
        let environment = if self.test { "/test" } else { "" };
        format!("bot{}{environment}/{method}", token.in_path())
    }

    /// Returns the host, an IPv6 address in brackets.
    #[cfg(feature = "reqwest")]
    pub(crate) fn host(&self) -> &str {
        let authority = self.base.split('/').nth(2).unwrap_or_default();
        split_port(authority).0
    }

    /// Returns the URL of a file of the bot with this token, by the `file_path` of `getFile`. Each
    /// segment of the path is percent-encoded.
    ///
    /// `None` if the path is empty, absolute or has an empty segment, `.` or `..`: a server could
    /// otherwise make the bot request something else. A server with [`local`](Self::local) returns
    /// absolute paths, which are opened on the disk.
    ///
    /// **It contains the secret**: pass it to an HTTP client only, and not to logs or errors.
    #[must_use]
    pub fn file_url(&self, token: &Token, file_path: &str) -> Option<String> {
        let path = encoded(file_path)?;
        let environment = if self.test { "/test" } else { "" };
        let token = token.in_path();
        Some(format!("{}/file/bot{token}{environment}/{path}", self.base))
    }

    /// Returns whether calls are encrypted.
    #[cfg(feature = "reqwest")]
    pub(crate) fn is_https(&self) -> bool {
        self.base.starts_with("https:")
    }

    /// Returns whether the server runs on this machine.
    #[cfg(feature = "reqwest")]
    pub(crate) fn is_loopback(&self) -> bool {
        let host = self.host();
        host.eq_ignore_ascii_case("localhost")
            || host
                .trim_matches(['[', ']'])
                .parse()
                .is_ok_and(|address: IpAddr| address.is_loopback())
    }
}

impl FromStr for Server {
    type Err = ServerError;

    fn from_str(url: &str) -> Result<Self, ServerError> {
        Self::new(url)
    }
}

impl TryFrom<&str> for Server {
    type Error = ServerError;

    fn try_from(url: &str) -> Result<Self, ServerError> {
        Self::new(url)
    }
}

fn is_url_character(byte: u8) -> bool {
    byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte)
}

/// Splits host and port. Colons within brackets belong to the host.
fn split_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

/// Returns whether the text is a domain or an IPv4 address.
fn is_name(host: &str) -> bool {
    let labels = host.strip_suffix('.').unwrap_or(host).split('.');
    let is_label = |label: &str| {
        let mut bytes = label.bytes();
        !label.is_empty() && bytes.all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    };
    let is_number = |label: &str| label.bytes().all(|byte| byte.is_ascii_digit());
    // If its last label is a number, it is an address.
    let is_address = labels.clone().next_back().is_some_and(is_number);
    labels.clone().all(is_label) && (!is_address || host.parse::<Ipv4Addr>().is_ok())
}

fn check_authority(authority: &str) -> Result<(), ServerError> {
    let (host, port) = split_port(authority);
    let is_host = match host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None => is_name(host),
    };
    if !is_host {
        return Err(ServerError::Host);
    }
    let is_port = port.is_none_or(|port| {
        port.bytes().all(|byte| byte.is_ascii_digit())
            && port.parse::<u16>().is_ok_and(|port| port > 0)
    });
    is_port.then_some(()).ok_or(ServerError::Port)
}

#[cfg(test)]
mod tests;
