/** What is said of an application at the command line: an option of a command for each member of a registration. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { UsageError } from '../failure.ts';
import { flag, integer, listOption, textOption, type Values } from '../options.ts';

type Written = Partial<components['schemas']['WrittenApplication']>;

const texts = (value: string, help: string) => listOption(value, help, (typed) => typed);
const most = { initial: undefined, min: 0, max: 1_000_000 };

export const applicationOptions = {
  callback: texts('address', 'Where people come back to when they have signed in.'),
  product: texts('api', 'An API that it is subscribed to; all, where none is named.'),
  scope: texts('scope', 'What its tokens may be for; everything, where none is named.'),
  permission: listOption('api=word', 'Leave at one API, as in parcels=track; parcels= is leave for nothing there.', readPermission),
  vector: texts('vector', 'What it may ask of NHS login, as in P9.Cp.Cd; all, where none is named.'),
  'hands-over-to': texts('name', 'An application to which it hands over who is signed in at NHS login.'),
  ods: textOption('code', 'The organisation that it is used in.'),
  asid: textOption('id', 'Its accredited system id; an empty one where it has none.'),
  'may-update': flag('It may update although nobody is signed in.'),
  'per-minute': integer('n', 'So many requests a minute to each API, in the place of 300.', most),
  'per-second': integer('n', 'So many a second, evenly spread.', most),
};

function readPermission(typed: string): readonly [api: string, word: string] {
  const [, api, word] = /^([\w-]+)=(.*)$/.exec(typed) ?? [];
  if (api === undefined || word === undefined) throw new UsageError('an API and a word, as in parcels=track');
  return [api, word];
}

/** What was said; the sandbox says what is wrong with it. */
export function writtenBy(values: Values<typeof applicationOptions>): Written {
  const { callback, product, scope, permission, vector, ods, asid } = values;
  const said = {
    callbackUrls: ifAny(callback),
    products: ifAny(product),
    scopes: ifAny(scope),
    permissions: ifAny(permission) && permissionsOf(permission),
    vectors: ifAny(vector),
    handsOverTo: ifAny(values['hands-over-to']),
    odsCode: ods,
    asid: asid === '' ? null : asid,
    mayUpdate: values['may-update'] || undefined,
    limits: limitsOf(values),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Written; // vectors are looked at by the sandbox
}

const ifAny = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

function permissionsOf(said: readonly (readonly [api: string, word: string])[]): Record<string, readonly string[]> {
  const words = (api: string): readonly string[] => said.filter(([of, word]) => of === api && word !== '').map(([, word]) => word);
  return Object.fromEntries(said.map(([api]) => [api, words(api)]));
}

function limitsOf(values: Pick<Values<typeof applicationOptions>, 'per-minute' | 'per-second'>): Written['limits'] {
  const { 'per-minute': perMinute, 'per-second': perSecond } = values;
  if (perMinute === undefined && perSecond === undefined) return undefined;
  return { ...(perMinute !== undefined && { perMinute }), ...(perSecond !== undefined && { perSecond }) };
}
