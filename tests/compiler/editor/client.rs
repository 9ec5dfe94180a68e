//! A client of rust-analyzer: the language server protocol over pipes.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long the server may need for its start, and for an answer on a busy machine.
const PATIENCE: Duration = Duration::from_secs(420);

/// How long it waits before it asks again.
const PAUSE: Duration = Duration::from_millis(300);

/// A running rust-analyzer.
pub(super) struct Editor {
    server: Child,
    input: ChildStdin,
    output: Receiver<Value>,
    folder: PathBuf,
    requests: u64,
    /// The last report of problems for each file.
    diagnostics: Vec<(String, Value)>,
    is_ready: bool,
    /// What the server cannot load, such as the standard library.
    warning: Option<String>,
    deadline: Instant,
}

impl Editor {
    /// Starts the server for the package in `folder`, and waits until it has loaded everything.
    ///
    /// # Errors
    ///
    /// What it cannot load.
    pub(super) fn start(folder: &Path, target: &Path) -> Result<Self, String> {
        let mut server = Command::new("rust-analyzer")
            .current_dir(folder)
            .env("CARGO_NET_OFFLINE", "true")
            .env("RA_LOG", "error")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("rust-analyzer");
        let input = server.stdin.take().expect("its input");
        let mut output = BufReader::new(server.stdout.take().expect("its output"));
        let (sender, receiver) = channel();
        thread::spawn(move || {
            while let Some(message) = message(&mut output) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let mut editor = Self {
            server,
            input,
            output: receiver,
            folder: folder.to_owned(),
            requests: 0,
            diagnostics: Vec::new(),
            is_ready: false,
            warning: None,
            deadline: Instant::now() + PATIENCE,
        };
        editor.initialize(target);
        while !editor.is_ready {
            editor.receive();
        }
        editor.warning.take().map_or(Ok(editor), Err)
    }

    fn initialize(&mut self, target: &Path) {
        let root = format!("file://{}", self.folder.display());
        let parameters = json!({
            "processId": std::process::id(),
            "rootUri": root,
            "workspaceFolders": [{ "uri": root, "name": "editor" }],
            "capabilities": {
                "experimental": { "serverStatusNotification": true },
                "textDocument": {
                    "hover": { "contentFormat": ["markdown"] },
                    "publishDiagnostics": { "relatedInformation": true },
                    "completion": { "completionItem": { "snippetSupport": false } },
                },
            },
            "initializationOptions": {
                "checkOnSave": false,
                "cachePriming": { "enable": false },
                "cargo": {
                    "targetDir": target,
                    "extraArgs": ["--offline"],
                    "buildScripts": { "enable": true },
                },
                "procMacro": { "enable": true },
                "completion": { "autoimport": { "enable": false } },
            },
        });
        self.request("initialize", &parameters);
        self.notify("initialized", &json!({}));
    }

    /// Opens a file, as an editor does before it asks about it.
    pub(super) fn open(&mut self, file: &str, text: &str) {
        let uri = self.uri(file);
        let document = json!({ "uri": uri, "languageId": "rust", "version": 1, "text": text });
        self.notify("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    fn uri(&self, file: &str) -> String {
        format!("file://{}", self.folder.join(file).display())
    }

    /// Asks about a position, until the answer is the wanted one. Returns the last answer.
    pub(super) fn ask(
        &mut self,
        question: &str,
        file: &str,
        (line, column): (usize, usize),
        is_wanted: impl Fn(&Value) -> bool,
    ) -> Value {
        let parameters = json!({
            "textDocument": { "uri": self.uri(file) },
            "position": { "line": line, "character": column },
        });
        // The server loads further files after it has said that it is ready.
        for _ in 0..20 {
            let answer = self.request(question, &parameters);
            if is_wanted(&answer) {
                return answer;
            }
            thread::sleep(PAUSE);
        }
        self.request(question, &parameters)
    }

    /// Returns the problems of a file once there are as many as wanted.
    pub(super) fn problems(&mut self, file: &str, wanted: usize) -> Vec<Value> {
        let uri = self.uri(file);
        let end = Instant::now() + PATIENCE / 7;
        loop {
            let found = self.diagnostics.iter().rev().find(|(of, _)| *of == uri);
            let found = found.and_then(|(_, list)| list.as_array().cloned());
            let found = found.unwrap_or_default();
            if found.len() == wanted || Instant::now() > end {
                return found;
            }
            // An answer to anything shows that the server is alive.
            self.request("rust-analyzer/analyzerStatus", &json!({}));
            thread::sleep(PAUSE);
        }
    }

    /// Sends a request and returns the result.
    fn request(&mut self, method: &str, parameters: &Value) -> Value {
        loop {
            self.requests += 1;
            let id = self.requests;
            self.send(&json!({ "id": id, "method": method, "params": parameters }));
            let answer = loop {
                if let Some(answer) = self.receive().filter(|answer| answer["id"] == id) {
                    break answer;
                }
            };
            // The content was modified meanwhile, or the request was cancelled: ask again.
            let code = answer["error"]["code"].as_i64();
            if !matches!(code, Some(-32_802..=-32_800)) {
                assert!(code.is_none(), "{method}: {answer}");
                return answer["result"].clone();
            }
            thread::sleep(PAUSE);
        }
    }

    fn notify(&mut self, method: &str, parameters: &Value) {
        self.send(&json!({ "method": method, "params": parameters }));
    }

    fn send(&mut self, message: &Value) {
        let mut message = message.clone();
        message["jsonrpc"] = json!("2.0");
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("a server");
        self.input.flush().expect("a server");
    }

    /// Receives a message. Returns it if it answers a request; all others are handled here.
    fn receive(&mut self) -> Option<Value> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        let message = self.output.recv_timeout(left);
        let message = message.expect("rust-analyzer does not answer");
        let parameters = &message["params"];
        match message["method"].as_str() {
            None => return Some(message),
            Some("experimental/serverStatus") => {
                self.is_ready |= parameters["quiescent"] == true;
                self.warning = match parameters["health"].as_str() {
                    Some("ok") => None,
                    _ => Some(parameters["message"].to_string()),
                };
            }
            Some("textDocument/publishDiagnostics") => {
                let uri = parameters["uri"].as_str().unwrap_or_default().to_owned();
                self.diagnostics
                    .push((uri, parameters["diagnostics"].clone()));
            }
            Some(method) if !message["id"].is_null() => {
                let items = parameters["items"].as_array().map_or(0, Vec::len);
                let result = if method == "workspace/configuration" {
                    json!(vec![Value::Null; items])
                } else {
                    Value::Null
                };
                self.send(&json!({ "id": message["id"], "result": result }));
            }
            Some(_) => {}
        }
        None
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        drop(self.server.kill());
        drop(self.server.wait());
    }
}

/// Reads a message: headers, an empty line, and as many bytes as announced.
fn message(output: &mut impl BufRead) -> Option<Value> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some(bytes) = line.strip_prefix("Content-Length: ") {
            length = bytes.parse::<usize>().ok();
        }
    }
    let mut content = vec![0; length?];
    output.read_exact(&mut content).ok()?;
    serde_json::from_slice(&content).ok()
}
