//! The runner finds every kind of failure, shortens its input, and says how to repeat it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_telegrammar-fuzz"))
}

/// Runs a target that fails, and checks the report.
fn is_reported(target: &str, what: &str) {
    let output = program()
        .args([target, "--seconds", "60", "--seed", "5"])
        .output();
    let output = output.expect("the program runs");
    let report = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{target}: {report}");
    assert!(
        report.contains(&format!("{target}: seed 5, case ")),
        "{report}"
    );
    assert!(report.contains(what), "{report}");
    let file = report
        .lines()
        .rev()
        .find_map(|line| line.split_once(" --input "));
    let file = PathBuf::from(file.expect("a command").1);
    assert_eq!(fs::read(&file).expect("the input"), b"x", "{report}");
    if target != "failing-hang" {
        let again = program().arg(target).arg("--input").arg(&file).output();
        let again = again.expect("the program runs");
        assert!(!again.status.success(), "{target}");
    }
    fs::remove_file(file).expect("the input");
}

#[test]
fn a_panic_is_reported() {
    is_reported("failing-panic", "a wrong input");
}

#[test]
fn a_panic_in_another_thread_is_reported() {
    is_reported("failing-thread", "another thread");
}

#[test]
fn an_overflow_is_reported() {
    is_reported("failing-overflow", "attempt to add with overflow");
}

#[test]
fn memory_out_of_proportion_is_reported() {
    is_reported("failing-memory", "bytes of memory for an input of");
}

#[test]
fn a_stack_overflow_does_not_lose_the_input() {
    is_reported("failing-stack", "crash");
}

#[test]
fn a_hang_does_not_lose_the_input() {
    is_reported("failing-hang", "hang");
}

#[test]
fn an_input_of_its_own_can_be_run() {
    let file = std::env::temp_dir().join(format!("telegrammar-fuzz-test-{}", std::process::id()));
    fs::write(&file, "abc").expect("a file");
    let output = program()
        .args(["failing-panic", "--input"])
        .arg(&file)
        .output();
    fs::remove_file(file).expect("the file");
    assert!(output.expect("the program runs").status.success());
}

#[test]
fn what_is_not_understood_is_an_error() {
    for arguments in [
        &[][..],
        &["nothing"],
        &["decoder", "--seed"],
        &["decoder", "--seed", "x"],
    ] {
        let output = program()
            .args(arguments)
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}
