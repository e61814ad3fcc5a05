-- The shortest path of shared insiderships between two people at a viewpoint (docs/domain.md §7), searched
-- from both ends at once (docs/decisions/0005).

-- A search from one end: everybody reached, level after level; where in that list each level ends; the last
-- level once more.
CREATE TYPE insider_search AS (reached bigint[], ends integer[], frontier bigint[]);

-- Everybody who is an insider of an issuer of which one of some people is one, these people included.
CREATE FUNCTION people_beside(people bigint[], as_of date, known timestamptz) RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT DISTINCT o.person_id
  FROM (
    SELECT DISTINCT r.issuer_id
    FROM unnest(people) AS p (id) JOIN relationship r ON r.person_id = p.id
    WHERE r.from_on <= as_of AND (r.to_on IS NULL OR r.to_on > as_of)
      AND r.known_at <= known AND (r.known_to IS NULL OR r.known_to > known)
  ) i JOIN relationship o ON o.issuer_id = i.issuer_id
  WHERE o.from_on <= as_of AND (o.to_on IS NULL OR o.to_on > as_of)
    AND o.known_at <= known AND (o.known_to IS NULL OR o.known_to > known)
$$;

-- One end's search a level further; of people not reached before it takes one more than there is room for.
CREATE FUNCTION wider_search(
  INOUT search insider_search, as_of date, known timestamptz, room integer
)
LANGUAGE plpgsql STABLE PARALLEL SAFE SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  search.frontier := ARRAY(
    SELECT id FROM people_beside(search.frontier, as_of, known) AS p (id)
    EXCEPT SELECT unnest(search.reached)
    LIMIT room + 1
  );
  search.reached := search.reached || search.frontier;
  search.ends := search.ends || cardinality(search.reached);
END $$;

-- people: the path from one to the other, issuers: what each two of it share; null where there is no path
-- of max_degree steps or fewer. Of several shortest paths it is the one whose people have the smallest ids,
-- compared from the start; of several shared issuers that with the smallest id. is_too_wide, without an
-- answer, where the search would have to reach more than max_people.
CREATE FUNCTION connection_path(
  from_person bigint, to_person bigint, as_of date, known timestamptz,
  max_degree integer, max_people integer,
  OUT people bigint[], OUT issuers bigint[], OUT is_too_wide boolean
)
LANGUAGE plpgsql STABLE PARALLEL SAFE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  near insider_search := ROW(ARRAY[from_person], ARRAY[1], ARRAY[from_person]);
  far insider_search := ROW(ARRAY[to_person], ARRAY[1], ARRAY[to_person]);
  degree integer := 0;
  room integer := max_people - 2;
  meeting bigint[];
  -- Those whose distance to to_person is 0, 1, 2 and so on, and where in that list each distance ends.
  nearer bigint[];
  ends integer[];
  person bigint;
  issuer bigint;
BEGIN
  is_too_wide := false;
  LOOP
    meeting := ARRAY(SELECT unnest(near.frontier) INTERSECT SELECT unnest(far.frontier));
    EXIT WHEN cardinality(meeting) > 0;
    IF degree = max_degree OR 0 IN (cardinality(near.frontier), cardinality(far.frontier)) THEN
      RETURN;
    END IF;
    -- Levels grow fast: the smaller one costs least to take further.
    IF cardinality(near.frontier) <= cardinality(far.frontier) THEN
      near := wider_search(near, as_of, known, room);
      room := room - cardinality(near.frontier);
    ELSE
      far := wider_search(far, as_of, known, room);
      room := room - cardinality(far.frontier);
    END IF;
    degree := degree + 1;
    IF room < 0 THEN
      is_too_wide := true;
      RETURN;
    END IF;
  END LOOP;

  -- From where the two searches met back to the start, keeping to shortest paths.
  ends := far.ends[:cardinality(far.ends) - 1];
  nearer := far.reached[:coalesce(ends[cardinality(ends)], 0)];
  FOR level IN REVERSE cardinality(near.ends) - 1 .. 1 LOOP
    nearer := nearer || meeting;
    ends := ends || cardinality(nearer);
    meeting := ARRAY(
      SELECT id FROM people_beside(meeting, as_of, known) AS p (id)
      INTERSECT SELECT unnest(near.reached[coalesce(near.ends[level - 1], 0) + 1 : near.ends[level]])
    );
  END LOOP;

  people := ARRAY[from_person];
  issuers := '{}';
  FOR distance IN REVERSE degree .. 1 LOOP
    SELECT o.person_id, o.issuer_id INTO STRICT person, issuer
    FROM relationship r JOIN relationship o ON o.issuer_id = r.issuer_id
      JOIN unnest(nearer[coalesce(ends[distance - 1], 0) + 1 : ends[distance]]) AS n (id) ON n.id = o.person_id
    WHERE r.person_id = people[cardinality(people)]
      AND r.from_on <= as_of AND (r.to_on IS NULL OR r.to_on > as_of)
      AND r.known_at <= known AND (r.known_to IS NULL OR r.known_to > known)
      AND o.from_on <= as_of AND (o.to_on IS NULL OR o.to_on > as_of)
      AND o.known_at <= known AND (o.known_to IS NULL OR o.known_to > known)
    ORDER BY o.person_id, o.issuer_id LIMIT 1;
    people := people || person;
    issuers := issuers || issuer;
  END LOOP;
END $$;
