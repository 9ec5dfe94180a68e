//! Parses the lines of one entry.
//!
//! Nothing here fails: an unknown word is added to `unknown`, and a test checks that this list is
//! empty for the whole text. So the text can be extended before this parser, and a macro never
//! fails because of an unknown fact.

use super::api_type::{TypeExpr, Width};
use super::bounds::{Bounds, Len, LenUnit};
use super::model::{
    CallClass, Direction, FieldFacts, MethodFacts, Order, Place, Shape, Source, TypeFacts, Upload,
    VariantFacts,
};
use super::rules::{self, RuleFacts};
use super::words::{Words, list, value};

/// Parses a method's head line and the lines below it.
pub(super) fn method(
    head: &'static str,
    lines: impl Iterator<Item = &'static str>,
    unknown: &mut Vec<&'static str>,
) -> Option<MethodFacts> {
    let mut words = head.strip_prefix("method ")?.split_ascii_whitespace();
    let name = words.next()?;
    let returns = words.next().filter(|word| *word == "->");
    let returns = returns.and_then(|_| type_expr(words.next()?))?;
    let (mut returns_by, mut class) = (None, None);
    while let Some(word) = words.next() {
        match word {
            "by" => returns_by = words.next(),
            _ => match CallClass::parse(word) {
                Some(known) => class = Some(known),
                None => unknown.push(word),
            },
        }
    }
    if class.is_none() {
        unknown.push(head);
    }
    let mut fields = Vec::new();
    let mut rules = Vec::new();
    let mut why = None;
    for line in lines {
        match line.trim_start().strip_prefix("why ") {
            Some(reason) if why.is_none() && fields.is_empty() && rules.is_empty() => {
                why = Some(reason);
            }
            Some(_) => unknown.push(line),
            None => members(line, &mut fields, &mut rules, unknown),
        }
    }
    Some(MethodFacts {
        name,
        returns,
        returns_by,
        // A call of a method without a class is not retried.
        class: class.unwrap_or(CallClass::Once),
        why,
        fields,
        rules,
    })
}

/// Parses a type's head line and the lines below it.
pub(super) fn ty(
    head: &'static str,
    lines: impl Iterator<Item = &'static str>,
    unknown: &mut Vec<&'static str>,
) -> Option<TypeFacts> {
    let mut words = head.split_ascii_whitespace();
    let kind = words.next()?;
    let name = words.next()?;
    let direction = Direction::parse(words.next()?)?;
    let (mut tag, mut plain) = (None, None);
    while let Some(word) = words.next() {
        match word {
            "tag" => tag = words.next(),
            "plain" => plain = words.next().and_then(type_expr),
            // The two kinds of markers are declared in the same way.
            "untagged" | "empty_object" | "file_upload" => {}
            _ => unknown.push(word),
        }
    }
    let mut fields = Vec::new();
    let mut rules = Vec::new();
    let mut variants = Vec::new();
    for line in lines {
        if kind != "union" || RuleFacts::starts(line) {
            members(line, &mut fields, &mut rules, unknown);
        } else {
            match variant(line, unknown) {
                Some(variant) => variants.push(variant),
                None => unknown.push(line),
            }
        }
    }
    let shape = match kind {
        "object" => Shape::Object(fields),
        "union" => Shape::Union {
            tag,
            variants,
            plain,
        },
        _ => Shape::Marker,
    };
    Some(TypeFacts {
        name,
        direction,
        shape,
        rules,
    })
}

/// Parses one line of a method or object: a field or a rule.
fn members(
    line: &'static str,
    fields: &mut Vec<FieldFacts>,
    rules: &mut Vec<RuleFacts>,
    unknown: &mut Vec<&'static str>,
) {
    if RuleFacts::starts(line) {
        match rules::rule(line) {
            Some(rule) => rules.push(rule),
            None => unknown.push(line),
        }
    } else {
        match field(line, unknown) {
            Some(field) => fields.push(field),
            None => unknown.push(line),
        }
    }
}

/// Parses `Type`, `Type = tag` or `Type = tag with field+field`.
fn variant(line: &'static str, unknown: &mut Vec<&'static str>) -> Option<VariantFacts> {
    let mut words = line.split_ascii_whitespace();
    let mut variant = VariantFacts {
        name: words.next()?,
        tag: None,
        discriminating_fields: Vec::new(),
    };
    while let Some(word) = words.next() {
        match word {
            "=" => variant.tag = words.next(),
            "with" => variant.discriminating_fields = words.next()?.split('+').collect(),
            _ => unknown.push(word),
        }
    }
    Some(variant)
}

/// Parses `name: Type …` or `name?: Type …`.
fn field(line: &'static str, unknown: &mut Vec<&'static str>) -> Option<FieldFacts> {
    let mut words = line.split_ascii_whitespace();
    let name = words.next()?.strip_suffix(':')?;
    let optional = name.strip_suffix('?');
    let mut field = FieldFacts {
        name: optional.unwrap_or(name),
        required: optional.is_none(),
        ty: type_expr(words.next()?)?,
        ..FieldFacts::default()
    };
    while let Some(word) = words.next() {
        if fact(&mut field, word, &mut words).is_none() {
            unknown.push(word);
        }
    }
    Some(field)
}

/// Adds one fact to the field; `None` if the word, or what follows it, is invalid.
fn fact(field: &mut FieldFacts, word: &'static str, words: &mut Words) -> Option<()> {
    match word {
        "const" => field.constant = Some(words.next()?),
        "values" => field.values = list(words)?,
        "in" => field.range = Some(Bounds::parse(words.next()?)?),
        "or" => field.also_allowed = list(words)?,
        "nonzero" => field.nonzero = true,
        "len" => {
            field.len = Some(Len {
                bounds: Bounds::parse(words.next()?)?,
                unit: LenUnit::Chars,
                after_entities: false,
            });
        }
        "bytes" => field.len.as_mut()?.unit = LenUnit::Bytes,
        "after_entities" => field.len.as_mut()?.after_entities = true,
        "line_feeds" => field.line_feeds = Some(Bounds::parse(words.next()?)?),
        "items" => field.items = Some(Bounds::parse(words.next()?)?),
        "total_len" => field.total_len = Some(Bounds::parse(words.next()?)?),
        "each_in" => field.each_in = Some(Bounds::parse(words.next()?)?),
        "each_of" => field.each_of = list(words)?,
        "each_pattern" => field.each_pattern = Some(words.next()?),
        "hedged" => field.hedged = true,
        "pattern" => field.pattern = Some(words.next()?),
        "partial" => field.pattern_partial = true,
        "default" => field.default = Some(value(words.next()?)),
        "upload" => {
            field.upload = Some(Upload {
                place: Place::parse(words.next()?)?,
                sources: Vec::new(),
                or_dropped: false,
            });
        }
        "sources" => {
            let sources = words.next()?.split('|').map(Source::parse);
            field.upload.as_mut()?.sources = sources.collect::<Option<_>>()?;
        }
        "or_dropped" => field.upload.as_mut()?.or_dropped = true,
        // No check uses these: only the server knows all limits of a URL or an emoji, and a missing
        // `Box` is reported by the compiler.
        "scheme" | "ports" | "unique_in" => drop(words.next()?),
        "no_emoji" | "recursive" => {}
        _ => field.order = Some(Order::parse(word)?),
    }
    Some(())
}

/// Parses a type expression, which is always a single word.
pub(super) fn type_expr(word: &'static str) -> Option<TypeExpr> {
    if let Some(item) = word.strip_prefix("Array<") {
        let item = type_expr(item.strip_suffix('>')?)?;
        return Some(TypeExpr::Array(Box::new(item)));
    }
    if word.contains('|') {
        let alternatives = word.split('|').map(type_expr).collect::<Option<_>>()?;
        return Some(TypeExpr::OneOf(alternatives));
    }
    Some(match word {
        "Integer32" => TypeExpr::Integer(Width::Signed32),
        // No check requires an unsigned type, and what the page does not specify may change.
        "Integer" | "Integer32~" | "Unsigned32" | "Unsigned32~" => TypeExpr::Integer(Width::Unsaid),
        "Integer64" => TypeExpr::Integer(Width::Signed64),
        "Integer52" => TypeExpr::Integer(Width::Significant52),
        "Float" => TypeExpr::Float,
        "String" => TypeExpr::String,
        "Boolean" => TypeExpr::Boolean,
        "True" => TypeExpr::True,
        name if name.bytes().all(|byte| byte.is_ascii_alphanumeric()) => TypeExpr::Ref(name),
        _ => return None,
    })
}
