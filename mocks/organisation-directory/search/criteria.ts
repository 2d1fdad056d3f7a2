/**
 * What a search asks, in the manner of a FHIR store: a comma between values means any of them, a parameter given twice means both, and
 * a name may carry a modifier.
 */
import { isArray } from '../../../src/contract/json.ts';
import { askedIn, type AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import type { Told } from '../directory.ts';
import { dateTest } from './dates.ts';

export interface Token {
  readonly system?: string;
  readonly code: string;
}

/** What a parameter looks at, of each item. */
export type SearchParameter<Item> =
  | { readonly kind: 'text'; readonly of: (item: Item) => readonly Told[] }
  | { readonly kind: 'token'; readonly of: (item: Item) => readonly Token[] }
  | { readonly kind: 'date'; readonly of: (item: Item) => readonly string[] }
  /** The store would have to look into all of the text, which it is not made for. */
  | { readonly kind: 'whole text' };

export type SearchParameters<Item> = Readonly<Record<string, SearchParameter<Item>>>;

/** Each is looked at for every item; how many one of them has to choose from is bounded by the length of its text. */
const mostConditions = 50;
const tooManyConditions: Problem = { problem: 'invalid-value', message: `A search has ${mostConditions} conditions at most.` };

type Test<Item> = (item: Item) => boolean;

/** The items for which everything holds that is asked; what says how to show them is left to the page. */
export function matching<Item>(call: AnyCall, items: readonly Item[], parameters: SearchParameters<Item>): readonly Item[] | Problem {
  const tests: Test<Item>[] = [];
  for (const [name, value] of Object.entries(askedIn(call))) {
    const [base = '', modifier] = name.split(':');
    const parameter = Object.hasOwn(parameters, base) ? parameters[base] : undefined;
    if (!parameter || value === undefined) continue;
    for (const text of (isArray(value) ? value : [value]).map(String)) {
      const test = testFor(parameter, { name, modifier, alternatives: alternativesIn(text) });
      if ('problem' in test) return test;
      tests.push(test);
      if (tests.length > mostConditions) return tooManyConditions;
    }
  }
  return tests.length === 0 ? items : items.filter((item) => tests.every((test) => test(item)));
}

/** A comma after a backslash belongs to the value. */
export const alternativesIn = (text: string): readonly string[] =>
  text.split(/(?<!\\),/).map((one) => one.replaceAll('\\,', ',').replaceAll('\\|', '|'));

interface Asked {
  readonly name: string;
  readonly modifier: string | undefined;
  readonly alternatives: readonly string[];
}

function testFor<Item>(parameter: SearchParameter<Item>, { name, modifier, alternatives }: Asked): Test<Item> | Problem {
  if (parameter.kind === 'whole text') {
    const diagnostics = `HAPI-1192: Fulltext search is not enabled on this service, can not process parameter: ${name}`;
    return { problem: 'invalid-value', message: diagnostics, said: { diagnostics } };
  }
  if (modifier === 'missing') return (item) => (parameter.of(item).length === 0) === alternatives.includes('true');
  const test = valueTest(parameter, modifier, alternatives);
  return test ?? { problem: 'invalid-value', message: `The parameter ${name.split(':')[0]} has no modifier :${modifier}.` };
}

/** Undefined where the parameter has no such modifier. */
function valueTest<Item>(
  parameter: Exclude<SearchParameter<Item>, { kind: 'whole text' }>,
  modifier: string | undefined,
  alternatives: readonly string[],
): Test<Item> | Problem | undefined {
  switch (parameter.kind) {
    case 'text': {
      const compare = textTests.get(modifier ?? 'beginning');
      if (!compare) return undefined;
      const wanted = alternatives.map((text) => ({ text, folded: text.toLowerCase() }));
      return (item) => parameter.of(item).some((told) => wanted.some((one) => compare(told, one)));
    }
    case 'token': {
      if (!tokenModifiers.has(modifier ?? 'none')) return undefined;
      const isOne = tokenTest(alternatives);
      return (item) => parameter.of(item).some(isOne) === (modifier !== 'not');
    }
    case 'date': {
      if (modifier !== undefined) return undefined;
      const tests = alternatives.map(dateTest).filter((test) => test !== undefined);
      if (tests.length < alternatives.length) return notADate(alternatives.join(','));
      return (item) => parameter.of(item).some((date) => tests.some((test) => test(date)));
    }
  }
}

function notADate(text: string): Problem {
  const diagnostics = `HAPI-1940: Invalid date/time/quantity format: "${text}"`;
  return { problem: 'invalid-value', message: diagnostics, said: { diagnostics } };
}

const textTests: ReadonlyMap<string, (told: Told, wanted: Told) => boolean> = new Map([
  ['beginning', (told: Told, wanted: Told) => told.folded.startsWith(wanted.folded)],
  ['contains', (told: Told, wanted: Told) => told.folded.includes(wanted.folded)],
  ['exact', (told: Told, wanted: Told) => told.text === wanted.text],
]);

/** The last two say of a reference what there is to say of each here: that it is to an organisation, by its code. */
const tokenModifiers: ReadonlySet<string> = new Set(['none', 'not', 'identifier', 'Organization']);

/** A code alone is one of any system; `system|` any of that system; `|code` one of none. */
function tokenTest(alternatives: readonly string[]): (token: Token) => boolean {
  const wanted = alternatives.map((text) => {
    const bar = text.indexOf('|');
    return bar < 0 ? { code: text } : { system: text.slice(0, bar), code: text.slice(bar + 1) };
  });
  return (token) =>
    wanted.some(
      ({ system, code }) =>
        (system === undefined || system === (token.system ?? '')) && (code === token.code || (code === '' && system !== undefined)),
    );
}
