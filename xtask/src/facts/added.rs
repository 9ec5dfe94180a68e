//! Adds entries, members and variants at their place on the page.

use std::collections::BTreeSet;

use super::apply::{MARK, mark};
use super::inferred::{alike, class, upload, widened};
use super::text::{Entry, Member, Text, written};
use crate::page::{self, Page, needs_reading, stated};

/// Adds a parameter or field after those that precede it on the page.
pub(crate) fn add_member(facts: &mut Text, entry: &Entry, published: &page::Entry, name: &str) {
    let Some(new) = published.members.iter().find(|member| member.name == name) else {
        return;
    };
    // A type that had no fields is an object now.
    if entry.kind == "marker"
        && let Some(head) = facts.lines.get_mut(entry.head)
    {
        let object = head.replacen("marker ", "object ", 1);
        object.trim_end_matches(" empty_object").clone_into(head);
    }
    let line = new_line(facts, entry.is_method(), new);
    let Some(entry) = facts.entry(&entry.name) else {
        return;
    };
    let known = facts.members(&entry);
    let before: BTreeSet<_> = published
        .members
        .iter()
        .take_while(|member| member.name != name)
        .map(|member| member.name.as_str())
        .collect();
    let after = known
        .iter()
        .filter(|member| before.contains(member.name.as_str()));
    let at = after
        .map(|member| member.line + 1)
        .max()
        .unwrap_or(entry.body.start);
    facts.lines.insert(at, line);
}

/// The line of a new parameter or field.
fn new_line(facts: &Text, is_method: bool, new: &page::Member) -> String {
    let mut member = Member {
        name: new.name.clone(),
        is_required: new.is_required,
        ty: widened(facts, &new.name, &new.ty),
        words: Vec::new(),
        line: 0,
    };
    for (key, value) in stated(new) {
        let value = match value.strip_prefix("..=") {
            Some(most) if key != "in" => format!("0..={most}"),
            _ => value,
        };
        member.words.extend([key.to_owned(), value]);
        if key == "len" {
            let flags = [
                ("after entities parsing", "after_entities"),
                (" bytes", "bytes"),
            ];
            let flags = flags
                .into_iter()
                .filter(|(text, _)| new.prose.contains(text));
            member.words.extend(flags.map(|(_, flag)| flag.to_owned()));
        }
    }
    upload(facts, is_method, new, &mut member);
    // A closed set that is known elsewhere, such as the parse mode.
    if member.words.is_empty()
        && member.ty == "String"
        && let Some(known) = alike(facts, &new.name).filter(|known| known.value("values").is_some())
    {
        member.words.clone_from(&known.words);
    }
    if let Some(what) = needs_reading(new) {
        mark(&mut member, what);
    }
    written(&member)
}

/// The line of a variant: its tag is the constant of the object.
pub(crate) fn variant(facts: &Text, page: &Page, union: &Entry, name: &str) -> String {
    let tag = facts
        .lines
        .get(union.head)
        .and_then(|head| head.split_once(" tag "));
    let tag = tag.map(|(_, tag)| tag.trim().to_owned());
    let published = page.entries.iter().find(|entry| entry.name == name);
    let constant = published
        .and_then(constant)
        .filter(|(field, _)| tag.as_ref() == Some(field));
    match constant {
        Some((_, value)) => format!("  {name} = {value}"),
        None => format!("  {name} {MARK} by which fields the variant is discriminated"),
    }
}

/// The field with a single value, which discriminates an object from others.
fn constant(entry: &page::Entry) -> Option<(String, String)> {
    entry.members.iter().find_map(|member| {
        let stated = stated(member);
        let (_, value) = stated.iter().find(|(key, _)| *key == "const")?;
        Some((member.name.clone(), value.clone()))
    })
}

/// Adds a new method or type after the one that precedes it on the page.
pub(crate) fn add(facts: &mut Text, page: &Page, index: usize, published: &page::Entry) {
    let mut lines = Vec::new();
    let name = &published.name;
    if published.is_method() {
        let result = published.returns.as_deref();
        let (class, is_known) = class(facts, name);
        let has_inline = published
            .members
            .iter()
            .any(|member| member.name == "inline_message_id");
        let by = (result == Some("Message|True") && has_inline).then_some(" by inline_message_id");
        let mark = match result {
            Some(_) if by.is_some() && is_known => String::new(),
            None => format!(" {MARK} what the method returns"),
            Some(result) if result.contains('|') => {
                format!(" {MARK} which parameter selects the result")
            }
            Some(_) if !is_known => format!(" {MARK} whether a call may be repeated"),
            Some(_) => String::new(),
        };
        let (result, by) = (result.unwrap_or("True"), by.unwrap_or_default());
        lines.push(format!("method {name} -> {result}{by} {class}{mark}"));
    } else if !published.variants.is_empty() {
        let constants: Option<Vec<_>> = published
            .variants
            .iter()
            .map(|name| constant(page.entries.iter().find(|entry| entry.name == *name)?))
            .collect();
        let tag = constants
            .as_ref()
            .and_then(|all| all.first())
            .map(|(field, _)| field.clone());
        let is_tagged =
            constants.is_some_and(|all| all.iter().all(|(field, _)| Some(field) == tag.as_ref()));
        match tag.filter(|_| is_tagged) {
            Some(tag) => lines.push(format!("union {name} ? tag {tag}")),
            None => lines.push(format!("union {name} ? untagged")),
        }
    } else if published.members.is_empty() {
        lines.push(format!("marker {name} ? empty_object"));
    } else {
        lines.push(format!("object {name} ?"));
    }
    for member in &published.members {
        lines.push(new_line(facts, published.is_method(), member));
    }
    lines.push(String::new());
    let at = place(facts, page, index, published);
    facts.lines.splice(at..at, lines);
    if let Some(entry) = facts.entry(name).filter(|entry| entry.kind == "union") {
        let lines: Vec<_> = published
            .variants
            .iter()
            .map(|variant| self::variant(facts, page, &entry, variant))
            .collect();
        facts
            .lines
            .splice(entry.body.start..entry.body.start, lines);
    }
}

/// The line at which a new entry starts.
fn place(facts: &mut Text, page: &Page, index: usize, published: &page::Entry) -> usize {
    let same_kind = |entry: &&page::Entry| entry.is_method() == published.is_method();
    let end = |facts: &Text, entry: &Entry| (entry.body.end + 1).min(facts.lines.len());
    let before = page.entries.iter().take(index).rev().filter(same_kind);
    let known = before.filter_map(|entry| Some((entry, facts.entry(&entry.name)?)));
    let Some((previous, entry)) = known.into_iter().next() else {
        // The first of its kind precedes all others.
        let first = facts
            .entries()
            .into_iter()
            .find(|entry| entry.is_method() == published.is_method());
        return first.map_or(facts.lines.len(), |entry| entry.head);
    };
    let is_other = !published.section.is_empty() && published.section != previous.section;
    let at = end(facts, &entry);
    if !is_other || facts.section(&entry) == published.section {
        return at;
    }
    let heading = format!("section {}", published.section);
    let mut after = facts.lines.iter().enumerate().skip(at);
    match after.find(|(_, line)| !line.is_empty()) {
        Some((line, text)) if *text == heading => line + 2,
        _ => {
            facts.lines.splice(at..at, [heading, String::new()]);
            at + 2
        }
    }
}

/// Adds a new kind of update to the sets of all kinds, which the page does not list.
pub(crate) fn add_kind(facts: &mut Text, name: &str) {
    let Some(update) = facts.entry("Update") else {
        return;
    };
    let kinds: Vec<_> = facts
        .members(&update)
        .into_iter()
        .skip(1)
        .map(|member| member.name)
        .collect();
    let Some(place) = kinds.iter().position(|kind| kind == name) else {
        return;
    };
    let Some(previous) = place.checked_sub(1).and_then(|place| kinds.get(place)) else {
        return;
    };
    for entry in facts.entries() {
        for mut member in facts.members(&entry) {
            if member.name != "allowed_updates" {
                continue;
            }
            let at = member.words.iter().position(|word| word == "each_of");
            if let Some(list) = at.and_then(|at| member.words.get_mut(at + 1)) {
                let mut words: Vec<_> = list.split('|').map(str::to_owned).collect();
                if let Some(at) = words.iter().position(|word| word == previous)
                    && !words.iter().any(|word| word == name)
                {
                    words.insert(at + 1, name.to_owned());
                }
                *list = words.join("|");
                facts.set(&member);
            }
        }
    }
}
