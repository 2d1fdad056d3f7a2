/**
 * What the published examples of this API name, so that they work: plans of one medicine, an order of it, and requests in every state. The
 * plan is in nobody's record until somebody asks for it.
 */
import type { MedicationEntry } from '../../src/clinical-record.ts';
import type { NhsNumber } from '../../src/population.ts';
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';

/** Jane Smith. */
const patient = '9000000009';

const plans: ReadonlySet<string> = new Set(['4de39acf-73b1-4dc6-bb87-c98b57ee5413', '06c7d0e2-1022-4e47-ac55-f6463d701a4f']);
/** Ids of orders, and of what each is an issue of. */
const orders: Readonly<Record<string, string>> = {
  'b269d1d7-1acf-47bb-8b3c-e38b583d9a07': '4de39acf-73b1-4dc6-bb87-c98b57ee5413',
  '159757f8-6409-4b8c-b0df-f8feefc3ad0e': '4de39acf-73b1-4dc6-bb87-c98b57ee5413',
};

export function publishedPlan(nhsNumber: string, id: string): MedicationEntry | undefined {
  const plan = orders[id] ?? id;
  if (nhsNumber !== patient || !plans.has(plan)) return undefined;
  return {
    kind: 'medication',
    id: plan,
    recorded: '2022-10-13',
    sort: 'budesonide',
    medicine: { text: 'Pulmicort 100 Turbohaler (AstraZeneca UK Ltd)' },
    form: 'Inhaler',
    course: 'repeat',
    dose: 'One puff every morning and every evening',
    quantity: { value: 1, unit: 'inhaler' },
    days: 56,
    start: '2022-10-13',
    for: [],
  };
}

export interface PublishedRequest {
  readonly id: string;
  readonly status: 'requested' | 'in-progress' | 'rejected';
  readonly plan: string;
  readonly authored: string;
  readonly note?: string;
  readonly reason?: string;
}

const plan = '06c7d0e2-1022-4e47-ac55-f6463d701a4f';

const requests: readonly PublishedRequest[] = [
  {
    id: 'b395d57e-5d6c-4d2c-b590-fe2f2d708458',
    status: 'rejected',
    plan,
    authored: '2022-08-14T00:20:23+00:00',
    reason: 'Please telephone the practice: this is no longer the right medicine for you.',
  },
  { id: '84722efb-95b0-4769-921a-eda53382b320', status: 'in-progress', plan, authored: '2022-10-13T09:20:27+00:00' },
  {
    id: 'aef77afb-7e3c-427a-8657-2c427f71a271',
    status: 'requested',
    plan,
    authored: '2022-11-23T13:20:27+00:00',
    note: 'I have none left.',
  },
];

export const publishedRequests = (nhsNumber: string): readonly PublishedRequest[] => (nhsNumber === patient ? requests : []);

/** Whose one of them is. */
export const whoseRequest = (id: string): NhsNumber | undefined =>
  requests.some((request) => request.id === id) ? parseNhsNumber(patient) : undefined;
