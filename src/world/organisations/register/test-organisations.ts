/** Test people's organisations: what their kind has, in the place that their address names, but for what is stated of them. */
import type { TestOrganisation } from '../../../organisation-register.ts';
import type { IsoDate, OdsCode } from '../../../population.ts';
import { codeOf } from '../codes.ts';
import type { Ground, Planned } from './ground.ts';
import type { Tie } from './registered.ts';
import { since, tie } from './of-the-world.ts';

const opened: IsoDate = '2010-04-01';

export function plannedTest(ground: Ground, test: TestOrganisation): Planned {
  const { ods, kind, stated } = test;
  const practice = ground.practiceOf(settlementOf(ground, test));
  const board = ground.boardOf(practice);
  const from = stated?.opened ?? (kind === 'primary-care-network' ? since.networks : opened);
  return {
    ods,
    sort: kind,
    board,
    opened: from,
    ...(stated?.closed !== undefined && { closed: stated.closed }),
    ...(stated?.isReferenceOnly && { isReferenceOnly: true }),
    ties: stated?.relationships ?? usualTies(ground, kind, practice, from),
    successions: stated?.successions ?? [],
    stated: stated ?? {},
  };
}

const settlementOf = (ground: Ground, { address }: TestOrganisation): number =>
  (address.postcode === undefined ? undefined : ground.places.located(address.postcode)?.settlement) ??
  ground.settlementNamed(address.lines[3]);

function usualTies(ground: Ground, kind: TestOrganisation['kind'], practice: number, from: IsoDate): readonly Tie[] {
  const location = ground.locationOf(practice);
  const icb: OdsCode = codeOf('icb', ground.boardOf(practice));
  const later = (date: IsoDate): IsoDate => (date < from ? from : date);
  const commissioned = tie('RE4', location, later(since.locations));
  switch (kind) {
    case 'gp-practice':
      return [commissioned, tie('RE6', location, later(since.subIcbs)), tie('RE8', ground.networkOf(practice), later(since.networks))];
    case 'pharmacy':
      return [tie('RE6', codeOf('pharmacy-headquarters', 0), from), commissioned];
    case 'primary-care-network':
    case 'dentist':
      return [commissioned];
    case 'trust':
    case 'sub-icb-location':
      return [tie('RE5', icb, later(since.boards))];
    case 'icb':
      return [tie('RE2', codeOf('region', ground.sites.boards[ground.boardOf(practice)]?.parent ?? 0), later(since.boards))];
    default:
      return [];
  }
}
