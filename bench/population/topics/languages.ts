/** Language, interpreters, religion and sexual orientation, as records have them. */
import { bandOf, bandsOf, figure, inside, type Section, target } from '../figures.ts';
import { observing, type Topic } from '../topic.ts';

/** Of everybody aged 3 and over in England and Wales, 57.6 million: thousands by BCP 47 code. */
const spoken = [
  ['pl', 'Polish', 612],
  ['ro', 'Romanian', 472],
  ['pa', 'Panjabi', 291],
  ['ur', 'Urdu', 270],
  ['pt', 'Portuguese', 225],
  ['es', 'Spanish', 215],
  ['ar', 'Arabic', 204],
  ['bn', 'Bengali', 199],
  ['gu', 'Gujarati', 189],
  ['it', 'Italian', 160],
  ['ta', 'Tamil', 125],
  ['fr', 'French', 120],
  ['lt', 'Lithuanian', 119],
  ['zh', 'Chinese', 285],
  ['tr', 'Turkish', 112],
] as const;

const interpreterAges = [3, 16, 45, 65];

const others: Section = {
  title: 'Languages other than English',
  unit: '%',
  about: 'of people aged 3 and over',
  figures: [
    figure('any', { share: 'another language' }, 9.21, 'censusLanguage'),
    ...spoken.map(([code, name, people]) => figure(name, { share: `speaks ${code}` }, people / 576, 'censusLanguage', 0.1)),
  ],
};

const shared: Section = {
  title: 'A language shared at home',
  unit: '%',
  about: 'of those who prefer another language and live with others',
  figures: [target(inside('somebody else at home prefers it too', { share: 'language shared' }, [85, 100], 'target'))],
};

const interpreters: Section = {
  title: 'Need an interpreter',
  unit: '%',
  about: 'of people of that age',
  figures: [
    inside('everybody', { share: 'interpreter' }, [1, 1.9], 'censusLanguage'),
    ...bandsOf(interpreterAges).map((band, n) =>
      figure(band, { share: `interpreter at ${band}` }, [0.9, 1.5, 2.5, 2.2][n] ?? 0, 'censusLanguage', 0.5),
    ),
  ],
};

/** RELIGIOUS OR OTHER BELIEF SYSTEM AFFILIATION GROUP CODE of the NHS Data Dictionary: per cent of everybody, 6 of whom did not answer. */
const religions = [
  ['C', 'Christian', 46.3],
  ['L', 'none', 36.7],
  ['G', 'Muslim', 6.73],
  ['D', 'Hindu', 1.81],
  ['I', 'Sikh', 0.92],
  ['F', 'Jewish', 0.48],
  ['B', 'Buddhist', 0.46],
] as const;
const religionsStated = 0.94;
/** Declines to say, or not known. */
const religionUnstated = new Set(['M', 'N']);

const religion: Section = {
  title: 'Religion',
  unit: '%',
  about: 'of those who state it',
  figures: religions.map(([key, name, share]) => figure(name, { group: 'religion', key }, share / religionsStated, 'censusReligion', 0.1)),
};

/** PERSON STATED SEXUAL ORIENTATION CODE of the NHS Data Dictionary: per cent of everybody aged 16 and over, 7.5 of whom did not answer. */
const orientations = [
  ['1', 'heterosexual', 89.4],
  ['2', 'gay or lesbian', 1.5],
  ['3', 'bisexual', 1.3],
  ['4', 'another orientation', 0.3],
] as const;
const orientationsStated = 0.925;
/** Not stated, or not known. */
const orientationUnstated = new Set(['Z', '9']);

const orientation: Section = {
  title: 'Sexual orientation',
  unit: '%',
  about: 'of people aged 16 and over who state it',
  figures: orientations.map(([key, name, share]) =>
    figure(name, { group: 'orientation', key }, share / orientationsStated, 'censusOrientation', 0.3),
  ),
};

export const languages: Topic = {
  title: 'Language, religion and orientation',
  sections: [others, shared, interpreters, religion, orientation],
  begin: observing((life, counts) => {
    if (!life.isAlive) return;
    const { language, interpreterRequired, religion: belief, sexualOrientation } = life.person;
    const { age } = life;
    counts.share('interpreter', interpreterRequired);
    if (age >= 3) {
      // Dialects and scripts are told by what follows the language: zh-Hant.
      const [base] = (language ?? 'en').split('-');
      counts.share('another language', base !== 'en');
      for (const [code] of spoken) counts.share(`speaks ${code}`, base === code);
      counts.share(`interpreter at ${bandOf(interpreterAges, age)}`, interpreterRequired);
    }
    const others = life.household.slice(1);
    if (language !== undefined && others.length > 0 && !life.isInCare) {
      counts.share(
        'language shared',
        others.some(({ person }) => person.language === language),
      );
    }
    if (belief !== undefined && !religionUnstated.has(belief)) counts.among('religion', belief);
    if (sexualOrientation !== undefined && age >= 16 && !orientationUnstated.has(sexualOrientation))
      counts.among('orientation', sexualOrientation);
  }),
};
