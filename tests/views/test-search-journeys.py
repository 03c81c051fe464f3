#!/usr/bin/python3
"""Searches the plan with keys and pointer, and goes to what was found. Prints TAP."""

from koyomi_incident import *


def open_search(window):
    window.keys('ctrl+k')
    dialog = window.dialog('Search Everything')
    entry = window.find('entry', tr('Search Everything'), dialog)
    wait(lambda: any(has_state(node, 'focused') for node in walk(entry)), 'the focus in the search')
    return dialog, entry


def list_found(window, dialog):
    """What the rows say, in their order."""
    found = next(window.search('list', tr('What matches'), dialog), None)
    return [] if found is None else [get_name(row) for row in list_children(found) if get_role(row) == 'list item']


def wait_first(window, dialog, text):
    wait(lambda: text in (list_found(window, dialog) or [''])[0], lambda: f'{text!r} first of {list_found(window, dialog)}')


def wait_found(window, dialog, text):
    wait(lambda: any(text in name for name in list_found(window, dialog)), lambda: f'{text!r} among {list_found(window, dialog)}')


def name(english, japanese):
    return japanese if LANGUAGE == 'ja' else english


@test
def finds_by_number_and_goes_to_the_incident(folder):
    plan = IncidentPlan.make(folder)
    before = plan.content()
    with Window(plan.path) as window:
        dialog, _ = open_search(window)
        window.type('2026-004')
        wait_first(window, dialog, '2026-004')
        window.keys('Return', window=dialog)
        window.wait_gone(tr('Search Everything'))
        board = window.find('panel', 'KoyomiIncidentView')
        window.wait_text('2026-004', board)
        # It is there again without a word.
        dialog, _ = open_search(window)
        wait_first(window, dialog, '2026-004')
        window.keys('Escape', window=dialog)
        window.wait_gone(tr('Search Everything'))
    assert plan.content() == before, 'looking changes nothing'


@test
def finds_by_half_width_kana_and_goes_to_the_run(folder):
    plan = IncidentPlan.make(folder)
    patching = name('Monthly patching', '月例パッチの適用')
    with Window(plan.path) as window:
        for words in 'ﾊﾟｯﾁ 月例', 'ぱっち　月例', 'MONTHLY ｐａｔｃｈ':
            dialog, entry = open_search(window)
            window.write(entry, words)
            wait_found(window, dialog, patching)
            window.keys('Escape', 'Escape', window=dialog)
            window.wait_gone(tr('Search Everything'))

        dialog, entry = open_search(window)
        window.write(entry, 'ﾊﾟｯﾁ 2026-12-16')
        wait_first(window, dialog, patching)
        window.keys('Return', window=dialog)
        window.wait_gone(tr('Search Everything'))
        window.wait_focus(re.compile(re.escape(patching) + '.*2026-12-16.*'))


@test
def finds_commands_and_runs_them(folder):
    plan = IncidentPlan.make(folder)
    with Window(plan.path) as window:
        dialog, entry = open_search(window)
        window.write(entry, '>' + tr('Change _Log…').rstrip('…'))
        wait_first(window, dialog, tr('Change _Log…'))
        window.keys('Return', window=dialog)
        window.keys('Escape', window=window.dialog('Change Log'))
        window.wait_gone(tr('Change Log'))

        # Among what else is found, and by its place in the list.
        dialog, entry = open_search(window)
        wait_first(window, dialog, tr('Change _Log…'))
        window.write(entry, tr('_Import…'))
        wait_first(window, dialog, tr('_Import…'))
        assert list_found(window, dialog)[0].endswith('Ctrl+I'), list_found(window, dialog)
        window.keys('Return', window=dialog)
        window.keys('Escape', window=window.dialog('Import a Table'))
        window.wait_gone(tr('Import a Table'))

        dialog, entry = open_search(window)
        window.write(entry, '>')
        wait(lambda: len(list_found(window, dialog)) > 10, 'the commands')
        window.keys('Down', 'Down', window=dialog)
        window.keys('Return', window=dialog)
        window.wait_gone(tr('Search Everything'))
        window.find('panel', 'KoyomiMatrixView')


@test
def shows_a_risk_in_its_register(folder):
    plan = IncidentPlan.make(folder)
    ransomware = name('Ransomware stops the core systems', 'ランサムウェアによる基幹システムの停止')
    with Window(plan.path) as window:
        dialog, entry = open_search(window)
        window.write(entry, 'ｒー０１')
        wait_first(window, dialog, ransomware)
        window.keys('Return', window=dialog)
        registers = window.window(tr('Registers'))
        window.wait_text(ransomware, registers)
        window.keys('Escape', window=registers)
        window.wait_gone(tr('Registers'))


@test
def goes_to_cards_meetings_and_cells(folder):
    plan = IncidentPlan.make(folder)
    csirt = next(team['name'] for team in plan.list('teams') if team['code'] == 'CST')
    with Window(plan.path) as window:
        dialog, entry = open_search(window)
        window.write(entry, 'cst')
        wait_first(window, dialog, csirt)
        window.keys('Return', window=dialog)
        window.keys('Escape', window=window.window(csirt))
        window.wait_gone(csirt)

        dialog, entry = open_search(window)
        window.write(entry, '2026-12-01 ' + name('executive', '経営'))
        wait_first(window, dialog, '2026-12-01')
        window.keys('Return', window=dialog)
        window.wait_gone(tr('Search Everything'))
        meeting = wait(lambda: next((one for one in window.windows()[1:]), None), 'the window of the meeting')
        window.keys('Escape', window=meeting)
        wait(lambda: len(window.windows()) == 1, 'the window of the meeting to go')


@test
def says_when_nothing_is_found(folder):
    plan = IncidentPlan.make(folder)
    with Window(plan.path) as window:
        dialog, entry = open_search(window)
        window.write(entry, 'xyzzy')
        window.wait_text(fill_in(tr('Nothing found for “%s”'), 'xyzzy'), dialog)
        window.keys('Return', window=dialog)
        window.keys('Escape', window=dialog)
        wait(lambda: get_text(entry) == '', 'an empty entry')
        window.keys('Escape', window=dialog)
        window.wait_gone(tr('Search Everything'))


@test
def is_opened_from_sidebar_and_menu_and_keeps_up_with_edits(folder):
    plan = IncidentPlan.make(folder)
    with Window(plan.path) as window:
        window.press(tr('Search Everything'))
        window.keys('Escape', window=window.dialog('Search Everything'))
        window.wait_gone(tr('Search Everything'))
        window.choose_from_menu(tr('Search E_verything…'))
        dialog = window.dialog('Search Everything')
        entry = window.find('entry', tr('Search Everything'), dialog)
        window.write(entry, '2026-01')
        wait_found(window, dialog, '2026-010')
        # A press of the pointer chooses as well.
        found = window.find('list', tr('What matches'), dialog)
        row = next(node for node in list_children(found) if '2026-011' in get_name(node))
        window.click(row)
        window.wait_gone(tr('Search Everything'))
        window.wait_text('2026-011', window.find('panel', 'KoyomiIncidentView'))


if __name__ == '__main__':
    main()
