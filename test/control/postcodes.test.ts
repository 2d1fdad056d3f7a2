/** Where the sandbox's own API says a postcode lies. */
import { expect, test } from 'vitest';
import { sandboxOf, world } from '../sandbox.ts';
import { notebook } from '../gateway/notebook.ts';

const { request } = sandboxOf(notebook, { population: world() });
const point = async (postcode: string) => {
  const response = await request(`/_sandbox/postcodes/${encodeURIComponent(postcode)}`);
  return { status: response.status, body: (await response.json()) as { readonly latitude: number; readonly longitude: number } };
};
const home = world().find('9990000182')?.addresses[0]?.postcode ?? '';

test('a postcode that somebody lives at is a point in England, however it is written', async () => {
  const { status, body } = await point(home);
  expect([status, body]).toEqual([200, { data: 'synthetic', postcode: home, latitude: body.latitude, longitude: body.longitude }]);
  expect([body.latitude > 49.8 && body.latitude < 55.9, body.longitude > -6.5 && body.longitude < 1.8]).toEqual([true, true]);
  expect((await point(home.toLowerCase().replace(' ', ''))).body).toEqual(body);
});

test('it is where the places of the same postcode are', async () => {
  const [premises] = world().register.allPremises();
  const { body } = await point(premises?.address.postcode ?? '');
  const away = Math.hypot(body.latitude - (premises?.point.latitude ?? 0), body.longitude - (premises?.point.longitude ?? 0));
  expect(away).toBeLessThan(0.02);
});

test('a postcode of no place is not found, and what is none is refused', async () => {
  expect((await point('ZZ1 1ZZ')).status).toBe(404);
  expect((await point('nowhere')).status).toBe(400);
});
