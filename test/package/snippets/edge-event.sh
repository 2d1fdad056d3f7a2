export NHS_SANDBOX_URL=http://localhost:8787 # or where you deployed it
export NHS_SANDBOX_OPERATOR_KEY="$OPERATOR_KEY"
npx nhs-sandbox events create 'Leeds hackathon' --workspaces 60 --hours 72 > event.txt

export $(grep NHS_SANDBOX_EVENT_CODE event.txt)
npx nhs-sandbox workspaces create --count 40 --prefix team --csv teams.csv --cards cards.html
npx nhs-sandbox workspaces reset team-07
npx nhs-sandbox workspaces fork team-01 --name late-team
npx nhs-sandbox workspaces list
