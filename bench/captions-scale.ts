/**
 * Joins captions, exact and near, at two sizes, each in a process of its own, and prints the ratio of the times and the
 * largest resident memory. `node bench/captions-scale.ts [small] [large]`, 100,000 and 1,000,000 unless said. The captions are made
 * up from word tables: of five, three are new, one is a known caption again and one a known caption with a credit, cut off or
 * without its date.
 */
import {execFileSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {joinCaptions} from '../ingest/captions/index.ts'
import {reportRows, toRow} from './rows.ts'

const people =
  'Ada Berger,Colm Daly,Edith Faraj,Goran Hale,Ines Joubert,Karl Lund,Mona Nair,Otis Pratt,Queenie Rao,Sven Toft,Una Vance,Will Yates'.split(
    ',',
  )
const roles =
  'Mayor,Engineer,Goalkeeper,Captain,Farmer,Nurse,Teacher,Minister,Painter,Baker,Judge,Pilot'.split(',')
const deeds =
  'opens,inspects,leaves,paints,repairs,watches,visits,measures,clears,guards,crosses,lights'.split(',')
const things =
  'bridge,harbour,library,school,stadium,market,mill,chapel,orchard,station,lighthouse,museum'.split(',')
const adjectives = 'old,new,flooded,crowded,empty,restored,frozen,narrow,wooden,burnt,painted,famous'.split(
  ',',
)
const events =
  'after the storm,before the final,during the fair,as the strike begins,amid heavy snow,on market day'.split(
    ',',
  )
const syllables = 'ar bel cor dun el fen gar hol in kel lor mar nor or pen ros sal tor ul ven wex yar'.split(
  ' ',
)

/** Beside it stand the key index (outside the heap) and the program itself: under 1 GiB in all. */
const maxHeapMegabytes = 720

function makeCaptions(count: number): {text: string}[] {
  let state = 20_250_601
  const random = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 0x1_00_00_00_00) * limit)
  }
  const pick = (list: string[]): string => list[random(list.length)] ?? ''
  const name = (): string => {
    const word = pick(syllables) + pick(syllables) + pick(syllables)
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
  const captions: {text: string}[] = []
  for (let index = 0; index < count; index += 1) {
    const turn = index % 5
    const known = captions[random(captions.length)]?.text
    if (turn === 3 && known) captions.push({text: known})
    else if (turn === 4 && known) captions.push({text: vary(known, random(3))})
    else {
      const date = `${random(28) + 1} ${pick(['March', 'June', 'October'])} ${2000 + random(25)}`
      const text = `${pick(roles)} ${pick(people)} ${pick(deeds)} the ${pick(adjectives)} ${pick(things)} of ${name()} ${pick(events)}, watched by ${pick(roles).toLowerCase()} ${pick(people).split(' ')[0]} ${name()}, in ${name()} on ${date}.`
      captions.push({text: random(2) === 0 ? text : `${text} (Photo: ${name()} ${name()}/${name()} News)`})
    }
  }
  // As text that was read from a file is stored: flat, not as the pieces it was put together from.
  return captions.map(({text}) => ({text: Buffer.from(text).toString()}))
}

function vary(text: string, way: number): string {
  if (way === 0) return `${text} Photo: Ada Berger/Reuters`
  if (way === 1) return `${text.slice(0, Math.floor(text.length * 0.6))}…`
  return text.replace(/ on \d+ \w+ \d{4}/u, '')
}

function measure(count: number): void {
  joinCaptions(makeCaptions(20_000))
  const captions = makeCaptions(count)
  const start = performance.now()
  const startCpu = process.cpuUsage()
  const {value, findings} = joinCaptions(captions)
  const seconds = (performance.now() - start) / 1000
  const cpu = process.cpuUsage(startCpu)
  const cpuSeconds = (cpu.user + cpu.system) / 1e6
  const megabytes = process.resourceUsage().maxRSS / 1024
  console.log(
    JSON.stringify({
      captions: count,
      groups: value.length,
      joined: count - value.length,
      findings: findings.length,
      cpuSeconds,
      seconds,
      megabytes,
    }),
  )
}

if (process.argv[2] === '--one') measure(Number(process.argv[3]))
else {
  const sizes = [Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1_000_000)]
  const results = sizes.map(
    (size) =>
      JSON.parse(
        execFileSync(
          process.execPath,
          [`--max-old-space-size=${maxHeapMegabytes}`, fileURLToPath(import.meta.url), '--one', String(size)],
          {
            encoding: 'utf8',
            maxBuffer: 1e6,
          },
        ),
      ) as {captions: number; groups: number; seconds: number; cpuSeconds: number; megabytes: number},
  )
  for (const result of results) {
    console.log(
      `${result.captions.toLocaleString('en')} captions: ${result.groups.toLocaleString('en')} pictures, ${result.seconds.toFixed(2)} s (${result.cpuSeconds.toFixed(2)} s of processor time), ${Math.round(result.captions / result.seconds).toLocaleString('en')} a second, ${Math.round(result.megabytes)} MB at most`,
    )
  }
  const [small, large] = results
  if (!small || !large) throw new Error('Two sizes are needed.')
  const times = large.captions / small.captions
  console.log(
    `ratio of times ${(large.seconds / small.seconds).toFixed(2)}, of processor times ${(large.cpuSeconds / small.cpuSeconds).toFixed(2)}, for ${times} times the captions`,
  )
  reportRows([
    toRow({
      what: `${large.captions.toLocaleString('en')} captions joined, exact and near`,
      beside: `${small.captions.toLocaleString('en')} captions`,
      ratioOf: 'time',
      mustReach: {atMost: 1.2 * times},
      aim: {atMost: 1.05 * times},
      ratios: [large.seconds / small.seconds],
      detail: `${large.seconds.toFixed(1)} s beside ${small.seconds.toFixed(1)} s`,
    }),
    toRow({
      what: `memory of ${large.captions.toLocaleString('en')} captions joined`,
      beside: '1 GiB',
      ratioOf: 'size',
      mustReach: {atMost: 1},
      ratios: [large.megabytes / 1024],
      detail: `${Math.round(large.megabytes)} MB at most`,
    }),
  ])
}
