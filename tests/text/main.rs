//! Formatted text: parsing, writing, cleaning and splitting.

mod cleaning;
mod formatted;
mod html;
mod legacy_markdown;
mod markdown_v2;
mod properties;
mod random;
mod server_rules;
mod splitting;
mod words;

use telegrammar::text::Text;
use telegrammar::types::MessageEntity;

/// Describes entities in short: type, place, and what the type has.
fn described(text: &Text) -> Vec<String> {
    let describe = |entity: &MessageEntity| {
        let json = serde_json::to_value(entity).expect("an entity");
        let name = json["type"].as_str().expect("a type");
        let mut told = format!("{name} {}+{}", entity.offset, entity.length);
        let user = entity.user.as_ref().map(|user| user.id.to_string());
        let time = entity.unix_time.map(|time| time.to_string());
        let more = [
            entity.url.clone(),
            user,
            entity.language.clone(),
            entity.custom_emoji_id.clone(),
            time,
            entity.date_time_format.clone(),
        ];
        for part in more.into_iter().flatten() {
            told.push(' ');
            told.push_str(&part);
        }
        told
    };
    text.entities().iter().map(describe).collect()
}
