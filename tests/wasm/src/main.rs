//! Makes calls on a transport in memory, and panics, which traps, if one of them fails. There is no
//! clock here: a call with a timeout fails with an error that says what to do.
#![forbid(unsafe_code)]

use std::convert::Infallible;
use std::future::{Future, Ready, ready};
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use telegrammar::methods::{GetMe, SendMessage};
use telegrammar::transport::{Request, Response, Sleep, Timer};
use telegrammar::{Bot, BotBuilder, Retry};
use tower_service::Service;

const TOKEN: &str = "123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0";
const ME: &str = r#"{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"A"}}"#;
const FLOOD: &str = r#"{"ok":false,"error_code":429,"parameters":{"retry_after":3}}"#;

/// Answers the first attempt of `sendMessage` with a flood error.
#[derive(Clone)]
struct Memory;

impl Service<Request> for Memory {
    type Response = Response;
    type Error = Infallible;
    type Future = Ready<Result<Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let is_flood = request.method() == "sendMessage" && request.attempt() == 1;
        ready(Ok(match is_flood {
            true => Response::new(429, FLOOD),
            false if request.method() == "getMe" => Response::new(200, ME),
            false => Response::new(
                200,
                r#"{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}}"#,
            ),
        }))
    }
}

/// A clock that stands still, and whose sleeps are over at once.
struct Still;

impl Timer for Still {
    fn now(&self) -> Duration {
        Duration::ZERO
    }

    fn sleep(&self, _: Duration) -> Sleep {
        Box::pin(ready(()))
    }
}

fn builder() -> BotBuilder {
    Bot::builder(TOKEN).transport(Memory)
}

/// Polls a future that never waits.
fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    match future
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a call waits"),
    }
}

fn main() {
    let bot = builder().build().expect("a bot");
    assert_eq!(run(bot.send(GetMe::new())).expect("the first call").id, 1);
    let error = run(bot.send(GetMe::new()).timeout(Duration::from_secs(1))).expect_err("no clock");
    assert!(error.to_string().contains("BotBuilder::timer"), "{error}");
    run(SendMessage::new(1, "x").send(&bot)).expect_err("no retry");

    let bot = builder().retry(Retry::standard()).build().expect("a bot");
    run(SendMessage::new(1, "x").send(&bot)).expect_err("no clock for the wait");

    let bot = builder().retry(Retry::standard()).timer(Still);
    let bot = bot.build().expect("a bot");
    run(SendMessage::new(1, "x").send(&bot)).expect("the second attempt");
}
