#!/bin/sh
# update-po.sh: brings po/POTFILES and po/ja.po up to the texts in src/, ui/ and data/, in the order of these files. New texts come in
# without a translation, old ones go. What is still to be translated is counted at the end.
set -eu

cd -- "$(dirname -- "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# extract FILES POT: the texts in FILES, with the marks of po/meson.build.
extract () {
  # shellcheck disable=SC2046  # one argument a line, none with blanks
  xgettext $(grep -oE "'--(keyword|flag|from-code|add-comments)[^']*'" po/meson.build | tr -d "'") --directory=. --files-from="$1" \
    --output="$2"
}

build-aux/list-translatable.sh >"$scratch/sources"
extract "$scratch/sources" "$scratch/all.pot"
grep '^#:' "$scratch/all.pot" | tr ' ' '\n' | sed -n 's/^\(\(src\|ui\|data\)\/.*\):[0-9]*$/\1/p' | LC_ALL=C sort -u >po/POTFILES
extract po/POTFILES "$scratch/koyomi.pot"

msgmerge --quiet --no-location --no-fuzzy-matching --output-file="$scratch/merged.po" po/ja.po "$scratch/koyomi.pot"
# No dates of the run and no old texts: they would only make branches differ.
msgattrib --no-location --no-obsolete "$scratch/merged.po" | sed '/^"\(POT-Creation-Date\|Report-Msgid-Bugs-To\):/d' >po/ja.po
msgfmt --check-format --check-domain --statistics --output-file=/dev/null po/ja.po
