/**
 * Names of the Irish, of Britain's Jews, and of people from the United States, Australia, New Zealand, Canada and South Africa, written
 * as those of Europe are. The British have tables of their own.
 */
import type { PeopleNames } from '../peoples/people.ts';

export const irish: PeopleNames = {
  surnames: `Murphy 4,Kelly 3,O'Brien 2.6,Walsh 2.4,O'Sullivan 2.4,O'Connor,Byrne,Ryan,O'Neill,O'Reilly,Doyle,McCarthy,Gallagher,Doherty,Kennedy,Lynch,Murray,Quinn,McLoughlin,Moore,O'Carroll,Connolly,Daly,O'Connell,Wilson,Dunne,Brennan,Burke,Collins,Campbell,Clarke,Johnston,Hughes,O'Farrell,Fitzgerald,Brown,Martin,Maguire,Nolan,Flynn,O'Callaghan,O'Donnell,Duffy,O'Mahony,Boyle,Healy,O'Shea,White,Sweeney,Hayes,Kavanagh,Power,McGrath,Moran,Brady,Stewart,Casey,Foley,Fitzpatrick,O'Leary,McDonnell,MacMahon,Donnelly,Regan,Donovan,Burns,Flanagan,Mullan,Barry,Kane,Robinson,Cunningham,Griffin,Kenny,Sheehan,Ward,Whelan,Lyons,Reid,Higgins,Cullen,Keane,King,Maher,McKenna,Bell,Scott,Hogan,O'Keeffe,Magee,McNamara,MacDermott,Molony,O'Rourke,Buckley,O'Dwyer,Ó Briain/Ní Bhriain,Ó Súilleabháin/Ní Shúilleabháin,Ó Domhnaill/Ní Dhomhnaill,Mac Giolla Phádraig`,
  women: [
    `Mary,Margaret,Kathleen,Bridget,Catherine,Eileen,Josephine,Elizabeth,Teresa,Philomena,Nora,Bernadette,Patricia,Anne,Breda,Rose,Agnes,Ellen,Rita,Maureen,Carmel,Theresa,Sheila,Nancy,Peggy,Julia,Annie,Concepta,Dympna,Attracta,Goretti,Ita,Maura,Moira,Imelda,Dolores,Pauline,Assumpta,Kitty,Christina`,
    `Mary,Catherine,Margaret,Anne,Elizabeth,Helen,Sinéad,Siobhán,Caroline,Michelle,Áine,Caitríona,Orla,Niamh,Deirdre,Sharon,Fiona,Geraldine,Fionnuala,Gráinne,Maeve,Nuala,Róisín,Úna,Sarah,Eimear,Ciara,Aisling,Clare,Mairead,Noreen,Patricia,Frances,Karen,Lisa,Louise,Emer,Ann Marie,Majella,Angela`,
    `Emma,Aoife,Ciara,Sarah,Saoirse,Clodagh,Caoimhe,Grace,Niamh,Éabha,Fiadh,Sadhbh,Cara,Erin,Kate,Sophie,Ava,Lucy,Amy,Rachel,Laura,Róisín,Muireann,Ailbhe,Aisling,Laoise,Molly,Anna,Ella,Katie,Doireann,Hannah,Chloe,Lily,Orlaith,Meabh,Bláthnaid,Ellie,Alannah,Síofra`,
  ],
  men: [
    `John,Patrick,Michael,James,Thomas,William,Joseph,Daniel,Martin,Denis,Christopher,Gerard,Francis,Jeremiah,Noel,Timothy,Vincent,Cornelius,Bartholomew,Bernard,Peter,Edward,Columba,Finbarr,Jarlath,Laurence,Maurice,Desmond,Hugh,Terence,Raymond,Anthony,Aloysius,Dominic,Matthew,Stephen,Brendan,Seamus,Eugene,Leo`,
    `John,Michael,Patrick,David,Paul,James,Kevin,Brian,Brendan,Declan,Liam,Seán,Niall,Eamon,Colm,Dermot,Gerard,Kieran,Fergus,Diarmuid,Donal,Eoin,Fintan,Thomas,Martin,Peter,Joseph,Rory,Séamus,Tadhg,Tomás,Pádraig,Malachy,Owen,Mark,Barry,Aidan,Shane,Ronan,Enda`,
    `Conor,Jack,James,Seán,Cillian,Daniel,Oisín,Adam,Darragh,Fionn,Cian,Aidan,Luke,Ryan,Noah,Charlie,Shane,Ciarán,Cathal,Rory,Tom,Senan,Finn,Killian,Mark,Stephen,Eoin,Tadhg,Callum,Michael,Patrick,Odhrán,Ronan,Dylan,Harry,Fiachra,Donnacha,Bobby,Liam,Ruairí`,
  ],
};

export const jewish: PeopleNames = {
  surnames: `Cohen 10,Levy 5,Goldberg 2.4,Goldstein 2,Levine,Friedman,Rosenberg,Kaplan,Katz,Shapiro,Rosen,Green,Gold,Silver,Silverman,Goldman,Stern,Weiss,Feldman,Rubin,Abrahams,Abramson,Benjamin,Berger,Bernstein,Bloom,Braun,Davis,Elias,Ellis,Epstein,Fine,Freedman,Glass,Gluck,Grossman,Grunfeld,Halpern,Harris,Isaacs,Jacobs,Joseph,Kahn,Klein,Lazarus,Levi,Lipman,Marks,Mendelsohn,Morris,Myers,Nathan,Phillips,Pinto,Rosenthal,Rothman,Samuels,Schwartz,Sassoon,Simmons,Solomon,Stein,Sugarman,Weinberg,Wolfson`,
  women: [
    `Ruth,Miriam,Rachel,Sarah,Leah,Esther,Rebecca,Lily,Sylvia,Rose,Hannah,Judith,Anne,Stella,Bella,Fay,Freda,Golda,Edith,Dora,Estelle,Renee,Minnie,Naomi,Ray`,
    `Susan,Deborah,Ruth,Rachel,Sarah,Naomi,Judith,Miriam,Michelle,Caroline,Joanna,Lisa,Tamara,Dina,Karen,Esther,Gail,Suzanne,Rebecca,Nicola,Hilary,Vivienne,Shelley,Natalie,Daniela`,
    `Chaya,Rachel,Leah,Sarah,Hannah,Miriam,Esther,Talia,Rebecca,Abigail,Maya,Noa,Eliana,Shira,Tamar,Rivka,Shoshana,Devorah,Chana,Ella,Ariella,Yael,Orli,Gabriella,Mia,Bracha,Adina`,
  ],
  men: [
    `Harold,Morris,Jack,Sidney,Samuel,Isaac,Jacob,Abraham,Max,Leonard,Solomon,Nathan,Emanuel,Alfred,Bernard,Gerald,Benjamin,Joseph,Louis,Hyman,Cyril,Manny,Ralph,Woolf,Lionel`,
    `David,Jonathan,Michael,Simon,Daniel,Jeremy,Adam,Stephen,Paul,Anthony,Howard,Richard,Benjamin,Mark,Joshua,Nigel,Andrew,Laurence,Robert,Ian,Russell,Jeffrey,Samuel,Philip,Darren`,
    `Joshua,Samuel,Benjamin,Jacob,Daniel,Noah,Moshe,Yosef,Avi,Eli,Dov,Yehuda,Chaim,Shmuel,Mordechai,Ethan,Zachary,Nathan,Asher,Levi,Rafi,Gabriel,Ari,Jonah,Yisroel,Aaron,Oliver`,
  ],
};

export const overseas: PeopleNames = {
  surnames: `Smith 2,Johnson 1.6,Williams 1.4,Brown 1.3,Jones,Miller,Davis,Wilson,Anderson,Taylor,Moore,Jackson,Martin,Thompson,White,Harris,Clark,Robinson,Walker,Young,Allen,King,Wright,Scott,Nelson,Baker,Hall,Campbell,Mitchell,Carter,Roberts,Phillips,Evans,Turner,Parker,Edwards,Collins,Stewart,Morris,Murphy,Cook,Rogers,Morgan,Peterson,Cooper,Reed,Bailey,Kelly,Ryan,O'Brien,McDonald,Fraser,MacDonald,Botha,van der Merwe,Pretorius,Venter,Coetzee,Steyn,Naudé,du Plessis,Kruger,Olsen,Schmidt,Schultz,Hansen,Larson,Sullivan,Bennett`,
  women: [
    `Barbara,Nancy,Carol,Judith,Shirley,Beverly,Marilyn,Joan,Betty,Lois,Margaret,Patricia,Helen,Dorothy,Susan,Elizabeth,Jean,Janet,Ruth,Diane,Johanna,Lynette,Noelene,Phyllis`,
    `Lisa,Jennifer,Kimberly,Melissa,Amy,Heather,Michelle,Stephanie,Kristen,Megan,Erin,Sarah,Nicole,Rachel,Kate,Rebecca,Katherine,Lauren,Kylie,Narelle,Tracy,Jodi,Anneke,Chantelle,Sally,Belinda`,
    `Madison,Ava,Harper,Charlotte,Olivia,Avery,Addison,Mackenzie,Zoe,Emma,Chloe,Ruby,Matilda,Riley,Isabella,Mia,Hailey,Brooke,Sienna,Paige,Kayla,Savannah,Grace,Amelia,Taylor,Lara`,
  ],
  men: [
    `Robert,James,William,John,Richard,Donald,Kenneth,Charles,Ronald,Gary,Lawrence,Bruce,Ross,Neville,Roger,Jerry,Douglas,Barry,Graeme,Walter,Hendrik,Johannes,Wayne,Dale`,
    `Michael,David,Brian,Scott,Jeffrey,Todd,Craig,Matthew,Andrew,Brett,Mark,Daniel,Jason,Brad,Shane,Ryan,Timothy,Gavin,Cameron,Eric,Kyle,Pieter,Justin,Glenn,Steven,Peter`,
    `Mason,Liam,Hudson,Jackson,Ethan,Cooper,Lachlan,Oliver,William,Tyler,Hunter,Noah,Logan,Benjamin,Austin,James,Carter,Levi,Riley,Max,Dylan,Connor,Luke,Wyatt,Lincoln,Henry`,
  ],
};
