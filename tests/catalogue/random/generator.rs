//! Generates values of types and parameters of methods from the facts.

use std::collections::BTreeSet;

use serde_json::json;

use super::tree::Member;
use super::{Source, Tree, Use};
use crate::facts::{Entry, Facts, Field};

pub(crate) type Reached = BTreeSet<(&'static str, &'static str)>;

pub(crate) struct Generator<'a> {
    facts: &'a Facts,
    source: Source,
    /// The remaining number of optional values.
    budget: usize,
    /// The percentage of optional fields that are set.
    density: usize,
    /// An optional field of the outermost object that is always set.
    wanted: Option<&'static str>,
    /// Whether integers may be written as floats: in data of a server, not in parameters.
    floats: bool,
    /// The types and fields that had a value.
    pub(crate) reached: Reached,
}

impl<'a> Generator<'a> {
    pub(crate) fn new(facts: &'a Facts, mut source: Source, wanted: Option<&'static str>) -> Self {
        Self {
            facts,
            wanted,
            budget: source.below(100),
            density: *source.pick(&[0, 10, 30, 100]),
            floats: true,
            reached: Reached::new(),
            source,
        }
    }

    /// Disables floats, for values that are only encoded by programs like this one.
    pub(crate) fn without_floats(&mut self) -> &mut Self {
        self.floats = false;
        self
    }

    fn integer(&mut self, integer: i64) -> Tree {
        if self.floats {
            return self.source.integer_leaf(integer);
        }
        Tree::Leaf(integer.to_string(), json!(integer))
    }

    /// Generates a value of the type `name`.
    pub(crate) fn named(&mut self, name: &str) -> Tree {
        let facts = self.facts;
        let entry = facts.get(name).unwrap_or_else(|| panic!("no {name}"));
        match entry.kind {
            "union" => self.union(entry),
            "marker" => Tree::Object(self.noise(entry)),
            _ if name == "Update" => self.update(entry),
            _ => {
                let fields = entry.fields.iter();
                let fields = fields.map(|field| (field, field.required)).collect();
                self.object(entry, fields)
            }
        }
    }

    /// Generates an object of these fields, which may be required.
    pub(crate) fn object(&mut self, entry: &Entry, mut fields: Vec<(&Field, bool)>) -> Tree {
        let mut members = self.noise(entry);
        // The order is random, so that each field is generated before the budget is spent at times.
        self.source.shuffle(&mut fields);
        let wanted = self.wanted.take();
        for (field, required) in fields {
            let name = field.name;
            let is_wanted = wanted == Some(name);
            if required {
                let value = self.field(entry, field);
                members.push(self.member(name, value, Use::Required));
            } else if is_wanted || self.budget > 0 && self.source.chance(self.density) {
                self.budget = self.budget.saturating_sub(1);
                // A field that can only be true is omitted when it is not.
                let is_false = field.ty == "True" && self.source.chance(30);
                let (value, is) = if is_false {
                    (Tree::Leaf("false".to_owned(), json!(false)), Use::Skipped)
                } else {
                    (self.field(entry, field), Use::Optional)
                };
                members.push(self.member(name, value, is));
            } else if self.source.chance(3) {
                let null = Tree::Leaf("null".to_owned(), json!(null));
                members.push(self.member(name, null, Use::Skipped));
            }
        }
        self.source.shuffle(&mut members);
        Tree::Object(members)
    }

    /// Generates an update of at most one kind; unknown kinds are stored.
    fn update(&mut self, entry: &Entry) -> Tree {
        let number = self.field(entry, entry.field("update_id"));
        let number = self.member("update_id", number, Use::Required);
        let kinds: Vec<_> = entry
            .fields
            .iter()
            .filter(|field| !field.required)
            .collect();
        let mut members = vec![number];
        let wanted = self.wanted.take();
        let wanted = kinds.iter().find(|field| wanted == Some(field.name));
        if wanted.is_some() || self.source.chance(80) {
            let field = wanted.unwrap_or_else(|| self.source.pick(&kinds));
            let value = self.field(entry, field);
            members.push(self.member(field.name, value, Use::Optional));
            // An update stores unknown members.
            let noise = self.noise(entry).into_iter();
            members.extend(noise.map(|member| Member {
                is: Use::Optional,
                ..member
            }));
        } else if self.source.chance(50) {
            let value = self.source.anything_leaf();
            members.push(self.member("telepathy", value, Use::Optional));
        }
        self.source.shuffle(&mut members);
        Tree::Object(members)
    }

    fn member(&mut self, name: &str, value: Tree, is: Use) -> Member {
        let written = if self.source.chance(3) {
            self.source.quoted(name)
        } else {
            format!("\"{name}\"")
        };
        Member {
            name: name.to_owned(),
            written,
            value,
            is,
        }
    }

    /// Generates unknown members, as the next version of a server may add.
    fn noise(&mut self, entry: &Entry) -> Vec<Member> {
        if !entry.is_received() {
            return Vec::new();
        }
        let count = self.source.below(10).saturating_sub(7);
        let member = |number| {
            let name = format!("new{number}{}", self.source.text());
            let written = self.source.quoted(&name);
            let value = self.source.anything_leaf();
            let is = Use::Skipped;
            Member {
                name,
                written,
                value,
                is,
            }
        };
        (0..count).map(member).collect()
    }

    fn union(&mut self, entry: &Entry) -> Tree {
        let spend = self.budget > 0;
        self.budget = self.budget.saturating_sub(1);
        if entry.name == "RichText" && (!spend || self.source.chance(40)) {
            return match self.source.below(3) {
                0 if spend => self.list("RichText"),
                _ => self.text(),
            };
        }
        if let Some(tag) = entry.tag()
            && entry.direction() != "out"
            && self.source.chance(10)
        {
            return self.unknown(tag);
        }
        let facts = self.facts;
        let needs = |name: &str| facts[name].fields.iter().filter(|f| f.required).count();
        let names: Vec<_> = entry.variants.iter().map(|variant| variant.name).collect();
        let least = names.iter().min_by_key(|name| needs(name));
        let name = if spend {
            Some(self.source.pick(&names))
        } else {
            least
        };
        self.named(name.copied().unwrap_or_default())
    }

    /// Generates an unknown variant, which is stored unchanged.
    fn unknown(&mut self, tag: &str) -> Tree {
        let word = format!("new{}", self.source.text());
        let mut parts = vec![format!("\"{tag}\":{}", self.source.quoted(&word))];
        for name in ["x", "y", "z"].iter().take(self.source.below(4)) {
            parts.push(format!("\"{name}\": {}", self.source.anything(2)));
        }
        self.source.shuffle(&mut parts);
        let text = format!("{{{}}}", parts.join(","));
        let value = serde_json::from_str(&text).expect("JSON");
        Tree::Leaf(text, value)
    }

    /// Generates a value for a field of the entry.
    fn field(&mut self, entry: &Entry, field: &Field) -> Tree {
        self.reached.insert((entry.name, field.name));
        let mut words = field.list("const");
        words.extend(field.list("values"));
        words.extend(field.list("each_of"));
        if !words.is_empty() {
            return self.word(entry, field, &words);
        }
        // A message without a date is inaccessible.
        if (entry.name, field.name) == ("Message", "date") {
            return self.integer(1_767_225_600);
        }
        if field.has("upload") && field.ty == "String" {
            return self.file();
        }
        if let Some((min, max)) = field.range("in").filter(|_| self.source.chance(50)) {
            let edge = if self.source.chance(50) { min } else { max };
            if field.ty.starts_with("Integer") {
                return self.integer(edge.unwrap_or_default());
            }
        }
        self.expression(field.ty)
    }

    /// Generates one of these words, or an unknown one if the server writes it.
    fn word(&mut self, entry: &Entry, field: &Field, words: &[&str]) -> Tree {
        let word = *self.source.pick(words);
        if field.ty.starts_with("Array") {
            return Tree::List(vec![self.source.text_leaf(word)]);
        }
        if field.ty != "String" {
            return self.integer(word.parse().unwrap_or_default());
        }
        let is_open = entry.kind != "method" && entry.direction() != "out" && !field.is_tag();
        if is_open && self.source.chance(20) {
            return self.text();
        }
        self.source.text_leaf(word)
    }

    fn text(&mut self) -> Tree {
        let text = self.source.text();
        self.source.text_leaf(&text)
    }

    /// Generates an id, which has no dot, or a URL.
    fn file(&mut self) -> Tree {
        if self.source.chance(30) {
            return self.source.text_leaf("https://example.org/a?b=%C3%A9&c=1");
        }
        let id = self.source.text().replace('.', "");
        self.source.text_leaf(&id)
    }

    fn list(&mut self, item: &str) -> Tree {
        let most = if self.budget == 0 { 1 } else { 4 };
        let count = self.source.below(most);
        self.budget = self.budget.saturating_sub(count);
        Tree::List((0..count).map(|_| self.expression(item)).collect())
    }

    fn expression(&mut self, ty: &str) -> Tree {
        if let Some(item) = ty.strip_prefix("Array<") {
            return self.list(item.strip_suffix('>').unwrap_or(item));
        }
        let alternatives: Vec<_> = ty.split('|').collect();
        match *self.source.pick(&alternatives) {
            _ if ty.starts_with("InputFile") => self.file(),
            "String" => self.text(),
            "Boolean" | "True" => {
                let is = ty == "True" || self.source.chance(50);
                Tree::Leaf(is.to_string(), json!(is))
            }
            "Float" => self.source.float_leaf(),
            number if number.starts_with("Integer32") => {
                let number = self.source.integer() >> 32;
                self.integer(number)
            }
            number if number.starts_with("Unsigned32") => {
                let number = (self.source.integer() >> 32).abs();
                self.integer(number)
            }
            number if number.starts_with("Integer") => {
                let number = self.source.integer();
                if alternatives.len() > 1 {
                    // The id of a chat is sent only, so no server writes it as a float.
                    return Tree::Leaf(number.to_string(), json!(number));
                }
                self.integer(number)
            }
            name => self.named(name),
        }
    }
}
