/** `_has:Observation:patient:code=flu`: what is referred to by a resource that is found by something (FHIR R4 §3.1.1.4.12). */
import type { Call } from '../../../mock/call.ts';
import { referencesFrom } from '../../../plan/list/include.ts';
import { emptyField, type SearchedField } from '../../../plan/list/search/field.ts';
import { fhirParameter } from '../../../plan/list/search/fhir-parameters.ts';
import { referenceIn } from '../../../plan/list/search/held.ts';
import type { Criterion } from '../../../plan/list/search/search.ts';
import type { StatePlan } from '../../../plan/operation-plan.ts';
import type { Bodies } from '../bodies.ts';
import type { ListRequest } from './list-request.ts';
import { rowsOfType } from './rows-of-type.ts';

const ownId: SearchedField = { ...emptyField, kind: 'token', places: [['id']], indexed: false };
const form = /^_has:([A-Z][A-Za-z]+):([a-z-]+):(.+)$/;

export const isReverseChain = (name: string): boolean => form.test(name);

export function reverseChains(plan: StatePlan, call: Call, bodies: Bodies, request: ListRequest): readonly Criterion[] {
  const names = [...Object.keys(request.values), ...call.undeclared].filter(isReverseChain);
  return names.map((name) => {
    const [, type = '', parameter = '', member = ''] = form.exec(name) ?? [];
    const places = fhirParameter(parameter)?.paths.map((path) => path.split('.'));
    const referring = rowsOfType(plan, call, bodies, type, { [member]: request.given(name) ?? '' });
    const ids = new Set(
      referring.flatMap(({ body }) => referencesFrom(body, places)).flatMap((reference) => referenceIn(reference).map(({ id }) => id)),
    );
    return {
      name,
      field: ownId,
      values: 1,
      holds: (held) => held.some((one) => one.of === 'token' && ids.has(one.code)),
      mayHold: () => true,
      conditions: [],
      exact: false,
    };
  });
}
