/** What a clinician writes in an encounter: what was found, and what is done about it, in a few short sentences. */
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { Health, LivedCondition, LivedCourse, LivedEncounter, LivedObservation, LivedReferral, WrittenEntry } from '../health.ts';
import { panelOf } from '../investigations/panels.ts';
import { vaccineNamed } from '../vaccinations/tell-vaccinations.ts';

export function noteOf(health: Health, encounter: LivedEncounter): string {
  const { sort, setting, reason, about, opening, recorded } = encounter;
  if (setting === 'hospital') return hospitalNote(encounter);
  const { found, measured, done, tests } = noted(about);
  const begins = opening ?? (found === '' && !saysItself.has(sort) ? ` ${reason.text}.` : found);
  const values = measured === '' ? '' : ` ${upper(measured)}.`;
  const asked = tests === '' ? '' : ` Requested: ${tests}.`;
  const next = sort === 'review' ? continued(health, recorded) : '';
  const last = done + asked === '' && opening === undefined ? followUp(health, encounter) : '';
  return `${begins}${values}${done}${asked}${next}${last}`.trimStart();
}

/** Of these the reason is said beside the note. */
const saysItself: ReadonlySet<LivedEncounter['sort']> = new Set(['vaccination', 'nurse', 'review']);

function hospitalNote({ sort, mode, reason, about }: LivedEncounter): string {
  const admission = about.find((each) => each.kind === 'admission')?.of;
  const under = admission === undefined ? '' : ` under ${lower(admission.specialty.text)}`;
  if (sort === 'outpatient')
    return `${mode === 'telephone' ? 'Called' : 'Seen'} by the clinic: ${lower(reason.text)}. Letter to the practice.`;
  if (sort === 'emergency') return `Attended with ${lower(reason.text)}. ${under === '' ? 'Treated and sent home.' : `Admitted${under}.`}`;
  return `Admitted${under}: ${lower(reason.text)}.`;
}

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Within a sentence: not of `X-ray` and `HbA1c`. */
function lower(words: string): string {
  const end = words.indexOf(' ');
  const rest = words.slice(1, end < 0 ? words.length : end);
  const isWord = rest.charAt(0) >= 'a' && rest === rest.toLowerCase();
  return isWord ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

interface Noted {
  /** Sentences, a space before each. */
  found: string;
  done: string;
  /** Lists. */
  measured: string;
  tests: string;
}

/** Of all that was written down. */
function noted(about: readonly WrittenEntry[]): Noted {
  const note: Noted = { found: '', done: '', measured: '', tests: '' };
  for (const each of about) {
    switch (each.kind) {
      case 'condition':
        note.found += diagnosed(each.of);
        break;
      case 'allergy':
        note.found += ' Allergies recorded.';
        break;
      case 'pregnancy':
        note.found += ' Pregnant, booked for antenatal care.';
        break;
      case 'medication':
        note.done += prescribed(each.of);
        break;
      case 'vaccination':
        note.done += ` ${vaccineNamed(each.of.vaccine)?.what.text ?? 'Vaccine'} given, no reaction.`;
        break;
      case 'referral':
        note.done += referred(each.of);
        break;
      case 'report':
        note.tests = listed(note.tests, lower(panelOf(each.of.sort)?.what.text ?? each.of.sort));
        break;
      case 'observation':
        note.measured = listed(note.measured, valueOf(each.of));
        break;
      case 'admission':
        break;
    }
  }
  return note;
}

const listed = (list: string, next: string): string => (next === '' ? list : list === '' ? next : `${list}, ${next}`);

function diagnosed({ illness, severity }: LivedCondition): string {
  const words = severity === undefined ? illness.what.text : `${illness.what.text}, ${severity}`;
  return illness.isLasting ? ` New diagnosis: ${words}.` : ` ${words}.`;
}

const prescribed = ({ course, product, days }: LivedCourse): string =>
  course === 'acute' ? ` ${product.what.text} for ${days} days.` : ` Started ${product.what.text}.`;

const referred = ({ specialty, priority }: LivedReferral): string =>
  ` Referred to ${lower(specialty.text)}, ${priority === 'two-week-wait' ? 'two-week wait' : priority}.`;

/** How clinicians shorten what they measure; what is not here is left to the results. */
const shortened: Readonly<Record<string, readonly [name: string, unit: string]>> = {
  'blood-pressure': ['BP', ''],
  pulse: ['pulse', ''],
  temperature: ['temp', ' °C'],
  'oxygen-saturation': ['sats', ' %'],
  weight: ['weight', ' kg'],
  height: ['height', ' cm'],
  bmi: ['BMI', ''],
  'peak-flow': ['peak flow', ' L/min'],
  'depression-score': ['PHQ-9', ''],
  'anxiety-score': ['GAD-7', ''],
  'asthma-control': ['asthma control', '/25'],
  'head-circumference': ['head', ' cm'],
  'fundal-height': ['fundal height', ' cm'],
  'fetal-heart': ['fetal heart', '/min'],
};

function valueOf({ sort, value, parts }: LivedObservation): string {
  const short = shortened[sort];
  const measured = parts?.join('/') ?? value;
  return short === undefined || measured === undefined ? '' : `${short[0]} ${measured}${short[1]}`;
}

const named = 3;

/** What somebody takes for good, and goes on taking. */
function continued({ courses }: Health, day: Day): string {
  const taken = new Set<string>();
  for (const { course, start, end = Infinity, product } of courses) {
    if (course === 'repeat' && start < day && end > day) taken.add(product.sort);
  }
  if (taken.size === 0) return '';
  return ` Continue ${[...taken].slice(0, named).join(', ')}${taken.size > named ? ' and the rest' : ''}.`;
}

const later = [' Call back if worse.', ' Review as needed.', ' Advice given.', ' Leaflet sent.', ' Happy with the plan.'];

const followUp = ({ life }: Health, { sort, recorded }: LivedEncounter): string =>
  sort === 'review' ? ' Review in a year.' : (later[Math.floor(life.chance(field.consultation + 42, recorded) * later.length)] ?? '');
