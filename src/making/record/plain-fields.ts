/** Which facet of an entry a leaf of a plain document is for, by its name and that of the object it stands in. */
import type { EntryKind } from '../../clinical-record.ts';
import { joined } from '../../meaning/words.ts';
import type { Facet } from './facets.ts';

/** What a thing of a kind is called where a leaf says whose name, code or date it is. */
const things =
  'vaccine|vaccination|immuni[sz]ation|product|condition|problem|diagnosis|medication|medicine|drug|allergen|substance|allergy|observation|test|measurement|procedure|operation|encounter|consultation|visit|referral|appointment|booking|admission|document|letter|plan|flag|alert|adjustment|item|result|investigation';
const anyThing = `(?:${things})`;
const who =
  '(?:clinician|practitioner|doctor|gp|prescriber|vaccinator|performer|author|recorder|requester|consultant|professional|staff|hcp)';
const where =
  '(?:organi[sz]ation|org|practice|surgery|provider|site|trust|clinic|hospital|location|service|custodian|performingorganisation)';
const when = '(?:date|datetime|time|at|on)';

/** Names as they are joined, of the leaf alone or after that of the object around it; the first that fits counts. */
const rules: readonly (readonly [RegExp, Facet])[] = [
  [new RegExp(`^(?:id|uuid|identifier|(?:${anyThing}|prescription|record|entry)(?:id|uuid|identifier))$`), 'id'],
  [/^(?:prescription(?:order)?(?:number|no|reference)|ubrn|bookingreference|referralnumber|reference(?:number)?)$/, 'reference'],
  [/^(?:pharmacy|dispenser|dispensing(?:organisation)?)(?:ods)?(?:code|id)$/, 'pharmacyCode'],
  [/^(?:pharmacy|dispenser)(?:name)?$/, 'pharmacyName'],
  [new RegExp(`^${where}?ods(?:code|id)?$|^${where}(?:code|id)$`), 'organisationCode'],
  [new RegExp(`^${where}(?:name|display)?$`), 'organisationName'],
  [new RegExp(`^${who}(?:id|code|userid)$|^sdsuserid$`), 'practitionerId'],
  [new RegExp(`^(?:with|seenby|givenby|recordedby|prescribedby|administeredby|${who}(?:name|display|fullname)?)$`), 'practitionerName'],
  [
    new RegExp(
      `^(?:code|conceptid|dmd(?:code|id)?|vmp(?:code|id)?|snomed(?:ct)?(?:code|id|conceptid)?|${anyThing}(?:snomed)?(?:code|id)code?|codingcode)$`,
    ),
    'code',
  ],
  [/^(?:system|codesystem|codingsystem)$/, 'system'],
  [
    /^(?:vaccinetype|vaccinationtype|immuni[sz]ationtype|disease(?:type)?|target(?:disease)?|observationtype|testtype|documenttype|sort)$/,
    'sort',
  ],
  [/^(?:batch|lot)(?:number|no|id)?$/, 'batch'],
  [/expir/, 'expiry'],
  [/^manufacturer(?:name)?$|^maker$|^brand$/, 'maker'],
  [/^(?:body|injection)?site(?:display|name)?$|^ward(?:name)?$/, 'site'],
  [/^route(?:of\w*)?(?:display|name)?$/, 'route'],
  [/^severity$/, 'severity'],
  [/^reactions?(?:description|text)?$|^manifestation$/, 'reaction'],
  [/^priority$|^urgency$/, 'priority'],
  [/^special(?:i)?ty(?:name|display)?$|^clinicaspeciality$/, 'specialty'],
  [/^(?:mode|channel|deliverychannel|consultationtype|encountertype|appointmenttype|format)$/, 'mode'],
  [/^(?:review|nextreview|due|expectedduedate|estimateddue)(?:date|on|by)?$/, 'review'],
  [/^(?:isrepeat|repeat|course(?:type)?|prescriptiontype|medicationtype)$/, 'course'],
  [/^(?:duration|minutes|length)(?:in)?(?:minutes|mins)?$/, 'minutes'],
  [/^(?:days|dayssupply|durationdays|supplydays)$/, 'days'],
  [/^(?:doses|totaldoses|seriesdoses|dosesinseries|numberofdoses)$/, 'doses'],
  [/^(?:dose|dosage)(?:number|no|sequence|text|instructions?)?$|^(?:instructions?|directions?|sig)$|^dosenumberinseries$/, 'dose'],
  [/^(?:unit|units|uom)$/, 'unit'],
  [/^(?:quantity|value|amount|result|reading|numericvalue|resultvalue|valuenumber)$/, 'quantity'],
  [/^(?:status|state|clinicalstatus|outcome)$|^(?:is)?(?:active|current)$|status$/, 'status'],
  [
    new RegExp(
      `^(?:end|ended|ends|finish|finished|resolved|resolution|stopped|stop|abatement|discharge|discharged|until|to|completed|dispensed)${when}?$`,
    ),
    'end',
  ],
  [new RegExp(`^(?:start|started|starts|from|begin|began|begins|onset|firstonset)${when}?$`), 'start'],
  [/^(?:time|starttime|appointmenttime|timeofday)$/, 'time'],
  [
    new RegExp(
      `^(?:date|datetime|when|on|day|(?:${anyThing}|prescription)${when}|(?:given|administered|administration|occurred|occurrence|performed|effective|recorded|observed|measured|taken|collected|diagnosed|issue|issued|prescribed|authored|visited|referred|admitted|created|event|last|booked|scheduled|asserted)${when}?)$`,
    ),
    'date',
  ],
  [/^(?:reason|indication|purpose|complaint|presentingcomplaint|reasonforvisit|reasonforreferral)(?:text|description)?$/, 'reason'],
  [/^(?:category|interpretation|significance|setting|method)$/, 'category'],
  [/^(?:notes?|comments?|summary|narrative|details?|freetext|content|body|text|conclusion|outcometext|findings)$/, 'note'],
  [
    new RegExp(
      `^(?:name|title|display|description|label|term|type|what|(?:${anyThing}|prescription)(?:name|display|description|title|type|term)?)$`,
    ),
    'what',
  ],
];

const known = new Map<string, Facet | undefined>();
/** Names come from contracts, of which there are not many more. */
const knownAtMost = 20_000;

function facetCalled(name: string): Facet | undefined {
  if (known.has(name)) return known.get(name);
  const found = rules.find(([form]) => form.test(name))?.[1];
  if (known.size >= knownAtMost) known.clear();
  known.set(name, found);
  return found;
}

/** `around` is the name of the object that the leaf is a member of, within the item; '' for the item's own members. */
export function facetNamed(kind: EntryKind, name: string, around: string): Facet | undefined {
  const own = joined(name);
  const whole = around === '' ? undefined : facetCalled(joined(around) + own);
  const found = whole ?? (isAboutOthers(around) ? undefined : facetCalled(own));
  // A letter's text is what it says; an observation's note is none of those that are told.
  return found === 'dose' && kind === 'observation' ? undefined : found;
}

/** What is said of an organisation or of somebody is not said of the entry. */
const isAboutOthers = (around: string): boolean =>
  around !== '' && new RegExp(`^(?:${who}|${where}|patient|person|subject|pharmacy)s?$`).test(joined(around));
