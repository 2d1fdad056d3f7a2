/** Swagger 2.0 becomes OpenAPI 3.0: by a library, with what it misses put right before. */
import { upgrade } from '@scalar/openapi-upgrader';
import { ContractError } from '../../contract-error.ts';
import type { Json, Quirk } from '../../contract.ts';
import { escapeToken, isArray, isObject, valuesIn } from '../../json.ts';
import { COST } from '../../limits.ts';
import type { Budget } from '../../work.ts';
import type { Draft } from '../read-document.ts';
import { dereference } from '../references.ts';
import { noteLists, writeLists } from './swagger-lists.ts';

interface About {
  readonly quirks: Quirk[];
  readonly budget: Budget;
}

export function fromSwagger(name: string, tree: Draft, about: About): Draft {
  writeBodiesOut(tree);
  noteLists(tree);
  const document = upgradedWhole(name, tree, about);
  writeLists(document);
  return document;
}

/** The upgrader gives up on a whole document for one bad path; then paths are tried one by one, and only the bad ones are left out. */
function upgradedWhole(name: string, tree: Draft, { quirks, budget }: About): Draft {
  budget.spend(COST.part * valuesIn(tree));
  const whole = upgraded(tree);
  if (whole) return whole;
  const { paths: all, definitions: _, ...around } = tree;
  const size = valuesIn(around);
  const paths = Object.entries(isObject(all) ? all : {}).filter(([key, item]) => {
    budget.spend(COST.part * (size + valuesIn(item)));
    const alone = upgraded({ ...around, paths: { [key]: item } });
    if (!alone)
      quirks.push({ pointer: `/paths/${escapeToken(key)}`, effect: 'unserved', message: 'This path cannot be read as Swagger 2.0.' });
    return alone;
  });
  const rest = upgraded({ ...tree, paths: Object.fromEntries(paths) });
  if (!rest) throw new ContractError('unreadable', `${name} cannot be read as Swagger 2.0, not even without its paths. Is it complete?`);
  return rest;
}

function upgraded(tree: Draft): Draft | undefined {
  try {
    // YAML reads `swagger: 2.0` as a number; the upgrader wants the text, and changes what it is given.
    return upgrade(structuredClone({ ...tree, swagger: '2.0' }), '3.0') as Draft;
  } catch {
    return undefined;
  }
}

/** What an operation takes as its body is a parameter in Swagger 2.0, and may be one that several operations refer to; the upgrader sees only those that stand in the operation. */
function writeBodiesOut(tree: Draft): void {
  const items = Object.values(isObject(tree['paths']) ? tree['paths'] : {}).filter(isObject);
  for (const holder of items.flatMap((item) => [item, ...Object.values(item).filter(isObject)]) as Draft[]) {
    const { parameters } = holder;
    if (!isArray(parameters)) continue;
    holder['parameters'] = parameters.map((raw): Json => {
      const parameter = isObject(raw) && raw['$ref'] !== undefined ? dereference(tree, raw, '')?.node : undefined;
      return isObject(parameter) && (parameter['in'] === 'body' || parameter['in'] === 'formData') ? parameter : raw;
    });
  }
}
