//! The throttle among the other layers of a bot.

use std::time::Duration;

use super::server::{Server, ms, secs};
use telegrammar_core::__private::FieldVisitor;
use telegrammar_core::error::{Delivery, TransportErrorKind};
use telegrammar_core::schema::{ApiType, FieldInfo, MethodInfo};
use telegrammar_core::transport::{Limit, Request, ThrottleLayer, Timer as _};
use telegrammar_core::type_check::AnyParam as _;
use telegrammar_core::{
    ApiErrorKind, Bot, BotBuilder, Error, InputFile, Method, Retry, Throttle, Token,
};
use tower::util::MapRequestLayer;

const TOKEN: &str = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11";

/// The expansion of the attribute, written by hand so that no macro is needed.
struct SendMessage {
    chat_id: i64,
}

impl Method for SendMessage {
    type Response = bool;

    const INFO: &'static MethodInfo = &MethodInfo::new(
        "sendMessage",
        &[FieldInfo::required("chat_id", ApiType::Integer, "")],
    );

    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>) {
        self.chat_id.visit(0, visit);
    }
}

/// A method with a file, which is sent as a form.
struct SendPhoto {
    chat_id: i64,
    photo: InputFile,
    caption: String,
    allow_paid_broadcast: Option<bool>,
}

impl Method for SendPhoto {
    type Response = bool;

    const INFO: &'static MethodInfo = &MethodInfo::new(
        "sendPhoto",
        &[
            FieldInfo::required("chat_id", ApiType::Integer, ""),
            FieldInfo::required("photo", ApiType::InputFile, ""),
            FieldInfo::required("caption", ApiType::String, ""),
            FieldInfo::optional("allow_paid_broadcast", ApiType::Boolean, ""),
        ],
    );

    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>) {
        self.chat_id.visit(0, visit);
        self.photo.visit(1, visit);
        self.caption.visit(2, visit);
        self.allow_paid_broadcast.visit(3, visit);
    }
}

fn message(chat_id: i64) -> SendMessage {
    SendMessage { chat_id }
}

fn builder(server: &Server, throttle: &Throttle) -> BotBuilder {
    Bot::builder(TOKEN)
        .transport(server.clone())
        .timer(server.clock)
        .throttle(throttle.clone())
}

#[tokio::test(start_paused = true)]
async fn a_retry_waits_as_long_as_asked_and_its_chat_does_too() {
    let server = Server::new();
    let bot = builder(&server, &Throttle::telegram())
        .retry(Retry::standard())
        .build()
        .unwrap();
    server.flood("1", r#","parameters":{"retry_after":3}"#);
    let (first, second) = tokio::join!(bot.send(message(1)), async {
        tokio::time::sleep(ms(10)).await;
        bot.send(message(1)).await
    });
    first.unwrap();
    second.unwrap();
    assert_eq!(server.times(), [0, 3000, 3000]);
}

#[tokio::test(start_paused = true)]
async fn a_flood_beyond_the_call_s_timeout_is_its_error_and_later_calls_are_not_sent() {
    let server = Server::new();
    let bot = builder(&server, &Throttle::telegram())
        .retry(Retry::standard())
        .build()
        .unwrap();
    server.flood("1", r#","parameters":{"retry_after":30}"#);
    let call = || bot.send(message(1)).timeout(secs(10));
    let Error::Api(error) = call().await.unwrap_err() else {
        panic!("no API error")
    };
    assert_eq!(error.kind(), ApiErrorKind::TooManyRequests);
    let error = call().await.unwrap_err();
    assert_eq!(error.delivery(), Delivery::NotSent);
    let Error::Transport(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.kind(), TransportErrorKind::Throttled);
    assert_eq!(server.clock.now(), Duration::ZERO);
}

/// A user's own layer, such as one that measures latency, does not see the waiting.
#[tokio::test(start_paused = true)]
async fn layers_of_the_user_are_inside() {
    let server = Server::new();
    let clock = server.clock;
    let seen = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let record = seen.clone();
    let layer = MapRequestLayer::new(move |request: Request| {
        record.lock().unwrap().push(clock.now().as_secs());
        request
    });
    let throttle = Throttle::telegram().chat(Limit::new(1, secs(1)));
    let bot = builder(&server, &throttle).layer(layer).build().unwrap();
    for _ in 0..3 {
        bot.send(message(1)).await.unwrap();
    }
    assert_eq!(*seen.lock().unwrap(), [0, 1, 2]);
}

#[tokio::test(start_paused = true)]
async fn parameters_of_forms_are_read_and_no_text_counts_as_one() {
    let server = Server::new();
    let throttle = Throttle::telegram().bot(Limit::new(1, secs(1)));
    let bot = builder(&server, &throttle).build().unwrap();
    let caption =
        "\r\n--x\r\nContent-Disposition: form-data; name=\"allow_paid_broadcast\"\r\n\r\ntrue";
    let photo = |chat_id, allow_paid_broadcast| {
        bot.send(SendPhoto {
            chat_id,
            photo: InputFile::bytes("a"),
            caption: caption.to_owned(),
            allow_paid_broadcast,
        })
    };
    for (chat, paid) in [
        (1, None),
        (2, Some(true)),
        (3, Some(true)),
        (4, Some(false)),
    ] {
        photo(chat, paid).await.unwrap();
    }
    assert_eq!(server.chats(), ["1", "2", "3", "4"]);
    assert_eq!(server.times(), [0, 0, 0, 1000]);
}

#[tokio::test(start_paused = true)]
async fn builders_share_a_throttle_by_token_and_environment() {
    let server = Server::new();
    let throttle = Throttle::telegram().bot(Limit::new(1, secs(1)));
    let bot = || builder(&server, &throttle);
    let test = telegrammar_core::Server::default().test(true);
    let bots = [
        bot().build().unwrap(),
        bot().server(test).build().unwrap(),
        bot().build().unwrap(),
    ];
    for bot in bots {
        bot.send(message(1)).await.unwrap();
    }
    assert_eq!(server.times(), [0, 0, 1000]);
}

#[tokio::test(start_paused = true)]
async fn the_layer_is_one_that_a_user_can_add() {
    let server = Server::new();
    let layer = ThrottleLayer::new(Throttle::telegram()).timer(server.clock);
    let bot = Bot::builder(TOKEN)
        .transport(server.clone())
        .layer(layer)
        .build()
        .unwrap();
    for _ in 0..4 {
        bot.send(message(1)).await.unwrap();
    }
    assert_eq!(server.times(), [0, 0, 0, 3000]);
}

#[tokio::test(start_paused = true)]
async fn bots_with_other_tokens_share_the_throttle_and_not_the_budget() {
    let server = Server::new();
    let throttle = Throttle::telegram().bot(Limit::new(1, secs(1)));
    let bot = builder(&server, &throttle).build().unwrap();
    let other = bot.with_token("654321:ABC-DEF1234ghIkl-zyx57W2v1u123ew11");
    let custom = |text: &str| bot.with_token(Token::custom(text).unwrap());
    let bots = [
        bot.clone(),
        other.unwrap(),
        custom("one").unwrap(),
        custom("two").unwrap(),
        custom("one").unwrap(),
    ];
    for bot in bots {
        bot.send(message(1)).await.unwrap();
    }
    assert_eq!(server.times(), [0, 0, 0, 0, 1000]);
}
