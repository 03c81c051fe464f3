#!/usr/bin/python3
"""Reads parts of an annual calendar back with other programs and compares them with the whole: check-parts.py EXPORTER"""
import csv
import re
import shutil
import subprocess
import sys
import tempfile

import openpyxl

LANGUAGES = ('ja', 'en')
COLUMNS = {
    'ja': {'first': '開始日', 'last': '終了日', 'state': '現在の状態', 'team': '担当', 'key': 'キー', 'group': '機能区分'},
    'en': {'first': 'First day', 'last': 'Last day', 'state': 'State today', 'team': 'Team', 'key': 'Key', 'group': 'Function group'},
}
LATE = {'ja': '期限超過', 'en': 'Overdue'}
A3, A4 = (1190.55, 841.89), (841.89, 595.28)

failures = []
number = 0


def check(claim, is_so, detail=''):
    global number
    number += 1
    print(f"{'ok' if is_so else 'not ok'} {number} {claim}")
    if not is_so:
        failures.append(claim)
        print('# ' + str(detail).replace('\n', '\n# '))


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def read_csv(folder, name):
    with open(f'{folder}/{name}.csv', encoding='utf-8-sig', newline='') as file:
        return list(csv.DictReader(file))


def keys(rows, language):
    """As numbers: in a text table a letter stands before them."""
    return [row[COLUMNS[language]['key']].lstrip('R') for row in rows]


def touches(row, language, first, last):
    return row[COLUMNS[language]['first']] <= last and row[COLUMNS[language]['last']] >= first


def expect(whole, language, team):
    """The runs of each part, found in the list of the whole year."""
    column = COLUMNS[language]
    return {
        'whole': whole,
        'tiled': whole,
        'late': [row for row in whole if row[column['state']] == LATE[language]],
        'team': [row for row in whole if row[column['team']] == team and touches(row, language, '2026-10-01', '2026-12-31')],
        'month': [row for row in whole if touches(row, language, '2026-11-01', '2026-11-30')],
        'none': [],
    }


def remarks(language, team):
    ja = language == 'ja'
    quarter = '表示範囲：第3四半期（2026-10-01～2026-12-31）のみ' if ja else 'Only Q3 (2026-10-01 to 2026-12-31)'
    return {
        'whole': None,
        'tiled': None,
        'late': '絞り込み：期限超過' if ja else 'Filter: Overdue',
        'team': quarter + '   ' + (f'絞り込み：担当：{team}' if ja else f'Filter: team {team}'),
        'month': '表示範囲：2026-11-01～2026-11-30のみ' if ja else 'Only 2026-11-01 to 2026-11-30',
        'none': '絞り込み：検索：「存在しない」' if ja else 'Filter: search “存在しない”',
    }


def check_csv(folder, part, language, expected):
    rows = read_csv(folder, f'{part}-{language}')
    found = sorted(keys(rows, language))
    check(f'{part}-{language}.csv has the runs that are left', found == sorted(keys(expected, language)),
          f'{len(found)} for {len(expected)}')
    groups = {row[COLUMNS[language]['key']]: row[COLUMNS[language]['group']] for row in expected}
    check(f'{part}-{language}.csv keeps the functions’ own groups',
          all(row[COLUMNS[language]['group']] == groups[row[COLUMNS[language]['key']]] for row in rows))


def check_xlsx(folder, part, language, expected, remark):
    book = openpyxl.load_workbook(f'{folder}/{part}-{language}.xlsx')
    annual, runs, legend = book.worksheets
    heads = [cell.value for cell in runs[1]]
    column = heads.index(COLUMNS[language]['key'])
    found = sorted(str(row[column]).lstrip('R') for row in runs.iter_rows(min_row=2, values_only=True) if row[column])
    check(f'{part}-{language}.xlsx lists the runs that are left', found == sorted(keys(expected, language)),
          f'{len(found)} for {len(expected)}')
    check(f'{part}-{language}.xlsx says on its first sheet what is left out', annual['A4'].value == remark, annual['A4'].value)
    check(f'{part}-{language}.xlsx says so on top of each page', (remark or '') in annual.oddHeader.center.text
          if remark and annual.oddHeader.center.text else remark is None, annual.oddHeader.center.text)
    facts = {row[0]: row[1] for row in legend.iter_rows(values_only=True) if row[0]}
    shown = facts['表示範囲' if language == 'ja' else 'What is shown']
    check(f'{part}-{language}.xlsx says in the legend what is shown',
          shown == (remark or ('年度全体' if language == 'ja' else 'The whole fiscal year')), shown)
    states = sum(value for name, value in facts.items() if isinstance(value, int) and name[:1] in '○△→▲●■－×')
    check(f'{part}-{language}.xlsx counts what it shows', states == len(expected), f'{states} for {len(expected)}')


def check_pdf(folder, part, language, remark):
    path = f'{folder}/{part}-{language}.pdf'
    info = run('pdfinfo', path)
    size = tuple(map(float, re.search(r'Page size: +([\d.]+) x ([\d.]+)', info).groups()))
    pages = int(re.search(r'Pages: +(\d+)', info).group(1))
    wanted = A3 if part in ('whole', 'late') else A4
    check(f'{part}-{language}.pdf has its paper', max(abs(a - b) for a, b in zip(size, wanted)) < 0.02, size)
    for page in range(1, pages + 1):
        text = run('pdftotext', '-layout', '-f', str(page), '-l', str(page), path, '-')
        told = re.sub(r'\s+', '', text)
        if remark is not None:
            check(f'{part}-{language}.pdf says on page {page} what is left out', re.sub(r'\s+', '', remark) in told, text[:400])
        count = f'{page} / {pages} ページ' if language == 'ja' else f'Page {page} of {pages}'
        check(f'{part}-{language}.pdf numbers page {page}', re.sub(r'\s+', '', count) in told, text[-400:])
        check(f'{part}-{language}.pdf repeats the headings on page {page}',
              ('機能/担当' if language == 'ja' else 'Function/team') in told, text[:400])
    check(f'{part}-{language}.pdf has sheets side by side', pages % 4 == 0 if part == 'tiled' else pages % 2 == 0 if part == 'none'
          else True, pages)


def check_ics(folder, part, language, expected):
    with open(f'{folder}/{part}-{language}.ics', encoding='utf-8', newline='') as file:
        text = file.read().replace('\r\n ', '')
    events = [event for event in text.split('BEGIN:VEVENT')[1:] if 'UID:meeting-' not in event]
    check(f'{part}-{language}.ics has one event a run', len(events) == len(expected), f'{len(events)} for {len(expected)}')
    check(f'{part}-{language}.ics replaces no series', not any('RRULE:' in event or 'EXDATE' in event for event in events))
    days = {re.search(r'DTSTART;VALUE=DATE:(\d+)', event).group(1) for event in events}
    check(f'{part}-{language}.ics has the runs’ days',
          days == {row[COLUMNS[language]['first']].replace('-', '') for row in expected})


def check_part(folder, part, language, expected, remark):
    check_csv(folder, part, language, expected)
    check_xlsx(folder, part, language, expected, remark)
    check_pdf(folder, part, language, remark)
    check_ics(folder, part, language, expected)


def main():
    folder = tempfile.mkdtemp()
    try:
        run(sys.argv[1], folder)
        for language in LANGUAGES:
            whole = read_csv(folder, f'whole-{language}')
            late_team = read_csv(folder, f'team-{language}')
            teams = {row[COLUMNS[language]['team']] for row in late_team}
            check(f'{language}: one team is left', len(teams) == 1, teams)
            team = teams.pop() if teams else ''
            for part, expected in expect(whole, language, team).items():
                check(f'{part}-{language}: the sample has such runs', bool(expected) == (part != 'none'))
                check_part(folder, part, language, expected, remarks(language, team)[part])
    finally:
        shutil.rmtree(folder)
    print(f'1..{number}')
    sys.exit(1 if failures else 0)


main()
