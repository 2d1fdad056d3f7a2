/** Fields that say as whom a request is sent. Used by the server and by the browser. */
import type { FormParameter } from './request.ts';

/** Those that are no part of the request. `given` is what was filled in as its token or key, and `was` whom that was for. */
export const whomFields = { as: 'as', number: 'as-number', application: 'application', given: 'given', was: 'was' } as const;

/** Stands for an application with nobody signed in. */
export const alone = 'application';

/** Asks one request to be looked at as the real service does. */
export const strictly: FormParameter = { in: 'header', name: 'X-Sandbox-Access', sentAs: 'value' };
