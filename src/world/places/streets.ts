/** What streets, houses and suburbs are called: made up, so that no address here is anybody's. */

const words =
  `Alder,Amberley,Applegarth,Ashdene,Barnfold,Beechmount,Bellwether,Birchcroft,Blackthorn,Bluebell,Bracken,Bramblewood,Broomhill,Burnside,
Buttercup,Cedarwood,Chaffinch,Chestnut,Cloverfield,Coltsfoot,Copperbeech,Cornflower,Cowslip,Cranesbill,Curlew,Damson,Deerpark,Dogwood,
Dovecote,Elderberry,Fallowfield,Fernhill,Fieldfare,Foxglove,Goldcrest,Gorsefield,Greenfinch,Guelder,Harebell,Hawthorn,Hazelmere,Heather,
Heronsgate,Hollybush,Honeysuckle,Hopfield,Hornbeam,Ivybridge,Jasmine,Juniper,Kestrel,Kingcup,Kingfisher,Laburnum,Lapwing,Larkspur,Lavender,
Lilac,Limekiln,Linden,Linnet,Mallow,Maplewood,Marigold,Meadowsweet,Medlar,Millstream,Mistletoe,Moorhen,Mulberry,Nightingale,Nuthatch,
Oakapple,Orchard,Osprey,Oxlip,Partridge,Peartree,Pennywort,Periwinkle,Pheasant,Pimpernel,Pinewood,Plover,Poppyfields,Primrose,Quarrybank,
Quince,Ragwort,Redstart,Rosehip,Rowanberry,Samphire,Sandpiper,Saxifrage,Silverbirch,Siskin,Skylark,Snowdrop,Sorrel,Speedwell,Spindletree,
Starling,Stonechat,Stonecrop,Sycamore,Tanglewood,Tansy,Teasel,Thistledown,Thornbury,Toadflax,Treecreeper,Turnstone,Twinflower,Valerian,
Vetch,Violet,Wagtail,Waxwing,Wheatear,Whinfell,Whitethorn,Willowherb,Woodruff,Woodsorrel,Yarrow,Yewtree`
    .replaceAll('\n', '')
    .split(',');

const kinds = 'Road,Street,Avenue,Close,Lane,Drive,Way,Crescent,Grove,Gardens,Place,Terrace,Walk,Rise,View,Hill'.split(',');
const prefixes = ['', 'Upper ', 'Lower ', 'North ', 'South ', 'East ', 'West ', 'Old '];

const plain = words.length * kinds.length;
/** How many streets of one place can be told apart by name. */
export const streetNameCount = plain * prefixes.length;

export function streetName(n: number): string {
  const which = n % plain;
  return `${prefixes[Math.floor(n / plain)] ?? ''}${words[which % words.length] ?? ''} ${kinds[Math.floor(which / words.length)] ?? ''}`;
}

/** A word of the kind that streets, surgeries and pharmacies are named by. */
export function plantOrBird(n: number): string {
  return words[n % words.length] ?? '';
}

const housesOf =
  'Rose,Ivy,Orchard,Meadow,Hill,Mill,Church,Garden,Brook,Willow,Holly,Laurel,Yew,Bridge,Vine,Apple,Chapel,Dairy,Forge,Glebe,Green,Honey,Jasmine,Lane,Manor,Oak,Pond,Primrose,School,Spring,Stable,Wisteria'.split(
    ',',
  );
const houseKinds =
  'Cottage,House,Barn,Farm,Lodge,View,End,Croft,Bank,Villa,Corner,Gate,Nook,Rest,Dene,Acre,Holme,Field,Side,Ridge,Hollow,Leigh,Stead,Grange,Bungalow,Farmhouse,Wood,Haven,Place,Mead,Garth,Yard'.split(
    ',',
  );

/** One of 1,024 names of houses. */
export function houseName(n: number): string {
  return `${housesOf[n & 31] ?? ''} ${houseKinds[(n >> 5) & 31] ?? ''}`;
}

const blocks = ['Court', 'Heights', 'Mews', 'Point'] as const;

/** One of 512 names of buildings with flats. */
export function buildingName(n: number): string {
  return `${plantOrBird(n & 127)} ${blocks[n >> 7] ?? ''}`;
}

const careHomeKinds = ['Care Home', 'Nursing Home', 'Residential Home', 'Care Home'] as const;

/** One of 128 names of care homes. */
export function careHomeName(n: number): string {
  return `${plantOrBird(n)} ${n & 1 ? 'House' : 'Lodge'} ${careHomeKinds[(n >> 1) & 3] ?? ''}`;
}

const suburbs =
  `Northfield,Eastmoor,Southgate End,Westbrook,Highbank,Lowtown,Castle Green,Mill Green,Station Quarter,Harbourside,Abbey Fields,Bishopsmead,
Canal Side,Chapel Row,Crossways,Fairfield,Fountain Park,Friars Wood,Kingsmead,Lakeside,Newlands,Oldbridge,Park End,Priory Vale,Queensgate,
Riverside,Spring Bank,Sunnyside,Townsend,Underhill,Whitecross,Woodgate`
    .replaceAll('\n', '')
    .split(',');

export function suburbName(n: number): string {
  return suburbs[n % suburbs.length] ?? '';
}
