/** The people that a contract itself shows, by NHS number: as ones to ask for, and in what its operations answer. */
import type { Contract, Json, Operation } from '../contract/contract.ts';
import { lazily, lazilyFor } from '../contract/lazily.ts';
import type { Meaning } from '../meaning/infer-roles.ts';

export interface PublishedPeople {
  /** Whether a number is shown as one to ask for, or in what this operation answers. */
  shows(operation: Operation, number: string): boolean;
}

export function planPublishedPeople({ operations }: Contract, { parameterRole }: Meaning): PublishedPeople {
  const asked = lazily(() =>
    numbersIn(
      operations.flatMap((operation) =>
        operation.parameters
          .filter((parameter) => parameterRole(operation, parameter) === 'patient.nhsNumber')
          .flatMap(({ examples }) => examples.map(({ value }) => value)),
      ),
    ),
  );
  const answered = lazilyFor((operation: Operation) => numbersIn(answersOf(operation)));
  return { shows: (operation, number) => asked().has(number) || answered(operation).has(number) };
}

/** What the successes show, and what their examples are called: `patient_9000000009`. */
function answersOf({ responses }: Operation): readonly Json[] {
  const successes = [...responses].filter(([status]) => status.startsWith('2'));
  return successes.flatMap(([, { content }]) => content.flatMap(({ examples }) => examples.flatMap(({ name, value }) => [name, value])));
}

/** However they are written: bare, in a search token, percent-encoded. */
function numbersIn(values: readonly Json[]): ReadonlySet<string> {
  return new Set(values.flatMap((value) => JSON.stringify(value).match(/(?<!\d)\d{10}(?!\d)/g) ?? []));
}
