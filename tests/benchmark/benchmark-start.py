#!/usr/bin/python3
"""How quickly the window stands there, what memory it takes and what it does when nobody touches it, against an empty GTK window.

Usage: benchmark-start.py START_KOYOMI START_EMPTY START_ADWAITA KOYOMI_CLI

Both programs run in turn, so that a busy machine slows them alike. Prints medians and ratios, and asserts nothing.
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
    """A program that was started, and the seconds it took to its first frame."""

    def __init__(self, *command):
        begin = time.monotonic()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        word, frame = self.process.stdout.readline().split()
        assert word == 'first-frame'
        self.seconds = int(frame) / 1e6 - begin

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
    """Milliseconds to the first frame, of each program in each round."""
    times = {name: [] for name in programs}
    for i in range(ROUNDS + 1):
        for name, command in programs.items():
            start = Start(*command)
            start.end()
            if i > 0:    # the first one warms the caches
                times[name].append(start.seconds * 1000)
    return {name: statistics.median(values) for name, values in times.items()}


def watch(command):
    """Memory once it has come to rest, and the seconds of the processor that it then takes for nothing."""
    start = Start(*command)
    time.sleep(SETTLED)
    before = start.work()
    memory = start.memory()
    time.sleep(IDLE)
    idle = start.work() - before
    start.end()
    return memory, idle


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
        for name, value in times.items():
            ratios = (f'{value / times["empty window"]:.2f} of an empty window, '
                      f'{value / times["empty libadwaita window"]:.2f} of an empty libadwaita window')
            if name == '31 rows':
                ratios += ' (aim: 1.7)'
            elif name.startswith('1'):
                ratios += f', {value / times["31 rows"]:.2f} of 31 rows (aim: 1.2)'
            print(f'first frame, {name}: {value:.0f} ms, {ratios}', flush=True)

        empty, _ = watch(programs['empty window'])
        for name, command in programs.items():
            memory, idle = watch(command)
            print(f'memory, {name}: Pss {memory["Pss"] / 1024:.1f} MB, {memory["Pss"] / empty["Pss"]:.2f} of an empty window (aim: 1.6), '
                  f'of it own {memory["Pss_Anon"] / 1024:.1f} MB, Rss {memory["Rss"] / 1024:.1f} MB, '
                  f'{memory["Rss"] / empty["Rss"]:.2f}; idle: {idle:.2f} s of the processor in {IDLE} s (aim: 0)', flush=True)


main()
