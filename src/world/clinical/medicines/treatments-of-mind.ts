/** What lasting conditions of the mind and of the nerves are treated with, set as those of the body are. */
import { laxative, antidepressant, antipsychotic, propranolol } from './choices.ts';
import type { Taker, Treatment } from './treatment.ts';
import { said } from './doses.ts';
import { only } from './treatment.ts';

const grown: readonly [number, number] = [18, 200];
const from =
  (least: number) =>
  ({ age }: Taker): boolean =>
    age >= least;

export const treatmentsOfMind: Readonly<Record<string, readonly Treatment[]>> = {
  depression: [
    { percent: 90, mild: 80, severe: 98, after: [0, 0.2], lasts: [3, 55], choices: antidepressant },
    { percent: 8, severe: 18, after: [0.5, 3], lasts: [0.2, 1.5], choices: only('Promethazine hydrochloride 25mg tablets') },
  ],
  'mixed-anxiety-and-depression': [{ percent: 72, after: [0, 0.3], lasts: [1, 20], choices: antidepressant }],
  'anxiety-disorder': [
    { percent: 60, after: [0, 0.5], lasts: [1, 24], choices: antidepressant },
    { percent: 34, lasts: [0.5, 9], choices: propranolol },
    { percent: 6, after: [1, 5], lasts: [1, 8], choices: [{ of: ['Pregabalin 75mg capsules', 'Pregabalin 150mg capsules'], ages: grown }] },
  ],
  'obsessive-compulsive-disorder': [
    {
      percent: 70,
      lasts: [1, 12],
      choices: [
        { of: ['Fluoxetine 20mg capsules'], ages: [12, 18] },
        { of: ['Sertraline 100mg tablets'], ages: grown },
      ],
    },
  ],
  schizophrenia: [{ percent: 93, choices: antipsychotic }],
  'bipolar-disorder': [
    { percent: 42, choices: [{ of: ['Lithium carbonate 400mg modified-release tablets'], ages: grown }] },
    { percent: 52, choices: antipsychotic },
    { percent: 22, after: [0, 4], choices: [{ of: ['Lamotrigine 100mg tablets'], ages: grown }] },
  ],
  'postnatal-depression': [{ percent: 58, lasts: [0.6, 2.5], choices: [{ of: ['Sertraline 50mg tablets', 'Sertraline 100mg tablets'] }] }],
  'eating-disorder': [{ percent: 26, lasts: [0.5, 4], choices: [{ of: ['Fluoxetine 20mg capsules'], ages: [12, 200] }] }],
  'substance-misuse': [
    { percent: 34, lasts: [1, 12], choices: [{ of: ['Methadone 1mg/ml oral solution'], ages: grown }] },
    { percent: 16, lasts: [1, 6], choices: [{ of: ['Mirtazapine 15mg tablets', 'Mirtazapine 30mg tablets'], ages: grown }] },
  ],
  insomnia: [
    {
      percent: 30,
      lasts: [0.3, 9],
      choices: [
        { of: ['Zopiclone 7.5mg tablets'], weight: 2, ages: [18, 65] },
        { of: ['Zopiclone 3.75mg tablets'], weight: 2, ages: [50, 200] },
        { of: ['Amitriptyline 10mg tablets'], ages: grown },
      ],
    },
  ],
  adhd: [
    {
      percent: 80,
      after: [0, 1],
      lasts: [3, 25],
      choices: [
        {
          of: ['Methylphenidate 18mg modified-release tablets', 'Methylphenidate 36mg modified-release tablets'],
          weight: 3,
          ages: [6, 200],
        },
        { of: ['Lisdexamfetamine 30mg capsules'], ages: [6, 200], since: 2013 },
      ],
    },
  ],
  'alcohol-dependence': [
    { percent: 48, choices: only('Thiamine 100mg tablets') },
    { percent: 16, lasts: [0.5, 3], choices: only('Folic acid 5mg tablets') },
  ],
  epilepsy: [
    {
      percent: 93,
      choices: [
        { of: ['Levetiracetam 100mg/ml oral solution sugar free'], ages: [0, 12] },
        { of: ['Levetiracetam 250mg tablets', 'Levetiracetam 500mg tablets'], weight: 4, ages: [12, 200] },
        { of: ['Lamotrigine 25mg tablets', 'Lamotrigine 100mg tablets'], weight: 4, ages: [12, 200] },
        { of: ['Sodium valproate 500mg gastro-resistant tablets'], weight: 4, ages: [12, 200], sex: 'male' },
        { of: ['Sodium valproate 500mg gastro-resistant tablets'], weight: 2, ages: [56, 200], sex: 'female' },
        { of: ['Carbamazepine 200mg tablets'], weight: 2, ages: [12, 200] },
      ],
    },
    { percent: 20, after: [2, 8], choices: [{ of: ['Levetiracetam 500mg tablets'], ages: [12, 200] }] },
  ],
  migraine: [
    { percent: 30, lasts: [1, 12], choices: [{ of: ['Sumatriptan 50mg tablets'], ages: [18, 65] }] },
    {
      percent: 24,
      lasts: [1, 10],
      choices: [
        ...propranolol,
        { of: ['Amitriptyline 10mg tablets'], weight: 3, ages: grown },
        { of: ['Topiramate 50mg tablets'], ages: grown },
      ],
    },
  ],
  'parkinsons-disease': [
    {
      percent: 92,
      choices: [
        { of: ['Co-careldopa 25mg/100mg tablets'], weight: 3 },
        { of: ['Co-careldopa 25mg/100mg tablets'], dose: said('Two to be taken three times a day', 6) },
      ],
    },
    { percent: 36, choices: laxative },
  ],
  'multiple-sclerosis': [
    { percent: 34, after: [1, 8], choices: only('Baclofen 10mg tablets') },
    { percent: 34, after: [1, 8], choices: only('Amitriptyline 10mg tablets') },
  ],
  'restless-legs': [{ percent: 18, choices: [{ of: ['Gabapentin 300mg capsules'], ages: grown }] }],
  dementia: [
    {
      percent: 46,
      lasts: [2, 8],
      choices: [
        { of: ['Donepezil 5mg tablets', 'Donepezil 10mg tablets'], weight: 8 },
        { of: ['Rivastigmine 4.6mg/24hours transdermal patches'], weight: 1 },
        { of: ['Rivastigmine 3mg capsules'], weight: 0.5 },
      ],
    },
    { percent: 44, after: [0.5, 4], choices: only('Memantine 10mg tablets', 'Memantine 20mg tablets') },
    { percent: 9, after: [1, 4], lasts: [0.3, 2], choices: [{ of: ['Quetiapine 25mg tablets'] }] },
    { percent: 24, after: [0, 4], choices: laxative },
    { percent: 14, after: [1, 6], choices: only('Fortisip Bottle') },
  ],
  frailty: [
    { percent: 44, who: from(65), choices: [{ of: ['Colecalciferol 800unit capsules'] }] },
    { percent: 32, choices: laxative },
    { percent: 30, choices: only('Paracetamol 500mg tablets') },
    { percent: 7, choices: only('Fortisip Bottle') },
  ],
};
