/** The plans that are made with people, by what they are made for. What stands in them is in our own words, and nobody's guidance. */
import type { CodedText } from '../../../clinical-record.ts';
import { snomed } from '../coded.ts';

export interface PlanSort {
  readonly sort: string;
  readonly title: string;
  readonly type: CodedText;
  readonly for: readonly string[];
  /** In a hundred of those who have it: how many have a plan. */
  readonly percent: number;
  /** Not made before that birthday. */
  readonly fromAge?: number;
  /** Only of those who have it badly. */
  readonly isForSevere?: true;
  /** Made once; the others are made anew at every review. */
  readonly isLast?: true;
  readonly activities: readonly string[];
}

const carePlan = snomed('734163000', 'Care plan');
const personalised = snomed('2181441000000107', 'Personalised Care and Support Plan');

export const planSorts: readonly PlanSort[] = [
  {
    sort: 'asthma',
    title: 'Personal asthma action plan',
    type: carePlan,
    for: ['asthma'],
    percent: 62,
    activities: [
      'Take the preventer inhaler every day, also when well',
      'Use the reliever inhaler when wheezy or tight, and see the practice if that is more than three times a week',
      'Call 999 if the reliever does not help within minutes',
      'Review of inhaler technique every year',
    ],
  },
  {
    sort: 'copd',
    title: 'COPD self-management plan',
    type: carePlan,
    for: ['copd'],
    percent: 65,
    activities: [
      'Keep a rescue pack at home and tell the practice when it is started',
      'Flu vaccination every autumn',
      'Pulmonary rehabilitation offered',
      'Review of breathlessness and inhalers every year',
    ],
  },
  {
    sort: 'diabetes',
    title: 'Diabetes care plan',
    type: personalised,
    for: ['type-1-diabetes', 'type-2-diabetes'],
    percent: 72,
    activities: [
      'Agree aims for HbA1c, blood pressure and cholesterol',
      'Eye screening and foot check every year',
      'Blood and urine tests before each review',
      'Advice about food, movement and weight',
    ],
  },
  {
    sort: 'heart-failure',
    title: 'Heart failure care plan',
    type: carePlan,
    for: ['heart-failure'],
    percent: 60,
    activities: [
      'Weigh every morning, and call if two kilograms are gained in three days',
      'Blood test of kidneys and salts after each change of medicine',
      'Review every six months',
    ],
  },
  {
    sort: 'epilepsy',
    title: 'Epilepsy care plan',
    type: carePlan,
    for: ['epilepsy'],
    percent: 62,
    activities: [
      'What to do in a seizure: time it, keep safe, call 999 after five minutes',
      'Take the medicine at the same time every day',
      'Driving and safety at home and at work discussed',
    ],
  },
  {
    sort: 'dementia',
    title: 'Dementia care plan',
    type: personalised,
    for: ['dementia'],
    percent: 76,
    activities: [
      'Review every year with a relative or carer',
      'What matters to the person is written down for those who care for them',
      'Carer offered an assessment of their own needs',
      'Wishes for later care discussed while that is possible',
    ],
  },
  {
    sort: 'mental-health',
    title: 'Mental health care plan',
    type: carePlan,
    for: ['schizophrenia', 'bipolar-disorder'],
    percent: 68,
    activities: [
      'Early signs of becoming unwell, and whom to tell',
      'Physical health check every year',
      'Review of medicines with the mental health team',
    ],
  },
  {
    sort: 'mental-health-crisis',
    title: 'Mental health crisis plan',
    type: snomed('736253002', 'Mental health crisis plan'),
    for: ['schizophrenia', 'bipolar-disorder'],
    percent: 40,
    activities: ['Call the crisis line, day or night', 'People to be told', 'What has helped before, and what has not'],
  },
  {
    sort: 'learning-disability',
    title: 'Learning disability health action plan',
    type: personalised,
    for: ['learning-disability'],
    percent: 78,
    fromAge: 14,
    activities: [
      'Health check every year',
      'Information in easy read',
      'Hospital passport kept up to date',
      'Dentist, eyes and hearing checked',
    ],
  },
  {
    sort: 'frailty',
    title: 'Care and support plan for frailty',
    type: personalised,
    for: ['frailty'],
    percent: 45,
    activities: [
      'Risk of falls looked at, strength and balance exercises',
      'Review of medicines every year',
      'Help at home and equipment assessed',
    ],
  },
  {
    sort: 'emergency',
    title: 'Plan for emergency care',
    type: snomed('887701000000100', 'Emergency health care plan'),
    for: ['frailty', 'motor-neurone-disease'],
    percent: 40,
    isForSevere: true,
    activities: [
      'What matters most if suddenly unwell',
      'Treatments that are wanted, and those that are not',
      'Hospital only for what cannot be treated at home',
    ],
  },
  {
    sort: 'end-of-life',
    title: 'End of life care plan',
    type: snomed('736373009', 'End of life care plan'),
    for: ['palliative-care'],
    percent: 85,
    isLast: true,
    activities: [
      'Preferred place of care and of death',
      'Medicines for comfort kept at home',
      'Decision about resuscitation discussed and recorded',
      'Community nurses and family know whom to call',
    ],
  },
];

export const maternityPlan = {
  sort: 'maternity',
  title: 'Maternity care plan',
  type: carePlan,
  activities: [
    'Midwife appointments and two scans',
    'Screening tests offered',
    'Vaccinations in pregnancy offered',
    'Birth preferences discussed by 36 weeks',
  ],
};
