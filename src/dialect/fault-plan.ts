/** How the faults of one operation are said: which status, in which form, under which of the API's names. Made once, by its contract. */
import type { Contract, NamedExample, Operation } from '../contract/contract.ts';
import { wordsOf } from '../meaning/words.ts';
import { lazilyFor } from '../contract/lazily.ts';
import type { ProblemKind } from '../mock/problem.ts';
import type { ErrorLanguage } from './error-language.ts';
import { responseFor, type ErrorForm, type ErrorForms } from './form/error-form.ts';
import { formsFor } from './form/forms-for.ts';
import type { Habits } from './published/habits.ts';
import { NO_VALUES, ownValues, type OwnValues } from './published/own-values.ts';
import { exampleOfFault } from './published/published-example.ts';
import type { ReadExample, Term } from './published/read-example.ts';
import { chooseTerm, completed, isTelling } from './words/choose-term.ts';
import type { Named } from './words/words-for.ts';

export interface FaultPlan {
  readonly contract: Contract;
  /** undefined where the path or the method names none. */
  readonly operation: Operation | undefined;
  readonly habits: Habits;
  /** Every name that the operation publishes for a fault. */
  readonly terms: readonly Term[];
  /** Words for what the operation is about. */
  readonly topic: readonly string[];
  /** The API's name for a fault, and what its published bodies of that fault hold besides. */
  namingOf(form: ErrorForm, named: Named): FaultName;
  /** Every set of forms that may speak for a status, best first. */
  formsFor(status: number): readonly ErrorForms[];
  /** The body that the contract publishes of a status's own fault, never that of another status in its range. */
  publishedBody(status: number, kind: ProblemKind): PublishedBody | undefined;
}

export interface FaultName {
  readonly term: Term | undefined;
  readonly values: OwnValues;
}

export interface PublishedBody {
  readonly type: string;
  readonly example: NamedExample;
}

export function planFaults(language: ErrorLanguage, operation?: Operation): FaultPlan {
  const { contract, habits, commonForms, formsOf } = language;
  const responses = operation ? language.responsesOf(operation.id) : [];
  const terms = responses.flatMap((response) => response.terms);
  const topic = operation ? wordsOf(operation.path.replaceAll(/\{[^{}]*\}/g, '')) : [];
  const namings = new Map<string, FaultName>();

  /** As the documented response has it, else its operation, else any response of the form's shape. */
  function name(shape: string, named: Named): FaultName {
    const key = operation && responseFor(operation, named.status)?.key;
    const here = responses.filter((response) => response.key === key);
    for (const [offered, readings] of [
      [here.flatMap((response) => response.terms), here.flatMap((response) => response.published)],
      [terms, responses.flatMap((response) => response.published)],
      [language.termsOfShape(shape), language.readingsOfShape(shape)],
    ] as const) {
      const term = chooseTerm(offered, named);
      if (term)
        return { term: completed(term, language.terms, named), values: ownValues(readings.filter((reading) => tells(reading, term))) };
    }
    const nameless = isTelling(named.status) && key === String(named.status) ? here.flatMap((response) => response.published) : [];
    return { term: undefined, values: nameless.length > 0 ? ownValues(nameless.filter(isNameless)) : NO_VALUES };
  }

  return {
    contract,
    operation,
    habits,
    terms,
    topic,
    namingOf({ shape }, named) {
      const fault = `${named.status} ${named.kind} ${named.keyword ?? ''} ${shape}`;
      const naming = namings.get(fault) ?? name(shape, named);
      namings.set(fault, naming);
      return naming;
    },
    formsFor: lazilyFor((status) => formsFor(operation, status, formsOf, commonForms)),
    publishedBody(status, kind) {
      const response = operation && responseFor(operation, status);
      if (!response) return undefined;
      for (const form of formsOf(response)) {
        const example = exampleOfFault(form, { kind, status }, response.key === String(status));
        if (example) return { type: form.type, example };
      }
      return undefined;
    },
  };
}

const tells = ({ terms }: ReadExample, { code, status }: Term): boolean =>
  terms.some((term) => term.code === code && (status === undefined || term.status === undefined || term.status === status));

const isNameless = ({ terms }: ReadExample): boolean => terms.every(({ code }) => code === undefined);
