/** What this API refuses, in its own words. */
import type { Problem } from '../../src/mock/problem.ts';

/** A parameter, an id or the form of the whole. `message` is for where nothing that was sent may be quoted. */
export const invalid = (diagnostics: string, message = diagnostics): Problem => ({
  problem: 'invalid-value',
  message,
  said: { status: 400, issue: 'invalid', code: 'INVALID', diagnostics },
});

/** A rule for vaccinations is broken. */
export const invariant = (diagnostics: string, message = diagnostics): Problem => ({
  problem: 'unprocessable',
  message,
  said: { status: 400, issue: 'invariant', code: 'INVARIANT', diagnostics },
});

/** The application may do nothing here: the service knows no supplier of its name. */
export const noSupplier: Problem = { problem: 'forbidden', message: 'Unauthorized request' };

export const noLeave: Problem = { problem: 'forbidden', message: 'Unauthorized request for vaccine type' };

export const notOnesOwn: Problem = {
  problem: 'forbidden',
  message: 'Unauthorized request',
  said: { diagnostics: 'Unauthorized request: patients read the vaccinations in their own record alone.' },
};

export const nothingOf = (id: string): Problem => ({
  problem: 'not-found',
  message: 'There is no such vaccination, or it was deleted.',
  said: { diagnostics: `Immunization resource does not exist. ID: ${id}` },
});

export const duplicated = (system: string, value: string): Problem => ({
  problem: 'duplicate',
  message: 'Another vaccination has this identifier.',
  said: { diagnostics: `The provided identifier: ${system}#${value} is duplicated` },
});
