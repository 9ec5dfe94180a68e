//! The words of a line of the text.

/// The rest of a line, word by word.
pub(super) type Words = std::str::SplitAsciiWhitespace<'static>;

/// The next word as a list.
pub(super) fn list(words: &mut Words) -> Option<Vec<&'static str>> {
    Some(words.next()?.split('|').map(value).collect())
}

/// Returns a value as spelt in the text; the empty text is spelt `""`.
pub(super) fn value(word: &'static str) -> &'static str {
    if word == "\"\"" { "" } else { word }
}

/// Declares an enum whose variants are spelt with one word each in the text.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Reads the word of the text.
            pub(crate) fn parse(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}
pub(super) use words;
