/** Problems and pregnancies as Condition, and back. */
import type { CodedText, ConditionEntry, PregnancyEntry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { toPerson, toPractitioner, type Writing } from './about.ts';
import { conceptOf, extension, readConcept, writtenConcept } from './concepts.ts';
import { extensionIn, fhirElement, listOf, stringAt, elementAt } from './element.ts';
import { dayOfText, daysAfter, englishDateTime } from './england-time.ts';
import { beforeOf, headOfEntry, readHead, sortFrom, uuidIdentifier, type ReadingEntry } from './head.ts';
import { careConnectExtension, hl7System, system, ukCoreExtension } from './systems.ts';

const severities = {
  mild: conceptOf(system.snomed, '255604002', 'Mild'),
  moderate: conceptOf(system.snomed, '6736007', 'Moderate'),
  severe: conceptOf(system.snomed, '24484000', 'Severe'),
} as const;

export function writtenCondition(entry: ConditionEntry, writing: Writing): readonly JsonObject[] {
  const { what, onset, end, isMajor, severity, note } = entry;
  return [problem(entry, { what, onset, end, isMajor, severity: severity && severities[severity], note }, writing)];
}

const pregnant: CodedText = { text: 'Pregnancy', coding: { system: system.snomed, code: '77386006', display: 'Pregnancy' } };

const outcomes = { birth: 'Birth', miscarriage: 'Miscarriage', termination: 'Termination of pregnancy' } as const;

export function writtenPregnancy(entry: PregnancyEntry, writing: Writing): readonly JsonObject[] {
  const { lastPeriod, due, outcome } = entry;
  const ended = outcome && `${outcomes[outcome.how]} at ${outcome.weeks} weeks.${outcome.delivery ? ` ${outcome.delivery.text}.` : ''}`;
  const note = [`Estimated date of delivery ${due}.`, ...(ended === undefined ? [] : [ended])].join(' ');
  return [problem(entry, { what: pregnant, onset: lastPeriod, end: outcome?.on, isMajor: false, note }, writing)];
}

interface Problem {
  readonly what: CodedText;
  readonly onset: string;
  readonly end: string | undefined;
  readonly isMajor: boolean;
  readonly severity?: JsonObject | undefined;
  readonly note: string | undefined;
}

function problem(entry: ConditionEntry | PregnancyEntry, told: Problem, writing: Writing): JsonObject {
  const { version } = writing;
  const { what, onset, end, isMajor, severity, note } = told;
  const by = toPractitioner(writing, entry.practitioner, entry.organisation);
  const significance = { valueCode: isMajor ? 'major' : 'minor' };
  const shared = {
    code: writtenConcept(what),
    subject: toPerson(writing),
    onsetDateTime: onset,
    abatementDateTime: end,
    note: note === undefined ? undefined : [{ text: note }],
  };
  const head = { ...headOfEntry('Condition', entry, writing), identifier: [uuidIdentifier(entry.id)] };
  if (version === 'STU3')
    return fhirElement({
      ...head,
      extension: [extension(careConnectExtension('ProblemSignificance'), significance)],
      clinicalStatus: end === undefined ? 'active' : 'inactive',
      category: [
        conceptOf('https://fhir.hl7.org.uk/STU3/CodeSystem/CareConnect-ConditionCategory-1', 'problem-list-item', 'Problem List Item'),
      ],
      ...shared,
      assertedDate: englishDateTime(entry.recorded, entry.time),
      asserter: by,
    });
  return fhirElement({
    ...head,
    extension: [extension(ukCoreExtension('ProblemSignificance'), significance)],
    clinicalStatus:
      end === undefined
        ? conceptOf(hl7System.conditionClinical.R4, 'active', 'Active')
        : conceptOf(hl7System.conditionClinical.R4, 'resolved', 'Resolved'),
    verificationStatus: conceptOf(hl7System.conditionVerification.R4, 'confirmed', 'Confirmed'),
    category: [conceptOf(hl7System.conditionCategory.R4, 'problem-list-item', 'Problem List Item')],
    severity,
    ...shared,
    recordedDate: englishDateTime(entry.recorded, entry.time),
    recorder: by,
    asserter: by,
  });
}

export function readCondition(resource: JsonObject, reading: ReadingEntry): ConditionEntry | PregnancyEntry | undefined {
  const what = readConcept(resource['code']);
  if (what === undefined) return undefined;
  if (what.coding?.code === pregnant.coding?.code || reading.before?.kind === 'pregnancy') return readPregnancy(resource, reading);
  const before = beforeOf('condition', reading);
  const head = readHead(
    'condition',
    {
      recorded: ['recordedDate', 'assertedDate', 'dateRecorded', 'onsetDateTime'].map((name) => stringAt(resource, name)),
      by: listOf(resource['recorder']).concat(listOf(resource['asserter'])),
    },
    reading,
  );
  const onset = dayOfText(stringAt(resource, 'onsetDateTime') ?? stringAt(resource, 'onsetPeriod', 'start')) ?? head.recorded;
  const end = endOf(resource, head.recorded);
  const severity = severityIn(resource) ?? before?.severity;
  const note = stringAt(resource, 'note', 'text');
  const significance = extensionIn(resource, 'ProblemSignificance');
  return {
    ...head,
    sort: before?.sort ?? sortFrom(what.text),
    what,
    onset,
    ...(severity !== undefined && { severity }),
    ...(end !== undefined && { end }),
    isMajor: significance === undefined ? (before?.isMajor ?? false) : stringAt(significance, 'valueCode') === 'major',
    ...(note !== undefined && { note }),
  };
}

/** How it ended has no place of its own: that stays as it was. */
function readPregnancy(resource: JsonObject, reading: ReadingEntry): PregnancyEntry {
  const before = beforeOf('pregnancy', reading);
  const head = readHead('pregnancy', { recorded: [stringAt(resource, 'recordedDate'), stringAt(resource, 'assertedDate')] }, reading);
  const lastPeriod = dayOfText(stringAt(resource, 'onsetDateTime')) ?? before?.lastPeriod ?? head.recorded;
  const due = /\d{4}-\d{2}-\d{2}/.exec(stringAt(resource, 'note', 'text') ?? '')?.[0] ?? before?.due ?? daysAfter(lastPeriod, term);
  return { ...head, lastPeriod, due, ...(before?.outcome && { outcome: before.outcome }) };
}

/** Days from the last period to the day on which a birth is expected. */
const term = 280;

function severityIn(resource: JsonObject): ConditionEntry['severity'] {
  const severity = readConcept(resource['severity']);
  const code = severity?.coding?.code;
  const words = severity?.text.toLowerCase();
  for (const name of ['mild', 'moderate', 'severe'] as const) {
    if (words?.includes(name) || (code !== undefined && stringAt(severities[name], 'coding', 'code') === code)) return name;
  }
  return undefined;
}

/** Clinical statuses in which a problem is over. */
const over: ReadonlySet<string> = new Set(['inactive', 'remission', 'resolved']);

function endOf(resource: JsonObject, recorded: string): string | undefined {
  const abated = dayOfText(stringAt(resource, 'abatementDateTime') ?? stringAt(resource, 'abatementPeriod', 'end'));
  const status = stringAt(resource, 'clinicalStatus') ?? stringAt(elementAt(resource, 'clinicalStatus', 'coding'), 'code');
  return abated ?? (status !== undefined && over.has(status) ? recorded : undefined);
}
