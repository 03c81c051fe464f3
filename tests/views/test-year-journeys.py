#!/usr/bin/python3
"""Goes through a year of the sample company's plan: committees, baselines, the next year, what leaves the program and what comes in.
Reads from the plan and from the written files what came of it. Prints TAP."""

import csv
import threading
import zipfile

import openpyxl

from koyomi_window import *

AUDIT = 'ISMS internal audit'
KPIS = 'Collect the KPIs'
BOARD = 'CSIRT board'
# The second Friday, or the business day after: the company is closed on 14 August.
BOARD_DAYS = ['2026-04-10', '2026-05-08', '2026-06-12', '2026-07-10', '2026-08-17', '2026-09-11', '2026-10-09', '2026-11-13',
              '2026-12-11', '2027-01-08', '2027-02-12', '2027-03-12']


def open_sample(folder, **options):
    plan = Plan.make(folder)
    return plan, Window(plan.path, **options)


def name_year(year):
    return fill_in(tr('FY%d'), year)


def named(plan, name):
    """Runs in the order of their days."""
    return sorted((run for run in plan.list('occurrences') if run['name'] == name), key=lambda run: run['first_day'])


def undo(window, plan, before, times=1):
    window.keys(*['ctrl+z'] * times, window=window.frame)
    wait(lambda: plan.content() == before, 'the plan as it was')


def wait_focused(node):
    """In a dialog: the window below it keeps a focus of its own."""
    wait(lambda: has_state(node, 'focused'), lambda: f'the focus on {get_name(node)!r}')


def close(window, title):
    window.keys('Escape', window=window.window(title))
    window.wait_gone(title)


def look_for(window, text):
    window.write(window.find('entry', tr('Search the calendar')), text)


def choose_run(window, run):
    look_for(window, run['name'])
    window.click(window.cell(run['name'], run['first_day']))


# Committees


def board_days(plan):
    return sorted(meeting['day'] for meeting in plan.list('meetings') if meeting['committee'] == BOARD)


def name_meeting(day, status):
    """As a screen reader reads it in the strip above the calendar."""
    return (', ' if LANGUAGE == 'en' else '、').join([BOARD, day, tr(status)])


def find_meeting(window, day, status='Planned'):
    return window.find('push button', name_meeting(day, status), window.find('panel', tr('Committee meetings')))


def wait_next(window, committee, days, day):
    """The next meeting, counted down in the sidebar and beside the strip."""
    told = committee + '\n' + fill_in(ntr('In %d day, %s', 'In %d days, %s', days), days, day)
    window.find('label', fill_in(ntr('%1$s in %2$u day', '%1$s in %2$u days', days), committee, days),
                window.find('panel', tr('Committee meetings')))
    return window.find('push button', told)


def add_board(window):
    """With a meeting on the second Friday of each month, made for this year."""
    window.choose_from_menu(tr('_Committees…'))
    dialog = window.dialog('Committees')
    window.press(tr('Add Committee'), dialog)
    name = window.find('text', tr('_Name'), dialog)
    wait(lambda: has_state(name, 'focused') and get_text(name) == tr('New committee'), 'the name of the new committee')
    window.type(BOARD)
    window.keys('Return', window=dialog)
    window.find('label', BOARD, window.find('list', tr('Committees'), dialog), into_rows=True)

    window.press(tr('_Change Rule…'), dialog)
    rule = window.dialog('When It Meets')
    window.choose_option(window.find('combo box', tr('Which one'), rule, into_rows=True), 1)
    window.choose_option(window.find('combo box', tr('Weekday'), rule, into_rows=True), 4)
    window.wait_text('2026-12-11', rule, into_rows=True)
    window.press(tr('_Apply'), rule)
    window.wait_gone(tr('When It Meets'))
    window.press(fill_in(tr('_Make the Meetings of %s'), name_year(2026)), dialog)
    window.wait_text(fill_in(ntr('In %d day, %s', 'In %d days, %s', 19), 19, '2026-12-11'), dialog, into_rows=True)
    close(window, tr('Committees'))


@test
def adds_a_committee_moves_and_cancels_a_meeting(folder):
    plan, window = open_sample(folder)
    with window:
        before = plan.content()
        first = min((meeting for meeting in plan.list('meetings') if meeting['day'] >= TODAY), key=lambda meeting: meeting['day'])
        wait_next(window, first['committee'], 9, '2026-12-01')
        add_board(window)
        wait(lambda: board_days(plan) == BOARD_DAYS, lambda: f'the meetings of the year, not {board_days(plan)}')
        strip = window.find('panel', tr('Committee meetings'))
        shown = {name_meeting(day, 'Planned') for day in BOARD_DAYS}
        wait(lambda: shown <= {get_name(node) for node in list_children(strip)}, 'the meetings in the strip')

        window.click(find_meeting(window, '2026-12-11'), times=2)
        meeting = window.window(BOARD)
        wait_focused(window.find('text', tr('_Day'), meeting))
        window.keys('ctrl+a', window=meeting)
        window.type('2026-11-25')
        window.keys('Return', window=meeting)
        wait(lambda: '2026-11-25' in board_days(plan) and '2026-12-11' not in board_days(plan), 'the meeting on another day')
        close(window, BOARD)
        find_meeting(window, '2026-11-25')
        window.act(wait_next(window, BOARD, 3, '2026-11-25'))
        window.choose_option(window.find('combo box', tr('State'), window.window(BOARD)), 2)
        close(window, BOARD)
        find_meeting(window, '2026-11-25', 'Cancelled')
        wait_next(window, first['committee'], 9, '2026-12-01')
        assert [record['status'] for record in plan.list('meetings') if record['committee'] == BOARD].count('cancelled') == 1

        undo(window, plan, before, len(plan.labels()) - 1)


# Baselines


def open_baselines(window):
    window.choose_from_menu(tr('Bas_elines…'))
    return window.dialog('Baselines')


def set_baseline(window, dialog, name):
    window.press(tr('_Set a Baseline…'), dialog)
    naming = window.dialog('Set a Baseline')
    window.keys('ctrl+a', window=naming)
    window.type(name)
    window.keys('Return', window=naming)
    window.wait_gone(tr('Set a Baseline'))
    window.find('label', name, window.find('list', tr('Baselines'), dialog), into_rows=True)


def show_baseline(window, dialog, number):
    """In the calendar: 0 for none, then the latest first."""
    window.choose_option(window.find('combo box', tr('Shown in the calendar'), dialog), number)


def press_of_baseline(window, dialog, name, what):
    window.act(window.find('push button', f'{name}: {tr(what)}', dialog, into_rows=True))


def list_baselines(plan):
    return [record['name'] for record in plan.list('bookmarks')]


def see_day(window, run, day):
    """The colour of the calendar on that day, in the line of the run."""
    cell = window.cell(run['name'], run['first_day'])
    x, (_, y, _, height) = round(window.day_to_x(day)), window.rect(cell)
    window.move_pointer(4, 4)
    picture = subprocess.run(['import', '-window', 'root', '-crop', f'1x1+{x}+{y + height // 2}', '-depth', '8', 'rgb:-'], check=True,
                             capture_output=True).stdout
    return tuple(picture)


def read_description(node):
    node.clear_cache()
    return node.get_description() or ''


def read_days(text):
    return re.findall(r'\d{4}-\d\d-\d\d', text)


def read_table(window, name, root):
    """The cells of each row."""
    table = window.find('tree table', tr(name), root)
    return [cells for cells in ([get_name(label) for label in walk(row) if get_role(label) == 'label']
                                for row in walk(table) if get_role(row) == 'table row') if cells][1:]


def read_counts(window, comparison):
    return [get_name(window.find('push button', re.compile(re.escape(tr(kind, 'against a baseline')) + r' \d+'), comparison)).split()[-1]
            for kind in ('Added', 'Deleted', 'Moved', 'Changed')]


@test
def compares_the_plan_with_a_baseline(folder):
    plan, window = open_sample(folder)
    audit, kpis = (plan.find(name, status='planned') for name in (AUDIT, KPIS))
    with window:
        dialog = open_baselines(window)
        window.wait_text(tr('No baseline yet'), dialog)
        set_baseline(window, dialog, 'Approved')
        show_baseline(window, dialog, 1)
        close(window, tr('Baselines'))
        assert list_baselines(plan) == ['Approved']

        choose_run(window, kpis)
        window.keys('Delete')
        window.act(window.find('push button', tr('_Delete'), window.dialog('Delete')))
        wait(lambda: plan.run(kpis['id']) is None, 'the run to be deleted')
        later = next(run for run in named(plan, kpis['name']) if run['first_day'] > '2027-01-01')
        window.click(window.cell(later['name'], later['first_day']))
        runs = {run['id'] for run in plan.list('occurrences')}
        window.keys('ctrl+d')
        copy = wait(lambda: next((run for run in plan.list('occurrences') if run['id'] not in runs), None), 'the copy')
        choose_run(window, audit)
        window.keys('alt+Right', 'alt+Right')
        plan.wait_days(audit, shift(audit['first_day'], 14), shift(audit['last_day'], 14))
        moved = plan.run(audit['id'])
        cell = window.cell(moved['name'], moved['first_day'])
        told = fill_in(tr('In the baseline: %s'), '(.+)')
        wait(lambda: re.fullmatch(told, read_description(cell)) and
             read_days(read_description(cell)) == [audit['first_day'], audit['last_day']],
             lambda: f'the days in the baseline, not {read_description(cell)!r}')
        day = shift(audit['first_day'], 6)
        ghost = see_day(window, moved, day)

        dialog = open_baselines(window)
        press_of_baseline(window, dialog, 'Approved', 'Compare…')
        comparison = window.dialog('Compared with a Baseline')
        wait(lambda: read_counts(window, comparison) == ['1', '1', '1', '0'], lambda: read_counts(window, comparison))
        rows = {row[2]: row for row in read_table(window, 'Differences from the baseline', comparison)}
        by_two_weeks = ntr('Moved %+d day', 'Moved %+d days', 14) % 14
        row = rows[by_two_weeks]
        assert row[:3] == [audit['function'], audit['name'], by_two_weeks], rows
        assert [read_days(text) for text in row[3:]] == [[run['first_day'], run['last_day']] for run in (audit, moved)], rows
        assert kpis['first_day'] in rows[tr('Deleted', 'against a baseline')][3], rows
        assert copy['first_day'] in rows[tr('Added', 'against a baseline')][-1], rows
        window.click(window.find('push button', tr('Moved', 'against a baseline') + ' 1', comparison))
        wait(lambda: len(read_table(window, 'Differences from the baseline', comparison)) == 2, 'the moved to be left out')
        close(window, tr('Compared with a Baseline'))

        set_baseline(window, dialog, 'Second')
        show_baseline(window, dialog, 1)
        press_of_baseline(window, dialog, 'Second', 'Compare…')
        window.find('label', tr('Nothing has changed'), window.dialog('Compared with a Baseline'))
        close(window, tr('Compared with a Baseline'))
        close(window, tr('Baselines'))
        wait(lambda: see_day(window, moved, day) != ghost, 'the ghost of the first baseline to go')
        empty = see_day(window, moved, day)
        assert read_description(window.cell(moved['name'], moved['first_day'])) == '', 'nothing was moved since'
        assert sum(ghost) < sum(empty) - 30, f'a ghost is darker than {empty}, not {ghost}'

        dialog = open_baselines(window)
        show_baseline(window, dialog, 2)
        close(window, tr('Baselines'))
        wait(lambda: see_day(window, moved, day) == ghost, 'the ghost of the first baseline')
        dialog = open_baselines(window)
        press_of_baseline(window, dialog, 'Approved', 'Remove')
        wait(lambda: list_baselines(plan) == ['Second'], 'one baseline')
        close(window, tr('Baselines'))
        wait(lambda: see_day(window, moved, day) == empty, 'no ghost')
        window.keys('ctrl+z', window=window.frame)
        wait(lambda: sorted(list_baselines(plan)) == ['Approved', 'Second'], 'both baselines')


# The next year


def go_next(window, assistant, title):
    window.press(tr('_Next'), assistant)
    window.find('label', re.compile(r'.*\d.*' + re.escape(tr(title))), assistant)


def beside(window, node, role, name):
    """On the same page of the assistant: those of other pages have the same names."""
    while node is not None:
        node = node.get_parent()
        found = next(window.search(role, name, node), None)
        if found is not None:
            return found
    raise Failure(f'no {role} {name!r} on the page')


def settle(window, assistant, search, what, reason):
    """Does it to the unfinished runs that are found."""
    runs = window.find('list', tr('Unfinished runs'), assistant)
    window.write(beside(window, runs, 'entry', tr('Search')), search)
    if search:
        wait(lambda: [search in ' '.join(get_name(label) for label in walk(row, True)) for row in list_children(runs)].count(False) == 0
             < len(list_children(runs)), 'those found')
    window.act(beside(window, runs, 'push button', tr('Select _All')))
    window.write(beside(window, runs, 'text', tr('_Reason')), reason)
    button = beside(window, runs, 'push button', tr(what))
    wait(lambda: has_state(button, 'sensitive'), 'the runs to be selected')
    window.act(button)
    wait(lambda: all(reason in ' '.join(get_name(label) for label in walk(row, True)) for row in list_children(runs)),
         'the reason in each row')


def read_numbers(window, assistant, text):
    """Those that the summary has in the place of the text's, in the order of its arguments."""
    pattern = re.sub(r'%(\d+)\\\$([su])|%([su])', lambda match: f"(?P<n{match[1] or 'x'}_{match.start()}>.+)"
                     if 's' in (match[2], match[3]) else f"(?P<n{match[1] or 'x'}_{match.start()}>\\d+)", re.escape(tr(text)))
    label = window.find('label', re.compile(r'(?:.*\n)*' + pattern + r'(?:\n.*)*'), assistant)
    match = re.search(pattern, get_name(label))
    ordered = sorted(match.groupdict().items(), key=lambda item: tuple(map(lambda part: int(part) if part.isdigit() else 0,
                                                                           item[0][1:].split('_'))))
    return [int(value) if value.isdigit() else value for _, value in ordered]


def check_sum(window, assistant):
    """That the counts of the summary add up; and returns those that the plan will show."""
    _, new, _, old, dropped, added = read_numbers(
        window, assistant, 'Activities of %1$s: %2$u = %4$u of %3$s − %5$u dropped + %6$u added')
    assert new == old - dropped + added and new > 0, (new, old, dropped, added)
    _, runs, made = read_numbers(window, assistant, 'Runs of %s: %u, of which %u are made now')
    _, unfinished, *settled = read_numbers(
        window, assistant, 'Unfinished runs of %s: %u = %u carried over + %u missed + %u skipped + %u left open')
    assert unfinished == sum(settled) > 0, (unfinished, settled)
    _, meetings, meetings_made = read_numbers(window, assistant, 'Meetings of %s: %u, of which %u are made now')
    assert meetings == meetings_made > 0, (meetings, meetings_made)
    return dropped, runs, made, settled, meetings


def list_year(plan, year):
    """Runs by the year of their plan, wherever they were moved."""
    return [run for run in plan.list('occurrences') if f'{year}-04-01' <= run['first_day'] < f'{year + 1}-04-01']


def apply_roll_over(window, assistant):
    window.press(tr('_Apply'), assistant)
    window.find('label', fill_in(tr('%s is planned'), name_year(2027)), assistant)
    wait_focused(window.find('push button', fill_in(tr('_Show %s'), name_year(2027)), assistant))
    window.keys('Return', window=assistant)
    window.wait_gone(tr('Roll Over to the Next Year'))
    wait_year(window, 2027)


def wait_year(window, year):
    window.find('label', name_year(year), window.find('combo box', tr('Fiscal year')))


def go_to_year(window, key, year):
    window.keys(key, window=window.frame)
    wait_year(window, year)


def wait_told_closed(window, is_closed):
    text = tr('This year is closed and can only be read.')
    wait(lambda: any(window.extents(label)[2] > 1 for label in window.search('label', text)) == is_closed,
         'to be told that the year is closed' if is_closed else 'not to be told that the year is closed')


@test
def rolls_the_year_over_and_leaves_it_open(folder):
    plan, window = open_sample(folder)
    overdue = tr('Overdue', 'state of a run')
    with window:
        before = plan.content()
        late = [run for run in plan.list('occurrences', '--fiscal-year', '2026') if run['state'] == 'late']
        dropped_name = plan.find(KPIS, status='planned')['name']
        window.choose_from_menu(tr('_Roll Over to the Next Year…'))
        assistant = window.dialog('Roll Over to the Next Year')
        wait_focused(window.find('push button', tr('_Next'), assistant))
        go_next(window, assistant, 'Activities')
        activities = window.find('list', tr('Activities'), assistant)
        window.write(beside(window, activities, 'entry', tr('Search')), dropped_name)
        wait(lambda: len(list_children(activities)) == 1, 'the activity')
        window.click(list_children(activities)[0])
        drop = beside(window, activities, 'push button', tr('_Drop'))
        wait(lambda: has_state(drop, 'sensitive'), 'the activity to be selected')
        window.act(drop)
        wait(lambda: tr('Drop') in [get_name(label) for label in walk(activities, True)], 'the activity to be dropped')
        go_next(window, assistant, 'Unfinished runs')
        go_next(window, assistant, 'Summary')
        window.wait_text(tr('Still to be settled'), assistant)
        assert not has_state(window.find('push button', tr('_Apply'), assistant), 'sensitive'), 'those that are late have no reason yet'
        assert check_sum(window, assistant)[0] == 1, 'one activity is dropped'
        window.press(tr('_Back'), assistant)
        window.find('label', re.compile(r'.*\d.*' + re.escape(tr('Unfinished runs'))), assistant)
        settle(window, assistant, overdue, 'Carry over', '年度末の監査を優先した')
        go_next(window, assistant, 'Summary')
        _, runs, made, settled, meetings = check_sum(window, assistant)
        assert settled[0] == len(late) and settled[3] > 0, settled
        assert plan.content() == before, 'nothing is changed before the last page'
        apply_roll_over(window, assistant)

        wait(lambda: len(list_year(plan, 2027)) == runs + len(late),
             lambda: f'{runs} + {len(late)} runs, not {len(list_year(plan, 2027))}')
        assert len(plan.list('occurrences')) == len(before['occurrences']) + made, 'runs that are made'
        assert len([meeting for meeting in plan.list('meetings') if meeting['day'] >= '2027-04-01']) == meetings
        assert not [run for run in list_year(plan, 2027) if run['name'] == dropped_name]
        assert all(plan.run(run['id'])['first_day'] >= '2027-04-01' and '監査' in json.dumps(plan.run(run['id']), ensure_ascii=False)
                   for run in late)
        wait(lambda: len(window.cells()) > 30, 'the runs of the next year')
        go_to_year(window, 'ctrl+Prior', 2026)
        wait_told_closed(window, False)
        audit = plan.find(AUDIT, status='planned')
        choose_run(window, audit)
        window.keys('space')
        wait(lambda: plan.run(audit['id'])['status'] == 'done', 'the open year to take changes')
        undo(window, plan, before, 2)
        go_to_year(window, 'ctrl+Next', 2027)
        wait(lambda: not window.cells(), 'no run of the next year')


@test
def closes_the_year_it_rolls_over(folder):
    plan, window = open_sample(folder, settings={'inspector-visible': 'true'})
    audit = plan.find(AUDIT, status='planned')
    with window:
        before = plan.content()
        window.choose_from_menu(tr('_Roll Over to the Next Year…'))
        assistant = window.dialog('Roll Over to the Next Year')
        window.click(window.find('list item', tr('Close the old year'), assistant))
        closing = window.find('check box', tr('Close the old year'), assistant, into_rows=True)
        wait(lambda: has_state(closing, 'checked'), 'the year to be closed')
        go_next(window, assistant, 'Activities')
        go_next(window, assistant, 'Unfinished runs')
        settle(window, assistant, '', 'Close as missed', '年度を締めたため')
        settle(window, assistant, audit['name'], 'Carry over', '次年度に実施するため')
        go_next(window, assistant, 'Summary')
        _, _, _, settled, _ = check_sum(window, assistant)
        assert settled[0] == 1 and settled[1] > 50 and settled[2:] == [0, 0], settled
        apply_roll_over(window, assistant)
        wait(lambda: plan.run(audit['id'])['first_day'] >= '2027-04-01', 'the audit to be carried over')
        missed = [run for run in plan.list('occurrences') if run['status'] == 'missed']
        assert len(missed) - settled[1] == len([run for run in before['occurrences'] if run['status'] == 'missed'])

        wait_told_closed(window, False)
        go_to_year(window, 'ctrl+Prior', 2026)
        wait_told_closed(window, True)
        closed = plan.content()
        run = next(run for run in missed if '2026-11-01' <= run['first_day'])
        choose_run(window, run)
        window.keys('space', 'alt+Right', 'Delete', 'ctrl+d')
        assert not has_state(window.find('push button', tr('Activity')), 'sensitive')
        assert len(window.windows()) == 1, [node.get_name() for node in window.windows()]
        # The driver is told only of what is insensitive by itself.
        window.click(window.find('push button', tr('Reopen')))
        window.click(window.find('text', tr('Owner')))
        window.type('nobody')
        window.keys('Return')
        assert len(window.windows()) == 1, [node.get_name() for node in window.windows()]
        assert plan.content() == closed
        go_to_year(window, 'ctrl+Next', 2027)
        wait_told_closed(window, False)
        assert has_state(window.find('push button', tr('Activity')), 'sensitive')
        undo(window, plan, before)


# What leaves the program


COLUMNS = {
    'en': {'first': 'First day', 'activity': 'Activity', 'key': 'Key'},
    'ja': {'first': '開始日', 'activity': '活動', 'key': 'キー'},
}
A3, A4 = (1190.55, 841.89), (841.89, 595.28)


def count_xlsx(path):
    """The runs that the workbook lists."""
    rows = list(openpyxl.load_workbook(path, read_only=True).worksheets[1].iter_rows(values_only=True))
    column = rows[0].index(COLUMNS[LANGUAGE]['key'])
    return len([row for row in rows[1:] if row[column]])


def count_csv(path):
    with open(path, encoding='utf-8-sig', newline='') as file:
        return len(list(csv.DictReader(file)))


def count_ics(path):
    with open(path, encoding='utf-8', newline='') as file:
        text = file.read()
    assert text.startswith('BEGIN:VCALENDAR\r\n') and text.endswith('END:VCALENDAR\r\n'), text[:60]
    return len([event for event in text.replace('\r\n ', '').split('BEGIN:VEVENT')[1:] if 'UID:meeting-' not in event])


def read_pdf(path):
    """Its pages, their size, and their text without blanks."""
    info = subprocess.run(['pdfinfo', path], check=True, capture_output=True, text=True).stdout
    text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True, text=True).stdout
    size = tuple(map(float, re.search(r'Page size: +([\d.]+) x ([\d.]+)', info).groups()))
    return int(re.search(r'Pages: +(\d+)', info)[1]), size, re.sub(r'\s+', '', text)


def has_size(size, wanted):
    return max(abs(a - b) for a, b in zip(size, wanted)) < 1


def measure_png(path):
    words = subprocess.run(['identify', '-format', '%m %w %h', path], check=True, capture_output=True, text=True).stdout.split()
    assert words[0] == 'PNG', words
    return int(words[1]), int(words[2])



def export(window, kind, path, paper=None, sheets=None, whole=False, answer=None):
    """With the keyboard alone. When there is such a file, it is asked about: `answer` is whether it is replaced."""
    window.keys('ctrl+e', window=window.frame)
    dialog = window.dialog('Export')
    card = window.find('push button', kind, dialog)
    wait(lambda: any(has_state(node, 'focused') for node in list_children(card.get_parent())), 'the focus on a format')
    window.go_to(card)
    if not has_state(card, 'pressed'):
        window.keys('space')
    wait(lambda: has_state(card, 'pressed'), kind)
    if whole:
        window.go_to(window.find('check box', tr('What is on the screen'), dialog, into_rows=True))
        window.keys('Up', 'space')
        wait(lambda: has_state(window.find('check box', tr('The whole year'), dialog, into_rows=True), 'checked'), 'the whole year')
    for name, number in ('_Paper', paper), ('_Sheets side by side', sheets):
        if number is not None:
            window.choose_option(window.go_to(window.find('combo box', tr(name), dialog)), number, with_keys=True)
    # Enter on a format exports; elsewhere it opens what has the focus.
    window.keys('Return' if has_state(card, 'focused') else 'alt+e')
    chooser = window.window(tr('Export As'))
    wait_focused(window.find('text', root=chooser))
    window.keys('ctrl+a')
    window.type(path)
    window.keys('Return')
    if answer is not None:
        question = wait(lambda: next((node for node in window.windows() if get_role(node) == 'dialog'), None), 'a question')
        window.find('label', re.compile('.*' + re.escape(os.path.basename(path)) + '.*', re.DOTALL), question)
        window.keys('Return' if answer else 'Escape', window=question)
    if answer is not False:
        wait(lambda: len(window.windows()) == 1, 'the export to be done')


@test
def exports_each_format_with_keys(folder):
    plan, window = open_sample(folder)
    runs = len(plan.list('occurrences', '--fiscal-year', '2026'))
    kpis, audit = (plan.find(name, status='planned')['name'] for name in (KPIS, AUDIT))
    shown = len([run for run in plan.list('occurrences', '--fiscal-year', '2026') if run['name'] == kpis])
    path = lambda name: os.path.join(folder, name)
    with window:
        export(window, 'Excel', path('year.xlsx'))
        window.find('label', fill_in(tr('Exported %s'), 'year.xlsx'))
        export(window, 'PDF', path('year.pdf'), paper=0)
        export(window, 'PDF', path('tiles.pdf'), paper=1, sheets=2)
        export(window, 'PNG', path('year.png'))
        export(window, 'CSV', path('year.csv'))
        export(window, 'iCalendar', path('year.ics'))
        look_for(window, kpis)
        wait(lambda: len(window.cells()) == shown, 'the runs that are looked for')
        export(window, 'iCalendar', path('part.ics'))
        export(window, 'CSV', path('part.csv'))
        export(window, 'PNG', path('part.png'))
        export(window, 'PDF', path('part.pdf'), paper=0)
        export(window, 'Excel', path('part.xlsx'))
        export(window, 'CSV', path('again.csv'), whole=True)

    for name, count in ('year', runs), ('part', shown):
        assert [count_xlsx(path(name + '.xlsx')), count_csv(path(name + '.csv')), count_ics(path(name + '.ics'))] == [count] * 3, name
        pages, size, text = read_pdf(path(name + '.pdf'))
        assert has_size(size, A3) and re.sub(r'\s+', '', kpis) in text, (name, pages, size)
        assert name == 'year' or re.sub(r'\s+', '', audit) not in text, 'the filter is on'
    pages, size, text = read_pdf(path('tiles.pdf'))
    assert pages % 4 == 0 and has_size(size, A4), (pages, size)
    headings = re.sub(r'\s+', '', tr('Function / team'))
    assert text.count(headings) == pages, (text.count(headings), pages)
    assert measure_png(path('year.png'))[1] > measure_png(path('part.png'))[1] > 100
    assert count_csv(path('again.csv')) == runs
    assert sorted(name for name in os.listdir(folder) if not name.startswith('plan.koyomi')) == sorted(
        ['year.xlsx', 'year.pdf', 'tiles.pdf', 'year.png', 'year.csv', 'year.ics', 'part.ics', 'part.csv', 'part.png', 'part.pdf',
         'part.xlsx', 'again.csv'])


@test
def asks_before_it_replaces_a_file(folder):
    _, window = open_sample(folder)
    path = os.path.join(folder, 'year.xlsx')
    with open(path, 'wb') as file:
        file.write(b'old')
    seen = set()
    done = threading.Event()

    def look():
        """Whatever stands there at any moment is whole."""
        while not done.is_set():
            with open(path, 'rb') as file:
                content = file.read()
            seen.add('old' if content == b'old' else 'new' if zipfile.is_zipfile(path) else f'{len(content)} bytes of a file')
            time.sleep(0.002)

    with window:
        export(window, 'Excel', path, answer=False)
        with open(path, 'rb') as file:
            assert file.read() == b'old'
        close(window, tr('Export As'))
        close(window, tr('Export'))
        looker = threading.Thread(target=look)
        looker.start()
        try:
            export(window, 'Excel', path, answer=True)
        finally:
            done.set()
            looker.join()
    assert seen == {'old', 'new'} or seen == {'old'} and zipfile.is_zipfile(path), seen
    assert count_xlsx(path) > 100
    assert [name for name in os.listdir(folder) if not name.startswith('plan.koyomi')] == ['year.xlsx']


# What comes in


COMPANY = """分類,No.,機能,担当,業務,スキル,月例,定常,インシデント発生時,4月,5月,6月,7月,8月,9月,10月,11月,12月,1月,2月,3月
統括,1,方針管理,統括室,方針を定める,文書作成,定例会,,連絡,方針改定、社内報の発行,,,,,,,,,,,予算 計画
運用,2,監視,統括室,監視する,,月次報告,,一次対応,,,,自家発電の試験,,,,,,,,
"""


def list_x_windows(window):
    """As the X server says. The accessibility tree of GTK 4.8, asked for a window that has just gone, answers with one that is not shown
    yet, if there is one, and complains that it has no name on the bus."""
    return run_xdotool('search', '--onlyvisible', '--all', '--pid', window.process.pid, '--name', '.').split()


def wait_x_gone(window, xid):
    wait(lambda: xid not in list_x_windows(window), 'a window to go')


def choose_import(window, path):
    """The dialog of the import is not shown before the file is read."""
    window.keys('ctrl+i', window=window.frame)
    chooser = window.window(tr('Import a Table'))
    window.keys('ctrl+l', window=chooser)
    entry = wait(lambda: next((node for node in window.search('text', None, chooser) if has_state(node, 'focused')), None),
                 'an entry for the name of the file')
    window.write(entry, path)
    chooser = window.xid(chooser)
    run_xdotool('key', '--clearmodifiers', 'Return')
    wait_x_gone(window, chooser)


def name_place(row, column):
    return fill_in(tr('row %u, column %u'), row, column)


def read_doubts(window, dialog):
    window.click(window.find('page tab', re.compile(re.escape(tr('Doubts and errors (%u)')).replace('%u', r'\d+')), dialog))
    return wait(lambda: read_table(window, 'Doubts and errors', dialog), 'the doubts')


def press_import(window, dialog, changes):
    window.press(ntr('_Import %u Change', '_Import %u Changes', changes).replace('%u', str(changes)), dialog)
    window.wait_gone(tr('Import'))


@test
def imports_a_table_of_functions(folder):
    plan, window = open_sample(folder)
    path = os.path.join(folder, 'company.csv')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(COMPANY)
    with window:
        before = plan.content()
        choose_import(window, path)
        dialog = window.dialog('Import')
        rows = read_table(window, 'Rows', dialog)
        assert [row for row in rows if '方針管理' in row] and [row for row in rows if '自家発電の試験' in row], rows
        doubts = {row[0]: row[2] for row in read_doubts(window, dialog)}
        assert '統括室' in doubts[name_place(2, 4)] and '予算 計画' in doubts[name_place(2, 21)], doubts
        assert plan.content() == before, 'a dry run'
        press_import(window, dialog, len(rows))
        wait(lambda: {'方針管理', '監視'} <= {record['name'] for record in plan.list('functions')}, 'the functions')
        assert len(plan.labels()) == 2 and 'company.csv' in plan.labels()[0], plan.labels()
        titles = {record['title'] for record in plan.list('activities')}
        assert {'方針改定', '社内報の発行', '予算 計画', '自家発電の試験'} <= titles, titles
        look_for(window, '方針管理')
        window.line('方針管理')
        undo(window, plan, before)


@test
def imports_runs_and_leaves_out_what_is_wrong(folder):
    plan, window = open_sample(folder)
    path = os.path.join(folder, 'runs.csv')
    plan.ask('export', plan.path, '--report', 'annual-calendar', '--format', 'csv', '-o', path, '--language', LANGUAGE, '--today', TODAY)
    with open(path, encoding='utf-8-sig', newline='') as file:
        rows = list(csv.DictReader(file))
    first, activity = COLUMNS[LANGUAGE]['first'], COLUMNS[LANGUAGE]['activity']
    wrong, moved = [number for number, row in enumerate(rows) if row[first] > '2027-01-01'][:2]
    rows[wrong][first] = '2027-02-30'
    rows[moved][first] = shift(rows[moved][first], -1)
    with open(path, 'w', encoding='utf-8-sig', newline='') as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    with window:
        before = plan.content()
        choose_import(window, path)
        dialog = window.dialog('Import')
        shown = read_table(window, 'Rows', dialog)
        assert [row[2] for row in shown] == [rows[wrong][activity], rows[moved][activity]], shown
        take = window.find('push button', ntr('_Import %u Change', '_Import %u Changes', 1).replace('%u', '1'), dialog)
        assert not has_state(take, 'sensitive'), 'an error is not taken over'
        (place, severity, what, advice), = read_doubts(window, dialog)
        column = list(rows[0]).index(first) + 1
        assert (place, severity) == (name_place(wrong + 2, column), tr('error')) and '2027-02-30' in what and advice, (place, what)
        window.press(tr('_Leave Out Their Rows'), dialog)
        wait(lambda: has_state(take, 'sensitive'), 'the button to import')
        press_import(window, dialog, 1)
        key = rows[moved][COLUMNS[LANGUAGE]['key']].lstrip('R')
        wait(lambda: plan.run(key)['first_day'] == rows[moved][first], 'the run that is moved')
        changed = [run for run in plan.content()['occurrences'] if run not in before['occurrences']]
        assert [run['id'] for run in changed] == [key], changed
        undo(window, plan, before)


@test
def refuses_a_damaged_file_to_import(folder):
    plan, window = open_sample(folder)
    path = os.path.join(folder, 'broken.xlsx')
    plan.ask('export', plan.path, '--report', 'annual-calendar', '--format', 'xlsx', '-o', path, '--language', LANGUAGE, '--today', TODAY)
    os.truncate(path, os.path.getsize(path) // 2)
    with window:
        before, entries = plan.content(), plan.labels()
        choose_import(window, path)
        dialog = window.dialog('The file was not read')
        window.find('label', tr('The file is damaged. Open it in a spreadsheet program and save it again, or fetch it once more.'), dialog)
        window.find('label', re.compile('.*' + re.escape('broken.xlsx')), dialog)
        close(window, tr('The file was not read'))
        assert len(window.windows()) == 1, 'no dialog of an import'
        assert (plan.content(), plan.labels()) == (before, entries)


# Printing


class PrintingWindow(Window):
    """GTK looks for printers on the network, and says so where there is no way to look."""

    def read_complaints(self):
        return '\n'.join(line for line in super().read_complaints().splitlines() if 'avahi' not in line)


def open_print(window):
    """GTK's dialog, of which only our own page has texts of ours."""
    window.keys('ctrl+p', window=window.frame)
    dialog = wait(lambda: next((node for node in window.windows() if get_role(node) == 'dialog'), None), 'the dialog for printing')
    tabs = wait(lambda: [node for node in walk(dialog) if get_role(node) == 'page tab'], 'its pages')
    wait(lambda: any(has_state(tab, 'selected') for tab in tabs) and window.extents(dialog)[2] > 1, 'the dialog to be laid out')
    return dialog, tabs


def list_buttons(window, dialog):
    """Preview, cancel and print."""
    return window.find_all('push button', root=dialog)[-3:]


@test
def previews_and_prints_into_a_file(folder):
    plan = Plan.make(folder)
    window = PrintingWindow(plan.path)
    path = os.path.join(folder, 'printed.pdf')
    kpis = plan.find(KPIS, status='planned')['name']
    with window:
        dialog, tabs = open_print(window)
        ours = next(tab for tab in tabs if get_name(list_children(tab)[0]) == tr('Calendar'))
        window.keys('Right', 'Right', 'space', window=dialog)
        wait(lambda: has_state(ours, 'selected'), 'the page of the calendar')
        across = window.find('combo box', tr('_Sheets side by side'), dialog)
        window.keys('Tab')
        window.choose_option(across, 2, with_keys=True)
        xid = window.xid(dialog)
        window.act(list_buttons(window, dialog)[0])
        wait_x_gone(window, xid)
        preview = window.window(tr('Print Preview'))
        shown = window.find('label', re.compile(re.escape(tr('Page %u of %u')).replace('%u', r'\d+')), preview)
        pages = max(map(int, re.findall(r'\d+', get_name(shown))))
        assert pages % 4 == 0, get_name(shown)
        page = window.find('image', get_name(shown), preview)
        pictures = set()

        def look(number):
            window.find('label', fill_in(tr('Page %u of %u'), number, pages), preview)
            time.sleep(0.2)
            x, y, width, height = window.rect(page)
            pictures.add(subprocess.run(['import', '-window', 'root', '-crop', f'{width}x{height}+{x}+{y}', '-depth', '8', 'rgb:-'],
                                        check=True, capture_output=True).stdout)

        look(1)
        window.keys('Next', window=preview)
        look(2)
        window.click(window.find('push button', tr('Next Page'), preview))
        look(3)
        assert len(pictures) == 3, 'each page is another one'
        window.press(tr('Previous Page'), preview)
        look(2)
        close(window, tr('Print Preview'))

        dialog, _ = open_print(window)
        window.keys('Tab', 'space', window=dialog)
        wait(lambda: has_state(list_buttons(window, dialog)[-1], 'sensitive'), 'a printer to be chosen')
        window.act(window.find('push button', re.compile(r'.*\.pdf'), dialog))
        chooser = wait(lambda: next((node for node in window.windows()[1:] if node != dialog and get_role(node) == 'panel'), None),
                       'the file chooser')
        xid = window.xid(chooser)
        wait_focused(window.find('text', root=chooser))
        window.keys('ctrl+a', window=chooser)
        window.type(path)
        window.keys('Return', window=chooser)
        wait_x_gone(window, xid)
        window.find('push button', re.compile('.*' + re.escape('printed.pdf')), dialog)
        window.act(list_buttons(window, dialog)[-1])
        wait(lambda: len(list_x_windows(window)) == 1 and os.path.exists(path), 'the printed file')
    number, size, text = read_pdf(path)
    assert number * 4 >= pages and has_size(size, A3) and re.sub(r'\s+', '', kpis) in text, (number, size)


# A morning without the pointer


@test
def does_the_year_with_the_keyboard_alone(folder):
    plan = Plan.make(folder)
    late = min((run for run in plan.list('occurrences', '--fiscal-year', '2026') if run['state'] == 'late'),
               key=lambda run: run['last_day'])
    path = os.path.join(folder, 'year.pdf')
    with Window() as window:
        window.keys('ctrl+o')
        window.choose_file(tr('Open a Plan'), plan.path)
        wait(lambda: 'plan.koyomi' in window.windows()[0].get_name(), 'the window of the plan')
        window.frame = window.windows()[0]
        wait(lambda: len(window.cells()) > 50, 'the runs')

        needing = window.find('list', tr('Needs attention'))
        window.find('label', late['name'], needing, into_rows=True)
        meeting = window.find('push button', re.compile('.*\\n.*2026-12-01'))
        for _ in range(3):
            window.keys('F6')
            if has_state(meeting, 'focused'):
                break
        wait_focused(meeting)
        window.keys('Tab')
        window.keys('Down', 'Down', 'Return')
        window.wait_focus(re.compile(re.escape(late['name']) + '.*' + late['first_day'] + '.*'))
        window.keys('alt+Right', 'alt+Right')
        plan.wait_days(late, shift(late['first_day'], 14), shift(late['last_day'], 14))
        window.keys('space')
        wait(lambda: plan.run(late['id'])['status'] == 'done', 'the run to be done')

        entries = len(plan.labels())
        before = plan.content()
        window.keys('Insert')
        dialog = window.dialog('New Activity')
        wait_focused(window.find('text', tr('Title'), dialog))
        window.type('CSIRT monthly')
        repeats = window.go_to(window.find('combo box', tr('Repeats'), dialog))
        window.choose_option(repeats, 3, with_keys=True)
        window.go_to(window.find('push button', tr('_Add'), dialog))
        window.keys('space')
        window.wait_gone(tr('New Activity'))
        wait(lambda: len(named(plan, 'CSIRT monthly')) > 2, 'the meetings')
        assert len(plan.labels()) == entries + 1, 'one step'
        undo(window, plan, before)

        dialog = open_baselines(window)
        wait_focused(window.find('push button', tr('_Set a Baseline…'), dialog))
        window.keys('Return')
        naming = window.dialog('Set a Baseline')
        window.keys('ctrl+a', window=naming)
        window.type('Approved')
        window.keys('Return')
        window.wait_gone(tr('Set a Baseline'))
        wait(lambda: list_baselines(plan) == ['Approved'], 'the baseline')
        close(window, tr('Baselines'))
        export(window, 'PDF', path, paper=0)
    assert re.sub(r'\s+', '', name_year(2026)) in read_pdf(path)[2]


if __name__ == '__main__':
    main()
