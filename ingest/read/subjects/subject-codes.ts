import {parseTable} from './parse-table.ts'

/**
 * IPTC Subject Codes: the seventeen subjects and their commonest subject matters, with their English labels. Source: IPTC
 * NewsCodes, scheme `subj` (http://cv.iptc.org/newscodes/subjectcode), CC BY 4.0; frozen since 2010, still on the wire. A
 * code that is not here keeps its code.
 */
export const subjectCodes: ReadonlyMap<string, string> = parseTable(`
01000000 arts, culture and entertainment
01001000 archaeology
01002000 architecture
01003000 bullfighting
01005000 cinema
01006000 dance
01007000 fashion
01008000 language
01009000 library and museum
01010000 literature
01011000 music
01012000 painting
01013000 photography
01014000 radio
01015000 sculpture
01016000 television
01017000 theatre
01018000 monument and heritage site
01019000 customs and tradition
01020000 arts (general)
01021000 entertainment (general)
01022000 culture (general)
02000000 crime, law and justice
02001000 crime
02002000 judiciary (system of justice)
02003000 police
02003003 arrest
02004000 punishment
02005000 prison
02006000 laws
02007000 justice and rights
02008000 trials
02009000 prosecution
02010000 organized crime
02011000 international law
02012000 corporate crime
03000000 disaster and accident
03001000 drought
03002000 earthquake
03003000 famine
03004000 fire
03005000 flood
03006000 industrial accident
03007000 meteorological disaster
03008000 nuclear accident
03009000 pollution
03010000 transport accident
03011000 volcanic eruption
03012000 relief and aid organisation
03013000 accident (general)
03014000 emergency incident
03015000 disaster (general)
03016000 emergency planning
04000000 economy, business and finance
04001000 agriculture
04002000 chemicals
04003000 computing and information technology
04004000 construction and property
04005000 energy and resource
04006000 financial and business service
04007000 consumer goods
04008000 macro economics
04009000 market and exchange
04010000 media
04011000 manufacturing and engineering
04012000 metal and mineral
04013000 process industry
04014000 tourism and leisure
04015000 transport
04016000 company information
04017000 economy (general)
04018000 business (general)
04019000 finance (general)
05000000 education
05001000 adult education
05002000 further education
05005000 school
05007000 university
06000000 environmental issue
06002000 conservation
06003000 energy saving
06004000 environmental politics
06005000 environmental pollution
06006000 natural resources
06007000 nature
06008000 population
06009000 waste
06010000 water supply
07000000 health
07001000 disease
07002000 epidemic and plague
07003000 health treatment
07004000 health organisations
07005000 medical research
07006000 medical staff
07007000 medicine
07008000 preventative medicine
07009000 injury
07010000 hospital and clinic
08000000 human interest
08001000 animal
08002000 curiosity
08003000 people
08004000 mystery
08005000 society
08006000 award and prize
08007000 imperial and royal matters
08008000 plant
09000000 labour
09003000 employment
09004000 labour dispute
09005000 labour legislation
09006000 retirement
09007000 retraining
09008000 strike
09009000 unemployment
09010000 unions
09011000 wages and pensions
09012000 work relations
10000000 lifestyle and leisure
10001000 game
10002000 gaming and lottery
10003000 gastronomy
10004000 hobby
10005000 holiday or vacation
11000000 politics
11001000 defence
11002000 diplomacy
11003000 election
11004000 espionage and intelligence
11005000 foreign aid
11006000 government
11006005 executive (government)
11007000 human rights
11008000 local authority
11009000 parliament
11010000 parties and movements
11011000 refugee
11012000 regional authority
11013000 state budget and tax
11015000 constitution
11016000 interior policy
11017000 migration
11018000 privatisation
12000000 religion and belief
13000000 science and technology
13001000 applied science
13002000 engineering
13003000 human science
13004000 natural science
13006000 research
13007000 scientific exploration
13008000 space programme
14000000 social issue
14001000 addiction
14002000 charity
14006000 family
14009000 homelessness
14010000 minority group
14012000 poverty
14014000 racism
14015000 welfare
14016000 abortion
15000000 sport
15001000 aero and aviation sport
15002000 alpine skiing
15003000 American football
15004000 archery
15005000 athletics, track and field
15006000 badminton
15007000 baseball
15008000 basketball
15009000 biathlon
15010000 billiards, snooker and pool
15011000 bobsleigh
15012000 bowling
15013000 bowls and petanque
15014000 boxing
15015000 canoeing and kayaking
15016000 climbing
15017000 cricket
15018000 curling
15019000 cycling
15020000 dancing
15021000 diving
15022000 equestrian
15023000 fencing
15024000 field hockey
15025000 figure skating
15026000 freestyle skiing
15027000 golf
15028000 gymnastics
15029000 handball (team)
15030000 horse racing, harness racing
15031000 ice hockey
15033000 judo
15034000 karate
15035000 lacrosse
15036000 luge
15037000 marathon
15038000 modern pentathlon
15039000 motor racing
15040000 motor rallying
15041000 motorcycling
15042000 netball
15043000 nordic skiing
15044000 orienteering
15045000 polo
15046000 power boating
15047000 rowing
15048000 rugby league
15049000 rugby union
15050000 sailing
15051000 shooting
15052000 ski jumping
15053000 snow boarding
15054000 soccer
15055000 softball
15056000 speed skating
15057000 speedway
15058000 sports organisations
15059000 squash
15060000 sumo wrestling
15061000 surfing
15062000 swimming
15063000 table tennis
15065000 tennis
15066000 triathlon
15067000 volleyball
15068000 water polo
15069000 water skiing
15070000 weightlifting
15071000 windsurfing
15072000 wrestling
15073000 sports event
16000000 unrest, conflicts and war
16001000 act of terror
16002000 armed conflict
16003000 civil unrest
16004000 coup d'etat
16005000 guerrilla activity
16006000 massacre
16007000 riots
16008000 violent demonstration
16009000 war
16010000 conflict (general)
16011000 crisis
16012000 weaponry
17000000 weather
17001000 forecast
17002000 global change
17003000 report
17004000 statistic
17005000 warning
`)
