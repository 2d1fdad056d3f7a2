/** How somebody gets to a doctor. */
import type { PlannedContact } from './planned-contact.ts';

/** At the practice, by telephone, by message, or at home where they cannot come. */
export function doctorBy(chance: number, age: number, isSeen: boolean): PlannedContact['clinic'] {
  if (age >= 80 && chance < 0.12) return 'home';
  if (isSeen || chance > 0.64) return 'doctor';
  return chance < 0.15 ? 'message' : 'telephone';
}
