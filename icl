#!/usr/bin/env bash
# Starts the laboratory: finds a JDK 25 or newer, builds once if nothing is built or sources are newer, runs.
set -euo pipefail

minimum=25
machine_failed=1
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)

# A distribution has the program in app; a checkout builds it.
app="$root/app"
[ -d "$app" ] || app="$root/lab/target"
jar="$app/icl-lab.jar"
stamp="$app/icl.built"
cache="$app/icl.aot"

options=(-XX:+UseSerialGC -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)

# The optimising compiler waits thirty times as long as usual. Loops over numbers run hot enough to reach it all the
# same, while in a short run it would only take the processor from the drawing: a fifth of its time.
options+=(
  -XX:Tier4InvocationThreshold=150000 -XX:Tier4MinInvocationThreshold=18000
  -XX:Tier4CompileThreshold=450000 -XX:Tier4BackEdgeThreshold=1200000
)

# Under another locale Java could not even name a file whose name is not ASCII.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
  *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

fail() {
  echo "icl: $1" >&2
  exit "$machine_failed"
}

bad_input() {
  echo "icl: $1" >&2
  exit 2
}

jdk_version() { # major version of the JDK in folder $1, or 0
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || { echo 0; return; }
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
}

# Half of the machine's memory at most, unless ICL_HEAP=4g, say, asks for another amount. Where the shell limits the
# address space, a Java machine would reserve too much of it by itself.
set_memory() {
  local space files data least=1200000
  files=$(ulimit -n) data=$(ulimit -d)
  if [ "$files" != unlimited ] && [ "$files" -lt 128 ]; then
    fail "only $files files may be open at once, and at least 128 are needed; ulimit -n 1024 allows more"
  fi
  if [ "$data" != unlimited ] && [ "$data" -lt "$least" ]; then
    fail "the data segment is limited to $data KiB, and at least $least are needed; ulimit -d unlimited lifts the limit"
  fi
  space=$(ulimit -v)
  if [ "$space" != unlimited ] && [ "$space" -lt "$least" ]; then
    fail "the address space is limited to $space KiB, and at least $least are needed; ulimit -v unlimited lifts the limit"
  fi
  if [ -n "${ICL_HEAP:-}" ]; then
    [[ $ICL_HEAP =~ ^([1-9][0-9]{1,5}[mM]|[1-9][0-9]{0,2}[gG])$ ]] ||
      bad_input "ICL_HEAP must be a size from 10m to 999g, such as 768m or 4g, not $ICL_HEAP"
    options+=(-Xmx"$ICL_HEAP")
  elif [ "$space" != unlimited ] && [ "$space" -lt 40000000 ]; then
    options+=(-Xmx"$(((space - least) / 2 + 100000))"k -XX:CompressedClassSpaceSize=32m -XX:ReservedCodeCacheSize=48m)
  else
    options+=(-XX:MaxRAMPercentage=50)
  fi
}

find_jdk() {
  local on_path candidate version
  on_path=$(command -v java || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/*jdk* /opt/java/* \
    "${HOME:-}"/.jdks/* "${HOME:-}"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -d "$candidate" ] || continue
    version=$(jdk_version "$candidate")
    [ "${version:-0}" -ge "$minimum" ] || continue
    echo "$candidate"
    return
  done
}

is_built() {
  [ -f "$jar" ] && [ -f "$stamp" ] &&
    [ -z "$(find "$root"/{,kernel/,contract/,systems/*/,studio/,lab/}pom.xml "$root"/{kernel,contract,systems/*,studio,lab}/src/main -newer "$stamp" -print -quit)" ]
}

# Sweeps on Spark have an archive of their own, and Spark's.
spark="$root/spark/target"
[ -d "$root/app" ] && spark="$root/spark"

is_spark() {
  local before=
  for word in "$@"; do
    case "$before $word" in '--engine spark' | *' --engine=spark') return 0 ;; esac
    before=$word
  done
  return 1
}

is_spark_built() {
  local archive="$spark/icl-spark-all.jar"
  [ -f "$archive" ] && [ ! "$stamp" -nt "$archive" ] &&
    { [ -d "$root/app" ] || [ -z "$(find "$root"/spark/pom.xml "$root"/spark/src/main -newer "$archive" -print -quit)" ]; }
}

build_spark() {
  [ ! -d "$root/app" ] || fail "the engine spark is not part of this distribution; build it from the sources with mvn package"
  command -v mvn >/dev/null || fail "the engine spark must be built with Maven 3.8 or newer (mvn), which is not on the PATH"
  echo "icl: building the engine spark (once; it downloads Spark the first time)" >&2
  (cd "$root" && JAVA25_HOME="$jdk" mvn -B -ntp -q -Dstyle.color=never -DskipTests -Dformat.skip -pl spark -am package 2>&1) |
    sed 's/\x1b\[[0-9;]*m//g' | { grep . || true; } >&2 ||
    fail "the build failed; its messages stand above"
  touch "$spark/icl-spark-all.jar"
}

build() {
  command -v mvn >/dev/null || fail "building needs Maven 3.8 or newer (mvn), which is not on the PATH"
  echo "icl: building (once; this takes a minute or three the first time)" >&2
  mkdir -p "$app"
  touch "$stamp.begun"
  (cd "$root" && JAVA25_HOME="$jdk" mvn -B -ntp -q -Dstyle.color=never -DskipTests -Dformat.skip -pl lab -am package 2>&1) |
    sed 's/\x1b\[[0-9;]*m//g' | { grep . || true; } >&2 ||
    fail "the build failed; its messages stand above"
  train_start
  mv "$stamp.begun" "$stamp"
}

# DuckDB's archive has its library for four machines, and would unpack ours at every start that needs it: half of the
# time of such a start. It also takes the library from beside its archive. If this fails, all works as before.
unpack_library() {
  local archive system machine scratch
  archive=$(ls "$app"/lib/duckdb_jdbc-*.jar) || return 0
  case "$(uname -s)" in Linux) system=linux ;; Darwin) system=macos ;; *) return 0 ;; esac
  case "$(uname -m)" in x86_64 | amd64) machine=amd64 ;; aarch64 | arm64) machine=arm64 ;; *) return 0 ;; esac
  scratch=$(mktemp -d)
  (
    cd "$scratch"
    "$jdk/bin/jar" xf "$archive"
    mv "libduckdb_java.so_${system}_$machine" "$app/lib/"
    rm -f libduckdb_java.so_*
    "$jdk/bin/jar" cfM "$archive.new" .
    mv "$archive.new" "$archive"
  ) >/dev/null 2>&1 || true
  rm -rf "$scratch"
}

# A cache of loaded classes, made by a small run made again, saves up to half the time of every later start. Without
# it the program works all the same.
train_start() {
  local scratch
  rm -f "$cache"
  scratch=$(mktemp -d)
  unpack_library
  (
    cd "$scratch"
    "$jdk/bin/java" "${options[@]}" -jar "$jar" run imbalanced --out runs/small
    "$jdk/bin/java" -XX:AOTCacheOutput="$cache" "${options[@]}" -jar "$jar" runs reproduce --where "outcome = converged"
  ) >/dev/null 2>&1 || rm -f "$cache"
  rm -rf "$scratch"
}

pwd -P >/dev/null 2>&1 || fail "the current folder is not there any more"
# Else the Java machine would open some file of its own as standard input.
{ true 8<&0; } 2>/dev/null || exec </dev/null

set_memory
jdk=$(find_jdk)
[ -n "$jdk" ] || fail "no JDK $minimum or newer found; install one, or set JAVA_HOME to it"
if [ "$app" = "$root/app" ]; then
  [ "$cache" -nt "$jar" ] || [ ! -w "$app" ] || train_start
elif ! is_built; then
  # Two starts at once must not build at once.
  if command -v flock >/dev/null; then
    mkdir -p "$app"
    exec 9>"$app/icl.lock"
    flock 9
  fi
  is_built || build
  exec 9>&- || true
fi

if is_spark "$@"; then
  is_spark_built || build_spark
  options+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
  exec "$jdk/bin/java" "${options[@]}" -cp "$spark/icl-spark-all.jar:$spark/spark-home/jars/*" \
    io.github.icldynamics.spark.IclOnSpark "$@"
fi

# One of an older program would be taken for this one.
[ ! "$cache" -nt "$jar" ] || options+=(-XX:AOTCache="$cache" -Xlog:disable)
exec "$jdk/bin/java" "${options[@]}" -jar "$jar" "$@"
