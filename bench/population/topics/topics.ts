/** All that the report tells of, in its order. */
import type { Topic } from '../topic.ts';
import { ages } from './ages.ts';
import { births } from './births.ts';
import { contacts } from './contacts.ts';
import { couples } from './couples.ts';
import { deaths } from './deaths.ts';
import { ethnicity } from './ethnicity.ts';
import { households } from './households.ts';
import { languages } from './languages.ts';
import { names } from './names.ts';
import { places } from './places.ts';
import { records } from './records.ts';

export const topics: readonly Topic[] = [ages, deaths, births, households, couples, ethnicity, languages, names, places, contacts, records];
