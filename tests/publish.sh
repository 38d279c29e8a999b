#!/usr/bin/env bash
# The published site, as deploy/ runs it: bash tests/publish.sh
# Publishes the same sources from two folders and compares every file; then serves the result from a folder that it cannot
# write to, as a user who owns nothing but the data folder. Takes minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
address=http://127.0.0.1:${PORT:-5092}

scratch=$(mktemp -d)
chmod 755 "$scratch"
server=
finish() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; } || true
  chmod -R u+w "$scratch" && rm -rf "$scratch"
}
trap finish EXIT
fail() { echo "$1" >&2; exit 1; }

publish() { # FROM TO
  mkdir -p "$1"
  git ls-files -z | tar --create --null --files-from=- | tar --extract --directory "$1"
  (cd "$1" && dotnet publish src/GutGuide.Web -c Release -r linux-x64 -o "$2" --nologo -v quiet -p:UseSharedCompilation=false -nodeReuse:false)
}
publish "$scratch/one" "$scratch/app"
publish "$scratch/another/folder" "$scratch/again"

# That list of files names the second at which each was compressed.
differ=$(diff --recursive --brief --exclude='*.staticwebassets.endpoints.json' "$scratch/app" "$scratch/again" || true)
[ -z "$differ" ] || fail "Two publishes of the same sources differ:
$differ"
echo "$(find "$scratch/app" -type f | wc -l) files, the same from both folders:"
(cd "$scratch/app" && sha256sum GutGuide.*.dll)

# Somebody who may read the site and write only its data.
as_nobody=()
mkdir -m 700 "$scratch/data"
if [ "$(id -u)" -eq 0 ]; then
  as_nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  chown 65534:65534 "$scratch/data"
fi
chmod -R a+rX,a-w "$scratch/app"
(cd "$scratch/app" && exec "${as_nobody[@]}" env -i PATH="$PATH" ASPNETCORE_ENVIRONMENT=Production DOTNET_EnableDiagnostics=0 Urls="$address" \
  GutGuide__DataDirectory="$scratch/data" GutGuide__ContentDirectory="$scratch/app/content" dotnet GutGuide.Web.dll) >"$scratch/log" 2>&1 &
server=$!
curl --silent --fail --retry 60 --retry-delay 1 --retry-connrefused --output /dev/null "$address/" || { cat "$scratch/log" >&2; fail "The site did not start."; }
curl --silent --fail --retry 60 --retry-delay 1 --retry-all-errors --output /dev/null "$address/health/ready" || fail "The site did not become ready."

jar=$scratch/jar
token=$(curl --silent --fail --cookie-jar "$jar" "$address/consultation" | grep -o 'name="__RequestVerificationToken" value="[^"]*"' | head -1 | cut -d'"' -f4)
next=$(curl --silent --cookie "$jar" --cookie-jar "$jar" --output /dev/null --write-out '%{http_code} %{redirect_url}' \
  --data-urlencode "__RequestVerificationToken=$token" --data consent=yes "$address/consultation")
[ "$next" = "303 $address/consultation/q/start" ] || fail "A start was answered with: $next"
others=$(find "$scratch/data" -mindepth 1 -perm /077)
[ -z "$others" ] || fail "Others may read: $others"

kill -TERM "$server"
wait "$server" || fail "Asked to stop, the site ended with $?."
server=
grep -v '^{"@t":' "$scratch/log" && fail "The log holds lines that are no JSON."
echo "Served from a read-only folder${as_nobody:+ as nobody}, and stopped when asked."
