/** Surnames of people from the rest of Europe, commonest first within each country, from each country's published name counts as generally known. */
export const europeanSurnames = `
Nowak,Kowalski,Wiśniewski,Wójcik,Kowalczyk,Kamiński,Lewandowski,Zieliński,Szymański,Woźniak,Dąbrowski,Kozłowski,Jankowski,Mazur,Kwiatkowski,Krawczyk,Kaczmarek,Piotrowski,Grabowski,Zając,
Popescu,Ionescu,Popa,Radu,Dumitru,Stan,Stoica,Gheorghe,Rusu,Munteanu,Matei,Marin,Constantin,Lungu,Florea,Moldovan,Ungureanu,Dobre,Tudor,Barbu,
Kowalska:f,Wiśniewska:f,Kamińska:f,Lewandowska:f,Zielińska:f,Szymańska:f,Dąbrowska:f,Kozłowska:f,Jankowska:f,Piotrowska:f,Kociński,Kocińska:f,Pawłowski,Michalski,Nowakowski,Wieczorek,Król,Jabłoński,Majewski,Olszewski,
Rossi,Russo,Ferrari,Esposito,Bianchi,Romano,Colombo,Ricci,Marino,Greco,Bruno,Gallo,Conti,De Luca,Mancini,Costa,Giordano,Rizzo,Lombardi,Moretti,
Silva,Santos,Ferreira,Pereira,Oliveira,Costa e Silva,Rodrigues,Martins,Sousa,Fernandes,Gonçalves,Gomes,Lopes,Marques,Almeida,Ribeiro,Pinto,Carvalho,Teixeira,Moreira,
García,González,Rodríguez,Fernández,López,Martínez,Sánchez,Pérez,Gómez,Ruiz,Hernández,Díaz,Moreno,Muñoz,Álvarez,Romero,Alonso,Gutiérrez,Núñez,Navarro,
Müller,Schmidt,Schneider,Fischer,Weber,Meyer,Wagner,Becker,Schulz,Hoffmann,Schäfer,Koch,Bauer,Richter,Klein,Wolf,Schröder,Neumann,Krüger,Weiß,
Bernard,Dubois,Durand,Moreau,Laurent,Simon-Lefèvre,Lefebvre,Leroy,Roux,Girard,Bonnet,Fontaine,Rousseau,Mercier,Lambert-Petit,Lévêque,François,Besançon,Dupont,Chevalier,
Kazlauskas,Petrauskas,Jankauskas,Stankevičius,Vasiliauskas,Žukauskas,Butkus,Paulauskas,Bērziņš,Ozoliņš,Kalniņš,Jansons,Ivanov,Ivanova:f,Dimitrov,Dimitrova:f,Georgiev,Petrov,Petrova:f,Nikolov,
Papadopoulos,Papadopoulou:f,Georgiou,Christodoulou,Ioannou,Nicolaou,Demetriou,Constantinou,Nagy,Kovács,Tóth,Szabó,Horváth,Varga,Novák,Nováková:f,Svoboda,Dvořák,Horvat,Kovačević,
van der Berg,van Dijk,de Vries,Jansen,de Jong,Bakker,Visser,Andersson,Johansson,Karlsson,Nilsson,Eriksson,Hansen,Olsen,Larsen,Sørensen,Nielsen,Jensen,Virtanen,Korhonen,
Shevchenko,Kovalenko,Bondarenko,Tkachenko,Melnyk,Kravchenko,Hoxha,Shehu,Krasniqi,Gashi,Berisha,Kurti,Jovanović,Petrović,Nikolić,Marković,Gunnarsdóttir:f,Guðmundsson,Borg,Camilleri
`;
