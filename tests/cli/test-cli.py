#!/usr/bin/python3
"""Uses koyomi-cli as a person or a script would, and prints TAP.

Usage: test-cli.py KOYOMI_CLI SOURCE_ROOT
"""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback
import zipfile
from datetime import date
from pathlib import Path

import openpyxl

CLI = sys.argv[1]
SOURCE = Path(sys.argv[2])
TABLE = Path(os.environ.get('KOYOMI_CRIC_TABLE') or SOURCE / '..' / 'shared' / 'reference' / 'source' / 'cric-function-table.tsv')
TODAY = '2026-11-22'
DONE, NOT_SO, USAGE, FILE_REFUSED, INPUT_REFUSED, OUTPUT_FAILED = range(6)
JAPANESE = re.compile('[\u3040-\u30ff\u3400-\u9fff]')

tests = []
made = {}


def test(function):
    tests.append(function)
    return function


class Skipped(Exception):
    pass


def needs_table(function):
    """The published table lies with the collected reference, beside the source."""
    def run_with_table(folder):
        if not TABLE.exists():
            raise Skipped
        function(folder)
    run_with_table.__name__ = function.__name__
    return run_with_table


class Answer:
    def __init__(self, process):
        self.code, self.out, self.err = process.returncode, process.stdout.decode(), process.stderr.decode()


def run(*arguments, language='en', today=TODAY, environment=None):
    command = [CLI, *map(str, arguments)]
    if language:
        command += ['--language', language]
    if today:
        command += ['--today', today]
    return Answer(subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, env=environment or os.environ))


def ok(*arguments, **keywords):
    answer = run(*arguments, **keywords)
    assert answer.code == DONE, f'{arguments}: {answer.code}\n{answer.out}{answer.err}'
    return answer.out


def fails(code, *arguments, says=(), **keywords):
    """The program ends with the code, says nothing on standard output, and a cause and a next step on standard error."""
    answer = run(*arguments, **keywords)
    assert answer.code == code, f'{arguments}: {answer.code} instead of {code}\n{answer.out}{answer.err}'
    assert answer.out == '', answer.out
    assert answer.err.count('\n') >= 2 or 'open since' in answer.err, answer.err
    for word in [says] if isinstance(says, str) else says:
        assert word in answer.err, f'{word!r} is not in {answer.err!r}'
    return answer.err


def load(*arguments, **keywords):
    return json.loads(ok(*arguments, '--json', **keywords))


def plan(folder, template='cric', language='ja', **options):
    """A copy of a plan that is made once."""
    key = (template, language, *sorted(options.items()))
    if key not in made:
        made[key] = Path(tempfile.mkdtemp(dir=shared)) / 'plan.koyomi'
        words = [word for name, value in options.items() for word in ('--' + name.replace('_', '-'), value)]
        ok('new', made[key], '--template', template, *words, language=language)
    path = folder / 'plan.koyomi'
    shutil.copy(made[key], path)
    return path


@test
def help_is_complete_in_both_languages(folder):
    commands = ['new', 'info', 'list', 'lint', 'kpi', 'search', 'import', 'export', 'report', 'reissue', 'pack', 'verify-pack', 'log', 'undo', 'redo', 'bookmark', 'snapshot', 'evidence', 'verify',
                'backup']
    for command in [None, *commands]:
        words = ['--help'] if command is None else [command, '--help']
        english, japanese = ok(*words), ok(*words, language='ja')
        assert not JAPANESE.search(english), english
        assert JAPANESE.search(japanese)
        for option in re.findall(r'--[a-z-]+', english):
            assert option in japanese, f'{command}: {option}'
    for command in commands:
        assert re.search(rf'^  {command} ', ok('--help'), re.M), command


@test
def wrong_usage_ends_with_2(folder):
    path = plan(folder)
    for words in [[], ['frobnicate'], ['new'], ['info'], ['info', path, path], ['list', path], ['list', path, 'nothings'],
                  ['new', folder / 'x', '--template', 'other'], ['new', folder / 'x', '--fiscal-year', 'soon'],
                  ['new', folder / 'x', '--months', 'mine'], ['list', path, 'functions', '--catalogue', 'mine'],
                  ['export', path, '--report', 'annual-calendar'], ['export', path, '--report', 'other', '-o', folder / 'x.pdf'],
                  ['export', path, '--report', 'annual-calendar', '--format', 'doc', '-o', folder / 'x'],
                  ['kpi'], ['kpi', path, '--quarter', '2026'], ['kpi', path, '--quarter', '2026Q5'],
                  ['search', path], ['search', path, 'a', 'b'], ['search', path, 'a', '--most', '0'],
                  ['lint'], ['lint', path, '--day', 'soon'], ['lint', path, '--catalogue', 'mine'], ['lint', path, '--area', 'mine'],
                  ['import', path, TABLE, '--format', 'other'], ['info', path, '--no-such-option']]:
        fails(USAGE, *words)
    fails(USAGE, 'info', path, language='fr')
    fails(USAGE, 'info', path, today='tomorrow')
    assert not (folder / 'x').exists()


@test
def a_plan_from_the_template_holds_the_cric_table(folder):
    for language in 'ja', 'en':
        path = plan(folder, language=language)
        info = load('info', path)
        assert info['counts']['functions'] == 31 + 54 + 64
        assert info['counts']['controls'] == 28 + 93
        assert [year['year'] for year in info['fiscal_years']] == [2026]
        assert sum(info['fiscal_years'][0]['occurrences'].values()) == 65
        functions = load('list', path, 'functions')
        assert len(functions) == 31
        assert len({function['group_id'] for function in functions}) == 15
        assert len(load('list', path, 'functions', '--catalogue', 'isogj')) == 54
        assert len(load('list', path, 'functions', '--catalogue', 'x1060')) == 64
        runs = load('list', path, 'occurrences', '--fiscal-year', '2026')
        assert len(runs) == 65
        assert len({(run['function_id'], run['first_day'][:7]) for run in runs}) == 60
        assert not [run for run in runs if run['first_day'].startswith('2027-03')]
        path.unlink()


@test
def adjusted_months_differ_from_those_of_the_source(folder):
    source = load('list', plan(folder), 'occurrences', language='ja')
    adjusted = load('list', plan(folder, months='adjusted'), 'occurrences', language='ja')
    assert len(adjusted) == len(source) == 65
    assert [run for run in adjusted if run['first_day'].startswith('2027-03')]
    audits = [run['first_day'] for run in adjusted if run['name'] == 'ISMS内部監査']
    assert audits == ['2026-07-01', '2027-01-01'], audits


@test
def one_plan_speaks_both_languages(folder):
    path = plan(folder)
    assert 'サイバーセキュリティ統括' in ok('list', path, 'functions', language='ja')
    assert not JAPANESE.search(ok('list', path, 'functions', language='en'))
    sample = plan(folder, 'sample')
    names = re.search(r'one of: (.*?)\.$', ok('list', '--help'), re.M).group(1).split(', ')
    for what in names:
        assert not JAPANESE.search(ok('list', sample, what, language='en')), what


@test
def the_sample_is_in_the_middle_of_its_year(folder):
    path = plan(folder, 'sample')
    counts = load('info', path)['fiscal_years'][0]['occurrences']
    assert counts['late'] >= 3 and counts['doing'] >= 3 and counts['done'] >= 30 and counts['planned'] >= 30, counts
    assert len([i for i in load('list', path, 'incidents') if i['kind'] != 'drill']) >= 12
    assert [i for i in load('list', path, 'incidents') if i['kind'] == 'drill']
    assert [team for team in load('list', path, 'teams') if team['kind'] == 'outsourced']
    assert all(meeting['status'] == 'held' for meeting in load('list', path, 'meetings') if meeting['day'] < TODAY)


@test
def every_list_is_printed_in_both_forms(folder):
    path = plan(folder, 'sample')
    names = re.search(r'one of: (.*?)\.$', ok('list', '--help'), re.M).group(1).split(', ')
    assert len(names) == 67, names
    for name in set(names) - {'load', 'maturity'}:
        rows = load('list', path, name)
        lines = ok('list', path, name).splitlines()
        if name in ('clocks', 'drills'):
            lines.pop()   # what it is not: legal advice; how many have not taken part
        assert len(rows) == len(lines), f'{name}: {len(rows)} {len(lines)}'
        assert rows or name in ('bookmarks', 'letters', 'lint-waivers', 'metric-closes', 'narratives', 'report-issues', 'reports', 'review-inputs',
                                'waivers'), name


@test
def assignments_are_those_of_a_catalogue_and_a_day(folder):
    path = plan(folder, 'sample')
    everything = load('list', path, 'assignments')
    roles = load('list', path, 'assignments', '--catalogue', 'isogj')
    functions = load('list', path, 'assignments', '--catalogue', 'cric')
    assert len(everything) == len(roles) + len(functions) and roles and functions
    assert {row['catalogue'] for row in roles} == {'isogj'}
    codes = [row['function_code'] for row in roles]
    assert codes[0] == 'A-1' and codes.index('A-2') > codes.index('A-1') and codes[-1].startswith('I-')
    assert {'deputy', 'person', 'team', 'letters'} <= set(roles[0])

    long_ago = load('list', path, 'assignments', '--day', '2020-01-01')
    now = load('list', path, 'assignments', '--day', TODAY)
    assert all(not row['from_day'] or row['from_day'] <= TODAY for row in now)
    assert all(not row['to_day'] or row['to_day'] >= TODAY for row in now)
    assert {row['id'] for row in long_ago} != {row['id'] for row in now}
    line = ok('list', path, 'assignments', '--catalogue', 'isogj', language='ja').splitlines()[0]
    assert line.startswith('A-1 全体方針管理'), line
    fails(USAGE, 'list', path, 'assignments', '--day', 'someday')
    fails(USAGE, 'list', path, 'functions', '--day', TODAY)


@test
def teams_tell_people_counts_and_contracts(folder):
    path = plan(folder, 'sample')
    teams = {row['code']: row for row in load('list', path, 'teams', language='ja')}
    assert len(teams) == 16 and teams['SOC']['kind'] == 'outsourced'
    assert len(teams['CST']['people']) == 3 and teams['OLD']['people'] == []
    assert teams['SOC']['has_contract'] and teams['SOC']['contract_until'] > '2026'
    assert not teams['SO']['has_contract'] and teams['SO']['contract_until'] is None
    for catalogue in 'cric', 'isogj', 'all':
        options = [] if catalogue == 'all' else ['--catalogue', catalogue]
        held = load('list', path, 'assignments', '--day', TODAY, *options)
        for team in load('list', path, 'teams', '--day', TODAY, *options):
            mine = [row for row in held if row['team_id'] == team['id']]
            for letter, count in ('R', 'responsible'), ('A', 'accountable'):
                functions = {row['function_id'] for row in mine if letter in row['letters']}
                assert len(functions) == team[count], (catalogue, team['code'], letter)
    active = [row['code'] for row in load('list', path, 'teams', '--day', TODAY)]
    assert 'SO' in active and 'OLD' not in active
    text = ok('list', path, 'teams', language='ja')
    assert re.search(r'SOC .*委託.*1名 .*契約終了日 20\d\d', text), text
    assert re.search(r'1 person .*contract until 20\d\d', ok('list', path, 'teams'))


@test
def maturity_is_scored_by_function_and_group(folder):
    path = plan(folder, 'sample')
    maturity = load('list', path, 'maturity')
    functions = [function for group in maturity['groups'] for function in group['functions']]
    assert maturity['catalogue'] == 'isogj' and len(maturity['groups']) == 9 and len(functions) == maturity['n_functions'] == 54
    for one in [maturity, *maturity['groups']]:
        levels = [function['as_is'] for function in one.get('functions', functions)]
        assert abs(one['as_is'] - sum(levels) / len(levels)) < 1e-9, one
        assert one['as_is_a_year_ago'] < one['as_is'] < one['to_be']
    for function in functions:
        modes = [row for row in function['assessments'] if row['as_is']]
        assert function['as_is'] == max(row['as_is'] for row in modes), function
        assert function['gap'] == max(0, function['to_be'] - function['as_is'])
    gaps = {function['code']: function['gap'] for function in functions if function['gap']}
    assert [gaps[code] for code in maturity['gaps']] == sorted(gaps.values(), reverse=True)
    assert maturity['gaps'][0] == 'A-5', maturity['gaps']

    text = ok('list', path, 'maturity', language='ja')
    assert re.search(r'^A-5 +セキュリティ対応効果測定 +1 +1 → 4 +\+3 *$', text, re.M), text
    assert re.search(r'2\.0 → 2\.3', ok('list', path, 'maturity', '--catalogue', 'cric'), re.M)
    assert load('list', path, 'maturity', '--catalogue', 'x1060')['n_unknown'] == 64
    assert ok('list', plan(folder, 'empty'), 'maturity') == ''
    fails(USAGE, 'list', path, 'maturity', '--catalogue', 'all')


@test
def load_is_told_by_team_and_month(folder):
    path = plan(folder, 'sample')
    table = load('list', path, 'load', '--fiscal-year', '2026')
    teams = {team['code']: team for team in table['teams']}
    assert table['fiscal_year'] == 2026 and len(teams['ISM']['months']) == 12
    assert [number for number, month in enumerate(teams['ISM']['months']) if month['over']] == [1]
    for team in table['teams']:
        assert abs(sum(month['planned'] for month in team['months']) - team['planned']) < 1e-9
        assert all(month['over'] == (month['planned'] + month['routine'] > month['capacity'] + 1e-9) for month in team['months']), team
    days = sum(sum(activity['days']) for activity in table['activities'])
    assert abs(days - sum(team['planned'] for team in table['teams'])) < 1e-6
    scan = next(activity for activity in table['activities'] if activity['title'] == 'Vulnerability test of public systems')
    assert scan['days'] == [4, 4, 4, 4] and scan['cost'] == [1200000] * 4 and scan['estimated']
    assert '▲' in ok('list', path, 'load')
    assert all(team['planned'] == 0 for team in load('list', path, 'load', '--fiscal-year', '2020')['teams'])


@test
def holidays_are_those_of_the_fiscal_year(folder):
    days = {row['day']: row for row in load('list', plan(folder, 'sample'), 'holidays', '--fiscal-year', '2026', language='ja')}
    assert days['2026-09-22']['name'] == '国民の休日'
    assert days['2026-05-06']['public'] and not days['2026-08-14']['public']
    assert min(days) >= '2026-04-01' and max(days) <= '2027-03-31'


def lint(path, *arguments, **keywords):
    """The breaches, after a look at the exit code: 1 while there is one that is not waived."""
    answer = run('lint', path, '--area', 'matrix', '--json', *arguments, **keywords)
    breaches = json.loads(answer.out)
    assert answer.code == (NOT_SO if any(not breach['waived'] for breach in breaches) else DONE), (answer.code, answer.out)
    assert not answer.err, answer.err
    return breaches


def change(path, sql):
    """Something that the command line has no word for."""
    with sqlite3.connect(path) as db:
        db.execute(sql)


@test
def search_finds_rows_however_they_are_typed(folder):
    path = plan(folder, template='sample')
    for words in '2026-004', '２０２６ー００４':
        [group] = load('search', path, words, language='ja')
        assert (group['kind'], group['found']) == ('incident', 1)
        [hit] = group['hits']
        assert (hit['number'], hit['title']) == ('2026-004', '工場端末のマルウェア感染')
    for words in 'ﾊﾟｯﾁ 月例', 'ぱっち　月例', 'monthly PATCH':
        groups = {group['kind']: group for group in load('search', path, words, '--most', '2')}
        runs = groups['occurrence']
        assert runs['found'] > 6 and len(runs['hits']) == 2
        assert runs['hits'][0]['detail'] > runs['hits'][1]['detail']
    for language, words in ('en', ['Incident (1)', '2026-004', 'Malware on a plant terminal']), ('ja', ['インシデント (1)', '工場端末']):
        text = ok('search', path, '2026-004', language=language)
        assert all(word in text for word in words), text
    nothing = run('search', path, 'xyzzy')
    assert nothing.code == NOT_SO and 'xyzzy' in nothing.out, nothing.out
    assert json.loads(run('search', path, 'xyzzy', '--json').out) == []


def kpi(path, *arguments, **keywords):
    return {metric['code']: metric for metric in load('kpi', path, *arguments, **keywords)['metrics']}


@test
def kpi_tells_a_quarter_with_its_rows(folder):
    path = plan(folder, template='sample')
    with sqlite3.connect(path) as db:
        done, due = db.execute("""SELECT count (*) FILTER (WHERE o.status = 'done'), count (*) FROM occurrence AS o
            WHERE o.status <> 'skipped' AND last_day BETWEEN ? AND ?""",
                               (date(2026, 7, 1).toordinal(), date(2026, 9, 30).toordinal())).fetchone()
        metrics = db.execute('SELECT count (*) FROM metric').fetchone()[0]

    answer = load('kpi', path, '--quarter', '2026Q2')
    assert (answer['quarter'], answer['first_day'], answer['last_day']) == ('2026Q2', '2026-07-01', '2026-09-30')
    told = kpi(path, '--quarter', '2026Q2')
    assert len(told) == metrics
    assert (told['KPI-14']['numerator'], told['KPI-14']['denominator']) == (done, due)
    assert abs(told['KPI-14']['value'] - 100 * done / due) < 1e-9
    assert 'rows' not in told['KPI-14']
    for code, metric in told.items():
        assert (metric['status'] in ('no-data', 'stale')) == (metric['value'] is None), code

    rows = kpi(path, '--quarter', '2026Q2', '--metric', 'KPI-14')['KPI-14']['rows']
    assert (sum(row['counts'] for row in rows), len(rows)) == (done, due)
    assert {row['table'] for row in rows} == {'occurrence'}
    assert load('kpi', path)['quarter'] == '2026Q3'
    assert all(metric['value'] is None for metric in kpi(path, '--quarter', '2027Q2').values())
    assert [code for code, metric in told.items() if 'parts' in metric] == ['IDX-01']
    score = told['IDX-01']
    assert sum(part['weight'] for part in score['parts']) == 100
    assert abs(sum(part['share'] for part in score['parts']) - score['value_now']) < 1e-9
    for part in score['parts']:
        assert abs(part['value'] - told[part['code']]['value_now']) < 1e-9 and part['status'] == told[part['code']]['status'], part
        assert abs(part['share'] - part['points'] * part['weight'] / 100) < 1e-9, part
    lines = ok('kpi', path, '--quarter', '2026Q2', '--metric', 'IDX-01').splitlines()[-len(score['parts']):]
    assert all(part['name'] in line and f"weight {part['weight']}" in line for part, line in zip(score['parts'], lines)), lines
    fails(INPUT_REFUSED, 'kpi', path, '--metric', 'KPI-00')
    for language, words in ('en', ['Activity completion rate', 'FY2026 Q2']), ('ja', ['年間計画の達成率', '第2四半期']):
        text = ok('kpi', path, '--quarter', '2026Q2', language=language)
        assert all(word in text for word in words), text


@test
def lint_finds_nothing_in_a_new_plan(folder):
    for template in 'cric', 'empty':
        path = plan(folder, template)
        assert lint(path) == []
        assert ok('lint', path, '--area', 'matrix').count('\n') == 1
        path.unlink()


@test
def lint_names_what_breaks_the_rules(folder):
    path = plan(folder, 'sample')
    rules = {rule['id']: rule for rule in load('list', path, 'rules')}
    breaches = lint(path)
    order = ['high', 'medium', 'low']
    assert [breach['rule'] for breach in breaches if not breach['waived']] == [
        'no-a', 'outsourced-a', 'inactive-team', 'no-a', 'contract-ending', 'single-person', 'too-many-a']
    assert [breach['severity'] for breach in breaches] == sorted((breach['severity'] for breach in breaches), key=order.index)
    assert all(breach['severity'] == rules[breach['rule']]['severity'] for breach in breaches)
    assert [(breach['function_code'], breach['catalogue']) for breach in breaches if breach['rule'] == 'no-a'] == [
        ('11', 'cric'), ('D-5', 'isogj')]
    ending, = (breach for breach in breaches if breach['rule'] == 'contract-ending')
    assert ending['day'] == '2027-01-21' and ending['contract'] and ending['team'] and len(ending['function_ids']) == 3
    waived, = (breach for breach in breaches if breach['waived'])
    assert waived['waiver']['reason'] and waived['waiver']['until_day'] == '2027-03-22' and waived['person']

    for language in 'en', 'ja':
        answer = run('lint', path, '--area', 'matrix', language=language)
        assert answer.code == NOT_SO and bool(JAPANESE.search(answer.out)) == (language == 'ja')
        for breach in lint(path, language=language):
            assert re.search(rf'{breach["rule"]} +{re.escape(breach["sentence"])}', answer.out), breach


@test
def lint_knows_other_days_and_catalogues(folder):
    path = plan(folder, 'sample')
    assert all(breach['catalogue'] == 'isogj' for breach in lint(path, '--catalogue', 'isogj'))
    assert 'no-contract' in [breach['rule'] for breach in lint(path, '--day', '2027-01-22')]
    ended, = (breach for breach in lint(path, '--day', '2027-03-23') if 'waiver' in breach)
    assert ended['rule'] == 'single-person' and not ended['waived']
    assert 'was accepted until 2027-03-22' in run('lint', path, '--day', '2027-03-23').out
    new = plan(folder)
    assert [breach['rule'] for breach in lint(new, '--catalogue', 'isogj')] == ['no-a', 'no-r'] * 54
    fails(INPUT_REFUSED, 'lint', plan(folder, 'empty'), '--catalogue', 'cric')


@test
def lint_lets_pass_what_was_accepted(folder):
    path = plan(folder)
    change(path, "UPDATE team SET kind = 'outsourced' WHERE code = 'SOC'")
    breach, = lint(path)
    assert breach['rule'] == 'no-contract'
    first, last = (date.fromisoformat(day).toordinal() for day in ('2026-11-01', '2026-11-30'))
    change(path, 'INSERT INTO waiver (id, rule, team_id, reason, decided_by, decided_day, until_day) '
                 f"VALUES (1, 'no-contract', {breach['team_id']}, 'signing', 'CISO', {first}, {last})")
    breach, = lint(path)
    assert breach['waived'] and breach['waiver']['until_day'] == '2026-11-30'
    assert 'accepted until 2026-11-30 (CISO): signing' in ok('lint', path, '--area', 'matrix')
    breach, = lint(path, '--day', '2026-12-01')
    assert not breach['waived']


@test
def lint_names_what_is_not_ready(folder):
    path = plan(folder, 'sample')
    rules = {rule['id']: rule for rule in load('list', path, 'rules')}
    answer = run('lint', path, '--json')
    found = json.loads(answer.out)
    assert answer.code == NOT_SO and {'matrix', 'findings', 'evidence', 'meetings'} <= {each['area'] for each in found}
    for each in found:
        assert (each['area'], each['severity']) == (rules[each['rule']]['area'], rules[each['rule']]['severity']), each
    late, = (each for each in found if each['rule'] == 'finding-late' and each['row'].startswith('F-26-02'))
    with sqlite3.connect(path) as db:
        assert db.execute('SELECT number FROM finding WHERE id = ?', (late['row_id'],)).fetchone() == ('F-26-02',)

    findings = json.loads(run('lint', path, '--area', 'findings', '--json').out)
    assert findings == [each for each in found if each['area'] == 'findings']
    for language in 'en', 'ja':
        text = run('lint', path, '--area', 'findings', language=language).out
        assert bool(JAPANESE.search(text)) == (language == 'ja') and text.count('finding-late') == sum(
            each['rule'] == 'finding-late' for each in findings)

    first = date(2026, 11, 1).toordinal()
    change(path, 'INSERT INTO lint_waiver (id, rule, entity, row_id, reason, decided_by, decided_day, until_day) '
                 f"VALUES (1, 'finding-late', 'finding', {late['row_id']}, 'part on its way', 'CISO', {first}, {first + 29})")
    assert 'accepted until 2026-11-30 (CISO): part on its way' in run('lint', path).out
    late, = (each for each in json.loads(run('lint', path, '--json').out) if each.get('row', '').startswith('F-26-02') and 'waiver' in each)
    assert late['waived'] and late['waiver']['reason'] == 'part on its way'


@test
def applicability_and_deadlines_are_told(folder):
    path = plan(folder, 'sample')
    lines = {line['code']: line for line in load('list', path, 'applicability')}
    assert len(lines) == 93 and lines['8.30']['state'] == 'Not applicable'
    assert lines['8.13']['evidence_found'] and lines['8.13']['functions'] and not lines['8.13']['lacks']
    assert lines['8.28']['lacks'] and all(line['reason'] for line in lines.values())
    days = load('list', path, 'deadlines')
    assert [day['day'] for day in days] == sorted(day['day'] for day in days)
    assert all(day['late'] == (day['day'] < TODAY) for day in days)
    assert {'finding', 'audit', 'risk', 'policy', 'contract', 'decision'} <= {day['table'] for day in days}


@test
def snapshots_are_compared(folder):
    path = plan(folder, 'sample')
    head = load('log', path)[-1]
    label, told = ok('snapshot', path, '委員会の前').splitlines()
    assert '委員会の前' in label and told == f'#{head["seq"]} {head["hash"]}'
    fails(INPUT_REFUSED, 'snapshot', path, '委員会の前')
    ok('bookmark', path, 'later')
    rows = load('log', path, '--from', '委員会の前')
    assert [(row['table'], row['change']) for row in rows] == [('bookmark', 'insert')] * 2
    assert len(load('log', path, '--from', '委員会の前', '--to', 'later')) == 1
    assert ok('log', path, '--from', 'later').count('later') >= 1
    assert len(load('log', path, '--what', 'bookmarks')) == 2 and len(load('log', path, '--text', '委員会')) == 1
    assert load('log', path, '--who', 'nobody') == []
    fails(INPUT_REFUSED, 'log', path, '--from', 'never')
    fails(USAGE, 'log', path, '--what', 'nothing')
    fails(USAGE, 'log', path, '--to', 'later')


@test
def rules_are_listed(folder):
    path = plan(folder)
    rules = load('list', path, 'rules')
    assert len(rules) == 91 == len({rule['id'] for rule in rules})
    assert all(re.fullmatch('[a-z]+(-[a-z]+)+', rule['id']) and rule['name'] and rule['sentence'] for rule in rules)
    assert not JAPANESE.search(ok('list', path, 'rules'))
    for line, rule in zip(ok('list', path, 'rules', language='ja').splitlines(), load('list', path, 'rules', language='ja')):
        assert line.startswith(rule['id']) and line.endswith(rule['sentence']) and JAPANESE.search(rule['sentence'])


@test
def incidents_are_those_of_the_board(folder):
    path = plan(folder, 'sample')
    incidents = {incident['number']: incident for incident in load('list', path, 'incidents')}
    assert list(incidents) == [f'2026-{i:03}' for i in range(1, 15)], list(incidents)
    cloud = incidents['2026-011']
    assert (cloud['tasks'], cloud['tasks_done'], cloud['open'], cloud['counted']) == (12, 7, True, True)
    assert cloud['next_report'].startswith('APPI: ') and cloud['next_report_due'] and not cloud['next_report_late']
    assert abs(cloud['tta_hours'] - 10 / 60) < 1e-9 and cloud['ttr_hours'] is None
    assert incidents['2026-008']['recurrence_of'] == '2026-004'
    drill = incidents['2026-006']
    assert drill['kind'] == 'drill' and not drill['counted'] and drill['verdict'] == 'met' and drill['reports_open'] == 0
    lines = ok('list', path, 'incidents').splitlines()
    assert re.match(r'2026-001 +Incident +S4 Minor +Closed +2026-0\d-\d\d 08:50 +\d+/\d+ +Lost company smartphone', lines[0]), lines[0]
    assert len(load('list', path, 'incidents', '--fiscal-year', '2026')) == 14
    assert load('list', path, 'incidents', '--fiscal-year', '2025') == []


@test
def clocks_are_those_of_incidents(folder):
    path = plan(folder, 'sample')
    clocks = {(clock['incident'], clock['clock']): clock for clock in load('list', path, 'clocks')}
    final = clocks['2026-011', 'jp_appi_final']
    assert (final['state'], final['due_at'], final['drill']) == ('due', '2026-12-09T14:59:59Z', False)
    assert clocks['2026-011', 'internal_exec']['filed_late'] and not clocks['2026-005', 'internal_exec']['filed_late']
    assert clocks['2026-005', 'jp_tse']['state'] == 'not-applicable' and clocks['2026-005', 'jp_tse']['reason']

    later = {(clock['incident'], clock['clock']): clock['state'] for clock in load('list', path, 'clocks', today='2026-12-12')}
    assert later['2026-011', 'jp_appi_final'] == 'late' and later['2026-011', 'jp_appi_subject'] == 'due'

    for language, words in ('en', 'Not legal advice'), ('ja', '法的助言ではありません'):
        printed = ok('list', path, 'clocks', language=language)
        assert len(printed.splitlines()) == len(clocks) + 1 and words in printed
    assert len(load('list', path, 'reporting-duties')) == 28


@test
def a_plan_is_not_overwritten(folder):
    path = plan(folder)
    before = path.read_bytes()
    fails(FILE_REFUSED, 'new', path, says=str(path))
    assert path.read_bytes() == before
    fails(OUTPUT_FAILED, 'new', folder / 'missing' / 'plan.koyomi')
    assert oct(path.stat().st_mode)[-3:] in ('600', '644')
    assert oct(made[('cric', 'ja')].stat().st_mode)[-3:] == '600'


@test
def files_that_are_no_plans_are_refused_and_left_alone(folder):
    (folder / 'empty').write_bytes(b'')
    (folder / 'text').write_text('a plan?\n' * 100)
    (folder / 'picture.png').write_bytes(b'\x89PNG\r\n\x1a\n' + bytes(4000))
    with sqlite3.connect(folder / 'other.db') as db:
        db.execute('CREATE TABLE t (a)')
    later = plan(folder).rename(folder / 'later.koyomi')
    with sqlite3.connect(later) as db:
        db.execute('PRAGMA user_version = 99')
    short = plan(folder).rename(folder / 'short.koyomi')
    with open(short, 'r+b') as file:
        file.truncate(100000)
    planted = plan(folder).rename(folder / 'planted.koyomi')
    with sqlite3.connect(planted) as db:
        db.execute('CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM journal; END')
    for name in 'empty', 'text', 'picture.png', 'other.db', 'later.koyomi', 'short.koyomi', 'planted.koyomi':
        before = (folder / name).read_bytes()
        for language in 'en', 'ja':
            fails(FILE_REFUSED, 'info', folder / name, says=name, language=language)
            fails(FILE_REFUSED, 'undo', folder / name, says=name, language=language)
        assert (folder / name).read_bytes() == before, name
    fails(FILE_REFUSED, 'info', folder, says=str(folder))
    fails(FILE_REFUSED, 'info', folder / 'missing.koyomi')


@test
def undo_and_redo_go_by_name(folder):
    path = plan(folder)
    fails(NOT_SO, 'undo', path)
    fails(NOT_SO, 'redo', path)
    ok('bookmark', path, '承認版')
    assert '承認版' in ok('undo', path)
    assert load('list', path, 'bookmarks') == []
    assert '承認版' in ok('redo', path)
    assert [row['name'] for row in load('list', path, 'bookmarks')] == ['承認版']
    fails(INPUT_REFUSED, 'bookmark', path, '承認版')
    log = load('log', path)
    assert [entry['kind'] for entry in log] == ['edit', 'edit', 'undo', 'redo']
    assert log[1]['rows'][0]['table'] == 'bookmark'
    ok('verify', path)


@test
def the_log_shows_old_and_new(folder):
    path = plan(folder)
    assert 'Function group' in ok('log', path), 'an entry of many rows is told in numbers'
    full = ok('log', path, '--full', language='ja')
    assert '→ サイバーセキュリティ統括' in full
    assert load('log', path)[0]['rows'][0]['fields']


@test
def drills_tell_who_has_taken_part(folder):
    path = plan(folder, 'sample')
    rows = {row['name']: row for row in load('list', path, 'drills')}
    assert rows['CSIRT']['covered'] and rows['CSIRT']['last_day'] == '2026-08-24'
    assert not rows['ISMS office']['covered'] and 'last_day' not in rows['ISMS office']
    assert rows['Hinagata Forensics']['outsourced'] and not rows['Hinagata Forensics']['covered']
    assert '11 without a drill' in ok('list', path, 'drills')
    assert '12か月' in ok('list', path, 'drills', language='ja')


@test
def evidence_is_compared_with_its_hash(folder):
    path = plan(folder, 'sample')
    assert 'No evidence' in ok('evidence', path)
    incident = load('list', path, 'incidents')[0]
    log = path.parent / 'proxy.log'
    log.write_bytes(b'abc')
    change(path, "INSERT INTO evidence (id, title, kind, place, sha256, owner, added_day, note) VALUES (1, 'log', 'record', 'proxy.log', "
                 "'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', '', 739942, '')")
    change(path, f"INSERT INTO proof (id, evidence_id, incident_id) VALUES (1, 1, {incident['id']})")

    [item] = load('evidence', path, '--incident', incident['number'])
    assert item['state'] == 'same' and item['file'].endswith('/proxy.log')
    log.write_bytes(b'abd')
    changed = run('evidence', path)
    assert changed.code == NOT_SO and 'Changed since it was recorded' in changed.out, changed.out
    log.unlink()
    gone = run('evidence', path)
    assert gone.code == NOT_SO and 'File not found' in gone.out, gone.out
    fails(INPUT_REFUSED, 'evidence', path, '--incident', '1999-001', says='1999-001')


@test
def verify_finds_what_was_done_from_outside(folder):
    head = load('info', plan(folder))['head']

    def tampered(sql):
        path = plan(folder)
        ok('bookmark', path, 'b')
        with sqlite3.connect(path) as db:
            db.execute(sql)
        return path

    ok('verify', plan(folder), '--head', head)
    ok('verify', plan(folder), '--head', head[:16])
    fails(NOT_SO, 'verify', plan(folder), '--head', 'f' * 64)
    fails(NOT_SO, 'verify', plan(folder), '--head', 'ffff')
    fails(NOT_SO, 'verify', tampered("UPDATE function SET name = 'x' WHERE code = '5'"), says='function')
    fails(NOT_SO, 'verify', tampered('DELETE FROM crosswalk WHERE id = (SELECT max(id) FROM crosswalk)'),
          says='crosswalk')
    fails(NOT_SO, 'verify', tampered("UPDATE journal SET label = 'y' WHERE seq = 2"), says='entry 2')
    fails(NOT_SO, 'verify', tampered("UPDATE journal SET changeset = x'00' WHERE seq = 2"), says='entry 2')
    fails(NOT_SO, 'verify', tampered('DELETE FROM journal WHERE seq = 1'), says='entry 1')
    cut = plan(folder)
    ok('bookmark', cut, 'b')
    head = load('info', cut)['head']
    with sqlite3.connect(cut) as db:
        db.execute('DELETE FROM bookmark')
        db.execute('DELETE FROM journal WHERE seq = 2')
    ok('verify', cut)
    fails(NOT_SO, 'verify', cut, '--head', head)


@test
def a_backup_is_a_whole_plan_and_overwrites_nothing(folder):
    path = plan(folder)
    ok('backup', path, folder / 'copy.koyomi')
    assert load('info', folder / 'copy.koyomi')['head'] == load('info', path)['head']
    assert oct((folder / 'copy.koyomi').stat().st_mode)[-3:] == '600'
    ok('verify', folder / 'copy.koyomi')
    before = (folder / 'copy.koyomi').read_bytes()
    fails(OUTPUT_FAILED, 'backup', path, folder / 'copy.koyomi')
    assert (folder / 'copy.koyomi').read_bytes() == before


@test
@needs_table
def the_cric_table_goes_in_and_the_calendar_comes_out(folder):
    path = plan(folder, 'empty')
    dry = ok('import', path, TABLE, '--dry-run')
    assert load('info', path)['entries'] == 1, 'a dry run changes nothing'
    assert dry.count('\n') >= 31
    ok('import', path, TABLE)
    assert load('info', path)['entries'] == 2, 'one import is one edit'
    assert len(load('list', path, 'functions')) == 31
    assert len(load('list', path, 'occurrences', '--fiscal-year', '2026')) == 65
    assert len(load('list', path, 'duties')) == 107
    for form in 'xlsx', 'pdf', 'png', 'csv', 'ics':
        for language in 'ja', 'en':
            target = folder / f'calendar-{language}.{form}'
            ok('export', path, '--report', 'annual-calendar', '--format', form, '-o', target, language=language)
            assert target.stat().st_size > 1000
            assert oct(target.stat().st_mode)[-3:] == '600'
    assert 'ISMS内部監査' in (folder / 'calendar-ja.csv').read_text()
    text = subprocess.run(['pdftotext', '-layout', folder / 'calendar-ja.pdf', '-'], capture_output=True, check=True).stdout.decode()
    for title in 'ISMS内部監査', 'システム運用におけるKPI評価', 'GW明けのマルウェア対策':
        assert title in text, f'{title} is one word, also where it runs on beyond its bar'
    ok('undo', path)
    assert load('list', path, 'functions') == []


@test
def an_exported_csv_that_comes_back_changes_nothing(folder):
    path = plan(folder, 'sample')
    for language in 'ja', 'en':
        ok('export', path, '--report', 'annual-calendar', '--format', 'csv', '-o', folder / 'runs.csv', language=language)
        ok('import', path, folder / 'runs.csv', '--format', 'csv', language=language)
        assert load('info', path)['entries'] == 1


def export_matrix(path, target, *options, **keywords):
    ok('export', path, '--report', 'matrix', '-o', target, *options, **keywords)
    assert oct(target.stat().st_mode)[-3:] == '600'
    return target


@test
def an_exported_matrix_that_comes_back_changes_nothing(folder):
    path = plan(folder, 'sample')
    change(path, "INSERT INTO assignment (id, function_id, team_id, letters, to_day, basis, note) "
                 f"SELECT 5, function_id, team_id, 'S', {date(2027, 12, 31).toordinal()}, '', 'second' FROM assignment LIMIT 1")
    for number, options in enumerate([['--catalogue', 'cric'], ['--catalogue', 'isogj', '--day', '2026-04-20'],
                                      ['--catalogue', 'x1060', '--day', '2028-01-01']]):
        for language in 'ja', 'en':
            for target, wide in ('matrix.xlsx', []), ('matrix.csv', []), ('wide.csv', ['--wide']):
                export_matrix(path, folder / target, *options, *wide, language=language)
                for other in 'ja', 'en':
                    out = ok('import', path, folder / target, '--format', 'matrix', language=other)
                    assert not re.search(r'[1-9]\d* to (add|change)', out), (options, target, out)
                assert load('info', path)['entries'] == 1, (options, target, language)
        assert 'same' in ok('import', path, folder / 'matrix.csv', '--dry-run') or number == 2, 'found by its headings'


def edit_cells(path, **cells):
    """Another program changes letters: A1='C' and the like; an empty text clears a cell."""
    import openpyxl
    book = openpyxl.load_workbook(path)
    for place, text in cells.items():
        book.worksheets[0][place].value = text or None
    book.save(path)


@test
def letters_that_a_spreadsheet_changed_are_one_edit(folder):
    path = plan(folder, 'sample')
    target = export_matrix(path, folder / 'matrix.xlsx', '--catalogue', 'isogj')
    edit_cells(target, D8='c', C9='', I10='ＲＡ')
    dry = ok('import', path, target, '--format', 'matrix', '--dry-run')
    assert 'Assignment: 1 to add, 1 to change, 1 to remove' in dry and 'R → RA' in dry, dry
    report = load('import', path, target, '--format', 'matrix', '--dry-run')
    assert [item['action'] for item in report['items'] if item['action'] != 'same'] == ['add', 'remove', 'change']
    assert load('info', path)['entries'] == 1, 'a dry run changes nothing'

    def held():
        return {(row['function_code'], row['team']): row for row in load('list', path, 'assignments', '--catalogue', 'isogj')}
    before = held()
    ok('import', path, target, '--format', 'matrix')
    after = held()
    assert load('info', path)['entries'] == 2
    assert after['A-1', 'CIO']['letters'] == 'C' and ('A-2', 'CISO') not in after and after['A-3', 'CSIRT']['letters'] == 'RA'
    others = [key for key in before if key not in (('A-2', 'CISO'), ('A-3', 'CSIRT'))]
    assert all(after[key] == before[key] for key in others), 'people, days and notes of other cells stay'
    ok('undo', path)
    assert held() == before
    ok('import', path, target, '--format', 'matrix', '--day', '2027-04-01', '--begins')
    rows = [row for row in load('list', path, 'assignments', '--catalogue', 'isogj', '--day', '2027-03-31')]
    assert ('A-2', 'CISO') in {(row['function_code'], row['team']) for row in rows}, 'what held before the day stays'


@test
def a_row_an_assignment_brings_people_days_and_notes(folder):
    path = plan(folder, 'sample')
    target = export_matrix(path, folder / 'list.csv', '--catalogue', 'cric')
    lines = target.read_text('utf-8-sig').splitlines()
    place = next(i for i, line in enumerate(lines) if ',CISO,CISO,A,Taro Kakuu,' in line)
    row = lines[place].split(',')
    row[9:13] = ['Mai Shitagaki', '2026-04-01', '2027-03-31', '"Until, then"']
    lines[place] = ','.join(row)
    target.write_text('\n'.join([lines[0], lines[place], 'cric,,,2,,,Purchasing,I,,,,,,', '']))
    out = ok('import', path, target, '--format', 'matrix', '--dry-run')
    assert '1 to add, 1 to change' in out and 'Deputy:  → Mai Shitagaki' in out and 'Note:  → Until, then' in out, out
    ok('import', path, target, '--format', 'matrix')
    held = [item for item in load('list', path, 'assignments', '--catalogue', 'cric') if item['team'] == 'CISO']
    first = next(item for item in held if item['function_code'] == '1')
    assert (first['person'], first['deputy'], first['from_day'], first['to_day'], first['note']) == \
           ('Taro Kakuu', 'Mai Shitagaki', '2026-04-01', '2027-03-31', 'Until, then')
    target.write_text('\n'.join([lines[0], lines[place].replace(',A,Taro', ',,Taro')]))
    assert 'A → ' in ok('import', path, target, '--format', 'matrix', '--dry-run'), 'no letters: it goes'


@test
def faults_in_a_matrix_are_named_by_row_and_column(folder):
    path = plan(folder, 'sample')
    target = folder / 'matrix.xlsx'
    for cells, place, says in [
        ({'D8': 'X'}, 'D8', 'is not made of letters'), ({'D8': 1.5}, 'D8', 'is not made of letters'),
        ({'A9': 'Z-9', 'B9': 'Nonsense'}, 'B9', 'no function “Z-9 Nonsense”'), ({'B9': 'Quality management'}, 'B9', 'no function “A-2'),
        ({'C6': 'The Board'}, 'C6', 'no team “The Board”'), ({'D6': 'CISO'}, 'D6', 'has an earlier column'),
        ({'A9': 'A-1', 'B9': 'Overall policy management'}, 'B9', 'stands on an earlier row'), ({'A9': '', 'B9': ''}, 'row 9', 'names no function'),
    ]:
        export_matrix(path, target, '--catalogue', 'isogj')
        edit_cells(target, **cells)
        fails(INPUT_REFUSED, 'import', path, target, '--format', 'matrix', says=[place + ':', says])
        assert load('info', path)['entries'] == 1
    listed = export_matrix(path, folder / 'list.csv', '--catalogue', 'cric').read_text('utf-8-sig').splitlines()
    row = next(line for line in listed if ',CISO,CISO,A,Taro Kakuu,' in line)
    for old, new, says in [
        (',A,Taro', ',Q,Taro', 'is not made of letters'), ('Taro Kakuu', 'No Body', 'nobody called “No Body”'),
        ('Taro Kakuu', 'Mai Shitagaki', 'is not of this team'), ('Kakuu,', 'Kakuu,Taro Kakuu', 'stand in for themselves'),
        (',Z', ',Z9', 'no assignment with the key'), ('cric,', 'other,', 'no catalogue “other”'), (',,,,Z', ',31/31,,,Z', 'is not a day'),
    ]:
        (folder / 'list.csv').write_text('\n'.join([listed[0], row.replace(old, new, 1), '']))
        fails(INPUT_REFUSED, 'import', path, folder / 'list.csv', '--format', 'matrix', says=['row 2, column', says])
    (folder / 'list.csv').write_text('\n'.join([listed[0], row, row, '']))
    fails(INPUT_REFUSED, 'import', path, folder / 'list.csv', '--format', 'matrix', says=['row 3', 'earlier row'])
    target.write_bytes(target.read_bytes()[:3000])
    fails(INPUT_REFUSED, 'import', path, target, '--format', 'matrix', says=['matrix.xlsx', 'damaged'])
    ok('export', path, '--report', 'annual-calendar', '-o', target)
    fails(INPUT_REFUSED, 'import', path, target, '--format', 'matrix', says='no headings of a matrix')
    assert load('info', path)['entries'] == 1


@test
def a_column_of_ones_own_in_a_matrix_is_left_alone(folder):
    path = plan(folder, 'sample')
    target = export_matrix(path, folder / 'matrix.xlsx', '--catalogue', 'isogj')
    edit_cells(target, Z6='My remark', Z8='to be asked')
    out = ok('import', path, target, '--format', 'matrix', '--dry-run')
    assert 'Z6: doubt: The heading “My remark” is not known' in out and 'errors: 0' in out, out


@test
def a_matrix_that_cannot_be_had_is_refused(folder):
    path = plan(folder, 'sample')
    target = folder / 'matrix.xlsx'
    target.write_text('old')
    for words in [['-o', folder / 'x.ics'], ['-o', folder / 'x.png'], ['-o', target, '--catalogue', 'other'], ['-o', target, '--day', 'soon'],
                  ['-o', target, '--fiscal-year', '2026'], ['-o', target, '--wide']]:
        fails(USAGE, 'export', path, '--report', 'matrix', *words)
    fails(USAGE, 'export', path, '--report', 'annual-calendar', '-o', target, '--catalogue', 'cric')
    fails(OUTPUT_FAILED, 'export', path, '--report', 'matrix', '-o', folder / 'no' / 'x.xlsx')
    assert target.read_text() == 'old' and len(list(folder.glob('*.xlsx'))) == 1
    for form in 'xlsx', 'pdf', 'csv':
        export_matrix(plan(folder, 'empty'), folder / f'empty.{form}')
        export_matrix(plan(folder, 'cric'), folder / f'cric.{form}')


@test
def what_cannot_be_imported_is_refused(folder):
    path = plan(folder)
    (folder / 'empty.tsv').write_bytes(b'')
    (folder / 'picture.png').write_bytes(b'\x89PNG\r\n\x1a\n' + bytes(4000))
    (folder / 'letter.txt').write_text('Dear all,\nthis is no table.\n')
    (folder / 'broken.xlsx').write_bytes(b'PK\x03\x04' + bytes(300))
    for name in 'empty.tsv', 'picture.png', 'letter.txt', 'broken.xlsx', 'missing.tsv':
        fails(INPUT_REFUSED, 'import', path, folder / name, says=name)
    assert load('info', path)['entries'] == 1


@test
@needs_table
def an_export_can_show_the_past(folder):
    path = plan(folder, 'empty')
    ok('bookmark', path, 'before')
    ok('import', path, TABLE)
    past, now = folder / 'past.csv', folder / 'now.csv'
    for when in 'before', '#1':
        ok('export', path, '--report', 'annual-calendar', '--format', 'csv', '--as-of', when, '-o', past)
        assert len(past.read_text().splitlines()) == 1
    ok('export', path, '--report', 'annual-calendar', '--format', 'csv', '-o', now)
    assert len(now.read_text().splitlines()) == 66
    fails(INPUT_REFUSED, 'export', path, '--report', 'annual-calendar', '--format', 'csv', '--as-of', 'never', '-o', now)


@test
def a_failed_export_leaves_the_old_file(folder):
    path = plan(folder)
    target = folder / 'old.xlsx'
    target.write_text('old')
    for form in 'xlsx', 'pdf', 'png', 'csv', 'ics':
        fails(OUTPUT_FAILED, 'export', path, '--report', 'annual-calendar', '--format', form, '-o', folder / 'no' / 'x')
        fails(OUTPUT_FAILED, 'export', path, '--report', 'annual-calendar', '--format', form, '-o', folder)
    assert target.read_text() == 'old'
    assert sorted(p.name for p in folder.iterdir()) == ['old.xlsx', 'plan.koyomi']


def hash_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@test
def an_issued_report_is_written_again_from_its_moment(folder):
    path = plan(folder, 'sample')
    first, second, again = folder / 'first.xlsx', folder / 'second.pdf', folder / 'again'
    issued, kept = ([row['id'] for row in load('list', path, what)] for what in ('reports', 'bookmarks'))
    number, told = ok('report', path, 'committee', '--quarter', '2026Q2', '-o', first, '--issue', '--edition', '2').split()
    assert told == hash_of(first)
    ok('bookmark', path, 'Board')
    other = ok('report', path, 'kpi', '--quarter', '2026Q1', '-o', second, '--issue', '--as-of', 'Board', language='ja').split()[0]
    ok('narrative', path, 'committee', 'summary', '--quarter', '2026Q2', '--text', 'Written later')
    reports = sorted((row for row in load('list', path, 'reports') if row['id'] not in issued), key=lambda row: row['report'])
    bookmarks = [row for row in load('list', path, 'bookmarks') if row['id'] not in kept]
    assert [(r['report'], r['edition'], r['file_name'], r['sha256'], r['first_day'], r['last_day'], r['language']) for r in reports] == [
        ('committee', '2', 'first.xlsx', hash_of(first), '2026-07-01', '2026-09-30', 'en'),
        ('kpi', '', 'second.pdf', hash_of(second), '2026-04-01', '2026-06-30', 'ja')]
    assert sorted(row['name'] for row in bookmarks)[0] == 'Board' and len(bookmarks) == 2
    for key, file in (number, first), (other, second):
        ok('reissue', path, key, '-o', again, today='2027-03-01')
        assert again.read_bytes() == file.read_bytes(), file
    ok('report', path, 'committee', '--quarter', '2026Q2', '-o', again.with_suffix('.xlsx'))
    assert hash_of(again.with_suffix('.xlsx')) != hash_of(first)
    fails(INPUT_REFUSED, 'reissue', path, 3, '-o', again)
    for words in ['1'], ['x', '-o', again]:
        fails(USAGE, 'reissue', path, *words)
    number = ok('report', path, 'annual-calendar', '--quarter', '2026Q3', '-o', first, '--issue', today='2026-09-01').split()[0]
    ok('reissue', path, number, '-o', again, today='2027-03-01')
    issue = [r for r in load('list', path, 'reports') if r['report'] == 'annual-calendar'][0]
    assert again.read_bytes() == first.read_bytes() and (issue['first_day'], issue['last_day']) == ('2026-04-01', '2027-03-31')
    number = ok('report', path, 'matrix', '-o', second, '--issue', today='2026-09-01').split()[0]
    ok('reissue', path, number, '-o', again, today='2027-03-01')
    issue = [r for r in load('list', path, 'reports') if r['report'] == 'matrix'][0]
    assert again.read_bytes() == second.read_bytes() and (issue['first_day'], issue['last_day']) == ('2026-09-01', '2026-09-01')
    for kind, subject in ('incident', '2026-005'), ('drill', '2026-006'):
        number = ok('report', path, kind, '--subject', subject, '-o', first, '--issue').split()[0]
        ok('reissue', path, number, '-o', again, today='2027-03-01')
        assert again.read_bytes() == first.read_bytes() and f'{kind}/{subject}' in {r['report'] for r in load('list', path, 'reports')}
    fails(INPUT_REFUSED, 'report', path, 'incident', '--subject', '2026-006', '-o', again.with_suffix('.pdf'))
    fails(USAGE, 'report', path, 'incident', '-o', again.with_suffix('.pdf'))
    fails(USAGE, 'report', path, 'kpi', '--subject', '2026-006', '-o', again.with_suffix('.pdf'))
    fails(USAGE, 'report', path, 'annual-calendar', '--compare', 'Board', '-o', again.with_suffix('.pdf'))
    for words in ['--edition', '2', '-o', again], ['--issue', '-o', 'x.png'], ['--issue', '--compare', 'Board', '-o', 'x.pdf']:
        fails(USAGE, 'report', path, 'committee', *words)


def text_of(file):
    return subprocess.run(['pdftotext', '-raw', file, '-'], capture_output=True, check=True).stdout.decode()


def page_headers(file):
    book = openpyxl.load_workbook(file)
    return [sheet.oddHeader.center.text or '' for sheet in book.worksheets]


@test
def an_auditor_is_given_no_drafts_and_marked_pages(folder):
    path = plan(folder, 'sample')
    ok('narrative', path, 'committee', 'summary', '--quarter', '2026Q2', '--text', 'Zyx is a draft')
    before = hash_of(path)
    marks = {'en': 'For the auditor: Jane Doe, 2026-11-22', 'ja': '監査用：Jane Doe\u30002026-11-22'}
    for language, mark in marks.items():
        as_auditor = {'language': language}
        for number, words in enumerate([
                ['report', path, 'committee', '--quarter', '2026Q2'], ['report', path, 'kpi'],
                *(['export', path, '--report', name] for name in ('annual-calendar', 'matrix', 'incidents'))]):
            pdf, book, plain = folder / f'{language}{number}.pdf', folder / f'{language}{number}.xlsx', folder / f'{language}{number}-plain.pdf'
            ok(*words, '--auditor', 'Jane Doe', '--format', 'pdf', '-o', pdf, **as_auditor)
            pages = text_of(pdf).replace('\u3000', ' ').split('\f')[:-1]
            assert pages and all(mark.replace('\u3000', ' ') in page for page in pages), words
            assert 'Zyx' not in text_of(pdf)
            ok(*words, '--auditor', 'Jane Doe', '--format', 'xlsx', '-o', book, **as_auditor)
            headers = page_headers(book)
            assert headers and all(mark in header for header in headers), headers
            ok(*words, '--format', 'pdf', '-o', plain, **as_auditor)
            assert mark.split('J')[0] not in text_of(plain)
    assert 'Zyx is a draft' in text_of(folder / 'en0-plain.pdf')
    assert hash_of(path) == before


@test
def a_watermark_says_what_is_asked_for(folder):
    path = plan(folder, 'sample')
    pdf, picture, plain, pack = folder / 'a.pdf', folder / 'a.png', folder / 'b.png', folder / 'pack'
    ok('report', path, 'committee', '--watermark', 'Copy for the bank', '-o', pdf)
    assert 'Copy for the bank' in text_of(pdf)
    ok('report', path, 'committee', '--watermark', 'Copy for the bank', '-o', picture)
    ok('report', path, 'committee', '-o', plain)
    assert picture.read_bytes() != plain.read_bytes()
    ok('pack', path, '--auditor', '', '-o', pack)
    assert all('For the auditor, 2026-11-22' in text_of(file) for file in pack.glob('*.pdf'))
    assert all('For the auditor, 2026-11-22' in header for file in pack.glob('*.xlsx') for header in page_headers(file))
    for words in ['--auditor', 'X'], ['--watermark', 'X']:
        fails(USAGE, 'report', path, 'committee', '--issue', *words, '-o', pdf)


@test
def an_issued_report_is_the_same_for_an_auditor(folder):
    path = plan(folder, 'sample')
    first, again = folder / 'first.pdf', folder / 'again.pdf'
    ok('narrative', path, 'committee', 'summary', '--quarter', '2026Q2', '--text', 'Zyx was issued')
    ok('report', path, 'committee', '--quarter', '2026Q2', '-o', first, '--issue')
    ok('narrative', path, 'committee', 'summary', '--quarter', '2026Q2', '--text', 'Xyz is a draft')
    ok('report', path, 'committee', '--quarter', '2026Q2', '--auditor', 'Jane Doe', '-o', again)
    assert 'Zyx was issued' in text_of(again) and 'Xyz' not in text_of(again)


@test
def a_pack_can_be_checked(folder):
    path = plan(folder, 'sample')
    pack, first, second = folder / 'pack', folder / 'first.zip', folder / 'second.zip'
    ok('pack', path, '--quarter', '2026Q2', '-o', pack, language='ja')
    assert subprocess.run(['sha256sum', '-c', '--strict', '--quiet', 'SHA256SUMS'], cwd=pack).returncode == 0
    names = {p.name for p in pack.iterdir()}
    assert {'index.html', '01-annual-calendar.xlsx', '02-matrix.pdf', '03-committee.pdf'} <= names
    kinds = [name.split('-', 1)[1] for name in names if name[:2].isdigit()]
    assert len(kinds) == len(set(kinds)) and not {'board.pdf', 'programme.pdf', 'evidence.pdf', 'drill.pdf'} & set(kinds)
    for word in 'kpi.xlsx', 'incident-list.csv', 'evidence.csv', 'readiness.csv', 'change-log.csv', 'incident-2026-006.pdf':
        assert any(name.endswith(word) for name in names), word
    index = (pack / 'index.html').read_text()
    assert '<html lang="ja">' in index and JAPANESE.search(index) and all(name in index for name in names - {'index.html'})
    ok('verify-pack', pack)
    (pack / '01-annual-calendar.pdf').write_bytes(b'other')
    (pack / '02-matrix.pdf').unlink()
    (pack / 'more.txt').write_text('more')
    answer = run('verify-pack', pack)
    assert answer.code == NOT_SO and answer.out.splitlines() == [
        'Missing: 02-matrix.pdf', 'Changed: 01-annual-calendar.pdf', 'Not in the list: more.txt'], answer.out
    fails(OUTPUT_FAILED, 'pack', path, '--quarter', '2026Q2', '-o', pack)
    for target in first, second:
        ok('pack', path, '--quarter', '2026Q2', '-o', target, '--as-of', '#1')
    assert first.read_bytes() == second.read_bytes()
    ok('verify-pack', first)
    with zipfile.ZipFile(first, 'a') as archive:
        archive.writestr('more.txt', 'more')
    assert run('verify-pack', first).out == 'Not in the list: more.txt\n'
    fails(INPUT_REFUSED, 'verify-pack', folder / 'none.zip')
    fails(INPUT_REFUSED, 'verify-pack', path)
    fails(USAGE, 'pack', path)
    fails(USAGE, 'pack', path, '--quarter', '2026', '-o', pack)


@test
def nothing_depends_on_the_locale(folder):
    path = plan(folder)
    for locale in 'C', 'C.UTF-8', 'tr_TR.UTF-8', 'ja_JP.UTF-8':
        bare = {'PATH': os.environ['PATH'], 'LC_ALL': locale, 'HOME': str(folder), **{
            name: value for name, value in os.environ.items() if name.startswith(('ASAN', 'LSAN', 'UBSAN', 'XDG'))}}
        out = ok('list', path, 'functions', language=None, environment=bare)
        assert bool(JAPANESE.search(out)) == locale.startswith('ja'), locale
        ok('bookmark', path, '名前 ' + locale, language=None, environment=bare)
    assert load('list', path, 'bookmarks')[0]['name'] == '名前 C'


def main():
    global shared
    failed = 0
    print(f'1..{len(tests)}')
    with tempfile.TemporaryDirectory() as shared:
        for number, function in enumerate(tests, 1):
            with tempfile.TemporaryDirectory() as folder:
                try:
                    function(Path(folder))
                    print(f'ok {number} {function.__name__}', flush=True)
                except Skipped:
                    print(f'ok {number} {function.__name__} # SKIP the CRIC table does not lie beside the source', flush=True)
                except Exception:
                    failed += 1
                    for line in traceback.format_exc().splitlines():
                        print('#', line)
                    print(f'not ok {number} {function.__name__}', flush=True)
    return failed > 0


if __name__ == '__main__':
    sys.exit(main())
