//! Nesting of entities, and what the server makes of entities that overlap.

use super::entity::{end, is_quote, is_style, is_verbatim, sort};
use crate::types::MessageEntity;

/// Returns whether sorted entities are nested so that markup can express them.
pub(super) fn is_nested(entities: &[MessageEntity]) -> bool {
    let mut open: Vec<&MessageEntity> = Vec::new();
    for entity in entities {
        while open.pop_if(|outer| end(outer) <= entity.offset).is_some() {}
        if let Some(outer) = open.last() {
            let is_repeated = open.iter().any(|outer| outer.r#type == entity.r#type);
            let is_in_other = open.iter().any(|outer| !is_quote(&outer.r#type));
            let is_link_in_link =
                !is_style(&entity.r#type) && open.iter().any(|outer| is_indivisible(outer));
            let must_be_outer = is_quote(&entity.r#type) || is_verbatim(&entity.r#type);
            if end(entity) > end(outer)
                || is_repeated
                || is_link_in_link
                || is_verbatim(&outer.r#type)
                || must_be_outer && is_in_other
                || is_quote(&entity.r#type)
            {
                return false;
            }
        }
        open.push(entity);
    }
    true
}

/// Returns whether an entity is neither a style nor a quote nor code.
fn is_indivisible(entity: &MessageEntity) -> bool {
    let r#type = &entity.r#type;
    !is_style(r#type) && !is_quote(r#type) && !is_verbatim(r#type)
}

/// Sorts entities and resolves overlaps as the server does: of links, code and quotes that overlap,
/// the first stays; styles are merged, and split where others start.
pub(super) fn normalise(mut entities: Vec<MessageEntity>) -> Vec<MessageEntity> {
    entities.retain(|entity| entity.length > 0 && entity.offset >= 0);
    sort(&mut entities);
    let (styles, others): (Vec<_>, Vec<_>) = entities
        .into_iter()
        .partition(|entity| is_style(&entity.r#type));
    let (mut quotes, mut others): (Vec<_>, Vec<_>) = others
        .into_iter()
        .partition(|entity| is_quote(&entity.r#type));
    keep_disjoint(&mut quotes);
    keep_disjoint(&mut others);
    others.retain(|entity| !quotes.iter().any(|quote| crosses(entity, quote)));
    others.append(&mut quotes);
    sort(&mut others);
    let mut pieces = split(&styles, &others);
    others.append(&mut pieces);
    sort(&mut others);
    others
}

/// Keeps the first of entities that overlap. They are sorted.
fn keep_disjoint(entities: &mut Vec<MessageEntity>) {
    let mut last = 0;
    entities.retain(|entity| {
        let is_kept = entity.offset >= last;
        if is_kept {
            last = end(entity);
        }
        is_kept
    });
}

/// Returns whether an entity overlaps a quote without being in it.
fn crosses(entity: &MessageEntity, quote: &MessageEntity) -> bool {
    let overlaps = entity.offset < end(quote) && quote.offset < end(entity);
    overlaps && (entity.offset < quote.offset || end(entity) > end(quote))
}

/// Splits styles at the bounds of others and where other styles start, and removes them from code.
fn split(styles: &[MessageEntity], others: &[MessageEntity]) -> Vec<MessageEntity> {
    let merged = merge(styles);
    let mut bounds: Vec<i64> = merged.iter().map(|style| style.offset).collect();
    bounds.extend(others.iter().flat_map(|other| [other.offset, end(other)]));
    bounds.sort_unstable();
    bounds.dedup();
    let mut pieces = Vec::new();
    for style in &merged {
        let mut start = style.offset;
        let first = bounds.partition_point(|bound| *bound <= start);
        let inner = bounds.iter().skip(first).copied();
        for bound in inner
            .take_while(|bound| *bound < end(style))
            .chain([end(style)])
        {
            let mut piece = style.clone();
            (piece.offset, piece.length) = (start, bound - start);
            pieces.push(piece);
            start = bound;
        }
    }
    let code: Vec<_> = others
        .iter()
        .filter(|other| is_verbatim(&other.r#type))
        .collect();
    pieces.retain(|piece| {
        let after = code.partition_point(|code| code.offset <= piece.offset);
        let before = after.checked_sub(1).and_then(|index| code.get(index));
        before.is_none_or(|code| end(code) <= piece.offset)
    });
    pieces
}

/// Merges styles of one type that overlap or touch.
fn merge(styles: &[MessageEntity]) -> Vec<MessageEntity> {
    let mut merged: Vec<MessageEntity> = Vec::new();
    for style in styles {
        let mut same = merged.iter_mut().rev();
        match same.find(|other| other.r#type == style.r#type) {
            Some(other) if style.offset <= end(other) => {
                other.length = end(other).max(end(style)) - other.offset;
            }
            _ => merged.push(style.clone()),
        }
    }
    merged
}
