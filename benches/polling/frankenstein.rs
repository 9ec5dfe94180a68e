use frankenstein::AsyncTelegramApi;
use frankenstein::client_reqwest::Bot;
use frankenstein::methods::GetUpdatesParams;

pub async fn receive(
    url: &str,
    token: &str,
    mut wanted: usize,
) -> Result<i64, Box<dyn std::error::Error>> {
    let bot = Bot::new_url(format!("{url}/bot{token}"));
    let mut poll = GetUpdatesParams::builder().timeout(10_u32).build();
    let mut sum = 0;
    while wanted > 0 {
        for update in bot.get_updates(&poll).await?.result {
            poll.offset = Some(i64::from(update.update_id) + 1);
            sum += i64::from(update.update_id);
            wanted = wanted.saturating_sub(1);
        }
    }
    Ok(sum)
}
