npx nhs-sandbox start --ephemeral --clock 2026-01-01T00:00:00Z & sandbox=$!
timeout 30 sh -c 'until curl -sf http://localhost:8787/_sandbox/health; do sleep 0.1; done'
npm test
status=$?
kill $sandbox && wait $sandbox
exit $status
