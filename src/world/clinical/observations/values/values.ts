/** What is found of somebody on a day: the number as a laboratory or a nurse writes it down, or words. */
import type { CodedText } from '../../../../clinical-record.ts';
import { observationRows, type ObservationSort } from '../sorts.ts';
import { blood } from './blood.ts';
import { chemistry } from './chemistry.ts';
import { findings } from './findings.ts';
import { kidneys } from './kidneys.ts';
import { lipids } from './lipids.ts';
import type { Moment, Value } from './moment.ts';
import { scores } from './scores.ts';
import { sugar } from './sugar.ts';
import { bloodPressure, vitalSigns } from './vital-signs.ts';

interface FoundThen {
  value?: number;
  parts?: readonly number[];
  finding?: CodedText;
}

const values: Partial<Record<ObservationSort, Value>> = {
  ...vitalSigns,
  ...sugar,
  ...lipids,
  ...kidneys,
  ...chemistry,
  ...blood,
  ...scores,
};

const powersOfTen = [1, 10, 100];

/** Adds what is found to an observation. */
export function addFound(to: FoundThen, sort: ObservationSort, moment: Moment): void {
  const value = values[sort];
  if (value !== undefined) {
    const scale = powersOfTen[observationRows[sort].decimals] ?? 1;
    to.value = Math.round(value(moment) * scale) / scale;
    return;
  }
  const finding = findings[sort];
  if (finding === undefined) to.parts = bloodPressure(moment);
  else to.finding = finding(moment);
}
