/** What a contract's document says of one operation, with references followed where they stand. */
import { partAt, entriesAt, listAt, textAt } from './json-parts.ts';
import { byPointer, followedIn } from './references.ts';

export interface DocumentedParameter {
  readonly name: string;
  readonly place: string;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
  readonly description?: string;
  readonly schema: unknown;
  readonly examples: readonly DocumentedExample[];
}

export interface DocumentedExample {
  readonly name?: string;
  readonly summary?: string;
  readonly value: unknown;
}

export interface DocumentedMedia {
  readonly type: string;
  readonly schema: unknown;
  readonly examples: readonly DocumentedExample[];
}

export interface DocumentedAnswer {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly description?: string;
  readonly headers: readonly DocumentedParameter[];
  readonly content: readonly DocumentedMedia[];
}

export interface DocumentedOperation {
  readonly description?: string;
  readonly parameters: readonly DocumentedParameter[];
  readonly body?: { readonly isRequired: boolean; readonly description?: string; readonly content: readonly DocumentedMedia[] };
  readonly answers: readonly DocumentedAnswer[];
}

/** Of each kind, at most: a page is to be read. */
const most = { parameters: 200, answers: 60, media: 8, examples: 20 } as const;

export function operationAt(document: unknown, pointer: string): DocumentedOperation {
  const operation = byPointer(document, pointer);
  const item = byPointer(document, pointer.slice(0, pointer.lastIndexOf('/')));
  const { node: body } = followedIn(document, partAt(operation, 'requestBody'));
  return {
    ...described(operation),
    parameters: parametersIn(document, item, operation),
    ...(body !== undefined && {
      body: { isRequired: partAt(body, 'required') === true, ...described(body), content: contentOf(document, body) },
    }),
    answers: entriesAt(operation, 'responses')
      .slice(0, most.answers)
      .map(([status, raw]) => {
        const { node } = followedIn(document, raw);
        const headers = entriesAt(node, 'headers').slice(0, most.parameters);
        return {
          status,
          ...described(node),
          headers: headers.map(([name, header]) => parameterOf(document, followedIn(document, header).node, { name, place: 'header' })),
          content: contentOf(document, node),
        };
      }),
  };
}

const described = (node: unknown): { readonly description?: string } => {
  const description = textAt(node, 'description');
  return description === undefined ? {} : { description };
};

/** Those of the operation stand for those of its path. */
function parametersIn(document: unknown, item: unknown, operation: unknown): readonly DocumentedParameter[] {
  const found = new Map<string, DocumentedParameter>();
  for (const raw of [...listAt(item, 'parameters'), ...listAt(operation, 'parameters')].slice(0, most.parameters)) {
    const { node } = followedIn(document, raw);
    const name = textAt(node, 'name');
    const place = textAt(node, 'in');
    if (name !== undefined && place !== undefined) found.set(`${place} ${name}`, parameterOf(document, node, { name, place }));
  }
  return [...found.values()];
}

function parameterOf(
  document: unknown,
  node: unknown,
  { name, place }: { readonly name: string; readonly place: string },
): DocumentedParameter {
  const [[, media] = []] = entriesAt(node, 'content');
  const schema = partAt(node, 'schema') ?? partAt(media, 'schema');
  return {
    name,
    place,
    isRequired: partAt(node, 'required') === true || place === 'path',
    isDeprecated: partAt(node, 'deprecated') === true,
    ...described(node),
    schema,
    examples: [...examplesOf(document, node), ...examplesOf(document, media)],
  };
}

const contentOf = (document: unknown, node: unknown): readonly DocumentedMedia[] =>
  entriesAt(node, 'content')
    .slice(0, most.media)
    .map(([type, raw]) => {
      const { node: media } = followedIn(document, raw);
      return { type, schema: partAt(media, 'schema'), examples: examplesOf(document, media) };
    });

function examplesOf(document: unknown, node: unknown): readonly DocumentedExample[] {
  const single = partAt(node, 'example');
  const named = entriesAt(node, 'examples')
    .slice(0, most.examples)
    .flatMap(([name, raw]): readonly DocumentedExample[] => {
      const { node: example } = followedIn(document, raw);
      const value = partAt(example, 'value') ?? partAt(example, 'externalValue');
      const summary = textAt(example, 'summary');
      return value === undefined ? [] : [{ name, ...(summary !== undefined && { summary }), value }];
    });
  return single === undefined ? named : [{ value: single }, ...named];
}
