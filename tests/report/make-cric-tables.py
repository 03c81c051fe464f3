"""Writes the CRIC table as other people keep it, and tables of companies: make-cric-tables.py DATA REFERENCE FOLDER."""

import csv
import sys
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import PatternFill

MONTHS = ['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月']


def read(path):
    return [line.split('\t') for line in path.read_text(encoding='utf-8').rstrip('\n').split('\n')]


def table(path):
    head, *rows = read(path)
    return [dict(zip(head, row)) for row in rows]


def lines(cell, known):
    """The cell with each of its items on a line of its own."""
    items, rest = [], cell
    while rest:
        item = next(text for text in known if rest == text or rest.startswith(text + ' '))
        items.append(item)
        rest = rest[len(item) + 1:]
    return '\n'.join(items)


def known_items(function, calendar):
    items = {text for kind in ('monthly', 'routine', 'at_incident') for text in function[f'{kind}_ja'].split(' | ')}
    items |= {row['title_ja'] for row in calendar if row['function_no'] == function['function_no']}
    return sorted(items - {''}, key=len, reverse=True)


def write_csv(path, rows):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator='\r\n').writerows(rows)


def merge_groups(sheet, functions, first_row):
    start = 0
    for i in range(1, len(functions) + 1):
        if i < len(functions) and functions[i]['group_no'] == functions[start]['group_no']:
            continue
        sheet.cell(first_row + start, 1, functions[start]['group_ja'])
        if i - 1 > start:
            sheet.merge_cells(start_row=first_row + start, end_row=first_row + i - 1, start_column=1, end_column=1)
        start = i


def write_merged(path, rows, functions):
    """As it looks in the report: quarters over three columns, groups over their functions."""
    book = Workbook()
    book.active.title = '表紙'
    book.active['A1'] = '機能定義'
    sheet = book.create_sheet('機能定義')
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            if text and not (number > 5 and column == 1):
                sheet.cell(number, column, text)
    merge_groups(sheet, functions, 6)
    for column in (8, 11, 14, 17):
        sheet.merge_cells(start_row=4, end_row=4, start_column=column, end_column=column + 2)
    sheet.merge_cells(start_row=3, end_row=3, start_column=8, end_column=19)
    book.save(path)


def write_exported(path, functions, calendar):
    """As the program's own workbook shows the year."""
    book = Workbook()
    sheet = book.active
    sheet.append(['年間計画 2026年度'])
    sheet.append([''] * 7 + ['第1四半期 (4月–6月)', '', '', '第2四半期 (7月–9月)', '', '', '第3四半期 (10月–12月)、当四半期'])
    sheet.append(['機能区分', '機能', '担当', '業務', '月例', '定常', 'インシデント発生時'] +
                 [month + ('\n▼ 本日 11/22' if month == '11月' else '') for month in MONTHS])
    sheet.append(['委員会 (◆ 開催済み  ◇ 予定  × 中止)'] + [''] * 6 + ['◆ 定例会 4/10'])
    sheet.merge_cells('A4:G4')
    row = 5
    for function in functions:
        duties = ['\n'.join('・' + item for item in function[f'{kind}_ja'].split(' | ') if item)
                  for kind in ('tasks', 'monthly', 'routine', 'at_incident')]
        sheet.append([function['group_ja'], f"{function['function_no']} {function['function_ja']}", ''] + duties)
        lanes = [{}]
        for item in (item for item in calendar if item['function_no'] == function['function_no']):
            column = 8 + (int(item['month']) - 4) % 12
            lane = next((lane for lane in lanes if column not in lane), None)
            if lane is None:
                lanes.append(lane := {})
            lane[column] = '● ' + item['title_ja']
        for number, lane in enumerate(lanes):
            for column, text in lane.items():
                sheet.cell(row + number, column, text)
        sheet.cell(row, 19, '⇒ 何か (4/1へ)' if not any(19 in lane for lane in lanes) else None)
        for column in range(1, 8):
            if len(lanes) > 1:
                sheet.merge_cells(start_row=row, end_row=row + len(lanes) - 1, start_column=column, end_column=column)
        row += len(lanes)
        # The next row is appended below what is filled.
        sheet._current_row = row - 1
    book.save(path)


def write_companies(folder):
    head = ['分類', 'No.', '機能', '担当', '業務', 'スキル', '月例', '定常', 'インシデント発生時'] + MONTHS
    rows = [
        ['統括', '1', '方針管理', '統括室', '方針を定める\n・方針を周知する', '文書作成', '定例会', '', '連絡'] + [''] * 12,
        ['', '2', '教育', '人事部、統括室', '教育を行う', '', '', '教材更新', ''] + [''] * 12,
        ['運用', '3', '監視', '監視センター', '監視する', '', '月次報告', '', '一次対応'] + [''] * 12,
        ['', '4', '監視', '', '休日に監視する', '', '', '', ''] + [''] * 12,
    ]
    rows[0][9 + 0] = '方針改定、方針発表'
    rows[0][9 + 11] = '予算 計画'
    rows[1][9 + 1] = '○'
    rows[1][9 + 7] = '●'
    rows[2][9 + 2] = '－'
    rows[2][9 + 3] = '設備点検 (年次)'
    write_csv(folder / 'company.csv', [head] + rows)

    english = [
        ['Group', 'Function', 'Team', 'Tasks', 'Skill set', 'Monthly', 'Routine', 'At incident'] +
        ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'],
        ['Steering', 'Policy', 'Office', 'Sets the policy', '', 'Security progress meeting', '', ''] + ['Review the policy'] + [''] * 11,
    ]
    write_csv(folder / 'english.csv', english)

    write_csv(folder / 'sections.csv', [
        ['2026年度 年間計画'], ['分類', '機能', '2026年4月', '2026年5月', '2026年6月'], ['統括'], ['', '方針管理', '方針改定', '', ''],
        ['運用', '監視', '', '点検', ''], ['', '', '', '', '点検']])

    book = Workbook()
    sheet = book.active
    for column, text in enumerate(['機能', '担当'] + [str(month) for month in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)], 1):
        sheet.cell(1, column, int(text) if text.isdigit() else text)
    sheet.append(['点検', '設備課'])
    sheet['F2'] = '一斉点検'
    sheet.merge_cells('F2:H2')
    sheet.append(['清掃', '設備課'])
    for cell in ('D3', 'E3'):
        sheet[cell].fill = PatternFill('solid', fgColor='FF0000')
    book.save(folder / 'bars.xlsx')

    book = Workbook()
    book.active.append(['機能', '担当'] + MONTHS)
    book.active.append(['清掃', '設備課'])
    book.active['D2'].fill = PatternFill('solid', fgColor='FF0000')
    book.save(folder / 'colours.xlsx')


def write_hostile(folder):
    (folder / 'binary.csv').write_bytes(bytes(range(256)) * 40)
    (folder / 'empty.csv').write_bytes(b'')
    (folder / 'blank.csv').write_bytes(b'\n\n\n')
    (folder / 'headings.csv').write_text('分類,機能,業務,4月,5月\n', encoding='utf-8')
    (folder / 'prose.csv').write_text('これは表ではありません。\n', encoding='utf-8')
    (folder / 'wide.csv').write_text('機能,業務' + ',x' * 100000 + '\n点検,y\n', encoding='utf-8')
    (folder / 'long.csv').write_text('機能,業務\n' + '点検,見る\n' * 1100000, encoding='utf-8')
    (folder / 'picture.xlsx').write_bytes(b'PK\x03\x04' + bytes(200))


def main():
    source, reference, folder = map(Path, sys.argv[1:])
    rows = read(source)
    functions = table(reference / 'functions_cric.tsv')
    calendar = table(reference / 'calendar_cric.tsv')

    broken = [row[:] for row in rows]
    for row, function in zip(broken[5:], functions):
        for column in list(range(4, 7)) + list(range(7, len(row))):
            row[column] = lines(row[column], known_items(function, calendar))
    write_csv(folder / 'cric-lines.csv', broken)
    write_merged(folder / 'cric-merged.xlsx', rows, functions)
    write_exported(folder / 'exported.xlsx', functions, calendar)
    write_companies(folder)
    write_hostile(folder)


main()
