//! The documents, read by tools that nobody here wrote. How to install them: `README.md` in this
//! folder. A tool that is not installed is skipped, unless `TELEGRAMMAR_REQUIRE` names it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use telegrammar::openapi::{Document, document};

use crate::world::World;

/// The folder that the tools are installed in, in its folder `documents`.
const FOLDER: &str = "TELEGRAMMAR_FOREIGN";
/// The tools that must be there, separated by commas.
const REQUIRE: &str = "TELEGRAMMAR_REQUIRE";

/// Another seed makes other samples and mutants.
const SEED: &str = "1";

/// What the document of both versions is called.
const VERSIONS: [&str; 2] = ["openapi.json", "openapi-3.0.json"];

/// How many calls schemathesis makes up of each method, if not two.
const EXAMPLES: &str = "TELEGRAMMAR_SCHEMATHESIS_EXAMPLES";
/// Another seed makes up other ones.
const SEED_OF_CALLS: &str = "TELEGRAMMAR_SCHEMATHESIS_SEED";

/// What those of servers of users' own are called.
const OWN: [&str; 4] = [
    "kennel.json",
    "kennel-3.0.json",
    "garden.json",
    "garden-3.0.json",
];

const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";

/// The folder with the documents, and with what is generated from them.
static OUTPUT: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents");
    fs::create_dir_all(&folder).expect("a folder");
    let write = |document: Document, [name, old]: [&str; 2]| {
        fs::write(folder.join(name), document.to_string()).expect("a writable file");
        let downgraded = document.to_3_0().document;
        fs::write(folder.join(old), downgraded.to_string()).expect("a writable file");
    };
    let [kennel, old_kennel, garden, old_garden] = OWN;
    write(document(), VERSIONS);
    write(crate::own::document(), [kennel, old_kennel]);
    write(crate::forms::document(), [garden, old_garden]);
    folder
});

/// A file of this folder.
fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/openapi/foreign")
        .join(name)
}

/// The folder of the installed tools, if one of them is there.
fn installed(tool: &str, path: &str) -> Option<PathBuf> {
    let folder = env::var_os(FOLDER).filter(|folder| !folder.is_empty());
    let folder = folder.map(|folder| PathBuf::from(folder).join("documents"));
    let found = folder.filter(|folder| folder.join(path).exists());
    if found.is_none() {
        let required = env::var(REQUIRE).unwrap_or_default();
        let is_required = required.split(',').any(|name| name.trim() == tool);
        let reason = format!("there is no documents/{path} in the folder of {FOLDER}");
        assert!(
            !is_required,
            "{tool} is required by {REQUIRE}, but {reason}"
        );
        eprintln!("SKIPPED: {tool}: {reason}");
    }
    found
}

/// Runs a program in the folder of the documents to its end, and returns what it printed.
#[track_caller]
fn run(command: &mut Command) -> String {
    command
        .current_dir(&*OUTPUT)
        .stdin(Stdio::null())
        // Tools tell their makers of their use.
        .env("REDOCLY_TELEMETRY", "off")
        .env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true")
        .env("DO_NOT_TRACK", "1")
        .env("PYTHONDONTWRITEBYTECODE", "1");
    let output = command.output();
    let output = output.unwrap_or_else(|error| panic!("{error}: {command:?}"));
    let texts = [output.stdout, output.stderr];
    let text = texts.map(|text| String::from_utf8_lossy(&text).into_owned());
    let text = text.join("\n");
    assert!(output.status.success(), "{command:?} failed:\n{text}");
    println!("{text}");
    text
}

/// Runs a program with the URL of a fake server, in the world of the examples, and its token.
fn run_with_server(command: impl FnOnce(&str) -> Command) -> String {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    let World { fake, .. } = runtime.block_on(World::start());
    let url = format!("{}/bot{}", fake.url().trim_end_matches('/'), fake.token());
    run(&mut command(&url))
}

#[test]
fn redocly_finds_nothing() {
    let program = "node/node_modules/.bin/redocly";
    let Some(folder) = installed("redocly", program) else {
        return;
    };
    let config = file("redocly.yaml");
    let mut lint = Command::new(folder.join(program));
    lint.arg("lint").args(VERSIONS).args(OWN);
    lint.arg("--config").arg(config);
    let text = run(&mut lint);
    assert!(text.contains("Your API descriptions are valid"), "{text}");
    assert!(!text.contains("You have"), "{text}");
}

#[test]
fn openapi_spec_validator_finds_nothing() {
    let program = "venv/bin/openapi-spec-validator";
    let Some(folder) = installed("openapi-spec-validator", program) else {
        return;
    };
    let text = run(Command::new(folder.join(program)).args(VERSIONS).args(OWN));
    for version in VERSIONS.into_iter().chain(OWN) {
        assert!(text.contains(&format!("{version}: OK")), "{text}");
    }
}

#[test]
fn ajv_accepts_what_is_right_and_refuses_what_is_not() {
    let Some(folder) = installed("ajv", "node/node_modules/ajv") else {
        return;
    };
    for version in VERSIONS {
        let mut validate = Command::new("node");
        validate.arg(file("validate.mjs")).args([version, SEED]);
        enough(&run(validate.env("TOOLS", &folder)), version);
    }
}

/// Asserts that ajv was given enough values of each kind.
#[track_caller]
fn enough(text: &str, version: &str) {
    let count = |what: &str| {
        let line = text.lines().find_map(|line| line.strip_suffix(what));
        let count = line.and_then(|count| count.trim().parse::<usize>().ok());
        count.unwrap_or_default()
    };
    for (what, least) in [
        ("example accepted", 340),
        ("sample accepted", 3000),
        ("missing required: refused", 10_000),
        ("wrong type: refused", 50_000),
        ("out of bounds: refused", 500),
        ("other word: refused", 1000),
        ("other pattern: refused", 100),
        ("unknown member: refused", 1000),
        ("constraint broken: refused", 500),
        ("constraint", 50),
    ] {
        let found = count(&format!(" {what}"));
        assert!(
            found >= least,
            "{version}: {found} {what}, of at least {least}"
        );
    }
}

#[test]
fn openapi_typescript_generates_types_of_a_call() {
    let name = "openapi-typescript";
    let Some(folder) = installed(name, &format!("node/node_modules/.bin/{name}")) else {
        return;
    };
    let programs = folder.join("node/node_modules/.bin");
    run(Command::new(programs.join(name))
        .args([VERSIONS[0], "-o", "bot-api.ts"])
        // Otherwise every parameter with a default must be given.
        .arg("--default-non-nullable=false"));
    let types = OUTPUT.join("bot-api.ts");
    let text = fs::read_to_string(&types).expect("the types");
    fs::write(&types, with_lists_of_themselves(&text)).expect("a writable file");
    fs::copy(file("typed_call.mts"), OUTPUT.join("typed_call.mts")).expect("a copy");
    let mut write = Command::new("node");
    let examples = run(write.arg(file("typed_examples.mjs")).arg(VERSIONS[0]));
    fs::write(OUTPUT.join("typed_examples.mts"), examples).expect("a writable file");
    run(Command::new(programs.join("tsc"))
        .args(["--strict", "--noEmitOnError", "--target", "es2022"])
        .args(["--module", "esnext", "--moduleResolution", "bundler"])
        .args(["typed_call.mts", "typed_examples.mts"]));
    let text = run_with_server(|url| {
        let mut call = Command::new("node");
        call.args(["typed_call.mjs", url]);
        call
    });
    assert!(text.contains("ok typed call"), "{text}");
}

/// In TypeScript, an alias may not be a list of itself, as openapi-typescript writes a text that is a
/// list of texts. An interface may.
fn with_lists_of_themselves(types: &str) -> String {
    let mut types = types.to_owned();
    for name in ["RichText", "RichTextInput"] {
        let reference = format!("components[\"schemas\"][\"{name}\"]");
        let list = format!("{reference}[]");
        assert!(types.contains(&list), "no list of {name}");
        types = types.replace(&list, &format!("{name}List"));
        let list = format!("\nexport interface {name}List extends Array<{reference}> {{}}\n");
        types.push_str(&list);
    }
    types
}

#[test]
fn datamodel_code_generator_generates_models_of_a_call() {
    let name = "datamodel-code-generator";
    let Some(folder) = installed(name, "venv/bin/datamodel-codegen") else {
        return;
    };
    let programs = folder.join("venv/bin");
    run(Command::new(programs.join("datamodel-codegen"))
        .args(["--input", VERSIONS[0], "--input-file-type", "openapi"])
        .args(["--output", "bot_api.py", "--formatters", "builtin"])
        .args(["--output-model-type", "pydantic_v2.BaseModel"]));
    fs::copy(file("typed_call.py"), OUTPUT.join("typed_call.py")).expect("a copy");
    let text = run_with_server(|url| {
        let mut call = Command::new(programs.join("python"));
        call.args(["typed_call.py", url]);
        call
    });
    let mut lines = text.lines();
    let count = lines.find_map(|line| line.strip_suffix(" examples accepted"));
    let count = count.and_then(|count| count.parse::<usize>().ok());
    assert!(count.is_some_and(|count| count > 160), "{text}");
    assert!(text.contains("ok typed call"), "{text}");
}

#[test]
fn schemathesis_finds_no_answer_that_is_not_documented() {
    let program = "venv/bin/schemathesis";
    let Some(folder) = installed("schemathesis", program) else {
        return;
    };
    let value = |name: &str, usual: &str| env::var(name).unwrap_or_else(|_| usual.to_owned());
    let text = run_with_server(|url| {
        let mut test = Command::new(folder.join(program));
        test.arg("--config-file")
            .arg(file("schemathesis.toml"))
            .args(["run", VERSIONS[0], "--url", url, "--checks", CHECKS])
            .args(["--phases", "examples,coverage,fuzzing", "--mode", "all"])
            .args(["--max-examples", &value(EXAMPLES, "2")])
            .args(["--seed", &value(SEED_OF_CALLS, SEED), "--no-shrink"])
            .args(["--suppress-health-check", "all", "--warnings", "off"])
            .args(["--request-timeout", "10", "--continue-on-failure"])
            .env("SCHEMATHESIS_HOOKS", "schemathesis_hooks")
            .env("PYTHONPATH", file(""));
        test
    });
    assert!(text.contains("No issues found"), "{text}");
    let count = |what: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(what));
        line.map_or(0, |count| count.trim().parse::<usize>().unwrap_or_default())
    };
    for (what, least) in [
        ("methods that were called:", 183),
        ("methods that succeeded:", 175),
        ("answers, examples, positive: 200:", 165),
        ("answers, coverage, positive: 200:", 100),
        ("answers, coverage, negative: 400:", 1000),
        ("answers, fuzzing, positive: 200:", 10),
        ("answers, fuzzing, negative: 400:", 50),
    ] {
        let found = count(what);
        assert!(found >= least, "{what} {found}, of at least {least}");
    }
}
