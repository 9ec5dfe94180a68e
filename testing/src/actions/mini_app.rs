//! Mini Apps, which get signed data about who opened them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ring::hmac::{self, HMAC_SHA256, Key};
use ring::signature::{Ed25519KeyPair, KeyPair as _};
use serde_json::{Value, json};

use super::base64;
use super::done::Done;
use super::request::Request;
use crate::world::Bot;

/// The seed of the key that stands for Telegram's.
const SEED: [u8; 32] = *b"The key that stands for Telegram";

/// `mini_app`: the user opens a Mini App, which gets `init_data` with a `start_param` if there is one.
pub(super) fn open(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let id = request.user(bot)?;
    let mut user = bot.user_object(id);
    if let Some(user) = user.as_object_mut() {
        user.remove("is_bot");
        user.insert("allows_write_to_pm".to_owned(), true.into());
    }
    let mut fields = BTreeMap::new();
    fields.insert("auth_date", bot.now().to_string());
    let query = format!("AAFake{}", bot.number());
    bot.mini_apps.insert(query.clone(), id);
    fields.insert("query_id", query);
    fields.insert("user", user.to_string());
    if let Some(start) = request.text("start_param")? {
        fields.insert("start_param", start.to_owned());
    }
    let pair = pair()?;
    let signed = format!("{}:WebAppData\n{}", bot.id, lines(&fields));
    let signature = pair.sign(signed.as_bytes());
    fields.insert("signature", base64::encode_url(signature.as_ref()));
    let secret = hmac::sign(
        &Key::new(HMAC_SHA256, b"WebAppData"),
        request.token.as_bytes(),
    );
    let secret = Key::new(HMAC_SHA256, secret.as_ref());
    let hash = hmac::sign(&secret, lines(&fields).as_bytes());
    fields.insert("hash", hex(hash.as_ref()));
    let pairs = fields.iter();
    let pairs = pairs.map(|(name, value)| format!("{name}={}", escaped(value)));
    let data = pairs.collect::<Vec<_>>().join("&");
    let key: Value = json!(hex(pair.public_key().as_ref()));
    let done = Done::default().with("init_data", data);
    Ok(done.with("public_key", key))
}

/// Returns the public key that stands for Telegram's.
///
/// # Errors
///
/// Never: the seed has the right length.
pub(crate) fn public_key() -> Result<[u8; 32], String> {
    let key = pair()?;
    let key = key.public_key().as_ref().try_into();
    key.map_err(|_| "a public key has 32 bytes".to_owned())
}

fn pair() -> Result<Ed25519KeyPair, String> {
    Ed25519KeyPair::from_seed_unchecked(&SEED).map_err(|error| error.to_string())
}

/// Returns fields as they are signed, in the order of their names.
fn lines(fields: &BTreeMap<&str, String>) -> String {
    let lines = fields.iter().map(|(name, value)| format!("{name}={value}"));
    lines.collect::<Vec<_>>().join("\n")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Escapes a text for a query.
fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
        text
    })
}
