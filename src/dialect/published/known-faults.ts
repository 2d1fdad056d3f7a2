/** What one contract teaches about its faults, worked out when first asked: its habits, its names for faults, its forms. */
import type { Contract, DocumentedResponse, Operation } from '../../contract/contract.ts';
import { chooseTerm, completed, type Named } from '../words/choose-term.ts';
import { createFormsFor, faultyResponses, responseFor, shapeText, type ErrorForm, type FormsFor } from '../form/error-form.ts';
import { createFlatten, type Flatten } from '../form/flatten.ts';
import { habitsOf, type Habits } from '../words/habits.ts';
import { createMembersOf, type MembersOf } from '../form/members.ts';
import { once } from '../form/once.ts';
import { readExample, type Reading, type Term } from './read-example.ts';
import { readTable } from './read-table.ts';
import { exampleOf } from '../form/schema-examples.ts';

export interface KnownFaults {
  readonly flatten: Flatten;
  readonly membersOf: MembersOf;
  readonly habits: Habits;
  /** Every name that an operation publishes for a fault. */
  termsOf(operation: Operation): readonly Term[];
  /** The API's name for a fault: as the documented response has it, else its operation, else any response of the form's shape. */
  termFor(form: ErrorForm, operation: Operation | undefined, named: Named): Term | undefined;
  readonly formsFor: FormsFor;
}

interface Response {
  readonly key: string;
  readonly shapes: readonly string[];
  readonly terms: readonly Term[];
  readonly published: readonly Reading[];
  readonly hinted: readonly Reading[];
}

export function learnFaults(contract: Contract): KnownFaults {
  const flatten = createFlatten(contract.resolve);
  const readings = new Map<string, readonly Response[]>(
    contract.operations.map((operation) => [operation.id, faultyResponses(operation).map((response) => readResponse(response, flatten))]),
  );
  const all = [...readings.values()].flat();
  const habits = habitsOf(
    all.flatMap(({ published }) => published),
    all.flatMap(({ hinted }) => hinted),
  );
  const everyTerm = distinct(all.flatMap(({ terms }) => terms));
  const ofShape = new Map<string, readonly Term[]>();
  const alike = (shape: string): readonly Term[] =>
    once(ofShape, shape, () => distinct(all.flatMap((response) => (response.shapes.includes(shape) ? response.terms : []))));
  const termsOf = ({ id }: Operation): readonly Term[] => readings.get(id)?.flatMap(({ terms }) => terms) ?? [];
  const terms = new Map<ErrorForm, Map<string, Term | undefined>>();
  return {
    flatten,
    membersOf: createMembersOf(),
    habits,
    termsOf,
    termFor(form, operation, named) {
      const known = once(terms, form, () => new Map());
      return once(known, `${operation?.id ?? ''} ${named.status} ${named.kind} ${named.keyword ?? ''}`, () => {
        const key = operation && responseFor(operation, named.status)?.key;
        const here = operation && readings.get(operation.id)?.find((response) => response.key === key)?.terms;
        const term =
          chooseTerm(here ?? [], named) ?? chooseTerm(operation ? termsOf(operation) : [], named) ?? chooseTerm(alike(form.shape), named);
        return completed(term, everyTerm, named);
      });
    },
    formsFor: createFormsFor(contract, flatten),
  };
}

/** Operations repeat one another's responses, and a contract may have hundreds. */
function distinct(terms: readonly Term[]): readonly Term[] {
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()];
}

function readResponse({ key, description, content }: DocumentedResponse, flatten: Flatten): Response {
  const exact = Number(key);
  const published: Reading[] = [];
  const hinted: Reading[] = [];
  for (const media of content) {
    for (const { name, summary = '', value } of media.examples) {
      const reading = readExample(value);
      published.push({ ...reading, terms: reading.terms.map((term) => ({ ...term, about: `${name} ${summary} ${term.about}` })) });
    }
    const hint = media.schema && exampleOf(media.schema.schema, flatten);
    if (hint !== undefined) hinted.push(readExample(hint));
  }
  const terms = [
    ...published.flatMap((reading) => reading.terms),
    ...readTable(description),
    ...hinted.flatMap((reading) => reading.terms.map((term) => ({ ...term, isHint: true }))),
  ];
  return {
    key,
    shapes: content.map(shapeText),
    published,
    hinted,
    terms: terms.map((term) => (exact >= 400 && term.status === undefined ? { ...term, status: exact } : term)),
  };
}
