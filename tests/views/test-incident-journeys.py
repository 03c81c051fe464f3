#!/usr/bin/python3
"""Takes incidents over the board and through the table with keys and pointer, and reads from the plan what came of it. Prints TAP."""

from koyomi_incident import *


def open_sample(folder, **options):
    plan = IncidentPlan.make(folder)
    return plan, IncidentWindow(plan, **options)


OPEN = ['2026-008', '2026-010', '2026-011', '2026-012', '2026-013', '2026-014']
ENDED = ['2026-001', '2026-002', '2026-003', '2026-004', '2026-005', '2026-006', '2026-007', '2026-009']


def quote(text):
    return fill_in(tr('“%s”'), text)


def name_move(plan, number, state):
    """As the change log calls it."""
    return fill_in(tr('Move %s to “%s”'), quote(plan.incident(number)['title']), tr(STATES[state]))


def type_over(window, field, text):
    """Into the field that Tab comes to."""
    window.go_to(field)
    window.keys('ctrl+a')
    window.type(text)


def choose_with_keys(window, field, number):
    window.go_to(field.get_child_at_index(0))
    window.choose_option(field, number, with_keys=True)


def open_incident(window, title, kind=None, template=None):
    """With keys, as of the day before yesterday at a quarter past nine. Kind and check-list are told by their places."""
    window.keys('ctrl+n')
    dialog = window.dialog('New Incident')
    wait(lambda: has_state(window.find('text', tr('_Title'), dialog), 'focused'), 'the focus on the title')
    window.type(title)
    for name, number in ('_Kind', kind), ('Check-li_st', template):
        if number is not None:
            choose_with_keys(window, window.find('combo box', tr(name), dialog), number)
    type_over(window, window.find('text', tr('_Detected on'), dialog), '2026-11-20')
    type_over(window, window.find('text', tr('_At'), dialog), '09:15')
    type_over(window, window.find('text', tr('Reported _by'), dialog), 'Bank, by telephone')
    window.keys('Return')
    window.wait_gone(tr('New Incident'))


def give_reason(window, title, button, reason):
    """To the dialog that asks for it."""
    dialog = window.dialog(title)
    field = window.find('text', tr('_Reason'), dialog)
    wait(lambda: has_state(field, 'focused'), 'the focus on the reason')
    assert not has_state(window.find('push button', tr(button), dialog), 'sensitive'), 'a reason must be given'
    window.type(reason, 'Return')
    window.wait_gone(tr(title))


def find_question(window):
    return wait(lambda: next((node for node in window.windows() if window.find_all('label', tr('Delete Incident?'), node)), None),
                'the question whether to delete')


def delete_incident(window, number):
    """The selected one."""
    window.keys('Delete')
    dialog = find_question(window)
    window.wait_text(number, dialog)
    window.press(tr('_Delete'), dialog)
    wait(lambda: dialog not in window.windows(), 'the question to go')


# From the keyboard


@test
def takes_a_call_over_the_board_with_keys(folder):
    """From the calendar on, and without the pointer."""
    plan = IncidentPlan.make(folder)
    with IncidentWindow(plan, settings={'last-view': "'calendar'"}) as window:
        window.leave_calendar(2)
        window.find_view()
        window.wait_focused('2026-014')
        window.wait_columns(new=1, triaged=1, responding=1, contained=1, recovered=1, review=1)

        window.keys('ctrl+n')
        dialog = window.dialog('New Incident')
        accept = window.find('push button', tr('_Open Incident'), dialog)
        assert not has_state(accept, 'sensitive'), 'it has no title yet'
        window.type('Call')
        at = window.find('text', tr('_At'), dialog)
        for time_of_day, is_time in ('25:15', False), ('x', False), ('0', True), ('0005', True):
            type_over(window, at, time_of_day)
            wait(lambda: has_state(accept, 'sensitive') == is_time, time_of_day)
            wrong = tr('Not a time. Type 9:05 or 0905.')
            wait(lambda: is_time == (not any(window.extents(label)[2] > 1 for label in window.find_all('label', wrong, dialog))), time_of_day)
        day = window.find('text', tr('_Detected on'), dialog)
        known = window.find('text', tr('Awa_re of it on'), dialog)
        wait(lambda: get_text(known) == get_text(day), 'who finds it to know of it')
        type_over(window, day, '2027-01-01')
        window.find('label', fill_in(tr('“%s” lies in the future. Correct the time.'), tr('Detected')), dialog)
        type_over(window, known, '2026-11-21')
        type_over(window, day, '2026-11-22')
        window.find('label', fill_in(tr('“%s” cannot lie before “%s”. Correct one of the two times.'), tr('Aware of'), tr('Detected')), dialog)
        assert not has_state(accept, 'sensitive'), 'nobody knows what has not been found'
        window.keys('Escape')
        window.wait_gone(tr('New Incident'))
        assert plan.count_steps() == 1, 'nothing was opened'

        open_incident(window, 'Call from the bank', template=1)
        window.wait_focused('2026-015')
        window.wait_columns(new=2)
        call = plan.incident('2026-015')
        assert (call['title'], call['state'], call['detected_by']) == ('Call from the bank', 'new', 'Bank, by telephone'), call
        assert (call['detected_at'], bool(call['template'] and call['class'])) == ('2026-11-20T00:15:00Z', True), call
        assert call['tasks'] > 5 and all(task['team'] for task in plan.parts('incident-tasks', '2026-015') if task['duty']), call
        assert [event['kind'] for event in plan.parts('incident-events', '2026-015')] == ['auto']
        assert plan.labels()[0] == fill_in(tr('Open %s “%s”'), '2026-015', 'Call from the bank')

        window.keys('ctrl+End')
        window.wait_focused('2026-008')
        window.keys('Left')
        window.wait_focused('2026-010')
        window.keys('ctrl+Home')
        wait(lambda: window.focused_card() in ('2026-014', '2026-015'), 'the focus on the first card')
        first = window.focused_card()
        window.keys('Down')
        wait(lambda: {first, window.focused_card()} == {'2026-014', '2026-015'}, 'the other new one')
        window.keys('ctrl+Right', 'ctrl+Left', 'Home')
        window.wait_focused(first)
        if first != '2026-015':
            window.keys('Down')

        window.wait_focused('2026-015')
        for state in ('triaged', 'responding', 'contained', 'recovered', 'review'):
            window.keys('alt+Right')
            window.wait_card('2026-015', state)
            window.wait_focused('2026-015')
            assert plan.labels()[0] == name_move(plan, '2026-015', state)
        window.wait_columns(new=1, triaged=1, responding=1, contained=1, recovered=1, review=2)
        call = plan.incident('2026-015')
        assert call['classified_at'] and call['contained_at'] and call['recovered_at'] and not call['closed_at'], call
        events = plan.parts('incident-events', '2026-015')
        assert [(event['kind'], bool(event['actor'])) for event in events] == [('auto', True)] * 6, events
        assert fill_in(tr('State: %s → %s'), tr('Recovered'), tr('In review')) in [event['text'] for event in events], events

        window.keys('alt+Right')
        dialog = window.dialog('Close Incident')
        for missing in ('The cause is not written down.', 'The review lacks its day or the lessons.'):
            window.wait_text(tr(missing), dialog)
        window.wait_text(count('%u task is neither done nor waived.', '%u tasks are neither done nor waived.', call['tasks']), dialog)
        assert not has_state(window.find('push button', tr('C_lose Incident'), dialog), 'sensitive'), 'too much is missing'
        window.keys('Escape')
        window.wait_gone(tr('Close Incident'))
        window.wait_focused('2026-015')
        assert plan.state('2026-015') == 'review'

        window.keys('alt+Left')
        window.wait_card('2026-015', 'recovered')
        window.keys('ctrl+z', 'ctrl+z')
        window.wait_card('2026-015', 'recovered')
        window.wait_step(undo=name_move(plan, '2026-015', 'recovered'), redo=name_move(plan, '2026-015', 'review'))
        window.wait_focused('2026-015')
        window.keys(*['ctrl+z'] * 5)
        window.wait_cards(OPEN)
        assert plan.incident('2026-015') is None
        wait(lambda: window.focused_card() in OPEN, 'the focus on a card that is left')
        window.keys(*['ctrl+shift+z'] * 3)
        window.wait_card('2026-015', 'responding')


# With the pointer


@test
def carries_cards_with_the_pointer(folder):
    plan, window = open_sample(folder)
    with window:
        window.wait_cards(OPEN)

        def below(number):
            """A free place of its column."""
            x, y, width, height = window.rect(window.card(number))
            return x + width // 2, y + height + 60

        window.drag(window.centre(window.card('2026-014')), below('2026-012'))
        window.wait_card('2026-014', 'responding')
        window.wait_focused('2026-014')
        window.wait_columns(new=0, responding=2)
        assert plan.labels()[0] == name_move(plan, '2026-014', 'responding')
        window.drag(window.centre(window.card('2026-014')), below('2026-008'))
        window.wait_card('2026-014', 'review')
        steps = plan.count_steps()

        # Put back where it was, and clicked at once: that is no double click.
        x, y = window.centre(window.card('2026-013'))
        window.move_pointer(x, y)
        run_xdotool('mousedown', 1, 'mousemove', x + 10, y + 40, 'sleep', 0.05, 'mousemove', x + 20, y + 90, 'sleep', 0.05, 'mouseup', 1,
                    'mousemove', x, y, 'click', 1)
        window.wait_released()
        window.wait_focused('2026-013')
        window.keys('Right')
        window.wait_focused('2026-012')

        # Let go of. Nor is it a double click where a card is carried just after a click.
        window.carry((x, y), (x + 320, y), clicked=True)
        run_xdotool('key', 'Escape')   # keys() would let go
        window.let_go()

        # What closes asks first.
        strip = count('Show %u that has ended', 'Show %u that have ended', len(ENDED))
        x, y, width, height = window.rect(window.find('push button', strip, window.view))
        window.drag(window.centre(window.card('2026-008')), (x + width // 2, y + height + 100))
        window.keys('Escape', window=window.dialog('Close Incident'))
        window.wait_gone(tr('Close Incident'))
        assert (plan.state('2026-008'), plan.state('2026-013'), plan.count_steps()) == ('review', 'triaged', steps), plan.labels()

        # The menu, and what is open then.
        window.click(window.card('2026-012'), button=3)
        for name, key in ('Move _On', 'Alt+'), ('Move _Back', 'Alt+'), ('De_lete…', 'Del'):
            wait(lambda: any(get_name(label).startswith(key) for label in window.find_all('label', root=window.find('menu item', tr(name)))),
                 f'the key of {name!r}')
        window.choose(tr('Move _On'))
        window.wait_card('2026-012', 'contained')
        window.wait_focused('2026-012')
        window.click(window.card('2026-012'), button=3)
        window.choose(tr(STATES['recovered']))
        window.wait_card('2026-012', 'recovered')
        window.press_here(fill_in(tr('Undo: %s'), name_move(plan, '2026-012', 'recovered')))
        window.wait_card('2026-012', 'contained')

        window.press_here(tr('Details'))
        wait(lambda: not window.find_all('panel', tr('Details of the incident')), 'no details')
        window.click(window.card('2026-011'), times=2)
        window.wait_text(plan.incident('2026-011')['summary'][:20], window.details())

        window.click(window.find('push button', strip, window.view))
        window.wait_columns(closed=7, false_alarm=1)
        wait(lambda: set(OPEN) < set(window.cards()), lambda: f'{OPEN} among {list(window.cards())}')


# The table, and what is shown


@test
def shows_the_same_as_a_table(folder):
    plan = IncidentPlan.make(folder)
    incidents = {incident['number']: incident for incident in plan.list('incidents')}
    home = os.path.join(folder, 'home')
    with IncidentWindow(plan, home=home) as window:
        window.go_to_card('2026-012')
        window.show_table()
        window.wait_row('2026-012')
        wait(lambda: sorted(window.column('Number')) == OPEN, lambda: f'{OPEN}, not {window.column("Number")}')
        assert window.column('Title') == [incidents[number]['title'] for number in window.column('Number')]
        assert window.column('State') == [tr(STATES[incidents[number]['state']]) for number in window.column('Number')]
        window.sort_by('Number')
        wait(lambda: window.column('Number') == OPEN, lambda: f'sorted numbers, not {window.column("Number")}')
        window.sort_by('Number', again=True)
        wait(lambda: window.column('Number') == OPEN[::-1], lambda: f'the last number first, not {window.column("Number")}')
        window.sort_by('Detected')
        detected = sorted(OPEN, key=lambda number: incidents[number]['detected_at'])
        wait(lambda: window.column('Number') == detected, lambda: f'{detected}, not {window.column("Number")}')

        # What is selected in one is so in the other.
        window.click(window.row('2026-011'))
        window.wait_row('2026-011')
        window.keys('Down')
        below = detected[detected.index('2026-011') + 1]
        window.wait_row(below)
        window.show_board()
        window.wait_focused(below)
        window.go_to_card('2026-013')
        window.show_table()
        window.wait_row('2026-013')
        window.keys('alt+Right')
        plan.wait_state('2026-013', 'responding')
        window.wait_row('2026-013')

        # The filter.
        window.choose_option(window.find('combo box', tr('Which incidents are shown'), window.view), 1)
        wait(lambda: len(window.rows()) == len(incidents), lambda: f'all, not {window.column("Number")}')
        window.keys('ctrl+shift+f')
        window.click(window.find('check box', '■ ' + tr('S3 Moderate')))
        moderate = [number for number, incident in incidents.items() if incident['severity'] == 's3']
        wait(lambda: sorted(window.column('Number')) == moderate, lambda: f'{moderate}, not {window.column("Number")}')
        window.leave_popover('Escape')
        bar = f'{tr("S3 Moderate")} – {count("%u incident", "%u incidents", len(moderate))}'
        window.find_shown('label', bar, window.view)
        team = incidents['2026-012']['team']
        teams = [None] + [record['name'] for record in plan.list('teams')]
        window.choose_option(window.find('combo box', tr('Team in charge'), window.view), teams.index(team))
        both = [number for number in moderate if incidents[number]['team'] == team]
        wait(lambda: sorted(window.column('Number')) == both, lambda: f'{both}, not {window.column("Number")}')
        window.press_here(tr('Clear Filter'))
        wait(lambda: len(window.rows()) == len(incidents), 'all')

        # The search, which Escape ends.
        window.keys('ctrl+f')
        search = window.find('entry', tr('Search incidents'), window.view)
        window.type('2026-01')
        wait(lambda: sorted(window.column('Number')) == OPEN[1:], lambda: f'what is found, not {window.column("Number")}')
        window.keys('Escape')
        wait(lambda: len(window.rows()) == len(incidents), 'all')
        window.keys('ctrl+f')
        window.type('no such incident')
        window.find_shown('label', tr('Nothing Answers the Filter'), window.view)
        window.keys('Escape')
        wait(lambda: len(window.rows()) == len(incidents), 'all')
        assert not has_state(search, 'focused')

        # Lanes, in which the cards of a severity stand together.
        window.choose_option(window.find('combo box', tr('Which incidents are shown'), window.view), 0)
        window.show_board()
        window.choose_lanes('Severity')
        window.wait_cards(OPEN)
        def from_above():
            return [incidents[number]['severity'] for number in sorted(OPEN, key=lambda number: window.extents(window.card(number))[1])]
        wait(lambda: from_above() == sorted(from_above()), lambda: f'lanes, not {from_above()}')
        window.keys('ctrl+shift+f')
        window.click(window.find('check box', '■ ' + tr('S3 Moderate')))
        window.keys('Escape')
        window.wait_cards([number for number in moderate if number in OPEN])
        window.choose_option(window.find('combo box', tr('Which incidents are shown'), window.view), 1)
        window.show_table()
        window.keys('F4')
        wait(lambda: not window.find_all('panel', tr('Details of the incident')), 'no details')

    with IncidentWindow(plan, home=home) as window:
        wait(lambda: sorted(window.column('Number')) == moderate, 'the table as it was')
        window.find_shown('label', bar, window.view)
        assert not window.find_all('panel', tr('Details of the incident'))
        assert [window.get_setting(key) for key in ('incident-view', 'incident-lanes', 'incident-filter')] == \
            ["'table'", "'severity'", "'all severity=s3'"]



# Drills


@test
def counts_no_drill(folder):
    """Neither when it is opened and carried on, nor when it is deleted."""
    plan, window = open_sample(folder)
    before = plan.content()

    def others():
        content = plan.content()
        key = plan.incident('2026-015')['id']
        return {what: [record for record in records if record['id'] != key and record.get('incident_id') != key]
                for what, records in content.items()}

    with window:
        figures = window.figures()
        assert re.search(r'TTD \d', figures[0]) and tr('Drills do not count.') in figures[1], figures
        open_incident(window, 'Exercise with the outsourced SOC', kind=3)
        window.wait_focused('2026-015')
        wait(lambda: tr('Drill') in window.said('2026-015'), lambda: f'a drill, not {window.said("2026-015")}')
        window.find_shown('label', tr('Drill'), window.details())
        drill = plan.incident('2026-015')
        assert (drill['kind'], drill['counted']) == ('drill', False), drill
        for state in ('triaged', 'responding', 'contained', 'recovered', 'review'):
            window.keys('alt+Right')
            window.wait_card('2026-015', state)
            wait(lambda: window.figures() == figures, lambda: f'{figures} in {state}, not {window.figures()}')
        drill = plan.incident('2026-015')
        assert drill['recovered_at'] and drill['ttr_hours'] is not None, 'its own times are measured all the same'
        assert others() == before
        window.show_table()
        wait(lambda: next((row for row in window.rows() if '2026-015' in row), []).count(tr('Drill')) == 1, lambda: f'one drill in {window.rows()}')
        window.show_board()

        window.keys('alt+Right')
        dialog = window.dialog('Close Incident')
        window.wait_text(tr('It is not written down how the drill went, or whether it met its criteria.'), dialog)
        window.keys('Escape')
        window.wait_gone(tr('Close Incident'))
        delete_incident(window, '2026-015')
        window.wait_cards(OPEN)
        wait(lambda: window.figures() == figures, lambda: f'{figures}, not {window.figures()}')
        assert plan.content() == before


# By the side


@test
def ends_incidents_by_the_side(folder):
    plan, window = open_sample(folder)
    with window:
        window.wait_focused('2026-014')
        window.move_to('false-alarm')
        give_reason(window, 'False Alarm', '_False Alarm', 'A test of the vendor')
        plan.wait_state('2026-014', 'false-alarm')
        window.wait_cards(OPEN[:-1])
        events = [event['text'] for event in plan.parts('incident-events', '2026-014')]
        assert any('A test of the vendor' in event for event in events), events

        window.choose_option(window.find('combo box', tr('Which incidents are shown'), window.view), 1)
        window.wait_columns(false_alarm=2, new=0)
        window.go_to_card('2026-013')
        window.keys('ctrl+Right', 'Home')
        wait(lambda: window.focused_card() in ('2026-009', '2026-014'), 'a false alarm')
        if window.focused_card() != '2026-014':
            window.keys('Down')
        window.wait_focused('2026-014')
        window.keys('alt+Left')
        give_reason(window, 'Open Incident Again', '_Open Again', 'It was none after all')
        window.wait_card('2026-014', 'new')
        window.wait_focused('2026-014')
        assert plan.incident('2026-014')['closed_at'] is None

        window.move_to('merged')
        dialog = window.dialog('Merge Incident')
        accept = window.find('push button', tr('_Merge'), dialog)
        assert not has_state(accept, 'sensitive'), 'an incident must be chosen'
        window.keys('space')
        wait(lambda: window.find_all('entry', tr('Search'), dialog), 'the open incidents')
        window.type('QR' if LANGUAGE == 'en' else '013', 'Return')
        wait(lambda: has_state(accept, 'sensitive'), 'an incident')
        window.act(accept)
        window.wait_gone(tr('Merge Incident'))
        plan.wait_state('2026-014', 'merged')
        assert plan.incident('2026-014')['merged_into_id'] == plan.incident('2026-013')['id']
        assert any('2026-014' in event['text'] for event in plan.parts('incident-events', '2026-013'))
        window.wait_columns(merged=1)
        window.keys('ctrl+z')
        window.wait_card('2026-014', 'new')

        # What is closed is opened again in its review.
        window.go_to_card('2026-007')
        window.keys('alt+Left')
        give_reason(window, 'Open Incident Again', '_Open Again', 'It has come back')
        window.wait_card('2026-007', 'review')
        window.keys('ctrl+z')
        window.wait_card('2026-007', 'closed')

        before = plan.content()
        window.go_to_card('2026-011')
        window.keys('Delete')
        dialog = find_question(window)
        window.keys('Escape')
        wait(lambda: dialog not in window.windows(), 'the question to go')
        assert plan.content() == before
        window.wait_focused('2026-011')
        delete_incident(window, '2026-011')
        wait(lambda: plan.incident('2026-011') is None, 'no 2026-011')
        wait(lambda: '2026-011' not in window.cards(), 'no card of it')
        name = fill_in(tr('Delete %s'), quote(next(incident for incident in before['incidents'] if incident['number'] == '2026-011')['title']))
        window.wait_step(undo=name)
        assert plan.labels()[0] == name
        window.keys('ctrl+z')
        wait(lambda: plan.content() == before, 'everything of it again')
        window.card('2026-011')


# From the call to the report


def answer(window, dialog, question, reply):
    box = window.find('check box', tr(reply), window.find('panel', tr(question), dialog))
    window.bring_into_sight(box)
    window.click(box)
    wait(lambda: has_state(box, 'checked'), f'{reply} to {question!r}')


@test
def reports_to_the_authority_in_time(folder):
    """Whether it must be reported is decided and kept, and so is that it was."""
    plan, window = open_sample(folder)
    with window:
        open_incident(window, 'Customer list read by a stranger')
        window.wait_focused('2026-015')
        panel = window.details()
        assert plan.incident('2026-015')['next_report'] == '' and plan.parts('incident-reports', '2026-015') == []
        window.wait_text(tr('Nobody has decided yet whether it must be reported.'), panel)
        window.press(tr('Does It Need Reporting?…'), panel)
        dialog = window.dialog('Does It Need Reporting?')
        window.wait_text(tr('Not legal advice. Check each limit against its source, and correct it in the table where it differs.'), dialog)
        for question, reply in (('Was personal data leaked, lost or damaged, or is that likely?', 'Yes'),
                                ('Was the data protected so that nobody else can read it?', 'No'),
                                ('Do you only handle the data for somebody else?', 'No'),
                                ('May it have been done with an unlawful purpose?', 'Yes')):
            answer(window, dialog, question, reply)
        window.press(tr('_Decide'), dialog)
        window.wait_gone(tr('Does It Need Reporting?'))
        call = wait(lambda: (incident := plan.incident('2026-015'))['next_report'] and incident, 'a report to be made')
        wait(lambda: any(call['next_report'] in part for part in window.said('2026-015')), lambda: f'the clock on {window.said("2026-015")}')
        reports = plan.parts('incident-reports', '2026-015')
        assert {report['state'] for report in reports} >= {'due', 'not-applicable'}, reports
        assert all(report['reason'] and report['answers'] and report['decided_by'] and report['decided_at'] for report in reports), reports

        def find_row():
            return next((node for node in walk(window.find('panel', tr('Reporting clocks'))) if get_name(node).startswith(call['next_report'] + ', ')),
                        None)
        row = wait(find_row, f'the row of {call["next_report"]}')
        window.act(window.find('push button', tr('Record Report Sent…'), row))
        dialog = window.dialog('Record Report Sent')
        receipt = window.find('text', tr('Receipt n_umber'), dialog)
        window.go_to(receipt)
        window.type('R-2026-11', 'Return')
        window.wait_gone(tr('Record Report Sent'))
        sent = wait(lambda: [report for report in plan.parts('incident-reports', '2026-015') if report['receipt'] == 'R-2026-11'], 'a receipt')
        assert sent[0]['filed_at'], sent
        wait(lambda: plan.incident('2026-015')['next_report'] not in ('', call['next_report']), 'the report after it')

        # Who did what: with the pointer, and with the space bar where the focus is.
        tasks = plan.parts('incident-tasks', '2026-015')
        checklist = window.find('list', tr('Check-list'), panel)
        window.click(window.find('check box', tasks[0]['title'], checklist, into_rows=True))
        wait(lambda: plan.incident('2026-015')['tasks_done'] == 1, 'a task that is done')
        window.click(window.find('label', tasks[1]['title'], checklist, into_rows=True))
        for done in 2, 1, 2:
            window.keys('space')
            wait(lambda: plan.incident('2026-015')['tasks_done'] == done, f'{done} tasks that are done')
        said = fill_in(tr('%u of %u tasks done'), 2, len(tasks))
        wait(lambda: said in window.said('2026-015'), lambda: f'{said!r} in {window.said("2026-015")}')
        window.click_below(window.find('text', tr('New entry'), panel))
        window.type('Called the bank back', 'Return')
        wait(lambda: any((event['text'], event['kind']) == ('Called the bank back', 'manual')
                         for event in plan.parts('incident-events', '2026-015')), 'the entry')
        window.find('label', 'Called the bank back', window.find('list', tr('Timeline'), panel), into_rows=True)


@test
def adds_a_file_to_an_incident_that_tells_much(folder):
    """GTK 4.8 once never ended looking for the width of what is listed then, and the window with it."""
    plan, window = open_sample(folder)
    path = os.path.join(folder, 'log.txt')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('sample evidence\n')
    with window:
        open_incident(window, 'Mail sent to the wrong customer', template=2)
        window.wait_focused('2026-015')
        panel = window.details()
        window.press(tr('_Triage…'), panel)
        dialog = window.dialog('Triage')
        for name, number in ('Effect on _business', 3), ('Effect on _information', 4), ('S_pread', 3), ('Legal d_uty', 4), ('Se_verity', 3):
            window.choose_option(window.find('combo box', tr(name), dialog), number)
        window.write(window.find_shown('text', tr('_Reason for another severity than is suggested'), dialog), 'One recipient only')
        window.write(window.find('text', tr('L_ead'), dialog), 'Rei Kasou')
        window.press(tr('_Save'), dialog)
        window.wait_gone(tr('Triage'))
        window.press(tr('Does It Need Reporting?…'), panel)
        dialog = window.dialog('Does It Need Reporting?')
        for question, reply in (('Was personal data leaked, lost or damaged, or is that likely?', 'Yes'),
                                ('Was the data protected so that nobody else can read it?', 'No'),
                                ('Do you only handle the data for somebody else?', 'No'),
                                ('May it have been done with an unlawful purpose?', 'No')):
            answer(window, dialog, question, reply)
        people = window.find('text', tr('How many people does the data concern?'), dialog)
        window.click(window.bring_into_sight(people))
        window.type('1200')
        window.press(tr('_Decide'), dialog)
        window.wait_gone(tr('Does It Need Reporting?'))
        window.act(window.find('push button', tr('Record Report Sent…'), panel, into_rows=True))
        window.press(tr('_Record'), window.dialog('Record Report Sent'))
        window.wait_gone(tr('Record Report Sent'))
        window.click_below(window.find('text', tr('New entry'), panel))
        window.type('Called the recipient', 'Return')
        window.find('label', 'Called the recipient', panel, into_rows=True)
        window.press(tr('Add File…'), panel)
        window.choose_file(tr('Choose Evidence'), path)
        window.press(tr('_Add'), window.dialog('Add File as Evidence'))
        window.wait_gone(tr('Add File as Evidence'))
        window.find('label', re.compile(r'.*log\.txt.*'), panel, into_rows=True)


def set_time(window, dialog, time_name, certainty, day=None, clock=None):
    """Certainties by their place: not yet, exact, estimated, unknown, between two times."""
    choose_with_keys(window, window.find('combo box', tr(time_name), dialog), certainty)
    if day:
        type_over(window, window.find('text', fill_in(tr('%s: day'), tr(time_name)), dialog), day)
        type_over(window, window.find('text', fill_in(tr('%s: time'), tr(time_name)), dialog), clock)


@test
def works_a_call_up_to_the_end(folder):
    """Triage, times, check-list, the question whether to report, cause and lessons: then it can be closed, and not before."""
    plan, window = open_sample(folder)
    with window:
        open_incident(window, 'Malware on a PC of sales')
        window.wait_focused('2026-015')
        window.press(tr('_Triage…'), window.details())
        dialog = window.dialog('Triage')
        for name, score in ('Effect on _business', 2), ('Effect on _information', 1), ('S_pread', 2), ('Legal d_uty', 0):
            choose_with_keys(window, window.find('combo box', tr(name), dialog), score + 1)
        names = {code: tr(name) for code, name in (('s1', 'S1 Crisis'), ('s2', 'S2 Serious'), ('s3', 'S3 Moderate'), ('s4', 'S4 Minor'),
                                                   ('s5', 'S5 None'))}
        def find_suggested():
            texts = [get_name(label) for label in window.find_all('label', root=dialog)]
            return next((code for code, name in names.items()
                         if any(text.startswith(tr('Suggested: %s. %s').partition('%s')[0] + name) for text in texts)), None)
        suggested = wait(find_suggested, 'a severity that is suggested')
        save = window.find('push button', tr('_Save'), dialog)
        severity = window.find('combo box', tr('Se_verity'), dialog)
        choose_with_keys(window, severity, 4 if suggested != 's5' else 0)
        wait(lambda: not has_state(save, 'sensitive'), 'another severity to need a reason')
        choose_with_keys(window, severity, list(names).index(suggested))
        wait(lambda: has_state(save, 'sensitive'), 'the severity that is suggested to need none')
        type_over(window, window.find('text', tr('L_ead'), dialog), 'Rei Kasou')
        window.keys('Return')
        window.wait_gone(tr('Triage'))
        call = plan.incident('2026-015')
        assert (call['severity'], call['lead'], call['severity_reason']) == (suggested, 'Rei Kasou', ''), call
        assert [call['impact_' + name] for name in ('business', 'information', 'spread', 'legal')] == [2, 1, 2, 0], call

        window.go_to_card('2026-015')
        while plan.state('2026-015') != 'review':
            before = plan.state('2026-015')
            window.keys('alt+Right')
            wait(lambda: plan.state('2026-015') != before, f'a state after {before}')

        window.press(tr('Time_s…'), window.details())
        dialog = window.dialog('Times of the Incident')
        set_time(window, dialog, 'Occurred', 2, '2026-11-20', '10:00')
        save = window.find('push button', tr('_Save'), dialog)
        wait(lambda: not has_state(save, 'sensitive'), 'an order that cannot be to be refused')
        type_over(window, window.find('text', fill_in(tr('%s: day'), tr('Occurred')), dialog), '2026-11-19')
        wait(lambda: has_state(save, 'sensitive'), 'an order that can be')
        set_time(window, dialog, 'Acknowledged', 1, '2026-11-20', '09:30')
        set_time(window, dialog, 'Eradicated', 3)
        set_time(window, dialog, 'Contained', 4, '2026-11-20', '10:00')
        end = fill_in(tr('%s at the latest'), tr('Contained'))
        type_over(window, window.find('text', fill_in(tr('%s: day'), end), dialog), '2026-11-20')
        type_over(window, window.find('text', fill_in(tr('%s: time'), end), dialog), '09:30')
        wait(lambda: not has_state(save, 'sensitive'), 'a range that ends before it begins to be refused')
        type_over(window, window.find('text', fill_in(tr('%s: time'), end), dialog), '11:00')
        wait(lambda: has_state(save, 'sensitive'), 'a range')
        window.press(tr('_Save'), dialog)
        window.wait_gone(tr('Times of the Incident'))
        call = plan.incident('2026-015')
        assert (call['occurred_at'], call['estimated']) == ('2026-11-19T01:00:00Z', 'occurred contained'), call
        assert (call['contained_at'], call['contained_until']) == ('2026-11-20T01:30:00Z', '2026-11-20T02:00:00Z'), call
        assert (call['acknowledged_at'], call['unknown'], call['ttd_hours']) == ('2026-11-20T00:30:00Z', 'eradicated', 23.25), call

        window.press(tr('Does It Need Reporting?…'), window.details())
        dialog = window.dialog('Does It Need Reporting?')
        answer(window, dialog, 'Was personal data leaked, lost or damaged, or is that likely?', 'No')
        window.press(tr('_Decide'), dialog)
        window.wait_gone(tr('Does It Need Reporting?'))
        reports = plan.parts('incident-reports', '2026-015')
        assert reports and all(report['state'] == 'not-applicable' and report['reason'] for report in reports), reports
        window.wait_text(tr('Nothing is to be reported as far as was decided.'), window.details())

        window.go_to_card('2026-015')
        window.keys('alt+Right')
        dialog = window.dialog('Close Incident')
        n = call['tasks']
        window.wait_text(count('%u task is neither done nor waived.', '%u tasks are neither done nor waived.', n), dialog)
        window.keys('Escape')
        window.wait_gone(tr('Close Incident'))
        window.press(tr('Leave Out Several…'), window.details())
        dialog = window.dialog('Leave Out Several Tasks')
        every = window.find('check box', tr('_All that is not done yet'), dialog)
        window.go_to(every)
        window.keys('space')
        assert not has_state(window.find('push button', tr('_Leave Out'), dialog), 'sensitive'), 'nothing is chosen'
        window.keys('Tab', 'space', 'Tab', 'space')
        type_over(window, window.find('text', tr('_Reason why they are not done'), dialog), 'Not of this kind')
        window.keys('Return')
        window.wait_gone(tr('Leave Out Several Tasks'))
        wait(lambda: [task['waived'] for task in plan.parts('incident-tasks', '2026-015')].count('Not of this kind') == 2, 'two left out')
        window.keys('ctrl+z')
        wait(lambda: not any(task['waived'] for task in plan.parts('incident-tasks', '2026-015')), 'both to be open again after one step')

        tasks = plan.parts('incident-tasks', '2026-015')
        window.click(window.find('label', tasks[0]['title'], window.find('list', tr('Check-list'), window.details()), into_rows=True))
        for done in range(1, n + 1):
            window.keys('space')
            wait(lambda: plan.incident('2026-015')['tasks_done'] == done, f'{done} tasks that are done')
            window.keys('Down')

        window.press(tr('_Facts…'), window.details())
        facts = window.window('Malware on a PC of sales')
        for name, text in ('Cause', 'A macro in a mail'), ('Lessons', 'Macros from outside are blocked'):
            window.go_to(window.find('text', tr(name), facts))
            window.type(text)
        window.go_to(window.find('text', tr('Reviewed on'), facts))
        window.type('2026-11-22', 'Return')
        wait(lambda: plan.incident('2026-015')['reviewed_day'] == '2026-11-22', 'the day of the review')
        window.keys('Escape', window=facts)
        window.wait_gone('Malware on a PC of sales')

        window.go_to_card('2026-015')
        window.keys('alt+Right')
        dialog = window.dialog('Close Incident')
        window.wait_text(tr('Everything that closing asks for is there.'), dialog)
        window.press(tr('C_lose Incident'), dialog)
        window.wait_gone(tr('Close Incident'))
        plan.wait_state('2026-015', 'closed')
        call = plan.incident('2026-015')
        assert call['closed_at'] and (call['cause'], call['lessons']) == ('A macro in a mail', 'Macros from outside are blocked'), call
        window.wait_cards(OPEN)


# Plans that can only be read, and the other language


@test
def changes_nothing_in_a_plan_to_be_read(folder):
    plan = IncidentPlan.make(folder)
    holder = Holder(plan.path)
    try:
        with IncidentWindow(plan) as window:
            before = plan.content()
            window.find_shown('label', tr('Read only'))
            window.wait_focused('2026-014')
            window.keys('alt+Right', 'alt+Left', 'Delete', 'Insert', 'ctrl+z', 'ctrl+shift+z')
            window.drag(window.centre(window.card('2026-014')), window.centre(window.card('2026-012')))
            window.go_to_card('2026-014')
            assert len(window.windows()) == 1, 'no dialog'
            window.keys('Menu')
            for name in ('Move _On', 'Move _Back', 'De_lete…', '_New Incident…'):
                assert not has_state(window.find('menu item', tr(name)), 'sensitive'), name
            window.keys('Escape')
            assert not has_state(window.find('push button', tr('New Incident (Ctrl+N)'), window.view), 'sensitive')
            window.show_table()
            window.wait_row('2026-014')
            window.keys('alt+Right', 'Delete')
            window.wait_text('2026-014', window.details())
            assert len(window.windows()) == 1 and plan.content() == before
    finally:
        if holder.process.poll() is None:
            holder.leave()


def switch_language(window):
    """In the preferences. The window makes its content anew."""
    window.keys('ctrl+comma')
    window.choose_option(window.find('combo box', tr('Language'), window.window(tr('Preferences'))), 1 if OTHER == 'ja' else 2)


@test
def keeps_what_is_shown_in_the_other_language(folder):
    plan, window = open_sample(folder)
    moderate = ['2026-008', '2026-010', '2026-012']
    with window:
        window.keys('ctrl+shift+f')
        window.click(window.find('check box', '■ ' + tr('S3 Moderate')))
        window.choose_option(window.find('combo box', tr('La_nes')), 1)
        window.keys('Escape')
        window.keys('ctrl+f')
        window.type('2026-01', 'Return')
        window.wait_cards(['2026-010', '2026-012'])
        window.go_to_card('2026-010')
        switch_language(window)
        with in_the_other_language():
            dialog = window.window(tr('Preferences'))
            window.find('combo box', tr('Theme'), dialog)
            window.keys('Escape', window=dialog)
            window.wait_gone(tr('Preferences'))
            window.find_view()
            window.wait_cards(['2026-010', '2026-012'])
            wait(lambda: has_state(window.card('2026-010'), 'selected'), 'the same selection')
            wait(lambda: tr('Recovered') in window.said('2026-010'), lambda: f'the state in {window.said("2026-010")}')
            wait(lambda: get_text(window.find('entry', tr('Search incidents'), window.view)) == '2026-01', 'the same search')
            window.press_here(tr('Clear Filter'))
            window.wait_cards(OPEN)
            window.go_to_card('2026-010')
            window.keys('alt+Right')
            window.wait_card('2026-010', 'review')
            assert plan.labels()[0] == name_move(plan, '2026-010', 'review'), plan.labels()[0]
            window.show_table()
            window.wait_row('2026-010')
            window.keys('ctrl+comma')
            window.choose_option(window.find('combo box', tr('Language'), window.window(tr('Preferences'))), 2 if OTHER == 'ja' else 1)
        dialog = window.window(tr('Preferences'))
        window.keys('Escape', window=dialog)
        window.wait_gone(tr('Preferences'))
        window.find_view()
        wait(lambda: sorted(window.column('Number')) == OPEN, 'the table')
        window.wait_text('2026-010', window.details())


if __name__ == '__main__':
    main()
