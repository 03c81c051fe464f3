#!/bin/sh
# list-translatable.sh: names the files that may hold texts for translation, in order: the source, the templates of widgets, and what
# tells a desktop about the program. xgettext knows each by its name; how to read the XML files it learns from libgtk-4-dev (*.ui),
# appstream (*.metainfo.xml), shared-mime-info (*-mime.xml) and libglib2.0-dev (*.gschema.xml).
set -eu

cd -- "$(dirname -- "$0")/.."
find src ui data \( -name '*.[ch]' -o -name '*.ui' -o -name '*.desktop.in' -o -name '*.metainfo.xml.in' -o -name '*-mime.xml.in' \
  -o -name '*.gschema.xml' \) | LC_ALL=C sort
