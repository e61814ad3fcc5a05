-- Few lines have a flag: a screen of those that have one finds them here, also where there are none of its kind.
CREATE INDEX reported_line_flags_idx ON reported_line USING gin (flags) WHERE flags <> '{}';
