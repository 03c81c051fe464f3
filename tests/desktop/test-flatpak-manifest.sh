#!/bin/sh
# test-flatpak-manifest.sh: sees that flatpak-builder can read the manifest, and that it opens no door but the display's. Skipped
# (exit status 77) where there is no flatpak-builder.
set -eu

manifest=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)/flatpak/app.koyomi.Koyomi.yml

command -v flatpak-builder >/dev/null || exit 77
# It leaves a folder of its own where it runs.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
(cd -- "$scratch" && flatpak-builder --show-manifest "$manifest" >/dev/null)

if grep -E '^ *- *--(share=network|filesystem|talk-name|own-name|system-|device=all|socket=(session|system)-bus)' "$manifest"; then
  echo "$manifest: Koyomi reads and writes what the person chose, through the portal; it needs no more than a display"
  exit 1
fi
