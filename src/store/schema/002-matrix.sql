-- Version 2: what the matrix of functions and teams needs beside the assignments.

-- A breach of a rule that is accepted for a while.
CREATE TABLE waiver (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  function_id INTEGER REFERENCES function (id),
  team_id INTEGER REFERENCES team (id),
  person_id INTEGER REFERENCES person (id),
  contract_id INTEGER REFERENCES contract (id),
  activity_id INTEGER REFERENCES activity (id),
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_day INTEGER NOT NULL,
  until_day INTEGER
) STRICT;

-- The letters of the organisation's own, beside R A C I S.
CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  letter TEXT NOT NULL,
  name TEXT NOT NULL,
  meaning TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

-- The gap that an activity closes.
ALTER TABLE activity ADD COLUMN maturity_id INTEGER REFERENCES maturity (id);
ALTER TABLE proof ADD COLUMN maturity_id INTEGER REFERENCES maturity (id);
-- Who stands in for the person.
ALTER TABLE assignment ADD COLUMN deputy_id INTEGER REFERENCES person (id);
