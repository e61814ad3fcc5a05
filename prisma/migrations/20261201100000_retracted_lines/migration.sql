-- Feeds say which lines a later reading took back: few of many.
CREATE INDEX reported_line_taken_back_idx ON reported_line (position) WHERE is_taken_back;
