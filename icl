#!/usr/bin/env bash
# Starts the laboratory: finds a JDK 25 or newer, builds once if nothing is built or sources are newer, runs.
set -euo pipefail

minimum=25
internal_error=3
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
jar="$root/lab/target/icl-lab.jar"
stamp="$root/lab/target/icl.built"
cache="$root/lab/target/icl.aot"

# Enough for everything that is not told to take more: ICL_HEAP=4g, say.
heap=${ICL_HEAP:-768m}

options=(-Xmx"$heap" -XX:+UseSerialGC -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)

# The optimising compiler waits thirty times as long as usual. Loops over numbers run hot enough to reach it all the
# same, while in a short run it would only take the processor from the drawing: a fifth of its time.
options+=(
  -XX:Tier4InvocationThreshold=150000 -XX:Tier4MinInvocationThreshold=18000
  -XX:Tier4CompileThreshold=450000 -XX:Tier4BackEdgeThreshold=1200000
)

fail() {
  echo "icl: $1" >&2
  exit "$internal_error"
}

jdk_version() { # major version of the JDK in folder $1, or 0
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || { echo 0; return; }
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
}

find_jdk() {
  local on_path candidate version
  on_path=$(command -v java || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/*jdk* /opt/java/* \
    "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
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

build() {
  command -v mvn >/dev/null || fail "building needs Maven 3.8 or newer (mvn), which is not on the PATH"
  echo "icl: building (once; this takes a minute or three the first time)" >&2
  mkdir -p "$root/lab/target"
  touch "$stamp.begun"
  (cd "$root" && JAVA25_HOME="$jdk" mvn -B -ntp -q -Dstyle.color=never -DskipTests -Dformat.skip -pl lab -am package 2>&1) |
    sed 's/\x1b\[[0-9;]*m//g' | { grep . || true; } >&2 ||
    fail "the build failed; its messages stand above"
  train_start
  mv "$stamp.begun" "$stamp"
}

# A cache of loaded classes, made by one small run, saves up to half the time of every later start. Without it
# the program works all the same.
train_start() {
  local scratch
  rm -f "$cache"
  scratch=$(mktemp -d)
  (cd "$scratch" && "$jdk/bin/java" -XX:AOTCacheOutput="$cache" "${options[@]}" -jar "$jar" run imbalanced) \
    >/dev/null 2>&1 || rm -f "$cache"
  rm -rf "$scratch"
}

jdk=$(find_jdk)
[ -n "$jdk" ] || fail "no JDK $minimum or newer found; install one, or set JAVA_HOME to it"
if ! is_built; then
  # Two starts at once must not build at once.
  if command -v flock >/dev/null; then
    mkdir -p "$root/lab/target"
    exec 9>"$root/lab/target/icl.lock"
    flock 9
  fi
  is_built || build
  exec 9>&- || true
fi

[ ! -f "$cache" ] || options+=(-XX:AOTCache="$cache" -Xlog:disable)
exec "$jdk/bin/java" "${options[@]}" -jar "$jar" "$@"
