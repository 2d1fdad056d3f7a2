/** What a drawn shape calls its collection, its parents and its ids, and where they stand. */
import type { Shape } from '../contract-generator.ts';

export const base = '/shop';

export const parentNames = ['room', 'shelf'] as const;
const plurals: Readonly<Record<string, string>> = { room: 'rooms', shelf: 'shelves' };

export const collectionName = ({ style, resource }: Shape): string => (style === 'fhir' ? resource : 'jars');

/** The path of the collection, with parameters where its parents stand. */
export const collectionPath = (shape: Shape): string =>
  parentNames
    .slice(0, shape.parents)
    .map((name) => `/${plurals[name]}/{${name}Id}`)
    .join('') + `/${collectionName(shape)}${shape.slash ? '/' : ''}`;

/** The path of an item, its parameters in braces. */
export const itemPath = (shape: Shape): string =>
  `${collectionPath({ ...shape, slash: false })}/{${parameterName(shape)}}${shape.slash ? '/' : ''}`;

/** The collections above, from the outermost. */
export const parentCollections = (shape: Shape): readonly string[] =>
  parentNames.slice(0, shape.parents).map(
    (name, i) =>
      `${parentNames
        .slice(0, i)
        .map((above) => `/${plurals[above]}/{${above}Id}`)
        .join('')}/${plurals[name]}`,
  );

export const parameterName = (shape: Shape): string => {
  if (shape.style === 'fhir') return 'id';
  if (shape.id === 'slug') return shape.parameter === 'same' ? 'slug' : shape.parameter === 'jarId' ? 'jarSlug' : 'jar_slug';
  return shape.parameter === 'same' ? idMember(shape) : shape.parameter;
};
export const idMember = (shape: Shape): string => (shape.id === 'slug' ? 'slug' : shape.idName);
export const parentMember = (shape: Shape): string => `${parentNames[shape.parents - 1] ?? ''}Id`;

/** True where a client says the id in the body. */
export const saysId = ({ id }: Shape): boolean => id === 'slug' || id === 'chosen';

export const mediaOfAnswers = ({ style, media }: Shape): string =>
  style === 'fhir'
    ? 'application/fhir+json'
    : style === 'json-api'
      ? 'application/vnd.api+json'
      : media === 'application/x-www-form-urlencoded'
        ? 'application/json'
        : media;
export const mediaOfRequests = (shape: Shape): string => (shape.style === 'plain' ? shape.media : mediaOfAnswers(shape));
