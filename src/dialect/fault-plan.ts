/** How the faults of one operation are said: which status, in which form, under which of the API's names. Made once, by its contract. */
import type { Contract, Operation } from '../contract/contract.ts';
import { lazilyFor } from '../contract/lazily.ts';
import type { ErrorLanguage } from './error-language.ts';
import { responseFor, type ErrorForm, type ErrorForms } from './form/error-form.ts';
import { formsFor } from './form/forms-for.ts';
import type { Habits } from './published/habits.ts';
import type { Term } from './published/read-example.ts';
import { chooseTerm, completed, type Named } from './words/choose-term.ts';

export interface FaultPlan {
  readonly contract: Contract;
  /** undefined where the path or the method names none. */
  readonly operation: Operation | undefined;
  readonly habits: Habits;
  /** Every name that the operation publishes for a fault. */
  readonly terms: readonly Term[];
  /** The API's name for a fault: as the documented response has it, else its operation, else any response of the form's shape. */
  termFor(form: ErrorForm, named: Named): Term | undefined;
  /** Every set of forms that may speak for a status, best first. */
  formsFor(status: number): readonly ErrorForms[];
}

export function planFaults(language: ErrorLanguage, operation?: Operation): FaultPlan {
  const { contract, habits, commonForms, formsOf } = language;
  const responses = operation ? language.responsesOf(operation.id) : [];
  const terms = responses.flatMap((response) => response.terms);
  const find = (shape: string, named: Named): Term | undefined => {
    const key = operation && responseFor(operation, named.status)?.key;
    const here = responses.find((response) => response.key === key)?.terms ?? [];
    const term = chooseTerm(here, named) ?? chooseTerm(terms, named) ?? chooseTerm(language.termsOfShape(shape), named);
    return completed(term, language.terms, named);
  };
  const found = new Map<string, Term | undefined>();
  return {
    contract,
    operation,
    habits,
    terms,
    termFor({ shape }, named) {
      const fault = `${named.status} ${named.kind} ${named.keyword ?? ''} ${shape}`;
      if (!found.has(fault)) found.set(fault, find(shape, named));
      return found.get(fault);
    },
    formsFor: lazilyFor((status) => formsFor(operation, status, formsOf, commonForms)),
  };
}
