#!/usr/bin/env bash
# Counts what anybody can count in telegrammar and in other crates for the Bot API:
#
#   methods   how many methods of the facts the sources name, as `getMe` or `get_me`
#   packages  how many packages a bot on Linux compiles for it, with its client on reqwest
#   syn       which major versions of syn are among them
#
#   benches/peers.sh [crate …]       default: all
#
# Needs the network for the other crates. What it downloads and writes is below TMPDIR.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C CARGO_TERM_COLOR=never

# The dependency as a bot would write it.
dependency() {
    case $1 in
        telegrammar) echo "telegrammar = { path = \"$root\" }" ;;
        frankenstein) echo 'frankenstein = { version = "=0.52.1", features = ["client-reqwest"] }' ;;
        teloxide) echo 'teloxide = "=0.17.0"' ;;
        tgbot) echo 'tgbot = "=0.48.1"' ;;
        *)
            echo "no such crate: $1" >&2
            return 2
            ;;
    esac
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
printf '%-14s %8s %9s   %s\n' crate methods packages syn
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
	MANIFEST
    cargo vendor --quiet >/dev/null
    tree=$(cargo tree -e normal,build --prefix none --target x86_64-unknown-linux-gnu --no-dedupe | sort -u)
    packages=$(grep -vc '^counted ' <<<"$tree")
    syn=$(sed -n 's/^syn v\([0-9]*\)\..*/\1/p' <<<"$tree" | sort -u | paste -sd ' ')
    printf '%-14s %8d %9d   %s\n' "$crate" "$(named "$(sources "$crate")")" "$packages" "$syn"
done
