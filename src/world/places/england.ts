/**
 * England in neighbourhoods: a main town with the towns and villages round it, whose people share its practices. Names and counties are
 * real, for plausibility. Figures: people of places marked `!` and of London's boroughs from the Census 2021 of the Office for National
 * Statistics, in thousands; of other towns from general knowledge, which only says how they share what their neighbourhood has left.
 * Few practices stand for all of England's, so a neighbourhood is a county or half of one, and its smaller places stand for many.
 */

export interface NeighbourhoodRow {
  readonly region: string;
  readonly board: string;
  /** Thousands of people on the list of each practice. */
  readonly lists: readonly number[];
  /** Whether its people are on the list of the practice of the neighbourhood before. */
  readonly joins: boolean;
  /** Share of the people who live in the villages: England's is 17 in 100 (Defra, Rural population, 2021). */
  readonly rural: number;
  /** Main town first. */
  readonly towns: readonly PlaceRow[];
  readonly villages: readonly PlaceRow[];
  /** A neighbourhood of London: its places are boroughs of one town. */
  readonly london: boolean;
}

export interface PlaceRow {
  readonly name: string;
  readonly county: string;
  /** 0 for villages. */
  readonly thousands: number;
  /** Whether the figure is the census's own, to be met as it stands. */
  readonly counted: boolean;
  /** Postcode area and a tens digit that, to our knowledge, Royal Mail has never used there; a unit's last digit is drawn. */
  readonly district: string;
}

/** People of the world who are alive at a time: what lists and counts are made for. */
export const alive = 634_000;

/** England's residents in thousands (Census 2021). */
export const english = 56_490;

const rows = `
North East and Yorkshire
North East and North Cumbria | Tyne and Wear | 13.5 | 9 | Newcastle upon Tyne 286! NE5, Gateshead 120, South Shields 76, Whitley Bay 37, Cramlington 30 (Northumberland) | Wylam (Northumberland), Heddon-on-the-Wall (Northumberland), Ovingham (Northumberland), Stamfordham (Northumberland), Seaton Sluice (Northumberland)
| Tyne and Wear | 7.6 | 16 | Sunderland 168! SR6, Washington 67 NE5, Durham 50 DH6 (County Durham), Chester-le-Street 24 DH6 (County Durham), Seaham 22 (County Durham) | Shincliffe (County Durham), Sherburn (County Durham), Lanchester (County Durham), Esh Winning (County Durham), Witton Gilbert (County Durham)
| County Durham | 10.5 | 16 | Middlesbrough 148! TS6 (North Yorkshire), Stockton-on-Tees 85, Hartlepool 88, Darlington 93 DL6, Redcar 37 (North Yorkshire), Bishop Auckland 25 DL6 | Great Ayton (North Yorkshire), Hurworth, Sedgefield, Stokesley (North Yorkshire), Gainford, Heighington
Humber and North Yorkshire | North Yorkshire | 7.2 | 36 | York 142! YO7, Harrogate 75 HG6, Selby 20, Malton 13 | Haxby, Strensall, Poppleton, Tadcaster, Easingwold, Pocklington (East Yorkshire), Boroughbridge, Stamford Bridge (East Yorkshire)
| North Yorkshire | 2.4 | 62 | Northallerton 19 DL6, Ripon 17 HG6, Thirsk 11 YO7 | Richmond, Leyburn, Bedale, Masham, Hawes, Catterick Village, Great Smeaton
| East Yorkshire | 7.4 | 30 | Hull 271! HU6, Beverley 31, Hessle 15, Goole 20 DN6 | Cottingham, Hedon, Howden, South Cave, Market Weighton, Leven
| Lincolnshire | 3.8 | 27 | Grimsby 86 DN6, Scunthorpe 81, Cleethorpes 40, Immingham 11 | Caistor, Laceby, Brigg, Keelby, Winterton
West Yorkshire | West Yorkshire | 14.3 | 6 | Leeds 536! LS7, Wakefield 100 WF6, Castleford 45 WF6, Pontefract 31 WF6, Morley 44, Wetherby 19 | Boston Spa, Bramham, Collingham, Scholes, Methley, Aberford
| West Yorkshire | +6.8 | 7 | Bradford 334! BD6, Keighley 49, Shipley 28, Ilkley 15 LS7, Bingley 18 | Haworth, Denholme, Addingham, Oxenhope, Silsden
| West Yorkshire | +6.8 | 10 | Huddersfield 142! HD6, Halifax 88 HX6, Dewsbury 63 WF6, Batley 45 WF6, Brighouse 33 | Slaithwaite, Kirkburton, Hebden Bridge, Meltham, Honley, Mytholmroyd
South Yorkshire | South Yorkshire | 11.5 | 5 | Sheffield 501! S5, Rotherham 71, Stocksbridge 13, Dronfield 21 (Derbyshire) | Oughtibridge, Wentworth, Harthill, Wharncliffe Side, Thorpe Hesley
| South Yorkshire | +4.9 | 14 | Doncaster 87 DN7, Barnsley 71 S5, Mexborough 15, Thorne 17 | Tickhill, Bawtry, Askern, Silkstone, Cawthorne
North West
Lancashire and South Cumbria | Cumbria | 4.3 | 42 | Carlisle 75 CA7, Penrith 16, Workington 25, Whitehaven 24 | Brampton, Wigton, Longtown, Dalston, Wetheral, Keswick, Cockermouth
| Cumbria | 1.9 | 55 | Kendal 29 LA6, Barrow-in-Furness 56, Ulverston 12 | Windermere, Ambleside, Sedbergh, Milnthorpe, Kirkby Lonsdale, Grange-over-Sands
| Lancashire | 6.3 | 17 | Preston 95 PR6, Chorley 38, Leyland 37, Lancaster 53 LA6, Morecambe 34 LA6 | Longridge, Garstang, Goosnargh, Hoghton, Eccleston, Croston
| Lancashire | +4.7 | 13 | Blackpool 149! FY6, Lytham St Annes 43, Fleetwood 26, Thornton-Cleveleys 31 | Great Eccleston, Wrea Green, Kirkham, Freckleton, Pilling
| Lancashire | 7.0 | 14 | Blackburn 125! BB6, Burnley 78, Accrington 36, Nelson 34, Darwen 31 | Whalley, Clitheroe, Barrowford, Mellor, Chatburn, Ribchester
Greater Manchester | Greater Manchester | 17.0 | 1 | Manchester 470! M7, Salford 110, Sale 55, Stretford 47, Altrincham 49, Swinton 43 | Warburton, Dunham Town
| Greater Manchester | +4.9 | 3 | Stockport 117! SK6, Hyde 36, Cheadle Hulme 26, Marple 19 | Compstall, Broadbottom, High Lane, Strines
| Greater Manchester | +5.7 | 4 | Oldham 110! OL6, Rochdale 111! OL7, Ashton-under-Lyne 48, Middleton 46 M7 | Uppermill, Delph, Greenfield, Diggle, Wardle
| Greater Manchester | 7.2 | 3 | Bolton 184! BL6, Wigan 108! WN6, Bury 81, Leigh 44 WN6 | Edgworth, Ainsworth, Belmont, Appley Bridge (Lancashire)
Cheshire and Merseyside | Merseyside | 13.5 | 2 | Liverpool 507! L5, St Helens 108 WA7, Southport 94 PR6, Bootle 60, Crosby 51, Huyton 43 | Rainford, Ince Blundell, Aughton (Lancashire), Haskayne (Lancashire)
| Merseyside | +3.2 | 3 | Birkenhead 109! CH5, Wallasey 61, Bebington 60, Heswall 29 | Burton, Thornton Hough, Willaston, Parkgate
| Cheshire | 6.4 | 14 | Warrington 175! WA6, Runcorn 62, Widnes 60, Northwich 50 CW6 | Lymm, Culcheth, Daresbury, Great Budworth, Appleton Thorn, Antrobus
| Cheshire | +6.6 | 28 | Chester 93 CH5, Crewe 76 CW6, Ellesmere Port 65, Macclesfield 55 SK7 | Tarporley, Malpas, Tattenhall, Audlem, Bunbury, Kelsall, Bollington
Midlands
Derby and Derbyshire | Derbyshire | 8.2 | 17 | Derby 276! DE8, Ilkeston 40, Long Eaton 38 NG4, Swadlincote 36, Belper 22 | Melbourne, Duffield, Ashbourne, Etwall, Hilton, Wirksworth
| Derbyshire | +4.5 | 30 | Chesterfield 77 S5, Matlock 12, Buxton 22 SK7, Bolsover 12 | Bakewell, Hathersage, Tideswell, Clay Cross, Ashover, Eyam
Nottingham and Nottinghamshire | Nottinghamshire | 13.8 | 17 | Nottingham 300! NG4, Mansfield 78, Arnold 38, Beeston 37, Newark-on-Trent 30, Worksop 44 S5 | Southwell, Bingham, Keyworth, Ruddington, Calverton, Radcliffe-on-Trent, Farnsfield
Leicester, Leicestershire and Rutland | Leicestershire | 13.5 | 18 | Leicester 407! LE7, Loughborough 65, Hinckley 50, Wigston 33, Melton Mowbray 28, Coalville 39 | Oakham (Rutland), Market Bosworth, Kibworth, Quorn, Uppingham (Rutland), Barrow upon Soar, Great Glen
Northamptonshire | Northamptonshire | 9.3 | 23 | Northampton 244! NN6, Kettering 63, Corby 68, Wellingborough 54, Rushden 32 | Brixworth, Oundle, Long Buckby, Earls Barton, Towcester, Thrapston
Lincolnshire | Lincolnshire | 5.9 | 45 | Lincoln 104! LN6, Gainsborough 21 DN7, Sleaford 19 NG7, Grantham 45 NG7 | Welton, Nettleham, Horncastle, Metheringham, Bardney, Market Rasen, Navenby, Woodhall Spa
| Lincolnshire | 3.2 | 48 | Boston 45 PE6, Spalding 34, Skegness 21 | Kirton, Sutterton, Wainfleet, Crowland, Donington, Holbeach St Marks
Birmingham, Solihull and the Black Country | West Midlands | 17.7 | 1 | Birmingham 1121! B5, Solihull 126!, Sutton Coldfield 96, Halesowen 60 | Meriden, Hampton in Arden, Barston
| West Midlands | +11.2 | 3 | Wolverhampton 234! WV6, West Bromwich 103 B5, Walsall 70 WS6, Dudley 80 DY6, Stourbridge 56 DY6, Smethwick 54 B5 | Pattingham, Kinver, Codsall, Enville
Staffordshire, Shropshire, Telford and Wrekin | Staffordshire | 9.0 | 15 | Stoke-on-Trent 258! ST7, Newcastle-under-Lyme 75, Leek 20, Biddulph 18, Congleton 28 CW6 (Cheshire) | Cheadle, Werrington, Alsager (Cheshire), Madeley, Audley, Betley
| Staffordshire | +4.5 | 28 | Stafford 71 ST6, Cannock 30 WS6, Burton upon Trent 76 DE8, Tamworth 79 B5, Lichfield 34 WS6 | Penkridge, Eccleshall, Gnosall, Great Haywood, Barton-under-Needwood
| Shropshire | 6.1 | 38 | Telford 156! TF6, Shrewsbury 77 SY6, Oswestry 18 SY6, Bridgnorth 12 WV6 | Newport, Much Wenlock, Church Stretton, Wem, Shifnal, Albrighton, Ludlow
Coventry, Warwickshire, Herefordshire and Worcestershire | Warwickshire | 12.5 | 16 | Coventry 344! CV6 (West Midlands), Nuneaton 88, Rugby 78, Leamington Spa 51, Bedworth 31, Stratford-upon-Avon 30 | Long Itchington, Southam, Alcester, Bulkington, Wellesbourne, Shipston-on-Stour, Henley-in-Arden
| Worcestershire | 7.2 | 25 | Worcester 105! WR6, Redditch 87, Kidderminster 57 DY6, Malvern 31, Bromsgrove 34 | Pershore, Upton-upon-Severn, Tenbury Wells, Broadway, Hallow, Bewdley
| Herefordshire | +2.4 | 57 | Hereford 61 HR6, Leominster 12, Ross-on-Wye 11 | Ledbury, Bromyard, Kington, Weobley, Credenhill, Fownhope
East of England
Norfolk and Waveney | Norfolk | 11.1 | 44 | Norwich 198! NR6, Great Yarmouth 63, Wymondham 15, Dereham 19, Thetford 27 IP7, Lowestoft 71 (Suffolk) | Aylsham, Acle, Loddon, Reepham, Harleston, Hingham, Cromer, Brundall, Mulbarton
Suffolk and North East Essex | Suffolk | 6.4 | 38 | Ipswich 151! IP6, Bury St Edmunds 42, Felixstowe 24, Stowmarket 21, Sudbury 23 CO6 | Woodbridge, Framlingham, Debenham, Claydon, Eye, Needham Market, Saxmundham
| Essex | +9.6 | 27 | Colchester 130! CO6, Clacton-on-Sea 53, Braintree 43 CM6, Witham 26 CM6, Harwich 20 | West Mersea, Dedham, Wivenhoe, Tiptree, Coggeshall, Earls Colne, Kelvedon
Mid and South Essex | Essex | 4.9 | 19 | Chelmsford 111! CM5, Harlow 94 CM8, Brentwood 52, Maldon 22 | Writtle, Danbury, Great Dunmow, Ingatestone, Stock, Boreham
| Essex | +10.7 | 9 | Southend-on-Sea 181! SS6, Basildon 116! SS7, Grays 74 RM7, Canvey Island 38, Rayleigh 33, Wickford 33 | Great Wakering, Canewdon, Horndon on the Hill, Ramsden Heath, Hullbridge
Hertfordshire and West Essex | Hertfordshire | 8.6 | 8 | Watford 132! WD6, Hemel Hempstead 95 HP6, St Albans 83 AL6, Rickmansworth 24, Berkhamsted 21 HP6 | Redbourn, Wheathampstead, Kings Langley, Chipperfield, London Colney
| Hertfordshire | +5.9 | 18 | Stevenage 89 SG6, Welwyn Garden City 51 AL6, Hatfield 41 AL6, Hitchin 35, Letchworth 34, Bishop's Stortford 41 | Knebworth, Buntingford, Codicote, Much Hadham, Ashwell, Walkern
Bedfordshire, Luton and Milton Keynes | Bedfordshire | 8.4 | 19 | Luton 225! LU6, Bedford 92 MK5, Dunstable 36, Leighton Buzzard 43, Biggleswade 22 SG7 | Toddington, Ampthill, Shefford, Cranfield, Harlington, Potton
| Buckinghamshire | +5.3 | 16 | Milton Keynes 197! MK6, Bletchley 37, Wolverton 14, Buckingham 14 | Olney, Winslow, Lavendon, Hanslope, Sherington
Cambridgeshire and Peterborough | Cambridgeshire | 6.1 | 44 | Cambridge 146! CB5, Ely 20, Newmarket 20 (Suffolk), Royston 18 SG7 (Hertfordshire) | Sawston, Histon, Cottenham, Linton, Soham, Melbourn, Waterbeach, Cambourne, Great Shelford
| Cambridgeshire | 4.7 | 22 | Peterborough 179! PE7, Wisbech 32, Huntingdon 25, St Ives 17, March 22 | Whittlesey, Yaxley, Ramsey, Eye Green, Thorney
London
North West London | Greater London | 17.7 7.4 | 0 | Ealing 367 W6, Brent 340 NW6, Hillingdon 306 UB6, Hounslow 288 TW7, Harrow 261 HA6, Westminster 204 W5, Hammersmith 183 W7, Kensington 143 W8 |
North Central London | Greater London | 12.9 4.0 | 0 | Barnet 389 N7, Enfield 330 EN5, Haringey 264 N6, Islington 217 N5, Camden 210 NW7 |
North East London | Greater London | 15.8 8.0 | 0 | Newham 351 E6, Tower Hamlets 310 E5, Redbridge 310 IG6, Waltham Forest 278 E8, Havering 262 RM6, Hackney 259 E7, Barking 219 IG7 |
South East London | Greater London | 13.9 7.4 | 0 | Bromley 330 BR6, Lambeth 318 SE8, Southwark 308 SE5, Lewisham 301 SE7, Greenwich 289 SE6, Bexley 247 DA6 |
South West London | Greater London | 12.2 5.8 | 0 | Croydon 391 CR6, Wandsworth 328 SW6, Merton 215 SW7, Sutton 210 SM6, Richmond upon Thames 195 TW8, Kingston upon Thames 168 KT6 |
South East
Buckinghamshire, Oxfordshire and Berkshire West | Berkshire | 7.2 | 14 | Reading 204! RG7, Bracknell 83, Wokingham 46, Newbury 44 RG8, Woodley 35 | Theale, Twyford, Burghfield Common, Pangbourne, Mortimer, Hurst
| Berkshire | +4.1 | 8 | Slough 165! SL7, Maidenhead 67, Windsor 32, Ascot 17 | Cookham, Datchet, Horton, Holyport
| Buckinghamshire | 4.7 | 30 | High Wycombe 78 HP7, Aylesbury 63, Amersham 23, Chesham 23, Beaconsfield 13 | Wendover, Princes Risborough, Great Missenden, Haddenham, Stokenchurch, Marlow Bottom
| Oxfordshire | 8.8 | 35 | Oxford 163! OX7, Banbury 54, Bicester 37, Abingdon 37, Didcot 33, Witney 30 | Woodstock, Islip, Eynsham, Wheatley, Charlbury, Chipping Norton, Watlington, Burford
Hampshire and Isle of Wight | Hampshire | 10.4 | 19 | Southampton 250! SO7, Eastleigh 60, Winchester 48, Andover 50 SP6, Totton 29, Romsey 17 | Lyndhurst, Bishop's Waltham, Botley, Brockenhurst, Hursley, Stockbridge, New Alresford
| Hampshire | 9.6 | 15 | Portsmouth 223! PO7, Gosport 70, Fareham 43, Havant 46, Waterlooville 65 | Southwick, Wickham, Denmead, Rowlands Castle, Horndean
| Hampshire | 4.2 | 22 | Basingstoke 115! RG6, Farnborough 62 GU7, Aldershot 38 GU7, Fleet 43 GU7, Alton 19 GU7 | Overton, Hook, Odiham, Hartley Wintney, Whitchurch, Oakley
Surrey Heartlands | Surrey | 8.4 | 15 | Guildford 79 GU7, Woking 103, Camberley 41, Farnham 27, Godalming 23 | Cranleigh, Shere, Ripley, Chiddingfold, Send, Bramley
| Surrey | +6.1 | 11 | Epsom 34 KT7, Redhill 35 RH6, Reigate 26 RH6, Leatherhead 12, Dorking 18 RH6, Staines-upon-Thames 27 TW7 | Brockham, Lingfield, Bletchingley, Limpsfield, Capel
Kent and Medway | Kent | 15.3 | 20 | Maidstone 109! ME6, Gillingham 105 ME7, Chatham 79 ME7, Rochester 64, Gravesend 59 DA7, Dartford 58 DA7, Tonbridge 41 TN6, Royal Tunbridge Wells 59 TN6 | West Malling, Headcorn, Staplehurst, Marden, Borough Green, Harrietsham, Lenham, Yalding
| Kent | 6.6 | 28 | Canterbury 55 CT7, Margate 64, Ashford 82 TN7, Folkestone 53, Whitstable 32, Dover 34, Faversham 20 ME8 | Sturry, Wingham, Ash, Chilham, Charing, Wye, Elham
Sussex | East Sussex | 9.8 | 17 | Brighton 277! BN7, Eastbourne 99, Hastings 91 TN8, Lewes 17, Bexhill-on-Sea 43 TN8, Seaford 24 | Ringmer, Ditchling, Newick, Alfriston, Battle, Herstmonceux, Plumpton
| West Sussex | 5.9 | 23 | Crawley 120! RH6, Horsham 50, Haywards Heath 39, East Grinstead 28, Burgess Hill 33 | Cuckfield, Lindfield, Billingshurst, Henfield, Handcross, Slinfold
| West Sussex | 4.9 | 16 | Worthing 112! BN6, Littlehampton 56, Bognor Regis 64 PO6, Chichester 29 PO6, Shoreham-by-Sea 48 | Steyning, Storrington, Pulborough, Arundel, Bosham
South West
Bristol, North Somerset and Gloucestershire | Bristol | 10.8 | 10 | Bristol 425! BS6, Weston-super-Mare 82 (Somerset), Kingswood 40, Yate 35 (Gloucestershire), Clevedon 21 (Somerset) | Wraxall (Somerset), Chew Magna (Somerset), Winscombe (Somerset), Pill (Somerset), Backwell (Somerset), Almondsbury (Gloucestershire)
| Somerset | +3.2 | 32 | Bath 94 BA6, Keynsham 19 BS7, Frome 28, Midsomer Norton 13 | Timsbury, Peasedown St John, Paulton, Saltford, Freshford, Bradford-on-Avon (Wiltshire)
| Gloucestershire | 4.5 | 33 | Gloucester 132! GL7, Stroud 26, Dursley 15, Cirencester 20 GL8 | Newent, Painswick, Berkeley, Coleford, Nailsworth, Minchinhampton
| Gloucestershire | +3.2 | 24 | Cheltenham 116! GL6, Tewkesbury 20, Bishop's Cleeve 14 | Winchcombe, Northleach, Bourton-on-the-Water, Moreton-in-Marsh, Prestbury
Bath, Swindon and Wiltshire | Wiltshire | 4.9 | 28 | Swindon 184! SN6, Chippenham 37, Devizes 17 | Highworth, Marlborough, Wroughton, Cricklade, Royal Wootton Bassett, Purton, Lyneham, Aldbourne
| Wiltshire | 4.0 | 50 | Salisbury 42 SP6, Trowbridge 37 BA7, Warminster 18 BA7, Amesbury 13 | Wilton, Downton, Tisbury, Mere, Shrewton, Pewsey
Dorset and Somerset | Dorset | 9.3 | 22 | Bournemouth 197! BH6, Poole 151! BH7, Christchurch 31, Weymouth 53 DT6, Dorchester 21 DT6 | Wareham, Corfe Castle, Wimborne St Giles, Blandford St Mary, Sherborne, Bere Regis
| Somerset | 6.8 | 45 | Taunton 60 TA6, Bridgwater 41, Yeovil 50 BA7, Wellington 15, Burnham-on-Sea 19 | Wiveliscombe, Minehead, Langport, Somerton, North Petherton, Ilminster, Dulverton, Watchet
Devon | Devon | 7.9 | 40 | Exeter 127! EX7, Exmouth 36, Torquay 50 TQ6, Newton Abbot 26 TQ6, Tiverton 20, Paignton 50 TQ6 | Topsham, Crediton, Cullompton, Ottery St Mary, Sidmouth, Honiton, Chudleigh, Moretonhampstead
| Devon | 7.0 | 26 | Plymouth 267! PL6, Plympton 29, Tavistock 13, Saltash 17 (Cornwall), Ivybridge 12 | Yelverton, Modbury, Kingsbridge, Salcombe, South Brent, Callington (Cornwall), Gunnislake (Cornwall)
Cornwall | Cornwall | 5.3 | 52 | Truro 21 TR6, Falmouth 24, Camborne 23, Redruth 14, St Austell 24 PL7, Newquay 24 | St Agnes, Perranporth, Probus, St Mawes, Penryn, Grampound, Mevagissey
| Cornwall | 1.3 | 60 | Penzance 16 TR7, St Ives 11, Helston 12 | Marazion, St Just, Mousehole, Hayle, Porthleven, Newlyn
`;

/** `Lowestoft 71! NR6 (Suffolk)`: all but the name may be left out, and what the neighbourhood has holds then. */
function placeRow(text: string, county: string, main: string): PlaceRow {
  const [, name = '', thousands = '0', counted, district = main, own = county] =
    /^(.+?)(?: (\d+)(!)?)?(?: ([A-Z]+\d))?(?: \((.+)\))?$/.exec(text) ?? [];
  return { name, county: own, thousands: Number(thousands), counted: counted !== undefined, district };
}

const listed = (text: string): readonly string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** Neighbouring neighbourhoods stand together; region and integrated care board hold until the next that is named. */
export function neighbourhoodRows(): readonly NeighbourhoodRow[] {
  let region = '';
  let board = '';
  const read: NeighbourhoodRow[] = [];
  for (const line of rows.trim().split('\n')) {
    const [named = '', county, lists = '', rural = '', towns = '', villages = ''] = line.split('|').map((part) => part.trim());
    if (county === undefined) {
      region = named;
      continue;
    }
    if (named !== '') board = named;
    const main = / ([A-Z]+\d)\b/.exec(towns)?.[1] ?? '';
    read.push({
      region,
      board,
      lists: lists.split(' ').map(Number),
      joins: lists.startsWith('+'),
      rural: Number(rural) / 100,
      towns: listed(towns).map((each) => placeRow(each, county, main)),
      villages: listed(villages).map((each) => placeRow(each, county, main)),
      london: region === 'London',
    });
  }
  return read;
}
