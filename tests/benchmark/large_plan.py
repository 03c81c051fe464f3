"""Plans with as many functions and runs as a benchmark wants."""

import datetime
import sqlite3
import subprocess

TODAY = datetime.date(2026, 11, 22)


def julian(day):
    """The number that a plan has for a day."""
    return day.toordinal()


def make_plan(cli, path, functions=31, runs=0, years=1, language='en'):
    """Makes a plan from the CRIC template, with so many functions in all. With `runs`, so many of a month or less take the place of the
    template's own, spread evenly over the functions and over `years` fiscal years that have 2026 in their middle."""
    subprocess.run([cli, 'new', path, '--template', 'cric', '--fiscal-year', '2026', '--language', language], check=True,
                   stdout=subprocess.DEVNULL)
    with sqlite3.connect(path) as db:
        db.execute('PRAGMA foreign_keys = OFF')
        add_functions(db, functions)
        if runs:
            replace_runs(db, runs, years)
    db.close()


def add_functions(db, n):
    present, = db.execute('SELECT count(*) FROM function').fetchone()
    groups = [group for group, in db.execute('SELECT id FROM function_group ORDER BY position')]
    columns = [name for _, name, *_ in db.execute('PRAGMA table_info(function)')]
    model = dict(zip(columns, db.execute('SELECT * FROM function ORDER BY id LIMIT 1').fetchone()))
    for i in range(present, n):
        row = dict(model, id=100000 + i, group_id=groups[i % len(groups)], code=f'X-{i}', name=f'Function {i}', position=i)
        db.execute(f'INSERT INTO function VALUES ({", ".join("?" * len(columns))})', [row[name] for name in columns])


def fill_matrix(path, teams):
    """Gives the plan so many teams, and each of them a letter for every function of its largest catalogue."""
    with sqlite3.connect(path) as db:
        present, = db.execute('SELECT count(*) FROM team').fetchone()
        for i in range(present, teams):
            db.execute("INSERT INTO team VALUES (?, ?, ?, 'own', '', NULL, NULL, NULL, ?, '')", (300000 + i, f'T-{i}', f'Team {i}', 1000 + i))
        functions = db.execute("SELECT f.id FROM function f JOIN function_group g ON g.id = f.group_id JOIN catalogue c "
                               "ON c.id = g.catalogue_id WHERE c.code = 'x1060'").fetchall()
        everybody = db.execute('SELECT id FROM team').fetchall()
        for i, (function,) in enumerate(functions):
            for j, (team,) in enumerate(everybody):
                db.execute("INSERT INTO assignment VALUES (?, ?, ?, NULL, ?, NULL, NULL, '', '', NULL)",
                           (400000 + i * 100 + j, function, team, ['R', 'A', 'C', 'I', 'RC'][(i + j) % 5]))
    db.close()


def fill_board(path, n):
    """Gives the plan so many incidents in all states, most of them closed."""
    with sqlite3.connect(path) as db:
        columns = db.execute('PRAGMA table_info(incident)').fetchall()
        model = {name: ('' if kind == 'TEXT' else 0) if needed else None for _, name, kind, needed, *_ in columns}
        model.update(kind='incident', detected_at=int(datetime.datetime(2026, 11, 1).timestamp() * 1000))
        present, = db.execute('SELECT count(*) FROM incident').fetchone()
        teams = [team for team, in db.execute('SELECT id FROM team ORDER BY id')]
        states = ['new', 'triaged', 'responding', 'contained', 'recovered', 'review'] + ['closed'] * 6
        for i in range(present, n):
            row = dict(model, id=500000 + i, number=f'2020-{i}', title=f'Incident {i} with a title that takes two lines', state=states[i % 12],
                       severity=f's{i % 5 + 1}', team_id=teams[i % len(teams)])
            db.execute(f'INSERT INTO incident VALUES ({", ".join("?" * len(columns))})', list(row.values()))
    db.close()


def add_activities(db):
    """Every function has one at least. Returns pairs of an activity and its function."""
    columns = [name for _, name, *_ in db.execute('PRAGMA table_info(activity)')]
    model = dict(zip(columns, db.execute('SELECT * FROM activity ORDER BY id LIMIT 1').fetchone()))
    bare = db.execute('SELECT id FROM function WHERE id NOT IN (SELECT function_id FROM activity)').fetchall()
    for function, in bare:
        row = dict(model, id=200000 + function, function_id=function, title=f'Activity of {function}')
        db.execute(f'INSERT INTO activity VALUES ({", ".join("?" * len(columns))})', [row[name] for name in columns])
    return db.execute('SELECT min(id), function_id FROM activity GROUP BY function_id ORDER BY function_id').fetchall()


def replace_runs(db, n, years):
    activities = add_activities(db)
    start = julian(datetime.date(2026, 4, 1)) - years // 2 * 365
    today = julian(TODAY)
    db.execute('DELETE FROM occurrence')
    for i in range(n):
        activity, function = activities[i % len(activities)]
        first = start + i * 37 % (365 * years)
        last = first + i % 28
        status = 'done' if last < today and i % 100 else 'planned'
        db.execute('INSERT INTO occurrence VALUES (?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, NULL, NULL, ?, 0, ?, ?, ?, ?)',
                   (1000 + i, activity, function, '', first, first, last, first, last, status, '', '', '', ''))
