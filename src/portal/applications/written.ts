/** From the texts of a form to what is registered, and back. What a text cannot be, the sandbox's own API says. */
import { numberTyped } from '../page/number-typed.ts';
import type { components } from '../../generated/sandbox-control.types.ts';

export type KnownApplication = components['schemas']['Application'];
export type FieldText = (name: string) => string;

interface Member {
  /** Of the form, and of what is registered. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** Several are typed one a line. */
  readonly lines?: number;
  readonly choices?: readonly (readonly [value: string, words: string])[];
  readonly write: (text: string) => unknown;
  readonly read: (application: KnownApplication) => string;
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const asText = (text: string): unknown => text;

/** `name = one permission`; a name alone is leave for nothing. */
function permissionsOf(text: string): unknown {
  // A name may be one that every object has.
  const permissions = new Map<string, readonly string[]>();
  for (const line of linesOf(text)) {
    const [, api = line, permission = ''] = /^([^=]*?)\s*=\s*(.*)$/.exec(line) ?? [];
    permissions.set(api, [...(permissions.get(api) ?? []), ...(permission === '' ? [] : [permission])]);
  }
  return Object.fromEntries(permissions);
}

const permissionLines = ({ permissions = {} }: KnownApplication): string =>
  Object.entries(permissions)
    .flatMap(([api, all]) => (all.length === 0 ? [`${api} =`] : all.map((one) => `${api} = ${one}`)))
    .join('\n');

/** What most need nothing of. */
export const furtherMembers: readonly Member[] = [
  {
    name: 'products',
    label: 'APIs that it is subscribed to',
    hint: 'By the names that their pages have in their addresses, one a line. Left empty, all of them.',
    lines: 3,
    write: linesOf,
    read: ({ products = [] }) => products.join('\n'),
  },
  {
    name: 'scopes',
    label: 'Scopes',
    hint: 'What its tokens may be for, one a line: urn:nhsd:apim:app:level3:*, or a scope that a contract names. Left empty, everything.',
    lines: 3,
    write: linesOf,
    read: ({ scopes = [] }) => scopes.join('\n'),
  },
  {
    name: 'vectors',
    label: 'Vectors of trust',
    hint: 'What it may ask patients to prove, one a line, weakest first: P0.Cp, P5.Cp.Cd, P5.Cp.Ck, P5.Cm, P9.Cp.Cd, P9.Cp.Ck, P9.Cm. Left empty, all.',
    lines: 3,
    write: linesOf,
    read: ({ vectors = [] }) => vectors.join('\n'),
  },
  {
    name: 'permissions',
    label: 'Permissions',
    hint: 'For APIs that give each application leave by itself, one a line: the name of the API = one permission. A name with nothing after = is leave for nothing. Left empty, everything.',
    lines: 3,
    write: permissionsOf,
    read: permissionLines,
  },
  {
    name: 'odsCode',
    label: 'ODS code',
    hint: 'The organisation that it is used in, as in Y90001.',
    write: asText,
    read: ({ odsCode = '' }) => odsCode,
  },
  {
    name: 'asid',
    label: 'ASID',
    hint: 'Its accredited system id. The word none stands for an application without one, which some APIs refuse.',
    write: (text) => (text === 'none' ? null : text),
    read: ({ asid }) => (asid === null ? 'none' : (asid ?? '')),
  },
  {
    name: 'mayUpdate',
    label: 'May it update although nobody is signed in?',
    hint: 'As the platform allows a few.',
    choices: [
      ['', 'No'],
      ['yes', 'Yes'],
    ],
    write: () => true,
    read: ({ mayUpdate }) => (mayUpdate ? 'yes' : ''),
  },
  {
    name: 'perMinute',
    label: 'Requests in a minute',
    hint: 'To each API. Left empty, as many as at the platform.',
    write: numberTyped,
    read: ({ limits }) => String(limits?.perMinute ?? ''),
  },
  {
    name: 'perSecond',
    label: 'Requests in a second, evenly spread',
    hint: 'Left empty, spikes are not arrested.',
    write: numberTyped,
    read: ({ limits }) => String(limits?.perSecond ?? ''),
  },
  {
    name: 'handsOverTo',
    label: 'Hands its users over to',
    hint: 'Other applications, by name, one a line.',
    lines: 2,
    write: linesOf,
    read: ({ handsOverTo = [] }) => handsOverTo.join('\n'),
  },
  {
    name: 'keysUnreachable',
    label: 'Can the platform fetch its keys?',
    hint: 'To rehearse what happens when it cannot.',
    choices: [
      ['', 'Yes'],
      ['no', 'No'],
    ],
    write: () => true,
    read: ({ keysUnreachable }) => (keysUnreachable ? 'no' : ''),
  },
];

const isLimit = (name: string): boolean => name === 'perMinute' || name === 'perSecond';

/** Where the sandbox's own API finds fault with a member of the form. */
export const pointerOfMember = (name: string): string => (isLimit(name) ? `/limits/${name}` : `/${name}`);

/** What a form says of an application. Of one that is there already, an empty field takes the member away. */
export function writtenApplication(field: FieldText, isChange: boolean): Readonly<Record<string, unknown>> {
  const nothing = isChange ? null : undefined;
  const of = (name: string, write: (text: string) => unknown): unknown => (field(name) === '' ? nothing : write(field(name)));
  const others = furtherMembers.filter(({ name }) => !isLimit(name)).map(({ name, write }) => [name, of(name, write)]);
  const limits = furtherMembers
    .filter(({ name }) => isLimit(name) && field(name) !== '')
    .map(({ name, write }) => [name, write(field(name))]);
  return {
    name: field('name'),
    callbackUrls: of('callbackUrls', linesOf),
    ...Object.fromEntries(others),
    // There null is no member that is missing, but the word for having none.
    ...(field('asid') === '' && { asid: undefined }),
    limits: limits.length > 0 ? Object.fromEntries(limits) : nothing,
    ...keyOf(field),
  };
}

function keyOf(field: FieldText): Readonly<Record<string, unknown>> {
  const kid = field('kid') === '' ? undefined : field('kid');
  if (field('key') === 'pair') return { generateKey: true, kid };
  return field('key') === 'paste' || field('publicKey') !== '' ? { publicKey: field('publicKey'), kid } : {};
}

/** An application as the texts of the form. */
export const textsOf = (application: KnownApplication): FieldText => {
  const { name, callbackUrls = [] } = application;
  const texts = new Map([
    ['name', name],
    ['callbackUrls', callbackUrls.join('\n')],
    ...furtherMembers.map((member) => [member.name, member.read(application)] as const),
  ]);
  return (field) => texts.get(field) ?? '';
};
