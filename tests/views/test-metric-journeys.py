#!/usr/bin/python3
"""Looks at what the CISO is measured by with keys and pointer, down to the rows behind a number, and reads from the plan what came of it. Prints TAP."""

from koyomi_window import *


def open_sample(folder, **options):
    plan = Plan.make(folder)
    return plan, Window(plan.path, settings={'last-view': "'kpis'"}, **options)


def metric(plan, code):
    return next(record for record in plan.list('metrics') if record['code'] == code)


def name_card(plan, code):
    """The card of a metric is called by all that it says."""
    return re.compile(re.escape(metric(plan, code)['name']) + '[,、].*', re.DOTALL)


def find_card(window, plan, code):
    return window.find('table cell', name_card(plan, code))


def open_metric(window, plan, code):
    """With keys, from wherever the focus is in the view."""
    find_card(window, plan, 'KPI-01')
    window.keys('ctrl+f')
    window.wait_focus(tr('Search KPIs'))
    window.type(code, 'Return')
    window.wait_focus(name_card(plan, code))
    window.keys('Return')
    window.find_shown('push button', re.compile('.*' + re.escape(tr('%s: rows behind the number').replace('%s', ''))))


def count_rows(one, many, number, value):
    return fill_in(ntr(one, many, number), number, value)


@test
def goes_from_what_is_off_target_to_its_rows(folder):
    """Without the pointer: the count filters, the card opens, the number tells of its rows, and a row leads to where it belongs."""
    plan, window = open_sample(folder)
    with window:
        find_card(window, plan, 'KPI-01')
        off = window.find('push button', re.compile(re.escape(ntr('%u off target', '%u off target', 17)).replace('%u', r'\d+')))
        number = int(re.search(r'\d+', get_name(off))[0])
        told = json.loads(plan.ask('kpi', plan.path, '--json', '--today', TODAY))['metrics']
        assert number == sum(metric['status'] == 'off-target' for metric in told), number
        window.act(off)
        wait(lambda: len(window.find_all('table cell')) == number, 'the cards that are off target')
        window.act(off)
        wait(lambda: len(window.find_all('table cell')) == len(told), 'all cards')

        open_metric(window, plan, 'KPI-05')
        window.keys('ctrl+r')
        rows = window.window(tr('Rows Behind the Number'))
        window.wait_text(count_rows('%1$u row = %2$s', '%1$u rows = %2$s', 3, '3'), rows)
        window.keys('Return', window=rows)
        window.wait_gone(tr('Rows Behind the Number'))
        window.wait_text('2026-010')
    assert plan.count_steps() == 1, 'looking changes nothing'


@test
def says_something_of_a_quarter(folder):
    """It is saved when the field is left, shown on the card of the board, and taken back."""
    plan, window = open_sample(folder)
    with window:
        before = len(plan.list('metric-comments'))
        open_metric(window, plan, 'KPI-05')
        field = window.find_shown('text', tr('_Comment on the quarter'))
        window.go_to(field)
        window.type('Fewer than feared', 'ctrl+Return')
        wait(lambda: len(plan.list('metric-comments')) == before + 1, 'the comment')
        newest = next(record for record in plan.list('metric-comments') if record['text'] == 'Fewer than feared')
        assert newest['quarter_day'] == '2026-10-01', newest
        window.keys('alt+Left')
        window.wait_focus(name_card(plan, 'KPI-05'))
        window.keys('ctrl+z')
        wait(lambda: len(plan.list('metric-comments')) == before, 'the comment to be gone')


@test
def arranges_the_page_for_the_board(folder):
    """Tiles are moved and taken off by key, and chosen in a dialog."""
    plan, window = open_sample(folder)

    def tiles():
        code = {record['id']: record['code'] for record in plan.list('metrics')}
        return [code[tile['metric_id']] for tile in sorted(plan.list('board-tiles'), key=lambda tile: tile['position'])]

    with window:
        before = tiles()
        find_card(window, plan, 'KPI-01')
        window.act(window.find('push button', tr('Board')))
        board = wait(lambda: next((node for top in window.windows() for node in walk(top) if get_name(node) == tr('Tiles of the board page')), None),
                     'the tiles of the board')
        window.go_to(window.find('table cell', name_card(plan, before[0]), board))
        window.keys('ctrl+Right')
        wait(lambda: tiles()[:2] == [before[1], before[0]], lambda: f'{before[:2]} to be the other way round, not {tiles()[:2]}')
        window.wait_focus(name_card(plan, before[0]))
        window.keys('Delete')
        wait(lambda: tiles() == before[1:], 'the tile to be off the page')

        window.open_menu(tr('More About KPIs'))
        window.choose(tr('Choose _Tiles…'))
        dialog = window.window(tr('Tiles of the Board Page'))
        window.wait_text(fill_in(tr('%1$u of at most %2$u tiles'), len(before) - 1, 12), dialog)
        window.keys('alt+Down', window=dialog)
        window.press(tr('_Apply'), dialog)
        window.wait_gone(tr('Tiles of the Board Page'))


@test
def weighs_a_score_of_ones_own(folder):
    """With keys alone: a score of three KPIs, whose page says what it is made of; the weights are changed there, and taken back."""
    plan, window = open_sample(folder)

    def weights():
        codes = {record['id']: record['code'] for record in plan.list('metrics')}
        return {codes[part['part_id']]: part['weight'] for part in plan.list('metric-parts') if codes[part['metric_id']] == 'OWN-01'}

    def weigh(code, weight):
        window.go_to(window.find('spin button', fill_in(tr('Weight of “%s”'), metric(plan, code)['name']), window.active_window(), into_rows=True), limit=200)
        window.keys('ctrl+a')
        window.type(str(weight), 'Tab')

    with window:
        find_card(window, plan, 'KPI-01')
        window.open_menu(tr('More About KPIs'))
        window.choose(tr('New Composite _Score…'))
        dialog = window.window(tr('New Composite Score'))
        add = window.find('push button', tr('_Add'), dialog)
        wait(lambda: has_state(window.find('text', tr('_Name'), dialog), 'focused'), 'the focus on the name')
        window.type('Readiness')
        weigh('KPI-14', 50)
        assert not has_state(add, 'sensitive'), 'a score of one part'
        weigh('KPI-22', 30)
        weigh('KPI-24', 20)
        window.wait_text(fill_in(ntr('%1$u part, weights of %2$u together', '%1$u parts, weights of %2$u together', 3), 3, 100), dialog)
        window.keys('alt+a')
        window.wait_gone(tr('New Composite Score'))
        wait(lambda: weights() == {'KPI-14': 50, 'KPI-22': 30, 'KPI-24': 20}, lambda: f'three weights, not {weights()}')

        told = {told['code']: told for told in json.loads(plan.ask('kpi', plan.path, '--json', '--today', TODAY))['metrics']}
        parts = [told[code] for code in weights()]
        assert abs(told['OWN-01']['value'] - sum(part['share'] for part in told['OWN-01']['parts'])) < 1e-9
        table = window.find('tree table', tr('Parts of the score'))
        for part in parts:
            window.find('label', part['name'], table, into_rows=True)

        window.press(tr('Change _Weights…'))
        dialog = window.window(tr('Weights of the Score'))
        weigh('KPI-24', 0)
        window.press(tr('_Apply'), dialog)
        window.wait_gone(tr('Weights of the Score'))
        wait(lambda: weights() == {'KPI-14': 50, 'KPI-22': 30}, lambda: f'two weights, not {weights()}')
        window.keys('ctrl+z')
        wait(lambda: len(weights()) == 3, 'the weights as they were')


@test
def closes_a_quarter_and_opens_it_again(folder):
    plan, window = open_sample(folder)
    with window:
        find_card(window, plan, 'KPI-01')
        window.open_menu(tr('More About KPIs'))
        window.choose(tr('_Close the Quarter…'))
        dialog = window.window(tr('Close the Quarter'))
        window.choose_option(window.find('combo box', tr('Quarter'), dialog), 1)
        close = window.find('push button', tr('_Close Quarter'), dialog)
        wait(lambda: has_state(close, 'sensitive'), 'a quarter that is over')
        window.act(close)
        wait(lambda: len(plan.list('metric-closes')) > 40, 'the figures that are kept')
        assert {close['quarter_day'] for close in plan.list('metric-closes')} == {'2026-07-01'}
        window.act(window.find_shown('push button', tr('_Open Again'), dialog))
        wait(lambda: not plan.list('metric-closes'), 'the quarter to be open')
        window.keys('Escape', window=dialog)
        window.wait_gone(tr('Close the Quarter'))


if __name__ == '__main__':
    main()
