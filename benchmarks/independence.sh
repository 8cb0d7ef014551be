#!/usr/bin/env bash
# Shows that the cost depends neither on the number of features nor on the prompt length: whole processes, each
# pair in turn in one run; prints the median of the times and of the ratios.
# Usage: benchmarks/independence.sh [rounds]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
rounds=${1:-7}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

median() { sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

seconds() { # of the command "$@"
  local begun
  begun=$(date +%s.%N)
  "$@" >/dev/null
  awk -v from="$begun" -v to="$(date +%s.%N)" 'BEGIN { print to - from }'
}

compare() { # name, file with pairs of times
  printf '%s: %.2f s and %.2f s, ratio %.2f (medians of %d)\n' "$1" \
    "$(cut -d' ' -f1 "$2" | median)" "$(cut -d' ' -f2 "$2" | median)" \
    "$(awk '{ print $2 / $1 }' "$2" | median)" "$rounds"
}

cases() { # a list of cases at prompt length $1
  awk -v n="$1" 'BEGIN {
    printf "["
    for (i = 0; i < 20000; i++)
      printf "%s{\"probabilities\":[0.5,5e-7,5e-7],\"multiplicities\":[1,1,999999],\"promptLength\":%s,\"query\":1,\"logits\":[%.5f,%.5f,0]}",
        i ? "," : "", n, -i / 4000, i / 4000
    print "]"
  }'
}

million() { "$root/icl" run imbalanced --features 1000000 --dominant 0.5 --prompt-length 1e12 --epsilon 0.01 --out "$scratch/million"; }
hundred_million() { "$root/icl" run imbalanced --features 100000000 --dominant 0.5 --prompt-length 1e14 --epsilon 0.01 --out "$scratch/hundred"; }

cases 100 >"$scratch/short.json"
cases 1000000000000000 >"$scratch/long.json"
"$root/icl" --version >/dev/null
for _ in $(seq "$rounds"); do
  echo "$(seconds million) $(seconds hundred_million)" >>"$scratch/features"
  echo "$(seconds "$root/icl" evaluate "$scratch/short.json") $(seconds "$root/icl" evaluate "$scratch/long.json")" >>"$scratch/length"
done
compare "icl run with 10^6 and with 10^8 features" "$scratch/features"
compare "icl evaluate, 20000 cases, N = 10^2 and N = 10^15" "$scratch/length"
