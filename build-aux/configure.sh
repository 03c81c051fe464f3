#!/bin/sh
# configure.sh FOLDER [OPTION...]: makes FOLDER a build folder of this source tree with these meson options. Quick when it is one
# already. A build folder of another tree (this one was moved or copied) is put aside, because sample plans may lie in it.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
build=$1
shift

if [ -f "$build/meson-info/meson-info.json" ] && ! grep -qF "\"source\": \"$top\"" "$build/meson-info/meson-info.json"; then
  n=1
  while [ -e "$build-old-$n" ]; do
    n=$((n + 1))
  done
  echo "$build was built from another folder; it is now $build-old-$n."
  mv -- "$build" "$build-old-$n"
fi

if [ ! -f "$build/build.ninja" ]; then
  exec meson setup "$@" "$build" "$top"
elif [ $# -gt 0 ]; then
  exec meson configure "$@" "$build"
fi
