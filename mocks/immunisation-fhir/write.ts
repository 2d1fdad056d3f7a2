/** Vaccinations recorded, replaced, deleted and reinstated. */
import { uuidBy } from '../../src/contract/uuid.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { withoutLeave } from './access.ts';
import { sentIn, versionIn, wrongRequest } from './checks.ts';
import { tellOfChange } from './events.ts';
import { duplicated, invariant, nothingOf } from './problems.ts';
import { identifierOf, keep, remove, vaccinationOf, vaccinationWith, type Vaccination } from './record/register.ts';
import { vaccineIn } from './validate/vaccination.ts';

/** Of an identifier that was deleted the vaccination is reinstated: it has the id that it had, and its versions go on. */
export function create(call: AnyCall): { readonly status: 201; readonly headers: Record<string, string> } | Problem {
  const sent = sentIn(call);
  const problem = wrongRequest(call) ?? withoutLeave(call, vaccineIn(sent) ?? '');
  if (problem) return problem;
  const identifier = identifierOf({ resource: sent });
  const known = vaccinationWith(call, identifier);
  if (known && !known.isDeleted) return duplicated(identifier.system, identifier.value);
  const version = (known?.version ?? 0) + 1;
  const id = known?.id ?? uuidBy((part) => call.chance(`vaccination ${identifier.system}#${identifier.value} ${part}`));
  tellOfChange(call, 'CREATE', keep(call, { id, version, resource: sent }));
  return { status: 201, headers: { Location: call.url(`/Immunization/${id}`), 'E-Tag': String(version) } };
}

export function update(call: AnyCall): { readonly status: 200; readonly headers: Record<string, string> } | Problem {
  const wrong = wrongRequest(call);
  if (wrong) return wrong;
  const { id = '' } = call.path;
  const sent = sentIn(call);
  const known = vaccinationOf(call, id);
  if (!known) return nothingOf(id);
  const problem =
    withoutLeave(call, known.vaccine, vaccineIn(sent) ?? '') ?? otherIdentifier(known, { resource: sent }) ?? otherVersion(call, known);
  if (problem) return problem;
  const version = known.version + 1;
  tellOfChange(call, 'UPDATE', keep(call, { id, version, resource: sent }));
  return { status: 200, headers: { 'E-Tag': String(version) } };
}

function otherIdentifier(known: Vaccination, sent: Pick<Vaccination, 'resource'>): Problem | undefined {
  const [before, now] = [identifierOf(known), identifierOf(sent)];
  const changed = (['system', 'value'] as const).filter((member) => before[member] !== now[member]);
  const places = changed.map((member) => `identifier[0].${member}`).join(' and ');
  return places === '' ? undefined : invariant(`Validation errors: ${places} doesn't match with the stored content`);
}

/** A deleted one is reinstated, whatever version is named. */
function otherVersion(call: AnyCall, { id, version, isDeleted }: Vaccination): Problem | undefined {
  const named = Number(versionIn(call));
  if (isDeleted || named === version) return undefined;
  const fault = named < version ? 'has changed since the last retrieve.' : 'version is inconsistent with the existing version.';
  return invariant(`Validation errors: The requested immunization resource ${id} ${fault}`);
}

export function takeAway(call: AnyCall): { readonly status: 204 } | Problem {
  const wrong = wrongRequest(call);
  if (wrong) return wrong;
  const { id = '' } = call.path;
  const known = vaccinationOf(call, id);
  if (!known || known.isDeleted) return nothingOf(id);
  const problem = withoutLeave(call, known.vaccine);
  if (problem) return problem;
  remove(call, known);
  tellOfChange(call, 'DELETE', known);
  return { status: 204 };
}
