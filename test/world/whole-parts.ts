/** The parts of the whole world, as it is copied from the pattern, for tests of records. */
import { dayOf } from '../../src/world/calendar.ts';
import { type Copies, copiesOf } from '../../src/world/copies/copies.ts';
import { kinOf } from '../../src/world/copies/kin.ts';
import { lifeDaysOf } from '../../src/world/copies/life-days.ts';
import { standingOf } from '../../src/world/copies/standing.ts';
import { field } from '../../src/world/fields.ts';
import { copyCount, deal } from '../../src/world/lines/deal.ts';
import { surnamesIn } from '../../src/world/lines/surnames.ts';
import { nhsNumbers } from '../../src/world/nhs-numbers.ts';
import { organisationsOf } from '../../src/world/organisations/organisations.ts';
import { buildPattern } from '../../src/world/pattern/build-pattern.ts';
import { peopleIndex } from '../../src/world/peoples/peoples.ts';
import { surnameAt, surnamesOf } from '../../src/world/peoples/surnames.ts';
import { livedOn } from '../../src/world/places/lived.ts';
import { placesOf } from '../../src/world/places/places.ts';
import { firstDay } from '../../src/world/reach.ts';
import { givenNamesIn } from '../../src/world/records/given-names.ts';
import { type Parts, partsOf } from '../../src/world/records/parts.ts';
import { undatedShare } from '../../src/world/records/untidy.ts';

export function wholeParts(seed: number): Parts {
  const pattern = buildPattern(peopleIndex);
  const copies: Copies = copiesOf(pattern, { seed, size: copyCount * pattern.size, undated: undatedShare });
  const days = lifeDaysOf(copies);
  const standing = standingOf(copies, dayOf(firstDay));
  const surnames = surnamesIn(copies, days, { surnamesOf, surnameAt });
  const lived = livedOn(dayOf('2026-01-01'), pattern);
  const places = placesOf({ seed, peoples: lived.peoples, dwellings: pattern.dwellings.kind.length });
  return partsOf({
    numbers: nhsNumbers(seed),
    copies,
    days,
    kin: kinOf(copies, days, standing.exists),
    surnames,
    givenNames: givenNamesIn(copies, surnames),
    standing,
    places,
    towns: deal(seed, pattern.placeLines.people.length, field.placeLine, lived.turns),
    organisations: organisationsOf(seed, places, []),
  });
}
