/** What of a record a request asks for in a Parameters resource: the areas that it includes, and since when. */
import type { Entry, EntryKind } from '../../clinical-record.ts';
import type { Json, JsonObject } from '../../contract/contract.ts';
import type { IsoDate } from '../../population.ts';
import { areaCalled } from './areas.ts';
import { elementsAt, numberAt, stringAt, elementAt } from './element.ts';
import { dayOfText } from './england-time.ts';

export interface AskedParts {
  /** By name. */
  asksFor(kind: EntryKind): boolean;
  /** By name, or because something comes with what is asked for. */
  tells(kind: EntryKind): boolean;
  /** Of the entries of one kind those that are asked for. */
  among(entries: readonly Entry[]): readonly Entry[];
}

interface AskedArea {
  readonly kinds: readonly EntryKind[];
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  /** So many of the latest. */
  readonly latest?: number | undefined;
  readonly isActive?: boolean | undefined;
  readonly isMajor?: boolean | undefined;
}

/** What comes with an area: what was written in a consultation, what a result consists of. */
const alongside: Readonly<Partial<Record<EntryKind, readonly EntryKind[]>>> = {
  encounter: ['observation', 'report', 'condition', 'medication', 'vaccination', 'allergy', 'procedure'],
  report: ['observation'],
};

export function askedAreas(parameters: JsonObject): AskedParts {
  const areas = elementsAt(parameters, 'parameter').flatMap(areaAsked);
  const named = new Set(areas.flatMap(({ kinds }) => kinds));
  const included = new Set([...named].flatMap((kind) => [kind, ...(alongside[kind] ?? [])]));
  return {
    asksFor: (kind) => named.has(kind),
    tells: (kind) => included.has(kind),
    among(entries) {
      const [first] = entries;
      if (first === undefined) return [];
      const area = areas.find(({ kinds }) => kinds.includes(first.kind));
      return area === undefined ? entries : narrowed(entries, area);
    },
  };
}

function areaAsked(parameter: Json): readonly AskedArea[] {
  const name = stringAt(parameter, 'name') ?? '';
  const area = name.startsWith('include') ? areaCalled(name) : undefined;
  if (area === undefined) return [];
  const parts = elementsAt(parameter, 'part');
  const part = (words: RegExp): Json | undefined => parts.find((each) => words.test(stringAt(each, 'name') ?? ''));
  const period = elementAt(part(/period$/i), 'valuePeriod');
  const since = part(/from ?date$/i);
  const [status, significance] = [part(/^filterStatus$/), part(/^filterSignificance$/)];
  const issues = elementAt(part(/issues$/i), 'valueBoolean');
  return [
    {
      kinds: issues === false ? area.kinds.filter((kind) => kind !== 'issue') : area.kinds,
      from: dayOfText(stringAt(period, 'start') ?? stringAt(since, 'valueDate') ?? stringAt(since, 'valueDateTime')),
      to: dayOfText(stringAt(period, 'end')),
      latest: numberAt(part(/mostRecent$/i), 'valuePositiveInt') ?? numberAt(part(/mostRecent$/i), 'valueInteger'),
      isActive: status === undefined ? undefined : codeOf(status) === 'active',
      isMajor: significance === undefined ? undefined : codeOf(significance) === 'major',
    },
  ];
}

const codeOf = (part: Json): string | undefined => stringAt(part, 'valueCode') ?? stringAt(part, 'valueString');

function narrowed(entries: readonly Entry[], { from, to, latest, isActive, isMajor }: AskedArea): readonly Entry[] {
  const asked = entries.filter((entry) => {
    // What still lasted within the period is of it, whenever it began.
    const until = 'end' in entry ? entry.end : entry.kind === 'medication' || entry.kind === 'condition' ? undefined : entry.recorded;
    if (from !== undefined && until !== undefined && until < from) return false;
    if (to !== undefined && entry.recorded > to) return false;
    if (entry.kind !== 'condition') return true;
    if (isActive !== undefined && isActive !== (entry.end === undefined)) return false;
    return isMajor === undefined || isMajor === entry.isMajor;
  });
  return latest === undefined ? asked : asked.slice(Math.max(0, asked.length - latest));
}
