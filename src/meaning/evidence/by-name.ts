/** Evidence from a leaf's own name and its synonyms. */
import { isRole } from '../roles/check-role.ts';
import { entityOf, entityNamed } from '../schema/entity.ts';
import { type Candidate, type Leaf, NOTHING } from '../schema/leaf.ts';
import { type Entity, type Role, roleOf } from '../roles/roles.ts';
import { joined, wordsOf } from '../words.ts';

const WEIGHT = 0.55;

/** Fields of a person or an organisation; which of them is the entity's matter. The last column is who is meant where nothing around says. */
const FIELDS: readonly (readonly [RegExp, string, Entity | undefined])[] = [
  [/nhs(number|no|num|nbr|id)$|^nhs$/, 'nhsNumber', 'patient'],
  [/^(given|firstname|forename|middlename|fname)s?$|(given|first|fore|middle)names?$/, 'givenName', 'patient'],
  [/^(family|surname|lastname|lname|sname)$|(family|sur|last)name$/, 'familyName', 'patient'],
  [/^(full|display|patient|person|contact|practitioner|clinician|gp|consultant|prescriber)name$/, 'fullName', undefined],
  [/^(prefix|salutation|honorific|nameprefix|nametitle)$/, 'namePrefix', 'patient'],
  [/^(birthdate|dob|dateofbirth|birthday|born(on)?)$|(birthdate|dateofbirth|dob)$/, 'birthDate', 'patient'],
  [/(dateofdeath|deathdate|deceaseddate(time)?|^dod)$/, 'deathDate', 'patient'],
  [/^(gender|sex|administrativegender)$|(gender|sex)$/, 'gender', 'patient'],
  [/^age(inyears)?$|patientage$/, 'age', 'patient'],
  [/(^|address)lines?\d?$|addressline|^street(address)?$|^address\d$/, 'addressLine', 'patient'],
  [/^(full)?address(text)?$|(patient|home|practice|organisation|pharmacy|postal)address$/, 'address', 'patient'],
  [/^(city|town|posttown|towncity)$/, 'town', 'patient'],
  [/^county$|^address(county|district)$/, 'county', 'patient'],
  [/(postcode|postalcode|^zip(code)?)$/, 'postcode', 'patient'],
  [/^(tel|fax)$|(phone|mobile|telephone|landline)(number|no)?$|^contactnumber$/, 'phone', 'patient'],
  [/email(address)?$/, 'email', 'patient'],
  [
    /(^|[a-z])ods(code|id)?$|[a-z]org(ani[sz]ation)?code$|^(organisation|organization|org|practice|gppractice|surgery|provider|pharmacy|site|trust|custodian)(code|id)$/,
    'odsCode',
    'organisation',
  ],
  [
    /^(organisation|organization|org|practice|gppractice|surgery|provider|pharmacy|site|trust|clinic|hospital|location|service)name$/,
    'name',
    'organisation',
  ],
];

const ROLES_BY_NAME: readonly (readonly [RegExp, Role])[] = [
  [/^(sds)?userid$|sdsuserid$/, 'practitioner.sdsUserId'],
  [/(roleprofileid|^urid|sessionurid)$/, 'practitioner.roleProfileId'],
  [/^(prescription(order)?(id|number|shortid)|shortformprescriptionid)$/, 'prescription.shortId'],
  [/(^|[a-z])ubrn$|^(unique)?bookingreference(number)?$/, 'referral.ubrn'],
  [/asid$/, 'spine.asid'],
  [/partykey$/, 'spine.partyKey'],
  [/^snomed|snomed(code|ctcode|id)?$/, 'code.snomed'],
  [/^resourcetype$/, 'resourceType'],
  [/^reference$/, 'reference'],
  [/^(lastupdated|timestamp|issuedat|instant)$|timestamp$/, 'instant'],
  [/^duration$|duration$/, 'duration'],
  [/(uuid|guid)$|^x?(request|correlation|trace|session)id$/, 'uuid'],
  [/^(versionid|version)$/, 'versionId'],
  [/^(etag|ifmatch|ifnonematch)$/, 'etag'],
  [
    /^(url|uri|href|link|self|next|prev|previous|endpoint|baseurl|instantiatesuri|profile|fullurl|website|callbackurl|webhook)$|(url|uri|href)$/,
    'url',
  ],
  [/^(system|codesystem)$/, 'codeSystem'],
  [/^(contenttype|mediatype|mimetype)$/, 'mediaType'],
  [/^(language|lang|locale|languagecode)$/, 'language'],
  [/^file_?name$|filename$/, 'fileName'],
  [/^(base64|data|content64)$/, 'base64'],
  [
    /^(count|total|totalcount|pagesize|limit|page|offset|size|position|sequence|rank|index|totalpages|totalresults|attempts|retries|number|expiresin)$|(count|total)$/,
    'count',
  ],
  [/^(percent|percentage)$|percent(age)?$/, 'percentage'],
  [/^(price|cost|fee|charge|amount)$|(price|cost|charge|fee)$/, 'money'],
  [/^(quantity|dose|value|score|weight|height|distance)$|(quantity|dose|score|distance)$/, 'quantity'],
  [/^(unit|units|uom)$/, 'unit'],
  [/^(lat|latitude)$/, 'latitude'],
  [/^(lon|lng|long|longitude)$/, 'longitude'],
  [/^(country|countrycode|nationality)$/, 'country'],
  [
    /^(code|status|type|kind|category|use|mode|state|priority|severity|intent|class|relation|method|action|reason|errorcode|weekday|dayofweek)$|(code|status|type|category)$/,
    'code',
  ],
  [/^(title|name|label|heading|subject|nickname|shortname|displayname)$|(title|name|label)$/, 'title'],
  [
    /^(description|comment|comments|note|notes|text|summary|message|detail|details|diagnostics|instructions?|purpose|narrative|definition|explanation|remarks?|body|fault|errordescription|errormessage|error)$|(description|comment|note|text|message|instruction|details?|summary)$/,
    'freeText',
  ],
  [
    /^(id|identifier|key|token|ref|handle|signature|checksum|hash)$|(token|secret|apikey|signature|idempotencykey)$|(id|identifier|reference(number)?)$/,
    'opaqueId',
  ],
];

const DATED_BY = new Set([
  'created',
  'updated',
  'modified',
  'authored',
  'issued',
  'recorded',
  'sent',
  'received',
  'expires',
  'expiry',
  'start',
  'end',
  'started',
  'ended',
  'occurrence',
  'effective',
  'onset',
  'when',
]);

export function byName(leaf: Leaf): readonly Candidate[] {
  const name = joined(leaf.name);
  const found: Candidate[] = [];
  for (const [pattern, field, usual] of FIELDS) {
    if (!pattern.test(name)) continue;
    const entity = entityOf(leaf) ?? usual;
    const role = (entity && roleOf(entity, field)) ?? (usual && roleOf(usual, field));
    if (role) found.push({ role, weight: WEIGHT });
  }
  // A plain `name` or `title` is a person's or an organisation's only where something around it says so.
  if (name === 'name' || name === 'title') found.push(...plainName(leaf, name));
  found.push(...partOfName(leaf, name), ...codeOfOrganisation(leaf, name));
  if (/^(first|last)$/.test(name) && isOfLinks(leaf)) found.push({ role: 'url', weight: WEIGHT });
  for (const [pattern, role] of ROLES_BY_NAME) {
    if (pattern.test(name))
      found.push({ role, weight: role === 'opaqueId' || role === 'title' || role === 'code' ? WEIGHT - 0.05 : WEIGHT });
  }
  if (name === 'display') found.push({ role: leaf.beside.includes('code') ? 'code.display' : 'title', weight: WEIGHT });
  if (/^(is|has|can|should|allow)[A-Z_-]/.test(leaf.name) || /(flag|indicator)$/.test(name))
    found.push({ role: 'flag', weight: WEIGHT + 0.05 });
  const when = whenOf(wordsOf(leaf.name));
  if (when) found.push({ role: when, weight: WEIGHT });
  return found;
}

function plainName(leaf: Leaf, name: string): readonly Candidate[] {
  const entity = entityOf(leaf);
  if (!entity) return NOTHING;
  const corporate = entity === 'organisation' || entity === 'pharmacy';
  // Only beside a name is a title how somebody is addressed; FHIR calls that a prefix, and titles documents.
  const besideName = leaf.beside.some((other) => /given|first|fore|last|family|surname|^name$/i.test(other));
  if (name === 'title') return corporate || leaf.resource || !besideName ? NOTHING : [{ role: `${entity}.namePrefix`, weight: WEIGHT }];
  return [{ role: corporate ? `${entity}.name` : `${entity}.fullName`, weight: WEIGHT }];
}

/** `name: { first, last }`, and `{ first, last, dob }`: parts of a name by what is around or beside them. */
function partOfName(leaf: Leaf, name: string): readonly Candidate[] {
  const field = /^(first|middle|forenames?)$/.test(name) ? 'givenName' : name === 'last' ? 'familyName' : undefined;
  if (field === undefined || !(/names?$/.test(joined(leaf.context.at(-1) ?? '')) || isBesidePerson(leaf, name))) return NOTHING;
  const role = roleOf(entityOf(leaf) ?? 'patient', field) ?? roleOf('patient', field);
  return role ? [{ role, weight: WEIGHT }] : NOTHING;
}

const PERSONAL =
  /^(middle|forenames?|surname|familyname|givenname|dob|dateofbirth|birthdate|birthday|gender|sex|nhs(number|no|num)|postcode|title|age)$/;

/** The other half of the name, or what else is said of people and of no page. */
function isBesidePerson(leaf: Leaf, name: string): boolean {
  if (isOfLinks(leaf)) return false;
  const beside = leaf.beside.map(joined);
  const other = name === 'last' ? 'first' : 'last';
  return beside.includes(other) || beside.some((each) => PERSONAL.test(each));
}

/** First and last pages stand among other links. */
function isOfLinks(leaf: Leaf): boolean {
  if (leaf.schema.format?.startsWith('uri')) return true;
  if (leaf.context.slice(-2).some((word) => /^(links?|paging|pagination|pages?|meta)$/.test(joined(word)))) return true;
  return leaf.beside.some((other) => /^(self|next|prev|previous)$/.test(joined(other)));
}

/** `practice: { code, name }`: the only code an organisation goes by. */
function codeOfOrganisation(leaf: Leaf, name: string): readonly Candidate[] {
  if (name !== 'code' || leaf.resource || !leaf.beside.includes('name')) return NOTHING;
  const entity = entityNamed(leaf.context.at(-1) ?? '');
  if (entity !== 'organisation' && entity !== 'pharmacy') return NOTHING;
  const role = `${entity}.odsCode` as const;
  return leaf.example === undefined || isRole(role, leaf.example) ? [{ role, weight: WEIGHT }] : NOTHING;
}

/** `createdAt`, `authoredOn`, `dispensedDate`, `startTime`, `expires`. */
function whenOf(words: readonly string[]): Role | undefined {
  const last = words.at(-1) ?? '';
  if (last === 'date' || words[0] === 'date' || last === 'day') return words.includes('time') ? 'dateTime' : 'date';
  if (last === 'time' && /^(opening|closing)$/.test(words.at(-2) ?? '')) return 'time';
  if (last === 'datetime' || (last === 'time' && words.length > 1)) return 'dateTime';
  if (last === 'time') return 'time';
  if (words.length > 1 && (last === 'at' || last === 'on')) return 'dateTime';
  if (words.length > 1 && (last === 'until' || last === 'from')) return 'dateTime';
  return DATED_BY.has(last) && words.length <= 2 ? 'dateTime' : undefined;
}
