/** What is chosen among for one purpose: how often each is begun against the others, as Prescription Cost Analysis 2024/25 leaves them. */
import { only, type TreatmentChoice } from './treatment.ts';

export const statin: readonly TreatmentChoice[] = [
  { of: ['Simvastatin 40mg tablets'], weight: 5, before: 2014, givenUp: [2014, 40] },
  { of: ['Atorvastatin 20mg tablets', 'Atorvastatin 40mg tablets'], weight: 10 },
  { of: ['Rosuvastatin 10mg tablets'], weight: 1 },
];
export const strongStatin: readonly TreatmentChoice[] = [
  { of: ['Simvastatin 40mg tablets'], weight: 4, before: 2012, givenUp: [2014, 30] },
  { of: ['Atorvastatin 80mg tablets'], weight: 5 },
  { of: ['Atorvastatin 40mg tablets', 'Atorvastatin 80mg tablets'], weight: 4 },
  { of: ['Rosuvastatin 10mg tablets'], weight: 1 },
];
export const calciumBlocker: readonly TreatmentChoice[] = [
  { of: ['Amlodipine 5mg tablets', 'Amlodipine 10mg tablets'], weight: 10 },
  { of: ['Lercanidipine 10mg tablets'], weight: 0.8 },
  { of: ['Felodipine 5mg modified-release tablets'], weight: 0.7 },
];
export const renin: readonly TreatmentChoice[] = [
  { of: ['Ramipril 2.5mg capsules', 'Ramipril 5mg capsules', 'Ramipril 10mg capsules'], weight: 7 },
  { of: ['Losartan 50mg tablets', 'Losartan 100mg tablets'], weight: 2.6 },
  { of: ['Candesartan 8mg tablets', 'Candesartan 16mg tablets'], weight: 2 },
  { of: ['Lisinopril 10mg tablets', 'Lisinopril 20mg tablets'], weight: 1.4 },
  { of: ['Perindopril erbumine 4mg tablets'], weight: 0.9 },
];
export const anticoagulant: readonly TreatmentChoice[] = [
  { of: ['Warfarin 3mg tablets'], weight: 8, before: 2015, givenUp: [2014, 11] },
  { of: ['Apixaban 5mg tablets'], weight: 6, since: 2013, ages: [18, 80] },
  { of: ['Apixaban 2.5mg tablets'], weight: 6, since: 2013, ages: [80, 200] },
  { of: ['Edoxaban 60mg tablets'], weight: 2.6, since: 2016, ages: [18, 80] },
  { of: ['Edoxaban 30mg tablets'], weight: 2.6, since: 2016, ages: [80, 200] },
  { of: ['Rivaroxaban 20mg tablets'], weight: 1.8, since: 2012 },
  { of: ['Warfarin 1mg tablets'], weight: 0.3, since: 2015 },
];
export const acidReducer: readonly TreatmentChoice[] = [
  { of: ['Omeprazole 10mg/5ml oral suspension sugar free'], ages: [0, 12] },
  { of: ['Omeprazole 20mg gastro-resistant capsules'], weight: 11, ages: [12, 200] },
  { of: ['Lansoprazole 30mg gastro-resistant capsules'], weight: 7.6, ages: [12, 200] },
  { of: ['Lansoprazole 15mg gastro-resistant capsules'], weight: 3.6, ages: [12, 200] },
  { of: ['Famotidine 20mg tablets'], weight: 1.6, since: 2019, ages: [18, 200] },
  { of: ['Omeprazole 40mg gastro-resistant capsules'], weight: 0.6, ages: [18, 200] },
];
export const emollient: readonly TreatmentChoice[] = [
  { of: ['Cetraben cream'], weight: 3 },
  { of: ['Epimax Original cream'], weight: 3 },
  { of: ['Diprobase ointment'], weight: 1 },
];
export const antihistamine: readonly TreatmentChoice[] = [
  { of: ['Chlorphenamine 2mg/5ml oral solution'], ages: [1, 2] },
  { of: ['Cetirizine 1mg/ml oral solution sugar free'], ages: [2, 6], weight: 3 },
  { of: ['Loratadine 5mg/5ml oral solution'], ages: [2, 6] },
  { of: ['Cetirizine 10mg tablets'], weight: 4, ages: [6, 200] },
  { of: ['Fexofenadine 120mg tablets'], weight: 5, ages: [12, 200] },
  { of: ['Fexofenadine 180mg tablets'], weight: 5, ages: [12, 200] },
  { of: ['Loratadine 10mg tablets'], weight: 2, ages: [6, 200] },
];
export const nasalSteroid: readonly TreatmentChoice[] = [
  { of: ['Mometasone 50micrograms/dose nasal spray'], ages: [4, 200] },
  { of: ['Fluticasone 50micrograms/dose nasal spray'], ages: [4, 200] },
];
export const oneStepPreventer: readonly TreatmentChoice[] = [
  { of: ['Beclometasone 50micrograms/dose inhaler CFC free'], ages: [2, 12] },
  { of: ['Beclometasone 100micrograms/dose inhaler CFC free'], weight: 6, ages: [12, 200] },
  { of: ['Beclometasone 100micrograms/dose / Formoterol 6micrograms/dose inhaler CFC free'], weight: 3, since: 2010, ages: [18, 200] },
  { of: ['Budesonide 200micrograms/dose / Formoterol 6micrograms/dose dry powder inhaler'], weight: 2, ages: [12, 200] },
];
export const twoStepPreventer: readonly TreatmentChoice[] = [
  { of: ['Fluticasone 125micrograms/dose / Salmeterol 25micrograms/dose inhaler CFC free'], ages: [12, 200] },
  { of: ['Beclometasone 100micrograms/dose / Formoterol 6micrograms/dose inhaler CFC free'], weight: 5, since: 2010, ages: [18, 200] },
  { of: ['Budesonide 200micrograms/dose / Formoterol 6micrograms/dose dry powder inhaler'], weight: 2, ages: [12, 200] },
];
export const bloodThinning: readonly TreatmentChoice[] = [
  { of: ['Clopidogrel 75mg tablets'], weight: 3 },
  { of: ['Aspirin 75mg dispersible tablets'] },
];
export const painLadder: readonly TreatmentChoice[] = [
  { of: ['Co-codamol 8mg/500mg tablets', 'Co-codamol 30mg/500mg tablets'], weight: 1.4 },
  { of: ['Co-codamol 30mg/500mg tablets'], weight: 4 },
  { of: ['Codeine 15mg tablets', 'Codeine 30mg tablets'], weight: 1 },
  { of: ['Codeine 30mg tablets'], weight: 1 },
  { of: ['Tramadol 50mg capsules'], weight: 1.1 },
];
export const strongPainRelief: readonly TreatmentChoice[] = [
  { of: ['Morphine 10mg modified-release tablets'], weight: 3 },
  { of: ['Buprenorphine 5micrograms/hour transdermal patches', 'Buprenorphine 10micrograms/hour transdermal patches'], weight: 3 },
  { of: ['Fentanyl 25micrograms/hour transdermal patches'], weight: 1 },
];
export const nsaid: readonly TreatmentChoice[] = [
  { of: ['Naproxen 250mg tablets', 'Naproxen 500mg tablets'], weight: 4 },
  { of: ['Ibuprofen 400mg tablets'], weight: 1 },
  { of: ['Celecoxib 100mg capsules'], weight: 0.5 },
];
export const nervePain: readonly TreatmentChoice[] = [
  { of: ['Amitriptyline 10mg tablets', 'Amitriptyline 25mg tablets'], weight: 6 },
  { of: ['Gabapentin 300mg capsules'], weight: 3 },
  { of: ['Pregabalin 75mg capsules', 'Pregabalin 150mg capsules'], weight: 3 },
  { of: ['Duloxetine 30mg gastro-resistant capsules', 'Duloxetine 60mg gastro-resistant capsules'], weight: 1.6 },
];
export const paracetamol = only('Paracetamol 500mg tablets');
export const laxative: readonly TreatmentChoice[] = [
  { of: ['Macrogol compound half-strength oral powder sachets sugar free'], ages: [2, 12] },
  { of: ['Macrogol compound oral powder sachets sugar free'], weight: 3, ages: [12, 200] },
  { of: ['Lactulose 3.1-3.7g/5ml oral solution'], weight: 1, ages: [12, 200] },
  { of: ['Senna 7.5mg tablets'], weight: 1.2, ages: [18, 200] },
];
export const loop: readonly TreatmentChoice[] = [
  { of: ['Furosemide 20mg tablets', 'Furosemide 40mg tablets'], weight: 3 },
  { of: ['Furosemide 40mg tablets'], weight: 2 },
  { of: ['Bumetanide 1mg tablets'], weight: 1 },
];
export const betaBlocker: readonly TreatmentChoice[] = [
  { of: ['Bisoprolol 1.25mg tablets', 'Bisoprolol 2.5mg tablets', 'Bisoprolol 5mg tablets'], weight: 6 },
  { of: ['Bisoprolol 2.5mg tablets', 'Bisoprolol 5mg tablets'], weight: 4 },
  { of: ['Atenolol 50mg tablets'], weight: 4, before: 2012 },
];
export const iron: readonly TreatmentChoice[] = [
  { of: ['Sodium feredetate 190mg/5ml oral solution sugar free'], ages: [0, 12] },
  { of: ['Ferrous fumarate 210mg tablets'], ages: [12, 200] },
];
export const gliflozin: readonly TreatmentChoice[] = [
  { of: ['Dapagliflozin 10mg tablets'], weight: 3, since: 2013 },
  { of: ['Empagliflozin 10mg tablets', 'Empagliflozin 25mg tablets'], weight: 2, since: 2014 },
];
export const glaucomaDrops: readonly TreatmentChoice[] = [
  { of: ['Latanoprost 50micrograms/ml eye drops'], weight: 6 },
  { of: ['Bimatoprost 100micrograms/ml eye drops'], weight: 1 },
  { of: ['Travoprost 40micrograms/ml eye drops'], weight: 0.7 },
];
export const fromBladder: readonly TreatmentChoice[] = [
  { of: ['Solifenacin 5mg tablets'], weight: 3 },
  { of: ['Mirabegron 50mg modified-release tablets'], weight: 2.5, since: 2013 },
  { of: ['Tolterodine 4mg modified-release capsules'], weight: 1 },
];
export const vitaminD: readonly TreatmentChoice[] = [
  { of: ['Colecalciferol 800unit capsules'], weight: 5, ages: [16, 200] },
  { of: ['Colecalciferol 20,000unit capsules'], weight: 2, ages: [18, 200] },
];

const grown: readonly [number, number] = [18, 200];
export const antidepressant: readonly TreatmentChoice[] = [
  { of: ['Fluoxetine 20mg capsules'], ages: [12, 18] },
  { of: ['Sertraline 50mg tablets', 'Sertraline 100mg tablets'], weight: 6, ages: grown },
  { of: ['Citalopram 10mg tablets', 'Citalopram 20mg tablets'], weight: 2.4, ages: grown },
  { of: ['Citalopram 20mg tablets'], weight: 5, before: 2013, ages: grown },
  { of: ['Fluoxetine 20mg capsules'], weight: 2.4, ages: grown },
  { of: ['Mirtazapine 15mg tablets', 'Mirtazapine 30mg tablets'], weight: 3.2, ages: grown },
  { of: ['Escitalopram 10mg tablets'], weight: 1.6, ages: grown },
  { of: ['Venlafaxine 75mg modified-release capsules', 'Venlafaxine 150mg modified-release capsules'], weight: 1.6, ages: grown },
  { of: ['Duloxetine 60mg gastro-resistant capsules'], weight: 1, ages: grown },
  { of: ['Trazodone 50mg capsules', 'Trazodone 100mg capsules'], weight: 0.6, ages: grown },
];
export const antipsychotic: readonly TreatmentChoice[] = [
  { of: ['Olanzapine 5mg tablets', 'Olanzapine 10mg tablets'], weight: 3, ages: [16, 200] },
  { of: ['Quetiapine 25mg tablets', 'Quetiapine 100mg tablets'], weight: 3, ages: [16, 200] },
  { of: ['Aripiprazole 10mg tablets'], weight: 3, ages: [14, 200] },
  { of: ['Risperidone 2mg tablets'], weight: 2, ages: [12, 200] },
];
export const propranolol: readonly TreatmentChoice[] = [
  { of: ['Propranolol 10mg tablets'], weight: 2, ages: [16, 200] },
  { of: ['Propranolol 40mg tablets'], weight: 3, ages: [16, 200] },
];
