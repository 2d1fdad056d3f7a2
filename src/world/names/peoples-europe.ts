/**
 * Names of people with roots in the rest of Europe. Family names are commonest first; where two forms are given the second is a woman's,
 * and a number is the share of the people's bearers in per cent. Given names are those of three generations (born before about 1960, from
 * then to about 1990, and after), commonest first. Of our own making, after the name counts that each country publishes, as generally known.
 */
import type { PeopleNames } from '../peoples/people.ts';

export const polish: PeopleNames = {
  surnames: `Nowak 3,Kowalski 2.4,Wiśniewski 1.9,Wójcik,Kowalczyk,Kamiński,Lewandowski,Zieliński,Szymański,Woźniak,Dąbrowski,Kozłowski,Jankowski,Mazur,Kwiatkowski,Krawczyk,Kaczmarek,Piotrowski,Grabowski,Zając,Pawłowski,Michalski,Nowakowski,Wieczorek,Król,Jabłoński,Majewski,Olszewski,Kociński,Adamczyk,Dudek,Stępień,Górski,Rutkowski,Sikora,Walczak,Witkowski,Baran,Michalak,Szewczyk,Ostrowski,Tomaszewski,Pietrzak,Zalewski,Wróblewski,Marciniak,Jasiński,Zawadzki,Bąk,Sadowski,Jakubowski,Duda,Włodarczyk,Wilk,Chmielewski,Borkowski,Sokołowski,Szczepański,Sawicki,Kucharski,Lis,Kubiak,Kalinowski,Wysocki,Maciejewski,Czarnecki,Kołodziej,Urban,Kaźmierczak,Sobczak,Głowacki,Błaszczyk,Brzęczyszczykiewicz`,
  women: [
    `Maria,Krystyna,Anna,Barbara,Teresa,Elżbieta,Zofia,Janina,Danuta,Irena,Halina,Helena,Jadwiga,Stanisława,Grażyna,Bożena,Wanda,Genowefa,Ewa,Urszula,Marianna,Czesława,Alicja,Józefa,Kazimiera,Bronisława,Lucyna`,
    `Agnieszka,Katarzyna,Małgorzata,Monika,Joanna,Magdalena,Anna,Ewa,Dorota,Beata,Aneta,Iwona,Marta,Justyna,Renata,Sylwia,Agata,Edyta,Izabela,Aleksandra,Karolina,Ewelina,Anita,Paulina,Kinga,Natalia,Patrycja,Emilia`,
    `Julia,Zuzanna,Maja,Lena,Oliwia,Amelia,Wiktoria,Hanna,Zofia,Nikola,Alicja,Natalia,Aleksandra,Gabriela,Nadia,Laura,Antonina,Emilia,Pola,Iga,Liliana,Kornelia,Milena,Michalina,Weronika,Klaudia,Dominika,Martyna`,
  ],
  men: [
    `Jan,Stanisław,Józef,Zbigniew,Jerzy,Tadeusz,Henryk,Ryszard,Kazimierz,Marian,Mieczysław,Czesław,Edward,Andrzej,Zdzisław,Władysław,Zygmunt,Wacław,Bolesław,Bogdan,Leszek,Eugeniusz,Roman,Stefan,Antoni,Lech`,
    `Piotr,Krzysztof,Tomasz,Paweł,Marcin,Michał,Marek,Grzegorz,Łukasz,Adam,Rafał,Robert,Dariusz,Mariusz,Wojciech,Artur,Jacek,Przemysław,Sławomir,Kamil,Mateusz,Sebastian,Radosław,Maciej,Dawid,Jarosław,Daniel,Wiesław`,
    `Jakub,Kacper,Filip,Szymon,Antoni,Aleksander,Oskar,Mikołaj,Bartosz,Adrian,Dominik,Patryk,Wiktor,Igor,Alan,Leon,Nikodem,Marcel,Fabian,Oliwier,Maksymilian,Franciszek,Hubert,Damian,Tymon,Gabriel,Natan,Karol`,
  ],
};

export const romanian: PeopleNames = {
  surnames: `Popa 4,Popescu 3,Ionescu,Radu,Dumitru,Stan,Stoica,Gheorghe,Rusu,Munteanu,Matei,Marin,Constantin,Lungu,Florea,Moldovan,Ungureanu,Dobre,Tudor,Barbu,Ciobanu,Nistor,Lazăr,Dinu,Ene,Neagu,Sandu,Cojocaru,Vasile,Manole,Mocanu,Oprea,Toma,Balan,Ilie,Luca,Croitoru,Iordache,Preda,Voicu,Stoian,Anghel,Avram,Crăciun,Zamfir,Rotaru,Pavel,Petre,Roman,Bucur,Tănase,Țurcan,Dragomir,Enache,Grigore,Nedelcu,Cristea,Apostol`,
  women: [
    `Maria,Elena,Ioana,Ana,Viorica,Floarea,Margareta,Aurelia,Georgeta,Rodica,Doina,Constanța,Steliana,Paraschiva,Lucreția,Silvia,Victoria,Lidia,Eugenia,Ecaterina,Domnica,Niculina,Valeria`,
    `Mihaela,Elena,Cristina,Andreea,Daniela,Gabriela,Alina,Simona,Adriana,Monica,Ramona,Mariana,Liliana,Carmen,Camelia,Oana,Nicoleta,Roxana,Claudia,Loredana,Florentina,Corina,Raluca,Anca,Laura,Irina,Georgiana,Magdalena,Luminița`,
    `Maria,Sofia,Alexandra,Andreea,Ioana,Bianca,Denisa,Larisa,Alessia,Antonia,Ștefania,Teodora,Daria,Diana,Eva,Anastasia,Miruna,Rebeca,Amira,Medeea,Ilinca,Amalia,Iulia,Patricia,Sara,Emma,Karina`,
  ],
  men: [
    `Ion,Gheorghe,Vasile,Constantin,Nicolae,Dumitru,Ioan,Mihai,Ștefan,Petru,Aurel,Traian,Ilie,Marin,Alexandru,Toma,Grigore,Virgil,Viorel,Emil,Iosif,Victor,Teodor`,
    `Marius,Adrian,Florin,Cristian,Daniel,Mihai,Ionuț,Bogdan,Cătălin,Gabriel,Sorin,Lucian,Ovidiu,Dan,Valentin,Claudiu,Costel,Dragoș,Laurențiu,Răzvan,Ciprian,Iulian,Liviu,Nicușor,Cosmin,Silviu,Remus,Octavian`,
    `Andrei,David,Alexandru,Matei,Luca,Ștefan,Gabriel,Mihai,Ianis,Darius,Robert,Denis,Rareș,Tudor,Vlad,Eduard,Victor,Raul,Patrick,Albert,Fabian,Sebastian,Ayan,Edi,Filip,Mario,Eric`,
  ],
};

export const lithuanian: PeopleNames = {
  surnames: `Kazlauskas,Petrauskas,Jankauskas,Stankevičius,Vasiliauskas,Žukauskas,Butkus,Paulauskas,Urbonas,Kavaliauskas,Navickas,Ramanauskas,Savickas,Balčiūnas,Rimkus,Černiauskas,Sakalauskas,Mikalauskas,Pocius,Šimkus,Kairys,Jonaitis,Adomaitis,Lukoševičius,Žilinskas,Dambrauskas,Bernotas,Gudaitis,Matulis,Norkus,Bērziņš,Kalniņš,Ozoliņš,Jansons,Liepiņš,Krūmiņš,Balodis,Eglītis,Zariņš,Pētersons,Vītols,Kļaviņš,Kārkliņš,Siliņš`,
  women: [
    `Ona,Genovaitė,Janina,Danutė,Irena,Aldona,Birutė,Regina,Elena,Marija,Stasė,Zita,Nijolė,Vida,Valentina,Bronė,Julija,Felicija,Teresė,Anelė,Ilga,Velta`,
    `Rasa,Daiva,Jurgita,Inga,Jolanta,Asta,Vilma,Rita,Lina,Laima,Aušra,Ramunė,Edita,Kristina,Renata,Sandra,Simona,Živilė,Eglė,Agnė,Diana,Loreta,Indrė,Ilze,Ieva,Gintarė`,
    `Gabija,Austėja,Emilija,Ugnė,Kotryna,Kamilė,Ieva,Viktorija,Liepa,Lukrecija,Luknė,Gustė,Elzė,Smiltė,Goda,Miglė,Karolina,Greta,Monika,Evelina,Sofija,Aurėja,Amelija,Urtė,Alisa`,
  ],
  men: [
    `Jonas,Antanas,Vytautas,Juozas,Kazys,Petras,Stasys,Algirdas,Vincas,Bronius,Pranas,Romualdas,Alfonsas,Zigmas,Edvardas,Steponas,Algis,Viktoras,Jānis,Andris,Povilas`,
    `Darius,Mindaugas,Tomas,Vaidas,Saulius,Gintaras,Arūnas,Valdas,Andrius,Marius,Donatas,Egidijus,Linas,Rolandas,Artūras,Giedrius,Kęstutis,Žydrūnas,Ričardas,Aurimas,Gediminas,Deividas,Raimondas,Edgars,Māris,Aivars`,
    `Lukas,Mantas,Matas,Jokūbas,Nojus,Dominykas,Domas,Kajus,Benas,Jonas,Herkus,Rokas,Emilis,Gabrielius,Augustas,Ignas,Titas,Adomas,Arnas,Karolis,Paulius,Tadas,Dovydas,Kristupas,Džiugas,Oskaras`,
  ],
};

export const italian: PeopleNames = {
  surnames: `Rossi 3,Russo 2.5,Ferrari,Esposito,Bianchi,Romano,Colombo,Ricci,Marino,Greco,Bruno,Gallo,Conti,De Luca,Mancini,Costa,Giordano,Rizzo,Lombardi,Moretti,Barbieri,Fontana,Santoro,Mariani,Rinaldi,Caruso,Ferrara,Galli,Martini,Leone,Longo,Gentile,Martinelli,Vitale,Lombardo,Serra,Coppola,De Santis,D'Angelo,Marchetti,Parisi,Villa,Conte,Ferraro,Ferri,Fabbri,Bianco,Marini,Grasso,Valentini,Messina,Sala,De Angelis,Gatti,Pellegrini,Palumbo,Sanna,Farina,Rizzi,Monti,D'Amico,Vella,Capaldi,Falcone`,
  women: [
    `Maria,Giuseppina,Rosa,Anna,Angela,Giovanna,Teresa,Lucia,Carmela,Caterina,Francesca,Antonietta,Carla,Rita,Concetta,Antonia,Filomena,Assunta,Franca,Domenica,Vincenza,Immacolata,Michelina,Pasqualina,Elvira`,
    `Maria,Paola,Daniela,Laura,Silvia,Antonella,Patrizia,Elena,Roberta,Stefania,Barbara,Cristina,Monica,Simona,Sabrina,Federica,Valentina,Raffaella,Claudia,Alessandra,Loredana,Ilaria,Tiziana,Donatella,Emanuela,Lucia,Rosanna`,
    `Giulia,Sofia,Martina,Chiara,Sara,Alessia,Francesca,Giorgia,Aurora,Alice,Elisa,Beatrice,Ginevra,Emma,Greta,Camilla,Gaia,Noemi,Arianna,Bianca,Matilde,Ludovica,Vittoria,Anna,Elena,Isabella,Mia`,
  ],
  men: [
    `Giuseppe,Antonio,Giovanni,Salvatore,Vincenzo,Domenico,Luigi,Pietro,Angelo,Carmine,Pasquale,Michele,Raffaele,Gaetano,Nicola,Carlo,Rocco,Gennaro,Ciro,Calogero,Donato,Aldo,Ettore,Umberto`,
    `Marco,Roberto,Paolo,Andrea,Stefano,Francesco,Massimo,Alessandro,Fabio,Luca,Maurizio,Claudio,Giorgio,Franco,Alberto,Enrico,Gianluca,Sergio,Mario,Daniele,Riccardo,Simone,Emanuele,Davide,Dario,Gianni,Tony`,
    `Leonardo,Lorenzo,Matteo,Alessandro,Francesco,Mattia,Gabriele,Tommaso,Riccardo,Edoardo,Federico,Filippo,Luca,Diego,Samuele,Pietro,Giacomo,Nicolò,Antonio,Gioele,Michael,Jacopo,Enea,Elia,Valerio,Christian`,
  ],
};

export const spanish: PeopleNames = {
  surnames: `García 5,Rodríguez 3.4,González 3.4,Fernández 3.2,López 3.1,Martínez 3,Sánchez,Pérez,Gómez,Martín,Jiménez,Ruiz,Hernández,Díaz,Moreno,Muñoz,Álvarez,Romero,Alonso,Gutiérrez,Navarro,Torres,Domínguez,Vázquez,Ramos,Gil,Ramírez,Serrano,Blanco,Molina,Morales,Suárez,Ortega,Delgado,Castro,Ortiz,Rubio,Marín,Sanz,Núñez,Iglesias,Medina,Garrido,Cortés,Castillo,Santos,Lozano,Guerrero,Cano,Prieto,Méndez,Cruz,Calvo,Gallego,Vidal,León,Márquez,Herrera,Peña,Flores,Cabrera,García López,Fernández Ruiz,Sánchez Moreno`,
  women: [
    `María,Carmen,Josefa,Dolores,Isabel,Francisca,Pilar,Antonia,Ana,Teresa,Rosario,Mercedes,Concepción,Juana,Manuela,Encarnación,Ángeles,Rosa,Luisa,Consuelo,Amparo,Rafaela,Remedios,Asunción,Soledad`,
    `Cristina,Marta,Laura,Ana,Mónica,Patricia,Raquel,Sonia,Silvia,Elena,Beatriz,Yolanda,Susana,Nuria,Eva,Rocío,Inmaculada,Esther,Alicia,Verónica,Ana María,Marina,Gemma,Olga,Sandra,Montserrat,Lorena,Noelia`,
    `Lucía,Paula,Alba,Sara,Andrea,Irene,Nerea,Claudia,Carla,Martina,Daniela,Sofía,Julia,Valeria,Carmen,Ainhoa,Noa,Alejandra,Emma,Aitana,Lola,Candela,Vega,Jimena,Miriam,Celia,Inés`,
  ],
  men: [
    `José,Antonio,Manuel,Francisco,Juan,Luis,Ángel,Rafael,Jesús,Pedro,Miguel,Ramón,Vicente,Joaquín,Enrique,Fernando,Andrés,Emilio,Julio,Salvador,Tomás,Félix,Domingo,Agustín,Eusebio`,
    `Javier,David,Carlos,Miguel Ángel,José Antonio,Francisco Javier,Sergio,Jorge,Alberto,Óscar,Rubén,Juan Carlos,Roberto,Daniel,Raúl,Iván,Álvaro,Juan José,Eduardo,Ignacio,Santiago,Jaime,Diego,Víctor,Gonzalo,Marcos,Xavier`,
    `Hugo,Daniel,Pablo,Alejandro,Álvaro,Adrián,Mario,Lucas,Martín,Marcos,Leo,Mateo,Nicolás,Iker,Izan,Bruno,Marc,Pau,Unai,Gael,Enzo,Rodrigo,Samuel,Héctor,Guillermo,Aitor,Gabriel`,
  ],
};

export const portuguese: PeopleNames = {
  surnames: `Silva 7,Santos 4.5,Ferreira 4,Pereira 3.8,Oliveira 3.2,Costa 2.8,Rodrigues 2.6,Martins 2.3,Sousa,Fernandes,Gonçalves,Gomes,Lopes,Marques,Almeida,Ribeiro,Pinto,Carvalho,Teixeira,Moreira,Correia,Mendes,Nunes,Soares,Vieira,Monteiro,Cardoso,Rocha,Neves,Coelho,Cruz,Cunha,Pires,Ramos,Reis,Simões,Antunes,Matos,Fonseca,Araújo,Freitas,Barbosa,Lima,Tavares,Azevedo,Figueiredo,Costa e Silva,dos Santos,da Silva,de Jesus,Barros,Andrade,Souza,Nascimento,Alves,Cavalcante,Machado,Melo,Rodrigues da Costa`,
  women: [
    `Maria,Maria de Lurdes,Maria da Conceição,Rosa,Ana,Maria de Fátima,Manuela,Fernanda,Teresa,Isabel,Lurdes,Conceição,Graça,Olinda,Deolinda,Emília,Adelaide,Helena,Glória,Lucinda,Celeste,Odete,Piedade,Amélia`,
    `Ana,Carla,Sandra,Sónia,Cristina,Paula,Susana,Mónica,Patrícia,Elisabete,Cláudia,Ana Paula,Vera,Sílvia,Marta,Andreia,Catarina,Dina,Liliana,Isabel,Fernanda,Adriana,Juliana,Luciana,Renata,Vanessa,Fabiana`,
    `Maria,Beatriz,Leonor,Matilde,Inês,Carolina,Mariana,Ana,Sofia,Margarida,Lara,Joana,Francisca,Alice,Benedita,Madalena,Clara,Rita,Diana,Íris,Gabriela,Larissa,Letícia,Bruna,Daniela,Bianca,Eva`,
  ],
  men: [
    `José,António,Manuel,João,Joaquim,Francisco,Fernando,Carlos,Domingos,Álvaro,Américo,Armando,Adelino,Abílio,Alberto,Augusto,Luís,Agostinho,Albino,Armindo,Custódio,Jaime,Mário,Raimundo`,
    `Paulo,Pedro,Luís,Rui,Nuno,Jorge,Ricardo,Carlos,Miguel,Sérgio,Hélder,Hugo,Marco,Bruno,Vítor,Filipe,Nélson,Paulo Jorge,Fábio,Marcelo,Rodrigo,Anderson,Márcio,Alexandre,Daniel,Tiago,Renato`,
    `João,Francisco,Tiago,Rodrigo,Martim,Santiago,Gonçalo,Duarte,Afonso,Miguel,Gabriel,Tomás,Rafael,Diogo,Guilherme,Dinis,Lourenço,Simão,Salvador,Gustavo,Lucas,Leandro,Enzo,David,Vicente,Mateus,Kevin`,
  ],
};

export const french: PeopleNames = {
  surnames: `Bernard,Dubois,Durand,Moreau,Laurent,Lefebvre,Leroy,Roux,Girard,Bonnet,Fontaine,Rousseau,Mercier,Lévêque,François,Dupont,Chevalier,Petit,Robert,Richard,Michel,Garnier,Faure,Lambert,Blanc,Guérin,Boyer,Gauthier,Perrin,Morin,Masson,Renard,Marchand,Duval,Denis,Lemaire,Noël,Meyer,Dufour,Meunier,Brun,Blanchard,Giraud,Joly,Rivière,Lucas,Brunet,Gaillard,Barbier,Arnaud,Renaud,Roussel,Aubert,Lemoine,Picard,Colin,Besançon,Simon-Lefèvre,Lambert-Petit,Charpentier,Delacroix`,
  women: [
    `Marie,Jeanne,Monique,Françoise,Jacqueline,Denise,Yvette,Simone,Odette,Paulette,Madeleine,Suzanne,Nicole,Janine,Marcelle,Geneviève,Colette,Ginette,Thérèse,Marguerite,Josette,Andrée,Solange,Micheline`,
    `Nathalie,Isabelle,Sylvie,Catherine,Sandrine,Valérie,Céline,Stéphanie,Véronique,Christine,Sophie,Karine,Aurélie,Virginie,Delphine,Laurence,Corinne,Séverine,Émilie,Anne,Florence,Marie-Laure,Claire,Laetitia,Hélène,Caroline,Élodie`,
    `Emma,Léa,Camille,Chloé,Manon,Inès,Jade,Louise,Zoé,Lucie,Clara,Juliette,Mathilde,Margaux,Amélie,Anaïs,Romane,Élise,Charlotte,Éléonore,Capucine,Adèle,Apolline,Agathe,Lina,Marion,Pauline`,
  ],
  men: [
    `Jean,Pierre,Michel,André,René,Roger,Claude,Jacques,Marcel,Robert,Henri,Louis,Georges,Maurice,Raymond,Bernard,Gérard,Lucien,Guy,Émile,Fernand,Gaston,Roland,Yves`,
    `Philippe,Christophe,Laurent,Éric,Nicolas,Stéphane,Frédéric,Olivier,Pascal,Thierry,David,Sébastien,Jérôme,Bruno,Patrick,Jean-Luc,Guillaume,Xavier,Vincent,François,Cédric,Fabrice,Didier,Jean-Marc,Benoît,Arnaud,Franck`,
    `Lucas,Hugo,Louis,Gabriel,Arthur,Jules,Nathan,Théo,Mathis,Maxime,Antoine,Raphaël,Enzo,Clément,Alexandre,Thomas,Romain,Léo,Valentin,Quentin,Adrien,Bastien,Baptiste,Rémi,Paul,Noé,Augustin`,
  ],
};

export const german: PeopleNames = {
  surnames: `Müller 3,Schmidt 2.4,Schneider,Fischer,Weber,Meyer,Wagner,Becker,Schulz,Hoffmann,Schäfer,Koch,Bauer,Richter,Klein,Wolf,Schröder,Neumann,Schwarz,Zimmermann,Braun,Krüger,Hofmann,Hartmann,Lange,Schmitt,Werner,Krause,Meier,Lehmann,Schmid,Schulze,Maier,Köhler,Herrmann,König,Walter,Mayer,Huber,Kaiser,Fuchs,Peters,Lang,Scholz,Möller,Weiß,Jung,Hahn,Vogel,Friedrich,Keller,Günther,Berger,Winkler,Roth,Beck,Lorenz,Baumann,van der Berg,de Vries,Jansen,Bakker,Visser,Gruber`,
  women: [
    `Ursula,Ingrid,Helga,Gisela,Renate,Hannelore,Gerda,Elfriede,Christa,Karin,Ilse,Brigitte,Erika,Edith,Hildegard,Irmgard,Waltraud,Elisabeth,Margarete,Anneliese,Rosemarie,Inge,Lieselotte,Hedwig`,
    `Sabine,Susanne,Petra,Andrea,Claudia,Birgit,Martina,Heike,Gabriele,Monika,Anja,Stefanie,Nicole,Katrin,Silke,Anke,Ute,Kerstin,Tanja,Barbara,Ulrike,Britta,Christine,Melanie,Sandra,Simone,Julia,Katja`,
    `Anna,Lena,Lea,Hannah,Laura,Sarah,Marie,Sophie,Lara,Johanna,Charlotte,Emilia,Mia,Clara,Luisa,Lisa,Franziska,Annika,Katharina,Paula,Frieda,Greta,Ida,Leonie,Nele,Jana,Antonia`,
  ],
  men: [
    `Hans,Günter,Klaus,Heinz,Karl,Werner,Horst,Helmut,Gerhard,Manfred,Wolfgang,Peter,Dieter,Walter,Kurt,Siegfried,Rolf,Heinrich,Friedrich,Otto,Ernst,Wilhelm,Rudolf,Herbert`,
    `Thomas,Michael,Andreas,Stefan,Frank,Jürgen,Uwe,Ralf,Christian,Matthias,Martin,Markus,Jörg,Bernd,Dirk,Torsten,Holger,Oliver,Sven,Alexander,Jens,Axel,Volker,Kai,Carsten,Ulrich,Olaf,Rainer`,
    `Lukas,Leon,Jonas,Finn,Felix,Maximilian,Paul,Ben,Tim,Jan,Niklas,Moritz,Philipp,Florian,Tobias,Luca,Elias,Julian,Emil,Anton,Jakob,Theo,Fabian,Johannes,Simon,Henrik,Konstantin`,
  ],
};

export const greek: PeopleNames = {
  surnames: `Georgiou 4,Christodoulou 2.6,Ioannou,Nicolaou,Demetriou,Constantinou,Charalambous,Michael,Andreou,Antoniou,Kyriacou,Panayiotou,Christou,Theodorou,Stylianou,Savva,Hadjigeorgiou,Papadopoulos/Papadopoulou,Papageorgiou,Christofi,Neophytou,Economou,Loizou,Pavlou,Evangelou,Philippou,Zacharia,Costa,Petrou,Eleftheriou,Socratous,Kyprianou,Vassiliou,Anastasiou,Yiannakou,Tofi,Sotiriou,Hadjiyiannis/Hadjiyianni,Alexandrou,Athanasiou,Makris/Makri,Pappas/Pappa,Karagiannis/Karagianni,Nikolaidis/Nikolaidou,Oikonomou,Angelopoulos/Angelopoulou,Vlachos/Vlachou,Koutsou,Aristidou,Xenofontos,Kakoullis,Mavrommatis/Mavrommati,Theophanous,Ttofias`,
  women: [
    `Maria,Androulla,Eleni,Panayiota,Despina,Yiannoula,Anastasia,Chrystalla,Kyriacoulla,Eleftheria,Vasiliki,Loukia,Stavroulla,Theodora,Katina,Evangelia,Sotiroulla,Helen,Anna,Irini,Zoe,Paraskevi,Christina`,
    `Maria,Elena,Christina,Anna,Sophia,Katerina,Georgia,Androula,Despo,Niki,Irene,Anthoulla,Stella,Athena,Vassiliki,Panayiota,Joanna,Eleni,Alexandra,Skevi,Ourania,Toulla,Effie,Dimitra,Zoe,Kalliopi,Vicky`,
    `Sophia,Maria,Eleni,Anastasia,Christina,Andriana,Georgia,Alexia,Elena,Ariana,Ioanna,Melina,Danae,Nicole,Chrisanthi,Stephanie,Zoe,Iris,Daphne,Lydia,Antonia,Eva,Myrto,Nefeli,Electra`,
  ],
  men: [
    `Andreas,Georgios,Kyriacos,Costas,Panayiotis,Christos,Michalis,Nicos,Savvas,Yiannis,Christodoulos,Loizos,Charalambos,Stelios,Antonis,Kyriakos,Theodoros,Demetris,Pantelis,Haralambos,Sotiris,Spyros,Ioannis`,
    `Andreas,George,Chris,Nicholas,Michael,Costas,Peter,Stelios,Marios,Panayiotis,Christakis,John,Dimitris,Konstantinos,Yiannis,Antonis,Tony,Theo,Vasilis,Louis,Stavros,Thanasis,Savvas,Nick,Demetrios,Aristos,Sotos`,
    `Andreas,George,Alexander,Constantine,Nicholas,Christos,Michael,Panayiotis,Dimitri,Leonidas,Stefanos,Marios,Theo,Luca,Orestis,Iasonas,Odysseas,Alexandros,Evan,Yianni,Anthony,Angelos,Vasili,Aris,Raphael`,
  ],
};

export const bulgarian: PeopleNames = {
  surnames: `Ivanov 5,Georgiev 4,Dimitrov 4,Petrov 3.4,Nikolov,Hristov,Stoyanov,Todorov,Iliev,Angelov,Vasilev,Atanasov,Petkov,Stefanov,Yordanov,Marinov,Popov,Kostov,Kolev,Mihaylov,Mitev,Asenov,Aleksandrov,Simeonov,Kirilov,Pavlov,Tsvetkov,Zhelev,Ganev,Dobrev,Lazarov,Rusev,Nedelchev,Borisov,Yankov,Penev,Stanchev,Bozhinov,Velikov,Metodiev,Toshev,Spasov,Slavov,Chakarov,Zlatev,Rangelov,Manolov,Ignatov`,
  women: [
    `Maria,Ivanka,Elena,Yordanka,Penka,Mariyka,Rositsa,Stefka,Donka,Vasilka,Todorka,Anka,Nadezhda,Radka,Tsvetana,Margarita,Dimitrina,Lilyana,Velichka,Rayna,Zlatka,Sevda`,
    `Desislava,Daniela,Mariana,Galina,Svetlana,Rositsa,Milena,Tsvetelina,Petya,Snezhana,Silviya,Diana,Ivelina,Vesela,Krasimira,Nadya,Elitsa,Gergana,Teodora,Antoaneta,Zornitsa,Rumyana,Mihaela,Neli,Valentina`,
    `Viktoria,Maria,Nikol,Raya,Sofia,Gabriela,Kristina,Simona,Yoana,Aleksandra,Mihaela,Darina,Emiliya,Bilyana,Siyana,Elena,Magdalena,Adriana,Kalina,Nia,Dea,Monika,Stefani,Ralitsa,Vanesa`,
  ],
  men: [
    `Ivan,Georgi,Dimitar,Petar,Todor,Stoyan,Hristo,Nikola,Vasil,Stefan,Yordan,Angel,Atanas,Kiril,Iliya,Boris,Metodi,Asen,Spas,Krum,Kostadin,Slavcho,Tsvetan`,
    `Nikolay,Georgi,Plamen,Krasimir,Rumen,Stefan,Emil,Ivaylo,Martin,Valentin,Borislav,Svetoslav,Todor,Veselin,Kaloyan,Vladimir,Daniel,Rosen,Lyubomir,Galin,Yavor,Hristo,Petko,Mitko,Anton,Zhivko`,
    `Aleksandar,Martin,Ivan,Kristiyan,Viktor,Boris,Daniel,Nikola,Teodor,Bozhidar,Simeon,Kaloyan,Stefan,Yoan,Borislav,Mihail,Denis,Ivaylo,Pavel,Samuil,Radoslav,Mert,Vasil,Hristian,Filip`,
  ],
};

export const hungarian: PeopleNames = {
  surnames: `Nagy 5,Kovács 4.5,Tóth 4,Szabó 4,Horváth 3.6,Varga,Kiss,Molnár,Németh,Farkas,Balogh,Papp,Takács,Juhász,Lakatos,Mészáros,Oláh,Simon,Rácz,Fekete,Szilágyi,Török,Fehér,Balázs,Gál,Kis,Szűcs,Kocsis,Orsós,Pintér,Fodor,Szalai,Sipos,Magyar,Lukács,Gulyás,Bíró,Király,Katona,László,Jakab,Bogdán,Balog,Sándor,Boros,Váradi,Fazekas,Kelemen,Antal,Somogyi,Novák/Nováková,Svoboda/Svobodová,Dvořák/Dvořáková`,
  women: [
    `Mária,Erzsébet,Ilona,Margit,Julianna,Katalin,Anna,Magdolna,Rozália,Irén,Terézia,Piroska,Borbála,Gizella,Klára,Etelka,Jolán,Zsuzsanna,Aranka,Emília,Sarolta,Olga`,
    `Katalin,Éva,Judit,Andrea,Zsuzsanna,Ágnes,Edit,Ildikó,Gabriella,Mónika,Tünde,Anikó,Krisztina,Erika,Szilvia,Beáta,Csilla,Tímea,Melinda,Anita,Mariann,Orsolya,Edina,Viktória,Marianna`,
    `Anna,Réka,Dóra,Eszter,Zsófia,Petra,Fanni,Lili,Luca,Nóra,Bianka,Vivien,Boglárka,Dorina,Hanna,Emma,Zoé,Léna,Csenge,Jázmin,Alexandra,Barbara,Flóra,Kinga,Noémi`,
  ],
  men: [
    `István,László,József,János,Ferenc,Sándor,Lajos,Gyula,Károly,Mihály,Béla,Imre,György,Antal,Géza,Pál,Ernő,Dezső,Endre,Árpád,Kálmán,Jenő`,
    `Zoltán,Attila,Gábor,Tamás,Péter,Csaba,Tibor,László,Róbert,András,Szabolcs,Norbert,Balázs,Krisztián,Zsolt,Roland,Miklós,Ákos,Viktor,Gergely,Richárd,Levente,Imre,Ottó,Ferenc`,
    `Bence,Máté,Levente,Dávid,Dániel,Ádám,Márk,Marcell,Dominik,Kristóf,Zalán,Olivér,Noel,Milán,Botond,Benedek,Áron,Martin,Patrik,Barnabás,Kevin,Alex,Zsombor,Gergő,Nimród`,
  ],
};

export const albanian: PeopleNames = {
  surnames: `Hoxha 5,Shehu 3.5,Krasniqi,Gashi,Berisha,Kurti,Gjoni,Deda,Prifti,Dervishi,Hysa,Leka,Meta,Cela,Kola,Marku,Lleshi,Ndoj,Bajrami,Morina,Hoti,Shala,Kelmendi,Rexhepi,Muça,Gjoka,Doda,Duka,Sula,Elezi,Lika,Xhafa,Vata,Pjetri,Bushi,Toska,Kaçi,Halili,Tafa,Hasani,Beqiri,Osmani,Lleshaj,Haxhiu,Çela,Brahimi,Koçi`,
  women: [
    `Fatmire,Drita,Liri,Vjollca,Zana,Hatixhe,Shpresa,Nexhmije,Sadije,Lumturi,Bardha,Pranvera,Dhurata,Nure,Mrika,Valentina,Elmaze,Xhevahire,Hava,Rukije`,
    `Mimoza,Valbona,Flutura,Alma,Elona,Blerta,Albana,Teuta,Arta,Merita,Ardita,Entela,Besa,Luljeta,Suela,Edlira,Anila,Ilda,Vjosa,Dorina,Manjola,Aferdita`,
    `Ajla,Amelia,Sara,Noemi,Melisa,Klea,Enisa,Era,Kejsi,Ema,Dea,Rina,Elisa,Arbesa,Alesia,Ana,Leona,Erisa,Anisa,Aria,Hana,Jora,Sibora,Xhesika`,
  ],
  men: [
    `Agim,Gjergj,Pjetër,Hasan,Skënder,Ndue,Bardhyl,Sokol,Isuf,Xhevdet,Ramadan,Fatos,Hysni,Zef,Kujtim,Petrit,Mark,Rexhep,Hajdar,Nikoll,Enver`,
    `Arben,Artan,Besnik,Ilir,Bledar,Altin,Genti,Fatmir,Gentian,Arjan,Blerim,Alban,Elton,Luan,Dritan,Shpëtim,Ardian,Ermal,Astrit,Klodian,Lulzim,Florian,Valon`,
    `Amar,Jon,Noel,Klevis,Roan,Aron,Dion,Rei,Ajan,Kevin,Arbër,Enzo,Leon,Denis,Brajan,Mateo,Drin,Rigers,Orges,Eljon,Luis,Erion,Darvin,Albi`,
  ],
};

/** Ukrainian and Russian, and the neighbours who bear such names. */
export const ukrainian: PeopleNames = {
  surnames: `Melnyk 3,Shevchenko 3,Kovalenko,Bondarenko,Boyko,Tkachenko,Kravchenko,Kovalchuk,Koval,Oliynyk,Shevchuk,Polishchuk,Tkachuk,Savchenko,Lysenko,Marchenko,Petrenko,Rudenko,Moroz,Klymenko,Pavlenko,Hrytsenko,Ponomarenko,Kharchenko,Kostenko,Vasylenko,Romanenko,Levchenko,Panchenko,Zaitsev,Ivanov,Smirnov,Kuznetsov,Popov,Volkov,Morozov,Sokolov,Lebedev,Kozlov,Novikov,Orlov,Fedorov,Mikhailov,Belov,Tarasov,Makarov,Petrov,Hnatiuk,Bilous,Kulyk,Sydorenko,Yakovenko,Mazurenko,Stepanenko`,
  women: [
    `Halyna,Lyudmyla,Nina,Valentina,Maria,Tamara,Hanna,Vera,Nadiya,Zoya,Raisa,Galina,Lyubov,Kateryna,Antonina,Stefania,Lidiya,Klavdiya,Ludmila,Zinaida,Paraska,Yevheniya`,
    `Olena,Natalia,Iryna,Svitlana,Tetiana,Oksana,Larysa,Inna,Yulia,Viktoriya,Olga,Lesya,Elena,Irina,Svetlana,Tatiana,Ekaterina,Maryna,Alla,Anna,Nataliya,Ruslana,Zhanna,Lilia,Oleksandra`,
    `Anastasiia,Sofiia,Anna,Mariia,Polina,Solomiya,Veronika,Daryna,Zlata,Yelyzaveta,Diana,Milana,Alina,Kira,Valeriia,Eva,Ksenia,Daria,Alisa,Arina,Kateryna,Marharyta,Yana,Bohdana,Emiliia`,
  ],
  men: [
    `Volodymyr,Mykola,Ivan,Vasyl,Petro,Mykhailo,Stepan,Anatoliy,Viktor,Hryhoriy,Yuriy,Leonid,Boris,Bohdan,Vladimir,Nikolai,Fedir,Pavlo,Semen,Dmytro,Yosyp,Roman`,
    `Oleksandr,Serhiy,Andriy,Igor,Oleg,Vitaliy,Ruslan,Oleksiy,Yuriy,Taras,Dmytro,Vadym,Sergei,Alexey,Dmitry,Andrei,Ihor,Valeriy,Maksym,Evgeny,Konstantin,Vyacheslav,Mikhail,Stanislav,Bohdan`,
    `Artem,Maksym,Danylo,Nazar,Mark,Oleksandr,Tymofiy,Matviy,Kyrylo,Ivan,Denys,Yehor,Ilya,Daniil,Zakhar,Nikita,Timur,Yaroslav,Illia,Lev,Kirill,Arseniy,Vladyslav,Platon,Marko`,
  ],
};

/** Turks of Turkey and of Cyprus. */
export const turkish: PeopleNames = {
  surnames: `Yılmaz 3,Kaya 2.6,Demir 2.4,Çelik,Şahin,Yıldız,Öztürk,Aydın,Arslan,Doğan,Kılıç,Aslan,Çetin,Kara,Koç,Kurt,Özdemir,Polat,Erdoğan,Yıldırım,Özkan,Şimşek,Mehmet,Hassan,Mustafa,Ali,Hüseyin,Osman,Salih,Ibrahim,Bektaş,Güneş,Korkmaz,Keskin,Bulut,Acar,Turan,Avcı,Ünal,Gül,Tekin,Taş,Yavuz,Aksoy,Ateş,Karaca,Ramadan,Kemal,Djemal,Suleyman,Özer,Güler,Bozkurt`,
  women: [
    `Fatma,Ayşe,Emine,Hatice,Zeynep,Havva,Hanife,Sevim,Naciye,Gülsüm,Pembe,Türkan,Nevin,Meryem,Zehra,Şerife,Nazire,Fikriye,Melahat,Müzeyyen,Cemile,Sultan,Emel`,
    `Sibel,Özlem,Songül,Serpil,Hülya,Nurcan,Yasemin,Sevgi,Filiz,Ayten,Dilek,Meltem,Gülay,Aysel,Pınar,Nilgün,Derya,Arzu,Esra,Ebru,Elif,Aylin,Nesrin,Tülay,Gönül,Semra,Canan`,
    `Elif,Defne,Zeynep,Ela,Ecrin,Azra,Melis,Ceren,Selin,Asya,Mina,Ada,Eylül,Lara,Nehir,Irmak,Duru,Sude,Beyza,Aleyna,Selen,Deniz,Ayla,Naz,Rüya,Damla`,
  ],
  men: [
    `Mehmet,Mustafa,Ahmet,Ali,Hasan,Hüseyin,Ibrahim,Halil,Osman,Ramazan,Süleyman,Cemal,Kemal,Ismet,Bekir,Ismail,Salih,Turgut,Nevzat,Rifat,Dervish,Erol,Yusuf`,
    `Murat,Serkan,Hakan,Erkan,Bülent,Metin,Yaşar,Levent,Cengiz,Orhan,Erdal,Gökhan,Tuncay,Volkan,Özgür,Engin,Onur,Ercan,Cem,Savaş,Barış,Burak,Emre,Kenan,Uğur,Deniz,Taner`,
    `Yusuf,Eymen,Emir,Kerem,Efe,Ömer,Berat,Arda,Deniz,Kaan,Mert,Can,Kuzey,Poyraz,Miran,Alp,Doruk,Atlas,Aras,Tuna,Batuhan,Eren,Ege,Umut,Yiğit,Enes`,
  ],
};
