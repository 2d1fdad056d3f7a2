/** Pharmaceutical forms: how they are counted, and by which way they are taken. */
import type { CodedText } from '../../../clinical-record.ts';
import { snomed } from '../coded.ts';
import type { dosesByForm } from './products.ts';

export type FormName = keyof typeof dosesByForm;

export interface DoseForm {
  readonly name: string;
  readonly unit: string;
  readonly route?: CodedText;
}

const oral = snomed('26643006', 'Oral');
const inhaled = snomed('18679011000001101', 'Inhalation');
const topical = snomed('6064005', 'Topical');
const eye = snomed('54485002', 'Ophthalmic route', 'Ophthalmic');
const nasal = snomed('46713006', 'Nasal');
const ear = snomed('10547007', 'Otic', 'Ear');
const under = snomed('34206005', 'Subcutaneous route', 'Subcutaneous');
const muscle = snomed('78421000', 'Intramuscular route (qualifier value)', 'Intramuscular');
const vaginal = snomed('16857009', 'Vaginal');
const rectal = snomed('37161004', 'Rectal');

const one = (name: string, unit: string, route?: CodedText): DoseForm => ({ name, unit, ...(route && { route }) });

export const forms: Readonly<Record<FormName, DoseForm>> = {
  tablet: one('Tablet', 'tablet', oral),
  'dispersible tablet': one('Dispersible tablet', 'tablet', oral),
  'soluble tablet': one('Soluble tablet', 'tablet', oral),
  'chewable tablet': one('Chewable tablet', 'tablet', oral),
  'gastro-resistant tablet': one('Gastro-resistant tablet', 'tablet', oral),
  'modified-release tablet': one('Modified-release tablet', 'tablet', oral),
  'medicated chewing-gum': one('Medicated chewing-gum', 'piece', oral),
  capsule: one('Capsule', 'capsule', oral),
  'gastro-resistant capsule': one('Gastro-resistant capsule', 'capsule', oral),
  'modified-release capsule': one('Modified-release capsule', 'capsule', oral),
  'oral solution': one('Oral solution', 'ml', oral),
  'oral suspension': one('Oral suspension', 'ml', oral),
  'oral liquid': one('Oral liquid', 'ml', oral),
  'powder for oral solution': one('Powder for oral solution', 'sachet', oral),
  inhaler: one('Pressurised inhalation', 'dose', inhaled),
  'inhalation powder': one('Inhalation powder', 'dose', inhaled),
  cream: one('Cream', 'gram', topical),
  ointment: one('Ointment', 'gram', topical),
  gel: one('Gel', 'gram', topical),
  shampoo: one('Shampoo', 'ml', topical),
  'cutaneous solution': one('Cutaneous solution', 'ml', topical),
  'ear spray solution': one('Ear spray', 'ml', ear),
  'ear drops': one('Ear drops', 'ml', ear),
  'ear/eye/nose drops solution': one('Ear/eye/nose drops solution', 'ml', ear),
  'eye drops': one('Eye drops', 'ml', eye),
  'eye ointment': one('Eye ointment', 'gram', eye),
  'nasal spray suspension': one('Nasal spray suspension', 'dose', nasal),
  'transdermal patch': one('Transdermal patch', 'patch', snomed('45890007', 'Transdermal')),
  'solution for injection': one('Solution for injection', 'device', under),
  'suspension for injection': one('Suspension for injection', 'device', under),
  implant: one('Implant', 'implant', under),
  pessary: one('Pessary', 'pessary', vaginal),
  'vaginal delivery system': one('Vaginal delivery system', 'device', snomed('62226000', 'Intrauterine')),
  suppository: one('Suppository', 'suppository', rectal),
  'rectal ointment': one('Rectal ointment', 'gram', rectal),
  'sublingual spray': one('Sublingual spray', 'dose', snomed('37839007', 'Sublingual')),
  sensor: one('Device', 'kit'),
  'test strip': one('Device', 'strip'),
  device: one('Device', 'device'),
};

/** Injections that go elsewhere than most of their form. */
export const muscular: readonly string[] = ['hydroxocobalamin', 'medroxyprogesterone', 'adrenaline'];
export const intramuscular = muscle;
