//! The bot in `moderation.rs`, tested: real HTTP, no token, no JSON by hand, and no sleep.
//!
//! ```sh
//! cargo test --example tested_bot
//! cargo run --example tested_bot
//! ```

use telegrammar_testing::{FakeBotApi, User};

#[expect(dead_code, reason = "its `main` is another example")]
#[path = "moderation.rs"]
mod moderation;

async fn start() -> FakeBotApi {
    let fake = FakeBotApi::start().await.expect("a port");
    tokio::spawn(moderation::run(fake.bot()));
    fake
}

/// Returns the owner of a group that the bot is in, and another member.
fn people(fake: &FakeBotApi) -> [User<'_>; 2] {
    [fake.first_user(), fake.user("Eve")].map(User::in_supergroup)
}

#[tokio::main]
async fn main() {
    let fake = start().await;
    let [owner, eve] = people(&fake);
    eve.says("Buy https://spam.ly").await;
    print!("{}", owner.sees());
    owner.presses("Ban").await;
    print!("{}", owner.sees());
}

#[tokio::test]
async fn only_administrators_judge() {
    let fake = start().await;
    let [owner, eve] = people(&fake);
    eve.says("Buy https://spam.ly").await;
    eve.presses("Forgive").await;
    let asked = "Fake Bot: A link of Eve [Ban] [Mute] [Forgive]\n";
    assert_eq!(owner.sees(), asked);
    owner.presses("Mute").await;
    assert_eq!(owner.sees(), "Fake Bot: Mute, says Fake User. (edited)\n");
}

#[tokio::test]
async fn what_is_refused_does_not_stop_the_bot() {
    let fake = start().await;
    let [owner, eve] = people(&fake);
    owner.gives_bot_rights(&["can_pin_messages"]).await;
    eve.says("Buy https://spam.ly").await;
    fake.reply("sendMessage", telegrammar_testing::Reply::flood(3));
    eve.says("/rules").await;
    assert!(owner.sees().ends_with("spam.ly\nEve: /rules\n"));
    eve.says("/rules").await;
    let seen = owner.sees();
    assert!(seen.ends_with("No links, please. (reply to \"/rules\")\n"));
}
