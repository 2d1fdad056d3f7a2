/** Irish surnames, commonest first, in the order that the Central Statistics Office's and earlier registrars' lists broadly agree on. */
export const irishSurnames = `
Murphy,Kelly,O'Brien,Walsh,O'Sullivan,O'Connor,Byrne,Ryan,O'Neill,O'Reilly,Doyle,McCarthy,Gallagher,Doherty,Kennedy,Lynch,Murray,Quinn,McLoughlin,Moore,
O'Carroll,Connolly,Daly,O'Connell,Wilson,Dunne,Brennan,Burke,Collins,Campbell,Clarke,Johnston,Hughes,O'Farrell,Fitzgerald,Brown,Martin,Maguire,Nolan,Flynn,
O'Callaghan,O'Donnell,Duffy,O'Mahony,Boyle,Healy,O'Shea,White,Sweeney,Hayes,Kavanagh,Power,McGrath,Moran,Brady,Stewart,Casey,Foley,Fitzpatrick,O'Leary,
McDonnell,MacMahon,Donnelly,Regan,Donovan,Burns,Flanagan,Mullan,Barry,Kane,Robinson,Cunningham,Griffin,Kenny,Sheehan,Ward,Whelan,Lyons,Reid,Higgins,
Cullen,Keane,King,Maher,McKenna,Bell,Scott,Hogan,O'Keeffe,Magee,McNamara,MacDermott,Molony,O'Rourke,Buckley,O'Dwyer,Ó Briain,Ní Dhomhnaill,Ó Súilleabháin,Mac Giolla Phádraig
`;
