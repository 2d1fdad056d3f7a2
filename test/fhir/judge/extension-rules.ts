/** What each known extension may hold: UK Core, the extensions that Personal Demographics and the Record Locator add, and where the two differ. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { isObject, objects, walk, type Resource } from './resource.ts';

interface Shape {
  /** The `value[x]` it has; none for an extension made of parts. */
  readonly value?: string;
  /** The one that published contracts have instead. */
  readonly published?: string;
  /** UK Core has it on this primitive of an element, published contracts on the element. */
  readonly under?: string;
  readonly system?: string;
  readonly code?: RegExp;
  readonly parts?: Readonly<Record<string, Shape>>;
}

const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-';
const codes = 'https://fhir.hl7.org.uk/CodeSystem/UKCore-';
const england = 'https://fhir.nhs.uk/England';
const organisation: Shape = { value: 'valueReference' };

const shapes: Readonly<Record<string, Shape>> = {
  [`${england}/StructureDefinition/Extension-England-ContentStability`]: {
    value: 'valueCodeableConcept',
    system: `${england}/CodeSystem/England-NRLContentStability`,
    code: /^(static|dynamic)$/,
  },
  [`${england}/StructureDefinition/Extension-England-NRLRetrievalMechanism`]: {
    value: 'valueCodeableConcept',
    system: `${england}/CodeSystem/England-NRLRetrievalMechanism`,
    code: /^(SSP|Direct|LDR|InContext)$/,
  },
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
    parts: {
      type: { value: 'valueCodeableConcept', published: 'valueCoding', system: `${codes}AddressKeyType`, code: /^(PAF|UPRN)$/ },
      value: { value: 'valueString' },
    },
  },
  [`${ukCore}OtherContactSystem`]: {
    value: 'valueCodeableConcept',
    published: 'valueCoding',
    under: 'system',
    system: `${codes}OtherContactSystem`,
    code: /^textphone$/,
  },
  [`${ukCore}ProblemSignificance`]: { value: 'valueCode', code: /^(major|minor)$/ },
  [`${ukCore}MedicationRepeatInformation`]: {
    parts: { numberOfPrescriptionsIssued: { value: 'valueUnsignedInt' }, authorisationExpiryDate: { value: 'valueDateTime' } },
  },
  [`${ukCore}VaccinationProcedure`]: { value: 'valueCodeableConcept' },
  [`${ukCore}DeliveryChannel`]: { value: 'valueCodeableConcept' },
  [`${ukCore}BookingOrganization`]: organisation,
  'https://fhir.nhs.uk/StructureDefinition/Extension-DM-PrescriptionStatusHistory': {
    parts: {
      status: {
        value: 'valueCoding',
        system: 'https://fhir.nhs.uk/CodeSystem/task-businessStatus-nppt',
        code: /^(Prescriber Approved|With Pharmacy|Ready to Collect|Collected|Not Dispensed)$/,
      },
      statusDate: { value: 'valueDateTime' },
    },
  },
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

/** By name, in what form a resource says something otherwise than UK Core wants it said. Not a fault: contracts publish that form. */
export function differencesFromUkCore(resource: Resource): string[] {
  return [...walk(resource)].flatMap(({ value, path }) =>
    isObject(value) ? objects(value['extension']).flatMap((extension) => differencesOf(extension, path)) : [],
  );
}

function differencesOf(extension: JsonObject, path: string): string[] {
  const url = String(extension['url']);
  const shape = shapes[url];
  const name = url.replace(/^.*UKCore-/, '');
  const { published = '', value, under } = shape ?? {};
  const inner = objects(extension['extension']).flatMap((part) => {
    const { published: form = '', value: wanted } = shape?.parts?.[String(part['url'])] ?? {};
    return form in part ? [`${name}.${String(part['url'])} has a ${form}, where UK Core wants a ${wanted}`] : [];
  });
  return [
    ...inner,
    ...(published in extension ? [`${name} has a ${published}, where UK Core wants a ${value}`] : []),
    ...(under !== undefined && !path.endsWith(`/_${under}`)
      ? [`${name} stands beside ${under}, where UK Core has it on ${under} itself`]
      : []),
  ];
}

/** An extension the table does not know is a fault: an API that uses another adds it here. */
export function extensionFaults(extension: JsonObject): string[] {
  const url = String(extension['url']);
  const shape = shapes[url];
  return shape ? against(extension, shape, url) : [`the extension ${url} is not known`];
}

function against(extension: JsonObject, { value, published, system, code, parts }: Shape, name: string): string[] {
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
  const [own = ''] = values;
  if (values.length !== 1 || (own !== value && own !== published))
    return [`${name} wants ${value}, not ${values.join(' and ') || 'nothing'}`];
  const coding = codingOf(extension[own]);
  if (system === undefined || coding === undefined) return system === undefined ? [] : [`${name} has no coding`];
  return coding['system'] === system && code?.test(String(coding['code'])) ? [] : [`${name} has a coding that ${system} does not have`];
}

function codingOf(value: JsonObject[string] | undefined): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  return 'coding' in value ? objects(value['coding'])[0] : value;
}
