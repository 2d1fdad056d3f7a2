/** At what age and in which season people die: of the dead whom the records keep. */
import { bandOf, bandsOf, figure, inside, type Section, target } from '../figures.ts';
import { monthOf, months, observing, shareOfYear, type Topic } from '../topic.ts';

const starts = [0, 1, 15, 30, 45, 55, 65, 75, 85];
/** Of all deaths, in per cent. */
const men = [0.2, 0.1, 0.4, 1.3, 2.1, 5.0, 9.1, 16.4, 15.6];
const women = [0.2, 0.1, 0.2, 0.8, 1.4, 3.4, 6.6, 14.3, 22.7];
/** Few of so many thousand: a tenth of a tiny share is less than the table was rounded by. */
const rounding = 0.1;

const atAge: Section = {
  title: 'Age at death',
  unit: '%',
  about: 'of the deaths on record',
  chart: 'pyramid',
  figures: bandsOf(starts).flatMap((band, n) => [
    figure(`women ${band}`, { group: 'age at death', key: `female ${band}` }, women[n] ?? 0, 'lifeTable', rounding),
    figure(`men ${band}`, { group: 'age at death', key: `male ${band}` }, men[n] ?? 0, 'lifeTable', rounding),
  ]),
};

const medians: Section = {
  title: 'Median age at death',
  unit: 'years',
  about: 'of the deaths on record',
  figures: [
    target(inside('men', { values: 'age at death, male', take: 'median' }, [80, 82], 'lifeTable')),
    target(inside('women', { values: 'age at death, female', take: 'median' }, [83, 86], 'lifeTable')),
  ],
};

const shares: Section = {
  title: 'How many die, and how early',
  unit: '%',
  about: 'of the deaths on record, or of everybody',
  figures: [
    target(inside('dead before 65, of the dead', { share: 'dead before 65' }, [13, 16], 'lifeTable')),
    figure('died within the last year, of everybody', { share: 'died within a year' }, 0.94, 'deaths'),
  ],
};

const season: Section = {
  title: 'Deaths by month',
  unit: 'index',
  about: '100 is the mean day',
  figures: [
    figure('January', { group: 'month of death', key: 'January', expected: shareOfYear(0) }, 115, 'deaths'),
    figure('August', { group: 'month of death', key: 'August', expected: shareOfYear(months.indexOf('August')) }, 92, 'deaths'),
  ],
};

export const deaths: Topic = {
  title: 'Deaths',
  sections: [medians, shares, atAge, season],
  begin: observing((life, counts) => {
    const { death, age } = life;
    const isRecent = death !== undefined && life.yearsSince(death) < 1;
    if (death === undefined || isRecent) counts.share('died within a year', isRecent);
    if (death === undefined) return;
    const { gender } = life.person;
    counts.value(`age at death, ${gender}`, life.yearsOldOn(death));
    counts.share('dead before 65', age < 65);
    counts.among('age at death', `${gender} ${bandOf(starts, age)}`);
    counts.among('month of death', monthOf(life.person.death?.date ?? ''));
  }),
};
