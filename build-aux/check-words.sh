#!/bin/sh
# check-words.sh: fails when a file of the source tree names a path of somebody's machine.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd -- "$here/.."

# A folder of a person, of root, or of scratch files, at the beginning of a path.
paths='(^|[^A-Za-z0-9_.$}~*-])/((home|Users|work)/[A-Za-z]|root/|tmp/[A-Za-z])'

found=$(find . \( -name .git -o -name 'build*' -path './build*' ! -name build-aux -o -name __pycache__ \) -prune -o -type f -print |
  sed 's,^\./,,' | LC_ALL=C sort | tr '\n' '\0' | xargs -0 grep -nHIE "$paths" || true)
[ -n "$found" ] || exit 0

echo "$found" | sed 's/$/\n    This is a path of one machine. Write it from the source tree, or take a temporary folder when the program runs./'
exit 1
