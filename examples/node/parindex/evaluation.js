import koffi from 'koffi';
import { Exact } from './exact.js';
import { Handle } from './handle.js';
import { call, native, room, textOut, types } from './library.js';

export const Points = Object.freeze({ MAXIMUM: 0, SCORE: 1, LOWEST: 2, HIGHEST: 3, DEDUCTION: 4 });

export const Language = Object.freeze({ VIETNAMESE: 0, ENGLISH: 1 });

/** The points of one unit, and how they came about. Made by Assessment.evaluate(); it never changes. */
export class Evaluation extends Handle {
    points(node = 0, which = Points.SCORE) {
        return new Exact(textOut('parindex_evaluation_points', this.pointer, node, which));
    }

    /** Why a node and all below it do not have the maximum: {node, isDeduction, amount}, in the order of the document. */
    ledger(node = 0) {
        const memory = room(types.ledgerEntry);
        return Array.from({ length: Number(native.parindex_evaluation_ledger_count(this.pointer, node)) }, (_, index) => {
            call('parindex_evaluation_ledger_entry', this.pointer, node, index, memory);
            const entry = koffi.decode(memory, types.ledgerEntry);
            const amount = new Exact(textOut('parindex_evaluation_ledger_amount', this.pointer, node, index));
            return Object.freeze({ node: entry.node, isDeduction: entry.is_deduction === 1, amount });
        });
    }

    /** How a node came to its points, in one sentence. */
    explain(node, language = Language.VIETNAMESE) {
        return textOut('parindex_evaluation_explain', this.pointer, node, language);
    }
}
