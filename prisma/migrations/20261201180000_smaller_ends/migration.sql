-- Where a family ends is told with less of each line: what was kept before is made again, each when
-- its family is met (docs/decisions/0022).
TRUNCATE family_end;
