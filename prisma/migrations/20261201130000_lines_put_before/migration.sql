-- Trades that an amendment adds go before the corrected line that begins where they end, a class goes on under another
-- title after an amendment too, an amendment without a date is of the filing whose line it corrects, and changes of an
-- ADS ratio have their day: the next start builds the projections from the events.
UPDATE projection_checkpoint SET position = 0;
