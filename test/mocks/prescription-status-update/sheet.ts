/** What is known of status updates, row by row. */
import { expect } from 'vitest';
import type { Sheet, SheetRow } from '../sheet.ts';
import { bad, bundle, headers, held, open, right, saidIn, send, update, type Said } from './updating.ts';

const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });
/** Of each of these updates, what is said of it: in words, or that nothing is. */
const refuses = (rows: readonly (readonly [Said, string | undefined])[]): SheetRow =>
  rule(async () => {
    for (const [said, text] of rows)
      expect([said, saidIn(await send(open(), update(said)))]).toEqual([said, [text === undefined ? right : bad(text)]]);
  });
const wished = (status: number, text: string): SheetRow =>
  rule(async () => {
    const answer = await open().call('POST', '/', {
      body: bundle(update()),
      headers: { ...headers, 'X-Sandbox-Scenario': `status=${status}` },
    });
    expect([answer.status, saidIn(answer)]).toEqual([status, [text]]);
  });

const followUp = ['With Pharmacy', 'With Pharmacy - Preparing Remainder', 'Ready to Collect - Partial', 'Ready to Dispatch - Partial'];
const done = ['Collected', 'Not Dispensed', 'Dispatched'];
const either = ['Ready to Collect', 'Ready to Dispatch'];

export const sheet: Sheet = {
  file: 'electronic-prescriptions.md',
  sections: ['10'],
  rows: {
    '10: POST /': rule(async () => {
      const sandbox = open();
      const { status, body, headers: got } = await send(sandbox, update());
      expect([status, got.get('Cache-Control'), body['type']]).toEqual([201, 'no-cache', 'transaction-response']);
    }),
    '10: GET /metadata': rule(async () => {
      const { status, body } = await open().call('GET', '/metadata');
      expect([status, body['resourceType']]).toEqual([200, 'CapabilityStatement']);
    }),
    '10: GET /checkprescriptionstatusupdates': rule(async () => {
      const sandbox = open();
      const tasks = Array.from({ length: 17 }, (_, n) => `00000000-0000-4000-8000-0000000000${10 + n}`);
      await send(sandbox, ...tasks.map((id) => update({ id })));
      await send(sandbox, update({ prescription: '07A66F-A83008-1EEEA0', person: '9000000009', pharmacy: 'FCG71' }));
      const check = async (query: string, more: Record<string, string> = {}) => {
        const { body, headers: got } = await sandbox.call('GET', `/checkprescriptionstatusupdates${query}`, { headers: more });
        const items = body['items'] as unknown as readonly Record<string, string>[];
        return { items, next: [got.get('LastEvaluatedKey-PrescriptionID'), got.get('LastEvaluatedKey-TaskID')] };
      };
      const first = await check('?prescriptionid=24F5DA-A83008-7EFE6Z');
      expect([first.items.length, first.next]).toEqual([15, ['24F5DA-A83008-7EFE6Z', tasks[14]]]);
      const rest = await check('?prescriptionid=24F5DA-A83008-7EFE6Z', {
        'ExclusiveStartKey-PrescriptionID': first.next[0] ?? '',
        'ExclusiveStartKey-TaskID': first.next[1] ?? '',
      });
      expect([rest.items.map((one) => one['TaskID']), rest.next]).toEqual([tasks.slice(15), [null, null]]);
      for (const query of ['?odscode=FCG71', '?nhsnumber=9000000009', '?prescriptionid=07A66F-A83008-1EEEA0&nhsnumber=9000000009'])
        expect((await check(query)).items).toMatchObject([
          { PharmacyODSCode: 'FCG71', Status: 'With Pharmacy', TerminalStatus: 'in-progress' },
        ]);
      expect((await check('?nhsnumber=9000000017')).items).toEqual([]);
    }),
    '10: POST /notification-delivery-status-callback': rule(async () => {
      const body = { data: [{ type: 'MessageStatus', attributes: { messageId: 'x', messageReference: 'y', messageStatus: 'delivered' } }] };
      const tell = async (more: Record<string, string>) =>
        (await open().call('POST', '/notification-delivery-status-callback', { body, headers: more })).status;
      expect(await tell({ 'x-hmac-sha256-signature': '9ee8c6aab877a97600e5c0cd8419f52d3dcdc45002e35220873d11123db6486f' })).toBe(202);
      expect(await tell({})).toBe(400);
    }),
    '10: fullUrl = urn:uuid:{id}': refuses([[{ fullUrl: 'urn:uuid:another' }, 'Invalid entry fullUrl or task id.']]),
    '10: Task.status in-progress / completed': refuses([[{ status: 'draft' }, "Unsupported Task.status 'draft'."]]),
    '10: businessStatus has a code': refuses([
      [{ business: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/task-businessStatus-nppt' }] } }, 'Invalid business status.'],
    ]),
    '10: lastModified parses; ≤24 h ahead (999 h when meta.lastUpdated is present, i.e. post-dated)': refuses([
      [{ modified: 'yesterday' }, 'Date format provided for lastModified is invalid.'],
      [{ modified: '2026-13-01T00:00:00Z' }, 'Date format provided for lastModified is invalid.'],
      [{ modified: '2026-01-02T00:00:01Z' }, 'Invalid lastModified value provided.'],
      [{ modified: '2026-01-02T00:00:00Z' }, undefined],
      [{ modified: '2026-02-11T15:00:00Z', set: '2026-01-01T00:00:00Z' }, undefined],
      [{ modified: '2026-02-11T15:00:01Z', set: '2026-01-01T00:00:00Z' }, 'Invalid lastModified value provided.'],
    ]),
    '10: NHS number': refuses([[{ person: '9449304131' }, 'NHS number is invalid.']]),
    '10: prescription id format + check character': refuses([
      [{ prescription: '24F5DA-A83008-7EFE6Y' }, 'Prescription ID is invalid.'],
      [{ prescription: '24f5da-a83008-7efe6z' }, 'Prescription ID is invalid.'],
    ]),
    '10: resourceType': refuses([[{ task: { resourceType: 'Basic' } }, "Resource's resourceType is not 'Task'."]]),
    '10: businessStatus known': refuses([
      [{ business: 'Lost' }, "Unsupported Task.businessStatus 'Lost'."],
      ...[...followUp, ...either].map((business) => [{ business: business.toUpperCase() }, undefined] as const),
      ...[...done, ...either].map((business) => [{ business, status: 'completed' }, undefined] as const),
    ]),
    '10: completed with a status that needs follow-up': refuses(
      followUp.map((business) => [
        { business, status: 'completed' },
        `Task.status field set to 'completed' but Task.businessStatus value of '${business}' requires follow up action.`,
      ]),
    ),
    '10: in-progress with a terminal status': refuses(
      done.map((business) => [
        { business },
        `Task.status field set to 'in-progress' but Task.businessStatus value of '${business}' has no possible follow up action.`,
      ]),
    ),
    '10: coding systems': refuses([
      [
        {
          task: {
            focus: { identifier: { system: 'x', value: 'y' } },
            owner: { identifier: { value: 'Y23456' } },
          },
        },
        'Invalid CodeSystem(s) - LineItemID, PharmacyODSCode.',
      ],
    ]),
    '10: 201 Created': rule(async () => expect(saidIn(await send(open(), update()))).toEqual([right])),
    '10: 200 OK': rule(async () => {
      const sandbox = open();
      const answer = await send(sandbox, update(), update({ person: '1' }));
      expect([answer.status, saidIn(answer)]).toEqual([400, [held, bad('NHS number is invalid.')]]);
      expect((await sandbox.call('GET', '/checkprescriptionstatusupdates')).body).toEqual({ items: [] });
    }),
    '10: 400 Bad Request': rule(async () => {
      const sandbox = open();
      const asked = async (body: unknown, more = headers) => saidIn(await sandbox.call('POST', '/', { body, headers: more }));
      expect(await asked(bundle(update()), { ...headers, 'X-Request-ID': '' })).toEqual([bad('Missing or empty x-request-id header.')]);
      const other = bad("Request body does not have resourceType of 'Bundle' and type of 'transaction'.");
      for (const body of [{}, { ...bundle(), type: 'batch' }, { ...bundle(), resourceType: 'Task' }])
        expect(await asked(body)).toEqual([other]);
      expect(await asked(bundle({}))).toEqual([
        bad(
          'Missing required field(s) - FullUrl, Resource, LastModified, LineItemID, PatientNHSNumber, PharmacyODSCode, PrescriptionID, Status, TaskID, TerminalStatus.',
        ),
      ]);
      expect(await asked(bundle(update({ task: { lastModified: undefined, owner: {} } })))).toEqual([
        bad('Missing required field(s) - LastModified, PharmacyODSCode.'),
      ]);
      expect(await asked(bundle(update({ person: '1', prescription: 'x', status: 'done' })))).toEqual([
        bad("Unsupported Task.status 'done'. NHS number is invalid. Prescription ID is invalid."),
      ]);
      expect(await asked(bundle(update({ pharmacy: 'fcg71' }), update({ id: 'b', pharmacy: 'A B' })))).toEqual([
        bad('Received invalid ODS codes: ["fcg71","A B"]'),
      ]);
      const { status, body } = await sandbox.call('POST', '/', { body: bundle(), headers });
      expect([status, body['entry']]).toEqual([200, []]);
    }),
    '10: 409 Conflict': rule(async () => {
      const sandbox = open();
      await send(sandbox, update());
      const answer = await send(sandbox, update({ id: 'other' }), update());
      expect([answer.status, saidIn(answer)]).toEqual([
        409,
        [held, '409 Conflict duplicate: Request contains a task id and prescription id identical to a record already in the data store.'],
      ]);
      expect(answer.body['entry']?.[1]?.['response']).toMatchObject({
        location: 'Task/5b1d2c34-7e8f-4a90-b1c2-d3e4f5a6b7c8',
        outcome: { issue: [{ details: { coding: [{ code: 'REC_CONFLICT', display: '409: The Receiver identified a conflict.' }] } }] },
      });
      expect((await send(sandbox, update({ prescription: '07A66F-A83008-1EEEA0' }))).status).toBe(201);
      sandbox.clock.set(Date.UTC(2028, 0, 2));
      expect((await send(sandbox, update())).status).toBe(201);
    }),
    '10: 429 Too Many Requests': wished(429, '429 Too Many Requests temporarily-forbidden: Too many requests.'),
    '10: 500 Internal Server Error': wished(
      500,
      '500 Internal Server Error exception: The Server has encountered an error processing the request.',
    ),
    '10: 504 The request timed out': rule(async () => {
      const sandbox = open();
      const answer = await sandbox.call('POST', '/', { body: bundle(update()), headers: { ...headers, Prefer: 'code=504' } });
      expect([answer.status, saidIn(answer)]).toEqual([
        504,
        ['504 The request timed out timeout: The Server has timed out while processing the request sent by the client.'],
      ]);
    }),
  },
};
