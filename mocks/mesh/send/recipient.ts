/** To whom a message goes: a mailbox by its id, or that of somebody's practice. */
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import type { Person, Population } from '../../../src/population.ts';
import * as faults from '../faults.ts';
import { internalMailbox, mailboxesOf, mailboxOf, type Mailbox } from '../mailboxes/mailboxes.ts';

export function recipientOf(population: Population, to: string): Mailbox | faults.MeshFault {
  const id = to.toUpperCase();
  if (id === internalMailbox) return faults.toInternalMailbox;
  if (id.startsWith('GPPROVIDER_')) return practiceOf(population, id);
  return mailboxOf(population, id) ?? faults.unregisteredRecipient;
}

/** `GPPROVIDER_9000000009_22102010_SMITH`: NHS number, date of birth (ddMMyyyy) and surname of a member of the practice. */
function practiceOf(population: Population, address: string): Mailbox | faults.MeshFault {
  const [, number = '', day, month, year, family] = /^GPPROVIDER_(\d{10})_(\d\d)(\d\d)(\d{4})_(.+)$/.exec(address) ?? [];
  if (number === '') return faults.noMailbox;
  if (parseNhsNumber(number) === undefined) return faults.noNhsNumber;
  const person = population.find(number);
  if (!person) return faults.unknownNhsNumber;
  if (person.birthDate !== `${year}-${month}-${day}` || person.names[0]?.family.toUpperCase() !== family) return faults.otherDemographics;
  const ods = registeredAt(person);
  const [mailbox, ...others] = ods === undefined ? [] : mailboxesOf(population, ods);
  if (!mailbox) return faults.noMailbox;
  return others.length > 0 ? faults.severalMailboxes : mailbox;
}

/** Where somebody is registered who is restricted would tell where they live. */
function registeredAt({ registrations: [now], death, restricted }: Person): string | undefined {
  return restricted || death || now?.period.end !== undefined ? undefined : now?.practice;
}
