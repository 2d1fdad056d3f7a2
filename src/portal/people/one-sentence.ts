/** Who it is, in one sentence. */
import { dayInWords, yearsBetween } from './days.ts';
import type { KnownPerson } from './person-page.tsx';

export function inOneSentence(person: KnownPerson): string {
  const { minimal, gender, born = '', death, birthPlace, addresses, registrations, asOf } = person;
  if (minimal) return 'Nothing but the number of this record is known.';
  const [address] = addresses;
  const town = address?.lines.at(-2);
  const practice = registrations.find(({ period }) => period.end === undefined)?.practice;
  const age = yearsBetween(born, death?.date ?? asOf);
  const whoAndWhen = [
    `${kindOf(gender, age)}, born on ${dayInWords(born)}${birthPlace === undefined ? '' : ` in ${birthPlace}`}`,
    death ? `died on ${dayInWords(death.date)} at ${ageOf(age)}` : `${ageOf(age)} on ${dayInWords(asOf)}`,
  ];
  const now = death
    ? []
    : [
        town === undefined ? 'with no address that is known' : `living in ${town}`,
        practice ? `registered with ${practice.name ?? practice.ods}` : 'registered with no GP practice',
      ];
  return `${[...whoAndWhen, ...now].join(', ')}.`;
}

function kindOf(gender: KnownPerson['gender'], age: number): string {
  if (gender === 'female') return age < 18 ? 'A girl' : 'A woman';
  if (gender === 'male') return age < 18 ? 'A boy' : 'A man';
  return 'A person';
}

const ageOf = (years: number): string => (years === 0 ? 'less than a year old' : years === 1 ? '1 year old' : `${years} years old`);
