//! The fake server serves bots written with other clients, in other languages, and a page to a browser.
//! The client's own methods are called by its program in this folder; users talk to its program in
//! `conversation`.
//!
//! How to install the clients: `README.md` in this folder. A client that is not installed is
//! skipped, unless `TELEGRAMMAR_REQUIRE` names it.

use std::env;
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

mod control;
mod conversation;

/// The folder that the clients are installed in.
const FOLDER: &str = "TELEGRAMMAR_FOREIGN";
/// The clients that must be there, separated by commas.
const REQUIRE: &str = "TELEGRAMMAR_REQUIRE";

/// A token that no bot has; its secret says so.
const TOKEN: &str = "123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0";

const OTHER_TOKEN: &str = "987654321:AAFakeTokenOfNoBotFakeTokenOfNoBot1";

/// A client ends by itself after 60 seconds.
const CLIENT_TIME: Duration = Duration::from_secs(90);
const SERVER_TIME: Duration = Duration::from_secs(20);

/// The number of steps in the program of each client, and in that of the page.
const STEPS: usize = 9;
const STEPS_OF_PAGE: usize = 14;
/// The names that the browser has in distributions.
const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
/// The number of steps of somebody who has read nothing.
const STEPS_OF_ECHO: usize = 3;
/// The number of steps on the page of the methods and types.
const STEPS_OF_REFERENCE: usize = 10;

#[test]
fn python_telegram_bot() {
    test(
        "python-telegram-bot",
        "python_telegram_bot.py",
        STEPS,
        |folder| python(folder, "telegram"),
    );
}

#[test]
fn aiogram() {
    test("aiogram", "aiogram_bot.py", STEPS, |folder| {
        python(folder, "aiogram")
    });
}

#[test]
fn grammy() {
    test("grammy", "grammy_bot.mjs", STEPS, |folder| {
        node(folder, "grammy")
    });
}

#[test]
fn page() {
    test("chromium", "page.mjs", STEPS_OF_PAGE, |folder| {
        browser()?;
        node(folder, "playwright-core")
    });
}

/// A bot of the workspace, on the page.
#[test]
fn first_steps() {
    test("echo", "first_steps.mjs", STEPS_OF_ECHO, |folder| {
        browser()?;
        if !example("echo").is_file() {
            return Err("it is not built; run `cargo build --example echo`".to_owned());
        }
        node(folder, "playwright-core")
    });
}

/// The page of all methods and types, written by an example of the workspace.
#[test]
fn reference() {
    test("openapi", "reference.mjs", STEPS_OF_REFERENCE, |folder| {
        browser()?;
        if !example("openapi").is_file() {
            let build = "cargo build --features openapi --example openapi";
            return Err(format!("it is not built; run `{build}`"));
        }
        node(folder, "playwright-core")
    });
}

/// A process that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Runs the program of a client against a server of its own.
fn test(
    client: &str,
    program: &str,
    steps: usize,
    interpreter: fn(&Path) -> Result<PathBuf, String>,
) {
    let Some(interpreter) = self::interpreter(client, interpreter) else {
        return;
    };
    // The page shows several bots.
    let (server, url, token) = serve(&[TOKEN, OTHER_TOKEN]);
    let _server = Running(server);
    let mut command = Command::new(interpreter);
    command.arg(self::program(program)).arg(url).arg(token);
    // Python would write beside the programs.
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    command.env("TELEGRAMMAR_ECHO", example("echo"));
    command.env("TELEGRAMMAR_OPENAPI", example("openapi"));
    if let Ok(browser) = browser() {
        command.env("TELEGRAMMAR_CHROMIUM", browser);
    }
    let (status, output) = run(command, CLIENT_TIME);
    let status = status.unwrap_or_else(|| panic!("{client} did not end in time:\n{output}"));
    assert!(status.success(), "{client} failed ({status}):\n{output}");
    let passed = output
        .lines()
        .filter(|line| line.starts_with("ok "))
        .count();
    assert_eq!(passed, steps, "{client} left steps out:\n{output}");
}

/// Returns the path of a program in this folder.
fn program(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/foreign")
        .join(file)
}

/// Returns the interpreter of a client's programs. `None` if the client may be missing, and is.
fn interpreter(client: &str, find: fn(&Path) -> Result<PathBuf, String>) -> Option<PathBuf> {
    let folder = env::var_os(FOLDER)
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from);
    let found = folder.ok_or_else(|| format!("{FOLDER} is not set"));
    match found.and_then(|folder| find(&folder)) {
        Ok(interpreter) => Some(interpreter),
        Err(reason) => {
            let required = env::var(REQUIRE).unwrap_or_default();
            let is_required = required.split(',').any(|name| name.trim() == client);
            assert!(
                !is_required,
                "{client} is required by {REQUIRE}, but {reason}"
            );
            eprintln!("SKIPPED: {client}: {reason}");
            None
        }
    }
}

/// Returns the Python interpreter, which must have a module.
fn python(folder: &Path, module: &str) -> Result<PathBuf, String> {
    let python = folder.join("venv/bin/python");
    if !python.is_file() {
        return Err(format!(
            "there is no venv/bin/python in {}",
            folder.display()
        ));
    }
    let code = "import importlib.util, sys; sys.exit(not importlib.util.find_spec(sys.argv[1]))";
    let mut command = Command::new(&python);
    command.args(["-c", code, module]);
    match run(command, CLIENT_TIME) {
        (Some(status), _) if status.success() => Ok(python),
        (_, output) => Err(format!("the module {module} is not installed {output}")),
    }
}

/// Returns the path of Chromium.
fn browser() -> Result<PathBuf, String> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let files = BROWSERS
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    let mut found = files.filter(|file| file.is_file());
    found.next().ok_or("no Chromium is on the path".to_owned())
}

/// Returns the name of Node.js, which must be on the path, and have a package in the folder.
fn node(folder: &Path, package: &str) -> Result<PathBuf, String> {
    if !folder.join("node/node_modules").join(package).is_dir() {
        return Err(format!(
            "there is no node/node_modules/{package} in {}",
            folder.display()
        ));
    }
    let tried = Command::new("node")
        .arg("--version")
        .stdout(Stdio::null())
        .status();
    match tried {
        Ok(status) if status.success() => Ok("node".into()),
        _ => Err("there is no node on the path".to_owned()),
    }
}

/// Starts a server. Returns its process, its URL and the token of its bot.
fn serve(tokens: &[&str]) -> (Child, String, String) {
    let program = example("fake_bot_api");
    let build = "cargo build -p telegrammar-testing --example fake_bot_api";
    let mut server = Command::new(&program)
        .args(["--port", "0"])
        .args(tokens.iter().flat_map(|token| ["--token", token]))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{error}: {}; run `{build}`", program.display()));
    let stdout = server.stdout.take().expect("stdout is a pipe");
    let (sender, receiver) = mpsc::channel();
    // To the end: a full pipe blocks the server. What is printed is shown if the test fails.
    thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if let Some(url) = find_url(&line) {
                // Only the first one is waited for.
                let _ = sender.send(url);
            }
            println!("server: {line}");
        }
    });
    if let Ok(url) = receiver.recv_timeout(SERVER_TIME) {
        return (server, url, TOKEN.to_owned());
    }
    drop(Running(server));
    panic!("the server did not print its URL");
}

/// Returns the path of an example, which cargo builds beside the folder of the tests.
fn example(name: &str) -> PathBuf {
    let test = env::current_exe().expect("a test has a path");
    let profile = test
        .parent()
        .and_then(Path::parent)
        .expect("a test is in `deps`");
    profile
        .join("examples")
        .join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// Returns the URL of a server on this machine that a line contains, without what follows the port.
fn find_url(line: &str) -> Option<String> {
    let host = "http://127.0.0.1:";
    let (_, rest) = line.split_once(host)?;
    let port: String = rest.chars().take_while(char::is_ascii_digit).collect();
    (!port.is_empty()).then(|| format!("{host}{port}"))
}

/// Runs a command. Returns its status, none if it took too long, and what it printed.
fn run(mut command: Command, time: Duration) -> (Option<ExitStatus>, String) {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let spawned = command
        .spawn()
        .unwrap_or_else(|error| panic!("{error}: {command:?}"));
    let mut running = Running(spawned);
    let stdout = read(running.0.stdout.take());
    let stderr = read(running.0.stderr.take());
    let status = wait(&mut running, time);
    // Ends the pipes too.
    drop(running);
    let mut output = String::new();
    for (name, thread) in [("", stdout), ("-- stderr --\n", stderr)] {
        let text = thread.join().expect("a reader does not panic");
        if !text.is_empty() {
            write!(output, "{name}{text}").expect("a string takes everything");
        }
    }
    (status, output)
}

/// Waits until a process ends. Returns its status, none if it took too long.
fn wait(running: &mut Running, time: Duration) -> Option<ExitStatus> {
    let end = Instant::now() + time;
    loop {
        let status = running.0.try_wait();
        let status = status.expect("the status of a child can be read");
        if status.is_some() || Instant::now() > end {
            return status;
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// Reads a pipe in the background.
fn read(pipe: Option<impl Read + Send + 'static>) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // What was read before an error is shown as well.
            let _ = pipe.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}
