/** What is on the label, and how much of it is used in a day. */

export interface Dose {
  readonly text: string;
  /** In units of the form; 0 where one pack lasts for the issue, whatever is used of it. */
  readonly perDay: number;
  /** Of what is only given in whole packs. */
  readonly pack?: number;
}

const counts = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const capitals = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];
const often = ['', 'once a day', 'twice a day', 'three times a day', 'four times a day', 'five times a day'];
const timesADay = (times: number): string => often[times] ?? `${times} times a day`;

/** Tablets, capsules, sachets. */
export const taken = (count: number, times = 1): Dose => ({
  text: `${capitals[count]} to be taken ${timesADay(times)}`,
  perDay: count * times,
});
/** Until they are finished. */
export const finish = (count: number, times: number): Dose => ({
  text: `${capitals[count]} to be taken ${timesADay(times)} until finished`,
  perDay: count * times,
});
export const morning: Dose = { text: 'One to be taken each morning', perDay: 1 };
export const night: Dose = { text: 'One to be taken at night', perDay: 1 };
export const beforeBreakfast: Dose = { text: 'One to be taken each morning, half an hour before food', perDay: 1 };
export const withFood = (times: number): Dose => ({ text: `One to be taken ${timesADay(times)} with or after food`, perDay: times });
export const upTo = (count: number, times: number): Dose => ({
  text: `${capitals[count]} to be taken up to ${timesADay(times)} when needed`,
  perDay: (count * times) / 2,
});
export const weekly = (count = 1): Dose => ({
  text: `${capitals[count]} to be taken once a week, on the same day each week`,
  perDay: count / 7,
});
export const once: Dose = { text: 'One to be taken as a single dose', perDay: 1 };
export const said = (text: string, perDay: number): Dose => ({ text, perDay });

/** Liquids. */
export const ml = (count: number, times = 1): Dose => ({
  text: `${count}ml to be taken ${timesADay(times)}`,
  perDay: count * times,
});
export const mlUpTo = (count: number, times: number): Dose => ({
  text: `${count}ml to be taken up to ${timesADay(times)} when needed`,
  perDay: (count * times) / 2,
});

/** Antibiotics are made up in bottles of 100ml. */
export const finishMl = (count: number, times: number): Dose => ({
  text: `${count}ml to be taken ${timesADay(times)} until finished`,
  perDay: count * times,
  pack: 100,
});

/** Of an inhaler or a spray, which holds so many. */
export const puffs = (count: number, times: number, pack: number): Dose => ({
  text: `Inhale ${counts[count]} ${count === 1 ? 'dose' : 'doses'} ${timesADay(times)}`,
  perDay: count * times,
  pack,
});
export const sprays = (count: number, times: number, pack: number): Dose => ({
  text: `${capitals[count]} ${count === 1 ? 'spray' : 'sprays'} into each nostril ${timesADay(times)}`,
  perDay: 0,
  pack,
});
/** Creams and the like, of a pack in grams or millilitres. */
export const apply = (times: number, pack: number, how = 'thinly to the affected area'): Dose => ({
  text: `Apply ${how} ${timesADay(times)}`,
  perDay: 0,
  pack,
});
export const drops = (times: number, pack: number, where = 'the affected eye'): Dose => ({
  text: `One drop into ${where} ${timesADay(times)}`,
  perDay: 0,
  pack,
});
/** Of what is worn for so many days. */
export const worn = (days: number): Dose => ({
  text: days === 7 ? 'Apply one patch every seven days' : days === 3 ? 'Apply one patch every 72 hours' : 'Apply one patch twice a week',
  perDay: 1 / days,
});
/** Of what is given in packs of so many, however much is used. */
export const pack = (text: string, holds: number): Dose => ({ text, perDay: 0, pack: holds });
