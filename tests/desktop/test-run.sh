#!/bin/sh
# test-run.sh BUILD HEADLESS: runs a copy of build-aux/run on what is built already, where nothing can be installed or compiled, without
# and with a display. Speaks TAP.
set -u

source=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
build=$1
headless=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
n=0

export XDG_DATA_HOME="$scratch/home" LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY DISPLAY DBUS_SESSION_BUS_ADDRESS LANGUAGE || :

# The tree of the copy: the built programs, and stand-ins for what changes the machine.
mkdir -p "$scratch/tree/build-aux" "$scratch/tree/build" "$scratch/bin"
cp "$source/build-aux/run" "$scratch/tree/build-aux/"
ln -s "$build/src" "$build/data" "$scratch/tree/build/"
for stand_in in tree/build-aux/install-packages.sh tree/build-aux/configure.sh bin/meson; do
  printf '#!/bin/sh\necho "%s $*" >>"%s/called"\n' "$(basename "$stand_in")" "$scratch" >"$scratch/$stand_in"
  chmod +x "$scratch/$stand_in"
done
PATH=$scratch/bin:$PATH
run=$scratch/tree/build-aux/run
sample=$scratch/tree/build/sample

# claim NAME COMMAND...
claim () {
  name=$1
  shift
  n=$((n + 1))
  if "$@" >"$scratch/out" 2>&1; then
    echo "ok $n /run/$name"
  else
    echo "not ok $n /run/$name"
    sed 's/^/# /' "$scratch/out"
  fi
}

exports_all () {
  for file in annual-calendar-ja.xlsx annual-calendar-ja.pdf annual-calendar-en.xlsx annual-calendar-en.pdf; do
    [ -s "$sample/$file" ] || return 1
    rm "$sample/$file"
  done
}

exports_without_display () {
  "$run" >"$scratch/said"
  status=$?
  cat "$scratch/said"
  [ "$status" -eq 0 ] && grep -q '^There is no display' "$scratch/said" && exports_all
}

exports_with_display_out_of_reach () {
  DISPLAY=localhost:99999 "$run" >"$scratch/said"
  status=$?
  cat "$scratch/said"
  [ "$status" -eq 0 ] && grep -q '^There is no display' "$scratch/said" && exports_all
}

keeps_the_plan () {
  before=$(cksum <"$sample/sample.koyomi")
  "$run" >"$scratch/said" || return 1
  grep -qF 'Using the sample plan of an earlier run.' "$scratch/said" && [ "$(cksum <"$sample/sample.koyomi")" = "$before" ] && exports_all
}

# Closes the window as soon as it is there; the script ends then by itself.
# shellcheck disable=SC2016  # the program is for the other shell
opens_the_sample () {
  "$headless" sh -c '
    "$0" & run=$!
    window=$(timeout 60 xdotool search --sync --onlyvisible --name "sample\.koyomi" | head -n 1)
    [ -n "$window" ] || { kill "$run"; exit 1; }
    while kill -0 "$run" 2>/dev/null; do
      xdotool windowactivate "$window" key ctrl+q 2>/dev/null
      sleep 0.2
    done
    wait "$run"' "$run" >"$scratch/said" 2>&1
  status=$?
  cat "$scratch/said"
  [ "$status" -eq 0 ] && grep -q '^Opening the sample' "$scratch/said" && [ ! -e "$sample/annual-calendar-ja.xlsx" ]
}

tells_other_failures () {
  echo "this is no plan" >"$sample/sample.koyomi"
  ! "$run"
}

builds_what_it_runs () {
  cat "$scratch/called"
  grep -q '^install-packages.sh build run$' "$scratch/called" && grep -q '^configure.sh ' "$scratch/called" &&
    grep -q '^meson compile .* koyomi koyomi-cli ' "$scratch/called"
}

claim exports-without-a-display exports_without_display
claim builds-what-it-runs builds_what_it_runs
claim keeps-the-plan-of-an-earlier-run keeps_the_plan
claim exports-where-the-display-is-out-of-reach exports_with_display_out_of_reach
claim opens-the-sample-company-in-a-window opens_the_sample
claim tells-when-it-fails tells_other_failures
echo "1..$n"
