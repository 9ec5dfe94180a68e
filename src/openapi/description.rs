//! The description of a method: its documentation, and for tools the constraints between parameters.

use super::doc_text::DocText;
use super::methods::MethodEntry;

/// Returns the description of a method, which these structs declare: what they have in common, and then
/// what is special of each.
pub(super) fn of_tool(entries: &[&MethodEntry]) -> String {
    // Callers of a tool know no structs.
    let names = entries
        .iter()
        .map(|entry| format!("`{}`", entry.struct_name()));
    let names: Vec<_> = names.collect();
    let is_of_method = |text: &str| !names.iter().any(|name| text.contains(name));
    let texts = entries.iter().map(|entry| {
        let mut text = Text::of(entry);
        text.documentation
            .retain(|paragraph| is_of_method(paragraph));
        text
    });
    let text = merged(&texts.collect::<Vec<_>>());
    match entries.first() {
        Some(first) if text.is_empty() => first.name().to_owned(),
        _ => text,
    }
}

/// Returns the same without the constraints, which are told elsewhere, and with what is said of structs.
pub(super) fn documentation(entries: &[&MethodEntry]) -> String {
    let texts = entries.iter().map(|entry| Text {
        rules: Vec::new(),
        ..Text::of(entry)
    });
    merged(&texts.collect::<Vec<_>>())
}

fn merged(texts: &[Text]) -> String {
    let Some(first) = texts.first() else {
        return String::new();
    };
    let common = first.only(|line| texts.iter().all(|text| text.has(line)));
    let mut parts: Vec<String> = common.paragraphs();
    for text in texts {
        let own = text.only(|line| !common.has(line)).paragraphs();
        if own.is_empty() {
            continue;
        }
        let special = text.required.iter();
        let special = special.filter(|name| !texts.iter().all(|text| text.required.contains(name)));
        let special: Vec<_> = special.map(|name| format!("`{name}`")).collect();
        if !special.is_empty() {
            parts.push(format!("With {}:", special.join(" and ")));
        }
        parts.extend(own);
    }
    parts.join("\n\n")
}

/// What is said of a struct.
struct Text {
    documentation: Vec<String>,
    rules: Vec<String>,
    required: Vec<&'static str>,
}

impl Text {
    fn of(entry: &MethodEntry) -> Self {
        let text = DocText::of(entry.definition().doc).text;
        let paragraphs = text.split("\n\n").filter(|text| !text.is_empty());
        let required = entry.info().params().iter().filter(|param| param.required);
        Self {
            documentation: paragraphs.map(str::to_owned).collect(),
            rules: entry
                .info()
                .relations()
                .iter()
                .map(|rule| format!("- {rule}"))
                .collect(),
            required: required.map(|param| param.name).collect(),
        }
    }

    fn has(&self, line: &str) -> bool {
        self.documentation
            .iter()
            .chain(&self.rules)
            .any(|known| known == line)
    }

    fn only(&self, is_kept: impl Fn(&str) -> bool) -> Self {
        let kept = |lines: &[String]| lines.iter().filter(|line| is_kept(line)).cloned().collect();
        Self {
            documentation: kept(&self.documentation),
            rules: kept(&self.rules),
            required: self.required.clone(),
        }
    }

    fn paragraphs(&self) -> Vec<String> {
        let mut paragraphs = self.documentation.clone();
        if !self.rules.is_empty() {
            paragraphs.push(self.rules.join("\n"));
        }
        paragraphs
    }
}
