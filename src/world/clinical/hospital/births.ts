/** Births in hospital: the mother's stay, her scans and clinics before, and the baby's first day. */
import { field } from '../../fields.ts';
import { uncoded } from '../coded.ts';
import type { Health } from '../health.ts';
import { recordsBegan } from '../records-began.ts';
import { workingDay } from '../working-days.ts';
import type { CareBook } from './care-book.ts';
import { operations } from './operations.ts';
import { specialties } from './specialties.ts';

const birth = uncoded('Birth');
const labour = uncoded('Labour and birth');
const miscarriage = uncoded('Miscarriage');
/** Of miscarriages; the others need no operation. */
const operatedMiscarriages = 0.15;
const miscarriagesInHospital = 0.35;

/** Weeks after the last period, and what for. Those with a planned operation, or other cause, are seen more often. */
const scans = [
  [12, uncoded('Dating scan'), 1],
  [20, uncoded('Anomaly scan'), 1],
  [28, uncoded('Growth scan'), 0.6],
  [32, uncoded('Antenatal clinic'), 0.7],
  [34, uncoded('Growth scan'), 0.6],
  [36, uncoded('Antenatal clinic'), 0.75],
  [38, uncoded('Antenatal clinic'), 0.5],
] as const;

export function maternityCare(book: CareBook, { life, pregnancies }: Health): void {
  for (const pregnancy of pregnancies) {
    const { ordinal, lastPeriod, recorded, ends, how, isCaesarean, delivery } = pregnancy;
    const chance = (which: number, n = 0): number => life.chance(field.hospital + which, ordinal * 16 + n + 1);
    if (ends < recordsBegan) {
      if (how === 'birth' && isCaesarean) book.operate(ends, operations.caesarean);
      continue;
    }
    for (const [n, [week, reason, share]] of scans.entries()) {
      const day = workingDay(lastPeriod + week * 7 + Math.floor(chance(40, n) * 7));
      if (chance(41, n) >= share || day >= ends || day < recorded) continue;
      const specialty = specialties[n % 2 === 0 ? 'midwifery' : 'obstetrics'].service;
      const booked = Math.max(recorded, day - 56);
      book.appoint({
        recorded: booked,
        day,
        minutes: 20,
        status: 'fulfilled',
        mode: 'face-to-face',
        reason,
        setting: 'hospital',
        specialty,
      });
    }
    if (how === 'termination' || (how === 'miscarriage' && chance(42) >= miscarriagesInHospital)) continue;
    const isBirth = how === 'birth';
    const isOperated = isBirth ? isCaesarean : chance(43) < operatedMiscarriages;
    const nights = isBirth ? Math.round((isCaesarean ? 1.6 : 0.6) + 2 * chance(44)) : isOperated ? 1 : 0;
    const operation = isBirth ? operations.caesarean : operations.evacuation;
    if (!isBirth) book.attend({ recorded: ends, reason: miscarriage });
    if (!isBirth && !isOperated) continue;
    book.admit({
      recorded: ends,
      admitted: ends,
      discharged: ends + nights,
      method: isBirth ? 'maternity' : 'emergency',
      specialty: specialties[isBirth ? 'obstetrics' : 'gynaecology'].service,
      reason: isBirth ? (delivery ?? labour) : miscarriage,
      pregnancy,
      procedures: [],
      isLast: false,
      ...(isOperated && { operation }),
    });
  }
}

/** Weeks after birth, what for, and of how many. */
const checks = [
  [3, uncoded('Hearing screening'), 0.35],
  [6, uncoded('Ultrasound of hips'), 0.2],
  [10, uncoded('Follow-up after birth'), 0.2],
] as const;

/** The person's own birth. */
export function ownBirth(book: CareBook, { life }: Health): void {
  if (life.arrival !== life.birth || life.birth < recordsBegan) return;
  for (const [n, [week, reason, share]] of checks.entries()) {
    if (life.chance(field.hospital + 46, n + 1) >= share) continue;
    const day = workingDay(life.birth + week * 7 + Math.floor(7 * life.chance(field.hospital + 47, n + 1)));
    book.appoint({
      recorded: life.birth + 1,
      day,
      minutes: 20,
      status: 'fulfilled',
      mode: 'face-to-face',
      reason,
      setting: 'hospital',
      specialty: specialties.paediatrics.service,
    });
  }
  book.admit({
    recorded: life.birth,
    admitted: life.birth,
    discharged: life.birth + 1 + Math.floor(2.2 * life.chance(field.hospital + 45)),
    method: 'maternity',
    specialty: specialties.newborn.service,
    reason: birth,
    procedures: [],
    isLast: false,
  });
}
