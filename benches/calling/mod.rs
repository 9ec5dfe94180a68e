//! Whole calls over loopback, compared with hand-written ones: a reqwest client with the same
//! settings posts prepared bytes, and decodes the response into hand-written structs.

mod connection;
pub(crate) mod server;

use super::{TOKEN, Workload};
use std::cell::LazyCell;
use std::hint::black_box;
use std::process::Child;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use reqwest::Client;
use reqwest::header::{CONTENT_TYPE, HeaderValue};
use reqwest::redirect::Policy;
use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};
use serde::de::DeserializeOwned;
use telegrammar::methods::GetMe;
use telegrammar::{Bot, Server};
use tokio::runtime::{Builder, Runtime};

use crate::reading::yardstick::{Envelope, Message, Photos, User};
use crate::writing::{self, serde_structs};

/// The response to `getMe`.
const ME: &str = r#"{"ok":true,"result":{"id":123456789,"is_bot":true,"first_name":"Parcels","username":"parcels_bot","can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":false,"can_connect_to_business":false,"has_main_web_app":false}}"#;

/// The response to `sendMessage`: the message.
const MESSAGE: &str = include_str!("../data/message1.json");

/// The response to `getUserProfilePhotos`.
const PHOTOS: &str = include_str!("../data/photos100.json");

/// Both clients, started when they are first used.
struct Line {
    runtime: Runtime,
    bot: Bot,
    client: Client,
    base: String,
    /// The server ends with its standard input.
    _server: Child,
}

impl Line {
    fn new() -> Self {
        let (server, base) = server::start().expect("a server");
        Self {
            runtime: Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime"),
            bot: Bot::builder(TOKEN)
                .server(Server::new(&base).expect("a URL"))
                .build()
                .expect("a bot"),
            client: client(),
            base,
            _server: server,
        }
    }

    /// Makes a call with the hand-written client.
    fn post<T: DeserializeOwned>(&self, method: &str, body: Vec<u8>) -> T {
        self.runtime.block_on(async {
            let url = format!("{}/bot{TOKEN}/{method}", self.base);
            let response = self
                .client
                .post(url)
                .header(CONTENT_TYPE, HeaderValue::from_static("application/json"))
                .timeout(Duration::from_secs(30))
                .body(body)
                .send()
                .await
                .expect("an answer");
            let body = response.bytes().await.expect("a body");
            let envelope: Envelope<T> = serde_json::from_slice(&body).expect("JSON");
            envelope.result
        })
    }
}

/// Builds a client as the default transport does.
fn client() -> Client {
    let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions of TLS")
        .with_root_certificates(RootCertStore::empty())
        .with_no_client_auth();
    Client::builder()
        .user_agent("telegrammar/0.1.0")
        .redirect(Policy::none())
        .referer(false)
        .http1_only()
        .tcp_nodelay(true)
        .connect_timeout(Duration::from_secs(10))
        .pool_idle_timeout(Duration::from_secs(90))
        .tls_backend_preconfigured(tls)
        .no_proxy()
        .build()
        .expect("a client")
}

/// Returns each workload by name: the method, and the client.
pub(crate) fn workloads() -> Vec<Workload> {
    let line = Rc::new(LazyCell::new(Line::new as fn() -> Line));
    let lines = [(); 6].map(|()| Rc::clone(&line));
    let [
        get_me,
        get_me_by_hand,
        photos,
        photos_by_hand,
        send_message,
        send_message_by_hand,
    ] = lines;
    vec![
        (
            "callGetMe/telegrammar",
            Box::new(move || {
                let call = async { GetMe::new().send(&get_me.bot).await };
                black_box(get_me.runtime.block_on(call)).expect("a user");
            }),
        ),
        (
            "callGetMe/reqwest",
            Box::new(move || {
                black_box(get_me_by_hand.post::<User<String>>("getMe", b"{}".to_vec()));
            }),
        ),
        (
            "callGetUserProfilePhotos/telegrammar",
            Box::new(move || {
                let call = async { writing::photos().send(&photos.bot).await };
                black_box(photos.runtime.block_on(call)).expect("photos");
            }),
        ),
        (
            "callGetUserProfilePhotos/reqwest",
            Box::new(move || {
                let body = serde_structs::photos();
                black_box(photos_by_hand.post::<Photos<String>>("getUserProfilePhotos", body));
            }),
        ),
        (
            "callSendMessage/telegrammar",
            Box::new(move || {
                let call = async { writing::message().send(&send_message.bot).await };
                black_box(send_message.runtime.block_on(call)).expect("a message");
            }),
        ),
        (
            "callSendMessage/reqwest",
            Box::new(move || {
                let body = serde_structs::message();
                black_box(send_message_by_hand.post::<Message<String>>("sendMessage", body));
            }),
        ),
    ]
}
