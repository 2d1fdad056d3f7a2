/** All that the report tells of, in its order. */
import type { Topic } from '../topic.ts';
import { ages } from './ages.ts';
import { births } from './births.ts';
import { contacts } from './contacts.ts';
import { couples } from './couples.ts';
import { deaths } from './deaths.ts';
import { ethnicity } from './ethnicity.ts';
import { families } from './families.ts';
import { households } from './households.ts';
import { languages } from './languages.ts';
import { moving } from './moves.ts';
import { names } from './names.ts';
import { places } from './places.ts';
import { allergiesAndBirths } from './record/allergies-and-births.ts';
import { measuring } from './record/measurements.ts';
import { conditionRegisters } from './record/registers.ts';
import { prescribing } from './record/medicines.ts';
import { vaccinating } from './record/vaccinations.ts';
import { variety } from './record/variety.ts';
import { visiting } from './record/visits.ts';
import { records } from './records.ts';
import { weddings } from './weddings.ts';

export const topics: readonly Topic[] = [
  ages,
  deaths,
  births,
  families,
  households,
  couples,
  weddings,
  ethnicity,
  languages,
  names,
  places,
  moving,
  contacts,
  records,
  conditionRegisters,
  measuring,
  allergiesAndBirths,
  vaccinating,
  prescribing,
  visiting,
  variety,
];
