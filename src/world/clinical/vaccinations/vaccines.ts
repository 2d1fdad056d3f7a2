/**
 * The vaccines. They are searched for by the abbreviations that immunisation APIs of the NHS print, and by others in their style for those
 * that none of them tells of.
 */
import type { CodedText } from '../../../clinical-record.ts';
import { snomed, uncoded } from '../coded.ts';

export interface Vaccine {
  readonly sort: string;
  /** The vaccination, with the code of giving it. */
  readonly what: CodedText;
  readonly diseases: readonly CodedText[];
  /** Where each dose has a code of its own. */
  readonly doses?: readonly CodedText[];
  readonly declined?: CodedText;
  readonly product?: CodedText;
  readonly maker?: string;
  /** Into the upper arm, and the thigh of a baby, where nothing else is said. */
  readonly route?: 'mouth' | 'nose' | 'skin' | 'under-skin';
}

const diphtheria = uncoded('Diphtheria');
const tetanus = uncoded('Tetanus');
const pertussis = uncoded('Pertussis');
const polio = uncoded('Poliomyelitis');
const hib = uncoded('Haemophilus influenzae type b infection');
const hepatitisB = uncoded('Hepatitis B');
const tuberculosis = uncoded('Tuberculosis');
const measles = snomed('14189004', 'Measles');
const mumps = snomed('36989005', 'Mumps');
const rubella = snomed('36653000', 'Rubella');
const chickenpox = uncoded('Chickenpox');
const meningococcus = uncoded('Meningococcal disease');
const meningococcusB = uncoded('Meningococcal group B disease');
const pneumococcus = uncoded('Pneumococcal infection');
const influenza = snomed('6142004', 'Influenza');
const covid = snomed('840539006', 'Disease caused by severe acute respiratory syndrome coronavirus 2', 'COVID-19');
const rsv = snomed('55735004', 'Respiratory syncytial virus infection (disorder)', 'Respiratory syncytial virus infection');
const flu = {
  sort: 'FLU',
  diseases: [influenza],
  declined: snomed('822931000000100', 'Seasonal influenza vaccination declined'),
};
const ofCovid = {
  sort: 'COVID',
  what: snomed('1240491000000103', 'Severe acute respiratory syndrome coronavirus 2 vaccination (procedure)', 'COVID-19 vaccination'),
  diseases: [covid],
  doses: [
    snomed(
      '1324681000000101',
      'Administration of first dose of severe acute respiratory syndrome coronavirus 2 vaccine (procedure)',
      'COVID-19 vaccination, first dose',
    ),
    snomed(
      '1324691000000104',
      'Administration of second dose of SARS-CoV-2 (severe acute respiratory syndrome coronavirus 2) vaccine',
      'COVID-19 vaccination, second dose',
    ),
  ],
  declined: snomed('1240651000000109', 'SARS-CoV-2 (severe acute respiratory syndrome coronavirus 2) vaccination declined'),
};
const pneumococcal = {
  sort: 'PNEUMOCOCCAL',
  diseases: [pneumococcus],
  declined: snomed('401086001', 'Pneumococcal vaccination declined'),
};
const conjugateDoses = [
  snomed('247631000000101', 'First pneumococcal conjugated vaccination'),
  snomed('247641000000105', 'Second pneumococcal conjugated vaccination'),
  snomed('247651000000108', 'Third pneumococcal conjugated vaccination'),
];

export const vaccines = {
  dtp: {
    sort: 'DTP',
    what: snomed(
      '399014008',
      'Administration of diphtheria, pertussis, and tetanus vaccine',
      'Diphtheria, tetanus and pertussis vaccination',
    ),
    diseases: [diphtheria, tetanus, pertussis],
    doses: [
      snomed('866158005', 'Administration of first dose of diphtheria, pertussis, and tetanus vaccine'),
      snomed('866159002', 'Administration of second dose of diphtheria, pertussis, and tetanus vaccine'),
      snomed('866226006', 'Administration of third dose of diphtheria, pertussis, and tetanus vaccine'),
    ],
  },
  dt: {
    sort: 'DT',
    what: snomed('73152006', 'Administration of diphtheria and tetanus vaccine', 'Diphtheria and tetanus vaccination'),
    diseases: [diphtheria, tetanus],
    doses: [
      snomed('866185003', 'Administration of first dose of diphtheria and tetanus vaccine'),
      snomed('866184004', 'Administration of second dose of diphtheria and tetanus vaccine'),
      snomed('870668008', 'Administration of third dose of diphtheria and tetanus vaccine'),
    ],
  },
  'dtp-hib': {
    sort: 'DTP',
    what: uncoded('Diphtheria, tetanus, pertussis and Haemophilus influenzae type b vaccination'),
    diseases: [diphtheria, tetanus, pertussis, hib],
    doses: [
      snomed('170428009', '1st HiB and DTP vaccine given'),
      snomed('170429001', '2nd HiB and DTP vaccine given'),
      snomed('170430006', '3rd HiB and DTP vaccine given'),
    ],
  },
  polio: {
    sort: 'POLIO',
    what: snomed('72093006', 'Administration of poliomyelitis vaccine', 'Polio vaccination'),
    diseases: [polio],
    doses: [
      snomed('170353008', 'Administration of first dose of poliomyelitis vaccine'),
      snomed('170354002', 'Administration of second dose of poliomyelitis vaccine'),
      snomed('170355001', 'Administration of third dose of poliomyelitis vaccine'),
      snomed('170356000', 'Administration of booster dose of poliomyelitis vaccine'),
    ],
    route: 'mouth',
  },
  hib: {
    sort: 'HIB',
    what: snomed('127787002', 'Administration of Haemophilus influenzae type B vaccine', 'Haemophilus influenzae type b vaccination'),
    diseases: [hib],
    doses: [
      snomed('170343007', 'Administration of first dose of Haemophilus influenzae type B vaccine'),
      snomed('170344001', 'Administration of second dose of Haemophilus influenzae type B vaccine'),
      snomed('170345000', 'Administration of third dose of Haemophilus influenzae type B vaccine'),
    ],
  },
  '5-in-1': {
    sort: '5IN1',
    what: snomed(
      '414001002',
      'Administration of diphtheria and Haemophilus influenza B and five component acellular pertussis and inactivated poliomyelitis and tetanus vaccine',
      '5-in-1 vaccination',
    ),
    diseases: [diphtheria, tetanus, pertussis, polio, hib],
    doses: [
      snomed(
        '414259000',
        'Administration of first dose of diphtheria and Haemophilus influenza B and five component acellular pertussis and inactivated poliomyelitis and tetanus vaccine',
      ),
      snomed(
        '415507003',
        'Administration of second dose of diphtheria and Haemophilus influenza B and five component acellular pertussis and inactivated poliomyelitis and tetanus vaccine',
      ),
      snomed(
        '415712004',
        'Administration of third dose of diphtheria and Haemophilus influenza B and five component acellular pertussis and inactivated poliomyelitis and tetanus vaccine',
      ),
    ],
  },
  '6-in-1': {
    sort: '6IN1',
    what: snomed(
      '1082431000000104',
      'Diphtheria, tetanus and acellular pertussis, inactivated polio, Haemophilus influenzae type b and hepatitis B vaccination',
      '6-in-1 vaccination',
    ),
    diseases: [diphtheria, tetanus, pertussis, polio, hib, hepatitisB],
    doses: [
      snomed(
        '1082441000000108',
        'First diphtheria, tetanus and acellular pertussis, inactivated polio, Haemophilus influenzae type b and hepatitis B vaccination',
      ),
      snomed(
        '1082451000000106',
        'Second diphtheria, tetanus and acellular pertussis, inactivated polio, Haemophilus influenzae type b and hepatitis B vaccination',
      ),
      snomed(
        '1082461000000109',
        'Third diphtheria, tetanus and acellular pertussis, inactivated polio, Haemophilus influenzae type b and hepatitis B vaccination',
      ),
    ],
    declined: snomed(
      '1082521000000100',
      'Diphtheria, tetanus and acellular pertussis, inactivated polio, Haemophilus influenzae type b and hepatitis B vaccination declined',
    ),
  },
  '4-in-1': {
    sort: '4IN1',
    what: snomed(
      '390865008',
      'Administration of booster dose of diphtheria and acellular pertussis and poliomyelitis and tetanus vaccine',
      '4-in-1 pre-school booster vaccination',
    ),
    diseases: [diphtheria, tetanus, pertussis, polio],
    declined: snomed('511531000000109', 'Diphtheria, tetanus, acellular pertussis, inactivated polio vaccination declined'),
  },
  'pre-school-dt': {
    sort: 'DT',
    what: snomed('870669000', 'Preschool administration of diphtheria and tetanus vaccine', 'Pre-school diphtheria and tetanus booster'),
    diseases: [diphtheria, tetanus],
  },
  '3-in-1': {
    sort: '3IN1',
    what: snomed(
      '414619005',
      'Administration of low dose diphtheria and inactivated poliomyelitis and tetanus vaccine',
      '3-in-1 teenage booster vaccination',
    ),
    diseases: [polio, diphtheria, tetanus],
  },
  td: {
    sort: 'TD',
    what: snomed(
      '395181003',
      'Administration of booster dose of low dose diphtheria and tetanus vaccine',
      'School-leaving diphtheria and tetanus booster',
    ),
    diseases: [diphtheria, tetanus],
  },
  bcg: {
    sort: 'BCG',
    what: snomed('42284007', 'BCG vaccination'),
    diseases: [tuberculosis],
    route: 'skin',
  },
  measles: {
    sort: 'MEASLES',
    what: snomed('47435007', 'Administration of measles vaccine', 'Measles vaccination'),
    diseases: [measles],
  },
  mr: {
    sort: 'MR',
    what: snomed('1091001000000108', 'Combined measles and rubella vaccination', 'Measles and rubella vaccination'),
    diseases: [measles, rubella],
  },
  rubella: {
    sort: 'RUBELLA',
    what: snomed('82314000', 'Administration of rubella vaccine', 'Rubella vaccination'),
    diseases: [rubella],
  },
  mmr: {
    sort: 'MMR',
    what: snomed('38598009', 'Administration of measles and mumps and rubella vaccine', 'Measles, mumps and rubella (MMR) vaccination'),
    diseases: [measles, mumps, rubella],
    doses: [
      snomed('308081000000105', 'Measles mumps and rubella vaccination - first dose'),
      snomed('170433008', 'Administration of second dose of measles and mumps and rubella vaccine'),
    ],
    declined: snomed('171280006', 'No consent for MMR'),
  },
  mmrv: {
    sort: 'MMRV',
    what: snomed(
      '432636005',
      'Administration of measles and mumps and rubella and varicella virus vaccine',
      'Measles, mumps, rubella and chickenpox (MMRV) vaccination',
    ),
    diseases: [measles, mumps, rubella, chickenpox],
    doses: [
      snomed('871909005', 'Administration of first dose of measles and mumps and rubella and varicella virus vaccine'),
      snomed('433733003', 'Administration of second dose of measles and mumps and rubella and varicella virus vaccine'),
    ],
  },
  'men-c': {
    sort: 'MENC',
    what: snomed('719596001', 'Administration of meningitis C vaccine', 'Meningitis C vaccination'),
    diseases: [meningococcus],
    doses: [
      snomed('314414007', 'Administration of first dose of meningitis C vaccine'),
      snomed('314415008', 'Administration of second dose of meningitis C vaccine'),
      snomed('314416009', 'Administration of third dose of meningitis C vaccine'),
    ],
    declined: snomed('395703005', 'Meningitis C immunisation declined'),
  },
  'hib-men-c': {
    sort: 'HIBMENC',
    what: snomed('428975001', 'Administration of Haemophilus influenzae type B and meningitis C vaccine', 'Hib/MenC vaccination'),
    diseases: [hib, meningococcus],
    declined: snomed('299161000000100', 'Haemophilus influenzae type B and meningitis C vaccination declined'),
  },
  'men-acwy': {
    sort: 'MENACWY',
    what: snomed('871874000', 'Administration of meningitis A, C, W135 and Y vaccine', 'MenACWY vaccination'),
    diseases: [meningococcus],
    declined: snomed('957791000000106', 'Meningitis ACW & Y vaccination declined'),
  },
  'men-b': {
    sort: 'MENB',
    what: snomed('720537002', 'Administration of meningitis B vaccine', 'MenB vaccination'),
    diseases: [meningococcusB],
    doses: [
      snomed('720539004', 'Administration of first dose of meningitis B vaccine'),
      snomed('720540002', 'Administration of second dose of meningitis B vaccine'),
      snomed('720544006', 'Administration of booster dose of meningitis B vaccine'),
    ],
    declined: snomed('720548009', 'Meningitis B vaccination declined'),
  },
  rotavirus: {
    sort: 'ROTAVIRUS',
    what: snomed('415354003', 'Administration of rotavirus vaccine', 'Rotavirus vaccination'),
    diseases: [uncoded('Rotavirus infection')],
    doses: [snomed('868631000000102', 'First rotavirus vaccination'), snomed('868651000000109', 'Second rotavirus vaccination')],
    declined: snomed('868711000000104', 'Rotavirus vaccination declined'),
    route: 'mouth',
  },
  'pneumococcal-7': {
    ...pneumococcal,
    what: snomed('1119368005', 'Administration of pneumococcal 7-valent conjugate vaccine', 'Pneumococcal conjugate (PCV7) vaccination'),
    doses: conjugateDoses,
  },
  'pneumococcal-13': {
    ...pneumococcal,
    what: snomed('1119366009', 'Administration of pneumococcal 13-valent conjugate vaccine', 'Pneumococcal conjugate (PCV13) vaccination'),
    doses: conjugateDoses,
  },
  'pneumococcal-23': {
    ...pneumococcal,
    what: snomed('12866006', 'Administration of pneumococcal vaccine', 'Pneumococcal polysaccharide (PPV23) vaccination'),
    doses: [snomed('77891000119100', 'Pneumococcal 23-valent polysaccharide vaccination given')],
  },
  hpv: {
    sort: 'HPV',
    what: snomed('761841000', 'Administration of human papilloma virus vaccine', 'Human papillomavirus (HPV) vaccination'),
    diseases: [snomed('240532009', 'Human papillomavirus infection')],
    doses: [
      snomed('428741008', 'Administration of first dose of human papilloma virus vaccine'),
      snomed('429396009', 'Administration of second dose of human papilloma virus vaccine'),
      snomed('428931000', 'Administration of third dose of human papilloma virus vaccine'),
    ],
    declined: snomed('375821000000103', 'No consent for human papillomavirus vaccination'),
  },
  influenza: {
    ...flu,
    what: snomed('822851000000102', 'Seasonal influenza vaccination (procedure)', 'Flu vaccination'),
    product: snomed(
      '39566211000001103',
      'Supemtek Quadrivalent vaccine (recombinant) solution for injection 0.5ml pre-filled syringes (Sanofi) (product)',
    ),
    maker: 'Sanofi',
  },
  'influenza-inactivated': {
    ...flu,
    what: snomed('822851000000102', 'Seasonal influenza vaccination (procedure)', 'Flu vaccination'),
    product: uncoded('Influenza vaccine (inactivated) suspension for injection 0.5ml pre-filled syringes'),
  },
  'influenza-adjuvanted': {
    ...flu,
    what: snomed('822851000000102', 'Seasonal influenza vaccination (procedure)', 'Flu vaccination'),
    product: snomed('37514811000001102', 'Fluad vaccine suspension for injection 0.5ml pre-filled syringes'),
  },
  'influenza-nasal': {
    ...flu,
    what: snomed('787016008', 'Administration of influenza vaccine via nasal route', 'Nasal flu vaccination'),
    product: uncoded('Influenza vaccine (live attenuated) nasal spray suspension 0.2ml unit dose'),
    route: 'nose',
  },
  'covid-vector': {
    ...ofCovid,
    product: snomed(
      '39114911000001105',
      'COVID-19 Vaccine Vaxzevria (ChAdOx1 S [recombinant]) not less than 2.5x100,000,000 infectious units/0.5ml dose suspension for injection multidose vials (AstraZeneca UK Ltd) (product)',
    ),
    maker: 'AstraZeneca Ltd',
  },
  'covid-mrna': { ...ofCovid, product: uncoded('COVID-19 mRNA vaccine 30micrograms/0.3ml dose dispersion for injection multidose vials') },
  'covid-mrna-100': {
    ...ofCovid,
    product: snomed(
      '39326911000001101',
      'COVID-19 mRNA (nucleoside modified) Vaccine Moderna 0.1mg/0.5mL dose dispersion for injection multidose vials (Moderna, Inc)',
    ),
    maker: 'Moderna, Inc',
  },
  'covid-abroad': ofCovid,
  'shingles-live': {
    sort: 'SHINGLES',
    what: snomed('722215002', 'Administration of Varicella-zoster vaccine for shingles', 'Shingles vaccination'),
    diseases: [uncoded('Shingles')],
    declined: snomed('868601000000108', 'No consent for herpes zoster vaccination'),
    route: 'under-skin',
  },
  shingles: {
    sort: 'SHINGLES',
    what: snomed('722215002', 'Administration of Varicella-zoster vaccine for shingles', 'Shingles vaccination'),
    diseases: [uncoded('Shingles')],
    doses: [
      snomed('1326101000000105', 'Administration of first dose of Varicella-zoster vaccine for shingles'),
      snomed('1326111000000107', 'Administration of second dose of Varicella-zoster vaccine for shingles'),
    ],
    declined: snomed('868601000000108', 'No consent for herpes zoster vaccination'),
  },
  rsv: {
    sort: 'RSV',
    what: snomed(
      '1303503001',
      'Administration of RSV (respiratory syncytial virus) vaccine',
      'Respiratory syncytial virus (RSV) vaccination',
    ),
    diseases: [rsv],
    product: snomed('42605811000001109', 'Abrysvo vaccine powder and solvent for solution for injection 0.5ml vials (Pfizer Ltd)'),
    maker: 'Pfizer Ltd',
  },
  pertussis: {
    sort: 'PERTUSSIS',
    what: snomed('956951000000104', 'Pertussis vaccination in pregnancy', 'Whooping cough vaccination in pregnancy'),
    diseases: [pertussis],
    declined: snomed('866641000000105', 'Pertussis vaccination in pregnancy declined'),
  },
  'hepatitis-a': {
    sort: 'HEPA',
    what: snomed('243789007', 'Administration of hepatitis A vaccine', 'Hepatitis A vaccination'),
    diseases: [snomed('40468003', 'Viral hepatitis, type A', 'Hepatitis A')],
    doses: [
      snomed('170378007', 'First hepatitis A vaccination'),
      snomed('170379004', 'Administration of second dose of hepatitis A vaccine'),
    ],
  },
  'hepatitis-b': {
    sort: 'HEPB',
    what: snomed('16584000', 'Administration of hepatitis B vaccine', 'Hepatitis B vaccination'),
    diseases: [hepatitisB],
    doses: [
      snomed('170370000', 'Administration of first dose of hepatitis B vaccine'),
      snomed('170371001', 'Administration of second dose of hepatitis B vaccine'),
      snomed('170372008', 'Administration of third dose of hepatitis B vaccine'),
    ],
  },
  typhoid: {
    sort: 'TYPHOID',
    what: snomed('15483003', 'Administration of typhoid vaccine', 'Typhoid vaccination'),
    diseases: [uncoded('Typhoid fever')],
  },
  'yellow-fever': {
    sort: 'YELLOWFEVER',
    what: snomed('67308009', 'Administration of yellow fever vaccine', 'Yellow fever vaccination'),
    diseases: [uncoded('Yellow fever')],
    route: 'under-skin',
  },
  rabies: {
    sort: 'RABIES',
    what: snomed('34631000', 'Administration of rabies vaccine', 'Rabies vaccination'),
    diseases: [uncoded('Rabies')],
    doses: [
      snomed('170365007', 'Administration of first dose of rabies vaccine'),
      snomed('170366008', 'Administration of second dose of rabies vaccine'),
      snomed('170367004', 'Administration of third dose of rabies vaccine'),
    ],
  },
} as const satisfies Readonly<Record<string, Vaccine>>;

export type VaccineName = keyof typeof vaccines;
