SANDBOX=http://localhost:8787 # or where you deployed it
curl -sf -X POST $SANDBOX/_sandbox/workspaces -H "Authorization: Bearer $OPERATOR_KEY" \
  -d '{ "count": 8, "prefix": "shard", "clock": "2026-01-01T00:00:00Z", "hours": 1 }' > shards.json

for shard in 1 2 3 4 5 6 7 8; do
  ( BASE=$(node -p "require('./shards.json').workspaces[$shard - 1].baseUrl")
    curl -sf $BASE/personal-demographics/FHIR/R4/Patient/9000000009 -H 'X-Request-ID: 60e0b220-8136-4ca5-ae46-1d97ef59d068' > $shard.json ) &
done
wait
cat [1-8].json | grep -o '"family":"Smith"' | wc -l
