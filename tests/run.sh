#!/usr/bin/env bash
# Builds everything and runs every test. On Debian it installs what is missing; elsewhere it says what to install.
set -euo pipefail
cd "$(dirname "$0")/.."

need_dotnet() {
  command -v dotnet >/dev/null && dotnet --version >/dev/null 2>&1 && return
  echo "The .NET 10 SDK is missing. Install it, then run this again." >&2
  exit 1
}

install() {
  local sudo=()
  [ "$(id -u)" -eq 0 ] || sudo=(sudo)
  echo "Installing from Debian: $*"
  "${sudo[@]}" apt-get -o DPkg::Lock::Timeout=300 -qq update
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq install -y "$@" >/dev/null
}

need_chromium() {
  for name in "${CHROMIUM_PATH:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null; then return; fi
  done
  if ! command -v apt-get >/dev/null; then
    echo "The browser tests need Chromium. Install it, or set CHROMIUM_PATH to one." >&2
    exit 1
  fi
  install chromium fonts-liberation
}

need_postgresql() {
  if command -v initdb >/dev/null || compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null; then return; fi
  if ! command -v apt-get >/dev/null; then
    echo "The tests of several machines need PostgreSQL. Install it, with initdb and pg_ctl on the path." >&2
    exit 1
  fi
  install postgresql
}

need_dotnet
need_chromium
need_postgresql

dotnet build GutGuide.sln --nologo -v quiet
# The build already enforces code style; what is left is white space, which needs no second compilation.
dotnet format whitespace . --folder --exclude src/GutGuide.Web/Data/Migrations src/GutGuide.Web/Data/Postgres/Migrations --verify-no-changes

# Counting for a better second compilation pays in a server's days, not in a test's seconds.
export DOTNET_TieredPGO=0

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0
dotnet test GutGuide.sln --no-build --nologo -v quiet --logger "console;verbosity=minimal" --logger trx --results-directory "$results" || status=$?

count() { grep -ho "<Counters [^>]*" "$results"/*.trx | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'; }
total=$(count total) executed=$(count executed) passed=$(count passed)
echo "$passed passed, $((executed - passed)) failed, $((total - executed)) skipped"
exit "$status"
