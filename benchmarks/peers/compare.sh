#!/usr/bin/env bash
# Compares with PyTorch on one problem, in one run, in turn: time of a warm training run, time of a whole process,
# accuracy. Needs install.sh once. Default threads on both sides. Usage: benchmarks/peers/compare.sh [rounds]
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
source "$here/../jdk.sh"
/usr/bin/python3 -c 'import numpy, torch' 2>/dev/null || fail "PyTorch is missing; run $here/install.sh"
"$root/icl" --version >/dev/null # builds it if sources are newer
exec /usr/bin/python3 "$here/compare.py" --java "$jdk/bin/java" --jar "$jar" --icl "$root/icl" --rounds "${1:-7}"
