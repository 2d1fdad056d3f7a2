/** Where a browser is sent to sign somebody in, who then comes back to the application with a code. */
import type { KnownApplication } from './written.ts';

interface SigningIn {
  readonly application: Pick<KnownApplication, 'apiKey' | 'callbackUrls'>;
  readonly tokenUrl: string;
  readonly who: 'patient' | 'worker';
}

export function signInAddress({ application: { apiKey, callbackUrls = [] }, tokenUrl, who }: SigningIn): string {
  const query = new URLSearchParams({
    client_id: apiKey,
    redirect_uri: callbackUrls[0] ?? '',
    response_type: 'code',
    state: '1',
    ...(who === 'patient' && { scope: 'nhs-login' }),
  });
  return `${tokenUrl.replace(/token$/, 'authorize')}?${query}`;
}
