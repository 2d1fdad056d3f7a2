/**
 * The English immunisation schedule as dated rows: who is offered what at which age, when each programme began and ended,
 * and how many take it up. After the UK Health Security Agency's published schedules (OGL).
 */
import type { Gender, IsoDate } from '../../population.ts';

/** Vaccine types, in the abbreviations that vaccination records are searched by. */
export const vaccines = {
  '6IN1': '6-in-1 (diphtheria, tetanus, polio, pertussis, Hib, hepatitis B)',
  '4IN1': '4-in-1 pre-school booster',
  '3IN1': '3-in-1 teenage booster',
  PNEUMOCOCCAL: 'Pneumococcal',
  MENB: 'Meningitis B',
  ROTAVIRUS: 'Rotavirus',
  HIBMENC: 'Hib and meningitis C',
  MMR: 'Measles, mumps and rubella',
  MMRV: 'Measles, mumps, rubella and chickenpox',
  HPV: 'Human papillomavirus',
  MENACWY: 'Meningitis ACWY',
  SHINGLES: 'Shingles',
  RSV: 'Respiratory syncytial virus',
  FLU: 'Influenza',
  COVID: 'COVID-19',
} as const;
export type Vaccine = keyof typeof vaccines;

export interface ScheduleRow {
  readonly vaccine: Vaccine;
  readonly dose: number;
  /** When it falls due: weeks, else months, after birth. */
  readonly weeks?: number;
  readonly months?: number;
  /** The programme's own dates: the first and last day on which a dose was offered. */
  readonly offeredFrom: IsoDate;
  readonly offeredTo?: IsoDate;
  readonly bornFrom?: IsoDate;
  readonly bornTo?: IsoDate;
  readonly only?: Gender;
  readonly uptake: number;
}

export const schedule: readonly ScheduleRow[] = [
  { vaccine: '6IN1', dose: 1, weeks: 8, offeredFrom: '2017-09-25', uptake: 0.93 },
  { vaccine: 'MENB', dose: 1, weeks: 8, offeredFrom: '2015-09-01', uptake: 0.93 },
  { vaccine: 'ROTAVIRUS', dose: 1, weeks: 8, offeredFrom: '2013-07-01', uptake: 0.91 },
  { vaccine: '6IN1', dose: 2, weeks: 12, offeredFrom: '2017-10-23', uptake: 0.92 },
  { vaccine: 'MENB', dose: 2, weeks: 12, offeredFrom: '2025-07-01', uptake: 0.92 },
  { vaccine: 'PNEUMOCOCCAL', dose: 1, weeks: 12, offeredFrom: '2020-01-01', offeredTo: '2025-06-30', uptake: 0.93 },
  { vaccine: 'ROTAVIRUS', dose: 2, weeks: 12, offeredFrom: '2013-08-01', uptake: 0.88 },
  { vaccine: '6IN1', dose: 3, weeks: 16, offeredFrom: '2017-11-20', uptake: 0.91 },
  { vaccine: 'PNEUMOCOCCAL', dose: 1, weeks: 16, offeredFrom: '2025-07-01', uptake: 0.93 },
  { vaccine: 'MENB', dose: 2, weeks: 16, offeredFrom: '2015-11-01', offeredTo: '2025-06-30', uptake: 0.92 },
  { vaccine: 'HIBMENC', dose: 1, months: 12, offeredFrom: '2006-09-01', offeredTo: '2025-06-30', uptake: 0.9 },
  { vaccine: 'PNEUMOCOCCAL', dose: 2, months: 12, offeredFrom: '2006-09-01', uptake: 0.9 },
  { vaccine: 'MENB', dose: 3, months: 12, offeredFrom: '2016-05-01', uptake: 0.88 },
  { vaccine: 'MMR', dose: 1, months: 12, offeredFrom: '1988-10-01', offeredTo: '2025-12-31', uptake: 0.9 },
  { vaccine: 'MMRV', dose: 1, months: 12, offeredFrom: '2026-01-01', uptake: 0.9 },
  { vaccine: '6IN1', dose: 4, months: 18, bornFrom: '2024-07-01', offeredFrom: '2026-01-01', uptake: 0.88 },
  { vaccine: 'MMRV', dose: 2, months: 18, bornFrom: '2024-07-01', offeredFrom: '2026-01-01', uptake: 0.88 },
  { vaccine: '4IN1', dose: 1, months: 40, offeredFrom: '2001-11-01', uptake: 0.85 },
  { vaccine: 'MMR', dose: 2, months: 40, offeredFrom: '1996-10-01', offeredTo: '2025-12-31', uptake: 0.85 },
  { vaccine: 'MMRV', dose: 1, months: 40, bornTo: '2024-12-31', offeredFrom: '2026-01-01', uptake: 0.85 },
  { vaccine: 'HPV', dose: 1, months: 152, only: 'female', offeredFrom: '2008-09-01', uptake: 0.8 },
  { vaccine: 'HPV', dose: 1, months: 152, only: 'male', offeredFrom: '2019-09-01', uptake: 0.7 },
  { vaccine: '3IN1', dose: 1, months: 170, offeredFrom: '2004-09-01', uptake: 0.75 },
  { vaccine: 'MENACWY', dose: 1, months: 170, offeredFrom: '2015-09-01', uptake: 0.75 },
  { vaccine: 'PNEUMOCOCCAL', dose: 1, months: 65 * 12, offeredFrom: '2005-04-01', uptake: 0.7 },
  { vaccine: 'SHINGLES', dose: 1, months: 65 * 12, bornFrom: '1958-09-01', offeredFrom: '2023-09-01', uptake: 0.45 },
  { vaccine: 'SHINGLES', dose: 1, months: 70 * 12, bornTo: '1958-08-31', offeredFrom: '2013-09-01', uptake: 0.6 },
  { vaccine: 'RSV', dose: 1, months: 75 * 12, offeredFrom: '2024-09-01', uptake: 0.6 },
];

/** COVID-19: the first doses went out by age from this day; then one each autumn to the older. */
export const covid = {
  began: '2020-12-08',
  daysPerYearOfAge: 2.2,
  youngest: 12,
  betweenDoses: 77,
  uptake: 0.86,
  autumns: [
    { year: 2021, from: 40, uptake: 0.8 },
    { year: 2022, from: 50, uptake: 0.7 },
    { year: 2023, from: 65, uptake: 0.68 },
    { year: 2024, from: 65, uptake: 0.6 },
    { year: 2025, from: 75, uptake: 0.55 },
  ],
} as const;

/** Influenza, each autumn: children, people of 65 and over, and those with a long-term condition. */
export const flu = { firstYear: 2015, child: [2, 15], childUptake: 0.5, older: 65, olderUptake: 0.77, atRiskUptake: 0.4 } as const;
