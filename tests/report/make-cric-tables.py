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
    data, reference, folder = map(Path, sys.argv[1:])
    rows = read(data / 'cric-function-table.tsv')
    functions = table(reference / 'functions_cric.tsv')
    calendar = table(reference / 'calendar_cric.tsv')

    broken = [row[:] for row in rows]
    for row, function in zip(broken[5:], functions):
        for column in list(range(4, 7)) + list(range(7, len(row))):
            row[column] = lines(row[column], known_items(function, calendar))
    write_csv(folder / 'cric-lines.csv', broken)
    write_merged(folder / 'cric-merged.xlsx', rows, functions)
    write_companies(folder)
    write_hostile(folder)


main()
