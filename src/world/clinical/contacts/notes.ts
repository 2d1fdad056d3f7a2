/** What a clinician writes in an encounter: what was found, and what is done about it, in a few short sentences. */
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { Health, LivedCourse, LivedEncounter, LivedObservation, WrittenEntry } from '../health.ts';
import { panelOf } from '../investigations/panels.ts';
import { vaccineNamed } from '../vaccinations/tell-vaccinations.ts';

export function noteOf(health: Health, encounter: LivedEncounter): string {
  const { sort, setting, reason } = encounter;
  if (setting === 'hospital') return hospitalNote(encounter);
  const { found, done } = noted(encounter.about);
  const begins = encounter.opening ?? (found.length > 0 ? found.join(' ') : saysItself.has(sort) ? '' : `${reason.text}.`);
  const sentences = [begins, measured(encounter.about), done];
  if (sort === 'review') sentences.push(continued(health, encounter.recorded));
  if (done === '' && encounter.opening === undefined) sentences.push(followUp(health, encounter));
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** Of these the reason is said beside the note. */
const saysItself: ReadonlySet<LivedEncounter['sort']> = new Set(['vaccination', 'nurse', 'review']);

function hospitalNote({ sort, reason, about }: LivedEncounter): string {
  const admission = about.find((each) => each.kind === 'admission')?.of;
  const under = admission === undefined ? '' : ` under ${lower(admission.specialty.text)}`;
  if (sort === 'outpatient') return `Seen in clinic: ${lower(reason.text)}. Letter to the practice.`;
  if (sort === 'emergency') return `Attended with ${lower(reason.text)}. ${under === '' ? 'Treated and sent home.' : `Admitted${under}.`}`;
  return `Admitted${under}: ${lower(reason.text)}.`;
}

/** Within a sentence: not of `X-ray` and `HbA1c`. */
function lower(words: string): string {
  const rest = words.slice(1, words.indexOf(' ') < 0 ? words.length : words.indexOf(' '));
  const isWord = rest.charAt(0) >= 'a' && rest === rest.toLowerCase();
  return isWord ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** What was found and what was done, of what was written down. */
function noted(about: readonly WrittenEntry[]): { readonly found: readonly string[]; readonly done: string } {
  const found: string[] = [];
  const done: string[] = [];
  const tests: string[] = [];
  for (const each of about) {
    switch (each.kind) {
      case 'condition':
        found.push(
          `${each.of.illness.isLasting ? 'New diagnosis: ' : ''}${each.of.illness.what.text}${each.of.severity ? `, ${each.of.severity}` : ''}.`,
        );
        break;
      case 'allergy':
        found.push('Allergies recorded.');
        break;
      case 'pregnancy':
        found.push('Pregnant, booked for antenatal care.');
        break;
      case 'medication':
        done.push(
          each.of.course === 'acute' ? `${each.of.product.what.text} for ${each.of.days} days.` : `Started ${each.of.product.what.text}.`,
        );
        break;
      case 'vaccination':
        done.push(`${vaccineNamed(each.of.vaccine)?.what.text ?? 'Vaccine'} given, no reaction.`);
        break;
      case 'referral':
        done.push(
          `Referred to ${lower(each.of.specialty.text)}, ${each.of.priority === 'two-week-wait' ? 'two-week wait' : each.of.priority}.`,
        );
        break;
      case 'report':
        tests.push(lower(panelOf(each.of.sort)?.what.text ?? each.of.sort));
        break;
      case 'observation':
      case 'admission':
        break;
    }
  }
  if (tests.length > 0) done.push(`Requested: ${tests.join(', ')}.`);
  return { found, done: done.join(' ') };
}

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

function measured(about: readonly WrittenEntry[]): string {
  const values: string[] = [];
  for (const { kind, of } of about) {
    if (kind !== 'observation') continue;
    const [name, unit] = shortened[of.sort] ?? ['', ''];
    const value = valueOf(of);
    if (name !== '' && value !== undefined) values.push(`${name} ${value}${unit}`);
  }
  const [first, ...rest] = values;
  return first === undefined ? '' : `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ')}.`;
}

const valueOf = ({ value, parts }: LivedObservation): string | undefined => parts?.join('/') ?? value?.toString();

/** What somebody takes for good, and goes on taking. */
function continued({ courses }: Health, day: Day): string {
  const taken = courses.filter(({ course, start, end }) => course === 'repeat' && start < day && (end === undefined || end > day));
  const names = [...new Set(taken.map(({ product }: LivedCourse) => product.sort))].slice(0, 3);
  if (names.length === 0) return '';
  return `Continue ${names.join(', ')}${taken.length > names.length ? ' and the rest' : ''}.`;
}

const later = ['Call back if worse.', 'Review as needed.', 'Advice given.', 'Leaflet sent.', 'Happy with the plan.'];

const followUp = ({ life }: Health, { sort, recorded }: LivedEncounter): string =>
  sort === 'review' ? 'Review in a year.' : (later[Math.floor(life.chance(field.consultation + 42, recorded) * later.length)] ?? '');
