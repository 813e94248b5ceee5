// Scores one unit, names its fields and what cost it most, and shows what an error looks like.
//
// usage: node report.js DATA_FOLDER

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Assessment, CriteriaSet, Exact, ParindexError, Points } from './parindex/index.js';

function printScore(set, assessment, evaluation) {
    console.log(`${assessment.unitName}, ${assessment.year}`);
    console.log(`total ${evaluation.points()} of ${evaluation.points(0, Points.MAXIMUM)}`);
    console.log('fields:');
    for (const { index, code, name } of set.fields) {
        console.log(`  ${code} ${name}: ${evaluation.points(index)} of ${evaluation.points(index, Points.MAXIMUM)}`);
    }
    console.log('largest deductions:');
    const deductions = evaluation.ledger().filter((entry) => entry.isDeduction);
    deductions.sort((left, right) => Exact.compare(right.amount, left.amount)); // ties keep their order
    for (const { node, amount } of deductions.slice(0, 3)) {
        console.log(`  ${set.nodes[node].code} -${amount}: ${evaluation.explain(node)}`);
    }
}

function printError(set, marks) {
    console.log('error:');
    try {
        Assessment.read(set, marks.replace('"score": "3.61"', '"score": "36.1"'), 'assessment.json').close();
    } catch (error) {
        if (!(error instanceof ParindexError)) throw error;
        for (const { code, name, line, column, where, criterion, message } of error.findings) {
            console.log(`  ${code} ${name} ${line}:${column} ${where} [${criterion}]: ${message}`);
        }
    }
}

function report(folder) {
    const marks = readFileSync(join(folder, 'assessment.json'), 'utf8');
    const set = CriteriaSet.read(readFileSync(join(folder, 'criteria.json')), 'criteria.json');
    try {
        const assessment = Assessment.read(set, marks, 'assessment.json');
        try {
            printScore(set, assessment, assessment.evaluate());
        } finally {
            assessment.close();
        }
        printError(set, marks);
    } finally {
        set.close();
    }
}

if (process.argv.length !== 3) {
    console.error('usage: node report.js DATA_FOLDER');
    process.exit(2);
}
try {
    report(process.argv[2]);
} catch (error) {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
}
