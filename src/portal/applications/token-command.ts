/** Commands for a POSIX shell that sign an assertion and send it for an access token. */
import { shellWord } from '../../gateway/works/shell-words.ts';

interface Signing {
  readonly tokenUrl: string;
  readonly apiKey: string;
  /** Of the key that it is signed with. */
  readonly kid: string;
}

export const tokenCommand = ({ tokenUrl, apiKey, kid }: Signing): string =>
  [
    `TOKEN_URL=${shellWord(tokenUrl)}`,
    `API_KEY=${shellWord(apiKey)}`,
    `base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }`,
    `HEADER=$(printf '%s' ${shellWord(JSON.stringify({ alg: 'RS512', typ: 'JWT', kid }))} | base64url)`,
    String.raw`CLAIMS=$(printf '{"iss":"%s","sub":"%s","aud":"%s","jti":"%s","exp":%d}' \
  "$API_KEY" "$API_KEY" "$TOKEN_URL" "$(openssl rand -hex 16)" "$(($(date +%s) + 300))" | base64url)`,
    `SIGNATURE=$(printf '%s.%s' "$HEADER" "$CLAIMS" | openssl dgst -sha512 -sign private.pem -binary | base64url)`,
    String.raw`curl -s "$TOKEN_URL" -d grant_type=client_credentials \
  -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
  -d client_assertion="$HEADER.$CLAIMS.$SIGNATURE"`,
  ].join('\n');
