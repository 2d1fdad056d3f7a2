/** The searches that the official sandbox knows, row by row, and whom they find. */
import { describe, expect, test } from 'vitest';
import type { Loose } from '../../../sandbox.ts';
import { faultOf, foundIn } from '../demographics.ts';
import { official } from './official.ts';

const { call } = await official();
const search = (query: string) => call('GET', `/Patient?${query.replaceAll(' ', '%20')}`);

const jane = '9000000009';
const smith = 'family=Smith&gender=male&birthdate=eq2000-05-05';
const elevenSmiths =
  '5069635395 5502481484 5667541432 5689174815 5900021459 5900026086 5900026191 5900030741 5900031160 5900034372 5900036863'.split(' ');
const twentySmiths =
  '5069635395 5502481484 5667541432 5689174815 5900020584 5900021459 5900022366 5900022978 5900025225 5900026086 5900026191 5900027376 5900028917 5900030741 5900031160 5900032809 5900033694 5900034143 5900036863 5900034372'.split(
    ' ',
  );
const mat = '_fuzzy-match=true&family=Smythe&given=Mat&birthdate=ge2000-05-03&gender=male&address-postcode=DN17 4AA';
const janeSmith = 'family=Smith&gender=female&birthdate=eq2010-10-22';
const star = 'family=Sm*&gender=female&birthdate=eq2010-10-22';
const contacts = 'phone=01632960587&email=jane.smith@example.com';
const each = (score: number, ...numbers: string[]): [string, number][] => numbers.map((number) => [number, score]);

test.for<[string, [string, number][]]>([
  // 1 to 12
  ['_fuzzy-match=true&family=Blogs&given=Joe&birthdate=eq1955-11-05', each(1, '9693632109')],
  [
    '_fuzzy-match=true&family=ATTSÖN&given=PÀULINÉ&birthdate=eq1960-07-14',
    [
      ['9693633148', 0.9317],
      ['9693633121', 0.9077],
    ],
  ],
  ['_fuzzy-match=true&family=Any&birthdate=2001-01-01&phone=01222111111&email=test@test.com', each(0.8827, '5900022366')],
  [mat, twentySmiths.map((number, index) => [number, index < 19 ? 0.8827 : 0.8716])],
  [`${mat}&email=any@work.com`, twentySmiths.map((number, index) => [number, index < 19 ? 0.8827 : 0.8716])],
  [`${mat}&email=rubbish@work.com`, []],
  ['_fuzzy-match=true&family=MED&given=Casey&birthdate=eq1999-09-09', each(0.6806, '9733162450')],
  ['_fuzzy-match=true&family=HUME&given=Casey&birthdate=eq1999-09-09', each(0.6806, '9733162450')],
  ['_fuzzy-match=true&family=MED&given=Casey&birthdate=2024-01-12', []],
  ['_fuzzy-match=true&family=LEEKE&given=Horace&birthdate=1956-05-02&address-postalcode=DN16', []],
  ['_fuzzy-match=true&family=Anybody&birthdate=1999-01-01', each(0.8976, '9000000017')],
  ['_fuzzy-match=true&family=Smythe&given=Mat&birthdate=ge2000-05-03', each(0.8976, '9000000017')],
  ['_fuzzy-match=true&family=smith&birthdate=2010-10-22&phone=01632960587', each(0.9124, jane)],
  ['_fuzzy-match=true&family=smith&birthdate=2010-10-22&email=jane.smith@example.com', each(0.9124, jane)],
  [`_fuzzy-match=true&family=smith&birthdate=2010-10-22&${contacts}`, each(0.9542, jane)],
  // A fuzzy search that none of these fits goes on to the others.
  ['_fuzzy-match=true&family=YOUDS&birthdate=1970-01-24&phone=1', each(1, '9693633679', '9693633687', '9693633695', '9693633709')],
  // 13 to 17
  [`_history=true&${smith}&email=Historic@historic.com`, each(1, '5900020584')],
  [`_history=false&${smith}&email=Historic@historic.com`, each(1, '5900020584')],
  [`${smith}&email=Historic@historic.com`, []],
  [`history=true&${smith}&email=Historic@historic.com`, []],
  [`${smith}&email=rubbish@test.com&phone=01234123123`, []],
  [`${smith.replace('Smith', 'sm*')}&email=rubbish@test.com&phone=01234123123`, []],
  ['_history=true&family=HUME&birthdate=1999-09-09&gender=male', each(0.6806, '9733162450')],
  ['family=MED&birthdate=1999-09-09&gender=male', []],
  ['_history=true&family=MED&birthdate=2024-01-12&gender=female', []],
  ['family=HUME&birthdate=2024-01-12&gender=female', []],
  // 18 to 24
  [star, each(0.8343, jane, '9000000017')],
  [star.replace('Sm*', 'sm*'), each(0.8343, jane, '9000000017')],
  [`${star}&_max-results=1&phone=anything`, each(1, jane)],
  [`${star}&_max-results=1&email=anything`, each(1, jane)],
  [`${star}&phone=01632960587`, each(1, jane)],
  [`${star}&email=jane.smith@example.com`, each(1, jane)],
  [`${star}&${contacts}&_max-results=1`, each(1, jane)],
  [`${star}&email=janet.smythe@example.com&phone=1`, each(1, jane)],
  ['family=Sm*&birthdate=eq2000-05-05&email=test@test.com&phone=01234123123', each(1, ...elevenSmiths)],
  ['family=Smythe&birthdate=1900-01-01', each(1, '9000000025')],
  ['family=smythe&given=Janet&birthdate=eq2005-06-16', each(1, '9000000025')],
  // 25
  [janeSmith, each(1, jane)],
  ['family=smith&gender=Female&birthdate=2010-10-22', each(1, jane)],
  ['family=Smith&gender=female&birthdate=ge2010-10-21&birthdate=le2010-10-23', each(1, jane)],
  [
    `${janeSmith}&${contacts}&given=X&death-date=eq2010-10-22&address-postcode=LS1 6AE&general-practitioner=Y1&history=true&_max-results=1`,
    each(1, jane),
  ],
  // 26 to 38
  ['family=Smith&gender=male&birthdate=eq2010-10-22&given=John Paul&given=James', each(0.75, '9000000015')],
  ['family=CUFF&gender=female&birthdate=eq1926-01-07', each(1, '9732019395')],
  ['family=Cuff&gender=Female&birthdate=1926-01-07', each(1, '9732019395')],
  [`${smith}&given=Sam&given=Bob`, each(1, '5900030741')],
  [`${smith}&phone=01234123123&email=test@test.com`, each(1, ...elevenSmiths)],
  ['family=Muir&gender=male&birthdate=eq2017-09-06&phone=00917855986859', each(1, '9732019506')],
  [`${smith}&address-postalcode=DN17*`, each(0.965, ...twentySmiths.toSorted())],
  ['family=Me*&birthdate=eq2015-10-22&general-practitioner=A20047', each(0.9259, '9733162337')],
  ['family=TUNNEY&birthdate=ge1980-01-01&death-date=le2019-02-28', each(1, '9733163201')],
  ['family=McMatch-Single&birthdate=1901-01-01&gender=male&address-postalcode=BAP+4WG', each(1, '5900054586')],
  ['family=McMatch-Multiple&birthdate=1997-08-20&address-postcode=DN19 7UD', each(1, '5900036502', '5900053679')],
  ['family=Jones&gender=male&birthdate=ge1992-01-01', each(1, '5900035697')],
  ['family=Godsoe&gender=male&birthdate=eq1936-02-24', each(1, '9693632125')],
  ['family=Massam&birthdate=eq1920-08-11', each(1, '9693632966')],
  ['family=Massam&birthdate=le1920-08-11', each(1, '9693632966')],
  // 40 to 44
  ['family=YOUDS&birthdate=1970-01-24', each(1, '9693633679', '9693633687', '9693633695', '9693633709')],
  [`${janeSmith}&email=deb.trotter@example.com&phone=0121111111`, []],
  ['family=Spiderman&birthdate=eq1962-07-31', []],
  ['family=Bingham&birthdate=eq1934-12-18', []],
  ['_exact-match=true&family=knapp&gender=female&birthdate=eq1943-07-03', each(1, '9736363120')],
  ['_exact-match=false&family=KNAPP&gender=female&birthdate=1943-07-03', each(1, '9736363120')],
  ['family=Knapp&gender=female&birthdate=eq1943-07-03', []],
  ['family=knap&gender=Female&birthdate=eq1943-07-03', []],
])('%s finds these', async ([query, found]) => {
  const answer = await search(query);
  expect([answer.status, answer.body['total'], foundIn(answer)]).toEqual([200, found.length, found]);
});

describe('a search', () => {
  test('is answered in a Bundle of five members, whose addresses are the real service’s', async () => {
    const { headers, json } = await search(janeSmith);
    expect([headers.get('content-type'), headers.get('etag')]).toEqual(['application/fhir+json', null]);
    expect(json).toEqual({
      resourceType: 'Bundle',
      type: 'searchset',
      timestamp: '2026-01-01T00:00:00.000Z',
      total: 1,
      entry: [
        {
          fullUrl: 'https://api.service.nhs.uk/personal-demographics/FHIR/R4/Patient/9000000009',
          search: { score: 1 },
          resource: expect.objectContaining({ id: jane }),
        },
      ],
    });
    expect((await search('family=Spiderman&birthdate=1962-07-31')).json).toEqual({
      resourceType: 'Bundle',
      type: 'searchset',
      timestamp: '2026-01-01T00:00:00.000Z',
      total: 0,
    });
  });

  test.for([`${star}&_max-results=1`, `${star}&_max-results=0`, 'family=YOUDS&birthdate=1970-01-24&_max-results=1'])(
    'for too many is told so, with no time: %s',
    async (query) => {
      const answer = await search(query);
      expect(faultOf(answer)).toEqual({
        status: 200,
        code: 'TOO_MANY_MATCHES',
        display: 'Too Many Matches',
        issue: 'multiple-matches',
        severity: 'information',
      });
      expect(Object.keys(answer.body)).toEqual(['resourceType', 'issue']);
    },
  );

  test.for([
    'family=Nobody&birthdate=1980-01-01',
    `${star}&_max-results=2`,
    `${star}&phone=1`,
    'family=Muir&gender=male&birthdate=eq2017-09-06',
    'family=Knapp&birthdate=eq1943-07-03',
    '_fuzzy-match=true&family=Nobody&birthdate=1980-01-01&phone=1',
  ])('that it does not know is told so: %s', async (query) => {
    expect((await search(query)).json).toEqual({
      resourceType: 'OperationOutcome',
      timestamp: '2026-01-01T00:00:00.000Z',
      issue: [
        {
          severity: 'warning',
          code: 'not-supported',
          diagnostics: 'This mock endpoint has no example response for this combination of search parameters',
        },
      ],
    });
  });

  const additional = (names: string): string => `Invalid request with error - Additional properties are not allowed (${names} unexpected)`;
  const three = additional("'model', 'manufacturer', 'year' were");
  const tooLittle =
    "Invalid search data provided - 'No searches were performed as the search criteria did not meet the minimum requirements'";
  const noBirthdate = "Missing value - 'birth_date/birth_date_range_start/birth_date_range_end'";

  test.for<[string, string, string | undefined]>([
    ['', 'UNSUPPORTED_SERVICE', undefined],
    ['=', 'UNSUPPORTED_SERVICE', undefined],
    ['model=Yaris', 'ADDITIONAL_PROPERTIES', additional("'model' was")],
    [`${janeSmith}&year=2003&=`, 'ADDITIONAL_PROPERTIES', additional("'year' was")],
    ['year=2003&model=Yaris&manufacturer=Toyota', 'ADDITIONAL_PROPERTIES', three],
    ['a=1&b=2&c=3&birthdate=1', 'ADDITIONAL_PROPERTIES', three],
    ['family=Smith&birthdate=20101022&=', 'INVALID_VALUE', "Invalid value - '20101022' in field 'birthdate'"],
    ['birthdate=eq2010-10-22&birthdate=gt2010-10-22&death-date=1', 'INVALID_VALUE', "Invalid value - 'gt2010-10-22' in field 'birthdate'"],
    ['given=jane&death-date=20101022&gender=female&family=Smith', 'INVALID_VALUE', "Invalid value - '20101022' in field 'death-date'"],
    ['given=jane', 'MISSING_VALUE', noBirthdate],
    ['given=jane&a=1&b=2', 'MISSING_VALUE', noBirthdate],
    ['a=1&b=2&c=3&d=4', 'MISSING_VALUE', noBirthdate],
    ['given=jane&birthdate=2010-10-22', 'INVALID_SEARCH_DATA', tooLittle],
    ['given=jane&birthdate=2010-10-22&_fuzzy-match=true', 'INVALID_SEARCH_DATA', tooLittle],
  ])('by "%s" is refused', async ([query, code, diagnostics]) => {
    const refused = faultOf(await search(query));
    expect([refused['status'], refused['code'], refused['diagnostics']]).toEqual([400, code, diagnostics]);
  });

  test.for(['a=1&b=2', 'a=1&b=2&c=3&d=4', '='])('beside %s is answered', async (more) => {
    expect(foundIn(await search(`${janeSmith}&${more}`))).toEqual([[jane, 1]]);
  });
});

describe('who is found', () => {
  const list = (value: unknown): Loose[] => (Array.isArray(value) ? value : []);

  /** In one line: version, security, name, gender, birth, death, address, telecoms, emergency contact and practice. */
  const lineOf = (found: Loose | undefined): string => {
    const [name, address, contact, practice] = ['name', 'address', 'contact', 'generalPractitioner'].map((member) => found?.[member]?.[0]);
    const told: unknown[] = [
      found?.['meta']?.['versionId'],
      found?.['meta']?.['security']?.[0]?.['code'],
      ...['id', 'prefix', 'given', 'family', 'suffix'].flatMap((member) => name?.[member]),
      found?.['gender'],
      found?.['birthDate'],
      found?.['deceasedDateTime'] && String(found['deceasedDateTime']).slice(0, 10),
      ...['id', 'line', 'postalCode'].flatMap((member) => address?.[member]),
      ...list(address?.['extension']).map(
        (key) => `${String(key['extension']?.[0]?.['valueCoding']?.['code'])} ${String(key['extension']?.[1]?.['valueString'])}`,
      ),
      ...list(found?.['telecom']).map(({ id, use, value }) => `${String(id)} ${String(use)} ${String(value)}`),
      contact && `${String(contact['id'])} ${String(contact['telecom']?.[0]?.['value'])}`,
      practice?.['identifier']?.['value'],
    ];
    return told
      .flat()
      .filter((one) => one !== undefined)
      .join(' ');
  };

  const trevelyan = '456 1 Trevelyan Square Boar Lane City Centre Leeds West Yorkshire LS1 6AE PAF 12345678 UPRN 123456789012';
  const janes = (email: string): string =>
    `2010-10-22 2010-10-22 ${trevelyan} 789 home 01632960587 790 home ${email} OC789 home 01632960587 C123 01632960587 Y12345`;

  test.for<[string, string[]]>([
    [
      star,
      [
        `2 U 123 Mrs Jane Smith MBE female ${janes('jane.smith@example.com')}`,
        `2 U 123 Mrs Jayne Smyth MBE female ${janes('jayne.smyth@example.com')}`,
      ],
    ],
    [
      'family=Smith&gender=male&birthdate=eq2010-10-22&given=John Paul&given=James',
      [`2 U 123 Mr John Paul James Smith MBE male ${janes('johnp.smith@example.com')}`],
    ],
    ['family=Smythe&birthdate=eq2005-06-16', ['2 R 123 Mrs Janet Smythe MBE female 2005-06-16 2005-06-16']],
    ['family=Jones&gender=male&birthdate=ge1992-01-01', ['2 U 6D6F5D00 Mr jackie jones male 2000-01-01 E8FFE847 12 somewhere london']],
    ['family=Godsoe&gender=male&birthdate=eq1936-02-24', ['2 R lLXvC MR Rodney Jeff GODSOE male 1936-02-24']],
    [
      'family=Massam&birthdate=eq1920-08-11',
      [
        '4 U AAFhg MRS Martha Carol MASSAM female 1920-08-11 rGPsv 49 MESSINGHAM LANE SCAWBY BRIGG S HUMBERSIDE DN20 9BB PAF 06310553 A20047',
      ],
    ],
    [
      'family=YOUDS&birthdate=1970-01-24',
      [
        '8 U DvFod Luke YOUDS male 1970-01-24 iULdN 109 REGINALD ROAD SCUNTHORPE S HUMBERSIDE DN15 8PG A20047',
        '2 U 1503A1A0 Luke YOUDS female 1970-01-24 4669CB44 1 Shelfford Street Scunthorpe',
        '2 U mIrXo Miss Luke YOUDS unknown 1970-01-24 xcqdq 109 REGINALD ROAD SCUNTHORPE S HUMBERSIDE DN15 8PG A20047',
        '2 U DVgHv Mr Luke Damien YOUDS other 1970-01-24 FNqjc 109 REGINALD ROAD SCUNTHORPE S HUMBERSIDE DN15 8PG A20047',
      ],
    ],
    [
      '_fuzzy-match=true&family=Blogs&given=Joe&birthdate=eq1955-11-05',
      ['171 U oHCsm MR BILL GARTON female 1955-11-05 drSwB 1 MOUNT AVENUE BARTON-UPON-HUMBER S HUMBERSIDE DN18 5DW A20047'],
    ],
    [
      '_fuzzy-match=true&family=ATTSÖN&given=PÀULINÉ&birthdate=eq1960-07-14',
      [
        '6 U vbmKw Ms Pauline attisón female 1960-07-14 dTEGF 2 WOODLANDS CLOSE BARROW-UPON-HUMBER S HUMBERSIDE DN19 7DX A20047',
        '36 U xnfZj Mrs Pauline Mary attison female 1960-07-14 eseuZ 13 COLLUM AVENUE SCUNTHORPE S HUMBERSIDE DN16 2HB A20047',
      ],
    ],
    [
      'family=CUFF&gender=female&birthdate=eq1926-01-07',
      ['2 U DiGat MRS Jane CUFF female 1926-01-07 hlMuz 2 CHURCH CLOSE BONBY BRIGG S HUMBERSIDE DN20 0PQ PAF 24104389 A20047'],
    ],
    [
      'family=Muir&gender=male&birthdate=eq2017-09-06&phone=00917855986859',
      [
        '3 U zXxiZ MR Julius MUIR male 2017-09-06 YxiqM 1 HUNTERS CROFT HAXEY DONCASTER S YORKSHIRE DN9 2NX PAF 22922390 8EAF137C mobile 00917855986859 A20047',
      ],
    ],
    [
      'family=Me*&birthdate=eq2015-10-22&general-practitioner=A20047',
      ['1 U kaYeM MR Bart Nathan MEEK male 2015-10-22 FtxkT 3 ECCLES COURT WRAWBY BRIGG S HUMBERSIDE DN20 8TD A20047'],
    ],
    [
      'family=TUNNEY&birthdate=ge1980-01-01&death-date=le2019-02-28',
      [
        '1 U XUupq MS Debra TUNNEY female 1980-01-21 2019-02-07 JImma THREE GABLES HALKON CLOSE LUDDINGTON SCUNTHORPE S HUMBERSIDE DN17 4RF A20047',
      ],
    ],
    [
      '_history=true&family=HUME&birthdate=1999-09-09',
      ['3 U COiiB Miss Rowenad MED male 1999-09-09 yFAeg 10 OAKWOOD RISE SCUNTHORPE S HUMBERSIDE DN16 3JW PAF 06283265 A20047'],
    ],
    [
      '_exact-match=true&family=KNAPP&gender=female&birthdate=eq1943-07-03',
      ['1 U znQNN MISS Kathy Megan KNAPP female 1943-07-03 QiCes 44 NEWLAND AVENUE SCUNTHORPE DN15 7HQ A20047'],
    ],
    [
      'family=McMatch-Single&birthdate=1954-10-26&gender=male&address-postalcode=BAP 4WG',
      ['1 U 978C7701 Mr Mickey McMatch-Single male 1954-10-26 A5ED70F0 317 Stuart Streets BAP4WG'],
    ],
    [
      'family=McMatch-Multiple&birthdate=1997-08-20&address-postcode=DN19 7UD',
      [
        '3 U 6ABDA7E2 Leandro Gerry McMatch-Multiple male 1997-08-20 49336F4C 1 Jasmine Court DN19 7UD',
        '1 U 65D8EC67 Leandro Gerry McMatch-Multiple male 1997-08-20 DE8E6651 1 Jasmine Court DN19 7UD',
      ],
    ],
  ])('by %s', async ([query, people]) => {
    const { body } = await search(query);
    expect(list(body['entry']).map((entry) => lineOf(entry['resource']))).toEqual(people);
  });

  test('is one of twenty called Smith', async () => {
    const { body } = await search(`${smith}&address-postcode=DN17*`);
    const home = 'home test@test.com';
    expect(list(body['entry']).map((entry) => lineOf(entry['resource']))).toEqual(
      [
        `2 U 246851C5 Sam Matt 5 The Blackthorns Broughton BRIGG: EE13E36A: 0622AADB ${home} AF342F9E 01234123123`,
        '2 U CF90C06B Sam Matt Shahdaroba Poplar Drive Broughton BRIGG: F650C3C3: 6F3EE252 home 01234123123 42FE16A9 work test@test.com',
        `4 U EF49854D Sam Matt 146 Burringham Road SCUNTHORPE: 15D93BE1: 06F23F70 ${home} E77E0899 home 01234123123: 2022-03-03`,
        `3 U 101C7601 Sam Matt 3 1 Albert Square Meadowside DUNDEE: 5D1EE820: D725A4E4 ${home} E9FD1599 home 01234123123: 2022-07-07`,
        '4 U 8DC3F6AC Sam Matt street town: 151D8EFA: 17DACEA4 home 0121000222 C2FDE019 home New@new.com',
        `2 U A4CEAF9B Sam Matt Ivanhoe New Holland Road BARROW-UPON-HUMBER: 5D326751: 7FF09004 ${home} 3065EF23 temp 01234123123`,
        `2 U EC093519 Sam Matt Elm Cottage West End Road ULCEBY: 51F273DD: F7CFA85B ${home} 1ACFC3C6 home 01222111111`,
        `2 U B9D97A4C Sam Matt 2 HIGHFIELD CRESCENT SCUNTHORPE: F6197DEB: 9ECEB2EB ${home} 620FA849 home 01234444444`,
        `2 U 38EF8A2D Sam Matt 1 SCHOOL CROFT WESTWOODSIDE DONCASTER: BE57324B: E2650674 ${home} DA0494A1 temp 01234111111`,
        `2 U C2765599 Sam Matt 8 Bedale Road SCUNTHORPE: F03A91B0: 3C8F1590 ${home} 431DD5FF work 01234123123`,
        `3 U D43DFBA6 Sam Matt Riseholme Greengate Lane Goxhill BARROW-UPON-HUMBER: 4751CDD0: 547E8DEA ${home} 03309CC1 home 01234123123: 2022-07-07`,
        '2 U 8B2D0BC0 Sam Matt 6 Sturmer Court SCUNTHORPE: 2E01FB2A: 3DE2D9C7 home email@email.com D04A1D9F home 01234123123',
        `2 U 07EAC539 Sam Matt DANE LODGE MILL LANE WRAWBY BRIGG: BBEFF749: C043BF6B ${home} 589C335C mobile 01234333333`,
        `2 U DD5B5096 Sam Bob 81 Ermine Street Broughton BRIGG: FB3109FC: 8393FF71 ${home} EE465034 home 01234123123`,
        `2 U 101577CF Sam Matt 6 Northlands Avenue Winterton SCUNTHORPE: 258C18C4: F606AE4E ${home} A67A7F77 mobile 01234123123`,
        `2 U B9088EA8 Sam Matt 1 ST. VINCENTS AVENUE SCUNTHORPE: C3DFF427: FE3EFE95 ${home} FDFA5BCB 01234555555`,
        `2 U 8A48BEAF Sam Matt CRESTA COLLEGE ROAD EAST HALTON IMMINGHAM S HUMBERSIDE: 0DE2D405: 94165207 ${home} 29479209 work 01234222222`,
        '2 U CDFC2784 Sam Matt 1 ALAN CRESCENT SCUNTHORPE S HUMBERSIDE: A97B1182: 02DF6A8D home 01234123123 3D3F7CA2 work work@work.com',
        `2 U 73ED0D7F Dave Matt Don Moorings Island Road Garthorpe SCUNTHORPE: 08006299: 7BF4B988 ${home} D59AF086 home 01234123123`,
        `2 U F8A76F5A Sam Matt 122 Grange Lane South SCUNTHORPE: B03419DB: 90AC976F ${home} 2269DB08 home 01234123123`,
      ].map((line) => {
        const [who = '', addressId = '', telecoms = '', died] = line.split(': ');
        const [version, security, id, first, second, ...lines] = who.split(' ');
        const isDave = first === 'Dave';
        return `${version} ${security} ${id} ${first} ${second} Smith male 2000-05-05${died ? ` ${died}` : ''} ${addressId} ${lines.join(' ')} DN17 4AA${isDave ? ' PAF 26106297' : ''} ${telecoms}${isDave ? ' H81109' : ''}`;
      }),
    );
  });

  test('is told of with a death as the first extension and nothing else that only a read tells', async () => {
    const found = (await search(janeSmith)).body['entry']?.[0]?.['resource'];
    expect(list(found?.['address'])).toHaveLength(1);
    expect(list(found?.['extension']).map(({ url }) => String(url).split('-').at(-1))).toEqual(['DeathNotificationStatus']);
    expect(found).not.toHaveProperty('managingOrganization');
    const dead = (await search('family=TUNNEY&birthdate=ge1980-01-01&death-date=le2019-02-28')).body['entry']?.[0]?.['resource'];
    expect(dead?.['extension']?.[0]?.['extension']).toMatchObject([
      {
        valueCodeableConcept: {
          coding: [
            { code: '1', display: 'Informal - death notice received via an update from a local NHS Organisation such as GP or Trust' },
          ],
        },
      },
      { valueDateTime: '2024-09-24T00:00:00+00:00' },
    ]);
  });
});
