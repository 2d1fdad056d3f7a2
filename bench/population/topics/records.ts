/** Records that are awkward or untidy, as real ones are. Nothing is published of how many: these are the rates that this sandbox states. */
import type { Person, Trait } from '../../../src/population.ts';
import type { Reading } from '../counts.ts';
import { type Figure, figure, inside, type Section } from '../figures.ts';
import type { Topic } from '../topic.ts';

const some = (label: string, reading: Reading, most: number): Figure => inside(label, reading, [0.005, most], 'stated');

/** What is untidy in a record, and how common it may be, in per cent. */
const untidy: readonly (readonly [string, number, (person: Person) => boolean])[] = [
  ['temporary address', 3, ({ addresses }) => addresses.some(({ use }) => use === 'temp')],
  ['billing address', 2, ({ addresses }) => addresses.some(({ use }) => use === 'billing')],
  ['work address', 2, ({ addresses }) => addresses.some(({ use }) => use === 'work')],
  ['address without a postcode', 2, ({ addresses }) => addresses.some(({ postcode }) => postcode === undefined)],
  ['no fixed abode', 0.5, ({ addresses }) => addresses[0]?.postcode === 'ZZ99 3VZ'],
  ['no address', 0.5, ({ addresses }) => addresses.length === 0],
  ['work phone', 10, ({ telecoms }) => telecoms.some(({ use }) => use === 'work')],
  ['temporary phone', 3, ({ telecoms }) => telecoms.some(({ use }) => use === 'temp')],
  ['fax', 2, ({ telecoms }) => telecoms.some(({ system }) => system === 'fax')],
  ['textphone', 2, ({ telecoms }) => telecoms.some(({ system }) => system === 'other')],
  ['no phone, no e-mail', 20, ({ telecoms }) => telecoms.length === 0],
  ['name in capitals', 10, ({ names: [name] }) => name !== undefined && /^[A-Z' -]{2,}$/.test(name.family)],
  ['former or maiden name', 30, ({ names }) => names.some(({ use }) => use === 'maiden' || use === 'old')],
  ['nickname or other name in use', 10, ({ names }) => names.some(({ use }) => use === 'nickname' || use === 'temp')],
  ['gender other', 1, ({ gender }) => gender === 'other'],
  ['gender unknown', 1, ({ gender }) => gender === 'unknown'],
  ['managing organisation', 100, ({ managingOrganisation }) => managingOrganisation !== undefined],
  ['dispensing doctor', 10, ({ dispenser }) => dispenser !== undefined],
  ['appliance contractor', 10, ({ applianceSupplier }) => applianceSupplier !== undefined],
  ['no practice', 3, ({ registrations, death }) => death === undefined && !registrations.some(({ period }) => period.end === undefined)],
  ['ethnic category not stated', 15, ({ ethnicity }) => ethnicity === 'Z'],
];

const standing: readonly (readonly [Trait, number])[] = [
  ['superseded', 0.2],
  ['invalidated', 0.1],
  ['minimal', 0.05],
];

const untidyRecords: Section = {
  title: 'Untidy records',
  unit: '%',
  about: 'of all people on record',
  figures: [
    ...untidy.map(([name, most]) => some(name, { share: name }, most)),
    figure('restricted', { share: 'restricted' }, 0.3, 'stated'),
    some('born on 1 January', { share: 'born on 1 January' }, 2),
    inside('born on 1 January, of those born abroad', { share: 'born on 1 January, abroad' }, [1, 15], 'stated'),
  ],
};

const standingOfRecords: Section = {
  title: 'Records that are not live',
  unit: '%',
  about: 'of the size of the population',
  figures: standing.map(([trait, share]) => figure(trait, { number: trait }, share, 'stated')),
};

export const records: Topic = {
  title: 'Records',
  sections: [untidyRecords, standingOfRecords],
  begin: ({ population }) => ({
    see(life, counts) {
      const { person } = life;
      for (const [name, , is] of untidy) counts.share(name, is(person));
      counts.share('restricted', person.restricted);
      const isNewYear = person.birthDate.endsWith('-01-01');
      counts.share('born on 1 January', isNewYear);
      if (life.isBornAbroad === true) counts.share('born on 1 January, abroad', isNewYear);
    },
    finish(counts, isWhole) {
      if (!isWhole) return;
      for (const [trait] of standing) {
        counts.number(trait, (100 * [...population.withTrait(trait)].length) / population.size);
      }
    },
  }),
};
