/**
 * What is given for a few days, in the form, strength and dose for an age as guidance for England has them (NICE antimicrobial
 * prescribing guidelines). Each names what is to be tried when somebody may not have it.
 */
import { finish, finishMl, ml, mlUpTo, said, taken } from './doses.ts';
import type { TreatmentChoice } from './treatment.ts';

type Remedy = readonly TreatmentChoice[];

const grown: readonly [number, number] = [12, 200];
const adult: readonly [number, number] = [18, 200];

export const remedies = {
  amoxicillin: [
    { of: ['Amoxicillin 125mg/5ml oral suspension sugar free'], ages: [0, 1], days: 5 },
    { of: ['Amoxicillin 250mg/5ml oral suspension sugar free'], ages: [1, 5], days: 5 },
    { of: ['Amoxicillin 250mg/5ml oral suspension sugar free'], ages: [5, 12], days: 5, dose: finishMl(10, 3) },
    { of: ['Amoxicillin 500mg capsules'], ages: grown, days: 5 },
  ],
  coAmoxiclav: [
    { of: ['Co-amoxiclav 125mg/31mg/5ml oral suspension sugar free'], ages: [1, 6], days: 5 },
    { of: ['Co-amoxiclav 500mg/125mg tablets'], ages: grown, days: 7 },
  ],
  penicillin: [
    { of: ['Phenoxymethylpenicillin 125mg/5ml oral solution sugar free'], ages: [0, 1], days: 5, dose: finishMl(2.5, 4) },
    { of: ['Phenoxymethylpenicillin 125mg/5ml oral solution sugar free'], ages: [1, 6], days: 5 },
    { of: ['Phenoxymethylpenicillin 250mg/5ml oral solution sugar free'], ages: [6, 12], days: 5 },
    { of: ['Phenoxymethylpenicillin 250mg tablets'], ages: grown, days: 5 },
  ],
  flucloxacillin: [
    { of: ['Flucloxacillin 125mg/5ml oral solution'], ages: [0, 2], days: 5, dose: finishMl(2.5, 4) },
    { of: ['Flucloxacillin 125mg/5ml oral solution'], ages: [2, 6], days: 5 },
    { of: ['Flucloxacillin 250mg/5ml oral solution'], ages: [6, 12], days: 5 },
    { of: ['Flucloxacillin 500mg capsules'], ages: grown, days: 7 },
  ],
  clarithromycin: [
    { of: ['Clarithromycin 125mg/5ml oral suspension'], ages: [0, 6], days: 5 },
    { of: ['Clarithromycin 250mg/5ml oral suspension'], ages: [6, 12], days: 5 },
    { of: ['Clarithromycin 500mg tablets'], ages: grown, days: 5 },
  ],
  doxycycline: [
    {
      of: ['Doxycycline 100mg capsules'],
      ages: grown,
      days: 5,
      dose: said('Two to be taken on the first day, then one daily until finished', 1.2),
    },
  ],
  nitrofurantoin: [
    { of: ['Nitrofurantoin 100mg modified-release capsules'], ages: grown, sex: 'female', days: 3 },
    { of: ['Nitrofurantoin 100mg modified-release capsules'], ages: grown, sex: 'male', days: 7 },
  ],
  trimethoprim: [
    { of: ['Trimethoprim 50mg/5ml oral suspension sugar free'], ages: [0, 12], days: 3 },
    { of: ['Trimethoprim 200mg tablets'], ages: grown, sex: 'female', days: 3 },
    { of: ['Trimethoprim 200mg tablets'], ages: grown, sex: 'male', days: 7 },
  ],
  cefalexin: [
    { of: ['Cefalexin 125mg/5ml oral suspension sugar free'], ages: [0, 5], days: 3 },
    { of: ['Cefalexin 250mg/5ml oral suspension sugar free'], ages: [5, 12], days: 3 },
    { of: ['Cefalexin 500mg capsules'], ages: grown, days: 7 },
  ],
  metronidazole: [{ of: ['Metronidazole 400mg tablets'], ages: grown, days: 5 }],
  prednisolone: [
    { of: ['Prednisolone 5mg soluble tablets'], ages: [1, 5], days: 3, dose: taken(4) },
    { of: ['Prednisolone 5mg soluble tablets'], ages: [5, 12], days: 3, dose: taken(6) },
    { of: ['Prednisolone 5mg tablets'], ages: grown, days: 5, dose: said('Eight to be taken each morning for five days', 8) },
  ],
  shortPrednisolone: [
    { of: ['Prednisolone 5mg tablets'], ages: adult, days: 5, dose: said('Six to be taken each morning for five days', 6) },
  ],
  dexamethasone: [{ of: ['Dexamethasone 2mg/5ml oral solution sugar free'], ages: [0, 6], days: 1 }],
  salbutamol: [{ of: ['Salbutamol 100micrograms/dose inhaler CFC free'], days: 28 }],
  paracetamol: [
    { of: ['Paracetamol 120mg/5ml oral suspension paediatric sugar free'], ages: [0, 1], days: 7, dose: mlUpTo(2.5, 4) },
    { of: ['Paracetamol 120mg/5ml oral suspension paediatric sugar free'], ages: [1, 6], days: 7 },
    { of: ['Paracetamol 250mg/5ml oral suspension sugar free'], ages: [6, 12], days: 7 },
    { of: ['Paracetamol 500mg tablets'], ages: grown, days: 12 },
  ],
  ibuprofen: [
    { of: ['Ibuprofen 100mg/5ml oral suspension sugar free'], ages: [1, 12], days: 5 },
    { of: ['Ibuprofen 200mg tablets'], ages: [12, 18], days: 7 },
    { of: ['Ibuprofen 400mg tablets'], ages: adult, days: 14 },
  ],
  naproxen: [
    { of: ['Naproxen 500mg tablets'], ages: [18, 65], days: 14 },
    { of: ['Naproxen 250mg tablets'], ages: [65, 80], days: 14 },
  ],
  codeine: [
    { of: ['Codeine 15mg tablets'], ages: [65, 200], days: 7 },
    { of: ['Codeine 30mg tablets'], ages: adult, days: 7 },
  ],
  coCodamol: [
    { of: ['Co-codamol 8mg/500mg tablets'], ages: [65, 200], days: 12 },
    { of: ['Co-codamol 30mg/500mg tablets'], ages: adult, days: 12 },
  ],
  tramadol: [{ of: ['Tramadol 50mg capsules'], ages: adult, days: 14 }],
  morphine: [{ of: ['Morphine 10mg/5ml oral solution'], ages: adult, days: 14 }],
  ibuprofenGel: [{ of: ['Ibuprofen 5% gel'], ages: [14, 200], days: 28 }],
  diazepam: [{ of: ['Diazepam 2mg tablets'], ages: adult, days: 5 }],
  amitriptyline: [{ of: ['Amitriptyline 10mg tablets'], ages: adult, days: 56 }],
  colchicine: [{ of: ['Colchicine 500microgram tablets'], ages: adult, days: 6 }],
  zopiclone: [
    { of: ['Zopiclone 3.75mg tablets'], ages: [65, 200], days: 7 },
    { of: ['Zopiclone 7.5mg tablets'], ages: adult, days: 7 },
  ],
  propranolol: [{ of: ['Propranolol 10mg tablets'], ages: adult, days: 28 }],
  promethazine: [{ of: ['Promethazine hydrochloride 25mg tablets'], ages: adult, days: 14 }],
  omeprazole: [{ of: ['Omeprazole 20mg gastro-resistant capsules'], ages: adult, days: 28 }],
  lansoprazole: [{ of: ['Lansoprazole 30mg gastro-resistant capsules'], ages: adult, days: 28 }],
  alginate: [{ of: ['Peptac liquid peppermint'], ages: grown, days: 25 }],
  infantAlginate: [{ of: ['Gaviscon Infant oral powder sachets'], ages: [0, 2], days: 15 }],
  macrogol: [
    { of: ['Macrogol compound half-strength oral powder sachets sugar free'], ages: [1, 12], days: 30 },
    { of: ['Macrogol compound oral powder sachets sugar free'], ages: grown, days: 15 },
  ],
  lactulose: [
    { of: ['Lactulose 3.1-3.7g/5ml oral solution'], ages: [0, 12], days: 40, dose: ml(5, 2) },
    { of: ['Lactulose 3.1-3.7g/5ml oral solution'], ages: grown, days: 17 },
  ],
  senna: [{ of: ['Senna 7.5mg tablets'], ages: adult, days: 30 }],
  glycerol: [{ of: ['Glycerol 4g suppositories'], ages: adult, days: 30 }],
  rehydration: [{ of: ['Dioralyte oral powder sachets blackcurrant'], ages: [1, 200], days: 5 }],
  loperamide: [{ of: ['Loperamide 2mg capsules'], ages: grown, days: 5 }],
  mebeverine: [{ of: ['Mebeverine 135mg tablets'], ages: adult, days: 28 }],
  hyoscine: [{ of: ['Hyoscine butylbromide 10mg tablets'], ages: grown, days: 14 }],
  cyclizine: [{ of: ['Cyclizine 50mg tablets'], ages: grown, days: 10 }],
  metoclopramide: [{ of: ['Metoclopramide 10mg tablets'], ages: adult, days: 5 }],
  ondansetron: [{ of: ['Ondansetron 4mg tablets'], ages: adult, days: 5 }],
  domperidone: [{ of: ['Domperidone 10mg tablets'], ages: adult, days: 7 }],
  prochlorperazine: [{ of: ['Prochlorperazine 5mg tablets'], ages: adult, days: 9 }],
  betahistine: [{ of: ['Betahistine 16mg tablets'], ages: adult, days: 28 }],
  antihistamine: [
    { of: ['Chlorphenamine 2mg/5ml oral solution'], ages: [1, 2], days: 10 },
    { of: ['Cetirizine 1mg/ml oral solution sugar free'], ages: [2, 6], days: 28, dose: ml(2.5, 2) },
    { of: ['Cetirizine 10mg tablets'], ages: [6, 200], days: 30 },
  ],
  loratadine: [
    { of: ['Loratadine 5mg/5ml oral solution'], ages: [2, 6], days: 28 },
    { of: ['Loratadine 10mg tablets'], ages: [6, 200], days: 30 },
  ],
  fexofenadine: [
    { of: ['Fexofenadine 120mg tablets'], ages: [12, 30], days: 30 },
    { of: ['Fexofenadine 180mg tablets'], ages: grown, days: 30 },
  ],
  chlorphenamine: [
    { of: ['Chlorphenamine 2mg/5ml oral solution'], ages: [1, 6], days: 10 },
    { of: ['Chlorphenamine 4mg tablets'], ages: grown, days: 7 },
  ],
  nasalSteroid: [
    { of: ['Mometasone 50micrograms/dose nasal spray'], ages: [6, 200], days: 60 },
    { of: ['Fluticasone 50micrograms/dose nasal spray'], ages: [4, 200], days: 60 },
  ],
  fluticasoneSpray: [{ of: ['Fluticasone 50micrograms/dose nasal spray'], ages: [4, 200], days: 60 }],
  cromoglicate: [{ of: ['Sodium cromoglicate 2% eye drops'], ages: [4, 200], days: 28 }],
  olopatadine: [{ of: ['Olopatadine 1mg/ml eye drops'], ages: [4, 200], days: 28 }],
  chloramphenicol: [{ of: ['Chloramphenicol 0.5% eye drops'], days: 5 }],
  chloramphenicolOintment: [{ of: ['Chloramphenicol 1% eye ointment'], days: 5 }],
  hypromellose: [{ of: ['Hypromellose 0.3% eye drops'], ages: adult, days: 28 }],
  carmellose: [{ of: ['Carmellose 0.5% eye drops'], ages: adult, days: 28 }],
  earSpray: [
    { of: ['Acetic acid 2% ear spray'], ages: [12, 200], days: 7 },
    { of: ['Betamethasone 0.1% ear/eye/nose drops'], days: 7 },
  ],
  earDrops: [{ of: ['Dexamethasone 0.1% / Neomycin 0.5% / Acetic acid 2% ear spray'], ages: [2, 200], days: 7 }],
  oliveOil: [{ of: ['Olive oil ear drops'], days: 14 }],
  hydrocortisone: [{ of: ['Hydrocortisone 1% cream'], ages: [1, 200], days: 14 }],
  clobetasone: [{ of: ['Clobetasone 0.05% cream'], ages: [2, 200], days: 14 }],
  betamethasone: [
    { of: ['Betamethasone valerate 0.1% cream'], ages: [12, 200], days: 14 },
    { of: ['Clobetasone 0.05% cream'], ages: [2, 200], days: 14 },
  ],
  betamethasoneOintment: [{ of: ['Betamethasone valerate 0.1% ointment'], ages: [12, 200], days: 14 }],
  epimax: [{ of: ['Epimax Original cream'], days: 56 }],
  cetraben: [{ of: ['Cetraben cream'], days: 56 }],
  miconazole: [{ of: ['Miconazole 2% / Hydrocortisone 1% cream'], days: 10 }],
  clotrimazole: [{ of: ['Clotrimazole 1% cream'], days: 21 }],
  terbinafineCream: [{ of: ['Terbinafine 1% cream'], ages: [16, 200], days: 14 }],
  terbinafine: [{ of: ['Terbinafine 250mg tablets'], ages: adult, days: 84 }],
  ketoconazole: [{ of: ['Ketoconazole 2% shampoo'], ages: [12, 200], days: 28 }],
  fusidicAcid: [{ of: ['Fusidic acid 2% cream'], days: 7 }],
  hydrogenPeroxide: [{ of: ['Hydrogen peroxide 1% cream'], days: 5 }],
  silver: [{ of: ['Flamazine 1% cream'], ages: [1, 200], days: 7 }],
  efudix: [{ of: ['Efudix 5% cream'], ages: adult, days: 28 }],
  spacer: [{ of: ['Able Spacer with small mask'], ages: [1, 12], days: 365 }],
  permethrin: [{ of: ['Permethrin 5% cream'], ages: [1, 200], days: 7 }],
  dimeticone: [{ of: ['Dimeticone 4% lotion'], ages: [1, 200], days: 7 }],
  mebendazole: [{ of: ['Mebendazole 100mg chewable tablets'], ages: [2, 200], days: 1 }],
  calamine: [{ of: ['Aqueous calamine cream'], days: 7 }],
  zinc: [{ of: ['Zinc and Castor oil ointment'], ages: [0, 4], days: 28 }],
  nystatin: [{ of: ['Nystatin 100,000units/ml oral suspension'], days: 7 }],
  fluconazole: [{ of: ['Fluconazole 150mg capsules'], ages: [16, 200], days: 1 }],
  clotrimazolePessary: [{ of: ['Clotrimazole 500mg pessaries'], ages: [16, 200], sex: 'female', days: 1 }],
  aciclovir: [{ of: ['Aciclovir 800mg tablets'], ages: grown, days: 7 }],
  valaciclovir: [{ of: ['Valaciclovir 500mg tablets'], ages: adult, days: 7 }],
  aciclovirCream: [{ of: ['Aciclovir 5% cream'], ages: [4, 200], days: 5 }],
  haemorrhoidOintment: [{ of: ['Scheriproct ointment'], ages: adult, days: 7 }],
  tranexamicAcid: [{ of: ['Tranexamic acid 500mg tablets'], ages: grown, sex: 'female', days: 28 }],
  norethisterone: [{ of: ['Norethisterone 5mg tablets'], ages: [16, 200], sex: 'female', days: 10 }],
  morningAfter: [{ of: ['Levonorgestrel 1.5mg tablets'], ages: [14, 50], sex: 'female', days: 1 }],
  ulipristal: [{ of: ['Ulipristal 30mg tablets'], ages: [14, 50], sex: 'female', days: 1 }],
  nicotinePatch: [{ of: ['Nicotine 21mg/24hours transdermal patches'], ages: adult, days: 28 }],
  nicotineGum: [{ of: ['Nicotine 2mg medicated chewing gum sugar free'], ages: adult, days: 28 }],
  folicAcid: [{ of: ['Folic acid 5mg tablets'], ages: adult, days: 84 }],
  ferrousFumarate: [{ of: ['Ferrous fumarate 210mg tablets'], ages: grown, days: 84 }],
  colecalciferol: [{ of: ['Colecalciferol 800unit capsules'], ages: grown, days: 84 }],
  strongColecalciferol: [{ of: ['Colecalciferol 20,000unit capsules'], ages: adult, days: 49 }],
  steroidAndAntibacterialDrops: [
    { of: ['Dexamethasone 0.1% / Neomycin 3,250units/ml / Polymyxin B 6,000units/ml eye drops'], ages: adult, days: 7 },
  ],
  penicillinTenDays: [
    { of: ['Phenoxymethylpenicillin 125mg/5ml oral solution sugar free'], ages: [1, 6], days: 10 },
    { of: ['Phenoxymethylpenicillin 250mg/5ml oral solution sugar free'], ages: [6, 12], days: 10 },
    { of: ['Phenoxymethylpenicillin 250mg tablets'], ages: grown, days: 10 },
  ],
  metronidazoleSevenDays: [{ of: ['Metronidazole 400mg tablets'], ages: grown, days: 7, dose: finish(1, 2) }],
} satisfies Readonly<Record<string, Remedy>>;

export type RemedyName = keyof typeof remedies;
