// How many times a second: the points of a node are asked for, a unit is scored by a call of its own, and with 149 others.
//
// usage: node crossings.js DATA_FOLDER

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Assessment, Batch, CriteriaSet, NodeKind, scores } from './parindex/index.js';

const UNITS = 150;
const SECONDS = 0.5;

function callsPerSecond(call) {
    call();
    const begin = performance.now();
    let calls = 0;
    let elapsed;
    do {
        call();
        ++calls;
        elapsed = (performance.now() - begin) / 1000;
    } while (elapsed < SECONDS);
    return Math.round(calls / elapsed);
}

/** A table in which every leaf of every unit has some score. */
function tableOf(set, year) {
    const columns = set.nodes.filter((node) => node.kind === NodeKind.LEAF).map(({ index }) =>
        scores(index, BigInt64Array.from({ length: UNITS }, (_, unit) => BigInt((unit + index) % 101)), 2));
    const table = new Batch(set, year, columns);
    if (table.score().statuses.some((status) => status !== 0)) throw new Error('a unit was not scored');
    return table;
}

if (process.argv.length !== 3) {
    console.error('usage: node crossings.js DATA_FOLDER');
    process.exit(2);
}
const set = CriteriaSet.read(readFileSync(join(process.argv[2], 'criteria.json')), 'criteria.json');
const assessment = Assessment.read(set, readFileSync(join(process.argv[2], 'assessment.json')), 'assessment.json');
const evaluation = assessment.evaluate();
const table = tableOf(set, assessment.year);
console.log(`points ${callsPerSecond(() => evaluation.points())}`);
console.log(`single ${callsPerSecond(() => assessment.evaluate().close())}`);
console.log(`batch ${UNITS * callsPerSecond(() => table.score())}`);
