//! The hash, the signature and the age of data.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ring::hmac::{self, HMAC_SHA256, Key};
use ring::signature::{ED25519, UnparsedPublicKey};

use super::base64url;
use super::error::InitDataError;
use super::pairs::{Pairs, from_hex};
use crate::Token;

/// Whose key signs the data of Mini Apps for third parties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Environment {
    /// Telegram's servers.
    Production,
    /// Telegram's [test environment](https://core.telegram.org/bots/webapps#using-bots-in-the-test-environment).
    Test,
    /// Anyone with this Ed25519 public key, for tests.
    Key([u8; 32]),
}

impl Environment {
    /// Returns the Ed25519 public key.
    #[must_use]
    pub const fn public_key(self) -> [u8; 32] {
        match self {
            Self::Production => [
                0xe7, 0xbf, 0x03, 0xa2, 0xfa, 0x46, 0x02, 0xaf, 0x45, 0x80, 0x70, 0x3d, 0x88, 0xdd,
                0xa5, 0xbb, 0x59, 0xf3, 0x2e, 0xd8, 0xb0, 0x2a, 0x56, 0xc1, 0x87, 0xfe, 0x7d, 0x34,
                0xca, 0xed, 0x24, 0x2d,
            ],
            Self::Test => [
                0x40, 0x05, 0x50, 0x58, 0xa4, 0xee, 0x38, 0x15, 0x6a, 0x06, 0x56, 0x2e, 0x52, 0xee,
                0xce, 0x92, 0xa7, 0x71, 0xbc, 0xd8, 0x34, 0x6a, 0x8c, 0x46, 0x15, 0xcb, 0x73, 0x76,
                0xed, 0xdf, 0x72, 0xec,
            ],
            Self::Key(key) => key,
        }
    }
}

/// Checks the HMAC-SHA-256 of all fields but `hash`, which is removed.
pub(super) fn hash(pairs: &mut Pairs, token: &Token) -> Result<(), InitDataError> {
    let hash = pairs
        .take("hash")
        .ok_or(InitDataError::Missing { field: "hash" })?;
    let hash = from_hex::<32>(&hash).ok_or(InitDataError::malformed(
        "`hash` is not 64 hexadecimal digits",
    ))?;
    let key = Key::new(HMAC_SHA256, b"WebAppData");
    let key = hmac::sign(&key, token.expose().as_bytes());
    let key = Key::new(HMAC_SHA256, key.as_ref());
    // In constant time.
    hmac::verify(&key, pairs.joined().as_bytes(), &hash).map_err(|_| InitDataError::WrongHash)
}

/// Checks the Ed25519 signature of all fields but `hash` and `signature`, which are removed.
pub(super) fn signature(
    pairs: &mut Pairs,
    bot_id: u64,
    environment: Environment,
) -> Result<(), InitDataError> {
    let signature = pairs
        .take("signature")
        .ok_or(InitDataError::Missing { field: "signature" })?;
    let signature = base64url::decode(&signature)
        .filter(|signature| signature.len() == 64)
        .ok_or(InitDataError::malformed(
            "`signature` is not 64 bytes in base64url",
        ))?;
    pairs.take("hash");
    let text = format!("{bot_id}:WebAppData\n{}", pairs.joined());
    UnparsedPublicKey::new(&ED25519, environment.public_key())
        .verify(text.as_bytes(), &signature)
        .map_err(|_| InitDataError::WrongSignature)
}

/// Checks the age of data. `auth_date` is in seconds since 1970.
pub(super) fn age(auth_date: u64, max_age: Duration, now: SystemTime) -> Result<(), InitDataError> {
    let opened = UNIX_EPOCH.checked_add(Duration::from_secs(auth_date));
    let age = opened.and_then(|opened| now.duration_since(opened).ok());
    match age {
        None => Err(InitDataError::FromFuture),
        Some(age) if age > max_age => Err(InitDataError::Expired),
        Some(_) => Ok(()),
    }
}
