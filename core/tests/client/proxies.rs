//! Proxies of the environment. Variables belong to a whole process, so each case runs in one of its
//! own: this test binary, with `child` as its only test.

use std::process::Command;
use std::time::Duration;

use crate::loopback::{EMPTY, Loopback, Reply, TOKEN, http, photos};
use telegrammar_core::{Bot, Server};

const URL: &str = "TELEGRAMMAR_TEST_URL";
const PROXY_HTTP: &str = "TELEGRAMMAR_TEST_PROXY_HTTP";
/// Hosts that cannot be reached but through a proxy: an address and a name that are reserved.
const PLAIN: &str = "http://192.0.2.1:8081";
const ENCRYPTED: &str = "https://bot-api.invalid";

/// Builds a bot, sends a call, and prints what came of it.
#[tokio::test]
async fn child() {
    let Ok(url) = std::env::var(URL) else { return };
    let built = Bot::builder(TOKEN)
        .server(Server::new(&url).unwrap())
        .proxy_http(std::env::var_os(PROXY_HTTP).is_some())
        .timeout(Duration::from_millis(500))
        .build();
    match built {
        Ok(bot) => match bot.send(photos(1)).await {
            Ok(_) => println!("\nanswered"),
            Err(error) => println!("\nfailed: {error}"),
        },
        Err(error) => println!("\nnot built: {error}"),
    }
}

/// Returns what a child with these variables prints.
async fn run(url: &str, vars: &[(&str, &str)]) -> String {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "proxies::child", "--nocapture"]);
    for name in ["HTTP", "HTTPS", "ALL", "NO"] {
        command.env_remove(format!("{name}_PROXY"));
        command.env_remove(format!("{}_proxy", name.to_lowercase()));
    }
    command.env_remove("REQUEST_METHOD").env(URL, url);
    command.envs(vars.iter().copied());
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await;
    let output = output.unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    let known = ["answered", "failed: ", "not built: "];
    let line = text
        .lines()
        .find(|line| known.iter().any(|known| line.starts_with(known)));
    line.unwrap_or_else(|| panic!("{text}")).to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_token_of_a_plain_server_does_not_reach_a_proxy_unless_asked_for() {
    let mut proxy = Loopback::once(Reply::Keep(http(200, EMPTY))).await;
    let url = proxy.url.clone();
    for variable in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        let vars = [(variable, url.as_str()), (PROXY_HTTP, "1")];
        let failed = run(PLAIN, &vars[..1]).await;
        assert!(failed.starts_with("failed: "), "{variable}: {failed}");
        assert_eq!(proxy.unseen(), 0, "{variable}");
        assert_eq!(run(PLAIN, &vars).await, "answered", "{variable}");
        let line = format!("POST {PLAIN}/bot{TOKEN}/getUserProfilePhotos HTTP/1.1\r\n");
        let request = proxy.request().await;
        assert!(request.starts_with(&line), "{request}");
        let exempt = [vars[0], vars[1], ("NO_PROXY", "192.0.2.0/24")];
        let failed = run(PLAIN, &exempt).await;
        assert!(failed.starts_with("failed: "), "{variable}: {failed}");
        assert_eq!(proxy.unseen(), 0, "{variable}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_on_this_machine_needs_no_proxy() {
    let mut server = Loopback::once(Reply::Keep(http(200, EMPTY))).await;
    let vars = [("ALL_PROXY", "http://192.0.2.1:1"), (PROXY_HTTP, "1")];
    assert_eq!(run(&server.url, &vars).await, "answered");
    assert_eq!(server.unseen(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_of_an_encrypted_server_sees_only_its_host() {
    let mut proxy = Loopback::once(Reply::Close(http(502, ""))).await;
    let authority = proxy.url.trim_start_matches("http://").to_owned();
    let with_password = format!("http://me:pass@{authority}");
    for (variable, url) in [("HTTPS_PROXY", &with_password), ("all_proxy", &authority)] {
        let failed = run(ENCRYPTED, &[(variable, url)]).await;
        assert!(failed.starts_with("failed: "), "{failed}");
        let request = proxy.request().await;
        let line = "CONNECT bot-api.invalid:443 HTTP/1.1\r\n";
        assert!(request.starts_with(line), "{request}");
        assert!(!request.contains(TOKEN), "{request}");
        let has_password = request.to_lowercase().contains("proxy-authorization");
        assert_eq!(has_password, variable == "HTTPS_PROXY", "{request}");
        let failed = run(ENCRYPTED, &[(variable, url), ("no_proxy", ".invalid")]).await;
        assert!(failed.starts_with("failed: "), "{failed}");
        assert_eq!(proxy.unseen(), 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_cannot_be_used_is_an_error_of_build() {
    let error = run(ENCRYPTED, &[("HTTPS_PROXY", "ftp://me:pass@192.0.2.1")]).await;
    assert_eq!(
        error,
        "not built: the environment variable `HTTPS_PROXY` is not the URL of a proxy: it must have a host and one of the schemes `http`, `https`, `socks4`, `socks4a`, `socks5` and `socks5h`"
    );
}

#[cfg(not(feature = "socks"))]
#[tokio::test(flavor = "multi_thread")]
async fn a_socks_proxy_without_the_feature_is_an_error_of_build() {
    let error = run(ENCRYPTED, &[("ALL_PROXY", "socks5://me:pass@192.0.2.1")]).await;
    assert_eq!(
        error,
        "not built: the environment variable `ALL_PROXY` names a SOCKS proxy: enable the feature `socks` of telegrammar, or unset the variable"
    );
}

#[cfg(feature = "socks")]
#[tokio::test(flavor = "multi_thread")]
async fn a_socks_proxy_is_used_with_the_feature() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("socks5h://{}", listener.local_addr().unwrap());
    let proxy = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut greeting = [0; 3];
        stream.read_exact(&mut greeting).await.unwrap();
        // Version 5, no authentication.
        assert_eq!(greeting, [5, 1, 0]);
        stream.write_all(&[5, 0]).await.unwrap();
        let mut request = [0; 22];
        stream.read_exact(&mut request).await.unwrap();
        request
    });
    let failed = run(ENCRYPTED, &[("ALL_PROXY", url.as_str())]).await;
    assert!(failed.starts_with("failed: "), "{failed}");
    // Connect to a name of 15 bytes, port 443.
    assert_eq!(
        &proxy.await.unwrap(),
        b"\x05\x01\x00\x03\x0fbot-api.invalid\x01\xbb"
    );
}
