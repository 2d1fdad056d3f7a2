/** Names of people with roots in East and South-East Asia, written as those of Europe are; after the countries' own lists and the electoral roll's. */
import type { PeopleNames } from '../peoples/people.ts';

/** Cantonese, of Hong Kong and the New Territories. */
export const cantonese: PeopleNames = {
  surnames: `Chan 9,Wong 8.5,Lee 6,Cheung 5,Lam 5,Ng 4,Leung 4,Lau 4,Li 3.6,Ho 3,Tang 3,Chow 2.4,Yeung 2.4,Tsang 2.2,Man 2,Liu,Cheng,Yip,Chung,Choi,Kwok,Chu,Fung,Mak,Lai,Poon,Tse,Kwan,Hui,Wan,Siu,Tsui,Lui,Law,Yuen,Lo,Yau,So,Au,Au-Yeung,Pang,To,Shum,Kwong,Mok,Tam,Szeto,Hau,Pak,Fong,Ip,Yu,Chiu,Suen,O`,
  women: [
    `Siu Ying,Yuk Lan,Mei Ling,Ah Mui,Kam Ho,Sau Lan,Yuet Ying,Kwai Fong,Lai Chun,Oi Lin,Suk Yee,Shun Ying,Mui,Yin Fong,Wai Fong,Pik Wan,Sau Ying,Kam Tai,Choi Ha,Yuk Ying,Fung Ying,So Lan`,
    `Wai Ling,Mei Yee,Lai Ping,Suk Ling,Wing Yan,Ka Man,Yuen Ling,Siu Ling,Wai Yee,Sin Yee,Pui Ling,Man Yee,Lai Kuen,Shuk Yee,Hoi Yan,Wing Sze,Ka Yan,Yuk Ling,Fung Yee,Ka Wai,Pui Shan,Kit Ling`,
    `Hei Tung,Sum Yi,Cheuk Ying,Tsz Ching,Hoi Ching,Lok Yiu,Yan Tung,Wing Lam,Tsz Yan,Ching Yi,Hei Lam,Yuet Ching,Long Yin,Cheuk Lam,Hiu Tung,Sze Wing,Ka Yi,Hau Yi,Tin Yu,Yi Lam`,
  ],
  men: [
    `Kam Wing,Wing Fat,Ah Kow,Shing,Tin Sang,Yau,Fook,Kwok Keung,Chi Wah,Hing,Sik Kwan,Kam Tong,Shui Wing,Lok,Yiu Wah,Pak Hung,Kan,Wah Sang,On,Yuk Sang,Hoi Cheung,Sum`,
    `Chi Ming,Kwok Wai,Wai Man,Kin Wah,Wing Kin,Chi Keung,Tak Ming,Siu Ming,Kam Hung,Chun Kit,Yiu Ming,Wai Keung,Ka Ming,Chi Wai,Kwok Ming,Ho Yin,Man Kit,Wing Hong,Tak Wai,Chun Wai,Kin Man,Hon Wing`,
    `Ka Ho,Tsz Hin,Chun Hei,Ho Yin,Pak Hei,Yat Hei,Lok Hin,Cheuk Hei,Hei Long,Tsz Chun,Wing Hei,Long Hin,Chi Hin,Sheung Yat,Hoi Lam,Man Hei,Yu Hin,Ching Lok,Tin Long,Ho Lam`,
  ],
};

/** Of mainland China, Singapore, Malaysia and Taiwan. */
export const chinese: PeopleNames = {
  surnames: `Wang 7.5,Li 7.3,Zhang 6.8,Chen 6.5,Liu 5,Lin 4,Yang 3.4,Huang 3,Zhao 2.4,Wu 2.4,Zhou 2,Xu 2,Sun,Ma,Zhu,Hu,Guo,He,Gao,Luo,Zheng,Xie,Liang,Tan,Lim,Ong,Goh,Teo,Koh,Chua,Song,Tang,Han,Feng,Dong,Yu,Cao,Deng,Peng,Zeng,Xiao,Tian,Pan,Yuan,Cai,Jiang,Ye,Wei,Lu,Ding,Ren,Shen,Yao,Zhong,Weng,Jin,E,Yi,Ouyang`,
  women: [
    `Xiuying,Guiying,Shuzhen,Yulan,Guilan,Xiulan,Fengying,Yuzhen,Shufen,Guizhen,Meiying,Suzhen,Aiyu,Jinfeng,Shuying,Lihua,Chunhua,Cuilan,Huizhen,Saihua,Ruilan`,
    `Li,Min,Jing,Yan,Fang,Hong,Hui,Ying,Mei,Ping,Xia,Juan,Qing,Lan,Yun,Xiaoyan,Xiaohong,Dan,Lijuan,Bin,Na,Lili,Xue,Qian,Wen,Siew Ling,Ai Ling,Hui Min`,
    `Yi Ting,Xin Yi,Zihan,Yuhan,Yuxin,Jia,Siyu,Yutong,Xinyue,Jiayi,Ruoxi,Kexin,Yiyi,Keyi,Mengyao,Jiaqi,Shiyu,Tianyi,Yue,Wanting,Qiyue,Anqi,Zhiyi,Muchen`,
  ],
  men: [
    `Jianguo,Guoqiang,Zhiqiang,Yongfu,Wenhua,Guohua,Decai,Shuming,Zhenhua,Guangming,Fulin,Baoguo,Yaozu,Jinhai,Changsheng,Dehua,Rongfa,Kok Seng,Boon Teck,Ah Huat,Qingshan`,
    `Wei,Lei,Jun,Yong,Jie,Tao,Ming,Qiang,Jian,Peng,Bin,Gang,Bo,Hao,Feng,Dong,Xiaoming,Kai,Chao,Yu,Zhigang,Hui,Liang,Xin,Jianhua,Wei Ming,Kok Wai`,
    `Zihao,Haoran,Yuxuan,Zixuan,Junjie,Haoyu,Yichen,Mingze,Yifan,Tianyu,Jiahao,Ruichen,Zimo,Boyu,Yuhang,Chenxi,Junhao,Xinrui,Zi Hao,Kaiwen,Muyang,Zhiyuan,Yize,Wenbo`,
  ],
};

export const vietnamese: PeopleNames = {
  surnames: `Nguyen 34,Tran 12,Le 8,Pham 7,Hoang 5,Vu 4,Phan 3.6,Huynh 3,Dang 2.4,Bui 2.2,Do 2,Ho,Ngo,Duong,Ly,Luong,Dinh,Trinh,Truong,Vo,Mai,Lam,Cao,Chu,Dao,Doan,Ha,Kieu,La,Luu,Nghiem,Ong,Quach,Ta,Thai,Tong,Trieu,Vuong,Van,Khuong,Hua,Giang`,
  women: [
    `Thi Hoa,Thi Lan,Thi Mai,Thi Sau,Thi Nam,Thi Tu,Thi Bay,Thi Ngoc,Thi Cuc,Thi Hue,Thi Lien,Thi Tuyet,Thi Xuan,Thi Kim,Thi Be,Thi Nga,Thi Minh,Thi Thanh,Thi Vinh,Thi Yen`,
    `Thu Ha,Thanh Huong,Thi Thuy,Bich Ngoc,Kim Anh,Hong,Thi Dung,Thuy Linh,Phuong,Thu Trang,Thi Hang,Minh Chau,Lan Anh,My,Thi Nhung,Quynh,Thao,Nga,Thi Van,Hien,Ngoc Anh,Tam`,
    `Linh,Anh,Mai,Ngoc,Khanh Linh,Bao Anh,Phuong Anh,Minh Anh,Gia Han,Thao Nhi,Bao Ngoc,Thuy,Hoa,Chi,An,Tuyet Nhi,Kieu Anh,Vy,Trang,Ha My,Thien An,Quynh Anh,Nhi`,
  ],
  men: [
    `Van Minh,Van Hung,Van Thanh,Van Sau,Van Ba,Van Tam,Van Long,Van Duc,Van Hai,Van Loi,Van Phuc,Van Tho,Van Cuong,Van Chinh,Van Dong,Van Hoa,Van Quy,Van Lam,Van Son,Van Tu`,
    `Tuan,Hung,Quang,Dung,Minh,Hai,Thanh,Son,Cuong,Long,Anh Tuan,Duc,Hoang,Viet,Nam,Tien,Tung,Kien,Trung,Huy,Phong,Thang,Vinh`,
    `Minh,Anh,Khang,Bao,Duc Anh,Gia Bao,Minh Khoi,Quoc Bao,Nhat Minh,Khoa,Phuc,Tri,Dat,Hieu,Thien,Khanh,Hoang Nam,Tuan Kiet,Quan,Gia Huy,Minh Quan,Dang Khoa,An`,
  ],
};

export const filipino: PeopleNames = {
  surnames: `Santos 4,Reyes 4,Cruz 3.6,dela Cruz 3,Garcia 3,Mendoza,Bautista,Villanueva,Aquino,Ramos,Torres,Flores,Gonzales,Rivera,Castillo,Fernandez,Domingo,Mercado,Castro,Navarro,Salazar,Dizon,Manalo,Pascual,Soriano,Aguilar,Santiago,Tolentino,Valdez,Ocampo,Marquez,Panganiban,Magsaysay,de Leon,de Guzman,del Rosario,Dimaculangan,Macapagal,Lacson,Magbanua,Alcantara,Padilla,Perez,Rosales,Tan,Lim,Go,Sison,Evangelista,Galang,Pangilinan,Cayabyab,Garcia-Reyes,Abad,Agbayani,Batungbakal`,
  women: [
    `Maria,Teresita,Erlinda,Rosario,Corazon,Leonora,Milagros,Norma,Lourdes,Remedios,Carmelita,Virginia,Luzviminda,Aurora,Estrella,Gloria,Perla,Zenaida,Rosalinda,Nenita,Felicidad,Evangeline,Imelda`,
    `Marites,Maricel,Rowena,Jocelyn,Marilou,Cristina,Analyn,Rosalie,Lorna,Maria Theresa,Liza,Arlene,Girlie,Sheila,Jennifer,Glenda,Melanie,Emelita,Cherry,Rhodora,Gemma,Marivic,Ma Lourdes,Rachelle,Charito,Divina`,
    `Angel,Althea,Princess,Nicole,Angelica,Andrea,Samantha,Sofia,Bea,Jasmine,Kyla,Ysabel,Chloe,Zia,Alexa,Trisha,Hannah,Mikaela,Janelle,Kristine,Precious,Francine,Gabrielle,Maxine,Isabella`,
  ],
  men: [
    `Jose,Antonio,Romeo,Rolando,Ernesto,Renato,Eduardo,Rodolfo,Manuel,Danilo,Reynaldo,Ricardo,Francisco,Alfredo,Benjamin,Domingo,Felipe,Virgilio,Wilfredo,Edgardo,Conrado,Leopoldo`,
    `Michael,Joel,Roberto,Noel,Rommel,Ariel,Jonathan,Arnel,Jerome,Dennis,Rodel,Ferdinand,Alvin,Marlon,Raymond,Allan,Randy,Christopher,Erwin,Gilbert,Jeffrey,Ramon,Nestor,Rey,Ronaldo`,
    `John Paul,Joshua,Angelo,Christian,Nathaniel,Jacob,Gabriel,Mark Anthony,Kyle,Justin,Miguel,James,John Carlo,Adrian,Ethan,Prince,Zion,Lance,Sean,Paolo,Rafael,Vince,Andrei,Elijah,Lorenzo`,
  ],
};
