"""Measures how small the letters of each sheet of each report are on paper. Prints TAP.

check-print-size.py KOYOMI_CLI
"""
import os
import re
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.utils import range_boundaries

CLI = sys.argv[1]
TODAY, QUARTER = '2026-11-22', '2026Q2'
REPORTS = ('committee', 'kpi', 'board', 'audit', 'programme', 'evidence', 'capa', 'soa', 'review', 'incidents', 'annual-calendar', 'matrix')
SUBJECTS = ('incident', '2026-011'), ('drill', '2026-006')
# Points of the letters that most cells have. A year of months cannot have those of a letter, on A3 neither.
LEAST = 5.4
LEAST_OF_A4 = 6.5
# Millimetres, on its side.
PAPERS = {8: (420, 297), 9: (297, 210)}
PIXELS_OF_CHARACTER, PIXELS_OF_COLUMN, POINTS_OF_PIXEL = 7, 5, 0.75

failures = []
number = 0


def check(claim, wrong):
    global number
    number += 1
    print(f"{'not ok' if wrong else 'ok'} {number} {claim}", flush=True)
    if wrong:
        failures.append(claim)
        print(f'# {wrong}')


def measure_columns(sheet):
    """Points of the columns that are printed."""
    area = sheet.print_area
    first, _, last, _ = range_boundaries(re.sub(r'.*!|\$', '', area)) if area else (1, 0, sheet.max_column, 0)
    widths = {}
    for dimension in sheet.column_dimensions.values():
        for column in range(dimension.min or 0, (dimension.max or 0) + 1):
            widths[column] = 0 if dimension.hidden else dimension.width
    return sum(widths.get(column, 8.43) * PIXELS_OF_CHARACTER + PIXELS_OF_COLUMN if widths.get(column, 1) else 0
               for column in range(first, last + 1)) * POINTS_OF_PIXEL


def find_letters(sheet):
    """The size that most cells have."""
    sizes = [cell.font.sz for row in sheet.iter_rows(max_row=200) for cell in row if cell.value is not None]
    return max(set(sizes), key=sizes.count) if sizes else 99


def measure_letters(sheet):
    setup = sheet.page_setup
    long, short = PAPERS[setup.paperSize]
    paper = long if setup.orientation == 'landscape' else short
    room = (paper / 25.4 - sheet.page_margins.left - sheet.page_margins.right) * 72
    across = setup.fitToWidth if setup.fitToWidth is not None else 1
    scale = min(1, room * across / measure_columns(sheet)) if sheet.sheet_properties.pageSetUpPr.fitToPage else (setup.scale or 100) / 100
    return find_letters(sheet) * scale


def check_report(path, folder, language, report, *options):
    target = os.path.join(folder, f'{report}-{language}.xlsx')
    subprocess.run([CLI, 'report', path, report, '--quarter', QUARTER, *options, '-o', target, '--language', language, '--today', TODAY],
                   check=True, capture_output=True)
    small, headless = [], []
    for sheet in openpyxl.load_workbook(target).worksheets:
        letters = measure_letters(sheet)
        if letters < (LEAST_OF_A4 if sheet.page_setup.paperSize == 9 else LEAST):
            small.append((sheet.title, round(letters, 1)))
        if sheet.auto_filter.ref and not sheet.print_title_rows:
            headless.append(sheet.title)
        if (sheet.page_setup.fitToWidth or 1) > 1 and not sheet.print_title_cols:
            headless.append(sheet.title)
    check(f'{language}: {report} can be read on paper', small)
    check(f'{language}: {report} repeats the heads of its lists', headless)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'plan.koyomi')
        subprocess.run([CLI, 'new', path, '--template', 'sample', '--fiscal-year', '2026', '--language', 'ja', '--today', TODAY], check=True, capture_output=True)
        for language in 'ja', 'en':
            for report in REPORTS:
                check_report(path, folder, language, report)
            for report, subject in SUBJECTS:
                check_report(path, folder, language, report, '--subject', subject)
    print(f'1..{number}')
    return len(failures) > 0


if __name__ == '__main__':
    sys.exit(main())
