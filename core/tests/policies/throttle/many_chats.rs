//! Random calls to 5,000 chats, over a network with random latency. Every window of 1 s and 60 s of
//! each chat, group and bot is checked in the server's record; then the same with errors of flood
//! control and with calls that are dropped at any moment.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::server::*;
use telegrammar_core::Throttle;
use telegrammar_core::transport::{Body, MemoryBudget};
use tokio::task::AbortHandle;

const CHATS: u64 = 5000;
const BUSY: u64 = 20;
const CALLS: u64 = 9000;
const RETRY_AFTER: u64 = 8;
/// No call takes longer on its way to the server.
const LATEST: Duration = ms(900);

#[tokio::test(start_paused = true)]
async fn no_window_of_5000_chats_has_too_many_calls() {
    for seed in [1, 2] {
        let server = server(seed, &Doomed::default());
        run(seed, &server, None).await;
        assert_eq!(server.record().len() as u64, CALLS, "each arrived once");
        check(&server);
        // As long as there was enough to do, each bot was close to its limit.
        for (bot, times) in of_bots(&server.record()) {
            let busy = times.iter().take_while(|at| **at < secs(100)).count();
            let share = f64::from(u32::try_from(busy).unwrap()) / (30.0 * 100.0);
            println!("seed {seed}, bot {bot}: {share:.3} of the limit");
            assert!(share >= 0.85, "bot {bot}: {share} of the limit");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn no_window_has_too_many_calls_with_floods_and_dropped_calls() {
    for seed in [3, 4] {
        let doomed = Doomed::default();
        let server = server(seed, &doomed);
        let sent = run(seed, &server, Some(&doomed)).await;
        let record = server.record();
        let arrived: HashSet<_> = record.iter().map(|arrival| id(&arrival.body)).collect();
        assert_eq!(arrived.len(), record.len(), "none arrived twice");
        assert!(sent.is_subset(&arrived), "each that was answered arrived");
        let dropped = CALLS - sent.len() as u64;
        let on_the_way = arrived.difference(&sent).count();
        println!("seed {seed}: {dropped} dropped, {on_the_way} of them after they had arrived");
        assert!(dropped > CALLS / 20 && on_the_way > 50);
        check(&server);
        check_floods(&server);
    }
}

/// The calls that are dropped soon after they were sent.
type Doomed = Arc<Mutex<HashMap<i64, AbortHandle>>>;

fn server(seed: u64, doomed: &Doomed) -> Server {
    let (way, doomed) = (Mutex::new(Random(seed)), Arc::clone(doomed));
    Server::with_latency_of(move |request| {
        let mut way = way.lock().unwrap();
        let Body::Json(body) = request.body() else {
            panic!("a form");
        };
        let id = id(str::from_utf8(body).unwrap());
        if let Some(handle) = doomed.lock().unwrap().remove(&id) {
            drop_after(handle, ms(way.below(60)));
        }
        // Mostly fast; one in fifty is far slower.
        let slow = if way.below(50) == 0 { 800 } else { 60 };
        (ms(5 + way.below(slow)), ms(5 + way.below(slow)))
    })
}

fn drop_after(handle: AbortHandle, time: Duration) {
    tokio::spawn(async move {
        tokio::time::sleep(time).await;
        handle.abort();
    });
}

/// Sends the calls of two bots. Returns the numbers of those that were answered.
async fn run(seed: u64, server: &Server, faults: Option<&Doomed>) -> HashSet<i64> {
    let budget = MemoryBudget::new();
    let throttle = Throttle::telegram().budget(budget.clone());
    let bots = [server.bot(&throttle, 1), server.bot(&throttle, 2)];
    let mut random = Random(seed + 100);
    let mut tasks = Vec::new();
    let methods = [
        "sendMessage",
        "editMessageText",
        "sendChatAction",
        "deleteMessage",
    ];
    for number in 0..CALLS {
        let bot = random.below(2);
        // Every fifth call goes to one of few busy chats. Half of all chats are groups.
        let chats = if random.below(5) == 0 { BUSY } else { CHATS };
        let chat = group_or_chat(random.below(chats));
        let method = methods[usize::try_from(random.below(4)).unwrap()];
        let body = format!(r#"{{"chat_id":{chat},"number":{number},"bot":{bot}}}"#);
        let transport = &bots[usize::try_from(bot).unwrap()];
        let task = tokio::spawn(send(transport, request(method, body)));
        if let Some(doomed) = faults {
            match random.below(20) {
                0 | 1 => drop_after(task.abort_handle(), ms(random.below(100_000))),
                2 => drop(
                    doomed
                        .lock()
                        .unwrap()
                        .insert(number.cast_signed(), task.abort_handle()),
                ),
                _ => {}
            }
        }
        tasks.push((number.cast_signed(), task));
        // Rarely alone, and once in three chats.
        let floods = match number {
            _ if faults.is_none() => 0,
            4000 => 6,
            _ => u64::from(number % 1500 == 1000),
        };
        for _ in 0..floods {
            let parameters = format!(r#","parameters":{{"retry_after":{RETRY_AFTER}}}"#);
            let chat = group_or_chat(random.below(BUSY));
            server.flood(&chat.to_string(), &parameters);
        }
        // Some come later, while others wait.
        if number % 30 == 0 {
            tokio::time::sleep(ms(random.below(500))).await;
        }
    }
    let mut sent = HashSet::new();
    for (number, task) in tasks {
        match task.await {
            Ok(response) => {
                let status = response.unwrap().status();
                assert!(
                    status == 200 || faults.is_some() && status == 429,
                    "{status}"
                );
                sent.insert(number);
            }
            Err(error) => assert!(faults.is_some() && error.is_cancelled(), "{error}"),
        }
    }
    throttle.drain().await;
    assert_eq!(throttle.pending(), 0);
    tokio::time::sleep(secs(100)).await;
    // To another server, so that it is not in the record.
    let mut other = Server::new();
    other.clock = server.clock;
    send_all(&other.bot(&throttle, 1), [message(1)]).await;
    assert_eq!(budget.len(), 2, "what is idle takes no memory");
    sent
}

fn group_or_chat(number: u64) -> i64 {
    let chat = number.cast_signed() + 1;
    if chat % 2 == 0 { -chat } else { chat }
}

/// Returns the number of a call.
fn id(body: &str) -> i64 {
    let (rest, _) = body.rsplit_once(",\"bot\"").unwrap();
    number(rest)
}

/// Returns the times by bot.
fn of_bots(record: &[Arrival]) -> HashMap<i64, Vec<Duration>> {
    let mut of_bots: HashMap<_, Vec<_>> = HashMap::new();
    for arrival in record {
        let times = of_bots.entry(number(&arrival.body)).or_default();
        times.push(arrival.at);
    }
    of_bots
}

/// Returns the calls by bot and chat.
fn of_chats(record: &[Arrival]) -> HashMap<(i64, &str), Vec<&Arrival>> {
    let mut of_chats: HashMap<_, Vec<_>> = HashMap::new();
    for arrival in record {
        let key = (number(&arrival.body), arrival.chat.as_str());
        of_chats.entry(key).or_default().push(arrival);
    }
    of_chats
}

/// Checks all windows, and the order in each chat.
fn check(server: &Server) {
    let record = server.record();
    for (bot, times) in of_bots(&record) {
        let (second, minute) = (most(&times, secs(1)), most(&times, secs(60)));
        assert!(second <= 30, "bot {bot}: {second} in 1 s");
        assert!(minute <= 30 * 60, "bot {bot}: {minute} in 60 s");
    }
    let of_chats = of_chats(&record);
    assert!(of_chats.len() > 4000, "{} chats", of_chats.len());
    for ((_, chat), calls) in &of_chats {
        let times: Vec<_> = calls.iter().map(|call| call.at).collect();
        let (second, three) = (most(&times, secs(1)), most(&times, secs(3)));
        assert!(second <= 3 && three <= 3, "chat {chat}: {three} in 3 s");
        let limit = if chat.starts_with('-') { 20 } else { 60 };
        let minute = most(&times, secs(60));
        assert!(minute <= limit, "chat {chat}: {minute} in 60 s");
        let ordered = calls.iter().filter(|call| call.method != "sendChatAction");
        let ids: Vec<_> = ordered.map(|call| id(&call.body)).collect();
        assert!(ids.is_sorted(), "chat {chat}: {ids:?}");
    }
}

/// Checks that nothing was sent to what flood control has frozen.
fn check_floods(server: &Server) {
    let (record, refused) = (server.record(), server.refused());
    let (of_bots, of_chats) = (of_bots(&record), of_chats(&record));
    let mut frozen_bots = 0;
    for (index, last) in refused.iter().enumerate() {
        let bot = number(&last.body);
        let calls = &of_chats[&(bot, last.chat.as_str())];
        let times = calls.iter().map(|call| call.at);
        assert!(!is_any_frozen(times, last.at), "{last:?}");
        let near = refused[..=index].iter().filter(|refused| {
            number(&refused.body) == bot && last.at.saturating_sub(refused.at) < secs(10)
        });
        let chats: HashSet<_> = near.map(|refused| &refused.chat).collect();
        if chats.len() >= 3 {
            frozen_bots += 1;
            let times = of_bots[&bot].iter().copied();
            assert!(!is_any_frozen(times, last.at), "{last:?}");
        }
    }
    println!("{} floods, {frozen_bots} of a bot", refused.len());
    assert!(refused.len() >= 6 && frozen_bots >= 1);
}

/// Returns whether a call was sent while flood control had frozen its chat or bot from a moment on.
fn is_any_frozen(mut times: impl Iterator<Item = Duration>, from: Duration) -> bool {
    let frozen = from + LATEST..from + secs(RETRY_AFTER);
    times.any(|at| frozen.contains(&at))
}
