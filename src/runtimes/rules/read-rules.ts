/** Looks whether what somebody wrote is a mock of this contract: types say so first, and rules may be written without them. */
import { nearest } from '../../contract/nearest.ts';
import type { Contract } from '../../contract/contract.ts';
import { platformOrder } from '../../gateway/policies/order.ts';
import { conformanceWeights } from '../../mock/conformance.ts';
import type { AnyMock } from '../../mock/mock.ts';
import { RulesError } from './rules-error.ts';

type Kind = 'function' | 'object' | 'list' | 'text' | 'true';

/** What a mock may have, and of what kind. */
const members: Readonly<Record<keyof AnyMock, Kind>> = {
  behaviours: 'object',
  dialect: 'object',
  admission: 'function',
  gate: 'function',
  everyAnswer: 'function',
  standIns: 'list',
  wishes: 'object',
  access: 'function',
  scope: 'text',
  permissions: 'function',
  limits: 'object',
  order: 'list',
  bodies: 'object',
  headerRules: 'function',
  problems: 'function',
  refusesUnknownParameters: 'true',
  events: 'object',
  conformance: 'list',
  preflight: 'object',
  compatibility: 'object',
  profiles: 'object',
};

const form = 'export default { behaviours: { … } } satisfies Mock<operations>';

/** The mock that was written; throws a sentence where it is none of this contract. `where` is what the author calls it. */
export function readRules(written: unknown, { slug, operations }: Contract, where: string): AnyMock {
  if (!isRecord(written)) throw new RulesError(`${where} has no mock as its default export: ${form}`);
  const names = Object.keys(members);
  for (const [name, value] of Object.entries(written)) {
    const kind = Object.hasOwn(members, name) ? members[name as keyof AnyMock] /* one of its own names */ : undefined;
    if (!kind) throw new RulesError(`${where}: a mock has no ${name}${meaning(name, names)} It has: ${names.join(', ')}`);
    if (value !== undefined && !isOf(kind, value)) throw new RulesError(`${where}: ${name} is a ${kindWords[kind]}`);
  }
  const { bodies, order, dialect, events, compatibility } = written;
  const behaviours = isRecord(written['behaviours']) ? written['behaviours'] : {};
  const ids = operations.map(({ id }) => id);
  const mustBeOperation = (id: string): void => {
    if (!ids.includes(id))
      throw new RulesError(
        `${where}: ${slug} has no operation ${JSON.stringify(id)}${meaning(id, ids)} It has: ${ids.slice(0, 30).join(', ')}`,
      );
  };
  for (const [id, behaviour] of Object.entries(behaviours)) {
    mustBeOperation(id);
    const isBehaviour = typeof behaviour === 'function' || (isRecord(behaviour) && typeof behaviour['turn'] === 'function');
    if (!isBehaviour) throw new RulesError(`${where}: the behaviour of ${id} is neither a function nor steps with a turn`);
  }
  if (isRecord(bodies)) Object.keys(bodies).forEach(mustBeOperation);
  if (Array.isArray(order))
    for (const name of order)
      if (!isOneOf(platformOrder, name))
        throw new RulesError(
          `${where}: there is no check called ${JSON.stringify(name)}${meaning(String(name), platformOrder)} There is: ${platformOrder.join(', ')}`,
        );
  if (isRecord(dialect) && (typeof dialect['type'] !== 'string' || typeof dialect['write'] !== 'function'))
    throw new RulesError(`${where}: a dialect has a name, the media type that it writes, and a function write`);
  if (isRecord(events)) eventsMustBe(events, where);
  if (Array.isArray(written['conformance'])) written['conformance'].forEach((rule) => conformanceMustBe(rule, where));
  if (isRecord(compatibility)) modesMustBe(compatibility, where);
  return { ...written, behaviours } as AnyMock; // it lets through only calls that its contract allows, and was looked at above
}

function eventsMustBe(events: Record<string, unknown>, where: string): void {
  for (const [kind, handlers] of Object.entries(events)) {
    if (kind === 'delivery') {
      if (!isRecord(handlers) || !Array.isArray(handlers['of']) || !isRecord(handlers['manner']))
        throw new RulesError(`${where}: events.delivery has the types that it is of, and their manner`);
      continue;
    }
    if (kind !== 'later' && kind !== 'on' && kind !== 'messages')
      throw new RulesError(`${where}: events are later, on, messages and delivery, not ${kind}`);
    for (const [name, handler] of Object.entries(handlers ?? {}))
      if (typeof handler !== 'function')
        throw new RulesError(`${where}: what events.${kind} does at ${JSON.stringify(name)} is a function`);
  }
}

function conformanceMustBe(rule: unknown, where: string): void {
  const { id, title, weight, source, judge } = isRecord(rule) ? rule : {};
  const { name, url } = isRecord(source) ? source : {};
  const areTexts = [id, title, name, url].every((text) => typeof text === 'string');
  if (!areTexts || typeof judge !== 'function' || !isOneOf(Object.keys(conformanceWeights), weight))
    throw new RulesError(
      `${where}: a rule of conformance has an id, a title, a source with its name and url, a weight (${Object.keys(conformanceWeights).join(' or ')}) and a function judge`,
    );
}

function modesMustBe(compatibility: Record<string, unknown>, where: string): void {
  for (const [mode, load] of Object.entries(compatibility))
    if (typeof load !== 'function')
      throw new RulesError(`${where}: compatibility.${mode} is a function that loads a mock: () => import('./${mode}.ts')`);
}

const kindWords: Readonly<Record<Kind, string>> = { function: 'function', object: 'object', list: 'list', text: 'text', true: 'boolean' };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isOneOf = (names: readonly string[], name: unknown): boolean => typeof name === 'string' && names.includes(name);

const typesOf = { text: 'string', true: 'boolean', function: 'function' } as const;

function isOf(kind: Kind, value: unknown): boolean {
  if (kind === 'list') return Array.isArray(value);
  if (kind === 'object') return isRecord(value);
  return typeof value === typesOf[kind];
}

function meaning(word: string, words: readonly string[]): string {
  const meant = nearest(word, words);
  return meant === undefined ? '.' : `; did you mean ${meant}?`;
}
