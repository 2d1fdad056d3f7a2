/** Which kind of entry a plain document means by the names in it: `/patients/{nhsNumber}/vaccinations`, `currentMedications`. */
import type { EntryKind } from '../../clinical-record.ts';
import { wordsOf } from '../../meaning/words.ts';

/** The last word of a name, in the singular. `reports`, `documents` and the like are of a record only where a patient is asked for. */
const kinds: Readonly<Record<string, EntryKind>> = {
  vaccination: 'vaccination',
  immunisation: 'vaccination',
  immunization: 'vaccination',
  vaccine: 'vaccination',
  jab: 'vaccination',
  condition: 'condition',
  problem: 'condition',
  diagnosis: 'condition',
  illness: 'condition',
  comorbidity: 'condition',
  medication: 'medication',
  medicine: 'medication',
  drug: 'medication',
  repeat: 'medication',
  prescription: 'issue',
  allergy: 'allergy',
  intolerance: 'allergy',
  observation: 'observation',
  measurement: 'observation',
  vital: 'observation',
  reading: 'observation',
  result: 'observation',
  report: 'report',
  investigation: 'report',
  procedure: 'procedure',
  operation: 'procedure',
  encounter: 'encounter',
  consultation: 'encounter',
  contact: 'encounter',
  visit: 'encounter',
  referral: 'referral',
  appointment: 'appointment',
  booking: 'appointment',
  admission: 'admission',
  stay: 'admission',
  document: 'document',
  letter: 'document',
  attachment: 'document',
  pregnancy: 'pregnancy',
  plan: 'care-plan',
  flag: 'flag',
  alert: 'flag',
  adjustment: 'flag',
};

/** `allergies` → `allergy`, `diagnoses` → `diagnosis`, `illnesses` → `illness`. */
function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('oses')) return `${word.slice(0, -2)}is`;
  if (word.endsWith('sses')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('is') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

export function kindNamed(name: string): EntryKind | undefined {
  const words = wordsOf(name);
  const last = singular(words.at(-1) ?? '');
  // `prescription-requests` are not prescriptions, `labResults` are results, and `carePlan` is one of care.
  return Object.hasOwn(kinds, last) ? kinds[last] : undefined;
}
