#!/usr/bin/python3
"""Follows findings, evidence and controls through the audit view with keys and pointer, and reads from the plan what came of it. Prints TAP."""

import hashlib
import sqlite3

import koyomi_window
from koyomi_window import *

PAGES = {'Summary': 'KoyomiAuditSummary', 'Programme': 'KoyomiProgrammePage', 'Findings': 'KoyomiFindingsPage', 'Evidence': 'KoyomiEvidencePage',
         'Controls': 'KoyomiControlsPage', 'Change Log': 'KoyomiChangeLogPage'}


class AuditPlan(Plan):

    def finding(self, number):
        return next((finding for finding in self.list('findings') if finding['number'] == number), None)

    def wait_finding(self, number, **fields):
        """That it has these."""
        def is_so():
            finding = self.finding(number)
            return finding is not None and fields.items() <= finding.items()
        wait(is_so, lambda: f'{number} with {fields}, not {self.finding(number)}')

    def control(self, code):
        return next(control for control in self.list('controls') if control['code'] == code)

    def evidence(self, title):
        return next((evidence for evidence in self.list('evidence') if evidence['title'] == title), None)


class AuditWindow(Window):
    """Opens with the audit view."""

    def __init__(self, plan, *arguments, settings=None, **options):
        super().__init__(plan.path, *arguments, settings=settings or {'last-view': "'audit'"}, **options)
        self.plan = plan
        if settings is None:
            self.find_view()

    def find_view(self):
        self.view = self.find('panel', 'KoyomiAuditView')
        self.toggles = self.find('panel', 'AdwSqueezer', self.view)

    def toggle(self, name):
        return self.find('push button', tr(name), self.toggles)

    def page(self, name):
        """Once it is shown. Those that were shown before are still there, with all that is in them: they are not looked into."""
        toggle = self.toggle(name)
        wait(lambda: has_state(toggle, 'pressed'), f'the button of {name!r} to be pressed')
        stack = list_children(self.view.get_child_at_index(0))[-1]
        stack.clear_cache()
        pages = [page.get_child_at_index(0) for page in list_children(stack)]
        return next(page for page in pages if get_name(page) == PAGES[name])

    def show_page(self, name):
        """With the pointer."""
        self.click(self.toggle(name))
        return self.page(name)

    # Tables

    def table(self, name, page):
        return self.find('tree table', tr(name), page)

    def lines(self, table):
        """The rows in sight."""
        rows = next((node for node in list_children(table) if get_role(node) == 'list'), None)
        if rows is None:
            return []
        rows.clear_cache()
        return [row for row in list_children(rows) if self.extents(row)[3] > 1]

    @staticmethod
    def texts(line):
        """What stands in each cell of the row; '' where nothing does."""
        texts = [get_name(content) for cell in list_children(line) for content in list_children(cell)]
        return ['' if text == 'GtkLabel' else text for text in texts]

    def column(self, table, number):
        """From above. Rows that are just being made have no texts yet."""
        lines = [self.texts(line) for line in self.lines(table)]
        return [texts[number] for texts in lines] if all(len(texts) > number for texts in lines) else []

    def line(self, table, text):
        """The row with that text in one of its cells."""
        return wait(lambda: next((line for line in self.lines(table) if text in self.texts(line)), None),
                    lambda: f'{text!r} among {[self.texts(line)[:2] for line in self.lines(table)]}')

    def wait_line(self, table, text):
        """That it has the keyboard."""
        wait(lambda: has_state(self.line(table, text), 'focused'), f'the focus on the row of {text!r}')

    # Fields

    def wait_focused(self, role, name, root):
        field = self.find(role, tr(name), root)
        wait(lambda: has_state(field, 'focused'), lambda: f'the focus on {name!r}, not on {get_name(self.find_focus())!r}')
        return field

    def press_mnemonic(self, text, window):
        self.keys('alt+' + re.search(r'_(\w)', koyomi_window.CATALOGUE.gettext(text))[1].lower(), window=window)

    def fill_in(self, name, text, window):
        """With keys alone."""
        field = self.find('text', tr(name), window)
        self.press_mnemonic(name, window)
        wait(lambda: has_state(field, 'focused'), lambda: f'the focus on {name!r}, not on {get_name(self.find_focus())!r}')
        self.keys('ctrl+a', window=window)
        self.type(text)

    def push(self, name, window):
        """With keys alone. What closes the window, above, may have the same name."""
        button = wait(lambda: self.find_all('push button', tr(name), window)[-1:], f'{name!r}')[0]
        wait(lambda: has_state(button, 'sensitive'), f'{name!r} to be of use')
        self.go_to(button)
        self.keys('space')

    def choose_with_keys(self, name, number, root):
        field = self.find('combo box', tr(name), root)
        self.go_to(field.get_child_at_index(0))
        self.choose_option(field, number, with_keys=True)


def open_sample(folder, **options):
    plan = AuditPlan.make(folder)
    return plan, AuditWindow(plan, **options)


# Pages


@test
def goes_through_its_pages_with_keys_alone(folder):
    """From the calendar on."""
    plan, window = open_sample(folder, settings={'last-view': "'calendar'"})
    findings = sorted(finding['number'] for finding in plan.list('findings'))
    with window:
        window.rows()
        window.keys('ctrl+6')
        window.find_view()
        pressing = window.table('Most pressing findings', window.page('Summary'))
        window.wait_line(pressing, 'F-26-10')
        for name, key in zip(list(PAGES)[1:], ['shift+Tab', *['Tab'] * 4]):
            window.go_to(window.toggle(name), key=key)
            window.keys('space')
            page = window.page(name)
            if name == 'Findings':
                wait(lambda: sorted(window.column(window.table(name, page), 0)) == findings, lambda: f'{findings} in the table')
        window.go_to(window.toggle('Summary'), key='shift+Tab')
        window.keys('space')
        window.go_to(window.find('push button', tr('Findings and corrective actions'), window.page('Summary')))
        window.keys('Return')
        window.wait_line(window.table('Findings', window.page('Findings')), 'F-26-10')


# Findings


FOUND = 'Badges of leavers still open doors'


def open_finding(window, number, title):
    """From the table, by its row."""
    window.keys('ctrl+6')
    window.go_to(window.toggle('Findings'), key='shift+Tab')
    window.keys('space')
    table = window.table('Findings', window.page('Findings'))
    numbers = wait(lambda: window.column(table, 0), 'findings')
    window.go_to(window.line(table, numbers[0]))
    window.keys(*['Down'] * numbers.index(number))
    window.wait_line(table, number)
    window.keys('Return')
    return window.window(title)


@test
def writes_down_a_finding_with_keys_alone(folder):
    """From when it is found until its day is put off."""
    plan, window = open_sample(folder)
    with window:
        window.page('Summary')
        window.keys('Insert')
        dialog = window.dialog('New Finding')
        window.wait_focused('text', '_Finding', dialog)
        window.choose_with_keys('_Grade', 1, dialog)
        window.fill_in('_Finding', FOUND, dialog)
        window.keys('Return')
        window.wait_gone(tr('New Finding'))
        finding = window.window(FOUND)
        plan.wait_finding('F-26-11', title=FOUND, grade='minor', status='open', owner='', due_day=None)
        for missing in 'Nobody is named who sees to it.', 'There is no day until which it is to be done.':
            window.wait_text(tr(missing), finding)
        assert not has_state(window.find('push button', tr('Beg_in'), finding), 'sensitive'), 'nobody sees to it'

        window.fill_in('Co_rrection: what was put right at once', 'The badges were locked', finding)
        window.fill_in('_Owner', 'Plant administration', finding)
        window.push('S_et…', finding)
        dialog = window.dialog('Due Day')
        window.wait_focused('text', '_Due', dialog)
        window.type('2026-12-18', 'Return')
        window.wait_gone(tr('Due Day'))
        plan.wait_finding('F-26-11', correction='The badges were locked', owner='Plant administration', due_day='2026-12-18')
        window.push('Beg_in', finding)
        plan.wait_finding('F-26-11', status='doing')
        for missing in 'The cause is not written down.', 'The corrective action is not written down.':
            window.wait_text(tr(missing), finding)
        window.fill_in('_Cause', 'Nobody tells the gate', finding)
        window.fill_in('Correcti_ve action: what removes the cause', 'A list every Friday', finding)

        window.push('C_hange…', finding)
        dialog = window.dialog('Due Day')
        window.wait_focused('text', '_Due', dialog)
        window.type('2027-01-15')
        save = window.find('push button', tr('_Save'), dialog)
        assert not has_state(save, 'sensitive'), 'another day needs a reason'
        window.fill_in('_Reason', 'The gate is rebuilt', dialog)
        window.keys('Return')
        window.wait_gone(tr('Due Day'))
        plan.wait_finding('F-26-11', due_day='2027-01-15', cause='Nobody tells the gate', action='A list every Friday')
        window.wait_text('2026-12-18 → 2027-01-15', finding, True)
        window.wait_text('The gate is rebuilt', finding, True)


@test
def verifies_and_opens_a_finding_again_with_keys_alone(folder):
    """By somebody who is not its owner; that it was opened again is taken back, and done again."""
    plan, window = open_sample(folder, settings={'last-view': "'audit'"})
    number = 'F-26-05'
    title, owner = plan.finding(number)['title'], plan.finding(number)['owner']
    with window:
        window.find_view()
        finding = open_finding(window, number, title)
        window.push('Verif_y Effect…', finding)
        dialog = window.dialog('Verify Effect')
        window.wait_focused('text', '_Verifier', dialog)
        window.write(window.find('text', tr('_Verifier'), dialog), owner)
        window.wait_text(tr('Whoever owns the action cannot verify its effect. Name somebody else.'), dialog)
        assert not has_state(window.find('push button', tr('_Save'), dialog), 'sensitive'), 'the owner verifies'
        window.keys('Return', 'ctrl+a')
        window.type('Shizuka Rangai', 'Return')
        window.wait_gone(tr('Verify Effect'))
        plan.wait_finding(number, status='verified', verifier='Shizuka Rangai', verified_day=TODAY, effective='yes')
        window.push('C_lose', finding)
        plan.wait_finding(number, status='closed')

        window.push('Open _Again…', finding)
        dialog = window.dialog('Open Finding Again')
        window.wait_focused('text', 'F_ound on', dialog)
        window.keys('Return')
        window.wait_gone(tr('Open Finding Again'))
        plan.wait_finding('F-26-11', title=title, status='open', owner=owner, due_day=shift(TODAY, 60))
        assert plan.labels()[0] == fill_in(tr('Open %s again as %s'), number, 'F-26-11')
        window.wait_text(f'F-26-11 {title}', finding, True)
        window.keys('ctrl+z', window=finding)
        wait(lambda: plan.finding('F-26-11') is None, 'F-26-11 to be gone')
        plan.wait_finding(number, status='closed')
        window.keys('ctrl+z', window=finding)
        plan.wait_finding(number, status='verified')
        window.keys('Escape', window=finding)
        window.wait_gone(title)
        window.keys('ctrl+shift+z', 'ctrl+shift+z')
        plan.wait_finding('F-26-11', title=title)


@test
def follows_a_finding_with_the_pointer(folder):
    """Found in the table, begun, and done; the verdict is that it did not help."""
    plan, window = open_sample(folder)
    number = 'F-26-08'
    title = plan.finding(number)['title']
    with window:
        page = window.show_page('Findings')
        table = window.table('Findings', page)
        window.choose_option(window.find('combo box', tr('State that is shown'), page), 1)
        ended = [finding['number'] for finding in plan.list('findings') if finding['status'] in ('closed', 'verified')]
        wait(lambda: window.lines(table) and number in window.column(table, 0) and not set(ended[:4]) & set(window.column(table, 0)),
             lambda: f'what is not settled, not {window.column(table, 0)}')
        window.write(window.find('entry', tr('Search findings'), page), number)
        wait(lambda: window.column(table, 0) == [number], lambda: f'{number} alone, not {window.column(table, 0)}')
        window.click(window.line(table, number))
        window.click(window.find('push button', tr('Open Finding'), page))
        finding = window.window(title)
        window.click(window.find('push button', tr('Beg_in'), finding))
        plan.wait_finding(number, status='doing')
        window.click(window.find('push button', tr('Action _Done…'), finding))
        dialog = window.dialog('Action Done')
        window.click(window.find('push button', tr('_Done'), dialog))
        window.wait_gone(tr('Action Done'))
        plan.wait_finding(number, status='done', done_day=TODAY)
        window.click(window.find('push button', tr('Verif_y Effect…'), finding))
        dialog = window.dialog('Verify Effect')
        window.write(window.find('text', tr('_Verifier'), dialog), 'Shizuka Rangai')
        window.choose_option(window.find('combo box', tr('_Effect'), dialog), 1)
        window.click(window.find('push button', tr('_Save'), dialog))
        window.wait_gone(tr('Verify Effect'))
        plan.wait_finding(number, status='verified', effective='no')
        window.find_shown('push button', tr('Open _Again…'), finding)
        window.click(window.find('push button', tr('Undo'), finding))
        plan.wait_finding(number, status='done', effective='none')


# Evidence


def write_file(folder, name, text):
    """Returns its SHA-256."""
    with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
        file.write(text)
    return hashlib.sha256(text.encode()).hexdigest()


@test
def keeps_a_file_as_evidence_with_the_pointer(folder):
    """And tells when it was changed afterwards."""
    plan, window = open_sample(folder)
    sha256 = write_file(folder, 'access-list.txt', 'Who may open which door')
    with window:
        page = window.show_page('Evidence')
        table = window.table('Evidence', page)
        window.click(window.find('push button', tr('Add _Evidence…'), page))
        dialog = window.dialog('Add Evidence')
        window.click(window.find('push button', tr('Choos_e File…'), dialog))
        window.choose_file(tr('Choose Evidence'), os.path.join(folder, 'access-list.txt'))
        window.wait_text(f'SHA-256 {sha256}', dialog)
        window.click(window.find('push button', tr('_Add'), dialog))
        window.wait_gone(tr('Add Evidence'))
        wait(lambda: (plan.evidence('access-list.txt') or {}).get('sha256') == sha256, 'the file with its SHA-256')

        window.write(window.find('entry', tr('Search evidence'), page), 'access-list.txt')
        wait(lambda: window.column(table, 0) == ['access-list.txt'], lambda: f'it alone, not {window.column(table, 0)}')
        for text, told in ('Who may open which door', 'As it was recorded'), ('Who may open every door', 'Changed since it was recorded'):
            write_file(folder, 'access-list.txt', text)
            window.click(window.find('push button', tr('_Check Files'), page))
            wait(lambda: window.texts(window.line(table, 'access-list.txt'))[5] == tr(told), lambda: f'{told!r} of {text!r}')
        window.click(window.line(table, 'access-list.txt'))
        window.find_shown('label', tr('Changed since it was recorded'), window.find('panel', 'KoyomiEvidencePane', page))
        os.remove(os.path.join(folder, 'access-list.txt'))
        window.click(window.find('push button', tr('_Check Files'), page))
        wait(lambda: window.texts(window.line(table, 'access-list.txt'))[5] == tr('File not found'), 'the file to be missed')


@test
def keeps_a_file_as_evidence_with_keys_alone(folder):
    """By its name, which is read before it is added; it is deleted, and back."""
    plan, window = open_sample(folder)
    sha256 = write_file(folder, 'minutes.txt', 'Nothing was decided')
    with window:
        window.go_to(window.toggle('Evidence'), key='shift+Tab')
        window.keys('space')
        page = window.page('Evidence')
        table = window.table('Evidence', page)
        window.push('Add _Evidence…', page)
        dialog = window.dialog('Add Evidence')
        window.wait_focused('text', '_Title', dialog)
        window.type('Minutes of May')
        window.fill_in('_File, address or place', os.path.join(folder, 'minutes.txt'), dialog)
        window.keys('Return')
        window.wait_gone(tr('Add Evidence'))
        wait(lambda: (plan.evidence('Minutes of May') or {}).get('sha256') == sha256, 'the file with its SHA-256')
        assert plan.labels()[0] == fill_in(tr('Add evidence “%s”'), 'Minutes of May')

        window.go_to(window.find('entry', tr('Search evidence'), page), key='shift+Tab')
        window.type('Minutes of May')
        wait(lambda: window.column(table, 0) == ['Minutes of May'], lambda: f'it alone, not {window.column(table, 0)}')
        window.keys('Return')
        window.wait_line(table, 'Minutes of May')
        window.keys('Delete')
        wait(lambda: plan.evidence('Minutes of May') is None, 'the evidence to be gone')
        window.keys('ctrl+z')
        wait(lambda: plan.evidence('Minutes of May'), 'the evidence')
        wait(lambda: window.column(table, 0) == ['Minutes of May'], 'its row')


# Controls


@test
def leaves_a_control_out(folder):
    """Chosen among the squares with the pointer, told why with keys; the statement says so, until it is taken back."""
    plan, window = open_sample(folder)
    code = '5.12'
    before = plan.control(code)
    assert before['applicable'], before
    with window:
        page = window.show_page('Controls')
        pane = window.find('panel', 'KoyomiControlPane', page)
        window.click(window.find('label', re.compile(code + r'\n.'), page))
        window.wait_text(f'{code} {before["name"]}', pane)
        window.click(window.find('check box', tr('_Applies'), pane))
        wait(lambda: not plan.control(code)['applicable'], 'the control to be left out')
        window.fill_in('_Reason for taking it in or leaving it out', 'No such rooms', pane)
        window.keys('Tab')
        wait(lambda: plan.control(code)['reason'] == 'No such rooms', lambda: f'the reason, not {plan.control(code)["reason"]!r}')

        window.click(window.find('push button', tr('Statement of Applicability'), page))
        table = window.table('Statement of Applicability', page)
        window.write(window.find('entry', tr('Search controls'), page), 'No such rooms')
        wait(lambda: window.column(table, 0) == [code], lambda: f'{code} alone, not {window.column(table, 0)}')
        assert window.texts(window.line(table, code))[2:4] == [tr('Left out'), 'No such rooms']
        window.keys('ctrl+z', 'ctrl+z')
        wait(lambda: plan.control(code) == before, lambda: f'{before}, not {plan.control(code)}')
        wait(lambda: not window.lines(table) or not window.column(table, 0), 'nothing to be found')


# The change log


def wait_verified(window, title):
    """The answer, which Escape closes."""
    dialog = wait(lambda: next((node for node in window.windows()[1:] if window.find_all('label', title, node)), None), repr(title))
    window.keys('Escape', window=dialog)
    wait(lambda: dialog not in window.windows(), 'the answer to go')


@test
def looks_through_the_change_log(folder):
    """What was changed, from what to what; the chain holds, and has the proof that is printed."""
    plan, window = open_sample(folder)
    with window:
        page = window.show_page('Controls')
        pane = window.find('panel', 'KoyomiControlPane', page)
        window.click(window.find('check box', tr('_Applies'), pane))
        wait(lambda: plan.count_steps() == 2, 'the change')
        change = plan.labels()[0]
        page = window.show_page('Change Log')
        table = window.table('Change Log', page)
        wait(lambda: len(window.lines(table)) == 2, 'two changes')
        search = window.find('entry', tr('Search the change log'), page)
        window.go_to(search, key='shift+Tab')
        window.write(search, change)
        wait(lambda: window.column(table, 2) == [change], lambda: f'{change!r} alone, not {window.column(table, 2)}')
        window.keys('Return')
        window.wait_line(table, change)
        window.wait_text(f'{tr("Applicable")}: {tr("yes")} → {tr("no")}', page, True)

        proof = plan.head()[:16]
        window.wait_text(proof, page)
        entry = window.find('text', tr('Proof that a report printed'), page)
        window.click(entry)
        window.type(proof, 'Return')
        wait_verified(window, tr('The plan is as it should be'))
        window.click(entry)
        window.keys('ctrl+a')
        window.type('0123456789abcdef', 'Return')
        wait_verified(window, fill_in(tr('The plan is not as it should be, from entry %s on'), '3'))


@test
def finds_what_was_changed_outside(folder):
    plan = AuditPlan.make(folder)
    with sqlite3.connect(plan.path) as database:
        database.execute('UPDATE finding SET title = title || ? WHERE number = ?', ('!', 'F-26-01'))
    database.close()
    with AuditWindow(plan) as window:
        page = window.show_page('Change Log')
        window.click(window.find('push button', tr('_Verify'), page))
        wait_verified(window, re.compile(re.escape(tr('The plan is not as it should be')) + '.*'))
        window.find_shown('label', tr('Do not edit this plan any more. Keep the file as it is for whoever looks into it, and go on with a backup that '
                                      'verifies.'), page)


if __name__ == '__main__':
    main()
