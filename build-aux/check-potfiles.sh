#!/bin/sh
# check-potfiles.sh: fails when po/POTFILES does not name exactly the files under src/, ui/ and data/ that hold texts for
# translation, in order, or when po/ja.po lacks a translation of one of them or has one that says the same several times over.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd -- "$here/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# The marks of po/meson.build, so that both read the same texts.
grep -oE "'--(keyword|flag|from-code)[^']*'" po/meson.build | tr -d "'" >"$scratch/arguments"
build-aux/list-translatable.sh >"$scratch/sources"
# shellcheck disable=SC2046  # one argument a line, none with blanks
xgettext $(cat "$scratch/arguments") --directory=. --files-from="$scratch/sources" --sort-by-file --output="$scratch/koyomi.pot"

grep '^#:' "$scratch/koyomi.pot" | tr ' ' '\n' | grep -E '^(src|ui|data)/' >"$scratch/places"
sed 's/:[0-9]*$//' "$scratch/places" | LC_ALL=C sort -u >"$scratch/marked"
grep -v '^#' po/POTFILES | grep . >"$scratch/listed" || true

if ! LC_ALL=C sort -c "$scratch/listed" 2>/dev/null; then
  echo "po/POTFILES:1: is not in order; build-aux/update-po.sh writes it so"
  failed=1
fi
LC_ALL=C sort -o "$scratch/listed" "$scratch/listed"

for file in $(LC_ALL=C comm -23 "$scratch/marked" "$scratch/listed"); do
  echo "$(grep -m 1 -F "$file:" "$scratch/places"): has texts for translation but is not in po/POTFILES; run build-aux/update-po.sh"
  failed=1
done
for file in $(LC_ALL=C comm -13 "$scratch/marked" "$scratch/listed"); do
  echo "po/POTFILES:$(grep -nFx "$file" po/POTFILES | cut -d: -f1): $file has no texts for translation; run build-aux/update-po.sh"
  failed=1
done
[ "$failed" -eq 0 ] || exit 1

msgmerge --quiet --no-fuzzy-matching --output-file="$scratch/ja.po" po/ja.po "$scratch/koyomi.pot"

# complain FILE WORDS WHAT-TO-DO: a line for each text in FILE, at the first of its places in the source.
complain () {
  awk -v words="$2" -v todo="$3" '
    /^#:/ && place == "" { place = $2 }
    /^msgid / { text = substr ($0, 7) }
    /^"/ && text == "\"\"" { text = $0 }
    /^$/ { end_entry() }
    END { end_entry() }
    function end_entry () {
      if (place != "")
        printf "%s: %s %s; %s\n", place, text, words, todo
      place = text = ""
    }' "$1"
}

msgattrib --untranslated "$scratch/ja.po" >"$scratch/untranslated"
msgattrib --only-fuzzy "$scratch/ja.po" >"$scratch/fuzzy"
msgattrib --only-obsolete "$scratch/ja.po" >"$scratch/obsolete"

if grep -q '^#:' "$scratch/untranslated"; then
  complain "$scratch/untranslated" "has no Japanese" "run build-aux/update-po.sh, then translate it in po/ja.po"
  failed=1
fi
if grep -q '^#:' "$scratch/fuzzy"; then
  complain "$scratch/fuzzy" "is fuzzy in po/ja.po" "read it again and take the mark away"
  failed=1
fi
if grep -q '^#~ msgid' "$scratch/obsolete"; then
  sed -n "s,^#~ msgid \\(.*\\),po/ja.po: \\1 is no longer in the source; run build-aux/update-po.sh,p" "$scratch/obsolete"
  failed=1
fi
if grep -nE '^#: ' po/ja.po; then
  echo "po/ja.po: names lines of the source, which change with each edit; run build-aux/update-po.sh"
  failed=1
fi
# What merging by hand leaves behind.
if msgcat --no-wrap po/ja.po | LC_ALL=C grep -E '^msgstr(\[0\])? "(.{12,})\2+"$'; then
  echo "po/ja.po: says the same several times over in one translation; take all but one away"
  failed=1
fi
msgfmt --check-format --check-domain --output-file=/dev/null po/ja.po || failed=1

exit "$failed"
