use super::*;

fn url(server: &Server) -> String {
    let token = "1:ABCDEFGHIJKLMNOPQRSTUVWX".parse().unwrap();
    server.method_url(&token, "getMe")
}

#[test]
fn the_default_is_the_official_server() {
    assert_eq!(
        url(&Server::default()),
        "https://api.telegram.org/bot1:ABCDEFGHIJKLMNOPQRSTUVWX/getMe"
    );
    assert!(!Server::default().is_local());
    assert!(Server::default().local(true).is_local());
}

#[test]
fn the_test_environment_comes_after_the_token() {
    assert_eq!(
        url(&Server::default().test(true)),
        "https://api.telegram.org/bot1:ABCDEFGHIJKLMNOPQRSTUVWX/test/getMe"
    );
}

#[test]
fn a_path_is_a_prefix_and_trailing_slashes_are_removed() {
    for (given, base) in [
        ("http://localhost:8081", "http://localhost:8081"),
        ("http://localhost:8081/", "http://localhost:8081"),
        ("HTTPS://example.org/a/b//", "https://example.org/a/b"),
        ("http://[::1]:8081", "http://[::1]:8081"),
        ("http://my_host.local", "http://my_host.local"),
    ] {
        let server = Server::new(given).unwrap();
        assert_eq!(server.base_url(), base);
        assert_eq!(given.parse(), Ok(server));
    }
}

#[test]
fn each_mistake_has_its_error() {
    for (given, error) in [
        ("", ServerError::Scheme),
        ("localhost:8081", ServerError::Scheme),
        ("ftp://localhost", ServerError::Scheme),
        ("http://", ServerError::Host),
        ("http:///bot", ServerError::Host),
        ("http://:80", ServerError::Host),
        ("http://[::1", ServerError::Host),
        ("http://[x]", ServerError::Host),
        ("http://a,b", ServerError::Host),
        ("http://localhost:", ServerError::Port),
        ("http://localhost:0", ServerError::Port),
        ("http://localhost:65536", ServerError::Port),
        ("http://localhost:+1", ServerError::Port),
        ("http://user:pw@localhost", ServerError::UserInfo),
        ("http://localhost?x=1", ServerError::Query),
        ("http://localhost/#x", ServerError::Query),
        ("http://local host", ServerError::Character),
        ("http://localhost\n", ServerError::Character),
        ("http://bücher.example", ServerError::Character),
        ("http://localhost/bücher", ServerError::Character),
        ("http://localhost/{id}", ServerError::Character),
        ("http://localhost/bot1:ABC/getMe", ServerError::Token),
        ("http://localhost/bot1%3AABC", ServerError::Token),
    ] {
        assert_eq!(Server::new(given), Err(error), "{given}");
    }
}

#[test]
fn a_url_that_continues_with_the_token_is_refused() {
    for path in [
        "/bot",
        "/bot/",
        "/file/bot",
        "/prefix/bot//",
        "/bot{token}",
        "/bot{}/{}",
        "/bot<token>",
        "/bot<your-bot-token>/getMe",
        "/bot%7Btoken%7D",
        "/bot%7btoken%7d/getMe",
        "/bot%3Ctoken%3E",
        "/bot$TOKEN",
        "/bot${TOKEN}",
        "/bot:token",
        "/bot[TOKEN]",
        "/bot(token)",
        "/bot@token",
        "/bot%s/%s",
        "/bot*",
        "/botTOKEN",
        "/bottoken",
        "/botYOUR_BOT_TOKEN/METHOD_NAME",
        "/botTokenHere",
        "/bot123456:{secret}",
        "/bot123456:ABC",
        "/bot123456%3aABC",
        "/file/bot{token}/photos/1.jpg",
        "/bot/{token}",
        "/bot/YOUR_TOKEN",
        "/bot/123456:ABC/getMe",
        "/botYOUR-TOKEN",
        "/bot-token",
        "/botXXXX:YYYY/getMe",
    ] {
        let url = format!("https://example.org{path}");
        assert_eq!(Server::new(&url), Err(ServerError::Token), "{url}");
    }
}

#[test]
fn a_path_that_only_resembles_a_token_is_a_prefix() {
    for path in [
        "/bots",
        "/bots/x",
        "/bot-api",
        "/bot_api",
        "/botapi",
        "/bot.api",
        "/bot%20api",
        "/bot%C3%A9",
        "/bot2",
        "/bot2/v1",
        "/my/bot/x",
        "/bot/v1",
        "/telegram-bot",
        "/robot",
        "/bot-token-proxy",
        "/token",
        "/file",
        "/a:b/c$d",
    ] {
        let url = format!("https://example.org{path}");
        let base = Server::new(&url).map(|server| server.base_url().to_owned());
        assert_eq!(base, Ok(url));
    }
}

#[test]
fn the_url_of_a_file_follows_the_token() {
    let token: Token = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11".parse().unwrap();
    let server = Server::new("https://example.com/a/b/").unwrap();
    let base = "https://example.com/a/b/file/bot123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11";
    let url = server.file_url(&token, "documents/file 1.txt");
    assert_eq!(url.unwrap(), format!("{base}/documents/file%201.txt"));
    let server = server.test(true);
    let url = server.file_url(&token, "a?b");
    assert_eq!(url.unwrap(), format!("{base}/test/a%3Fb"));
    assert_eq!(server.file_url(&token, "../a"), None);
    assert_eq!(server.file_url(&token, "/a"), None);
}

#[cfg(feature = "reqwest")]
#[test]
fn a_loopback_server_is_recognized() {
    for (url, loopback) in [
        ("http://localhost:8081/x", true),
        ("http://127.0.0.2", true),
        ("http://[::1]:80", true),
        ("https://api.telegram.org", false),
        ("http://10.0.0.1:8081", false),
        ("http://localhost.example", false),
    ] {
        assert_eq!(Server::new(url).unwrap().is_loopback(), loopback, "{url}");
    }
}

#[test]
fn a_host_is_a_domain_or_an_address() {
    for host in [
        "1.2.3.4",
        "localhost",
        "a-b.example.org.",
        "a_b",
        "1.example",
        "xn--e1afmkfd.org",
    ] {
        let url = format!("http://{host}");
        assert!(Server::new(&url).is_ok(), "{url}");
    }
    for host in ["1.2.3.4.5", "256.1.1.1", "1.2.3", "a..b", ".a", "..", "7"] {
        let url = format!("http://{host}");
        assert_eq!(Server::new(&url), Err(ServerError::Host), "{url}");
    }
}

#[test]
fn a_custom_token_is_encoded_in_the_url_of_a_file() {
    let token = Token::custom("a/b?c#d%e-long").unwrap();
    let url = Server::default().file_url(&token, "p/x.jpg").unwrap();
    assert_eq!(
        url,
        "https://api.telegram.org/file/bota%2Fb%3Fc%23d%25e-long/p/x.jpg"
    );
}
