/** What a consultation holds, as a tree of Lists: the consultation, its topic, and under headings the words that were written and the items. */
import type { EncounterEntry } from '../../../src/clinical-record.ts';
import type { JsonObject } from '../../../src/contract/contract.ts';
import { toPerson, type Writing } from '../../../src/fhir/clinical/about.ts';
import { careConnectExtension, system } from '../../../src/fhir/clinical/systems.ts';
import { conceptOf, extension } from '../../../src/fhir/clinical/concepts.ts';
import { fhirElement } from '../../../src/fhir/clinical/element.ts';
import { englishInstant } from '../../../src/fhir/clinical/england-time.ts';

const kinds = {
  consultation: conceptOf(system.snomed, '325851000000107', 'Consultation'),
  topic: conceptOf(system.snomed, '25851000000105', 'Topic (EHR)'),
  category: conceptOf(system.snomed, '24781000000107', 'Category (EHR)'),
};

const systemOrder = { coding: [{ system: 'http://hl7.org/fhir/list-order', code: 'system', display: 'Sorted by System' }] };

export interface Heading {
  readonly title: string;
  readonly items: readonly string[];
}

/** `problem` refers to what the topic is about, where that is told. */
export function consultationTree(
  entry: EncounterEntry,
  { headings, problem }: { readonly headings: readonly Heading[]; readonly problem: string | undefined },
  writing: Writing,
): readonly JsonObject[] {
  const list = (part: string, kind: keyof typeof kinds, title: string, items: readonly string[], more: JsonObject = {}): JsonObject =>
    fhirElement({
      resourceType: 'List',
      id: `${entry.id}-${part}`,
      meta: { profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-List-1'] },
      ...more,
      status: 'current',
      mode: 'snapshot',
      title,
      code: kinds[kind],
      subject: toPerson(writing),
      encounter: { reference: `Encounter/${entry.id}` },
      date: englishInstant(entry.recorded, entry.time),
      orderedBy: systemOrder,
      entry: items.map((reference) => ({ item: { reference } })),
    });
  const filled = headings.filter(({ items }) => items.length > 0);
  const about =
    problem === undefined
      ? []
      : [
          extension(careConnectExtension('RelatedProblemHeader'), {
            extension: [
              { url: 'type', valueCode: 'sibling' },
              { url: 'target', valueReference: { reference: problem } },
            ],
          }),
        ];
  return [
    list('consultation', 'consultation', 'Consultation', [`List/${entry.id}-topic`]),
    list(
      'topic',
      'topic',
      entry.reason.text,
      filled.map((_, n) => `List/${entry.id}-heading-${n + 1}`),
      { extension: about },
    ),
    ...filled.map(({ title, items }, n) => list(`heading-${n + 1}`, 'category', title, items)),
  ];
}
