/** Plans of care as CarePlan, what whoever cares for somebody has to know first as Flag, and back. */
import type { CarePlanEntry, FlagEntry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { toOrganisation, toPerson, toPractitioner, type Writing } from './about.ts';
import { narrative, period, readConcept, readNarrative, writtenConcept } from './concepts.ts';
import { eachOf, fhirElement, present, stringAt, elementAt } from './element.ts';
import { dayOfText, englishDateTime } from './england-time.ts';
import { beforeOf, headOfEntry, idsReferredTo, readHead, sortFrom, uuidIdentifier, type ReadingEntry } from './head.ts';
import { toEntries } from './referents.ts';

const reviewOfPlan = 'Review of the plan';

export function writtenCarePlan(entry: CarePlanEntry, writing: Writing): readonly JsonObject[] {
  const { title, type, start, end, review, about, activities, recorded, time } = entry;
  const author = toPractitioner(writing, entry.practitioner, entry.organisation) ?? toOrganisation(writing, entry.organisation);
  const status = end === undefined ? 'in-progress' : 'completed';
  const planned = activities.map((description) => ({ detail: { status, description } }));
  const reviewed =
    review === undefined ? [] : [{ detail: { status: 'scheduled', scheduledPeriod: period(review, review), description: reviewOfPlan } }];
  const { version } = writing;
  return [
    fhirElement({
      ...headOfEntry('CarePlan', entry, writing),
      identifier: [uuidIdentifier(entry.id)],
      status: end === undefined ? 'active' : 'completed',
      intent: 'plan',
      category: [writtenConcept(type)],
      title,
      subject: toPerson(writing),
      period: period(start, end),
      ...(version === 'R4' && { created: englishDateTime(recorded, time) }),
      author: version === 'R4' ? author : author && [author],
      addresses: toEntries(writing, about, ['condition']),
      supportingInfo: toEntries(
        writing,
        about.filter((id) => writing.about.entry(id)?.kind !== 'condition'),
      ),
      activity: [...planned, ...reviewed],
    }),
  ];
}

export function readCarePlan(resource: JsonObject, reading: ReadingEntry): CarePlanEntry | undefined {
  const type = readConcept(resource['category']);
  const title = stringAt(resource, 'title') ?? type?.text ?? stringAt(resource, 'description');
  if (title === undefined) return undefined;
  const before = beforeOf('care-plan', reading);
  const start = stringAt(resource, 'period', 'start');
  const head = readHead('care-plan', { recorded: [stringAt(resource, 'created'), start], by: eachOf(resource['author']) }, reading);
  const details = eachOf(resource['activity']).flatMap((each) => elementAt(each, 'detail') ?? []);
  const review = details.find((detail) => stringAt(detail, 'description') === reviewOfPlan);
  const ended = dayOfText(stringAt(resource, 'period', 'end'));
  return {
    ...head,
    sort: before?.sort ?? sortFrom(type?.text ?? title),
    title,
    type: type ?? before?.type ?? { text: title },
    start: dayOfText(start) ?? head.recorded,
    about: idsReferredTo([...eachOf(resource['addresses']), ...eachOf(resource['supportingInfo'])]),
    activities: details.flatMap((detail) => (detail === review ? [] : (stringAt(detail, 'description') ?? []))),
    ...present({
      end: stringAt(resource, 'status') === 'active' ? undefined : ended,
      review: dayOfText(stringAt(review, 'scheduledPeriod', 'start')) ?? before?.review,
    }),
  };
}

const categories: { readonly [Category in FlagEntry['category']]: string } = {
  'reasonable-adjustment': 'Reasonable adjustment',
  safeguarding: 'Safeguarding',
  alert: 'Alert',
  consent: 'Consent',
};

export function writtenFlag(entry: FlagEntry, writing: Writing): readonly JsonObject[] {
  const { category, what, detail, end, recorded, time } = entry;
  return [
    fhirElement({
      ...headOfEntry('Flag', entry, writing),
      text: detail === undefined ? undefined : narrative([detail]),
      identifier: [uuidIdentifier(entry.id)],
      status: end === undefined ? 'active' : 'inactive',
      category: writing.version === 'R4' ? [{ text: categories[category] }] : { text: categories[category] },
      code: writtenConcept(what),
      subject: toPerson(writing),
      period: period(englishDateTime(recorded, time), end),
      author: toPractitioner(writing, entry.practitioner, entry.organisation) ?? toOrganisation(writing, entry.organisation),
    }),
  ];
}

export function readFlag(resource: JsonObject, reading: ReadingEntry): FlagEntry | undefined {
  const what = readConcept(resource['code']);
  if (what === undefined) return undefined;
  const before = beforeOf('flag', reading);
  const head = readHead('flag', { recorded: [stringAt(resource, 'period', 'start')], by: [resource['author']] }, reading);
  const words = readConcept(resource['category'])?.text.toLowerCase();
  const end = dayOfText(stringAt(resource, 'period', 'end')) ?? (stringAt(resource, 'status') === 'inactive' ? reading.today : undefined);
  return {
    ...head,
    category: categoryFrom(words) ?? before?.category ?? 'alert',
    what,
    ...present({ detail: readNarrative(resource), end: stringAt(resource, 'status') === 'active' ? undefined : end }),
  };
}

function categoryFrom(words: string | undefined): FlagEntry['category'] | undefined {
  if (words === undefined) return undefined;
  for (const name of ['reasonable-adjustment', 'safeguarding', 'alert', 'consent'] as const)
    if (words.includes(categories[name].toLowerCase())) return name;
  return undefined;
}
