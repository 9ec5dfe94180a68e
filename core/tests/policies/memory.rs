//! A transport in memory that answers by a script, and a clock that tests move.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use telegrammar_core::error::{TransportError, TransportErrorKind};
use telegrammar_core::schema::{ApiType, FieldInfo, MethodInfo};
use telegrammar_core::transport::{Body, Request, Response};
use telegrammar_core::type_check::AnyParam as _;
use telegrammar_core::{__private::FieldVisitor, Bot, BotBuilder, InputFile, Method};
use tokio::time::Instant;
use tower::{Service, service_fn};

pub(crate) const TOKEN: &str = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11";
pub(crate) const OK: &str = r#"{"ok":true,"result":true}"#;

/// What the transport does with one request.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Answer(u16, String),
    /// An answer with the header `Retry-After`.
    Header(u16, String, u64),
    Fail(TransportErrorKind),
    Hang,
    Late(Duration),
}

pub(crate) fn ok() -> Step {
    Step::Answer(200, OK.to_owned())
}

pub(crate) fn error(code: u16, parameters: &str) -> Step {
    let body = format!(
        r#"{{"ok":false,"error_code":{code},"description":"no","parameters":{{{parameters}}}}}"#
    );
    Step::Answer(code, body)
}

pub(crate) fn flood(seconds: u64) -> Step {
    error(429, &format!("\"retry_after\":{seconds}"))
}

/// A request as the transport saw it.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) at: Duration,
    pub(crate) method: &'static str,
    pub(crate) attempt: u32,
    pub(crate) chat: Option<String>,
    pub(crate) deadline: Option<Duration>,
    pub(crate) body: String,
}

#[derive(Clone)]
pub(crate) struct Memory {
    script: Arc<Mutex<VecDeque<Step>>>,
    seen: Arc<Mutex<Vec<Seen>>>,
    started: Instant,
}

impl Memory {
    /// Takes the steps in order. The last one is repeated.
    pub(crate) fn new(script: impl IntoIterator<Item = Step>) -> Self {
        Self {
            script: Arc::new(Mutex::new(script.into_iter().collect())),
            seen: Arc::default(),
            started: Instant::now(),
        }
    }

    pub(crate) fn service(
        &self,
    ) -> impl Service<
        Request,
        Response = Response,
        Error = TransportError,
        Future = impl Future<Output = Result<Response, TransportError>> + Send,
    > + Clone
    + Send
    + Sync
    + 'static {
        let this = self.clone();
        service_fn(move |request: Request| {
            let this = this.clone();
            async move { this.answer(request).await }
        })
    }

    pub(crate) fn builder(&self) -> BotBuilder {
        Bot::builder(TOKEN).transport(self.service())
    }

    async fn answer(&self, request: Request) -> Result<Response, TransportError> {
        let body = match request.body() {
            Body::Json(json) => String::from_utf8_lossy(json).into_owned(),
            _ => format!("{:?}", request.body()),
        };
        self.seen.lock().unwrap().push(Seen {
            at: self.started.elapsed(),
            method: request.method(),
            attempt: request.attempt(),
            chat: request.chat().map(std::borrow::Cow::into_owned),
            deadline: request.deadline(),
            body,
        });
        let step = {
            let mut script = self.script.lock().unwrap();
            if script.len() > 1 {
                script.pop_front().unwrap()
            } else {
                script[0].clone()
            }
        };
        match step {
            Step::Answer(status, body) => Ok(Response::new(status, body)),
            Step::Header(status, body, seconds) => {
                let seconds = Some(Duration::from_secs(seconds));
                Ok(Response::new(status, body).with_retry_after(seconds))
            }
            Step::Fail(kind) => Err(TransportError::new(request.method(), kind)),
            Step::Hang => std::future::pending().await,
            Step::Late(time) => {
                tokio::time::sleep(time).await;
                Ok(Response::new(200, OK))
            }
        }
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        std::mem::take(&mut self.seen.lock().unwrap())
    }

    /// The number of requests so far.
    pub(crate) fn count(&self) -> usize {
        self.seen.lock().unwrap().len()
    }

    /// When each request arrived, in milliseconds.
    pub(crate) fn times(&self) -> Vec<u128> {
        self.seen().iter().map(|seen| seen.at.as_millis()).collect()
    }
}

/// A method with a chat, which may be repeated if `REPEATABLE`.
#[derive(Default)]
pub(crate) struct Speak<const REPEATABLE: bool> {
    pub(crate) chat_id: String,
    pub(crate) file: Option<InputFile>,
    pub(crate) text: Option<String>,
}

impl<const REPEATABLE: bool> Method for Speak<REPEATABLE> {
    type Response = bool;

    const INFO: &'static MethodInfo = {
        const FIELDS: &[FieldInfo] = &[
            FieldInfo::optional("text", ApiType::String, ""),
            FieldInfo::required("chat_id", ApiType::String, ""),
            FieldInfo::optional("file", ApiType::InputFile, ""),
        ];
        if REPEATABLE {
            const { &MethodInfo::new("setThing", FIELDS).repeatable() }
        } else {
            const { &MethodInfo::new("sendThing", FIELDS) }
        }
    };

    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>) {
        self.text.visit(0, visit);
        self.chat_id.visit(1, visit);
        self.file.visit(2, visit);
    }
}

pub(crate) fn send(chat: &str) -> Speak<false> {
    Speak {
        chat_id: chat.to_owned(),
        ..Speak::default()
    }
}

pub(crate) fn set(chat: &str) -> Speak<true> {
    Speak {
        chat_id: chat.to_owned(),
        ..Speak::default()
    }
}
