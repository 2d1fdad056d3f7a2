/**
 * Towns and streets. Towns are real, for plausibility; streets are made up; and every postcode has a district number that, to our
 * knowledge, Royal Mail has never issued in that area, so that no address here is anybody's.
 */

export interface Town {
  readonly name: string;
  readonly county: string;
  /** Postcode area and a tens digit; the last digit of the district is drawn by street. */
  readonly district: string;
  /** Dialling code of one of Ofcom's ranges for drama, and how many digits follow. */
  readonly dial: string;
}

const anywhere = '01632 960';

/** Neighbouring towns stand together, since integrated care boards take them in runs. */
export const towns: readonly Town[] = [
  ['Carlisle', 'Cumbria', 'CA7'],
  ['Newcastle upon Tyne', 'Tyne and Wear', 'NE5', '0191 498 0'],
  ['Sunderland', 'Tyne and Wear', 'SR6'],
  ['Durham', 'County Durham', 'DH6'],
  ['Middlesbrough', 'North Yorkshire', 'TS6'],
  ['York', 'North Yorkshire', 'YO7'],
  ['Hull', 'East Yorkshire', 'HU6'],
  ['Leeds', 'West Yorkshire', 'LS7', '0113 496 0'],
  ['Bradford', 'West Yorkshire', 'BD6'],
  ['Sheffield', 'South Yorkshire', 'S5', '0114 496 0'],
  ['Preston', 'Lancashire', 'PR6'],
  ['Liverpool', 'Merseyside', 'L5', '0151 496 0'],
  ['Manchester', 'Greater Manchester', 'M7', '0161 496 0'],
  ['Stoke-on-Trent', 'Staffordshire', 'ST7'],
  ['Shrewsbury', 'Shropshire', 'SY6'],
  ['Derby', 'Derbyshire', 'DE8'],
  ['Nottingham', 'Nottinghamshire', 'NG4', '0115 496 0'],
  ['Lincoln', 'Lincolnshire', 'LN6'],
  ['Leicester', 'Leicestershire', 'LE7', '0116 496 0'],
  ['Wolverhampton', 'West Midlands', 'WV6'],
  ['Birmingham', 'West Midlands', 'B5', '0121 496 0'],
  ['Coventry', 'West Midlands', 'CV6'],
  ['Worcester', 'Worcestershire', 'WR6'],
  ['Hereford', 'Herefordshire', 'HR6'],
  ['Northampton', 'Northamptonshire', 'NN6'],
  ['Peterborough', 'Cambridgeshire', 'PE6'],
  ['Cambridge', 'Cambridgeshire', 'CB5'],
  ['Norwich', 'Norfolk', 'NR6'],
  ['Ipswich', 'Suffolk', 'IP6'],
  ['Colchester', 'Essex', 'CO6'],
  ['Luton', 'Bedfordshire', 'LU6'],
  ['Milton Keynes', 'Buckinghamshire', 'MK6'],
  ['Oxford', 'Oxfordshire', 'OX7'],
  ['London', 'Greater London', 'SE6', '020 7946 0'],
  ['Croydon', 'Surrey', 'CR6'],
  ['Dartford', 'Kent', 'DA6'],
  ['Canterbury', 'Kent', 'CT7'],
  ['Brighton', 'East Sussex', 'BN7'],
  ['Reading', 'Berkshire', 'RG7', '0118 496 0'],
  ['Southampton', 'Hampshire', 'SO7'],
  ['Portsmouth', 'Hampshire', 'PO7'],
  ['Bournemouth', 'Dorset', 'BH6'],
  ['Bath', 'Somerset', 'BA6'],
  ['Bristol', 'Bristol', 'BS6', '0117 496 0'],
  ['Gloucester', 'Gloucestershire', 'GL7'],
  ['Exeter', 'Devon', 'EX7'],
  ['Plymouth', 'Devon', 'PL6'],
  ['Truro', 'Cornwall', 'TR6'],
].map(([name = '', county = '', district = '', dial = anywhere]) => ({ name, county, district, dial }));

/** No postcode's last two letters use these, which Royal Mail leaves out. */
export const inwardLetters = 'ABDEFGHJLNPQRSTUWXYZ';

export const streetNames =
  `Alder,Amberley,Applegarth,Ashdene,Barnfold,Beechmount,Bellwether,Birchcroft,Blackthorn,Bluebell,Bracken,Bramblewood,
Broomhill,Burnside,Cedarwood,Chestnut,Cloverfield,Copperbeech,Cornflower,Cowslip,Curlew,Damson,Deerpark,Dovecote,Elderberry,Fallowfield,
Fernhill,Foxglove,Goldcrest,Gorsefield,Greenfinch,Harebell,Hawthorn,Hazelmere,Heather,Heronsgate,Hollybush,Honeysuckle,Hopfield,Ivybridge,
Jasmine,Juniper,Kestrel,Kingcup,Laburnum,Lapwing,Larkspur,Lavender,Lilac,Limekiln,Linden,Mallow,Maplewood,Marigold,Meadowsweet,Millstream,
Mistletoe,Mulberry,Nightingale,Oakapple,Orchard,Osprey,Partridge,Peartree,Pennywort,Periwinkle,Pheasant,Pinewood,Plover,Poppyfields,Primrose,
Quarrybank,Quince,Redstart,Rosehip,Rowanberry,Sandpiper,Saxifrage,Skylark,Sorrel,Speedwell,Starling,Stonechat,Sycamore,Tanglewood,Teasel,
Thistledown,Thornbury,Toadflax,Treecreeper,Twinflower,Valerian,Violet,Wagtail,Wheatear,Whinfell,Whitethorn,Willowherb,Woodruff,Yarrow,Yewtree`
    .replaceAll('\n', '')
    .split(',');

export const streetKinds = [
  'Road',
  'Street',
  'Avenue',
  'Close',
  'Lane',
  'Drive',
  'Way',
  'Crescent',
  'Grove',
  'Gardens',
  'Court',
  'Place',
] as const;
export const localities = [
  'Northfield',
  'Eastmoor',
  'Southgate End',
  'Westbrook',
  'Highbank',
  'Lowtown',
  'Castle Green',
  'Mill Green',
  'Station Quarter',
  'Harbourside',
] as const;
export const houseNames = [
  'Rose Cottage',
  'The Old Bakery',
  'Ivy House',
  'Orchard View',
  'The Lodge',
  'Hillcrest',
  'Meadow Farm',
  'Fairview',
] as const;
