//! Bounds that the field's type cannot represent, which only the compiler knows.

use telegrammar::telegram_method;

type Small = u8;
type Tiny = i8;
type Real = f64;

#[telegram_method("newMethod", unlisted, returns = bool)]
struct TooLarge {
    #[telegram(range = 1..=300)] //~ overflowing_literals
    small: Option<Small>,
    #[telegram(range = -129..=1)] //~ overflowing_literals
    tiny: Tiny,
    #[telegram(range = 0..=127)]
    fits: Tiny,
}

fn main() {
    let _ = TooLarge::new(1, 2).small(3);
}
