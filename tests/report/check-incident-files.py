"""Reads the reports of incidents with other programs and compares them with what the plan holds.

check-incident-files.py KOYOMI_CLI [--office]
"""
import csv
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

CLI = sys.argv[1]
TODAY = '2026-11-22'
NUMBER, DRILL = '2026-011', '2026-006'

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


def export(path, folder, language, form, *options, code=0):
    target = os.path.join(folder, f"{'-'.join(options)}-{language}.{form}".replace('--', ''))
    run('export', path, *options, '--as-of', '#1', '-o', target, language=language, code=code)
    return target


def texts_of(sheet):
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def read_pdf(path):
    return subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True).stdout.decode()


def read_csv(path):
    with open(path, encoding='utf-8-sig', newline='') as file:
        return list(csv.reader(file))


def local(time):
    return datetime.datetime.strptime(time, '%Y-%m-%dT%H:%M:%SZ') + datetime.timedelta(hours=9)


def is_upright(sheet):
    return (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.sheet_properties.pageSetUpPr.fitToPage) == (9, 'portrait', True)


def check_report(path, folder, language):
    options = ('--report', 'incident', '--id', NUMBER)
    target = export(path, folder, language, 'xlsx', *options)
    report, timeline = openpyxl.load_workbook(target).worksheets
    incident, = [row for row in json.loads(run('list', path, 'incidents', '--json', language=language)) if row['number'] == NUMBER]
    events = [row for row in json.loads(run('list', path, 'incident-events', '--json', language=language)) if row['incident_id'] == incident['id']]
    told = ' '.join(texts_of(report))
    check(f'{language}: the report says what happened', all(incident[field] in told for field in ('title', 'summary', 'cause', 'number', 'team')))
    check(f'{language}: and has what is marked of the timeline', all((event['text'] in told) == event['in_report'] for event in events
                                                                 if len(event['text']) > 14), [e['text'] for e in events])
    rows = list(timeline.iter_rows(min_row=1, values_only=True))
    found = sorted(row[3] for row in rows if isinstance(row[0], datetime.datetime))
    check(f'{language}: the sheet of the timeline has all of it', found == sorted(event['text'] for event in events), found)
    times = [row[0] for row in rows if isinstance(row[0], datetime.datetime)]
    check(f'{language}: times are times, by the clock of the machine', times == sorted(local(event['at']) for event in events), times)
    check(f'{language}: the report is A4 upright, one page wide', is_upright(report))
    check(f'{language}: the timeline can be filtered', timeline.auto_filter.ref is not None and timeline.freeze_panes is not None)
    rows = read_csv(export(path, folder, language, 'csv', *options))
    check(f'{language}: so has the text table', sorted(row[3] for row in rows[1:]) == found and len(rows[0]) == 5)
    text = read_pdf(export(path, folder, language, 'pdf', *options)).replace('\n', ' ')
    words = ['Incident report', 'Reports to authorities', 'Confidential', 'PPC-DEMO-0342', 'Not legal advice'] if language == 'en' else \
            ['インシデント報告書', '当局等への報告', '社外秘', 'PPC-DEMO-0342', '法的助言ではありません']
    check(f'{language}: pages can be read', all(word in text for word in words), [word for word in words if word not in text])


def check_drill(path, folder, language):
    options = ('--report', 'incident', '--id', DRILL)
    mark = 'DRILL' if language == 'en' else '訓練（実際の'
    target = export(path, folder, language, 'pdf', *options)
    pages = [page for page in read_pdf(target).split('\f') if page.strip()]
    check(f'{language}: each page of a drill says so', len(pages) > 1 and all(mark in page for page in pages), [page[:80] for page in pages])
    size = subprocess.run(['pdfinfo', target], capture_output=True, check=True).stdout.decode()
    check(f'{language}: pages are A4 upright', re.search(r'Page size: +595\.\d+ x 841\.\d+', size) is not None, size)
    book = openpyxl.load_workbook(export(path, folder, language, 'xlsx', *options))
    check(f'{language}: each sheet of a drill says so', all(any(mark in text for text in texts_of(sheet)) and mark in sheet.oddFooter.left.text
                                                            for sheet in book.worksheets))


def check_figures(path, folder, language):
    options = ('--report', 'incidents', '--quarter', '2026Q2')
    target = export(path, folder, language, 'xlsx', *options)
    figures, listed, quality, about = openpyxl.load_workbook(target).worksheets
    told = {row[0].value: [cell.value for cell in row if cell.value is not None][1:] for row in quality.iter_rows() if row[0].value}
    lines = [[cell.value for cell in row] for row in listed.iter_rows() if re.match(r'\d{4}-\d{3}$', str(row[0].value))]
    heads = next([cell.value for cell in row] for row in listed.iter_rows() if str(row[0].value) in ('Number', '番号'))
    unknown = 'Times that cannot be known' if language == 'en' else '不明の時刻'
    wanting = [row[0] for row in lines if row[heads.index(unknown)]]
    check(f'{language}: what is wanting in incidents is told', len(told) >= 10 and told[unknown][0] == len(wanting) and
          all(number in str(told[unknown]) for number in wanting), (told, wanting))
    names, title = listed.print_title_cols, [str(area) for area in listed.merged_cells.ranges if area.min_row == 2]
    check(f'{language}: the list lies on sheets of A3 that each repeat its title and what names a row',
          (listed.page_setup.paperSize, listed.page_setup.fitToWidth, names, title) == (8, 3, '$A:$C', ['A2:C2']),
          (listed.page_setup.paperSize, listed.page_setup.fitToWidth, names, title))
    spans = [(drawing.anchor._from.row, drawing.anchor.to.row) for drawing in figures._charts]
    torn = [(mark.id, span) for mark in figures.row_breaks.brk for span in spans if span[0] < mark.id <= span[1]]
    under = [(span, figures.cell(row + 1, 1).value) for span in spans for row in range(span[0], span[1] + 1) if figures.cell(row + 1, 1).value]
    check(f'{language}: no page ends within a chart, nothing stands behind one', len(spans) >= 2 and figures.row_breaks.brk and not torn and not under,
          (torn, under, spans))
    said = [cell.value for row in about.iter_rows() for cell in row]
    check(f'{language}: it has a number', any(re.fullmatch(r'IS-\d{4}Q\d', str(text)) for text in said), said)
    incidents = json.loads(run('list', path, 'incidents', '--json', language=language))
    quarter = [row for row in incidents if '2026-06-30T15' <= row['detected_at'] < '2026-09-30T15']
    rows = {row[0]: row for row in figures.iter_rows(values_only=True) if row[0]}
    names = ('Incidents', 'Near misses', 'Recurrences') if language == 'en' else ('インシデント', 'ヒヤリハット', '再発')
    check(f'{language}: incidents are counted, drills are not', rows[names[0]][9] == sum(row['counted'] for row in quarter) == 3, rows[names[0]])
    check(f'{language}: near misses apart', rows[names[1]][9] == 1 and rows[names[2]][9] == 1)
    severities = {name: row[9] for name, row in rows.items() if re.match(r'S\d ', str(name))}
    check(f'{language}: by severity', sum(severities.values()) == 3 and len(severities) == 5, severities)
    charts = [name for name in zipfile.ZipFile(target).namelist() if name.startswith('xl/charts/chart')]
    chart = zipfile.ZipFile(target).read('xl/charts/chart1.xml').decode()
    check(f'{language}: charts are Excel’s own', len(charts) == 3 and chart.count('<c:ser>') == 3 and '<c:barChart>' in chart, charts)
    found = {row[0] for row in listed.iter_rows(values_only=True) if re.match(r'\d{4}-\d{3}', str(row[0]))}
    check(f'{language}: the list is of the quarter, with drills', found == {row['number'] for row in quarter} and DRILL in found, found)
    text = read_pdf(export(path, folder, language, 'pdf', *options))
    check(f'{language}: pages of figures can be read', ('Median' if language == 'en' else '中央値') in text and 'S2' in text)
    rows = read_csv(export(path, folder, language, 'csv', '--report', 'incidents'))
    check(f'{language}: the text table has all incidents', [row[0] for row in rows[1:]] == sorted(row['number'] for row in incidents))
    check(f'{language}: with their times', [row[rows[0].index('Detected' if language == 'en' else '検知')] for row in rows if row[0] == NUMBER] == ['2026-11-10 09:05'])


def check_same(path, folder):
    for options in ('--report', 'incident', '--id', NUMBER), ('--report', 'incidents', '--quarter', '2026Q3'):
        for form in 'xlsx', 'pdf', 'csv':
            target = export(path, folder, 'ja', form, *options)
            before = open(target, 'rb').read()
            export(path, folder, 'ja', form, *options)
            check(f'the same moment gives the same {form} of {options[1]}', open(target, 'rb').read() == before)


def check_misuse(path, folder):
    for options, code in (
            (('--report', 'incident', '-o', 'x.pdf'), 2),
            (('--report', 'incident', '--id', NUMBER, '--quarter', '2026Q2', '-o', 'x.pdf'), 2),
            (('--report', 'incident', '--id', NUMBER, '-o', 'x.png'), 2),
            (('--report', 'incidents', '--quarter', '2026Q5', '-o', 'x.pdf'), 2),
            (('--report', 'incidents', '--quarter', '2026', '-o', 'x.pdf'), 2),
            (('--report', 'matrix', '--id', NUMBER, '-o', 'x.pdf'), 2),
            (('--report', 'incident', '--id', '1999-001', '-o', os.path.join(folder, 'x.pdf')), 4)):
        done = subprocess.run([CLI, 'export', path, *options, '--language', 'en'], capture_output=True)
        check(f"refused: {' '.join(options[:-2])}", done.returncode == code and done.stderr, (done.returncode, done.stderr))


def check_office(path, folder):
    for language in 'ja', 'en':
        for options in ('--report', 'incident', '--id', NUMBER), ('--report', 'incidents', '--quarter', '2026Q2'):
            target = export(path, folder, language, 'xlsx', *options)
            subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/office', '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML',
                            '--outdir', os.path.join(folder, 'office-out'), target], capture_output=True, check=True, timeout=200)
            office = os.path.join(folder, 'office-out', os.path.basename(target))
            ours, theirs = openpyxl.load_workbook(target), openpyxl.load_workbook(office)
            differ = [(a.title, a_cell.coordinate, a_cell.value, b_cell.value)
                      for a, b in zip(ours.worksheets, theirs.worksheets) for a_row, b_row in zip(a.iter_rows(), b.iter_rows())
                      for a_cell, b_cell in zip(a_row, b_row) if (a_cell.value or '') != (b_cell.value or '')]
            check(f'{language}: LibreOffice reads the same of {options[1]}', len(theirs.worksheets) == len(ours.worksheets) and not differ, differ[:5])


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'plan.koyomi')
        run('new', path, '--template', 'sample', '--fiscal-year', '2026', language='ja')
        if '--office' in sys.argv:
            check_office(path, folder)
        else:
            for language in 'ja', 'en':
                check_report(path, folder, language)
                check_drill(path, folder, language)
                check_figures(path, folder, language)
            check_same(path, folder)
            check_misuse(path, folder)
    print(f'1..{number}')
    return len(failures) > 0


if __name__ == '__main__':
    sys.exit(main())
