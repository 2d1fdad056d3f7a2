/** What was done as Procedure, and back. */
import type { ProcedureEntry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { toOrganisation, toPerson, toPractitioner, type Writing } from './about.ts';
import { maybeConcept, readConcept, writtenConcept } from './concepts.ts';
import { eachOf, fhirElement, listOf, present, stringAt, elementAt } from './element.ts';
import { dayOfText, englishDateTime } from './england-time.ts';
import { beforeOf, headOfEntry, idReferredTo, readHead, sortFrom, uuidIdentifier, type ReadingEntry } from './head.ts';
import { toEntry } from './referents.ts';

export function writtenProcedure(entry: ProcedureEntry, writing: Writing): readonly JsonObject[] {
  const { what, performed, reason, admission } = entry;
  const stay = toEntry(writing, admission);
  const [actor, place] = [toPractitioner(writing, entry.practitioner, entry.organisation), toOrganisation(writing, entry.organisation)];
  const performer = actor === undefined ? place && { actor: place } : fhirElement({ actor, onBehalfOf: place });
  return [
    fhirElement({
      ...headOfEntry('Procedure', entry, writing),
      identifier: [uuidIdentifier(entry.id)],
      status: 'completed',
      code: writtenConcept(what),
      subject: toPerson(writing),
      [writing.version === 'R4' ? 'encounter' : 'context']: stay,
      performedDateTime: englishDateTime(performed, entry.time),
      performer: listOf(performer),
      reasonCode: listOf(maybeConcept(reason)),
    }),
  ];
}

export function readProcedure(resource: JsonObject, reading: ReadingEntry): ProcedureEntry | undefined {
  const what = readConcept(resource['code']);
  if (what === undefined) return undefined;
  const before = beforeOf('procedure', reading);
  const performed = [stringAt(resource, 'performedDateTime'), stringAt(resource, 'performedPeriod', 'start')];
  const performers = eachOf(resource['performer']);
  const head = readHead(
    'procedure',
    {
      recorded: performed,
      by: performers.flatMap((each) => [...listOf(elementAt(each, 'actor')), ...listOf(elementAt(each, 'onBehalfOf'))]),
    },
    reading,
  );
  return {
    ...head,
    sort: before?.sort ?? sortFrom(what.text),
    what,
    performed: performed.map(dayOfText).find((date) => date !== undefined) ?? head.recorded,
    ...present({
      reason: readConcept(resource['reasonCode']),
      admission: idReferredTo(elementAt(resource, 'encounter') ?? elementAt(resource, 'context')) ?? before?.admission,
    }),
  };
}
