/** Allergies as AllergyIntolerance, and back. */
import type { AllergyEntry, CodedText } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { toPerson, toPractitioner, type Writing } from './about.ts';
import { conceptOf, readConcept, writtenConcept } from './concepts.ts';
import { fhirElement, stringAt, elementAt } from './element.ts';
import { dayOfText, englishDateTime } from './england-time.ts';
import { beforeOf, headOfEntry, readHead, sortFrom, uuidIdentifier, type ReadingEntry } from './head.ts';
import { hl7System, system } from './systems.ts';

/** Told as an entry like any other, and not as an empty list. */
const noneKnown: CodedText = {
  text: 'No known allergy',
  coding: { system: system.snomed, code: '716186003', display: 'No known allergy' },
};

/** A reaction has a manifestation: where none is recorded, it is not known. */
const notRecorded: JsonObject = { text: 'Reaction not recorded' };

export function writtenAllergy(entry: AllergyEntry, writing: Writing): readonly JsonObject[] {
  const { version } = writing;
  const { substance, category, reaction, severity, onset, recorded } = entry;
  const isKnown = reaction !== undefined || severity !== undefined;
  const shared = {
    category: substance === undefined ? undefined : [category],
    code: writtenConcept(substance ?? noneKnown),
    patient: toPerson(writing),
    onsetDateTime: onset,
    recorder: toPractitioner(writing, entry.practitioner, entry.organisation),
    reaction: isKnown ? [fhirElement({ manifestation: [reaction ? writtenConcept(reaction) : notRecorded], severity })] : undefined,
  };
  const head = { ...headOfEntry('AllergyIntolerance', entry, writing), identifier: [uuidIdentifier(entry.id)] };
  if (version === 'STU3')
    return [
      fhirElement({
        ...head,
        clinicalStatus: 'active',
        verificationStatus: 'unconfirmed',
        ...shared,
        // Records of general practice know no category for food.
        category: [category === 'food' ? 'environment' : category],
        assertedDate: englishDateTime(recorded, entry.time),
      }),
    ];
  return [
    fhirElement({
      ...head,
      clinicalStatus: conceptOf(hl7System.allergyClinical.R4, 'active', 'Active'),
      verificationStatus: conceptOf(hl7System.allergyVerification.R4, 'unconfirmed', 'Unconfirmed'),
      ...shared,
      recordedDate: englishDateTime(recorded, entry.time),
    }),
  ];
}

export function readAllergy(resource: JsonObject, reading: ReadingEntry): AllergyEntry | undefined {
  const substance = readConcept(resource['code']) ?? readConcept(elementAt(resource, 'reaction', 'substance'));
  if (substance === undefined) return undefined;
  const before = beforeOf('allergy', reading);
  const isNone = substance.coding?.code === noneKnown.coding?.code;
  const head = readHead(
    'allergy',
    {
      recorded: [stringAt(resource, 'recordedDate'), stringAt(resource, 'assertedDate')],
      by: [resource['recorder'], resource['asserter']],
    },
    reading,
  );
  const manifestation = readConcept(elementAt(resource, 'reaction', 'manifestation'));
  const reaction = manifestation?.text === notRecorded['text'] ? undefined : manifestation;
  const severity = severityOf(stringAt(resource, 'reaction', 'severity') ?? stringAt(resource, 'severity'));
  const onset = dayOfText(stringAt(resource, 'onsetDateTime'));
  return {
    ...head,
    sort: before?.sort ?? (isNone ? 'none-known' : sortFrom(substance.text)),
    ...(!isNone && { substance }),
    category: categoryOf(stringAt(resource, 'category'), before),
    ...(reaction !== undefined && { reaction }),
    ...(severity !== undefined && { severity }),
    ...(onset !== undefined && { onset }),
  };
}

function severityOf(text: string | undefined): AllergyEntry['severity'] {
  return text === 'mild' || text === 'moderate' || text === 'severe' ? text : undefined;
}

function categoryOf(text: string | undefined, before: AllergyEntry | undefined): AllergyEntry['category'] {
  if (text === 'food' || text === 'medication') return text;
  // STU3 records of general practice have no category for food.
  return before?.category ?? (text === 'environment' || text === 'biologic' ? 'environment' : 'medication');
}
