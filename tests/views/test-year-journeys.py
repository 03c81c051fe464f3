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


def ntr(one, many, number):
    return strip_mnemonic(CATALOGUE.ngettext(one, many, number))


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


def choose_run(window, run):
    window.look_for(run['name'])
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
    window.find('push button', told)
    window.find('label', fill_in(ntr('%1$s in %2$u day', '%1$s in %2$u days', days), committee, days))


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
        for day in BOARD_DAYS:
            find_meeting(window, day)
        wait_next(window, first['committee'], 9, '2026-12-01')

        window.click(find_meeting(window, '2026-12-11'), times=2)
        meeting = window.window(BOARD)
        wait_focused(window.find('text', tr('_Day'), meeting))
        window.keys('ctrl+a', window=meeting)
        window.type('2026-11-25')
        window.keys('Return', window=meeting)
        wait(lambda: '2026-11-25' in board_days(plan) and '2026-12-11' not in board_days(plan), 'the meeting on another day')
        close(window, BOARD)
        find_meeting(window, '2026-11-25')
        wait_next(window, BOARD, 3, '2026-11-25')

        window.press(BOARD + '\n' + fill_in(ntr('In %d day, %s', 'In %d days, %s', 3), 3, '2026-11-25'))
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
        window.cell(moved['name'], moved['first_day'])
        day = shift(audit['first_day'], 6)
        ghost = see_day(window, moved, day)

        dialog = open_baselines(window)
        press_of_baseline(window, dialog, 'Approved', 'Compare…')
        comparison = window.dialog('Compared with a Baseline')
        wait(lambda: read_counts(window, comparison) == ['1', '1', '1', '0'], lambda: read_counts(window, comparison))
        rows = {row[2]: row for row in read_table(window, 'Differences from the baseline', comparison)}
        by_two_weeks = ntr('Moved %+d day', 'Moved %+d days', 14) % 14
        assert rows[by_two_weeks] == [audit['function'], audit['name'], by_two_weeks, f"{audit['first_day']} – {audit['last_day']}",
                                      f"{moved['first_day']} – {moved['last_day']}"], rows
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
    window.act(beside(window, runs, 'push button', tr(what)))


def read_numbers(window, assistant, text):
    """Those that the summary has in the place of the text's, in the order of its arguments."""
    pattern = re.sub(r'%(\d+)\\\$([su])|%([su])', lambda match: f"(?P<n{match[1] or 'x'}_{match.start()}>.+)"
                     if 's' in (match[2], match[3]) else f"(?P<n{match[1] or 'x'}_{match.start()}>\\d+)", re.escape(tr(text)))
    label = window.find('label', re.compile(r'(?:.*\n)?' + pattern + r'(?:\n.*)?'), assistant)
    match = re.search(pattern, get_name(label))
    ordered = sorted(match.groupdict().items(), key=lambda item: tuple(map(lambda part: int(part) if part.isdigit() else 0,
                                                                           item[0][1:].split('_'))))
    return [int(value) if value.isdigit() else value for _, value in ordered]


def check_sum(window, assistant):
    """That the counts of the summary add up; and returns how many runs the new year gets, made and carried over."""
    _, new, _, old, dropped, added = read_numbers(window, assistant, 'Activities of %1$s: %2$u = %4$u of %3$s − %5$u dropped + %6$u added')
    assert new == old - dropped + added and new > 0, (new, old, dropped, added)
    _, runs, made = read_numbers(window, assistant, 'Runs of %s: %u, of which %u are made now')
    _, unfinished, *settled = read_numbers(
        window, assistant, 'Unfinished runs of %s: %u = %u carried over + %u missed + %u skipped + %u left open')
    assert unfinished == sum(settled) > 0, (unfinished, settled)
    return dropped, runs, made, settled


def list_year(plan, year):
    """Runs by the year of their plan, wherever they were moved."""
    return [run for run in plan.list('occurrences') if f'{year}-04-01' <= run['first_day'] < f'{year + 1}-04-01']


def apply_roll_over(window, assistant):
    window.press(tr('_Apply'), assistant)
    window.find('label', fill_in(tr('%s is planned'), name_year(2027)), assistant)
    window.keys('Return', window=assistant)
    window.wait_gone(tr('Roll Over to the Next Year'))


def go_to_year(window, key, year):
    window.keys(key, window=window.frame)
    window.find('label', name_year(year), window.find('combo box', tr('Fiscal year')))


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
        window.act(beside(window, activities, 'push button', tr('_Drop')))
        go_next(window, assistant, 'Unfinished runs')
        go_next(window, assistant, 'Summary')
        window.wait_text(tr('Still to be settled'), assistant)
        assert not has_state(window.find('push button', tr('_Apply'), assistant), 'sensitive'), 'those that are late have no reason yet'
        assert check_sum(window, assistant)[0] == 1, 'one activity is dropped'
        window.press(tr('_Back'), assistant)
        window.find('label', re.compile(r'.*\d.*' + re.escape(tr('Unfinished runs'))), assistant)
        settle(window, assistant, overdue, 'Carry over', '年度末の監査を優先した')
        go_next(window, assistant, 'Summary')
        dropped, runs, made, settled = check_sum(window, assistant)
        assert settled[0] == len(late) and settled[3] > 0, settled
        assert plan.content() == before, 'nothing is changed before the last page'
        apply_roll_over(window, assistant)

        wait(lambda: len(list_year(plan, 2027)) == runs + len(late), lambda: f'{runs} + {len(late)} runs, not {len(list_year(plan, 2027))}')
        assert len(plan.list('occurrences')) == sum(map(len, before['occurrences'] and [before['occurrences']])) + made, 'runs that are made'
        assert not [run for run in list_year(plan, 2027) if run['name'] == dropped_name]
        assert all(plan.run(run['id'])['first_day'] >= '2027-04-01' and '監査' in json.dumps(plan.run(run['id']), ensure_ascii=False)
                   for run in late)
        go_to_year(window, 'ctrl+Next', 2027)
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
        wait(lambda: has_state(window.find('check box', tr('Close the old year'), assistant, into_rows=True), 'checked'), 'the year to be closed')
        go_next(window, assistant, 'Activities')
        go_next(window, assistant, 'Unfinished runs')
        settle(window, assistant, '', 'Close as missed', '年度を締めたため')
        settle(window, assistant, audit['name'], 'Carry over', '次年度に実施するため')
        go_next(window, assistant, 'Summary')
        _, runs, _, settled = check_sum(window, assistant)
        assert settled[0] == 1 and settled[1] > 50 and settled[2:] == [0, 0], settled
        apply_roll_over(window, assistant)
        wait(lambda: plan.run(audit['id'])['first_day'] >= '2027-04-01', 'the audit to be carried over')
        missed = [run for run in plan.list('occurrences') if run['status'] == 'missed']
        assert len(missed) - settled[1] == len([run for run in before['occurrences'] if run['status'] == 'missed'])

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


if __name__ == '__main__':
    main()
