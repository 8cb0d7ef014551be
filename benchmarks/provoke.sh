#!/usr/bin/env bash
# Provokes for real what a machine can do to the program: full disks, closed outputs, other locales, no home, no memory,
# read-only folders, signals at any moment, two processes in one folder. Each must end with a sentence and a sensible
# exit code, and leave nothing half-written. Run as root for the file systems of its own; else those are skipped.
#
#   benchmarks/provoke.sh            exits with 1 if anything went otherwise
set -uo pipefail

icl=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/icl
work=$(mktemp -d)
mounted=()
failures=0
trap 'for m in "${mounted[@]}"; do umount "$m"; done; rm -rf "$work"' EXIT
cd "$work"
"$icl" --version >/dev/null || exit 1

# check NAME EXIT-CODES SENTENCE: the last command's code, and that stderr is that sentence, without a stack trace
check() {
  local said
  said=$(grep -v '^icl: [0-9]*%' err)
  if [[ " $2 " == *" $code "* ]] && [[ "$said" == *"$3"* ]] && ! grep -q '	at \|Exception' err; then
    echo "ok    $1: ${said:0:150}"
  else
    echo "FAIL  $1: exit code $code (wanted $2), stderr: $(head -c 400 err)"
    failures=$((failures + 1))
  fi
}

# empty NAME [FOLDER]: nothing is left
empty() {
  local left
  left=$(find "${2:-.}" -mindepth 1 ! -name err ! -name out | head -5 | tr '\n' ' ')
  [ -z "$left" ] && { echo "ok    $1: nothing left"; return; }
  echo "FAIL  $1: left $left"
  failures=$((failures + 1))
}

run() {
  "$icl" "$@" >out 2>err
  code=$?
}

commands=("run balanced --no-save" "systems" "verify --list" "--help" "run --help" "run balanced --no-save --json"
  "run balanced --print-experiment" "verify stage-wise-order --no-save")
for command in "${commands[@]}"; do
  "$icl" $command >/dev/full 2>err
  code=$?
  check "output to a full device, $command" 1 "the output cannot be written to its end"
  "$icl" $command >&- 2>err
  code=$?
  check "closed output, $command" 1 "the output cannot be written to its end"
done

mkdir é
printf 'tokenLaw: {probabilities: [0.5, 0.5]}\npromptLength: 9\n' >é/é.yaml
LC_ALL=C run run é/é.yaml --out é/run
check "LC_ALL=C with other letters in a path" 0 ""
rm -rf é
(unset HOME; "$icl" systems >out 2>err)
code=$?
check "no HOME" 0 ""
for space in 200000 900000; do
  (ulimit -v $space; "$icl" systems >out 2>err)
  code=$?
  check "address space of $space KiB" 1 "the address space is limited to $space KiB"
done
for space in 1200000 1600000 3000000 8000000; do
  (ulimit -v $space; "$icl" run balanced --no-save >out 2>err)
  code=$?
  check "address space of $space KiB" 0 ""
done
ICL_HEAP=10m run run zipf --features 4000 --query 0 --no-save
check "a heap that is too small" 1 "needs more memory than"
(ulimit -n 48; "$icl" run balanced --no-save >out 2>err)
code=$?
check "few files that may be open" 1 "at least 128 are needed"
(ulimit -d 100000; "$icl" run balanced --no-save >out 2>err)
code=$?
check "a small data segment" 1 "the data segment is limited to"
JAVA_TOOL_OPTIONS="-Duser.language=ar -Duser.country=EG" run run binary --no-save
check "a language with digits of its own" 0 ""
if grep -q '[٠-٩]' err; then
  echo "FAIL  digits of another language: $(head -c 200 err)"
  failures=$((failures + 1))
fi
ICL_HEAP=much run systems
check "a heap that is no size" 2 "ICL_HEAP must be a size"
ICL_HEAP=0 run systems
check "a heap of nothing" 2 "ICL_HEAP must be a size"
for command in "run -" "evaluate -"; do
  "$icl" $command <&- >out 2>err
  code=$?
  check "closed input, $command" 2 "but is empty"
done
mkdir gone
(cd gone && rmdir ../gone && "$icl" run balanced >../out 2>../err)
code=$?
check "a current folder that is gone" 1 "the current folder is not there any more"
ln -s loop1 loop2 && ln -s loop2 loop1
run run balanced --out loop1
check "a loop of links" 2 "a link that leads nowhere"
rm loop1 loop2
run run balanced --out /proc/x
check "a folder that takes no files" 1 "takes no new files"
run verify stage-wise-order --out /proc/x.html
check "a folder that takes no report" 1 "takes no new files"
empty "all of the above"

if [ "$(id -u)" = 0 ] && mkdir small && mount -t tmpfs -o size=16k tmpfs small; then
  mounted+=("$work/small")
  for command in "run imbalanced --out small/run" "verify stage-wise-order --out small/report.html" "study imbalance-ratio --out small/study"; do
    run $command
    check "full disk, $command" 1 "No space left on device"
    rm -rf small/study # whole files that fitted
    empty "full disk, $command" small
  done
  mount -o remount,size=300k small
  run run imbalanced --out small/run
  check "disk full while drawing" 1 "--resume goes on from there"
  mount -o remount,size=4m small
  run run imbalanced --out small/run --resume
  check "and resumed" 0 ""
  rm -rf small/run
  mount -o remount,ro small
  for command in "run imbalanced --out small/run" "verify stage-wise-order --out small/report.html" "study imbalance-ratio --out small/study"; do
    run $command
    check "read-only folder, $command" 1 "Read-only file system"
  done
  umount small && mounted=() && rmdir small
fi

for command in "run zipf --features 150" "verify --paper huang2024" "study" "run binary" "run imbalanced"; do
  for delay in 0.3 0.6 0.9 1.3; do
    for signal in TERM INT; do
      "$icl" $command >out 2>err &
      sleep $delay
      kill -$signal $! 2>/dev/null
      wait $!
      grep -q '	at ' err && { echo "FAIL  $signal, $command: $(head -3 err)"; failures=$((failures + 1)); }
      # What is finished may stay: whole runs and reports, and parts to be resumed from.
      find . -name '.*' -mindepth 1 | grep -q . && { echo "FAIL  $signal after $delay s, $command: hidden files $(find . -name '.*' -mindepth 1 | head -3)"; failures=$((failures + 1)); }
      [ ! -d runs ] || [ -n "$(ls -A runs)" ] || { echo "FAIL  $signal after $delay s, $command: an empty runs"; failures=$((failures + 1)); }
      rm -rf runs
    done
  done
  echo "ok    signals, $command"
done

for delay in 0.3 0.5 0.7 0.9 1.1 1.3 1.6; do
  "$icl" run imbalanced >out 2>err &
  sleep $delay
  kill -KILL $! 2>/dev/null
  wait $! 2>/dev/null
  run run imbalanced
  check "kill -9 after $delay s, then the same again" 0 ""
  [ "$(ls -A runs)" = "$(ls runs | grep -E '^imbalanced-[0-9a-f]{12}$')" ] || { echo "FAIL  left: $(ls -A runs)"; failures=$((failures + 1)); }
done 2>/dev/null
rm -rf runs

"$icl" run imbalanced --out both >out 2>err &
first=$!
"$icl" run imbalanced --out both >out2 2>err2
second=$?
wait $first
code=$?
case "$code$second" in
  00 | 02 | 20) echo "ok    two processes in one folder: exit codes $code and $second: $(cat err err2)" ;;
  *) echo "FAIL  two processes in one folder: $code and $second: $(cat err err2)"; failures=$((failures + 1)) ;;
esac
rm -rf both err2 out2
empty "two processes"

[ "$failures" = 0 ] || { echo "$failures went otherwise"; exit 1; }
