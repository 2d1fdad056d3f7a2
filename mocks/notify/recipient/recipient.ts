/** Whom a message is for, as the Personal Demographics Service has them when it is asked: how they can be reached, or why they may not be. */
import { holdsOn, type DemographicsNow } from '../../demographics-now.ts';
import { appAccount, type AppAccount } from '../accounts/account.ts';
import type { ChannelType } from '../plans/plan.ts';
import type { ContactDetails } from '../send/kept.ts';

/** Ends of the published codes `MFR_PDSV_…`. */
export const pdsFaults = {
  '0001': 'The contact details on the record are malformed',
  '0002': 'The record holds no contact details for this channel',
  '0004': 'The NHS number was not found',
  '0006': 'There is no patient of this NHS number',
  '0008': 'The record of the patient is invalidated',
  '0110': 'The record of the patient has an exit code',
  '0111': 'The patient has died: the death is not registered yet',
  '0112': 'The patient has died: the death is registered',
} as const;

export type PdsFault = keyof typeof pdsFaults;

export interface Recipient {
  readonly nhsNumber?: string;
  /** Of the record that was read. */
  readonly version?: string;
  /** Why nothing is sent to them. */
  readonly fault?: PdsFault;
  /** First, middle and last. */
  readonly names: readonly string[];
  readonly app: AppAccount;
  readonly email?: string;
  readonly sms?: string;
  readonly letter?: Letterhead;
  /** Channels whose details came with the message. */
  readonly given: readonly ChannelType[];
}

export interface Letterhead {
  readonly lines: readonly string[];
  readonly postcode: string;
}

/** When, and by what luck. */
interface Then {
  readonly today: string;
  readonly chance: (key: string) => number;
}

/** `asked` is undefined where the number is nobody's; details that came with a message are used instead of those on the record. */
export function recipientOf(
  { nhsNumber, contact = {} }: { readonly nhsNumber?: string | undefined; readonly contact?: ContactDetails | undefined },
  asked: DemographicsNow | 'no survivor' | undefined,
  { today, chance }: Then,
): Recipient {
  const record = typeof asked === 'object' ? asked : undefined;
  const fault = nhsNumber === undefined ? undefined : typeof asked === 'object' ? faultOf(asked) : asked ? '0006' : '0004';
  const own = detailsOn(record, today);
  const email = contact.email ?? own.email;
  const sms = contact.sms ?? own.sms;
  const letter = contact.address ? letterheadOf(contact.address.lines ?? [], contact.address.postcode) : own.letter;
  return {
    ...(record && { nhsNumber: record.nhsNumber, version: record.version }),
    ...(fault !== undefined && { fault }),
    names: namesOf(contact, record),
    app: record ? appAccount(record, today, chance) : 'none',
    ...(email !== undefined && { email }),
    ...(sms !== undefined && { sms }),
    ...(letter && { letter }),
    given: [
      ...(contact.email === undefined ? [] : ['email' as const]),
      ...(contact.sms === undefined ? [] : ['sms' as const]),
      ...(contact.address ? ['letter' as const] : []),
    ],
  };
}

/** Whoever has died is told of first; a restricted record and one that left all lists are both left alone. */
function faultOf({ standing, death, restricted, removal }: DemographicsNow): PdsFault | undefined {
  if (standing.kind === 'invalidated') return '0008';
  if (death !== undefined) return death === 'formal' ? '0112' : '0111';
  return restricted || removal !== undefined ? '0110' : undefined;
}

const isMobile = (value: string): boolean => /^(?:\+44|0)7/.test(value);

function detailsOn(record: DemographicsNow | undefined, today: string): Pick<Recipient, 'email' | 'sms' | 'letter'> {
  const telecoms = record?.telecoms.filter((telecom) => holdsOn(telecom, today)) ?? [];
  const addresses = record?.addresses.filter((address) => holdsOn(address, today)) ?? [];
  const email = telecoms.find(({ system }) => system === 'email')?.value;
  const phones = telecoms.filter(({ system }) => system === 'phone');
  const sms = (phones.find(({ use }) => use === 'mobile') ?? phones.find(({ value }) => isMobile(value)))?.value;
  const address = addresses.find(({ use }) => use === 'temp') ?? addresses.find(({ use }) => use === 'home');
  return {
    ...(email !== undefined && { email }),
    ...(sms !== undefined && { sms }),
    ...(address && { letter: letterheadOf(address.lines, address.postcode) }),
  };
}

const letterheadOf = (lines: readonly string[], postcode = ''): Letterhead => ({ lines: lines.filter((line) => line !== ''), postcode });

function namesOf({ name }: ContactDetails, record: DemographicsNow | undefined): readonly string[] {
  if (name) return [name.firstName, name.middleNames, name.lastName].flatMap((one) => one || []);
  const usual = record?.names.find(({ use }) => use === 'usual') ?? record?.names[0];
  return usual ? [...usual.given, usual.family] : [];
}

/** What is wrong with the details for a channel. */
export function contactFault(channel: ChannelType, { email, sms, letter }: Recipient): '0001' | '0002' | undefined {
  switch (channel) {
    case 'nhsapp':
      return undefined;
    case 'email':
      return email === undefined ? '0002' : /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email) ? undefined : '0001';
    case 'sms':
      return sms === undefined ? '0002' : /^(?:\+44|0)7\d{9}$/.test(sms.replaceAll(/[\s()-]/g, '')) ? undefined : '0001';
    case 'letter':
      return letter === undefined ? '0002' : letter.lines.length > 0 && letter.postcode !== '' ? undefined : '0001';
  }
}

/** The channels that the record has something for. */
export function labelsOf(recipient: Recipient): readonly ChannelType[] {
  if (recipient.fault !== undefined) return [];
  const { app, email, sms, letter, given } = recipient;
  const there = { nhsapp: app !== 'none', email: email !== undefined, sms: sms !== undefined, letter: letter !== undefined };
  return (['nhsapp', 'email', 'sms', 'letter'] as const).filter((channel) => there[channel] && !given.includes(channel));
}
