//! The words of names, descriptions and queries.

/// Words that say nothing of a method.
const FILLERS: [&str; 22] = [
    "a", "an", "and", "bot", "by", "can", "do", "for", "from", "how", "i", "in", "is", "it", "my",
    "of", "on", "or", "someone", "the", "to", "with",
];

/// Words that people use, and those of the Bot API for the same.
const SYNONYMS: [(&str, &str); 30] = [
    ("remove", "delete"),
    ("erase", "delete"),
    ("kick", "ban"),
    ("block", "ban"),
    ("expel", "ban"),
    ("mute", "restrict"),
    ("silence", "restrict"),
    ("admin", "administrator"),
    ("picture", "photo"),
    ("image", "photo"),
    ("avatar", "profile"),
    ("gif", "animation"),
    ("song", "audio"),
    ("music", "audio"),
    ("album", "group"),
    ("write", "send"),
    ("say", "send"),
    ("text", "message"),
    ("change", "edit"),
    ("update", "edit"),
    ("modify", "edit"),
    ("rename", "title"),
    ("react", "reaction"),
    ("typing", "action"),
    ("download", "file"),
    ("button", "markup"),
    ("keyboard", "markup"),
    ("thread", "topic"),
    ("survey", "poll"),
    ("payment", "invoice"),
];

/// Returns the words of a text, in lower case and without plural. `sendMessage` has two.
pub(crate) fn of(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for letter in text.chars() {
        let is_start = letter.is_uppercase() && was_lower;
        if is_start || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        if letter.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(letter.to_lowercase());
        }
        was_lower = letter.is_lowercase();
    }
    let words = words.into_iter().filter(|word| !word.is_empty());
    words.map(|word| singular(&word)).collect()
}

/// Returns the words of a query that say something, each with its synonyms.
pub(crate) fn of_query(query: &str) -> Vec<Vec<String>> {
    // The work grows with the words, and no question has more.
    const MOST: usize = 20;
    let words = of(query).into_iter();
    let words = words.filter(|word| !FILLERS.contains(&word.as_str()));
    let with_synonyms = words.take(MOST).map(|word| {
        let synonyms = SYNONYMS.iter().filter(|(known, _)| *known == word);
        let synonyms = synonyms.map(|(_, meant)| (*meant).to_owned());
        let synonyms: Vec<_> = synonyms.collect();
        [word].into_iter().chain(synonyms).collect()
    });
    with_synonyms.collect()
}

fn singular(word: &str) -> String {
    let stem = match word.strip_suffix("ies") {
        Some(stem) if stem.len() > 2 => return format!("{stem}y"),
        _ => word.strip_suffix('s'),
    };
    let stem = stem.filter(|stem| stem.len() > 2 && !stem.ends_with('s') && !stem.ends_with('u'));
    stem.unwrap_or(word).to_owned()
}

/// Whether two words differ by one letter that is missing, superfluous, wrong or swapped with its
/// neighbour.
pub(crate) fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<_>, Vec<_>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() > other.len() {
        (other, one)
    } else {
        (one, other)
    };
    if short.len() < 3 || long.len() > short.len() + 1 {
        return false;
    }
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let (short, long) = (
        short.get(same..).unwrap_or_default(),
        long.get(same..).unwrap_or_default(),
    );
    if short.len() < long.len() {
        return long.get(1..) == Some(short);
    }
    let is_swapped = matches!((short, long), ([a, b, ..], [c, d, ..]) if (a, b) == (d, c));
    short.get(1..) == long.get(1..) || is_swapped && short.get(2..) == long.get(2..)
}

#[cfg(test)]
mod tests {
    use super::{is_near, of, of_query};

    #[test]
    fn names_and_texts_have_words() {
        assert_eq!(
            of("getUserProfilePhotos").join(" "),
            "get user profile photo"
        );
        assert_eq!(
            of("Pins `a` message, in the replies.").join(" "),
            "pin a message in the reply"
        );
        assert_eq!(
            of_query("How do I remove the photos?"),
            [vec!["remove", "delete"], vec!["photo"]]
        );
        assert!(of_query(" ?! ").is_empty());
        assert_eq!(of_query(&"word ".repeat(1000)).len(), 20);
    }

    #[test]
    fn a_wrong_letter_is_forgiven() {
        for (one, other) in [
            ("mesage", "message"),
            ("sned", "send"),
            ("photto", "photo"),
            ("stikcer", "sticker"),
            ("polk", "poll"),
        ] {
            assert!(is_near(one, other) && is_near(other, one), "{one}");
        }
        for (one, other) in [
            ("ban", "pin"),
            ("get", "gets_it"),
            ("message", "massages"),
            ("a", "ab"),
        ] {
            assert!(!is_near(one, other), "{one}");
        }
    }
}
