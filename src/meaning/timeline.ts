/** When things happen that a body tells of: slots, appointments, what was created, sent or issued. Never when somebody was born, nor how long a name or a registration holds. */
import { joined } from './words.ts';
import type { RoleLeaf } from './studied-body.ts';

export interface DatedEvent {
  readonly leaf: RoleLeaf;
  /** As it is written. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** It is planned to begin then: a slot, an appointment. */
  readonly scheduled: boolean;
  /** Its own name, or the FHIR resource that it is part of, says that something happened or was to happen then. */
  readonly told: boolean;
}

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** What happened less than this ago is recent enough. */
const RECENT = 4 * WEEK;

/** Resources about who and what there is: their dates say since when, not what happened. */
const REGISTERED = new Set(
  (
    'Patient Person RelatedPerson Practitioner PractitionerRole Organization OrganizationAffiliation Location HealthcareService Endpoint Device ' +
    'Medication Substance CodeSystem ValueSet ConceptMap NamingSystem StructureDefinition CapabilityStatement OperationDefinition ' +
    'MessageDefinition SearchParameter ImplementationGuide Questionnaire'
  ).split(' '),
);
const LASTING =
  /birth|death|deceased|^dob$|expir|valid(to|until|from)|effective(to|until|from)|^version|release|edition|publi(shed|cation)/;
/** Parts of a person or an organisation, which hold for a period. */
const HELD = /^(names?|address(es)?|identifiers?|telecoms?|qualifications?|registrations?|memberships?|roles?)$/;
const ORGANISED = /organi[sz]ation|practice|pharmacy|surgery|hospital|clinic$/;
const EVENT =
  /^(last)?(start|end|begin|created?|creation|updated?|modified|modification|sent|issued?|authored|recorded|occurr?ed|occurrence|performed|timestamp|received|submitted|booked|scheduled|requested|completed|delivered|dispensed|prescribed|collected|administered|processed|published|appointment|slot|session|visit|event|order|message|registered|opened|closed)(s|ed|at|on|date|time|datetime|timestamp)*$/;
const PLANNED = /slot|appointment|booking|availab/;
const BEGINS =
  /^(start|starts|startsat|startat|starttime|startdate|startdatetime|begin|begins|begin(date|time)|from|date|time|datetime|appointment(date|time|datetime)|slot(start|date|time|datetime))$/;

export function happeningsIn(leaves: readonly RoleLeaf[]): readonly DatedEvent[] {
  return leaves.flatMap((leaf): readonly DatedEvent[] => {
    const { value, role } = leaf;
    if (typeof value !== 'string' || (role !== 'date' && role !== 'dateTime' && role !== 'instant') || isLasting(leaf)) return [];
    const at = momentOf(value);
    return at === undefined
      ? []
      : [
          {
            leaf,
            text: value,
            at,
            scheduled: isScheduled(leaf),
            told: leaf.leaf.resource !== undefined || EVENT.test(joined(leaf.leaf.name)),
          },
        ];
  });
}

function isLasting({ leaf, tokens }: RoleLeaf): boolean {
  if (LASTING.test(joined(leaf.name))) return true;
  const { resource } = leaf;
  if (resource) {
    if (REGISTERED.has(resource.type) && !resource.path.startsWith('meta')) return true;
    return tokens.includes('period') && tokens.some((token) => HELD.test(joined(token)));
  }
  return leaf.context.slice(-3).some((word) => HELD.test(joined(word)) || ORGANISED.test(joined(word)));
}

function isScheduled({ leaf }: RoleLeaf): boolean {
  if (!BEGINS.test(joined(leaf.name))) return false;
  const about = leaf.resource ? [leaf.resource.type] : [...leaf.context, leaf.name];
  return about.some((word) => PLANNED.test(joined(word)));
}

const WRITTEN = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Whether a text is a date, or a date and time, as it is written between machines. */
export function isMoment(text: string): boolean {
  return WRITTEN.test(text);
}

function momentOf(text: string): number | undefined {
  const found = WRITTEN.exec(text);
  if (!found) return undefined;
  const zone = found[1]?.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const local = found[1] === undefined ? text : text.slice(0, -found[1].length);
  const at = Date.parse(text.length === 10 ? `${text}T00:00:00Z` : `${local.replace(' ', 'T')}${zone ?? 'Z'}`);
  return Number.isNaN(at) ? undefined : at;
}

/** The days by which the whole moves, where something happens in it: in weeks, so that days of the week stay; until what is planned lies ahead, and what has happened is recent. */
export function daysToMove(happenings: readonly DatedEvent[], now: number): number {
  if (!happenings.some(({ told }) => told)) return 0;
  const planned = happenings.filter(({ scheduled }) => scheduled).map(({ at }) => at);
  if (planned.length > 0) {
    const first = Math.min(...planned);
    return first > now ? 0 : (Math.floor((now - first) / WEEK) + 1) * 7;
  }
  const newest = Math.max(...happenings.map(({ at }) => at));
  return newest > now - RECENT || happenings.length === 0 ? 0 : Math.floor((now - newest) / WEEK) * 7;
}

/** The same time on another day, written as it was. */
export function movedBy(text: string, days: number): string {
  const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`) + days * DAY;
  return new Date(day).toISOString().slice(0, 10) + text.slice(10);
}
