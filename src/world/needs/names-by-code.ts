/** Names of the countries that people were born in, by ISO 3166 code, and of the languages that they prefer, by ISO 639 code. */

export const countries: Readonly<Record<string, string>> = read(
  `AFG Afghanistan,AGO Angola,ALB Albania,AUS Australia,AUT Austria,BEL Belgium,BGD Bangladesh,BGR Bulgaria,BLR Belarus,BOL Bolivia,` +
    `BRA Brazil,BRB Barbados,CAN Canada,CHE Switzerland,CHN China,CIV Ivory Coast,CMR Cameroon,COD Congo,COL Colombia,CYP Cyprus,CZE Czechia,` +
    `DEU Germany,DMA Dominica,DZA Algeria,ECU Ecuador,EGY Egypt,ERI Eritrea,ESP Spain,ETH Ethiopia,FRA France,GBR United Kingdom,GHA Ghana,` +
    `GIN Guinea,GMB Gambia,GRC Greece,GRD Grenada,GUY Guyana,HKG Hong Kong,HUN Hungary,IND India,IRL Ireland,IRN Iran,IRQ Iraq,ISR Israel,` +
    `ITA Italy,JAM Jamaica,KEN Kenya,LBN Lebanon,LBY Libya,LCA Saint Lucia,LKA Sri Lanka,LTU Lithuania,LVA Latvia,MAR Morocco,MDA Moldova,` +
    `MLT Malta,MWI Malawi,MYS Malaysia,NGA Nigeria,NLD Netherlands,NPL Nepal,NZL New Zealand,PAK Pakistan,PER Peru,PHL Philippines,` +
    `POL Poland,PRT Portugal,ROU Romania,RUS Russia,SDN Sudan,SGP Singapore,SLE Sierra Leone,SOM Somalia,SVK Slovakia,SYR Syria,` +
    `TTO Trinidad and Tobago,TUR Turkey,TWN Taiwan,TZA Tanzania,UGA Uganda,UKR Ukraine,USA United States,VEN Venezuela,VNM Vietnam,` +
    `XKX Kosovo,YEM Yemen,ZAF South Africa,ZMB Zambia,ZWE Zimbabwe`,
);

export const languages: Readonly<Record<string, string>> = read(
  `ak Akan,am Amharic,ar Arabic,bg Bulgarian,bn Bengali,ca Catalan,cs Czech,de German,el Greek,es Spanish,fa Persian,fr French,gu Gujarati,` +
    `he Hebrew,hi Hindi,hu Hungarian,ig Igbo,it Italian,kn Kannada,ku Kurdish,lg Ganda,ln Lingala,lt Lithuanian,lv Latvian,ml Malayalam,` +
    `nd North Ndebele,ne Nepali,nl Dutch,pa Punjabi,pl Polish,ps Pashto,pt Portuguese,ro Romanian,ru Russian,si Sinhala,sk Slovak,sn Shona,` +
    `so Somali,sq Albanian,sw Swahili,ta Tamil,te Telugu,ti Tigrinya,tl Tagalog,tr Turkish,uk Ukrainian,ur Urdu,vi Vietnamese,yi Yiddish,` +
    `yo Yoruba,zh Chinese`,
);

function read(list: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    list.split(',').map((entry) => {
      const [code = ''] = entry.split(' ', 1);
      return [code, entry.slice(code.length + 1)];
    }),
  );
}
