/** What the rows of the sheet of Notify are made of. */
import { expect } from 'vitest';
import type { SheetRow } from '../sheet.ts';
import type { Answer } from '../../sandbox.ts';
import { errorsOf, open, post, refusal, saidIn } from './sending.ts';

export const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });
export const ofRecord = (shows: SheetRow['shows']): SheetRow => ({ by: 'record', shows });
export const at = '/data/attributes';
/** One workspace for all that leaves its clock alone. */
export const still = open();
export const { people } = still;
export const own = async (body: unknown, headers: Record<string, string> = {}): Promise<Answer> => post(still, body, headers);
export const json = { 'Content-Type': 'application/json' };

/** The same body is refused in the same words, of a message and of a batch. */
export const refusals = async (rows: readonly (readonly [body: unknown, ...errors: string[]])[]): Promise<void> => {
  for (const [body, ...errors] of rows) expect([body, saidIn(await own(body, json))]).toEqual([body, errors]);
};

export const bare = (attributes: unknown, type: unknown = 'Message'): object => ({ data: { type, attributes } });
export const first = `${at}/messages/0`;

/** A fault of the catalogue: with its title and its detail. */
export const fault = (ask: () => Promise<Answer>, line: string, title: string, detail: string): SheetRow =>
  rule(async () => {
    const answer = await ask();
    const [error] = errorsOf(answer);
    expect([refusal(answer), error?.title, error?.detail]).toEqual([line, title, detail]);
    expect(error?.id).toMatch(/^rrt-\d+-[abc]-geu2-\d+-\d+-\d\.0$/);
    expect(error?.links.about).toBe('https://digital.nhs.uk/developer/api-catalogue/nhs-notify');
  });

export const asked =
  (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) =>
  async (): Promise<Answer> =>
    still.call(method, path, { headers, ...(body !== undefined && { body }) });
export const wished = (code: string) => asked('GET', '/v1/messages/2WL3qFTEFM0qMY8xjRbt1LIKCzM', { Prefer: `code=${code}` });

export const missing = 'The property at the specified location is required, but was not present in the request.';
export const invalid = 'The property at the specified location does not allow this value.';
export const late =
  'You have retried this request too early, the previous request is still being processed. Re-send the request after the time (in seconds) specified `Retry-After` header.';

export const accounts = (query: string) => asked('GET', `/channels/nhsapp/accounts${query}`);
export const numbers = (answer: Answer): readonly string[] =>
  (
    (answer.body['data']?.['attributes']?.['accounts'] ?? []) as unknown as readonly {
      readonly nhsNumber: string;
      readonly notificationsEnabled: boolean;
    }[]
  ).map(({ nhsNumber, notificationsEnabled }) => `${nhsNumber} ${notificationsEnabled}`);
