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
        window.wait_focus(tr('_Day'))
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


if __name__ == '__main__':
    main()
