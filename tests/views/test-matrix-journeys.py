#!/usr/bin/python3
"""Assigns functions to teams in the matrix with keys, pointer and clipboard, and reads from the plan what came of it. Prints TAP."""

import csv
import os

import openpyxl

from koyomi_matrix import *

# Who answers for the roles of a group, and who does them.
MASTERS = {'A': ('CISO', 'SO'), 'B': ('CSM', 'SOC'), 'C': ('CSM', 'SOC'), 'D': ('CISO', 'CST'), 'E': ('SO', 'SYS'), 'F': ('SO', 'SYS'),
           'G': ('SYS', 'ADM'), 'H': ('SYS', 'ADM'), 'I': ('CIO', 'ADM')}


def open_new(folder, **options):
    """The template, where nobody has one of the roles of ISOG-J yet."""
    plan = MatrixPlan.make(folder, template='cric')
    return plan, MatrixWindow(plan, **options)


def open_sample(folder, **options):
    plan = MatrixPlan.make(folder)
    return plan, MatrixWindow(plan, **options)


def repeat(n, *keys):
    return [*keys] * n


def name_cell(plan, catalogue, code, team):
    """As the change log calls it."""
    return fill_in(tr('“%s”'), f'{team} · {plan.function(catalogue, code)["name"]}')


# From the keyboard


@test
def assigns_all_roles_with_keys(folder):
    """From the calendar on, and without the pointer."""
    plan = MatrixPlan.make(folder, template='cric')
    team = {record['code']: record['name'] for record in plan.list('teams')}
    assert len(plan.breaches('--catalogue', 'isogj')) == 2 * 54, 'each role lacks A and R'
    with MatrixWindow(plan, settings={'last-view': "'calendar'"}) as window:
        window.leave_calendar(1)
        window.find_table()
        window.show_catalogue('isogj')
        window.wait_cell('A-1', team['CISO'])
        # Typed cell by cell.
        window.keys(*repeat(6, 'a', 'Down'), 'ctrl+Home', 'Right', 'Right', *repeat(6, 'r', 'Down'))
        window.wait_cell('B-1', team['SO'])
        # Drawn out and filled down; drawn out and typed.
        window.keys(*repeat(4, 'Right'), 'a', *repeat(9, 'shift+Down'), 'ctrl+d')
        window.wait_cell('C-5', team['CSM'])
        window.keys('Right', 'Right', *repeat(9, 'shift+Up'), 'r')
        window.wait_cell('B-1', team['SOC'])
        # Drawn out and filled.
        window.keys(*repeat(10, 'Down'), 'Home', 'a', *repeat(7, 'shift+Down'), 'ctrl+Return')
        window.wait_cell('D-8', team['CISO'])
        window.keys(*repeat(7, 'Right'), *repeat(7, 'shift+Up'), 'r')
        window.wait_cell('D-1', team['CST'])
        # Copied and pasted into all that are drawn out.
        window.keys(*repeat(8, 'Down'), *repeat(5, 'Left'), 'a', 'Right', 'r', 'shift+Left', 'ctrl+c', 'Down', *repeat(9, 'shift+Down'), 'ctrl+v')
        window.wait_cell('F-4', team['SO'])
        window.keys('Down', 'Right', 'a', 'Right', 'r', 'shift+Left', 'ctrl+c', 'Down', *repeat(11, 'shift+Down'), 'ctrl+v')
        window.wait_cell('H-3', team['SYS'])
        window.keys('Down', 'Home', 'Right', *repeat(5, 'shift+Down'), 'a', *repeat(3, 'Right'), *repeat(5, 'shift+Up'), 'r')
        window.wait_cell('I-1', team['ADM'])

        expected = {(role['code'], team[code]): letter for role in plan.list('functions', '--catalogue', 'isogj')
                    for letter, code in zip('AR', MASTERS[role['code'][0]])}
        plan.wait_letters('isogj', expected)
        assert len(expected) == 2 * 54
        assert plan.breaches('--catalogue', 'isogj') == []
        wait(lambda: not window.find_all('label', re.compile('.*' + re.escape(ntr('%u breach', '%u breaches', 2).replace('%u', '')) + '.*')),
             'no badge of breaches')
        print(f'# {window.pressed} keys', flush=True)
        assert window.pressed < 250, 'a person takes a few minutes'
        steps = plan.count_steps() - 1
        window.keys(*['ctrl+z'] * steps)
        plan.wait_letters('isogj', {})


# With the pointer


@test
def fills_and_chooses_with_the_pointer(folder):
    plan, window = open_new(folder)
    ciso, cio, so = (plan.team(code) for code in ('CISO', 'CIO', 'SO'))
    with window:
        window.show_catalogue('isogj')
        window.go_to_cell('A-2', ciso)
        window.keys('a')
        x, y, width, height = window.rect(window.cell('A-2', ciso))
        below = window.rect(window.cell('A-5', ciso))
        window.drag((x + width - 2, y + height - 2), (below[0] + 20, below[1] + 12))
        plan.wait_letters('isogj', {(code, ciso): 'A' for code in ('A-2', 'A-3', 'A-4', 'A-5')})
        assert plan.labels()[0] == ntr('Fill %u cell', 'Fill %u cells', 3).replace('%u', '3')

        # A rectangle, drawn out just after a click, which is no double click, and then made wider.
        window.drag(window.centre(window.cell('B-1', cio)), window.centre(window.cell('B-2', cio)), clicked=True)
        window.click(window.cell('B-2', so), holding='shift')
        window.click(window.cell('B-1', so), button=3)
        window.choose(f'R  {tr("Responsible")}')
        plan.wait_letters('isogj', {**{(code, ciso): 'A' for code in ('A-2', 'A-3', 'A-4', 'A-5')},
                                    **{(code, team): 'R' for code in ('B-1', 'B-2') for team in (cio, so)}})

        window.click(window.cell('B-1', cio), times=2)
        popover = window.find('label', f'{plan.function("isogj", "B-1")["name"]} · {cio}').get_parent()
        checks = {name: window.find('check box', f'{letter}  {tr(name)}', popover) for letter, name in (('R', 'Responsible'), ('I', 'Informed'))}
        wait(lambda: has_state(checks['Responsible'], 'checked') and not has_state(checks['Informed'], 'checked'), 'the letters of the cell')
        window.click(checks['Informed'])
        window.wait_shown('B-1', cio, 'R', 'I')
        window.keys('Escape')
        window.wait_cell('B-1', cio)
        window.keys('Return')
        window.find('label', f'{plan.function("isogj", "B-1")["name"]} · {cio}')
        window.keys('space', 'Escape')
        window.wait_shown('B-1', cio, 'I')
        window.keys('Menu')
        window.choose(tr('C_lear'))
        wait(lambda: ('B-1', cio) not in plan.letters('isogj'), 'an empty cell')


# The clipboard


@test
def pastes_what_a_spreadsheet_has_copied(folder):
    plan, window = open_new(folder)
    ciso, cio, so = (plan.team(code) for code in ('CISO', 'CIO', 'SO'))
    with window:
        window.show_catalogue('isogj')
        window.wait_cell('A-1', ciso)
        with Clipboard('A\tc\tR, S\r\n"A"\t\tＲ\r\n'):
            window.keys('ctrl+v')
            pasted = {('A-1', ciso): 'A', ('A-1', cio): 'C', ('A-1', so): 'RS', ('A-2', ciso): 'A', ('A-2', so): 'R'}
            plan.wait_letters('isogj', pasted)
        assert plan.labels()[0] == ntr('Paste %u cell', 'Paste %u cells', 5).replace('%u', '5')
        window.wait_shown('A-1', so, 'R', 'S')

        steps = plan.count_steps()
        for text, row, column, wrong in [('A\tR\nC\tQ\n', 2, 2, 'Q'), ('役割\tCISO\nA-1\tR\n', 1, 1, '役割'), ('', 0, 0, '')]:
            with Clipboard(text):
                window.keys('ctrl+v')
                refused = window.dialog('The Clipboard Cannot Be Pasted')
                window.find('label', fill_in(tr('Row %u, column %u holds “%s”, which is no letter of this plan. Nothing was pasted.'),
                                             row, column, wrong) if row else
                            tr('The clipboard holds no text. Copy cells with letters first.'), refused)
                window.keys('Escape', window=refused)
                window.wait_gone(tr('The Clipboard Cannot Be Pasted'))
                window.wait_cell('A-1', ciso)
        with Clipboard('A\t' * 15 + 'R\n'):
            window.keys('ctrl+v')
            refused = window.dialog('The Clipboard Cannot Be Pasted')
            window.wait_text('16', refused)
            window.press(tr('_Close'), refused)
            window.wait_gone(tr('The Clipboard Cannot Be Pasted'))
        assert (plan.letters('isogj'), plan.count_steps()) == (pasted, steps), 'nothing was lost'

        window.go_to_cell('A-1', ciso)
        window.keys('shift+Down', 'shift+Right', 'shift+Right', 'ctrl+c')
        assert Clipboard.read() == 'A\tC\tRS\nA\t\tR\n'
        window.keys('Down', 'Home', 'ctrl+v')
        copied = {**pasted, **{('A-3', team): letters for (code, team), letters in pasted.items() if code == 'A-1'},
                  **{('A-4', team): letters for (code, team), letters in pasted.items() if code == 'A-2'}}
        plan.wait_letters('isogj', copied)
        window.keys('ctrl+x')
        plan.wait_letters('isogj', pasted)
        assert Clipboard.read() == 'A\tC\tRS\nA\t\tR\n'
        window.go_to_cell('B-5', ciso)
        window.keys('ctrl+v')
        plan.wait_letters('isogj', {**pasted, **{({'A-1': 'B-5', 'A-2': 'C-1'}[code], team): letters for (code, team), letters in pasted.items()}})


# Steps


@test
def undoes_and_redoes_named_steps(folder):
    plan, window = open_new(folder)
    ciso, so = plan.team('CISO'), plan.team('SO')
    set_a = fill_in(tr('Set %s to %s'), name_cell(plan, 'isogj', 'A-1', ciso), 'A')
    with window:
        window.show_catalogue('isogj')
        window.wait_cell('A-1', ciso)
        window.keys('a')
        window.wait_step(undo=set_a)
        window.keys(*repeat(5, 'shift+Down'), 'ctrl+d')
        fill = ntr('Fill %u cell', 'Fill %u cells', 5).replace('%u', '5')
        window.wait_step(undo=fill)
        window.keys('Delete')
        clear = ntr('Clear %u cell', 'Clear %u cells', 6).replace('%u', '6')
        window.wait_step(undo=clear)
        plan.wait_letters('isogj', {})
        assert plan.labels()[:3] == [clear, fill, set_a]

        window.keys('ctrl+z')
        window.wait_step(undo=fill, redo=clear)
        plan.wait_letters('isogj', {(f'A-{i}', ciso): 'A' for i in range(1, 7)})
        window.find('label', fill_in(tr('Undone: %s'), clear))
        window.press_here(fill_in(tr('Undo: %s'), fill))
        window.wait_step(undo=set_a, redo=fill)
        plan.wait_letters('isogj', {('A-1', ciso): 'A'})
        window.keys('F10')
        window.choose(fill_in(tr('Undo: %s'), set_a))
        plan.wait_letters('isogj', {})
        window.wait_step(redo=set_a)
        window.keys('ctrl+shift+z', 'ctrl+shift+z')
        plan.wait_letters('isogj', {(f'A-{i}', ciso): 'A' for i in range(1, 7)})
        window.press_here(fill_in(tr('Redo: %s'), clear))
        plan.wait_letters('isogj', {})
        wait(lambda: window.shown('A-1', ciso).endswith(tr(' (from another catalogue)')), 'what CRIC has in its place')


# What is shown


def name_group(group):
    return f'{group["code"]} {group["name"]}'


def list_groups(plan, catalogue):
    """Their names, and for each those of its functions."""
    names = {record['id']: name_group(record) for record in plan.list('groups')}
    groups = {}
    for function in plan.list('functions', '--catalogue', catalogue):
        groups.setdefault(names[function['group_id']], []).append(name_group(function))
    return groups


@test
def folds_groups_and_turns_the_matrix(folder):
    plan, window = open_sample(folder, settings={'matrix-catalogue': "'isogj'"})
    groups = list_groups(plan, 'isogj')
    names = list(groups)
    unfolded = [names[0], *groups[names[0]], names[1], *groups[names[1]]]
    with window:
        window.wait_lines(unfolded)
        window.act(window.find('push button', names[0], window.table))
        window.wait_lines([names[0], names[1], *groups[names[1]]])
        window.keys('Down', 'Left')
        window.wait_lines(names[:3])
        window.keys('Right', 'Up', 'Return')
        window.wait_lines(unfolded)
        window.keys('ctrl+minus')
        wait(lambda: window.lines() == names, 'groups alone')
        window.choose_to_show('_Unfold All Groups')
        window.wait_lines(unfolded)

        ciso, csirt = plan.team('CISO'), plan.team('CST')
        before = plan.letters('isogj')
        window.go_to_cell('A-2', csirt)
        window.keys('ctrl+t')
        window.wait_cell('A-2', csirt)
        teams = [team['name'] for team in plan.list('teams')]
        wait(lambda: window.lines() == teams[:len(window.lines())] and len(window.lines()) > 10, lambda: f'teams, not {window.lines()}')
        window.keys('s')
        plan.wait_letters('isogj', {**before, ('A-2', csirt): 'RS'})
        # As the lines stand: teams below one another, roles beside one another.
        window.go_to_cell('A-1', ciso)
        window.keys('shift+Right', 'shift+Down', 'ctrl+c')
        cio = teams[1]
        assert Clipboard.read() == ''.join('\t'.join(before.get((code, team), '') for code in ('A-1', 'A-2')) + '\n' for team in (ciso, cio))
        window.choose_to_show('Teams as _Rows')
        window.wait_lines(unfolded)
        window.keys('ctrl+z')
        plan.wait_letters('isogj', before)


@test
def filters_and_sorts_functions(folder):
    plan, window = open_sample(folder, settings={'matrix-catalogue': "'isogj'"})
    groups = list_groups(plan, 'isogj')
    scores = [score for group in plan.list('maturity', '--catalogue', 'isogj')['groups'] for score in group['functions']]
    by_gap = [name_group(score) for score in sorted(scores, key=lambda score: -score['gap'])]
    wide = [name_group(score) for score in scores if score['gap'] > 1]
    with window:
        window.choose_to_show('_Widest Gap First')
        window.wait_lines(by_gap[:12])
        window.choose_to_show('Only Far Below the _Goal')
        window.wait_lines([name for name in by_gap if name in wide])
        wait(lambda: len(window.lines()) == len(wide), lambda: f'{len(wide)} lines, not {window.lines()}')
        window.wait_text(ntr('%u row', '%u rows', len(wide)).replace('%u', str(len(wide))))
        window.press_here(tr('Show All'))
        window.choose_to_show('_Widest Gap First')
        window.wait_lines(list(groups)[:1] + groups[list(groups)[0]])

        broken = plan.breaches('--catalogue', 'isogj')
        window.press_here(ntr('%u breach', '%u breaches', len(broken)).replace('%u', str(len(broken))))
        keys = {key for breach in broken if breach['rule'] != 'too-many-a' for key in breach['function_ids']}
        named = {name_group(function) for function in plan.list('functions', '--catalogue', 'isogj') if function['id'] in keys}
        shown = [line for group, functions in groups.items() if named & set(functions)
                 for line in (group, *(name for name in functions if name in named))]
        window.wait_lines(shown)
        wait(lambda: len(window.lines()) == len(shown), lambda: f'{len(shown)} lines, not {window.lines()}')
        window.press_here(tr('Show All'))
        wait(lambda: len(window.lines()) > len(shown), 'all lines, before a search that would be taken back with the filter')

        window.keys('ctrl+f')
        wanted = plan.function('isogj', 'C-5')
        window.write(window.find('entry', tr('Search the matrix'), window.view), wanted['name'])
        window.wait_lines([list(groups)[2], name_group(wanted)])
        window.keys('Return')
        window.wait_cell('C-5', plan.team('CISO'))
        window.keys('ctrl+f')
        window.write(window.find('entry', tr('Search the matrix'), window.view), 'そのような機能はない')
        window.find_shown('label', tr('Nothing Answers the Filter'), window.view)
        window.keys('Escape')
        window.wait_lines([list(groups)[0]])
        assert plan.count_steps() == 1, 'looking changes nothing'


@test
def takes_assignments_over_into_another_catalogue(folder):
    plan, window = open_new(folder)
    assert plan.letters('isogj') == {} and plan.letters('x1060') == {}
    with window:
        before = plan.content()
        catalogues = window.find('combo box', tr('Catalogue'), window.view)
        window.choose_option(catalogues, 1)
        groups = list_groups(plan, 'isogj')
        window.wait_lines([list(groups)[0], *groups[list(groups)[0]]])
        ciso = plan.team('CISO')
        wait(lambda: window.shown('A-1', ciso) == tr('Accountable') + tr(' (from another catalogue)'), 'what CRIC has in its place')
        told = window.find('label', re.compile('.*' + re.escape(ntr('%u assigned function of other catalogues leads nowhere here',
                                                                  '%u assigned functions of other catalogues lead nowhere here', 2)
                                                              ).replace('%u', r'\d+') + '.*'), window.view)
        missing = re.search(r'\d+', get_name(told))[0]
        window.press_here(tr('Take Over…'))
        dialog = window.dialog('Take Assignments Over')
        wait(lambda: window.find_all('label', re.compile(r'(?:.*\n)*• \d+(?:.*\n?)*'), dialog), 'how many assignments are made')
        summary = get_name(next(label for label in window.find_all('label', root=dialog) if '• ' in get_name(label)))
        unmapped = ntr('%u assigned function leads nowhere here', '%u assigned functions lead nowhere here', int(missing)).replace('%u', missing)
        window.find('label', unmapped, dialog)
        window.press(tr('_Take Over'), dialog)
        window.wait_gone(tr('Take Assignments Over'))
        made = wait(lambda: plan.letters('isogj'), 'assignments')
        assert str(len(made)) in re.findall(r'\d+', summary), (len(made), summary)
        assert plan.count_steps() == 2, plan.labels()
        window.wait_shown('A-1', ciso, 'A')
        assert made['A-1', ciso] == 'A' and {record['catalogue'] for record in plan.list('assignments')} == {'cric', 'isogj'}
        window.keys('ctrl+z')
        wait(lambda: plan.content() == before, 'the plan as it was')


# Plans that can only be read, and the other language


@test
def changes_nothing_in_a_plan_to_be_read(folder):
    plan = MatrixPlan.make(folder)
    holder = Holder(plan.path)
    try:
        with MatrixWindow(plan, settings={'matrix-catalogue': "'isogj'"}) as window:
            before = plan.content()
            ciso = plan.team('CISO')
            window.find_shown('label', tr('Read only'))
            window.go_to_cell('A-1', ciso)
            with Clipboard('S\tS\n'):
                window.keys('r', 'Delete', 'BackSpace', 'ctrl+x', 'ctrl+v', 'shift+Down', 'ctrl+d', 'ctrl+Return', 'ctrl+z', 'ctrl+shift+z')
            window.keys('Up')
            window.wait_cell('A-1', ciso)
            window.keys('Return')
            for name in window.find_all('check box', root=window.find('label', f'{plan.function("isogj", "A-1")["name"]} · {ciso}').get_parent()):
                assert not has_state(name, 'sensitive'), get_name(name)
            window.keys('Escape')
            window.wait_cell('A-1', ciso)
            window.keys('shift+Down', 'ctrl+c')
            assert Clipboard.read() == 'A\nA\n', 'what can be read can be copied'

            window.keys('Menu')
            window.choose(tr('Person, Days and _Note…'))
            dialog = window.dialog('Assignment')
            typed = [node for role in ('check box', 'combo box', 'text') for node in window.find_all(role, root=dialog)]
            for node in typed + [window.find('push button', tr(name), dialog) for name in ('_OK', '_Delete Assignment')]:
                assert not is_sensitive(node) or get_name(node) == tr('Assignment'), get_name(node)
            window.keys('Escape', window=dialog)
            window.wait_gone(tr('Assignment'))
            window.choose_to_show('Take Assignments O_ver…')
            dialog = window.dialog('Take Assignments Over')
            assert not has_state(window.find('push button', tr('_Take Over'), dialog), 'sensitive')
            window.keys('Escape', window=dialog)
            window.wait_gone(tr('Take Assignments Over'))
            assert plan.content() == before
    finally:
        if holder.process.poll() is None:
            holder.leave()


@test
def keeps_what_is_shown_in_the_other_language(folder):
    plan, window = open_sample(folder, settings={'matrix-catalogue': "'isogj'"})
    with window:
        names = list(list_groups(plan, 'isogj'))
        window.act(window.find('push button', names[0], window.table))
        window.wait_lines(names[:2])
        window.keys('ctrl+f')
        window.write(window.find('entry', tr('Search the matrix'), window.view), 'C')
        window.choose_to_show('_Widest Gap First')
        wait(lambda: not set(window.lines()) & set(names), 'no groups')
        window.press_here(tr('Show All'))
        window.choose_to_show('_Widest Gap First')
        window.wait_lines([names[0], names[1]])
        window.go_to_cell('B-4', plan.team('CST'))
        window.keys('shift+Right', 'ctrl+t')
        window.keys('ctrl+comma')
        window.choose_option(window.find('combo box', tr('Language'), window.window(tr('Preferences'))), 1 if OTHER == 'ja' else 2)
        with in_the_other_language():
            dialog = window.window(tr('Preferences'))
            window.find('combo box', tr('Theme'), dialog)
            window.keys('Escape', window=dialog)
            window.wait_gone(tr('Preferences'))
            window.find_table()
            teams = [team['name'] for team in plan.list('teams')]
            window.wait_lines(teams[:10])
            soc = plan.team('SOC')
            wait(lambda: window.shown('B-4', soc), 'the cell in the other language')
            window.keys('ctrl+c')
            before = plan.letters('isogj')
            assert Clipboard.read() == ''.join(before.get(('B-4', plan.team(code)), '') + '\n' for code in ('CST', 'SOC')), Clipboard.read()
            window.keys('ctrl+t')
            names = list(list_groups(plan, 'isogj'))
            window.wait_lines([names[0], names[1]])
            window.go_to_cell('B-4', soc)
            window.keys('i')
            plan.wait_letters('isogj', {**before, ('B-4', soc): ''.join(sorted(before.get(('B-4', soc), '') + 'I', key='RACIS'.index))})
            assert plan.labels()[0].startswith(fill_in(tr('Set %s to %s'), name_cell(plan, 'isogj', 'B-4', soc), '')[:5])


# Comparison


def set_baseline(window, name):
    window.choose_from_menu(tr('Bas_elines…'))
    baselines = window.dialog('Baselines')
    window.press(tr('_Set a Baseline…'), baselines)
    window.keys('ctrl+a', window=window.dialog('Set a Baseline'))
    window.type(name)
    window.keys('Return')
    window.wait_gone(tr('Set a Baseline'))
    window.keys('Escape', window=baselines)
    window.wait_gone(tr('Baselines'))


@test
def compares_with_a_baseline(folder):
    plan, window = open_sample(folder, settings={'last-view': "'matrix'", 'matrix-catalogue': "'isogj'"})
    with window:
        window.find_table()
        set_baseline(window, 'Before')
        team = plan.team('CIO')
        letters = plan.letters('isogj')
        code = next(f['code'] for f in plan.list('functions', '--catalogue', 'isogj') if (f['code'], team) not in letters)
        window.go_to_cell(code, team)
        window.keys('s')
        plan.wait_letters('isogj', {**letters, (code, team): 'S'})

        window.keys('ctrl+b')
        dialog = window.dialog('Compare the Matrix')
        window.click(window.find('check box', tr('The plan at a _baseline'), dialog))
        window.press(tr('Com_pare'), dialog)
        window.wait_gone(tr('Compare the Matrix'))
        window.press_here(tr('List…'))
        changes = window.dialog('Changes of the Matrix')
        name = plan.function('isogj', code)['name']
        wait(lambda: any(name in get_name(node) for node in walk(changes, True)), f'{name!r} in the list')
        window.keys('Escape', window=changes)
        window.wait_gone(tr('Changes of the Matrix'))
        window.press_here(tr('End Comparison'))
        wait(lambda: not [node for node in window.search('push button', tr('List…'), window.view)
                          if window.extents(node)[2] > 1], 'the comparison to end')


# To spreadsheets and back


def export(window, kind, path):
    """With the keyboard alone."""
    window.keys('ctrl+e', window=window.frame)
    dialog = window.dialog('Export')
    card = window.find('push button', kind, dialog)
    wait(lambda: any(has_state(node, 'focused') for node in list_children(card.get_parent())), 'the focus on a format')
    window.go_to(card)
    if not has_state(card, 'pressed'):
        window.keys('space')
    wait(lambda: has_state(card, 'pressed'), kind)
    window.keys('Return')
    chooser = window.window(tr('Export As'))
    wait(lambda: has_state(window.find('text', root=chooser), 'focused'), 'the name of the file')
    window.keys('ctrl+a')
    window.type(path)
    window.keys('Return')
    wait(lambda: len(window.windows()) == 1, 'the export to be done')


def choose_import(window, path):
    window.keys('ctrl+i', window=window.frame)
    chooser = window.window(tr('Import a Table'))
    window.keys('ctrl+l', window=chooser)
    entry = wait(lambda: next((node for node in window.search('text', None, chooser) if has_state(node, 'focused')), None),
                 'an entry for the name of the file')
    window.write(entry, path)
    window.keys('Return', window=chooser)
    return window.dialog('Import')


@test
def exports_with_keys_and_imports_what_was_edited(folder):
    plan, window = open_sample(folder, settings={'last-view': "'matrix'", 'matrix-catalogue': "'isogj'"})
    book, table = (os.path.join(folder, name) for name in ('matrix.xlsx', 'matrix.csv'))
    with window:
        window.find_table()
        letters, before = plan.letters('isogj'), plan.content()
        export(window, 'Excel', book)
        export(window, 'CSV', table)
        assert plan.content() == before, 'an export changes nothing'

        (code, team), held = next((cell, text) for cell, text in letters.items() if text == 'R')
        cells = {cell.value for row in openpyxl.load_workbook(book).worksheets[0].iter_rows() for cell in row}
        assert {team, code, 'R'} <= cells, cells
        with open(table, encoding='utf-8-sig', newline='') as file:
            rows = list(csv.DictReader(file))
        row = next(row for row in rows if (row[tr('Function No.')], row[tr('Team')]) == (code, team))
        assert row[tr('Letters')] == held, row

        row[tr('Letters')] = 'RC'
        with open(table, 'w', encoding='utf-8-sig', newline='') as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        dialog = choose_import(window, table)
        button = window.find('push button', ntr('_Import %u Change', '_Import %u Changes', 1).replace('%u', '1'), dialog)
        assert plan.content() == before, 'a dry run'
        window.act(button)
        window.wait_gone(tr('Import'))
        plan.wait_letters('isogj', {**letters, (code, team): 'RC'})
        assert plan.labels()[0] == fill_in(tr('Import of %s'), 'matrix.csv'), plan.labels()
        window.keys('ctrl+z')
        wait(lambda: plan.content() == before, 'the import to be undone')


# Cards


@test
def leads_from_a_card_to_the_board(folder):
    """With keys: the card of a team, an incident in it, the board, and back."""
    plan, window = open_sample(folder)
    with window:
        before = plan.content()
        csirt = plan.team('CST')
        code = next(code for code, team in plan.letters('cric') if team == csirt)
        window.go_to_cell(code, csirt)
        window.keys('Menu')
        window.choose(tr('Tea_m Card…'))
        card = window.window(csirt)
        incidents = window.find('list', tr('Incidents'), card)
        row = next(row for row in list_children(incidents) if get_role(row) == 'list item')
        name = get_name(row)
        window.go_to(row, limit=250)
        window.keys('Return')
        window.wait_gone(csirt)
        board = window.find('panel', 'KoyomiIncidentView')
        window.find('label', name.partition(': ')[0], board)
        window.keys('ctrl+3')
        window.find_table()
        window.wait_cell(code, csirt)
        window.keys('Menu')
        window.choose(tr('Tea_m Card…'))
        window.keys('Escape', window=window.window(csirt))
        window.wait_gone(csirt)
        window.wait_cell(code, csirt)
        assert plan.content() == before, 'looking at a card changes nothing'


if __name__ == '__main__':
    main()
