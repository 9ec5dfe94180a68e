//! Which methods may be called.

use telegrammar::openapi::Methods;

/// The methods that may be called: all, or those that one of the patterns matches.
#[derive(Clone, Debug, Default)]
pub(crate) struct AllowList(Option<Vec<String>>);

impl AllowList {
    /// Reads patterns that are separated by commas. Each must match a method, so that a mistake in
    /// one is not silent.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let patterns = text.split(',').map(str::trim);
        let patterns: Vec<_> = patterns.filter(|pattern| !pattern.is_empty()).collect();
        let methods = Methods::bot_api();
        for pattern in &patterns {
            if !methods.iter().any(|method| matches(pattern, method.name())) {
                let similar = methods.nearest(pattern);
                let similar = similar.map(|name| format!("; similar: `{name}`"));
                let similar = similar.unwrap_or_default();
                return Err(format!("--allow: no method is named `{pattern}`{similar}"));
            }
        }
        if patterns.is_empty() {
            return Err("--allow: no method is named".to_owned());
        }
        Ok(Self(Some(
            patterns.into_iter().map(ToOwned::to_owned).collect(),
        )))
    }

    /// Whether a method may be called.
    pub(crate) fn allows(&self, method: &str) -> bool {
        let Some(patterns) = &self.0 else {
            return true;
        };
        patterns.iter().any(|pattern| matches(pattern, method))
    }
}

/// Whether a pattern matches the whole name. `*` stands for any letters, or none.
fn matches(pattern: &str, name: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == name;
    };
    let Some(name) = name.strip_prefix(start) else {
        return false;
    };
    let ends = name.char_indices().map(|(end, _)| end).chain([name.len()]);
    ends.filter_map(|end| name.get(end..))
        .any(|name| matches(rest, name))
}

#[cfg(test)]
mod tests {
    use super::{AllowList, matches};

    #[test]
    fn patterns_match_whole_names() {
        assert!(matches("get*", "getMe"));
        assert!(matches("*", "getMe"));
        assert!(matches("*Message*", "sendMessage"));
        assert!(matches("g*t*e", "getMe"));
        assert!(matches("getMe", "getMe"));
        assert!(!matches("getM", "getMe"));
        assert!(!matches("get*", "forget"));
        assert!(!matches("*Message", "sendMessageDraft"));
        assert!(!matches("getme", "getMe"), "names are exact");
        assert!(!matches("", "getMe"));
    }

    #[test]
    fn only_what_is_listed_is_allowed() {
        let list = AllowList::parse("get*, sendMessage").unwrap();
        for name in ["getMe", "getUpdates", "sendMessage"] {
            assert!(list.allows(name), "{name}");
        }
        for name in ["sendMessageDraft", "deleteMessage", "SendMessage", ""] {
            assert!(!list.allows(name), "{name}");
        }
        assert!(AllowList::default().allows("deleteMessage"));
        for wrong in ["", ",", "sendMesage", "get*,delet"] {
            assert!(AllowList::parse(wrong).is_err(), "{wrong}");
        }
        let error = AllowList::parse("get*,sendMesage").unwrap_err();
        assert_eq!(
            error,
            "--allow: no method is named `sendMesage`; similar: `sendMessage`"
        );
    }
}
