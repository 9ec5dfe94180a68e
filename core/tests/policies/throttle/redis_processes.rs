//! Two processes that share a redis server. Each is this program, told to be a child.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::redis_started::Redis;
use super::server::*;
use telegrammar_core::Throttle;
use telegrammar_core::transport::{Limit, RedisBudget, Timer as _};

/// The server of the child, which is none without it.
const URL: &str = "TELEGRAMMAR_TEST_REDIS_CHILD";
/// The first chat of the child.
const FIRST: &str = "TELEGRAMMAR_TEST_REDIS_FIRST";
const READY: &str = "child is ready";
const ARRIVED: &str = "child arrived ";

const BOT: Limit = Limit::new(10, ms(500));
const CHAT: Limit = Limit::new(2, ms(500));
/// To which both send.
const SHARED: i64 = 7;
const CALLS: usize = 30;

/// Is a child if there is a server for it. It prints when each call arrived, in µs since 1970.
#[tokio::test]
async fn child() {
    let Ok(url) = std::env::var(URL) else {
        return;
    };
    let first: i64 = std::env::var(FIRST).unwrap().parse().unwrap();
    let budget = RedisBudget::connect(&url).await.unwrap();
    let server = Server::with_latency(|| (ms(15), ms(15)));
    let started = since_1970().checked_sub(server.clock.now()).unwrap();
    let throttle = Throttle::telegram().bot(BOT).chat(CHAT).budget(budget);
    let bot = server.bot(&throttle, 1);
    println!("\n{READY}");
    tokio::task::spawn_blocking(|| std::io::stdin().read_line(&mut String::new()).unwrap())
        .await
        .unwrap();
    let calls = (0..CALLS).map(|number| match number % 3 {
        0 => message(SHARED),
        _ => message(first + i64::try_from(number).unwrap()),
    });
    send_all(&bot, calls).await;
    // The background task tells redis of the last response.
    tokio::time::sleep(ms(100)).await;
    for arrival in server.record() {
        let at = (started + arrival.at).as_micros();
        println!("{ARRIVED}{at} {}", arrival.chat);
    }
}

fn since_1970() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap()
}

/// A child, which begins to send when its input ends.
struct Started {
    child: Child,
    input: ChildStdin,
    lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
}

fn start(redis: &Redis, first: i64) -> Started {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "throttle::redis_processes::child", "--nocapture"]);
    command.env(URL, redis.url()).env(FIRST, first.to_string());
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let input = child.stdin.take().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.by_ref().any(|line| line.unwrap() == READY));
    Started {
        child,
        input,
        lines,
    }
}

/// Returns when the calls of the child arrived, and to which chats.
fn finish(started: Started) -> Vec<(Duration, String)> {
    let Started {
        mut child, lines, ..
    } = started;
    let calls = lines.filter_map(|line| {
        let line = line.unwrap();
        let (at, chat) = line.strip_prefix(ARRIVED)?.split_once(' ')?;
        Some((Duration::from_micros(at.parse().unwrap()), chat.to_owned()))
    });
    let calls = calls.collect();
    assert!(child.wait().unwrap().success());
    calls
}

#[tokio::test]
async fn two_processes_send_together_what_one_may() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    let sent = tokio::task::spawn_blocking(move || {
        let mut children = [start(&redis, 1000), start(&redis, 2000)];
        for child in &mut children {
            child.input.write_all(b"\n").unwrap();
        }
        children.map(finish)
    });
    let [first, second] = sent.await.unwrap();
    assert_eq!((first.len(), second.len()), (CALLS, CALLS));
    // At the same time, or nothing would be shown.
    assert!(first[0].0 < second[CALLS - 1].0 && second[0].0 < first[CALLS - 1].0);
    let mut all = [first, second].concat();
    all.sort();
    let times: Vec<_> = all.iter().map(|(at, _)| *at).collect();
    let of_bot = most(&times, BOT.per());
    assert!(of_bot <= 10, "{of_bot} calls in a window: {times:?}");
    let of_chat = all.iter().filter(|(_, chat)| *chat == SHARED.to_string());
    let times: Vec<_> = of_chat.map(|(at, _)| *at).collect();
    assert_eq!(times.len(), 20);
    let of_chat = most(&times, CHAT.per());
    assert!(of_chat <= 2, "{of_chat} calls in a window: {times:?}");
}
