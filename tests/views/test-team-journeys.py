#!/usr/bin/python3
"""Keeps the teams, what breaks the rules of the matrix, and maturity, and reads from the plan what came of it. Prints TAP."""

from koyomi_matrix import *

# The day after those that are chosen in dialogs that propose today.
TOMORROW = shift(TODAY, 1)


def open_teams(window):
    window.choose_from_menu(tr('_Teams…'))
    dialog = window.window(tr('Teams', 'window'))
    wait(lambda: window.extents(dialog)[2] > 1, 'the window of the teams to be laid out')
    return dialog


def list_teams(window, dialog):
    return window.find('list', tr('Teams', 'window'), dialog)


def choose_team(window, dialog, name):
    """In the list, with the pointer."""
    row = wait(lambda: next((row for row in list_children(list_teams(window, dialog))
                             if name in [get_name(label) for label in walk(row, True)]), None), f'{name!r} in the list')
    window.click(window.bring_into_sight(row))
    wait(lambda: get_text(window.find('text', tr('_Name'), dialog)) == name, f'{name!r} to be shown')


def wait_focused(node):
    wait(lambda: has_state(node, 'focused'), lambda: f'the focus on {get_name(node)!r}')


def set_text(window, dialog, name, text):
    """As a person: into the field, over what was there, and on."""
    node = window.find('text', tr(name), dialog)
    window.click(window.bring_into_sight(node))
    wait_focused(node)
    window.write(node, text)
    window.keys('Return', window=dialog)


def set_text_here(window, dialog, name, text):
    """Only into the field: Enter would do what the dialog is for."""
    window.write(window.find('text', tr(name), dialog), text)


def close(window, title):
    window.keys('Escape', window=window.window(title))
    window.wait_gone(title)


def undo(window, plan, before, dialog, steps):
    window.keys(*['ctrl+z'] * steps, window=dialog)
    wait(lambda: plan.content() == before, 'the plan as it was')


# Teams


@test
def adds_a_team_with_people_and_a_contract(folder):
    plan = MatrixPlan.make(folder, template='cric')
    with MatrixWindow(plan) as window:
        before = plan.content()
        dialog = open_teams(window)
        window.act(window.find('push button', tr('Add Team'), dialog))
        name = window.find('text', tr('_Name'), dialog)
        wait(lambda: has_state(name, 'focused') and get_text(name) == tr('New team'), 'the name of the new team')
        window.type('Reiji Watch', 'Return')
        window.choose_option(window.find('combo box', tr('Kind'), dialog), 2)
        set_text(window, dialog, '_Person-days a month', '40')
        set_text(window, dialog, 'Active _from', '2026-12-01')

        window.act(window.find('push button', tr('Add Person'), dialog))
        person = window.dialog('New person')
        wait_focused(window.find('text', tr('_Full name'), person))
        window.type('Rei Reiji', 'Return')
        set_text(window, window.window('Rei Reiji'), '_Role', 'Team lead')
        close(window, 'Rei Reiji')

        window.act(window.find('push button', tr('Add Contract'), dialog))
        contract = window.dialog('New contract')
        wait_focused(window.find('text', tr('T_itle'), contract))
        window.type('SOC 2027', 'Return')
        contract = window.window('SOC 2027')
        set_text(window, contract, '_First day', '2026-12-01')
        set_text(window, contract, '_Last day', '2026-11-30')
        window.find('label', tr('The last day comes before the first.'), contract)
        set_text(window, contract, '_Last day', '2027-11-30')
        close(window, 'SOC 2027')

        team = wait(lambda: next((team for team in plan.list('teams') if team['contract_until'] == '2027-11-30'), None), 'the contract')
        assert (team['name'], team['kind'], team['capacity'], team['active_from']) == ('Reiji Watch', 'outsourced', 40, '2026-12-01'), team
        person, = plan.list('persons')
        assert (person['name'], person['role'], person['team']) == ('Rei Reiji', 'Team lead', 'Reiji Watch'), person
        contract, = plan.list('contracts')
        assert (contract['title'], contract['first_day'], contract['team']) == ('SOC 2027', '2026-12-01', 'Reiji Watch'), contract
        row = list_children(list_teams(window, dialog))[-1]
        window.wait_text(fill_in(tr('from %s'), '2026-12-01'), row, into_rows=True)
        undo(window, plan, before, dialog, plan.count_steps() - 1)
        close(window, tr('Teams', 'window'))


def list_lost(plan, team, day):
    """What nobody else has of the letters A and R of the team: functions' codes, by catalogue."""
    lost = []
    for catalogue in 'cric', 'isogj':
        cells = plan.letters(catalogue, day)
        others = {code: ''.join(letters for (other, whose), letters in cells.items() if other == code and whose != team) for code, _ in cells}
        lost += [(catalogue, code) for (code, whose), letters in cells.items()
                 if whose == team and set(letters) & set('AR') - set(others[code])]
    return lost


def name_lost(plan, lost):
    return sorted(f'{code} {plan.function(catalogue, code)["name"]}' for catalogue, code in lost)


@test
def retires_a_team_and_hands_over(folder):
    plan = MatrixPlan.make(folder)
    csirt, office = plan.team('CST'), plan.team('SO')
    lost = list_lost(plan, csirt, TOMORROW)
    with MatrixWindow(plan) as window:
        before = plan.content()
        dialog = open_teams(window)
        choose_team(window, dialog, csirt)
        window.press(tr('_Retire…'), dialog)
        title = fill_in(tr('Retire “%s”'), csirt)
        retire = window.window(title)
        heading = ntr('%u function would be left without A or R', '%u functions would be left without A or R', len(lost))
        window.find('label', heading.replace('%u', str(len(lost))), retire)
        rows = [get_name(label) for row in list_children(window.find('list', tr('Functions that would lack somebody'), retire))
                for label in walk(row, True) if get_role(label) == 'label']
        assert all(any(row.startswith(name) for row in rows) for name in name_lost(plan, lost)), (rows, lost)

        teams = [team['name'] for team in plan.list('teams') if team['name'] != csirt and not team['active_to']]
        window.choose_option(window.find('combo box', tr('Team that takes over'), retire), teams.index(office) + 1)
        window.press(tr('_Retire'), retire)
        window.wait_gone(title)
        wait(lambda: next(team for team in plan.list('teams') if team['name'] == csirt)['active_to'] == TODAY, 'the last day of the team')
        assert plan.count_steps() == 2, plan.labels()
        for catalogue in 'cric', 'isogj':
            old, new = plan.letters(catalogue), plan.letters(catalogue, TOMORROW)
            mine = {code: letters for (code, team), letters in old.items() if team == csirt}
            assert mine and all(set(letters) <= set(new[code, office]) for code, letters in mine.items()), catalogue
            assert not [code for code, team in new if team == csirt], catalogue
        assert 'inactive-team' in plan.rules() and len([breach for breach in plan.breaches('--day', TOMORROW)
                                                        if breach['rule'] == 'inactive-team']) == 1, 'the one that was there before'
        window.wait_text(fill_in(tr('until %s'), TODAY), list_teams(window, dialog), into_rows=True)
        undo(window, plan, before, dialog, 1)

        window.press(tr('_Retire…'), dialog)
        retire = window.window(title)
        set_text(window, retire, '_Last day of the team', '2026-12-31')
        window.click(window.find('check box', tr('_End its assignments on this day'), retire))
        wait(lambda: not is_sensitive(window.find('combo box', tr('Team that takes over'), retire)), 'nobody to take over')
        window.press(tr('_Retire'), retire)
        window.wait_gone(title)
        wait(lambda: not [team for _, team in plan.letters('isogj', '2027-01-01') if team == csirt], 'the assignments to end')
        lacking = {breach['function_code'] for breach in plan.breaches('--catalogue', 'isogj', '--day', '2027-01-01')
                   if breach['rule'] in ('no-a', 'no-r')}
        assert {code for catalogue, code in lost if catalogue == 'isogj'} <= lacking, lacking
        undo(window, plan, before, dialog, 1)

        window.act(window.find('push button', tr('Remove Team'), dialog))
        refused = window.window(fill_in(tr('“%s” is still needed'), csirt))
        window.keys('Return', window=refused)
        window.wait_gone(fill_in(tr('“%s” is still needed'), csirt))
        assert plan.content() == before


# Rules


ALL_RULES = sorted(['no-a', 'two-a', 'no-r', 'outsourced-a', 'single-person', 'no-contract', 'contract-ending', 'inactive-team', 'too-many-a',
                    'self-audit', 'plan-owner'])


def break_rules_of_letters(window, plan):
    team = {record['code']: record['name'] for record in plan.list('teams')}
    window.go_to_cell('1', team['CISO'])
    window.keys('Delete', 'Down', 'Right', 'a')
    window.wait_cell('2', team['CIO'])
    window.keys('Down', 'Home', 'shift+Right', 'shift+Right', 'Delete')
    window.wait_cell('3', team['SO'])
    window.keys('Down', 'Right', 'a')
    window.wait_cell('4', team['SYS'])
    window.keys('Down', 'End', 'Left', 'Left', 'r')
    window.wait_cell('5', team['AUD'])
    wait(lambda: plan.letters('cric').get(('5', team['AUD'])) == 'R', 'the last letter')
    assert plan.rules() == ['no-a', 'no-r', 'plan-owner', 'self-audit', 'too-many-a', 'two-a'], plan.rules()


def break_rules_of_teams(window, plan, dialog):
    team = {record['code']: record['name'] for record in plan.list('teams')}
    choose_team(window, dialog, team['CIO'])
    window.choose_option(window.find('combo box', tr('Kind'), dialog), 2)
    wait(lambda: {'outsourced-a', 'no-contract'} <= set(plan.rules()), plan.rules)

    choose_team(window, dialog, team['SOC'])
    window.choose_option(window.find('combo box', tr('Kind'), dialog), 2)
    window.act(window.find('push button', tr('Add Contract'), dialog))
    window.dialog('New contract')
    window.type('SOC 2026', 'Return')
    set_text(window, window.window('SOC 2026'), '_Last day', '2026-12-31')
    close(window, 'SOC 2026')
    window.wait_text(ntr('Ends in %u day', 'Ends in %u days', 39).replace('%u', '39'), dialog, into_rows=True)

    choose_team(window, dialog, team['ISM'])
    window.act(window.find('push button', tr('Add Person'), dialog))
    window.dialog('New person')
    window.type('Mihon', 'Return')
    window.window('Mihon')
    close(window, 'Mihon')
    choose_team(window, dialog, team['HLP'])
    set_text(window, dialog, 'Active _to', '2026-10-31')
    wait(lambda: plan.rules() == ALL_RULES, plan.rules)


def list_shown(window, dialog, name):
    """The sentences of a list of breaches."""
    breaches = window.find('list', tr(name), dialog)
    return sorted(get_name(next((label for label in walk(row, True) if get_role(label) == 'label'), row)) for row in list_children(breaches)
                  if get_role(row) == 'list item' and window.extents(row)[2] > 1)


def list_sentences(plan, *rules):
    return sorted(strip_mnemonic(breach['sentence']) for breach in plan.breaches() if not rules or breach['rule'] in rules)


def wait_breaches(window, plan, dialog, *rules):
    wait(lambda: list_shown(window, dialog, 'Breaches') == list_sentences(plan, *rules),
         lambda: f'{list_sentences(plan, *rules)}, not {list_shown(window, dialog, "Breaches")}')


def press_of_breach(window, dialog, what, breach):
    node = window.find('push button', f'{tr(what)}: {strip_mnemonic(breach["sentence"])}', dialog, into_rows=True)
    window.act(node)


@test
def finds_each_breach_and_none_when_mended(folder):
    plan = MatrixPlan.make(folder, template='cric')
    assert plan.breaches() == [], 'the template breaks no rule'
    with MatrixWindow(plan) as window:
        before = plan.content()
        break_rules_of_letters(window, plan)
        teams = open_teams(window)
        break_rules_of_teams(window, plan, teams)
        close(window, tr('Teams', 'window'))
        found = plan.breaches()
        window.find('push button', ntr('%u breach', '%u breaches', len(found)).replace('%u', str(len(found))), window.view)

        window.choose_from_menu(tr('R_ule Check…'))
        dialog = window.dialog('Rule Check')
        window.find('label', ntr('%u breach', '%u breaches', len(found)).replace('%u', str(len(found))), dialog)
        wait_breaches(window, plan, dialog)
        rule = window.find('combo box', tr('Rule'), dialog)
        window.choose_option(rule, 2)
        wait_breaches(window, plan, dialog, 'two-a')
        window.choose_option(rule, 0, with_keys=True)
        window.write(window.find('entry', tr('Search breaches'), dialog), 'SOC 2026')
        wait_breaches(window, plan, dialog, 'contract-ending')
        window.keys(*['ctrl+z'] * (plan.count_steps() - 1), window=dialog)
        window.find_shown('label', tr('No rule is broken'), dialog)
        close(window, tr('Rule Check'))
        assert (plan.content(), plan.breaches()) == (before, [])
        wait(lambda: not any(window.extents(badge)[2] > 1 for badge in window.search(
            'push button', re.compile(r'.*\d.*' + re.escape(ntr('%u breach', '%u breaches', 2).replace('%u', '').strip()) + '.*'), window.view)),
            'no badge of breaches')


@test
def accepts_a_breach_for_a_while(folder):
    plan = MatrixPlan.make(folder)
    with MatrixWindow(plan) as window:
        before = plan.content()
        found = plan.breaches()
        breach = next(breach for breach in found if breach['rule'] == 'no-a')
        window.choose_from_menu(tr('R_ule Check…'))
        dialog = window.dialog('Rule Check')
        press_of_breach(window, dialog, 'Accept the breach until a day, with a reason', breach)
        accept = window.dialog('Accept a Breach')
        window.press(tr('_Accept'), accept)
        window.find('label', tr('Say why this is accepted.'), accept)
        window.write(window.find('text', tr('Rea_son'), accept), '後任が決まるまで')
        set_text_here(window, accept, 'Accepted _until', '2026-11-21')
        window.press(tr('_Accept'), accept)
        window.find('label', tr('Choose today or a later day.'), accept)
        set_text_here(window, accept, 'Accepted _until', '2027-01-31')
        window.write(window.find('text', tr('_Decided by'), accept), 'CISO')
        window.press(tr('_Accept'), accept)
        window.wait_gone(tr('Accept a Breach'))
        waiver = wait(lambda: next((waiver for waiver in plan.list('waivers') if waiver['until_day'] == '2027-01-31'), None), 'the acceptance')
        assert (waiver['rule'], waiver['reason'], waiver['decided_by']) == ('no-a', '後任が決まるまで', 'CISO'), waiver
        assert plan.count_steps() == 2 and len(plan.breaches()) == len(found) - 1
        again = {breach['sentence'] for breach in plan.breaches('--day', '2027-02-01')}
        assert breach['sentence'] in again, 'it is a breach again when the day is over'
        wait_breaches(window, plan, dialog)

        # A toast lies over it.
        window.act(window.find('push button', fill_in(tr('Accepted (%u)'), 2), dialog), 'activate')
        window.wait_text('後任が決まるまで', dialog, into_rows=True)
        press_of_breach(window, dialog, 'Accept the breach no longer', breach)
        wait(lambda: plan.breaches() == found, 'the breach again')
        wait_breaches(window, plan, dialog)
        undo(window, plan, before, dialog, plan.count_steps() - 1)
        close(window, tr('Rule Check'))


# Maturity


def wait_assessment(plan, catalogue, code, **fields):
    """The newest one of that function, in-house."""
    def read():
        table = plan.list('maturity', '--catalogue', catalogue)
        function = next(function for group in table['groups'] for function in group['functions'] if function['code'] == code)
        newest = {**function, **(function['assessments'][0] if function['assessments'] else {})}
        return {key: newest.get(key) for key in fields}
    wait(lambda: read() == fields, lambda: f'{fields}, not {read()}')


def choose_level(window, dialog, caption, place, **options):
    window.choose_option(window.find('combo box', f'{tr("In-house")}: {tr(caption)}', dialog), place, **options)


@test
def assesses_a_function_and_closes_its_gap(folder):
    plan = MatrixPlan.make(folder, template='cric')
    with MatrixWindow(plan) as window:
        before = plan.content()
        window.choose_from_menu(tr('_Maturity and Load…'))
        dialog = window.dialog('Maturity and Load')
        backup = plan.function('cric', '7')
        name = f'7 {backup["name"]}'
        window.write(window.find('entry', tr('Search functions'), dialog), backup['name'])
        functions = window.find('list', tr('Maturity of functions'), dialog)
        row = wait(lambda: next((row for row in list_children(functions) if get_role(row) == 'list item' and window.extents(row)[2] > 1
                                 and name in [get_name(label) for label in walk(row, True)]), None), 'the function in the list')
        window.click(row)
        form = window.find('panel', tr('In-house'), dialog)
        # From the top: 5, 4, 3, 2, 1, not done, unknown.
        choose_level(window, dialog, 'As it is', 3)
        wait_assessment(plan, 'cric', '7', as_is=2, assessed_day=TODAY, gap=0)
        window.keys('Tab', window=dialog)
        choose_level(window, dialog, 'Goal', 1, with_keys=True)
        wait_assessment(plan, 'cric', '7', as_is=2, to_be=4, gap=2)
        set_text(window, form, 'Goal until', '2027-03-31')
        wait_assessment(plan, 'cric', '7', target_day='2027-03-31', mode='insource')
        set_text(window, form, 'Assessor', 'Mihon')
        wait_assessment(plan, 'cric', '7', assessor='Mihon')
        assert plan.count_steps() == 5, plan.labels()
        table = plan.list('maturity', '--catalogue', 'cric')
        window.wait_text(fill_in(tr('Mean %s'), f'{table["as_is"]:.1f} → {table["to_be"]:.1f}'), dialog)

        window.keys('alt+3', window=dialog)
        table = window.find('tree table', tr('Gaps of maturity'), dialog)
        wait(lambda: {name, '2 → 4', '2027-03-31'} <= {get_name(label) for label in window.search('label', root=table, into_rows=True)},
             'the gap in the list')
        show = window.find('push button', tr('_Show in Calendar'), dialog)
        assert not has_state(show, 'sensitive')
        window.press(tr('_Make Activity…'), dialog)
        make = window.dialog('Make Activity')
        set_text_here(window, make, '_First day', '2027-02-01')
        set_text_here(window, make, '_Last day', '2027-01-29')
        window.press(tr('_Make'), make)
        window.find('label', tr('The last day must not be before the first.'), make)
        set_text_here(window, make, '_Last day', '2027-02-26')
        window.press(tr('_Make'), make)
        window.wait_gone(tr('Make Activity'))
        run = wait(lambda: next((run for run in plan.list('occurrences') if run['first_day'] == '2027-02-01' and
                                 run['last_day'] == '2027-02-26'), None), 'the run')
        activity = next(activity for activity in plan.list('activities') if activity['id'] == run['activity_id'])
        assert activity['maturity_id'] and activity['function'] == backup['name'], activity
        wait(lambda: has_state(show, 'sensitive') and not has_state(window.find('push button', tr('_Make Activity…'), dialog), 'sensitive'),
             'the gap to be worked on')
        window.act(show)
        window.wait_gone(tr('Maturity and Load'))
        Window.cell(window, run['name'], '2027-02-01')
        window.keys('space')
        wait(lambda: plan.run(run['id'])['status'] == 'done', 'the run to be done')
        window.keys(*['ctrl+z'] * (plan.count_steps() - 1))
        wait(lambda: plan.content() == before, 'the plan as it was')


# Plans that can only be read


def list_changeable(window, dialog):
    """What could be typed or chosen."""
    typed = [node for node in window.find_all('text', root=dialog, into_rows=True) if is_sensitive(node) and has_state(node, 'editable')]
    chosen = [node for role in ('check box', 'combo box') for node in window.find_all(role, root=dialog, into_rows=True) if is_sensitive(node)]
    return sorted(get_name(node) for node in typed + chosen)


@test
def changes_no_team_in_a_plan_to_be_read(folder):
    plan = MatrixPlan.make(folder)
    holder = Holder(plan.path)
    try:
        with MatrixWindow(plan) as window:
            before = plan.content()
            teams = open_teams(window)
            choose_team(window, teams, plan.team('SOC'))
            assert list_changeable(window, teams) == [], list_changeable(window, teams)
            for name in '_Retire…', 'Remove Team', 'Move Up', 'Move Down':
                assert not has_state(window.find('push button', tr(name), teams), 'sensitive'), name
            window.keys('alt+Down', 'ctrl+z', window=teams)
            close(window, tr('Teams', 'window'))

            window.choose_from_menu(tr('R_ule Check…'))
            rules = window.dialog('Rule Check')
            wait_breaches(window, plan, rules)
            for breach in plan.breaches():
                button = window.find('push button', f'{tr("Accept the breach until a day, with a reason")}: {strip_mnemonic(breach["sentence"])}',
                                     rules, into_rows=True)
                assert not has_state(button, 'sensitive'), breach['sentence']
            close(window, tr('Rule Check'))
            assert plan.content() == before
    finally:
        if holder.process.poll() is None:
            holder.leave()


if __name__ == '__main__':
    main()
