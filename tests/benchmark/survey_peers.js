// Counts the same answers with DuckDB in one thread: in memory from a table of small integers, and from the CSV file.
// Each is done by two queries, a filtered count for each option and a grouping of unpivoted rows; the faster one is
// printed, as JSON like that of survey_benchmark.
//   node survey_peers.js FILE        needs the package @duckdb/node-api beside it
'use strict';

const {DuckDBInstance} = require('@duckdb/node-api');

const file = process.argv[2].replaceAll("'", "''");
const questions = Array.from({length: 30}, (_, at) => `q${at + 1}`);
const types = ["'unit': 'VARCHAR'", ...questions.map((each) => `'${each}': 'UTINYINT'`)].join(', ');
const source = `read_csv('${file}', header = true, delim = ',', columns = {${types}})`;

const filtered = (from) => `SELECT unit, ${questions.flatMap((question) =>
    [1, 2, 3, 4, 5].map((level) => `count(*) FILTER (${question} = ${level}) AS ${question}_${level}`)).join(', ')}
  FROM ${from} GROUP BY unit`;
const unpivoted = (from) => `SELECT unit, question, level, count(*) AS count
  FROM (UNPIVOT (FROM ${from}) ON ${questions.join(', ')} INTO NAME question VALUE level) GROUP BY ALL`;

function digest(rows) {
  let sum = 0n;
  const add = (unit, question, level, count) => {
    sum += BigInt(count) * BigInt((Number(unit.slice(1)) - 9) * question * level);
  };
  for (const row of rows) {
    if ('count' in row) {
      add(row.unit, Number(row.question.slice(1)), row.level, row.count);
      continue;
    }
    questions.forEach((_, at) => {
      for (let level = 1; level <= 5; ++level) add(row.unit, at + 1, level, row[`q${at + 1}_${level}`]);
    });
  }
  return sum;
}

async function timed(connection, query) {
  const wall = process.hrtime.bigint();
  const processor = process.cpuUsage();
  const rows = (await connection.runAndReadAll(query)).getRowObjects();
  const used = process.cpuUsage(processor);
  return {
    processor: (used.user + used.system) / 1e6,
    wall: Number(process.hrtime.bigint() - wall) / 1e9,
    digest: digest(rows),
  };
}

async function best(connection, what, from, answers) {
  const runs = [await timed(connection, filtered(from)), await timed(connection, unpivoted(from))];
  if (runs[0].digest !== runs[1].digest) throw new Error('the two queries disagree');
  const run = runs[0].wall <= runs[1].wall ? runs[0] : runs[1];
  console.log(`{"what": "${what}", "answers": ${answers}, "processor": ${run.processor.toFixed(4)}, ` +
      `"wall": ${run.wall.toFixed(4)}, "digest": ${run.digest}}`);
}

(async () => {
  const instance = await DuckDBInstance.create(':memory:', {threads: '1'});
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(`SELECT count(*) AS rows FROM ${source}`)).getRowObjects()[0].rows;
  const answers = rows * 30n;
  await best(connection, 'csv', source, answers);
  // As much as survey_benchmark counts in memory.
  const kept = rows < 1666667n ? rows : 1666667n;
  await connection.run(`CREATE TABLE answers AS FROM ${source} LIMIT ${kept}`);
  await best(connection, 'memory', 'answers', kept * 30n);
})();
