-- Every append passes one door, whoever makes it and by whatever statement: positions go on from the
-- head without a gap, each event is chained to the one before it, its hash is that of what it says, and
-- the document that it was read from is kept (docs/domain.md §4, docs/decisions/0017).

CREATE FUNCTION instant_text(instant timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- SHA-256 over the hash before it and the canonical form of an event: RFC 8785 JSON of its row, whose
-- payload is canonical already.
CREATE FUNCTION event_hash(
  previous_hash bytea, event_position bigint, stream text, sequence integer, filing_id bigint,
  type ledger_event_type, known_at text, recorded_at text, payload json
) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
RETURN sha256(coalesce(previous_hash, ''::bytea) || convert_to(
  '{"filing":"' || filing_id || '","knownAt":"' || known_at || '","payload":' || payload::text
  || ',"position":"' || event_position || '","recordedAt":"' || recorded_at || '","sequence":'
  || sequence || ',"stream":' || to_json(stream)::text || ',"type":"' || type::text || '"}', 'UTF8'));

-- The rows of a batch are looked at by scans without a sort of whole rows, and the ledger by its keys,
-- however small its tables were when the statements were planned.
CREATE FUNCTION check_appended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
  first_one bigint;
  last_one bigint;
  events bigint;
  recorded text;
  head record;
  wrong bigint;
BEGIN
  SELECT min(a.position), max(a.position), count(*),
    CASE WHEN min(a.recorded_at) = max(a.recorded_at) THEN public.instant_text(min(a.recorded_at)) END
  INTO first_one, last_one, events, recorded FROM appended a;
  IF events = 0 THEN
    RETURN NULL;
  END IF;

  SELECT e.position, e.hash INTO head FROM public.ledger_event e
  WHERE e.position < first_one ORDER BY e.position DESC LIMIT 1;
  IF first_one <> coalesce(head.position, 0) + 1 OR last_one - first_one + 1 <> events THEN
    RAISE EXCEPTION 'ledger_event is append-only: event % does not follow the head, %',
      first_one, coalesce(head.position, 0) USING ERRCODE = '55000';
  END IF;

  SELECT l.position INTO wrong FROM (
    SELECT a.position, a.previous_hash, lag(a.hash, 1, head.hash) OVER (ORDER BY a.position) AS before
    FROM appended a
  ) l WHERE l.previous_hash IS DISTINCT FROM l.before LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'ledger_event is append-only: event % is not chained to the event before it', wrong
      USING ERRCODE = '55000';
  END IF;

  SELECT a.position INTO wrong FROM appended a
  WHERE a.hash <> public.event_hash(a.previous_hash, a.position, a.stream, a.sequence, a.filing_id, a.type,
    public.instant_text(a.known_at), coalesce(recorded, public.instant_text(a.recorded_at)), a.payload)
  LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'ledger_event is append-only: event % is not what its hash seals', wrong
      USING ERRCODE = '55000';
  END IF;

  SELECT a.position INTO wrong FROM appended a
  WHERE CASE a.type
    WHEN 'FILING_RECEIVED' THEN
      (SELECT true FROM public.source_document s WHERE s.hash = decode(a.payload->>'sourceHash', 'hex'))
    WHEN 'FILING_REREAD' THEN
      (SELECT true FROM public.source_document s WHERE s.hash = decode(a.payload->'told'->>'sourceHash', 'hex'))
    WHEN 'IDENTITY_RESOLVED' THEN a.payload->'told' IS NULL OR
      (SELECT true FROM public.source_document s WHERE s.hash = decode(a.payload->'told'->>'sourceHash', 'hex'))
    ELSE true
  END IS NOT TRUE LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'ledger_event is append-only: the source document of event % is not kept', wrong
      USING ERRCODE = '55000';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER ledger_event_one_door AFTER INSERT ON ledger_event
  REFERENCING NEW TABLE AS appended FOR EACH STATEMENT EXECUTE FUNCTION check_appended();
