use telegrammar::updates::BotUpdates as _;
use telegrammar::{Bot, Server};

pub async fn receive(
    url: &str,
    token: &str,
    mut wanted: usize,
) -> Result<i64, Box<dyn std::error::Error>> {
    let bot = Bot::builder(token).server(Server::new(url)?).build()?;
    let mut updates = bot.updates().timeout(10);
    let mut sum = 0;
    while wanted > 0 {
        let update = updates.next().await.ok_or("the stream ended")??;
        sum += update.update_id;
        wanted -= 1;
    }
    Ok(sum)
}
