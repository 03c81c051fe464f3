#!/usr/bin/python3
"""Starts, opens, keeps and leaves plans as a person does, and says what the program says about itself. Prints TAP."""

import sqlite3

from koyomi_window import *

AUDIT = 'ISMS internal audit'
ORGANISATION = 'みどり商事（例）'


def title_of(name):
    return fill_in(tr('%s – Koyomi'), name)


def read_bytes(path):
    with open(path, 'rb') as file:
        return file.read()


@test
def begins_with_the_start_page(_):
    with Window() as window:
        assert window.frame.get_name() == tr('Koyomi')
        for name in '_New from Template…', '_Open…', '_Try the Sample Company':
            window.find('push button', tr(name))
        window.wait_focus(tr('_New from Template…'))
        window.open_menu(tr('Main Menu'))
        names = [tr('_Preferences'), tr('_Keyboard Shortcuts'), tr('_About Koyomi')]
        wait(lambda: [get_name(node) for node in window.search('menu item')] == names, 'the main menu')


@test
def makes_a_plan_from_the_template_with_keys(folder):
    path = os.path.join(folder, 'midori.koyomi')
    with Window() as window:
        window.keys('ctrl+n')
        dialog = window.window(tr('New Plan'))
        window.write(window.find('text', tr('Organisation'), dialog), ORGANISATION)
        window.keys('Return', window=dialog)
        chooser = window.window(tr('Where to Keep the Plan'))
        proposal = window.find('text', root=chooser)
        wait(lambda: get_text(proposal).startswith(ORGANISATION) and get_text(proposal).endswith('.koyomi'), 'a name to be proposed')
        window.choose_file(tr('Where to Keep the Plan'), path)
        window.window(title_of('midori.koyomi'))
        wait(lambda: len(window.cells()) > 20, 'the runs of the first year')
        assert window.windows()[0].get_name() == title_of('midori.koyomi'), 'the start page has become the plan'
    plan = Plan(path)
    assert ORGANISATION in plan.ask('info', path)
    assert len(plan.list('functions', '--catalogue', 'cric')) == 31


@test
def tries_the_sample_company(_):
    with Window() as window:
        window.press(tr('_Try the Sample Company'))
        window.wait_text(tr('Sample company: everything here is made up. Try whatever you like.'))
        wait(lambda: len(window.cells()) > 50, 'the runs of the sample')
        audit = next(get_name(node) for name, node in window.cells() if tr('Planned', 'state of a run') in name)
        assert has_state(window.find('push button', tr('Year'), window.find('panel', tr('Zoom'))), 'pressed'), audit


@test
def refuses_files_and_says_what_to_do(folder):
    text = os.path.join(folder, 'notes.koyomi')
    with open(text, 'w', encoding='utf-8') as file:
        file.write('Not a plan at all.\n' * 400)
    cut = Plan.make(folder, name='cut.koyomi').path
    os.truncate(cut, os.path.getsize(cut) // 3)
    new = Plan.make(folder, name='new.koyomi').path
    with sqlite3.connect(new) as database:
        database.execute('PRAGMA user_version = 9999')
    database.close()

    no_copy = tr('Koyomi has kept no copy of it on this computer.')
    for path, advice in [
            (text, tr('This file is not a Koyomi plan and was left as it is. Choose a file that ends in .koyomi.')),
            (cut, tr('The file is damaged and was left as it is. Restore the latest backup.') + ' ' + no_copy),
            (new, tr('This plan comes from a later version of Koyomi and was left as it is. Update Koyomi to open it.'))]:
        before = read_bytes(path)
        with Window(path) as window:
            dialog = window.window(tr('The plan was not opened'))
            window.find('label', advice, dialog)
            # The folder's name may hold an underscore, which the driver takes for a mnemonic.
            window.find('label', re.compile('.*' + re.escape(os.path.basename(path))), dialog)
            window.wait_focus(tr('_Open Another…'))
            window.keys('Escape', window=dialog)
            window.wait_gone(tr('The plan was not opened'))
            window.find('push button', tr('_New from Template…'))
        assert read_bytes(path) == before


@test
def opens_another_after_a_refusal_with_keys(folder):
    plan = Plan.make(folder)
    text = os.path.join(folder, 'notes.txt')
    with open(text, 'w', encoding='utf-8') as file:
        file.write('Not a plan.\n')
    with Window() as window:
        window.keys('ctrl+o')
        window.choose_file(tr('Open a Plan'), text)
        dialog = window.window(tr('The plan was not opened'))
        window.wait_focus(tr('_Open Another…'))
        window.keys('Return', window=dialog)
        window.choose_file(tr('Open a Plan'), plan.path)
        window.window(title_of('plan.koyomi'))


@test
def keeps_the_recent_plans(folder):
    plan = Plan.make(folder, template='cric', name='first.koyomi')
    gone = Plan.make(folder, template='empty', name='gone.koyomi')
    home = os.path.join(folder, 'home')
    os.mkdir(home)
    for path in gone.path, plan.path:
        with Window(path, home=home) as window:
            window.window(title_of(os.path.basename(path)))
    os.remove(gone.path)

    with Window(home=home) as window:
        recent = window.find('list', tr('Recent Plans'))
        wait(lambda: [get_name(row) for row in list_children(recent)] == ['first.koyomi', 'gone.koyomi'], 'two plans, the newest first')
        window.wait_text(tr('File not found'), recent, into_rows=True)
        window.act(window.find('push button', fill_in(tr('Remove %s from the list'), 'gone.koyomi'), recent, into_rows=True))
        wait(lambda: [get_name(row) for row in list_children(recent)] == ['first.koyomi'], 'one plan')
        window.wait_focus(tr('_New from Template…'))
        window.click(list_children(recent)[0])
        window.window(title_of('first.koyomi'))


@test
def only_reads_what_another_program_holds(folder):
    plan = Plan.make(folder)
    audit = plan.find(AUDIT, status='planned')
    holder = Holder(plan.path)
    try:
        with Window(plan.path) as window:
            before = plan.content()
            window.wait_text(f'{holder.process.pid}')
            window.find('label', tr('Read only'))
            window.look_for(audit['name'])
            window.click(window.cell(audit['name'], audit['first_day']))
            window.keys('alt+Right', 'space', 'Delete', 'ctrl+d', 'Insert', 'ctrl+z', 'ctrl+i')
            assert len(window.windows()) == 1, [node.get_name() for node in window.windows()]
            assert not has_state(window.find('push button', tr('Activity')), 'sensitive')
            window.keys('F4')
            window.write(window.find('text', tr('Note')), '書けないはず')
            window.press(tr('Inspector'))
            assert plan.content() == before

            window.press(tr('_Try Again'))
            time.sleep(0.3)
            window.find('label', tr('Read only'))
            holder.leave()
            window.press(tr('_Try Again'))
            window.find('label', tr('All changes saved'))
            window.look_for(audit['name'])
            window.click(window.cell(audit['name'], audit['first_day']))
            window.keys('space')
            wait(lambda: plan.run(audit['id'])['status'] == 'done', 'the run to be done')
    finally:
        if holder.process.poll() is None:
            holder.leave()


def open_sample(folder, **options):
    plan = Plan.make(folder)
    return plan, Window(plan.path, **options)


def type_title(window, plan, text):
    """Into the inspector, and stays there."""
    audit = plan.find(AUDIT, status='planned')
    window.look_for(audit['name'])
    window.click(window.cell(audit['name'], audit['first_day']))
    window.keys('Return')
    window.wait_focus(tr('Title'))
    window.write(window.find('text', tr('Title')), text)
    return audit


@test
def keeps_what_is_typed_when_the_session_ends(folder):
    plan, window = open_sample(folder)
    with window:
        audit = type_title(window, plan, 'ISMS内部監査（前倒し）')
        assert plan.run(audit['id'])['name'] == audit['name'], 'nothing is saved before it is handed in'
    assert plan.run(audit['id'])['name'] == 'ISMS内部監査（前倒し）'


@test
def keeps_what_is_typed_when_the_window_is_closed(folder):
    plan, window = open_sample(folder, ends=False)
    with window:
        audit = type_title(window, plan, '前倒しの内部監査')
        window.keys('ctrl+w')
        window.process.wait(20)
        assert window.process.returncode == 0
    assert plan.run(audit['id'])['name'] == '前倒しの内部監査'


@test
def switches_the_language_at_once(folder):
    plan, window = open_sample(folder)
    audit = plan.find(AUDIT, status='planned')
    with window:
        window.keys('ctrl+comma')
        window.choose_option(window.find('combo box', tr('Language'), window.window(tr('Preferences'))), 1 if OTHER == 'ja' else 2)
        with in_the_other_language():
            dialog = window.window(tr('Preferences'))
            window.find('combo box', tr('Theme'), dialog)
            window.keys('Escape', window=dialog)
            window.wait_gone(tr('Preferences'))
            window.find('push button', tr('Activity'))
            window.find('push button', tr('Half'), window.find('panel', tr('Zoom')))
            wait(lambda: len(window.cells()) > 50, 'the runs')
            window.find('label', tr('All changes saved'))
            window.keys('F10')
            for name in '_New Plan…', '_Save a Copy…', 'Change _Log…', '_Roll Over to the Next Year…', '_Preferences':
                window.find('menu item', tr(name))
            window.keys('Escape')
            assert window.frame.get_name() == title_of('plan.koyomi')
            name = next(run['name'] for run in plan.list('occurrences') if run['id'] == audit['id'])
            window.look_for(name)
            window.click(window.cell(name, audit['first_day']), button=3)
            window.choose(tr('Mark _Done'))
            wait(lambda: plan.run(audit['id'])['status'] == 'done', 'the run to be done')
        assert window.get_setting('language') == repr(OTHER)


def measure_light(window):
    """From 0 for black to 1 for white: the mean of the whole screen."""
    picture = window.shoot('light')
    return float(subprocess.run(['convert', picture, '-colorspace', 'Gray', '-format', '%[fx:mean]', 'info:'], check=True,
                                capture_output=True, text=True).stdout)


@test
def changes_the_theme_at_once(folder):
    _, window = open_sample(folder)
    with window:
        window.keys('ctrl+comma')
        theme = window.find('combo box', tr('Theme'), window.window(tr('Preferences')))
        assert measure_light(window) > 0.6
        window.choose_option(theme, 2)
        wait(lambda: measure_light(window) < 0.4, 'a dark window')
        window.choose_option(theme, 1)
        wait(lambda: measure_light(window) > 0.6, 'a light window')


@test
def tells_about_itself(folder):
    _, window = open_sample(folder)
    with window:
        window.choose_from_menu(tr('_About Koyomi'))
        about = wait(lambda: next(iter(window.windows()[1:]), None), 'the window about the program')
        window.find('label', tr('Sources of the reference data'), about)
        window.find('label', re.compile(r'.*\d+\.\d+\.\d+.*'), about)
        window.keys('Escape', window=about)
        wait(lambda: len(window.windows()) == 1, 'the window about the program to go')


@test
def shows_its_keys(folder):
    _, window = open_sample(folder)
    with window:
        window.keys('ctrl+question')
        keys = window.window(tr('Keyboard Shortcuts'))
        for name in 'Go to the next run or row', 'Make shorter or longer', 'Show or hide the inspector':
            window.find('label', tr(name), keys)
        window.keys('Escape', window=keys)
        window.wait_gone(tr('Keyboard Shortcuts'))


@test
def shows_and_verifies_the_change_log(folder):
    plan, window = open_sample(folder)
    audit = plan.find(AUDIT, status='planned')
    with window:
        window.look_for(audit['name'])
        window.click(window.cell(audit['name'], audit['first_day']))
        window.keys('space')
        wait(lambda: plan.run(audit['id'])['status'] == 'done', 'the run to be done')
        window.choose_from_menu(tr('Change _Log…'))
        log = window.window(tr('Change Log'))
        entries = window.find('tree table', tr('Change Log'), log)
        window.find('label', plan.labels()[0], entries)
        window.wait_text(audit['name'], window.find('list', tr('What the selected entry changed'), log), into_rows=True)
        window.write(window.find('entry', tr('Search the change log'), log), 'そのような記録はない')
        wait(lambda: not window.find_all('table cell', root=entries), 'no entry')

        window.press(tr('_Verify'), log)
        well = window.window(tr('The plan is as it should be'))
        head = plan.head()
        window.wait_text(head[:16], well)
        window.keys('Return', window=well)
        window.wait_gone(tr('The plan is as it should be'))


@test
def restores_a_backup_as_a_copy(folder):
    plan, window = open_sample(folder)
    audit = plan.find(AUDIT, status='planned')
    copy = Plan(os.path.join(folder, 'restored.koyomi'))
    with window:
        before = plan.content()
        window.look_for(audit['name'])
        window.click(window.cell(audit['name'], audit['first_day']))
        window.keys('space')
        wait(lambda: plan.run(audit['id'])['status'] == 'done', 'the run to be done')
        window.choose_from_menu(tr('_Backups…'))
        backups = window.find('list', tr('Backups'), window.window(tr('Backups')))
        day = wait(lambda: [get_name(row) for row in list_children(backups)], 'the backup of the day')[0]
        name = re.compile(re.escape(fill_in(tr('Restore as a Copy, %s'), day)))
        window.act(window.find('push button', name, backups, into_rows=True))
        window.choose_file(tr('Restore as a Copy'), copy.path)
        window.window(title_of('restored.koyomi'))
        assert plan.run(audit['id'])['status'] == 'done', 'the plan stays as it is'
        assert copy.content() == before


@test
def backs_up_where_one_wants(folder):
    plan, window = open_sample(folder)
    copy = Plan(os.path.join(folder, 'copy.koyomi'))
    with window:
        window.choose_from_menu(tr('_Backups…'))
        window.press(tr('_Back Up Now…'), window.window(tr('Backups')))
        window.choose_file(tr('Back Up the Plan'), copy.path)
        window.find('label', fill_in(tr('Backup written: %s'), 'copy.koyomi'))
        assert copy.content() == plan.content()


@test
def remembers_the_window(folder):
    plan = Plan.make(folder)
    home = os.path.join(folder, 'home')
    os.mkdir(home)
    with Window(plan.path, home=home) as window:
        # Whoever draws at an edge gives a window many sizes.
        for width, height in ((1180, 760), (1140, 720)):
            before = window.extents(window.frame)[2:]
            run_xdotool('windowsize', '--sync', window.xid(window.frame), width, height)
            wait(lambda: window.extents(window.frame)[2:] != before, 'the smaller window')
        size = window.extents(window.frame)[2:]
        window.set_zoom('Quarter')
        wait(lambda: has_state(window.find('push button', tr('Quarter'), window.find('panel', tr('Zoom'))), 'pressed'), 'the quarter')
    with Window(plan.path, home=home) as window:
        quarter = window.find('push button', tr('Quarter'), window.find('panel', tr('Zoom')))
        wait(lambda: has_state(quarter, 'pressed'), 'the zoom of before')
        wait(lambda: window.extents(window.frame)[2:] == size, lambda: f'{size}, not {window.extents(window.frame)[2:]}')


if __name__ == '__main__':
    main()
