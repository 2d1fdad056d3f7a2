/** What one contract as a whole teaches about its faults: its habits, its names for faults, the forms it writes them in. */
import type { Contract, DocumentedResponse, Json, MediaType } from '../contract/contract.ts';
import { lazilyFor } from '../contract/lazily.ts';
import type { Meaning } from '../meaning/infer-roles.ts';
import { errorForms, faultyResponses, shapeText, type ErrorForms } from './form/error-form.ts';
import { understandForm } from './form/form-part.ts';
import { commonFormsOf, type CommonForms } from './form/forms-for.ts';
import { exampleOfParts } from './form/schema-of-value.ts';
import { habitsOf, type Habits } from './published/habits.ts';
import { readExample, type ReadExample, type Term } from './published/read-example.ts';
import { readResponse, type ReadResponse } from './published/read-response.ts';

export interface ErrorLanguage {
  readonly contract: Contract;
  readonly habits: Habits;
  /** Every name that the contract gives a fault anywhere. */
  readonly terms: readonly Term[];
  /** Those given in bodies of one shape. */
  termsOfShape(shape: string): readonly Term[];
  readingsOfShape(shape: string): readonly ReadExample[];
  responsesOf(operation: string): readonly ReadResponse[];
  formsOf(response: DocumentedResponse): ErrorForms;
  readonly commonForms: CommonForms;
}

/** Bodies published under one schema that are looked at for what it leaves unsaid. */
const MOST_BODIES = 20;

export function learnErrors(contract: Contract, { read }: Meaning): ErrorLanguage {
  const hints = new Map<string, ReadExample | undefined>();
  const hintOf = (media: MediaType): ReadExample | undefined => {
    const shape = shapeText(media);
    if (!hints.has(shape)) hints.set(shape, hintIn(read, media));
    return hints.get(shape);
  };
  const responses = new Map(
    contract.operations.map((operation) => [operation.id, faultyResponses(operation).map((response) => readResponse(response, hintOf))]),
  );
  const all = [...responses.values()].flat();
  const ofShape = lazilyFor((shape: string) => all.filter(({ shapes }) => shapes.includes(shape)));
  const bodiesOf = (shape: string): readonly Json[] =>
    ofShape(shape)
      .flatMap(({ bodies }) => bodies)
      .slice(0, MOST_BODIES);
  const formsOf = lazilyFor((response: DocumentedResponse) =>
    response.content.flatMap((media) => errorForms(read, media, () => bodiesOf(shapeText(media)))),
  );
  return {
    contract,
    habits: habitsOf(
      all.flatMap(({ published }) => published),
      all.flatMap(({ hinted }) => hinted),
    ),
    terms: distinct(all.flatMap(({ terms }) => terms)),
    termsOfShape: lazilyFor((shape) => distinct(ofShape(shape).flatMap(({ terms }) => terms))),
    readingsOfShape: lazilyFor((shape) => ofShape(shape).flatMap(({ published }) => published)),
    responsesOf: (operation) => responses.get(operation) ?? [],
    formsOf,
    commonForms: commonFormsOf(contract, formsOf, read),
  };
}

function hintIn(read: Meaning['read'], { schema }: MediaType): ReadExample | undefined {
  const body = schema && exampleOfParts(understandForm(read, schema, [], 0));
  return body === undefined ? undefined : readExample(body);
}

/** Operations repeat one another's responses, and a contract may have hundreds. */
function distinct(terms: readonly Term[]): readonly Term[] {
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()];
}
