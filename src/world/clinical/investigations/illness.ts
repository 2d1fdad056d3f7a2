/** Tests that lead to a diagnosis, what is found on its day, and what an illness that passes gives reason to look at. */
import type { Day } from '../../calendar.ts';
import type { LivedCondition } from '../health.ts';
import type { Body } from '../observations/body.ts';
import { byIllness } from './bundles.ts';
import { drawnBy } from './draws.ts';
import { type Bundle, investigatedFrom, measures, occasion, type TestOccasion, tests, workingDayBy } from './occasions.ts';
import { type PanelSort, panelRows } from './panels.ts';
import { passing } from './passing.ts';

/** Results of the laboratory are back within a week, images take weeks. */
const labsBefore = 10;
const imagesBefore = 30;

export function diagnosesOf(body: Body): TestOccasion[] {
  const { life, conditions } = body.health;
  const occasions: TestOccasion[] = [];
  const begins = investigatedFrom(life);
  for (const condition of conditions) {
    if (condition.recorded < begins || condition.recorded > body.until) continue;
    const row = leading.get(condition.illness.sort);
    if (row === undefined) notePassing(occasions, body, condition);
    else noteDiagnosis(occasions, condition, { row, begins });
  }
  return occasions;
}

function noteDiagnosis(
  occasions: TestOccasion[],
  { illness, recorded }: LivedCondition,
  { row, begins }: { readonly row: Leading; readonly begins: Day },
): void {
  if (row.at !== undefined) occasions.push(occasion(workingDayBy(recorded), row.at));
  if (illness.isEmergency || recorded - imagesBefore - 5 < begins) return;
  if (row.soon !== undefined) occasions.push(occasion(workingDayBy(recorded - labsBefore), row.soon, 0, illness.sort));
  if (row.images !== undefined) occasions.push(occasion(workingDayBy(recorded - imagesBefore), row.images, 0, illness.sort));
}

/** What leads to a diagnosis, by how long it takes. */
interface Leading {
  readonly at: Bundle | undefined;
  readonly soon: Bundle | undefined;
  readonly images: Bundle | undefined;
}

const isImage = (panel: PanelSort): boolean => panelRows[panel].category === 'imaging';
const leading: ReadonlyMap<string, Leading> = new Map(
  Object.entries(byIllness).map(([sort, { at, before }]) => [
    sort,
    {
      at,
      soon: before && { measures: before.measures, panels: before.panels.filter((panel) => !isImage(panel)) },
      images: before?.panels.some(isImage) ? tests(...before.panels.filter(isImage)) : undefined,
    },
  ]),
);

function notePassing(occasions: TestOccasion[], { health: { life } }: Body, { ordinal, illness, recorded }: LivedCondition): void {
  const row = passing[illness.sort];
  if (row === undefined || illness.isEmergency) return;
  const chance = life.chance(drawnBy.acute, ordinal + 1);
  if (row.measured > chance && row.measures.length > 0) occasions.push(occasion(recorded, measures(...row.measures), row.ill));
  for (const [panel, share] of row.panels) {
    // The rarer tests are done of those in whom the commoner ones are.
    if (share > chance) occasions.push(occasion(recorded, tests(panel), row.ill, illness.sort));
  }
}
