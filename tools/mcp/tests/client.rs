//! The official client of the protocol, which is written in Python, drives the server.
//!
//! It is looked for in the folder that `TELEGRAMMAR_FOREIGN` names:
//!
//! ```text
//! python3 -m venv "$TELEGRAMMAR_FOREIGN/mcp"
//! "$TELEGRAMMAR_FOREIGN/mcp/bin/pip" install -r tools/mcp/tests/requirements.txt
//! ```
//!
//! Without it the test is skipped, unless `TELEGRAMMAR_REQUIRE` names `mcp`.

#![cfg(unix)]

use std::env;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use telegrammar_testing::{FakeBotApi, Reply};

/// A token that no bot has; its secret says so.
const TOKEN: &str = "123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0";

const STEPS: usize = 14;

/// The smallest PNG image.
const IMAGE: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\
    \x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";

#[test]
fn mcp() {
    let python = match python() {
        Ok(python) => python,
        Err(reason) => {
            let required = env::var("TELEGRAMMAR_REQUIRE").unwrap_or_default();
            let is_required = required.split(',').any(|name| name.trim() == "mcp");
            assert!(!is_required, "mcp is required, but {reason}");
            eprintln!("SKIPPED: mcp: {reason}");
            return;
        }
    };
    let fake = FakeBotApi::start_blocking().unwrap();
    assert_eq!(fake.token(), TOKEN);
    script(&fake);
    let replies = FakeBotApi::start_blocking().unwrap();
    let examples = examples();
    for (method, example) in examples.as_object().unwrap() {
        replies.reply(method, Reply::result(example["response"]["result"].clone()));
    }
    let folder = folder();
    fs::write(folder.join("examples.json"), examples.to_string()).unwrap();
    let mut command = Command::new(python);
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/client.py"));
    command.arg(env!("CARGO_BIN_EXE_telegrammar-mcp"));
    command
        .args([fake.url(), replies.url(), TOKEN])
        .arg(&folder);
    // Python would write beside the program.
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    let output = command.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}\n{error}");
    let passed = text.lines().filter(|line| line.starts_with("ok "));
    assert_eq!(passed.count(), STEPS, "{text}");
    println!("{text}");
    // What was refused was not sent.
    for request in fake.requests() {
        let method = request.method();
        let is_sent = ["get", "send"]
            .iter()
            .any(|start| method.starts_with(start));
        assert!(is_sent || FAILING.contains(&method), "{method}");
    }
    assert!(
        fake.unused_replies().is_empty(),
        "{:?}",
        fake.unused_replies()
    );
    fs::remove_dir_all(folder).unwrap();
}

/// Methods that only fail.
const FAILING: [&str; 7] = [
    "deleteMessage",
    "banChatMember",
    "leaveChat",
    "pinChatMessage",
    "deleteChatPhoto",
    "deleteStickerSet",
    "deleteWebhook",
];

/// Sets the answers that tell tokens, and the failures.
fn script(fake: &FakeBotApi) {
    let encoded = TOKEN.replace(':', "%3A").replace("NoBot", "%4eoBot");
    for path in [
        format!("/var/lib/{TOKEN}/photos/file_0.jpg"),
        format!("/bot{encoded}/file_0.jpg"),
    ] {
        let file = json!({"file_id": "leak", "file_unique_id": "leak", "file_path": path});
        fake.reply("getFile", Reply::result(file));
    }
    let wrong = format!("Bad Request: there is no {TOKEN}");
    fake.reply("getWebhookInfo", Reply::error(400, wrong));
    let other = TOKEN.replace("AAFake", "AAOther");
    fake.reply("getManagedBotToken", Reply::result(json!(other)));
    let replies = [
        Reply::error(400, "Bad Request: message to delete not found"),
        Reply::error(403, "Forbidden: bot was kicked from the supergroup chat"),
        Reply::error(401, "Unauthorized"),
        Reply::flood(35),
        Reply::migrate(-1007),
        Reply::raw(502, "text/html", "<html>Bad Gateway</html>"),
        Reply::disconnect(),
    ];
    for (method, reply) in FAILING.into_iter().zip(replies) {
        fake.reply(method, reply);
    }
}

/// Returns a recorded call of each method.
fn examples() -> Value {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = fs::read_to_string(root.join("src/openapi/document/examples.json"));
    serde_json::from_str(&text.unwrap()).unwrap()
}

/// Creates a folder of uploads with ways out of it.
fn folder() -> PathBuf {
    let folder = env::temp_dir().join(format!("telegrammar-mcp-{}", std::process::id()));
    let files = folder.join("files");
    fs::create_dir_all(&files).unwrap();
    fs::write(files.join("cat.png"), IMAGE).unwrap();
    fs::write(folder.join("secret"), "secret").unwrap();
    symlink(folder.join("secret"), files.join("link.png")).unwrap();
    symlink(&folder, files.join("up")).unwrap();
    symlink("cat.png", files.join("same.png")).unwrap();
    folder
}

/// Returns the Python interpreter that has the client.
fn python() -> Result<PathBuf, String> {
    let folder = env::var_os("TELEGRAMMAR_FOREIGN").filter(|folder| !folder.is_empty());
    let folder = folder.ok_or("TELEGRAMMAR_FOREIGN is not set")?;
    let python = Path::new(&folder).join("mcp/bin/python");
    if !python.is_file() {
        return Err(format!("there is no {}", python.display()));
    }
    let found = Command::new(&python).args(["-c", "import mcp"]).output();
    match found {
        Ok(output) if output.status.success() => Ok(python),
        _ => Err("the module mcp is not installed".to_owned()),
    }
}
