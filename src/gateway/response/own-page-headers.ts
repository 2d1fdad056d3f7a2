/** What a browser may do with a page of the sandbox's own among the answers of mock APIs: show it in its one style, and send its forms where they lead. */
import { styleSource } from '../../contract/style-source.ts';
import type { OwnPage } from '../../mock/reply.ts';

export function ownPageHeaders({ style, leadsTo }: OwnPage): Record<string, string> {
  return {
    // A browser holds the places that a form is redirected to against form-action as well (CSP Level 3 §6.4.1).
    'Content-Security-Policy': `default-src 'none'; style-src ${styleSource(style)}; img-src data:; base-uri 'none'; form-action 'self' ${leadsTo.join(' ')}; frame-ancestors 'none'; require-trusted-types-for 'script'`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Strict-Transport-Security': 'max-age=31536000',
    'X-Robots-Tag': 'noindex',
  };
}
