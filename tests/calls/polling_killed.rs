//! A program that polls is killed, and started again.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use telegrammar::types::UpdateKind;
use telegrammar::updates::BotUpdates as _;
use telegrammar::{Bot, Server};
use telegrammar_testing::FakeBotApi;

const URL: &str = "TELEGRAMMAR_TEST_URL";
const TOKEN: &str = "TELEGRAMMAR_TEST_TOKEN";
/// The file with the offset; empty if the program stores none.
const FILE: &str = "TELEGRAMMAR_TEST_FILE";

/// A batch. The program is not killed after the last one, when it asks for more and confirms them.
const TEXTS: [&str; 6] = ["0", "1", "2", "3", "4", "5"];

/// The program: it prints each update before and after its work, for which it reads a line.
#[tokio::test]
async fn program() {
    let (Ok(url), Ok(token), Ok(file)) = (
        std::env::var(URL),
        std::env::var(TOKEN),
        std::env::var(FILE),
    ) else {
        // Not a test, but what the test below starts.
        return;
    };
    let server = Server::new(&url).unwrap();
    let bot = Bot::builder(&*token).server(server).build().unwrap();
    let mut updates = bot.updates().timeout(50);
    if let Ok(offset) = fs::read_to_string(&file) {
        updates = updates.offset(offset.parse().unwrap());
    }
    while let Some(update) = updates.next().await {
        let UpdateKind::Message(message) = update.unwrap().kind else {
            panic!("no message");
        };
        let text = message.text.unwrap();
        println!("begin {text}");
        if std::io::stdin().read_line(&mut String::new()).unwrap() == 0 {
            return;
        }
        if !file.is_empty() {
            fs::write(&file, updates.next_offset().unwrap().to_string()).unwrap();
        }
        println!("done {text}");
    }
}

struct Program {
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
}

impl Program {
    fn start(fake: &FakeBotApi, file: Option<&Path>) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "polling_killed::program", "--nocapture"])
            .env(URL, fake.url())
            .env(TOKEN, fake.token())
            .env(FILE, file.unwrap_or(Path::new("")))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let stdin = child.stdin.take().unwrap();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        Self {
            child,
            stdin,
            stdout,
        }
    }

    /// Waits until the program has begun an update, or is done with it.
    fn wait(&mut self, word: &str) -> String {
        loop {
            let mut line = String::new();
            assert_ne!(self.stdout.read_line(&mut line).unwrap(), 0, "it ended");
            // The test harness prints, too, without ending its line.
            if let Some((_, text)) = line.trim_end().rsplit_once(&format!("{word} ")) {
                return text.to_owned();
            }
        }
    }

    fn work(&mut self) -> String {
        self.stdin.write_all(b"\n").unwrap();
        self.wait("done")
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[test]
fn an_update_is_lost_at_none_of_ten_points() {
    let directory = std::env::temp_dir().join(format!("telegrammar-{}", std::process::id()));
    fs::create_dir_all(&directory).unwrap();
    for point in 0..10 {
        for stores in [false, true] {
            let fake = FakeBotApi::start_blocking().unwrap();
            for text in TEXTS {
                fake.user("Ann").says(text);
            }
            let path = directory.join(format!("offset-{point}"));
            let file = stores.then_some(&*path);
            // Killed in the work on an update, or after it.
            let mut program = Program::start(&fake, file);
            let mut done = Vec::new();
            for _ in 0..point / 2 {
                program.wait("begin");
                done.push(program.work());
            }
            let begun = program.wait("begin");
            assert_eq!(begun, TEXTS[point / 2]);
            if point % 2 == 1 {
                done.push(program.work());
            }
            program.kill();

            let mut program = Program::start(&fake, file);
            let mut rest = Vec::new();
            while rest.last().is_none_or(|last| last != "5") {
                program.wait("begin");
                rest.push(program.work());
            }
            program.kill();
            if stores {
                // None is lost, and none is handled twice.
                done.extend(rest);
                assert_eq!(done, TEXTS, "killed at point {point}");
            } else {
                // The batch comes again as a whole, because it was not confirmed.
                assert_eq!(rest, TEXTS, "killed at point {point}");
            }
        }
    }
    fs::remove_dir_all(&directory).unwrap();
}
