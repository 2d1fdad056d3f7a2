/** The fields of the form by which people are found by what they need to be. */
import type { AskedField, AskedFor, NeedField } from './asked-for.ts';
import { ChosenField } from './chosen-field.tsx';
import { TypedField, type WrongFields } from './typed-field.tsx';

interface NeedFieldsProps {
  readonly asked: AskedFor;
  readonly wrong: WrongFields;
}

type Told = Readonly<Partial<Record<NeedField, readonly [label: string, hint: string]>>>;

const typed = {
  age: ['Age', '60, 60..70 or 85..'],
  turns: ['Has a birthday soon', '65:14 turns 65 within 14 days'],
  livesWith: ['Lives with', 'nobody, partner, parents, children, siblings, or how many others'],
  children: ['Children', 'ever: 2, 0 or 3..'],
  childrenAtHome: ['Children under 18 at home', '1..'],
  moved: ['Moved within', 'days'],
  bereaved: ['Bereaved within', 'days'],
  died: ['Died within', 'days'],
  bornIn: ['Born in', 'a country: Poland'],
  language: ['Language', 'Polish, or other for any but English'],
  ethnicity: ['Ethnic category', 'a letter, or asian, black, mixed, white'],
  religion: ['Religion', 'sikh, muslim, none …'],
  pharmacy: ['Nominated pharmacy', 'some, none or an ODS code'],
  condition: ['Has', 'asthma, diabetes, heart-disease … with commas: all of them'],
  withoutCondition: ['Has not', 'likewise'],
  on: ['Takes', 'metformin, statin, inhaler …'],
  medicines: ['Medicines on repeat', '10..'],
  allergy: ['Allergic to', 'penicillin, peanut … or any'],
  due: ['Vaccination due', 'flu, mmr, shingles … or any'],
  vaccinated: ['Vaccinated against', 'likewise'],
  pregnant: ['Pregnant', 'true, or weeks: 20..28'],
  gaveBirth: ['Gave birth within', 'days'],
  waiting: ['Waiting for hospital', 'true, weeks such as 18.., or a service: urology'],
  appointment: ['Appointment within', 'days'],
  discharged: ['Left hospital within', 'days'],
  consulted: ['Saw their practice within', 'days'],
  adjustment: ['Reasonable adjustment', 'bsl, easy-read … or any'],
  lastHba1c: ['Last HbA1c', '>75, mmol/mol'],
  lastSystolic: ['Last systolic pressure', '>=160, mmHg'],
  lastBmi: ['Last body mass index', '30..35'],
  lastEgfr: ['Last eGFR', '<60'],
  lastCholesterol: ['Last cholesterol', '>5, mmol/L'],
  lastPeakFlow: ['Last peak flow', '<300, L/min'],
  lastPhq9: ['Last PHQ-9 score', '>=15'],
} as const satisfies Told;

const chosen = {
  maritalStatus: ['Marital status', ['single', 'married', 'cohabiting', 'separated', 'divorced', 'widowed']],
  livesIn: ['Lives in', ['care-home', 'shared-house']],
  nextOfKin: ['Next of kin', ['partner', 'child', 'parent', 'sibling', 'none']],
} as const;

const ticked = {
  carer: 'may be a carer',
  loneParent: 'lone parent',
  sameSexCouple: 'same-sex couple',
  twin: 'twin',
  newborn: 'newborn',
  startsSchool: 'starts school next',
  bornAbroad: 'born abroad',
  newToEngland: 'new to England',
  deprived: 'deprived area',
  rural: 'rural area',
  behindOnVaccinations: 'behind on vaccinations',
  reviewDue: 'review due',
  twoWeekWait: 'urgent referral',
  inHospital: 'in hospital',
  frail: 'frail',
  endOfLife: 'end of life',
  smoker: 'smoker',
} as const;

/** Its own members. */
const namesOf = <Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] => Object.keys(table) as Name[];

/** What is asked about the same, together. */
const topics: readonly (readonly [title: string, names: readonly NeedField[]])[] = [
  ['Age and home', ['age', 'turns', 'newborn', 'startsSchool', 'livesIn', 'moved', 'deprived', 'rural']],
  [
    'Family',
    [
      'livesWith',
      'maritalStatus',
      'children',
      'childrenAtHome',
      'nextOfKin',
      'bereaved',
      'died',
      'carer',
      'loneParent',
      'sameSexCouple',
      'twin',
    ],
  ],
  ['Background', ['bornIn', 'language', 'ethnicity', 'religion', 'bornAbroad', 'newToEngland']],
  ['Conditions', ['condition', 'withoutCondition', 'frail', 'endOfLife', 'smoker', 'pregnant', 'gaveBirth']],
  ['Medicines and allergies', ['on', 'medicines', 'allergy', 'pharmacy', 'reviewDue']],
  ['Vaccinations', ['due', 'vaccinated', 'behindOnVaccinations']],
  ['Care', ['waiting', 'appointment', 'discharged', 'consulted', 'adjustment', 'twoWeekWait', 'inHospital']],
  ['Last results', ['lastHba1c', 'lastSystolic', 'lastBmi', 'lastEgfr', 'lastCholesterol', 'lastPeakFlow', 'lastPhq9']],
];

const others: Readonly<Partial<Record<AskedField, string>>> = {
  q: 'Words',
  family: 'Family name',
  given: 'Given name',
  gender: 'Gender',
  born: 'Born',
  gp: 'GP practice',
  postcode: 'Postcode',
  place: 'Place',
  trait: 'Awkward in',
  fuzzy: 'Sounds alike',
  history: 'Former names too',
};

/** What a field is called. */
export function labelOf(name: AskedField): string {
  const need = Object.entries({ ...typed, ...chosen }).find(([one]) => one === name)?.[1][0];
  const tick = Object.entries(ticked).find(([one]) => one === name)?.[1];
  return need ?? (tick === undefined ? (others[name] ?? name) : tick.slice(0, 1).toUpperCase() + tick.slice(1));
}

export function NeedFields({ asked, wrong }: NeedFieldsProps) {
  return (
    <>
      {topics.map(([title, names]) => (
        <fieldset>
          <legend>{title}</legend>
          <div class="fields">
            {namesOf(typed)
              .filter((name) => names.includes(name))
              .map((name) => (
                <TypedField name={name} label={typed[name][0]} hint={typed[name][1]} asked={asked} wrong={wrong} />
              ))}
            {namesOf(chosen)
              .filter((name) => names.includes(name))
              .map((name) => (
                <ChosenField
                  name={name}
                  label={chosen[name][0]}
                  choices={chosen[name][1].map((one) => [one, one.replace('-', ' ')])}
                  asked={asked}
                  wrong={wrong}
                />
              ))}
          </div>
          <p class="ticks">
            {namesOf(ticked)
              .filter((name) => names.includes(name))
              .map((name) => (
                <label>
                  <input type="checkbox" name={name} value="true" checked={asked[name] === 'true'} /> {ticked[name]}
                </label>
              ))}
          </p>
        </fieldset>
      ))}
    </>
  );
}
