#!/usr/bin/python3
"""Looks through a plan as an auditor is shown it, with keys and pointer, and finds nothing to edit and no draft. Prints TAP."""

import hashlib

import openpyxl

from koyomi_window import *

DRAFT = 'Nobody is to read this yet.'
PAGES = {'Summary': 'KoyomiAuditSummary', 'Programme': 'KoyomiProgrammePage', 'Findings': 'KoyomiFindingsPage', 'Evidence': 'KoyomiEvidencePage',
         'Controls': 'KoyomiControlsPage', 'Change Log': 'KoyomiChangeLogPage'}
VIEWS = ['KoyomiOverviewView', 'KoyomiCalendarView', 'KoyomiMatrixView', 'KoyomiIncidentView', 'KoyomiMetricView', 'KoyomiAuditView', 'KoyomiReportView']


class AuditorWindow(Window):

    def __init__(self, plan, view, **options):
        super().__init__(plan.path, '--auditor-name=Jane Doe', settings={'last-view': f"'{view}'"}, **options)
        self.mark = fill_in(tr('For the auditor: %s, %s'), 'Jane Doe', TODAY)
        self.wait_text(fill_in(tr('Auditor mode: read only, drafts hidden. Pages bear the mark “%s”.'), self.mark))

    def assert_alone(self):
        """Nothing has opened."""
        assert [window.get_name() for window in self.windows()] == [self.frame.get_name()], self.windows()

    def assert_insensitive(self, names, root):
        for name in names:
            button = self.find('push button', tr(name), root)
            assert not has_state(button, 'sensitive'), f'{name!r} can be pressed'

    def show_page(self, name):
        view = self.find('panel', 'KoyomiAuditView')
        self.click(self.find('push button', tr(name), self.find('panel', 'AdwSqueezer', view)))
        return self.find_shown('panel', PAGES[name], view)

    def fields(self, root):
        """Those of a form that are seen."""
        return [node for node in self.find_all('text', root=root) if self.extents(node)[2] > 1]

    def takes_text(self, node):
        """What stands in something that is insensitive is so, too."""
        if not has_state(node, 'editable'):
            return False
        while node != self.root:
            if not has_state(node, 'sensitive'):
                return False
            node = node.get_parent()
        return True

    def export(self, key, path):
        self.keys(key)
        self.choose_file(tr('Export As'), path)
        wait(lambda: os.path.exists(path) and len(self.windows()) == 1, lambda: f'{path} among {os.listdir(os.path.dirname(path))}')


def make_plan(folder):
    """With a text that was written and never issued."""
    plan = Plan.make(folder)
    plan.ask('narrative', plan.path, 'committee', 'summary', '--text', DRAFT, '--language', LANGUAGE, '--today', TODAY)
    return plan


def read_bytes(plan):
    with open(plan.path, 'rb') as file:
        return hashlib.sha256(file.read()).hexdigest()


def read_pages(path):
    """Without white space."""
    return re.sub(r'\s+', '', subprocess.run(['pdftotext', path, '-'], check=True, capture_output=True, text=True).stdout)


def read_workbook(path):
    """What stands in its cells, and over each sheet."""
    book = openpyxl.load_workbook(path)
    return ('\n'.join(str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value is not None),
            [f'{sheet.oddHeader.left.text} {sheet.oddHeader.center.text} {sheet.oddHeader.right.text}' for sheet in book])


@test
def looks_through_what_is_audited_with_the_pointer(folder):
    """Every page of the audit view, and evidence in particular."""
    plan = make_plan(folder)
    before = read_bytes(plan)
    with AuditorWindow(plan, 'audit') as window:
        view = window.find('panel', 'KoyomiAuditView')
        window.assert_insensitive(['New Finding (Insert)'], view)
        for name in PAGES:
            page = window.show_page(name)
            if name == 'Programme':
                window.assert_insensitive(['New _Audit…'], page)
            elif name == 'Evidence':
                window.assert_insensitive(['Add _Evidence…'], page)
                pane = window.find('panel', 'KoyomiEvidencePane', page)
                assert wait(lambda: window.fields(pane), 'what is told of the evidence')
                for field in window.fields(pane):
                    assert not window.takes_text(field), f'{get_name(field)!r} can be typed into'
            elif name == 'Change Log':
                texts = {get_name(node) for node in window.find_all('label', root=page, into_rows=True)}
                assert not any(DRAFT in text for text in texts), texts
            for key in 'Insert', 'Delete', 'ctrl+z', 'ctrl+i':
                window.keys(key)
            window.assert_alone()
    assert read_bytes(plan) == before
    assert os.listdir(folder) == ['plan.koyomi'], os.listdir(folder)


@test
def takes_reports_along_with_keys_alone(folder):
    """From the first page on. Every page of them bears the mark, and none a draft."""
    plan = make_plan(folder)
    before = read_bytes(plan)
    workbook, pages = (os.path.join(folder, name) for name in ('report.xlsx', 'report.pdf'))
    with AuditorWindow(plan, '') as window:
        for number, name in enumerate(VIEWS, 1):
            window.keys(f'ctrl+{number}')
            view = window.find_shown('panel', name)
            window.find_shown('label', re.compile('.*' + re.escape(window.mark) + '.*'))
        found = window.find('panel', tr('Pages of the report'), view)

        def count_pages():
            found.clear_cache()
            return found.get_child_count()
        wait(count_pages, 'pages')
        window.assert_insensitive(['_Issue…'], view)
        assert not window.find_all('label', tr('△ Still missing'), view), 'what is missing is told'
        window.wait_focus(tr('Report to the risk committee'))
        window.export('ctrl+e', workbook)
        window.export('ctrl+shift+e', pages)
    cells, headers = read_workbook(workbook)
    told = read_pages(pages)
    assert DRAFT not in cells and DRAFT.replace(' ', '') not in told
    assert all(window.mark in header for header in headers), headers
    assert told.count(re.sub(r'\s+', '', window.mark)) >= told.count('\f') + 1, told[:400]
    assert read_bytes(plan) == before


@test
def is_shown_it_from_the_plan_with_keys_alone(folder):
    """In a second window, beside the one in which it is worked on."""
    plan = make_plan(folder)
    with Window(plan.path, settings={'last-view': "'audit'"}) as window:
        window.find('panel', 'KoyomiAuditView')
        window.choose_from_menu(tr('Sho_w to an Auditor…'))
        dialog = window.dialog('Show to an Auditor')
        window.wait_focus(tr('Name of the auditor'))
        window.type('Jane Doe', 'Return')
        shown = window.window(fill_in(tr('%s (auditor mode) – Koyomi'), 'plan.koyomi'))
        window.wait_text(fill_in(tr('For the auditor: %s, %s'), 'Jane Doe', TODAY), shown)
        button = window.find('push button', tr('New Finding (Insert)'), shown)
        assert not has_state(button, 'sensitive'), 'a finding can be added'
        window.keys('ctrl+w', window=shown)
        window.wait_gone(fill_in(tr('%s (auditor mode) – Koyomi'), 'plan.koyomi'))
        assert has_state(window.find('push button', tr('New Finding (Insert)')), 'sensitive'), 'the plan itself cannot be edited'


if __name__ == '__main__':
    main()
