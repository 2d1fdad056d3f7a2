/** Tests that lead to a diagnosis, what is found on its day, and what an illness that passes gives reason to look at. */
import type { LivedCondition } from '../health.ts';
import type { Body } from '../observations/body.ts';
import type { ObservationSort } from '../observations/sorts.ts';
import { byIllness } from './bundles.ts';
import { drawnBy } from './draws.ts';
import { nothing, type TestOccasion, occasion, workingDayBy, investigatedFrom } from './occasions.ts';
import { type PanelSort, panelRows } from './panels.ts';
import { passing, showsOf } from './passing.ts';

/** Results of the laboratory are back within a week, images take weeks. */
const labsBefore = 10;
const imagesBefore = 30;

export function diagnosesOf(body: Body): TestOccasion[] {
  const { life, conditions } = body.health;
  const occasions: TestOccasion[] = [];
  const begins = investigatedFrom(life);
  for (const condition of conditions) {
    if (condition.recorded < begins) continue;
    if (condition.illness.isLasting) noteDiagnosis(occasions, condition, begins);
    else notePassing(occasions, body, condition);
  }
  return occasions;
}

function noteDiagnosis(occasions: TestOccasion[], { illness, recorded }: LivedCondition, begins: number): void {
  const row = byIllness[illness.sort];
  if (row === undefined) return;
  if (row.at !== undefined) occasions.push({ day: workingDayBy(recorded), ...row.at, ill: 0 });
  if (row.before === undefined || illness.isEmergency || recorded - imagesBefore - 5 < begins) return;
  const { measures, panels } = row.before;
  const image = (panel: PanelSort): boolean => panelRows[panel].category === 'imaging';
  const [images, labs] = [panels.filter(image), panels.filter((panel) => !image(panel))];
  occasions.push({ day: workingDayBy(recorded - labsBefore), measures, panels: labs, ill: 0 });
  const shows = showsOf(illness.sort);
  const seen = { ...(shows !== undefined && { shows }) };
  if (images.length > 0) occasions.push({ day: workingDayBy(recorded - imagesBefore), measures: nothing, panels: images, ill: 0, ...seen });
}

function notePassing(occasions: TestOccasion[], { health: { life } }: Body, { ordinal, illness, recorded }: LivedCondition): void {
  const row = passing[illness.sort];
  if (row === undefined) return;
  const chance = life.chance(drawnBy.acute, ordinal + 1);
  if (row.measured > chance && row.measures.length > 0)
    occasions.push(occasion(recorded, { measures: row.measures, panels: nothing }, row.ill));
  for (const [panel, share] of row.panels) {
    const shows = showsOf(illness.sort);
    // The rarer tests are done of those in whom the commoner ones are.
    if (share > chance)
      occasions.push({ ...occasion(recorded, { measures: nothing, panels: [panel] }, row.ill), ...(shows !== undefined && { shows }) });
  }
}

export interface Passing {
  /** In how many something is measured. */
  readonly measured: number;
  readonly ill: number;
  readonly measures: readonly ObservationSort[];
  readonly panels: readonly (readonly [PanelSort, share: number])[];
}
