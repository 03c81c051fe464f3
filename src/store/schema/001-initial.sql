-- The plan file, version 1. A released step never changes; what comes later is a step of its own.
-- Days are Julian day numbers, times milliseconds since 1970 in UTC, months the day number of their first day.
-- There are no triggers, views or generated columns, and foreign keys have no actions: the journal records plain row changes.

CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  fiscal_start_month INTEGER NOT NULL CHECK (fiscal_start_month BETWEEN 1 AND 12),
  language TEXT NOT NULL
    CHECK (language IN ('ja', 'en')),
  classification TEXT NOT NULL,
  template TEXT NOT NULL,
  created_day INTEGER NOT NULL
) STRICT;

CREATE TABLE catalogue (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  edition TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE function_group (
  id INTEGER PRIMARY KEY,
  catalogue_id INTEGER NOT NULL REFERENCES catalogue (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  summary TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE function (
  id INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL REFERENCES function_group (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  tasks TEXT NOT NULL,
  skills TEXT NOT NULL,
  area TEXT NOT NULL
    CHECK (area IN ('none', 'i', 'ii', 'iii', 'iv')),
  information TEXT NOT NULL
    CHECK (information IN ('none', 'internal', 'external')),
  expertise TEXT NOT NULL
    CHECK (expertise IN ('none', 'low', 'high')),
  position INTEGER NOT NULL,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  note TEXT NOT NULL
) STRICT;

CREATE TABLE crosswalk (
  id INTEGER PRIMARY KEY,
  from_function_id INTEGER NOT NULL REFERENCES function (id),
  to_function_id INTEGER NOT NULL REFERENCES function (id),
  basis TEXT NOT NULL
) STRICT;

CREATE TABLE duty (
  id INTEGER PRIMARY KEY,
  function_id INTEGER NOT NULL REFERENCES function (id),
  kind TEXT NOT NULL
    CHECK (kind IN ('monthly', 'routine', 'at-incident')),
  title TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE team (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('own', 'group', 'outsourced')),
  contact TEXT NOT NULL,
  capacity REAL CHECK (capacity >= 0),
  active_from INTEGER,
  active_to INTEGER,
  position INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  team_id INTEGER NOT NULL REFERENCES team (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  contact TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE attestation (
  id INTEGER PRIMARY KEY,
  duty_id INTEGER NOT NULL REFERENCES duty (id),
  month INTEGER NOT NULL,
  planned_days INTEGER NOT NULL CHECK (planned_days >= 0),
  done_days INTEGER NOT NULL CHECK (done_days >= 0),
  note TEXT NOT NULL
) STRICT;

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  function_id INTEGER NOT NULL REFERENCES function (id),
  team_id INTEGER NOT NULL REFERENCES team (id),
  person_id INTEGER REFERENCES person (id),
  letters TEXT NOT NULL,
  from_day INTEGER,
  to_day INTEGER,
  basis TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE maturity (
  id INTEGER PRIMARY KEY,
  function_id INTEGER NOT NULL REFERENCES function (id),
  mode TEXT NOT NULL
    CHECK (mode IN ('insource', 'outsource')),
  as_is INTEGER CHECK (as_is BETWEEN 0 AND 5),
  to_be INTEGER CHECK (to_be BETWEEN 0 AND 5),
  target_day INTEGER,
  assessed_day INTEGER,
  assessor TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  function_id INTEGER NOT NULL REFERENCES function (id),
  team_id INTEGER REFERENCES team (id),
  title TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('task', 'meeting', 'milestone')),
  rule TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  duration INTEGER NOT NULL CHECK (duration BETWEEN 1 AND 3660),
  effort REAL CHECK (effort >= 0),
  cost REAL,
  clause TEXT NOT NULL,
  source TEXT NOT NULL,
  source_months TEXT NOT NULL,
  position INTEGER NOT NULL,
  note TEXT NOT NULL,
  UNIQUE (id, function_id)
) STRICT;

CREATE TABLE occurrence (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  function_id INTEGER NOT NULL REFERENCES function (id),
  team_id INTEGER REFERENCES team (id),
  title TEXT NOT NULL,
  slot_day INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL CHECK (last_day >= first_day),
  original_first INTEGER NOT NULL,
  original_last INTEGER NOT NULL CHECK (original_last >= original_first),
  actual_first INTEGER,
  actual_last INTEGER,
  status TEXT NOT NULL
    CHECK (status IN ('planned', 'doing', 'done', 'skipped', 'missed')),
  progress INTEGER NOT NULL CHECK (progress BETWEEN 0 AND 100),
  owner TEXT NOT NULL,
  result TEXT NOT NULL,
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  FOREIGN KEY (activity_id, function_id) REFERENCES activity (id, function_id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE dependency (
  id INTEGER PRIMARY KEY,
  from_activity_id INTEGER NOT NULL REFERENCES activity (id),
  to_activity_id INTEGER NOT NULL REFERENCES activity (id),
  kind TEXT NOT NULL
    CHECK (kind IN ('fs', 'ss', 'ff', 'sf')),
  lag INTEGER NOT NULL
) STRICT;

CREATE TABLE committee (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  rule TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  committee_id INTEGER NOT NULL REFERENCES committee (id),
  title TEXT NOT NULL,
  day INTEGER NOT NULL,
  start_minute INTEGER CHECK (start_minute BETWEEN 0 AND 1439),
  place TEXT NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('planned', 'held', 'cancelled')),
  agenda TEXT NOT NULL,
  minutes TEXT NOT NULL
) STRICT;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  owner TEXT NOT NULL,
  due_day INTEGER,
  status TEXT NOT NULL
    CHECK (status IN ('open', 'done', 'withdrawn')),
  activity_id INTEGER REFERENCES activity (id),
  note TEXT NOT NULL
) STRICT;

CREATE TABLE day_off (
  id INTEGER PRIMARY KEY,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL CHECK (last_day >= first_day),
  kind TEXT NOT NULL
    CHECK (kind IN ('off', 'working')),
  name TEXT NOT NULL
) STRICT;

CREATE TABLE incident (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('event', 'incident', 'near-miss', 'drill')),
  state TEXT NOT NULL
    CHECK (state IN ('new', 'triaged', 'responding', 'contained', 'recovered', 'review', 'closed', 'false-alarm', 'merged')),
  severity TEXT NOT NULL
    CHECK (severity IN ('s1', 's2', 's3', 's4', 's5')),
  severity_reason TEXT NOT NULL,
  impact_business INTEGER CHECK (impact_business BETWEEN 0 AND 4),
  impact_information INTEGER CHECK (impact_information BETWEEN 0 AND 4),
  impact_spread INTEGER CHECK (impact_spread BETWEEN 0 AND 4),
  impact_legal INTEGER CHECK (impact_legal BETWEEN 0 AND 4),
  class TEXT NOT NULL,
  tlp TEXT NOT NULL,
  team_id INTEGER REFERENCES team (id),
  lead TEXT NOT NULL,
  detected_by TEXT NOT NULL,
  found_outside INTEGER NOT NULL CHECK (found_outside IN (0, 1)),
  recurrence_of_id INTEGER REFERENCES incident (id),
  merged_into_id INTEGER REFERENCES incident (id),
  occurred_at INTEGER,
  detected_at INTEGER,
  aware_at INTEGER,
  acknowledged_at INTEGER,
  classified_at INTEGER,
  contained_at INTEGER,
  eradicated_at INTEGER,
  recovered_at INTEGER,
  closed_at INTEGER,
  estimated TEXT NOT NULL,
  people_affected INTEGER CHECK (people_affected >= 0),
  sensitive_data INTEGER NOT NULL CHECK (sensitive_data IN (0, 1)),
  financial_harm INTEGER NOT NULL CHECK (financial_harm IN (0, 1)),
  unlawful_purpose INTEGER NOT NULL CHECK (unlawful_purpose IN (0, 1)),
  summary TEXT NOT NULL,
  cause TEXT NOT NULL,
  lessons TEXT NOT NULL,
  reviewed_day INTEGER,
  scenario TEXT NOT NULL,
  criteria TEXT NOT NULL,
  outcome TEXT NOT NULL,
  next_drill_day INTEGER
) STRICT;

CREATE TABLE incident_event (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('auto', 'manual')),
  actor TEXT NOT NULL,
  text TEXT NOT NULL,
  in_report INTEGER NOT NULL CHECK (in_report IN (0, 1))
) STRICT;

CREATE TABLE incident_task (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  duty_id INTEGER REFERENCES duty (id),
  team_id INTEGER REFERENCES team (id),
  title TEXT NOT NULL,
  due_at INTEGER,
  done_at INTEGER,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE reporting_clock (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  regime TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  stage TEXT NOT NULL,
  trigger_text TEXT NOT NULL,
  clock_start TEXT NOT NULL,
  amount REAL,
  unit TEXT NOT NULL,
  roll_rule TEXT NOT NULL,
  recipient TEXT NOT NULL,
  legal_basis TEXT NOT NULL,
  status TEXT NOT NULL,
  confidence TEXT NOT NULL,
  source_url TEXT NOT NULL,
  note TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE incident_report (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  clock_id INTEGER NOT NULL REFERENCES reporting_clock (id),
  state TEXT NOT NULL
    CHECK (state IN ('not-judged', 'not-applicable', 'due', 'filed')),
  due_at INTEGER,
  filed_at INTEGER,
  receipt TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at INTEGER
) STRICT;

CREATE TABLE metric (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('computed', 'entered')),
  formula TEXT NOT NULL,
  unit TEXT NOT NULL
    CHECK (unit IN ('hours', 'count', 'percent', 'days', 'points')),
  direction TEXT NOT NULL
    CHECK (direction IN ('down', 'up', 'neutral')),
  data TEXT NOT NULL,
  source TEXT NOT NULL,
  measured_when TEXT NOT NULL,
  measured_by TEXT NOT NULL,
  analysed_when TEXT NOT NULL,
  analysed_by TEXT NOT NULL,
  note TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE metric_limit (
  id INTEGER PRIMARY KEY,
  metric_id INTEGER NOT NULL REFERENCES metric (id),
  from_day INTEGER NOT NULL,
  target REAL,
  warning REAL
) STRICT;

CREATE TABLE metric_value (
  id INTEGER PRIMARY KEY,
  metric_id INTEGER NOT NULL REFERENCES metric (id),
  month INTEGER NOT NULL,
  value REAL NOT NULL,
  note TEXT NOT NULL,
  entered_by TEXT NOT NULL
) STRICT;

CREATE TABLE control (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('clause', 'annex-a')),
  name TEXT NOT NULL,
  theme TEXT NOT NULL,
  evidence_kind TEXT NOT NULL,
  evidence TEXT NOT NULL,
  applicable INTEGER NOT NULL CHECK (applicable IN (0, 1)),
  reason TEXT NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('none', 'planned', 'partial', 'done')),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE function_control (
  id INTEGER PRIMARY KEY,
  function_id INTEGER NOT NULL REFERENCES function (id),
  control_id INTEGER NOT NULL REFERENCES control (id),
  basis TEXT NOT NULL
) STRICT;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('internal', 'surveillance', 'recertification', 'supplier')),
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL CHECK (last_day >= first_day),
  lead TEXT NOT NULL,
  team_id INTEGER REFERENCES team (id),
  scope TEXT NOT NULL,
  criteria TEXT NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('planned', 'doing', 'done', 'cancelled')),
  result TEXT NOT NULL,
  activity_id INTEGER REFERENCES activity (id)
) STRICT;

CREATE TABLE audit_item (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  control_id INTEGER NOT NULL REFERENCES control (id),
  sample TEXT NOT NULL,
  result TEXT NOT NULL
    CHECK (result IN ('none', 'conform', 'observation', 'minor', 'major')),
  note TEXT NOT NULL
) STRICT;

CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  audit_id INTEGER REFERENCES audit (id),
  incident_id INTEGER REFERENCES incident (id),
  control_id INTEGER REFERENCES control (id),
  function_id INTEGER REFERENCES function (id),
  grade TEXT NOT NULL
    CHECK (grade IN ('major', 'minor', 'observation', 'opportunity')),
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  found_day INTEGER NOT NULL,
  correction TEXT NOT NULL,
  cause TEXT NOT NULL,
  action TEXT NOT NULL,
  owner TEXT NOT NULL,
  due_day INTEGER,
  done_day INTEGER,
  verified_day INTEGER,
  verifier TEXT NOT NULL,
  effective TEXT NOT NULL
    CHECK (effective IN ('none', 'yes', 'no')),
  status TEXT NOT NULL
    CHECK (status IN ('open', 'doing', 'done', 'verified', 'closed'))
) STRICT;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('document', 'record', 'reference')),
  place TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  owner TEXT NOT NULL,
  effective_day INTEGER,
  added_day INTEGER NOT NULL,
  period_first INTEGER,
  period_last INTEGER,
  expires_day INTEGER,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE proof (
  id INTEGER PRIMARY KEY,
  evidence_id INTEGER NOT NULL REFERENCES evidence (id),
  control_id INTEGER REFERENCES control (id),
  occurrence_id INTEGER REFERENCES occurrence (id),
  finding_id INTEGER REFERENCES finding (id),
  incident_id INTEGER REFERENCES incident (id)
) STRICT;

CREATE TABLE risk (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  owner TEXT NOT NULL,
  likelihood INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 5),
  impact INTEGER NOT NULL CHECK (impact BETWEEN 1 AND 5),
  target_likelihood INTEGER NOT NULL CHECK (target_likelihood BETWEEN 1 AND 5),
  target_impact INTEGER NOT NULL CHECK (target_impact BETWEEN 1 AND 5),
  treatment TEXT NOT NULL
    CHECK (treatment IN ('reduce', 'accept', 'transfer', 'avoid')),
  plan TEXT NOT NULL,
  activity_id INTEGER REFERENCES activity (id),
  due_day INTEGER,
  review_day INTEGER,
  status TEXT NOT NULL
    CHECK (status IN ('open', 'doing', 'accepted', 'closed'))
) STRICT;

CREATE TABLE contract (
  id INTEGER PRIMARY KEY,
  team_id INTEGER REFERENCES team (id),
  title TEXT NOT NULL,
  number TEXT NOT NULL,
  partner TEXT NOT NULL,
  services TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER,
  notice_day INTEGER,
  cost REAL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE obligation (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('law', 'regulator', 'contract', 'own')),
  source TEXT NOT NULL,
  owner TEXT NOT NULL,
  review_day INTEGER,
  clock_id INTEGER REFERENCES reporting_clock (id),
  note TEXT NOT NULL
) STRICT;

CREATE TABLE policy (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  edition TEXT NOT NULL,
  owner TEXT NOT NULL,
  approved_day INTEGER,
  review_day INTEGER,
  place TEXT NOT NULL
) STRICT;

CREATE TABLE exemption (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  reason TEXT NOT NULL,
  owner TEXT NOT NULL,
  control_id INTEGER REFERENCES control (id),
  first_day INTEGER NOT NULL,
  last_day INTEGER
) STRICT;

CREATE TABLE bookmark (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;
-- The text of a translated field in the language that is not the plan's own.
CREATE TABLE translation (
  entity TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('ja', 'en')),
  text TEXT NOT NULL,
  PRIMARY KEY (entity, row_id, field, language)
) STRICT, WITHOUT ROWID;

-- How the plan was last looked at. Not recorded by the journal.
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row an edit. undo_top and redo_top are the entries that undo and redo would take next, once this one stands.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
  target INTEGER NOT NULL,
  undo_top INTEGER NOT NULL,
  redo_top INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  changeset_hash BLOB NOT NULL CHECK (length(changeset_hash) = 32),
  changeset BLOB
) STRICT;

-- The longest run bounds how far back a window of days must look; see koyomi_occurrence_store_open_window().
CREATE INDEX occurrence_length ON occurrence (last_day - first_day);
CREATE INDEX occurrence_function ON occurrence (function_id, first_day);
CREATE INDEX occurrence_first_day ON occurrence (first_day);
CREATE INDEX occurrence_slot ON occurrence (activity_id, slot_day);
CREATE INDEX activity_function ON activity (function_id, position);
CREATE INDEX duty_function ON duty (function_id, position);
CREATE INDEX assignment_function ON assignment (function_id);
CREATE INDEX attestation_duty ON attestation (duty_id, month);
CREATE INDEX meeting_day ON meeting (day);
