"""Drives the window as a person does: finds what a screen reader finds, points, presses keys, and reads what the plan then holds.

To be run under headless.sh. A test makes a Window, which is the program with a plan of its own, and asks it for things by their role and
their English text: `tr` puts the text into the language of the test with the program's own catalogue.

What GTK 4.8 makes of the accessibility tree, and what is therefore done here:
- coordinates are those of the window: the place on the screen is worked out from where the X server says the window is;
- children are walked one by one, about 0.7 ms each: lines of the calendar are looked into only on demand;
- a button with a mnemonic is called '_Add Add', a switch in a row by its title twice, and states and names are kept by the client until its cache is cleared.
"""

import contextlib
import ctypes
import datetime
import gettext
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

# What the accessibility library warns of while programs come and go is not what is tested.
os.environ.pop('G_DEBUG', None)

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib

KOYOMI = os.environ['KOYOMI']
CLI = os.environ['KOYOMI_CLI']
PICTURES = os.environ['KOYOMI_TEST_PICTURES']
LANGUAGE = os.environ.get('LANGUAGE', 'en')
TODAY = '2026-11-22'
PATIENCE = 15 * float(os.environ.get('KOYOMI_TEST_PATIENCE', 1))


class Failure(AssertionError):
    pass


# What GTK 4.8 says where a screen reader asks for a window that is not shown yet, just after another has gone.
NO_PLACE_ON_BUS = re.compile('GLib-CRITICAL .*(g_variant_is_object_path|g_variant_new_object_path): assertion ')
# Names that the program does not put into any language.
UNTRANSLATED = {'CSV', 'Excel', 'PDF', 'PNG', 'iCalendar'}


class Unknown(gettext.NullTranslations):
    """What a catalogue does not have: a name, or a text that is not that of the source. Others may be the same in both languages."""

    def gettext(self, text):
        if text not in UNTRANSLATED:
            raise Failure(f'{text!r} has no Japanese')
        return text

    def pgettext(self, context, text):
        raise Failure(f'{text!r} for {context!r} has no Japanese')


def load_catalogue(language):
    if language != 'ja':
        return gettext.NullTranslations()
    with open(os.environ['KOYOMI_CATALOGUE'], 'rb') as file:
        catalogue = gettext.GNUTranslations(file)
    catalogue.add_fallback(Unknown())
    return catalogue


CATALOGUE = load_catalogue(LANGUAGE)
Atspi.set_timeout(15000, 60000)


def tr(text, context=None):
    """The text as the program shows it, without its mnemonic. It has to be that of the source, mnemonic and all."""
    return strip_mnemonic(CATALOGUE.pgettext(context, text) if context else CATALOGUE.gettext(text))


def ntr(one, many, number):
    """Likewise, of the form for that number."""
    return strip_mnemonic(CATALOGUE.ngettext(one, many, number))


OTHER = 'ja' if LANGUAGE == 'en' else 'en'


@contextlib.contextmanager
def in_the_other_language():
    """tr() then gives what the window shows in its other language."""
    global LANGUAGE, CATALOGUE
    before = LANGUAGE, CATALOGUE
    LANGUAGE, CATALOGUE = OTHER, load_catalogue(OTHER)
    try:
        yield
    finally:
        LANGUAGE, CATALOGUE = before


def fill_in(text, *values):
    """As printf does it, which in Japanese may take the values in another order."""
    ordered = re.sub(r'%(\d+)\$[sdu]', lambda match: str(values[int(match[1]) - 1]).replace('%', '%%'), text)
    return ordered if ordered != text else text.replace('%u', '%d') % values


def strip_mnemonic(text):
    """Japanese mnemonics stand behind the text: 開く(_O), which a menu shows as 開く(O)."""
    return re.sub(r'_(?=\w)', '', re.sub(r'\(_?[A-Z]\)', '', text))


def wait(condition, what, patience=PATIENCE):
    """Asks again until the answer is true, and returns it. What goes away between two questions is asked for anew."""
    end = time.monotonic() + patience
    while True:
        try:
            value = condition()
            if value:
                return value
        except (GLib.Error, subprocess.CalledProcessError):
            pass
        if time.monotonic() > end:
            raise Failure(f'waited {patience:.0f} s in vain: {what() if callable(what) else what}')
        time.sleep(0.02)


def run_xdotool(*arguments):
    """A search that finds nothing is an empty answer."""
    return subprocess.run(['xdotool', *map(str, arguments)], check=arguments[0] != 'search', capture_output=True,
                          text=True).stdout.strip()


class Display:
    """What xdotool does not tell of the X server."""

    def __init__(self):
        self.library = ctypes.CDLL('libX11.so.6')
        self.library.XOpenDisplay.restype = ctypes.c_void_p
        self.library.XDefaultRootWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.library.XOpenDisplay(None))
        self.root = ctypes.c_ulong(self.library.XDefaultRootWindow(self.display))

    def query_pointer(self):
        """Its place, and whether a button is down, as far as programs have been told. The server holds the pointer back, and not the
        keys, from a click on until the window manager has thought about it: a key that is pressed meanwhile gets there first."""
        windows, places, mask = [ctypes.c_ulong() for _ in range(2)], [ctypes.c_int() for _ in range(4)], ctypes.c_uint()
        self.library.XQueryPointer(self.display, self.root, *map(ctypes.byref, [*windows, *places, mask]))
        return (places[0].value, places[1].value), bool(mask.value & 0x1f00)


def get_name(node):
    shown = node.get_name() or ''
    name = strip_mnemonic(shown)
    half = len(name) // 2
    return name[:half] if name[:half] == name[half + 1:] and name[half:half + 1] == ' ' else name


ROLES = {'button': 'push button', 'filler': 'panel', 'generic': 'panel', 'switch': 'check box'}


def get_role(node):
    role = node.get_role_name()
    return ROLES.get(role, role)


def has_state(node, state):
    node.clear_cache()
    return node.get_state_set().contains(getattr(Atspi.StateType, state.upper()))


def get_text(node):
    """What stands in an entry."""
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def list_actions(node):
    """A disabled action has no name, and asking for it is an error."""
    names = []
    for i in range(node.get_n_actions()):
        try:
            names.append(node.get_action_name(i))
        except GLib.Error:
            names.append(None)
    return names


def list_children(node):
    children = []
    for i in range(node.get_child_count()):
        try:
            child = node.get_child_at_index(i)
        except GLib.Error:
            continue
        if child is not None:
            children.append(child)
    return children


def walk_roles(node, into_rows=False):
    """The node and all below it, each after its role, which takes as long to ask for as the node."""
    role = get_role(node)
    yield role, node
    if not into_rows and role == 'list item':
        return
    for child in list_children(node):
        yield from walk_roles(child, into_rows)


def walk(node, into_rows=False):
    """The node and all below it."""
    return (found for _, found in walk_roles(node, into_rows))


def to_day(text):
    return datetime.date.fromisoformat(text)


def shift(day, by):
    return (to_day(day) + datetime.timedelta(by)).isoformat()


class Plan:
    """A plan file, as koyomi-cli sees it."""

    def __init__(self, path):
        self.path = path

    @classmethod
    def make(cls, folder, template='sample', name='plan.koyomi', language=LANGUAGE):
        path = os.path.join(folder, name)
        subprocess.run([CLI, 'new', path, '--template', template, '--language', language, '--fiscal-year', '2026',
                        '--today', TODAY], check=True, stdout=subprocess.DEVNULL)
        return cls(path)

    def list(self, what, *arguments):
        """Records, with every field."""
        return json.loads(self.ask('list', self.path, what, '--json', '--language', LANGUAGE, '--today', TODAY, *arguments))

    def ask(self, *arguments):
        answer = subprocess.run([CLI, *arguments], capture_output=True, text=True)
        if answer.returncode:
            raise Failure(f'koyomi-cli {" ".join(arguments)}: {answer.stderr}')
        return answer.stdout

    def find(self, name, **fields):
        """The run with that English name, as it is called in the language of the test."""
        english = json.loads(self.ask('list', self.path, 'occurrences', '--json', '--language', 'en', '--today', TODAY))
        key = next(run['id'] for run in english if run['name'] == name and all(run[field] == fields[field] for field in fields))
        return self.run(key)

    def run(self, key):
        return next((run for run in self.list('occurrences') if run['id'] == key), None)

    def days(self, run):
        now = self.run(run['id'])
        return (now['first_day'], now['last_day']) if now else None

    def wait_days(self, run, first, last):
        wait(lambda: self.days(run) == (first, last), lambda: f'{run["name"]} from {first} to {last}, not {self.days(run)}')

    def labels(self):
        """What the change log says was done, the last thing first."""
        entries = json.loads(self.ask('log', self.path, '--json', '--language', LANGUAGE))
        return [entry['label'] for entry in sorted(entries, key=lambda entry: -entry['seq'])]

    def count_steps(self):
        """Entries of the change log, without the whole of what they changed."""
        return len(re.findall('^#', self.ask('log', self.path), re.MULTILINE))

    def head(self):
        """The proof of the newest entry of the change log."""
        return max(json.loads(self.ask('log', self.path, '--json')), key=lambda entry: entry['seq'])['hash']

    def content(self):
        """All that a person would call the plan."""
        return {what: self.list(what) for what in ('occurrences', 'activities', 'meetings', 'committees', 'functions', 'assignments')}


class Window:
    """The program, with what it was given, until the end of a `with` block; then it has to leave by itself and to have said nothing."""

    is_parked = False

    def __init__(self, *arguments, settings=None, scale=1, today=TODAY, ends=True, dark=False, home=None, animations=False):
        """What a `home` has kept of the window before, its settings and data, is there again."""
        self.display = Display()
        self.park_pointer()
        self.top = home or tempfile.mkdtemp(prefix='koyomi-window-')
        self.home = home
        self.complaints = os.path.join(self.top, 'stderr')
        self.ends = ends
        if not os.path.exists(os.path.join(self.top, 'config')):
            self.write_settings(settings or {}, animations)
        self.set_scale(scale)
        # A complaint does not end the program, it fails the test at its end: some are GTK's own.
        environment = dict(os.environ, LANGUAGE=LANGUAGE, GSETTINGS_BACKEND='keyfile', GTK_A11Y='atspi', G_DEBUG='',
                           XDG_CONFIG_HOME=os.path.join(self.top, 'config'), XDG_DATA_HOME=os.path.join(self.top, 'data'))
        # GTK itself loses the names of actions that a screen reader asks for.
        environment['ASAN_OPTIONS'] = os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0'
        if dark:
            environment['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark'
        with open(self.complaints, 'w', encoding='utf-8') as complaints:
            self.process = subprocess.Popen([KOYOMI, f'--today={today}', *arguments], env=environment, stderr=complaints)
        try:
            self.root = wait(self._find_root, 'the program on the accessibility bus')
            self.frame = wait(lambda: next(iter(self.windows()), None), 'a window')
        except BaseException as error:
            self.__exit__(type(error), error, None)
            raise

    @staticmethod
    def set_scale(scale):
        """The size of text, as desktops tell it: the program takes it from the X server when it starts."""
        subprocess.run(['xprop', '-root', '-f', 'RESOURCE_MANAGER', '8s', '-set', 'RESOURCE_MANAGER', f'Xft.dpi:\t{round(96 * scale)}\n'],
                       check=True)

    def write_settings(self, settings, animations):
        """Settings are a file, so that a test can give them and change them. Movements are left out, where they only cost time.
        A plan opens with the calendar, unless a test wants another view; an empty `last-view` is the overview."""
        settings = {'last-view': "'calendar'", **settings}
        folder = os.path.join(self.top, 'config')
        os.makedirs(os.path.join(folder, 'gtk-4.0'))
        os.makedirs(os.path.join(folder, 'glib-2.0', 'settings'))
        with open(os.path.join(folder, 'gtk-4.0', 'settings.ini'), 'w', encoding='utf-8') as file:
            file.write(f'[Settings]\ngtk-enable-animations={int(animations)}\n')
        with open(os.path.join(folder, 'glib-2.0', 'settings', 'keyfile'), 'w', encoding='utf-8') as file:
            file.write('[app/koyomi/Koyomi]\n' + ''.join(f'{key}={value}\n' for key, value in settings.items()))

    def get_setting(self, key):
        """As the program has written it; None for the default."""
        path = os.path.join(self.top, 'config', 'glib-2.0', 'settings', 'keyfile')
        with open(path, encoding='utf-8') as file:
            return next((line.partition('=')[2].strip() for line in file if line.startswith(key + '=')), None)

    def set_setting(self, key, value):
        """From outside, as another window would."""
        subprocess.run(['gsettings', 'set', 'app.koyomi.Koyomi', key, value], check=True,
                       env=dict(os.environ, GSETTINGS_BACKEND='keyfile', XDG_CONFIG_HOME=os.path.join(self.top, 'config')))

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        try:
            if kind is None and self.ends:
                self.quit()
            elif kind is not None:
                self.shoot_failure()
        finally:
            if self.process.poll() is None:
                self.process.terminate()
                try:
                    self.process.wait(5)
                except subprocess.TimeoutExpired:
                    self.process.kill()
                    self.process.wait()
            said = self.read_complaints()
            if self.home is None:
                shutil.rmtree(self.top, ignore_errors=True)
        if kind is not None and said:
            print('# the program said: ' + said.replace('\n', '\n# '), flush=True)
        if kind is None and said:
            raise Failure('the program complained: ' + said)

    def read_complaints(self):
        """What GTK 4.8 says is left out when it is asked for the second of two windows just after one has gone: it then takes the
        last that it knows, even one that is not shown yet and has no place on the bus."""
        with open(self.complaints, encoding='utf-8') as file:
            return '\n'.join(line for line in file.read().splitlines() if line and not NO_PLACE_ON_BUS.search(line))

    def quit(self):
        """Has the program leave as on the end of a session, when it must keep everything."""
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(PATIENCE) != 0:
            raise Failure(f'the program left with {self.process.returncode}')

    # What is there

    def _find_root(self):
        if self.process.poll() is not None:
            raise Failure(f'the program ended at once with {self.process.returncode}: {self.read_complaints()}')
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        return next((child for child in list_children(desktop)
                     if child.get_process_id() == self.process.pid and child.get_child_count()), None)

    def windows(self):
        if self.process.poll() is not None:
            raise Failure(f'the program ended with {self.process.returncode}: {self.read_complaints()}')
        self.root.clear_cache()
        return list_children(self.root)

    def window(self, title):
        self.park_pointer()
        return wait(lambda: next((window for window in self.windows() if window.get_name() == title), None),
                    lambda: f'window {title!r} among {[window.get_name() for window in self.windows()]}')

    def wait_gone(self, title):
        wait(lambda: all(window.get_name() != title for window in self.windows()), f'window {title!r} to go')

    def search(self, role, name=None, root=None, into_rows=False):
        if self.process.poll() is not None:
            raise Failure(f'the program ended with {self.process.returncode}: {self.read_complaints()}')
        if root is not None:
            root.clear_cache()
        for top in [root] if root is not None else self.windows():
            for found, node in walk_roles(top, into_rows):
                if found == role and self._answers(node, name):
                    yield node

    @staticmethod
    def _answers(node, name):
        if name is None:
            return True
        shown = get_name(node)
        return name.fullmatch(shown) is not None if isinstance(name, re.Pattern) else name in (shown, node.get_description())

    def find(self, role, name=None, root=None, into_rows=False):
        return wait(lambda: next(self.search(role, name, root, into_rows), None), f'{role} {name!r}')

    def find_all(self, role, name=None, root=None, into_rows=False):
        return list(self.search(role, name, root, into_rows))

    def find_shown(self, role, name=None, root=None):
        """As find(), but only what has a place on the screen."""
        return wait(lambda: next((node for node in self.search(role, name, root)
                                  if has_state(node, 'showing') or self.extents(node)[2] > 1), None), f'{role} {name!r} on the screen')

    def wait_text(self, text, root=None, into_rows=False):
        """Waits for a label that holds the text."""
        return self.find('label', re.compile('.*' + re.escape(text) + '.*', re.DOTALL), root, into_rows)

    # The calendar

    def leave_calendar(self, n):
        """With keys, to the view that stands n further down in the list of views. Between the two is what needs attention, once it is read."""
        wait(lambda: list_children(self.find('list', tr('Needs attention'))), 'what needs attention')
        wait(lambda: (focus := self.find_focus()) and focus.get_name() == tr('Annual calendar'), 'the focus in the calendar')
        self.keys('F6')
        wait(lambda: (focus := self.find_focus()) and focus.get_name() != tr('Annual calendar'), 'the focus beside the calendar')
        self.keys('shift+Tab')
        wait(lambda: (focus := self.find_focus()) and get_role(focus) == 'list item', 'the focus in the list of views')
        self.keys(*['Down'] * n, 'F6')

    def rows(self):
        return self.find('list', tr('Annual calendar'))

    def look_for(self, text):
        """By the entry for it, so that what is looked for is in sight."""
        self.write(self.find('entry', tr('Search the calendar')), text)
        self.wait_text(text)

    def set_zoom(self, name):
        self.press(tr(name), self.find('panel', tr('Zoom')))

    def cells(self):
        """All runs in sight: pairs of what a screen reader says, and the node."""
        return [(get_name(node), node) for line in list_children(self.rows()) for node in list_children(line)
                if get_role(node) == 'push button' and re.search(r'\d{4}-\d\d-\d\d', get_name(node))]

    def cell(self, name, day=None):
        """The run of that name, on that first day."""
        def find():
            return next((node for shown, node in self.cells()
                         if re.split('[,、]', shown)[0] == name and (day is None or day in shown)), None)
        return wait(find, lambda: f'run {name!r} {day or ""} among {[shown for shown, _ in self.cells()][:40]}')

    def line(self, name):
        """The button with the name of a function or a group."""
        def find():
            for line in list_children(self.rows()):
                if get_name(line) == name:
                    return next(node for node in list_children(line) if get_role(node) == 'push button')
            return None
        return wait(find, f'line {name!r}')

    def find_focus(self):
        """What has the keyboard."""
        return next((node for window in reversed(self.windows()) for node in walk(window, True) if has_state(node, 'focused')), None)

    def wait_focus(self, name):
        def is_there():
            focus = self.find_focus()
            return focus is not None and (name.fullmatch(get_name(focus)) if isinstance(name, re.Pattern) else get_name(focus) == name)
        wait(is_there, lambda: f'the focus on {name!r}, not on {get_name(self.find_focus()) if self.find_focus() else None!r}')

    # Doing

    def act(self, node, action='click'):
        self.park_pointer()
        wait(lambda: action in list_actions(node), lambda: f'action {action!r} of {get_name(node)!r}, which has {list_actions(node)}')
        if not node.do_action(list_actions(node).index(action)):
            raise Failure(f'action {action!r} of {get_name(node)!r} was refused')

    def press(self, name, root=None):
        """A button, by its action."""
        self.act(self.find('push button', name, root))

    def open_menu(self, name, root=None):
        self.act(self.find_clickable(name, root))

    def find_clickable(self, name, root=None):
        """The button of a menu is the child of what has the name."""
        outer = self.find('push button', name, root)
        return next(node for node in walk(outer) if 'click' in list_actions(node))

    def choose(self, name):
        """An entry of the menu that is open."""
        self.act(self.find('menu item', name))

    def write(self, node, text):
        """Text into an entry, as an input method does it."""
        wait(lambda: Atspi.EditableText.set_text_contents(node, text), 'an entry that takes text')
        wait(lambda: get_text(node) == text, lambda: f'{text!r} in the entry, not {get_text(node)!r}')

    def choose_file(self, title, path):
        """In GTK's file chooser, by its name. One that opens has an entry for it only when it is asked for."""
        chooser = self.window(title)
        entry = next(self.search('text', None, chooser), None)
        if entry is None or not self.extents(entry)[2]:
            self.keys('ctrl+l', window=chooser)
            entry = wait(lambda: next((node for node in self.search('text', None, chooser) if has_state(node, 'focused')), None),
                         'an entry for the name of the file')
        self.write(entry, path)
        self.keys('Return', window=chooser)
        self.wait_gone(title)

    def choose_option(self, node, number, with_keys=False):
        """Of a drop-down, by its place among the choices. With keys only where it has the focus."""
        self.open_options(node, with_keys)
        self.leave_options(node, 'Home', *['Down'] * number, 'Return')

    def open_options(self, node, with_keys=False):
        if with_keys:
            # GTK has no place for the choices of what has none itself, or is still being scrolled into the window.
            wait(lambda: self.is_within(node), f'{get_name(node)!r} to be in sight')
            self.keys('space')
        else:
            self._click_open(node)
        wait(lambda: self._has_options(node), lambda: f'the choices of {get_name(node)!r}')

    def _click_open(self, node):
        """As a person does: once more where nothing comes of it. GTK 4.8 may keep a click from the window that follows a popover."""
        for _ in range(3):
            self.click(node)
            try:
                wait(lambda: self._has_options(node), 'choices', PATIENCE / 6)
                return
            except Failure:
                print(f'# clicked again on {get_name(node)!r}', flush=True)

    def leave_options(self, node, *keys):
        """By these keys."""
        self.keys(*keys)
        wait(lambda: not self._has_options(node), f'the choices of {get_name(node)!r} to go')

    @staticmethod
    def _has_options(node):
        try:
            return any(get_role(child) == 'list item' and has_state(child, 'focused') for child in walk(node, True))
        except GLib.Error:
            return False

    def dialog(self, name):
        """The window with that title, once it has its place."""
        dialog = self.window(tr(name))
        wait(lambda: self.extents(dialog)[2] > 1, f'{name!r} to be laid out')
        return dialog

    def choose_from_menu(self, name):
        """An entry of the main menu, opened by its key."""
        self.keys('F10')
        self.choose(name)

    def keys(self, *keys, window=None):
        self.activate(window or self.active_window())
        run_xdotool('key', '--clearmodifiers', '--delay', '20', *keys)

    def type(self, text, *keys):
        """Text, and keys as fast as it."""
        run_xdotool('type', '--delay', '12', '--args', '1', text, *(['key', '--delay', '12', *keys] if keys else []))

    def active_window(self):
        """The last one that was opened: a dialog is over its parent."""
        return self.windows()[-1]

    def activate(self, window):
        """Gives it the keyboard. Only of a frame the accessibility tree tells whether it has it."""
        def is_active():
            return has_state(window, 'active') if get_role(window) == 'frame' else run_xdotool('getactivewindow') == self.xid(window)
        if not is_active():
            run_xdotool('windowactivate', '--sync', self.xid(window))
            wait(is_active, f'window {window.get_name()!r} to be active')

    # Where it is

    def get_window(self, node):
        while node.get_parent() != self.root:
            node = node.get_parent()
        return node

    def get_surface(self, node):
        """The window it is in, or the popover: to the X server that is a window too, with the name of the program."""
        while node.get_parent() != self.root and node.get_name() not in ('GtkPopover', 'GtkPopoverMenu'):
            node = node.get_parent()
        return node

    def xid(self, node):
        surface = self.get_surface(node)
        if surface.get_parent() != self.root:
            return wait(lambda: next((xid for xid in self._search_windows('koyomi') if self._measure(xid)[2:] == self.extents(surface)[2:]),
                                     None), 'the X window of a popover')
        title = surface.get_name()
        return wait(lambda: self._search_windows(title)[-1:], f'the X window {title!r}')[0]

    def _search_windows(self, title):
        return run_xdotool('search', '--onlyvisible', '--all', '--pid', self.process.pid, '--name', f'^{re.escape(title)}$').split()

    @staticmethod
    def _measure(xid):
        lines = run_xdotool('getwindowgeometry', '--shell', xid).splitlines()
        place = {key: int(value) for key, value in (line.split('=') for line in lines)}
        return place['X'], place['Y'], place['WIDTH'], place['HEIGHT']

    @staticmethod
    def extents(node):
        node.clear_cache()
        box = node.get_extents(Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def is_within(self, node):
        """Whether the window has it in sight."""
        _, y, _, height = self.extents(node)
        _, top, _, most = self.extents(self.get_surface(node))
        return height > 1 and top <= y and y + height <= top + most

    def rect(self, node):
        """The place on the screen. GTK 4.8 leaves the window's border out."""
        left, top = self.origin(self.get_surface(node))
        x, y, width, height = self.extents(node)
        return left + x, top + y, width, height

    def origin(self, surface):
        left, top, outer_width, outer_height = self._measure(self.xid(surface))
        x, y, width, height = self.extents(surface)
        border_x, border_y = (-x, -y) if x < 0 else ((outer_width - width) // 2, (outer_height - height) // 2)
        return left + border_x - x, top + border_y - y

    def centre(self, node):
        x, y, width, height = self.rect(node)
        return x + width // 2, y + height // 2

    def set_number(self, node, number):
        """In a spin button."""
        wait(lambda: Atspi.Value.set_current_value(node, number), 'a spin button that takes a number')

    def wait_settled(self, node):
        """What has just come, or moves because something else has, is not where it will be."""
        places = [None]
        def is_settled():
            places.append(self.rect(node))
            time.sleep(0.03)
            return places[-1] == places[-2] and places[-1][2] > 1
        wait(is_settled, lambda: f'{get_name(node)!r} to stay in a place, not {places[-1]}')

    def click(self, node, button=1, holding=None, times=1):
        """With the pointer."""
        self.wait_settled(node)
        self.point(*self.centre(node), button=button, holding=holding, times=times)

    def pick(self, node, rest):
        """What a popover offers, with the pointer. GTK 4.8 may keep the next click from the window, as if it closed the popover once
        more: `rest` is where that one does nothing."""
        xid = self.xid(node)
        self.click(node)
        wait(lambda: xid not in self._search_windows('koyomi'), 'the popover to go')
        self.click(rest)

    def leave_popover(self, *keys):
        """By these keys. Before it has gone, a click would only close it."""
        before = self._search_windows('koyomi')
        self.keys(*keys)
        wait(lambda: len(self._search_windows('koyomi')) < len(before), 'the popover to go')

    def move_pointer(self, x, y):
        """Waits until it is there. It must come from elsewhere: GTK and xdotool both wait for it to move."""
        if f'x:{x} y:{y} ' in run_xdotool('getmouselocation'):
            run_xdotool('mousemove', '--sync', x + 1, y)
        run_xdotool('mousemove', '--sync', x, y)
        self.is_parked = False

    def park_pointer(self):
        """Where it rests on nothing. GTK 4.8 moves a tooltip that is shown to the next window that hears of something, and complains
        when it has no place there; a person's click or key would have hidden it, but not what is done through the accessibility tree."""
        if not self.is_parked:
            run_xdotool('mousemove', 1, 1)
            self.is_parked = True

    def point(self, x, y, button=1, holding=None, times=1):
        self.move_pointer(x, y)
        if holding:
            run_xdotool('keydown', holding)
        run_xdotool('click', '--repeat', times, '--delay', 60, button)
        self.wait_released()
        if holding:
            run_xdotool('keyup', holding)

    def wait_released(self):
        wait(lambda: not self.display.query_pointer()[1], 'the button of the pointer to be up')

    def day_to_x(self, day):
        """Where the middle of a day is on the screen, reckoned from two meetings in sight: a run may reach out of it."""
        measures = [None]
        def is_settled():
            measures.append(self._measure_days())
            return measures[-1] and measures[-1] == measures[-2]
        wait(is_settled, 'meetings in sight that stay in a place')
        (early, begin), (late, end) = measures[-1]
        return begin + (end - begin) * (to_day(day).toordinal() - early) / (late - early)

    def _measure_days(self):
        """The first and the last meeting in sight, and their places. A meeting goes and comes anew with the zoom."""
        places = []
        panel = self.find('panel', tr('Committee meetings'))
        left = self.origin(self.get_window(panel))[0]
        drill = re.compile(re.sub(r'%\d\\\$s', '.*', re.escape(tr('Next drill after “%1$s”: %2$s'))))
        for node in list_children(panel):
            # Reports to authorities, which name the incident by its number, drills, and deadlines, which begin with their day, stand among them.
            is_other = re.search(r'\b\d{4}-\d{3}\b|^\d{4}-\d\d-\d\d\s', get_name(node)) or drill.fullmatch(get_name(node))
            date = None if is_other else re.search(r'\d{4}-\d\d-\d\d', get_name(node))
            x, _, width, _ = self.extents(node) if date else (0, 0, 0, 0)
            if width > 8:
                places.append((to_day(date[0]).toordinal(), left + x + width / 2))
        return (min(places), max(places)) if len(places) > 1 else None

    def drag_run(self, cell, by, part='middle', holding=None, clicked=False):
        """Takes the run at its middle, or at the edge that is named, and carries it by so many days."""
        x, y, width, height = self.rect(cell)
        first, *_, last = re.findall(r'\d{4}-\d\d-\d\d', get_name(cell)) * 2
        middle = (to_day(first) + (to_day(last) - to_day(first)) // 2).isoformat()
        start = {'first': x + 2, 'middle': round(self.day_to_x(middle)), 'last': x + width - 3}[part]
        distance = self.day_to_x(shift(first, by)) - self.day_to_x(first)
        self.drag((start, y + height // 2), (round(start + distance), y + height // 2), holding, clicked)

    def drag(self, start, end, holding=None, clicked=False):
        if holding:
            run_xdotool('keydown', holding)
        self.carry(start, end, clicked)
        self.let_go()
        if holding:
            run_xdotool('keyup', holding)

    def carry(self, start, end, clicked=False):
        """Takes hold of what is there, and keeps it until let_go(). `clicked`: so soon after a click that it may be a double click."""
        self.move_pointer(*start)
        run_xdotool(*(['click', 1] if clicked else []), 'mousedown', 1)
        for step in range(1, 9):
            self.move_pointer(*((a + (b - a) * step // 8 for a, b in zip(start, end))))
            time.sleep(0.02)

    def let_go(self):
        run_xdotool('mouseup', 1)
        self.wait_released()

    def bring_into_sight(self, node):
        """With the wheel, at the left edge of what scrolls, where nothing else takes it."""
        pane = self._find_pane(node)
        for _ in range(40):
            y, height = self.extents(node)[1::2]
            top, bottom = self.extents(pane)[1], sum(self.extents(pane)[1::2])
            if top + 10 <= y and y + min(height, 40) <= bottom - 90:   # a toast may stand at the bottom
                break
            x, _, _, _ = self.rect(pane)
            self.point(x + 6, self.centre(pane)[1], button=4 if y < top + 10 else 5)
        return node

    def _find_pane(self, node):
        """The outermost that scrolls: a list or a text in it may do so too."""
        pane = window = self.get_window(node)
        while node != window:
            pane = node if get_role(node) == 'scroll pane' else pane
            node = node.get_parent()
        return pane

    def go_to(self, node, limit=60, key='Tab'):
        """With Tab, as a person without a pointer."""
        for _ in range(limit):
            if has_state(node, 'focused'):
                return node
            self.keys(key)
        raise Failure(f'{key} does not come to {get_name(node)!r}')

    def shoot(self, name):
        os.makedirs(PICTURES, exist_ok=True)
        path = os.path.join(PICTURES, f'{name}-{LANGUAGE}.png')
        subprocess.run(['import', '-window', 'root', path], check=True)
        return path

    def shoot_failure(self):
        try:
            print('# a picture of it: ' + self.shoot('failed-' + current_test), flush=True)
        except (subprocess.CalledProcessError, OSError) as error:
            print(f'# no picture of it: {error}', flush=True)


class Holder:
    """Another process that has the plan open. It is on no bus, else it would only hand the plan to the program that is there already."""

    def __init__(self, path):
        environment = dict(os.environ, DBUS_SESSION_BUS_ADDRESS='disabled:', GTK_A11Y='none', G_DEBUG='')
        self.process = subprocess.Popen([KOYOMI, path], env=environment, stderr=subprocess.DEVNULL)
        try:
            wait(lambda: run_xdotool('search', '--onlyvisible', '--all', '--pid', self.process.pid, '--name', 'Koyomi'), 'another window')
        except BaseException:
            self.leave()
            raise

    def leave(self):
        self.process.terminate()
        self.process.wait(PATIENCE)


tests = []
current_test = 'test'


def test(function):
    """Decorates what main() is to run; it is given a folder of its own."""
    tests.append(function)
    return function


def main():
    """Runs the tests, or those named on the command line, and prints TAP."""
    global current_test
    chosen = [function for function in tests if not sys.argv[1:] or function.__name__ in sys.argv[1:]]
    failures = 0
    print(f'1..{len(chosen)}', flush=True)
    for number, function in enumerate(chosen, 1):
        current_test = function.__name__
        begin = time.monotonic()
        try:
            with tempfile.TemporaryDirectory(prefix='koyomi-journey-') as folder:
                function(folder)
            word = 'ok'
        except Exception:
            print('# ' + traceback.format_exc().rstrip().replace('\n', '\n# '), flush=True)
            word = 'not ok'
            failures += 1
        print(f'{word} {number} - {current_test} ({time.monotonic() - begin:.1f} s)', flush=True)
    sys.exit(1 if failures else 0)
