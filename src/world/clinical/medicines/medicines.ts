/** Each form and strength of a medicine, from the tables: what it is called, how it is taken, what it is like. */
import type { Product } from '../health.ts';
import { snomed, uncoded } from '../coded.ts';
import { type MedicineClass, classesOf, slotOf } from './classes.ts';
import type { Dose } from './doses.ts';
import { type FormName, forms, intramuscular, muscular } from './forms.ts';
import { printedCodes } from './printed-codes.ts';
import { dosesByForm } from './products.ts';

/** In the words of dm+d. */
export type ProductName = { [Name in FormName]: keyof (typeof dosesByForm)[Name] }[FormName];

export interface Medicine extends Product {
  readonly dose: Dose;
  /** Nobody takes two of one slot at a time. */
  readonly slot: string;
  readonly classes: readonly MedicineClass[];
}

/** Where the words before the strength do not name the medicine. */
const otherwise: Readonly<Partial<Record<ProductName, string>>> = {
  'Able Spacer with small mask': 'spacer',
  'Acetic acid 2% ear spray': 'acetic acid ear spray',
  'Adapalene 0.1% / Benzoyl peroxide 2.5% gel': 'adapalene with benzoyl peroxide',
  'Adrenaline (base) 150micrograms/0.15ml (1 in 1,000) solution for injection pre-filled disposable devices': 'adrenaline',
  'Adrenaline (base) 300micrograms/0.3ml (1 in 1,000) solution for injection pre-filled disposable devices': 'adrenaline',
  'Beclometasone 100micrograms/dose / Formoterol 6micrograms/dose inhaler CFC free': 'beclometasone with formoterol',
  'Betamethasone 0.1% ear/eye/nose drops': 'betamethasone drops',
  'Budesonide 200micrograms/dose / Formoterol 6micrograms/dose dry powder inhaler': 'budesonide with formoterol',
  'Calcipotriol 0.005% / Betamethasone dipropionate 0.05% gel': 'calcipotriol with betamethasone',
  'Calcium carbonate 1.5g / Colecalciferol 400unit chewable tablets': 'calcium carbonate with colecalciferol',
  'Dexamethasone 0.1% / Neomycin 0.5% / Acetic acid 2% ear spray': 'dexamethasone with neomycin ear spray',
  'Dexamethasone 0.1% / Neomycin 3,250units/ml / Polymyxin B 6,000units/ml eye drops': 'dexamethasone with neomycin and polymyxin b',
  'Elleste Duet 1mg tablets': 'estradiol with norethisterone',
  'Estradiol 10microgram pessaries': 'estradiol pessary',
  'Estradiol 50micrograms/24hours / Norethisterone 170micrograms/24hours transdermal patches': 'estradiol with norethisterone',
  'Ethinylestradiol 30microgram / Levonorgestrel 150microgram tablets': 'ethinylestradiol with levonorgestrel',
  'Fiasp FlexTouch 100units/ml solution for injection 3ml pre-filled pens': 'fiasp',
  'Fluticasone 125micrograms/dose / Salmeterol 25micrograms/dose inhaler CFC free': 'fluticasone with salmeterol',
  'Fluticasone 50micrograms/dose nasal spray': 'fluticasone nasal',
  'Fluticasone furoate 92micrograms/dose / Vilanterol 22micrograms/dose dry powder inhaler': 'fluticasone with vilanterol',
  'FreeStyle Libre 2 Sensor kit': 'glucose sensor',
  'Levonorgestrel 20micrograms/24hours intrauterine device': 'levonorgestrel device',
  'Macrogol compound half-strength oral powder sachets sugar free': 'macrogol',
  'Macrogol compound oral powder sachets sugar free': 'macrogol',
  'Miconazole 2% / Hydrocortisone 1% cream': 'miconazole with hydrocortisone',
  'Mometasone 0.1% ointment': 'mometasone ointment',
  'Mometasone 50micrograms/dose nasal spray': 'mometasone nasal',
  'Peptac liquid peppermint': 'alginate',
  'Promethazine hydrochloride 25mg tablets': 'promethazine',
  'Tiotropium bromide 18microgram inhalation powder capsules': 'tiotropium',
  'Tiotropium bromide 2.5micrograms/dose inhalation solution cartridge with device CFC free': 'tiotropium',
  'Umeclidinium bromide 65micrograms/dose / Vilanterol 22micrograms/dose dry powder inhaler': 'umeclidinium with vilanterol',
};

/** The words before the strength. */
function nameOf(product: string): string {
  for (let at = 0; at < product.length; at += 1) {
    const letter = product.charCodeAt(at);
    if (letter >= 48 && letter <= 57) return product.slice(0, at).trim().toLowerCase();
  }
  return product.toLowerCase();
}

const names = <Name extends FormName>(form: Name) => Object.keys(dosesByForm[form]) as ProductName[]; // its own members

function medicineOf(name: ProductName, formName: FormName, dose: Dose): Medicine {
  const sort = otherwise[name] ?? nameOf(name);
  const { name: form, unit, route } = forms[formName];
  const code = printedCodes[name];
  const way = muscular.includes(sort) ? intramuscular : route;
  return {
    sort,
    what: code === undefined ? uncoded(name) : snomed(code[0], code[1] ?? name, name),
    form,
    unit,
    ...(way && { route: way }),
    dose,
    slot: slotOf(sort),
    classes: formName === 'transdermal patch' ? [...classesOf(sort), 'patch'] : classesOf(sort),
  };
}

const formNames = Object.keys(dosesByForm) as FormName[]; // its own members

export const medicines: ReadonlyMap<ProductName, Medicine> = new Map(
  formNames.flatMap((form) => {
    const doses: Readonly<Partial<Record<ProductName, Dose>>> = dosesByForm[form];
    return names(form).flatMap((name) => {
      const dose = doses[name];
      return dose === undefined ? [] : [[name, medicineOf(name, form, dose)] as const];
    });
  }),
);

export function medicine(name: ProductName): Medicine {
  const found = medicines.get(name);
  if (found === undefined) throw new RangeError(`no medicine is called ${name}`);
  return found;
}
