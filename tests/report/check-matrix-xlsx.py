"""Reads the exported matrix with other programs and compares it with what the plan holds.

check-matrix-xlsx.py KOYOMI_CLI [--office]
"""
import csv
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

CLI = sys.argv[1]
TODAY = '2026-11-22'
HEAD_ROW = 6

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
    assert done.returncode == code, (arguments, done.stderr.decode())
    return done.stdout.decode()


def make_plan(folder):
    path = os.path.join(folder, 'plan.koyomi')
    run('new', path, '--template', 'sample', '--fiscal-year', '2026', language='ja')
    with sqlite3.connect(path) as db:
        db.execute("UPDATE team SET name = '=1+1' WHERE code = 'CIO'")
        db.execute("INSERT INTO letter (id, letter, name, meaning, position) VALUES (77, 'P', 'Pays', 'Pays for it', 1)")
        db.execute("UPDATE assignment SET letters = 'CP', note = '+cmd' WHERE team_id = (SELECT id FROM team WHERE code = 'CIO')")
    return path


def export(path, folder, language, form, *options):
    target = os.path.join(folder, f'matrix-{language}{len(options)}.{form}')
    run('export', path, '--report', 'matrix', '--catalogue', 'cric', '--as-of', '#1', '-o', target, *options, language=language)
    return target


def cells_of(sheet):
    """(number of the function, team) -> letters; and where they stand."""
    heads = [cell.value for cell in sheet[HEAD_ROW]]
    teams = heads[2:heads.index('R')]
    found, places = {}, {}
    for row in range(HEAD_ROW + 1, sheet.max_row + 1):
        if sheet.cell(row, 2).value is None:
            continue
        for index, team in enumerate(teams):
            cell = sheet.cell(row, 3 + index)
            places[sheet.cell(row, 1).value, team] = cell
            if cell.value:
                found[sheet.cell(row, 1).value, team] = cell.value
    return found, places, teams


def check_matrix(path, folder, language):
    target = export(path, folder, language, 'xlsx')
    book = openpyxl.load_workbook(target)
    matrix, maturity, breaches, load, legend = book.worksheets
    held = json.loads(run('list', path, 'assignments', '--catalogue', 'cric', '--day', TODAY, '--json', language=language))
    found, places, teams = cells_of(matrix)
    wanted = {}
    for row in held:
        wanted[row['function_code'], row['team']] = row['letters']
    check(f'{language}: every cell has its letters', found == wanted, sorted(set(found.items()) ^ set(wanted.items()))[:5])
    people = {(row['function_code'], row['team']): row['person'] for row in held if row['person']}
    check(f'{language}: people are remarks on cells',
          people and all(places[key].comment and person in places[key].comment.text for key, person in people.items()))
    days = [key for key, cell in places.items() if cell.comment and '2026-05-06' in cell.comment.text]
    check(f'{language}: so are days', len(days) == sum(row['from_day'] == '2026-05-06' for row in held))
    check(f'{language}: headings are frozen and repeated',
          (matrix.freeze_panes, matrix.print_title_rows, matrix.print_title_cols) == ('C7', '$5:$6', '$A:$B'),
          (matrix.freeze_panes, matrix.print_title_rows, matrix.print_title_cols))
    for sheet in book.worksheets:
        check(f'{language}: {sheet.title} is A3 on its side, one page wide',
              (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToWidth) in ((8, 'landscape', 1), (8, 'landscape', None)))
    rules = [rule for rules in matrix.conditional_formatting for rule in rules.rules]
    fills = {rule.text: rule.dxf.fill.bgColor.rgb for rule in rules if rule.type == 'containsText'}
    check(f'{language}: each letter has a colour of its own, also the plan’s own', set(fills) == set('RACISP') and
          len(set(fills.values())) == 6, fills)
    edges = {rule.text: (rule.dxf.font.b, rule.dxf.border.left.style) for rule in rules if rule.type == 'containsText'}
    check(f'{language}: and weight or edge differ without it', edges['R'] != edges['C'] and edges['C'] != edges['S'], edges)
    check(f'{language}: the letter that answers decides first', rules and
          min((rule for rule in rules if rule.type == 'containsText'), key=lambda rule: rule.priority).text == 'A')
    validation, = matrix.data_validations.dataValidation
    check(f'{language}: letters can be chosen', {'R', 'A', 'RA', 'P', 'CP'} <= set(validation.formula1.strip('"').split(',')) and
          validation.errorStyle == 'warning', validation.formula1)
    texts = ' '.join(str(cell.value) for row in legend.iter_rows() for cell in row if cell.value)
    check(f'{language}: the legend explains all letters', ('Does the work' if language == 'en' else '実行') in texts and 'Pays' in texts)
    counts = [cell for row in matrix.iter_rows(min_row=matrix.max_row - 1) for cell in row[2:2 + len(teams)]]
    check(f'{language}: the foot counts R and A', len(counts) == 2 * len(teams) and
          all(str(cell.value).startswith('=COUNTIF(') for cell in counts))
    if language == 'ja':
        check('ja: a name that begins with = stays a text', '=1+1' in teams and
              matrix.cell(HEAD_ROW, 3 + teams.index('=1+1')).data_type == 's')
    check_others(path, target, language, maturity, breaches, load)
    return found


def check_others(path, target, language, maturity, breaches, load):
    listed = json.loads(run('list', path, 'maturity', '--catalogue', 'cric', '--json', language=language))
    scores = {row['code']: row for group in listed['groups'] for row in group['functions']}
    start = next(row for row in range(1, maturity.max_row + 1) if maturity.cell(row, 6).value in ('Execution', '実施形態') or
                 maturity.cell(row, 16).value)
    levels = {}
    for row in range(start + 1, maturity.max_row + 1):
        levels[maturity.cell(row, 1).value] = tuple(maturity.cell(row, column).value for column in (3, 4, 5))
    wanted = {code: (row['as_is'], row['to_be'], row['gap']) for code, row in scores.items()}
    known = {code: row for code, row in levels.items() if '?' not in row and None not in row}
    check(f'{language}: levels are those of the list', set(levels) == set(wanted) and len(known) > 0 and
          all(wanted[code] == row for code, row in known.items()), [(code, row, wanted.get(code)) for code, row in known.items()][:4])
    check(f'{language}: the headings of the levels are repeated', maturity.print_title_rows == f'${start}:${start}', maturity.print_title_rows)
    chart = zipfile.ZipFile(target).read('xl/charts/chart1.xml').decode()
    check(f'{language}: a radar over the means', '<c:radarChart>' in chart and chart.count('<c:ser>') == 3 and
          re.search(r"<c:f>'?" + maturity.title + r"'?!\$C\$7:\$C\$\d+</c:f>", chart) is not None, chart[:300])
    lint = json.loads(run('lint', path, '--area', 'matrix', '--catalogue', 'cric', '--json', language=language, code=1))
    rows = [[cell.value for cell in row] for row in breaches.iter_rows(min_row=6) if row[3].value]
    check(f'{language}: breaches are those of lint', [row[3] for row in rows] == [breach['sentence'] for breach in lint], rows[:2])
    check(f'{language}: what is accepted has a day and a reason',
          [bool(row[5] and row[6]) for row in rows] == [breach['waived'] for breach in lint] and any(breach['waived'] for breach in lint))
    teams = json.loads(run('list', path, 'load', '--fiscal-year', '2026', '--json', language=language))['teams']
    months = [[cell.value for cell in row[1:13]] for row in load.iter_rows(min_row=9, max_row=8 + len(teams))]
    wanted = [[round(month['planned'] + month['routine'], 2) for month in team['months']] for team in teams]
    check(f'{language}: load is that of the list', all(abs(a - b) < 0.006 for row, other in zip(months, wanted) for a, b in zip(row, other)),
          (months[:1], wanted[:1]))
    check(f'{language}: load is compared with the capacity', len([rule for rules in load.conditional_formatting for rule in rules.rules]) == 3)


def check_csv(path, folder, language, found):
    with open(export(path, folder, language, 'csv'), encoding='utf-8-sig', newline='') as file:
        rows = list(csv.DictReader(file))
    names = list(rows[0])
    cells = {(row[names[3]], row[names[6]].lstrip("'")): row[names[7]] for row in rows if row[names[7]]}
    check(f'{language}: a row an assignment in CSV', {(code, team.lstrip("'")): letters for (code, team), letters in found.items()} == cells)
    check(f'{language}: no text is a formula in CSV', all(not value.startswith(('=', '+')) for row in rows for value in row.values()))
    with open(export(path, folder, language, 'csv', '--wide'), encoding='utf-8-sig', newline='') as file:
        rows = list(csv.reader(file))
    check(f'{language}: a column a team in wide CSV', rows[0][1] == TODAY and sum(bool(cell) for row in rows[2:] for cell in row[3:]) == len(found))


def check_pdf(path, folder, language, found):
    target = export(path, folder, language, 'pdf')
    info = subprocess.run(['pdfinfo', target], capture_output=True, check=True).stdout.decode()
    text = subprocess.run(['pdftotext', '-layout', target, '-'], capture_output=True, check=True).stdout.decode()
    check(f'{language}: the PDF is A3 on its side', re.search(r'Page size: +1190\.\d+ x 841\.\d+', info) is not None, info)
    words = ['CSIRT', 'Functions and teams', 'Maturity by function group', 'Rule breaches', 'Apr', 'Confidential', 'Prepared', 'Approved', 'Document No. FT-'] if language == 'en' else \
            ['CSIRT', '機能とチームの役割分担表', '機能区分別の成熟度', 'ルール違反', '4月', '社外秘', '作成', '承認', '文書番号 FT-']
    check(f'{language}: its texts can be read', all(word in text for word in words), [word for word in words if word not in text])
    again = open(target, 'rb').read()
    export(path, folder, language, 'pdf')
    check(f'{language}: the same moment gives the same PDF', open(target, 'rb').read() == again)


def check_office(path, folder):
    """LibreOffice reckons the formulas and applies the rules anew."""
    for language in 'ja', 'en':
        target = export(path, folder, language, 'xlsx')
        subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/office', '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML',
                        '--outdir', os.path.join(folder, 'office-out'), target], capture_output=True, check=True, timeout=200)
        office = os.path.join(folder, 'office-out', os.path.basename(target))
        ours, theirs = openpyxl.load_workbook(target, data_only=True), openpyxl.load_workbook(office, data_only=True)
        differ = [(a.title, a_cell.coordinate, a_cell.value, b_cell.value)
                  for a, b in zip(ours.worksheets, theirs.worksheets) for a_row, b_row in zip(a.iter_rows(), b.iter_rows())
                  for a_cell, b_cell in zip(a_row, b_row) if (a_cell.value or '') != (b_cell.value or '')]
        check(f'{language}: LibreOffice reckons the same', len(theirs.worksheets) == 5 and not differ, differ[:5])
        before = json.loads(run('info', path, '--json'))['entries']
        run('import', path, office, '--format', 'matrix', language=language)
        check(f'{language}: what LibreOffice saved changes nothing', json.loads(run('info', path, '--json'))['entries'] == before)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = make_plan(folder)
        if '--office' in sys.argv:
            check_office(path, folder)
        else:
            for language in 'ja', 'en':
                found = check_matrix(path, folder, language)
                check_csv(path, folder, language, found)
                check_pdf(path, folder, language, found)
                target = export(path, folder, language, 'xlsx')
                before = open(target, 'rb').read()
                export(path, folder, language, 'xlsx')
                check(f'{language}: the same moment gives the same workbook', open(target, 'rb').read() == before)
    print(f'1..{number}')
    return len(failures) > 0


if __name__ == '__main__':
    sys.exit(main())
