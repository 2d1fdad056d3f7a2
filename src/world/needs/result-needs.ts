/** Needs of what was measured last: `--last-hba1c '>75'`, and who smokes. */
import type { ObservationEntry, Quantity } from '../../clinical-record.ts';
import type { ValueRange, Needs } from '../../population.ts';
import type { ObservationSort } from '../clinical/observations/sorts.ts';
import { smoker } from '../clinical/observations/values/findings.ts';
import { byItsName, isWithin, type Need, readValues } from './need.ts';

type ResultNeed = { [Name in keyof Needs]-?: Name extends `last${string}` ? Name : never }[keyof Needs];

interface Measured {
  readonly sort: ObservationSort;
  readonly called: string;
  readonly example: string;
  readonly unit: string;
}

const measured: Readonly<Record<ResultNeed, Measured>> = {
  lastHba1c: { sort: 'hba1c', called: 'HbA1c', example: '>58', unit: 'mmol/mol' },
  lastSystolic: { sort: 'blood-pressure', called: 'systolic blood pressure', example: '>=150', unit: 'mmHg' },
  lastBmi: { sort: 'bmi', called: 'body mass index', example: '30..35', unit: 'kg/m²' },
  lastEgfr: { sort: 'egfr', called: 'eGFR', example: '<60', unit: 'mL/min' },
  lastCholesterol: { sort: 'cholesterol', called: 'cholesterol', example: '>5', unit: 'mmol/L' },
  lastPeakFlow: { sort: 'peak-flow', called: 'peak flow', example: '<400', unit: 'L/min' },
  lastPhq9: { sort: 'depression-score', called: 'PHQ-9 score', example: '>=10', unit: 'points' },
};

/** Results follow from nearly everything else. */
const lookedAt = 600;

const resultNeed = ({ sort, called, example, unit }: Measured): Need<ValueRange> => ({
  value: unit,
  means: `The last ${called} on record is such, in ${unit}.`,
  example,
  wants: `numbers as in ${example}: >75, <=48, 48..58 or 48`,
  lookedAt,
  read: readValues,
  why(wanted, { record }) {
    const last = record()
      ?.of('observation')
      .findLast((one) => one.sort === sort);
    const quantity = last && firstValue(last);
    return quantity && isWithin(quantity.value, wanted) ? `${called} ${quantity.value} on ${last?.recorded}` : undefined;
  },
});

/** Of a blood pressure the systolic one. */
const firstValue = ({ value, parts }: ObservationEntry): Quantity | undefined => value ?? parts?.[0]?.value;

export const resultNeeds: { readonly [Name in ResultNeed | 'smoker']: Need<NonNullable<Needs[Name]>> } = {
  smoker: byItsName({
    means: 'Smokes, as was last asked.',
    lookedAt,
    why(_, { record }) {
      const last = record()
        ?.of('observation')
        .findLast(({ sort }) => sort === 'smoking');
      return last?.finding?.text === smoker.text ? `smoker, asked on ${last.recorded}` : undefined;
    },
  }),
  lastHba1c: resultNeed(measured.lastHba1c),
  lastSystolic: resultNeed(measured.lastSystolic),
  lastBmi: resultNeed(measured.lastBmi),
  lastEgfr: resultNeed(measured.lastEgfr),
  lastCholesterol: resultNeed(measured.lastCholesterol),
  lastPeakFlow: resultNeed(measured.lastPeakFlow),
  lastPhq9: resultNeed(measured.lastPhq9),
};
