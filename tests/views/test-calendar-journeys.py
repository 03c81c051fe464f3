#!/usr/bin/python3
"""Uses the calendar of the sample company with the pointer and with keys, and reads from the plan what came of it. Prints TAP."""

from koyomi_window import *

AUDIT = 'ISMS internal audit'


def open_sample(folder, **options):
    plan = Plan.make(folder)
    return plan, Window(plan.path, **options)


@test
def opens_with_the_calendar(folder):
    _, window = open_sample(folder)
    with window:
        assert window.frame.get_name() == fill_in(tr('%s – Koyomi'), 'plan.koyomi')
        window.rows()
        assert len(window.cells()) > 50
        window.find('label', tr('All changes saved'))


@test
def legend_counts_and_filters(folder):
    plan, window = open_sample(folder)
    late = [run['name'] for run in plan.list('occurrences', '--fiscal-year', '2026') if run['state'] == 'late']
    button = f'{tr("Overdue", "state of a run")} {len(late)}'
    with window:
        window.press(button)
        wait(lambda: sorted(re.split('[,、]', name)[0] for name, _ in window.cells()) == sorted(late), 'the late runs and no others')
        window.press(button)
        wait(lambda: len(window.cells()) > 50, 'all runs again')


@test
def moves_a_run_with_the_pointer(folder):
    plan, window = open_sample(folder)
    audit = plan.find(AUDIT, status='planned')
    first, last = audit['first_day'], audit['last_day']
    with window:
        before = plan.content()
        window.look_for(audit['name'])
        window.click(window.cell(audit['name'], first))
        width = window.extents(window.cell(audit['name'], first))[2]
        window.set_zoom('Half')
        wait(lambda: window.extents(window.cell(audit['name'], first))[2] > width * 1.8, 'the half year')
        window.drag_run(window.cell(audit['name'], first), 14, clicked=True)
        plan.wait_days(audit, shift(first, 14), shift(last, 14))
        assert plan.labels()[0] == fill_in(tr('Move %s from %s to %s'), fill_in(tr('“%s”'), audit['name']), first, shift(first, 14))
        window.cell(audit['name'], shift(first, 14))

        window.keys('ctrl+z')
        plan.wait_days(audit, first, last)
        assert plan.content() == before


@test
def resizes_and_copies_with_the_pointer(folder):
    plan, window = open_sample(folder)
    audit = plan.find(AUDIT, status='planned')
    first, last = audit['first_day'], audit['last_day']
    with window:
        before = plan.content()
        window.look_for(audit['name'])
        window.click(window.cell(audit['name'], first))
        width = window.extents(window.cell(audit['name'], first))[2]
        window.set_zoom('Half')
        wait(lambda: window.extents(window.cell(audit['name'], first))[2] > width * 1.8, 'the half year')

        window.drag_run(window.cell(audit['name'], first), -7, part='last')
        plan.wait_days(audit, first, shift(last, -7))
        wait(lambda: shift(last, -7) in get_name(window.cell(audit['name'], first)), 'the shorter run')
        window.drag_run(window.cell(audit['name'], first), 3, part='first')
        plan.wait_days(audit, shift(first, 3), shift(last, -7))

        window.drag_run(window.cell(audit['name'], shift(first, 3)), -7, holding='ctrl')
        wait(lambda: len(plan.list('occurrences')) == len(before['occurrences']) + 1, 'a copy')
        plan.wait_days(audit, shift(first, 3), shift(last, -7))
        window.cell(audit['name'], shift(first, -4))

        window.keys('ctrl+z', 'ctrl+z', 'ctrl+z')
        wait(lambda: plan.content() == before, 'the plan as it was')


@test
def moves_a_run_with_keys(folder):
    plan, window = open_sample(folder)
    audit = plan.find(AUDIT, status='planned')
    first, last = audit['first_day'], audit['last_day']
    with window:
        before = plan.content()
        window.keys('ctrl+f')
        window.write(window.find('entry', tr('Search the calendar')), audit['name'])
        window.cell(audit['name'], first)
        window.keys('Return')
        window.wait_focus(re.compile(re.escape(audit['name']) + '.*' + first + '.*'))
        window.keys('alt+Right', 'alt+Right')
        plan.wait_days(audit, shift(first, 14), shift(last, 14))
        window.wait_focus(re.compile(re.escape(audit['name']) + '.*' + shift(first, 14) + '.*'))

        window.keys('alt+shift+Left')
        plan.wait_days(audit, shift(first, 14), shift(last, 7))
        window.keys('alt+shift+Right', 'alt+Left', 'alt+Left')
        plan.wait_days(audit, first, last)
        assert plan.content()['occurrences'] == before['occurrences']
        window.keys(*['ctrl+z'] * 6)
        wait(lambda: plan.content() == before, 'the plan as it was')


@test
def marks_three_runs_done(folder):
    plan, window = open_sample(folder)
    with window:
        before = plan.content()
        window.press(f'{tr("Overdue", "state of a run")} {sum(run["state"] == "late" for run in plan.list("occurrences"))}')
        late = [run for run in plan.list('occurrences', '--fiscal-year', '2026') if run['state'] == 'late'][:3]
        wait(lambda: len(window.cells()) < 20, 'the late runs only')
        window.click(window.cell(late[0]['name'], late[0]['first_day']))
        for run in late[1:]:
            window.click(window.cell(run['name'], run['first_day']), holding='ctrl')
        steps = plan.count_steps()
        window.keys('space')
        wait(lambda: all(plan.run(run['id'])['status'] == 'done' for run in late), 'three runs done')
        assert plan.count_steps() == steps + 1, plan.labels()
        window.keys('ctrl+z')
        wait(lambda: plan.content() == before, 'the plan as it was')


@test
def selects_all_and_deletes(folder):
    plan, window = open_sample(folder)
    audit = plan.find(AUDIT, status='planned')
    with window:
        before = plan.content()
        window.look_for(audit['name'])
        window.click(window.cell(audit['name'], audit['first_day']))
        count = len(window.cells())
        window.keys('Delete')
        # It asks whether the rule goes too.
        dialog = window.window(tr('Delete'))
        window.press(strip_mnemonic(tr('_Delete')), dialog)
        window.wait_gone(tr('Delete'))
        wait(lambda: plan.run(audit['id']) is None, 'the run to be deleted')
        wait(lambda: len(window.cells()) == count - 1, 'the run to be gone from the window')
        window.keys('ctrl+z')
        wait(lambda: plan.content() == before, 'the plan as it was')
        window.keys('ctrl+a', 'Delete')
        wait(lambda: len(plan.list('occurrences')) < len(before['occurrences']) - 1, 'all runs in sight to be deleted')
        window.keys('ctrl+z')
        wait(lambda: plan.content() == before, 'the plan as it was')


@test
def zooms_folds_and_turns_the_year(folder):
    _, window = open_sample(folder)
    with window:
        window.click(window.cells()[0][1])
        for number, name in enumerate(['Year', 'Half', 'Quarter', 'Month', 'Week'], 1):
            window.keys(str(number))
            wait(lambda: has_state(window.find('push button', tr(name), window.find('panel', tr('Zoom'))), 'pressed') or
                 has_state(window.find('push button', tr(name), window.find('panel', tr('Zoom'))), 'checked'), f'zoom {name}')
        window.keys('ctrl+0')
        groups = [get_name(line) for line in list_children(window.rows()) if len(list_children(line)) == 1]
        count = len(list_children(window.rows()))
        window.act(window.line(groups[0]))
        wait(lambda: [get_name(line) for line in list_children(window.rows())][:2] == groups[:2], 'the first group folded')
        window.act(window.line(groups[0]))
        wait(lambda: len(list_children(window.rows())) == count, 'the first group unfolded')
        window.keys('ctrl+Next')
        wait(lambda: any('2027-' in name for name, _ in window.cells()) or not window.cells(), 'the next year')
        window.keys('ctrl+Prior')
        wait(lambda: len(window.cells()) > 50, 'this year')


@test
def opens_the_menu_of_a_run(folder):
    plan, window = open_sample(folder)
    audit = plan.find(AUDIT, status='planned')
    with window:
        window.look_for(audit['name'])
        window.click(window.cell(audit['name'], audit['first_day']), button=3)
        window.choose(tr('_Begin'))
        wait(lambda: plan.run(audit['id'])['status'] == 'doing', 'the run to begin')
        window.keys('Menu')
        window.choose(tr('Mark _Done'))
        wait(lambda: plan.run(audit['id'])['status'] == 'done', 'the run to be done')


if __name__ == '__main__':
    main()
