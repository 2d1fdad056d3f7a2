/** Contacts with practices and hospitals in a year, and who waits for what. */
import type { ClinicalRecord } from '../../../../src/clinical-record.ts';
import { dayOf } from '../../../../src/world/calendar.ts';
import type { Counts } from '../../counts.ts';
import { bandOf, bandsOf, close, law, type Section } from '../../figures.ts';
import type { Life } from '../../life.ts';
import { reading, type Topic, weekdayOf, weekdays } from '../../topic.ts';
import { daysAgo, sexes, since, within, wordsOfSex } from './of-record.ts';

/** Consultations with doctors and nurses, and a tenth more for all staff of today. */
const practiceAges = [0, 5, 15, 25, 45, 65, 75, 85];
const practice = {
  male: [5.9, 2.3, 2.1, 2.9, 4.8, 8.4, 11.3, 13.2],
  female: [5.7, 2.4, 5.3, 6.3, 6.7, 8.7, 11.2, 12.3],
};

/** Of those under one, half of the year was before they were born. */
const hospitalAges = [1, 5, 15, 45, 65, 75, 85];
/** Units for minor injuries are not among the departments that were counted by age; with them it is so many times as much. */
const withMinorUnits = 1.6;
/** Of a thousand people a year: means of the five-year bands of both sexes. */
const hospital = {
  'Emergency departments': [463, 228, 266, 226, 262, 375, 690].map((rate) => rate * withMinorUnits),
  Admissions: [157, 75, 178, 277, 525, 760, 1_210],
  'Outpatient appointments': [667, 578, 873, 1_265, 2_170, 2_540, 2_600],
};

const days: readonly number[] = [21.6, 21, 20, 19.6, 16.5, 1.1, 0.2];

function read(life: Life, record: ClinicalRecord, counts: Counts): void {
  if (!life.isAlive) return;
  const booked = record.of('appointment').filter(({ on }) => on > daysAgo(record, 365) && on <= record.asOf);
  for (const { recorded, sort, mode } of since(record, record.of('encounter'))) {
    if (sort === 'outpatient' || sort === 'emergency' || sort === 'admission') continue;
    counts.among('mode', mode === 'online' ? 'video' : mode);
    counts.among('weekday', weekdayOf(dayOf(recorded)));
  }
  for (const { on, recorded, setting, status } of booked) {
    if (setting === 'hospital') counts.share('missed at a hospital', status === 'missed');
    if (setting === 'hospital' || status === 'cancelled') continue;
    const ahead = dayOf(on) - dayOf(recorded);
    counts.share('missed at a practice', status === 'missed');
    counts.share('on the day', ahead === 0);
    counts.share('within a week', ahead <= 7);
    counts.share('on a holiday', /-(12-25|12-26|01-01)$/.test(on));
  }
  const held = booked.filter(({ status }) => status === 'fulfilled');
  const atPractice = held.filter(({ setting }) => setting === 'general-practice').length;
  counts.value('at a practice', atPractice);
  counts.value(`at a practice, ${record.person.gender} ${bandOf(practiceAges, life.age)}`, atPractice);
  const band = bandOf(hospitalAges, life.age) ?? '';
  const emergencies = since(record, record.of('encounter')).filter(({ sort }) => sort === 'emergency').length;
  counts.value(`Emergency departments ${band}`, 1_000 * emergencies);
  counts.value(`Admissions ${band}`, 1_000 * since(record, record.of('admission')).length);
  counts.value(`Outpatient appointments ${band}`, 1_000 * (held.length - atPractice));
  const waits = record.of('referral').filter(({ waitingFor }) => waitingFor !== undefined);
  counts.value('waiting', 1_000 * waits.length);
  for (const { recorded } of waits) {
    counts.share('under 18 weeks', recorded > daysAgo(record, 18 * 7));
    counts.share('over 52 weeks', recorded < daysAgo(record, 52 * 7));
  }
}

const sections: readonly Section[] = [
  {
    title: 'Appointments at practices by age and sex',
    unit: 'a year',
    about: 'held in the last year for each of the living',
    chart: 'pyramid',
    isOfRecords: true,
    figures: bandsOf(practiceAges).flatMap((band, n) =>
      sexes.map((sex) =>
        within(
          0.15,
          `${wordsOfSex[sex]} ${band}`,
          { values: `at a practice, ${sex} ${band}`, take: 'mean' },
          practice[sex][n] ?? 0,
          'consultations',
        ),
      ),
    ),
  },
  {
    title: 'Appointments at practices',
    unit: 'a year',
    about: 'held in the last year for each of the living',
    isOfRecords: true,
    figures: [within(0.1, 'appointments', { values: 'at a practice', take: 'mean' }, 5.8, 'consultations')],
  },
  {
    title: 'How people are seen at practices',
    unit: '%',
    about: 'of the contacts, or of the appointments, of the last year',
    isOfRecords: true,
    figures: [
      close('face to face', { group: 'mode', key: 'face-to-face' }, 65.4, 'consultations', 3),
      close('by telephone', { group: 'mode', key: 'telephone' }, 25, 'consultations', 3),
      close('online or by video', { group: 'mode', key: 'video' }, 7, 'consultations', 2),
      close('at home', { group: 'mode', key: 'home-visit' }, 1, 'consultations', 1),
      close('missed', { share: 'missed at a practice' }, 4.2, 'consultations', 1),
      close('on the day of booking', { share: 'on the day' }, 44, 'consultations', 4),
      close('within a week of booking', { share: 'within a week' }, 70, 'consultations', 5),
      law('on 25 or 26 December or 1 January', { share: 'on a holiday' }),
    ],
  },
  {
    title: 'Contacts with practices by weekday',
    unit: '%',
    about: 'of the contacts of the last year',
    isOfRecords: true,
    figures: weekdays.map((day, n) => close(day, { group: 'weekday', key: day }, days[n] ?? 0, 'consultations', 1)),
  },
  ...Object.entries(hospital).map(([title, rates]): Section => ({
    title,
    unit: 'per 1,000',
    about: 'of the living of that age, in the last year',
    isOfRecords: true,
    figures: bandsOf(hospitalAges).map((band, n) =>
      within(0.15, band, { values: `${title} ${band}`, take: 'mean' }, rates[n] ?? 0, 'hospital'),
    ),
  })),
  {
    title: 'Outpatient appointments missed',
    unit: '%',
    about: 'of those of the last year',
    isOfRecords: true,
    figures: [close('missed', { share: 'missed at a hospital' }, 6.5, 'hospital', 1)],
  },
  {
    title: 'The waiting list',
    unit: 'per 1,000',
    about: 'of the living, referrals that wait',
    isOfRecords: true,
    figures: [within(0.15, 'waiting', { values: 'waiting', take: 'mean' }, 114, 'waiting')],
  },
  {
    title: 'How long they have waited',
    unit: '%',
    about: 'of the referrals that wait',
    isOfRecords: true,
    figures: [
      close('under 18 weeks', { share: 'under 18 weeks' }, 64.7, 'waiting', 4),
      close('over 52 weeks', { share: 'over 52 weeks' }, 1.4, 'waiting', 1),
    ],
  },
];

export const visiting: Topic = { title: 'Contacts with the NHS', sections, begin: reading(read) };
