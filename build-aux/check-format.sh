#!/bin/sh
# check-format.sh [FOLDER...]: fails when a C file is not laid out as build-aux/uncrustify.cfg says. How a line is indented that goes
# on with what the line before began is the writer's choice. FOLDERS to look at in place of src/ and tests/.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd -- "$here/.."
[ $# -gt 0 ] || set -- src tests

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
find "$@" -name '*.[ch]' | LC_ALL=C sort >"$scratch/files"

while read -r file; do
  # uncrustify 0.72 would take the { of a compound literal for that of the statement around it, so this is not in its settings.
  grep -nE '^ *((if|for|while|switch|else if) *\(.*|do|else) *\{$|^ *\} *else' -- "$file" >"$scratch/braces" && {
    sed "s|^\([0-9]*\):.*|$file:\1: put each brace on a line of its own|" "$scratch/braces"
    touch "$scratch/bad"
  }

  uncrustify -q -l C -c "$here/uncrustify.cfg" -f "$file" -o "$scratch/new" </dev/null
  diff -- "$file" "$scratch/new" >"$scratch/changes" && continue

  awk -v file="$file" '
  function bare (line) {
    gsub (/^[ \t]+|[ \t]+$/, "", line)
    return line
  }

  # Whether line n goes on with what the line before began.
  function goes_on (n,    before, line) {
    before = bare(old[n - 1])
    line = bare(old[n])
    return before ~ /[,(=?:|&+*\/<>-]$/ && before !~ /^(case |default).*:$/ && before !~ /\*\/$/ || line ~ /^([.?:|+"]|&&|==|- )/
  }

  # The line without the blanks of "(*name) (", in which uncrustify 0.72 knows no setting.
  function joined (line) {
    gsub (/\) +\(/, ")(", line)
    return line
  }

  function say (n, now, should) {
    printf "%s:%d: laid out otherwise than build-aux/uncrustify.cfg says\n    is:        %s\n    should be: %s\n", file, n, now, should
    bad = 1
  }

  function end_change (    i) {
    for (i = 1; i <= n_old || i <= n_new; i++) {
      if (n_old == n_new && joined(was[i]) == joined(will[i]))
        continue
      if (n_old == n_new && bare(was[i]) == bare(will[i]) && was[i] !~ /\t|[ \t]$/ && goes_on(first + i - 1))
        continue
      say(first + (i < n_old ? i : n_old) - (n_old > 0), i <= n_old ? was[i] : "(no line)", i <= n_new ? will[i] : "(no line)")
    }
    n_old = n_new = 0
  }

  FILENAME == file { old[FNR] = $0; next }
  /^[0-9]/ { end_change(); first = $0 + 0; next }
  /^< / { was[++n_old] = substr ($0, 3); next }
  /^> / { will[++n_new] = substr ($0, 3); next }
  END { end_change(); exit bad }
  ' "$file" "$scratch/changes" || touch "$scratch/bad"
done <"$scratch/files"

[ ! -e "$scratch/bad" ]
