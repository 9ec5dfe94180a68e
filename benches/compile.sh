#!/usr/bin/env bash
# Measures the build times of telegrammar and of two other crates for the Bot API in the same run,
# each with the HTTP client that a bot uses:
#
#   check, dev, release   the crate alone, without its dependencies. telegrammar counts as its three
#                         packages, including the macros
#   bot                   a release build of a small program with it that echoes messages (bots/)
#   both                  release and bot together
#   touched               the same build after one line of the bot was changed
#   dev bot               the bot in the dev profile, incremental, after one line was changed
#   Message               the size of the type in bytes
#
# The last row is a larger bot, with twenty methods and most kinds of updates. Every time is in
# seconds: wall-clock time and, after the slash, user time, which is more reliable on a busy machine.
# Below are the ratios of telegrammar's times to those of each other crate.
#
#   benches/compile.sh [crate …]     such as `benches/compile.sh telegrammar`; default: all three
#
# RUNS=3 repeats every measurement and uses the minimum. Everything is built from scratch in a new
# directory below TMPDIR, which needs some minutes, about 3 GB, and the network for the other crates.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
runs=${RUNS:-1}
[[ $runs =~ ^[1-9][0-9]*$ ]] || {
    echo "RUNS must be a number, not $runs" >&2
    exit 2
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Settings of the environment would change what is measured.
unset RUSTFLAGS RUSTC_WRAPPER RUSTUP_TOOLCHAIN "${!CARGO_PROFILE_@}" "${!CARGO_BUILD_@}"
export LC_ALL=C CARGO_TARGET_DIR=$work/target CARGO_INCREMENTAL=0 CARGO_TERM_COLOR=never
# The bots are built outside of the repository, with its toolchain.
cp rust-toolchain.toml "$work/"

. "$root/benches/crates.sh"

# The packages that a crate consists of.
packages() {
    case $1 in
        telegrammar) echo '-p telegrammar -p telegrammar-core -p telegrammar-macros' ;;
        *) echo "-p $1" ;;
    esac
}

# Prints the output of a command only if it fails.
quietly() {
    "$@" >"$work/log" 2>&1 || {
        cat "$work/log" >&2
        echo "this failed: $*" >&2
        return 1
    }
}

# Prints the time that a command takes.
seconds() {
    local TIMEFORMAT='%2R/%2U'
    { time quietly "$@" 2>&3; } 3>&2 2>&1
}

# Prints the minimum time that the command after `--` takes. Before each run, runs the command before `--`.
least() {
    local before=() wall='' user='' now run
    while [[ $1 != -- ]]; do
        before+=("$1")
        shift
    done
    shift
    for ((run = 0; run < runs; run++)); do
        quietly "${before[@]}"
        now=$(seconds "$@")
        wall=$(printf '%s\n' $wall "${now%/*}" | sort -n | head -n 1)
        user=$(printf '%s\n' $user "${now#*/}" | sort -n | head -n 1)
    done
    echo "$wall/$user"
}

# Changes a line of the bot, each time in another way.
touch_line() {
    sed -i "s/^const PREFIX: &str = .*/const PREFIX: \&str = \"echo $RANDOM$RANDOM: \";/" src/main.rs
}

# Creates a package with the program `bots/$2.rs` on crate $1.
new_bot() {
    mkdir -p "$work/$2/src/bin"
    cd "$work/$2"
    cat >Cargo.toml <<-MANIFEST
		[package]
		name = "bot-$2"
		version = "0.1.0"
		edition = "2024"
		[workspace]
		[dependencies]
		$(dependency "$1")
		tokio = { version = "1.54", features = ["macros", "rt"] }
	MANIFEST
    # So that all are built with the same versions of shared dependencies.
    cp "$root/Cargo.lock" Cargo.lock
    cp "$root/benches/bots/$2.rs" src/main.rs
    grep -q '^const PREFIX: ' src/main.rs
    # An empty crate, to build the dependencies separately.
    : >src/lib.rs
    echo "fn main() { println!(\"{}\", size_of::<$1::types::Message>()) }" >src/bin/size.rs
    quietly cargo fetch || {
        echo "the packages cannot be had; is there a network?" >&2
        return 1
    }
}

# Prints the times to build the bot: first, after a change, and after a change in the dev profile.
measure_bot() {
    local bot=(cargo build --bin "bot-$1")
    least cargo clean --release -p "bot-$1" -- "${bot[@]}" --release
    least touch_line -- "${bot[@]}" --release
    export CARGO_INCREMENTAL=1
    quietly "${bot[@]}"
    least touch_line -- "${bot[@]}"
}

# Prints the sum or the quotient of two measurements.
both() {
    awk -F'[/ ]' '{ printf "%.2f/%.2f", $1 + $3, $2 + $4 }' <<<"$1 $2"
}
part() {
    awk -F'[/ ]' '{ printf "%.2f/%.2f", $1 / $3, $2 / $4 }' <<<"$1 $2"
}

row() {
    printf '%-24s %12s %12s %12s %12s %13s %12s %12s %8s\n' "$@"
}

[[ $# -gt 0 ]] || set -- telegrammar frankenstein tgbot
for crate in "$@"; do
    dependency "$crate" >/dev/null
    [[ -f benches/bots/$crate.rs ]] || {
        echo "there is no bot on $crate" >&2
        exit 2
    }
done
declare -A times
row 'seconds: clock/user' check dev release bot both touched 'dev bot' Message
for crate in "$@"; do
    new_bot "$crate" "$crate"
    quietly cargo check --lib
    quietly cargo build --lib
    quietly cargo build --lib --release
    read -ra packages < <(packages "$crate")
    check=$(least cargo clean "${packages[@]}" -- cargo check --lib)
    dev=$(least cargo clean "${packages[@]}" -- cargo build --lib)
    release=$(least cargo clean --release "${packages[@]}" -- cargo build --lib --release)
    size=$(cargo run --quiet --bin size)
    mapfile -t bot <<<"$(measure_bot "$crate")"
    both=$(both "$release" "${bot[0]}")
    times[$crate]="$check $dev $release ${bot[0]} $both ${bot[1]} ${bot[2]}"
    row "$crate" ${times[$crate]} "$size"
done
if [[ -v times[telegrammar] ]]; then
    new_bot telegrammar moderator
    quietly cargo build --lib
    quietly cargo build --lib --release
    mapfile -t bot <<<"$(measure_bot moderator)"
    row 'with twenty methods' '' '' '' "${bot[0]}" '' "${bot[1]}" "${bot[2]}" ''
    read -ra ours <<<"${times[telegrammar]}"
    for crate in "$@"; do
        [[ $crate != telegrammar ]] || continue
        read -ra theirs <<<"${times[$crate]}"
        parts=()
        for at in "${!ours[@]}"; do
            parts+=("$(part "${ours[at]}" "${theirs[at]}")")
        done
        row "telegrammar/$crate" "${parts[@]}" ''
    done
fi
