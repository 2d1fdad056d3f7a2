/** Allergies as AllergyIntolerance, and back. */
import type { AllergyEntry, CodedText } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { toPerson, toPractitioner, type Writing } from './about.ts';
import { conceptOf, extension, readConcept, writtenConcept } from './concepts.ts';
import { eachOf, elementAt, extensionIn, fhirElement, stringAt } from './element.ts';
import { dayOfText, englishDateTime } from './england-time.ts';
import { beforeOf, headOfEntry, readHead, sortFrom, uuidIdentifier, type ReadingEntry } from './head.ts';
import { careConnectGpcExtension, hl7System, system, ukCoreExtension } from './systems.ts';

/** Told as an entry like any other, and not as an empty list. */
const noneKnown: CodedText = {
  text: 'No known allergy',
  coding: { system: system.snomed, code: '716186003', display: 'No known allergy' },
};

/** A reaction has a manifestation: where none is recorded, it is not known. */
const notRecorded: JsonObject = { text: 'Reaction not recorded' };

export function writtenAllergy(entry: AllergyEntry, writing: Writing): readonly JsonObject[] {
  const { version } = writing;
  const { substance, category, reaction, severity, onset, recorded, end, ended } = entry;
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
        extension: end === undefined ? [] : [endOf(end, ended)],
        clinicalStatus: end === undefined ? 'active' : 'resolved',
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
      clinicalStatus:
        end === undefined
          ? conceptOf(hl7System.allergyClinical.R4, 'active', 'Active')
          : conceptOf(hl7System.allergyClinical.R4, 'resolved', 'Resolved'),
      extension: end === undefined ? [] : [extension(ukCoreExtension('AllergyIntoleranceEnd'), { extension: endParts(end, ended) })],
      verificationStatus: conceptOf(hl7System.allergyVerification.R4, 'unconfirmed', 'Unconfirmed'),
      ...shared,
      recordedDate: englishDateTime(recorded, entry.time),
    }),
  ];
}

/** Of records that do not say why it is over. */
const noReason = 'No information available';

const endParts = (end: string, ended = noReason): readonly JsonObject[] => [
  extension('endDate', { valueDateTime: end }),
  extension('reasonEnded', { valueString: ended }),
];

const endOf = (end: string, ended: string | undefined): JsonObject =>
  extension(careConnectGpcExtension('AllergyIntoleranceEnd'), { extension: endParts(end, ended) });

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
  const over = eachOf(extensionIn(resource, 'AllergyIntoleranceEnd')?.['extension']);
  const part = (url: string) => over.find((each) => stringAt(each, 'url') === url);
  const end = dayOfText(stringAt(part('endDate'), 'valueDateTime'));
  const ended = stringAt(part('reasonEnded'), 'valueString');
  return {
    ...head,
    sort: before?.sort ?? (isNone ? 'none-known' : sortFrom(substance.text)),
    ...(!isNone && { substance }),
    category: categoryOf(stringAt(resource, 'category'), before),
    ...(reaction !== undefined && { reaction }),
    ...(severity !== undefined && { severity }),
    ...(onset !== undefined && { onset }),
    ...(end !== undefined && { end }),
    ...(end !== undefined && ended !== undefined && ended !== noReason && { ended }),
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
