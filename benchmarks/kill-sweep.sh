#!/usr/bin/env bash
# Kills a sweep (kill -9) at ten moments, lets it go on, and compares its folder with that of one that nobody killed.
#
#   benchmarks/kill-sweep.sh            exits with 1 if a byte differs
set -euo pipefail

icl=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/icl
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sweep=(sweep imbalanced --vary K=10..1e8:log:40 --vary p1=0.11..0.98:10 --measure queries.1.convergence,phases.I)

mkdir "$work/whole" "$work/killed"
begun=$(date +%s%N)
"$icl" "${sweep[@]}" --out "$work/whole/sweep" >/dev/null 2>&1
took=$((($(date +%s%N) - begun) / 1000000))
echo "400 points, nobody kills it: $took ms"
for moment in 1 2 3 4 5 6 7 8 9 10; do
  # From right after the start to the drawing; each goes on with what those before have left.
  "$icl" "${sweep[@]}" --out "$work/killed/sweep" >/dev/null 2>&1 &
  sleep "$(echo "scale=3; ($moment * $took / 10 / 3 + 400) / 1000" | bc)"
  kill -9 $! 2>/dev/null || true
  wait $! 2>/dev/null || true
  echo "killed, with $(find "$work/killed/sweep/runs" -name '*.json' 2>/dev/null | wc -l) runs done"
done
"$icl" "${sweep[@]}" --out "$work/killed/sweep" | head -n 1
diff -rq "$work/whole" "$work/killed" && echo "ok: same bytes"
