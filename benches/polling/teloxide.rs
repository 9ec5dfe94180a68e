use teloxide::Bot;
use teloxide::update_listeners::{AsUpdateStream as _, Polling};

pub async fn receive(
    url: &str,
    token: &str,
    mut wanted: usize,
) -> Result<i64, Box<dyn std::error::Error>> {
    let bot = Bot::new(token).set_api_url(url.parse()?);
    let timeout = std::time::Duration::from_secs(10);
    let mut polling = Polling::builder(bot).timeout(timeout).build();
    let mut updates = Box::pin(polling.as_stream());
    let mut sum = 0;
    while wanted > 0 {
        let update = futures_util::StreamExt::next(&mut updates)
            .await
            .ok_or("the stream ended")??;
        sum += i64::from(update.id.0);
        wanted -= 1;
    }
    Ok(sum)
}
