/** What the official sandbox for suppliers does, row by row. */
import { expect } from 'vitest';
import { sandboxesFor } from '../../sandbox.ts';
import type { Sheet, SheetRow } from '../sheet.ts';

const open = await sandboxesFor('notify-supplier');
const headers = { 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10' };
const json = { ...headers, 'Content-Type': 'application/vnd.api+json' };
const tail = 'L5eYSWGzCHlGmzNxuqVusPxDg';
const states = {
  '24': 'PENDING',
  '2A': 'ACCEPTED',
  '2B': 'PRINTED',
  '2C': 'ENCLOSED',
  '2D': 'DISPATCHED',
  '2E': 'DELIVERED',
  '2W': 'REJECTED',
  '2X': 'CANCELLED',
  '2Y': 'FAILED',
  '2Z': 'RETURNED',
};

const update = (id: string, status: string) => ({ type: 'Letter', id, attributes: { status } });
const unknown = { errors: [{ code: 'NOTIFY_RESOURCE_NOT_FOUND', title: 'Resource not found', detail: 'No resource found with that ID' }] };

const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });

export const sheet: Sheet = {
  file: 'notify.md',
  sections: ['10'],
  rows: {
    '10: GET /letters/{id}': rule(async () => {
      const { call } = open();
      for (const [start, status] of Object.entries(states)) {
        const { body } = await call('GET', `/letters/${start}${tail}`, { headers });
        expect(body).toMatchObject({ data: { id: start + tail, attributes: { status } } });
      }
      const { status, body } = await call('GET', '/letters/nobody', { headers });
      expect([status, body]).toMatchObject([404, unknown]);
      expect(String(body['errors']?.[0]?.['id'])).toMatch(/^rrt-\d{19}-c-geu2-\d+-\d+-\d\.0$/);
      expect((await call('GET', `/letters/24${tail}`)).status).toBe(400);
    }),
    '10: GET /letters': rule(async () => {
      const { call } = open();
      const list = async (query: string) => call('GET', `/letters${query}`, { headers });
      expect((await list('')).body).toMatchObject({ data: [{ id: `24${tail}`, attributes: { status: 'PENDING' } }] });
      expect((await list('?limit=0')).body).toEqual({ data: [] });
      for (const wrong of ['-1', '2501', 'many']) expect([wrong, (await list(`?limit=${wrong}`)).status]).toEqual([wrong, 400]);
    }),
    '10: PATCH /letters/{id}': rule(async () => {
      const { call } = open();
      const patch = async (id: string, data: object) => (await call('PATCH', `/letters/${id}`, { headers: json, body: { data } })).status;
      for (const status of Object.values(states))
        expect([status, await patch(`24${tail}`, update(`2W${tail}`, status))]).toEqual([status, 202]);
      expect((await call('GET', `/letters/24${tail}`, { headers })).body).toMatchObject({ data: { attributes: { status: 'RETURNED' } } });
      expect(await patch(`24${tail}`, update(`24${tail}`, 'LOST'))).toBe(400);
      expect(await patch(`24${tail}`, update('123654789', 'ACCEPTED'))).toBe(404);
    }),
    '10: POST /letters': rule(async () => {
      const { call } = open();
      const post = async (...data: object[]) => (await call('POST', '/letters', { headers: json, body: { data } })).status;
      expect(await post(update(`24${tail}`, 'PRINTED'), update('123654789', 'ACCEPTED'))).toBe(404);
      expect((await call('GET', `/letters/24${tail}`, { headers })).body).toMatchObject({ data: { attributes: { status: 'PENDING' } } });
      expect(await post(update(`24${tail}`, 'PRINTED'), update(`2A${tail}`, 'PRINTED'))).toBe(202);
      expect(await post(update(`24${tail}`, 'LOST'))).toBe(400);
      expect((await call('GET', '/letters', { headers })).body).toEqual({ data: [] });
    }),
    '10: GET /letters/{id}/data': rule(async () => {
      const { call, request } = open();
      const { status, headers: answered } = await call('GET', `/letters/2A${tail}/data`, { headers });
      expect(status).toBe(303);
      const file = await request(answered.get('Location') ?? '');
      expect([file.status, file.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
      expect(new TextDecoder('latin1').decode(await file.arrayBuffer())).toMatch(/^%PDF-/);
      for (const id of [`2W${tail}`, 'nobody']) expect((await call('GET', `/letters/${id}/data`, { headers })).status).toBe(404);
    }),
    '10: POST /mi': rule(async () => {
      const { call } = open();
      const said = { timestamp: '2026-01-14T17:30:00Z', lineItem: 'letter', quantity: 22, specificationId: 'da0b1495', cost: 10.25 };
      const post = (attributes: object) =>
        call('POST', '/mi', { headers: json, body: { data: { type: 'ManagementInformation', attributes } } });
      const { status, body } = await post(said);
      expect([status, body]).toMatchObject([201, { data: { attributes: said } }]);
      const id = String(body['data']?.['id']);
      expect(id).toMatch(/^[0-9A-Za-z]{27}$/);
      expect((await call('GET', `/mi/${id}`, { headers })).body).toEqual(body);
      expect((await post({ ...said, specificationId: '' })).status).toBe(404);
      const wrong = await post({ ...said, timestamp: 'yesterday' });
      expect([wrong.status, wrong.body]).toMatchObject([400, { errors: [{ code: 'NOTIFY_INVALID_REQUEST' }] }]);
    }),
  },
};
