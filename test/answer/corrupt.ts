/** Breaks one leaf of a valid request, in a way that its contract can see. */
import type { SampleRequest } from '../../src/answer/sample/sample-request.ts';
import { changedAt } from '../../src/contract/json-edit.ts';
import type { Contract, Json, MediaType, Operation, Parameter } from '../../src/contract/contract.ts';
import { escapeToken, isArray, isObject } from '../../src/contract/json.ts';

export interface Corruption {
  readonly place: 'path' | 'query' | 'header' | 'body';
  /** The parameter's name, or the leaf's JSON pointer. */
  readonly leaf: string;
  readonly sample: SampleRequest;
}

/** Values that few schemas allow; the first that this one refuses is sent. */
const oddities: readonly string[] = ['not-a-thing', '-1', 'x'.repeat(300), '!', '0'];

/** One corruption for each place of a request that has a leaf the contract constrains. */
export function* corruptions(contract: Contract, operation: Operation, sample: SampleRequest): Generator<Corruption> {
  for (const place of ['path', 'query', 'header'] as const) {
    const broken = operation.parameters
      .filter((parameter) => parameter.in === place)
      .flatMap((parameter) => brokenParameter(contract, parameter, sample))[0];
    if (broken) yield { place, leaf: broken.name, sample: { ...sample, [place]: { ...sample[place], [broken.name]: broken.value } } };
  }
  const media = operation.body?.content.find(({ type }) => type === sample.body?.type);
  const leaf = media && sample.body && brokenLeaf(contract, media, sample.body.value);
  if (leaf && sample.body) yield { place: 'body', leaf: leaf.pointer, sample: { ...sample, body: { ...sample.body, value: leaf.body } } };
}

function brokenParameter(
  contract: Contract,
  { name, schema, contentType, ...rest }: Parameter,
  sample: SampleRequest,
): readonly { readonly name: string; readonly value: string }[] {
  const described = rest.in === 'header' && /^(accept|content-type|authorization)$/i.test(name);
  if (!schema || contentType !== undefined || described || sample[rest.in][name] === undefined) return [];
  const resolved = contract.resolve(schema.schema);
  // A list or an object is read by its style, which may take odd text apart into something that fits.
  if (typeof resolved === 'boolean' || resolved.type === 'array' || resolved.type === 'object') return [];
  return oddities
    .filter((value) => readings(value).every((reading) => contract.check(schema, reading).length > 0))
    .map((value) => ({ name, value }));
}

/** What a text on the wire may mean. */
function readings(text: string): readonly Json[] {
  return Number.isNaN(Number(text)) ? [text] : [text, Number(text)];
}

function brokenLeaf(
  contract: Contract,
  { schema, type }: MediaType,
  body: Json,
): { readonly pointer: string; readonly body: Json } | undefined {
  if (!schema || contract.check(schema, body).length > 0) return undefined;
  // A form holds only texts, so only a text can be wrong in it.
  const wrong: readonly Json[] = /[/+]json\b/.test(type) ? [{ not: 'a leaf' }] : oddities;
  for (const tokens of leavesOf(body)) {
    for (const value of wrong) {
      const changed = changedAt(body, tokens, value);
      if (contract.check(schema, changed).length > 0)
        return { pointer: tokens.map((token) => `/${escapeToken(token)}`).join(''), body: changed };
    }
  }
  return undefined;
}

/** Paths to what is neither a list nor an object, the deepest last. */
function* leavesOf(value: Json, at: readonly string[] = []): Generator<readonly string[]> {
  if (isArray(value)) for (const [index, item] of value.entries()) yield* leavesOf(item, [...at, String(index)]);
  else if (isObject(value)) for (const [name, member] of Object.entries(value)) yield* leavesOf(member, [...at, name]);
  else if (at.length > 0) yield at;
}
