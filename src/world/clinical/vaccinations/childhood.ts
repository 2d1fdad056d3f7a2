/**
 * The schedule of the early years, by the day of birth, since those who were born in 1940. Uptake is that which is published by the second or
 * the fifth birthday, by year of birth; what comes before 1985 is estimated from rounded national figures.
 */
import { dayOf } from '../../calendar.ts';
import type { Quantiles } from '../../pattern/draws.ts';
import { line } from './curve.ts';
import type { VaccineName } from './vaccines.ts';

export interface ChildDose {
  /** Age in days. */
  readonly age: number;
  /** Days since the dose before, at least. */
  readonly gap?: number;
  /** In the place of that of the series: percent of everybody. */
  readonly uptake?: Quantiles;
  /** The share of that who come for this one too. */
  readonly keeps?: number;
}

export interface ChildSeries {
  readonly vaccine: VaccineName;
  /** The first and the last day of birth. */
  readonly born: readonly [from: number, to: number];
  /** Percent by year of birth. */
  readonly uptake: Quantiles;
  /** Only those whom this one misses: it is given in its place. */
  readonly insteadOf?: Quantiles;
  /** Series of one programme are taken up by the same people. */
  readonly programme: number;
  readonly doses: readonly ChildDose[];
  /** The number of the first dose, where others count too. */
  readonly firstDose?: number;
  /** Doses of the whole course. */
  readonly of?: number;
  /** Only for those who have had so many doses of a programme. */
  readonly after?: readonly [programme: number, doses: number];
  /** The day on which it was introduced, where those born earlier had it then. */
  readonly since?: number;
  /** Not offered beyond that age in days. */
  readonly until: number;
  readonly isLate?: true;
  /** Also given abroad, so that somebody may bring it with them. */
  readonly isWorldwide?: true;
  readonly ethnicities?: string;
}

const born = (from: string, to: string): readonly [number, number] => [dayOf(from), dayOf(to)];
const months = (n: number): number => Math.ceil(n * 30.4375);
const weeks = (n: number): number => 7 * n;
const years = (n: number): number => Math.floor(n * 365.25);

const atWeeks8to16: readonly ChildDose[] = [{ age: weeks(8) }, { age: weeks(12) }, { age: weeks(16) }];
const atMonths3to9: readonly ChildDose[] = [{ age: months(3) }, { age: months(5), gap: 42 }, { age: months(9), gap: 120 }];
const preSchool = months(40);
const firstBirthday = 366;

const primary: Quantiles = line(
  1940,
  50,
  1950,
  70,
  1958,
  78,
  1966,
  80,
  1976,
  78,
  1980,
  83,
  1985,
  87,
  1990,
  92,
  1993,
  95,
  2001,
  94,
  2011,
  96.5,
  2017,
  94.5,
  2021,
  93,
  2040,
  93,
);
const withPertussis: Quantiles = line(
  1957,
  60,
  1958,
  73,
  1972,
  73,
  1974,
  50,
  1976,
  30,
  1977,
  30,
  1980,
  47,
  1985,
  73,
  1987,
  75,
  1990,
  88,
  1993,
  94.5,
  2004,
  94,
);
const booster: Quantiles = line(1955, 65, 1970, 75, 1985, 83, 1995, 85, 2000, 84, 2008, 90, 2014, 89, 2018, 87.5, 2020, 86);
const mmrFirst: Quantiles = line(
  1987,
  80,
  1989,
  89,
  1991,
  92.5,
  1994,
  93,
  1998,
  89,
  2001,
  80.5,
  2003,
  84.5,
  2007,
  91,
  2010,
  94.5,
  2014,
  94,
  2018,
  92.5,
  2021,
  91,
  2024,
  91,
);
const mmrSecond: Quantiles = line(1990, 70, 1994, 77, 1998, 75, 2001, 75, 2005, 85, 2009, 89, 2014, 87, 2018, 84.5, 2021, 84);

export const childhood: readonly ChildSeries[] = [
  // Diphtheria, tetanus, pertussis, polio, Hib, and hepatitis B in the end: one programme, whatever is combined.
  {
    vaccine: 'dtp',
    born: born('1957-01-01', '1990-02-28'),
    uptake: withPertussis,
    programme: 1,
    doses: atMonths3to9,
    of: 3,
    until: years(5),
    isWorldwide: true,
  },
  {
    vaccine: 'dt',
    born: born('1940-01-01', '1990-02-28'),
    uptake: primary,
    insteadOf: withPertussis,
    programme: 1,
    doses: atMonths3to9,
    of: 3,
    until: years(5),
    isWorldwide: true,
  },
  {
    vaccine: 'dtp',
    born: born('1990-03-01', '1996-05-31'),
    uptake: withPertussis,
    programme: 1,
    doses: atWeeks8to16,
    of: 3,
    until: years(10),
    isWorldwide: true,
  },
  {
    vaccine: 'dtp-hib',
    born: born('1996-06-01', '2004-07-31'),
    uptake: withPertussis,
    programme: 1,
    doses: atWeeks8to16,
    of: 3,
    until: years(10),
    isWorldwide: true,
  },
  {
    vaccine: 'polio',
    born: born('1955-01-01', '1990-02-28'),
    uptake: primary,
    programme: 1,
    doses: atMonths3to9,
    of: 3,
    until: years(10),
    isWorldwide: true,
  },
  {
    vaccine: 'polio',
    born: born('1990-03-01', '2004-07-31'),
    uptake: primary,
    programme: 1,
    doses: atWeeks8to16,
    of: 3,
    until: years(10),
    isWorldwide: true,
  },
  {
    vaccine: 'hib',
    born: born('1988-10-01', '1992-07-31'),
    uptake: line(1988, 70, 1992, 85),
    programme: 1,
    doses: [{ age: months(14) }],
    since: dayOf('1992-10-01'),
    until: years(5),
  },
  { vaccine: 'hib', born: born('1992-08-01', '1996-05-31'), uptake: primary, programme: 1, doses: atWeeks8to16, of: 3, until: years(4) },
  {
    vaccine: '5-in-1',
    born: born('2004-08-01', '2017-07-31'),
    uptake: primary,
    programme: 1,
    doses: atWeeks8to16,
    of: 3,
    until: years(10),
    isWorldwide: true,
  },
  {
    vaccine: '6-in-1',
    born: born('2017-08-01', '2024-06-30'),
    uptake: primary,
    programme: 1,
    doses: atWeeks8to16,
    of: 3,
    until: years(10),
    isWorldwide: true,
  },
  {
    vaccine: '6-in-1',
    born: born('2024-07-01', '2040-12-31'),
    uptake: primary,
    programme: 1,
    doses: [...atWeeks8to16, { age: months(18), gap: 180, keeps: 0.95 }],
    of: 4,
    until: years(10),
    isWorldwide: true,
  },
  // Boosters before school.
  {
    vaccine: 'pre-school-dt',
    born: born('1945-01-01', '2001-05-31'),
    uptake: booster,
    programme: 2,
    doses: [{ age: years(4.2) }],
    after: [1, 3],
    until: years(10),
  },
  {
    vaccine: 'polio',
    born: born('1955-01-01', '2001-05-31'),
    uptake: booster,
    programme: 2,
    doses: [{ age: years(4.2) }],
    firstDose: 4,
    after: [1, 3],
    until: years(10),
  },
  {
    vaccine: '4-in-1',
    born: born('2001-06-01', '2040-12-31'),
    uptake: booster,
    programme: 2,
    doses: [{ age: preSchool }],
    after: [1, 3],
    until: years(10),
    isLate: true,
  },
  // Measles, mumps, rubella, and chickenpox.
  {
    vaccine: 'measles',
    born: born('1966-06-01', '1987-06-30'),
    uptake: line(1966, 40, 1968, 48, 1975, 50, 1980, 53, 1985, 69, 1986, 77, 1987, 80),
    programme: 3,
    doses: [{ age: months(15) }],
    until: years(5),
    isLate: true,
    isWorldwide: true,
  },
  {
    vaccine: 'mmr',
    born: born('1987-07-01', '1991-09-30'),
    since: dayOf('1988-10-03'),
    uptake: mmrFirst,
    programme: 3,
    doses: [{ age: months(15) }],
    of: 2,
    until: years(18),
    isLate: true,
    isWorldwide: true,
  },
  {
    vaccine: 'mmr',
    born: born('1991-10-01', '2005-12-31'),
    uptake: mmrFirst,
    programme: 3,
    doses: [{ age: months(13) }, { age: years(4.2), gap: 90, uptake: mmrSecond }],
    of: 2,
    until: years(25),
    isLate: true,
    isWorldwide: true,
  },
  {
    vaccine: 'mmr',
    born: born('2006-01-01', '2024-06-30'),
    uptake: mmrFirst,
    programme: 3,
    doses: [{ age: firstBirthday }, { age: preSchool, gap: 30, uptake: mmrSecond }],
    of: 2,
    until: years(25),
    isLate: true,
    isWorldwide: true,
  },
  {
    vaccine: 'mmr',
    born: born('2024-07-01', '2024-12-31'),
    uptake: mmrFirst,
    programme: 3,
    doses: [{ age: firstBirthday }],
    of: 2,
    until: years(25),
    isLate: true,
    isWorldwide: true,
  },
  {
    vaccine: 'mmrv',
    born: born('2024-07-01', '2024-12-31'),
    uptake: mmrSecond,
    programme: 3,
    doses: [{ age: months(18), gap: 30 }],
    since: dayOf('2026-01-02'),
    firstDose: 2,
    of: 2,
    after: [3, 1],
    until: years(25),
    isLate: true,
  },
  {
    vaccine: 'mmrv',
    born: born('2025-01-01', '2040-12-31'),
    uptake: mmrFirst,
    programme: 3,
    doses: [{ age: firstBirthday }, { age: months(18), gap: 30, uptake: mmrSecond }],
    of: 2,
    until: years(25),
    isLate: true,
    isWorldwide: true,
  },
  // Meningococcus, at first for everybody under 18.
  {
    vaccine: 'men-c',
    born: born('1981-09-01', '1999-06-30'),
    since: dayOf('1999-11-08'),
    uptake: line(1981, 80, 1986, 85, 1999, 87),
    programme: 4,
    doses: [{ age: 0 }],
    until: years(19),
  },
  {
    vaccine: 'men-c',
    born: born('1999-07-01', '2006-05-31'),
    uptake: line(1999, 89, 2006, 92),
    programme: 4,
    doses: atWeeks8to16,
    of: 3,
    until: years(1),
  },
  {
    vaccine: 'men-c',
    born: born('2006-06-01', '2013-02-28'),
    uptake: line(2006, 92, 2013, 94),
    programme: 4,
    doses: [{ age: weeks(12) }, { age: weeks(16) }],
    of: 2,
    until: years(1),
  },
  {
    vaccine: 'men-c',
    born: born('2013-03-01', '2016-03-31'),
    uptake: line(2013, 94),
    programme: 4,
    doses: [{ age: weeks(12) }],
    until: years(1),
  },
  {
    vaccine: 'hib-men-c',
    born: born('2005-09-01', '2024-06-30'),
    since: dayOf('2006-09-04'),
    uptake: line(2005, 88, 2011, 93, 2015, 92, 2021, 89.5),
    programme: 5,
    doses: [{ age: firstBirthday }],
    until: years(10),
    isLate: true,
  },
  {
    vaccine: 'men-b',
    born: born('2015-05-01', '2025-04-30'),
    uptake: line(2015, 95.5, 2019, 93.5, 2022, 92),
    programme: 6,
    doses: [{ age: weeks(8) }, { age: weeks(16), gap: 56 }, { age: firstBirthday, gap: 56, keeps: 0.96 }],
    of: 3,
    until: years(2),
  },
  {
    vaccine: 'men-b',
    born: born('2025-05-01', '2040-12-31'),
    uptake: line(2022, 92),
    programme: 6,
    doses: [{ age: weeks(8) }, { age: weeks(12) }, { age: firstBirthday, gap: 56, keeps: 0.96 }],
    of: 3,
    until: years(2),
  },
  // Pneumococcus, rotavirus.
  {
    vaccine: 'pneumococcal-7',
    born: born('2006-07-01', '2010-01-31'),
    since: dayOf('2006-09-04'),
    uptake: line(2006, 93, 2010, 94.5),
    programme: 7,
    doses: [{ age: weeks(8) }, { age: weeks(16), gap: 56 }, { age: months(13), gap: 56, keeps: 0.95 }],
    of: 3,
    until: years(2),
  },
  {
    vaccine: 'pneumococcal-13',
    born: born('2010-02-01', '2019-12-31'),
    uptake: line(2010, 95, 2019, 94),
    programme: 7,
    doses: [{ age: weeks(8) }, { age: weeks(16), gap: 56 }, { age: firstBirthday, gap: 56, keeps: 0.96 }],
    of: 3,
    until: years(2),
  },
  {
    vaccine: 'pneumococcal-13',
    born: born('2020-01-01', '2025-04-30'),
    uptake: line(2020, 94),
    programme: 7,
    doses: [{ age: weeks(12) }, { age: firstBirthday, gap: 56, keeps: 0.95 }],
    of: 2,
    until: years(2),
  },
  {
    vaccine: 'pneumococcal-13',
    born: born('2025-05-01', '2040-12-31'),
    uptake: line(2025, 93.5),
    programme: 7,
    doses: [{ age: weeks(16) }, { age: firstBirthday, gap: 56, keeps: 0.95 }],
    of: 2,
    until: years(2),
  },
  {
    vaccine: 'rotavirus',
    born: born('2013-05-01', '2040-12-31'),
    uptake: line(2013, 97.5, 2017, 97, 2022, 95.5),
    programme: 8,
    doses: [{ age: weeks(8) }, { age: weeks(12), keeps: 0.985 }],
    of: 2,
    until: weeks(24) - 1,
  },
  // For babies whose families come from where tuberculosis is common.
  {
    vaccine: 'bcg',
    born: born('2005-09-01', '2040-12-31'),
    uptake: line(2005, 65),
    programme: 9,
    doses: [{ age: 28 }],
    until: years(1),
    ethnicities: 'HJKLN',
  },
];
