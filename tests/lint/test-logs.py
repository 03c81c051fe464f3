#!/usr/bin/python3
"""Has build-aux/count-tests.py and build-aux/tell-failures.py read logs of meson test that are written here. Prints TAP."""

import json
import os
import subprocess
import tempfile

SCRIPTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'build-aux')


def read(script, *programs):
    """What the script says of a run of these programs, line by line."""
    with tempfile.NamedTemporaryFile('w', encoding='utf-8', suffix='.json') as log:
        log.write(''.join(json.dumps(program) + '\n' for program in programs))
        log.flush()
        return subprocess.run([os.path.join(SCRIPTS, script), log.name], check=True, capture_output=True, text=True).stdout.splitlines()


def program(name, result, stdout='', stderr='', status=0):
    return {'name': name, 'result': result, 'stdout': stdout, 'stderr': stderr, 'returncode': status, 'duration': 1.5}


GOOD = program('good', 'OK', '1..2\nok 1 a\nok 2 b # SKIP no display\n', 'said in passing\n')
PLAIN = program('plain', 'OK')
LEFT_OUT = program('left-out', 'SKIP', '1..0 # SKIP\n')
BAD = program('bad', 'ERROR', '1..3\n# of the first\nok 1 - a\n# why\n# it failed\nnot ok 2 - b\nnot ok 3 - c # TODO later\n', 'noise\n', 1)
GIVEN_UP = program('given-up', 'ERROR', '1..2\nok 1 /a\n# ERROR: 1 == 2\nBail out! ERROR: 1 == 2\n', '**\n', -6)
CRASHED = program('crashed', 'ERROR', '1..2\nok 1 a\n', ''.join(f'frame {i}\n' for i in range(40)), -11)
LINT = program('lint', 'FAIL', 'file.c:1: too long\n', '', 1)
SILENT = program('silent', 'TIMEOUT')


def counts_tests_and_programs():
    assert read('count-tests.py', GOOD, PLAIN, LEFT_OUT) == ['2 0']
    assert read('count-tests.py', BAD, GIVEN_UP, CRASHED, LINT) == ['3 4']


def says_nothing_of_what_passed():
    assert read('tell-failures.py', GOOD, PLAIN, LEFT_OUT) == []


def tells_what_a_test_has_said():
    told = read('tell-failures.py', GOOD, BAD)
    assert told == ['bad: ERROR, exit status 1, after 2 s', '  # why', '  # it failed', '  not ok 2 - b', 'Failed:', '  bad: not ok 2 - b'], told


def tells_who_gave_up():
    told = read('tell-failures.py', GIVEN_UP)
    assert told[1:] == ['  # ERROR: 1 == 2', '  Bail out! ERROR: 1 == 2', 'Failed:', '  given-up: Bail out! ERROR: 1 == 2'], told


def tells_the_last_words_of_what_crashed():
    told = read('tell-failures.py', CRASHED)
    assert told[1:3] == ['  1..2', '  ok 1 a'] and told[3:23] == [f'  frame {i}' for i in range(20, 40)], told
    assert told[23:] == ['Failed:', '  crashed: ERROR'], told


def tells_what_a_lint_says():
    assert read('tell-failures.py', LINT)[1:] == ['  file.c:1: too long', 'Failed:', '  lint: FAIL']


def ends_with_all_names():
    told = read('tell-failures.py', BAD, GOOD, SILENT, LINT)
    assert told[-4:] == ['Failed:', '  bad: not ok 2 - b', '  silent: TIMEOUT', '  lint: FAIL'], told


CLAIMS = [counts_tests_and_programs, says_nothing_of_what_passed, tells_what_a_test_has_said, tells_who_gave_up,
          tells_the_last_words_of_what_crashed, tells_what_a_lint_says, ends_with_all_names]

print(f'1..{len(CLAIMS)}')
for number, claim in enumerate(CLAIMS, 1):
    try:
        claim()
        print(f'ok {number} - {claim.__name__}')
    except AssertionError as error:
        print(f'# {error}\nnot ok {number} - {claim.__name__}')
