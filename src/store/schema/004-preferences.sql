-- Version 4: what the company has decided for the whole plan. None is what the program comes with.
ALTER TABLE plan ADD COLUMN sourcing_pattern TEXT
  CHECK (sourcing_pattern IN ('none', 'minimum-insource', 'hybrid', 'minimum-outsource', 'full-insource'));
ALTER TABLE plan ADD COLUMN accountable_limit INTEGER CHECK (accountable_limit BETWEEN 1 AND 1000);
ALTER TABLE plan ADD COLUMN routine_day REAL CHECK (routine_day >= 0);
