/** Which of a contract's documented responses show how a fault with some status is written. */
import type { Contract, DocumentedResponse, Operation } from '../../contract/contract.ts';
import { lazilyFor } from '../../contract/lazily.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { mayBeJson } from '../../contract/media-type.ts';
import { errorForms, faultyResponses, isFhirType, responseFor, type ErrorForms } from './error-form.ts';

type FormsOf = (response: DocumentedResponse) => ErrorForms;
/** The forms in which a contract writes a status most commonly, that first. */
export type CommonForms = (status: number) => readonly ErrorForms[];

/** Each is tried until one can say the fault truly. */
const MOST_FORMS = 4;

/**
 * Every set of forms that may speak for a status, best first: the response documented for it, else the operation's other error
 * responses and then those of the whole contract. Empty where the contract shows no error body at all.
 */
export function formsFor(operation: Operation | undefined, status: number, formsOf: FormsOf, common: CommonForms): readonly ErrorForms[] {
  const documented = operation && responseFor(operation, status);
  const own = documented ? formsOf(documented) : [];
  if (own.length > 0) return [own];
  const neighbours = operation ? distinct(errorResponses(operation, status).map(formsOf).filter(isTold)) : [];
  return [...neighbours.slice(0, MOST_FORMS), ...common(status).slice(0, MOST_FORMS)];
}

export function commonFormsOf({ operations }: Contract, formsOf: FormsOf, read: Meaning['read']): CommonForms {
  return lazilyFor((status) => {
    const found = byFrequency(operations.flatMap((operation) => firstTold(operation, status, formsOf)));
    return found.length > 0 ? found : standardForms(operations, read);
  });
}

/** FHIR fixes what its servers answer a fault with, though a contract is silent about it (https://hl7.org/fhir/R4/http.html#Status-Codes). */
function standardForms(operations: readonly Operation[], read: Meaning['read']): readonly ErrorForms[] {
  const types = operations.flatMap(({ responses }) => [...responses.values()].flatMap(({ content }) => content.map(({ type }) => type)));
  const type = types.find(isFhirType);
  return type === undefined ? [] : [errorForms(read, { type, examples: [] }, () => [])];
}

const isTold = (forms: ErrorForms): boolean => forms.some(({ type }) => mayBeJson(type));

function firstTold(operation: Operation, status: number, formsOf: FormsOf): readonly ErrorForms[] {
  const documented = responseFor(operation, status);
  const own = documented ? formsOf(documented) : [];
  return isTold(own) ? [own] : errorResponses(operation, status).map(formsOf).filter(isTold).slice(0, 1);
}

/** Those of the same class first, and of them the general ones: a range, 400, 422. */
function errorResponses(operation: Operation, status: number): readonly DocumentedResponse[] {
  const rank = ({ key }: DocumentedResponse): number => {
    const sameClass = key.startsWith(String(status)[0] ?? '') ? 0 : 1000;
    const general = ['4XX', '5XX', '400', '422', 'default'].indexOf(key);
    return sameClass + (general < 0 ? 100 + Math.abs(Number(key) - status) : general);
  };
  return faultyResponses(operation).toSorted((a, b) => rank(a) - rank(b));
}

const textOf = (forms: ErrorForms): string => forms.map(({ type, shape }) => `${type} ${shape}`).join('\n');

function distinct(all: readonly ErrorForms[]): readonly ErrorForms[] {
  const seen = new Map<string, ErrorForms>();
  for (const forms of all) if (!seen.has(textOf(forms))) seen.set(textOf(forms), forms);
  return [...seen.values()];
}

function byFrequency(all: readonly ErrorForms[]): readonly ErrorForms[] {
  const counts = Map.groupBy(all, textOf);
  return [...counts.values()].toSorted((a, b) => b.length - a.length).map((same) => same[0] ?? []);
}
