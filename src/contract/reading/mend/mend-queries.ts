/** Queries that a contract describes as a whole (OpenAPI 3.2, `in: querystring`): the members of such a form are parameters like any others. */
import type { Json, JsonObject, Quirk } from '../../contract.ts';
import { isArray, isObject } from '../../json.ts';
import { essenceOf } from '../../media-type.ts';
import { COST } from '../../limits.ts';
import type { Budget } from '../../work.ts';
import type { Draft } from '../read-document.ts';
import { dereference } from '../references.ts';

interface About {
  readonly document: JsonObject;
  readonly pointer: string;
  readonly quirks: Quirk[];
  readonly budget: Budget;
}

/** `holder` is an operation or a path item; its parameters are written anew. */
export function mendQueries(holder: Draft, { document, pointer, quirks, budget }: About): void {
  const { parameters } = holder;
  if (!isArray(parameters)) return;
  const written = parameters.map((raw, index): readonly Json[] => {
    budget.spend(COST.reference);
    const node = dereference(document, raw, '')?.node;
    if (!isObject(node) || node['in'] !== 'querystring') return [raw];
    const members = membersOf(document, node, budget);
    if (members.length > 0) return members;
    const message = 'A query that is described as a whole is understood where it is a form with members; this one is left out.';
    quirks.push({ pointer: `${pointer}/parameters/${index}`, effect: 'unchecked', message });
    return [];
  });
  if (written.some((those, index) => those[0] !== parameters[index] || those.length !== 1)) holder['parameters'] = written.flat();
}

function membersOf(document: JsonObject, { content }: JsonObject, budget: Budget): readonly Json[] {
  const [[type = '', media] = []] = Object.entries(isObject(content) ? content : {});
  if (essenceOf(type) !== 'application/x-www-form-urlencoded' || !isObject(media)) return [];
  const encoding = isObject(media['encoding']) ? media['encoding'] : {};
  return [...propertiesOf({ document, budget }, media['schema'] ?? true)].map(({ name, required, schema }) => {
    const { style = 'form', explode = true } = isObject(encoding[name]) ? encoding[name] : {};
    return { name, in: 'query', required, style, explode, schema };
  });
}

interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Json;
}

function* propertiesOf(about: Pick<About, 'document' | 'budget'>, schema: Json, depth = 0): Generator<Property> {
  const { document, budget } = about;
  budget.spend(COST.part);
  const node = dereference(document, schema, '')?.node;
  if (!isObject(node) || depth > DEPTH) return;
  const { properties, required, allOf } = node;
  for (const [name, own] of Object.entries(isObject(properties) ? properties : {})) {
    yield { name, required: isArray(required) && required.includes(name), schema: own };
  }
  for (const part of isArray(allOf) ? allOf : []) yield* propertiesOf(about, part, depth + 1);
}

/** How deep combined schemas are followed for their members. */
const DEPTH = 8;
