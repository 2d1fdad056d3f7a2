/** What is found of somebody on a day: the number as a laboratory or a nurse writes it down, or words. */
import type { CodedText } from '../../../../clinical-record.ts';
import { observationRows, type ObservationSort } from '../sorts.ts';
import { blood } from './blood.ts';
import { chemistry } from './chemistry.ts';
import { findings } from './findings.ts';
import type { Moment, Value } from './moment.ts';
import { scores } from './scores.ts';
import { bloodPressure, vitalSigns } from './vital-signs.ts';

export interface FoundThen {
  readonly value?: number;
  readonly parts?: readonly number[];
  readonly finding?: CodedText;
}

const values: Partial<Record<ObservationSort, Value>> = { ...vitalSigns, ...chemistry, ...blood, ...scores };

const powersOfTen = [1, 10, 100];

export function foundOf(sort: ObservationSort, moment: Moment): FoundThen {
  const value = values[sort];
  if (value !== undefined) {
    const scale = powersOfTen[observationRows[sort].decimals] ?? 1;
    return { value: Math.round(value(moment) * scale) / scale };
  }
  const finding = findings[sort];
  return finding === undefined ? { parts: bloodPressure(moment) } : { finding: finding(moment) };
}
