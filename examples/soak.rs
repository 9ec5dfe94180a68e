//! Makes many calls at once against a server that fails in every way, and judges the client by the
//! server's record: nothing that must not be repeated is performed twice, nothing that may have been
//! performed is reported as not sent, each report fits how the last attempt was failed, no wait is
//! shorter than asked for, and nothing is left behind.
//!
//! ```sh
//! cargo run --release --example soak -- --calls 10000 --faults 0.2 --seed 1
//! ```
//!
//! It exits with an error if the client fails. The same seed gives the same faults.

#[path = "soak/answer.rs"]
mod answer;
#[path = "soak/calls.rs"]
mod calls;
#[path = "soak/counts.rs"]
mod counts;
#[path = "soak/fault.rs"]
mod fault;
#[path = "soak/files.rs"]
mod files;
#[path = "soak/judge.rs"]
mod judge;
#[path = "soak/plan.rs"]
mod plan;
#[path = "soak/random.rs"]
mod random;
#[path = "soak/receive.rs"]
mod receive;
#[path = "soak/record.rs"]
mod record;
#[path = "soak/report.rs"]
mod report;
#[path = "soak/server.rs"]
mod server;
#[path = "soak/ways.rs"]
mod ways;

use std::error::Error;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use tokio::runtime::Handle;

use calls::{Calls, Outcome};
use counts::Counts;
use judge::Case;
use plan::{Key, Plan};
use record::Record;
use server::Server;

/// Memory that may be used beyond that of the first part of the run, in bytes.
const MEMORY: u64 = 5 << 20;
/// The first part of the run is a quarter of the calls, and at least so many.
const WARM_UP: u64 = 1000;

/// The number of faults that are told one by one.
const TOLD: usize = 20;

/// Returns what is asked for on the command line.
fn options() -> Result<Plan, Box<dyn Error>> {
    let mut plan = Plan {
        calls: 2000,
        faults: 0.2,
        seed: 1,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or("a value is missing")?;
        match name.as_str() {
            "--calls" => plan.calls = value.parse()?,
            "--faults" => plan.faults = value.parse()?,
            "--seed" => plan.seed = value.parse()?,
            _ => return Err(format!("`{name}` is none of --calls, --faults, --seed").into()),
        }
    }
    Ok(plan)
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

/// Compares all calls with the record. Returns what is wrong.
fn judge(plan: Plan, outcomes: &[Outcome], record: &Record) -> Vec<String> {
    let mut counts = Counts::default();
    let mut faults = Vec::new();
    for outcome in outcomes {
        let id = outcome.id;
        let fault = |attempt| plan.fault(Key { id, attempt });
        let case = Case {
            id,
            work: plan.work(id),
            most: plan.attempts(id).try_into().unwrap_or_default(),
            attempts: (1..).map(fault).zip(record.of_call(id)).collect(),
            report: outcome.report,
            ended: outcome.ended,
        };
        faults.extend(judge::judge(&case, &mut counts));
    }
    counts.print();
    faults.extend(counts.judge(plan.faults));
    faults
}

async fn run(plan: Plan) -> Result<Vec<String>, Box<dyn Error>> {
    let record = Record::new(plan.calls);
    let mut outcomes = Vec::with_capacity(plan.calls.try_into()?);
    let server = Server::start(plan, record.clone()).await?;
    let tasks = Handle::current().metrics().num_alive_tasks();
    let started = Instant::now();

    let calls = Calls::new(plan, record.clone(), server.addresses())?;
    let warm_up = (plan.calls / 4).max(WARM_UP).min(plan.calls);
    calls.run(0..warm_up, &mut outcomes).await;
    let before = memory();
    calls.run(warm_up..plan.calls, &mut outcomes).await;
    let after = memory();
    let mut faults = Vec::new();
    let time = started.elapsed().as_secs_f64();
    println!("calls         {} in {time:.1} s", outcomes.len());
    if outcomes.len() != usize::try_from(plan.calls)? {
        faults.push(format!("{} calls have not ended", plan.calls));
    }
    // A connection that was opened for a call which got another one, or was dropped, remains, too.
    if !back_to(2 * calls::CONCURRENT, || server.connections()).await {
        faults.push(format!("{} connections are open", server.connections()));
    }
    if !calls.is_usable().await {
        faults.push("the bot cannot be used after the run".to_owned());
    }
    drop(calls);

    faults.extend(judge(plan, &outcomes, &record));
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
            let (before, kib) = (before >> 10, grown >> 10);
            println!("memory        {before} KiB after {warm_up} calls, {kib} KiB more at the end");
            if grown > MEMORY {
                faults.push(format!("{grown} bytes more after {} calls", plan.calls));
            }
        }
    }
    Ok(faults)
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    // Each thread has memory of its own, so that many would hide a small leak.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(2)
        .enable_all()
        .build()?;
    let faults = runtime.block_on(run(options()?))?;
    for fault in faults.iter().take(TOLD) {
        println!("FAULT         {fault}");
    }
    println!("found         {} faults of the client", faults.len());
    Ok(if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
