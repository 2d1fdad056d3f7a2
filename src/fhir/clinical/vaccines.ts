/** The abbreviations that vaccinations are searched by, from what they protect against. */
import type { CodedText } from '../../clinical-record.ts';

/** Words that all stand in the names of the diseases, the row of most diseases first; alternatives with a bar. */
const rows: readonly (readonly [sort: string, ...words: readonly string[]])[] = [
  ['6IN1', 'diphtheria', 'tetanus', 'pertussis|whooping', 'polio', 'haemophilus|influenzae type b|hib', 'hepatitis b|hepatitis, type b'],
  ['MMRV', 'measles', 'mumps', 'rubella', 'varicella|chickenpox'],
  ['4IN1', 'diphtheria', 'tetanus', 'pertussis|whooping', 'polio'],
  ['3IN1', 'diphtheria', 'tetanus', 'polio'],
  ['MMR', 'measles', 'mumps', 'rubella'],
  ['HIBMENC', 'haemophilus|influenzae type b|hib', 'meningo'],
  ['COVID', 'coronavirus|covid'],
  ['RSV', 'respiratory syncytial|rsv'],
  ['HPV', 'papilloma|hpv'],
  ['MENB', 'meningo', 'group b|serogroup b|type b'],
  ['MENACWY', 'meningo'],
  ['HIB', 'haemophilus|influenzae type b|hib'],
  ['FLU', 'influenza|flu'],
  ['PERTUSSIS', 'pertussis|whooping'],
  ['PNEUMOCOCCAL', 'pneumococc'],
  ['ROTAVIRUS', 'rotavir'],
  ['SHINGLES', 'zoster|shingles'],
  ['HEPB', 'hepatitis b|hepatitis, type b'],
  ['BCG', 'tubercul|bcg'],
];

/** From the diseases where they are told, else from the words of the vaccine. */
export function vaccineSort(diseases: readonly CodedText[], words: readonly string[]): string | undefined {
  const told = diseases.length > 0 ? diseases.map(({ text, coding }) => `${text} ${coding?.display ?? ''}`) : words;
  const text = told.join(' ').toLowerCase();
  return rows.find(([, ...each]) => each.every((word) => word.split('|').some((one) => text.includes(one))))?.[0];
}
