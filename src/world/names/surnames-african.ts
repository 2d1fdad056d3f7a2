/** Surnames common among people of African, Arab, Turkish and Persian families in Britain, commonest first as generally reported. */
export const africanSurnames = `
Mohamed,Ali,Ahmed,Abdi,Hassan,Okafor,Mensah,Osei,Adeyemi,Okeke,Ibrahim,Owusu,Boateng,Nwosu,Okoro,Eze,Adebayo,Asante,Appiah,Agyeman,
Addo,Ampofo,Amoah,Antwi,Acheampong,Adjei,Ofori,Opoku,Sarpong,Yeboah,Darko,Frimpong,Kamara,Sesay,Koroma,Conteh,Bangura,Turay,Jalloh,Bah,
Diallo,Sow,N'Diaye,Traoré,Koné,Touré,Camara,Cissé,Mbeki,Moyo,Ncube,Ndlovu,Sibanda,Dube,Nkomo,Mpofu,Chikwanha,Mutasa,Banda,Phiri,
Mwale,Tembo,Mbewe,Kamau,Njoroge,Mwangi,Otieno,Odhiambo,Wanjiru:f,Kiplagat,Mukasa,Nsubuga,Kato,Okello,Opio,Tesfaye,Gebremariam,Haile,Tekle,Kidane,
Warsame,Farah,Omar,Osman,Yusuf,Nur,Aden,Jama,Hersi,Adewale,Akinola,Ogunleye,Oyelaran,Olatunji,Balogun,Afolabi,Bello,Sani,Umar,Danjuma,
Chukwu,Obi,Nnamdi,Onyeka,Uche,Igwe,Kalu,Madu,Oluwaseun-Adeyemi,Olanrewaju,Ogunbanjo,Onwuachi,Nkemelu,Mbah,Tabi,Fonseca,da Silva,Mendes,Lopes,Nkrumah
`;
export const otherSurnames = `
Al-Hassan,Hussein,Al Saadi,Hamdan,Khalil,Saleh,Mansour,Nasser,Haddad,Khoury,Aziz,Yilmaz,Kaya,Demir,Çelik,Şahin,Yıldız,Öztürk,Aydın,Arslan,
Hosseini,Mohammadi,Ahmadi,Karimi,Rezaei,Moradi,Jafari,Rahimi,Ebrahimi,Tehrani,Noori,Haidari,Stanikzai,Safi,Wardak,Amiri,Rasouli,Sharifi,Barzani,Rashidi,
Al-Masri,El-Sayed,Abdallah,Benali,Bouazza,El Amrani,Mohamud,Sabah,Jaber,Qasim,Ismail,Suleiman,Daoud,Shakir,Zaidan,Rodrigues da Costa,dos Santos,Souza,Vargas,Castillo,
Quispe,Mamani,Restrepo,Cárdenas,Zapata,Tui,Faleolo,Tamihana,Ngata,Kahananui,Doğan,Kılıç,Aslan,Çetin,Kara,Koç,Kurt,Özdemir,Polat,Erdoğan
`;
