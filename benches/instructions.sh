#!/usr/bin/env bash
# Counts the instructions of each workload of instructions.rs and of its baselines. Needs valgrind.
# User instructions are counted, which does not depend on the load of the machine. The count is exact,
# except for whole calls (`call…`), which poll once more if a response is late. Their server is a
# separate process and does not count.
#
#   benches/instructions.sh [part of a workload's name]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! command -v valgrind >/dev/null; then
    echo "valgrind is needed to count instructions; cargo bench measures time without it" >&2
    exit 1
fi

built=$(cargo bench --bench instructions --no-run 2>&1) || {
    echo "$built" >&2
    exit 1
}
program=$(sed -n 's/^ *Executable .*(\(.*\))$/\1/p' <<<"$built")

# Prints the instructions of the whole program for a number of runs of one workload.
total() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$1" "$2" 2>&1 |
        sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

# The workloads that are compared with all others in their group.
ours='^(telegrammar|validated|prepared)$'

printf '%-36s %12s   %s\n' workload instructions 'of the baselines'
"$program" | grep -F -- "${1-}" | {
    declare -A counts
    names=()
    while read -r name; do
        # The difference of two runs excludes the start and the end of the program. The first calls
        # over a connection still grow buffers, so more runs are used for calls.
        if [[ $name == call* ]]; then few=100 many=500; else few=10 many=20; fi
        counts[$name]=$(( ($(total "$name" $many) - $(total "$name" $few)) / (many - few) ))
        names+=("$name")
    done
    for name in "${names[@]}"; do
        ratios=''
        for other in "${names[@]}"; do
            yardstick=${other#*/}
            if [[ ${other%/*} == "${name%/*}" && ${name#*/} =~ $ours &&
                ! $yardstick =~ $ours ]]; then
                # In thousandths, rounded.
                ratio=$(((counts[$name] * 1000 + counts[$other] / 2) / counts[$other]))
                ratios+="$yardstick × $((ratio / 1000)).$(printf %03d $((ratio % 1000)))  "
            fi
        done
        printf '%-36s %12d   %s\n' "$name" "${counts[$name]}" "$ratios"
    done
}
