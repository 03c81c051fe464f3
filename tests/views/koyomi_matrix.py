"""The words with which tests speak of the matrix and of the clipboard. A cell is told by the code of its function and the name of its team."""

import koyomi_window
from koyomi_window import *

# The clipboard is another program's, as that of a spreadsheet is.
GDK = '''
import sys, gi
gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
clipboard = Gdk.Display.get_default().get_clipboard()
loop = GLib.MainLoop()
'''

COPY = GDK + '''
clipboard.set_content(Gdk.ContentProvider.new_for_value(sys.argv[1]))
GLib.idle_add(lambda: print('there', flush=True))
loop.run()
'''

READ = GDK + '''
def read(clipboard, result):
    sys.stdout.write(clipboard.read_text_finish(result))
    loop.quit()
clipboard.read_text_async(None, read)
loop.run()
'''


def run_gdk(script, *arguments):
    environment = dict(os.environ, GTK_A11Y='none', G_DEBUG='')
    return subprocess.Popen(['/usr/bin/python3', '-c', script, *arguments], env=environment, stdout=subprocess.PIPE, text=True)


class Clipboard:
    """What another program has copied, until the end of a `with` block."""

    def __init__(self, text):
        self.process = run_gdk(COPY, text)
        self.process.stdout.readline()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.communicate()

    @staticmethod
    def read():
        return run_gdk(READ).communicate(timeout=PATIENCE)[0]


def is_sensitive(node):
    """Whether it can be used: what it stands in may not be."""
    while node is not None and has_state(node, 'sensitive'):
        node = node.get_parent() if get_role(node) not in ('frame', 'dialog') else None
    return node is None


class MatrixPlan(Plan):

    def breaches(self, *arguments):
        """Those that are not accepted; with the catalogue, its own only."""
        answer = subprocess.run([CLI, 'lint', self.path, '--area', 'matrix', '--json', '--language', koyomi_window.LANGUAGE, '--today', TODAY, *arguments], capture_output=True,
                                text=True)
        if answer.returncode > 1:
            raise Failure(f'koyomi-cli lint: {answer.stderr}')
        return [breach for breach in json.loads(answer.stdout) if not breach['waived']]

    def rules(self, *arguments):
        return sorted({breach['rule'] for breach in self.breaches(*arguments)})

    def letters(self, catalogue, day=TODAY):
        """What each cell holds on the day: function's code and team to letters."""
        return {(record['function_code'], record['team']): record['letters'] for record in self.list('assignments', '--catalogue', catalogue)
                if (record['from_day'] or '') <= day <= (record['to_day'] or '9999')}

    def wait_letters(self, catalogue, expected):
        wait(lambda: self.letters(catalogue) == expected, lambda: f'{expected}, not {self.letters(catalogue)}')

    def team(self, code):
        return next(team['name'] for team in self.list('teams') if team['code'] == code)

    def function(self, catalogue, code):
        return next(function for function in self.list('functions', '--catalogue', catalogue) if function['code'] == code)

    def content(self):
        return {what: self.list(what) for what in ('activities', 'assignments', 'contracts', 'evidence', 'functions', 'letters', 'maturity',
                                                   'occurrences', 'persons', 'teams', 'waivers')}


class MatrixWindow(Window):
    """Opens with the matrix."""

    def __init__(self, plan, *arguments, settings=None, **options):
        super().__init__(plan.path, *arguments, settings={'last-view': "'matrix'", **(settings or {})}, **options)
        self.plan = plan
        self.pressed = 0
        if settings is None or 'last-view' not in settings:
            self.find_table()

    def keys(self, *keys, window=None):
        super().keys(*keys, window=window)
        self.pressed += len(keys)

    def find_table(self):
        """Again, when the window has made its content anew."""
        self.view = self.find('panel', 'KoyomiMatrixView')
        self.table = self.find('table', tr('Matrix of functions and teams'), self.view)

    def get_surface(self, node):
        """That of the letters has a name of its own."""
        while node.get_parent() != self.root and node.get_name() not in ('GtkPopover', 'GtkPopoverMenu', tr('Letters of the cell')):
            node = node.get_parent()
        return node

    def lines(self):
        """As they are called, from above: those in sight."""
        return [get_name(row) for row in self._list_rows()]

    def _list_rows(self):
        self.table.clear_cache()
        return [row for row in list_children(self.table) if get_role(row) == 'table row' and self.extents(row)[2] > 1]

    def line(self, name):
        return wait(lambda: next((row for row in self._list_rows() if get_name(row) == name), None), lambda: f'{name!r} among {self.lines()}')

    def cell(self, code, team):
        """In sight."""
        return wait(lambda: self._find_cell(code, team), lambda: f'the cell of {code} and {team} in {self.lines()}')

    def _find_cell(self, code, team):
        return next((cell for row in self._list_rows() for cell in list_children(row)
                     if get_role(cell) == 'table cell' and self._is_cell(cell, code, team)), None)

    @staticmethod
    def _is_cell(cell, code, team):
        return get_name(cell).startswith(f'{code} ') and f', {team}: ' in get_name(cell)

    def shown(self, code, team):
        """The letters that a screen reader reads from the cell."""
        self.cell(code, team).clear_cache()
        return get_name(self.cell(code, team)).partition(f', {team}: ')[2]

    def wait_shown(self, code, team, *letters):
        names = {'R': 'Responsible', 'A': 'Accountable', 'C': 'Consulted', 'I': 'Informed', 'S': 'In support'}
        expected = (', ' if koyomi_window.LANGUAGE == 'en' else '、').join(tr(names[letter]) for letter in letters) or tr('no part in it')
        wait(lambda: self.shown(code, team) == expected, lambda: f'{expected!r}, not {self.shown(code, team)!r}')

    def wait_lines(self, expected):
        """Those that come first, as they begin: behind the name may stand what is broken."""
        def is_so():
            lines = self.lines()
            return len(lines) >= len(expected) and all(line.startswith(name) for line, name in zip(lines, expected))
        wait(is_so, lambda: f'{expected}, not {self.lines()}')

    def focused_cell(self):
        return next((cell for row in self._list_rows() for cell in list_children(row) if has_state(cell, 'focused')), None)

    def wait_cell(self, code, team):
        """That it has the keyboard."""
        def is_there():
            cell = self._find_cell(code, team)
            return cell is not None and has_state(cell, 'focused')
        wait(is_there, lambda: f'the focus on {code} and {team}, not on {get_name(self.focused_cell() or self.frame)!r}')

    def go_to_cell(self, code, team):
        """With the pointer."""
        self.click(self.cell(code, team))
        self.wait_cell(code, team)

    def press_here(self, name):
        """A button of the matrix: other views may have one of that name."""
        self.press(name, self.view)

    def choose_to_show(self, name):
        """In the menu of what is shown."""
        self.open_menu(tr('Show'), self.view)
        item = wait(lambda: next((node for top in self.windows() for role, node in walk_roles(top)
                                  if role.endswith('menu item') and get_name(node) == tr(name)), None), f'{name!r} in the menu')
        self.act(item)

    def wait_step(self, undo=None, redo=None):
        """What the buttons would take back and do again."""
        for text, name in ('Undo: %s', undo), ('Redo: %s', redo):
            if name is not None:
                self.find('push button', fill_in(tr(text), name), self.view)

    def show_catalogue(self, code):
        """With its key, from the one that is shown first."""
        codes = [catalogue['code'] for catalogue in self.plan.list('catalogues')]
        self.keys(*['ctrl+Next'] * codes.index(code))
        first = self.plan.list('functions', '--catalogue', code)[0]
        wait(lambda: f"{first['code']} {first['name']}" in [line[:len(f"{first['code']} {first['name']}")] for line in self.lines()],
             lambda: f'{first["name"]} among {self.lines()[:3]}')
