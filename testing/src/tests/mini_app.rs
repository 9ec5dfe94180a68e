//! The data of Mini Apps, as an independent implementation verifies it.

use std::time::Duration;

use serde_json::json;
use telegrammar::webapp::{Environment, InitData};

use super::{FakeBotApi, post, result, start, talk};

const HOUR: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn the_data_is_genuine() {
    let fake = start().await;
    let ann = fake.user("Ann & Öx=1+1");
    let data = ann.opens_mini_app();
    let bot = fake.bot();
    let opened = InitData::verify(&data, bot.token(), HOUR).expect("genuine");
    let user = opened.user.expect("a user");
    assert_eq!((user.id, &*user.first_name), (ann.id(), "Ann & Öx=1+1"));
    assert!(opened.query_id.is_some());
    let id = bot.token().bot_id().expect("an id");
    let key = Environment::Key(fake.mini_app_key());
    InitData::verify_third_party(&data, id, key, HOUR).expect("genuine");

    let forged = data.replace("Ann", "Eve");
    InitData::verify(&forged, bot.token(), HOUR).expect_err("forged");
    InitData::verify_third_party(&forged, id, key, HOUR).expect_err("forged");
    let other = fake.bot_with("123456789:AAAnotherTokenOfNoBotAtAllAnywhere00");
    InitData::verify(&data, other.token(), HOUR).expect_err("of another bot");
}

#[tokio::test]
async fn it_is_given_over_http() {
    let fake = FakeBotApi::builder().control(true).start().await;
    let fake = fake.expect("a port");
    let body = json!({"user": "Ann", "start_param": "menu"}).to_string();
    let request = post("/control/mini_app", "application/json", &body);
    let opened = result(&talk(&fake, &request).await);
    let data = opened["init_data"].as_str().expect("data");
    let data = InitData::verify(data, fake.bot().token(), HOUR).expect("genuine");
    assert_eq!(data.start_param.as_deref(), Some("menu"));
    assert_eq!(opened["public_key"].as_str().map(str::len), Some(64));
}
