/** Those who came from abroad: some bring papers that tell of their vaccinations, of others nothing is known. */
import type { Day } from '../../calendar.ts';
import type { Life } from '../life.ts';
import { workingDay } from '../working-days.ts';
import { chanceIn, drawn } from './offer.ts';

/** Those born here are first on record within weeks. */
export const comesFromAbroad = ({ birth, arrival }: Life): boolean => arrival > birth + 60;

const papersOfChildren = 0.7;
const papersOfOthers = 0.15;
const grownUp = 6_574;

export const hasPapers = (life: Life): boolean =>
  chanceIn(life, drawn.papers) < (life.arrival - life.birth < grownUp ? papersOfChildren : papersOfOthers);

/** When a practice copied the papers. */
export const copiedOn = (life: Life): Day => workingDay(life.arrival + 14 + Math.floor(60 * chanceIn(life, drawn.recorded)));
