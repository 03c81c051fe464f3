#!/usr/bin/python3
"""Checks the tables in data/: their shape, their references, both languages, and the facts that must not change.

Usage: check-data.py SOURCE_ROOT. With KOYOMI_SHARED_REFERENCE naming a folder of the tables as they were collected, the
reference tables are compared with those too.
"""

import os
import re
import sys
from pathlib import Path

JAPANESE = re.compile('[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]')
DAY = re.compile(r'(\d{4}-\d\d-\d\d|[TY][+-]\d+|Q-?\d([+-]\d+)?|M(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))$')
MONTH = re.compile(r'(M(0[1-9]|1[0-2])|T-\d+m)$')
SLOT = re.compile(r'(T[-+]\d+|[MP](0[1-9]|1[0-2]))$')
TIME = re.compile(r'T([+-]\d+) ([01]\d|2[0-3]):([0-5]\d)$')
CLOCK = re.compile(r'([01]\d|2[0-3]):[0-5]\d$')
HOLIDAY = r'( holiday=(after|before|skip))?$'
RULE = re.compile(
    r'(every=month (day=(\d\d?|last)|weekday=[1-5](mon|tue|wed|thu|fri|sat|sun)|business=\d\d?)'
    r'|every=quarter month=[1-3] day=\d\d?'
    r'|months=\d\d?(,\d\d?)* day=\d\d?)' + HOLIDAY)

# Rows of the reference tables, as they were collected.
COUNTS = {
    'calendar_cric': 65, 'categories_isogj': 9, 'cric_source_tasks': 31, 'csf20_categories': 22, 'events_jp': 19,
    'function_team_default': 114,
    'functions_cric': 31, 'holidays_jp': 40,
    'incident_template_tasks': 81, 'incident_templates': 7,
    'iso27001_annexa': 93, 'iso27001_clauses': 28, 'kpis': 57, 'lint_rules': 80,
    'map_function_iso27001': 116, 'map_function_role': 72, 'map_role_iso27001': 104, 'maturity_levels': 11, 'meti_items': 10,
    'reporting_clocks': 28, 'roles_isogj': 54, 'severity_default': 5, 'taxonomy_rsit': 11, 'teams_default': 15,
    'tlp': 5, 'x1060_services': 64,
}

# Sample files that are not tables of the dictionary, with the columns that are neither its fields nor translated.
PLAN_COLUMNS = [
    'key', 'organisation_ja', 'organisation_en', 'fiscal_start_month', 'classification_ja', 'classification_en']
OVERRIDE_COLUMNS = [
    'key', 'month', 'status', 'progress', 'shift_days', 'done_offset', 'owner_ja', 'owner_en', 'result_ja', 'result_en',
    'reason_ja', 'reason_en', 'note_ja', 'note_en', 'when']
MEETING_COLUMNS = [
    'key', 'month', 'chair_ja', 'chair_en', 'attendees_ja', 'attendees_en', 'agenda_ja', 'agenda_en', 'minutes_ja', 'minutes_en']
CONTROL_COLUMNS = ['key', 'status', 'applicable', 'reason_ja', 'reason_en']

failures = []


def fail(where, message):
    failures.append(f'{where}: {message}')


def number(text):
    try:
        return float(text)
    except ValueError:
        return None


class Table:
    """A tab-separated file: a header line, no quoting."""

    def __init__(self, path, name):
        self.name = name
        self.columns, self.rows = [], []
        text = path.read_bytes().decode('utf-8')

        if not text.endswith('\n') or '\r' in text or '\ufeff' in text:
            fail(name, 'must end in a newline and have neither carriage returns nor a byte order mark')

        lines = text.rstrip('\n').split('\n')
        self.columns = lines[0].split('\t')
        if len(set(self.columns)) != len(self.columns):
            fail(name, 'a column appears twice')

        for i, line in enumerate(lines[1:], 2):
            cells = line.split('\t')
            if len(cells) != len(self.columns):
                fail(f'{name}:{i}', f'{len(cells)} cells instead of {len(self.columns)}')
                continue
            if any(cell != cell.strip() for cell in cells):
                fail(f'{name}:{i}', 'blank at the end of a cell')
            self.rows.append(dict(zip(self.columns, cells), line=i))

    def values(self, column):
        return [row[column] for row in self.rows if row.get(column)]

    def where(self, row):
        return f'{self.name}:{row["line"]}'

    def check_unique(self, *columns):
        seen = set()
        for row in self.rows:
            key = tuple(row[column] for column in columns)
            if any(key) and key in seen:
                fail(self.where(row), f'{" ".join(key)} appears twice')
            seen.add(key)

    def check_languages(self):
        for column in self.columns:
            base, _, language = column.rpartition('_')
            if language in ('ja', 'en') and f'{base}_{"en" if language == "ja" else "ja"}' not in self.columns:
                fail(self.name, f'{column} has no twin')
                continue
            for row in self.rows:
                self.check_language(row, column, base, language)

    def check_language(self, row, column, base, language):
        if language != 'ja' and JAPANESE.search(row[column]):
            fail(self.where(row), f'Japanese in {column}')
        if language == 'ja' and bool(row[column]) != bool(row[f'{base}_en']):
            fail(self.where(row), f'{base} in one language only')


class Dictionary:
    """The tables and fields of koyomi-dictionary.c and what the schema checks of their numbers."""

    def __init__(self, root):
        source = (root / 'src/model/koyomi-dictionary.c').read_text()
        words = {
            name: re.findall(r'\{ "([^"]+)",', body)
            for name, body in re.findall(r'KoyomiWord (\w+)\[\] = \{(.*?)\n\};', source, re.S)}
        fields = {
            name: self.parse_fields(body, words)
            for name, body in re.findall(r'KoyomiField (\w+)\[\] = \{(.*?)\n\};', source, re.S)}
        tables = re.findall(r'\[KOYOMI_TABLE_(\w+)\] = \{ "(\w+)".*?\n\s+(\w+_fields)', source)

        self.names = {table_id: name for table_id, name, _ in tables}
        self.tables = {name: fields[array] for _, name, array in tables}
        self.ranges = self.parse_ranges(root)

    @staticmethod
    def parse_fields(body, words):
        fields = {}
        for name, kind, rest in re.findall(r'\{ "(\w+)", KOYOMI_FIELD_(\w+), (.*?) \},', body):
            target = re.search(r'\.target = KOYOMI_TABLE_(\w+)', rest)
            nicks = re.search(r'\.words = (\w+)', rest)
            fields[name] = {
                'kind': kind,
                'optional': 'OPTIONAL' in rest,
                'translated': 'TRANSLATED' in rest,
                'target': target and target.group(1),
                'words': nicks and words[nicks.group(1)],
            }
        return fields

    @staticmethod
    def parse_ranges(root):
        ranges = {}
        for path in sorted((root / 'src/store/schema').glob('*.sql')):
            for table, body in re.findall(r'CREATE TABLE (\w+) \((.*?)\n\)', path.read_text(), re.S):
                for field, low, high in re.findall(r'CHECK \((\w+) BETWEEN (\d+) AND (\d+)\)', body):
                    ranges[table, field] = int(low), int(high)
        return ranges


def load_folder(root, folder):
    return {path.stem: Table(path, f'{folder}/{path.name}') for path in sorted((root / 'data' / folder).glob('*.tsv'))}


def check_listed(root):
    xml = (root / 'data/koyomi-data.gresource.xml').read_text()
    listed = re.findall(r'<file compressed="true">([^<]+\.tsv)</file>', xml)
    present = [str(path.relative_to(root / 'data')) for path in (root / 'data').rglob('*.tsv')]

    for name in sorted(set(listed) ^ set(present)):
        fail('data/koyomi-data.gresource.xml', f'{name} is {"not there" if name in listed else "not listed"}')
    if listed != sorted(listed):
        fail('data/koyomi-data.gresource.xml', 'the tables are not in order')


# The reference tables

REFERENCE_KEYS = {
    'categories_isogj': ['code'], 'cric_source_tasks': ['function_no'], 'csf20_categories': ['code'],
    'events_jp': ['id'], 'functions_cric': ['function_no'],
    'holidays_jp': ['id'], 'incident_template_tasks': ['template', 'title_en'], 'incident_templates': ['code'],
    'iso27001_annexa': ['control'], 'iso27001_clauses': ['clause'], 'kpis': ['id'], 'lint_rules': ['id'],
    'map_function_iso27001': ['function_no', 'control'], 'map_function_role': ['function_no', 'role_code'],
    'map_role_iso27001': ['role_code', 'control'],
    'maturity_levels': ['mode', 'points'], 'meti_items': ['no'], 'reporting_clocks': ['id'], 'roles_isogj': ['code'],
    'severity_default': ['code'], 'taxonomy_rsit': ['id'], 'teams_default': ['code'], 'tlp': ['label'],
    'x1060_services': ['code'], 'function_team_default': ['function_no', 'team_code'],
}


def check_reference(tables):
    for name, count in COUNTS.items():
        if name not in tables:
            fail(f'reference/{name}.tsv', 'is not there')
        elif len(tables[name].rows) != count:
            fail(f'reference/{name}.tsv', f'{len(tables[name].rows)} rows instead of {count}')

    for table in tables.values():
        table.check_languages()
    for name, columns in REFERENCE_KEYS.items():
        tables[name].check_unique(*columns)

    check_reference_facts(tables)
    check_reference_links(tables)
    check_incident_templates(tables)


def check_reference_facts(tables):
    calendar = tables['calendar_cric']
    facts = [
        ('function groups', len(set(tables['functions_cric'].values('group_no'))), 15),
        ('calendar cells', len({(row['function_no'], row['month']) for row in calendar.rows}), 60),
        ('role categories', len(set(tables['roles_isogj'].values('category'))), 9),
        ('service categories', len(set(tables['x1060_services'].values('category'))), 9),
        ('CSF subcategories', sum(map(int, tables['csf20_categories'].values('subcategories'))), 106),
        ('metrics entered by hand', tables['kpis'].values('kind').count('entered'), 15),
    ]
    for what, found, expected in facts:
        if found != expected:
            fail('reference', f'{found} {what} instead of {expected}')

    functions = tables['functions_cric'].rows
    for first, second in ((12, 13), (30, 31)):
        if functions[first - 1]['function_ja'] != functions[second - 1]['function_ja']:
            fail('reference/functions_cric.tsv', f'functions {first} and {second} have one name in the source')

    for row in functions:
        for kind in ('tasks', 'monthly', 'routine', 'at_incident'):
            if row[f'{kind}_ja'].count(' | ') != row[f'{kind}_en'].count(' | '):
                fail(tables['functions_cric'].where(row), f'{kind} has more items in one language')


def check_reference_links(tables):
    functions = set(tables['functions_cric'].values('function_no'))
    controls = set(tables['iso27001_annexa'].values('control'))
    roles = set(tables['roles_isogj'].values('code'))
    services = set(tables['x1060_services'].values('code'))
    links = [
        ('incident_templates', 'class', set(tables['taxonomy_rsit'].values('id'))),
        ('incident_template_tasks', 'template', set(tables['incident_templates'].values('code'))),
        ('incident_template_tasks', 'function_no', functions),
        ('calendar_cric', 'function_no', functions), ('function_team_default', 'function_no', functions),
        ('function_team_default', 'team_code', set(tables['teams_default'].values('code'))),
        ('map_function_iso27001', 'function_no', functions), ('map_function_iso27001', 'control', controls),
        ('map_function_role', 'function_no', functions), ('map_function_role', 'role_code', roles),
        ('map_role_iso27001', 'role_code', roles), ('map_role_iso27001', 'control', controls),
        ('roles_isogj', 'category', set(tables['categories_isogj'].values('code'))),
        ('roles_isogj', 'x1060', services), ('roles_isogj', 'iso27001_controls', controls),
    ]
    for name, column, targets in links:
        for row in tables[name].rows:
            for value in filter(None, row[column].split(' | ')):
                if value not in targets:
                    fail(tables[name].where(row), f'{column} names {value}, which is not there')


def check_incident_templates(tables):
    """A check-list is short enough to be used, and in the order in which its tasks fall due."""
    tasks = tables['incident_template_tasks']
    for template in tables['incident_templates'].rows:
        offsets = [int(row['offset_minutes']) for row in tasks.rows if row['template'] == template['code']]
        if not 8 <= len(offsets) <= 14:
            fail(tables['incident_templates'].where(template), f'{len(offsets)} tasks')
        if offsets != sorted(offsets) or min(offsets, default=1) <= 0:
            fail(tables['incident_templates'].where(template), 'the tasks are not in the order in which they fall due')
    for row in tasks.rows:
        if row['anchor'] not in ('detected', 'aware', 'opened'):
            fail(tasks.where(row), f'no time is called {row["anchor"]}')


def check_unchanged(tables, folder):
    """Columns may be added and be named after their language; what was collected stays as it was."""
    for path in sorted(folder.glob('*.tsv')):
        lines = path.read_text().rstrip('\n').split('\n')
        table = tables.get(path.stem)
        if table is None or len(table.rows) != len(lines) - 1:
            fail(f'reference/{path.name}', 'differs in its rows from what was collected')
            continue
        columns = lines[0].split('\t')
        cells = [line.split('\t') + [''] * (len(columns) - line.count('\t') - 1) for line in lines[1:]]
        for column, collected in zip(columns, zip(*cells)):
            names = [name for name in (column, f'{column}_en', f'{column}_ja') if name in table.columns]
            if not any([row[name] for row in table.rows] == list(collected) for name in names):
                fail(table.name, f'{column} differs from what was collected')


# The sample company

def distinct_titles(tables):
    titles = {}
    for row in tables['calendar_cric'].rows:
        known = titles.setdefault(row['function_no'], [])
        if row['title_ja'] not in known:
            known.append(row['title_ja'])
    return titles


def collect_targets(reference, sample):
    """What a reference column may name, by the name of the table it refers to."""
    functions = reference['functions_cric'].rows
    duties = {
        f'cric:{row["function_no"]}:{kind}:{i}'
        for row in functions
        for kind, column in (('monthly', 'monthly_ja'), ('routine', 'routine_ja'), ('at-incident', 'at_incident_ja'))
        for i, item in enumerate(row[column].split(' | '), 1) if item}
    activities = {
        f'cric:{function}:{i}' for function, titles in distinct_titles(reference).items()
        for i in range(1, len(titles) + 1)}
    targets = {
        'function': {f'cric:{row["function_no"]}' for row in functions}
                    | {f'isogj:{code}' for code in reference['roles_isogj'].values('code')}
                    | {f'x1060:{code}' for code in reference['x1060_services'].values('code')},
        'control': {f'c{clause}' for clause in reference['iso27001_clauses'].values('clause')}
                   | {f'a{control}' for control in reference['iso27001_annexa'].values('control')},
        'metric': set(reference['kpis'].values('id')),
        'reporting_clock': set(reference['reporting_clocks'].values('id')),
        'duty': duties,
        'activity': activities,
    }
    for name, table in sample.items():
        if 'key' in table.columns:
            targets[name] = targets.get(name, set()) | set(table.values('key'))
    return targets


def check_columns(table, fields):
    for column in table.columns:
        base, _, language = column.rpartition('_')
        if column in ('key', 'when'):
            continue
        if language in ('ja', 'en') and fields.get(base, {}).get('translated'):
            continue
        if column == 'id' or column not in fields or fields[column]['translated']:
            fail(table.name, f'{column} is not a column that the table takes')

    for name, field in fields.items():
        needed = field['kind'] in ('REF', 'DAY', 'TIME') and not field['optional']
        if needed and name not in table.columns:
            fail(table.name, f'{name} is missing')


def is_valid(field, name, cell, targets, names):
    kind = field['kind']
    if kind == 'REF':
        target = names[field['target']]
        if target in ('meeting', 'occurrence'):
            key, _, month = cell.partition('@')
            return key in targets['committee' if target == 'meeting' else 'activity'] and SLOT.match(month)
        return cell in targets.get(target, ())
    if kind == 'ENUM':
        return cell in field['words']
    if kind == 'DAY':
        if name == 'quarter_day':
            return re.match(r'Q(0|-\d+)$', cell)
        return (MONTH if name == 'month' else DAY).match(cell)
    if kind == 'TIME':
        day, _, clock = cell.partition(' ')
        return DAY.match(day) and CLOCK.match(clock)
    if kind == 'BOOL':
        return cell in ('0', '1')
    if kind == 'INT':
        return re.match(r'-?\d+$', cell)
    return kind != 'REAL' or number(cell) is not None


def check_cells(table, name, dictionary, targets):
    fields = dictionary.tables[name]
    for row in table.rows:
        for column in (column for column in table.columns if column in fields):
            field, cell = fields[column], row[column]
            if not cell:
                if field['kind'] in ('REF', 'DAY', 'TIME', 'INT', 'REAL') and not field['optional']:
                    fail(table.where(row), f'{column} is empty')
            elif not is_valid(field, column, cell, targets, dictionary.names):
                fail(table.where(row), f'{column} cannot be {cell}')
            elif (name, column) in dictionary.ranges:
                low, high = dictionary.ranges[name, column]
                if not low <= int(cell) <= high:
                    fail(table.where(row), f'{column} is {cell}, outside {low} to {high}')
        if row.get('when', '') not in ('', 'past'):
            fail(table.where(row), 'when is neither empty nor past')


def day_offset(cell):
    """Days from today, for a day of the T form; None for the others."""
    match = re.match(r'T([+-]\d+)$', cell)
    return int(match.group(1)) if match else None


def minute_offset(cell):
    match = TIME.match(cell)
    return match and int(match.group(1)) * 1440 + int(match.group(2)) * 60 + int(match.group(3))


def check_order(table, row, columns, measure):
    """The days or times in @columns that are known must not go back; measure turns a cell into a number."""
    last = None
    for column in columns:
        value = measure(row[column]) if row[column] else None
        if value is None:
            continue
        if last is not None and value < last:
            fail(table.where(row), f'{column} lies before what precedes it')
        last = value


def check_past(table, columns):
    """Days and times that have come, whatever today is."""
    for row in table.rows:
        for column in filter(lambda column: row[column], columns):
            minutes = minute_offset(row[column])
            days = day_offset(row[column]) if minutes is None else minutes / 1440
            if days is None or days >= 0:
                fail(table.where(row), f'{column} has not come yet on every today')


def check_incidents(sample):
    table = sample['incident']
    steps = [f'{step}_at' for step in (
        'occurred', 'detected', 'acknowledged', 'contained', 'eradicated', 'recovered', 'closed')]
    for row in table.rows:
        check_order(table, row, steps, minute_offset)
        check_order(table, row, ['detected_at', 'aware_at', 'contained_at'], minute_offset)
        check_order(table, row, ['detected_at', 'classified_at', 'closed_at'], minute_offset)
        if (row['state'] in ('closed', 'false-alarm', 'merged')) != bool(row['closed_at']):
            fail(table.where(row), f'state {row["state"]} does not fit closed_at')
        if not re.match(r'#\d+$', row['number']):
            fail(table.where(row), 'number is not of the form #1')
    check_past(table, steps + ['aware_at', 'classified_at', 'reviewed_day'])

    detected = [minute_offset(row['detected_at']) for row in table.rows]
    if detected != sorted(detected):
        fail(table.name, 'incidents are not numbered in the order they were detected')


def check_incident_classes(reference, sample):
    classes = set(reference['taxonomy_rsit'].values('id'))
    labels = set(reference['tlp'].values('label'))
    scores = {'4': 's1', '3': 's2', '2': 's3', '1': 's4', '0': 's5'}
    table = sample['incident']

    for row in table.rows:
        if row['class'] not in classes or row['tlp'] not in labels:
            fail(table.where(row), 'class or tlp is not one of the reference data')
        impacts = [row[f'impact_{part}'] for part in ('business', 'information', 'spread', 'legal')]
        impacts = [impact for impact in impacts if impact]
        if impacts and scores[max(impacts)] != row['severity'] and not row['severity_reason_en']:
            fail(table.where(row), 'severity is not the one of the worst score, and no reason is given')


def check_incident_parts(sample):
    begun = {row['key']: minute_offset(row['occurred_at'] or row['detected_at']) for row in sample['incident'].rows}
    check_past(sample['incident_event'], ['at'])
    check_past(sample['incident_task'], ['done_at'])
    check_past(sample['incident_report'], ['filed_at', 'decided_at'])

    for name, columns in (('incident_event', ['at']), ('incident_task', ['due_at', 'done_at']),
                          ('incident_report', ['due_at', 'filed_at', 'decided_at'])):
        table = sample[name]
        for row in table.rows:
            for column in columns:
                if row[column] and minute_offset(row[column]) < begun[row['incident_id']]:
                    fail(table.where(row), f'{column} lies before the incident')

    for row in sample['incident_report'].rows:
        if (row['state'] == 'filed') != bool(row['filed_at']):
            fail(sample['incident_report'].where(row), f'state {row["state"]} does not fit filed_at')
        if row['state'] == 'not-applicable' and not (row['reason_en'] and row['decided_at']):
            fail(sample['incident_report'].where(row), 'not applicable without reason or decision')


def check_findings(sample):
    table = sample['finding']
    for row in table.rows:
        check_order(table, row, ['found_day', 'done_day', 'verified_day'], day_offset)
        if (row['status'] in ('done', 'verified', 'closed')) != bool(row['done_day']):
            fail(table.where(row), f'status {row["status"]} does not fit done_day')
        if len({bool(row['verified_day']), bool(row['verifier_en']), row['effective'] != 'none'}) > 1:
            fail(table.where(row), 'verification is incomplete')
        if row['verifier_en'] and row['verifier_en'] == row['owner_en']:
            fail(table.where(row), 'the verifier is the owner')
        if row['number'] != '#':
            fail(table.where(row), 'numbers are those of the year, written as #')
    check_past(table, ['found_day', 'done_day', 'verified_day'])


def check_audits(sample):
    table = sample['audit']
    for row in table.rows:
        first, last = day_offset(row['first_day']), day_offset(row['last_day'])
        expected = 'done' if last < 0 else 'planned' if first > 0 else 'doing'
        if first > last or row['status'] != expected:
            fail(table.where(row), f'status {row["status"]} does not fit the days')


def check_rules(sample):
    for name in ('activity', 'committee'):
        for row in sample[name].rows:
            if not RULE.match(row['rule']):
                fail(sample[name].where(row), f'rule {row["rule"]} is not understood')

    monthly = {row['key'] for row in sample['committee'].rows if row['rule'].startswith('every=month')}
    for table, row in ((sample[name], row) for name in ('decision', 'agenda_item') for row in sample[name].rows):
        committee, _, month = row['meeting_id'].partition('@')
        if month.startswith('T') and (committee not in monthly or month == 'T-0'):
            fail(table.where(row), 'names a meeting that is not held in every month')


def check_assignments(sample, targets):
    table = sample['assignment']
    assigned = {row['function_id'] for row in table.rows if 'R' in row['letters'] and not row['to_day']}
    for function in sorted(targets['function']):
        if not function.startswith('x1060:') and function not in assigned:
            fail(table.name, f'nobody has R for {function}')

    teams = {row['key']: row['team_id'] for row in sample['person'].rows}
    for row in table.rows:
        if not re.match(r'R?A?C?I?S?$', row['letters']) or not row['letters']:
            fail(table.where(row), f'letters {row["letters"]} are not a set of R A C I S in this order')
        if row['person_id'] and teams[row['person_id']] != row['team_id']:
            fail(table.where(row), f'{row["person_id"]} is not of team {row["team_id"]}')


def check_owners(sample):
    """Who does a run belongs to a team that does or answers for its function."""
    assigned = {
        (row['function_id'], row['team_id']) for row in sample['assignment'].rows
        if re.search('[RA]', row['letters']) and not row['to_day']}
    functions = {row['key']: row['function_id'] for row in sample['activity'].rows}
    teams = {row['name_en']: row['team_id'] for row in sample['person'].rows}

    for row in sample['activity'].rows:
        if (row['function_id'], row['team_id']) not in assigned:
            fail(sample['activity'].where(row), f'{row["team_id"]} has neither R nor A for {row["function_id"]}')
    for row in filter(lambda row: row['owner_en'], sample['occurrence_override'].rows):
        function = functions.get(row['key'], row['key'].rpartition(':')[0])
        if (function, teams.get(row['owner_en'])) not in assigned:
            fail(sample['occurrence_override'].where(row), f'{row["owner_en"]} has neither R nor A for {function}')
    for row in filter(lambda row: row['duty_id'], sample['incident_task'].rows):
        function = ':'.join(row['duty_id'].split(':')[:2])
        if (function, row['team_id']) not in assigned:
            fail(sample['incident_task'].where(row), f'{row["team_id"]} has neither R nor A for {function}')


def check_overrides(sample, targets, words):
    table = sample['occurrence_override']
    if table.columns != OVERRIDE_COLUMNS:
        fail(table.name, f'columns must be {" ".join(OVERRIDE_COLUMNS)}')
        return

    table.check_unique('key', 'month')
    for row in table.rows:
        if row['key'] not in targets['activity']:
            fail(table.where(row), f'no activity {row["key"]}')
        if not re.match(r'(\*|0[1-9]|1[0-2]|T-\d+)$', row['month']):
            fail(table.where(row), f'month cannot be {row["month"]}')
        if row['status'] not in [''] + words or row['when'] not in ('', 'past'):
            fail(table.where(row), 'status or when is not understood')
        if not re.match(r'(100|\d?\d)?$', row['progress']):
            fail(table.where(row), 'progress is not a percentage')
        if not all(re.match(r'(-?\d+)?$', row[column]) for column in ('shift_days', 'done_offset')):
            fail(table.where(row), 'shift_days or done_offset is not a number of days')
        if (row['status'] in ('skipped', 'missed') or row['shift_days']) and not row['reason_en']:
            fail(table.where(row), 'moved, skipped or missed without a reason')


def check_meetings(sample, targets):
    table = sample['meeting']
    if table.columns != MEETING_COLUMNS:
        fail(table.name, f'columns must be {" ".join(MEETING_COLUMNS)}')
        return

    table.check_unique('key', 'month')
    for row in table.rows:
        if row['key'] not in targets['committee']:
            fail(table.where(row), f'no committee {row["key"]}')
        if row['month'] and not SLOT.match(row['month']):
            fail(table.where(row), f'month cannot be {row["month"]}')


def check_controls(sample, targets, words):
    table = sample['control_override']
    if table.columns != CONTROL_COLUMNS:
        fail(table.name, f'columns must be {" ".join(CONTROL_COLUMNS)}')
        return

    wanted = {key for key in targets['control'] if key.startswith('a')}
    for key in sorted(wanted ^ set(table.values('key'))):
        fail(table.name, f'{key} is missing or unknown')
    for row in table.rows:
        if row['status'] not in words or row['applicable'] not in ('0', '1') or not row['reason_en']:
            fail(table.where(row), 'status, applicable or reason is not understood')
        if row['applicable'] == '0' and row['status'] != 'none':
            fail(table.where(row), 'a control that does not apply has a status')


NUMBERED = ['audit', 'decision', 'incident', 'risk']
PAST = {
    'evidence': ['added_day', 'effective_day'], 'maturity': ['assessed_day'], 'policy': ['approved_day'],
    'exemption': ['first_day'], 'contract': ['first_day'],
}


def check_sample(dictionary, reference, sample):
    own = ('plan', 'meeting', 'occurrence_override', 'control_override')
    targets = collect_targets(reference, sample)

    for name, table in sample.items():
        table.check_languages()
        if name not in own and name not in dictionary.tables:
            fail(table.name, 'is not a table of the dictionary')
        elif name not in own:
            table.check_unique('key')
            check_columns(table, dictionary.tables[name])
            check_cells(table, name, dictionary, targets)

    if sample['plan'].columns != PLAN_COLUMNS or len(sample['plan'].rows) != 1:
        fail('sample/plan.tsv', f'must be one row of {" ".join(PLAN_COLUMNS)}')
    for name in NUMBERED:
        sample[name].check_unique('number')
    for name, columns in PAST.items():
        check_past(sample[name], columns)

    sample['metric_value'].check_unique('metric_id', 'month')
    sample['attestation'].check_unique('duty_id', 'month')
    sample['maturity'].check_unique('function_id', 'mode', 'assessed_day')
    check_incidents(sample)
    check_incident_classes(reference, sample)
    check_incident_parts(sample)
    check_findings(sample)
    check_audits(sample)
    check_rules(sample)
    check_meetings(sample, targets)
    check_assignments(sample, targets)
    check_owners(sample)
    check_overrides(sample, targets, dictionary.tables['occurrence']['status']['words'])
    check_controls(sample, targets, dictionary.tables['control']['status']['words'])


def main():
    root = Path(sys.argv[1])
    reference = load_folder(root, 'reference')
    sample = load_folder(root, 'sample')
    collected = os.environ.get('KOYOMI_SHARED_REFERENCE')

    check_listed(root)
    check_reference(reference)
    if collected and Path(collected).is_dir():
        check_unchanged(reference, Path(collected))
    check_sample(Dictionary(root), reference, sample)

    for failure in failures:
        print(failure, file=sys.stderr)
    print(f'{len(reference) + len(sample)} tables, {len(failures)} failures')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
