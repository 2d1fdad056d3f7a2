/** What is measured of contracts that a user brings: four of the shapes that are published, read by id, searched and written to. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place, Scenario, SentRequest } from './scenarios.ts';

const contractNamed = (name: string) => ({
  name: `${name}.yaml`,
  text: readFileSync(join(import.meta.dirname, 'contracts', `${name}.yaml`), 'utf8'),
});

/** Ten digits that pass the check of an NHS number are few among ten times as many. */
function nhsNumber(n: number): string {
  for (let candidate = 999_000_000 + n * 7; ; candidate++) {
    const digits = String(candidate);
    const sum = Array.from(digits).reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return `${digits}${check}`;
  }
}

const number = (n: number): string => String(n).padStart(6, '0');
const minute = (n: number): string => new Date(Date.UTC(2026, 0, 1, 9, n)).toISOString().replace('.000Z', '+00:00');

function pointer(n: number, patient = n): string {
  return JSON.stringify({
    resourceType: 'DocumentReference',
    masterIdentifier: { system: 'https://example.org/document', value: `doc-${number(n)}` },
    status: 'current',
    type: { coding: [{ system: 'http://snomed.info/sct', code: '736253002', display: 'Mental health crisis plan' }] },
    category: [{ coding: [{ system: 'http://snomed.info/sct', code: '734163000', display: 'Care plan' }] }],
    subject: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber(patient) } },
    date: minute(n),
    author: [{ identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'Y05868' } }],
    custodian: { identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'Y05868' } },
    content: [
      { attachment: { contentType: 'application/pdf', url: `https://example.org/${number(n)}.pdf`, title: `Plan ${n}`, size: 2048 } },
    ],
    context: { practiceSetting: { coding: [{ system: 'http://snomed.info/sct', code: '788002001', display: 'Adult mental health' }] } },
  });
}

function message(n: number): string {
  return JSON.stringify({
    data: {
      type: 'Message',
      attributes: {
        routingPlanId: 'b838b13c-f98c-4def-93f0-515d4e4f4ee1',
        messageReference: `reference-${number(n)}`,
        billingReference: 'measured',
        recipient: { nhsNumber: nhsNumber(n), contactDetails: { email: `person${n}@example.com` } },
        originator: { odsCode: 'X26' },
        personalisation: { name: `Name ${n}`, clinic: 'Invented Clinic' },
      },
    },
  });
}

function appointment(n: number): string {
  return JSON.stringify({
    resourceType: 'Appointment',
    status: 'booked',
    description: `Reason ${n}`,
    start: minute(10 * n),
    end: minute(10 * n + 10),
    created: minute(n),
    slot: [{ reference: `Slot/slot${number(n)}` }],
    participant: [
      {
        status: 'accepted',
        actor: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber(n) }, display: `Person ${n}` },
      },
    ],
  });
}

const order = (n: number): string =>
  JSON.stringify({
    reference: `order-${number(n)}`,
    note: 'Leave it with a neighbour.',
    lines: [
      { sku: 'AB-1234', quantity: 1 + (n % 5), price: 9.5 },
      { sku: 'CD-5678', quantity: 2, price: 20 },
    ],
    deliverTo: { line1: '7 Invented Row', city: 'Leeds', postcode: 'LS1 6AE' },
  });

/** One shape of API: where rows are put, what one looks like, and how it is searched for by a parameter that names few of them. */
interface Shape {
  readonly api: string;
  readonly collection: string;
  readonly media: string;
  readonly row: (n: number) => string;
  /** The query that asks for row n. */
  readonly query: (n: number) => string;
}

const fhir = 'application/fhir+json';
const bySubject = (n: number): string => `subject%3Aidentifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C${nhsNumber(n)}`;

const pointers: Shape = {
  api: 'record-pointers',
  collection: '/record-pointers/FHIR/R4/DocumentReference',
  media: fhir,
  row: pointer,
  query: bySubject,
};

const shapes: readonly Shape[] = [
  pointers,
  {
    api: 'notifications',
    collection: '/notifications/v1/messages',
    media: 'application/vnd.api+json',
    row: message,
    query: (n) => `messageReference=reference-${number(n)}`,
  },
  {
    api: 'bookings',
    collection: '/bookings/FHIR/R4/Appointment',
    media: fhir,
    row: appointment,
    query: (n) => `patient%3Aidentifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C${nhsNumber(n)}`,
  },
  {
    api: 'orders',
    // Nobody has added this customer: where a contract shows none, every id is somebody's.
    collection: '/orders/v2/customers/5f0c1a52-8a3e-4a57-9a43-6f2f1f3f2c11/orders',
    media: 'application/json',
    row: order,
    query: (n) => `reference=order-${number(n)}`,
  },
];

/** Rows that are there before anything is measured. */
const rowsBefore = 100;

/** Requests with an id each, as clients send them. */
const sent = ({ collection, row }: Shape, count: number, from = 0): readonly SentRequest[] =>
  Array.from({ length: count }, (_, i) => ({
    path: collection,
    body: row(from + i),
    id: `00000000-0000-4000-8000-${String(from + i).padStart(12, '0')}`,
  }));

export function broughtScenarios(effort: { readonly registrations: number }): readonly Scenario[] {
  const contracts = shapes.map(({ api }) => contractNamed(api));
  const place: Place = { name: 'brought, in memory', contracts };
  const onFile: Place = { name: 'brought, on file', contracts, onFile: true };
  return shapes.flatMap((shape): readonly Scenario[] => {
    const { api, collection, media, query } = shape;
    const rows = sent(shape, rowsBefore);
    const writes = sent(shape, effort.registrations, rowsBefore);
    const post = { method: 'POST', route: collection, requests: () => writes, status: 201, media, target: 0.25 } as const;
    return [
      {
        name: `${api}: GET by id`,
        target: 0.45,
        place,
        method: 'GET',
        route: `${collection}/:id`,
        rows,
        requests: (made) => made.map((path) => ({ path })),
        status: 200,
        media,
      },
      {
        name: `${api}: search that finds one`,
        target: 0.3,
        place,
        method: 'GET',
        route: collection,
        requests: () => Array.from({ length: rowsBefore }, (_, n) => ({ path: `${collection}?${query(n)}` })),
        status: 200,
        media,
      },
      { name: `${api}: POST, in memory`, ...post, place },
      { name: `${api}: POST, on file`, ...post, place: onFile },
    ];
  });
}

/** A search by an indexed parameter among more and more rows, of which ten at most are the patient's. */
export function growthScenarios({ rows: counts }: { readonly rows: readonly number[] }): readonly Scenario[] {
  return (['in memory', 'on file'] as const).flatMap((home) =>
    counts.map((count): Scenario => {
      const name = `search among ${count.toLocaleString('en-GB')} rows, ${home}`;
      const patients = Math.ceil(count / 10);
      const rows = sent({ ...pointers, row: (n) => pointer(n, n % patients) }, count);
      return {
        name,
        target: 0,
        growth: { from: `search among 10 rows, ${home}`, atMost: 3 },
        place: { name, contracts: [contractNamed(pointers.api)], ...(home === 'on file' && { onFile: true }) },
        method: 'GET',
        route: pointers.collection,
        rows,
        requests: () => Array.from({ length: Math.min(patients, 500) }, (_, n) => ({ path: `${pointers.collection}?${bySubject(n)}` })),
        status: 200,
        media: fhir,
      };
    }),
  );
}

/** A contract of so many operations, four for each kind of thing. */
export function contractOf(operations: number): string {
  const thing = { $ref: '#/components/schemas/Thing' };
  const json = (schema: object) => ({ 'application/json': { schema } });
  const answer = (schema: object) => ({ description: 'Well.', content: json(schema) });
  const id = { name: 'thingId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
  const paths = Array.from({ length: operations / 4 }, (_, n) => [
    [
      `/things-${n}`,
      {
        get: { operationId: `listThings${n}`, responses: { 200: answer({ type: 'array', items: thing }) } },
        post: { operationId: `makeThing${n}`, requestBody: { content: json(thing) }, responses: { 201: answer(thing) } },
      },
    ],
    [
      `/things-${n}/{thingId}`,
      {
        parameters: [id],
        get: { operationId: `readThing${n}`, responses: { 200: answer(thing) } },
        put: { operationId: `replaceThing${n}`, requestBody: { content: json(thing) }, responses: { 200: answer(thing) } },
      },
    ],
  ]).flat();
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    servers: [{ url: 'https://api.example.invalid/things' }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: {
        Thing: {
          type: 'object',
          required: ['name'],
          properties: { id: { type: 'string', format: 'uuid', readOnly: true }, name: { type: 'string' }, size: { type: 'integer' } },
        },
      },
    },
  });
}

/** The last kind of thing of smaller and larger contracts: one that is read, and a method that it does not have. */
export function sizeScenarios(): readonly Scenario[] {
  return [4, 80, 480].flatMap((operations): readonly Scenario[] => {
    const place: Place = { name: `${operations} operations`, contracts: [{ name: 'things.json', text: contractOf(operations) }] };
    const collection = `/things/things-${operations / 4 - 1}`;
    const about = { place, media: 'application/json', route: `${collection}/:id` } as const;
    return [
      {
        ...about,
        name: `GET by id, contract of ${operations} operations`,
        target: 0.45,
        growth: { from: 'GET by id, contract of 4 operations', atMost: 1.5 },
        method: 'GET',
        rows: Array.from({ length: 10 }, (_, n) => ({ path: collection, body: JSON.stringify({ name: `Thing ${n}`, size: n }) })),
        requests: (made) => made.map((path) => ({ path })),
        status: 200,
      },
      {
        ...about,
        name: `405, contract of ${operations} operations`,
        target: 0.3,
        growth: { from: '405, contract of 4 operations', atMost: 1.5 },
        method: 'PATCH',
        requests: () => [{ path: `${collection}/00000000-0000-4000-8000-000000000000`, body: '{}' }],
        status: 405,
      },
    ];
  });
}
