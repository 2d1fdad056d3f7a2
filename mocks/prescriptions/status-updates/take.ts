/** Updates are taken: all of a bundle, or none. */
import type { Json } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { eachOf, stringAt } from '../../../src/fhir/clinical/element.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { bundleOf, conflicting, created, refused, uncommitted, type ResponseEntry } from './answers.ts';
import { missingFrom, updateIn, wrongIn, wrongPharmacies } from './checks.ts';
import { tellWhatIsReady } from './ready.ts';
import { enterUpdates } from '../keep.ts';
import { updateOf } from '../updates.ts';

type Taken = {
  readonly status: 200 | 201 | 400 | 409;
  readonly headers: Record<string, string>;
  readonly body: ReturnType<typeof bundleOf>;
};

const answered = (status: Taken['status'], entries: readonly ResponseEntry[]): Taken => ({
  status,
  headers: { 'Cache-Control': 'no-cache' },
  body: bundleOf(entries),
});

export function take(call: AnyCall, bundle: Json | undefined, request: string): Taken {
  const at = call.clock.now();
  const now = new Date(at).toISOString();
  if (stringAt(bundle, 'resourceType') !== 'Bundle' || stringAt(bundle, 'type') !== 'transaction')
    return answered(400, [refused(now, "Request body does not have resourceType of 'Bundle' and type of 'transaction'.")]);
  const entries = isObject(bundle) ? eachOf(bundle['entry']) : [];
  if (entries.length === 0) return answered(200, []);

  const wrong = entries.map((entry) => faultOf(entry, at));
  if (wrong.some((text) => text !== undefined))
    return answered(
      400,
      entries.map((entry, n) => {
        const text = wrong[n];
        return text === undefined ? uncommitted(now, urlOf(entry)) : refused(now, text, stringAt(entry, 'fullUrl'));
      }),
    );
  const pharmacies = wrongPharmacies(entries);
  if (pharmacies.length > 0) return answered(400, [refused(now, `Received invalid ODS codes: ${JSON.stringify(pharmacies)}`)]);

  const { id, name } = call.caller.application ?? {};
  const about = { received: at, request, ...(id !== undefined && { application: { id, name: name ?? id } }) };
  const updates = entries.map((entry) => updateIn(entry, about));
  const before = updates.map(
    ({ prescription, task }, n) =>
      updateOf(call, prescription, task) !== undefined ||
      updates.slice(0, n).some((one) => one.task === task && one.prescription === prescription),
  );
  if (before.includes(true))
    return answered(
      409,
      updates.map(({ task }, n) => {
        const fullUrl = urlOf(entries[n] ?? null);
        return before[n] ? conflicting(now, task, fullUrl) : uncommitted(now, fullUrl);
      }),
    );
  enterUpdates(call, updates);
  tellWhatIsReady(call, updates);
  return answered(
    201,
    entries.map((entry) => created(now, urlOf(entry))),
  );
}

const urlOf = (entry: Json): string => stringAt(entry, 'fullUrl') ?? '';

function faultOf(entry: Json, at: number): string | undefined {
  const missing = missingFrom(entry);
  if (missing.length > 0) return `Missing required field(s) - ${missing.join(', ')}.`;
  const wrong = wrongIn(entry, at);
  return wrong.length > 0 ? wrong.join(' ') : undefined;
}
