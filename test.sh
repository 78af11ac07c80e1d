#!/usr/bin/env bash
# Everything a clean clone needs before a change may go in: restore, build, formatting, tests.
# Ends with one line, "N passed, N failed, N skipped", and with the exit code of the first step that failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

if ! command -v dotnet > /dev/null; then
  echo "The .NET 10 SDK is needed and 'dotnet' was not found. Install the SDK named in global.json, then run ./test.sh again." >&2
  exit 1
fi

# The docket is tested on PostgreSQL too, on a server of the tests' own, and the pages in Chromium.
missing=()
command -v initdb > /dev/null || ls /usr/lib/postgresql/*/bin/initdb > /dev/null 2>&1 || missing+=(postgresql)
command -v chromium > /dev/null || command -v chromium-browser > /dev/null || command -v google-chrome > /dev/null || missing+=(chromium)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
    echo "The tests need what was not found: ${missing[*]}. Install it, then run ./test.sh again." >&2
    exit 1
  fi
  apt-get update -q && apt-get install -q -y --no-install-recommends "${missing[@]}" || exit 1
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT

run() {
  echo "==> $*"
  "$@"
}

everything() {
  run dotnet tool restore &&
    run dotnet restore SecondLook.slnx --locked-mode &&
    run dotnet build SecondLook.slnx -c Release --no-restore &&
    run dotnet csharpier check . &&
    run dotnet test --solution SecondLook.slnx -c Release --no-build "$@"
}

everything "$@" 2>&1 | tee "$log"
code=${PIPESTATUS[0]}

awk '/^Test run summary:/{s=1} s&&/failed:/{f+=$2} s&&/succeeded:/{p+=$2} s&&/skipped:/{k+=$2} END{printf "%d passed, %d failed, %d skipped\n",p,f,k}' "$log"
exit "$code"
