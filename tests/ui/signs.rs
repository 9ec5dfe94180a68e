//! Bounds of another type than the field's, which only the compiler knows.

use telegrammar::telegram_method;

type Small = u8;
type Whole = i64;
type Real = f64;

const FLOAT: f64 = 1.0;
const WIDE: i64 = 5;

#[telegram_method("newMethod", unlisted, returns = bool)]
struct Kinds {
    #[telegram(range = -1..=10)] //~ E0600
    negative: Option<Small>,
    #[telegram(range = 1..=1.5)] //~ E0308
    fraction: Whole,
    #[telegram(range = 1..=FLOAT)] //~ E0308
    float: i64,
    #[telegram(range = 1..=WIDE)] //~ E0308
    wide: u8,
    #[telegram(range = 1..=MISSING)] //~ E0425
    missing: u8,
}

#[telegram_method("newMethod", unlisted, returns = bool)]
struct Floats {
    #[telegram(range = 0..=10)] //~ E0308
    real: Real,
}

fn main() {
    let _ = Kinds::new(1, 2, 3, 4).negative(5);
    let _ = Floats::new(1.0);
}
