/** What the templates of a stub find: the request, the clock, the seed, and the person whom the request names. */
import type { Json } from '../../contract/contract.ts';
import { valueAt } from '../../contract/json-pointer.ts';
import { lazily } from '../../contract/lazily.ts';
import { uuidBy } from '../../contract/uuid.ts';
import type { Call } from '../../mock/call.ts';
import type { Person, Population } from '../../population.ts';
import { chance, hash32 } from '../../workspace/keyed-hash.ts';
import type { AskedOfRules, NamedInPath } from '../rules/match.ts';
import { sayOf } from './person-words.ts';
import type { TemplateSource } from './template.ts';

export interface Sourced {
  readonly call: Call;
  readonly asked: AskedOfRules;
  readonly named: NamedInPath;
  readonly id: string;
  readonly count: number;
}

export function requestSource({ call, asked, named, id, count }: Sourced): TemplateSource {
  const person = lazily(() => personIn(asked.texts(), call.population));
  return {
    path: (name) => own(call.path, name) ?? own(named, name),
    query: (name) => own(call.query, name) ?? asked.query.get(name) ?? undefined,
    header: (name) => (isFieldName.test(name) ? call.header(name) : undefined),
    body: (tokens) => valueAt(call.body, tokens),
    person(word) {
      const found = person();
      return found && sayOf(found, word);
    },
    method: asked.method,
    address: call.address,
    now: call.clock.now(),
    count,
    uuid: (number) => uuidOf(call.seed, `stub ${id} ${count} ${number}`),
  };
}

const isFieldName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

const own = <T extends Json>(values: Readonly<Record<string, T | undefined>>, name: string): T | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

/** The first whom the population has, of those whose NHS numbers stand anywhere in the request. */
function personIn(texts: readonly string[], population: Population): Person | undefined {
  for (const text of texts)
    for (const [number] of text.matchAll(/(?<!\d)\d{10}(?!\d)/g)) {
      const found = population.find(number);
      if (found) return found;
    }
  return undefined;
}

/** Of version 4, as far as its digits tell. */
function uuidOf(seed: number, key: string): string {
  return uuidBy((part) => chance(seed, `${part} ${key}`), '89ab'[hash32(seed, `variant ${key}`) % 4]);
}
