-- Version 7: what audits, corrective actions, meetings, reports and composite scores need.

ALTER TABLE meeting ADD COLUMN chair TEXT;
ALTER TABLE meeting ADD COLUMN attendees TEXT;

ALTER TABLE decision ADD COLUMN kind TEXT CHECK (kind IN ('none', 'decision', 'action'));
ALTER TABLE decision ADD COLUMN done_day INTEGER;

-- Evidence that is older no longer shows that the control works; none is what the program comes with.
ALTER TABLE control ADD COLUMN fresh_days INTEGER CHECK (fresh_days BETWEEN 1 AND 3660);

-- The committee that hears of it, and when it did.
ALTER TABLE audit ADD COLUMN committee_id INTEGER REFERENCES committee (id);
ALTER TABLE audit ADD COLUMN reported_day INTEGER;
ALTER TABLE audit ADD COLUMN method TEXT;

-- An item without a result is planned, or was left out, for the reason in its note.
ALTER TABLE audit_item ADD COLUMN sampling TEXT CHECK (sampling IN ('planned', 'sampled', 'not-sampled'));

-- Its nature and extent, whether the like exists elsewhere, the activity that is the corrective action, by when its effect is to be checked and
-- what the check showed. A finding whose action had no effect is opened again as one of its own.
ALTER TABLE finding ADD COLUMN source TEXT CHECK (source IN ('none', 'audit', 'incident', 'drill', 'review', 'supplier', 'other'));
ALTER TABLE finding ADD COLUMN nature TEXT;
ALTER TABLE finding ADD COLUMN similar TEXT;
ALTER TABLE finding ADD COLUMN progress INTEGER CHECK (progress BETWEEN 0 AND 100);
ALTER TABLE finding ADD COLUMN activity_id INTEGER REFERENCES activity (id);
ALTER TABLE finding ADD COLUMN effect_due_day INTEGER;
ALTER TABLE finding ADD COLUMN effect_note TEXT;
ALTER TABLE finding ADD COLUMN reopened_from_id INTEGER REFERENCES finding (id);

ALTER TABLE risk ADD COLUMN accepted_by TEXT;
ALTER TABLE risk ADD COLUMN note TEXT;

-- The control and the activity by which the duty is met.
ALTER TABLE obligation ADD COLUMN control_id INTEGER REFERENCES control (id);
ALTER TABLE obligation ADD COLUMN activity_id INTEGER REFERENCES activity (id);

ALTER TABLE policy ADD COLUMN activity_id INTEGER REFERENCES activity (id);

ALTER TABLE exemption ADD COLUMN measure TEXT;
ALTER TABLE exemption ADD COLUMN approved_by TEXT;

-- A due date that was changed: none is before there was one, or after it was given up.
CREATE TABLE finding_due (
  id INTEGER PRIMARY KEY,
  finding_id INTEGER NOT NULL REFERENCES finding (id),
  old_day INTEGER,
  new_day INTEGER,
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

-- What a meeting is about, in its order, with what was said. An item with a decision follows up what an earlier meeting decided.
CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('report', 'discussion', 'decision', 'action', 'other')),
  title TEXT NOT NULL,
  minutes TEXT NOT NULL,
  decision_id INTEGER REFERENCES decision (id)
) STRICT;

-- What a management review is told besides the records of the plan (ISO/IEC 27001, 9.3.2): input is the letter, such as d2.
CREATE TABLE review_input (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  input TEXT NOT NULL,
  is_empty INTEGER NOT NULL CHECK (is_empty IN (0, 1)),
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

-- What is written of a quarter in a section of a report. The last text counts, those before it stay.
CREATE TABLE narrative (
  id INTEGER PRIMARY KEY,
  report TEXT NOT NULL,
  section TEXT NOT NULL,
  quarter_day INTEGER NOT NULL,
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

-- A report that was given out, and of which state of the plan.
CREATE TABLE report_issue (
  id INTEGER PRIMARY KEY,
  report TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('ja', 'en')),
  format TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bookmark_id INTEGER REFERENCES bookmark (id),
  document_number TEXT NOT NULL,
  edition TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  issued_by TEXT NOT NULL
) STRICT;

-- What the readiness check finds and is accepted for a while: of one row of a table, or without a row of all.
CREATE TABLE lint_waiver (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  entity TEXT NOT NULL,
  row_id INTEGER,
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_day INTEGER NOT NULL,
  until_day INTEGER
) STRICT;

-- How a risk was judged on a day.
CREATE TABLE risk_level (
  id INTEGER PRIMARY KEY,
  risk_id INTEGER NOT NULL REFERENCES risk (id),
  day INTEGER NOT NULL,
  likelihood INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 5),
  impact INTEGER NOT NULL CHECK (impact BETWEEN 1 AND 5),
  reason TEXT NOT NULL,
  judged_by TEXT NOT NULL
) STRICT;

-- What a composite score is made of.
CREATE TABLE metric_part (
  id INTEGER PRIMARY KEY,
  metric_id INTEGER NOT NULL REFERENCES metric (id),
  part_id INTEGER NOT NULL REFERENCES metric (id),
  weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 100)
) STRICT;

CREATE INDEX audit_item_audit ON audit_item (audit_id);
CREATE INDEX audit_item_control ON audit_item (control_id);
CREATE INDEX proof_evidence ON proof (evidence_id);
CREATE INDEX proof_control ON proof (control_id);
CREATE INDEX finding_due_finding ON finding_due (finding_id, at);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, position);
