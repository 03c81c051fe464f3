"""Reads the exported annual calendars with another program and compares them with the tables they came from.

check-calendar-xlsx.py EXPORTER REFERENCE [--office]
"""
import csv
import datetime
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

FIRST_MONTH = 8
HEAD_ROW = 6
GLYPHS = '○△→▲●■－×◆◇⇒'

failures = []
number = 0


def check(claim, is_so, detail=''):
    global number
    number += 1
    print(f"{'ok' if is_so else 'not ok'} {number} {claim}")
    if not is_so:
        failures.append(claim)
        print(f'# {detail}')


def read_table(folder, name):
    with open(os.path.join(folder, name), encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE))


def lines_of(sheet):
    """The rows of each function, by its number."""
    lines, last = {}, None
    for row in range(HEAD_ROW + 1, sheet.max_row + 1):
        text = sheet.cell(row, 2).value
        if text:
            last = (last or 0) + 1
        if last is not None:
            lines.setdefault(last, []).append(row)
    return lines


def cells_of(sheet, rows):
    """Title and the months it stands under, merged cells counted in."""
    merged = {r.coord.split(':')[0]: r for r in sheet.merged_cells.ranges}
    found = []
    for row in rows:
        for month in range(12):
            cell = sheet.cell(row, FIRST_MONTH + month)
            if cell.value:
                span = merged.get(cell.coordinate)
                last = span.max_col if span else FIRST_MONTH + month
                found.append((cell.value, [(3 + m - FIRST_MONTH) % 12 + 1 for m in range(FIRST_MONTH + month, last + 1)]))
    return found


def check_source_months(sheet, reference, column, language, name):
    lines = lines_of(sheet)
    items = read_table(reference, 'calendar_cric.tsv')
    missing = []
    for item in items:
        title, month = item[f'title_{language}'], int(item[column])
        cells = cells_of(sheet, lines.get(int(item['function_no']), []))
        if not any(text.lstrip(GLYPHS + ' ') == title and month in months for text, months in cells):
            missing.append((item['function_no'], title, month))
    total = sum(len(cells_of(sheet, rows)) for rows in lines.values())
    check(f'{name}: the {len(items)} items stand under their function and month', not missing, missing)
    check(f'{name}: and nothing else does', total == len(items), f'{total} cells')


def check_every_run(book, name):
    """A function whose runs all fit has each of them once, ghosts left out."""
    lines = lines_of(book.worksheets[0])
    wrong = []
    for function, rows in lines.items():
        texts = [text for text, months in cells_of(book.worksheets[0], rows)]
        if any(re.search('(ほか\\d+件|\\d+ more)$', text) for text in texts):
            continue
        runs = [row[4].value for row in book.worksheets[1].iter_rows(2) if row[1].value == str(function)]
        shown = [re.sub(' \\d+/\\d+$', '', text.lstrip(GLYPHS + ' ')) for text in texts if not text.startswith('⇒')]
        if sorted(runs) != sorted(shown):
            wrong.append((function, runs, shown))
    check(f'{name}: every run has its cell', not wrong, wrong)


def check_duties(sheet, reference, language, name):
    lines = lines_of(sheet)
    functions = read_table(reference, 'functions_cric.tsv')
    wrong = []
    for function in functions:
        row = lines.get(int(function['function_no']), [0])[0]
        for column, key in ((4, 'tasks'), (5, 'monthly'), (6, 'routine'), (7, 'at_incident')):
            want = [item for item in function[f'{key}_{language}'].split(' | ') if item]
            bullet = '・' if language == 'ja' else '• '
            have = [line[len(bullet):] if line.startswith(bullet) else line for line in (sheet.cell(row, column).value or '').split('\n') if line] if row else None
            if want != have:
                wrong.append((function['function_no'], key, have))
        if row and sheet.cell(row, 2).value != function[f'function_{language}']:
            wrong.append((function['function_no'], sheet.cell(row, 2).value))
    check(f'{name}: all 31 functions have their duties', len(functions) == 31 and len(lines) == 31 and not wrong, wrong)


def check_page(book, name):
    for index, sheet in enumerate(book.worksheets):
        setup = sheet.page_setup
        check(f'{name}/{sheet.title}: A3 on its side, one page wide',
              str(setup.paperSize) == '8' and setup.orientation == 'landscape' and sheet.sheet_properties.pageSetUpPr.fitToPage
              and setup.fitToHeight == 0 and setup.fitToWidth in (None, 1),
              (setup.paperSize, setup.orientation, setup.fitToHeight))
        check(f'{name}/{sheet.title}: pages are numbered', '&P / &N' in join_footer(sheet), join_footer(sheet))
        if index < 2:
            check(f'{name}/{sheet.title}: heads stay on screen and on paper',
                  sheet.freeze_panes is not None and sheet.print_title_rows and sheet.print_title_cols,
                  (sheet.freeze_panes, sheet.print_title_rows, sheet.print_title_cols))


def join_footer(sheet):
    footer = sheet.oddFooter
    return ' '.join(part.text or '' for part in (footer.left, footer.center, footer.right)).replace('&[Page]', '&P').replace('&[Pages]', '&N')


def check_runs(book, csv_path, name):
    sheet = book.worksheets[1]
    with open(csv_path, encoding='utf-8-sig', newline='') as file:
        rows = list(csv.reader(file))
    keys = [sheet.cell(row, sheet.max_column).value for row in range(2, sheet.max_row + 1)]
    check(f'{name}: keys are whole', ['R' + key for key in keys] == [row[-1] for row in rows[1:]] and all(isinstance(key, str) for key in keys), keys[:3])
    days = [sheet.cell(row, column) for row in range(2, sheet.max_row + 1) for column in range(8, 14)]
    check(f'{name}: days are dates',
          all(isinstance(cell.value, datetime.datetime) and cell.number_format == 'yyyy-mm-dd' for cell in days if cell.value is not None)
          and [cell.value.strftime('%Y-%m-%d') if cell.value else '' for cell in days] == [text for row in rows[1:] for text in row[7:13]],
          [cell.value for cell in days[:6]])
    check(f'{name}: progress is a percentage',
          all(cell.number_format == '0%' and 0 <= cell.value <= 1 for (cell,) in sheet.iter_rows(2, sheet.max_row, 16, 16)))
    check(f'{name}: the list can be filtered', sheet.auto_filter.ref == f'A1:U{max(sheet.max_row, 2)}', sheet.auto_filter.ref)
    colours = [rule for area in sheet.conditional_formatting if str(area.sqref).startswith('O2:O') for rule in area.rules]
    check(f'{name}: states have their colours', len(colours) == 8, colours)


def check_legend(book, name):
    texts = [cell.value for row in book.worksheets[2].iter_rows() for cell in row if cell.value is not None]
    check(f'{name}: the legend names the head of the change log', any(re.fullmatch('[0-9a-f]{64}', str(text)) for text in texts), texts)
    numbers = [row[1].value for row in book.worksheets[2].iter_rows(3, 10)]
    check(f'{name}: the legend counts every run', sum(numbers) == book.worksheets[1].max_row - 1, numbers)


def check_book(folder, reference, plan, language, column):
    name = f'{plan}-{language}'
    book = openpyxl.load_workbook(os.path.join(folder, f'{name}.xlsx'))
    check(f'{name}: three sheets', book.sheetnames == (['年間カレンダー', '実施一覧', '凡例・データ品質'] if language == 'ja' else
                                                    ['Annual calendar', 'Runs', 'Legend and data quality']), book.sheetnames)
    check_page(book, name)
    check_runs(book, os.path.join(folder, f'{name}.csv'), name)
    check_legend(book, name)
    if column:
        check_source_months(book.worksheets[0], reference, column, language, name)
    check_every_run(book, name)
    check_duties(book.worksheets[0], reference, language, name)
    head = [book.worksheets[0].cell(HEAD_ROW, FIRST_MONTH + month).value for month in range(12)]
    check(f'{name}: today stands over its month', ['11/22' in text for text in head] == [m == 7 for m in range(12)], head)
    quarters = [book.worksheets[0].cell(HEAD_ROW - 1, FIRST_MONTH + 3 * q) for q in range(4)]
    fills = [cell.fill.fgColor.rgb for cell in quarters]
    check(f'{name}: the quarter of today stands out', fills[2] not in (fills[0], fills[1], fills[3]) and fills[0] == fills[1] == fills[3], fills)


def check_dense(folder):
    book = openpyxl.load_workbook(os.path.join(folder, 'dense-ja.xlsx'))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    formulas = [cell for cell in cells if isinstance(cell.value, str) and cell.value == '=1+1']
    check_every_run(book, 'dense-ja')
    with zipfile.ZipFile(os.path.join(folder, 'dense-ja.xlsx')) as archive:
        text = archive.read('xl/worksheets/sheet2.xml').decode()
    check('dense: a title that begins with = stays a title', '<t>=1+1</t>' in text and '<f>' not in text and len(formulas) == 1, formulas)
    check('dense: letters that look like an escape are kept', '_x005F_x0041_' in text)
    texts = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value]
    check('dense: what does not fit is counted', any(re.search('ほか\\d+件', t) for t in texts))
    check('dense: a moved run leaves its ghost', '⇒ 移された作業 (8/20へ変更)' in texts)
    heights = [book.worksheets[0].row_dimensions[row].height or 15 for row in range(1, book.worksheets[0].max_row + 1)]
    check('dense: no row is higher than Excel allows', max(heights) <= 409, max(heights))
    counts = [len(rows) for rows in lines_of(book.worksheets[0]).values()]
    check('dense: a function has at most twelve lanes', max(counts) == 12, counts)


def check_empty(folder):
    for language, words in (('ja', 'まだ機能がありません'), ('en', 'no functions yet')):
        sheet = openpyxl.load_workbook(os.path.join(folder, f'empty-{language}.xlsx')).worksheets[0]
        check(f'empty-{language}: says so', any(words in str(cell.value) for row in sheet.iter_rows() for cell in row))


def check_office(folder):
    names = [f'{plan}-{language}' for plan in ('cric', 'sample', 'dense', 'empty') for language in ('ja', 'en')]
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(['soffice', f'-env:UserInstallation=file://{home}', '--headless', '--convert-to', 'pdf', '--outdir', folder] +
                       [os.path.join(folder, f'{name}.xlsx') for name in names],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for name in names:
        text = subprocess.run(['pdftotext', '-layout', os.path.join(folder, f'{name}.pdf'), '-'], capture_output=True, check=True).stdout.decode()
        check(f'{name}: an office shows it whole', len(text) > 500 and '###' not in text and '#NAME' not in text, text[:300])


def main():
    exporter, reference = sys.argv[1:3]
    folder = tempfile.mkdtemp()
    subprocess.run([exporter, folder], check=True)
    if '--office' in sys.argv:
        check_office(folder)
    else:
        for plan, column in (('cric', 'month'), ('adjusted', 'adjusted_month'), ('sample', None)):
            for language in ('ja', 'en'):
                check_book(folder, reference, plan, language, column)
        check_dense(folder)
        check_empty(folder)
    print(f'1..{number}')
    shutil.rmtree(folder)
    return 1 if failures else 0


sys.exit(main())
