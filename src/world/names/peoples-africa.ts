/** Names of people with roots in Africa and the Caribbean, written as those of Europe are; after the countries' own lists as generally known. */
import type { PeopleNames } from '../peoples/people.ts';

export const yoruba: PeopleNames = {
  surnames: `Adeyemi,Adebayo,Ogunleye,Afolabi,Olatunji,Balogun,Akinola,Adewale,Oyelaran,Olanrewaju,Adeleke,Adegoke,Ajayi,Bakare,Salami,Lawal,Oladipo,Akande,Fashola,Ogunbanjo,Adeniyi,Olawale,Oyedele,Akintola,Ogundipe,Abiola,Odusanya,Onabanjo,Shittu,Ayodele,Aina,Adesanya,Omotosho,Popoola,Oyewole,Falade,Ojo,Williams,Johnson,Cole,Coker,Thompson,Ogunsanya,Alabi,Adekunle,Adeoye,Sanni,Bello,Oluwole,Okunola,Fagbemi,Oluwaseun-Adeyemi,Awolowo-Dosumu,Olusegun,Babalola,Owolabi`,
  women: [
    `Abiodun,Folake,Bolanle,Modupe,Olufunke,Risikat,Comfort,Florence,Victoria,Mojisola,Abosede,Iyabo,Taiwo,Kehinde,Ebun,Morenike,Aduke,Grace,Dorcas,Bisi,Adunni,Felicia`,
    `Funmilayo,Yetunde,Folasade,Titilayo,Omolara,Bukola,Olayinka,Adenike,Oluwakemi,Temitope,Bolaji,Ronke,Toyin,Abimbola,Adebola,Oluwatoyin,Kemi,Shade,Ayodeji,Olabisi,Lola,Motunrayo,Esther,Blessing,Tolulope`,
    `Temi,Tolu,Ife,Simi,Ayomide,Oluwadamilola,Tiwa,Oyin,Dami,Oluwaseyi,Teniola,Moyosore,Anjola,Fiyin,Zainab,Ireoluwa,Ore,Semilore,Darasimi,Eniola,Jomi,Deborah,Oluwatise,Inioluwa,Mofe`,
  ],
  men: [
    `Samuel,Joseph,Michael,Olufemi,Ezekiel,Gbadebo,Adewunmi,Rasheed,Abiodun,Oladele,Ganiyu,Solomon,Babajide,Sunday,Akinwale,Isaac,Adeyinka,Bamidele,Julius,Timothy,Taiwo,Olukayode`,
    `Babatunde,Olumide,Oluwaseun,Adewale,Tunde,Olusegun,Femi,Kayode,Kunle,Segun,Rotimi,Wale,Dele,Gbenga,Niyi,Olawale,Adekunle,Biodun,Yemi,Emmanuel,Ademola,Abayomi,Sola,Lanre,Kolawole`,
    `Ayomide,Tobi,Temitope,Tomiwa,Oluwatobiloba,Damilola,Ayo,Daniel,David,Timi,Fola,Moyo,Jomiloju,Ireoluwa,Oluwafemi,Tireni,Malachi,Joshua,Ibrahim,Samuel,Deji,Seun,Ikeoluwa,Feranmi,Toluwani`,
  ],
};

export const igbo: PeopleNames = {
  surnames: `Okafor 3,Okeke 2.6,Nwosu,Okoro,Eze,Obi,Chukwu,Okonkwo,Nwachukwu,Igwe,Kalu,Madu,Onyeka,Uche,Nnamdi,Onwuachi,Nkemelu,Anyanwu,Nwankwo,Okoye,Ezeh,Umeh,Onyekachi,Ikechukwu,Okolie,Onuoha,Ibeh,Nwafor,Njoku,Opara,Amadi,Udeh,Emenike,Ugwu,Aniagolu,Chukwuemeka,Ezenwa,Mbah,Ogbonna,Iwuchukwu,Duru,Nweke,Achebe,Ikpeazu,Osuji,Ani,Agu,Effiong,Bassey,Etim,Idemudia,Osagie,Igbinedion,Ehigiator`,
  women: [
    `Ngozi,Florence,Comfort,Grace,Victoria,Beatrice,Nwakaego,Christiana,Patience,Mgbeke,Theresa,Caroline,Ugoeze,Josephine,Agnes,Felicia,Nneoma,Rose,Ifeyinwa,Cordelia,Virginia`,
    `Ngozi,Chioma,Nkechi,Adaeze,Ifeoma,Uchenna,Amaka,Chinwe,Obiageli,Nneka,Ogechi,Chinyere,Adaobi,Uju,Ijeoma,Ebele,Oluchi,Nkiru,Blessing,Mercy,Edith,Stella,Onyinye,Uzoamaka`,
    `Adaora,Chidera,Amara,Kamsi,Somto,Chiamaka,Kosi,Munachi,Zara,Ada,Chisom,Nmesoma,Ebube,Kaima,Favour,Chimamanda,Ifunanya,Olanna,Zikora,Testimony,Michelle,Nicole,Kachi,Goodness`,
  ],
  men: [
    `Augustine,Godfrey,Cyprian,Sylvester,Benson,Innocent,Godwin,Ignatius,Patrick,Sunday,Boniface,Emmanuel,Festus,Christopher,Cornelius,Raphael,Lawrence,Francis,Ogbonnaya,Nathaniel,Linus`,
    `Chukwuemeka,Chinedu,Emeka,Ikenna,Obinna,Ifeanyi,Uchenna,Nnamdi,Kingsley,Chukwudi,Chidi,Okechukwu,Kelechi,Obi,Ugochukwu,Anthony,Chima,Ndubuisi,Uche,Emmanuel,Azubuike,Collins,Chibuzo,Kenechukwu`,
    `Chidubem,Kosisochukwu,Somto,Kamsiyochukwu,Zikora,Jidenna,Daniel,Chimdi,Kamso,Ebuka,Tobechukwu,Munachi,Prince,Divine,David,Dumebi,Arinze,Kobi,Ebube,Nathan,Jayden,Bryan,Ugonna,Chizaram`,
  ],
};

export const ghanaian: PeopleNames = {
  surnames: `Mensah 4,Owusu 4,Osei 3.4,Boateng 3,Asante 2.6,Appiah,Agyeman,Addo,Ampofo,Amoah,Antwi,Acheampong,Adjei,Ofori,Opoku,Sarpong,Yeboah,Darko,Frimpong,Boakye,Danso,Amponsah,Asamoah,Badu,Baffour,Bonsu,Donkor,Gyamfi,Kyei,Nkrumah,Nyarko,Obeng,Oduro,Oppong,Poku,Quansah,Quaye,Sackey,Tetteh,Twumasi,Amankwah,Annan,Ansah,Arthur,Essien,Ankrah,Lamptey,Larbi,Okyere,Prempeh,Wiredu,Ohene,Akoto,Aidoo,Baidoo,Dadzie`,
  women: [
    `Comfort,Grace,Mary,Esther,Akosua,Felicia,Beatrice,Agnes,Cecilia,Victoria,Theresa,Florence,Dora,Elizabeth,Adwoa,Afua,Juliana,Margaret,Monica,Ernestina,Faustina,Yaa,Georgina`,
    `Abena,Akosua,Ama,Efua,Adwoa,Akua,Mercy,Patience,Vida,Rita,Gifty,Linda,Evelyn,Doris,Joyce,Rebecca,Charlotte,Mavis,Lydia,Millicent,Rose,Janet,Regina,Yaa,Afia,Matilda`,
    `Nana Ama,Esi,Afia,Maame,Nhyira,Adom,Abigail,Kezia,Jessica,Stephanie,Vanessa,Priscilla,Michelle,Naana,Ewurabena,Tiana,Ohemaa,Emmanuella,Anita,Gabriella,Abena,Aseda,Ama,Awurama`,
  ],
  men: [
    `Kwame,Kofi,Joseph,Emmanuel,Samuel,Ebenezer,Daniel,Yaw,Kwabena,Stephen,Francis,Paul,John,Isaac,Peter,Benjamin,Nicholas,George,Thomas,Albert,Augustine,Alexander,Kojo`,
    `Kwame,Kofi,Kwabena,Yaw,Kwaku,Kwasi,Kojo,Emmanuel,Michael,Eric,Isaac,Charles,Richard,Prince,Ernest,Frank,Felix,Samuel,Bernard,Dennis,Patrick,Collins,Akwasi,Ebo,Kwesi,Justice`,
    `Nana,Nana Kofi,Jayden,Kwadwo,Papa,Nathan,Joel,Jeremiah,Caleb,Elijah,Kobina,Kweku,Adom,Nhyira,Kyle,Jude,Aseda,Reuben,Joshua,Emmanuel,Ethan,Yaw,Kofi,Ephraim`,
  ],
};

export const somali: PeopleNames = {
  surnames: `Mohamed 12,Ali 9,Ahmed 7,Hassan 6,Abdi 5,Hussein 4,Omar 4,Ibrahim 3,Yusuf 3,Osman 3,Farah 3,Warsame,Jama,Aden,Nur,Hersi,Abdullahi,Ismail,Mohamud,Adan,Elmi,Isse,Egal,Duale,Guled,Haji,Abdirahman,Barre,Dirie,Gure,Abukar,Sheikh,Sharif,Salah,Said,Samatar,Shire,Roble,Musse,Muse,Mire,Maalim,Liban,Kahin,Jimale,Hirsi,Hashi,Gedi,Dahir,Bile,Aweys,Awale`,
  women: [
    `Halima,Fadumo,Amina,Khadija,Asha,Mariam,Hawa,Zeinab,Safia,Maryan,Ardo,Dahabo,Shamis,Sahra,Habiba,Nuura,Faduma,Kinsi,Luul,Batulo,Raho`,
    `Hodan,Sahra,Ifrah,Sagal,Fowsia,Nimo,Ubah,Hamdi,Deqa,Ayan,Hibo,Muna,Faiza,Zamzam,Roda,Hinda,Naima,Idil,Saredo,Safiya,Kaltun,Filsan,Fartun,Fathiya`,
    `Hafsa,Sumaya,Ilham,Maryam,Salma,Aaliyah,Hamda,Zakia,Amal,Ikram,Ruqiya,Yasmin,Nasra,Asma,Aisha,Khadra,Najma,Sundus,Samira,Rahma,Ayaan,Hanan,Iqra,Sabirin`,
  ],
  men: [
    `Mohamed,Abdi,Ahmed,Ali,Hassan,Omar,Yusuf,Jama,Ibrahim,Farah,Osman,Aden,Warsame,Nur,Salah,Hussein,Haji,Said,Elmi,Abshir,Gelle`,
    `Mohamed,Abdirahman,Abdullahi,Ahmed,Abdi,Mustafa,Liban,Mahad,Guled,Hassan,Abdirashid,Abdulkadir,Bashir,Ismail,Yasin,Mukhtar,Khadar,Bile,Faisal,Dahir,Burhan,Abdiaziz,Saed,Sharmarke`,
    `Mohamed,Zakaria,Ayub,Ilyas,Khalid,Yahya,Abdirahman,Ibrahim,Hamza,Bilal,Yusuf,Mubarak,Suhayb,Anas,Imran,Sakariye,Adnan,Ridwan,Idris,Mahdi,Zubeir,Jibril,Salman,Hanad`,
  ],
};

export const zimbabwean: PeopleNames = {
  surnames: `Moyo 5,Ncube 4,Ndlovu 3.6,Sibanda 3.4,Dube 2.6,Nyathi,Nkomo,Mpofu,Chikwanha,Mutasa,Banda,Phiri,Mwale,Tembo,Chirwa,Mlambo,Chigumba,Makoni,Mapfumo,Marufu,Matambanadzo,Mavhunga,Mhlanga,Mukono,Munyaradzi,Murambiwa,Mutsvairo,Muzenda,Ndoro,Ngwenya,Nhamo,Nyamande,Nyoni,Rusike,Shumba,Sithole,Tshuma,Zhou,Zulu,Gumbo,Chiwenga,Chikowore,Chinyoka,Gwenzi,Hove,Kamba,Khumalo,Mathebula,Mokoena,Mulenga`,
  women: [
    `Grace,Mary,Esther,Rosemary,Beauty,Sarah,Margaret,Joyce,Florence,Elizabeth,Agnes,Violet,Eunice,Stella,Otilia,Judith,Winnie,Emily,Gladys,Patience,Ruth,Sithembile`,
    `Tendai,Rudo,Nyasha,Chipo,Tsitsi,Sithembiso,Precious,Rumbidzai,Nomsa,Ratidzo,Nyarai,Thandiwe,Fungai,Charity,Memory,Loveness,Sibongile,Shamiso,Tambudzai,Faith,Nokuthula,Yeukai,Vimbai,Mavis`,
    `Tanaka,Tadiwa,Makanaka,Ruvarashe,Anesu,Nandi,Tinotenda,Ropafadzo,Kudzai,Panashe,Rutendo,Thandeka,Mufaro,Tariro,Zoe,Michelle,Chantelle,Natalie,Isheanesu,Tawananyasha,Nomalanga,Bhekiwe`,
  ],
  men: [
    `Joseph,Peter,John,Simon,David,Moses,Cephas,Elias,Amos,Lovemore,Ernest,George,Stephen,Thomas,Enock,Isaac,Robert,Sydney,Canaan,Phineas,Josiah`,
    `Tendai,Tafadzwa,Farai,Kudzai,Takudzwa,Blessing,Brighton,Innocent,Tapiwa,Simbarashe,Nkosana,Godfrey,Givemore,Munyaradzi,Sibusiso,Trust,Tawanda,Shingirai,Edmore,Clive,Mthulisi,Garikai,Tonderai`,
    `Tinashe,Tanatswa,Tadiwanashe,Anotida,Munashe,Kupakwashe,Nathan,Tawana,Ryan,Ethan,Tinotenda,Panashe,Ngonidzashe,Jayden,Thabo,Leeroy,Mandla,Kundai,Liam,Tatenda,Prince,Rufaro`,
  ],
};

/** Of Kenya, Uganda and Tanzania. */
export const eastAfrican: PeopleNames = {
  surnames: `Mwangi 3,Kamau 3,Otieno 2.6,Njoroge,Odhiambo,Kariuki,Maina,Kimani,Ochieng,Omondi,Onyango,Kiplagat,Mukasa,Nsubuga,Kato,Okello,Opio,Ssentongo,Mugisha,Byaruhanga,Tumusiime,Kiprotich,Cheruiyot,Kibet,Wafula,Barasa,Mutua,Musyoka,Kilonzo,Githinji,Gitau,Karanja,Macharia,Muriuki,Ndegwa,Njuguna,Waweru,Ouma,Odongo,Otim,Lubega,Kiggundu,Ssemakula,Walusimbi,Mushi,Massawe,Lema,Juma,Mwakasege,Kimaro,Okoth,Owino`,
  women: [
    `Mary,Margaret,Grace,Wanjiku,Rose,Jane,Agnes,Esther,Beatrice,Florence,Nyambura,Teresia,Wambui,Sarah,Damaris,Joyce,Prisca,Ruth,Elizabeth,Catherine,Nakato`,
    `Wanjiru,Akinyi,Achieng,Nakato,Catherine,Susan,Lucy,Mercy,Anne,Winnie,Njeri,Christine,Caroline,Jacinta,Juliet,Harriet,Winfred,Sylvia,Jackline,Namukasa,Babirye,Irene,Lilian,Pauline`,
    `Zuri,Imani,Natasha,Michelle,Neema,Faith,Amani,Makena,Stacey,Kendi,Nia,Shantel,Wendo,Tiffany,Joy,Sasha,Zawadi,Hope,Abigail,Atieno,Nakitende,Precious,Kisakye`,
  ],
  men: [
    `John,Joseph,Peter,James,Paul,Stephen,Francis,Daniel,Samuel,David,George,Charles,Simon,Kamau,Ezekiel,Julius,Wilson,Joshua,Jackson,Moses,Elijah`,
    `Kamau,Otieno,Patrick,Anthony,Kennedy,Robert,Dennis,Ronald,Isaac,Geoffrey,Kevin,Martin,Brian,Eric,Fred,Evans,Wycliffe,Moses,Henry,Godfrey,Edwin,Njoroge,Ivan,Timothy`,
    `Ryan,Jabari,Ethan,Amani,Jayden,Trevor,Kimani,Liam,Baraka,Adrian,Victor,Nathan,Emmanuel,Mark,Alvin,Collins,Joel,Jonathan,Elvis,Leon,Mwangi,Elijah,Tendo`,
  ],
};

/** Of Eritrea and Ethiopia: the second name is the father's. */
export const ethiopian: PeopleNames = {
  surnames: `Tesfaye,Gebremariam,Haile,Tekle,Kidane,Gebre,Tesfay,Abraham,Berhane,Mehari,Woldemariam,Ghebremedhin,Habte,Kebede,Tadesse,Alemu,Bekele,Girma,Mulugeta,Abebe,Assefa,Desta,Getachew,Mengistu,Negash,Solomon,Teklu,Wolde,Yohannes,Zerai,Araya,Asmelash,Fessehaye,Gebreyesus,Ghebreyesus,Hagos,Isaac,Kahsay,Kiflu,Medhanie,Ogbazghi,Russom,Semere,Tewelde,Weldu,Yemane,Zemichael,Hailemariam,Teclemariam,Gebremeskel,Okbay,Mohammed`,
  women: [
    `Letebrhan,Abeba,Tsehay,Almaz,Mulu,Zewditu,Tiblets,Alganesh,Nigisti,Lemlem,Mebrat,Tirhas,Aster,Belainesh,Kebedech,Ghidey,Brikti,Hiwet,Etenesh,Zaid`,
    `Selam,Hiwot,Tigist,Selamawit,Rahel,Meron,Bethlehem,Genet,Mihret,Saba,Senait,Helen,Freweini,Luwam,Azeb,Hirut,Yordanos,Semhar,Winta,Tsion,Mulunesh,Eden,Feven`,
    `Eliana,Soliana,Nardos,Abigail,Bethel,Heran,Mekdes,Lidya,Naomi,Delina,Rodas,Saron,Fiyori,Blen,Maraki,Arsema,Yohana,Amen,Liya,Betty,Hermela,Natsnet`,
  ],
  men: [
    `Tesfaye,Haile,Kidane,Berhane,Tekle,Mulugeta,Girma,Kebede,Mehari,Araya,Alemu,Ghebre,Woldu,Asmerom,Bekele,Fikre,Yohannes,Hagos,Tadesse,Okbai`,
    `Dawit,Yonas,Daniel,Solomon,Samuel,Abel,Biniam,Tewodros,Mussie,Robel,Filmon,Henok,Ermias,Amanuel,Yared,Teklay,Fitsum,Kibrom,Merhawi,Zerai,Mikael,Simon,Aman`,
    `Nahom,Natnael,Yafet,Eyob,Kaleb,Abenezer,Nathan,Adonay,Yosief,Noah,Eyoel,Bereket,Surafel,Amen,Yoel,Christian,Elnathan,Essey,Isaac,Kirubel,Mikias,Joel`,
  ],
};

/** French-speaking Africa: Congo, Ivory Coast, Cameroon, Guinea, and Sierra Leone and the Gambia beside them. */
export const congolese: PeopleNames = {
  surnames: `Kabongo,Ilunga,Mbuyi,Tshibangu,Mutombo,Kalala,Lukaku,Mukendi,Ngoy,Kabila,Kasongo,Makiese,Nzuzi,Mbala,Lokoli,Mayele,Diallo,Bah,Sow,Traoré,Koné,Touré,Camara,Cissé,N'Diaye,Kouassi,Kouamé,Yao,Bamba,Coulibaly,Ouattara,Nkeng,Fotso,Tchami,Ngono,Atangana,Tabi,Mbarga,Kamara,Sesay,Koroma,Conteh,Bangura,Turay,Jalloh,Mansaray,Fofanah,Jallow,Ceesay,Njie,Sanneh,Lubaki`,
  women: [
    `Marie,Thérèse,Jeanne,Véronique,Béatrice,Fatou,Mariama,Antoinette,Isatu,Kadiatu,Aminata,Philomène,Agnès,Elisabeth,Hawa,Martine,Haja,Anne-Marie,Odette,Cécile`,
    `Fatou,Mariama,Isatu,Aminata,Chantal,Clarisse,Nadège,Solange,Rosine,Carine,Mamie,Mireille,Sylvie,Fatmata,Binta,Gisèle,Brigitte,Laure,Aissatou,Adja,Kadija,Blandine,Pascaline`,
    `Grâce,Divine,Plamedi,Merveille,Exaucée,Naomi,Dorcas,Rebecca,Fanta,Mariam,Princesse,Christelle,Jemima,Kelly,Prunelle,Awa,Ruth,Keren,Oumou,Aïcha,Bénédicte,Océane,Nathalie`,
  ],
  men: [
    `Jean,Pierre,Joseph,André,Alhaji,Mamadou,Augustin,Sorie,Albert,Michel,Thomas,Lansana,Foday,Gaston,Félicien,Antoine,Momodou,Ibrahima,Barthélemy,Daniel`,
    `Mamadou,Ousmane,Patrick,Jean-Pierre,Serge,Didier,Alhassan,Abdoulaye,Moussa,Guy,Hervé,Thierry,Alpha,Mohamed,Amadou,Papy,Trésor,Christian,Olivier,Lamin,Sheku,Ebrima,Blaise,Fabrice`,
    `Gloire,Exaucé,Nathan,Plamedi,Josué,Divin,Samuel,Emmanuel,Jordan,Yannick,Elie,Moïse,Ismaël,Rayan,Abou,Christopher,Dan,Aaron,Gédéon,Hervé-Junior,Isaac,Alseny,Seydou`,
  ],
};

export const caribbean: PeopleNames = {
  surnames: `Brown 5,Williams 4.6,Campbell 3,Johnson 2.6,Thompson 2.4,Grant 2,Clarke,Lewis,Smith,Gordon,Francis,Reid,James,Edwards,Morgan,Stewart,Morris,Henry,Gayle,Bailey,Davis,Wright,Palmer,Samuels,Powell,Miller,Robinson,Anderson,Walker,Joseph,Charles,Simpson,Graham,Allen,Douglas,Barrett,Nelson,Dixon,Hamilton,Bennett,McKenzie,Gordon-Brown,Beckford,Blake,Bogle,Boothe,Cameron,Chambers,Daley,Dacosta,Dunkley,Ellis,Facey,Ffrench,Fearon,Forde,Forrester,Gittens,Greenidge,Hinds,Hibbert,Hylton,Jarrett,Lindo,Linton,Lawes,McFarlane,McLeod,Mighty,Mullings,Noel,Peart,Pinnock,Prendergast,Pitter,Rowe,Spence,Sterling,St Louis,St Hilaire,Alleyne,Braithwaite,Augustin,Baptiste,Antoine,Wint,Whyte,Watkis,Trotman,Swaby,Thame`,
  women: [
    `Gloria,Hyacinth,Myrtle,Icilda,Merle,Beverley,Pearl,Cynthia,Una,Sybil,Enid,Ena,Daphne,Inez,Lurline,Daisy,Iris,Vinette,Monica,Sonia,Hermine,Joyce,Carmen,Verna,Eulalee,Ivy,Clarice,Norma,Mavis,Sylvia`,
    `Sharon,Beverley,Marcia,Jacqueline,Yvonne,Paulette,Donna,Angela,Michelle,Claudette,Sonia,Lorna,Maxine,Valerie,Audrey,Cheryl,Marva,Heather,Andrea,Carol,Charmaine,Sandra,Simone,Natalie,Marlene,Pauline,Althea,Dionne,Jennifer`,
    `Shanice,Jada,Tianna,Kayla,Aaliyah,Shaniqua,Renee,Tia,Amara,Ebony,Jasmine,Chantelle,Kiara,Naomi,Rochelle,Shanelle,Imani,Nevaeh,Zion,Kezia,Sade,Rhianna,Aaliyah-Rose,Tanisha,Alicia,Simone,Amari,Leah,Monique`,
  ],
  men: [
    `Winston,Clifton,Cecil,Vincent,Neville,Lloyd,Roy,Carlton,Egbert,Rupert,Vernon,Cleveland,Desmond,Alfred,Wilfred,Keith,Noel,Percival,Lascelles,Clinton,Horace,Oscar,Cyril,Aston,Linford,Lynton,Samuel,Alvin,Sydney`,
    `Delroy,Leroy,Trevor,Michael,Errol,Anthony,Courtney,Wayne,Paul,Carlton,Everton,Devon,Glenroy,Patrick,Mark,Leon,Curtis,Ricky,Lennox,Dwight,Tyrone,Andrew,Marlon,Junior,Rohan,Barrington,Orville,Fitzroy,Steve`,
    `Jerome,Marcus,Tyrell,Jaden,Malachi,Reon,Kymani,Tyrese,Andre,Aaron,Micah,Elijah,Jordan,Romario,Kai,Nathaniel,Tremaine,Isaiah,Rio,Ashton,Zion,Dante,Javon,Akeem,Shaquille,Xavier,Kieron,Theo,Josiah`,
  ],
};
