/** Where the care of a life is written down while it is made: it numbers what happens, and keeps out what cannot be. */
import type { Day } from '../../calendar.ts';
import type { Health, HospitalCare, LivedAdmission, LivedAppointment, LivedAttendance, LivedProcedure, LivedReferral } from '../health.ts';
import type { Life } from '../life.ts';
import type { Intervention } from './operations.ts';

type Unnumbered<T> = Omit<T, 'ordinal'>;

/** Appointments of general practice have the numbers below. */
export const firstOfHospital = 1 << 19;

/** Days that what can wait is put off after a birth. */
const afterBirth = 60;
/** Nobody can be at more clinics. */
const appointmentsADay = 2;

export interface CareBook {
  readonly life: Life;
  /** Each answers with the number that it gave, or undefined where the day lies outside the life. */
  refer(referral: Unnumbered<LivedReferral>): number | undefined;
  appoint(appointment: Unnumbered<LivedAppointment>): void;
  attend(attendance: Unnumbered<LivedAttendance>): void;
  /** Undefined too where they are in hospital already. */
  admit(admission: Unnumbered<LivedAdmission> & { readonly operation?: Intervention }): number | undefined;
  /** Without a stay: what was done before records told of stays. */
  operate(day: Day, operation: Intervention): void;
  canHave(operation: Intervention): boolean;
  /** The day, or one some weeks after the pregnancy that it falls in. */
  afterPregnancy(day: Day): Day;
  /** Whether somebody is in hospital on any of the days. */
  isIn(from: Day, to: Day): boolean;
  care(): HospitalCare;
}

export function careBookOf({ life, pregnancies }: Pick<Health, 'life' | 'pregnancies'>): CareBook {
  const referrals: LivedReferral[] = [];
  const appointments: LivedAppointment[] = [];
  const attendances: LivedAttendance[] = [];
  const admissions: LivedAdmission[] = [];
  const procedures: LivedProcedure[] = [];
  /** Sorts of operations, as often as they were done. */
  const done: string[] = [];
  const isAlive = (day: Day): boolean => day >= life.arrival && day <= life.end;

  const timesDone = ({ sort }: Intervention): number => {
    let times = 0;
    for (const each of done) if (each === sort) times += 1;
    return times;
  };
  const canHave = (operation: Intervention): boolean => operation.atMost === undefined || timesDone(operation) < operation.atMost;
  const isIn = (from: Day, to: Day): boolean => admissions.some(({ admitted, discharged }) => admitted <= to && from <= discharged);

  const nextAfter = (day: Day): Day =>
    admissions.reduce((next, { admitted }) => (admitted > day && admitted < next ? admitted : next), Infinity);

  function perform(day: Day, operation: Intervention, rest: Pick<LivedProcedure, 'reason' | 'admission'> = {}): number {
    const ordinal = procedures.length;
    const { sort, what, hasSides } = operation;
    const side = hasSides ? sideOf(timesDone(operation), life) : undefined;
    procedures.push({
      ordinal,
      recorded: day,
      sort,
      what: side === undefined ? what : { ...what, text: `${what.text} (${side})` },
      ...rest,
    });
    done.push(sort);
    return ordinal;
  }

  return {
    life,
    refer(referral) {
      if (!isAlive(referral.recorded)) return undefined;
      referrals.push({ ...referral, ordinal: referrals.length });
      return referrals.length - 1;
    },
    appoint(appointment) {
      const { day } = appointment;
      const sameDay = appointments.filter((each) => each.day === day).length;
      if (isAlive(day) && isAlive(appointment.recorded) && sameDay < appointmentsADay) {
        appointments.push({ ...appointment, ordinal: firstOfHospital + appointments.length });
      }
    },
    attend(attendance) {
      if (isAlive(attendance.recorded)) attendances.push({ ...attendance, ordinal: attendances.length });
    },
    admit({ operation, ...admission }) {
      const { admitted, reason } = admission;
      // An emergency leaves no later than the day before what comes next.
      const next = admission.method === 'emergency' ? nextAfter(admitted) : Infinity;
      const discharged = Math.max(admitted, Math.min(admission.discharged, life.end, next - 1));
      if (!isAlive(admitted) || isIn(admitted, discharged)) return undefined;
      const ordinal = admissions.length;
      const performed = operation && canHave(operation) ? [perform(admitted, operation, { reason, admission: ordinal })] : [];
      admissions.push({ ...admission, ordinal, discharged, procedures: performed });
      return ordinal;
    },
    operate(day, operation) {
      if (isAlive(day) && canHave(operation)) perform(day, operation);
    },
    canHave,
    afterPregnancy(day) {
      const during = pregnancies.find(({ lastPeriod, ends }) => lastPeriod <= day && day <= ends);
      return during === undefined ? day : during.ends + afterBirth;
    },
    isIn,
    care: () => ({
      referrals: inOrder(referrals),
      appointments: inOrder(appointments.map((each) => kept(each, admissions))),
      attendances: inOrder(attendances),
      admissions: inOrder(admissions),
      procedures: inOrder(procedures),
    }),
  };
}

/** The sides of the first and of the second time. */
const sideOf = (times: number, { birth }: Life): string => ((times + birth) % 2 === 0 ? 'right' : 'left');

/** Nobody comes to a clinic from a bed on a ward, which it need not hear of beforehand. */
function kept(appointment: LivedAppointment, admissions: readonly LivedAdmission[]): LivedAppointment {
  const { day, status } = appointment;
  const isInBed = status === 'fulfilled' && admissions.some(({ admitted, discharged }) => admitted < day && day < discharged);
  return isInBed ? { ...appointment, status: 'missed' } : appointment;
}

const inOrder = <T extends { readonly recorded: Day; readonly ordinal: number }>(entries: readonly T[]): readonly T[] =>
  entries.toSorted((a, b) => a.recorded - b.recorded || a.ordinal - b.ordinal);
