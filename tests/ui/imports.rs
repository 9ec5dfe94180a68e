//! Attributes without an import: the compiler names them, and nothing internal.

#[telegram_method("getMe")] //~ error
struct GetMe;

mod types {
    #[telegram_type] //~ error
    struct Location {
        latitude: f64,
        longitude: f64,
    }
}

mod methods {
    use telegrammar::telegram_method;

    #[telegram_method("sendLocation")]
    pub struct SendLocation {
        chat_id: i64,
        latitude: f64,
        longitude: f64,
    }

    #[telegram_type] //~ error
    struct Location {
        latitude: f64,
        longitude: f64,
    }
}

fn main() {}
