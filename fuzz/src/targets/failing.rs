//! Targets that fail on purpose whenever an input contains an `x`: one for each way of failing, for the tests of
//! the runner.

use std::hint::black_box;
use std::time::Duration;

use crate::random::Source;
use crate::target::Target;

pub(crate) static FAILING: [Target; 6] = [
    Target::new("failing-panic", create, |input| {
        assert!(!is_wrong(input), "a wrong input");
    }),
    Target::new("failing-thread", create, |input| {
        if is_wrong(input) {
            // Nobody asks what became of the thread.
            let _ = std::thread::spawn(|| panic!("in a thread")).join();
        }
    }),
    Target::new("failing-overflow", create, |input| {
        if is_wrong(input) {
            let _ = black_box(u8::MAX) + black_box(1);
        }
    }),
    Target::new("failing-memory", create, |input| {
        if is_wrong(input) {
            drop(black_box(vec![1_u8; 16 << 20]));
        }
    }),
    Target::new("failing-stack", create, |input| {
        if is_wrong(input) {
            black_box(deeper(0));
        }
    }),
    Target::new("failing-hang", create, |input| {
        if is_wrong(input) {
            std::thread::sleep(Duration::from_secs(3600));
        }
    }),
];

fn create(source: &mut Source) -> Vec<u8> {
    let length = source.below(40);
    (0..length)
        .map(|_| *source.pick(b"abcdefghijklmnopqrstuvwxyz"))
        .collect()
}

fn is_wrong(input: &[u8]) -> bool {
    input.contains(&b'x')
}

fn deeper(depth: u64) -> u64 {
    let room = black_box([depth; 64]);
    if room[0] == u64::MAX {
        0
    } else {
        1 + deeper(depth + 1) + room[1] % 2
    }
}
