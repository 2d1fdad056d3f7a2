/** The medicine that an item is an issue of, in the record of whoever takes it. */
import { englishDayAndTime } from '../../../src/fhir/clinical/england-time.ts';
import { instant } from '../../../src/fhir/instant.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Item } from '../../prescriptions/prescription.ts';

interface Written {
  readonly authored: number;
  readonly isRepeat: boolean;
}

export function writtenMedication(call: AnyCall, nhsNumber: string, item: Item, { authored, isRepeat }: Written): void {
  const person = call.population.find(nhsNumber);
  const { date = '' } = englishDayAndTime(instant(authored)) ?? {};
  if (!person) return;
  const { medicine, dose, quantity, days, medication: id } = item;
  const [sort = ''] = medicine.text.toLowerCase().split(' ');
  call.enter({
    nhsNumber: person.nhsNumber,
    id,
    entry: {
      kind: 'medication',
      id,
      recorded: date,
      sort,
      medicine,
      form: quantity.unit,
      course: isRepeat ? 'repeat' : 'acute',
      dose,
      quantity,
      days,
      start: date,
      for: [],
    },
  });
}
