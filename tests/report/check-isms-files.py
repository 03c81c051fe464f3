"""Reads the reports on the management system with other programs and compares them with what koyomi-cli tells elsewhere.

check-isms-files.py KOYOMI_CLI [--office]
"""
import json
import os
import re
import subprocess
import sys
import tempfile

import openpyxl

CLI = sys.argv[1]
TODAY, QUARTER = '2026-11-22', '2026Q2'
FIRST, LAST = '2026-07-01', '2026-09-30'
SHEETS = {
    'capa': {
        'ja': ['概要', '1 指摘事項', '指摘事項の詳細', '指摘事項台帳', '2 有効性', 'データ品質', '文書情報'],
        'en': ['Summary', '1 Findings', 'Findings in detail', 'Register of findings', '2 Effect', 'Data quality', 'About'],
    },
    'soa': {
        'ja': ['概要', '1 テーマ別の管理策', '適用宣言書', 'データ品質', '文書情報'],
        'en': ['Summary', '1 Controls by theme', 'Statement of applicability', 'Data quality', 'About'],
    },
    'audit': {
        'ja': ['概要', '1 監査プログラム', '監査プログラム', '2 当年度の監査', '3 指摘事項', '4 証跡', '証跡台帳', '5 準備状況', '準備状況の点検', '6 変更履歴',
               'データ品質', '文書情報'],
        'en': ['Summary', '1 Programme', 'Audit programme', '2 Audits of the year', '3 Findings', '4 Evidence', 'Evidence register', '5 Readiness',
               'Readiness check', '6 Change log', 'Data quality', 'About'],
    },
    'review': {
        'ja': ['概要', '1 インプット', '2 結果', 'データ品質', '文書情報'],
        'en': ['Summary', '1 Inputs', '2 Results', 'Data quality', 'About'],
    },
}
PREFIXES = {'capa': 'CAPA', 'soa': 'SOA', 'audit': 'AUD', 'review': 'MR'}
APPROVALS = {'ja': ('作成', '確認', '承認'), 'en': ('Prepared', 'Checked', 'Approved')}
SECRETS = {'ja': '社外秘', 'en': 'Confidential'}
TEXT = 'The actions of the summer helped.'

failures = []
number = 0


def check(claim, is_so, detail=''):
    global number
    number += 1
    print(f"{'ok' if is_so else 'not ok'} {number} {claim}", flush=True)
    if not is_so:
        failures.append(claim)
        print('# ' + str(detail)[:2000].replace('\n', '\n# '))


def run(*arguments, language='en', code=0):
    done = subprocess.run([CLI, *arguments, '--language', language, '--today', TODAY], capture_output=True)
    assert done.returncode == code, (arguments, done.returncode, done.stderr.decode())
    return done.stdout.decode()


def told(path, what, language='en'):
    answer = json.loads(run('list', path, what, '--json', language=language))
    return answer if isinstance(answer, list) else next(value for value in answer.values() if isinstance(value, list))


def export(path, folder, kind, language, form, *options):
    target = os.path.join(folder, f'{kind}-{language}.{form}')
    run('report', path, kind, '--quarter', QUARTER, *options, '-o', target, language=language)
    return target


def rows_of(sheet):
    """What stands on a sheet, a list of the cells that have something a row."""
    return [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows() if any(cell.value is not None for cell in row)]


def mark_width(sheet, secret):
    """What the cells with the word in the first row take, in characters."""
    cell = next(cell for cell in sheet[1] if cell.value == secret)
    area = next((area for area in sheet.merged_cells.ranges if cell.coordinate in area), None)
    columns = [cell.column] if area is None else range(area.min_col, area.max_col + 1)
    groups = sheet.column_dimensions.values()
    return sum(next(group.width for group in groups if group.min <= column <= group.max) for column in columns)


def texts_of(sheet):
    return [str(value) for row in rows_of(sheet) for value in row]


def bare(value):
    """Without the sign of a mark or a status."""
    return re.sub(r'^[＋△－●▲■○–◌] ', '', str(value))


def page_text(target):
    return subprocess.run(['pdftotext', '-layout', target, '-'], capture_output=True, check=True).stdout.decode()


def check_capa(path, book, language):
    names = SHEETS['capa'][language]
    findings = [finding for finding in told(path, 'findings', language) if finding['found_day'] <= LAST]
    register = {row[0]: row for row in rows_of(book[names[3]]) if re.match(r'F-\d\d-\d\d$', str(row[0]))}
    check(f'{language}: each finding is in the register', set(register) == {finding['number'] for finding in findings}, sorted(register))
    lost = [finding['number'] for finding in findings for field in ('cause', 'correction', 'action')
            if finding[field] and finding[field] not in register[finding['number']]]
    check(f'{language}: with correction, cause and action', not lost, lost)
    dues = told(path, 'finding-dues', language)
    shown = '\n'.join(texts_of(book[names[4]]))
    check(f'{language}: changes of due days are told', dues and all(due['reason'] in shown for due in dues), dues[:1])
    again = [finding for finding in findings if finding['reopened_from_id']]
    check(f'{language}: what was opened again is told as a chain', again and any('→' in text and again[0]['number'] in text for text in texts_of(book[names[4]])))
    checked = [finding for finding in findings if FIRST <= (finding['verified_day'] or '') <= LAST and finding['effective'] in ('yes', 'no')]
    share = 100 * sum(finding['effective'] == 'yes' for finding in checked) / len(checked)
    figures = [row for row in rows_of(book[names[4]]) if len(row) > 2 and row[-1] == share]
    check(f'{language}: the effective share is that of the findings', figures, (share, rows_of(book[names[4]])[:12]))
    overview = {bare(row[0]): row for row in rows_of(book[names[1]]) if re.match(r'(\S )?F-', str(row[0]))}
    new = [finding['number'] for finding in findings if finding['found_day'] >= FIRST]
    check(f'{language}: new ones are marked', new and all(str(overview[one][0]).startswith('＋') for one in new), overview.keys())


def check_soa(path, book, language):
    names = SHEETS['soa'][language]
    controls = {control['code']: control for control in told(path, 'controls', language) if control['kind'] == 'annex-a'}
    lines = {str(row[0].value): [cell.value for cell in row] for row in book[names[2]].iter_rows() if re.match(r'[5-8]\.\d+$', str(row[0].value))}
    check(f'{language}: all 93 controls have a line', len(lines) == 93 and set(lines) == set(controls), len(lines))
    lost = [code for code, line in lines.items() if controls[code]['reason'] != line[3] or not line[3]]
    check(f'{language}: each with its reason, in or out', not lost, lost[:4])
    out = [code for code, line in lines.items() if line[2] == {'ja': 'いいえ', 'en': 'No'}[language]]
    check(f'{language}: what does not apply says so', out == [code for code, control in controls.items() if not control['applicable']], out)
    map_cells = [text for text in texts_of(book[names[1]]) if re.match(r'[●▲■–] [5-8]\.\d+$', text)]
    check(f'{language}: the map has each of them', len(map_cells) == 93, len(map_cells))


def check_audit(path, book, language):
    names = SHEETS['audit'][language]
    codes = [str(row[0]) for row in rows_of(book[names[2]]) if re.match(r'\d+\.\d', str(row[0]))]
    check(f'{language}: the programme has each clause and control', len(codes) == len(told(path, 'controls', language)), len(codes))
    audits = [audit for audit in told(path, 'audits', language) if '2026-04-01' <= audit['last_day'] <= '2027-03-31']
    shown = '\n'.join(texts_of(book[names[3]]))
    check(f'{language}: each audit of the year is told', audits and all(f"{audit['number']} {audit['title']}" in shown for audit in audits))
    ids = {audit['id'] for audit in audits}
    items = [item for item in told(path, 'audit-items', language) if item['audit_id'] in ids]
    samples = [item['sample'] for item in items if item['sample']]
    check(f'{language}: with what was sampled', len(samples) > 20 and all(sample in shown for sample in samples))
    evidence = [row[0] for row in rows_of(book[names[6]])]
    check(f'{language}: the register has all evidence', all(one['title'] in evidence for one in told(path, 'evidence', language)))
    done = subprocess.run([CLI, 'lint', path, '--json', '--language', language, '--today', TODAY], capture_output=True)
    breaches = json.loads(done.stdout)
    lines = [row for row in rows_of(book[names[8]]) if re.match(r'[●▲■○–] ', str(row[0]))]
    check(f'{language}: readiness is what lint tells', len(lines) == len(breaches) > 20, (len(lines), len(breaches)))
    head = json.loads(run('info', path, '--json', language=language))
    check(f'{language}: the change log has its head', any(str(text) in json.dumps(head) for text in texts_of(book[names[9]]) if len(str(text)) == 64))


def check_review(path, book, language):
    names = SHEETS['review'][language]
    topics = [row for row in rows_of(book[names[0]]) if row[0] in ('a', 'b', 'c', 'd1', 'd2', 'd3', 'd4', 'e', 'f', 'g')]
    check(f'{language}: each input is there', len(topics) == 10, topics)
    lines = texts_of(book[names[0]])
    check(f'{language}: all is told, so that it can be signed', not any(text.startswith('■ ') for text in lines), lines[:8])
    inputs = '\n'.join(texts_of(book[names[1]]))
    findings = [finding for finding in told(path, 'findings', language) if finding['status'] in ('open', 'doing') and finding['found_day'] < '2026-10-20']
    check(f'{language}: inputs are filled from the plan', findings and all(finding['number'] in inputs for finding in findings))


def check_unfinished_review(path, folder, language):
    """The review of the year before, of which the plan knows little."""
    target = os.path.join(folder, 'before.xlsx')
    run('report', path, 'review', '--quarter', '2025Q3', '-o', target, language=language)
    sheet = openpyxl.load_workbook(target)[SHEETS['review'][language][0]]
    states = {row[0]: row[-1] for row in rows_of(sheet) if row[0] in ('b', 'c', 'd1', 'd2')}
    missing = [code for code, state in states.items() if str(state).startswith('■')]
    check(f'{language}: what is missing is told', missing == ['b', 'c'], states)
    signed = [text for text in texts_of(sheet) if text.startswith('■ ') and all(code in text for code in missing)]
    check(f'{language}: and that it cannot be signed', signed, texts_of(sheet)[:8])


CHECKS = {'capa': check_capa, 'soa': check_soa, 'audit': check_audit, 'review': check_review}


def check_kind(path, folder, kind, language):
    target = export(path, folder, kind, language, 'xlsx')
    book = openpyxl.load_workbook(target)
    check(f'{kind} {language}: the book has its sheets', book.sheetnames == SHEETS[kind][language], book.sheetnames)
    check(f'{kind} {language}: each sheet says how secret it is', all(SECRETS[language] in sheet.oddHeader.right.text for sheet in book.worksheets))
    feet = [sheet.oddFooter.left.text for sheet in book.worksheets]
    check(f'{kind} {language}: each sheet has the number of the document at its foot', all(f'{PREFIXES[kind]}-{QUARTER}' in foot for foot in feet), feet)
    lonely = [(sheet.title, mark.id) for sheet in book.worksheets for mark in sheet.row_breaks.brk
              if sheet.print_title_rows and sheet.cell(mark.id - 1, 1).font.bold and sheet.cell(mark.id, 1).value]
    check(f'{kind} {language}: no page has a single row of a table', not lonely, lonely)
    wide = [sheet.title for sheet in book.worksheets if sheet.page_setup.fitToWidth not in (None, 1) and
            (sheet.page_setup.fitToWidth > 2 or not sheet.auto_filter.ref or not sheet.print_title_cols)]
    check(f'{kind} {language}: each sheet is one page wide, or a list on two that repeat what names its rows', not wide, wide)
    marks = {sheet.title: mark_width(sheet, SECRETS[language]) for sheet in book.worksheets}
    check(f'{kind} {language}: and has room to say how secret it is', min(marks.values()) > 14, marks)
    CHECKS[kind](path, book, language)
    text = page_text(export(path, folder, kind, language, 'pdf'))
    feet = [f'{PREFIXES[kind]}-{QUARTER}' in page.strip()[-250:] for page in text.split('\f') if page.strip()]
    check(f'{kind} {language}: each page has its number', len(feet) > 2 and all(feet), feet)
    words = [f'{PREFIXES[kind]}-{QUARTER}', *APPROVALS[language], SECRETS[language], TEXT]
    check(f'{kind} {language}: pages can be read', all(word in text for word in words), [word for word in words if word not in text])
    if kind == 'review':
        check_unfinished_review(path, folder, language)


def check_same(path, folder, kind):
    for form in 'xlsx', 'pdf', 'png':
        target = export(path, folder, kind, 'ja', form, '--as-of', '#1')
        before = open(target, 'rb').read()
        export(path, folder, kind, 'ja', form, '--as-of', '#1')
        check(f'{kind}: the same moment gives the same {form}', open(target, 'rb').read() == before)
    text = page_text(export(path, folder, kind, 'en', 'pdf', '--compare', '#1'))
    check(f'{kind}: what was written since the moment is marked', 'Compared with the plan as of' in text and re.search(r'＋\s+The actions', text) is not None)


def check_office(path, folder, kind):
    for language in 'ja', 'en':
        target = export(path, folder, kind, language, 'xlsx')
        subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/office', '--headless', '--convert-to', 'pdf', '--outdir', folder, target],
                       capture_output=True, check=True, timeout=200)
        text = page_text(target.replace('.xlsx', '.pdf'))
        check(f'{kind} {language}: LibreOffice prints it', f'{PREFIXES[kind]}-{QUARTER}' in text)
        check(f'{kind} {language}: and no number is cut', '###' not in text)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'plan.koyomi')
        run('new', path, '--template', 'sample', '--fiscal-year', '2026', language='ja')
        for kind in CHECKS:
            run('narrative', path, kind, 'summary', '--quarter', QUARTER, '--text', TEXT, language='ja')
        for kind in CHECKS:
            if '--office' in sys.argv:
                check_office(path, folder, kind)
                continue
            for language in 'ja', 'en':
                check_kind(path, folder, kind, language)
            check_same(path, folder, kind)
    print(f'1..{number}')
    return len(failures) > 0


if __name__ == '__main__':
    sys.exit(main())
