//! Warnings, which do not stop the build.
#![deny(deprecated)]

use telegrammar::telegram_method;

#[telegram_method("getMe", unlisted, returns = bool)] //~ deprecated
pub struct GetMe;

#[telegram_method("sendMessage")]
pub struct SendMesage { //~ deprecated
    pub chat_id: i64,
    pub text: String,
}

#[telegram_method("getUserProfilePhotos")]
pub struct Photos {
    pub user_id: i64,
    #[telegram(unlisted)] //~ deprecated
    pub limit: Option<i64>,
}

#[telegram_method("newMethod", unlisted, returns = bool)]
pub struct Full {
    #[telegram(range = 0..=255)] //~ deprecated
    pub byte: u8,
}

#[telegram_method("getFile", repeatable)] //~ deprecated
pub struct GetFile {
    pub file_id: String,
}

fn main() {
    let _ = (GetMe::new(), GetFile::new("a"));
    let _ = (SendMesage::new(1, "a"), Photos::new(1).limit(2), Full::new(1));
}
