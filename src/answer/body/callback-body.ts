/** The body of a callback or webhook: as its contract shows it, else made from its schema. It names what the exchange that it follows was about. */
import type { DeclaredCallback } from '../../contract/callbacks.ts';
import type { Json } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { generate } from '../../making/generate.ts';
import type { ApiPlan } from '../../plan/api-plan.ts';
import type { Population } from '../../population.ts';

interface About {
  readonly plan: ApiPlan;
  readonly seed: number;
  /** Milliseconds: the workspace's clock. */
  readonly now: number;
  readonly population: Population;
  /** That of the message: another makes another body. */
  readonly key: string;
  /** The name of the published example that is wanted. */
  readonly example?: string | undefined;
  /** What was answered, and what was asked. */
  readonly said?: readonly (Json | undefined)[];
}

export function callbackBody({ media }: DeclaredCallback, { plan, seed, now, population, key, example, said = [] }: About): Json {
  const published = media?.examples.find(({ name }) => example === undefined || name === example)?.value;
  const at = media?.schema;
  const body = published ?? (at ? generate({ generator: plan.generator, at, key: `${seed} ${key}`, now, population }) : {});
  return naming(body, said.filter(isObject), 0);
}

/** Members by which things are told apart: anything else (a status, a date) may well be another in the callback. */
const names = /^(?:id|.*(?:Id|ID|[_-]id|[rR]eference|[nN]umber))$/;
const deepest = 6;

/** Its ids are those of the exchange, where both have one of the same name and kind. */
function naming(body: Json, said: readonly { readonly [name: string]: Json }[], depth: number): Json {
  if (depth > deepest || said.length === 0) return body;
  if (isArray(body)) return body.map((item) => naming(item, said, depth + 1));
  if (!isObject(body)) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      if (typeof value === 'object') return [name, naming(value, said, depth + 1)];
      const same = names.test(name) ? said.find((one) => Object.hasOwn(one, name) && typeof one[name] === typeof value)?.[name] : undefined;
      return [name, same ?? value];
    }),
  );
}
