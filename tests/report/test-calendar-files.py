#!/usr/bin/python3
"""Reads the sample calendars back with poppler's programs: test-calendar-files.py WRITE-SAMPLES"""

import csv
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SINGLE = ['full', 'three-rows', 'january', 'no-bars', 'no-rows']
PAGED = ['eighty-rows', 'twelve-lanes']
REFERENCE = pathlib.Path(os.environ['KOYOMI_REFERENCE'])


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def read_table(name):
    with open(REFERENCE / name, encoding='utf-8') as file:
        return list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE))


def check_fonts(path):
    lines = run('pdffonts', path).splitlines()[2:]
    assert lines, f'{path} has no fonts'
    for line in lines:
        assert re.search(r' yes yes yes +\d+ +\d+$', line), f'{path}: not embedded, or without Unicode: {line}'


def check_page(path, name):
    info = run('pdfinfo', path)
    width, height = map(float, re.search(r'Page size: +([\d.]+) x ([\d.]+)', info).groups())
    pages = int(re.search(r'Pages: +(\d+)', info).group(1))
    assert abs(width - 1190.55) < 0.02 and abs(height - 841.89) < 0.02, f'{path}: {width} x {height}'
    assert pages > 1 if name in PAGED else pages == 1, f'{path}: {pages} pages'
    return info, pages


def check_metadata(info, language):
    title, author = {
        'ja': ('年間カレンダー 2026年度', '株式会社あおぞら架空製作所'),
        'en': ('Annual calendar FY2026', 'Aozora Imaginary Works, Inc.'),
    }[language]
    assert re.search(rf'^Title: +{title}$', info, re.M), info
    assert re.search(rf'^Author: +{author}$', info, re.M), info
    assert re.search(r'^CreationDate: +2026-08-20T09:30:00\+09', info, re.M), info


def squeeze(text):
    return re.sub(r'\s+', '', text)


def check_text(path, name, language, pages):
    heads = {
        'ja': ['第1四半期', '第4四半期', '4月', '12月', '今日', '機能 / 担当', '社外秘', 'AC-2026', '基準日時 2026-08-20 09:30 JST'],
        'en': ['Q1', 'Q4', 'Apr', 'Dec', 'Today', 'Function / team', 'Confidential', 'AC-2026', 'As of 2026-08-20 09:30 JST'],
    }[language]
    for page in range(1, pages + 1):
        text = squeeze(run('pdftotext', '-f', str(page), '-l', str(page), '-layout', path, '-'))
        for head in heads + ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08']:
            assert squeeze(head) in text, f'{path}, page {page}: no {head}'
        for box in {'ja': ('作成', '確認', '承認'), 'en': ('Prepared', 'Checked', 'Approved')}[language]:
            assert page > 1 or box in text, f'{path}, page {page}: no {box}'

    text = squeeze(run('pdftotext', path, '-'))
    functions = read_table('functions_cric.tsv')
    if name in ('full', 'no-bars', 'january'):
        for row in functions:
            # A long name takes two lines, between which the text of its team may come.
            for word in row[f'function_{language}'].split() if language == 'en' else [row['function_ja']]:
                assert squeeze(word) in text, f'{path}: no {word}'
            assert squeeze(row[f'group_{language}']) in text, f"{path}: no {row['group_ja']}"
    if name == 'full':
        titles = {
            'ja': ['方針発表', 'IT-BCP訓練計画', 'ISMS更新審査計画', '取引先監査', '次年度CSIRT体制計画', '法定停電対策(例)',
                   'ランサムウェア対応訓練（机上）', '標的型メール訓練の実施と結果の経営会議への報告', 'リスクマネジメント委員会'],
            'en': ['Announcethepolicy', 'IT-BCPexercise', 'Auditsuppliers', 'DesignDBsecurity', 'EDRrenewal',
                   'Phishingdrillandreporttotheexecutivemeeting', 'Riskmanagementcommittee'],
        }[language]
        for title in titles:
            assert title in text, f'{path}: no {title}'


def check_outline(path, language):
    groups = list(dict.fromkeys(row[f'group_{language}'] for row in read_table('functions_cric.tsv')))
    outline = run('pdftohtml', '-xml', '-stdout', '-i', path)
    found = [item.strip() for item in re.findall(r'<item[^>]*>([^<]*)</item>', outline)]
    assert found == groups, f'{path}: {found}'


def main():
    for program in ('pdffonts', 'pdfinfo', 'pdftotext', 'pdftohtml'):
        if shutil.which(program) is None:
            print(f'{program} is not installed')
            return 77

    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.argv[1], folder], check=True)
        for name in SINGLE + PAGED:
            for language in ('ja', 'en'):
                path = f'{folder}/{name}-{language}.pdf'
                check_fonts(path)
                _, pages = check_page(path, name)
                check_metadata(run('pdfinfo', '-isodates', path), language)
                check_text(path, name, language, pages)
                if name in ('full', 'january', 'no-bars', 'twelve-lanes'):
                    check_outline(path, language)
                print(f'{name}-{language}: {pages} pages, {os.path.getsize(path)} bytes')
                assert os.path.getsize(f'{folder}/{name}-{language}.png') > 10000
    return 0


sys.exit(main())
