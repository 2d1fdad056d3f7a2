/** Who has a mailbox: those of the official sandbox and of published examples, and every organisation of the population. */
import type { Organisation, Population } from '../../../src/population.ts';
import { receivedBy } from './workflows.ts';

export interface Mailbox {
  readonly id: string;
  readonly name: string;
  readonly ods: string;
  readonly organisation: string;
  readonly receives: readonly string[];
  readonly isActive: boolean;
}

type Published = readonly [id: string, name: string, ods: string, receives: readonly string[]];

const official: readonly Published[] = [
  ['X26ABC1', 'TESTMB1', 'X26', ['TEST_WORKFLOW_ACK', 'TEST_WORKFLOW2']],
  ['X26ABC2', 'TESTMB2', 'X26', ['TEST_WORKFLOW', 'TEST_WORKFLOW2']],
  ['X26ABC3', 'TESTMB3', 'X27', ['TEST_WORKFLOW_ACK', 'TEST_WORKFLOW2']],
];
/** Those that published examples name, and one that was switched off. */
const others: readonly Published[] = [
  ['MAILBOX01', 'Example mailbox', 'X28', []],
  ['X26HC005', 'Example mailbox 5', 'X28', []],
  ['X26HC006', 'Example mailbox 6', 'X28', []],
];
const deactivated: Published = ['X26ABC9', 'TESTMB9', 'X28', []];

/** Neither sends nor takes anything but what the service itself sends. */
export const internalMailbox = 'X26SYSTEM';

const published: ReadonlyMap<string, Mailbox> = new Map(
  [...official, ...others, deactivated].map((row): [string, Mailbox] => {
    const [id, name, ods, receives] = row;
    return [id, { id, name, ods, organisation: name, receives, isActive: row !== deactivated }];
  }),
);

/** Practices that were merged keep the mailboxes of both. */
const merged: ReadonlySet<string> = new Set(['Y90002']);

/** `Y12345OT001`: an ODS code, what sort of mailbox it is, and its number. */
const ofOrganisation = /^([A-Z0-9]{3,10})OT00([12])$/;

export function mailboxOf(population: Population, written: string): Mailbox | undefined {
  const id = written.toUpperCase();
  const known = published.get(id);
  if (known) return known;
  const [, ods = '', number] = ofOrganisation.exec(id) ?? [];
  const organisation = ods === '' ? undefined : population.organisation(ods);
  return organisation && (number === '1' || merged.has(ods)) ? mailboxAt(population, organisation, number) : undefined;
}

function mailboxAt(population: Population, { ods, name, kind }: Organisation, number = '1'): Mailbox {
  const isActive = population.register.entry(ods)?.isActive ?? true;
  return {
    id: `${ods}OT00${number}`,
    name: number === '1' ? name : `${name} (${number})`,
    ods,
    organisation: name,
    receives: receivedBy[kind] ?? [],
    isActive,
  };
}

/** Of one organisation, whatever they receive. */
export function mailboxesOf(population: Population, ods: string): readonly Mailbox[] {
  const organisation = population.organisation(ods);
  const own = organisation ? ['1', ...(merged.has(ods) ? ['2'] : [])].map((number) => mailboxAt(population, organisation, number)) : [];
  return [...official.flatMap(([id, , of]) => (of === ods ? (published.get(id) ?? []) : [])), ...own];
}

/** In the order of the official sandbox, and of the register after it. */
export function receiversOf(population: Population, workflow: string): readonly Mailbox[] {
  const receives = ({ receives: all, isActive }: Mailbox): boolean => isActive && all.includes(workflow);
  const first = [...published.values()].filter(receives);
  const kinds = Object.entries(receivedBy).flatMap(([kind, all]) => (all.includes(workflow) ? [kind] : []));
  if (kinds.length === 0) return first;
  const rest = [...population.organisations()]
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ ods }) => mailboxesOf(population, ods))
    .filter(receives);
  return [...new Map([...first, ...rest].map((mailbox) => [mailbox.id, mailbox])).values()];
}

/** What is told of a mailbox that nobody has registered: where access is open, whoever asks has one. */
export const toldOf = (population: Population, id: string): Pick<Mailbox, 'name' | 'ods' | 'organisation'> =>
  mailboxOf(population, id) ?? { name: id, ods: id.slice(0, 3), organisation: id };
