//! The name that was probably intended.

/// Returns the candidate that is most similar to `name`, if one is similar enough.
///
/// Case and underscores are ignored. At most a third of the letters may be missing, superfluous,
/// wrong or swapped with their neighbour. The first of several equally similar names is returned.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let wanted = fold(name);
    let limit = (wanted.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let letters = fold(candidate);
        if letters.len().abs_diff(wanted.len()) > limit {
            continue;
        }
        let distance = distance(&wanted, &letters);
        let better = best.is_none_or(|(least, _)| distance < least);
        if distance <= limit && distance < wanted.len() && better {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Returns the candidates, those most similar to `name` first: those that have a word of it, then by
/// the share of letters that differ.
pub(crate) fn by_likeness<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Vec<&'a str> {
    let wanted = fold(name);
    let words: Vec<_> = name.split('_').filter(|word| word.len() > 2).collect();
    let mut sorted: Vec<_> = candidates.into_iter().collect();
    sorted.sort_by_cached_key(|candidate| {
        let has_word = candidate.split('_').any(|word| words.contains(&word));
        let letters = fold(candidate);
        let length = letters.len().max(wanted.len()).max(1);
        (!has_word, distance(&wanted, &letters) * 100 / length)
    });
    sorted
}

/// Returns the letters that are compared: lower case, without underscores.
fn fold(name: &str) -> Vec<char> {
    let letters = name.chars().filter(|letter| *letter != '_');
    letters.flat_map(char::to_lowercase).collect()
}

/// Returns the number of insertions, deletions, replacements and swaps of neighbours.
fn distance(left: &[char], right: &[char]) -> usize {
    // The usual dynamic programming by rows; only the last two rows are needed.
    let mut before = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    let mut previous_left = None;
    for (index, &from) in left.iter().enumerate() {
        let mut cost = index + 1;
        let mut row = vec![cost];
        let mut previous_right = None;
        let neighbours = above.iter().zip(above.iter().skip(1));
        for (column, (&to, (&diagonal, &up))) in right.iter().zip(neighbours).enumerate() {
            let replaced = diagonal + usize::from(from != to);
            cost = replaced.min(up + 1).min(cost + 1);
            if previous_left == Some(to) && previous_right == Some(from) {
                let swapped = column
                    .checked_sub(1)
                    .and_then(|column| before.get(column).copied());
                cost = cost.min(swapped.map_or(cost, |swapped: usize| swapped + 1));
            }
            row.push(cost);
            previous_right = Some(to);
        }
        previous_left = Some(from);
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}

/// Whether `name` differs from `meant` by one or two letters.
pub(crate) fn is_misspelling(name: &str, meant: &str) -> bool {
    let (name, meant): (Vec<_>, Vec<_>) = (name.chars().collect(), meant.chars().collect());
    (1..=2).contains(&distance(&name, &meant))
}
