-- Version 6: times of an incident of which only a range is known.

-- The latest that each can be. The time itself is then the middle and stands in estimated, so that the earliest is as far before it.
ALTER TABLE incident ADD COLUMN occurred_until INTEGER;
ALTER TABLE incident ADD COLUMN detected_until INTEGER;
ALTER TABLE incident ADD COLUMN aware_until INTEGER;
ALTER TABLE incident ADD COLUMN acknowledged_until INTEGER;
ALTER TABLE incident ADD COLUMN classified_until INTEGER;
ALTER TABLE incident ADD COLUMN contained_until INTEGER;
ALTER TABLE incident ADD COLUMN eradicated_until INTEGER;
ALTER TABLE incident ADD COLUMN recovered_until INTEGER;
