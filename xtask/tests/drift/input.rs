//! What is accepted as input, and what the command returns.

use std::fmt::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use xtask::drift::run;

use crate::{compare, finds, lines, update};

#[test]
fn lists_responses_and_several_values_are_accepted() {
    let known = update(json!({}));
    let other = update(json!({"mood": 1}));
    let line = |path: &str, times: &str| {
        format!("unknown member `Message.mood` (Integer) at {path}.message.mood, {times}")
    };
    let list = json!([known, other, other]);
    finds(&[], &list, &[&line("$[1]", "2 times")]);
    let response = json!({"ok": true, "result": list});
    finds(&[], &response, &[&line("$.result[1]", "2 times")]);
    finds(
        &["--method", "getUpdates"],
        &response,
        &[&line("$.result[1]", "2 times")],
    );
    let each = format!("{known}\n{other}\n\n{response}\n");
    assert_eq!(lines(&[], &each), [line("$#2", "3 times")]);
    let pretty = serde_json::to_string_pretty(&other).expect("JSON");
    assert_eq!(
        lines(&[], &format!("\u{feff}{pretty}")),
        [line("$", "once")]
    );
    assert_eq!(lines(&["-"], &pretty), [line("$", "once")]);
}

#[test]
fn the_envelope_of_a_response_is_compared_too() {
    let refusal = |more: Value| json!({"ok": false, "error_code": 429, "description": "secret", "parameters": more});
    finds(&[], &refusal(json!({"retry_after": 3})), &[]);
    finds(
        &[],
        &refusal(json!({"retry_after": "3", "retry_before": 3})),
        &[
            "wrong kind of `ResponseParameters.retry_after`: expected Integer (String) at $.parameters.retry_after, once",
            "unknown member `ResponseParameters.retry_before` (Integer) at $.parameters.retry_before, once",
        ],
    );
    finds(
        &["--method", "logOut"],
        &json!({"ok": true, "result": true, "warning": "secret"}),
        &["unknown member `response.warning` (String) at $.warning, once"],
    );
}

#[test]
fn bad_input_is_an_error_that_quotes_nothing() {
    for (input, expected) in [
        ("", "stdin: there is no JSON"),
        (" \n", "stdin: there is no JSON"),
        (
            "secret",
            "stdin: record 1: expected value at line 1 column 1",
        ),
        (
            r#"{"secret": "secret}"#,
            "stdin: record 1: EOF while parsing a string at line 1 column 19",
        ),
        (
            r#"{"ok": true}"#,
            "stdin: record 1: a successful response has no `result`",
        ),
    ] {
        assert_eq!(
            compare(&[], input).error.as_deref(),
            Some(expected),
            "{input}"
        );
    }
    // What was found before is not lost.
    let outcome = compare(&[], &format!("{}\n{{", update(json!({"mood": 1}))));
    assert_eq!(outcome.report.lines().count(), 1);
    assert!(outcome.error.is_some());
}

#[test]
fn a_bad_line_is_reported_and_the_next_ones_are_read() {
    let drift = update(json!({"mood": 1}));
    let found = ["unknown member `Message.mood` (Integer) at $#1.message.mood, 3 times"];
    for (bad, says) in [
        (
            r#"{"update_id": 1e400}"#,
            "number out of range at line 2 column 19",
        ),
        (
            r#"{"update_id": 1"#,
            "expected `,` or `}` at line 3 column 1",
        ),
        ("secret", "expected value at line 2 column 1"),
        (r#"{"ok": true}"#, "a successful response has no `result`"),
    ] {
        let outcome = compare(&[], &format!("{drift}\n{bad}\n{drift}\n\n{drift}\n"));
        assert_eq!(outcome.report.lines().collect::<Vec<_>>(), found, "{bad}");
        let error = format!("stdin: record 2: {says}");
        assert_eq!(outcome.error, Some(error), "{bad}");
    }
    let bad = r#"{"update_id": 1e400}"#;
    let outcome = compare(&[], &format!("{bad}\n{drift}\n{bad}\n"));
    assert_eq!(outcome.report.lines().count(), 1);
    let error = outcome.error.expect("an error");
    let lines = [
        "stdin: record 1: number out of range at line 1 column 19",
        "stdin: record 3: number out of range at line 3 column 19",
    ];
    assert_eq!(error.lines().collect::<Vec<_>>(), lines);
    // The rest of a value that takes several lines is no value.
    for pretty in [
        "{\n  \"update_id\": 1e400,\n  \"message\": {}\n}\n",
        "[\n1e400,\n{}\n]",
        "[1e400,\n{}\n]",
    ] {
        let error = compare(&[], pretty).error.expect("an error");
        assert_eq!(error.lines().count(), 1, "{error}");
    }
}

#[test]
fn deep_nesting_is_an_error_and_no_overflow() {
    let deep = |depth: usize| {
        format!(
            "{}{}",
            r#"{"reply_to_message":"#.repeat(depth),
            "}".repeat(depth)
        )
    };
    for text in ["[".repeat(1_000_000), deep(100_000)] {
        let error = compare(&[], &text).error.expect("an error");
        assert!(error.contains("recursion limit exceeded"), "{error}");
    }
    // As deep as a server could ever nest it.
    let mut quote = json!({"type": "paragraph", "text": "a", "mood": 1});
    for _ in 0..30 {
        quote = json!({"type": "blockquote", "blocks": [quote]});
    }
    let found = lines(&["--type", "RichBlock"], &quote.to_string());
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("unknown member `RichBlockParagraph.mood`"),
        "{found:?}"
    );
}

#[test]
fn a_megabyte_takes_little_time() {
    let mut text = String::new();
    while text.len() < 1_000_000 {
        let _ = writeln!(
            text,
            "{}",
            update(json!({"text": "a", format!("m{}", text.len()): 1}))
        );
    }
    let start = Instant::now();
    let found = lines(&[], &text);
    assert!(found.len() > 1000, "{}", found.len());
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
}

#[test]
fn a_megabyte_of_bad_lines_takes_little_time() {
    let start = Instant::now();
    let outcome = compare(&[], &"{\"update_id\": 1e400}\n".repeat(50_000));
    let error = outcome.error.expect("an error");
    assert_eq!(error.lines().count(), 50_000);
    assert!(error.ends_with("record 50000: number out of range at line 50000 column 19"));
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn wrong_arguments_are_errors() {
    for (arguments, expected) in [
        (&["--type", "Mesage"][..], "the facts have no type `Mesage`"),
        (&["--method", "getMee"], "the facts have no method `getMee`"),
        (&["--method", "User"], "the facts have no method `User`"),
        (&["--type"], "`--type` needs a name"),
        (
            &["--type", "User", "--method", "getMe"],
            "`--type` and `--method` exclude each other",
        ),
        (&["--quiet"], "unknown option `--quiet`"),
        (&["a", "b"], "`b` is one name too many"),
    ] {
        let error = run(arguments, &mut "{}".as_bytes()).expect_err(expected);
        assert_eq!(error, expected);
    }
    let error = run(&["/nowhere/at/all"], &mut "{}".as_bytes()).expect_err("no file");
    assert!(error.starts_with("/nowhere/at/all: "), "{error}");
}

#[test]
fn the_exit_code_tells_drift_from_errors() {
    let code = |arguments: &[&str], input: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(["facts", "drift"]).args(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut child = command.spawn().expect("the tool");
        let mut stdin = child.stdin.take().expect("stdin");
        // A tool that has already ended reads nothing.
        let _ = std::io::Write::write_all(&mut stdin, input.as_bytes());
        drop(stdin);
        child.wait().expect("an end").code()
    };
    assert_eq!(code(&[], &update(json!({})).to_string()), Some(0));
    assert_eq!(code(&[], &update(json!({"mood": 1})).to_string()), Some(1));
    assert_eq!(code(&[], "{"), Some(2));
    assert_eq!(code(&["--type", "Nothing"], "{}"), Some(2));
}
