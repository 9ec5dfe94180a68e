//! Finds and describes methods and types in few words: what does not fit a context as a whole.

use std::cmp::Reverse;

use serde_json::{Value, json};

use crate::catalogue::Catalogue;
use crate::words;

/// The most methods that a search returns.
const MOST: usize = 20;

/// Returns the methods that a query fits, the best first; all names for an empty query.
pub(crate) fn search(catalogue: &Catalogue, query: &str) -> Value {
    let tools = catalogue.brief_tools();
    let query = words::of_query(query);
    if query.is_empty() {
        let names: Vec<_> = tools.iter().map(|tool| &tool["name"]).collect();
        return json!({"total": names.len(), "names": names});
    }
    let texts: Vec<_> = tools.iter().map(Text::of).collect();
    let scores: Vec<Vec<usize>> = query.iter().map(|word| scores(word, &texts)).collect();
    let found = tools.iter().zip(&texts).enumerate();
    let found = found.map(|(place, (tool, text))| {
        let of_words = || scores.iter().filter_map(|scores| scores.get(place));
        let fitting = of_words().filter(|score| **score > 0).count();
        (
            fitting,
            of_words().sum::<usize>(),
            Reverse(text.name.len()),
            tool,
        )
    });
    let mut found: Vec<_> = found.filter(|(fitting, ..)| *fitting > 0).collect();
    // Stable, so that equal methods keep the order of the page.
    found.sort_by_key(|(fitting, score, length, _)| Reverse((*fitting, *score, *length)));
    let best = found.iter().take(MOST).map(|(.., tool)| {
        let description = tool["description"].as_str().unwrap_or_default();
        let first = description.split("\n\n").next().unwrap_or_default();
        json!({"name": tool["name"], "description": first})
    });
    let best: Vec<_> = best.collect();
    json!({"total": found.len(), "methods": best})
}

/// The words that a method is found by.
struct Text {
    name: Vec<String>,
    description: Vec<String>,
    parameters: Vec<String>,
}

impl Text {
    fn of(tool: &Value) -> Self {
        let words = |key: &str| words::of(tool[key].as_str().unwrap_or_default());
        let parameters = tool["inputSchema"]["properties"].as_object();
        let parameters = parameters.into_iter().flatten();
        Self {
            name: words("name"),
            description: words("description"),
            parameters: parameters.flat_map(|(name, _)| words::of(name)).collect(),
        }
    }

    /// What a word counts, of which `is_same` tells whether another is the same.
    fn score(&self, is_same: impl Fn(&str) -> bool) -> usize {
        let has = |words: &[String]| words.iter().any(|word| is_same(word));
        4 * usize::from(has(&self.name))
            + 2 * usize::from(has(&self.description))
            + usize::from(has(&self.parameters))
    }
}

/// Whether a word of a query is that of a text.
type IsSame = dyn Fn(&str, &str) -> bool;

/// What a word counts for each method: as it is, or by its synonyms; if no method has it, as a part of
/// a word, or with a wrong letter.
fn scores(word: &[String], texts: &[Text]) -> Vec<usize> {
    let by = |is_same: &IsSame| -> Vec<usize> {
        let score = |text: &Text| text.score(|of_text| word.iter().any(|it| is_same(it, of_text)));
        texts.iter().map(score).collect()
    };
    let is_part = |word: &str, of_text: &str| {
        word.len() > 2 && (of_text.contains(word) || of_text.len() > 3 && word.contains(of_text))
    };
    let is_word = |word: &str, of_text: &str| word == of_text;
    let same: [&IsSame; 3] = [&is_word, &words::is_near, &is_part];
    let all = same.into_iter().map(by);
    let found = all
        .into_iter()
        .find(|scores| scores.iter().any(|score| *score > 0));
    found.unwrap_or_else(|| vec![0; texts.len()])
}

/// Returns the description of a method. The types that it refers to are described by themselves.
pub(crate) fn method(catalogue: &Catalogue, name: &str) -> Result<Value, String> {
    catalogue.brief_tool(name).cloned()
}

/// Returns the schema of a type.
pub(crate) fn of_type(catalogue: &Catalogue, name: &str) -> Result<Value, String> {
    let name = name.trim_start_matches("#/$defs/");
    if let Some(schema) = catalogue.types().get(name) {
        return Ok(json!({"name": name, "schema": schema}));
    }
    let shown: String = name.chars().take(100).collect();
    let lower = shown.to_lowercase();
    let is_similar = |known: &str| known == lower || words::is_near(known, &lower);
    let mut names = catalogue.types().keys();
    let similar = names.find(|known| is_similar(&known.to_lowercase()));
    Err(match similar {
        Some(similar) => format!("no allowed method has a type `{shown}`; similar: `{similar}`"),
        None => format!("no allowed method has a type `{shown}`"),
    })
}

#[cfg(test)]
mod tests {
    use super::{method, of_type, search};
    use crate::allow::AllowList;
    use crate::catalogue::Catalogue;

    fn all() -> Catalogue {
        Catalogue::new(&AllowList::default())
    }

    #[test]
    fn methods_are_found_by_words() {
        let catalogue = all();
        for (query, first) in [
            ("sendMessage", "sendMessage"),
            ("send a message", "sendMessage"),
            ("pin message", "pinChatMessage"),
            ("WEBHOOK delete", "deleteWebhook"),
            ("kick a user from the group", "banChatMember"),
            ("mute member", "restrictChatMember"),
            ("remove a message", "deleteMessage"),
            ("send mesage", "sendMessage"),
            ("send picture", "sendPhoto"),
            ("show that the bot is typing", "sendChatAction"),
            ("list admins", "getChatAdministrators"),
            ("webhok info", "getWebhookInfo"),
            ("create invite link", "createChatInviteLink"),
        ] {
            assert_eq!(
                search(&catalogue, query)["methods"][0]["name"],
                first,
                "{query}"
            );
        }
        assert_eq!(search(&catalogue, "zyxwvut")["total"], 0);
        let send = search(&catalogue, "send");
        assert_eq!(send["methods"].as_array().unwrap().len(), 20);
        assert!(send.to_string().len() < 4_000, "{send}");
        let every = search(&catalogue, " ");
        assert_eq!(
            every["names"].as_array().unwrap().len(),
            catalogue.brief_tools().len()
        );
        assert!(every.to_string().len() < 6_000);
    }

    #[test]
    fn a_description_is_short_and_its_types_are_described() {
        let catalogue = all();
        let mut sizes = Vec::new();
        for tool in catalogue.brief_tools() {
            let name = tool["name"].as_str().unwrap();
            let text = method(&catalogue, name).unwrap().to_string();
            sizes.push((text.len(), name));
            for reference in text.split("#/$defs/").skip(1) {
                let name = reference.split('"').next().unwrap();
                assert!(of_type(&catalogue, name).is_ok(), "{name}");
            }
        }
        sizes.sort_unstable();
        println!("{:?}", &sizes[sizes.len() - 5..]);
        assert!(sizes.last().unwrap().0 < 9_000, "{sizes:?}");
        let types = catalogue.types().iter();
        let mut sizes: Vec<_> = types
            .map(|(name, it)| (it.to_string().len(), name))
            .collect();
        sizes.sort_unstable();
        println!("{:?}", &sizes[sizes.len() - 5..]);
        assert!(sizes.last().unwrap().0 < 16_000, "{sizes:?}");
        assert!(method(&catalogue, "x").is_err());
        assert!(of_type(&catalogue, "x").is_err());
        assert_eq!(of_type(&catalogue, "#/$defs/User").unwrap()["name"], "User");
        let similar = of_type(&catalogue, "Mesage").unwrap_err();
        assert!(similar.ends_with("similar: `Message`"), "{similar}");
    }
}
