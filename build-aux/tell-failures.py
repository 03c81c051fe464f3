#!/usr/bin/python3
"""tell-failures.py TESTLOG.json: prints which tests failed in a run of meson test, and what each said of it in a few lines; then their
names once more, so that the end of a long log that was cut tells them. Prints nothing when none failed.

What a test says stands before its "not ok" in TAP. Where nothing does, and where a program ended badly by itself, its last words are told.
"""

import json
import re
import sys

GOOD = ('OK', 'EXPECTEDFAIL', 'SKIP', 'IGNORED')
MOST_LINES = 20
MOST_LETTERS = 300


def list_lines(text):
    """Without those that say nothing: empty ones, marks under Python, and what the accessibility library says while programs come and go."""
    return [line.rstrip() for line in (text or '').splitlines() if line.strip('# ~^') and 'AT-SPI: Error in GetItems' not in line]


def shorten(line):
    return line if len(line) <= MOST_LETTERS else line[:MOST_LETTERS] + '…'


def tell_end(lines):
    for line in lines[-MOST_LINES:]:
        print('  ' + shorten(line))


def split_tests(lines):
    """The lines of each test that failed, its own last. A program that gives up says so instead."""
    said = []
    for line in lines:
        said.append(line)
        if re.match(r'not ok\b(?!.*#\s*(skip|todo))', line, re.IGNORECASE) or line.startswith('Bail out!'):
            yield said
        if re.match(r'(not )?ok\b|Bail out!|1\.\.\d', line):
            said = []


def tell_program(test):
    """Prints what is to be told. Returns: the names of what failed"""
    lines = list_lines(test.get('stdout'))
    failed = list(split_tests(lines))
    print(f'{test["name"]}: {test["result"]}, exit status {test.get("returncode")}, after {test.get("duration", 0):.0f} s')
    for said in failed:
        tell_end(said)
    if not failed:
        tell_end(lines)
    if all(len(said) == 1 for said in failed):
        tell_end(list_lines(test.get('stderr')))

    return [f'{test["name"]}: {shorten(said[-1])}' for said in failed] or [f'{test["name"]}: {test["result"]}']


def main():
    with open(sys.argv[1], encoding='utf-8') as log:
        failed = [test for test in map(json.loads, log) if test['result'] not in GOOD]
    names = []
    for test in failed:
        names += tell_program(test)
    if names:
        print('Failed:', *names, sep='\n  ')


main()
