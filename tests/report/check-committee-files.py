"""Reads the report to the risk committee with other programs and compares it with what koyomi-cli tells elsewhere.

check-committee-files.py KOYOMI_CLI [--office]
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

CLI = sys.argv[1]
TODAY, QUARTER = '2026-11-22', '2026Q2'
FIRST, LAST = '2026-07-01', '2026-09-30'
SHEETS = {
    'ja': ['概要', '変更内容', '1 計画の進捗', '2 インシデント', '2 インシデント統計', '3 KPI', '3 KPIのグラフ', '4 指摘事項', '5 リスク', '6 決定・処置事項', '7 今後の予定',
           'グラフのデータ', 'データ品質', '文書情報'],
    'en': ['Summary', 'Changes', '1 Progress against plan', '2 Incidents', '2 Incident statistics', '3 KPIs', '3 KPI charts', '4 Findings', '5 Risks',
           '6 Decisions and actions', '7 Coming up', 'Data of charts', 'Data quality', 'About'],
}
NOW, BEFORE = 'Two serious cases, both reported in time.', 'A calm quarter.'

failures = []
number = 0


def check(claim, is_so, detail=''):
    global number
    number += 1
    print(f"{'ok' if is_so else 'not ok'} {number} {claim}", flush=True)
    if not is_so:
        failures.append(claim)
        print('# ' + str(detail).replace('\n', '\n# '))


def run(*arguments, language='en', code=0):
    done = subprocess.run([CLI, *arguments, '--language', language, '--today', TODAY], capture_output=True)
    assert done.returncode == code, (arguments, done.returncode, done.stderr.decode())
    return done.stdout.decode()


def told(path, what, language):
    answer = json.loads(run('list', path, what, '--json', language=language))
    return answer if isinstance(answer, list) else next(value for value in answer.values() if isinstance(value, list))


def export(path, folder, language, form, *options):
    target = os.path.join(folder, f'committee-{language}.{form}')
    run('report', path, 'committee', '--quarter', QUARTER, *options, '-o', target, language=language)
    return target


def rows_of(sheet):
    """What stands on a sheet, a list of the cells that have something a row."""
    return [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows() if any(cell.value is not None for cell in row)]


def bare(value):
    """Without the sign of a mark."""
    return re.sub(r'^[＋△－] ', '', str(value))


def check_metrics(path, book, language):
    metrics = json.loads(run('kpi', path, '--quarter', QUARTER, '--json', language=language))['metrics']
    sheet = book[SHEETS[language][5]]
    lines = {row[0].value: [cell.value for cell in row] for row in sheet.iter_rows() if re.match(r'(KPI|IDX)-\d+$', str(row[0].value))}
    check(f'{language}: a row a metric', sorted(lines) == sorted(metric['code'] for metric in metrics), len(lines))
    for name in 'value', 'before', 'target':
        lost = [m['code'] for m in metrics if m[name] is not None and not any(isinstance(cell, (int, float)) and abs(cell - m[name]) < 1e-9
                                                                              for cell in lines[m['code']])]
        check(f'{language}: {name} is that of koyomi-cli kpi', not lost, lost[:4])
    off = sum(metric['status'] == 'off-target' for metric in metrics)
    tiles = {row[0]: row[1] for row in rows_of(book[SHEETS[language][0]]) if len(row) >= 3}
    check(f'{language}: so is what is off target on the first page', tiles['KPIs off target' if language == 'en' else '目標未達のKPI'] == off, (tiles, off))
    contained, = [metric['value'] for metric in metrics if metric['code'] == 'KPI-03']
    check(f'{language}: and the time to contain', abs(tiles['Mean time to contain' if language == 'en' else '平均封じ込め時間'] - contained) < 0.01, tiles)


def check_runs(path, book, language):
    runs = [run_ for run_ in told(path, 'occurrences', language) if FIRST <= run_['last_day'] <= LAST]
    shown = [row[0] for row in rows_of(book[SHEETS[language][2]])]
    lost = [run_['name'] for run_ in runs if run_['name'] not in shown]
    check(f'{language}: each activity of the quarter is there', len(runs) > 30 and not lost, lost[:4])
    due = [run_ for run_ in runs if run_['status'] != 'skipped']
    tiles = {row[0]: row[1] for row in rows_of(book[SHEETS[language][0]]) if len(row) >= 3}
    done = 100 * sum(run_['status'] == 'done' for run_ in due) / len(due)
    check(f'{language}: so much of the plan is done', abs(tiles['Plan completion' if language == 'en' else '計画の完了率'] - done) < 0.01, (tiles, done))


def check_incidents(path, book, language):
    incidents = [i for i in told(path, 'incidents', language) if (i.get('detected_at') or '')[:10] >= FIRST and (i.get('detected_at') or '')[:10] <= LAST]
    serious = {i['number'] for i in incidents if i['severity'] in ('s1', 's2') and i['kind'] == 'incident'}
    text = '\n'.join(str(value) for row in rows_of(book[SHEETS[language][3]]) for value in row)
    check(f'{language}: serious incidents have their sentence', serious and all(one in text for one in serious), (serious, text[:500]))


def check_findings(path, book, language):
    findings = [finding for finding in told(path, 'findings', language) if finding['found_day'] <= LAST]
    shown = {bare(row[0]) for row in rows_of(book[SHEETS[language][7]])}
    open_ones = {finding['number'] for finding in findings if finding['status'] in ('open', 'doing', 'done')}
    check(f'{language}: open findings are there', open_ones and open_ones <= shown, (open_ones, shown))
    found = {finding['number'] for finding in findings if finding['found_day'] >= FIRST}
    changed = {row[2] for row in rows_of(book[SHEETS[language][1]]) if len(row) > 2}
    check(f'{language}: and new ones among the changes', found and found <= changed, (found, changed))


def check_decisions(path, book, language):
    planned = {meeting['id'] for meeting in told(path, 'meetings', language) if meeting['status'] == 'planned'}
    asked = [item['title'] for item in told(path, 'agenda-items', language) if item['kind'] == 'decision' and item['meeting_id'] in planned]
    shown = [value for row in rows_of(book[SHEETS[language][9]]) for value in row]
    check(f'{language}: what is to be decided is asked for', asked and all(title in shown for title in asked), (asked, shown))


def check_book(path, folder, language):
    target = export(path, folder, language, 'xlsx')
    book = openpyxl.load_workbook(target)
    check(f'{language}: the book has its sheets', book.sheetnames == SHEETS[language], book.sheetnames)
    check_metrics(path, book, language)
    check_runs(path, book, language)
    check_incidents(path, book, language)
    check_findings(path, book, language)
    check_decisions(path, book, language)
    ends = [(sheet, mark.id) for sheet in book.worksheets for mark in sheet.row_breaks.brk]
    check(f'{language}: no heading ends a page', len(ends) > 5 and not any(sheet.cell(row, 1).font.bold for sheet, row in ends),
          [(sheet.title, row) for sheet, row in ends])
    heads = {sheet.title: sheet.print_title_rows for sheet in (book.worksheets[1], book.worksheets[2])}
    check(f'{language}: pages that go on with a table begin with its heads',
          all(rows and sum(cell.font.bold or False for cell in book[title][int(rows.split('$')[1].rstrip(':'))] if cell.value) > 4
              for title, rows in heads.items()), heads)
    tops = [next(row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value is None) for sheet in book.worksheets[1:]]
    check(f'{language}: sheets behind the first have a short title', max(tops) <= 4, tops)
    check(f'{language}: the book takes few pages', len(book.worksheets) + len(ends) <= 24, len(book.worksheets) + len(ends))
    charts = [name for name in zipfile.ZipFile(target).namelist() if re.match(r'xl/charts/chart\d+\.xml', name)]
    check(f'{language}: charts are native', len(charts) >= 10, charts)
    texts = [row for row in rows_of(book[SHEETS[language][3]]) if NOW in row]
    check(f'{language}: the text of the last quarter stands beside this one’s', texts and texts[0] == [NOW, BEFORE], texts)
    silent = [row[2] for row in rows_of(book[SHEETS[language][12]]) if len(row) > 2 and SHEETS[language][5] in str(row[2])]
    check(f'{language}: sections without a text are told', silent and SHEETS[language][3] not in silent[0], silent)
    secret = 'Confidential' if language == 'en' else '社外秘'
    check(f'{language}: each sheet says how secret it is', all(secret in sheet.oddHeader.right.text for sheet in book.worksheets))


def check_pages(path, folder, language):
    target = export(path, folder, language, 'pdf')
    text = subprocess.run(['pdftotext', '-layout', target, '-'], capture_output=True, check=True).stdout.decode()
    check(f'{language}: it is short enough to be read', 8 <= text.count('\f') <= 12, text.count('\f'))
    words = [*SHEETS[language][1:4], *SHEETS[language][5:11], f'RC-{QUARTER}', *(('Prepared', 'Checked', 'Approved') if language == 'en' else ('作成', '確認', '承認'))]
    check(f'{language}: pages can be read', all(word in text for word in words), [word for word in words if word not in text])
    month = os.path.join(folder, 'month.pdf')
    run('report', path, 'committee', '--month', '2026-08', '-o', month, language=language)
    text = subprocess.run(['pdftotext', '-layout', month, '-'], capture_output=True, check=True).stdout.decode()
    check(f'{language}: a month has its own', 'RC-2026-08' in text and '2026-08-31' in text and NOW not in text)
    found = [i for i in told(path, 'incidents', language) if i['kind'] == 'incident' and (i.get('detected_at') or '').startswith('2026-08')]
    count = re.search(r'^ *(?:Incidents|インシデント) +(\d+) +(\d+)', text, re.M)
    check(f'{language}: and its own count of incidents', count and int(count.group(1)) == len(found), (count and count.group(0), len(found)))


def check_same(path, folder):
    for form in 'xlsx', 'pdf', 'png':
        target = export(path, folder, 'ja', form, '--as-of', '#1')
        before = open(target, 'rb').read()
        export(path, folder, 'ja', form, '--as-of', '#1')
        check(f'the same moment gives the same {form}', open(target, 'rb').read() == before)
    target = export(path, folder, 'en', 'pdf', '--compare', '#1')
    text = subprocess.run(['pdftotext', '-layout', target, '-'], capture_output=True, check=True).stdout.decode()
    check('what was written since the moment is marked', 'Compared with the plan as of' in text and re.search(r'[＋△]\s+Two serious', text) is not None)


def check_misuse(path, folder):
    png = os.path.join(folder, 'x.png')
    for options, code in ((('committee', '--quarter', '2026Q5', '-o', png), 2), (('committee', '-o', 'x.csv'), 2), (('nothing', '-o', png), 2),
                          (('kpi', '--month', '2026-05', '-o', png), 2), (('committee', '--page', '99', '-o', png), 4),
                          (('committee', '--page', '0', '-o', png), 2), (('committee', '--as-of', 'never', '-o', png), 4)):
        done = subprocess.run([CLI, 'report', path, *options, '--language', 'en', '--today', TODAY], capture_output=True)
        check(f"refused: {' '.join(options[:-2])}", done.returncode == code and done.stderr and not os.path.exists(png), (done.returncode, done.stderr))


def check_office(path, folder):
    for language in 'ja', 'en':
        target = export(path, folder, language, 'xlsx')
        subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/office', '--headless', '--convert-to', 'pdf', '--outdir', folder, target],
                       capture_output=True, check=True, timeout=200)
        text = subprocess.run(['pdftotext', '-layout', target.replace('.xlsx', '.pdf'), '-'], capture_output=True, check=True).stdout.decode()
        check(f'{language}: LibreOffice prints it', all(word in text for word in SHEETS[language][2:4]))
        check(f'{language}: and no number is cut', '###' not in text)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'plan.koyomi')
        run('new', path, '--template', 'sample', '--fiscal-year', '2026', language='ja')
        for section, quarter, text in (('incidents', QUARTER, NOW), ('incidents', '2026Q1', BEFORE), ('metrics', QUARTER, '')):
            run('narrative', path, 'committee', section, '--quarter', quarter, '--text', text, language='ja')
        check('what was written is told', run('narrative', path, 'committee', 'incidents', '--quarter', QUARTER).strip() == NOW)
        if '--office' in sys.argv:
            check_office(path, folder)
        else:
            for language in 'ja', 'en':
                check_book(path, folder, language)
                check_pages(path, folder, language)
            check_same(path, folder)
            check_misuse(path, folder)
    print(f'1..{number}')
    return len(failures) > 0


if __name__ == '__main__':
    sys.exit(main())
