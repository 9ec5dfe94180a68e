//! Links that open a bot with a payload.

use std::fmt;

/// The most characters of a payload.
const MOST: usize = 64;

/// A link that opens a bot, a group choice, a Mini App or the attachment menu, with a payload.
///
/// It is displayed as an address.
///
/// ```
/// use telegrammar::text::{DeepLink, DeepLinkKind};
///
/// let link = DeepLink::new("my_bot", DeepLinkKind::Start, "ref-42")?;
/// assert_eq!(link.to_string(), "https://t.me/my_bot?start=ref-42");
/// assert_eq!(DeepLink::parse("https://t.me/my_bot?start=ref-42"), Some(link));
/// # Ok::<(), telegrammar::text::PayloadError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DeepLink {
    username: String,
    /// The short name of a Mini App that is not the main one.
    app: Option<String>,
    kind: DeepLinkKind,
    payload: String,
}

/// What a [`DeepLink`] opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DeepLinkKind {
    /// The private chat: `start`. The bot receives `/start payload`.
    Start,
    /// A choice of a group to add the bot to: `startgroup`. The bot receives `/start@bot payload`.
    StartGroup,
    /// The main Mini App, or another one by its short name: `startapp`. The app receives the payload as `start_param`.
    StartApp,
    /// The app in the attachment menu: `startattach`. It receives the payload as `start_param`.
    StartAttach,
}

impl DeepLinkKind {
    const ALL: [Self; 4] = [
        Self::Start,
        Self::StartGroup,
        Self::StartApp,
        Self::StartAttach,
    ];

    /// Returns the name of the parameter in the address.
    #[must_use]
    pub const fn parameter(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::StartGroup => "startgroup",
            Self::StartApp => "startapp",
            Self::StartAttach => "startattach",
        }
    }
}

impl DeepLink {
    /// Creates a link to the bot with a username, with or without `@`.
    ///
    /// # Errors
    ///
    /// The payload must have 1 to 64 characters of `A-Z`, `a-z`, `0-9`, `_` and `-`. For others, use
    /// [`with_bytes`](Self::with_bytes). The username must have at least one of them, without `-`.
    pub fn new(
        username: &str,
        kind: DeepLinkKind,
        payload: impl Into<String>,
    ) -> Result<Self, PayloadError> {
        let payload = payload.into();
        if let Some(letter) = payload.chars().find(|letter| !is_allowed(*letter)) {
            return Err(PayloadError::Character(letter));
        }
        if !(1..=MOST).contains(&payload.len()) {
            return Err(PayloadError::Length(payload.len()));
        }
        let username = username.strip_prefix('@').unwrap_or(username);
        if !is_name(username) {
            return Err(PayloadError::Name);
        }
        Ok(Self {
            username: username.to_owned(),
            app: None,
            kind,
            payload,
        })
    }

    /// Creates a link to the Mini App of a bot with a short name.
    ///
    /// # Errors
    ///
    /// The payload must be valid, as in [`new`](Self::new), and the short name as a username.
    ///
    /// ```
    /// use telegrammar::text::DeepLink;
    ///
    /// let link = DeepLink::to_app("my_bot", "shop", "item-42")?;
    /// assert_eq!(link.to_string(), "https://t.me/my_bot/shop?startapp=item-42");
    /// # Ok::<(), telegrammar::text::PayloadError>(())
    /// ```
    pub fn to_app(
        username: &str,
        short_name: impl Into<String>,
        payload: impl Into<String>,
    ) -> Result<Self, PayloadError> {
        let link = Self::new(username, DeepLinkKind::StartApp, payload)?;
        let short_name = short_name.into();
        if !is_name(&short_name) {
            return Err(PayloadError::Name);
        }
        Ok(Self {
            app: Some(short_name),
            ..link
        })
    }

    /// Creates a link with bytes as base64url without padding, which [`bytes`](Self::bytes) returns.
    ///
    /// # Errors
    ///
    /// There must be 1 to 48 bytes, and the username must be valid, as in [`new`](Self::new).
    pub fn with_bytes(
        username: &str,
        kind: DeepLinkKind,
        payload: &[u8],
    ) -> Result<Self, PayloadError> {
        Self::new(username, kind, encode(payload))
    }

    /// Returns the parts of a link like `https://t.me/my_bot?start=payload` or
    /// `tg://resolve?domain=my_bot&start=payload`, or nothing if it is none with a valid payload.
    /// A link that opens the attachment menu in the chat with another user is none.
    #[must_use]
    pub fn parse(link: &str) -> Option<Self> {
        let (place, query) = link.split('#').next()?.split_once('?')?;
        let pairs = || query.split('&').filter_map(|pair| pair.split_once('='));
        let value = |name| {
            pairs()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| value)
        };
        let place = place.trim_end_matches('/').to_ascii_lowercase();
        let (username, app) = if place == "tg://resolve" || place == "tg:resolve" {
            (value("domain")?, value("appname"))
        } else {
            // Scheme and host have no case.
            let host_and_path = ["https://", "http://"]
                .iter()
                .find_map(|scheme| place.strip_prefix(scheme));
            let (host, path) = host_and_path.unwrap_or(&place).split_once('/')?;
            if !["t.me", "telegram.me", "telegram.dog"].contains(&host) {
                return None;
            }
            let start = place.len() - path.len();
            let path = link.get(start..place.len())?;
            match path.split_once('/') {
                Some((username, app)) => (username, Some(app)),
                None => (path, None),
            }
        };
        if value("attach").is_some() {
            return None;
        }
        let mut kinds = DeepLinkKind::ALL.into_iter();
        let found = kinds.find_map(|kind| Some((kind, value(kind.parameter())?)));
        match (found?, app) {
            ((kind, payload), None) => Self::new(username, kind, payload).ok(),
            ((DeepLinkKind::StartApp, payload), Some(app)) => {
                Self::to_app(username, app, payload).ok()
            }
            _ => None,
        }
    }

    /// Returns the username of the bot, without `@`.
    #[must_use]
    pub fn username(&self) -> &str {
        &self.username
    }

    /// Returns the short name of the Mini App, unless it is the main one or the link opens none.
    #[must_use]
    pub fn app(&self) -> Option<&str> {
        self.app.as_deref()
    }

    /// Returns what the link opens.
    #[must_use]
    pub const fn kind(&self) -> DeepLinkKind {
        self.kind
    }

    /// Returns the payload.
    #[must_use]
    pub fn payload(&self) -> &str {
        &self.payload
    }

    /// Returns the bytes of a payload that is base64url, such as the text of a
    /// [`Command`](super::Command), or nothing if it is not.
    ///
    /// ```
    /// use telegrammar::text::{DeepLink, DeepLinkKind};
    ///
    /// let link = DeepLink::with_bytes("my_bot", DeepLinkKind::StartApp, &[0xff, 0])?;
    /// assert_eq!(DeepLink::bytes(link.payload()), Some(vec![0xff, 0]));
    /// # Ok::<(), telegrammar::text::PayloadError>(())
    /// ```
    #[must_use]
    pub fn bytes(payload: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(payload.len() * 3 / 4);
        let (mut bits, mut count) = (0_u32, 0);
        for letter in payload.bytes() {
            let value = ALPHABET.iter().position(|other| *other == letter)?;
            bits = bits << 6 | u32::try_from(value).ok()?;
            count += 6;
            if count >= 8 {
                count -= 8;
                bytes.push(u8::try_from(bits >> count & 0xff).ok()?);
            }
        }
        let is_whole = count < 6 && bits & ((1 << count) - 1) == 0;
        is_whole.then_some(bytes)
    }
}

impl fmt::Display for DeepLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, parameter) = (&self.username, self.kind.parameter());
        write!(f, "https://t.me/{name}")?;
        if let Some(app) = &self.app {
            write!(f, "/{app}")?;
        }
        write!(f, "?{parameter}={}", self.payload)
    }
}

/// The digits of base64url.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const fn is_allowed(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-')
}

/// Returns whether a text can be a username or the short name of a Mini App.
fn is_name(name: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    !name.is_empty() && name.chars().all(is_letter)
}

fn encode(bytes: &[u8]) -> String {
    let mut encoded = String::with_capacity(bytes.len() * 4 / 3 + 1);
    for group in bytes.chunks(3) {
        let bits = group
            .iter()
            .fold(0, |bits, byte| bits << 8 | u32::from(*byte));
        let bits = bits << (8 * (3 - group.len()));
        let digits = [18, 12, 6, 0].into_iter().take(group.len() + 1);
        encoded.extend(digits.filter_map(|shift| {
            let digit = usize::try_from(bits >> shift & 0x3f).ok()?;
            ALPHABET.get(digit).copied().map(char::from)
        }));
    }
    encoded
}

/// A payload or name of a [`DeepLink`] that Telegram would ignore.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PayloadError {
    /// It is empty or too long; the number of its bytes.
    Length(usize),
    /// It has this character, which is not allowed.
    Character(char),
    /// The username or the short name of the app is empty or has a character that is not allowed.
    Name,
}

impl fmt::Display for PayloadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length(length) => {
                write!(
                    f,
                    "the payload must have 1..={MOST} characters, but has {length}"
                )
            }
            Self::Character(letter) => write!(
                f,
                "the payload must consist of A-Z, a-z, 0-9, _ and -, but has {letter:?}"
            ),
            Self::Name => f.write_str(
                "the username and the short name of an app must consist of A-Z, a-z, 0-9 and _",
            ),
        }
    }
}

impl std::error::Error for PayloadError {}
