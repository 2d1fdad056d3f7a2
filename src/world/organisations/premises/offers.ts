/** What premises of a kind do, and what they have for those who come. */
import type { Premises } from '../../../organisation-register.ts';

/** In plain words, as the directories name services. Those before the bar are everywhere; of those after it some are. */
const services: Readonly<Record<Premises['kind'], string>> = {
  'gp-practice':
    'GP Consultation Service, Primary Care Network Enhanced Access Service | Asthma Clinic, Diabetes Clinic, Anticoagulation, Long-Acting Reversible Contraception, Travel Vaccination, Smoking Cessation',
  'gp-branch': 'GP Consultation Service | Asthma Clinic, Diabetes Clinic',
  pharmacy:
    'Essential Services | Blood Pressure Check, Pharmacy First, Contraception Service, New Medicine Service, Seasonal Influenza Vaccination, Smoking Cessation, Needle Exchange',
  dentist: 'General Dental Care | Urgent Dental Care, Orthodontics',
  optician: 'Eye Test | Minor Eye Conditions, Home Eye Test',
  clinic: 'Blood Tests, X-ray, Ultrasound | Echocardiography, Lung Function Tests',
  hospital: 'Outpatients | Urgent Dental Care, Orthodontics, Diabetes Clinic, Child and Adolescent Mental Health, Maternity',
  'urgent-treatment-centre': 'Urgent Treatment, X-ray',
  'vaccination-centre': 'COVID-19 Vaccination, Seasonal Influenza Vaccination',
};

/** A pharmacy that nobody walks into gives what it can by post and telephone. */
const atADistance = 'Essential Services, New Medicine Service';

/** Four in five have what is not everywhere. */
const isAmong = (drawn: number, n: number): boolean => (drawn >>> (n * 3)) % 5 !== 0;

const listed = (text = ''): readonly string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

export function offeredAt(kind: Premises['kind'], sellsAtADistance: boolean, drawn: number): readonly string[] {
  const [everywhere, somewhere] = (sellsAtADistance ? atADistance : services[kind]).split('|');
  return [...listed(everywhere), ...listed(somewhere).filter((_, n) => isAmong(drawn, n))];
}

const facilities: readonly (readonly [group: Premises['facilities'][number]['group'], name: string])[] = [
  ['Accessibility', 'Wheelchair access'],
  ['Accessibility', 'Disabled WC'],
  ['Accessibility', 'Induction loop'],
  ['Accessibility', 'Step-free access'],
  ['Accessibility', 'Signing service'],
  ['Accessibility', 'Braille translation service'],
  ['Accessibility', 'Text relay'],
  ['Parking', 'Car parking'],
  ['Parking', 'Cycle parking'],
  ['Parking', 'Disabled parking'],
];

export const facilitiesOf = (drawn: number): Premises['facilities'] =>
  facilities.map(([group, name], n) => ({ name, group, has: isAmong(drawn, n) && n !== 5 }));
