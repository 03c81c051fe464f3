#!/usr/bin/python3
"""Enters values of KPIs, defines KPIs and objectives, and reads from the plan what came of it. Prints TAP."""

from koyomi_matrix import *

MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar']


def open_grid(window):
    window.choose_from_menu(tr('_Enter KPI Values…'))
    dialog = window.window(tr('KPI Values'))
    wait(lambda: window.extents(dialog)[2] > 1, 'the grid to be laid out')
    return dialog


def name_metric(plan, code):
    return next(metric['name'] for metric in plan.list('metrics') if metric['code'] == code)


def name_month(index):
    year = 2026 + (index > 8)
    return fill_in(tr('%s %d'), tr(MONTHS[index]), year)


def name_cell(name, index):
    return fill_in(tr('%s, %s, %s'), name, name_month(index), '')


def find_cell(window, dialog, name, index):
    start = name_cell(name, index)
    return wait(lambda: next((node for role, node in walk_roles(dialog, True) if role == 'text' and get_name(node).startswith(start)), None),
                lambda: f'a cell {start!r}')


def list_values(plan, name, month):
    """Those of the month, the one that holds last."""
    values = [value for value in plan.list('metric-values') if value['metric'] == name and value['month'] == month]
    return [value['value'] for value in sorted(values, key=lambda value: (value['superseded_at'] is None, value['entered_at']))]


def wait_values(plan, name, month, expected):
    wait(lambda: list_values(plan, name, month) == expected, lambda: f'{expected} for {month}, not {list_values(plan, name, month)}')


@test
def enters_a_month_by_keyboard(folder):
    plan = Plan.make(folder, template='empty')
    first, second = name_metric(plan, 'KPI-22'), name_metric(plan, 'KPI-23')
    with Window(plan.path) as window:
        dialog = open_grid(window)
        cell = find_cell(window, dialog, first, 5)
        window.click(cell)
        wait(lambda: has_state(cell, 'focused'), 'the cell to be chosen')
        window.type('96.5', 'Return')
        wait_values(plan, first, '2026-09-01', [96.5])
        below = find_cell(window, dialog, second, 5)
        wait(lambda: has_state(below, 'focused'), 'the cell below')
        window.type('88 %', 'Tab')
        wait_values(plan, second, '2026-09-01', [88])
        wait(lambda: has_state(find_cell(window, dialog, second, 6), 'focused'), 'the cell on the right')
        wait(lambda: get_name(cell).endswith('96.5 %'), lambda: f'the value in {get_name(cell)!r}')
        window.shoot('metric-entry')

        # Escape takes back what is typed, and what is no number is told and stays.
        window.type('12', 'Escape')
        window.type('abc', 'Return')
        window.wait_text(fill_in(tr('“%s” is not a number. Escape takes it back.'), 'abc'), dialog)
        window.keys('Escape')
        assert get_text(find_cell(window, dialog, second, 6)) == ''
        window.keys('Escape', window=dialog)
        window.wait_gone(tr('KPI Values'))
        assert len(plan.list('metric-values')) == 2


@test
def pastes_a_block(folder):
    plan = Plan.make(folder, template='empty')
    first, second = name_metric(plan, 'KPI-22'), name_metric(plan, 'KPI-23')
    with Window(plan.path) as window, Clipboard('90\t91\t92\t93\n80\tn/a\t82\t83\n'):
        before = plan.count_steps()
        dialog = open_grid(window)
        window.click(find_cell(window, dialog, first, 5))
        window.keys('ctrl+v')
        paste = window.window(tr('Paste Values'))
        changes = ntr('%u value changes.', '%u values change.', 5).replace('%u', '5')
        faults = ntr('%u cell does not fit and is left out.', '%u cells do not fit and are left out.', 3).replace('%u', '3')
        window.wait_text(f'{changes} {faults}', paste)
        window.wait_text(tr('Left out: this is not a number'), paste, into_rows=True)
        window.wait_text(tr('Left out: this month has not begun'), paste, into_rows=True)
        window.shoot('metric-paste')
        window.press(tr('_Paste'), paste)
        window.wait_gone(tr('Paste Values'))
        wait_values(plan, second, '2026-11-01', [82])
        assert plan.count_steps() == before + 1
        wait_values(plan, second, '2026-10-01', [])
        wait_values(plan, first, '2026-09-01', [90])

        # What was pasted can be copied, and taken back at once.
        window.click(find_cell(window, dialog, first, 5))
        window.keys('shift+Down', 'shift+Right', 'shift+Right', 'ctrl+c')
        wait(lambda: Clipboard.read() == '90\t91\t92\n80\t\t82\n', 'the block on the clipboard')
        window.keys('ctrl+z', window=dialog)
        wait(lambda: plan.list('metric-values') == [], 'nothing to be left')


@test
def corrects_a_value(folder):
    plan = Plan.make(folder, template='empty')
    name = name_metric(plan, 'KPI-24')
    with Window(plan.path) as window:
        dialog = open_grid(window)
        window.click(find_cell(window, dialog, name, 2))
        window.type('90', 'Return', 'Up')
        wait_values(plan, name, '2026-06-01', [90])
        window.type('92.5', 'Return', 'Up')
        wait_values(plan, name, '2026-06-01', [90, 92.5])
        history = window.find('list', tr('History of this value'), dialog)
        wait(lambda: any(get_name(node).startswith('90.0 % → 92.5 %') for node in walk(history, True)), 'the correction in the history')
        set_note(window, dialog, 'Two late certificates')
        wait(lambda: any(value['note'] == 'Two late certificates' for value in plan.list('metric-values')), 'the note')
        window.shoot('metric-history')

        window.click(find_cell(window, dialog, name, 2))
        window.keys('Delete')
        wait(lambda: [value for value in plan.list('metric-values') if value['superseded_at'] is None] == [], 'the value to go')
        removed = fill_in(tr('%s → removed'), '92.5 %')
        wait(lambda: any(get_name(node).startswith(removed) for node in walk(history, True)), 'that in the history')
        window.keys('ctrl+z', 'ctrl+z', 'ctrl+z', window=dialog)
        wait_values(plan, name, '2026-06-01', [90])


def set_note(window, dialog, text):
    node = window.find('text', tr('_Note on this value'), dialog)
    window.click(node)
    wait(lambda: has_state(node, 'focused'), 'the focus in the note')
    window.type(text, 'ctrl+Return')


def set_number(window, dialog, name, text):
    window.write(window.find('text', tr(name), dialog), text)


@test
def changes_limits_and_the_library(folder):
    plan = Plan.make(folder, template='empty')
    with Window(plan.path) as window:
        before, name = plan.list('metrics'), name_metric(plan, 'KPI-22')
        dialog = open_grid(window)
        window.click(find_cell(window, dialog, name, 5))
        window.press(tr('_Definition…'), dialog)
        definition = window.window(name)
        window.press(tr('Add _Limits…'), definition)
        limits = window.window(tr('Limits'))
        window.write(window.find('text', tr('Effective _from'), limits), '2026-10-01')
        set_number(window, limits, '_Target', '97')
        set_number(window, limits, '_Warning', '98')
        window.wait_text(tr('Higher is better: the warning cannot be above the target.'), limits)
        set_number(window, limits, '_Warning', '90')
        window.shoot('metric-limits')
        window.press(tr('_Save'), limits)
        window.wait_gone(tr('Limits'))
        wait(lambda: [limit['target'] for limit in plan.list('metric-limits') if limit['from_day'] == '2026-10-01'] == [97], 'the limits')
        window.wait_text(fill_in(tr('from %s'), '2026-10-01'), definition, into_rows=True)
        window.shoot('metric-definition')
        window.keys('ctrl+z', window=definition)
        wait(lambda: all(limit['from_day'] != '2026-10-01' for limit in plan.list('metric-limits')), 'the limits to go')
        window.press(tr('Remo_ve'), definition)
        window.press(tr('_Remove'), window.window(fill_in(tr('Remove “%s”?'), name)))
        wait(lambda: len(plan.list('metrics')) == len(before) - 1, 'the KPI to go')
        window.wait_gone(name)

        # It is in the library, and one's own is made beside it.
        window.press(tr('_Definition…'), dialog)
        definition = window.window(name_metric(plan, 'KPI-23'))
        window.press(tr('Add from the Librar_y…'), definition)
        library = window.window(tr('Add from the Library'))
        window.press(tr('_Add'), library)
        wait(lambda: sorted(metric['name'] for metric in plan.list('metrics')) == sorted(metric['name'] for metric in before),
             'the KPI to be there again')


@test
def makes_a_metric_of_ones_own(folder):
    plan = Plan.make(folder, template='empty')
    names = [metric['name'] for metric in plan.list('metrics') if metric['kind'] == 'entered']
    with Window(plan.path) as window:
        dialog = open_grid(window)
        window.press(tr('_New KPI…'), dialog)
        new = window.window(tr('New KPI'))
        code = window.find('text', tr('Cod_e'), new)
        assert get_text(code) == 'OWN-01'
        window.write(code, 'kpi-22')
        window.wait_text(tr('Another KPI has this code.'), new)
        window.write(code, 'OWN-01')
        window.write(window.find('text', tr('_Name'), new), 'Badges returned')
        window.press(tr('_Add'), new)
        definition = window.window('Badges returned')
        window.choose_option(window.find('combo box', tr('Frequency'), definition), 2)
        wait(lambda: [metric['frequency'] for metric in plan.list('metrics') if metric['code'] == 'OWN-01'] == ['quarter'], 'the frequency')
        window.keys('Escape', window=definition)
        window.wait_gone('Badges returned')

        # It is asked for in the last month of each quarter.
        window.wait_text('Badges returned', dialog)
        cells = [get_name(find_cell(window, dialog, 'Badges returned', index)) for index in (4, 5)]
        assert [cell.endswith(state) for cell, state in zip(cells, (tr('not asked for'), tr('missing')))] == [True, True], cells
        assert [metric['name'] for metric in plan.list('metrics') if metric['kind'] == 'entered'] == names + ['Badges returned']


@test
def sets_an_objective(folder):
    plan = Plan.make(folder)
    name = name_metric(plan, 'KPI-24')
    with Window(plan.path) as window:
        before = plan.list('objectives')
        window.choose_from_menu(tr('Ob_jectives…'))
        dialog = window.window(tr('Objectives'))
        window.act(window.find('push button', tr('Add Objective'), dialog))
        objective = window.window(tr('Objective'))
        window.write(window.find('text', tr('_Number'), objective), 'O-9')
        window.write(window.find('text', tr('_Objective'), objective), 'Everybody is trained')
        window.write(window.find('text', tr('_Target value'), objective), '95')
        choose_metric(window, objective, 'KPI-24')
        window.shoot('objective')
        window.press(tr('_Save'), objective)
        window.wait_gone(tr('Objective'))
        made = wait(lambda: next((one for one in plan.list('objectives') if one['number'] == 'O-9'), None), 'the objective')
        assert (made['title'], made['metric'], made['target'], made['due_day']) == ('Everybody is trained', name, 95, '2027-03-31'), made
        window.wait_text('Everybody is trained', dialog, into_rows=True)
        window.shoot('objectives')
        window.keys('ctrl+z', window=dialog)
        wait(lambda: plan.list('objectives') == before, 'the objective to go')


def choose_metric(window, dialog, code):
    """By its mnemonic, and the search."""
    window.keys('alt+k', window=dialog)
    window.wait_focus(tr('Search'))
    window.type(code, 'Return')


if __name__ == '__main__':
    main()
