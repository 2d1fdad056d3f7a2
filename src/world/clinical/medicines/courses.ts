/** Everything that somebody takes in their life, by prescription, numbered. */
import type { Health, LivedCourse } from '../health.ts';
import { contraindicationsOf } from './contraindications.ts';
import { lastingNeeds } from './lasting-needs.ts';
import { coursesMeeting } from './meeting-needs.ts';

export const coursesOfLife = (health: Health): readonly LivedCourse[] =>
  coursesMeeting(health.life, lastingNeeds(health), contraindicationsOf(health)).map((course, ordinal) => ({ ...course, ordinal }));
