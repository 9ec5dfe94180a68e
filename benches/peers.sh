#!/usr/bin/env bash
# Counts what anybody can count in telegrammar and in other crates for the Bot API:
#
#   methods   how many methods of the facts the sources name, as `getMe` or `get_me`
#   packages  how many packages a bot on Linux compiles for it, with its client on reqwest
#   syn       which major versions of syn are among them
#   decode    how many instructions it takes to decode a batch of 100 updates (benches/data), in millions
#   unknown   what becomes of a batch in which one update has a kind that does not exist yet
#
#   benches/peers.sh [crate …]       default: all
#
# Needs valgrind, and the network for the other crates. What it downloads and writes is below TMPDIR.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C CARGO_TERM_COLOR=never

. "$root/benches/crates.sh"

# The function that decodes a list of updates.
decoder() {
    case $1 in
        telegrammar) echo 'telegrammar::from_json::<Vec<telegrammar::types::Update>>' ;;
        frankenstein) echo 'serde_json::from_str::<Vec<frankenstein::updates::Update>>' ;;
        teloxide) echo 'serde_json::from_str::<Vec<teloxide::types::Update>>' ;;
        tgbot) echo 'serde_json::from_str::<Vec<tgbot::types::Update>>' ;;
    esac
}

# Prints the instructions of the whole program for a number of runs.
instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null target/release/counted "$root/benches/data/updates100.json" "$1" 2>&1 |
        sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

# Prints the folders that hold the sources of a crate.
sources() {
    case $1 in
        telegrammar) echo "$root/src/methods" ;;
        teloxide) echo "$work/$1/vendor/teloxide-core/src" ;;
        *) echo "$work/$1/vendor/$1/src" ;;
    esac
}

# Prints how many methods of the facts a folder names as words.
named() {
    local method words
    words=$(grep -rhoE '[A-Za-z_]+' "$1" | sort -u)
    sed -n 's/^method \([A-Za-z]*\) .*/\1/p' "$root/macros/facts/bot_api.txt" | while read -r method; do
        if grep -qxiF -e "$method" -e "$(sed 's/[A-Z]/_\L&/g' <<<"$method")" <<<"$words"; then
            echo "$method"
        fi
    done | wc -l
}

[[ $# -gt 0 ]] || set -- telegrammar frankenstein tgbot teloxide
for crate in "$@"; do
    dependency "$crate" >/dev/null
done
printf '%-14s %8s %9s   %-6s %8s   %s\n' crate methods packages syn decode unknown
for crate in "$@"; do
    mkdir -p "$work/$crate/src"
    cd "$work/$crate"
    : >src/lib.rs
    cat >Cargo.toml <<-MANIFEST
		[package]
		name = "counted"
		version = "0.1.0"
		edition = "2024"
		[workspace]
		[dependencies]
		$(dependency "$crate")
		# Only for the program below.
		serde_json = "1"
	MANIFEST
    cat >src/main.rs <<-PROGRAM
		use std::hint::black_box;

		/// Decodes the updates of a file a number of times.
		fn main() {
		    let mut arguments = std::env::args().skip(1);
		    let file = std::fs::read_to_string(arguments.next().unwrap()).unwrap();
		    let value: serde_json::Value = serde_json::from_str(&file).unwrap();
		    let text = value.get("result").unwrap_or(&value).to_string();
		    for _ in 0..arguments.next().unwrap().parse::<usize>().unwrap() {
		        match $(decoder "$crate")(black_box(&text)) {
		            Ok(updates) => drop(black_box(updates)),
		            Err(error) => {
		                println!("lost: {error}");
		                return;
		            }
		        }
		    }
		    println!("decoded");
		}
	PROGRAM
    cargo vendor --quiet >/dev/null
    tree=$(cargo tree -e normal,build --prefix none --target x86_64-unknown-linux-gnu --no-dedupe | sort -u)
    packages=$(grep -vc '^counted ' <<<"$tree")
    syn=$(sed -n 's/^syn v\([0-9]*\)\..*/\1/p' <<<"$tree" | sort -u | paste -sd ' ')
    cargo build --quiet --release
    few=$(instructions 10) many=$(instructions 20)
    decode=$(awk "BEGIN { printf \"%.2f\", ($many - $few) / 10 / 1e6 }")
    unknown=$(target/release/counted "$root/benches/data/unknown.json" 1)
    printf '%-14s %8d %9d   %-6s %8s   %s\n' \
        "$crate" "$(named "$(sources "$crate")")" "$packages" "$syn" "$decode" "$unknown"
done
