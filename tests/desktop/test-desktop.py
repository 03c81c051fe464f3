#!/usr/bin/python3
"""Looks at what a desktop is told about Koyomi as a desktop does, and at an installation of the build. Prints TAP.

Usage: test-desktop.py SOURCE BUILD PREFIX KOYOMI_CLI
"""

import configparser
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import gi
gi.require_version('Gtk', '4.0')
from gi.repository import Gio, Gtk  # noqa: E402

SOURCE, BUILD, PREFIX = (Path(argument) for argument in sys.argv[1:4])
CLI = sys.argv[4]
ID = 'app.koyomi.Koyomi'
MIME_TYPE = 'application/vnd.koyomi.plan+sqlite3'
ICONS = SOURCE / 'data' / 'icons'
INSTALLED = [
    'bin/koyomi-cli',
    f'share/applications/{ID}.desktop',
    f'share/dbus-1/services/{ID}.service',
    f'share/glib-2.0/schemas/{ID}.gschema.xml',
    f'share/icons/hicolor/scalable/apps/{ID}.svg',
    f'share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg',
    f'share/icons/hicolor/scalable/mimetypes/{ID}.plan.svg',
    'share/locale/ja/LC_MESSAGES/koyomi.mo',
    f'share/metainfo/{ID}.metainfo.xml',
    f'share/mime/packages/{ID}.xml',
]

tests = []


def test(function):
    tests.append(function)
    return function


def run(*command, **environment):
    process = subprocess.run([str(word) for word in command], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                             env={**os.environ, **environment})
    assert process.returncode == 0, f'{command}: {process.stdout}{process.stderr}'
    return process.stdout


def read_desktop_file(path):
    parser = configparser.ConfigParser(interpolation=None, strict=True, delimiters='=')
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    return parser


def find_out(attribute, path, data):
    """What file managers see, with only our description beside the system's."""
    lines = run('gio', 'info', '-a', f'standard::{attribute}', path, XDG_DATA_HOME=str(data))
    return re.search(rf'standard::{attribute}: (\S+)', lines).group(1).rstrip(',')


def find_type(path, data):
    return find_out('content-type', path, data)


def make_mime_database(folder):
    packages = folder / 'data' / 'mime' / 'packages'
    packages.mkdir(parents=True)
    shutil.copy(BUILD / 'data' / f'{ID}.xml', packages)
    run('update-mime-database', packages.parent, XDG_DATA_HOME=str(folder / 'data'))
    return folder / 'data'


@test
def a_plan_is_known_by_its_content_and_by_its_name(folder):
    data = make_mime_database(folder)
    run(CLI, 'new', folder / 'plan.koyomi', '--template', 'empty')
    shutil.copy(folder / 'plan.koyomi', folder / 'plan')
    (folder / 'damaged.koyomi').write_bytes(bytes(range(256)))
    for name in 'plan.koyomi', 'plan', 'damaged.koyomi':
        found = find_type(folder / name, data)
        assert found == MIME_TYPE, f'{name}: {found}'


@test
def another_database_is_not_taken_for_a_plan(folder):
    data = make_mime_database(folder)
    with sqlite3.connect(folder / 'other') as database:
        database.execute('CREATE TABLE a (b)')
    database.close()
    assert find_type(folder / 'other', data) == 'application/vnd.sqlite3'


@test
def a_plan_is_a_database_to_who_knows_no_better(folder):
    data = make_mime_database(folder)
    assert f'{MIME_TYPE} application/vnd.sqlite3' in (data / 'mime' / 'subclasses').read_text()


@test
def a_plan_has_a_picture_of_its_own(folder):
    data = make_mime_database(folder)
    (folder / 'plan.koyomi').write_bytes(bytes(range(256)))
    assert find_out('icon', folder / 'plan.koyomi', data) == f'{ID}.plan'


@test
def pictures_are_drawn_and_hold_no_pixels(folder):
    pictures = sorted(ICONS.rglob('*.svg'))
    assert len(pictures) >= 11, pictures
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
def gtk_finds_the_pictures_in_the_program(folder):
    resources = folder / 'icons.gresource'
    run('glib-compile-resources', '--sourcedir', ICONS / 'symbolic', '--sourcedir', ICONS / 'hicolor' / 'scalable' / 'apps',
        '--sourcedir', BUILD / 'data', '--target', resources, SOURCE / 'ui' / 'koyomi-icons.gresource.xml')
    Gio.Resource.load(str(resources))._register()
    theme = Gtk.IconTheme.new()
    theme.add_resource_path('/' + ID.replace('.', '/') + '/icons')
    for name in ID, *(picture.stem for picture in (ICONS / 'symbolic').iterdir()):
        assert theme.has_icon(name), f'{name} is not in ui/koyomi-icons.gresource.xml'


@test
def texts_come_in_japanese_too(folder):
    desktop = read_desktop_file(BUILD / 'data' / f'{ID}.desktop')['Desktop Entry']
    for key in 'Name', 'GenericName', 'Comment', 'Keywords':
        assert desktop.get(f'{key}[ja]'), key
    assert desktop['Keywords[ja]'].endswith(';')

    language = '{http://www.w3.org/XML/1998/namespace}lang'
    for name, texts in (f'{ID}.metainfo.xml', {'name', 'summary', 'p', 'li', 'caption', 'image'}), (f'{ID}.xml', {'comment'}):
        elements = [e for e in ElementTree.parse(BUILD / 'data' / name).iter() if e.tag.rpartition('}')[2] in texts]
        assert {e.get(language) for e in elements} == {None, 'ja'}, name
        assert {e.tag for e in elements if e.get(language)} == {e.tag for e in elements}, name


@test
def the_desktop_file_agrees_with_the_rest(folder):
    desktop = read_desktop_file(BUILD / 'data' / f'{ID}.desktop')['Desktop Entry']
    metainfo = ElementTree.parse(BUILD / 'data' / f'{ID}.metainfo.xml')
    assert desktop['MimeType'] == MIME_TYPE + ';'
    assert metainfo.findtext('provides/mediatype') == MIME_TYPE
    assert metainfo.findtext('launchable') == f'{ID}.desktop'
    version = re.search(r"version: '([^']+)'", (SOURCE / 'meson.build').read_text()).group(1)
    assert metainfo.find('releases/release').get('version') == version


@test
def every_file_is_installed_at_its_place(folder):
    root = install(folder)
    missing = [name for name in INSTALLED if not (root / name).is_file()]
    assert not missing, missing
    run('glib-compile-schemas', '--strict', root / 'share' / 'glib-2.0' / 'schemas')
    schemas = Gio.SettingsSchemaSource.new_from_directory(str(root / 'share' / 'glib-2.0' / 'schemas'), None, True)
    assert schemas.lookup(ID, False).get_path() == '/' + ID.replace('.', '/') + '/'


@test
def what_desktops_start_is_installed(folder):
    root = install(folder)
    desktop = read_desktop_file(root / 'share' / 'applications' / f'{ID}.desktop')['Desktop Entry']
    service = read_desktop_file(root / 'share' / 'dbus-1' / 'services' / f'{ID}.service')['D-BUS Service']
    assert service['Name'] == ID
    program = Path(service['Exec'].split()[0])
    assert program == PREFIX / 'bin' / desktop['Exec'].split()[0], program
    assert os.access(folder / program.relative_to('/'), os.X_OK), f'{program} is not installed'


@test
def the_program_explains_itself_in_the_language_of_the_locale(folder):
    program = BUILD / 'src' / 'views' / 'koyomi'
    for language, words in ('en', 'Print the version'), ('ja', '版を表示'):
        shown = run(program, '--help', LC_ALL='C.UTF-8', LANGUAGE=language)
        assert words in shown and '--today' not in shown, shown
    assert '版を表示' in run(program, '--help', LC_ALL='ja_JP.UTF-8', LANGUAGE='ja', G_DEBUG='')
    version = re.search(r"version: '([^']+)'", (SOURCE / 'meson.build').read_text()).group(1)
    assert run(program, '--version').split() == ['Koyomi', version]


def install(folder):
    run('meson', 'install', '-C', BUILD, '--no-rebuild', '--destdir', folder)
    return folder / PREFIX.relative_to('/')


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
