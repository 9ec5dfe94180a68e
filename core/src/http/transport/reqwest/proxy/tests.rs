use super::*;

const OPTIONS: Options = Options {
    proxy_http: false,
    socks: true,
};

fn find(url: &str, options: Options, vars: &[(&str, &str)]) -> Result<Route, ProxyError> {
    route(&Server::new(url).unwrap(), options, |name| {
        let value = vars.iter().find(|(variable, _)| *variable == name);
        value.map(|(_, value)| value.into())
    })
}

fn proxy(url: &str) -> Route {
    Route::Proxy(Url::parse(url).unwrap())
}

#[test]
fn the_proxy_of_the_scheme_comes_before_that_of_all() {
    let vars = [
        ("http_proxy", "http://plain:1"),
        ("HTTPS_PROXY", "http://upper:1"),
        ("https_proxy", "http://lower:1"),
        ("ALL_PROXY", "http://all:1"),
    ];
    let https = "https://example.org";
    assert_eq!(find(https, OPTIONS, &vars), Ok(proxy("http://upper:1")));
    assert_eq!(
        find(https, OPTIONS, &vars[2..]),
        Ok(proxy("http://lower:1"))
    );
    assert_eq!(find(https, OPTIONS, &vars[3..]), Ok(proxy("http://all:1")));
    assert_eq!(find(https, OPTIONS, &vars[..1]), Ok(Route::System));
    let empty = [("HTTPS_PROXY", ""), ("all_proxy", "example.net:3128")];
    assert_eq!(
        find(https, OPTIONS, &empty),
        Ok(proxy("http://example.net:3128"))
    );
    let cgi = [vars[1], ("REQUEST_METHOD", "GET")];
    assert_eq!(find(https, OPTIONS, &cgi), Ok(Route::Direct));
}

#[test]
fn a_plain_server_is_reached_without_a_proxy_unless_asked_for() {
    let vars = [
        ("HTTP_PROXY", "http://plain:1"),
        ("ALL_PROXY", "nonsense://"),
    ];
    let opted_in = Options {
        proxy_http: true,
        ..OPTIONS
    };
    for (url, refused, allowed) in [
        (
            "http://bot-api.example:8081",
            Ok(Route::Direct),
            Ok(proxy("http://plain:1")),
        ),
        (
            "http://10.0.0.1",
            Ok(Route::Direct),
            Ok(proxy("http://plain:1")),
        ),
        (
            "http://localhost:8081",
            Ok(Route::Direct),
            Ok(Route::Direct),
        ),
        ("https://127.0.0.1", Ok(Route::Direct), Ok(Route::Direct)),
    ] {
        assert_eq!(find(url, OPTIONS, &vars), refused, "{url}");
        assert_eq!(find(url, opted_in, &vars), allowed, "{url}");
    }
}

#[test]
fn a_socks_proxy_needs_the_feature() {
    let without = Options {
        socks: false,
        ..OPTIONS
    };
    let https = "https://example.org";
    for variable in ["ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy"] {
        for scheme in ["socks4", "socks4a", "socks5", "socks5h", "SOCKS5"] {
            let value = format!("{scheme}://user:password@example.net:1080");
            let vars = [(variable, value.as_str())];
            assert_eq!(find(https, OPTIONS, &vars), Ok(proxy(&value)));
            let error = find(https, without, &vars).unwrap_err();
            assert_eq!(error, ProxyError::Socks { variable });
            let text = format!("{error} {error:?}");
            assert!(
                text.contains(variable) && text.contains("`socks`"),
                "{text}"
            );
            assert!(!text.contains("password"), "{text}");
            let exempt = [vars[0], ("NO_PROXY", "example.org")];
            assert_eq!(find(https, without, &exempt), Ok(Route::Direct));
        }
    }
}

#[test]
fn what_is_no_proxy_is_an_error_that_hides_it() {
    for value in [
        "ftp://user:password@example.net",
        "socks://user:password@example.net",
        "http://user:password@",
        "socks5://",
        "socks5://bücher.example",
        "http://example.net:port",
        "://password",
        "pass word",
    ] {
        let error = find("https://example.org", OPTIONS, &[("ALL_PROXY", value)]).unwrap_err();
        let variable = "ALL_PROXY";
        assert_eq!(error, ProxyError::Unusable { variable }, "{value}");
        let text = format!("{error} {error:?}");
        assert!(text.contains(variable) && !text.contains("pass"), "{text}");
    }
}

#[test]
fn hosts_of_no_proxy_are_exempt() {
    for (list, host, exempt) in [
        ("*.example.org", "api.example.org", true),
        ("*.example.org", "example.com", false),
        ("example.org:443", "example.org", true),
        ("*", "example.org", true),
        ("*", "10.0.0.1", true),
        ("example.org", "example.org", true),
        ("EXAMPLE.org", "api.Example.org", true),
        (".example.org", "example.org", true),
        (".example.org", "api.example.org", true),
        ("example.org", "badexample.org", false),
        ("api.example.org", "example.org", false),
        ("a, b,example.org", "example.org", true),
        ("", "example.org", false),
        (".", "example.org", false),
        ("10.0.0.1", "10.0.0.1", true),
        ("10.0.0.0/8", "10.1.2.3", true),
        ("10.0.0.0/8", "11.1.2.3", false),
        ("0.0.0.0/0", "11.1.2.3", true),
        ("10.0.0.0/99", "10.0.0.1", false),
        ("10.0.0.0/x", "10.0.0.0", false),
        ("10.0.0.0/8", "10.example.org", false),
        ("fd00::/8", "[fd12::1]", true),
        ("fd00::/8", "[fe80::1]", false),
        ("::/0", "[fe80::1]", true),
        ("[fe80::1]", "[fe80::1]", true),
        ("0.0.0.0/0", "[fe80::1]", false),
    ] {
        assert_eq!(is_exempt(list, host), exempt, "{list}: {host}");
    }
}
