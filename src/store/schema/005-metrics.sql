-- Version 5: what metrics need to be computed, closed and shown.

-- computation is the formula that the program knows, none for those entered by hand. No frequency is a quarter for the computed and a month
-- for the entered; a value is stale so many days of grace after its time. What is retired is told for old quarters only.
ALTER TABLE metric ADD COLUMN computation TEXT;
ALTER TABLE metric ADD COLUMN frequency TEXT
  CHECK (frequency IN ('none', 'month', 'quarter', 'year'));
ALTER TABLE metric ADD COLUMN grace_days INTEGER CHECK (grace_days BETWEEN 0 AND 3660);
ALTER TABLE metric ADD COLUMN retired_day INTEGER;

-- The lower ends, of a metric that shall stay between two numbers.
ALTER TABLE metric_limit ADD COLUMN target_low REAL;
ALTER TABLE metric_limit ADD COLUMN warning_low REAL;

-- A value that was corrected stays, with when that was.
ALTER TABLE metric_value ADD COLUMN entered_at INTEGER;
ALTER TABLE metric_value ADD COLUMN superseded_at INTEGER;
ALTER TABLE proof ADD COLUMN metric_value_id INTEGER REFERENCES metric_value (id);

-- What was said of a metric for the quarter that begins on quarter_day.
CREATE TABLE metric_comment (
  id INTEGER PRIMARY KEY,
  metric_id INTEGER NOT NULL REFERENCES metric (id),
  quarter_day INTEGER NOT NULL,
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

-- What a metric was when its quarter was closed: no value is no data. The bookmark tells of which plan.
CREATE TABLE metric_close (
  id INTEGER PRIMARY KEY,
  bookmark_id INTEGER NOT NULL REFERENCES bookmark (id),
  quarter_day INTEGER NOT NULL,
  metric_id INTEGER NOT NULL REFERENCES metric (id),
  value REAL,
  numerator REAL,
  denominator REAL,
  samples INTEGER NOT NULL CHECK (samples >= 0)
) STRICT;

-- The metrics of the board page, in their order.
CREATE TABLE board_tile (
  id INTEGER PRIMARY KEY,
  metric_id INTEGER NOT NULL REFERENCES metric (id),
  position INTEGER NOT NULL
) STRICT;

-- What shall be reached (ISO/IEC 27001, 6.2): a metric, up to which value, until when.
CREATE TABLE objective (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  metric_id INTEGER NOT NULL REFERENCES metric (id),
  target REAL NOT NULL,
  due_day INTEGER NOT NULL,
  owner TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE INDEX metric_value_month ON metric_value (metric_id, month);
CREATE INDEX metric_close_quarter ON metric_close (quarter_day);
