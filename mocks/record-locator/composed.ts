/** Pointers that nobody sent, put together from what is known of their documents. They are marked as test data. */
import { categories, kinds, snomed } from './kinds.ts';
import { nhsNumberSystem, odsSystem, ownerOf, type Pointer } from './pointer.ts';

export interface Known {
  readonly id: string;
  readonly nhsNumber: string;
  /** `http://snomed.info/sct|736253002`; imaging is told of nobody. */
  readonly type: string;
  readonly date: string;
  readonly attachment: Pointer['content'][number]['attachment'];
  readonly format: keyof typeof formats;
  readonly stability: 'static' | 'dynamic';
  readonly setting: readonly [code: string, display: string];
}

const england = 'https://fhir.nhs.uk/England';
const formats = { unstructured: 'Unstructured Document', structured: 'Structured Document' } as const;
const testData = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST', display: 'test health data' };

const coded = <System extends string>(system: System, code: string, display: string) => ({ coding: [{ system, code, display }] as const });

const extension = (name: string, code: string, display: string) => ({
  url: `${england}/StructureDefinition/Extension-England-${name}`,
  valueCodeableConcept: coded(`${england}/CodeSystem/England-NRL${name.replace('NRL', '')}`, code, display),
});

export function composed({ id, nhsNumber, type, date, attachment, format, stability, setting }: Known): Pointer {
  const { display = '', category = '' } = kinds[type] ?? {};
  const organisation = { identifier: { system: odsSystem, value: ownerOf(id) } } as const;
  return {
    resourceType: 'DocumentReference',
    id,
    meta: { lastUpdated: date, tag: [testData] },
    status: 'current',
    docStatus: 'final',
    type: coded(snomed, type.slice(snomed.length + 1), display),
    category: [coded(snomed, category, categories[category] ?? '')],
    subject: { identifier: { system: nhsNumberSystem, value: nhsNumber } },
    date,
    author: [organisation],
    custodian: organisation,
    description: attachment.title ?? display,
    content: [
      {
        extension: [
          extension('ContentStability', stability, stability === 'static' ? 'Static' : 'Dynamic'),
          extension('NRLRetrievalMechanism', 'Direct', 'Direct'),
        ],
        attachment,
        format: { system: `${england}/CodeSystem/England-NRLFormatCode`, code: `urn:nhs-ic:${format}`, display: formats[format] },
      },
    ],
    context: { practiceSetting: coded(snomed, ...setting) },
  };
}
