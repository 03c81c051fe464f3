#!/bin/sh
# check-headers.sh [SOURCES]: fails when a header under src/ does not compile alone, with no more in reach than build-aux/layers gives
# its layer. SOURCES is another folder to look at in place of src/.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd -- "${1:-$here/../src}"
failed=0

# name_folders LAYER: the folder of a layer and those in it, for the compiler.
name_folders () {
  find "$1" -type d | LC_ALL=C sort | sed 's/^/-I/' | tr '\n' ' '
}

# Each line of the table: layer, other layers, system headers, packages.
layers=$(awk '$1 == "layer" { print $2, $3, $5 }' "$here/layers")

while read -r layer others packages; do
  [ -d "$layer" ] || continue

  includes=$(name_folders "$layer")
  for other in $(echo "$others" | tr ',-' '  '); do
    includes="$includes $(name_folders "$other")"
  done
  # shellcheck disable=SC2046  # one word a package
  flags=$(pkg-config --cflags gio-2.0 gio-unix-2.0 $(echo "$packages" | sed 's/^-$//; s/,/ /g'))

  # Each is a compilation of its own: as many at once as there are processors.
  # shellcheck disable=SC2016  # the inner shell expands them
  find "$layer" -name '*.h' | LC_ALL=C sort | includes="$includes" flags="$flags" xargs -P "$(nproc)" -n 1 sh -c '
    "${CC:-cc}" -std=c17 -Wall -Wextra -Wno-unused-parameter -Werror -D_GNU_SOURCE -fsyntax-only $includes $flags \
      -include "$0" -x c /dev/null </dev/null || {
      echo "src/$0: does not compile alone" >&2
      echo "    Let it include what it uses." >&2
      exit 1
    }' || failed=1
done <<END
$layers
END

exit "$failed"
