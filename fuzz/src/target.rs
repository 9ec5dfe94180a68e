//! What is fuzzed.

use std::path::PathBuf;

use crate::fixtures::root;
use crate::random::Source;
use crate::targets::failing::FAILING;
use crate::targets::{decoder, definitions, envelope, forms, text, updates};

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
pub const TARGETS: [Target; 6] = [
    Target::new("decoder", decoder::create, decoder::run),
    Target::new("definitions", definitions::create, definitions::run),
    Target::new("envelope", envelope::create, envelope::run),
    Target::new("forms", forms::create, forms::run),
    Target::new("text", text::create, text::run),
    Target::new("updates", updates::create, updates::run),
];

impl Target {
    pub(crate) const fn new(
        name: &'static str,
        create: fn(&mut Source) -> Vec<u8>,
        run: fn(&[u8]),
    ) -> Self {
        Self { name, create, run }
    }

    /// Returns the target with this name, also if it only fails for tests.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = TARGETS.iter().chain(&FAILING);
        all.find(|target| target.name == name).copied()
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
