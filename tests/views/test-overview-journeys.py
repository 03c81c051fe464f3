#!/usr/bin/python3
"""Goes from the first page of the sample company's plan to where each thing is, with pointer and keys. Prints TAP."""

from koyomi_incident import *

INCIDENT = '2026-011'


def open_overview(folder, **options):
    """As one opens a plan for the first time."""
    plan = IncidentPlan.make(folder)
    window = Window(plan.path, settings={'last-view': "''"}, **options)
    wait(lambda: list_children(find_list(window, 'Needs you')), 'the first page')
    return plan, window


def find_page(window):
    return window.find('panel', 'KoyomiOverviewView')


def find_list(window, name):
    return window.find('list', tr(name), find_page(window))


def list_late(plan):
    runs = [run for run in plan.list('occurrences') if run['state'] == 'late']
    return sorted(runs, key=lambda run: run['last_day'])


def find_row(window, card, name):
    return window.find('list item', re.compile(re.escape(name) + '.*'), find_list(window, card))


def wait_calendar(window, run):
    window.wait_focus(re.compile(re.escape(run['name']) + '.*' + run['first_day'] + '.*'))


@test
def leads_to_a_late_run(folder):
    plan, window = open_overview(folder)
    late = list_late(plan)[0]
    with window:
        assert not [node for node in window.search('list', tr('Needs attention')) if window.extents(node)[2] > 1], 'the same list twice'
        window.click(find_row(window, 'Needs you', late['name']))
        wait_calendar(window, late)
        window.find_shown('list', tr('Needs attention'))
        window.keys('ctrl+1')
        window.find_shown('list', tr('Needs you'))


@test
def leads_to_a_late_run_with_keys_alone(folder):
    plan, window = open_overview(folder)
    late = list_late(plan)[0]
    with window:
        row = find_row(window, 'Needs you', late['name'])
        first = list_children(find_list(window, 'Needs you'))[0]
        window.go_to(first)
        window.keys('Down')
        wait(lambda: has_state(row, 'focused'), 'the focus on the late run')
        window.keys('Return')
        wait_calendar(window, late)


@test
def leads_to_the_incident_of_a_clock(folder):
    plan, window = open_overview(folder)
    title = plan.incident(INCIDENT)['title']
    with window:
        window.click(find_row(window, 'Open incidents', f'{INCIDENT} {title}'))
        board = window.find('panel', 'KoyomiIncidentView')
        window.find_shown('label', f'{INCIDENT} {title}', board)


@test
def leads_to_the_committee(folder):
    plan, window = open_overview(folder)
    with window:
        window.press(tr('_Agenda'), find_page(window))
        wait(lambda: len(window.windows()) == 2, 'the meeting')
        window.keys('Escape', window=window.active_window())
        wait(lambda: len(window.windows()) == 1, 'the meeting to be gone')
        window.press(tr('_Prepare Report…'), find_page(window))
        view = window.find('panel', 'KoyomiReportView')
        window.find_shown('list', tr('Reports'), view)


@test
def numbers_open_their_rows(folder):
    plan, window = open_overview(folder)
    n_late = len(list_late(plan))
    open_findings = [finding for finding in plan.list('findings') if finding['status'] not in ('verified', 'closed')]
    with window:
        window.click(find_row(window, 'Audit readiness', tr('Findings')))
        shown = window.find('list', tr('Open findings'))
        assert len(list_children(shown)) == len(open_findings), 'as many rows as the number says'
        window.keys('Escape')
        window.press(count('%u overdue', '%u overdue', n_late), find_page(window))
        wait(lambda: len(window.cells()) == n_late, 'the runs that are overdue')


@test
def draws_the_line_of_a_past_day(folder):
    plan, window = open_overview(folder)
    with window:
        entry = window.find('text', tr('_Status date'), find_page(window))
        window.go_to(entry, limit=80)
        window.keys('ctrl+a')
        window.type('2026-06-30', 'Return')
        window.wait_text('2026-06-30', find_page(window))


if __name__ == '__main__':
    main()
