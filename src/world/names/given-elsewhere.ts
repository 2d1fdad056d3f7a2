/**
 * Given names in families with roots outside Britain, by surname group and sex: names used in every decade first, then names of the older
 * generations (born before 1975), then of the younger ones. Of our own making, after the minority names in ONS baby-name counts
 * and the countries' own published lists.
 */
export interface GivenNames {
  readonly always: string;
  readonly older: string;
  readonly younger: string;
}

export const givenElsewhere: Readonly<Record<string, { readonly women: GivenNames; readonly men: GivenNames }>> = {
  irish: {
    women: {
      always: `Mary,Catherine,Margaret,Anne,Elizabeth,Kathleen,Bridget,Sinéad,Siobhán,Áine,Caitríona,Orla,Niamh,Deirdre,Eileen,Fionnuala,Gráinne,Maeve,Nuala,Róisín,Úna,Sheila,Rose,Helen,Clare,Sarah,Eimear,Emer,Ciara,Aisling,Brigid,Mairead,Noreen,Teresa,Patricia,Frances,Julia,Ellen,Nora,Ann Marie`,
      older: `Josephine,Philomena,Bernadette,Breda,Carmel,Concepta,Dympna,Attracta,Goretti,Ita,Nancy,Peggy,Maura,Moira,Imelda,Agnes,Dolores,Rita,Maureen,Pauline,Assumpta,Angela,Geraldine,Carmel Mary,Kitty`,
      younger: `Aoife,Saoirse,Clodagh,Laoise,Caoimhe,Éabha,Fiadh,Sadhbh,Cara,Erin,Kate,Emma,Grace,Sophie,Ava,Lucy,Amy,Rachel,Laura,Michelle,Louise,Karen,Lisa,Muireann,Ailbhe`,
    },
    men: {
      always: `John,Patrick,Michael,James,Thomas,William,Seán,Daniel,Liam,Kevin,Brendan,Declan,Fergus,Gerard,Niall,Eamon,Colm,Dermot,Diarmuid,Donal,Eoin,Fintan,Kieran,Martin,Peter,Joseph,Paul,David,Rory,Ruairí,Séamus,Tadhg,Tomás,Pádraig,Malachy,Owen,Brian,Edward,Francis,Hugh`,
      older: `Christopher,Cornelius,Denis,Dominic,Jeremiah,Matthew,Noel,Timothy,Vincent,Bartholomew,Bernard,Columba,Finbarr,Jarlath,Laurence,Maurice,Phelim,Redmond,Terence,Gerald,Oliver,Raymond,Anthony,Aloysius,Desmond`,
      younger: `Conor,Cillian,Oisín,Darragh,Fionn,Cian,Aidan,Ronan,Shane,Ciarán,Cathal,Callum,Jack,Adam,Luke,Ryan,Noah,Charlie,Tom,Senan,Odhrán,Finn,Killian,Mark,Stephen`,
    },
  },
  european: {
    women: {
      always: `Anna,Maria,Katarzyna,Małgorzata,Agnieszka,Ewa,Elena,Barbara,Magdalena,Joanna,Teresa,Elżbieta,Monika,Dorota,Ioana,Andreea,Mihaela,Daniela,Cristina,Gabriela,Ana,Sofia,Giulia,Francesca,Chiara,Paola,Laura,Silvia,Isabel,Carmen,Inês,Beatriz,Marta,Julia,Olga,Natalia,Irina,Svetlana,Ingrid,Eleni`,
      older: `Halina,Krystyna,Jadwiga,Danuta,Stanisława,Zofia,Irena,Helena,Giuseppina,Rosa,Concetta,Antonia,Dolores,Manuela,Ursula,Gisela,Hannelore,Renate,Androulla,Despina,Panayiota,Yiannoula,Zsuzsanna,Ilona,Jana`,
      younger: `Zuzanna,Maja,Lena,Oliwia,Aleksandra,Wiktoria,Karolina,Paulina,Emilia,Nikola,Alexandra,Bianca,Denisa,Larisa,Alessia,Martina,Leonor,Matilde,Lucía,Alba,Camille,Chloé,Amélie,Zoé,Viktorija`,
    },
    men: {
      always: `Piotr,Krzysztof,Andrzej,Jan,Tomasz,Paweł,Marcin,Michał,Marek,Grzegorz,Łukasz,Adam,Robert,Marius,Andrei,Alexandru,Ion,Mihai,Cristian,Daniel,Marco,Giuseppe,Antonio,Francesco,Luca,José,João,Miguel,Pedro,Luís,Carlos,Manuel,Javier,Pierre,Jean-Luc,Stefan,Nikolay,Georgi,Dimitar,Andreas`,
      older: `Stanisław,Zbigniew,Jerzy,Tadeusz,Józef,Kazimierz,Henryk,Ryszard,Salvatore,Vincenzo,Luigi,Domenico,Costas,Panayiotis,Georgios,Kyriacos,Hans,Klaus,Günter,Wolfgang,László,István,Vasile,Gheorghe,Joaquim`,
      younger: `Jakub,Mateusz,Kacper,Filip,Szymon,Bartosz,Dawid,Kamil,Damian,Sebastian,Oskar,Aleksander,Antoni,Gabriel,David,Matteo,Leonardo,Lorenzo,Tiago,Rodrigo,Hugo,Lukas,Mantas,Tomas,Nojus`,
    },
  },
  muslim: {
    women: {
      always: `Fatima,Aisha,Khadija,Maryam,Zainab,Ayesha,Amina,Safiya,Hafsa,Ruqayyah,Sana,Saima,Sadia,Samina,Nadia,Shabana,Shazia,Rukhsana,Farah,Farzana,Nasreen,Yasmin,Tahira,Sumaiya,Rabia,Noreen,Naila,Mehwish,Lubna,Kiran,Humaira,Hina,Fozia,Bushra,Asma,Amna,Alia,Zahra,Uzma,Tasnim`,
      older: `Nusrat,Zubaida,Rashida,Razia,Salma,Shamim,Surraya,Parveen,Naseem,Mumtaz,Kulsum,Jamila,Hamida,Ghulam Fatima,Akhtar,Anwara,Rabeya,Rokeya,Shahida,Sufia,Halima,Hasina,Jahanara,Monowara,Rehana`,
      younger: `Zara,Inaya,Hana,Anaya,Aaliyah,Eshal,Haniya,Iqra,Laiba,Mahnoor,Alisha,Anisa,Areeba,Hiba,Iman,Jannah,Maham,Malaika,Minahil,Noor,Sahar,Sara,Tayyibah,Yusra,Zoya`,
    },
    men: {
      always: `Mohammed,Muhammad,Ahmed,Ali,Abdul,Hassan,Hussain,Imran,Usman,Umar,Bilal,Tariq,Khalid,Nasir,Asif,Shahid,Rashid,Kashif,Faisal,Amir,Adnan,Zahid,Sajid,Waqas,Tahir,Saleem,Rizwan,Omar,Nadeem,Naveed,Kamran,Junaid,Irfan,Haroon,Farhan,Arif,Aftab,Yasir,Wasim,Shafiq`,
      older: `Ghulam,Bashir,Karamat,Liaqat,Maqsood,Mahmood,Manzoor,Nazir,Sarwar,Sabir,Akbar,Anwar,Aziz,Fazal,Habib,Iqbal,Javed,Lal,Mohammad Aslam,Noor,Rafiq,Riaz,Siraj,Sultan,Zafar`,
      younger: `Ibrahim,Yusuf,Zain,Hamza,Musa,Eesa,Adam,Ayaan,Zakariya,Ismail,Idris,Haris,Hashim,Huzaifah,Ayan,Danyal,Essa,Rayyan,Subhan,Talha,Taha,Uzair,Yahya,Zayd,Muhammad Ali`,
    },
  },
  indian: {
    women: {
      always: `Priya,Anita,Sunita,Meena,Neha,Pooja,Kavita,Rekha,Asha,Nisha,Sangeeta,Geeta,Jyoti,Harpreet,Manpreet,Gurpreet,Jaspreet,Amarjit,Balwinder,Kulwinder,Rajinder,Sukhwinder,Parminder,Ravinder,Mandeep,Kiran,Seema,Shilpa,Smita,Swati,Usha,Vandana,Varsha,Lakshmi,Deepa,Divya,Anjali,Rani,Mary,Anu`,
      older: `Kamala,Savita,Shanta,Sushila,Urmila,Vimla,Pushpa,Kanta,Kusum,Manjula,Nirmala,Hansa,Indira,Jaya,Jasoda,Lalita,Leela,Madhu,Saroj,Surjit,Gurdev,Mohinder,Pritam,Swaran,Rama`,
      younger: `Aanya,Anika,Anoushka,Diya,Isha,Jasmin,Kavya,Maya,Mira,Nikita,Pari,Radhika,Riya,Sanaya,Saanvi,Simran,Tanvi,Trisha,Aisha,Amrit,Avani,Ishani,Jiya,Myra,Ananya`,
    },
    men: {
      always: `Rajesh,Sanjay,Amit,Anil,Sunil,Vijay,Ashok,Rakesh,Mukesh,Suresh,Ramesh,Dinesh,Manoj,Nilesh,Jayesh,Hitesh,Kiran,Harjit,Gurdeep,Jaswinder,Balbir,Kuldip,Manjit,Paramjit,Ranjit,Satnam,Sukhdev,Surinder,Amandeep,Navdeep,Ravi,Vikram,Rahul,Deepak,Ajay,Arun,Krishna,Thomas,George,Joseph`,
      older: `Mohan,Bhupinder,Chandrakant,Dhirubhai,Gopal,Govind,Hari,Jagdish,Kantilal,Lalji,Mahendra,Natwarlal,Om Prakash,Prakash,Ramanlal,Shantilal,Vinod,Gurbachan,Darshan,Mohinder,Pritam,Ajit,Bachan,Sohan,Kishan`,
      younger: `Aarav,Arjun,Aryan,Dev,Dhruv,Ishaan,Jai,Kabir,Karan,Krish,Milan,Neel,Nikhil,Nikesh,Rohan,Reyansh,Rishi,Sahil,Shaan,Veer,Vihaan,Yash,Harvir,Jeevan,Arjan`,
    },
  },
  chinese: {
    women: {
      always: `Li,Mei,Ying,Xiu,Wai,Siu,Yuk,Mei Ling,Lai,Ka,Wing,Yan,Hui,Jing,Fang,Min,Na,Qing,Yu,Yuen,Thi Hoa,Thi Lan,Linh,Thuy,Maria,Marites,Rosario,Cristina,Ji-woo,Min-ji,Yuki,Sakura,Keiko,Somchai,Malee,Grace,Susan,Helen,Amy,Mary`,
      older: `Ah Mui,Choi,Fung,Kam,Lan,Mui,Oi,Pik,Sau,Shun,So,Suk,Tai,Wan,Yin,Yuet,Chun,Kwai,Lin,Man,Ngan,Po,Sim,Soo,Teresita`,
      younger: `Emily,Chloe,Jessica,Tiffany,Vivian,Michelle,Jasmine,Joyce,Karen,Natalie,Olivia,Rachel,Sophia,Victoria,Wendy,Xin Yi,Yi Ting,Zi Han,Mai,Ngoc,Angel,Hannah,Jia,Ling,Yuna`,
    },
    men: {
      always: `Wei,Ming,Chi,Wai,Kwok,Chun,Ka,Kin,Man,Siu,Tak,Wing,Yiu,Jun,Hao,Jian,Lei,Feng,Hung,Tuan,Van Minh,Quang,Duc,Jose,Roberto,Eduardo,Min-jun,Ji-ho,Hiroshi,Kenji,Takashi,Somsak,David,Michael,Peter,Andrew,Kevin,Raymond,Alan,Simon`,
      older: `Ah Kow,Cheung,Fat,Fook,Hoi,Kam,Keung,Kwan,Lok,Ngai,On,Pak,Ping,Pui,Sang,Shing,Sik,Sum,Tin,To,Wah,Wan,Yau,Yuen,Renato`,
      younger: `Jason,Eric,Alex,Anson,Brian,Daniel,Ethan,Felix,Henry,Ivan,Jacky,James,Jonathan,Justin,Kelvin,Leo,Lucas,Marcus,Matthew,Nathan,Ryan,Vincent,Zi Hao,Yi Chen,Minh`,
    },
  },
  african: {
    women: {
      always: `Blessing,Grace,Mary,Amina,Fatou,Ngozi,Chioma,Funmilayo,Folake,Abena,Akosua,Ama,Efua,Adwoa,Comfort,Mercy,Patience,Esther,Ruth,Rebecca,Sarah,Hawa,Halima,Khadija,Mariama,Isatu,Tendai,Rudo,Nyasha,Chipo,Wanjiku,Achieng,Nakato,Selam,Hiwot,Amira,Hodan,Sahra,Asha,Florence`,
      older: `Beatrice,Charity,Christiana,Dorcas,Eunice,Felicia,Gladys,Janet,Margaret,Monica,Naomi,Peace,Priscilla,Rose,Theresa,Veronica,Victoria,Agnes,Bolanle,Abiodun,Nkechi,Adaeze,Theodora,Cecilia,Elizabeth`,
      younger: `Temi,Tolu,Ife,Simi,Zuri,Ayo,Amara,Zainab,Michelle,Nicole,Stephanie,Vanessa,Jessica,Tiana,Nia,Kaya,Imani,Esi,Kemi,Dami,Oluwadamilola,Adaora,Chidera,Nana,Sumaya`,
    },
    men: {
      always: `Emmanuel,Samuel,Daniel,David,Joseph,Kwame,Kofi,Kwabena,Yaw,Kwaku,Chukwuemeka,Chinedu,Emeka,Ikenna,Obinna,Oluwaseun,Babatunde,Adewale,Tunde,Olumide,Ibrahim,Mohamed,Abdirahman,Yusuf,Mamadou,Ousmane,Alhaji,Tendai,Tafadzwa,Farai,Kudzai,Kamau,Otieno,Tesfaye,Dawit,Isaac,Moses,Michael,Peter,Paul`,
      older: `Augustine,Benson,Cyprian,Ebenezer,Felix,Francis,Godfrey,Godwin,Innocent,Jacob,John,Julius,Kenneth,Lawrence,Nathaniel,Patrick,Philip,Richard,Simon,Solomon,Stephen,Sunday,Sylvester,Thomas,Vincent`,
      younger: `Ayomide,Tobi,Temitope,Jayden,Joshua,Elijah,Nathan,Caleb,Gabriel,Jeremiah,Malachi,Micah,Zion,Kingsley,Prince,Divine,Favour,Abdullahi,Ayub,Zakaria,Khalid,Ilyas,Kelechi,Somto,Nana Kofi`,
    },
  },
  other: {
    women: {
      always: `Fatma,Ayşe,Zeynep,Emine,Elif,Layla,Noor,Mariam,Sara,Hana,Rania,Dalia,Samira,Zahra,Maryam,Shirin,Parisa,Leila,Nasrin,Mina,Farida,Shukria,Zarghona,Rojin,Berivan,Amal,Huda,Iman,Yasmin,Salma,Dina,Lina,Nadia,Souad,Rosa,Lucía,Paula,Camila,Juliana,Fernanda`,
      older: `Hatice,Gülsüm,Hanife,Sevim,Naciye,Badria,Fawzia,Ibtisam,Karima,Khadija,Latifa,Munira,Nawal,Rajaa,Sabiha,Suhad,Widad,Azar,Farzaneh,Mahin,Mehri,Soraya,Blanca,Gladys,Marina`,
      younger: `Defne,Ela,Ecrin,Azra,Melis,Ceren,Selin,Tala,Jana,Maya,Lara,Aya,Retaj,Malak,Joud,Diana,Tara,Ava,Kimia,Nika,Valentina,Isabella,Antonella,Mahsa,Rana`,
    },
    men: {
      always: `Mehmet,Mustafa,Ahmet,Ali,Hasan,Hüseyin,Ibrahim,Omar,Khaled,Samir,Karim,Tarek,Youssef,Hamid,Reza,Mehdi,Amir,Hossein,Saeed,Farhad,Ahmad,Najib,Zabihullah,Karwan,Rebwar,Azad,Bilal,Fadi,Nabil,Walid,Ziad,Jamal,Rachid,Carlos,Luis,Diego,Andrés,Felipe,Rafael,Jorge`,
      older: `Abdullah,Bekir,Cemal,Halil,Ismet,Kemal,Osman,Ramazan,Süleyman,Adnan,Faisal,Ghassan,Hisham,Jalal,Kadhim,Majid,Mahmoud,Salim,Bahram,Behrouz,Dariush,Jamshid,Parviz,Héctor,Ramón`,
      younger: `Emir,Kerem,Yusuf,Efe,Ömer,Berat,Deniz,Arda,Adam,Rayan,Zayn,Jad,Elias,Kian,Arash,Parsa,Arman,Ilyas,Aryan,Mateo,Santiago,Thiago,Nicolás,Samuel,Danyal`,
    },
  },
};
