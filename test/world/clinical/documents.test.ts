/** Letters and summaries, told of people of the whole population. */
import { expect, test } from 'vitest';
import type { ClinicalRecord, DocumentEntry } from '../../../src/clinical-record.ts';
import { dayOf } from '../../../src/world/calendar.ts';
import { dateInWords } from '../../../src/world/clinical/documents/wording.ts';
import { createWorld } from '../../../src/world/world.ts';
import { sample } from '../everyone.ts';

const [before, today] = ['2025-03-14', '2026-06-01'];
const world = createWorld({ asOf: today });
const records: readonly ClinicalRecord[] = sample(world, 120).flatMap(({ nhsNumber }) => world.record(nhsNumber) ?? []);

const faults = (isFault: (document: DocumentEntry, record: ClinicalRecord) => boolean): readonly unknown[] =>
  records.flatMap((record) =>
    record
      .of('document')
      .filter((document) => isFault(document, record))
      .map(({ title, recorded }) => [record.person.nhsNumber, title, recorded]),
  );

test('every document says first and last that it is synthetic, and between whom it is about and when it was written', () => {
  const wanting = faults(({ paragraphs, recorded }, { person }) => {
    const said = paragraphs.join('\n');
    const isMarked = [paragraphs[0], paragraphs.at(-1)].every((each) => each?.startsWith('Synthetic data'));
    const isAbout = said.includes(person.nhsNumber.slice(-4)) && said.includes(dateInWords(dayOf(person.birthDate)));
    return !isMarked || !isAbout || !said.includes(dateInWords(dayOf(recorded)));
  });
  expect(wanting).toStrictEqual([]);
});

test('no document speaks of days to come but for what is planned, or has a gap in its words', () => {
  expect(faults(({ paragraphs }) => paragraphs.some((each) => /undefined|NaN|\.\.|: \.| {2}/.test(each)))).toStrictEqual([]);
});

test('what documents are about is in the record', () => {
  expect(faults(({ about }, record) => about.some((id) => record.entry(id) === undefined))).toStrictEqual([]);
});

test('the medicines in a letter are those of its day', () => {
  const others = faults(({ paragraphs, recorded }, record) => {
    const listed = paragraphs.find((each) => each.startsWith('Medicines: ')) ?? '';
    const started = record.of('medication').filter(({ course, start }) => course === 'repeat' && start > recorded);
    const taken = record.of('medication').filter(({ start }) => start <= recorded);
    return started.some(
      ({ medicine }) => listed.includes(`${medicine.text},`) && !taken.some((each) => each.medicine.text === medicine.text),
    );
  });
  expect(others).toStrictEqual([]);
});

test('a document says the same on every later day', () => {
  const changed = records.flatMap((record) => {
    const earlier = world.on(before).record(record.person.nhsNumber)?.of('document') ?? [];
    return earlier.filter(
      ({ id, paragraphs }) =>
        record
          .of('document')
          .find((each) => each.id === id)
          ?.paragraphs.join() !== paragraphs.join(),
    );
  });
  expect(changed).toStrictEqual([]);
});

test('there are letters of every sort', () => {
  const sorts = new Set(records.flatMap((record) => record.of('document').map(({ sort }) => sort)));
  expect([...sorts]).toEqual(expect.arrayContaining(['referral-letter', 'clinic-letter', 'discharge-summary']));
});
