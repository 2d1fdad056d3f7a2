/** Numbers of the ranges issued to patients, made from a seed when a test runs and nowhere written down; how they are spelled, and where they may be put. */
import { isNhsNumber } from '../../src/fhir/nhs-number.ts';

/** mulberry32: the same numbers for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function completed(stem: string): string | undefined {
  for (let check = 0; check < 10; check++) if (isNhsNumber(stem + check)) return stem + check;
  return undefined;
}

const digits = (random: () => number, length: number): string => Array.from({ length }, () => String(Math.floor(random() * 10))).join('');

function numberFrom(random: () => number, beginning: () => string): string {
  for (;;) {
    const begin = beginning();
    const number = completed(begin + digits(random, 9 - begin.length));
    if (number !== undefined) return number;
  }
}

const pick = <T>(random: () => number, from: readonly T[]): T => {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
};

/** As issued in England, Wales and Northern Ireland. */
export const realRange = (random: () => number): string => numberFrom(random, () => pick(random, ['3', '4', '6', '7', '32', '39']));
export const testRange = (random: () => number): string => numberFrom(random, () => pick(random, ['999', '9', '900', '969', '5']));
/** As issued in Scotland: a date, then four digits. */
export const chi = (random: () => number): string =>
  numberFrom(random, () => {
    const two = (below: number): string => String(1 + Math.floor(random() * below)).padStart(2, '0');
    return two(28) + two(12) + digits(random, 2);
  });

const written = (number: string, zero: number): string =>
  Array.from(number, (digit) => String.fromCodePoint(zero + Number(digit))).join('');
const apart = (number: string, ...marks: readonly string[]): string =>
  number.slice(0, 3) + (marks[0] ?? '') + number.slice(3, 6) + (marks[1] ?? marks[0] ?? '') + number.slice(6);

/** What people, programs and those who try make of a number in an identifier. */
export const spellings: Readonly<Record<string, (number: string) => string>> = {
  bare: (n) => n,
  spaces: (n) => apart(n, ' '),
  hyphens: (n) => apart(n, '-'),
  'no-break spaces': (n) => apart(n, '\u00a0'),
  strokes: (n) => apart(n, '/'),
  dots: (n) => apart(n, '.'),
  'en dashes with thin spaces': (n) => apart(n, '\u2009\u2013\u2009'),
  tabs: (n) => apart(n, '\t'),
  'a mixture': (n) => apart(n, ' ', ' - '),
  'full-width digits': (n) => written(n, 0xff10),
  'Arabic-Indic digits': (n) => written(n, 0x0660),
  'Devanagari digits apart': (n) => apart(written(n, 0x0966).slice(0, 10), ' '),
  'mathematical digits': (n) => written(n, 0x1d7ce),
  'circled digits': (n) => Array.from(n, (digit) => (digit === '0' ? '\u24ea' : String.fromCodePoint(0x245f + Number(digit)))).join(''),
  'zero-width characters': (n) => Array.from(n).join('\u200b'),
  'many zero-width characters': (n) => apart(n, '\u200d'.repeat(12)),
  keycaps: (n) => Array.from(n, (digit) => `${digit}\ufe0f\u20e3`).join(''),
  'digit by digit': (n) => Array.from(n).join(' '),
  'around other text': (n) => `no. ${n} (checked)`,
  'percent-encoded': (n) => Array.from(n, (digit) => `%3${digit}`).join(''),
  entities: (n) => Array.from(n, (digit) => `&#${48 + Number(digit)};`).join(''),
  'JSON escapes in a text': (n) => Array.from(n, (digit) => String.raw`\u003${digit}`).join(''),
  base64: (n) => btoa(n),
  'base64 for URLs, twice': (n) =>
    btoa(btoa(`NHS ${n}`))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', ''),
};

/** Ten digits that are none of anybody's, most of them valid all the same, each under a name that says so. */
export const lookAlikes: Readonly<Record<string, (random: () => number) => Record<string, unknown>>> = {
  'an order number': (random) => ({ orderReference: realRange(random) }),
  'a SNOMED CT id': (random) => ({ coding: { system: 'http://snomed.info/sct', code: realRange(random) } }),
  'a SNOMED CT id as a number': (random) => ({ conceptId: Number(realRange(random)) }),
  'seconds since 1970': (random) => ({ at: 1_600_000_000 + Math.floor(random() * 2e8) }),
  'milliseconds since 1970': (random) => ({ at: 1_600_000_000_000 + Math.floor(random() * 2e11) }),
  'a telephone number': (random) => ({ telephone: apart(realRange(random), ' ') }),
  'a telephone number of FHIR': (random) => ({ telecom: [{ system: 'phone', value: apart(realRange(random), '-') }] }),
  'an international telephone number': (random) => ({ note: `call +44 ${apart(realRange(random), ' ')}` }),
  'an ISBN': (random) => {
    const n = realRange(random);
    return { note: `ISBN ${n.slice(0, 1)}-${n.slice(1, 4)}-${n.slice(4, 9)}-${n.slice(9)}` };
  },
  'a GMC number': (random) => ({ gmc: digits(random, 7) }),
  'a longer number': (random) => ({ orderReference: `${realRange(random)}${digits(random, 3)}` }),
  'a UUID': () => ({ orderReference: crypto.randomUUID() }),
  'a number of a local system': (random) => ({ identifier: [{ system: 'https://hospital.example/orders', value: realRange(random) }] }),
  'the id of another resource': (random) => ({ resourceType: 'Observation', id: realRange(random) }),
  'a reference to another resource': (random) => ({ basedOn: [{ reference: `ServiceRequest/${realRange(random)}` }] }),
  'a reference to what ends like a patient': (random) => ({ about: `https://trust.example/OutPatient/${realRange(random)}` }),
  'an identifier of another type': (random) => ({
    identifier: [{ type: { coding: [{ code: 'MR' }] }, system: 'https://hospital.example/mrn', value: realRange(random) }],
  }),
  'a table of orders': (random) => ({ columns: ['nhsNumber', 'order'], rows: [['9990000018', realRange(random)]] }),
  'an address under nhs.uk': (random) => ({ link: `https://api.service.nhs.uk/orders/${realRange(random)}` }),
  'a hexadecimal digest': (random) => ({ digest: `a${realRange(random)}f${digits(random, 4)}bc` }),
};

/** What requests hold that nobody made to look so: any ten digits, times, telephone numbers, ids. */
export const ordinary: Readonly<Record<string, (random: () => number) => Record<string, unknown>>> = {
  'any ten digits': (random) => ({ orderReference: digits(random, 10) }),
  'any ten digits in a text': (random) => ({ note: `order ${digits(random, 10)} was sent` }),
  'any seconds since 1970': (random) => ({ at: Math.floor(random() * 2 ** 31) }),
  'any SNOMED CT id': (random) => ({ coding: { system: 'http://snomed.info/sct', code: digits(random, 6 + Math.floor(random() * 10)) } }),
  'any telephone number': (random) => ({ telephone: `0${digits(random, 10)}` }),
  'any instant': (random) => ({ at: new Date(Math.floor(random() * 2e12)).toISOString() }),
};

export const clinic = `
openapi: 3.1.0
info: { title: Clinic, version: '1' }
servers: [{ url: /clinic }]
paths:
  /Patient/{id}:
    get:
      operationId: readPatient
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } }, '422': { $ref: '#/components/responses/Fault' } }
  /patients/{nhsNumber}:
    get:
      operationId: read
      parameters:
        - { name: nhsNumber, in: path, required: true, schema: { type: string, pattern: '^[0-9]{10}$' } }
        - { name: X-Patient-NHS-Number, in: header, schema: { type: string } }
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Patient' } } } }, '422': { $ref: '#/components/responses/Fault' } }
  /patients:
    get:
      operationId: search
      parameters: [{ name: nhsNumber, in: query, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Patient' } } } } }, '422': { $ref: '#/components/responses/Fault' } }
    post:
      operationId: add
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Patient' } } } }
      responses: { '201': { description: added, content: { application/json: { schema: { $ref: '#/components/schemas/Patient' } } } }, '422': { $ref: '#/components/responses/Fault' } }
  /notes:
    post:
      operationId: keep
      requestBody: { content: { application/json: { schema: { type: object } }, application/x-www-form-urlencoded: { schema: { type: object } }, multipart/form-data: { schema: { type: object } }, '*/*': { schema: { type: string, format: binary } } } }
      responses: { '201': { description: kept, content: { application/json: { schema: { type: object } } } }, '422': { $ref: '#/components/responses/Fault' } }
  /notes/{noteId}:
    get:
      operationId: readNote
      parameters: [{ name: noteId, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } }, '422': { $ref: '#/components/responses/Fault' } }
    patch:
      operationId: changeNote
      parameters: [{ name: noteId, in: path, required: true, schema: { type: string } }]
      requestBody: { content: { application/json-patch+json: { schema: { type: array, items: { type: object } } }, application/merge-patch+json: { schema: { type: object } } } }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } }, '422': { $ref: '#/components/responses/Fault' } }
components:
  responses: { Fault: { description: fault, content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } } }
  schemas:
    Patient: { type: object, required: [nhsNumber], properties: { nhsNumber: { type: string }, note: { type: string }, orderReference: { type: string } } }
    Fault: { type: object, required: [message], properties: { message: { type: string } } }
`;

export interface Placed {
  readonly path: string;
  readonly init?: RequestInit;
}

const posted = (type: string, body: BodyInit, path = '/clinic/notes', method = 'POST'): Placed => ({
  path,
  init: { method, headers: { 'Content-Type': type }, body },
});
const json = (body: unknown, type = 'application/json', path = '/clinic/notes', method = 'POST'): Placed =>
  posted(type, JSON.stringify(body), path, method);
const wide = (text: string, { bom, big }: { readonly bom: boolean; readonly big: boolean }): Uint8Array<ArrayBuffer> => {
  const units = Array.from((bom ? '\ufeff' : '') + text, (character) => character.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};
const latin1 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (character) => character.charCodeAt(0) & 255);
const xmlText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\t', '&#9;');
const message = (number: string, separators = '|^~\\&'): string => {
  const [field = '|', component = '^'] = separators;
  const segment = (...fields: readonly string[]): string => fields.join(field);
  return [
    segment(`MSH${separators}`, 'PAS', 'TRUST', '', '', '20260101', '', `ADT${component}A28`, '1', 'P', '2.4'),
    segment('PID', '1', '', `${number}${component}${component}${component}HOSP${component}MR`, '', `Smith${component}Jane`),
  ].join('\r');
};

/** Places that identify a patient and take any spelling as it is. */
export const identifierPlaces: Readonly<Record<string, (spelt: string) => Placed>> = {
  'a path': (n) => ({ path: `/clinic/patients/${encodeURIComponent(n)}` }),
  'a query': (n) => ({ path: `/clinic/patients?nhsNumber=${encodeURIComponent(n)}` }),
  'an undeclared query': (n) => ({ path: `/clinic/patients?patient.nhs_number=${encodeURIComponent(n)}` }),
  'a query encoded twice': (n) => ({ path: `/clinic/patients?nhsNumber=${encodeURIComponent(encodeURIComponent(n))}` }),
  'a cookie': (n) => ({ path: '/clinic/notes/1', init: { headers: { Cookie: `theme=dark; nhsNo=${encodeURIComponent(n)}` } } }),
  'an undeclared header': (n) => ({ path: '/clinic/notes/1', init: { headers: { 'X-NHS-No': encodeURIComponent(n) } } }),
  'a member': (n) => json({ nhsNumber: n }, undefined, '/clinic/patients'),
  'a member deep inside': (n) => json({ a: [[{ b: { c: [{ patient: { NHS_Number: [n] } }] } }]] }),
  'an identifier of FHIR': (n) =>
    json({ resourceType: 'Patient', identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: n }] }),
  'an identifier of nobody says which': (n) => json({ resourceType: 'Patient', identifier: [{ use: 'official', value: n }] }),
  'a labelled value': (n) => json({ parameter: [{ name: 'nhsNumber', valueString: n }] }),
  'an answer': (n) => json({ item: [{ linkId: '1', text: 'NHS number', answer: [{ valueString: n }] }] }),
  'an operation of a JSON Patch': (n) =>
    json([{ op: 'add', path: '/nhsNumber', value: n }], 'application/json-patch+json', '/clinic/notes/1', 'PATCH'),
  'an identifier of a JSON Patch': (n) =>
    json([{ op: 'replace', path: '/identifier/0/value', value: n }], 'application/json-patch+json', '/clinic/notes/1', 'PATCH'),
  'a value of a JSON Patch': (n) =>
    json([{ op: 'add', path: '/patients/-', value: { nhsNumber: n } }], 'application/json-patch+json', '/clinic/notes/1', 'PATCH'),
  'a merge patch': (n) => json({ nhsNumber: n }, 'application/merge-patch+json', '/clinic/notes/1', 'PATCH'),
  'a form': (n) => posted('application/x-www-form-urlencoded', `a=1&nhsNumber=${encodeURIComponent(n).replaceAll('%20', '+')}`),
  'a multipart form': (n) => {
    const form = new FormData();
    form.set('nhsNumber', n);
    return { path: '/clinic/notes', init: { method: 'POST', body: form } };
  },
  'a file of JSON': (n) => {
    const form = new FormData();
    form.set('upload', new File([JSON.stringify({ patient: { nhsNumber: n } })], 'patient.json', { type: 'application/json' }));
    return { path: '/clinic/notes', init: { method: 'POST', body: form } };
  },
  'an element of XML': (n) => posted('application/xml', `<p:patient xmlns:p="urn:x"><p:nhsNumber>${xmlText(n)}</p:nhsNumber></p:patient>`),
  'an attribute of XML': (n) => posted('text/xml', `<patient nhs-number="${xmlText(n)}"/>`),
  'an id of HL7 version 3': (n) =>
    posted('application/xml', `<patient xmlns="urn:hl7-org:v3"><id root="2.16.840.1.113883.2.1.4.1" extension="${xmlText(n)}"/></patient>`),
  'FHIR as XML': (n) =>
    posted(
      'application/fhir+xml',
      `<Patient xmlns="http://hl7.org/fhir"><identifier><value value="${xmlText(n)}"/><system value="https://fhir.nhs.uk/Id/nhs-number"/></identifier></Patient>`,
    ),
  'a table': (n) => posted('text/csv', `name,nhs_number,ward\nJane,9990000018,${'x'.repeat(200)}\nJohn,"${n}",A`),
  'a table with tabs': (n) => posted('text/plain', `ward;NHS No;name\nA;"${n}";Jane`),
  'JSON lines': (n) => posted('application/x-ndjson', `{"nhsNumber":"9990000018"}\n${JSON.stringify({ nhsNumber: n })}\n`),
  'JSON inside a text of JSON': (n) => json({ payload: JSON.stringify({ nhsNumber: n }) }),
  'JSON as base64': (n) => json({ data: btoa(unescape(encodeURIComponent(JSON.stringify({ nhsNumber: n })))) }),
  'JSON as text of another type': (n) => posted('application/octet-stream', JSON.stringify({ patient: { nhsNumber: n } })),
};

const national = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'NH' }] };

/** Places with a spelling of their own. */
export const specialPlaces: Readonly<Record<string, (number: string) => Placed>> = {
  'a number of JSON': (n) => json({ nhsNumber: Number(n) }),
  'a number with an exponent': (n) => posted('application/json', `{"nhsNumber":${n.slice(0, 1)}.${n.slice(1)}e9}`),
  'a number with a negative exponent': (n) => posted('application/json', `{"nhsNumber":${n}0e-1}`),
  'a number with decimals': (n) => posted('application/json', `{"nhsNumber":${n}.00}`),
  'escapes of JSON': (n) => posted('application/json', `{"nhsNumber":"${Array.from(n, (digit) => String.raw`\u003${digit}`).join('')}"}`),
  'what json.dumps makes of no-break spaces': (n) =>
    posted('application/json', String.raw`{"nhsNumber":"${apart(n, String.raw`\u00a0`)}"}`),
  'the name of a member': (n) => json({ [n]: { seen: true } }),
  'the name of a member, apart': (n) => json({ visits: { [apart(n, ' ')]: 1 } }),
  'a name of the query': (n) => ({ path: `/clinic/patients?${n}=1` }),
  'the name of a file': (n) => {
    const form = new FormData();
    form.set('upload', new File(['hello'], `${n}.pdf`));
    return { path: '/clinic/notes', init: { method: 'POST', body: form } };
  },
  'a text that says NHS': (n) => json({ note: `His NHS number is ${n}.` }),
  'a text, printed as people do': (n) => json({ note: `seen ${apart(n, ' ')} today` }),
  'a text of another type': (n) => posted('text/plain', `Patient seen.\nNHS number: ${n}\n`),
  'a text file': (n) => {
    const form = new FormData();
    form.set('upload', new File([`Discharge letter, NHS no. ${apart(n, '-')}`], 'letter.txt', { type: 'text/plain' }));
    return { path: '/clinic/notes', init: { method: 'POST', body: form } };
  },
  'an attachment': (n) => json({ content: [{ attachment: { contentType: 'text/plain', data: btoa(`NHS number ${n}`) } }] }),
  'an attachment in an attachment': (n) => json({ data: btoa(JSON.stringify({ data: btoa(`NHS number ${n}`) })) }),
  'a data URL': (n) => json({ url: `data:text/plain;base64,${btoa(`NHS number: ${n}`)}` }),
  'a narrative': (n) => json({ text: { div: `<div><table><tr><td>NHS number</td><td>${n}</td></tr></table></div>` } }),
  'a message of HL7 version 2': (n) => posted('application/hl7-v2', message(n)),
  'such a message with separators of its own': (n) => posted('text/plain', message(n, '!$%\\?')),
  'UTF-16 with its mark': (n) => posted('text/plain', wide(`NHS number: ${n}`, { bom: true, big: false })),
  'UTF-16 without its mark': (n) => posted('text/csv', wide(`name,nhsNumber\nJane,${n}\n`, { bom: false, big: true })),
  'UTF-16 that is said to be UTF-8': (n) =>
    posted('application/xml; charset=utf-8', wide(`<a><nhsNumber>${n}</nhsNumber></a>`, { bom: false, big: false })),
  'latin-1': (n) => posted('text/plain; charset=iso-8859-1', latin1(`Zo\u00eb, NHS n\u00ba ${apart(n, '\u00a0')}`)),
  'bytes that are no UTF-8': (n) => posted('application/octet-stream', latin1(`\u00ff\u00fe\u0000 NHS number ${n} \u00ff`)),
  'a token': (n) => ({
    path: '/clinic/notes/1',
    init: { headers: { Authorization: `Bearer ${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ nhs_number: n }))}.x` } },
  }),
  'XML with entities': (n) =>
    posted('application/xml', `<a><nhsNumber>${Array.from(n, (digit) => `&#x3${digit};`).join('')}</nhsNumber></a>`),
  'XML that breaks off': (n) => posted('application/xml', `<a><id root="2.16.840.1.113883.2.1.4.1" extension="${n}"/>`),
  'XML with a document type': (n) =>
    posted('application/xml', `<!DOCTYPE a><a><id root="2.16.840.1.113883.2.1.4.1" extension="${n}"/></a>`),
  'an exponent in a text': (n) => json({ nhsNumber: `${n}0e-1` }),
  'zeros before it': (n) => json({ nhsNumber: `000${n}` }),
  'a number of an object that says NHS': (n) => json({ nhs: { number: n } }),
  'the path of a JSON Patch': (n) =>
    json([{ op: 'test', path: `/by/${n}/x`, value: 1 }], 'application/json-patch+json', '/clinic/notes/1', 'PATCH'),
  'an encoded name of a file': (n) =>
    posted(
      'multipart/form-data; boundary=b',
      `--b\r\nContent-Disposition: form-data; name="f"; filename*=UTF-8''${n}.pdf\r\n\r\nx\r\n--b--\r\n`,
    ),
  'a part that is no form’s': (n) =>
    posted('multipart/mixed; boundary=b', `--b\r\nContent-Type: application/json\r\n\r\n{"nhsNumber":"${n}"}\r\n--b--\r\n`),
  'the id of a Patient': (n) => json({ resourceType: 'Patient', id: n }),
  'the id of a Patient inside a Bundle': (n) => json({ resourceType: 'Bundle', entry: [{ resource: { id: n, resourceType: 'Patient' } }] }),
  'the id of a Patient as XML': (n) => posted('application/fhir+xml', `<Patient xmlns="http://hl7.org/fhir"><id value="${n}"/></Patient>`),
  'the id of a Patient in a path': (n) => ({ path: `/clinic/Patient/${n}` }),
  'a reference': (n) => json({ resourceType: 'Observation', subject: { reference: `Patient/${n}` } }),
  'a reference to a version': (n) => json({ resourceType: 'Observation', subject: { reference: `Patient/${n}/_history/2` } }),
  'a reference as XML': (n) =>
    posted('application/fhir+xml', `<Task xmlns="http://hl7.org/fhir"><for><reference value="Patient/${n}"/></for></Task>`),
  'an absolute reference': (n) => json({ subject: { reference: `https://trust.example/FHIR/R4/Patient/${n}` } }),
  'a full URL': (n) => json({ resourceType: 'Bundle', entry: [{ fullUrl: `https://trust.example/Patient/${n}` }] }),
  'a request inside a Bundle': (n) =>
    json({ resourceType: 'Bundle', entry: [{ request: { method: 'GET', url: `Patient/${n}?_format=json` } }] }),
  'a reference in a query': (n) => ({ path: `/clinic/patients?subject=Patient/${n}` }),
  'an encoded reference in a query': (n) => ({ path: `/clinic/patients?subject=Patient%2F${n},Patient%2F9990000018` }),
  'a reference whose type is in the name': (n) => ({ path: `/clinic/patients?subject:Patient=${n}` }),
  'a reference in a JSON Patch': (n) =>
    json([{ op: 'add', path: '/subject/reference', value: `Patient/${n}` }], 'application/json-patch+json', '/clinic/notes/1', 'PATCH'),
  'a URN': (n) => json({ subject: { reference: `urn:nhs-uk:identity:nhsno:${n}` } }),
  'a shorter URN': (n) => json({ about: `urn:nhs:${n}` }),
  'an identifier by its type': (n) => json({ resourceType: 'Coverage', identifier: [{ type: national, value: n }] }),
  'an identifier by its type, in a reference': (n) => json({ subject: { identifier: { value: n, type: { coding: [{ code: 'NH' }] } } } }),
  'an identifier by the words of its type': (n) => json({ identifier: [{ type: { text: 'NHS Number' }, system: 'urn:x', value: n }] }),
  'an identifier by its type, as XML': (n) =>
    posted(
      'application/fhir+xml',
      `<Coverage xmlns="http://hl7.org/fhir"><identifier><type><coding><code value="NH"/></coding></type><value value="${n}"/></identifier></Coverage>`,
    ),
  'a table as JSON': (n) =>
    json({
      columns: ['name', 'nhsNumber'],
      rows: [
        ['Jane', '9990000018'],
        ['John', n],
      ],
    }),
  'a table as JSON with described columns': (n) =>
    json({ result: { data: [[n, 'John']], headers: [{ name: 'NHS No', type: 'string' }, { name: 'Name' }] } }),
  'a table as JSON with a header': (n) =>
    json({
      table: [
        ['name', 'nhs_number'],
        ['John', Number(n)],
      ],
    }),
  'a column': (n) => json({ fields: ['nhs_number'], values: [[{ value: n }]] }),
  'a request that asks for another answer': (n) => ({ path: `/clinic/patients/${n}`, init: { headers: { Prefer: 'code=404' } } }),
};

export const chiPlaces: Readonly<Record<string, (number: string) => Placed>> = {
  'a CHI number by its name': (n) => json({ chiNumber: n }),
  'a CHI number by its system': (n) =>
    json({
      resourceType: 'Patient',
      identifier: [{ system: 'https://phfapi.digitalhealthscotland.net/resources/identifier/chi-number', value: n }],
    }),
  'a CHI number where an NHS number is wanted': (n) => json({ nhsNumber: n }),
  'a CHI number in a text': (n) => json({ note: `CHI ${n}` }),
};
