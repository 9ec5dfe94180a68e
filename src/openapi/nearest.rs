//! The name that was probably meant.

/// Returns the candidate that differs from `name` by the fewest letters, if these are at most a third.
/// Case and underscores are ignored.
pub(super) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // No name is longer, and the work grows with the length.
    if name.len() > 100 {
        return None;
    }
    let wanted = letters(name);
    let most = (wanted.len() / 3).max(1);
    let candidates = candidates.into_iter().map(|candidate| {
        let differing = differing(&wanted, &letters(candidate));
        (differing, candidate)
    });
    let near = candidates.filter(|(differing, _)| *differing <= most && *differing < wanted.len());
    near.min_by_key(|(differing, _)| *differing)
        .map(|(_, candidate)| candidate)
}

fn letters(name: &str) -> Vec<u8> {
    let letters = name.bytes().filter(|letter| *letter != b'_');
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}

/// The number of letters to insert, remove or replace.
fn differing(one: &[u8], other: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (place, letter) in one.iter().enumerate() {
        let mut left = place + 1;
        let mut diagonal = place;
        let mut next = vec![left];
        for (above, other) in row.iter().skip(1).zip(other) {
            let replaced = diagonal + usize::from(letter != other);
            left = replaced.min(left + 1).min(above + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_mistake_in_a_name_is_corrected() {
        let names = ["getMe", "sendMessage", "sendPhoto", "reply_markup"];
        for (name, meant) in [
            ("sendMesage", Some("sendMessage")),
            ("send_message", Some("sendMessage")),
            ("sendmessage", Some("sendMessage")),
            ("replyMarkup", Some("reply_markup")),
            ("getMee", Some("getMe")),
            ("dig", None),
            ("", None),
            ("deleteWebhook", None),
        ] {
            assert_eq!(nearest(name, names), meant, "{name}");
        }
        assert_eq!(nearest(&"sendMessage".repeat(1000), names), None);
    }
}
