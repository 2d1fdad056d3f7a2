/** Well-known people whose full names nobody here is to have: a few of each kind, written down apart from those that the world leaves out. */

const wellKnown = new Set(
  `Boris Johnson, Tony Blair, Margaret Thatcher, David Cameron, Gordon Brown, Theresa May, Keir Starmer, Rishi Sunak, Liz Truss, John Major,
Winston Churchill, Jeremy Corbyn, Nigel Farage, Sadiq Khan, Diane Abbott, Angela Rayner, Rachel Reeves, Wes Streeting, Priti Patel,
David Beckham, Harry Kane, Wayne Rooney, Bobby Moore, Gary Lineker, Marcus Rashford, Raheem Sterling, Andy Murray, Lewis Hamilton, Mo Farah,
Jessica Ennis, Kelly Holmes, Emma Raducanu, Bobby Charlton, George Best, Paul Gascoigne, Frank Lampard, Steven Gerrard, Ben Stokes,
Paul McCartney, John Lennon, George Harrison, Elton John, David Bowie, Freddie Mercury, George Michael, Robbie Williams, Harry Styles,
Amy Winehouse, Ed Sheeran, Kate Bush, Tom Jones, Cliff Richard, Phil Collins, Annie Lennox, Dua Lipa, Zayn Malik, Naomi Campbell,
Emma Watson, Daniel Craig, Judi Dench, Maggie Smith, Helen Mirren, Ian McKellen, Hugh Grant, Kate Winslet, Emma Thompson, Colin Firth,
Idris Elba, Michael Caine, Sean Connery, Julie Walters, Tom Hardy, Keira Knightley, Rowan Atkinson, John Cleese, Michael Palin,
Jane Austen, Charles Dickens, Agatha Christie, Virginia Woolf, George Eliot, Emily Bronte, Isaac Newton, Charles Darwin, Stephen Hawking,
Ada Lovelace, Alan Turing, Florence Nightingale, Mary Seacole, Salman Rushdie, Zadie Smith,
Michael Jackson, Will Smith, Taylor Swift, Donald Trump, Joe Biden, Barack Obama, Elizabeth Taylor, James Brown, Bruce Lee,
Jackie Chan, Imran Khan, Malala Yousafzai, Wasim Akram, Benazir Bhutto, Indira Gandhi, Mahatma Gandhi, Nelson Mandela, Usain Bolt, Bob Marley`
    .split(',')
    .map((name) => name.trim().replaceAll(/\s+/g, ' ').toUpperCase()),
);

export const isFamous = (given: string, family: string): boolean => wellKnown.has(`${given} ${family}`.toUpperCase());
