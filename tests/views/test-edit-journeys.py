#!/usr/bin/python3
"""Changes the sample company's plan in the inspector and in dialogs, and reads from the plan what came of it. Prints TAP."""

from koyomi_window import *

AUDIT = 'ISMS internal audit'
KPIS = 'Collect the KPIs'
MEETING = '委託先との月例会'


def open_sample(folder, **options):
    plan = Plan.make(folder)
    return plan, Window(plan.path, **options)


def select(window, run):
    window.look_for(run['name'])
    window.click(window.cell(run['name'], run['first_day']))


def choose_of_run(window, name):
    """From the menu of the selected run, by its key."""
    window.keys('Menu')
    window.choose(tr(name))


def choose_scope(window, dialog, scope):
    """What a change is for."""
    window.click(window.find('list item', tr(scope), dialog))
    wait(lambda: has_state(window.find('check box', tr(scope), dialog, into_rows=True), 'checked'), scope)


def named(plan, name):
    """Runs in the order of their days."""
    return sorted((run for run in plan.list('occurrences') if run['name'] == name), key=lambda run: run['first_day'])


def undo(window, plan, before):
    window.keys('ctrl+z', window=window.frame)
    wait(lambda: plan.content() == before, 'the plan as it was')


def one_more(plan, entries):
    """One undo step, and not two."""
    wait(lambda: plan.count_steps() == entries + 1, lambda: f'{entries + 1} entries, not {plan.count_steps()}: {plan.labels()[:3]}')
    return entries + 1


# New activities


@test
def adds_an_activity_with_the_button(folder):
    plan, window = open_sample(folder)
    with window:
        before = plan.content()
        window.press(tr('Activity'))
        dialog = window.dialog('New Activity')
        add = window.find('push button', tr('_Add'), dialog)
        assert not has_state(add, 'sensitive'), 'an activity has a title'
        window.write(window.find('text', tr('Title'), dialog), '緊急連絡網の見直し')
        wait(lambda: has_state(add, 'sensitive'), 'the button to add it')
        window.act(add)
        wait(lambda: len(named(plan, '緊急連絡網の見直し')) == 1, 'the new run')
        assert len(plan.labels()) == 2 and '緊急連絡網の見直し' in plan.labels()[0]
        window.cell('緊急連絡網の見直し')
        undo(window, plan, before)


@test
def adds_a_monthly_meeting_with_keys(folder):
    plan, window = open_sample(folder)
    audit = plan.find(AUDIT, status='planned')
    with window:
        before = plan.content()
        window.keys('ctrl+f')
        window.write(window.find('entry', tr('Search the calendar')), audit['function'])
        window.line(audit['function'])
        window.keys('Return')
        window.wait_focus(re.compile(r'.*\d{4}-\d\d-\d\d.*'))
        window.keys('Insert')
        dialog = window.dialog('New Activity')
        window.wait_focus(tr('Title'))
        window.write(window.find('text', tr('Title'), dialog), MEETING)
        window.keys('alt+k')
        window.choose_option(window.find('combo box', tr('Kind'), dialog), 1, with_keys=True)
        window.keys(*['Tab'] * 4)
        window.wait_focus(tr('Repeats'))
        window.choose_option(window.find('combo box', tr('Repeats'), dialog), 3, with_keys=True)
        window.keys('Down', 'Down')
        window.wait_focus(tr('Day', 'repetition'))
        window.choose_option(window.find('combo box', tr('Day', 'repetition'), dialog), 2, with_keys=True)
        window.keys('Tab', 'Tab')
        window.choose_option(window.find('combo box', tr('Which one'), dialog, into_rows=True), 1, with_keys=True)
        window.keys('Tab')
        window.choose_option(window.find('combo box', tr('Weekday'), dialog, into_rows=True), 1, with_keys=True)
        window.wait_text('2026-12-08', dialog)
        window.keys('alt+a')
        window.wait_gone(tr('New Activity'))
        days = [run['first_day'] for run in wait(lambda: named(plan, MEETING), 'the meetings')]
        assert days == ['2026-12-08', '2027-01-12', '2027-02-09', '2027-03-09'], days
        assert plan.labels()[1:] == plan.labels()[-1:], 'one entry'
        undo(window, plan, before)


@test
def draws_an_activity_on_an_empty_place(folder):
    plan, window = open_sample(folder)
    audit = plan.find(AUDIT, status='planned')
    with window:
        window.look_for(audit['name'])
        width = window.extents(window.cell(audit['name'], audit['first_day']))[2]
        window.set_zoom('Half')
        wait(lambda: window.extents(window.cell(audit['name'], audit['first_day']))[2] > width * 1.8, 'the half year')
        y = window.centre(window.cell(audit['name'], audit['first_day']))[1]
        window.drag((round(window.day_to_x('2026-10-06')), y), (round(window.day_to_x('2026-10-16')), y))
        dialog = window.dialog('New Activity')
        assert get_text(window.find('text', tr('First day'), dialog)) == '2026-10-06'
        assert get_text(window.find('spin button', tr('_Length in days'), dialog)) == '11'
        window.write(window.find('text', tr('Title'), dialog), '監査の準備')
        window.keys('Return', window=dialog)
        runs = wait(lambda: named(plan, '監査の準備'), 'the new run')
        assert [(run['first_day'], run['last_day'], run['function']) for run in runs] == [('2026-10-06', '2026-10-16', audit['function'])]


# The inspector


def set_text(window, name, text, ends='Return'):
    """As a person: into the field, over what was there, and on."""
    node = window.find('text', tr(name))
    window.click(node)
    wait(lambda: has_state(node, 'focused'), f'the focus on {name}')
    window.write(node, text)
    window.keys(ends)


@test
def edits_each_field_as_one_step(folder):
    plan, window = open_sample(folder, settings={'inspector-visible': 'true'})
    audit = plan.find(AUDIT, status='planned')
    with window:
        before = plan.content()
        select(window, audit)
        steps = plan.count_steps()

        def holds(**fields):
            run = wait(lambda: (lambda now: now if all(now[key] == fields[key] for key in fields) else None)(plan.run(audit['id'])),
                       lambda: f'{fields}, not { {key: plan.run(audit["id"])[key] for key in fields} }')
            return one_more(plan, steps) if run else 0

        set_text(window, 'Title', '内部監査（前倒し）')
        steps = holds(name='内部監査（前倒し）')
        set_text(window, 'Last day', '2027-01-20')
        steps = holds(last_day='2027-01-20')
        set_text(window, 'First day', '2026-12-16')
        steps = holds(first_day='2026-12-16')
        window.choose_option(window.find('combo box', tr('Status')), 1)
        steps = holds(status='doing')
        window.set_number(window.find('spin button', tr('Progress')), 40)
        steps = holds(progress=40)
        set_text(window, 'Owner', '監査 花子')
        steps = holds(owner='監査 花子')
        window.keys('Tab')
        result = window.find('text', tr('Result'))
        wait(lambda: has_state(result, 'focused'), 'the focus on the result')
        window.write(result, '指摘なし')
        window.keys('Tab')
        steps = holds(result='指摘なし')
        note = window.find('text', tr('Note'))
        wait(lambda: has_state(note, 'focused'), 'the focus on the note')
        window.write(note, '次回は10月')
        window.keys('Tab')
        steps = holds(note='次回は10月')

        window.keys(*['ctrl+z'] * 8, window=window.frame)
        wait(lambda: plan.content() == before, 'the plan as it was')


@test
def adds_and_links_evidence(folder):
    plan, window = open_sample(folder, settings={'inspector-visible': 'true'})
    audit = plan.find(AUDIT, status='planned')
    with window:
        select(window, audit)
        count = len(plan.list('evidence'))
        window.press(tr('Add Evidence…'))
        dialog = window.dialog('Add Evidence')
        window.write(window.find('text', tr('Title'), dialog), '監査報告書')
        window.write(window.find('text', tr('_File, address or place'), dialog), '総務部の書庫 3-2')
        window.press(tr('_Add'), dialog)
        window.wait_gone(tr('Add Evidence'))
        wait(lambda: len(plan.list('evidence')) == count + 1, 'one piece of evidence more')
        window.find('push button', fill_in(tr('Remove “%s”'), '監査報告書'))
        assert len(plan.labels()) == 2, plan.labels()
        window.press(fill_in(tr('Remove “%s”'), '監査報告書'))
        wait(lambda: plan.count_steps() == 3, 'the evidence to be taken away')


def find_linked(window, document):
    """The button that takes it away."""
    return window.find('push button', fill_in(tr('Remove “%s”'), document['title']))


def wait_unlinked(window, plan, document, before):
    wait(lambda: plan.list('proofs') == before, 'the evidence not to belong to the run')
    wait(lambda: not window.find_all('push button', fill_in(tr('Remove “%s”'), document['title'])), 'the evidence to go from the inspector')


def wait_linked(window, plan, before):
    wait(lambda: len(plan.list('proofs')) == len(before) + 1, 'the evidence to belong to the run')


@test
def links_evidence_with_the_pointer(folder):
    plan, window = open_sample(folder, settings={'inspector-visible': 'true'})
    audit = plan.find(AUDIT, status='planned')
    document = plan.list('evidence')[3]
    with window:
        select(window, audit)
        before, evidence = plan.list('proofs'), plan.list('evidence')
        window.click(window.bring_into_sight(window.find('push button', tr('Link Evidence…'))))
        documents = window.find('list', tr('Link Evidence…'))
        assert len(list_children(documents)) == len(evidence)
        row = next(row for row in list_children(documents) if document['title'] in [get_name(node) for node in walk(row, True)])
        window.pick(row, rest=window.find('label', tr('Evidence')))
        wait_linked(window, plan, before)
        find_linked(window, document)
        assert plan.count_steps() == 2, plan.labels()
        window.keys('ctrl+z')
        wait_unlinked(window, plan, document, before)
        window.keys('ctrl+shift+z')
        wait_linked(window, plan, before)

        window.click(find_linked(window, document))
        wait_unlinked(window, plan, document, before)
        assert plan.list('evidence') == evidence, 'the evidence itself stays'
        window.keys('ctrl+z')
        wait_linked(window, plan, before)
        find_linked(window, document)


@test
def links_evidence_with_keys(folder):
    """Without waiting for what a search finds."""
    plan, window = open_sample(folder, settings={'inspector-visible': 'true'})
    audit = plan.find(AUDIT, status='planned')
    document = plan.list('evidence')[3]
    with window:
        window.keys('ctrl+f')
        window.write(window.find('entry', tr('Search the calendar')), audit['name'])
        window.cell(audit['name'], audit['first_day'])
        window.keys('Return')
        window.wait_focus(re.compile(re.escape(audit['name']) + '.*' + audit['first_day'] + '.*'))
        window.keys('Return')
        window.wait_focus(tr('Title'))
        before, evidence = plan.list('proofs'), plan.list('evidence')
        window.keys(*['Tab'] * 12)
        window.go_to(window.find_clickable(tr('Link Evidence…')))
        window.keys('space')
        window.wait_focus(tr('Search'))
        window.type(document['place'], 'Return')
        wait_linked(window, plan, before)
        window.keys('shift+Tab', 'shift+Tab')
        window.wait_focus(fill_in(tr('Remove “%s”'), document['title']))
        window.keys('ctrl+z')
        wait_unlinked(window, plan, document, before)
        window.wait_focus(tr('Add Evidence…'))
        window.keys('ctrl+shift+z')
        wait_linked(window, plan, before)

        window.go_to(find_linked(window, document), key='shift+Tab')
        window.keys('space')
        wait_unlinked(window, plan, document, before)
        assert plan.list('evidence') == evidence, 'the evidence itself stays'
        window.wait_focus(tr('Add Evidence…'))
        window.keys('ctrl+z')
        wait_linked(window, plan, before)
        find_linked(window, document)


# Dialogs of a run


@test
def changes_the_rule_for_later_and_for_all_runs(folder):
    """Of a new activity: runs that somebody has worked on stay as they are."""
    plan, window = open_sample(folder)
    with window:
        window.press(tr('Activity'))
        dialog = window.dialog('New Activity')
        window.write(window.find('text', tr('Title'), dialog), MEETING)
        day = window.find('text', tr('First day'), dialog)
        window.click(day)
        window.write(day, '2026-12-01')
        window.keys('Tab')
        window.choose_option(window.find('combo box', tr('Repeats'), dialog), 3)
        window.wait_text('2027-03-01', dialog)
        window.act(window.find('push button', tr('_Add'), dialog))
        window.wait_gone(tr('New Activity'))
        runs = wait(lambda: named(plan, MEETING), 'the new runs')
        assert [run['first_day'] for run in runs] == ['2026-12-01', '2027-01-01', '2027-02-01', '2027-03-01'], runs
        before = plan.content()

        for scope, expected in (('This and later runs', ['2026-12-01', '2027-01-01', '2027-02-15', '2027-03-15']),
                                ('All runs', ['2026-12-15', '2027-01-15', '2027-02-15', '2027-03-15'])):
            select(window, runs[2])
            choose_of_run(window, 'Edit _Repetition…')
            dialog = window.dialog('Edit Repetition')
            window.wait_text(tr('Nothing is changed yet.'), dialog)
            choose_scope(window, dialog, scope)
            repeats = window.find('combo box', tr('Repeats'), dialog)
            window.open_options(repeats)
            window.leave_options(repeats, 'Escape')
            window.keys('Down', 'Down')
            window.wait_focus(tr('Day', 'repetition'))
            window.choose_option(window.find('combo box', tr('Day', 'repetition'), dialog), 1, with_keys=True)
            window.set_number(window.find('spin button', tr('Day of the month'), dialog, into_rows=True), 15)
            window.wait_text(expected[-1], dialog)
            window.act(window.find('push button', tr('_Apply'), dialog))
            window.wait_gone(tr('Edit Repetition'))
            wait(lambda: [run['first_day'] for run in named(plan, MEETING)] == expected,
                 lambda: f'{scope}: {expected}, not {[run["first_day"] for run in named(plan, MEETING)]}')
            undo(window, plan, before)


@test
def changes_the_days_of_one_run(folder):
    plan, window = open_sample(folder)
    kpis = plan.find(KPIS, status='planned')
    with window:
        before = plan.content()
        select(window, kpis)
        others = [run for run in named(plan, kpis['name']) if run['id'] != kpis['id']]
        choose_of_run(window, 'Edit _Repetition…')
        dialog = window.dialog('Edit Repetition')
        choose_scope(window, dialog, 'This run only')
        window.write(window.find('text', tr('First day'), dialog), '2026-12-10')
        window.act(window.find('push button', tr('_Apply'), dialog))
        window.wait_gone(tr('Edit Repetition'))
        wait(lambda: plan.days(kpis)[0] == '2026-12-10', 'the run on another day')
        assert [run for run in named(plan, kpis['name']) if run['id'] != kpis['id']] == others
        undo(window, plan, before)


@test
def skips_a_run_only_with_a_reason(folder):
    plan, window = open_sample(folder)
    audit = plan.find(AUDIT, status='planned')
    with window:
        before = plan.content()
        select(window, audit)
        choose_of_run(window, '_Skip…')
        dialog = window.dialog('Skip')
        window.wait_focus(tr('Reason'))
        skip = window.find('push button', tr('_Skip'), dialog)
        assert not has_state(skip, 'sensitive')
        window.write(window.find('text', tr('Reason'), dialog), '  ')
        assert not has_state(skip, 'sensitive')
        window.write(window.find('text', tr('Reason'), dialog), '審査機関の都合により中止')
        wait(lambda: has_state(skip, 'sensitive'), 'the button to skip it')
        window.act(skip)
        wait(lambda: plan.run(audit['id'])['status'] == 'skipped', 'the run to be skipped')
        assert '審査機関の都合により中止' in json.dumps(plan.run(audit['id']), ensure_ascii=False)
        undo(window, plan, before)


@test
def moves_a_run_by_two_weeks(folder):
    plan, window = open_sample(folder)
    audit = plan.find(AUDIT, status='planned')
    with window:
        before = plan.content()
        select(window, audit)
        choose_of_run(window, '_Move…')
        dialog = window.dialog('Move')
        window.wait_focus(tr('Move _by'))
        window.keys('ctrl+a')
        window.type('2')
        window.keys('Tab')
        window.choose_option(window.find('combo box', tr('Unit'), dialog), 1, with_keys=True)
        day = window.find('text', tr('_To the first day'), dialog)
        wait(lambda: get_text(day) == shift(audit['first_day'], 14), 'the day to be shown')
        window.press(tr('_Move'), dialog)
        plan.wait_days(audit, shift(audit['first_day'], 14), shift(audit['last_day'], 14))
        undo(window, plan, before)


@test
def assigns_a_team_to_several(folder):
    plan, window = open_sample(folder)
    kpis = plan.find(KPIS, status='planned')
    with window:
        before = plan.content()
        window.look_for(kpis['name'])
        runs = [run for run in named(plan, kpis['name']) if run['first_day'] >= '2027-01-01'][:2]
        window.click(window.cell(kpis['name'], runs[0]['first_day']))
        window.click(window.cell(kpis['name'], runs[1]['first_day']), holding='ctrl')
        choose_of_run(window, '_Assign a Team…')
        dialog = window.dialog('Assign a Team')
        window.choose_option(window.find('combo box', tr('Team'), dialog), 1)
        window.press(tr('_Assign'), dialog)
        window.wait_gone(tr('Assign a Team'))
        wait(lambda: all(plan.run(run['id'])['team'] != run['team'] for run in runs), 'another team')
        assert len({plan.run(run['id'])['team'] for run in runs}) == 1 and plan.count_steps() == 2
        undo(window, plan, before)


@test
def deletes_this_later_and_all_runs(folder):
    plan, window = open_sample(folder)
    kpis = plan.find(KPIS, status='planned')
    with window:
        before = plan.content()
        select(window, kpis)
        count = len(named(plan, kpis['name']))
        later = len([run for run in named(plan, kpis['name']) if run['first_day'] >= kpis['first_day']])
        for scope, left in ('This run only', count - 1), ('This and later runs', count - later), ('All runs', 0):
            window.keys('Delete')
            dialog = window.dialog('Delete')
            choose_scope(window, dialog, scope)
            window.act(window.find('push button', tr('_Delete'), dialog))
            window.wait_gone(tr('Delete'))
            wait(lambda: len(named(plan, kpis['name'])) == left, lambda: f'{left} runs, not {len(named(plan, kpis["name"]))}')
            undo(window, plan, before)
            window.click(window.cell(kpis['name'], kpis['first_day']))


@test
def records_a_month_of_a_routine(folder):
    plan, window = open_sample(folder, settings={'show-routines': 'true'})
    with window:
        before = plan.content()
        pattern = re.compile('.*' + re.escape(fill_in(tr('%s: not attested'), '')).strip() + '.*')
        def find_month():
            return next((node for line in list_children(window.rows()) for node in list_children(line)
                         if pattern.fullmatch(get_name(node))), None)
        window.click(wait(find_month, 'a month that is not recorded'))
        dialog = window.dialog('Record a Month')
        window.set_number(window.find('spin button', tr('Days on which it was _done'), dialog), 17)
        window.set_number(window.find('spin button', tr('_Of days on which it was due'), dialog), 19)
        window.act(window.find('push button', tr('_Record'), dialog))
        window.wait_gone(tr('Record a Month'))
        wait(lambda: plan.count_steps() == 2, 'the month to be recorded')
        undo(window, plan, before)


# Functions


@test
def edits_a_function_on_its_card(folder):
    plan, window = open_sample(folder)
    audit = plan.find(AUDIT, status='planned')
    with window:
        window.look_for(audit['name'])
        window.act(window.line(audit['function']))
        card = window.window(audit['function'])
        steps = plan.count_steps()
        tasks = window.bring_into_sight(window.find('text', tr('_Tasks'), card))
        window.click(tasks)
        window.write(tasks, '情報資産を洗い出す\n規程を見直す')
        window.keys('Tab', window=card)
        wait(lambda: '規程を見直す' in plan.ask('log', plan.path, '--json'), 'the new tasks')
        steps = one_more(plan, steps)

        adding = window.find('text', re.compile(re.escape(tr('Add a monthly duty')) + '.*'), card, into_rows=True)
        window.click(window.bring_into_sight(adding))
        window.write(adding, '委員会の議事録を配る')
        window.keys('Return', window=card)
        steps = one_more(plan, steps)
        assert '委員会の議事録を配る' in plan.labels()[0], plan.labels()[0]

        runs = window.find('list', tr('Runs of this year'), card)
        name = wait(lambda: [get_name(node) for node in walk(runs, True) if get_role(node) == 'label'], 'the runs')[1]
        window.click(window.bring_into_sight(list_children(runs)[0]), times=2)
        window.wait_gone(audit['function'])
        window.find('label', tr('The filter was cleared to show the run'))
        window.wait_focus(re.compile(re.escape(name) + '.*'))


@test
def adds_a_function(folder):
    """While menus and messages move as they do for most people."""
    plan, window = open_sample(folder, animations=True)
    with window:
        before = plan.content()
        window.choose_from_menu(tr('New _Function…'))
        dialog = window.dialog('New Function')
        create = window.find('push button', tr('C_reate'), dialog)
        assert not has_state(create, 'sensitive')
        window.write(window.find('text', tr('Name'), dialog), '工場の監視')
        window.write(window.find('text', tr('Name of the new group'), dialog), '工場')
        wait(lambda: has_state(create, 'sensitive'), 'the button to create it')
        window.act(create)
        wait(lambda: any(record['name'] == '工場の監視' for record in plan.list('functions')), 'the new function')
        assert plan.count_steps() == 2
        window.window('工場の監視')
        window.keys('Escape')
        window.wait_gone('工場の監視')
        window.look_for('工場の監視')
        window.line('工場の監視')
        undo(window, plan, before)


# What is in sight


@test
def filters_and_keeps_the_filter(folder):
    plan, window = open_sample(folder)
    with window:
        count = len(window.cells())
        window.keys('ctrl+shift+f')
        window.go_to(window.find('check box', root=window.find('panel', tr('Teams'))))
        window.keys('space')
        wait(lambda: len(window.cells()) < count, 'the runs of a team')
        chosen = [name for name, _ in window.cells()]
        window.write(window.find('text', tr('Name of the filter')), '自分の担当')
        window.press(tr('_Save'))
        window.find('push button', '自分の担当', window.find('panel', tr('Saved Filters')))
        window.press(tr('_Clear'))
        wait(lambda: len(window.cells()) >= count, 'all runs')
        window.press('自分の担当', window.find('panel', tr('Saved Filters')))
        wait(lambda: [name for name, _ in window.cells()] == chosen, 'the runs of the team again')
        window.press(tr('Overdue and this week'), window.find('panel', tr('Saved Filters')))
        wait(lambda: any(tr('Overdue', 'state of a run') in name for name, _ in window.cells()) and len(window.cells()) < 40,
             'what is late')
        window.keys('Escape')
        window.press(tr('Clear Filter'))
        wait(lambda: len(window.cells()) >= count, 'all runs')


@test
def groups_by_team(folder):
    plan, window = open_sample(folder)
    with window:
        window.keys('ctrl+shift+f')
        grouping = window.find('combo box', tr('_Group By'))
        window.choose_option(grouping, 1, with_keys=True)
        window.keys('Escape')
        teams = {record['name'] for record in plan.list('teams')}
        wait(lambda: get_name(list_children(window.rows())[0]) in teams, lambda: get_name(list_children(window.rows())[0]))


@test
def says_when_nothing_is_found(folder):
    _, window = open_sample(folder)
    with window:
        count = len(window.cells())
        window.keys('ctrl+f')
        window.write(window.find('entry', tr('Search the calendar')), 'そのような活動はない')
        nothing = window.find('panel', tr('Nothing Answers the Filter'))
        wait(lambda: window.extents(nothing)[2] > 1, 'to be told that nothing is found')
        window.press(tr('Clear Filter'), nothing)
        wait(lambda: len(window.cells()) >= count, 'all runs')


@test
def finds_what_is_late_moves_it_and_takes_it_back_with_keys(folder):
    plan, window = open_sample(folder)
    with window:
        before = plan.content()
        window.keys('ctrl+shift+f')
        window.go_to(window.find('push button', tr('Overdue and this week'), window.find('panel', tr('Saved Filters'))))
        window.keys('space')
        wait(lambda: window.cells() and len(window.cells()) < 40, 'what is late')
        window.keys('Escape')
        late = next(run for run in plan.list('occurrences', '--fiscal-year', '2026') if run['state'] == 'late')
        window.keys('ctrl+f')
        window.write(window.find('entry', tr('Search the calendar')), late['name'])
        window.cell(late['name'], late['first_day'])
        window.keys('Return')
        window.wait_focus(re.compile(re.escape(late['name']) + '.*'))
        for _ in range(12):
            if late['first_day'] in get_name(window.find_focus()):
                break
            window.keys('Left')
        window.wait_focus(re.compile(re.escape(late['name']) + '.*' + late['first_day'] + '.*'))
        window.keys('alt+Right')
        plan.wait_days(late, shift(late['first_day'], 7), shift(late['last_day'], 7))
        window.keys('space')
        wait(lambda: plan.run(late['id'])['status'] == 'done', 'the run to be done')
        window.keys('ctrl+z', 'ctrl+z')
        wait(lambda: plan.content() == before, 'the plan as it was')


if __name__ == '__main__':
    main()
