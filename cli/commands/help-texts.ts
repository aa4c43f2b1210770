import type {CommandHelp} from './help.ts'

/** Examples and exit codes of each command. `sanity` has the Sanity command line's own help. */
export const helpTexts: Record<string, CommandHelp> = {
  parse: {
    examples: [
      ['newsroom parse story.txt', 'a page for people'],
      ['newsroom parse --json wire/*.xml', 'one JSON object an item'],
      ['pbpaste | newsroom parse -', 'what is on the clipboard'],
    ],
    ends: ['someFailed'],
  },
  import: {
    examples: [
      ['newsroom import story.txt wire/', 'files and whole folders'],
      ['newsroom import wire/ --dry-run', 'what it would do'],
      ['newsroom import wire/ --project abc123', 'into a hosted project'],
      ['newsroom import wire/ --shard 2/8', 'this machine’s share of eight'],
    ],
    ends: ['someFailed', 'dataset', 'interrupted'],
  },
  query: {
    examples: [
      [`newsroom query '*[_type == "article"]{headline}'`, 'every headline'],
      [`newsroom query '*[slug.current == $slug][0]' --param slug=harbour`, 'one document'],
      [`newsroom query 'count(*)' --perspective published`, 'what a site can see'],
    ],
    ends: ['someFailed', 'dataset'],
  },
  export: {
    examples: [
      ['newsroom export > all.ndjson', 'to a file, by way of the shell'],
      ['newsroom export --out all.ndjson', 'the same'],
    ],
    ends: ['someFailed', 'dataset'],
  },
  load: {
    examples: [
      ['newsroom load all.ndjson', 'what "newsroom export" has written'],
      ['newsroom load all.ndjson.gz --replace', 'in the place of what is there'],
      ['cat part-*.ndjson | newsroom load - --missing', 'only what is not there yet'],
    ],
    ends: ['someFailed', 'dataset', 'interrupted'],
  },
  watch: {
    examples: [
      ['newsroom watch /srv/wire', 'moves what is done to done/, what failed to failed/'],
      ['newsroom watch /srv/wire --leave', 'leaves files where they are'],
      ['newsroom watch /srv/wire --once', 'ends when nothing is left, for cron'],
    ],
    ends: ['dataset', 'interrupted'],
  },
  receive: {
    examples: [['NEWSROOM_RECEIVE_TOKEN=… newsroom receive --spool /srv/spool', 'takes POST /wire']],
    ends: ['dataset', 'interrupted'],
  },
  lake: {
    examples: [
      ['newsroom lake', 'its first line is its address'],
      ['newsroom lake --port 0 --data /var/lib/newsroom', 'any free port, another folder'],
      ['newsroom lake --limits content-lake', 'as strict as the hosted lake'],
      ['newsroom lake --allow-origin http://localhost:4321', 'a site in development may ask it'],
    ],
    ends: ['dataset'],
  },
  start: {
    examples: [
      ['newsroom start', 'the sample'],
      ['newsroom start story.txt wire/', 'your own copy'],
      ['newsroom start --no-studio', 'no browser, no Studio'],
    ],
    ends: ['someFailed', 'dataset'],
  },
  dev: {
    examples: [['newsroom dev', 'the lake at port 3333, Studio at 3334']],
    ends: ['someFailed', 'dataset'],
  },
}
