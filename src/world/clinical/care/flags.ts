/** What whoever cares for somebody has to know first. Whose safety is a concern is drawn by chance, and is about nobody. */
import type { CodedText } from '../../../clinical-record.ts';
import { anniversary, type Day, dayOf } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { snomed, uncoded } from '../coded.ts';
import type { Health, LivedCourse, LivedFlag } from '../health.ts';
import type { Life } from '../life.ts';
import { recordsBegan } from '../records-began.ts';
import { workingDay } from '../working-days.ts';
import { adjustments, adjustmentsSince, neededFor } from './adjustments.ts';

export type DraftFlag = Omit<LivedFlag, 'ordinal'>;

const drawn = {
  adjustment: 10,
  adjustmentDay: 11,
  protection: 12, // … 14
  adultAtRisk: 15, // … 16
  isCarer: 17,
  carerDay: 18,
  hasCarer: 19,
  sharing: 20,
  sharingDay: 21,
  donation: 22,
  donationDay: 23,
};

export function flagsOf(health: Health): readonly DraftFlag[] {
  return [
    ...adjustmentFlags(health),
    ...safeguardingFlags(health),
    ...carerFlags(health),
    ...alertFlags(health),
    ...consentFlags(health.life),
  ];
}

const since = dayOf(adjustmentsSince);
const noticedWithin = 700;

function* adjustmentFlags({ life, conditions }: Health): Generator<DraftFlag> {
  const told = new Set<CodedText>();
  for (const { illness, recorded, end } of conditions) {
    for (const [name, percent] of end === undefined ? (neededFor[illness.sort] ?? []) : []) {
      const what: CodedText = adjustments[name];
      const n = illness.sort.length * 100 + name.length;
      if (told.has(what) || 100 * life.chance(field.care + drawn.adjustment, n) >= percent) continue;
      told.add(what);
      const noticed = Math.floor(noticedWithin * life.chance(field.care + drawn.adjustmentDay, n));
      yield {
        category: 'reasonable-adjustment',
        what,
        detail: `Because of ${illness.what.text.toLowerCase()}`,
        recorded: workingDay(Math.max(recorded, since, life.arrival) + noticed),
      };
    }
  }
}

const protectionPlan = snomed('342191000000101', 'Subject to child protection plan', 'Subject to a child protection plan');
const adultAtRisk = uncoded('Adult at risk: safeguarding concern');
/** Of families, one plan in the years that the world tells of: so some four children in a thousand have one at a time, as published. */
const familiesWithPlan = 0.17;
const protectionYears = 31 * 365;
const protectionLasts = [90, 420] as const;
const adulthood = 18;
const adultsAtRisk = 0.02;
const riskFor: ReadonlySet<string> = new Set(['learning-disability', 'dementia', 'frailty']);

function* safeguardingFlags({ life, conditions }: Health): Generator<DraftFlag> {
  if (life.siblingChance(field.care + drawn.protection) < familiesWithPlan) {
    const begins = workingDay(recordsBegan + Math.floor(protectionYears * life.siblingChance(field.care + drawn.protection + 1)));
    const end = begins + protectionLasts[0] + Math.floor(protectionLasts[1] * life.siblingChance(field.care + drawn.protection + 2));
    if (begins >= Math.max(life.birth, life.arrival) && end < anniversary(life.birth, adulthood)) {
      yield {
        category: 'safeguarding',
        what: protectionPlan,
        detail: 'Speak to the named social worker before any change of care',
        recorded: begins,
        end,
      };
    }
  }
  const cause = conditions.find(({ illness, end }) => end === undefined && riskFor.has(illness.sort));
  if (cause === undefined || life.chance(field.care + drawn.adultAtRisk) >= adultsAtRisk) return;
  const begins = workingDay(
    Math.max(cause.recorded, recordsBegan, anniversary(life.birth, adulthood), life.arrival) +
      Math.floor(2_000 * life.chance(field.care + drawn.adultAtRisk + 1)),
  );
  yield { category: 'safeguarding', what: adultAtRisk, recorded: begins, end: begins + 240 };
}

const isCarer = uncoded('Is an unpaid carer');
const hasVoluntaryCarer = snomed('823411000000109', 'Has voluntary carer', 'Has an unpaid carer');
const hasPaidCarer = snomed('818091000000106', 'Has a paid carer');
const caredFor: Readonly<Record<string, number>> = {
  dementia: 0.62,
  frailty: 0.3,
  'learning-disability': 0.3,
  'motor-neurone-disease': 0.7,
  'parkinsons-disease': 0.3,
};
const paidShare = 0.35;
const carersAsAdults = 0.055;
const carerFrom = 38 * 365;
const carerWithin = 35 * 365;

function* carerFlags({ life, conditions }: Health): Generator<DraftFlag> {
  if (life.chance(field.care + drawn.isCarer) < carersAsAdults) {
    const recorded = workingDay(life.birth + carerFrom + Math.floor(carerWithin * life.chance(field.care + drawn.carerDay)));
    if (recorded >= Math.max(recordsBegan, life.arrival))
      yield { category: 'alert', what: isCarer, detail: 'Offer a carer’s assessment and flu vaccination', recorded };
  }
  const chance = life.chance(field.care + drawn.hasCarer);
  const cause = conditions.find(({ illness, end }) => end === undefined && chance < (caredFor[illness.sort] ?? 0));
  if (cause === undefined) return;
  const isPaid = life.chance(field.care + drawn.hasCarer, 1) < paidShare;
  const recorded = workingDay(
    Math.max(cause.recorded, recordsBegan, life.arrival) + Math.floor(noticedWithin * life.chance(field.care + drawn.hasCarer, 2)),
  );
  yield { category: 'alert', what: isPaid ? hasPaidCarer : hasVoluntaryCarer, recorded };
}

const thinners: ReadonlySet<string> = new Set(['apixaban', 'edoxaban', 'rivaroxaban', 'dabigatran', 'warfarin']);
const steroids: ReadonlySet<string> = new Set(['prednisolone']);
const takesThinner = uncoded('Takes an anticoagulant: bleeds easily');
const takesSteroid = uncoded('Carries a steroid card: must not stop suddenly');
const latex = uncoded('Latex allergy');

function* alertFlags({ life, courses, allergies }: Health): Generator<DraftFlag> {
  yield* whileTaken(courses, thinners, takesThinner);
  yield* whileTaken(courses, steroids, takesSteroid);
  const allergy = allergies.find(({ sort }) => sort === 'latex');
  if (allergy !== undefined)
    yield { category: 'alert', what: latex, detail: 'No latex gloves or catheters', recorded: Math.max(allergy.recorded, life.arrival) };
}

/** Between one course and the next of the same sort, people are still taken to be on it. */
const gapAtMost = 60;

function* whileTaken(courses: readonly LivedCourse[], sorts: ReadonlySet<string>, what: CodedText): Generator<DraftFlag> {
  let from: Day | undefined;
  let end: Day | undefined;
  for (const { course, product, recorded, end: stops } of courses) {
    if (course !== 'repeat' || !sorts.has(product.sort)) continue;
    if (from !== undefined && (end === undefined || recorded <= end + gapAtMost)) {
      end = end === undefined || stops === undefined ? undefined : Math.max(end, stops);
      continue;
    }
    if (from !== undefined && end !== undefined) yield { category: 'alert', what, recorded: from, end };
    from = recorded;
    end = stops;
  }
  if (from !== undefined) yield { category: 'alert', what, recorded: from, ...(end !== undefined && { end }) };
}

const sharing = snomed('887031000000108', 'Consent for information sharing', 'Consents to sharing of the record');
const noSharing = uncoded('Does not consent to sharing of the record');
const donor = uncoded('Wishes to be an organ donor');
const noDonor = uncoded('Does not wish to be an organ donor');
const sharingShare = 0.2;
const noSharingShare = 0.012;
const donorShare = 0.16;
const noDonorShare = 0.02;
const consentWithin = 30 * 365;
const ofAge = 16;

/** Of a few of those who are of age, what they said when they were asked. */
function* consentFlags(life: Life): Generator<DraftFlag> {
  const sharingChance = life.chance(field.care + drawn.sharing);
  const donationChance = life.chance(field.care + drawn.donation);
  if (sharingChance >= sharingShare && donationChance >= donorShare) return;
  const begins = Math.max(recordsBegan, life.arrival, anniversary(life.birth, ofAge));
  const day = (of: number): Day => workingDay(begins + Math.floor(consentWithin * life.chance(field.care + of)));
  if (sharingChance < sharingShare) {
    yield { category: 'consent', what: sharingChance < noSharingShare ? noSharing : sharing, recorded: day(drawn.sharingDay) };
  }
  if (donationChance < donorShare) {
    yield { category: 'consent', what: donationChance < noDonorShare ? noDonor : donor, recorded: day(drawn.donationDay) };
  }
}
