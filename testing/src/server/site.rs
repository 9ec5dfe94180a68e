//! Whether a request comes from the page of another site, which is kept out.

use std::net::IpAddr;

use hyper::header::{self, HeaderMap, HeaderValue};

use super::shared::Shared;
use crate::protocol::envelope::Answer;

/// The last parts of names that nobody can register, so that they are of this machine or its network.
const PRIVATE: [&str; 4] = ["localhost", "local", "internal", "test"];

/// Refuses a request that a browser sends for the page of another site. Other clients may be anywhere.
///
/// A site can make its own name stand for this machine, and then ask for its own name. So a server that listens
/// to this machine only has no public name.
pub(super) fn refusal(shared: &Shared, headers: &HeaderMap) -> Option<Answer> {
    let host = headers.get(header::HOST).map(HeaderValue::as_bytes);
    let origin = headers.get(header::ORIGIN).map(HeaderValue::as_bytes);
    if origin
        .is_some_and(|origin| origin.strip_prefix(b"http://") != Some(host.unwrap_or_default()))
    {
        let text = "Forbidden: the request comes from another site";
        return Some(Answer::error(403, text));
    }
    let host = host.map(String::from_utf8_lossy);
    if shared.is_local && host.is_some_and(|host| is_public(&host)) {
        let text = "Forbidden: the server has no such name; use its address, or localhost";
        return Some(Answer::error(403, text));
    }
    None
}

/// Returns whether a host, which may have a port, is a name that somebody can register.
fn is_public(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let address = name.trim_start_matches('[').trim_end_matches(']');
    if address.parse::<IpAddr>().is_ok() {
        return false;
    }
    match name.trim_end_matches('.').rsplit_once('.') {
        Some((_, last)) => !PRIVATE.iter().any(|it| last.eq_ignore_ascii_case(it)),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_public;

    #[test]
    fn names_that_can_be_registered_are_public() {
        for public in [
            "example.org",
            "example.org:8081",
            "a.b.example.org.",
            "127.0.0.1.example.org:1",
            "1.2.3.4.5",
        ] {
            assert!(is_public(public), "{public}");
        }
        for private in [
            "",
            "localhost",
            "localhost:8081",
            "bot.localhost:8081",
            "127.0.0.1:8081",
            "192.168.1.7",
            "[::1]:8081",
            "[::1]",
            "fake",
            "fake:8081",
            "host.docker.internal:8081",
            "fake.default.svc.cluster.local",
            "mac.LOCAL.:8081",
        ] {
            assert!(!is_public(private), "{private}");
        }
    }
}
