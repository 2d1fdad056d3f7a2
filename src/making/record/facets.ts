/** What there is to say of an entry, facet by facet, each in the ways in which a plain document may spell it, commonest first. */
import type { CodedText, Entries, Entry, EntryKind } from '../../clinical-record.ts';
import type { Json } from '../../contract/contract.ts';
import { englishInstant, minutesAfter } from '../../fhir/clinical/england-time.ts';
import type { Organisation, Person, Practitioner } from '../../population.ts';
import { spellDate } from '../leaves/moments.ts';

export type Facet =
  | 'id'
  | 'what'
  | 'code'
  | 'system'
  | 'sort'
  | 'date'
  | 'time'
  | 'start'
  | 'end'
  | 'status'
  | 'dose'
  | 'doses'
  | 'quantity'
  | 'unit'
  | 'days'
  | 'minutes'
  | 'batch'
  | 'expiry'
  | 'maker'
  | 'site'
  | 'route'
  | 'severity'
  | 'reaction'
  | 'category'
  | 'reason'
  | 'note'
  | 'mode'
  | 'specialty'
  | 'priority'
  | 'review'
  | 'reference'
  | 'course'
  | 'organisationCode'
  | 'organisationName'
  | 'pharmacyCode'
  | 'pharmacyName'
  | 'practitionerId'
  | 'practitionerName';

export interface AboutEntry {
  readonly person: Person;
  organisation(ods: string): Organisation | undefined;
  practitioners(ods: string): readonly Practitioner[];
}

type Said = readonly Json[];
type Teller<Kind extends EntryKind> = (entry: Entries[Kind]) => Said;

const none: Said = [];
const said = (value: Json | undefined): Said => (value === undefined ? none : [value]);
const inCase = (word: string | undefined): Said => {
  if (word === undefined) return none;
  const spaced = word.replaceAll('-', ' ');
  return [
    word,
    spaced,
    `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`,
    word.toUpperCase(),
    word.toUpperCase().replaceAll('-', '_'),
    word.replaceAll('-', '_'),
  ];
};
const day = (date: string | undefined): Said => (date === undefined ? none : spellDate(date));
const words = (text: CodedText | undefined): Said => said(text?.text);

/** An instant as clocks in England show it, in the ways in which it is written. */
function spellInstant(instant: string): Said {
  const local = instant.slice(0, 19);
  const utc = new Date(instant).toISOString();
  return [instant, `${utc.slice(0, 19)}Z`, utc, local, local.slice(0, 16), local.replace('T', ' '), ...spellDate(local.slice(0, 10))];
}

const facetsByKind: { readonly [Kind in EntryKind]: { readonly [F in Facet]?: Teller<Kind> } } = {
  condition: {
    what: ({ what }) => words(what),
    sort: ({ sort }) => inCase(sort),
    date: ({ recorded }) => day(recorded),
    start: ({ onset }) => day(onset),
    end: ({ end }) => day(end),
    status: ({ end }) => (end === undefined ? inCase('active') : [...inCase('resolved'), ...inCase('inactive'), ...inCase('past')]),
    severity: ({ severity }) => inCase(severity),
    category: ({ isMajor }) => [...inCase(isMajor ? 'major' : 'minor'), isMajor],
    note: ({ note }) => said(note),
  },
  medication: {
    what: ({ medicine }) => words(medicine),
    sort: ({ sort }) => inCase(sort),
    date: ({ start }) => day(start),
    start: ({ start }) => day(start),
    end: ({ end }) => day(end),
    status: ({ end }) =>
      end === undefined
        ? [...inCase('active'), ...inCase('current')]
        : [...inCase('stopped'), ...inCase('completed'), ...inCase('ended'), ...inCase('past'), ...inCase('inactive')],
    dose: ({ dose }) => said(dose),
    quantity: ({ quantity }) => [quantity.value, `${quantity.value} ${quantity.unit}`],
    unit: ({ quantity }) => said(quantity.unit),
    days: ({ days }) => said(days),
    route: ({ route }) => words(route),
    reason: ({ reason }) => words(reason),
    review: ({ review }) => day(review),
    course: ({ course }) => [...inCase(course), course === 'repeat'],
  },
  issue: {
    what: ({ medicine }) => words(medicine),
    date: ({ recorded }) => day(recorded),
    start: ({ recorded }) => day(recorded),
    end: ({ dispensed }) => day(dispensed),
    status: ({ status }) => [
      ...inCase(status),
      ...(status === 'collected' ? [...inCase('dispensed'), ...inCase('completed')] : [...inCase('active'), ...inCase('issued')]),
    ],
    dose: ({ dose }) => said(dose),
    quantity: ({ quantity }) => [quantity.value, `${quantity.value} ${quantity.unit}`],
    unit: ({ quantity }) => said(quantity.unit),
    days: ({ days }) => said(days),
    reference: ({ prescription }) => said(prescription),
    course: ({ course }) => [...inCase(course), course === 'repeat'],
  },
  allergy: {
    what: ({ substance }) => [substance?.text ?? 'No known allergies'],
    sort: ({ sort }) => inCase(sort),
    date: ({ recorded }) => day(recorded),
    start: ({ onset, recorded }) => day(onset ?? recorded),
    status: () => inCase('active'),
    severity: ({ severity }) => inCase(severity),
    reaction: ({ reaction }) => words(reaction),
    category: ({ category }) => inCase(category),
  },
  vaccination: {
    what: ({ what, product }) => [what.text, ...words(product)],
    sort: ({ sort }) => inCase(sort),
    date: ({ given }) => day(given),
    start: ({ given }) => day(given),
    status: ({ status }) =>
      status === 'completed' ? [...inCase('completed'), ...inCase('given')] : [...inCase('not-done'), ...inCase('declined')],
    dose: ({ dose }) => [dose, String(dose)],
    doses: ({ doses }) => said(doses),
    batch: ({ batch }) => said(batch),
    expiry: ({ expiry }) => day(expiry),
    maker: ({ maker }) => said(maker),
    site: ({ site }) => words(site),
    route: ({ route }) => words(route),
    reason: ({ diseases }) => diseases.map(({ text }) => text),
  },
  observation: {
    what: ({ what }) => words(what),
    sort: ({ sort }) => inCase(sort),
    date: ({ recorded }) => day(recorded),
    start: ({ recorded }) => day(recorded),
    status: () => inCase('final'),
    quantity: ({ value, finding, parts }) =>
      value
        ? [value.value, String(value.value), `${value.value} ${value.unit}`]
        : parts
          ? [parts.map((part) => part.value.value).join('/')]
          : words(finding),
    unit: ({ value, parts }) => said(value?.unit ?? parts?.[0]?.value.unit),
    category: ({ interpretation }) => inCase(interpretation),
  },
  report: {
    what: ({ what }) => words(what),
    sort: ({ sort }) => inCase(sort),
    date: ({ recorded }) => day(recorded),
    start: ({ requested }) => day(requested),
    status: () => inCase('final'),
    category: ({ category }) => inCase(category),
    note: ({ conclusion }) => said(conclusion),
  },
  procedure: {
    what: ({ what }) => words(what),
    sort: ({ sort }) => inCase(sort),
    date: ({ performed }) => day(performed),
    start: ({ performed }) => day(performed),
    status: () => inCase('completed'),
    reason: ({ reason }) => words(reason),
  },
  encounter: {
    what: ({ reason, sort }) => [reason.text, ...inCase(sort)],
    sort: ({ sort }) => inCase(sort),
    date: ({ recorded }) => day(recorded),
    start: ({ recorded }) => day(recorded),
    status: () => [...inCase('finished'), ...inCase('completed')],
    minutes: ({ minutes }) => said(minutes),
    mode: ({ mode }) => inCase(mode),
    reason: ({ reason }) => words(reason),
    note: ({ note }) => said(note),
  },
  referral: {
    what: ({ specialty }) => words(specialty),
    specialty: ({ specialty }) => words(specialty),
    date: ({ recorded }) => day(recorded),
    start: ({ recorded }) => day(recorded),
    status: ({ status }) => [...inCase(status), ...inCase(status === 'closed' ? 'completed' : 'active')],
    priority: ({ priority }) => inCase(priority),
    reason: ({ reason }) => words(reason),
    reference: ({ ubrn }) => said(ubrn),
  },
  appointment: {
    what: ({ reason }) => words(reason),
    date: ({ on }) => day(on),
    start: ({ on, at }) => spellInstant(englishInstant(on, at)),
    end: ({ on, at, minutes }) => spellInstant(minutesAfter(on, at, minutes)),
    time: ({ at }) => [at, `${at}:00`],
    status: ({ status }) =>
      status === 'fulfilled'
        ? [...inCase('fulfilled'), ...inCase('attended'), ...inCase('completed')]
        : status === 'missed'
          ? [...inCase('missed'), ...inCase('noshow'), ...inCase('did-not-attend')]
          : [...inCase(status), ...inCase(status === 'booked' ? 'confirmed' : 'canceled')],
    minutes: ({ minutes }) => said(minutes),
    mode: ({ mode }) => inCase(mode),
    specialty: ({ specialty }) => words(specialty),
    category: ({ setting }) => inCase(setting),
    reason: ({ reason }) => words(reason),
  },
  admission: {
    what: ({ reason }) => words(reason),
    date: ({ admitted }) => day(admitted),
    start: ({ admitted }) => day(admitted),
    end: ({ discharged }) => day(discharged),
    status: ({ discharged }) => inCase(discharged === undefined ? 'in-progress' : 'finished'),
    specialty: ({ specialty }) => words(specialty),
    category: ({ method }) => inCase(method),
    reason: ({ reason }) => words(reason),
    site: ({ ward }) => said(ward),
  },
  document: {
    what: ({ title }) => said(title),
    sort: ({ sort }) => inCase(sort),
    date: ({ recorded }) => day(recorded),
    start: ({ recorded }) => day(recorded),
    status: () => inCase('current'),
    category: ({ type }) => words(type),
    note: ({ paragraphs }) => said(paragraphs.join('\n\n')),
  },
  pregnancy: {
    what: () => ['Pregnancy'],
    date: ({ recorded }) => day(recorded),
    start: ({ lastPeriod }) => day(lastPeriod),
    end: ({ outcome }) => day(outcome?.on),
    review: ({ due }) => day(due),
    status: ({ outcome }) => inCase(outcome === undefined ? 'active' : 'completed'),
  },
  'care-plan': {
    what: ({ title }) => said(title),
    sort: ({ sort }) => inCase(sort),
    date: ({ start }) => day(start),
    start: ({ start }) => day(start),
    end: ({ end }) => day(end),
    review: ({ review }) => day(review),
    status: ({ end }) => inCase(end === undefined ? 'active' : 'completed'),
    category: ({ type }) => words(type),
    note: ({ activities }) => said(activities.join('; ')),
  },
  flag: {
    what: ({ what }) => words(what),
    date: ({ recorded }) => day(recorded),
    start: ({ recorded }) => day(recorded),
    end: ({ end }) => day(end),
    status: ({ end }) => inCase(end === undefined ? 'active' : 'inactive'),
    category: ({ category }) => inCase(category),
    note: ({ detail }) => said(detail),
  },
};

/** What names the entry with a code, where one does. */
export function codedIn(entry: Entry): CodedText | undefined {
  switch (entry.kind) {
    case 'medication':
    case 'issue':
      return entry.medicine;
    case 'allergy':
      return entry.substance;
    case 'vaccination':
      return entry.product?.coding ? entry.product : (entry.procedure ?? entry.what);
    case 'referral':
      return entry.specialty;
    case 'appointment':
    case 'encounter':
    case 'admission':
      return entry.reason;
    case 'document':
    case 'care-plan':
      return entry.type;
    case 'pregnancy':
      return undefined;
    default:
      return entry.what;
  }
}

export function facetOf(facet: Facet, entry: Entry, about: AboutEntry): Said {
  switch (facet) {
    case 'id':
      return [entry.id];
    case 'code':
      return said(codedIn(entry)?.coding?.code);
    case 'system':
      return said(codedIn(entry)?.coding?.system);
    case 'time':
      return timesOf(entry);
    case 'organisationCode':
      return said(entry.organisation);
    case 'organisationName':
      return said(entry.organisation && about.organisation(entry.organisation)?.name);
    case 'pharmacyCode':
      return said(pharmacyOf(entry));
    case 'pharmacyName':
      return said(about.organisation(pharmacyOf(entry) ?? '')?.name);
    case 'practitionerId':
      return said(entry.practitioner);
    case 'practitionerName':
      return practitionerNames(entry, about);
    case 'date':
    case 'start':
      return entry.time === undefined ? toldBy(facet, entry) : withTime(toldBy(facet, entry), entry.time);
    default:
      return toldBy(facet, entry);
  }
}

function toldBy<Kind extends EntryKind>(facet: Facet, entry: Entries[Kind]): Said {
  const byFacet: { readonly [F in Facet]?: Teller<Kind> } = facetsByKind[entry.kind as Kind]; // the entry's own kind
  return byFacet[facet]?.(entry) ?? none;
}

const timesOf = (entry: Entry): Said => {
  const at = entry.kind === 'appointment' ? entry.at : entry.time;
  return at === undefined ? none : [at, `${at}:00`];
};

/** A day that has a time is spelt with it where the day alone will not do. */
function withTime(days: Said, time: string): Said {
  const [first] = days;
  return typeof first === 'string' && /^\d{4}-\d\d-\d\d$/.test(first) ? [first, ...spellInstant(englishInstant(first, time))] : days;
}

const pharmacyOf = (entry: Entry): string | undefined => (entry.kind === 'issue' ? entry.pharmacy : undefined);

function practitionerNames(entry: Entry, about: AboutEntry): Said {
  const who = about.practitioners(entry.organisation ?? '').find(({ sdsUserId }) => sdsUserId === entry.practitioner);
  return who === undefined ? none : [`${who.prefix} ${who.given} ${who.family}`, `${who.given} ${who.family}`, who.family];
}
