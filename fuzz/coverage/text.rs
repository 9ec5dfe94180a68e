//! The target `text` for libFuzzer.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| telegrammar_fuzz::target::run("text", input));
