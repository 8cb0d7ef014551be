#!/usr/bin/env bash
# Kills a large run with -9 at random moments, resumes it each time, and compares its files with those of a run
# that nobody disturbed.
# Usage: benchmarks/resume.sh [--features K] [--kills n] [--seed s]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
features=1000
kills=10
seed=1
while [ $# -gt 0 ]; do
  case "$1" in
    --features) features=$2 ;;
    --kills) kills=$2 ;;
    --seed) seed=$2 ;;
    *) echo "resume.sh: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done
RANDOM=$seed
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

run() { # folder, further options
  local out=$1
  shift
  exec "$root/icl" run zipf --features "$features" --prompt-length 1000000 --epsilon 0.01 --out "$out" "$@"
}

size() { [ -f "$scratch/killed.unfinished/parts.log" ] && wc -c <"$scratch/killed.unfinished/parts.log" || echo none; }

"$root/icl" --version >/dev/null
begun=$(date +%s.%N)
(run "$scratch/whole") >/dev/null
whole=$(awk -v from="$begun" -v to="$(date +%s.%N)" 'BEGIN { print to - from }')
echo "undisturbed: $whole s"

for kill in $(seq "$kills"); do
  # On average the kills use up the time of one run, so that some hit the end of it as well.
  pause=$(awk -v whole="$whole" -v kills="$kills" -v r="$RANDOM" 'BEGIN { print 0.3 + 2 * whole / kills * r / 32768 }')
  (run "$scratch/killed" --resume) >/dev/null 2>&1 &
  pid=$!
  sleep "$pause"
  if kill -9 "$pid" 2>/dev/null; then what=killed; else what="had ended"; fi
  wait "$pid" 2>/dev/null || true
  echo "kill $kill: $what after $pause s; parts.log: $(size) bytes"
done

(run "$scratch/killed" --resume) >/dev/null
failed=0
[ "$(ls -A "$scratch/whole")" = "$(ls -A "$scratch/killed")" ] || { echo "the folders hold different files"; failed=1; }
for file in "$scratch/whole"/*; do
  name=$(basename "$file")
  [ "$name" != provenance.json ] || continue
  if cmp -s "$file" "$scratch/killed/$name"; then
    echo "same bytes: $name"
  else
    echo "DIFFERENT:  $name"
    failed=1
  fi
done
[ "$failed" = 0 ] && echo "resumed after $kills kills: the same files" || exit 1
