#!/bin/sh
# check-layers.sh [SOURCES]: fails when a file under src/ includes what build-aux/layers does not allow its layer. SOURCES is another
# folder to look at in place of src/.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd -- "${1:-$here/../src}"

# shellcheck disable=SC2016  # the program is for awk
find . -name '*.[ch]' | sed 's,^\./,,' | LC_ALL=C sort | xargs awk -v table="$here/layers" '
function complain (what, what_to_do) {
  printf "src/%s:%d: %s\n    %s\n", FILENAME, FNR, what, what_to_do
  bad = 1
}

# Whether name is in list: as it is, in a folder of it (gio/), or by its beginning (cairo*).
function matches (name, list,    parts, n, i, part) {
  n = split (list, parts, ",")
  for (i = 1; i <= n; i++) {
    part = parts[i]
    if (name == part || (part ~ /\/$/ && index (name, part) == 1) ||
        (part ~ /\*$/ && index (name, substr (part, 1, length (part) - 1)) == 1))
      return 1
  }
  return 0
}

function begins (name, list,    parts, n, i) {
  n = split (list, parts, ",")
  for (i = 1; i <= n; i++)
    if (index (name, parts[i]) == 1)
      return 1
  return 0
}

function check_system (layer, file, name,    i) {
  for (i = 1; i <= n_only; i++)
    if (only_layer[i] == layer && matches (name, only_headers[i])) {
      if (!begins (file, only_files[i]))
        complain ("<" name "> is for " only_files[i] " only", "Call what those files offer, or move this code into one of them.")
      return
    }
  if (!matches (name, open) && !matches (name, system_headers[layer]))
    complain ("the " layer " layer may not include <" name ">",
              "Move this code to the layer that may, or change build-aux/layers and say why.")
}

function check_own (layer, file, name,    other) {
  if (name in made)
    other = made[name]
  else if (name in home)
    other = home[name]
  else {
    complain ("\"" name "\" is no header under src/",
              "Write system headers in <>; enter a generated header in build-aux/layers as made.")
    return
  }
  if (other == layer)
    return
  if (name in made || name ~ /-private\.h$/)
    complain ("\"" name "\" is private to the " other " layer", "Call the public functions of " other ".")
  else if (!matches (other, may[layer]))
    complain ("the " layer " layer may not include \"" name "\" of the " other " layer",
              "Move this code to the layer that may, or change build-aux/layers and say why.")
  else if (hidden[layer] == other && file ~ /\.h$/ && file !~ /-private\.h$/)
    complain ("a header of " layer " may not show the " other " layer", "Include \"" name "\" in the .c file or in a -private.h.")
}

BEGIN {
  open = "glib.h,glib-object.h,glib-unix.h,glib/,gio/,assert.h,ctype.h,errno.h,float.h,inttypes.h,limits.h,locale.h,math.h," \
         "signal.h,stdarg.h,stdbool.h,stddef.h,stdint.h,stdio.h,stdlib.h,string.h,time.h"
  while ((getline line < table) > 0) {
    if (line ~ /^#/ || split (line, word) == 0)
      continue
    if (word[1] == "layer") { may[word[2]] = word[3]; system_headers[word[2]] = word[4] }
    else if (word[1] == "only") { n_only++; only_layer[n_only] = word[2]; only_files[n_only] = word[3]; only_headers[n_only] = word[4] }
    else if (word[1] == "hides") hidden[word[2]] = word[3]
    else if (word[1] == "made") made[word[3]] = word[2]
  }
  for (i = 1; i < ARGC; i++) {
    n = split (ARGV[i], part, "/")
    home[part[n]] = part[1]
  }
}

FNR == 1 {
  n = split (FILENAME, part, "/")
  layer = part[1]
  if (!(layer in may))
    complain ("src/" layer " is no layer", "Enter it in build-aux/layers and say why.")
}

/^[ \t]*#[ \t]*include[ \t]*[<"]/ && layer in may {
  name = $0
  sub (/^[^<"]*[<"]/, "", name)
  sub (/[>"].*/, "", name)
  if ($0 ~ /^[^"]*</)
    check_system(layer, part[n], name)
  else
    check_own(layer, part[n], name)
}

END { exit bad }
'
