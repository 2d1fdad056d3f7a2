/** Those of the world whom records name: what the register has of them beyond where they stand. */
import type { IsoDate, OdsCode } from '../../../population.ts';
import { field } from '../../fields.ts';
import { hash } from '../../hash.ts';
import { codeOf, national } from '../codes.ts';
import { dayBefore, months, monthStart, networkMoves, practicesMerged } from './changes.ts';
import type { Ground, Planned } from './ground.ts';
import type { Tie } from './registered.ts';

/** Since when there have been such. */
export const since = {
  practices: '1974-04-01',
  trusts: '1998-04-01',
  locations: '2013-04-01',
  regions: '2015-04-01',
  boards: '2016-04-01',
  networks: '2019-07-01',
  subIcbs: '2022-07-01',
} as const satisfies Record<string, IsoDate>;

/** Payments for vaccinations against COVID-19 went by a relationship of their own. */
const covidPayments = { start: '2020-12-01', end: '2023-03-31' } as const;

/** Each with so many pharmacies. */
export const chains = 12;
/** A city with as many pharmacies near each other as a list of several pages needs. Nobody nominates these. */
const manyIn = { city: 'Birmingham', first: 400, count: 60 } as const;

/** The practice that took over two others. */
export const mergedInto = 7;
export const formerPractices: readonly OdsCode[] = [codeOf('gp-practice', 900), codeOf('gp-practice', 901)];

export const tie = (code: string, to: OdsCode, start: IsoDate, end?: IsoDate): Tie => ({
  code,
  to,
  start,
  ...(end !== undefined && { end }),
});

export function* ofTheWorld(ground: Ground): Generator<Planned> {
  const { sites } = ground;
  yield { ods: national, sort: 'national', board: 0, opened: since.locations, ties: [] };
  for (const { n } of sites.regions) yield { ods: codeOf('region', n), sort: 'region', board: 0, opened: since.regions, ties: [] };
  for (const { n, parent = 0 } of sites.boards)
    yield {
      ods: codeOf('icb', n),
      sort: 'icb',
      board: n,
      opened: since.boards,
      ties: [tie('RE2', codeOf('region', parent), since.boards)],
    };
  for (const { n } of sites.trusts)
    yield { ods: codeOf('trust', n), sort: 'trust', board: n, opened: since.trusts, ties: [tie('RE5', codeOf('icb', n), since.boards)] };
  for (const { n } of sites.practices)
    yield {
      ods: codeOf('gp-practice', n),
      sort: 'gp-practice',
      board: ground.boardOf(n),
      opened: since.practices,
      ties: [...tiesOfPractice(ground, n)],
      ...(n === mergedInto && { successions: formerPractices.map((other) => ({ kind: 'predecessor', other, on: practicesMerged })) }),
    };
  yield* pharmaciesOf(ground);
  for (const { n, parent = 0 } of sites.contractors)
    yield {
      ods: codeOf('appliance-contractor', n),
      sort: 'appliance-contractor',
      board: parent,
      opened: ground.longAgo(n),
      ties: [tie('RE5', codeOf('icb', parent), since.boards)],
    };
}

function* tiesOfPractice(ground: Ground, practice: number): Generator<Tie> {
  const [location, network] = [ground.locationOf(practice), ground.networkOf(practice)];
  const board = ground.boardOf(practice);
  const together = ground.practicesOf(board);
  yield tie('RE4', location, since.locations);
  yield tie('RE6', location, since.subIcbs);
  const move = networkMoves.find((each) => each.board === board && together[each.practice]?.n === practice);
  if (move !== undefined) {
    yield tie('RE8', ground.networkOf(together[move.from]?.n ?? practice), since.networks, dayBefore(move.on));
    yield tie('RE8', network, move.on);
  } else yield tie('RE8', network, since.networks);
  // The first practice of a network takes its payments.
  if (move === undefined && !together.some(({ n }) => n < practice && ground.networkNumber(n) === ground.networkNumber(practice))) {
    yield tie('RE9', network, since.networks);
    yield tie('RE10', network, covidPayments.start, covidPayments.end);
  }
  const entity = reportingEntities(ground).indexOf(board);
  if (entity !== -1) yield tie('RE11', codeOf('reporting-entity', entity), since.subIcbs);
}

/** The boards whose practices report together: London's. */
export const reportingEntities = ({ sites, settlement }: Ground): readonly number[] =>
  sites.boards.filter((board) => settlement(board.settlement).kind === 'london').map(({ n }) => n);

function* pharmaciesOf(ground: Ground): Generator<Planned> {
  const { sites } = ground;
  const inCity = ground.settlementNamed(manyIn.city);
  const practices = new Map(sites.pharmaciesOf.flatMap((those, practice) => those.map((n) => [n, practice] as const)));
  const numbers = [...sites.pharmacies.map(({ n }) => n), ...Array.from({ length: manyIn.count }, (_, n) => manyIn.first + n)];
  for (const [place, n] of numbers.entries()) {
    const site = sites.pharmacies[n];
    const practice = practices.get(n) ?? ground.practiceOf(site?.settlement ?? inCity);
    const opened = ground.longAgo(n);
    const board = ground.boardOf(practice);
    yield {
      ods: codeOf('pharmacy', n),
      sort: 'pharmacy',
      board,
      opened,
      ties: [...ownersOf(ground.seed, place, numbers.length, opened), tie('RE4', ground.locationOf(practice), since.locations)],
      ...(site?.sellsAtADistance && { sellsAtADistance: true }),
      ...(site === undefined && {
        site: ground.at(inCity, 'pharmacy', `${ground.word(n)} Pharmacy, ${manyIn.city}`, codeOf('icb', board)),
      }),
    };
  }
}

/** The chains that a pharmacy belongs to, one after the other: it is sold in one month of as many as there are pharmacies. */
function ownersOf(seed: number, place: number, pharmacies: number, opened: IsoDate): readonly Tie[] {
  const sold: IsoDate[] = [];
  for (let month = place; month < months; month += pharmacies) sold.push(monthStart(month));
  const first = hash(seed, place, field.register + 2);
  return [opened, ...sold].map((start, turn) => {
    const next = sold[turn];
    return tie(
      'RE6',
      codeOf('pharmacy-headquarters', (first + 5 * turn) % chains),
      start,
      next === undefined ? undefined : dayBefore(next),
    );
  });
}
