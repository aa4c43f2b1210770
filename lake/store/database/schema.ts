/**
 * The format of a data folder. 1: documents by id, no index of values. 2: numbered documents with the indexes of `indexes/`. 3: references by
 * the number of the document that refers. 4: copies of attributes. 5: references by the group of the document that refers, which the index of
 * values no longer holds, nor marks of references.
 */
export const schemaVersion = 5

/**
 * `n` numbers documents in the order in which they were made; a number is never given twice. The indexes may lag behind the documents
 * (`index_state`), never the other way round.
 */
export const documentTables = `
create table documents (
  n integer primary key,
  id text not null unique,
  type text not null,
  content text not null
);
create index documents_by_type on documents (type);
create table paths (
  tp integer primary key,
  variant text not null,
  type text not null,
  path text not null,
  unique (variant, type, path)
);
create table document_values (
  tp integer not null,
  value not null,
  n integer not null,
  primary key (tp, value, n)
) without rowid;
create table sort_indexes (
  ix integer primary key,
  type text not null,
  prefix text not null,
  expression text not null,
  is_sound integer not null,
  unique (type, prefix, expression)
);
create table sorted_values (
  ix integer not null,
  variant text not null,
  prefix not null,
  key not null,
  id text not null,
  n integer not null,
  primary key (ix, variant, prefix, key, id)
) without rowid;
create virtual table words using fts5(text, content='', contentless_delete=1, detail=none, tokenize='ascii');
create table words_dirty (n integer primary key);
create table index_state (name text primary key, value integer not null) without rowid;
`

export const otherTables = `
create table transactions (
  seq integer primary key,
  id text not null unique,
  timestamp text not null,
  author text not null,
  results text not null
);
create table changes (
  document_id text not null,
  seq integer not null references transactions (seq),
  previous_rev text,
  result_rev text not null,
  transition text not null,
  mutations text not null,
  apply text not null,
  revert text not null,
  primary key (document_id, seq)
) without rowid;
create index changes_by_seq on changes (seq);
create table key_values (
  owner text not null,
  key text not null,
  value text not null,
  updated_at text not null,
  primary key (owner, key)
) without rowid;
`

export const copyTables = `
create table copied_attributes (
  ax integer primary key,
  type text not null,
  name text not null,
  filled_to integer not null,
  is_whole integer not null,
  unique (type, name)
);
create table attribute_copies (
  id text not null,
  ax integer not null,
  value text,
  primary key (id, ax)
) without rowid;
`

/**
 * `tp` is the number of the path `_id` of the variant and type of the document that refers, 0 where there is none; `hidden` says that
 * `references()` does not see it.
 */
export const referenceTable = `
create table refs (
  to_id text not null,
  tp integer not null,
  from_n integer not null,
  weak integer not null,
  hidden integer not null,
  primary key (to_id, tp, from_n)
) without rowid;
`
