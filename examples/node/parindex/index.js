// parindex for Node: exact scores of administrative reform, explained point by point.
//
//     const set = CriteriaSet.read(json, 'criteria.json');
//     const evaluation = Assessment.read(set, marks, 'assessment.json').evaluate();
//     console.log(`${evaluation.points()}`); // 94.52
//
// What is read is freed with close(), at the end of a block by `using` where the language has it, or with the last
// reference to it. The library is libparindex.so.1 as the loader finds it (parindex.dll on Windows).

export { Assessment } from './assessment.js';
export { Batch, scores } from './batch.js';
export { CriteriaSet, NodeKind } from './criteria-set.js';
export { Evaluation, Language, Points } from './evaluation.js';
export { Exact } from './exact.js';
export { ParindexError, Severity } from './errors.js';
