/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'service-search.json';

const lists =
  'Services|OpeningTimes|Contacts|Facilities|Metrics|GsdServices|KeyValueData|Dentist|RelatedIAPTCCGs|Trusts|ServiceOpeningTimes|DailyOpeningTimes|Treatments|AgeRange';

export const explained: readonly Explanation[] = [
  { where: /^search-POST-at-search/, why: 'Not published, and posted to by the tests of the service.' },
  {
    where: /^search-(GET|POST): response 4XX/,
    why: 'Published with the error table of another API; the faults that are sent are documented one by one.',
  },
  { where: /^search-(GET|POST): response (400|401|404|500)/, why: 'Each fault in the shape that is sent, for both methods.' },
  { where: /^search-POST: request (application\/json )?field/, why: 'Published as any object; these are the names that are read.' },
  {
    where: /^search-POST: response 200 (application\/json )?field/,
    why: 'Published without a schema; it is that of GET.',
  },
  {
    where: new RegExp(`^search-GET: response 200 (application/json )?field /value\\[\\](/\\w+(\\[\\])?)*/(${lists})(\\[\\])?(/[\\w ]+)*: `),
    why: 'Published as an object, sent as a list of them.',
  },
  { where: /\/@odata\.next(Link)?: /, why: 'Published as @odata.next, sent as @odata.nextLink.' },
  { where: /parameter query facet|@search\.facets/, why: 'A part of the search index that the published document does not mention.' },
  { where: /\/value\[\]\/Address ?[123]: /, why: 'Published with a space in the name, sent without.' },
  { where: /\/value\[\]\/Organisation ?Aliases/, why: 'Published as an object with a space in its name, sent as a list without one.' },
  { where: /\/value\[\]\/Geocode/, why: 'Published as a number, sent as a point.' },
  { where: /: published (string|object), ours null\|(string|object)$/, why: 'Sent as null where there is nothing to say.' },
];

export const refused: readonly Explanation[] = [
  { where: /^search-POST organisationsByLocation: 400/, why: 'Its `top` is the text "10,", which is no number.' },
];
