/** What people say for a need in so many words, and the fields that ask it. */

type Asks = readonly (readonly [name: string, value: string])[];

/** `the words|other words: field=value field=value`. */
const told = `
woman|women|female|females|lady: gender=female
man|men|male: gender=male
girl: gender=female age=..17
boy: gender=male age=..17
baby|babies: age=..1
child|children|kid: age=..17
teenager|teenage: age=13..19
adult: age=18..
elderly|older people|old people: age=75..
pensioner: age=66..
diabetic: condition=diabetes
asthmatic: condition=asthma
epileptic: condition=epilepsy
hypertensive: condition=hypertension
depressed: condition=depression
pregnant|expecting: pregnant=true
gave birth|given birth|new mother: gaveBirth=90
newborn|newborn baby: newborn=true
twin: twin=true
smoker|smokes|smoking: smoker=true
frail|frailty: frail=true
carer|carers: carer=true
widow|widower|widowed: maritalStatus=widowed
married: maritalStatus=married
divorced: maritalStatus=divorced
single: maritalStatus=single
lone parent|single parent|single mother|single father: loneParent=true
lives alone|living alone|alone: livesWith=nobody
care home|in care home|lives in care home|living in care home: livesIn=care-home
homeless|no fixed abode: trait=no-fixed-abode
interpreter|needs interpreter|needs an interpreter: trait=interpreter
bsl interpreter|needs bsl interpreter|signs|deaf: adjustment=bsl
restricted|sensitive: trait=restricted
died|dead|deceased: trait=deceased-formal
dying|end of life|palliative: endOfLife=true
waiting|waiting list|on waiting list|waiting for hospital|waits for hospital: waiting=true
long waiter|long wait: waiting=18..
suspected cancer|two week wait|urgent cancer referral|urgent referral: twoWeekWait=true
in hospital|inpatient: inHospital=true
discharged|left hospital|out of hospital: discharged=30
appointment|has appointment|appointment soon: appointment=14
review due|due review|due for review|medication review due: reviewDue=true
behind on vaccinations|missed vaccinations|behind on jabs: behindOnVaccinations=true
due|due vaccinations: due=any
many medicines|lots of medicines|polypharmacy: medicines=10..
no allergies|no known allergies: allergy=none-known
no pharmacy: pharmacy=none
bereaved: bereaved=365
moved|moved house|just moved: moved=365
new to england: newToEngland=true
born abroad: bornAbroad=true
deprived|deprived area: deprived=true
rural|countryside: rural=true
starts school|starting school: startsSchool=true
`;

export const phrases: ReadonlyMap<string, Asks> = new Map(
  told
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [words = '', asks = ''] = line.split(': ');
      const read = asks.split(' ').map((one): readonly [string, string] => {
        const [name = '', value = ''] = one.split('=');
        return [name, value];
      });
      return words.split('|').map((each): readonly [string, Asks] => [each, read]);
    }),
);
