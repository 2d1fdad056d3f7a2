import { createClient } from 'nhs-api-sandbox/client';
import type { components } from 'nhs-api-sandbox/types/personal-demographics';

const patients = createClient('personal-demographics', { origin: process.env['SANDBOX'] ?? 'http://localhost:8787' });
const { data } = await patients.GET('/Patient/{id}', {
  params: { path: { id: '9000000009' }, header: { 'X-Request-ID': crypto.randomUUID() } },
});
const patient: components['schemas']['Patient'] | undefined = data;
console.log(patient?.birthDate);
