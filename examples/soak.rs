//! Makes many calls at once against a server that fails in every way, and judges the client by the
//! server's record: nothing that must not be repeated is performed twice, nothing that was performed
//! is reported as lost, no wait is shorter than asked for, and nothing is left behind.
//!
//! ```sh
//! cargo run --release --example soak -- --calls 10000 --faults 0.2 --seed 1
//! ```
//!
//! It exits with an error if the client fails. The same seed gives the same faults.

#[path = "soak/calls.rs"]
mod calls;
#[path = "soak/judge.rs"]
mod judge;
#[path = "soak/random.rs"]
mod random;
#[path = "soak/server.rs"]
mod server;

use std::error::Error;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use tokio::runtime::Handle;

use calls::Calls;
use server::Server;

/// Memory that may be used beyond that of the first part of the run.
const MEMORY: u64 = 5 << 20;

/// What is asked for on the command line.
#[derive(Clone, Copy)]
struct Options {
    calls: u64,
    faults: f64,
    seed: u64,
}

impl Options {
    fn parse() -> Result<Self, Box<dyn Error>> {
        let mut options = Self {
            calls: 2000,
            faults: 0.2,
            seed: 1,
        };
        let mut arguments = std::env::args().skip(1);
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or("a value is missing")?;
            match name.as_str() {
                "--calls" => options.calls = value.parse()?,
                "--faults" => options.faults = value.parse()?,
                "--seed" => options.seed = value.parse()?,
                _ => return Err(format!("`{name}` is none of --calls, --faults, --seed").into()),
            }
        }
        Ok(options)
    }
}

/// Returns the memory of this process in bytes, if the system tells.
fn memory() -> Option<u64> {
    let statm = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = statm.split(' ').nth(1)?.parse().ok()?;
    Some(pages * 4096)
}

/// Waits until a number is what it was, or gives up.
async fn back_to(expected: usize, now: impl Fn() -> usize) -> bool {
    for _ in 0..200 {
        if now() <= expected {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    false
}

async fn run(options: Options) -> Result<Vec<String>, Box<dyn Error>> {
    let server = Server::start(options.seed, options.faults).await?;
    let tasks = Handle::current().metrics().num_alive_tasks();
    let started = Instant::now();

    let calls = Calls::new(&server.url(), options.seed)?;
    let warm_up = options.calls / 4;
    let mut outcomes = calls.run(0..warm_up).await;
    let before = memory();
    outcomes.extend(calls.run(warm_up..options.calls).await);
    let after = memory();
    let mut faults = Vec::new();
    if u64::try_from(outcomes.len())? != options.calls {
        faults.push(format!(
            "{} calls have ended of {}",
            outcomes.len(),
            options.calls
        ));
    }
    if server.connections() > calls::CONCURRENT {
        faults.push(format!("{} connections are open", server.connections()));
    }
    if !calls.is_usable().await {
        faults.push("the bot cannot be used after the run".to_owned());
    }
    drop(calls);

    let record = server.record();
    println!(
        "{} calls in {:.1} s",
        outcomes.len(),
        started.elapsed().as_secs_f64()
    );
    faults.extend(judge::judge(&outcomes, &record));
    if !back_to(0, || server.connections()).await {
        faults.push(format!("{} connections are left", server.connections()));
    }
    if !back_to(tasks, || Handle::current().metrics().num_alive_tasks()).await {
        let now = Handle::current().metrics().num_alive_tasks();
        faults.push(format!("{now} tasks are left, and there were {tasks}"));
    }
    match before.zip(after) {
        None => println!("memory        not told by this system"),
        Some((before, after)) => {
            let grown = after.saturating_sub(before);
            println!(
                "memory        {} KiB more than after a quarter",
                grown >> 10
            );
            if grown > MEMORY {
                faults.push(format!("{grown} bytes of memory more than after a quarter"));
            }
        }
    }
    Ok(faults)
}

#[tokio::main]
async fn main() -> Result<ExitCode, Box<dyn Error>> {
    let faults = run(Options::parse()?).await?;
    for fault in &faults {
        println!("FAULT         {fault}");
    }
    println!("faults        {}", faults.len());
    Ok(if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
