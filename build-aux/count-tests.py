#!/usr/bin/python3
"""count-tests.py TESTLOG.json: prints how many tests passed and how many failed in a run of meson test, as two numbers.

A program that speaks TAP counts with each of its tests, any other program as one. A program that ended badly counts as at least one
failure, whatever it printed before: it may have crashed between two tests.
"""

import json
import re
import sys

GOOD = ('OK', 'EXPECTEDFAIL')
LEFT_OUT = ('SKIP', 'IGNORED')


def count(test):
    lines = re.findall(r'^(not ok|ok)\b(.*)', test.get('stdout') or '', re.MULTILINE)
    skipped = [rest for word, rest in lines if re.search(r'#\s*(skip|todo)', rest, re.IGNORECASE)]
    bad = [rest for word, rest in lines if word == 'not ok' and rest not in skipped]
    good = [rest for word, rest in lines if word == 'ok' and rest not in skipped]

    if test['result'] in LEFT_OUT:
        return 0, 0
    if test['result'] in GOOD:
        return (len(good), 0) if lines else (1, 0)
    return len(good), max(1, len(bad))


def main():
    passed = failed = 0

    with open(sys.argv[1], encoding='utf-8') as log:
        for line in log:
            good, bad = count(json.loads(line))
            passed += good
            failed += bad

    print(passed, failed)


main()
