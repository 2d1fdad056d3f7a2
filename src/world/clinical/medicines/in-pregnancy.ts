/** What women are given while they are pregnant. */
import { field } from '../../fields.ts';
import { uncoded } from '../coded.ts';
import type { Health, LivedPregnancy } from '../health.ts';
import { recordsBegan } from '../records-began.ts';
import { said, taken } from './doses.ts';
import type { TreatmentNeed } from './treatment-need.ts';
import type { TreatmentChoice } from './treatment.ts';

const week = 7;

interface Given {
  readonly percent: number;
  /** Where there is more risk: of diabetes, epilepsy and obesity (NICE NG201, NG133). */
  readonly atRisk: number;
  readonly reason: string;
  readonly from: number;
  readonly to: number;
  readonly choices: readonly TreatmentChoice[];
}

/** Weeks from … to. */
const given: readonly Given[] = [
  { percent: 26, atRisk: 0, reason: 'Pregnancy', from: 4, to: 12, choices: [{ of: ['Folic acid 400microgram tablets'] }] },
  { percent: 0, atRisk: 85, reason: 'Pregnancy', from: 4, to: 12, choices: [{ of: ['Folic acid 5mg tablets'] }] },
  {
    percent: 12,
    atRisk: 60,
    reason: 'Risk of pre-eclampsia',
    from: 12,
    to: 36,
    choices: [{ of: ['Aspirin 75mg dispersible tablets'], dose: taken(2) }],
  },
  { percent: 20, atRisk: 20, reason: 'Low iron in pregnancy', from: 28, to: 40, choices: [{ of: ['Ferrous fumarate 210mg tablets'] }] },
  { percent: 12, atRisk: 40, reason: 'Low vitamin D', from: 10, to: 40, choices: [{ of: ['Colecalciferol 800unit capsules'] }] },
  {
    percent: 9,
    atRisk: 9,
    reason: 'Sickness in pregnancy',
    from: 7,
    to: 11,
    choices: [{ of: ['Cyclizine 50mg tablets'] }, { of: ['Promethazine hydrochloride 25mg tablets'] }],
  },
  {
    percent: 10,
    atRisk: 10,
    reason: 'Heartburn in pregnancy',
    from: 26,
    to: 38,
    choices: [{ of: ['Peptac liquid peppermint'], dose: said('10ml to be taken after meals and at bedtime', 20) }],
  },
];

const words = new Map(given.map((row) => [row, uncoded(row.reason)]));
const risks: readonly string[] = ['type-1-diabetes', 'type-2-diabetes', 'epilepsy', 'obesity', 'hypertension'];
const perPregnancy = 8;

export const needsInPregnancy = (health: Health): readonly TreatmentNeed[] =>
  health.pregnancies.flatMap((pregnancy) => (pregnancy.recorded < recordsBegan ? [] : needsIn(health, pregnancy)));

function needsIn({ life, conditions }: Health, pregnancy: LivedPregnancy): readonly TreatmentNeed[] {
  const { lastPeriod, recorded, ends, ordinal } = pregnancy;
  const isAtRisk = conditions.some(({ illness, recorded: known }) => known <= recorded && risks.includes(illness.sort));
  return given.flatMap((row, n) => {
    const percent = isAtRisk ? row.atRisk : row.percent;
    if (life.chance(field.medicine + 60, ordinal * perPregnancy + n) * 100 >= percent) return [];
    const start = Math.max(recorded, lastPeriod + row.from * week);
    // Nobody knows when it will end: it is issued to the week that is meant, and stopped where that comes too late.
    const end = lastPeriod + row.to * week;
    const reason = words.get(row);
    if (start >= Math.min(end, ends) || end - start < week) return [];
    const about = { draw: 0, rise: 1, course: 'acute' as const, days: end - start + 1, ...(reason && { reason }) };
    return [{ start, end: Math.min(end, ends), choices: row.choices, ...about }];
  });
}
