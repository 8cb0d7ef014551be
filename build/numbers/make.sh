#!/usr/bin/env bash
# Makes every number that the program publishes: of the presets, of thirty random experiments, of a run
# too large to be held, of all claims and all studies. What two versions of the program make is compared by
# compare.py.
#
#     build/numbers/make.sh LAUNCHER FOLDER
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
icl=$(readlink -f "$1")
mkdir -p "$2"
cd "$2"
python3 "$here/experiments.py" experiments

run() { # COMMAND SOURCE NAME [OPTIONS…]
  local command=$1 source=$2 name=$3
  shift 3
  "$icl" "$command" "$source" --json --out "runs/$name" "$@" >"$name.json" 2>"$name.err"
  echo "$name: $?" >>exits
}

rm -f exits
for preset in imbalanced balanced zipf; do run run $preset $preset; done
for preset in binary multiclass; do run classify $preset $preset; done
run run imbalanced imbalanced-at --at 1e3,1e4,1e6
run run zipf large --features 200 --epsilon 0.03
for file in experiments/softmax-*.yaml; do run run "$file" "$(basename "$file" .yaml)"; done
for file in experiments/mixture-*.yaml; do run classify "$file" "$(basename "$file" .yaml)"; done
"$icl" verify --json --no-save >verify.json 2>verify.err
"$icl" study --out studies >study.txt 2>study.err
