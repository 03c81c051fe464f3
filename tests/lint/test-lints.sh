#!/bin/sh
# test-lints.sh: plants what each lint forbids into a copy of the tree and sees that the lint finds it. Speaks TAP.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
tree=$scratch/tree
n=0

report () {
  n=$((n + 1))
  echo "$1 $n /lint/$2"
  [ "$1" = ok ] || sed 's/^/# /' "$scratch/out"
}

# plant FILE TEXT: a fresh copy of what the lints read, a header in each layer, and TEXT at the end of FILE. What is compiled or laid out
# file by file is looked at in planted files only; the lints themselves look at the others.
plant () {
  rm -rf "$tree"
  mkdir -p "$tree/tests"
  cp -r "$top/src" "$top/ui" "$top/data" "$top/po" "$top/build-aux" "$tree/"
  for layer in model store session chart report views cli; do
    mkdir -p "$tree/src/$layer"
    echo '#pragma once' >"$tree/src/$layer/planted-$layer.h"
  done
  echo '#pragma once' >"$tree/src/store/planted-private.h"
  case $lint in
    check-headers.sh | check-format.sh) find "$tree/src" -name '*.[ch]' ! -name 'planted*' -delete ;;
  esac
  mkdir -p "$(dirname -- "$tree/$1")"
  printf '%s\n' "$2" >>"$tree/$1"
}

# allows CLAIM LINT FILE TEXT: with TEXT planted in FILE, LINT passes.
allows () {
  plant "$3" "$4"
  if "$tree/build-aux/$2" >"$scratch/out" 2>&1; then
    report ok "$1"
  else
    report "not ok" "$1"
  fi
}

# forbids CLAIM LINT FILE TEXT WORDS: with TEXT planted in FILE, LINT fails, names FILE and says WORDS.
forbids () {
  plant "$3" "$4"
  if ! "$tree/build-aux/$2" >"$scratch/out" 2>&1 && grep -qF "$3" "$scratch/out" && grep -qF -- "$5" "$scratch/out"; then
    report ok "$1"
  else
    report "not ok" "$1"
  fi
}

lint=check-layers.sh
allows  layers/chart-includes-model $lint src/chart/planted.c '#include "planted-model.h"'
allows  layers/database-includes-sqlite $lint src/store/koyomi-database-planted.c '#include <sqlite3.h>'
allows  layers/session-includes-store $lint src/session/planted.c '#include "planted-store.h"'
allows  layers/store-includes-its-private-header $lint src/store/planted.c '#include "planted-private.h"'
forbids layers/model-does-not-include-chart $lint src/model/planted.c '#include "planted-chart.h"' '"planted-chart.h" of the chart layer'
forbids layers/report-does-not-include-store $lint src/report/planted.c '#include "planted-store.h"' 'of the store layer'
forbids layers/chart-does-not-include-session $lint src/chart/planted.h '#include "planted-session.h"' 'of the session layer'
forbids layers/session-headers-hide-the-store $lint src/session/planted.h '#include "planted-store.h"' 'may not show the store layer'
forbids layers/session-does-not-include-private-header $lint src/session/planted.c '#include "planted-private.h"' 'private to the store layer'
forbids layers/generated-header-is-for-its-layer $lint src/cli/planted.c '#include "koyomi-data.h"' 'private to the model layer'
forbids layers/other-store-file-does-not-include-sqlite $lint src/store/planted.c '#include <sqlite3.h>' 'koyomi-statement'
forbids layers/session-does-not-include-sqlite $lint src/session/planted.c '#  include <sqlite3.h>' '<sqlite3.h>'
forbids layers/model-does-not-include-cairo $lint src/model/planted.h '#include <cairo.h>' '<cairo.h>'
forbids layers/report-does-not-include-gtk $lint src/report/planted.c '#include <gtk/gtk.h>' '<gtk/gtk.h>'
allows  layers/views-include-gtk $lint src/views/planted.c '#include <gtk/gtk.h>'
forbids layers/views-do-not-include-the-store $lint src/views/planted.c '#include "planted-store.h"' 'of the store layer'
forbids layers/cli-does-not-include-the-views $lint src/cli/planted.c '#include "planted-views.h"' 'of the views layer'
forbids layers/unknown-header-is-found $lint src/cli/planted.c '#include "elsewhere.h"' 'no header under src/'
forbids layers/new-layer-is-entered $lint src/planted/planted.c '#include <glib.h>' 'is no layer'

lint=check-headers.sh
allows  headers/header-that-includes-what-it-uses $lint src/model/planted.h "$(printf '#pragma once\n#include <glib.h>\ngint64 planted (void);')"
forbids headers/header-that-leans-on-others $lint src/model/planted.h "$(printf '#pragma once\ngint64 planted (void);')" 'does not compile alone'
forbids headers/header-out-of-reach $lint src/store/planted.h "$(printf '#pragma once\n#include "planted-report.h"')" 'does not compile alone'

lint=check-format.sh
allows  format/columns-are-the-writers $lint src/model/planted.c "$(printf 'int planted        (int            a,\n                    const char    *b);')"
forbids format/brace-on-the-line-of-if $lint src/model/planted.c "$(printf 'static int\nplanted (int a)\n{\n  if (a) {\n    return 1;\n  }\n}')" 'a line of its own'
allows  format/compound-literal-after-if $lint src/model/planted.c "$(printf 'static void\nplanted (int a)\n{\n  if (a)\n    b = (Planted) { 0 };\n}')"
forbids format/tab $lint src/model/planted.c "$(printf 'static int\nplanted (int a)\n{\n\treturn 1;\n}')" 'laid out otherwise'
forbids format/blank-at-the-end $lint src/model/planted.c 'int planted (void); ' 'laid out otherwise'
forbids format/call-without-space $lint src/model/planted.c "$(printf 'static int\nplanted (int a)\n{\n  return other(a);\n}')" 'laid out otherwise'

lint=check-potfiles.sh
forbids potfiles/marked-file-is-listed $lint src/model/planted.c 'const char *planted = N_("Planted");' 'not in po/POTFILES'
forbids potfiles/widget-template-is-listed $lint ui/planted.ui '<interface><object class="GtkLabel"><property name="label" translatable="yes">Planted</property></object></interface>' 'not in po/POTFILES'
allows  potfiles/widget-template-without-marks $lint ui/planted.ui '<interface><object class="GtkLabel"><property name="label">Planted</property></object></interface>'
forbids potfiles/desktop-file-is-listed $lint data/planted.desktop.in "$(printf '[Desktop Entry]\nName=Planted')" 'not in po/POTFILES'
forbids potfiles/desktop-text-has-japanese $lint data/app.koyomi.Koyomi.desktop.in "$(printf '[Desktop Action planted]\nName=Planted')" '"Planted" has no Japanese'
forbids potfiles/listed-file-is-marked $lint po/POTFILES src/model/koyomi-text.c 'has no texts for translation'
forbids potfiles/text-has-japanese $lint src/model/koyomi-record.c 'const char *planted = N_("Planted");' '"Planted" has no Japanese'
forbids potfiles/translation-has-a-text $lint po/ja.po "$(printf '\nmsgid "Planted"\nmsgstr "移植"')" 'no longer in the source'
forbids potfiles/translation-says-it-once $lint po/ja.po "$(printf '\nmsgid "Planted"\nmsgstr "移植した文です移植した文です"')" 'several times over'

lint=check-words.sh
# shellcheck disable=SC2016  # nothing is to expand
allows  words/path-in-the-tree $lint src/model/planted.c '/* see src/model and ../work/of and $HOME/tmp/x */'
forbids words/path-of-a-machine $lint src/model/planted.c "/* see /ho""me/planted/koyomi */" 'path of one machine'

echo "1..$n"
