/** The abbreviations that vaccinations are searched by, from what they protect against. */
import type { CodedText } from '../../clinical-record.ts';

/** Words that all stand in the names of the diseases, the row of most diseases first; alternatives with a bar. */
const rows: readonly (readonly [sort: string, ...words: readonly string[]])[] = [
  ['6IN1', 'diphtheria', 'tetanus', 'pertussis|whooping', 'polio', 'haemophilus|hib', 'hepatitis b|hepatitis, type b'],
  ['5IN1', 'diphtheria', 'tetanus', 'pertussis|whooping', 'polio', 'haemophilus|hib'],
  ['4IN1', 'diphtheria', 'tetanus', 'pertussis|whooping', 'polio'],
  ['MMRV', 'measles', 'mumps', 'rubella', 'varicella|chickenpox'],
  ['3IN1', 'diphtheria', 'tetanus', 'polio'],
  ['DTP', 'diphtheria', 'tetanus', 'pertussis|whooping'],
  ['MMR', 'measles', 'mumps', 'rubella'],
  ['TD', 'diphtheria', 'tetanus'],
  ['MR', 'measles', 'rubella'],
  ['HIBMENC', 'haemophilus|hib', 'meningo'],
  ['COVID', 'coronavirus|covid'],
  ['RSV', 'respiratory syncytial|rsv'],
  ['HPV', 'papilloma|hpv'],
  ['MENB', 'meningo', 'group b|serogroup b|type b'],
  ['MENC', 'meningo', 'group c'],
  ['MENACWY', 'meningo'],
  ['HIB', 'haemophilus|hib'],
  ['FLU', 'influenza|flu'],
  ['PERTUSSIS', 'pertussis|whooping'],
  ['PNEUMOCOCCAL', 'pneumococc'],
  ['ROTAVIRUS', 'rotavir'],
  ['SHINGLES', 'zoster|shingles'],
  ['HEPA', 'hepatitis a|hepatitis, type a'],
  ['HEPB', 'hepatitis b|hepatitis, type b'],
  ['BCG', 'tubercul|bcg'],
  ['POLIO', 'polio'],
  ['MEASLES', 'measles'],
  ['RUBELLA', 'rubella'],
  ['TYPHOID', 'typhoid'],
  ['YELLOWFEVER', 'yellow fever'],
  ['RABIES', 'rabies'],
];

/** From the diseases where they are told, else from the words of the vaccine. */
export function vaccineSort(diseases: readonly CodedText[], words: readonly string[]): string | undefined {
  const told = diseases.length > 0 ? diseases.map(({ text, coding }) => `${text} ${coding?.display ?? ''}`) : words;
  const text = told.join(' ').toLowerCase();
  return rows.find(([, ...each]) => each.every((word) => word.split('|').some((one) => text.includes(one))))?.[0];
}
