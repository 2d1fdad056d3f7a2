/**
 * Surnames common among people of South and East Asian families in Britain, commonest first, as published name counts and the
 * literature on name-based ethnicity describe them. `:f` and `:m` mark names that are nearly always a woman's or a man's.
 */
export const muslimSurnames = `
Khan,Ahmed,Ali,Hussain,Begum:f,Akhtar,Iqbal,Mahmood,Malik,Bibi:f,Hussein,Mohammed,Miah:m,Rahman,Shah,Uddin:m,Choudhury,Mirza,Rashid,Aslam,
Islam,Chowdhury,Akram,Khatun:f,Kauser:f,Rehman,Butt,Hassan,Raza,Ashraf,Javed,Anwar,Parveen:f,Saleem,Khalid,Hamid,Aziz,Afzal,Nawaz,Younis,
Arshad,Bashir,Qureshi,Sheikh,Siddiqui,Yousaf,Zaman,Haque,Hoque,Sultana:f,Khanam:f,Jabeen:f,Nazir,Munir,Rafiq,Yasin,Ahmad,Alam,Baig,Chaudhry,
Abbas,Abbasi,Ansari,Awan,Azam,Bhatti,Bukhari,Dar,Farooq,Gilani,Habib,Haider,Hashmi,Hossain,Ibrahim,Ikram,Imran,Ishaq,Jamil,Karim,
Kazmi,Latif,Majid,Mansoor,Mehmood,Mian,Mughal,Mushtaq,Nadeem,Naseem,Niazi,Rana,Riaz,Sadiq,Saeed,Sarwar,Shaikh,Tariq,Ullah:m,Zafar
`;
export const indianSurnames = `
Patel,Singh:m,Kaur:f,Shah,Sharma,Kumar,Gill,Mistry,Desai,Joshi,Sandhu,Dhillon,Parmar,Chauhan,Gupta,Mehta,Sidhu,Solanki,Rai,Bains,
Grewal,Sahota,Dhaliwal,Kapoor,Reddy,Thomas,Mathew,Joseph,Varghese,Jacob,Kurian,Chopra,Malhotra,Bhatt,Trivedi,Amin,Thakkar,Vyas,Rao,Nair,
Pillai,Menon,Iyer,Krishnan,Raj,Rajan,Subramaniam,Sivakumar,Ramanathan,Nathan,Perera,Fernando,de Silva,Jayawardena,Wickramasinghe,Gunawardena,Gurung,Rai-Limbu,Thapa,Tamang,
Limbu,Magar,Shrestha,Lama,D'Souza,Fernandes,D'Mello,Pinto,Rodrigues,Pereira,Das,Ghosh,Mukherjee,Banerjee,Chatterjee,Sen,Bose,Roy,Dutta,Sinha,
Verma,Agarwal,Bansal,Arora,Bhatia,Khanna,Sethi,Anand,Saini,Virdee,Hayer,Johal,Mann,Aujla,Randhawa,Uppal,Sanghera,Panesar,Matharu,Bhogal,
Sagoo,Kalsi,Lal,Ram,Chand,Naidu,Venkatesan,Balasubramanian,Swaminathan,Thirunavukkarasu,Selvarajah,Kandiah,Ponnambalam,Vadgama,Lad,Tailor,Modi,Pandya,Rathod,Vaghela
`;
export const chineseSurnames = `
Chan,Wong,Li,Chen,Lee,Cheung,Wang,Lam,Zhang,Liu,Ho,Leung,Ng,Lau,Yang,Tang,Tsang,Yeung,Cheng,Wu,
Chow,Lin,Huang,Zhao,Zhou,Xu,Man,Tan,Lim,Fung,Mak,Lai,Yip,Choi,Kwok,Chu,Chung,Poon,Liang,Sun,
Ma,Zhu,Hu,Guo,He,Gao,Luo,Zheng,Xie,Tran,Nguyen,Pham,Hoang,Le,Vu,Phan,Huynh,Kim,Park,Choe,
O,Oh,E,Yi,Tanaka,Suzuki,Sato,Yamamoto,Ito,Nakamura,Santos,Reyes,dela Cruz,Garcia-Reyes,Mendoza,Bautista,Villanueva,Aquino,Wongsakul,Au-Yeung
`;
