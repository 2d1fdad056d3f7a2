/** Those whom no record names: what stands between a practice and its board, sites, chains, dentists, opticians, and those that are no more. */
import type { IsoDate, OdsCode } from '../../../population.ts';
import { branchCode, codeOf, siteCode } from '../codes.ts';
import { branchCloses, dayBefore, dentistsMerge, madeInError, practicesMerged, years } from './changes.ts';
import type { Ground, Planned } from './ground.ts';
import { chains, formerPractices, mergedInto, reportingEntities, since, tie } from './of-the-world.ts';

const opticalChains = 3;
const branchesEach = 2;
const dentistsEach = 2;
/** Where the numbers of codes begin of dental practices that came of two, of entries made in error, and of two that closed long ago. */
const numbered = { mergedDentist: 500, madeInError: 800, closedPharmacy: 899, archivedPractice: 902 } as const;
const opticiansOpened: IsoDate = '2012-04-01';
const sitesOpened: IsoDate = '2005-04-01';

export function* besideTheWorld(ground: Ground): Generator<Planned> {
  yield* locationsAndNetworks(ground);
  for (let n = 0; n < chains; n += 1) yield headquarters(ground, n, 'pharmacy-headquarters', `${ground.word(n * 37)} Pharmacies`);
  for (let n = 0; n < opticalChains; n += 1) yield headquarters(ground, n, 'optical-headquarters', `${ground.word(n * 41)} Eyecare`);
  for (const { n } of ground.practices) yield* aroundPractice(ground, n);
  for (const { n } of ground.sites.trusts) yield* sitesOfTrust(ground, n);
  yield* noMore(ground);
}

function* locationsAndNetworks(ground: Ground): Generator<Planned> {
  const { practices, sites } = ground;
  for (const { n, settlement } of practices) {
    const [board, location, network] = [ground.boardOf(n), ground.locationOf(n), ground.networkOf(n)];
    const icb = codeOf('icb', board);
    const isFirstOf = (numberOf: (practice: number) => number): boolean => n === 0 || numberOf(n) !== numberOf(n - 1);
    if (isFirstOf(ground.locationNumber))
      yield {
        ods: location,
        sort: 'sub-icb-location',
        board,
        opened: since.locations,
        ties: [tie('RE5', icb, since.boards)],
        site: ground.at(settlement, 'sub-icb-location', `${sites.boards[board]?.name ?? ''} ICB - ${location} (fictional)`, icb),
      };
    if (isFirstOf(ground.networkNumber))
      yield {
        ods: network,
        sort: 'primary-care-network',
        board,
        opened: since.networks,
        ties: [tie('RE4', location, since.networks)],
        site: ground.at(
          settlement,
          'primary-care-network',
          `${ground.placeName(settlement)} ${ground.word(n + 500)} Primary Care Network (fictional)`,
          location,
        ),
      };
  }
  for (const [n, board] of reportingEntities(ground).entries()) {
    const { settlement = 0, name = '' } = sites.boards[board] ?? {};
    yield {
      ods: codeOf('reporting-entity', n),
      sort: 'reporting-entity',
      board,
      opened: since.subIcbs,
      ties: [tie('RE2', codeOf('icb', board), since.subIcbs)],
      site: ground.at(settlement, 'other', `${name} Reporting Entity (fictional)`, codeOf('icb', board)),
    };
  }
}

function headquarters(ground: Ground, n: number, sort: 'pharmacy-headquarters' | 'optical-headquarters', name: string): Planned {
  const { settlement = 0, n: practice = 0 } = ground.practices[(n * 11) % ground.practices.length] ?? {};
  const board = ground.boardOf(practice);
  const site = ground.at(settlement, 'headquarters', `${name} (fictional)`, codeOf('icb', board));
  return { ods: codeOf(sort, n), sort, board, opened: ground.longAgo(n), ties: [], site };
}

/** Branches, dentists and an optician. */
function* aroundPractice(ground: Ground, n: number): Generator<Planned> {
  const served = ground.served(n);
  const [main = 0] = served;
  const practice = codeOf('gp-practice', n);
  const [board, location] = [ground.boardOf(n), ground.locationOf(n)];
  for (let branch = 0; branch < branchesEach; branch += 1) {
    const settlement = served[Math.min(branch + 1, served.length - 1)] ?? main;
    const opened = ground.longAgo(n * branchesEach + branch);
    const closes = years[n];
    yield {
      ods: branchCode(practice, branch),
      sort: 'gp-branch',
      board,
      opened,
      ties: [tie('RE6', practice, opened)],
      site: ground.at(
        settlement,
        'gp-branch',
        `${ground.word(n * branchesEach + branch + 700)} Branch Surgery, ${ground.placeName(settlement)}`,
        practice,
      ),
      ...(branch === branchesEach - 1 && closes !== undefined && branchCloses(closes)),
    };
  }
  yield* dentistsOf(ground, n);
  yield {
    ods: codeOf('optician', n),
    sort: 'optician',
    board,
    opened: opticiansOpened,
    ties: [tie('RE6', codeOf('optical-headquarters', n % opticalChains), opticiansOpened)],
    site: ground.at(main, 'optician', `${ground.word(n + 1_300)} Opticians, ${ground.placeName(main)}`, location),
  };
}

/** Each year those at one of the practices become one. */
function* dentistsOf(ground: Ground, n: number): Generator<Planned> {
  const [main = 0] = ground.served(n);
  const location = ground.locationOf(n);
  const board = ground.boardOf(n);
  const year = years[n];
  const merger = year === undefined ? undefined : { on: dentistsMerge(year), into: codeOf('dentist', numbered.mergedDentist + n) };
  const dentist = (ods: OdsCode, number: number, opened: IsoDate): Planned => ({
    ods,
    sort: 'dentist',
    board,
    opened,
    ties: [tie('RE4', location, opened < since.locations ? since.locations : opened)],
    site: ground.at(main, 'dentist', `${ground.word(number + 900)} Dental Practice, ${ground.placeName(main)}`, location),
  });
  const own = Array.from({ length: dentistsEach }, (_, each) => n * dentistsEach + each);
  for (const number of own)
    yield {
      ...dentist(codeOf('dentist', number), number, ground.longAgo(number)),
      ...(merger && {
        closed: dayBefore(merger.on),
        announced: merger.on,
        successions: [{ kind: 'successor', other: merger.into, on: merger.on }],
      }),
    };
  if (merger)
    yield {
      ...dentist(merger.into, numbered.mergedDentist + n, merger.on),
      successions: own.map((number) => ({ kind: 'predecessor', other: codeOf('dentist', number), on: merger.on })),
    };
}

/** The sites of a trust: its numbers are those of their codes. */
function* sitesOfTrust(ground: Ground, n: number): Generator<Planned> {
  const trust = codeOf('trust', n);
  const { settlement = 0 } = ground.sites.trusts[n] ?? {};
  const elsewhere = ground.served(ground.practicesOf(n).at(-1)?.n ?? 0)[1] ?? settlement;
  const site = (
    number: number,
    kind: 'hospital' | 'urgent-treatment-centre' | 'clinic' | 'vaccination-centre',
    place: number,
    name: string,
  ): Planned => ({
    ods: siteCode(trust, number),
    sort: kind,
    board: n,
    opened: kind === 'vaccination-centre' ? '2020-12-08' : sitesOpened,
    ties: [tie('RE6', trust, kind === 'vaccination-centre' ? '2020-12-08' : sitesOpened)],
    site: ground.at(place, kind, `${name}, ${ground.placeName(place)}`, trust),
  });
  yield site(0, 'hospital', settlement, `${ground.word(n + 1_500)} General Hospital`);
  yield site(1, 'hospital', elsewhere, `${ground.word(n + 1_600)} Community Hospital`);
  yield site(2, 'urgent-treatment-centre', settlement, `${ground.word(n + 1_500)} Urgent Treatment Centre`);
  if (n % 2 === 0) yield site(3, 'clinic', elsewhere, `${ground.word(n + 1_600)} Community Diagnostic Centre`);
  if (n % 6 === 0) yield site(4, 'vaccination-centre', settlement, `${ground.word(n + 1_500)} Vaccination Centre`);
}

/** Two practices that another took over, one that is archived, a pharmacy that closed, and what was made in error and is to be deleted. */
function* noMore(ground: Ground): Generator<Planned> {
  const board = ground.boardOf(mergedInto);
  const location = ground.locationOf(mergedInto);
  const { settlement = 0 } = ground.practices[mergedInto] ?? {};
  const practice = (ods: OdsCode, name: string, closed: IsoDate): Planned => ({
    ods,
    sort: 'gp-practice',
    board,
    opened: since.practices,
    closed,
    ties: closed < since.locations ? [] : [tie('RE4', location, since.locations), tie('RE8', ground.networkOf(mergedInto), since.networks)],
    site: ground.at(settlement, 'gp-practice', `${name}, ${ground.placeName(settlement)}`, codeOf('icb', board)),
  });
  for (const [n, ods] of formerPractices.entries())
    yield {
      ...practice(ods, `${ground.word(n + 1_700)} Surgery`, dayBefore(practicesMerged)),
      successions: [{ kind: 'successor', other: codeOf('gp-practice', mergedInto), on: practicesMerged }],
    };
  yield { ...practice(codeOf('gp-practice', numbered.archivedPractice), 'Old Mill Surgery', '2009-03-31'), isReferenceOnly: true };
  const pharmacy = (n: number, opened: IsoDate): Planned => ({
    ods: codeOf('pharmacy', n),
    sort: 'pharmacy',
    board,
    opened,
    ties: [
      tie('RE6', codeOf('pharmacy-headquarters', n % chains), opened),
      tie('RE4', location, opened < since.locations ? since.locations : opened),
    ],
    site: ground.at(settlement, 'pharmacy', `${ground.word(n)} Pharmacy, ${ground.placeName(settlement)}`, codeOf('icb', board)),
  });
  yield { ...pharmacy(numbered.closedPharmacy, '1998-04-01'), closed: '2022-03-31' };
  for (const year of years) {
    const { opened, deleted } = madeInError(year);
    yield { ...pharmacy(numbered.madeInError + (year % 100), opened), deleted };
  }
}
