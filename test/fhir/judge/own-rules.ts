/** Rules of our own on generated FHIR, O1 to O12: what no validator at hand looks at. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isNhsNumber, isSnomedConcept } from './checksums.ts';
import { extensionFaults } from './extension-rules.ts';
import { isObject, list, objects, resourcesIn, walk, type Resource } from './resource.ts';

export interface OwnRulesOptions {
  /** True for an ODS code that an organisation of the world has. */
  readonly isOrganisation: (ods: string) => boolean;
}

/** A resource, and everything in it, walked once for all the rules. */
interface Seen {
  readonly resource: Resource;
  readonly resources: readonly { readonly resource: Resource; readonly path: string }[];
  readonly values: readonly { readonly value: Json; readonly path: string; readonly key: string }[];
  readonly objects: readonly { readonly object: JsonObject; readonly path: string }[];
}

type Rule = (seen: Seen, options: OwnRulesOptions) => string[];

const choice = /^(value|deceased|multipleBirth|effective|onset|occurrence|performed|medication|reported)[A-Z]/;

const oneOfEachChoice: Rule = ({ objects: all }) =>
  all.flatMap(({ object, path }) => {
    const made = Object.keys(object).flatMap((key) => choice.exec(key)?.[1] ?? []);
    return new Set(made).size < made.length ? [`O1 ${path} makes one choice twice`] : [];
  });

const realDates: Rule = ({ values }) =>
  values.flatMap(({ value, path, key }) => {
    if (typeof value !== 'string') return [];
    const [, date, time, offset] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(value) ?? [];
    if (date === undefined)
      return /^(birthDate|deceasedDateTime|timestamp|lastUpdated|start|end)$/.test(key) ? [`O2 ${path} is no date`] : [];
    const parsed = new Date(`${date}T00:00:00Z`);
    if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date) return [`O2 ${path} is no day of the calendar`];
    if (time !== undefined && offset === undefined) return [`O2 ${path} is an instant without an offset`];
    return time === undefined && /^(timestamp|lastUpdated)$/.test(key) ? [`O2 ${path} is no instant`] : [];
  });

const nothingEmpty: Rule = ({ values }) =>
  values.flatMap(({ value, path }) => {
    const isEmpty =
      value === '' ||
      value === null ||
      (Array.isArray(value) && value.length === 0) ||
      (isObject(value) && Object.keys(value).length === 0);
    return isEmpty ? [`O3 ${path} is empty`] : [];
  });

const closedBundle: Rule = ({ resource, values }) => {
  if (resource.resourceType !== 'Bundle') return [];
  const urls = objects(resource['entry']).flatMap(({ fullUrl }) => (fullUrl === undefined ? [] : [fullUrl]));
  const dangling = values.filter(
    ({ value, key }) => key === 'reference' && typeof value === 'string' && value.startsWith('urn:uuid:') && !urls.includes(value),
  );
  return [
    ...(new Set(urls).size < urls.length ? ['O4 two entries have one fullUrl'] : []),
    ...dangling.map(({ path }) => `O4 ${path} refers to no entry`),
  ];
};

const closedContained: Rule = ({ resource, values }) => {
  const ids = objects(resource['contained']).map((contained) => `#${String(contained['id'])}`);
  const used = values.flatMap(({ value, key }) =>
    key === 'reference' && typeof value === 'string' && value.startsWith('#') ? [value] : [],
  );
  return [
    ...used.filter((reference) => !ids.includes(reference)).map((reference) => `O5 nothing contained is ${reference}`),
    ...ids.filter((id) => !used.includes(id)).map((id) => `O5 nothing refers to ${id}`),
  ];
};

const identifiers: Rule = ({ objects: all }, { isOrganisation }) =>
  all.flatMap(({ object, path }) => {
    const value = String(object['value']);
    switch (object['system']) {
      case 'https://fhir.nhs.uk/Id/nhs-number':
        return isNhsNumber(value) ? [] : [`O6 ${path} is no NHS number`];
      case 'https://fhir.nhs.uk/Id/ods-organization-code':
        return isOrganisation(value) ? [] : [`O8 ${path} is no organisation of the world`];
      case 'http://snomed.info/sct':
        return isSnomedConcept(String(object['code'])) ? [] : [`O7 ${path} is no SNOMED concept`];
      default:
        return [];
    }
  });

const ownNumber: Rule = ({ resources }) =>
  resources.flatMap(({ resource: one, path }) => {
    if (one.resourceType !== 'Patient' || one['id'] === undefined) return [];
    const numbers = objects(one['identifier']).filter(({ system }) => system === 'https://fhir.nhs.uk/Id/nhs-number');
    if (numbers.length > 1) return [`O6 ${path} has more than one NHS number`];
    return objects(one['identifier']).some(({ value }) => value === one['id']) ? [] : [`O6 ${path} has another id than number`];
  });

const knownExtensions: Rule = ({ objects: all }) =>
  all.flatMap(({ object, path }) => {
    // Parts of an extension are judged with the whole.
    if (/\/extension\/\d+$/.test(path) && 'url' in object) return [];
    return objects(object['extension']).flatMap((extension) => extensionFaults(extension).map((fault) => `O9 ${path} ${fault}`));
  });

/** Required bindings, by the type of resource and the path without indexes. */
const bindings: readonly [RegExp, RegExp][] = [
  [/^Patient\/gender$/, /^(male|female|other|unknown)$/],
  [/^(Patient|RelatedPerson)\/name\/use$/, /^(usual|official|temp|nickname|anonymous|old|maiden)$/],
  [/^(Patient|RelatedPerson)\/address\/use$/, /^(home|work|temp|old|billing)$/],
  [/^(Patient|RelatedPerson)(\/contact)?\/telecom\/system$/, /^(phone|fax|email|pager|url|sms|other)$/],
  [/^(Patient|RelatedPerson)(\/contact)?\/telecom\/use$/, /^(home|work|temp|old|mobile)$/],
  [/^Coverage\/status$/, /^(active|cancelled|draft|entered-in-error)$/],
  [/^Bundle\/type$/, /^(document|message|transaction|transaction-response|batch|batch-response|history|searchset|collection)$/],
  [/^Bundle\/entry\/search\/mode$/, /^(match|include|outcome)$/],
  [/^OperationOutcome\/issue\/severity$/, /^(fatal|error|warning|information)$/],
  [
    /^OperationOutcome\/issue\/code$/,
    /^(invalid|structure|required|value|invariant|security|login|unknown|expired|forbidden|suppressed|processing|not-supported|duplicate|multiple-matches|not-found|deleted|too-long|code-invalid|extension|too-costly|business-rule|conflict|transient|lock-error|no-store|exception|timeout|incomplete|throttled|informational)$/,
  ],
  [/^(Immunization|MedicationRequest|MedicationDispense|Appointment|DocumentReference)\/status$/, /^[a-z-]+$/],
];

/** What a resource cannot do without, though the schema lets it. */
const needed: Readonly<Record<string, readonly string[]>> = {
  Bundle: ['type'],
  Coverage: ['status', 'beneficiary', 'payor'],
  RelatedPerson: ['patient'],
  OperationOutcome: ['issue'],
};

const requiredBindings: Rule = ({ resources }) =>
  resources.flatMap(({ resource: one, path }) => {
    const missing = (needed[one.resourceType] ?? [])
      .filter((member) => one[member] === undefined)
      .map((member) => `O10 ${path} has no ${member}`);
    const wrong = [...walk(one)].flatMap(({ value, path: place }) => {
      const plain = one.resourceType + place.replaceAll(/\/\d+/g, '');
      const allowed = bindings.find(([where]) => where.test(plain))?.[1];
      return allowed && typeof value === 'string' && !allowed.test(value) ? [`O10 ${path}${place} is not in its value set`] : [];
    });
    return [...missing, ...wrong];
  });

const laws: Rule = ({ resource, resources, objects: all }) => [
  ...all.flatMap(({ object, path }) => {
    const { start, end } = object;
    return typeof start === 'string' && typeof end === 'string' && end < start ? [`O11 ${path} ends before it starts`] : [];
  }),
  ...resources.flatMap(({ resource: one, path }) =>
    one.resourceType === 'Patient' ? lifeFaults(one).map((fault) => `O11 ${path} ${fault}`) : [],
  ),
  ...(resource.resourceType === 'Bundle' &&
  resource['type'] === 'searchset' &&
  Number(resource['total'] ?? 0) !== list(resource['entry']).length
    ? ['O11 the total is not the number of entries']
    : []),
];

function lifeFaults(patient: Resource): string[] {
  const { birthDate, deceasedDateTime: death } = patient;
  const isDead = typeof death === 'string';
  const isNotified = objects(patient['extension']).some(({ url }) => String(url).endsWith('DeathNotificationStatus'));
  const starts = objects(patient['name']).flatMap(({ period }) => (isObject(period) ? [period['start']] : []));
  return [
    ...(isDead && typeof birthDate === 'string' && death.slice(0, 10) < birthDate ? ['dies before birth'] : []),
    ...(isDead === isNotified ? [] : ['has a death and no notification, or the other way round']),
    ...(starts.some((start) => typeof start === 'string' && typeof birthDate === 'string' && start < birthDate)
      ? ['has a name before birth']
      : []),
    ...(objects(patient['name']).filter(({ use }) => use === 'usual').length > 1 ? ['has two usual names'] : []),
    ...(objects(patient['address']).filter(({ use }) => use === 'home').length > 1 ? ['has two homes'] : []),
  ];
}

/** A resource type whose schema has no room for a tag is marked on its Bundle. */
const marked: Rule = ({ resource, resources }) => {
  const isMarked = (one: Json): boolean => JSON.stringify(isObject(one) ? one['meta'] : undefined)?.includes('"HTEST"') ?? false;
  const unmarked = resources.filter(({ resource: one }) => !['Bundle', 'OperationOutcome'].includes(one.resourceType) && !isMarked(one));
  return isMarked(resource) ? [] : unmarked.map(({ path }) => `O12 ${path || 'the resource'} is not marked as test data`);
};

const rules: readonly Rule[] = [
  oneOfEachChoice,
  realDates,
  nothingEmpty,
  closedBundle,
  closedContained,
  identifiers,
  ownNumber,
  knownExtensions,
  requiredBindings,
  laws,
  marked,
];

export function ownFaults(resource: Resource, options: OwnRulesOptions): string[] {
  const values = [...walk(resource)];
  const seen: Seen = {
    resource,
    resources: [...resourcesIn(resource)],
    values,
    objects: values.flatMap(({ value, path }) => (isObject(value) ? [{ object: value, path }] : [])),
  };
  return rules.flatMap((rule) => rule(seen, options));
}
