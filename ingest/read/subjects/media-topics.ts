import {parseTable} from './parse-table.ts'

/**
 * IPTC Media Topics: the seventeen top levels and the topics most used below them, with their English labels. Source: IPTC
 * NewsCodes, scheme `medtop` (http://cv.iptc.org/newscodes/mediatopic), CC BY 4.0. A topic that is not here keeps its code.
 */
export const mediaTopics: ReadonlyMap<string, string> = parseTable(`
01000000 arts, culture, entertainment and media
02000000 crime, law and justice
03000000 disaster, accident and emergency incident
04000000 economy, business and finance
05000000 education
06000000 environment
07000000 health
08000000 human interest
09000000 labour
10000000 lifestyle and leisure
11000000 politics
12000000 religion
13000000 science and technology
14000000 society
15000000 sport
16000000 conflict, war and peace
17000000 weather
20000002 arts and entertainment
20000005 film
20000007 dance
20000011 fashion
20000013 literature
20000018 music
20000029 theatre
20000031 visual arts
20000038 culture
20000045 mass media
20000051 television
20000062 war
20000065 civil unrest
20000070 coup d'etat
20000082 crime
20000121 law
20000129 law enforcement
20000148 disaster
20000150 fire
20000209 economic sector
20000344 economy
20000385 market and exchange
20000400 school
20000418 climate change
20000430 natural resources
20000441 nature
20000498 award and prize
20000502 people
20000523 labour market
20000533 unemployment
20000538 leisure
20000565 lifestyle
20000574 election
20000587 fundamental rights
20000593 government
20000621 government policy
20000638 international relations
20000822 competition discipline
20000849 baseball
20001065 soccer
`)
