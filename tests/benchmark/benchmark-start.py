#!/usr/bin/python3
"""How quickly the window stands there, what memory it takes and what it does when nobody touches it, against an empty GTK window.

Usage: benchmark-start.py START_KOYOMI START_EMPTY START_ADWAITA KOYOMI_CLI

The programs run in turn, so that a busy machine slows them alike. Prints medians and ratios, and asserts nothing.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

from large_plan import TODAY, make_plan

KOYOMI, EMPTY, ADWAITA, CLI = sys.argv[1:]
ROUNDS = int(os.environ.get('KOYOMI_BENCHMARK_ROUNDS', 10))
SETTLED = 2
IDLE = 5
TICK = os.sysconf('SC_CLK_TCK')


class Start:
    """A program that was started, and the milliseconds that went by until its first frame: of the clock and of the processor."""

    def __init__(self, *command):
        begin = time.monotonic()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        word, frame, work = self.process.stdout.readline().split()
        assert word == 'first-frame'
        self.first_frame = int(frame) / 1e3 - begin * 1e3, int(work) / 1e3

    def memory(self):
        """Kilobytes: what it shares with others counts in proportion."""
        with open(f'/proc/{self.process.pid}/smaps_rollup', encoding='ascii') as lines:
            fields = dict(line.split(':') for line in lines if ':' in line and ' kB' in line)
        return {name: int(fields[name].split()[0]) for name in ('Pss', 'Rss', 'Pss_Anon')}

    def work(self):
        """Seconds of the processor, so far."""
        with open(f'/proc/{self.process.pid}/stat', encoding='ascii') as line:
            fields = line.read().rpartition(')')[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def end(self):
        self.process.terminate()
        self.process.communicate()


def compare_starts(programs):
    """Medians, of each program over the rounds: milliseconds of the clock, and of the processor, which other programs do not slow."""
    times = {name: [] for name in programs}
    for i in range(ROUNDS + 1):
        for name, command in programs.items():
            start = Start(*command)
            start.end()
            if i > 0:    # the first one warms the caches
                times[name].append(start.first_frame)
    return {name: [statistics.median(column) for column in zip(*values)] for name, values in times.items()}


def watch(programs):
    """Of each program, once it has come to rest: its memory with all the others running, so that all share the libraries with as many,
    and the seconds of the processor that it then takes for nothing."""
    starts = {name: Start(*command) for name, command in programs.items()}
    time.sleep(SETTLED)
    before = {name: start.work() for name, start in starts.items()}
    memory = {name: start.memory() for name, start in starts.items()}
    time.sleep(IDLE)
    idle = {name: start.work() - before[name] for name, start in starts.items()}
    for start in starts.values():
        start.end()
    return memory, idle


def describe(times, name, other, aim=''):
    clock, work = (value / base for value, base in zip(times[name], times[other]))
    return f'{clock:.2f} of the {other}{aim}, {work:.2f} by the processor'


def main():
    with tempfile.TemporaryDirectory() as folder:
        plans = {'31 rows': {}, '10,000 runs': {'runs': 10000, 'years': 31}, '100,000 runs': {'runs': 100000, 'years': 31},
                 '10,000 rows': {'functions': 10000, 'runs': 20000}}
        programs = {'empty window': [EMPTY], 'empty libadwaita window': [ADWAITA]}
        for i, (name, options) in enumerate(plans.items()):
            path = os.path.join(folder, f'{i}.koyomi')
            make_plan(CLI, path, **options)
            programs[name] = [KOYOMI, f'--today={TODAY}', path]

        times = compare_starts(programs)
        for name in programs:
            ratios = [describe(times, name, 'empty window', ' (aim: 1.7)')]
            if name == '31 rows':
                ratios.append(describe(times, name, 'empty libadwaita window'))
            elif name in plans:
                ratios.append(describe(times, name, '31 rows', ' (aim: 1.2)'))
            print(f'first frame, {name}: {times[name][0]:.0f} ms, {times[name][1]:.0f} of them of the processor; {"; ".join(ratios)}', flush=True)

        memory, idle = watch(programs)
        empty = memory['empty window']
        for name, value in memory.items():
            print(f'memory, {name}: Pss {value["Pss"] / 1024:.1f} MB, {value["Pss"] / empty["Pss"]:.2f} of an empty window; '
                  f'Rss {value["Rss"] / 1024:.1f} MB, {value["Rss"] / empty["Rss"]:.2f} of an empty window (aim: 1.6), '
                  f'{value["Rss"] / memory["empty libadwaita window"]["Rss"]:.2f} of an empty libadwaita window; '
                  f'idle: {idle[name]:.2f} s of the processor in {IDLE} s (aim: 0)', flush=True)


main()
