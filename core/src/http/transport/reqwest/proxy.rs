//! Which proxy of the environment leads to a server.

use std::ffi::OsString;
use std::net::IpAddr;

use ::reqwest::Url;

use crate::http::server::Server;

/// Each variable in upper case comes first, as in curl and reqwest.
const HTTPS: [&str; 2] = ["HTTPS_PROXY", "https_proxy"];
const HTTP: [&str; 2] = ["HTTP_PROXY", "http_proxy"];
const ALL: [&str; 2] = ["ALL_PROXY", "all_proxy"];
const EXEMPT: [&str; 2] = ["NO_PROXY", "no_proxy"];
/// Set by a web server for a CGI program, where a header of the request can set `HTTP_PROXY`.
const CGI: &str = "REQUEST_METHOD";
const SOCKS: &[&str] = &["socks4", "socks4a", "socks5", "socks5h"];

/// How a server is reached.
#[derive(Debug, PartialEq)]
pub(super) enum Route {
    /// Without a proxy.
    Direct,
    /// As the system is configured: no variable names a proxy.
    System,
    /// Through this proxy.
    Proxy(Url),
}

/// Why a proxy of the environment cannot be used. It does not contain the value, which may have a
/// password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum ProxyError {
    #[error(
        "the environment variable `{variable}` names a SOCKS proxy: enable the feature `socks` of telegrammar, or unset the variable"
    )]
    Socks { variable: &'static str },
    #[error(
        "the environment variable `{variable}` is not the URL of a proxy: it must have a host and one of the schemes `http`, `https`, `socks4`, `socks4a`, `socks5` and `socks5h`"
    )]
    Unusable { variable: &'static str },
}

/// What decides the route besides the environment.
#[derive(Clone, Copy)]
pub(super) struct Options {
    /// Whether a server without encryption is reached through a proxy.
    pub(super) proxy_http: bool,
    /// Whether SOCKS is supported.
    pub(super) socks: bool,
}

/// Returns the route to a server. `get` returns the variables of the environment.
pub(super) fn route(
    server: &Server,
    options: Options,
    get: impl Fn(&str) -> Option<OsString>,
) -> Result<Route, ProxyError> {
    let may_see = server.is_https() || options.proxy_http;
    if server.is_loopback() || !may_see || get(CGI).is_some() {
        return Ok(Route::Direct);
    }
    let own = if server.is_https() { HTTPS } else { HTTP };
    let Some((variable, value)) = [own, ALL].iter().find_map(|names| first(names, &get)) else {
        return Ok(Route::System);
    };
    let exempt = first(&EXEMPT, &get).and_then(|(_, value)| value.into_string().ok());
    if exempt.is_some_and(|list| is_exempt(&list, server.host())) {
        return Ok(Route::Direct);
    }
    let url = value
        .to_str()
        .and_then(url)
        .ok_or(ProxyError::Unusable { variable })?;
    if SOCKS.contains(&url.scheme()) && !options.socks {
        return Err(ProxyError::Socks { variable });
    }
    Ok(Route::Proxy(url))
}

/// Returns the first of the variables that is set, if it is not empty.
fn first(
    names: &[&'static str],
    get: impl Fn(&str) -> Option<OsString>,
) -> Option<(&'static str, OsString)> {
    let set = names
        .iter()
        .find_map(|name| get(name).map(|value| (*name, value)));
    set.filter(|(_, value)| !value.is_empty())
}

/// Parses the URL of a proxy. Without a scheme, it is `http`.
fn url(value: &str) -> Option<Url> {
    let url = if value.contains("://") {
        Url::parse(value).ok()?
    } else {
        Url::parse(&format!("http://{value}")).ok()?
    };
    let is_known = matches!(url.scheme(), "http" | "https") || SOCKS.contains(&url.scheme());
    // With a host that is percent-encoded, reqwest would silently use no proxy.
    let host = url.host_str().filter(|host| !host.contains('%'))?;
    (is_known && !host.is_empty()).then_some(url)
}

/// Returns whether the value of `NO_PROXY` names the host: `*`, a domain, which includes its
/// subdomains, an address, or a network such as `10.0.0.0/8`.
fn is_exempt(list: &str, host: &str) -> bool {
    let address = host.trim_matches(['[', ']']).parse().ok();
    list.split([',', ' ']).any(|entry| {
        entry == "*"
            || match address {
                Some(address) => is_within(entry, address),
                None => is_below(entry, host),
            }
    })
}

fn is_within(network: &str, address: IpAddr) -> bool {
    let (start, prefix) = match network.split_once('/') {
        Some((start, prefix)) => (start, prefix.parse().ok()),
        None => (network, Some(u32::MAX)),
    };
    let (Ok(start), Some(prefix)) = (start.trim_matches(['[', ']']).parse(), prefix) else {
        return false;
    };
    let (differing, width) = match (start, address) {
        (IpAddr::V4(start), IpAddr::V4(address)) => {
            (u128::from(u32::from(start) ^ u32::from(address)), 32)
        }
        (IpAddr::V6(start), IpAddr::V6(address)) => (u128::from(start) ^ u128::from(address), 128),
        _ => return false,
    };
    let hosts: u32 = width - prefix.min(width);
    differing.checked_shr(hosts).unwrap_or_default() == 0
}

fn is_below(domain: &str, host: &str) -> bool {
    // `*.example.org` and `.example.org` are what `example.org` is; a port is not looked at.
    let domain = domain.trim_start_matches('*').trim_start_matches('.');
    let domain = domain.split_once(':').map_or(domain, |(domain, _)| domain);
    let Some(start) = host.len().checked_sub(domain.len()) else {
        return false;
    };
    let (head, tail) = host.split_at_checked(start).unwrap_or_default();
    !domain.is_empty()
        && tail.eq_ignore_ascii_case(domain)
        && (head.is_empty() || head.ends_with('.'))
}

#[cfg(test)]
mod tests;
