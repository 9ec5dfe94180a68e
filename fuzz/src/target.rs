//! What is fuzzed.

use std::path::PathBuf;

use crate::fixtures::root;
use crate::random::Source;
use crate::targets::{decoder, definitions, envelope, forms, updates};

/// Something that reads input of others.
#[derive(Clone, Copy)]
pub struct Target {
    pub name: &'static str,
    /// Creates a random input.
    create: fn(&mut Source) -> Vec<u8>,
    /// Panics if anything is wrong with what becomes of the input.
    pub run: fn(&[u8]),
}

/// All targets.
pub const TARGETS: [Target; 5] = [
    Target {
        name: "decoder",
        create: decoder::create,
        run: decoder::run,
    },
    Target {
        name: "definitions",
        create: definitions::create,
        run: definitions::run,
    },
    Target {
        name: "envelope",
        create: envelope::create,
        run: envelope::run,
    },
    Target {
        name: "forms",
        create: forms::create,
        run: forms::run,
    },
    Target {
        name: "updates",
        create: updates::create,
        run: updates::run,
    },
];

impl Target {
    /// Returns the target with this name.
    pub fn named(name: &str) -> Option<Self> {
        TARGETS.into_iter().find(|target| target.name == name)
    }

    /// Returns the input of a case. It depends on nothing else.
    pub fn input(&self, seed: u64, case: usize) -> Vec<u8> {
        (self.create)(&mut Source::new(seed, self.name, case))
    }

    /// The folder of inputs that once failed.
    pub fn corpus(&self) -> PathBuf {
        root().join("fuzz/corpus").join(self.name)
    }
}

/// Runs a target, for a fuzzer that has its own inputs. Panics if anything is wrong.
pub fn run(name: &str, input: &[u8]) {
    let target = Target::named(name).expect("a target");
    (target.run)(input);
}
