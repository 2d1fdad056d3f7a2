/** Numbers of encounters and of appointments at practices: by their days, so that each keeps its own whatever else comes to be told. */
import type { Day } from '../../calendar.ts';
import { recordsBegan } from '../records-began.ts';

const encountersADay = 8;

/** The first of a day is at the practice; outpatient appointments, attendances and admissions have the others. */
export const encounterOrdinal = (day: Day, place = 0): number => (day - recordsBegan) * encountersADay + (place % encountersADay);

/** Of the appointment that led to an encounter, and of the one before it that was not kept. Those of hospitals are numbered from 2^19 on. */
export const keptOrdinal = (encounter: number): number => 2 * encounter;
export const notKeptOrdinal = (encounter: number): number => 2 * encounter + 1;
