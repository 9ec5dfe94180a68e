//! Inputs that once failed are right now, and each is of a target that exists.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use telegrammar_fuzz::run::replay;
use telegrammar_fuzz::target::TARGETS;

#[test]
fn inputs_that_once_failed_do_not_fail() {
    for target in TARGETS {
        let count = replay(target).expect("the corpus");
        println!("{}: {count} inputs", target.name);
    }
}

#[test]
fn inputs_depend_on_seed_and_case_alone() {
    for target in TARGETS {
        let all: Vec<_> = (0..20).map(|case| target.input(3, case)).collect();
        let again: Vec<_> = (0..20).rev().map(|case| target.input(3, case)).collect();
        assert!(all.iter().eq(again.iter().rev()), "{}", target.name);
        let different: BTreeSet<_> = all.iter().collect();
        assert!(different.len() > 10, "{}", target.name);
    }
}

#[test]
fn every_folder_of_the_corpus_has_a_target() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_target = TARGETS.iter().any(|target| name == target.name);
        assert!(is_target, "{}", name.display());
    }
}
