/** The paths on which conditions are found, operated and kept an eye on. */
import { type Day, year } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { Health, LivedCondition } from '../health.ts';
import { recordsBegan } from '../records-began.ts';
import { workingDay } from '../working-days.ts';
import type { CareBook } from './care-book.ts';
import { chancesOn } from './chances.ts';
import { type ConditionPath, conditionPaths } from './condition-paths.ts';
import { type Intervention, type OperationName, operations } from './operations.ts';
import { followPath, operate, visitsAfter } from './pathway.ts';
import { byHospitals } from './rates.ts';

/** What is done in the place of another operation, and in what share: joints wear out in the knee about as often as in the hip. */
const instead: Partial<Record<OperationName, readonly [OperationName, share: number]>> = {
  hip: ['knee', 0.49],
  stent: ['bypass', 0.15],
  breast: ['mastectomy', 0.35],
};

export function careOfConditions(book: CareBook, health: Health): void {
  for (const condition of health.conditions) {
    const path = conditionPaths[condition.illness.sort];
    if (path !== undefined) careOf(book, health, condition, path);
  }
}

function careOf(book: CareBook, { life, pregnancies }: Health, condition: LivedCondition, path: ConditionPath): void {
  const { onset, recorded, end } = condition;
  const n = 2 * condition.ordinal;
  const chance = chancesOn(life, n);
  if (chance(field.hospital + 50) >= path.share) return;
  const { every = 0, visits = 0, within = 0 } = path;
  // What a hospital finds was a suspicion when they were referred.
  const from =
    path.by === 'hospital'
      ? onset
      : path.as === undefined
        ? recorded + Math.floor(chance(field.hospital + 51) * within * year)
        : Math.max(onset, recorded - 28);
  const until = end ?? life.end;
  const chosen = chance(field.hospital + 52) < (path.operated ?? 0) ? operationOf(path, chance(field.hospital + 53)) : undefined;
  // A womb is taken out when no more children come.
  const isTooSoon = chosen === operations.womb && pregnancies.some(({ ends }) => ends > from);
  const operation = isTooSoon ? undefined : chosen;

  if (from < recordsBegan) {
    if (operation?.atMost !== undefined) book.operate(from + 120, operation);
    const again = recordsBegan + Math.floor(chance(field.hospital + 54) * every);
    if (visits > 10) visitsAfter(book, { ...common(path, condition), n, visits, every, until }, again);
  } else {
    followPath(book, {
      ...common(path, condition),
      ...(path.as && { reason: path.as }),
      n,
      from,
      priority: path.priority ?? 'routine',
      by: path.by ?? (chance(field.hospital + 55) < byHospitals ? 'hospital' : 'practice'),
      visits,
      every,
      until,
      ...(operation && { operation }),
    });
  }
  if (operation !== undefined && chance(field.hospital + 56) < (path.otherSide ?? 0)) {
    const later = from + Math.round(year * (1 + 2 * chance(field.hospital + 57)));
    if (later >= recordsBegan)
      followPath(book, {
        ...common(path, condition),
        n: n + 1,
        from: later,
        priority: 'routine',
        by: 'practice',
        visits: 0,
        every: 0,
        operation,
      });
  }
  series(book, condition, path, until, chance);
}

const common = ({ to }: ConditionPath, condition: LivedCondition) => ({ specialty: to, reason: condition.illness.what, condition });

function operationOf({ operation }: ConditionPath, chance: number): Intervention | undefined {
  if (operation === undefined) return undefined;
  const [other, share] = instead[operation] ?? [operation, 0];
  return operations[chance < share ? other : operation];
}

/** Day cases one after the other. */
function series(book: CareBook, condition: LivedCondition, path: ConditionPath, until: Day, chance: ReturnType<typeof chancesOn>): void {
  if (path.series === undefined) return;
  const [name, share, every, times] = path.series;
  if (chance(field.hospital + 58) >= share) return;
  const operation = operations[name];
  const specialty = name === 'chemotherapy' && path.to !== 'haematology' ? operation.specialty : path.to;
  const begins = condition.recorded + 45;
  // What began before records tell of it was over by then, or began again some time later.
  if (begins < recordsBegan && name === 'chemotherapy') return;
  let day = begins < recordsBegan ? recordsBegan + Math.floor(chance(field.hospital + 59) * 12 * year) : begins;
  for (let time = 0; time < times; time += 1) {
    day = workingDay(day + every);
    if (day > until || day > book.life.end) return;
    operate(book, { ...common(path, condition), specialty, operation }, day, 0);
  }
}
