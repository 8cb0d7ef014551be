# To be sourced: finds a JDK 25 or newer as ./icl does, and builds the benchmarks if sources are newer.
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
jar="$root/benchmarks/target/icl-benchmarks.jar"

fail() {
  echo "benchmarks: $1" >&2
  exit 3
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
    [ "${version:-0}" -ge 25 ] || continue
    echo "$candidate"
    return
  done
}

build_if_needed() {
  local stamp="$root/benchmarks/target/benchmarks.built"
  if [ ! -f "$jar" ] || [ ! -f "$stamp" ] || [ -n "$(find "$root/pom.xml" "$root"/{kernel,systems/softmax-regression,benchmarks}/{pom.xml,src/main} \
    -newer "$stamp" -print -quit)" ]; then
    command -v mvn >/dev/null || fail "building needs Maven 3.8 or newer (mvn), which is not on the PATH"
    echo "benchmarks: building" >&2
    mkdir -p "$root/benchmarks/target"
    touch "$stamp.begun"
    (cd "$root" && JAVA25_HOME="$jdk" mvn -B -ntp -q -Dstyle.color=never -DskipTests -Dformat.skip \
      -pl benchmarks -am package) >&2 || fail "the build failed; its messages stand above"
    mv "$stamp.begun" "$stamp"
  fi
}

jdk=$(find_jdk)
[ -n "$jdk" ] || fail "no JDK 25 or newer found; install one, or set JAVA_HOME to it"
build_if_needed
