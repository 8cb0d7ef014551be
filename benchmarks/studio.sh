#!/usr/bin/env bash
# How long from a slider's input event to the new plots, to the first paint, and how much is transferred.
# Needs Chromium. Leave the machine alone meanwhile.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ICL_REQUIRE_BROWSER=1 mvn -B -ntp -q -Dstyle.color=never -Dformat.skip -pl lab -am package \
  -Dtest=StudioBenchmark -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.useFile=false
