//! Empty values of unions, whose variants may hold values of the same union.

use std::cell::RefCell;

use crate::schema::UnionInfo;

thread_local! {
    /// The unions of which an empty value is being created on this thread.
    static OPEN: RefCell<Vec<&'static UnionInfo>> = const { RefCell::new(Vec::new()) };
}

/// Creates an empty value of a union with the first variant that holds no value of the union.
///
/// `of` returns an empty value of a variant. If that needs another value of the same union, that is
/// of the next variant, so the values do not nest infinitely.
#[doc(hidden)]
pub fn empty_union<T>(info: &'static UnionInfo, of: fn(usize) -> T) -> T {
    let depth = OPEN.with_borrow_mut(|open| {
        let same = open.iter().filter(|other| std::ptr::eq(**other, info));
        let depth = same.count();
        open.push(info);
        depth
    });
    let value = of(depth);
    OPEN.with_borrow_mut(Vec::pop);
    value
}
