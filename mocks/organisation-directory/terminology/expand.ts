/** Lists the concepts that a value set has: those of the code systems it includes that pass its filters, a page of them. */
import { uuidBy } from '../../../src/contract/uuid.ts';
import { instant } from '../../../src/fhir/instant.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import type { Schemas } from '../resources/typed-period.ts';
import { extensions } from '../systems.ts';
import { isTooLarge, tooLarge } from '../too-large.ts';
import { dateTest } from '../search/dates.ts';
import { askedSystem, said, type AskedSystem } from './ask.ts';
import { valueMember, type ConceptTold, type PropertyValue } from './concept.ts';

type Request = Schemas['ExpansionRequest'];
type Meant = Schemas['ConceptsMeant'];
type Filter = NonNullable<Meant['filter']>[number];
type Contained = NonNullable<Schemas['ExpandedValueSet']['expansion']['contains']>[number];

/** The server lists no more than so many. */
const most = 50_000;

export function expandValueSet(call: AnyCall, { parameter }: Request): Schemas['ExpandedValueSet'] | Problem {
  const named = (name: string) => parameter.find((one) => one.name === name);
  const valueSet = named('valueSet')?.resource;
  if (!valueSet) return said(call, 'invalid-value', 'The parameters have no valueSet to be expanded');
  const count = numberIn(named('count'));
  const offset = numberIn(named('offset')) ?? 0;
  const activeOnly = named('activeOnly')?.valueBoolean ?? false;
  const { include, exclude = [], inactive } = valueSet.compose;
  if (isInvolved([...include, ...exclude])) return said(call, 'unprocessable', tooInvolved);
  const included = conceptsOf(call, include, count);
  if (isProblem(included)) return included;
  // Of what is taken out it does not matter how much it is.
  const excluded = conceptsOf(call, exclude, 0);
  if (isProblem(excluded)) return excluded;
  const isLeftOut = ({ isInactive }: ConceptTold): boolean => isInactive === true && (activeOnly || inactive === false);
  const text = named('filter')?.valueString?.toLowerCase() ?? '';
  const all = [...included.found]
    .filter(([key, { concept }]) => !excluded.found.has(key) && !isLeftOut(concept) && (text === '' || isCalled(concept, text)))
    .map(([, one]) => one);
  const properties = parameter.flatMap(({ name, valueString }) => (name === 'property' && valueString !== undefined ? [valueString] : []));
  const page = all.slice(offset, offset + (count ?? most));
  const expanded = {
    resourceType: 'ValueSet',
    status: 'active',
    expansion: {
      identifier: `urn:uuid:${uuidBy((part) => call.chance(`expansion/${part}/${call.bodyText ?? ''}`))}`,
      timestamp: instant(call.clock.now()),
      total: all.length,
      offset,
      parameter: [
        ...[...included.used].flatMap((valueUri) => [
          { name: 'version', valueUri },
          { name: 'used-codesystem', valueUri },
        ]),
        { name: 'activeOnly', valueBoolean: activeOnly },
        ...(count === undefined ? [] : [{ name: 'count', valueInteger: count }]),
      ],
      ...(page.length > 0 && { contains: page.map((one) => containedOf(one, properties)) }),
    },
  } as const;
  return isTooLarge(expanded, page.length) ? tooLarge : expanded;
}

interface Found {
  readonly system: string;
  readonly concept: ConceptTold;
}

/** A page that is larger than the server's list, or the whole of what is larger in the real register than this one is. */
const isTooMany = ({ system }: AskedSystem, { filter, concept }: Meant, count: number | undefined): boolean =>
  (count ?? 0) > most || (system.isLarge === true && count === undefined && !filter?.length && !concept?.length);

const tooMany = (call: AnyCall): Problem => said(call, 'unprocessable', `The expansion of value set null was too big (>${most}).`);

/** The parts of a value set, and the filters of all of them: each is looked for among all concepts of a code system. */
const mostParts = 20;
const mostFilters = 100;
const tooInvolved = `A value set has ${mostParts} parts to include or exclude at most, and ${mostFilters} filters`;

const isInvolved = (parts: readonly Meant[]): boolean =>
  parts.length > mostParts || parts.reduce((sum, { filter = [] }) => sum + filter.length, 0) > mostFilters;

interface Concepts {
  /** By system and code: what several parts mean is there once. */
  readonly found: ReadonlyMap<string, Found>;
  /** Code systems, with their versions. */
  readonly used: ReadonlySet<string>;
}

function conceptsOf(call: AnyCall, parts: readonly Meant[], count: number | undefined): Concepts | Problem {
  const found = new Map<string, Found>();
  const used = new Set<string>();
  for (const part of parts) {
    const asked = askedSystem(call, part.system ?? '', part.version);
    if (isProblem(asked)) return asked;
    if (isTooMany(asked, part, count)) return tooMany(call);
    const some = conceptsMeant(call, asked, part);
    if (isProblem(some)) return some;
    used.add(`${asked.system.url}|${asked.version}`);
    for (const one of some) found.set(`${one.system} ${one.concept.code}`, one);
  }
  return { found, used };
}

function conceptsMeant(call: AnyCall, { system, night }: AskedSystem, { filter = [], concept: codes }: Meant): readonly Found[] | Problem {
  const tests: ((concept: ConceptTold) => boolean)[] = [];
  for (const one of filter) {
    const test = filterTest(call, system, one);
    if (typeof test !== 'function') return test;
    tests.push(test);
  }
  const wanted = codes && new Set(codes.map(({ code }) => code));
  const found: Found[] = [];
  for (const concept of system.concepts(night))
    if ((!wanted || wanted.has(concept.code)) && tests.every((test) => test(concept))) found.push({ system: system.url, concept });
  return found;
}

function filterTest(call: AnyCall, { url, properties }: AskedSystem['system'], { property, op, value }: Filter) {
  const [, type] =
    properties.find(([code]) => code === property) ?? (property === 'code' || property === 'display' ? [property, 'string'] : []);
  if (type === undefined) {
    const words = `There is no declared filter called ${property} on code system ${url}`;
    return { problem: 'unprocessable', message: words, said: { diagnostics: words } } satisfies Problem;
  }
  const test = type === 'dateTime' && op === '=' ? dateTest(value) : valueTests.get(op)?.(value);
  if (!test) return said(call, 'unprocessable', `The filter on ${property} cannot be applied: ${op} ${value}`);
  const valuesOf = ({ code, display, properties: told }: ConceptTold): readonly string[] =>
    property === 'code'
      ? [code]
      : property === 'display'
        ? [display]
        : told.filter((one) => one.property === property).map((one) => one.value);
  if (op === 'exists') return (concept: ConceptTold) => valuesOf(concept).length > 0 === (value === 'true');
  if (op === 'not-in') return (concept: ConceptTold) => valuesOf(concept).every(test);
  return (concept: ConceptTold) => valuesOf(concept).some(test);
}

const listed = (value: string): ReadonlySet<string> => new Set(value.split(',').map((one) => one.trim()));

type ValueTest = (value: string) => (found: string) => boolean;

const isListed: ValueTest = (value) => {
  const values = listed(value);
  return (found) => values.has(found);
};

const valueTests: ReadonlyMap<string, ValueTest> = new Map<string, ValueTest>([
  ['=', (value) => (found) => found === value],
  ['in', isListed],
  [
    'not-in',
    (value) => {
      const isOne = isListed(value);
      return (found) => !isOne(found);
    },
  ],
  ['exists', () => () => true],
]);

/** Each word that was typed begins one of the name, or it is the code. */
function isCalled({ code, display }: ConceptTold, text: string): boolean {
  const words = display.toLowerCase().split(/[^a-z0-9]+/);
  return code.toLowerCase() === text || text.split(/\s+/).every((typed) => words.some((word) => word.startsWith(typed)));
}

function containedOf({ system, concept: { code, display, isInactive, properties } }: Found, wanted: readonly string[]): Contained {
  const told = wanted.includes('*') ? properties : properties.filter(({ property }) => wanted.includes(property));
  const extension = [...(isInactive ? [inactiveTold] : []), ...told.map(propertyExtension)];
  return { ...(extension.length > 0 && { extension }), system, ...(isInactive && { inactive: true }), code, display };
}

const inactiveTold = { url: extensions.expandedInactive, extension: [{ url: 'inactive', valueBoolean: true }] };

const propertyExtension = (value: PropertyValue) => ({
  url: extensions.expandedProperty,
  extension: [
    { url: 'code', valueCode: value.property },
    { url: 'value', ...valueMember(value) },
  ],
});

/** Published requests send it as text. */
function numberIn(parameter: { readonly valueInteger?: number | string } | undefined): number | undefined {
  const value = Number(parameter?.valueInteger ?? NaN);
  return Number.isInteger(value) && value >= 0 ? value : undefined;
}
