// Many units in one call.

import koffi from 'koffi';
import { callWithFindings, native, types } from './library.js';

const NONE = -1;
const APPRAISAL = 1;
const HALF_UP = 0;

/** A column for the scores of a leaf: `cells`, a BigInt64Array, has for each unit an integer of which 10^scale make a point. */
export function scores(node, cells, scale, round = APPRAISAL) {
    return { node, fact: NONE, round, scale, cells, present: null };
}

/** A table of units: a row for each, a column for each leaf. The cells may change between calls of score(). */
export class Batch {
    #set;
    #columns;
    #batch;

    constructor(set, year, columns) {
        const lengths = new Set(columns.map((column) => column.cells.length));
        if (lengths.size !== 1) throw new RangeError('columns of different lengths, or none');
        this.#set = set;
        this.#columns = columns;
        this.#batch = {
            struct_size: koffi.sizeof(types.batch), year, unit_count: columns[0].cells.length, columns,
            column_count: columns.length, units: null, unit_group: null,
        };
    }

    /**
     * Scores all units; a bad cell fails its unit alone. Throws ParindexError where the table itself is wrong.
     * @returns {{statuses: Int32Array, nodes: Int32Array, totals: BigInt64Array, points: BigInt64Array, findings: object[]}}
     *     by unit: 0 or the number of its first error, the leaf of that error, the total; and the points of unit * number
     *     of nodes + node. 10^places make one point.
     */
    score(places = 2) {
        const units = this.#batch.unit_count;
        const out = {
            statuses: new Int32Array(units), nodes: new Int32Array(units), totals: new BigInt64Array(units),
            points: new BigInt64Array(units * native.parindex_criteria_set_node_count(this.#set.pointer)),
        };
        const result = {
            struct_size: koffi.sizeof(types.batchResult), places, rounding: HALF_UP, reserved: 0, unmarked: null, parts: null,
            exact: null, ...out,
        };
        const findings = callWithFindings('parindex_batch_score', this.#set.pointer, null, this.#batch, result);
        return { ...out, findings };
    }
}
