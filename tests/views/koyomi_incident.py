"""The words with which tests speak of the board of incidents. An incident is told by its number."""

import koyomi_window
from koyomi_window import *

STATES = {'new': 'New', 'triaged': 'Triaged', 'responding': 'Responding', 'contained': 'Contained', 'recovered': 'Recovered',
          'review': 'In review', 'closed': 'Closed', 'false-alarm': 'False alarm', 'merged': 'Merged'}


def count(one, many, number):
    """A text that says how many."""
    return ntr(one, many, number).replace('%u', str(number))


class IncidentPlan(Plan):

    def list(self, what, *arguments):
        """In the language that the window shows now."""
        return json.loads(self.ask('list', self.path, what, '--json', '--language', koyomi_window.LANGUAGE, '--today', TODAY, *arguments))

    def incident(self, number):
        return next((incident for incident in self.list('incidents') if incident['number'] == number), None)

    def state(self, number):
        incident = self.incident(number)
        return incident and incident['state']

    def wait_state(self, number, state):
        wait(lambda: self.state(number) == state, lambda: f'{number} to be {state}, not {self.state(number)}')

    def parts(self, what, number):
        """What hangs on the incident, such as `incident-events`, in its order."""
        key = self.incident(number)['id']
        return [record for record in self.list(what) if record['incident_id'] == key]

    def content(self):
        """All that a person would call the incidents."""
        return {what: self.list(what) for what in ('incidents', 'incident-events', 'incident-reports', 'incident-tasks', 'evidence')}


class IncidentWindow(Window):
    """Opens with the incidents."""

    def __init__(self, plan, *arguments, settings=None, **options):
        super().__init__(plan.path, *arguments, settings={'last-view': "'incidents'", **(settings or {})}, **options)
        self.plan = plan
        if settings is None or 'last-view' not in settings:
            self.find_view()

    def find_view(self):
        """Again, when the window has made its content anew."""
        self.view = self.find('panel', 'KoyomiIncidentView')

    def press_here(self, name):
        """A button of the view: others may have one of that name."""
        self.press(name, self.view)

    def get_surface(self, node):
        """That of the filter has a name of its own."""
        while node.get_parent() != self.root and node.get_name() not in ('GtkPopover', 'GtkPopoverMenu', 'KoyomiIncidentFilterPopover'):
            node = node.get_parent()
        return node

    # The details

    def details(self):
        return self.find('panel', tr('Details of the incident'))

    def click_below(self, node):
        """Brings it into sight with the wheel, in the part of the details that it stands in."""
        left, top, width, height = self.rect(self.details())
        for _ in range(60):
            x, y, _, high = self.rect(node)
            if top + 10 <= y and y + high <= top + height - 14:
                break
            self.point(min(x + 20, left + width - 20), top + height // 2, button=4 if y < top + 10 else 5)
        self.click(node)

    # The board

    def board(self):
        return self.find('list', tr('Board of incidents'), self.view)

    def _list_cards(self):
        board = self.board()
        board.clear_cache()
        return [card for card in list_children(board) if get_role(card) == 'list item' and self.extents(card)[2] > 1]

    def cards(self):
        """What a screen reader says of each in sight, by its number."""
        return {get_name(card).partition(' ')[0]: get_name(card) for card in self._list_cards()}

    def card(self, number):
        return wait(lambda: next((card for card in self._list_cards() if get_name(card).startswith(number + ' ')), None),
                    lambda: f'{number} among {list(self.cards())}')

    def wait_cards(self, numbers):
        """These, and no other."""
        wait(lambda: sorted(self.cards()) == sorted(numbers), lambda: f'{sorted(numbers)}, not {sorted(self.cards())}')

    def columns(self):
        """How many cards each has, by what stands above it."""
        heads = self.find('panel', 'KoyomiIncidentHeads', self.view)
        heads.clear_cache()
        names = [get_name(head).rpartition(' ') for head in list_children(heads) if get_role(head) == 'label']
        return {name: int(number) for name, _, number in names}

    def wait_columns(self, **numbers):
        """So many in each state that is named."""
        expected = {tr(STATES[state.replace('_', '-')]): number for state, number in numbers.items()}
        wait(lambda: expected.items() <= self.columns().items(), lambda: f'{expected}, not {self.columns()}')

    def said(self, number):
        """What is said of the card, part by part; the first is its number and title."""
        return re.split(', |、', get_name(self.card(number)))

    def wait_card(self, number, state):
        """That it says so: where it stands is what the board works out from the same."""
        wait(lambda: tr(STATES[state]) in self.said(number), lambda: f'{number} in {state}, not {self.said(number)}')
        self.plan.wait_state(number, state)

    def focused_card(self):
        return next((get_name(card).partition(' ')[0] for card in self._list_cards() if has_state(card, 'focused')), None)

    def wait_focused(self, number):
        """That it has the keyboard, and is selected."""
        wait(lambda: self.focused_card() == number, lambda: f'the focus on {number}, not on {self.focused_card()}')
        wait(lambda: has_state(self.card(number), 'selected'), f'{number}, which has the focus, to be selected')

    def go_to_card(self, number):
        """With the pointer."""
        self.click(self.card(number))
        self.wait_focused(number)

    # The table

    def show_table(self):
        self.press_here(tr('Table'))
        wait(self.rows, 'the rows of the table')

    def show_board(self):
        self.press_here(tr('Board'))
        wait(self._list_cards, 'cards')

    def table(self):
        return self.find('tree table', tr('Table of incidents'), self.view)

    def _list_rows(self):
        rows = next((node for node in list_children(self.table()) if get_role(node) == 'list'), None)
        if rows is None:
            return []
        rows.clear_cache()
        return [row for row in list_children(rows) if self.extents(row)[2] > 1]

    def rows(self):
        """The texts of each row in sight. One that is just being made has none yet."""
        rows = [[get_name(label) for cell in list_children(row) for label in list_children(cell)] for row in self._list_rows()]
        return rows if all(len(texts) == len(rows[0]) > 0 for texts in rows) else []

    def row(self, number):
        return wait(lambda: next((row for row, texts in zip(self._list_rows(), self.rows()) if texts[0] == number), None), f'the row of {number}')

    def column(self, name):
        """What stands in the column, from above."""
        titles = [get_name(self.find('label', None, title)) for title in list_children(list_children(self.table())[0])]
        return [texts[titles.index(tr(name))] for texts in self.rows()]

    def sort_by(self, name, again=False):
        """`again`: the other way round. Of two clicks in one place GTK 4.8 takes the second, if it comes soon, for a double click, and
        sorts by the first alone."""
        title = self.find('label', tr(name), list_children(self.table())[0])
        self.wait_settled(title)
        x, y = self.centre(title)
        self.point(x + 12 if again else x, y)

    def focused_row(self):
        return next((texts[0] for row, texts in zip(self._list_rows(), self.rows()) if has_state(row, 'focused')), None)

    def wait_row(self, number):
        wait(lambda: self.focused_row() == number, lambda: f'the focus on the row of {number}, not on {self.focused_row()}')

    # What is shown

    def figures(self):
        """What the header says of the fiscal year: its medians, and how many incidents stand behind each."""
        measures = self.find('panel', 'AdwSqueezer', self.view)
        return get_name(self.find('label', None, measures)), measures.get_description()

    def choose_lanes(self, name):
        """And leave the popover."""
        self.keys('ctrl+shift+f')
        self.choose_option(self.find('combo box', tr('La_nes')), ['None', 'Severity', 'Team', 'Kind'].index(name))
        self.leave_popover('Escape')

    def move_to(self, state):
        """By the menu of the selected incident."""
        self.keys('Menu')
        item = wait(lambda: next((node for node in self.find_all('menu item', tr(STATES[state]))), None), f'{state} in the menu')
        self.act(item)

    def wait_step(self, undo=None, redo=None):
        """What the buttons would take back and do again."""
        for text, name in ('Undo: %s', undo), ('Redo: %s', redo):
            if name is not None:
                self.find('push button', fill_in(tr(text), name), self.view)
