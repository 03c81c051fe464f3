-- Version 3: what the incident board needs.

-- When the record was opened, which times cannot be known (as in estimated), how a drill ended, and the code of the template it was opened from.
ALTER TABLE incident ADD COLUMN opened_at INTEGER;
ALTER TABLE incident ADD COLUMN unknown TEXT;
ALTER TABLE incident ADD COLUMN verdict TEXT
  CHECK (verdict IN ('none', 'met', 'partly', 'missed'));
ALTER TABLE incident ADD COLUMN template TEXT;

-- Who does it and who ticked it, and why it is not done.
ALTER TABLE incident_task ADD COLUMN owner TEXT;
ALTER TABLE incident_task ADD COLUMN note TEXT;
ALTER TABLE incident_task ADD COLUMN waived TEXT;
ALTER TABLE incident_task ADD COLUMN done_by TEXT;

-- A check-list for a usual kind of incident. Tasks are due so many minutes after a time of the incident.
CREATE TABLE incident_template (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  class TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('event', 'incident', 'near-miss', 'drill')),
  note TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE incident_template_task (
  id INTEGER PRIMARY KEY,
  template_id INTEGER NOT NULL REFERENCES incident_template (id),
  function_id INTEGER REFERENCES function (id),
  title TEXT NOT NULL,
  anchor TEXT NOT NULL
    CHECK (anchor IN ('detected', 'aware', 'opened')),
  offset_minutes INTEGER,
  position INTEGER NOT NULL
) STRICT;

-- None and "" mean what the compiled-in reference says for the clock's code. Clocks of one notice are filed by one report, the earliest counts;
-- after_notice is the one that a clock starts from. time_zone is where days are counted, items are what the report must hold.
ALTER TABLE reporting_clock ADD COLUMN off INTEGER CHECK (off IN (0, 1));
ALTER TABLE reporting_clock ADD COLUMN notice TEXT;
ALTER TABLE reporting_clock ADD COLUMN after_notice TEXT;
ALTER TABLE reporting_clock ADD COLUMN warn_amount REAL;
ALTER TABLE reporting_clock ADD COLUMN time_zone TEXT;
ALTER TABLE reporting_clock ADD COLUMN items TEXT;

-- The answers of the guided decision, as they were given.
ALTER TABLE incident_report ADD COLUMN late_reason TEXT;
ALTER TABLE incident_report ADD COLUMN filed_by TEXT;
ALTER TABLE incident_report ADD COLUMN answers TEXT;

-- What a report must say and no column holds.
CREATE TABLE incident_item (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  item TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- What an incident concerns: one of the four.
CREATE TABLE incident_link (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  function_id INTEGER REFERENCES function (id),
  activity_id INTEGER REFERENCES activity (id),
  risk_id INTEGER REFERENCES risk (id),
  control_id INTEGER REFERENCES control (id)
) STRICT;

-- Who takes part, in a drill above all. The name is for those who are neither team nor person of the plan.
CREATE TABLE incident_party (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  team_id INTEGER REFERENCES team (id),
  person_id INTEGER REFERENCES person (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL
) STRICT;

-- Who took evidence from whom.
CREATE TABLE custody (
  id INTEGER PRIMARY KEY,
  evidence_id INTEGER NOT NULL REFERENCES evidence (id),
  at INTEGER NOT NULL,
  from_holder TEXT NOT NULL,
  to_holder TEXT NOT NULL,
  place TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

ALTER TABLE evidence ADD COLUMN collected_by TEXT;
ALTER TABLE evidence ADD COLUMN collected_at INTEGER;

-- The incident that an activity follows up.
ALTER TABLE activity ADD COLUMN incident_id INTEGER REFERENCES incident (id);

CREATE INDEX incident_event_incident ON incident_event (incident_id, at);
CREATE INDEX incident_task_incident ON incident_task (incident_id, position);
CREATE INDEX incident_report_incident ON incident_report (incident_id);
