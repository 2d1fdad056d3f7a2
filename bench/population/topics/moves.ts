/** Who has moved within a year, and who has changed practice. */
import { dayOf } from '../../../src/world/calendar.ts';
import type { Counts } from '../counts.ts';
import { bandOf, bandsOf, figure, type Section } from '../figures.ts';
import type { Life } from '../life.ts';
import { isHome, townOf } from '../town.ts';
import { observing, type Topic } from '../topic.ts';

const moveAges = [0, 5, 16, 20, 25, 30, 35, 45, 55, 65, 75, 85];
const moves: Section = {
  title: 'Moved within a year, by age',
  unit: '%',
  about: 'of the living of that age',
  figures: [
    figure('everybody', { share: 'moved' }, 10.8, 'censusMoves', 1.5),
    ...bandsOf(moveAges).map((band, n) =>
      figure(band, { share: `moved at ${band}` }, [13, 8, 13.5, 29, 25, 18, 11, 7, 5, 4, 4, 7][n] ?? 0, 'censusMoves', 1.5),
    ),
    figure('to another town', { share: 'moved to another town' }, 5, 'censusMoves', 1.5),
    figure('changed practice', { share: 'changed practice' }, 8, 'contacts', 1),
  ],
};

export const moving: Topic = {
  title: 'Moves',
  sections: [moves],
  begin: observing(seeMoves),
};

const isWithinYear = (life: Life, date: string): boolean => life.yearsSince(dayOf(date)) < 1;

function seeMoves(life: Life, counts: Counts): void {
  if (!life.isAlive) return;
  const { person, age, home } = life;
  const since = home?.period?.start;
  if (since !== undefined && isHome(home)) {
    const before = person.addresses.find(({ use, text }) => use === 'old' && text === undefined);
    // Not those who were born here, or came from abroad, within the year.
    const hasMoved = before !== undefined && isWithinYear(life, since);
    counts.share('moved', hasMoved);
    counts.share(`moved at ${bandOf(moveAges, age)}`, hasMoved);
    counts.share('moved to another town', hasMoved && townOf(before) !== townOf(home));
  }
  const [current, before] = person.registrations;
  if (current !== undefined) counts.share('changed practice', before !== undefined && isWithinYear(life, current.period.start));
}
