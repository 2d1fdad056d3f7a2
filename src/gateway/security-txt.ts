/** `/.well-known/security.txt` (RFC 9116): where to report a vulnerability of the sandbox. */
import { isLoopback, readAuthority } from './callers/authority.ts';

export const securityTxtPath = '/.well-known/security.txt';

/** RFC 9116 wants one, and the project has no public address yet: a name that nobody can ever own, and a line that says so. Deployments name their own. */
export const securityContact = 'https://nhs-api-sandbox.example/security';

interface Asked {
  readonly contact: string;
  readonly origin: string;
  /** Milliseconds. */
  readonly now: number;
}

export function securityTxt({ contact, origin, now }: Asked): Response {
  const name = readAuthority(origin.replace(/^https:\/\//, ''))?.name;
  const lines = [
    '# A mock for development and testing, with synthetic data only. It is not a service of the NHS.',
    '# Please report privately, by "Report a vulnerability" on the security page of the repository. SECURITY.md there says more.',
    ...(contact === securityContact
      ? ['# Whoever runs this sandbox has named no contact: the address below stands for one that is still to come.']
      : []),
    `Contact: ${contact}`,
    `Expires: ${expiryAfter(now)}`,
    'Preferred-Languages: en',
    ...(name === undefined || isLoopback(name) ? [] : [`Canonical: ${origin}${securityTxtPath}`]),
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'X-Sandbox-Data': 'synthetic',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

/** The first of a month, more than half a year on: what is said is true for as long as a server says it. */
function expiryAfter(now: number): string {
  const at = new Date(now);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 7, 1)).toISOString();
}
