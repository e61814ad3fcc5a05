#!/bin/sh
# Asks, follows and submits by curl.
#   INSIDER_LEDGER_URL  where the server is, if not http://localhost:4000/graphql
#   INSIDER_LEDGER_KEY  an API key with the scope ingest; without one, nothing is submitted
set -eu
cd "$(dirname "$0")"
url=${INSIDER_LEDGER_URL:-http://localhost:4000/graphql}
key=${INSIDER_LEDGER_KEY:-}

# A question by GET, its text from a file, some of its variables as JSON.
curl -sS --fail-with-body -G "$url" \
  --data-urlencode query@as-of.graphql \
  --data-urlencode 'variables={"asOf":"2023-05-10"}'
echo

# A question by POST.
curl -sS --fail-with-body "$url" -H 'content-type: application/json' \
  -d '{"query":"{ search(text: \"ostrele\") { nodes { ... on Issuer { name ticker } } } }"}'
echo

# The same answer again: 304 and no body, for as long as the ledger stays as it is.
etag=$(curl -sS -G "$url" --data-urlencode 'query={ ledger { events } }' -o /dev/null -w '%header{etag}')
curl -sS -G "$url" --data-urlencode 'query={ ledger { events } }' -H "if-none-match: $etag" -w '%{http_code}'
echo

# Events as they happen, for two seconds; without --max-time, for as long as you like.
curl -sSN -G "$url" -H 'accept: text/event-stream' --max-time 2 \
  --data-urlencode query@live-feed.graphql \
  --data-urlencode 'variables={"after":"1","filter":{"codes":["P"]}}' || [ $? = 28 ]

# A filing, appended once however often it is sent. jq writes the document as JSON.
if [ -n "$key" ]; then
  jq -n --rawfile query submit-filing.graphql \
    --rawfile document ../samples/ostrelle/0009000102-24-000005.txt \
    '{ query: $query, variables: { input: { document: $document } } }' |
    curl -sS --fail-with-body "$url" -H "authorization: Bearer $key" \
      -H 'content-type: application/json' -d @-
  echo
fi
