//! Addresses in entities: which ones the server accepts, and what it makes of them.

use std::fmt::Write as _;
use std::net::Ipv6Addr;

use super::entity::{entity, user_of_id};
use crate::types::MessageEntity;
use crate::types::MessageEntityType as Type;

/// Returns an address as the server stores it, or nothing if it ignores the link.
///
/// A scheme is added, the host is in lower case, and an empty path becomes `/`.
pub(super) fn checked(link: &str) -> Option<String> {
    let schemes = [("tg", "tg:"), ("ton", "ton:"), ("tonsite", "tonsite:")];
    let own = schemes.iter().find_map(|(name, prefix)| {
        let rest = without_prefix(link, prefix)?;
        Some((*name, rest.strip_prefix("//").unwrap_or(rest)))
    });
    let Some((scheme, rest)) = own else {
        let url = Url::parse(link)?;
        return (url.host.contains('.') || url.is_ipv6).then(|| url.written());
    };
    let url = Url::parse(rest)?;
    let is_plain = without_prefix(rest, "http://").is_none()
        && url.scheme == "http"
        && url.user.is_empty()
        && url.port.is_none()
        && !url.is_ipv6;
    let is_allowed = |letter: char| {
        letter.is_ascii_alphanumeric()
            || matches!(letter, '-' | '_')
            || scheme == "tonsite" && letter == '.'
    };
    if !is_plain || !url.host.chars().all(is_allowed) {
        return None;
    }
    let query = match url.query.strip_prefix('/') {
        Some(query) if query.starts_with('?') => query,
        _ => &url.query,
    };
    Some(format!("{scheme}://{}{query}", url.host))
}

/// Creates the entity of a link: a mention, if it names a user.
pub(super) fn to_entity(url: &str, start: usize, end: usize) -> Option<MessageEntity> {
    if let Some(id) = user_id(url) {
        return Some(MessageEntity {
            user: Some(Box::new(user_of_id(id))),
            ..entity(Type::TextMention, start, end)
        });
    }
    Some(MessageEntity {
        url: Some(checked(url)?),
        ..entity(Type::TextLink, start, end)
    })
}

/// Returns the integer at the start of a text, or 0.
pub(super) fn lenient_integer(text: &str) -> i32 {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let digits = digits.bytes().take_while(u8::is_ascii_digit);
    let value = digits.fold(0_i32, |value, digit| {
        value.wrapping_mul(10).wrapping_add(i32::from(digit - b'0'))
    });
    value.wrapping_mul(sign)
}

/// Returns the user of a link like `tg://user?id=42`.
pub(super) fn user_id(link: &str) -> Option<i64> {
    let id = integer(parameter(link, "user", "id")?)?;
    (1..1 << 40).contains(&id).then_some(id)
}

/// Returns the id in a link like `tg://emoji?id=42`.
pub(super) fn custom_emoji_id(link: &str) -> Option<i64> {
    integer(parameter(link, "emoji", "id")?).filter(|id| *id != 0)
}

/// Returns an integer that is written without leading zeros and plus.
pub(super) fn integer(text: &str) -> Option<i64> {
    let integer: i64 = text.parse().ok()?;
    (integer.to_string() == text).then_some(integer)
}

/// Returns the Unix time and the format of a link like `tg://time?unix=1700000000&format=r`.
pub(super) fn date_time(link: &str) -> Option<(i64, &str)> {
    let time = integer(parameter(link, "time", "unix")?)?;
    let format = parameter(link, "time", "format").unwrap_or_default();
    (1..=i64::from(i32::MAX))
        .contains(&time)
        .then_some((time, format))
}

/// Returns the format of a date in the order in which the server writes it, or nothing if the
/// format is invalid. An empty one is valid.
pub(super) fn date_time_format(format: &str) -> Option<String> {
    if format.eq_ignore_ascii_case("r") {
        return Some("r".to_owned());
    }
    if format.contains(|letter| !"tTdDwW".contains(letter)) {
        return None;
    }
    let first = |short: char, long: char| {
        let is_there = |letter: &char| format.contains(*letter);
        [short, long].into_iter().find(is_there)
    };
    let day = format.contains(['w', 'W']).then_some('w');
    let parts = [day, first('d', 'D'), first('t', 'T')];
    Some(parts.into_iter().flatten().collect())
}

/// Returns the value of the first parameter of that name in a `tg:` link to a host.
fn parameter<'a>(link: &'a str, host: &str, name: &str) -> Option<&'a str> {
    let rest = without_prefix(link, "tg:")?;
    let rest = without_prefix(rest.strip_prefix("//").unwrap_or(rest), host)?;
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let query = rest.strip_prefix('?')?;
    let query = query.split('#').next().unwrap_or_default();
    let mut pairs = query
        .split('&')
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let (_, value) = pairs.find(|(key, _)| key.eq_ignore_ascii_case(name))?;
    Some(value)
}

/// Removes a prefix in any case.
fn without_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// The parts of an HTTP address.
struct Url<'a> {
    scheme: &'static str,
    user: &'a str,
    host: String,
    is_ipv6: bool,
    port: Option<u16>,
    /// Path, query and fragment; starts with a slash.
    query: String,
}

impl<'a> Url<'a> {
    fn parse(link: &'a str) -> Option<Self> {
        let (scheme, rest) = match link.find([':', '/', '?', '#', '@', '[', ']']) {
            Some(end) if link.get(end..)?.starts_with("://") => {
                let scheme = match link.get(..end)?.to_ascii_lowercase().as_str() {
                    "http" => "http",
                    "https" => "https",
                    _ => return None,
                };
                (scheme, link.get(end + 3..)?)
            }
            _ => ("http", link),
        };
        let (authority, query) = match rest.find(['/', '?', '#']) {
            Some(end) => rest.split_at_checked(end)?,
            None => (rest, ""),
        };
        let (user_and_host, port) = match authority.rfind([':', ']', '@']) {
            Some(0) | None => (authority, None),
            Some(index) => match authority.get(index..)?.strip_prefix(':') {
                Some(port) => (authority.get(..index)?, Some(parse_port(port)?)),
                None => (authority, None),
            },
        };
        let (user, host) = user_and_host
            .rsplit_once('@')
            .unwrap_or(("", user_and_host));
        let ipv6 = host
            .strip_prefix('[')
            .and_then(|host| host.strip_suffix(']'));
        let is_valid = match ipv6 {
            Some(address) => address.parse::<Ipv6Addr>().is_ok(),
            None => !matches!(host, "" | ".") && is_clean(host, false) && is_clean(user, true),
        };
        is_valid.then(|| Self {
            scheme,
            user,
            host: host.to_ascii_lowercase(),
            is_ipv6: ipv6.is_some(),
            port,
            query: encode_query(query),
        })
    }

    fn written(&self) -> String {
        let mut url = format!("{}://", self.scheme);
        if !self.user.is_empty() {
            url.push_str(self.user);
            url.push('@');
        }
        url.push_str(&self.host);
        if let Some(port) = self.port {
            url.push(':');
            url.push_str(&port.to_string());
        }
        url.push_str(&self.query);
        url
    }
}

/// Returns a port that is not 0.
fn parse_port(port: &str) -> Option<u16> {
    let is_number = port.bytes().all(|byte| byte.is_ascii_digit());
    let port = if is_number { port.parse().ok()? } else { 0 };
    (port != 0).then_some(port)
}

/// Returns whether all characters of a host or user are allowed. Those beyond ASCII are.
fn is_clean(part: &str, has_colon: bool) -> bool {
    let bytes = part.as_bytes();
    bytes.iter().enumerate().all(|(index, &byte)| match byte {
        b'%' => {
            let digits = bytes.get(index + 1..index + 3).unwrap_or_default();
            digits.len() == 2 && digits.iter().all(u8::is_ascii_hexdigit)
        }
        b':' => has_colon,
        _ => !byte.is_ascii() || byte.is_ascii_alphanumeric() || b".-_!$,~*'();&+=".contains(&byte),
    })
}

/// Adds the slash at the start and encodes white space and control characters.
fn encode_query(query: &str) -> String {
    let query = query.trim_end_matches([' ', '\t', '\r', '\n', '\0', '\u{b}']);
    let mut encoded = String::with_capacity(query.len() + 1);
    if !query.starts_with('/') {
        encoded.push('/');
    }
    for letter in query.chars() {
        if letter <= ' ' {
            // Writing to a string does not fail.
            let _ = write!(encoded, "%{:02X}", u32::from(letter));
        } else {
            encoded.push(letter);
        }
    }
    encoded
}
