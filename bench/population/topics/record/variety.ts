/** How many kinds of things there are in records, how long these are, and that no two are alike. */
import { hash } from '../../../../src/world/hash.ts';
import { inside, law, type Section } from '../../figures.ts';
import type { Topic } from '../../topic.ts';

const kinds: Readonly<Record<string, number>> = {
  conditions: 60,
  'medicines, form and strength': 150,
  observations: 25,
  procedures: 40,
  vaccinations: 25,
};
const everything = 1_000_000;

const sections: readonly Section[] = [
  {
    title: 'Kinds of things in records',
    unit: 'kinds',
    about: 'of all records that were read',
    isOfRecords: true,
    figures: Object.entries(kinds).map(([name, least]) => inside(name, { number: name }, [least, everything], 'target')),
  },
  {
    title: 'People alike',
    unit: 'records',
    about: 'whose problems, medicines and encounters are those of somebody else of their sex and year of birth',
    isOfRecords: true,
    figures: [law('adults alike', { number: 'alike' })],
  },
  {
    title: 'Entries of a record',
    unit: 'entries',
    about: 'of all kinds together',
    isOfRecords: true,
    figures: [inside('mean', { values: 'entries of a record', take: 'mean' }, [100, 900], 'target')],
  },
  {
    title: 'Time for a record',
    unit: 'ms',
    about: 'of one processor, for everything of one person',
    isOfRecords: true,
    figures: [
      inside('median', { values: 'milliseconds for a record', take: 'median' }, [0, 1.5], 'target'),
      inside('nine in ten within', { values: 'milliseconds for a record', take: 'p90' }, [0, 4], 'target'),
      inside('ninety-nine in a hundred within', { values: 'milliseconds for a record', take: 'p99' }, [0, 12], 'target'),
    ],
  },
];

/** What is told apart by a few digits of a hash is apart. */
const numberOf = (text: string): number => [...text].reduce((sum, letter) => hash(sum, letter.charCodeAt(0), 1), 0);

export const variety: Topic = {
  title: 'Records as a whole',
  sections,
  begin() {
    const seen = new Map(Object.keys(kinds).map((name) => [name, new Set<string>()]));
    const lives = new Set<string>();
    let alike = 0;
    return {
      read(life, record) {
        const add = (name: string, what: string): unknown => seen.get(name)?.add(what);
        for (const { sort } of record.of('condition')) add('conditions', sort);
        for (const { medicine } of record.of('medication')) add('medicines, form and strength', medicine.text);
        for (const { sort } of record.of('observation')) add('observations', sort);
        for (const { sort } of record.of('procedure')) add('procedures', sort);
        for (const { sort } of record.of('vaccination')) add('vaccinations', sort);
        if (life.age < 18) return;
        const told = [
          ...record.of('condition').map(({ sort, recorded }) => sort + recorded),
          ...record.of('medication').map(({ medicine, recorded }) => medicine.text + recorded),
          ...record.of('encounter').map(({ recorded, note }) => recorded + note),
        ];
        // Somebody who came last week has nothing yet, like others.
        if (told.length === 0) return;
        const key = `${record.person.gender} ${record.person.birthDate.slice(0, 4)} ${numberOf(told.join())}`;
        if (lives.has(key)) alike += 1;
        lives.add(key);
      },
      finish(counts) {
        for (const [name, what] of seen) if (what.size > 0) counts.number(name, what.size);
        if (lives.size > 0) counts.number('alike', alike);
      },
    };
  },
};
