/** The tracker as staff ask it. */
import { sandboxesFor, type Answer } from '../../sandbox.ts';

export const open = await sandboxesFor('prescription-tracker');
export const headers = {
  'x-request-id': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10',
  'nhsd-organization-uuid': 'Y12345',
  'nhsd-session-urid': '555010203040',
  'nhsd-identity-uuid': '555010203011',
  'nhsd-session-jobrole': 'S8000:G8000:R8000',
};

interface Loose {
  readonly [name: string]: unknown;
}

export const entriesOf = ({ body }: Answer) =>
  (body['entry'] ?? []) as unknown as readonly { readonly search: { readonly mode: string }; readonly resource: Loose }[];

export const textsOf = ({ body }: Answer): readonly unknown[] =>
  ((body['issue'] ?? []) as unknown as readonly { readonly diagnostics: string }[]).map(({ diagnostics }) => diagnostics);

/** The short ids of those that were found. */
export const idsIn = (answer: Answer): readonly string[] =>
  entriesOf(answer).flatMap(({ resource }) =>
    resource['resourceType'] === 'RequestGroup'
      ? (resource['identifier'] as readonly { readonly value: string }[]).map(({ value }) => value)
      : [],
  );
