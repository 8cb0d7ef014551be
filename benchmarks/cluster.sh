#!/usr/bin/env bash
# A sweep on a cluster of one master and two workers on this machine, one of which is killed in the middle; its folder is
# compared with that of a local sweep, byte by byte. Then the same with local[2].
#
#   benchmarks/cluster.sh [SWEEP.yaml]        exits with 1 if a byte differs
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
icl=$root/icl
work=$(mktemp -d)
sweep=${1:-$work/sweep.yaml}
processes=()
trap 'for p in "${processes[@]}"; do kill -9 "$p" 2>/dev/null || true; done; rm -rf "$work"' EXIT

cat >"$work/sweep.yaml" <<'END'
sweep: {name: cluster, base: imbalanced}
axes:
  tokenLaw.imbalanced.features: {logspace: [10, 1e8, 40]}
  tokenLaw.imbalanced.dominant: {linspace: [0.11, 0.98, 40]}
measure: [queries.1.convergence.tau, phases.I.to]
END

timed() { # NAME COMMAND…: the seconds that a command takes
  local begun=$(date +%s.%N) name=$1
  shift
  "$@" >"$work/out" 2>"$work/err" || { cat "$work/err" >&2; exit 1; }
  echo "$name: $(echo "$(date +%s.%N) - $begun" | bc) s; $(head -n 1 "$work/out")"
}

same() { # FOLDER: of the local sweep and another one
  diff -rq "$work/local/sweep" "$work/$1/sweep" || { echo "FAIL  $1 differs"; exit 1; }
  echo "ok    $1: same bytes"
}

# The workers run our classes, so they need a JDK 25 too, and find it by JAVA_HOME.
for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*jdk*; do
  [ -r "$home/release" ] && grep -qE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$home/release" || continue
  export JAVA_HOME=$home
  break
done
java=$JAVA_HOME/bin/java
export SPARK_HOME=$root/spark/target/spark-home SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1

mkdir -p "$work"/{local,threads,cluster}
timed "local" "$icl" sweep "$sweep" --out "$work/local/sweep"
"$icl" sweep imbalanced --vary K=10 --engine spark --out "$work/warm" >/dev/null
timed "spark, local[2]" "$icl" sweep "$sweep" --engine spark --master 'local[2]' --out "$work/threads/sweep"
same threads

cd "$work"
"$java" -cp "$SPARK_HOME/jars/*" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 7077 >master.log 2>&1 &
processes+=($!)
sleep 5
for w in 1 2; do
  "$java" -cp "$SPARK_HOME/jars/*" org.apache.spark.deploy.worker.Worker spark://127.0.0.1:7077 \
    --cores 1 --memory 2g --work-dir "$work/worker$w" >"worker$w.log" 2>&1 &
  processes+=($!)
done
sleep 5
victim=${processes[1]}
(
  while [ -d "$work" ] && [ "$(ls "$work/cluster/sweep/runs" 2>/dev/null | wc -l)" -lt 200 ]; do sleep 0.1; done
  pkill -9 -P "$victim" || true
  kill -9 "$victim"
  echo "killed a worker and its executor with $(ls "$work/cluster/sweep/runs" | wc -l) runs done"
) &
timed "spark, cluster" "$icl" sweep "$sweep" --engine spark --master spark://127.0.0.1:7077 --out "$work/cluster/sweep"
same cluster
