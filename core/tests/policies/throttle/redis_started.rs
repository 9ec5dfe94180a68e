//! A redis server that ends with the test.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use telegrammar_core::transport::RedisBudget;

const REQUIRE: &str = "TELEGRAMMAR_REQUIRE";
const START: Duration = Duration::from_secs(10);

pub(crate) struct Redis {
    process: Child,
    port: u16,
}

impl Redis {
    /// Starts a server. `None` if it is not installed and not required.
    pub(crate) async fn start() -> Option<Self> {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        match run(port) {
            Ok(process) => {
                let redis = Self { process, port };
                redis.wait().await;
                Some(redis)
            }
            Err(error) => {
                let required = std::env::var(REQUIRE).unwrap_or_default();
                let is_required = required.split(',').any(|name| name.trim() == "redis");
                assert!(
                    !is_required,
                    "redis is required by {REQUIRE}, but `redis-server` cannot be started: {error}"
                );
                eprintln!("SKIPPED: redis-server is not installed");
                None
            }
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("redis://127.0.0.1:{}/", self.port)
    }

    pub(crate) async fn budget(&self) -> RedisBudget {
        RedisBudget::connect(&self.url()).await.unwrap()
    }

    /// Lets the server hang, or go on.
    pub(crate) fn hang(&self, hangs: bool) {
        let signal = if hangs { "-STOP" } else { "-CONT" };
        let mut kill = Command::new("kill");
        let sent = kill.args([signal, &self.process.id().to_string()]).status();
        assert!(sent.unwrap().success());
    }

    pub(crate) fn stop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Starts the server again, with nothing in it.
    pub(crate) async fn restart(&mut self) {
        self.process = run(self.port).unwrap();
        self.wait().await;
    }

    /// Waits until the server accepts connections.
    async fn wait(&self) {
        let started = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(started.elapsed() < START, "redis-server does not start");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

fn run(port: u16) -> std::io::Result<Child> {
    Command::new("redis-server")
        .args(["--port", &port.to_string(), "--bind", "127.0.0.1"])
        // Nothing is written to disk.
        .args(["--save", "", "--appendonly", "no", "--dir"])
        .arg(std::env::temp_dir())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
}

impl Drop for Redis {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
