/** What people are mostly looked for by, ready to be followed. */
import { to, type PageVisit } from '../visit.ts';
import type { AskedFor } from './asked-for.ts';

type ReadyMade = readonly (readonly [words: string, asked: AskedFor])[];

const groups: readonly (readonly [title: string, needs: ReadyMade])[] = [
  [
    'Living with',
    [
      ['diabetes', { condition: 'diabetes' }],
      ['asthma', { condition: 'asthma' }],
      ['high blood pressure', { condition: 'hypertension' }],
      ['dementia', { condition: 'dementia' }],
      ['depression', { condition: 'depression' }],
      ['frailty', { frail: 'true' }],
      ['HbA1c over 75', { lastHba1c: '>75' }],
    ],
  ],
  [
    'Medicines and allergies',
    [
      ['on metformin', { on: 'metformin' }],
      ['on a blood thinner', { on: 'anticoagulant' }],
      ['ten medicines or more', { medicines: '10..' }],
      ['due a review', { reviewDue: 'true' }],
      ['allergic to penicillin', { allergy: 'penicillin' }],
    ],
  ],
  [
    'Vaccinations',
    [
      ['due a flu jab', { due: 'flu' }],
      ['due a shingles jab', { due: 'shingles' }],
      ['children behind on theirs', { behindOnVaccinations: 'true' }],
    ],
  ],
  [
    'Pregnancy and children',
    [
      ['pregnant', { pregnant: 'true' }],
      ['gave birth lately', { gaveBirth: '90' }],
      ['newborn', { newborn: 'true' }],
      ['starting school', { startsSchool: 'true' }],
      ['twins', { twin: 'true' }],
    ],
  ],
  [
    'Hospital',
    [
      ['waiting for hospital', { waiting: 'true' }],
      ['waiting 18 weeks or more', { waiting: '18..' }],
      ['suspected cancer', { twoWeekWait: 'true' }],
      ['in hospital', { inHospital: 'true' }],
      ['home from hospital lately', { discharged: '14' }],
    ],
  ],
  [
    'To be seen well',
    [
      ['needs a BSL interpreter', { adjustment: 'bsl' }],
      ['needs easy read', { adjustment: 'easy-read' }],
      ['needs wheelchair access', { adjustment: 'wheelchair' }],
      ['needs a language interpreter', { trait: 'interpreter' }],
    ],
  ],
  [
    'Home and family',
    [
      ['may be a carer', { carer: 'true' }],
      ['lone parent', { loneParent: 'true' }],
      ['over 80 and alone', { age: '80..', livesWith: 'nobody' }],
      ['in a care home', { livesIn: 'care-home' }],
      ['turns 65 soon', { turns: '65' }],
    ],
  ],
];

export function ReadyNeeds({ visit }: { readonly visit: PageVisit }) {
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">Find somebody who is, or has</h2>
      <dl class="needs">
        {groups.map(([title, needs]) => (
          <>
            <dt>{title}</dt>
            <dd>
              {needs.map(([words, asked], n) => (
                <>
                  {n > 0 && ' · '}
                  <a href={to(visit, `/people?${new URLSearchParams(asked).toString()}#found`)}>{words}</a>
                </>
              ))}
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}
