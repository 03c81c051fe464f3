#!/usr/bin/python3
"""Prepares what a committee and an auditor are given, with keys and pointer, and reads it from the files and the plan. Prints TAP."""

import openpyxl

import koyomi_window
from koyomi_window import *

TEXT = 'Badges were the matter of this quarter.'


class ReportWindow(Window):
    """Opens with the reports."""

    def __init__(self, plan, *arguments, settings=None, **options):
        super().__init__(plan.path, *arguments, settings=settings or {'last-view': "'reports'"}, **options)
        if settings is None:
            self.find_view()

    def find_view(self):
        """With the report made."""
        self.view = self.find('panel', 'KoyomiReportView')
        self.pages = self.find('panel', tr('Pages of the report'), self.view)
        self.missing = wait(lambda: next((node for node in self.find_all('list', root=self.view)
                                          if get_name(node) in (tr('△ Still missing'), tr('✓ Nothing is missing'))), None), 'what is missing')
        self.count_pages()

    def count_pages(self):
        def count():
            self.pages.clear_cache()
            return self.pages.get_child_count()
        return wait(count, 'pages')

    def list_missing(self):
        self.missing.clear_cache()
        return [get_name(row) for row in list_children(self.missing)]

    def missing_row(self, text):
        return wait(lambda: next((row for row in list_children(self.missing) if get_name(row) == text), None),
                    lambda: f'{text!r} among {self.list_missing()}')

    def wait_focused(self, find):
        """Of what may come anew."""
        wait(lambda: has_state(find(), 'focused'), lambda: f'the focus on {get_name(find())!r}')

    def picture(self):
        """Of the upper part of the first page, which tells neither the change log nor the time."""
        x, y, width, height = self.rect(list_children(self.pages)[0])
        return subprocess.run(['import', '-window', 'root', '-crop', f'{width}x{height * 4 // 5}+{x}+{y}', '+repage', 'rgb:-'], check=True,
                              capture_output=True).stdout

    def write_text(self, section, text):
        """In the window for that, which shows the section."""
        dialog = self.dialog('Texts of the Report')
        field = self.find('text', section, dialog)
        wait(lambda: has_state(field, 'focused'), f'the focus on {section!r}')
        self.keys('ctrl+a', window=dialog)
        self.type(text)
        self.keys('Escape', window=dialog)
        self.wait_gone(tr('Texts of the Report'))

    def save_as(self, path):
        """And waits until all of it is there, and the window can be used again. The toast may have gone before it is found."""
        self.choose_file(tr('Export As'), path)
        wait(lambda: os.path.exists(path) and len(self.windows()) == 1, lambda: f'{path} among {os.listdir(os.path.dirname(path))}')

    def export(self, key, path):
        self.keys(key)
        self.save_as(path)

    def fill_in(self, name, text, window):
        """With keys alone."""
        self.go_to(self.find('text', tr(name), window))
        self.keys('ctrl+a')
        self.type(text)


def open_sample(folder, **options):
    plan = Plan.make(folder)
    return plan, ReportWindow(plan, **options)


def read_workbook(path):
    """All that stands in its cells."""
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        return '\n'.join(str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value is not None)
    finally:
        book.close()


def read_pages(path):
    """Lines are broken where the page ends, so that white space means nothing."""
    return re.sub(r'\s+', '', subprocess.run(['pdftotext', path, '-'], check=True, capture_output=True, text=True).stdout)


# The Thursday before the committee


@test
def prepares_the_report_with_the_pointer(folder):
    """From what needs somebody to the text that stands in the preview, and to where a cause is missing, and back."""
    plan, window = open_sample(folder, settings={'last-view': "''"})
    with window:
        wait(lambda: window.find_all('push button', tr('_Prepare Report…')), 'the first page')
        window.click(window.find('push button', tr('_Prepare Report…')))
        window.find_view()
        missing = wait(window.list_missing, 'what is missing')
        assert fill_in(tr('No text: %s'), tr('6 Decisions and actions')) in missing, missing
        row = window.find('list item', tr('Report to the risk committee'), window.view)
        assert ntr('%u still missing', '%u still missing', len(missing)).replace('%u', str(len(missing))) in row.get_description()

        before = window.picture()
        window.click(window.find('push button', tr('_Texts of the Report…'), window.view))
        window.write_text(tr('Summary'), TEXT)
        assert [text['section'] for text in plan.list('narratives') if text['text'] == TEXT] == ['summary'], plan.list('narratives')
        wait(lambda: window.picture() != before, 'the text in the preview')
        window.keys('ctrl+z')
        wait(lambda: window.picture() == before, 'the preview as it was')
        wait(lambda: window.list_missing() == missing, f'{missing}')

        cause = ntr('%u incident without a cause', '%u incidents without a cause', 1).replace('%u', '1')
        window.click(window.missing_row(cause))
        board = window.find('panel', 'KoyomiIncidentView')
        window.find_shown('panel', tr('Details of the incident'), board)
        window.keys('ctrl+7')
        row = window.find('list item', tr('Report to the risk committee'), window.view)
        wait(lambda: has_state(row, 'focused'), 'the focus on the report')
        wait(lambda: window.list_missing() == missing, lambda: f'{missing}, not {window.list_missing()}')


@test
def writes_the_report_with_keys_alone(folder):
    """As a workbook and as pages, with the text that was written for a section."""
    plan, window = open_sample(folder, settings={'last-view': "'calendar'"})
    unwritten = fill_in(tr('No text: %s'), tr('6 Decisions and actions'))
    workbook, pages = (os.path.join(folder, name) for name in ('report.xlsx', 'report.pdf'))
    with window:
        window.rows()
        window.keys('ctrl+7')
        window.find_view()
        wait(window.list_missing, 'what is missing')
        window.wait_focus(tr('Report to the risk committee'))
        window.keys('Tab')
        window.wait_focused(lambda: list_children(window.missing)[0])
        window.keys(*['Down'] * window.list_missing().index(unwritten))
        window.wait_focused(lambda: window.missing_row(unwritten))
        window.keys('Return')
        window.write_text(tr('6 Decisions and actions'), TEXT)
        wait(lambda: unwritten not in window.list_missing(), f'{unwritten!r} to be gone')
        window.export('ctrl+e', workbook)
        window.export('ctrl+shift+e', pages)
    assert TEXT in read_workbook(workbook)
    assert TEXT.replace(' ', '') in read_pages(pages)


@test
def tells_of_a_month_in_the_other_language(folder):
    """With what has changed since, which the preview marks."""
    plan, window = open_sample(folder)
    path = os.path.join(folder, 'report.pdf')
    with window:
        wait(window.list_missing, 'what is missing')
        quarter = window.picture()
        window.choose_option(window.find('combo box', tr('Time that the report is about'), window.view), 2)
        wait(lambda: window.picture() != quarter, 'another time in the preview')
        month = window.picture()
        window.choose_option(window.find('combo box', tr('Language of the report'), window.view), ['ja', 'en'].index(OTHER))
        wait(lambda: window.picture() != month, 'another language in the preview')
        window.open_menu(tr('How the report is told'), window.view)
        check = window.find('check box', tr('Mark what has changed since the end of last quarter'), window.view)
        window.go_to(check)
        window.keys('space')
        wait(lambda: has_state(check, 'checked'), 'what has changed to be marked')
        window.leave_popover('Escape')
        window.click(window.find('push button', tr('PDF…'), window.view))
        window.save_as(path)
    written = read_pages(path)
    with in_the_other_language():
        assert tr('Report to the risk committee').replace(' ', '') in written, written[:200]
    assert '2026-10-01' in written and '2026-10-31' in written, written[:300]


# The audit pack


@test
def writes_an_audit_pack(folder):
    """As a folder, which koyomi-cli finds as it was written, until one of its files is another."""
    plan, window = open_sample(folder)
    path = os.path.join(folder, 'pack')
    with window:
        window.choose_from_menu(tr('Audit _Pack…'))
        dialog = window.dialog('Audit Pack')
        window.choose_option(window.find('combo box', tr('Write _as'), dialog), 1)
        window.click(window.find('push button', tr('_Write…'), dialog))
        window.save_as(path)
    plan.ask('verify-pack', path)
    with open(os.path.join(path, 'index.html'), 'a', encoding='utf-8') as index:
        index.write('!')
    try:
        plan.ask('verify-pack', path)
    except Failure:
        return
    raise Failure('a file that was changed is found')


# The readiness check


def open_readiness(window):
    window.choose_from_menu(tr('Check _Readiness…'))
    dialog = window.dialog('Readiness Check')
    found = window.find('list', tr('What was found'), dialog)
    wait(lambda: list_children(found), 'what was found')
    return dialog, found


def find_rule(window, found, rule):
    """The row of what was found by it."""
    return wait(lambda: next((row for row in list_children(found) if rule in re.split(', |、|  ·  ', get_name(row))), None),
                lambda: f'{rule} among {[get_name(row) for row in list_children(found)]}')


@test
def accepts_what_was_found_with_keys_alone(folder):
    """With a reason and until a day; it is shown among what is accepted, and taken back."""
    plan, window = open_sample(folder)
    rule = 'no-baseline'
    before = len(plan.list('lint-waivers')) + len(plan.list('waivers'))

    def count():
        return len(plan.list('lint-waivers')) + len(plan.list('waivers')) - before

    with window:
        dialog, found = open_readiness(window)
        row = find_rule(window, found, rule)
        wait(lambda: has_state(row, 'focused'), 'the focus on the first row')
        window.go_to(window.find('push button', tr('_Accept…'), dialog))
        window.keys('space')
        reasons = window.dialog('Accept a Breach')
        window.fill_in('Rea_son', 'It is approved on Thursday', reasons)
        window.fill_in('_Decided by', 'The committee', reasons)
        window.fill_in('Accepted _until', '2027-03-31', reasons)
        window.go_to(window.find('push button', tr('_Accept'), reasons))
        window.keys('space')
        window.wait_gone(tr('Accept a Breach'))
        wait(lambda: count() == 1, 'it to be accepted')
        wait(lambda: all(rule not in get_name(row) for row in list_children(found)), 'its row to go')
        accepted = window.find('push button', fill_in(tr('A_ccepted (%u)'), 2), dialog)
        window.go_to(accepted)
        window.keys('space')
        window.go_to(find_rule(window, found, rule))
        window.go_to(window.find('push button', tr('Take _Back'), dialog))
        window.keys('space')
        wait(lambda: count() == 0, 'it to be accepted no longer')


# The registers and the meeting


@test
def adds_a_risk_with_keys_alone(folder):
    """It is judged anew with a reason, and that taken back."""
    plan, window = open_sample(folder)
    risks = plan.list('risks')

    def risk():
        return next((risk for risk in plan.list('risks') if risk['title'] == 'Badges of leavers'), None)

    with window:
        window.choose_from_menu(tr('Re_gisters…'))
        registers = window.dialog('Registers')
        table = window.find('tree table', tr('Risks'), registers)
        window.wait_text(risks[0]['title'], table, True)
        window.keys('ctrl+n', window=registers)
        dialog = window.dialog('Add Risk')
        window.fill_in('O_wner', 'Plant administration', dialog)
        for name, number in ('_Likelihood now', 3), ('_Impact now', 4):
            field = window.find('combo box', tr(name), dialog)
            window.go_to(field.get_child_at_index(0))
            window.choose_option(field, number, with_keys=True)
        window.go_to(window.find('text', tr('_Risk'), dialog), key='shift+Tab')
        window.type('Badges of leavers', 'Return')
        window.wait_gone(tr('Add Risk'))
        wait(risk, 'the risk')
        assert (risk()['likelihood'], risk()['impact'], risk()['owner']) == (4, 5, 'Plant administration'), risk()
        window.wait_text('Badges of leavers', table, True)

        judge = window.find('push button', tr('_Judge Anew…'), registers)
        window.go_to(judge)
        window.keys('space')
        dialog = window.dialog('Judge Anew')
        field = window.find('combo box', tr('_Likelihood now'), dialog)
        window.go_to(field.get_child_at_index(0))
        window.choose_option(field, 1, with_keys=True)
        window.fill_in('_Reason', 'The gate has a list', dialog)
        window.keys('Return')
        window.wait_gone(tr('Judge Anew'))
        wait(lambda: risk()['likelihood'] == 2, lambda: f'another likelihood, not {risk()}')
        window.wait_text('The gate has a list', window.find('list', tr('How the risk was judged'), registers), True)
        window.keys('ctrl+z', window=registers)
        wait(lambda: risk()['likelihood'] == 4, 'the likelihood before')
        window.keys('ctrl+z', window=registers)
        wait(lambda: plan.list('risks') == risks, 'no such risk')


@test
def decides_in_a_meeting(folder):
    """What is on its agenda, what was decided, and who does what until when; what is open goes on to the next meeting."""
    plan, window = open_sample(folder, settings={'last-view': "''"})
    before = {what: [record['id'] for record in plan.list(what)] for what in ('decisions', 'agenda-items')}

    def added(what):
        return [record for record in plan.list(what) if record['id'] not in before[what]]

    with window:
        wait(lambda: window.find_all('push button', tr('_Agenda')), 'the first page')
        window.click(window.find('push button', tr('_Agenda')))
        meeting = wait(lambda: window.windows()[1:], 'the meeting')[0]
        window.click(window.find('page tab', tr('A_genda items'), meeting))
        window.go_to(window.find('text', tr('New item'), meeting))
        window.type('Badges of leavers', 'Return')
        wait(lambda: [item['title'] for item in added('agenda-items')] == ['Badges of leavers'], 'the item')

        window.click(window.find('page tab', tr('De_cisions and actions'), meeting))
        window.click(window.find('push button', tr('Add D_ecision…'), meeting))
        dialog = window.dialog('New Decision')
        window.fill_in('_What was decided', 'Badges end on the last day', dialog)
        window.click(window.find('push button', tr('_Add'), dialog))
        window.wait_gone(tr('New Decision'))
        window.click(window.find('push button', tr('Add _Action…'), meeting))
        dialog = window.dialog('New Action')
        window.fill_in('_What is to be done', 'A list to the gate', dialog)
        window.fill_in('_Owner', 'Plant administration', dialog)
        window.fill_in('_Due', '2026-12-18', dialog)
        window.keys('Return')
        window.wait_gone(tr('New Action'))
        wait(lambda: len(added('decisions')) == 2, lambda: f'a decision and an action, not {added("decisions")}')
        decision, action = added('decisions')
        assert (decision['number'], decision['kind'], decision['title']) == ('D-26-01', 'decision', 'Badges end on the last day'), decision
        assert (action['number'], action['kind'], action['owner'], action['due_day']) == ('D-26-02', 'action', 'Plant administration', '2026-12-18'), action
        window.wait_text('D-26-02', meeting, True)
        window.click(window.find('push button', fill_in(tr('Carry Open Actions _Forward to %s'), '2027-01-05'), meeting))
        wait(lambda: any('A list to the gate' in item['title'] for item in added('agenda-items')), lambda: f'the action on the next agenda, not {added("agenda-items")}')


if __name__ == '__main__':
    main()
