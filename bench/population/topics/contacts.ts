/** How people can be reached, and whether those of one household agree. */
import type { Telecom } from '../../../src/population.ts';
import type { Counts } from '../counts.ts';
import { bandOf, bandsOf, figure, law, type Section } from '../figures.ts';
import type { Life } from '../life.ts';
import { observing, type Topic } from '../topic.ts';

const ages = [0, 16, 65, 80];

const recorded = (title: string, kind: string, shares: readonly (number | undefined)[]): Section => ({
  title,
  unit: '%',
  about: 'of the living of that age',
  figures: bandsOf(ages).flatMap((band, n) => {
    const share = shares[n];
    return share === undefined ? [] : [figure(band, { share: `${kind} at ${band}` }, share, 'contacts', 6)];
  }),
});

const laws: Section = {
  title: 'Phones of one household agree',
  unit: '%',
  about: 'of the living who have such a number',
  figures: [
    law('landline is another than a housemate’s', { share: 'another landline' }),
    law('under-16s’ mobile is no adult’s at home', { share: 'mobile of no adult' }),
    law('emergency number is no relative’s or housemate’s', { share: 'emergency number of nobody' }),
  ],
};

export const contacts: Topic = {
  title: 'Contact details',
  sections: [
    recorded('Mobile recorded', 'mobile', [65, 90, 80, 50]),
    // Of 16 to 44 it is 15 %, of 65 and over 70 %.
    recorded('Landline recorded', 'landline', [undefined, undefined, 70, 70]),
    recorded('E-mail recorded', 'e-mail', [undefined, 65, 50, 20]),
    laws,
  ],
  begin: observing((life, counts) => {
    if (!life.isAlive) return;
    const band = bandOf(ages, life.age);
    counts.share(`mobile at ${band}`, numbers(life, isMobile).length > 0);
    counts.share(`landline at ${band}`, numbers(life, isLandline).length > 0);
    counts.share(
      `e-mail at ${band}`,
      life.person.telecoms.some(({ system }) => system === 'email'),
    );
    seeHousehold(life, counts);
  }),
};

const isMobile = ({ system, use }: Telecom): boolean => system === 'phone' && use === 'mobile';
const isLandline = ({ system, use }: Telecom): boolean => system === 'phone' && use === 'home';

const digits = (value: string): string => value.replaceAll(/\D/g, '');

const numbers = (life: Life, is: (telecom: Telecom) => boolean): readonly string[] =>
  life.person.telecoms.filter((telecom) => is(telecom) && telecom.period?.end === undefined).map(({ value }) => digits(value));

function seeHousehold(life: Life, counts: Counts): void {
  const { household, person } = life;
  const others = household.slice(1);
  const [landline] = numbers(life, isLandline);
  if (landline !== undefined && !life.isInCare) {
    counts.share(
      'another landline',
      others.some((other) => numbers(other, isLandline).some((value) => value !== landline)),
    );
  }
  const [mobile] = numbers(life, isMobile);
  if (mobile !== undefined && life.age < 16) {
    const adults = [...others, ...life.parents].filter(({ age }) => age >= 16);
    counts.share('mobile of no adult', !adults.some((adult) => numbers(adult, isMobile).includes(mobile)));
  }
  if (person.emergencyContact !== undefined) {
    const near = [...others, ...life.related('mother', 'father', 'partner', 'child', 'sibling', 'guardian')];
    const emergency = digits(person.emergencyContact.phone);
    counts.share(
      'emergency number of nobody',
      !near.some(({ person: { telecoms } }) => telecoms.some(({ value }) => digits(value) === emergency)),
    );
  }
}
