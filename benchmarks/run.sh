#!/usr/bin/env bash
# Runs the JMH benchmarks; builds them if sources are newer.
# Usage: benchmarks/run.sh [JMH arguments], such as: ColumnBenchmark -prof gc -p features=100
set -euo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/jdk.sh"
# JMH 1.37 itself uses sun.misc.Unsafe, of which a JDK 25 would warn.
exec "$jdk/bin/java" --sun-misc-unsafe-memory-access=allow -jar "$jar" \
  -jvmArgsAppend --sun-misc-unsafe-memory-access=allow "$@"
