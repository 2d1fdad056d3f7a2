/** Everything that somebody takes in their life, by prescription, numbered. */
import type { Health, LivedCourse } from '../health.ts';
import { agedNeeds } from './aged-needs.ts';
import { contraceptiveNeeds } from './contraception.ts';
import { contraindicationsOf } from './contraindications.ts';
import { needsForAllergies } from './for-allergies.ts';
import { hormoneNeeds } from './hormone-replacement.ts';
import { needsInPregnancy } from './in-pregnancy.ts';
import { lastingNeeds } from './lasting-needs.ts';
import { coursesMeeting } from './meeting-needs.ts';
import { shortNeeds } from './short-needs.ts';

/** Where two arise on one day, that of the earlier comes first. */
export function coursesOfLife(health: Health): readonly LivedCourse[] {
  const { life } = health;
  const needs = [
    ...lastingNeeds(health),
    ...agedNeeds(health),
    ...needsInPregnancy(health),
    ...contraceptiveNeeds(health),
    ...hormoneNeeds(health),
    ...needsForAllergies(health),
    ...shortNeeds(health),
  ];
  return coursesMeeting(life, needs, contraindicationsOf(health));
}
