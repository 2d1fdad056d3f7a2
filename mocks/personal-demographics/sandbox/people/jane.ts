/** Jane Smith, whom most published requests are about, and the two who are found in her place. */
import type { JsonObject } from '../../../../src/contract/contract.ts';
import { communication, contactPreference, deathNotification, pharmacy, removal } from '../../record/extensions.ts';
import { extensionUrl, system } from '../../record/systems.ts';
import { patientOf, type WrittenName, type WrittenPeople, type WrittenPerson } from './written.ts';

const period = '2020-01-01/2021-12-31';
const lines = ['1 Trevelyan Square', 'Boar Lane', 'City Centre', 'Leeds', 'West Yorkshire'];
const keys = { PAF: '12345678', UPRN: '123456789012' };
const died = '2010-10-22T00:00:00+00:00';

/** As a search tells of her, and of those who are like her. */
function found(name: WrittenName, g: string, email: string): WrittenPerson {
  return {
    v: '2',
    names: [name],
    g,
    born: '2010-10-22',
    multiple: '1',
    died: [died, '2', died],
    addr: [['456', 'home', lines, 'LS1 6AE', period, keys]],
    tel: [
      ['789', 'phone', 'home', '01632960587', period],
      ['790', 'email', 'home', email, '2019-01-01/2022-12-31'],
      ['OC789', 'other', 'home', '01632960587', period],
    ],
    contact: ['C123', 'phone', '01632960587', period],
    gp: ['254406A3', 'Y12345', period],
  };
}

const jane = found(['123', 'usual', 'Mrs', ['Jane'], 'Smith', period, ['MBE']], 'female', 'jane.smith@example.com');

export const foundAsJane: WrittenPeople = {
  '9000000009': jane,
  '9000000017': found(['123', 'usual', 'Mrs', ['Jayne'], 'Smyth', period, ['MBE']], 'female', 'jayne.smyth@example.com'),
  '9000000015': found(['123', 'usual', 'Mr', ['John Paul', 'James'], 'Smith', period, ['MBE']], 'male', 'johnp.smith@example.com'),
};

/** How she likes to be written to, and the language that she speaks: said of her guardians as well. */
export const preferences = {
  contact: contactPreference({ method: '1', format: '12', times: 'Not after 7pm' }),
  communication: communication('fr', true),
};

/** As she is read, with all that is known of her. Clients address her extensions by where they stand. */
export function readJane(): JsonObject {
  const temporary = ['T456', 'temp', lines, 'LS1 6AE', period, { ...keys, text: 'Student Accommodation' }] as const;
  const person: WrittenPerson = {
    ...jane,
    names: [['123', 'usual', 'Mrs', ['Jane'], 'Smith', period]], // where a search gives her a suffix
    addr: [...(jane.addr ?? []), temporary],
  };
  const extension = [
    pharmacy(extensionUrl.nominatedPharmacy, 'Y12345'),
    pharmacy(extensionUrl.preferredDispenser, 'Y23456'),
    pharmacy(extensionUrl.applianceSupplier, 'Y34567'),
    deathNotification('2', died),
    preferences.communication,
    preferences.contact,
    { url: extensionUrl.birthPlace, valueAddress: { city: 'Manchester', district: 'Greater Manchester', country: 'GBR' } },
    removal({ code: 'SCT', period: { start: '2020-01-01', end: '2021-12-31' } }),
  ];
  const organisation = { system: system.odsCode, value: 'Y12345', period: { start: '2020-01-01', end: '2021-12-31' } };
  return { ...patientOf('9000000009', person, extension), managingOrganization: { type: 'Organization', identifier: organisation } };
}
