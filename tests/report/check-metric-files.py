"""Reads the book of metrics with other programs and compares it with what koyomi-cli kpi tells.

check-metric-files.py KOYOMI_CLI [--office]
"""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile

import openpyxl

CLI = sys.argv[1]
TODAY, QUARTER = '2026-11-22', '2026Q2'
CHART = '{http://schemas.openxmlformats.org/drawingml/2006/chart}'
SHEETS = ['概要', '状況別の指標数', '四半期別の状況', '指標', 'グラフ', 'グラフのデータ', '成熟度', '要因', '目標', '総合スコア', '定義', 'データ品質', '行', '文書情報']

failures = []
number = 0


def check(claim, is_so, detail=''):
    global number
    number += 1
    print(f"{'ok' if is_so else 'not ok'} {number} {claim}", flush=True)
    if not is_so:
        failures.append(claim)
        print(f'# {detail}')


def run(*arguments, language='en', code=0):
    done = subprocess.run([CLI, *arguments, '--language', language, '--today', TODAY], capture_output=True)
    assert done.returncode == code, (arguments, done.returncode, done.stderr.decode())
    return done.stdout.decode()


def export(path, folder, language, form, *options):
    target = os.path.join(folder, f"{'-'.join(('kpi', *options))}-{language}.{form}".replace('--', ''))
    run('export', path, '--report', 'kpi', '--quarter', QUARTER, '--as-of', '#1', '-o', target, *options, language=language)
    return target


def told(path, language, *options):
    return json.loads(run('kpi', path, '--quarter', QUARTER, '--json', *options, language=language))['metrics']


def rows_of(sheet):
    """The list of a sheet: its heads, and what stands under them by the first cell."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = sheet.auto_filter.ref and int(re.match(r'[A-Z]+(\d+)', sheet.auto_filter.ref).group(1)) - 1
    return rows[head], rows[head + 1:], head + 2


def same(cell, value):
    return cell is None if value is None else isinstance(cell, (int, float)) and abs(cell - value) < 1e-9


def check_values(book, metrics, language):
    heads, rows, _ = rows_of(book.worksheets[3])
    found = {row[0]: row for row in rows}
    value, before, now = 8, 10, heads.index('As the plan now stands' if language == 'en' else '現在の計画での値')
    check(f'{language}: a row a metric', [row[0] for row in rows] == [metric['code'] for metric in metrics])
    differ = [(m['code'], found[m['code']][value], m['value']) for m in metrics if not same(found[m['code']][value], m['value'])]
    check(f'{language}: values are those of koyomi-cli kpi', not differ, differ[:3])
    differ = [m['code'] for m in metrics if not same(found[m['code']][before], m['before']) or not same(found[m['code']][now], m['value_now'])]
    check(f'{language}: so are those before and now', not differ, differ[:3])
    differ = [m['code'] for m in metrics if not all(same(found[m['code']][4 + i], m[limit]) for i, limit in
                                                    enumerate(('target', 'warning', 'target_low', 'warning_low')))]
    check(f'{language}: so are limits', not differ, differ[:3])
    lacking = [m['code'] for m in metrics if m['value'] is None]
    check(f'{language}: what is missing is an empty cell', lacking and all(found[code][value] is None for code in lacking), lacking)
    glyphs = {'on-target': '●', 'at-risk': '▲', 'off-target': '■', 'unjudged': '○', 'no-data': '–', 'stale': '◌'}
    check(f'{language}: a status has its glyph', all(found[m['code']][9].startswith(glyphs[m['status']]) for m in metrics))


def ranges(chart, tag):
    return [element.text for series in chart.iter(f'{CHART}ser') for element in series.findall(f'{CHART}{tag}//{CHART}f')]


def cells(book, reference):
    sheet, area = re.match(r"'?(.*?)'?!(.*)$", reference).groups()
    area = book[sheet][area.replace('$', '')]
    return [cell.value for row in (area if isinstance(area, tuple) else ((area,),)) for cell in row]


def check_charts(book, target, metrics, language):
    archive = zipfile.ZipFile(target)
    charts = {}
    for name in archive.namelist():
        if re.match(r'xl/charts/chart\d+\.xml', name):
            root = ElementTree.fromstring(archive.read(name))
            charts[''.join(root.find(f'{CHART}chart/{CHART}title').itertext()).strip()] = root
    check(f'{language}: a chart a metric, and status, maturity and causes', len(charts) == len(metrics) + 3, len(charts))
    heads, rows, _ = rows_of(book.worksheets[5])
    for code in 'KPI-14', 'KPI-28', 'KPI-42':
        title, = [title for title in charts if title.startswith(code)]
        lines = [row for row in rows if row[0] == code]
        found = [cells(book, reference) for reference in ranges(charts[title], 'val')]
        check(f'{language}: {code} is drawn over its cells', found == [row[4:] for row in lines] and len(found) >= 3, (found, lines))
        names = [cells(book, reference) for reference in ranges(charts[title], 'tx')]
        check(f'{language}: {code}: its lines have names', names == [[row[3]] for row in lines], names)
        check(f'{language}: {code}: its axis has the months', {tuple(cells(book, reference)) for reference in ranges(charts[title], 'cat')} == {tuple(heads[4:])})
        check(f'{language}: {code}: a gap is a gap', charts[title].find(f'{CHART}chart/{CHART}dispBlanksAs') is None
              or charts[title].find(f'{CHART}chart/{CHART}dispBlanksAs').get('val') == 'gap')
    root = next(root for title, root in charts.items() if title in ('Metrics by status', '状況別の指標数'))
    found = [cells(book, reference) for reference in ranges(root, 'val')]
    check(f'{language}: statuses of five quarters, all metrics each', len(found) == 6 and [sum(counts) for counts in zip(*found)] == [len(metrics)] * 5, found)
    kinds = [next(kind for kind in ('radarChart', 'lineChart', 'barChart') if root.find(f'.//{CHART}{kind}') is not None) for root in charts.values()]
    check(f'{language}: columns, lines and a radar', kinds.count('radarChart') == 1 and 'barChart' in kinds and 'lineChart' in kinds, kinds)


def check_rows(path, book, metrics, language):
    _, rows, _ = rows_of(book.worksheets[12])
    yes = 'Yes' if language == 'en' else 'はい'
    for code in 'KPI-05', 'KPI-14', 'KPI-33', 'KPI-53':
        metric, = [metric for metric in metrics if metric['code'] == code]
        counted = [row for row in rows if row[0] == code and row[2] == yes]
        check(f'{language}: the rows of {code} make its number', len(counted) == metric['numerator'], (len(counted), metric['numerator']))
    single, = told(path, language, '--metric', 'KPI-31')
    amounts = [row[6] for row in rows if row[0] == 'KPI-31']
    check(f'{language}: of a mean the amounts do', len(amounts) == len(single['rows']) and abs(sum(amounts) / len(amounts) - single['value']) < 1e-9, amounts)
    check(f'{language}: rows have names', all(row[4] for row in rows if row[0] in ('KPI-05', 'KPI-14', 'KPI-33')))


def check_scores(path, book, language):
    """The parts of a score stand under each other, and the score below them."""
    score, = [metric for metric in told(path, language) if 'parts' in metric]
    rows = [[cell.value for cell in row if cell.value is not None] for row in book.worksheets[9].iter_rows() if row[0].value == score['code']]
    check(f'{language}: a score stands with its parts', [row[2:4] + [row[6]] for row in rows[:-1]] == [[part['code'], part['name'], part['weight']]
                                                                                         for part in score['parts']], rows)
    check(f'{language}: their shares are the score', abs(sum(row[8] for row in rows[:-1]) - rows[-1][-1]) < 1e-9 and same(rows[-1][-1], score['value_now']),
          rows)


def wide(text):
    return sum(2 if unicodedata.east_asian_width(letter) in 'WFA' else 1 for letter in text)


def check_looks(book, language):
    landscape = [(sheet.page_setup.orientation, sheet.page_setup.paperSize in (8, 9)) for sheet in book.worksheets]
    check(f'{language}: sheets lie on A4 or A3', set(landscape) == {('landscape', True)}, landscape)
    frozen = [sheet.title for sheet in book.worksheets if sheet.auto_filter.ref and (sheet.freeze_panes is None or not sheet.print_title_rows)]
    check(f'{language}: lists have heads that stay', not frozen, frozen)
    secret = 'Confidential' if language == 'en' else '社外秘'
    check(f'{language}: each page says how secret it is, and which it is', all(secret in sheet.oddHeader.right.text and '&P' in (sheet.oddFooter.center.text or '').replace('&[Page]', '&P')
                                                                          for sheet in book.worksheets))
    rules = [len(rule.rules) for sheet in book.worksheets[:3] for rule in sheet.conditional_formatting]
    check(f'{language}: statuses are coloured by rules', sum(rules) >= 18, rules)
    narrow = []
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
                    decimals = len(cell.number_format.split('.')[1]) if re.match(r'^[#,]*0\.0+$', cell.number_format) else 0
                    text = f'{cell.value:,.{decimals}f}' if cell.number_format != 'General' else f'{cell.value:g}'
                    merged = next((area for area in sheet.merged_cells.ranges if cell.coordinate in area), None)
                    letters = [cell.column_letter] if merged is None else [openpyxl.utils.get_column_letter(i) for i in range(merged.min_col, merged.max_col + 1)]
                    room = sum(sheet.column_dimensions[letter].width for letter in letters)
                    if wide(text) * 0.95 > room:
                        narrow.append((sheet.title, cell.coordinate, text, room))
    check(f'{language}: each number has room', not narrow, narrow[:5])
    check(f'{language}: the book says whose it is', book.properties.title and book.properties.creator and secret in book.properties.subject)


def check_book(path, folder, language):
    target = export(path, folder, language, 'xlsx')
    book = openpyxl.load_workbook(target)
    metrics = told(path, language)
    if language == 'ja':
        check('the book has its sheets', book.sheetnames == SHEETS, book.sheetnames)
    check_values(book, metrics, language)
    check_charts(book, target, metrics, language)
    check_rows(path, book, metrics, language)
    check_scores(path, book, language)
    check_looks(book, language)


def check_board(path, folder, language):
    target = os.path.join(folder, f'board-{language}.xlsx')
    subprocess.run([CLI, 'report', path, 'board', '--quarter', '2026Q2', '--language', language, '-o', target], check=True)
    book = openpyxl.load_workbook(target)
    quality = 'Data quality' if language == 'en' else 'データ品質'
    check(f'{language}: the book of the board’s page says what to know of its figures', quality in book.sheetnames and
          sum(isinstance(row[0].value, str) for row in book[quality].iter_rows()) > 8, book.sheetnames)


def check_pages(path, folder, language):
    target = export(path, folder, language, 'pdf')
    text = subprocess.run(['pdftotext', '-layout', target, '-'], capture_output=True, check=True).stdout.decode()
    pages = [page for page in text.split('\f') if page.strip()]
    words = ['Information security metrics', 'Prepared', 'Off target', 'Definitions', 'Data quality', 'KPI-2026Q2', 'Plan as of'] if language == 'en' else \
            ['情報セキュリティ指標報告書', '作成', '承認', '目標未達', '定義', 'データ品質', 'KPI-2026Q2', '計画の時点', '監査指摘の未是正件数']
    check(f'{language}: pages can be read', all(word in text for word in words), [word for word in words if word not in text])
    title = 'Definitions' if language == 'en' else '定義'
    begun = [page for page in pages if re.search(rf'^ *{title}$', page, re.MULTILINE)]
    check(f'{language}: a list begins with a row under its heads', len(begun) == 1 and
          re.search(rf'^ *{title}$.*\bKPI-\d\d\b', begun[0], re.DOTALL | re.MULTILINE), begun[-1:])
    secret = 'Confidential' if language == 'en' else '社外秘'
    check(f'{language}: each page says how secret it is, and which it is', all(secret in page and re.search(rf'{i + 1} / {len(pages)}', page)
                                                                          for i, page in enumerate(pages)))
    lost = [metric['code'] for metric in told(path, language) if text.count(metric['code']) < 3]
    check(f'{language}: each metric has its figure, its status and its definition there', not lost, lost)
    facts = subprocess.run(['pdfinfo', target], capture_output=True, check=True).stdout.decode()
    check(f'{language}: pages are A4 on its side', re.search(r'Page size: +841\.\d+ x 595\.\d+', facts) is not None, facts)
    fonts = subprocess.run(['pdffonts', target], capture_output=True, check=True).stdout.decode().splitlines()[2:]
    check(f'{language}: fonts are in the file', fonts and all(re.search(r' yes yes ', font) for font in fonts), fonts)


def check_pictures(path, folder, language):
    for options in (), ('--metric', 'KPI-14'):
        png = export(path, folder, language, 'png', *options)
        size = open(png, 'rb').read(24)
        check(f'{language}: a picture{" of " + options[1] if options else ""} is sharp enough', int.from_bytes(size[16:20], 'big') >= 1700, size)
        root = ElementTree.parse(export(path, folder, language, 'svg', *options)).getroot()
        check(f'{language}: and can be of any size', root.tag == '{http://www.w3.org/2000/svg}svg' and len(list(root.iter())) > 100)
    with open(export(path, folder, language, 'csv'), encoding='utf-8-sig', newline='') as file:
        rows = list(csv.reader(file))
    check(f'{language}: the text table has a row a metric', [row[0] for row in rows[1:]] == [metric['code'] for metric in told(path, language)])


def check_same(path, folder):
    for form in 'xlsx', 'pdf', 'png', 'svg', 'csv':
        target = export(path, folder, 'ja', form)
        before = open(target, 'rb').read()
        export(path, folder, 'ja', form)
        check(f'the same moment gives the same {form}', open(target, 'rb').read() == before)


def check_misuse(path, folder):
    for options, code in ((('--quarter', '2026Q5', '-o', 'x.pdf'), 2), (('-o', 'x.ics'), 2), (('--metric', 'KPI-14', '-o', 'x.pdf'), 2),
                          (('--day', '2026-04-01', '-o', 'x.pdf'), 2), (('--metric', 'KPI-99', '-o', os.path.join(folder, 'x.png')), 4)):
        done = subprocess.run([CLI, 'export', path, '--report', 'kpi', *options, '--language', 'en'], capture_output=True)
        check(f"refused: {' '.join(options[:-2]) or options[-1]}", done.returncode == code and done.stderr, (done.returncode, done.stderr))


def check_office(path, folder):
    for language in 'ja', 'en':
        target = export(path, folder, language, 'xlsx')
        subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/office', '--headless', '--convert-to', 'pdf', '--outdir', folder, target],
                       capture_output=True, check=True, timeout=200)
        text = subprocess.run(['pdftotext', '-layout', target.replace('.xlsx', '.pdf'), '-'], capture_output=True, check=True).stdout.decode()
        words = ['Information security metrics', 'Nothing to report'] if language == 'en' else ['情報セキュリティ指標報告書', '該当なし']
        check(f'{language}: LibreOffice prints it', all(word in text for word in words))
        check(f'{language}: and no number is cut', '###' not in text)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'plan.koyomi')
        run('new', path, '--template', 'sample', '--fiscal-year', '2026', language='ja')
        if '--office' in sys.argv:
            check_office(path, folder)
        else:
            for language in 'ja', 'en':
                check_book(path, folder, language)
                check_board(path, folder, language)
                check_pages(path, folder, language)
                check_pictures(path, folder, language)
            check_same(path, folder)
            check_misuse(path, folder)
    print(f'1..{number}')
    return len(failures) > 0


if __name__ == '__main__':
    sys.exit(main())
