#!/usr/bin/python3
"""Looks at the icons as a desktop does. Prints TAP.

Usage: test-desktop.py SOURCE
"""

import os
import subprocess
import sys
import tempfile
import traceback
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import gi
gi.require_version('Gtk', '4.0')
from gi.repository import Gio, Gtk  # noqa: E402

SOURCE = Path(sys.argv[1])
ID = 'app.koyomi.Koyomi'
ICONS = SOURCE / 'data' / 'icons'

tests = []


def test(function):
    tests.append(function)
    return function


def run(*command, **environment):
    process = subprocess.run([str(word) for word in command], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                             env={**os.environ, **environment})
    assert process.returncode == 0, f'{command}: {process.stdout}{process.stderr}'
    return process.stdout


@test
def pictures_are_drawn_and_hold_no_pixels(folder):
    pictures = sorted(ICONS.rglob('*.svg'))
    assert len(pictures) == 10, pictures
    for picture in pictures:
        names = {element.tag.rpartition('}')[2] for element in ElementTree.parse(picture).iter()}
        assert names <= {'svg', 'g', 'path', 'rect', 'circle'}, f'{picture}: {names}'
        run('rsvg-convert', '--width', 64, '--height', 64, '--output', folder / 'x.png', picture)
        drawn = float(run('convert', folder / 'x.png', '-alpha', 'extract', '-format', '%[fx:mean]', 'info:'))
        assert 0.2 < drawn < 0.9, f'{picture}: {drawn:.0%} of it is painted'


@test
def symbolic_pictures_have_the_one_colour_that_themes_replace(folder):
    for picture in ICONS.rglob('*-symbolic.svg'):
        root = ElementTree.parse(picture).getroot()
        assert root.get('width') == root.get('height') == '16', picture
        assert {element.get('fill') for element in root} == {'#2e3436'}, picture


@test
def gtk_finds_the_pictures_of_the_views(folder):
    resources = folder / 'icons.gresource'
    run('glib-compile-resources', '--sourcedir', ICONS / 'symbolic', '--target', resources,
        SOURCE / 'ui' / 'koyomi-icons.gresource.xml')
    Gio.Resource.load(str(resources))._register()
    theme = Gtk.IconTheme.new()
    theme.add_resource_path('/' + ID.replace('.', '/') + '/icons')
    for picture in (ICONS / 'symbolic').iterdir():
        assert theme.has_icon(picture.stem), f'{picture.name} is not in ui/koyomi-icons.gresource.xml'


def main():
    failed = 0
    print(f'1..{len(tests)}')
    for number, function in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                function(Path(folder))
                print(f'ok {number} {function.__name__}', flush=True)
            except Exception:
                failed += 1
                for line in traceback.format_exc().splitlines():
                    print('#', line)
                print(f'not ok {number} {function.__name__}', flush=True)
    return failed > 0


if __name__ == '__main__':
    sys.exit(main())
