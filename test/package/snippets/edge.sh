SANDBOX=http://localhost:8787 # or where you deployed it
curl -s -X POST $SANDBOX/_sandbox/workspaces -d '{ "hours": 24, "seed": 42 }' > workspace.json
BASE=$(node -p "require('./workspace.json').baseUrl") KEY=$(node -p "require('./workspace.json').managementKey")

curl -s $BASE/personal-demographics/FHIR/R4/Patient/9000000009 -H 'X-Request-ID: 60e0b220-8136-4ca5-ae46-1d97ef59d068'
curl -s -X POST $BASE/_sandbox/reset -H "Authorization: Bearer $KEY"
curl -s -X PUT $BASE/_sandbox/contracts/my-api --data-binary @my-api.yaml -H "Authorization: Bearer $KEY"
curl -s -X DELETE $BASE/_sandbox/workspace -H "Authorization: Bearer $KEY"
