/** The services of a hospital that people are sent to, and how long they wait for them. */
import type { CodedText } from '../../../clinical-record.ts';
import { snomed } from '../coded.ts';

/**
 * `weeks` is the median time for which those on the waiting list have waited: Consultant-led Referral to Treatment Waiting Times, England,
 * March 2026, NHS England. Where the statistics do not name a service, that of all services.
 */
const service = (code: string, display: string, text: string, weeks = 11.9) => ({ service: snomed(code, display, text), weeks });

export const specialties = {
  orthopaedics: service('893431000000109', 'Trauma and orthopaedics service', 'Trauma and orthopaedics', 15.3),
  ent: service('310149003', 'Ear, nose and throat service', 'Ear, nose and throat', 15.1),
  gynaecology: service('310061009', 'Gynaecology service', 'Gynaecology', 13.8),
  ophthalmology: service('310160007', 'Ophthalmology service', 'Ophthalmology', 10.4),
  paediatrics: service('310066004', 'Paediatric service', 'Paediatrics', 11.4),
  neurology: service('788005004', 'Neurology service', 'Neurology', 14.4),
  rheumatology: service('3621000175101', 'Rheumatology service', 'Rheumatology', 11.6),
  neurosurgery: service('310159002', 'Neurosurgical service', 'Neurosurgery', 13.6),
  cardiology: service('789718008', 'Cardiology service', 'Cardiology', 11.4),
  urology: service('310167005', 'Urology service', 'Urology', 12.2),
  gastroenterology: service('700433006', 'Gastroenterology service', 'Gastroenterology', 11.5),
  dermatology: service('700241009', 'Dermatology service', 'Dermatology', 12.4),
  generalSurgery: service('310156009', 'General surgical service', 'General surgery', 13.4),
  oralSurgery: service('310145009', 'Oral surgery service', 'Oral surgery', 16.4),
  respiratory: service('816074000', 'Respiratory medicine service', 'Respiratory medicine', 9.8),
  plastics: service('310164003', 'Plastic surgery service', 'Plastic surgery', 15.5),
  elderly: service('700221004', 'Elderly medicine service', 'Elderly medicine', 8.2),
  breast: service('310139001', 'Breast surgery service', 'Breast surgery'),
  colorectal: service('310155008', 'Colorectal surgery service', 'Colorectal surgery'),
  oncology: service('310022001', 'Clinical oncology service', 'Clinical oncology'),
  haematology: service('892761000000102', 'Clinical haematology service', 'Clinical haematology'),
  diabetes: service('963151000000104', 'Diabetic medicine service', 'Diabetic medicine'),
  endocrinology: service('700434000', 'Endocrinology service', 'Endocrinology'),
  nephrology: service('788003006', 'Nephrology service', 'Nephrology'),
  psychiatry: service('310116007', 'Psychiatry service', 'Psychiatry'),
  childPsychiatry: service('310117003', 'Child and adolescent psychiatry service', 'Child and adolescent psychiatry'),
  vascular: service('310168000', 'Vascular surgery service', 'Vascular surgery'),
  pain: service('310071006', 'Pain management service', 'Pain management'),
  emergency: service('310000008', 'Accident and Emergency service', 'Accident and emergency'),
  acuteMedicine: service('931781000000102', 'Acute medicine service', 'Acute medicine'),
  stroke: service('1323881000000102', 'Stroke medicine service', 'Stroke medicine'),
  obstetrics: service('310063007', 'Obstetrics service', 'Obstetrics'),
  midwifery: service('714088003', 'Midwifery service', 'Midwifery'),
  newborn: service('893581000000109', 'Well baby service', 'Well baby'),
} as const;

export type Specialty = keyof typeof specialties;

/** Ages from which services for adults see people, and those for the old. */
const [grown, old] = [16, 65] as const;
/** Children who are known to their own services stay with them for so long. */
const leavesChildren = 18;
const ofChildren: Partial<Record<Specialty, Specialty>> = {
  respiratory: 'paediatrics',
  neurology: 'paediatrics',
  diabetes: 'paediatrics',
  gastroenterology: 'paediatrics',
  cardiology: 'paediatrics',
  rheumatology: 'paediatrics',
  endocrinology: 'paediatrics',
  nephrology: 'paediatrics',
  haematology: 'paediatrics',
  acuteMedicine: 'paediatrics',
  elderly: 'paediatrics',
  psychiatry: 'childPsychiatry',
};

/** The service that looks after people of an age. */
export function serviceAt(specialty: Specialty, age: number): CodedText {
  if (age < grown) return specialties[ofChildren[specialty] ?? specialty].service;
  if (specialty === 'childPsychiatry' && age >= leavesChildren) return specialties.psychiatry.service;
  return specialties[specialty === 'elderly' && age < old ? 'acuteMedicine' : specialty].service;
}
