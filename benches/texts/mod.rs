//! Texts in scripts other than Latin, generated at run time, the same ones each time.

use std::fmt::Write;

/// The parts of the texts, one script each.
const SCRIPTS: [&[&str]; 3] = [
    &[
        "Ваш заказ собран и сегодня отправится со склада. ",
        "Номер для отслеживания обновляется раз в час. ",
        "Курьер оставит посылку у соседей: ",
        "если никого нет дома, она хранится семь дней. ",
        "Спасибо! ",
        "Доброго дня, Анна, ",
    ],
    &[
        "您的订单已经打包完毕,今天从仓库发出。",
        "追跡番号は一時間ごとに更新されます。",
        "ご不在の場合は、お近くの店舗でお預かりします。",
        "주문하신 물건이 오늘 출발합니다. ",
        "谢谢!",
        "お待ちください。",
    ],
    &[
        "👍🏽 ",
        "👩\u{200d}👩\u{200d}👧\u{200d}👦",
        "🎉🎊🥳 ",
        "🇺🇦🇯🇵🇧🇷 ",
        "❤\u{fe0f}\u{200d}🔥😂😂😂",
        "📦🚚💨🏠 ",
    ],
];

/// Returns a hundred texts, in each script by turns. Each has from 4 to 19 parts, the longest some
/// 600 characters.
pub(crate) fn texts() -> Vec<String> {
    // The generator of the POSIX standard's example, whose upper bits are better.
    let mut state: u32 = 1;
    let mut below = move |bound: u32| {
        state = state.wrapping_mul(1_103_515_245).wrapping_add(12345);
        ((state >> 16) % bound) as usize
    };
    let scripts = SCRIPTS.iter().cycle().take(100);
    let texts = scripts.map(|pieces| {
        let count = 4 + below(16);
        let text: String = (0..count).map(|_| pieces[below(6)]).collect();
        // The server trims texts.
        text.trim_end().to_owned()
    });
    texts.collect()
}

/// Returns a text in JSON as Telegram writes it: everything that is not ASCII is escaped,
/// characters beyond 16 bits as two surrogates. None of the texts has quotes, backslashes or
/// control characters.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for unit in text.encode_utf16() {
        match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() => out.push(char::from(byte)),
            _ => write!(out, "\\u{unit:04x}").expect("room in a string"),
        }
    }
    out
}
