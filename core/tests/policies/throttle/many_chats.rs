//! Random calls to 5,000 chats, over a network with random latency. Every window of 1 s and 60 s of
//! each chat, group and bot is checked in the server's record.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;

use super::server::*;
use telegrammar_core::Throttle;
use telegrammar_core::transport::{MemoryBudget, Timer as _};

const CHATS: u64 = 5000;
const CALLS: u64 = 9000;

#[tokio::test(start_paused = true)]
async fn no_window_of_5000_chats_has_too_many_calls() {
    for seed in [1, 2] {
        run(seed).await;
    }
}

async fn run(seed: u64) {
    let way = Mutex::new(Random(seed));
    let server = Server::with_latency(move || {
        let mut way = way.lock().unwrap();
        // Mostly fast; one in fifty is far slower.
        let slow = if way.below(50) == 0 { 800 } else { 60 };
        (ms(5 + way.below(slow)), ms(5 + way.below(slow)))
    });
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
        let chats = if random.below(5) == 0 { 20 } else { CHATS };
        let chat = random.below(chats).cast_signed() + 1;
        let chat = if chat % 2 == 0 { -chat } else { chat };
        let method = methods[usize::try_from(random.below(4)).unwrap()];
        let body = format!(r#"{{"chat_id":{chat},"bot":{bot}}}"#);
        let transport = &bots[usize::try_from(bot).unwrap()];
        tasks.push(tokio::spawn(send(transport, request(method, body))));
        // Some come later, while others wait.
        if number % 30 == 0 {
            tokio::time::sleep(ms(random.below(500))).await;
        }
    }
    for task in tasks {
        assert_eq!(task.await.unwrap().unwrap().status(), 200);
    }
    let end = server.clock.now();

    let record = server.record();
    assert_eq!(record.len() as u64, CALLS, "each call arrived once");
    let mut of_bot: HashMap<String, Vec<Duration>> = HashMap::new();
    let mut of_chat: HashMap<(String, String), Vec<Duration>> = HashMap::new();
    for arrival in record {
        let (_, bot) = arrival.body.rsplit_once(':').unwrap();
        let bot = bot.trim_end_matches('}');
        of_bot.entry(bot.to_owned()).or_default().push(arrival.at);
        let key = (bot.to_owned(), arrival.chat);
        of_chat.entry(key).or_default().push(arrival.at);
    }
    assert!(of_chat.len() > 4000, "{} chats", of_chat.len());
    for (bot, times) in &of_bot {
        let (second, minute) = (most(times, secs(1)), most(times, secs(60)));
        assert!(second <= 30, "bot {bot}: {second} in 1 s");
        assert!(minute <= 30 * 60, "bot {bot}: {minute} in 60 s");
    }
    for ((_, chat), times) in &of_chat {
        let (second, three) = (most(times, secs(1)), most(times, secs(3)));
        assert!(second <= 3 && three <= 3, "chat {chat}: {three} in 3 s");
        let limit = if chat.starts_with('-') { 20 } else { 60 };
        let minute = most(times, secs(60));
        assert!(minute <= limit, "chat {chat}: {minute} in 60 s");
    }
    // As long as there was enough to do, each bot was close to its limit.
    for (bot, times) in &of_bot {
        let busy = times.iter().take_while(|at| **at < secs(100)).count();
        let share = f64::from(u32::try_from(busy).unwrap()) / (30.0 * 100.0);
        println!(
            "seed {seed}, bot {bot}: {share:.3} of the limit, {} calls in {end:?}",
            times.len()
        );
        assert!(share >= 0.85, "bot {bot}: {share} of the limit");
    }
    tokio::time::sleep(secs(100)).await;
    send_all(&bots[0], [message(1)]).await;
    assert_eq!(budget.len(), 2, "what is idle takes no memory");
}
