//! A user talks to the same bot, written with each client: whatever is said must lead to the same answers.

use std::io::{BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::control::Control;
use crate::{Running, TOKEN, interpreter, node, program, python, serve, wait};

mod turns;

/// How long the bot may take to start, which includes to load its client.
const START: Duration = Duration::from_secs(60);
/// How long the bot may take to say something, and to stop.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn python_telegram_bot() {
    test(
        "python-telegram-bot",
        "conversation/with_python_telegram_bot.py",
        |folder| python(folder, "telegram"),
    );
}

#[test]
fn aiogram() {
    test("aiogram", "conversation/with_aiogram.py", |folder| {
        python(folder, "aiogram")
    });
}

#[test]
fn grammy() {
    test("grammy", "conversation/with_grammy.mjs", |folder| {
        node(folder, "grammy")
    });
}

/// Runs a bot against a server of its own, and talks to it.
fn test(client: &str, file: &str, find: fn(&Path) -> Result<PathBuf, String>) {
    let Some(interpreter) = interpreter(client, find) else {
        return;
    };
    let (server, url, token) = serve(&[TOKEN]);
    let _server = Running(server);
    let conversation = Conversation::new(Control::new(&url));
    let mut command = Command::new(interpreter);
    command.arg(program(file)).arg(url).arg(token);
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    command.stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let spawned = command.spawn();
    let mut bot = Running(spawned.unwrap_or_else(|error| panic!("{error}: {command:?}")));
    let pipes = [print(bot.0.stdout.take()), print(bot.0.stderr.take())];
    conversation.wait_for(&mut bot);

    turns::all(&conversation);

    let status = wait(&mut bot, PATIENCE);
    let status = status.unwrap_or_else(|| panic!("{client} did not stop"));
    assert!(status.success(), "{client} failed ({status})");
    // Clients print what they cannot read, and errors of handlers.
    let printed = pipes.map(|pipe| pipe.join().expect("a reader does not panic"));
    assert_eq!(printed, ["", ""], "{client} complains");
    assert_eq!(conversation.control.get("complaints"), json!([]));
}

/// Shows what a bot prints if the test fails, and returns it.
fn print(pipe: Option<impl Read + Send + 'static>) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut printed = String::new();
        let lines = pipe.into_iter().flat_map(|it| BufReader::new(it).lines());
        for line in lines.map_while(Result::ok) {
            println!("bot: {line}");
            printed.push_str(&line);
        }
        printed
    })
}

/// What users do, and what they see.
#[derive(Debug)]
struct Conversation {
    control: Control,
    /// The id of the user who does all that no other user is named for, and of the private chat.
    ann: i64,
}

impl Conversation {
    fn new(control: Control) -> Self {
        control.post("strict", &json!({"on": true}));
        let ann = user(&control, "Ann");
        Self { control, ann }
    }

    /// Waits until the bot asks for updates.
    fn wait_for(&self, bot: &mut Running) {
        let end = Instant::now() + START;
        while self.control.get("calls?method=getUpdates") == json!([]) {
            let status = wait(bot, Duration::from_millis(50));
            assert_eq!(status, None, "the bot ended");
            assert!(Instant::now() < end, "the bot did not ask for updates");
        }
    }

    /// Ann or another user does something. The bot must want to know of it.
    fn act(&self, name: &str, body: &Value) -> Value {
        let done = self.control.post(name, &self.named(body));
        let updates = done.get("update_ids").and_then(Value::as_array);
        let is_told = updates.is_some_and(|updates| !updates.is_empty());
        assert!(is_told, "no update for {name} {body}: {done}");
        done
    }

    /// Ann does what is not possible. Returns why.
    fn refused(&self, name: &str, body: &Value) -> String {
        self.control.refused(name, &self.named(body))
    }

    fn named(&self, body: &Value) -> Value {
        let mut body = body.clone();
        if body.get("user").is_none() {
            body["user"] = self.ann.into();
        }
        body
    }

    /// Ann says something in the private chat.
    fn say(&self, text: &str) {
        self.act("say", &json!({"text": text}));
    }

    /// Waits until a chat ends with a text or caption, and returns this message.
    fn shows(&self, chat: i64, text: &str) -> Value {
        self.eventually(&format!("{text:?} in the chat {chat}"), || {
            let last = self.messages(chat).pop()?;
            let said = last.get("text").or(last.get("caption"));
            (said == Some(&text.into())).then_some(last)
        })
    }

    fn messages(&self, chat: i64) -> Vec<Value> {
        let messages = self.control.get(&format!("messages?chat={chat}"));
        messages.as_array().cloned().unwrap_or_default()
    }

    fn message(&self, chat: i64, id: &Value) -> Option<Value> {
        let mut messages = self.messages(chat).into_iter();
        messages.find(|message| message.get("message_id") == Some(id))
    }

    /// Returns whether a chat is among those of a user.
    fn is_in(&self, chat: i64, first_name: &str) -> bool {
        let user = user(&self.control, first_name);
        let chats = self.control.get(&format!("chats?user={user}"));
        let chats = chats.as_array().into_iter().flatten();
        let mut ids = chats.map(|it| it.pointer("/chat/id"));
        ids.any(|id| id == Some(&chat.into()))
    }

    /// Returns the parameters of the newest call of a method.
    fn called(&self, method: &str) -> Value {
        self.eventually(method, || {
            let calls = self.control.get(&format!("calls?method={method}"));
            let last = calls.as_array()?.last()?;
            last.get("parameters").cloned()
        })
    }

    /// Waits until the bot is idle and something is seen. A client may pause between two calls.
    fn eventually<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            self.control.idle();
            if let Some(seen) = look() {
                return seen;
            }
            assert!(Instant::now() < end, "no {what}");
        }
    }
}

/// Returns the id of a user, who may be new.
fn user(control: &Control, first_name: &str) -> i64 {
    let user = control.post("user", &json!({"first_name": first_name}));
    let id = user.pointer("/user/id").and_then(Value::as_i64);
    id.expect("a user has an id")
}
