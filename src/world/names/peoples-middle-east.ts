/** Names of people with roots in the Middle East, North Africa and Latin America, written as those of Europe are; as generally reported. */
import type { PeopleNames } from '../peoples/people.ts';

export const arab: PeopleNames = {
  surnames: `Ali 3,Hassan 2.6,Ahmed 2.4,Hussein 2,Al-Hassan,Al Saadi,Hamdan,Khalil,Saleh,Mansour,Nasser,Haddad,Khoury,Aziz,Al-Masri,El-Sayed,Abdallah,Benali,Bouazza,El Amrani,Jaber,Qasim,Ismail,Suleiman,Daoud,Shakir,Zaidan,Abbas,Al-Jubouri,Al-Rashid,Al-Tikriti,Al-Khalidi,Salim,Said,Osman,Elhassan,Elamin,Bakri,Ghanem,Hijazi,Ibrahim,Mahmoud,Mustafa,Najjar,Obeid,Rahman,Sabbagh,Sharif,Taha,Younes,Zaki,Belkacem,Bouchareb,Chaouch,Idrissi,Tazi,Alami,Mebarki,Al-Maliki,Al-Hamdani`,
  women: [
    `Fatima,Khadija,Zahra,Fawzia,Nawal,Latifa,Samira,Badria,Ibtisam,Karima,Munira,Rajaa,Sabiha,Suhad,Widad,Amina,Nadia,Aziza,Salma,Najat,Zohra,Layla,Hayat`,
    `Rania,Dalia,Huda,Hanan,Amal,Iman,Dina,Lina,Mona,Souad,Nadia,Rasha,Samar,Maha,Zainab,Ghada,Suha,Fatma,Wafa,Hala,Noha,Abeer,Siham,Naima,Hind,Rana`,
    `Layla,Noor,Mariam,Sara,Hana,Tala,Jana,Maya,Lara,Aya,Malak,Joud,Yasmin,Salma,Jannah,Retaj,Lamar,Rania,Hiba,Nour,Fatima,Yasmine,Inès,Sidra,Rahaf,Judi,Farah`,
  ],
  men: [
    `Mohammed,Ahmed,Ali,Abdullah,Hassan,Mahmoud,Ibrahim,Adnan,Ghassan,Hisham,Jalal,Kadhim,Majid,Salim,Faisal,Abdel,Mustafa,Saleh,Salah,Hussein,Lahcen,Brahim,Fouad`,
    `Omar,Khaled,Samir,Karim,Tarek,Youssef,Bilal,Fadi,Nabil,Walid,Ziad,Jamal,Rachid,Ahmed,Mohamed,Haider,Amr,Hani,Bassam,Said,Mourad,Wael,Ayman,Ihab,Mazen,Sinan,Riyadh`,
    `Adam,Yusuf,Rayan,Zayn,Jad,Elias,Omar,Mohamed,Ali,Abdulrahman,Hamza,Ibrahim,Yahya,Ilyas,Amir,Kareem,Taim,Anas,Laith,Hasan,Mustafa,Malik,Zaid,Younes,Ayoub,Hussain`,
  ],
};

export const iranian: PeopleNames = {
  surnames: `Hosseini 4,Mohammadi 4,Ahmadi 3,Karimi,Rezaei,Moradi,Jafari,Rahimi,Ebrahimi,Tehrani,Rashidi,Sharifi,Mousavi,Hashemi,Sadeghi,Ghorbani,Heydari,Kazemi,Akbari,Asadi,Bagheri,Norouzi,Rostami,Salehi,Shirazi,Soltani,Tavakoli,Yazdani,Zamani,Amini,Farahani,Esfahani,Golzar,Jalali,Javadi,Kamali,Kermani,Khosravi,Mahmoudi,Mirzaei,Naderi,Najafi,Parsa,Pourmand,Rafiee,Razavi,Sasani,Shams,Taheri,Vaziri,Zand`,
  women: [
    `Mahin,Mehri,Soraya,Azar,Farzaneh,Parvin,Fatemeh,Shahla,Nahid,Simin,Homa,Zahra,Pari,Iran,Ashraf,Nosrat,Forough,Tahereh,Manijeh,Shokouh,Mina`,
    `Shirin,Parisa,Leila,Nasrin,Mina,Maryam,Fariba,Sepideh,Azadeh,Shahrzad,Mitra,Elham,Roya,Ladan,Bahareh,Neda,Samaneh,Golnaz,Zohreh,Maryam,Negar,Sara,Sanaz,Niloufar`,
    `Ava,Kimia,Nika,Tara,Diana,Parmida,Yasna,Elina,Hannah,Melika,Aryana,Saba,Setareh,Roxana,Hasti,Helia,Ayda,Mahsa,Romina,Baran,Rosha,Dorsa,Yasmin`,
  ],
  men: [
    `Hossein,Mohammad,Ali,Bahram,Parviz,Jamshid,Dariush,Behrouz,Ahmad,Manouchehr,Hassan,Mahmoud,Iraj,Abbas,Masoud,Nasser,Hooshang,Esmail,Bijan,Reza,Cyrus`,
    `Reza,Mehdi,Amir,Hamid,Saeed,Farhad,Ali,Mohammad,Babak,Majid,Shahram,Alireza,Kamran,Omid,Siavash,Ramin,Hossein,Arash,Vahid,Peyman,Mehrdad,Kaveh,Nima,Pouya`,
    `Kian,Arash,Parsa,Arman,Aryan,Amir,Radin,Sam,Daniel,Artin,Sina,Kasra,Mahan,Ilia,Kourosh,Shayan,Amirali,Benjamin,Nikan,Barbod,Ryan,Soroush,Aria`,
  ],
};

/** Kurds of Iraq, Turkey and Iran. */
export const kurdish: PeopleNames = {
  surnames: `Ahmed 5,Mohammed 4,Ali 4,Hassan 3,Karim 3,Barzani,Mahmood,Rasul,Aziz,Salih,Kareem,Hama,Hamad,Rashid,Omer,Abdullah,Ibrahim,Ismail,Qader,Majeed,Mustafa,Rahim,Saeed,Sharif,Tofiq,Zangana,Jaff,Talabani,Sorani,Hawrami,Dizayee,Doski,Zebari,Barwari,Amin,Faraj,Fatah,Ghafur,Hussein,Kakai,Kamal,Khoshnaw,Latif,Muhammad,Nuri,Osman,Piroti,Sabir,Surchi,Wali`,
  women: [
    `Amina,Halima,Nasrin,Fatma,Khajij,Parwin,Galawezh,Habiba,Zakia,Hamin,Runak,Bahija,Najiba,Maliha,Shamsa,Asmar,Rabia,Nahida,Peroz,Saadia`,
    `Rojin,Berivan,Shilan,Kazhal,Chiman,Shno,Nigar,Taban,Sozan,Awaz,Bahar,Hero,Avin,Zozan,Gulistan,Payman,Ronahi,Srwa,Lana,Sara,Shler,Hataw`,
    `Lana,Rozhin,Sarya,Dilan,Lavin,Soma,Shanya,Diyar,Helin,Lara,Aland,Elin,Roza,Ahin,Tara,Sana,Sima,Meran,Nisha,Rawa,Zhina,Midya`,
  ],
  men: [
    `Ahmed,Mohammed,Hassan,Ali,Omer,Karim,Mustafa,Abdullah,Rasul,Salih,Aziz,Hama,Jalal,Qadir,Rashid,Tofiq,Mahmud,Taha,Sabir,Anwar`,
    `Karwan,Rebwar,Azad,Ari,Hiwa,Kamaran,Sardar,Goran,Dana,Rizgar,Aram,Shwan,Bakhtiar,Hemin,Nawzad,Sherko,Hawre,Twana,Dlshad,Soran,Barzan,Zana,Diyar`,
    `Arin,Lawand,Rawand,Ayan,Adam,Aland,Daryan,Zhir,Yusuf,Rohat,Las,Alan,Muhammad,Dylan,Miran,Shad,Kosar,Rayan,Baran,Hunar,Zhyar,Eland`,
  ],
};

/** Spanish-speaking America. */
export const latinAmerican: PeopleNames = {
  surnames: `González 3,Rodríguez 3,García 2.6,Martínez 2.4,López 2.2,Hernández,Pérez,Sánchez,Ramírez,Torres,Flores,Vargas,Castillo,Rojas,Quispe,Mamani,Restrepo,Cárdenas,Zapata,Ospina,Londoño,Giraldo,Ramos,Gutiérrez,Castro,Ortiz,Gómez,Moreno,Jiménez,Díaz,Muñoz,Mendoza,Herrera,Medina,Aguilar,Guerrero,Salazar,Valencia,Mejía,Cevallos,Zambrano,Vera,Paredes,Chávez,Córdova,Espinoza,Suárez,Arango,Betancourt,Cabrera,Delgado,Figueroa,Montoya,Quintero`,
  women: [
    `María,Rosa,Blanca,Gladys,Carmen,Ana,Luz Marina,Teresa,Marina,Elvira,Ofelia,Bertha,Graciela,Mercedes,Olga,Julia,Cecilia,Lucila,Inés,Beatriz,Esperanza`,
    `Sandra,Claudia,Paola,Diana,Adriana,Patricia,Mónica,Liliana,Alejandra,Carolina,Ángela,Luz,Martha,Verónica,Gabriela,Marcela,Andrea,Viviana,Natalia,Johanna,Lorena,Juliana,Jenny,Catalina`,
    `Valentina,Isabella,Antonella,Camila,Salomé,Luciana,Mariana,Sofía,Sara,Danna,Emily,Valeria,Daniela,Gabriela,Emilia,Samantha,Victoria,Nicole,Manuela,Melany,Laura,Martina,Ximena`,
  ],
  men: [
    `José,Luis,Carlos,Jorge,Héctor,Ramón,Juan,Alberto,Hernán,Jaime,Gustavo,Guillermo,Víctor,Hugo,Rodrigo,Alfonso,Germán,Marco Antonio,Manuel,Raúl,Gonzalo`,
    `Carlos,Diego,Andrés,Felipe,Jorge,Fernando,Mauricio,Juan Carlos,Óscar,César,Wilson,Edison,Freddy,Javier,Alexander,Fabián,Edwin,Julián,Jhon,Rafael,Sergio,Iván,Jairo,Álex`,
    `Mateo,Santiago,Thiago,Nicolás,Samuel,Juan José,Emiliano,Matías,Sebastián,Gabriel,Emmanuel,Dylan,Jerónimo,Martín,Alejandro,Joaquín,Ian,David,Miguel Ángel,Maximiliano,Isaac,Kevin,Juan Pablo`,
  ],
};
