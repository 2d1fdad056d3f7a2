/**
 * Names of people with roots in South Asia, written as those of Europe are. Of our own making, after the literature on names and
 * ethnicity in Britain and the minority names in yearly baby-name counts (ONS, OGL).
 */
import type { PeopleNames } from '../peoples/people.ts';

export const gujarati: PeopleNames = {
  surnames: `Patel 30,Shah 7,Mistry 3,Desai 2,Parmar 2,Chauhan 2,Solanki 2,Joshi,Mehta,Pandya,Vaghela,Rathod,Lad,Tailor,Modi,Trivedi,Bhatt,Thakkar,Vyas,Amin,Vadgama,Gohil,Dave,Vekaria,Hirani,Pindoria,Halai,Kerai,Popat,Lakhani,Kotecha,Raja,Sodha,Thakrar,Chavda,Makwana,Jadeja,Panchal,Prajapati,Gandhi,Bhatti,Naik,Nayee,Kapadia,Odedra,Ruparelia,Raval,Chudasama,Varsani,Rabadia,Tank,Karia,Ganatra,Madhani,Jethwa,Champaneri,Dholakia,Sanghvi`,
  women: [
    `Shanta,Savita,Manjula,Kamala,Pushpa,Hansa,Kanta,Nirmala,Jasoda,Ramila,Sharda,Lalita,Usha,Kokila,Sarojben,Indira,Urmila,Vimla,Kusum,Madhu,Dahiben,Ratanben,Champa,Jaya,Taraben`,
    `Bhavna,Hina,Nita,Mina,Jyoti,Daksha,Rekha,Varsha,Kalpana,Nisha,Sonal,Bharti,Hema,Smita,Dipti,Sangita,Jayshree,Minal,Alpa,Heena,Bina,Chetna,Rupal,Trupti,Sejal,Bhavini,Priti,Kavita`,
    `Priya,Diya,Krisha,Jiya,Isha,Riya,Anika,Aanya,Mira,Kavya,Shreya,Hetal,Jinal,Nidhi,Pooja,Krupa,Anjali,Maya,Aarya,Saanvi,Avani,Roshni,Bhumi,Ria,Hiya,Dhara,Khushi,Vidhi`,
  ],
  men: [
    `Ramesh,Kantilal,Shantilal,Chandrakant,Mohanlal,Natwarlal,Ramanlal,Jayantilal,Dhirubhai,Maganlal,Govind,Lalji,Bhikhu,Manilal,Thakor,Naran,Harilal,Ravji,Vallabh,Chhaganlal,Premji,Dahyabhai,Kanji,Mahendra,Jamnadas`,
    `Bharat,Dinesh,Mukesh,Rajesh,Suresh,Mahesh,Kirit,Jayesh,Nilesh,Hitesh,Bhavesh,Pankaj,Ashok,Vijay,Kamlesh,Paresh,Dipak,Anil,Sanjay,Jitendra,Harish,Ketan,Mitesh,Rakesh,Nitin,Yogesh,Bhupendra,Atul`,
    `Aarav,Dhruv,Krish,Rohan,Dylan,Jay,Nikhil,Shivam,Milan,Neel,Kishan,Vivek,Ravi,Dev,Yash,Meet,Harsh,Om,Aryan,Kunal,Vihaan,Parth,Kian,Jai,Hari,Mihir,Nikesh,Shaan`,
  ],
};

/** Hindus of the north of India, Bengal among it. */
export const hindi: PeopleNames = {
  surnames: `Sharma 9,Kumar 7,Gupta 4,Kapoor 2,Verma 2,Chopra,Malhotra,Agarwal,Bansal,Arora,Bhatia,Khanna,Sethi,Anand,Mehra,Jain,Mishra,Tiwari,Pandey,Dubey,Srivastava,Saxena,Mathur,Chaudhary,Yadav,Singhal,Goel,Garg,Mittal,Aggarwal,Sood,Puri,Vohra,Tandon,Dhawan,Sehgal,Chawla,Kohli,Bhardwaj,Das,Ghosh,Mukherjee,Banerjee,Chatterjee,Sen,Bose,Roy,Dutta,Sinha,Bhattacharya,Nath,Lal,Prasad,Chand,Rawat,Negi,Rana,Thakur,Kaushal,Ram`,
  women: [
    `Kamla,Krishna,Shakuntala,Raj,Sushila,Santosh,Sudesh,Saroj,Sheela,Prem,Kanta,Pushpa,Savitri,Lakshmi,Asha,Swaran,Sarla,Shanti,Raj Rani,Satya,Nirmal,Kaushalya,Padma,Uma,Lata`,
    `Anita,Sunita,Meena,Neeta,Seema,Rita,Renu,Poonam,Sangeeta,Geeta,Neelam,Ritu,Shalini,Anjana,Vandana,Rashmi,Monika,Archana,Kavita,Kiran,Neeru,Veena,Alka,Suman,Shilpa,Swati,Deepa,Pallavi`,
    `Ananya,Aanya,Saanvi,Aadhya,Myra,Anoushka,Ishita,Tanvi,Nikita,Sanya,Kiara,Ahana,Riya,Aditi,Simran,Meera,Pari,Trisha,Radhika,Ishani,Shanaya,Nandini,Avni,Mahi,Kritika,Sneha,Tara`,
  ],
  men: [
    `Om Prakash,Ram,Krishan,Kishan,Hari,Jagdish,Mohan,Raj Kumar,Sohan,Madan,Prem,Satish,Subhash,Vishnu,Dharam,Gopal,Jai,Ved,Brij,Chaman,Tilak,Roshan,Yash Pal,Shiv,Bimal`,
    `Sanjay,Rajesh,Anil,Sunil,Ashok,Rakesh,Vijay,Amit,Manoj,Rajiv,Sandeep,Vikas,Ajay,Deepak,Rajeev,Sanjeev,Vivek,Pradeep,Arun,Naresh,Alok,Gaurav,Rohit,Nitin,Puneet,Vinay,Sumit,Subir`,
    `Aarav,Vihaan,Arjun,Reyansh,Aditya,Ishaan,Kabir,Rohan,Karan,Aryan,Rahul,Advik,Shaurya,Rudra,Atharv,Ved,Siddharth,Dev,Vivaan,Ayaan,Krishna,Arnav,Rishi,Samar,Yuvraj,Ayush,Neil`,
  ],
};

/** Sikh Punjabis. The second given name is often Singh or Kaur, and so is the family name of some: Singh of the men, Kaur of the women. */
export const sikh: PeopleNames = {
  surnames: `Singh/Kaur 26,Gill 5,Sandhu 3.4,Dhillon 3,Sidhu 2.6,Bains 2,Grewal 2,Sahota 2,Dhaliwal 2,Virdee,Hayer,Johal,Mann,Aujla,Randhawa,Uppal,Sanghera,Panesar,Matharu,Bhogal,Sagoo,Kalsi,Saini,Atwal,Purewal,Dosanjh,Kang,Rai,Samra,Brar,Deol,Sohal,Chahal,Nijjar,Toor,Cheema,Heer,Khangura,Basra,Bhamra,Birdi,Bassi,Thandi,Lally,Sehmi,Rehal,Khaira,Dulai,Mahal,Bhullar,Hundal,Jandu,Chana,Ubhi,Gahir,Bansal`,
  women: [
    `Surjit,Gurdev,Mohinder,Pritam,Swaran,Amarjit,Harbans,Balbir,Joginder,Gurmit,Kartar,Satwant,Charan,Parkash,Bachan,Gian,Tejinder,Daljit,Nasib,Resham,Harjinder,Gurbax,Dalip,Sawarn`,
    `Balwinder,Kulwinder,Rajinder,Sukhwinder,Parminder,Ravinder,Jaswinder,Harjit,Manjit,Paramjit,Kuldip,Baljit,Kamaljit,Ranjit,Harvinder,Satvinder,Narinder,Jasbir,Gurpreet,Harpreet,Manpreet,Mandeep,Sandeep,Amandeep,Ramandeep,Kiran,Rupinder`,
    `Simran,Jasmine,Jasleen,Harleen,Manvir,Navdeep,Jaspreet,Amrit,Gurleen,Kirandeep,Anaya,Ria,Jeevan,Arjan,Sahib,Ravneet,Prabhjot,Avneet,Komal,Preet,Navjot,Asees,Mehar,Jaya,Roop,Anisha,Sukhmani`,
  ],
  men: [
    `Gurbachan,Darshan,Mohinder,Pritam,Ajit,Bachan,Sohan,Harbans,Kartar,Joginder,Gurdial,Karnail,Sadhu,Tarsem,Piara,Gurdev,Malkit,Swaran,Avtar,Mohan,Resham,Dalip,Makhan,Sucha`,
    `Harjit,Gurdeep,Jaswinder,Balbir,Kuldip,Manjit,Paramjit,Ranjit,Satnam,Sukhdev,Surinder,Amandeep,Navdeep,Baljit,Jagdeep,Amarjit,Kulwant,Balwinder,Sukhwinder,Parminder,Rajinder,Hardeep,Mandeep,Sandeep,Gurpreet,Harpreet,Inderjit`,
    `Arjan,Harvir,Jeevan,Veer,Gurjeevan,Amar,Jasraj,Karanveer,Harjas,Fateh,Gurnoor,Sahib,Jaskaran,Ranvir,Manveer,Simran,Jay,Rajan,Ajay,Kavan,Himmat,Angad,Armaan,Akaal,Taran,Zorawar,Nihal`,
  ],
  middle: { share: 0.62, women: `Kaur`, men: `Singh` },
};

/** Hindus of the south of India: Telugu, Tamil, Kannada. */
export const southIndian: PeopleNames = {
  surnames: `Reddy 8,Rao 6,Kumar 4,Naidu,Iyer,Krishnan,Raman,Subramanian,Venkatesan,Balasubramanian,Swaminathan,Srinivasan,Narayanan,Ramachandran,Chandrasekaran,Raghavan,Sundaram,Murthy,Prasad,Chowdary,Varma,Raju,Babu,Naik,Hegde,Shetty,Bhat,Kulkarni,Joshi,Deshpande,Patil,Gowda,Kamath,Pai,Acharya,Sastry,Iyengar,Natarajan,Rajagopal,Sekhar,Venkata,Ramaswamy,Mohan,Ganesan,Muthukumar,Palaniappan,Annamalai,Anand,Selvaraj,Jayaraman,Yerramsetti,Kondapalli,Gudipati,Vemuri,Thirunavukkarasu`,
  women: [
    `Lakshmi,Saraswathi,Parvathi,Kamala,Padma,Rajeswari,Vijaya,Meenakshi,Janaki,Sarada,Susheela,Vasantha,Rukmini,Subbulakshmi,Annapurna,Indira,Leela,Savithri,Visalakshi,Jayalakshmi,Kalyani,Nagamani,Sundari`,
    `Sujatha,Radha,Latha,Uma,Geetha,Vidya,Padmaja,Sridevi,Anuradha,Sudha,Vani,Jyothi,Swapna,Madhavi,Bhavani,Gayathri,Kavitha,Rama,Revathi,Hema,Sirisha,Divya,Priya,Lavanya,Aparna,Deepthi,Chitra`,
    `Aadhya,Anika,Sahasra,Diya,Nithya,Sanvi,Shreya,Harini,Akshara,Meghana,Sanjana,Varsha,Keerthana,Samhita,Ananya,Srishti,Navya,Tanvi,Dhanya,Hasini,Anvika,Nila,Pranavi,Medha,Amrutha`,
  ],
  men: [
    `Krishna,Rama,Venkata,Subramaniam,Narayana,Gopalakrishnan,Ramachandra,Satyanarayana,Rajagopal,Seshadri,Viswanathan,Raghava,Sundararajan,Varadarajan,Ganapathi,Sambasiva,Nageswara,Anantha,Hanumantha,Kesava,Madhava,Parthasarathy`,
    `Srinivas,Ravi,Suresh,Ramesh,Venkatesh,Sridhar,Murali,Prasad,Kiran,Vijay,Karthik,Ganesh,Rajesh,Naveen,Anand,Sudhakar,Bhaskar,Chandra,Phani,Santosh,Praveen,Balaji,Senthil,Raghu,Sai,Mahesh,Harish`,
    `Aarav,Advaith,Arjun,Vihaan,Dhruv,Pranav,Siddharth,Ishaan,Nikhil,Rithvik,Aditya,Rohan,Akhil,Sathvik,Vivaan,Arnav,Charan,Tejas,Karthikeya,Anirudh,Krithik,Rishab,Sanjay,Tarun,Yuvan`,
  ],
};

/** Malayalis of Kerala, most of those in England Christian. */
export const malayali: PeopleNames = {
  surnames: `Thomas 8,Joseph 6,Mathew 5,George 4,Varghese 4,Jacob,John,Kurian,Abraham,Philip,Chacko,Cherian,Antony,Sebastian,Paul,James,Jose,Babu,Nair,Menon,Pillai,Kumar,Kuriakose,Paulose,Oommen,Mathai,Eapen,Ninan,Itty,Zachariah,Koshy,Daniel,Samuel,Alex,Francis,Devassy,Davis,Pothen,Thampi,Kurup,Panicker,Namboothiri,Unnikrishnan,Raveendran,Sasidharan,Vijayan,Mohanan,Puthenpurayil,Kochuparambil,Thekkekara,Parambil,Nambiar`,
  women: [
    `Mariamma,Annamma,Aleyamma,Thankamma,Rosamma,Chinnamma,Sosamma,Leelamma,Saramma,Eliyamma,Lakshmi,Bhavani,Ammini,Kunjamma,Theresa,Philomina,Saraswathi,Rachel,Omana,Kamalam,Brigit`,
    `Mary,Bindu,Sheeba,Jessy,Sini,Mini,Lissy,Shiny,Deepa,Reena,Jaya,Beena,Bincy,Preethi,Smitha,Sherly,Liji,Jincy,Manju,Asha,Princy,Rani,Sindhu,Suja,Jolly,Anu,Betty,Soumya`,
    `Ann,Aleena,Anna,Angel,Rose,Maria,Eva,Diya,Neha,Hanna,Sandra,Riya,Meera,Elsa,Tessa,Jiya,Nandana,Treesa,Liya,Anjali,Evelyn,Catherine,Gowri,Isabel,Merin`,
  ],
  men: [
    `Varkey,Ouseph,Mathai,Chacko,Kurian,Pathrose,Thomman,Raman,Krishnan,Kunju,Narayanan,Joseph,George,Antony,Philipose,Itty,Kuruvilla,Velayudhan,Govindan,Madhavan,Iype`,
    `Biju,Shibu,Saji,Binu,Jose,Sunil,Shaji,Jaison,Anil,Roy,Sibi,Benny,Santhosh,Reji,Tomy,Jijo,Manoj,Sabu,Siby,Ajith,Vinod,Jobin,Binoy,Prasad,Thomas,Abraham,Johnson,Rajesh`,
    `Alan,Joel,Aaron,Aidan,Jerin,Abel,Joshua,Ryan,Kevin,Godwin,Austin,Albin,Ashwin,Adithya,Jeffin,Nathan,Samuel,Basil,Edwin,Ivan,Melvin,Rohan,Christy,Navneeth,Emmanuel`,
  ],
};

export const pakistani: PeopleNames = {
  surnames: `Khan 9,Hussain/Hussain 5,Ahmed 5,Hussain/Bibi 3,Akhtar 3.6,Mahmood 3,Iqbal 3,Ali 3,Malik 2.6,Shah 2.2,Hussain/Begum 2,Mohammed/Begum 2,Mohammed 2,Mirza,Aslam,Akram,Hussain/Kauser,Rehman,Butt,Hassan,Raza,Ashraf,Javed,Anwar,Saleem,Khalid,Hamid,Aziz,Afzal,Nawaz,Younis,Arshad,Bashir,Qureshi,Sheikh,Siddiqui,Yousaf,Zaman,Nazir,Munir,Rafiq,Yasin,Ahmad,Baig,Chaudhry,Abbas,Abbasi,Ansari,Awan,Bhatti,Bukhari,Dar,Farooq,Gilani,Haider,Hashmi,Ishaq,Kazmi,Latif,Majid,Mehmood,Mughal,Mushtaq,Nadeem,Naseem,Niazi,Rana,Riaz,Sadiq,Saeed,Sarwar,Tariq,Zafar,Khaliq,Sabir`,
  women: [
    `Zubaida,Razia,Rashida,Nusrat,Parveen,Naseem,Salma,Shamim,Surraya,Mumtaz,Kulsum,Jamila,Hamida,Ghulam Fatima,Akhtar,Fazal,Rehmat,Zarina,Maqsooda,Sakina,Bashiran,Khurshid,Iqbal,Resham,Sughra,Azra,Anwar`,
    `Shabana,Saima,Samina,Shazia,Nasreen,Rukhsana,Farzana,Tahira,Fozia,Rabia,Noreen,Naila,Lubna,Uzma,Asma,Bushra,Sadia,Robina,Shaheen,Yasmin,Aneela,Kausar,Shaista,Ghazala,Nazia,Zahida,Tasleem,Farah,Nadia`,
    `Aisha,Fatima,Maryam,Zainab,Zara,Iqra,Hafsa,Inaya,Khadija,Laiba,Maham,Eshal,Haniya,Noor,Anaya,Aleena,Minahil,Sana,Amina,Alishba,Hoorain,Ayesha,Mahnoor,Areeba,Sumayyah,Zoya,Iman,Aaliyah,Hania,Safa`,
  ],
  men: [
    `Mohammed,Muhammad,Ghulam,Bashir,Abdul,Karamat,Liaqat,Maqsood,Manzoor,Nazir,Sarwar,Sabir,Akbar,Fazal,Habib,Iqbal,Mohammad Aslam,Rafiq,Riaz,Sultan,Zafar,Khadim,Allah Ditta,Walayat,Lal,Sher,Barkat,Anwar`,
    `Mohammed,Imran,Asif,Tariq,Khalid,Shahid,Nasir,Nadeem,Naveed,Kashif,Faisal,Amjad,Zahid,Sajid,Waqas,Tahir,Rizwan,Kamran,Irfan,Wasim,Javed,Shafiq,Amir,Arif,Arshad,Zaheer,Saqib,Adnan,Khurram,Usman`,
    `Muhammad,Mohammed,Hamza,Ibrahim,Yusuf,Zain,Musa,Adam,Haris,Ali,Bilal,Umar,Hassan,Abdullah,Danyal,Ayaan,Zakariya,Ismail,Eesa,Mustafa,Hashim,Subhan,Uzair,Talha,Rayyan,Ahmad,Azaan,Aryan,Saad,Haroon`,
  ],
  middle: { share: 0.12, women: `Bibi,Kauser,Akhtar,Begum`, men: `Mohammed,Ali,Ahmed` },
};

/** Of many families the women bear a name that only women do. */
export const bangladeshi: PeopleNames = {
  surnames: `Miah/Begum 9,Ali/Begum 8,Uddin/Begum 7,Ahmed 6,Hussain/Begum 4,Islam 4,Rahman 4,Miah/Khatun 4,Choudhury 3,Uddin/Khatun 3,Chowdhury 3,Ahmed/Begum 2,Khan,Hoque,Haque,Rahman/Akter,Islam/Akter,Ullah/Begum,Alam,Hossain,Hossain/Akter,Karim,Kabir,Sarkar,Mahmud,Sultan/Sultana,Khan/Khanam,Malik,Hannan,Mukith,Matin,Noor,Rashid,Salam,Shahid,Sheikh,Siddique,Talukder,Quddus,Latif,Kamal,Jalil,Hasan,Goni,Bari,Azad,Aziz,Ahad,Bhuiyan,Laskar,Mannan,Motin,Munim,Rouf,Shikder,Majumder`,
  women: [
    `Anwara,Rabeya,Rokeya,Jahanara,Monowara,Rehana,Hasina,Sufia,Halima,Khodeja,Ambia,Rahela,Momtaz,Joygun,Safia,Kulsuma,Sundora,Sitara,Aysha,Mahmuda,Noorjahan,Fulbanu,Saleha,Asia`,
    `Shahena,Nazma,Rina,Shirin,Salma,Hena,Rukshana,Nasima,Shahanara,Lutfa,Shelina,Husna,Parvin,Farida,Sultana,Afia,Nahida,Taslima,Ruksana,Rehena,Jusna,Fahmida,Nargis,Shahida,Dilwara,Mina,Rahima`,
    `Fatima,Aisha,Maryam,Tasnim,Sumaiya,Nusrat,Zara,Inaya,Tahmina,Samia,Anisa,Aaliyah,Nabila,Jannah,Fahima,Sadia,Habiba,Tasmia,Hafsa,Ruqayyah,Zaynab,Amira,Sabiha,Labiba,Raisa,Anika,Maisha,Sara`,
  ],
  men: [
    `Abdul,Mohammed,Moinul,Shofique,Abdus,Haji,Rois,Intaz,Siddek,Ansar,Forid,Sonafor,Moshahid,Harun,Nurul,Taher,Arju,Surab,Torik,Khorshed,Mokbul,Ashik,Somuj,Warish`,
    `Mohammed,Abdul,Shah,Kamal,Jamal,Shamim,Faruk,Rafique,Mizanur,Anwar,Shahin,Aminur,Khaled,Jubair,Shofiqul,Mamun,Helal,Badrul,Nazrul,Rezaul,Monir,Ruhel,Salik,Abul,Delwar,Enamul,Iqbal,Masum`,
    `Mohammed,Muhammad,Ibrahim,Yusuf,Zakariya,Adam,Tahmid,Hamza,Ismail,Abdullah,Rayhan,Musa,Samiul,Ayaan,Zayn,Sufyan,Nahid,Mahdi,Fahim,Tanvir,Imad,Ridwan,Sadiq,Tawhid,Ayman,Rafi,Eesa,Junayd`,
  ],
};

/** Tamils of Sri Lanka. */
export const tamil: PeopleNames = {
  surnames: `Sivakumar,Selvarajah,Kandiah,Ponnambalam,Thirunavukkarasu,Balasingam,Rajaratnam,Nadarajah,Arulampalam,Sivapalan,Kanagaratnam,Mahendran,Yogarajah,Sivarajah,Thambirajah,Vigneswaran,Raveendran,Jeyakumar,Kugathasan,Nagalingam,Suntharalingam,Paramanathan,Rasiah,Thangarajah,Vijayakumar,Sriskandarajah,Sathiyamoorthy,Uthayakumar,Pathmanathan,Nithiyananthan,Tharmalingam,Shanmugarajah,Sellathurai,Ketheeswaran,Jeyarajah,Gnanasekaram,Kirupakaran,Ganeshan,Emmanuel,Anton,Ratnam,Perera,Fernando,de Silva,Jayawardena,Gunawardena,Wickramasinghe,Silva,Mendis,Rajapakse`,
  women: [
    `Saraswathy,Parameswary,Maheswary,Yogeswary,Rasamma,Annaluxmy,Thangamma,Nageswary,Sivapakkiam,Pathmavathy,Ratnam,Leelawathy,Ranee,Selvamalar,Kamaladevi,Poomany,Sornam,Vimala,Pushparani,Sellamma`,
    `Sivaranjini,Vasanthi,Shanthi,Sumathy,Nirmala,Subashini,Sutharsini,Malathy,Kala,Jeyanthi,Thayalini,Vijitha,Rajini,Komathy,Thushyanthi,Anusha,Pirashanthi,Kavitha,Gowri,Rohini,Dilani,Nalini,Sharmila`,
    `Abinaya,Thanushka,Harini,Kavya,Anjali,Sahana,Janani,Sanjana,Maathangi,Tharani,Lakshika,Nivetha,Aathana,Dharshika,Praveena,Varsha,Ashvini,Akshaya,Keerthana,Nethmi,Saruka,Laksha,Arani,Mithura`,
  ],
  men: [
    `Kandiah,Sinnathamby,Velupillai,Arumugam,Ponniah,Thambipillai,Kathiravelu,Nadarajah,Selvadurai,Murugesu,Rasiah,Subramaniam,Kanagasabai,Vaithilingam,Somasundaram,Thuraisingham,Ramalingam,Sivagnanam,Nagalingam,Sunil`,
    `Sivakumar,Kumar,Suthakaran,Ravichandran,Jeyakumar,Mohan,Ragunathan,Pirabakaran,Sasikumar,Thayaparan,Vijayakumar,Kugan,Nimalan,Raveendran,Sritharan,Baskaran,Mahinda,Ranjan,Suresh,Kamal,Ruban,Ketheeswaran,Pradeep`,
    `Pranavan,Abishan,Kavin,Arjun,Adhavan,Thanujan,Sajan,Ashvin,Harish,Nilan,Vithujan,Kishan,Akshayan,Jathushan,Sharujan,Aaran,Mathuran,Agaran,Niventhan,Dilan,Aathavan,Saran,Kajan,Pirasanth`,
  ],
};

export const nepalese: PeopleNames = {
  surnames: `Gurung 22,Rai 14,Limbu 9,Thapa 8,Magar 6,Pun 4,Tamang 4,Shrestha 4,Thapa Magar,Ghale,Lama,Sunuwar,Rana,Karki,Khadka,Basnet,Adhikari,Sharma,Poudel,Bhandari,Ale,Gharti,Budha,Chhetri,K C,Pradhan,Maharjan,Sherchan,Thakali,Rai-Limbu,Bhattarai,Dhakal,Subedi,Ghimire,Acharya,Koirala,Regmi,Joshi,Bista,Sherpa,Tuladhar,Dahal`,
  women: [
    `Man Maya,Dhan Maya,Bishnu Maya,Chandra Kumari,Dil Maya,Padam Kumari,Ganga Maya,Hasta Maya,Suk Maya,Devi Maya,Til Kumari,Jas Maya,Purna Kumari,Bhim Kumari,Lal Maya,Krishna Maya,Buddhi Maya,Aas Maya,Kul Maya,Som Maya`,
    `Sunita,Gita,Sita,Anita,Maya,Laxmi,Bimala,Devi,Kamala,Sarita,Manju,Indra,Rita,Durga,Saraswati,Sabita,Yam Kumari,Meena,Deepa,Goma,Susmita,Samjhana,Tara`,
    `Aayusha,Prasiddhi,Smriti,Asmita,Alisha,Sneha,Anjali,Aarohi,Prakriti,Samira,Binita,Nisha,Elina,Ruby,Sujata,Aarya,Muskan,Shristi,Yangchen,Riya,Simran,Pratiksha,Ashma`,
  ],
  men: [
    `Dil Bahadur,Man Bahadur,Tek Bahadur,Bal Bahadur,Purna Bahadur,Chandra Bahadur,Hasta Bahadur,Lal Bahadur,Padam Bahadur,Ganga Ram,Kul Bahadur,Bhim Bahadur,Jit Bahadur,Karna Bahadur,Dhan Bahadur,Om Bahadur,Tul Bahadur,Sher Bahadur,Aita Bahadur,Indra Bahadur`,
    `Krishna,Suresh,Bishnu,Prem,Deepak,Raju,Dinesh,Ganesh,Buddhi,Rajendra,Yam,Durga,Chandra,Hari,Prakash,Kumar,Santosh,Mohan,Tara,Ram,Nabin,Bikash,Khem`,
    `Prabin,Sagar,Suraj,Anish,Bibek,Aayush,Roshan,Nischal,Ashish,Sujan,Prajwal,Aaryan,Milan,Sandesh,Abhishek,Pratik,Kushal,Aarav,Samir,Sushant,Rohit,Yogesh,Subash`,
  ],
};

export const afghan: PeopleNames = {
  surnames: `Ahmadi 5,Rahimi 3,Noori 3,Safi,Wardak,Amiri,Stanikzai,Sharifi,Haidari,Rasouli,Karimi,Mohammadi,Hotak,Zazai,Popal,Shinwari,Afridi,Sahak,Niazi,Barakzai,Ahmadzai,Zadran,Kakar,Miakhel,Nasiri,Sultani,Azizi,Faizi,Hakimi,Hashimi,Ibrahimi,Jamshidi,Omari,Rahmani,Sadat,Saidi,Sediqi,Wali,Yousufi,Zahir,Akbari,Hussaini,Khan,Mangal,Momand,Oriakhel,Qaderi,Rasuli`,
  women: [
    `Bibi Gul,Zarghona,Hafiza,Shah Bibi,Najiba,Fahima,Nafisa,Zakia,Sediqa,Roqia,Karima,Gulalai,Shafiqa,Latifa,Habiba,Sharifa,Zainab,Nooria,Mahbooba,Anisa`,
    `Farida,Shukria,Nasrin,Parwana,Freshta,Malalai,Shabnam,Nargis,Zahra,Frozan,Homa,Spozhmai,Rahima,Najla,Zuhra,Fawzia,Tamana,Marwa,Wahida,Mursal,Lailoma,Palwasha`,
    `Sana,Asma,Hadia,Yusra,Setayesh,Muska,Marwah,Hosna,Zahra,Maryam,Sofia,Elena,Sahar,Aisha,Tamanna,Khadija,Bahar,Diana,Safa,Husna,Sara,Hawa,Negin`,
  ],
  men: [
    `Abdul,Mohammad,Ghulam,Haji Gul,Mohammad Nabi,Sayed,Mir,Abdul Karim,Abdul Rahim,Noor Mohammad,Faiz Mohammad,Sher,Rahmatullah,Abdul Ghafar,Dad Mohammad,Khan Mohammad,Gul Mohammad,Mohammad Amin,Habibullah,Saleh`,
    `Najib,Zabihullah,Farhad,Ahmad,Hamid,Wais,Zalmai,Khalid,Nasir,Fawad,Jawed,Mirwais,Shafiq,Haroon,Edris,Sharif,Ajmal,Nawid,Hashmat,Wahid,Asadullah,Naqibullah,Rohullah`,
    `Yusuf,Bilal,Mustafa,Omid,Sohail,Idris,Elyas,Ahmad,Ali,Mahdi,Mohammad,Yasin,Hamza,Subhan,Farzad,Zubair,Abdullah,Musa,Osman,Hekmat,Arman,Milad,Imran`,
  ],
};
