// What the report does not need of the module of examples/node: node_classes_test.js SON_LA_FOLDER THIS_FOLDER

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Assessment, Batch, CriteriaSet, Exact, ParindexError, scores } from './parindex/index.js';

const [sonLa, here] = process.argv.slice(2);
const json = readFileSync(`${sonLa}/criteria.json`);

const set = CriteriaSet.read(json);
const leaf = set.nodes.find((node) => node.code === '4.1').index;
const cells = new BigInt64Array(150).fill(361n);
cells[77] = 401n;
const table = new Batch(set, 2021, [scores(leaf, cells, 2)]);
const scored = table.score();
assert.deepEqual(scored.statuses.reduce((bad, status, unit) => (status ? { ...bad, [unit]: status } : bad), {}), { 77: 400 });
assert.equal(scored.nodes[77], leaf);
assert.equal(scored.totals[77], 0n);
assert.equal(scored.totals[0], scored.totals[149]);
assert.equal(scored.points[149 * set.nodes.length + leaf], 361n);
assert.equal(scored.findings[0].where, '/77/0');
cells[77] = 400n;
assert(table.score().statuses.every((status) => status === 0));
assert.throws(() => new Batch(set, 2021, [scores(0, BigInt64Array.of(1n), 0)]).score(), { code: 'not_a_leaf' });
assert.throws(() => new Batch(set, 2021, []), RangeError);

set.close();
set.close();
assert.throws(() => Assessment.read(set, '{}'), /closed/);
assert.throws(() => CriteriaSet.read('{'), (error) => error instanceof ParindexError && error.findings[0].code === 204);

const thirds = CriteriaSet.read(readFileSync(`${here}/thirds_criteria.json`));
const assessment = Assessment.read(thirds, readFileSync(`${here}/thirds_assessment.json`));
thirds.close(); // what was made from it lives on
const points = assessment.evaluate().points();
assert.equal(`${points}`, '2/3');
assert.equal(Exact.compare(points, new Exact('4/6')), 0);
assert.equal(Exact.compare(points, new Exact('0.667')), -1);
assert.equal(Exact.compare(new Exact('-0.5'), new Exact('-0.49')), -1);
