#!/usr/bin/env bash
# Measures how many updates a bot receives in a second by long polling, in telegrammar and in other crates for the
# Bot API, in the same run: each asks a server on this machine that always has a hundred updates (benches/data), and
# does nothing with them.
#
#   updates/s   by wall-clock time, the best of the runs
#   CPU µs      user and system time of the bot's process for an update, the best of the runs
#
#   benches/polling.sh [crate …]     default: telegrammar, frankenstein, teloxide
#
# UPDATES=100000 and RUNS=3 are the defaults. Needs the network for the other crates. What it downloads and writes is
# below TMPDIR.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
updates=${UPDATES:-100000} runs=${RUNS:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset RUSTFLAGS RUSTC_WRAPPER RUSTUP_TOOLCHAIN "${!CARGO_PROFILE_@}" "${!CARGO_BUILD_@}"
export LC_ALL=C CARGO_TARGET_DIR=$work/target CARGO_TERM_COLOR=never
cp rust-toolchain.toml "$work/"

. "$root/benches/crates.sh"

[[ $# -gt 0 ]] || set -- telegrammar frankenstein teloxide
for crate in "$@"; do
    mkdir -p "$work/$crate/src"
    cp benches/polling/bot.rs "$work/$crate/src/main.rs"
    cp "benches/polling/$crate.rs" "$work/$crate/src/receiver.rs"
    cat >"$work/$crate/Cargo.toml" <<-MANIFEST
		[package]
		name = "$crate-polling"
		version = "0.1.0"
		edition = "2024"
		[workspace]
		[dependencies]
		$(dependency "$crate")
		futures-util = { version = "0.3", default-features = false }
		tokio = { version = "1", features = ["macros", "rt"] }
	MANIFEST
    (cd "$work/$crate" && cargo build --quiet --release)
done
rustc --edition 2024 -O -o "$work/server" benches/polling/server.rs
coproc SERVER { "$work/server" "$root/benches/data/updates100.json"; }
read -r url <&"${SERVER[0]}"

# Prints the milliseconds that a bot took, and the seconds of its processor time.
run() {
    local TIMEFORMAT='%3U %3S'
    { time "$work/target/release/$1-polling" "$url" "$updates"; } 2>&1 | paste -sd ' '
}

for ((run = 0; run < runs; run++)); do
    for crate in "$@"; do
        run "$crate" >>"$work/$crate/times"
    done
done
printf '%-14s %10s %8s\n' crate updates/s 'CPU µs'
for crate in "$@"; do
    awk -v crate="$crate" -v updates="$updates" '
        NR == 1 || $1 < wall { wall = $1 }
        NR == 1 || $2 + $3 < cpu { cpu = $2 + $3 }
        END { printf "%-14s %10d %7.2f\n", crate, updates * 1000 / wall, cpu * 1e6 / (updates + 1000) }
    ' "$work/$crate/times"
done
