#!/usr/bin/python3
"""The work that a frame takes while the calendar is panned, zoomed and scrolled, and a matrix of 64 functions and 40 teams scrolled,
and a board of 5,000 incidents. Prints milliseconds, and asserts nothing.

Usage: benchmark-frames.py FRAME_WORK KOYOMI_CLI
"""

import os
import subprocess
import sys
import tempfile

from large_plan import fill_board, fill_matrix, make_plan

WORK, CLI = sys.argv[1:]


def main():
    with tempfile.TemporaryDirectory() as folder:
        for i, (name, options) in enumerate({
            '31 rows': {},
            '31 rows with 2,000 runs in the year': {'runs': 2000},
            '10,000 rows with 20,000 runs': {'functions': 10000, 'runs': 20000},
        }.items()):
            path = os.path.join(folder, f'{i}.koyomi')
            make_plan(CLI, path, **options)
            fill_matrix(path, 40)
            fill_board(path, 5000)
            subprocess.run([WORK, path, name], check=True)


main()
