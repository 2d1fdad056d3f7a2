/** A rule as JSON: to be copied by whoever keeps it in a file, and pasted instead of filling a form in. */
import { Field } from '../page/field.tsx';
import { PortalForm } from '../page/form.tsx';
import { faultAt, Refusal, type Refused } from '../page/refusal.tsx';
import type { PageVisit } from '../visit.ts';
import { readTyped } from './typed.ts';

interface JsonFormProps {
  readonly visit: PageVisit;
  readonly action: string;
  readonly label: string;
  readonly hint?: string;
  readonly button: string;
  readonly json: string;
  readonly refused: Refused | undefined;
  readonly lines?: number;
}

export function JsonForm({ visit, action, label, hint, button, json, refused, lines = 8 }: JsonFormProps) {
  return (
    <PortalForm visit={visit} action={action}>
      <Refusal refused={refused} />
      <Field name="json" label={label} {...(hint !== undefined && { hint })} fault={faultAt(refused, '/json')} value={json} lines={lines} />
      <p>
        <button>{button}</button>
      </p>
    </PortalForm>
  );
}

export const asJson = (value: unknown): string => JSON.stringify(value, undefined, 2);

/** What was typed as JSON, or a refusal of the same form as the sandbox's own. */
export function jsonTyped(text: string, pointer = '/json'): { readonly json: unknown } | Refused {
  const read = readTyped(text);
  return 'why' in read ? notTaken(pointer, read.why) : read;
}

const notTaken = (pointer: string, detail: string): Refused => ({
  ok: false,
  status: 422,
  problem: { type: 'about:blank', title: 'Unprocessable content', status: 422, detail, errors: [{ in: 'body', pointer, detail }] },
});
