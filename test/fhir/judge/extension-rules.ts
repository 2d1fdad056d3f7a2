/** What each known extension may hold: UK Core 2.0.0, and the extensions that the Personal Demographics Service adds. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { isObject, objects } from './resource.ts';

interface Shape {
  /** The `value[x]` it has; none for an extension made of parts. */
  readonly value?: string;
  readonly system?: string;
  readonly code?: RegExp;
  readonly parts?: Readonly<Record<string, Shape>>;
}

const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-';
const codes = 'https://fhir.hl7.org.uk/CodeSystem/UKCore-';
const organisation: Shape = { value: 'valueReference' };

const shapes: Readonly<Record<string, Shape>> = {
  [`${ukCore}NHSNumberVerificationStatus`]: {
    value: 'valueCodeableConcept',
    system: `${codes}NHSNumberVerificationStatus`,
    code: /^0[1-8]$/,
  },
  [`${ukCore}NominatedPharmacy`]: organisation,
  [`${ukCore}PreferredDispenserOrganization`]: organisation,
  [`${ukCore}MedicalApplianceSupplier`]: organisation,
  [`${ukCore}DeathNotificationStatus`]: {
    parts: {
      deathNotificationStatus: { value: 'valueCodeableConcept', system: `${codes}DeathNotificationStatus`, code: /^[12U]$/ },
      systemEffectiveDate: { value: 'valueDateTime' },
    },
  },
  [`${ukCore}NHSCommunication`]: {
    parts: {
      language: { value: 'valueCodeableConcept', system: `${codes}HumanLanguage`, code: /^(?!en$)([a-z]{2}|q[1-5])$/ },
      interpreterRequired: { value: 'valueBoolean' },
    },
  },
  [`${ukCore}ContactPreference`]: {
    parts: {
      PreferredWrittenCommunicationFormat: {
        value: 'valueCodeableConcept',
        system: `${codes}PreferredWrittenCommunicationFormat`,
        code: /^1[123]$/,
      },
      PreferredContactMethod: { value: 'valueCodeableConcept', system: `${codes}PreferredContactMethod`, code: /^[1-8]$/ },
      PreferredContactTimes: { value: 'valueString' },
    },
  },
  [`${ukCore}AddressKey`]: {
    parts: { type: { value: 'valueCoding', system: `${codes}AddressKeyType`, code: /^(PAF|UPRN)$/ }, value: { value: 'valueString' } },
  },
  [`${ukCore}OtherContactSystem`]: { value: 'valueCoding', system: `${codes}OtherContactSystem`, code: /^textphone$/ },
  'http://hl7.org/fhir/StructureDefinition/patient-birthPlace': { value: 'valueAddress' },
  'https://fhir.nhs.uk/StructureDefinition/Extension-PDS-RemovalFromRegistration': {
    parts: {
      removalFromRegistrationCode: {
        value: 'valueCodeableConcept',
        system: 'https://fhir.nhs.uk/CodeSystem/PDS-RemovalReasonExitCode',
        code: /^(DEA|EMB|SCT|NIT|TRA|ORR)$/,
      },
      effectiveTime: { value: 'valuePeriod' },
    },
  },
  'https://fhir.nhs.uk/R4/StructureDefinition/Extension-UKCore-CopyCorrespondenceIndicator': { value: 'valueBoolean' },
  'https://fhir.nhs.uk/R4/StructureDefinition/Extension-UKCore-ContactRank': { value: 'valuePositiveInt' },
};

/** An extension the table does not know is a fault: an API that uses another adds it here. */
export function extensionFaults(extension: JsonObject): string[] {
  const url = String(extension['url']);
  const shape = shapes[url];
  return shape ? against(extension, shape, url) : [`the extension ${url} is not known`];
}

function against(extension: JsonObject, { value, system, code, parts }: Shape, name: string): string[] {
  const values = Object.keys(extension).filter((key) => key.startsWith('value'));
  if (parts) {
    const inner = objects(extension['extension']);
    const names = inner.map((part) => String(part['url']));
    return [
      ...(values.length > 0 ? [`${name} has parts, not a value`] : []),
      ...(inner.length === 0 ? [`${name} has no parts`] : []),
      ...(new Set(names).size < names.length ? [`${name} repeats a part`] : []),
      ...inner.flatMap((part) => {
        const shape = parts[String(part['url'])];
        return shape ? against(part, shape, `${name} ${String(part['url'])}`) : [`${name} has no part ${String(part['url'])}`];
      }),
    ];
  }
  if (values.join() !== value) return [`${name} wants ${value}, not ${values.join(' and ') || 'nothing'}`];
  const coding = codingOf(extension[value]);
  if (system === undefined || coding === undefined) return system === undefined ? [] : [`${name} has no coding`];
  return coding['system'] === system && code?.test(String(coding['code'])) ? [] : [`${name} has a coding that ${system} does not have`];
}

function codingOf(value: JsonObject[string] | undefined): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  return 'coding' in value ? objects(value['coding'])[0] : value;
}
