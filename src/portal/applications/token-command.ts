/** Commands for a POSIX shell that sign an assertion and send it for an access token. */
import { shellWord } from '../../gateway/works/shell-words.ts';
import type { ShownClock } from '../clock/clock-words.ts';
import { millisecondsIn } from '../clock/span.ts';

interface Signing {
  readonly tokenUrl: string;
  readonly apiKey: string;
  /** Of the key that it is signed with. */
  readonly kid: string;
  /** Of the workspace, by which an assertion is in time. */
  readonly clock: ShownClock | undefined;
}

export const tokenCommand = ({ tokenUrl, apiKey, kid, clock }: Signing): string =>
  [
    `TOKEN_URL=${shellWord(tokenUrl)}`,
    `API_KEY=${shellWord(apiKey)}`,
    `base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }`,
    `HEADER=$(printf '%s' ${shellWord(JSON.stringify({ alg: 'RS512', typ: 'JWT', kid }))} | base64url)`,
    `EXPIRES=${expiryBy(clock)}`,
    String.raw`CLAIMS=$(printf '{"iss":"%s","sub":"%s","aud":"%s","jti":"%s","exp":%d}' \
  "$API_KEY" "$API_KEY" "$TOKEN_URL" "$(openssl rand -hex 16)" "$EXPIRES" | base64url)`,
    `SIGNATURE=$(printf '%s.%s' "$HEADER" "$CLAIMS" | openssl dgst -sha512 -sign private.pem -binary | base64url)`,
    String.raw`curl -s "$TOKEN_URL" -d grant_type=client_credentials \
  -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
  -d client_assertion="$HEADER.$CLAIMS.$SIGNATURE"`,
  ].join('\n');

/** An assertion lives for five minutes at most. */
const lives = 300;

function expiryBy(clock: ShownClock | undefined): string {
  if (clock?.mode === 'frozen') return String(Math.floor(Date.parse(clock.now) / 1000) + lives);
  const ahead = clock?.by === undefined ? 0 : Math.floor(millisecondsIn(clock.by) / 1000);
  return `$(($(date +%s) + ${ahead + lives}))`;
}
