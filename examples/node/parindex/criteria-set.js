// Criteria sets (bộ tiêu chí).

import koffi from 'koffi';
import { Handle } from './handle.js';
import { call, native, room, textIn, textOut, types } from './library.js';

export const NodeKind = Object.freeze({ GROUP: 0, LEAF: 1, REMAINDER: 2 });

const Text = { CODE: 0, NAME: 1 };

/** A set that passed every check. It never changes. */
export class CriteriaSet extends Handle {
    #nodes;

    /** Throws ParindexError. `json` is a string or a Buffer, `file` what findings call it. */
    static read(json, file = '') {
        return new CriteriaSet('criteria_set', 'parindex_criteria_set_read', ...textIn(json), ...textIn(file));
    }

    /** In the order of the document: {index, code, name, kind, level, statesMaximum}; level 0 is the set, 1 a field. */
    get nodes() {
        this.#nodes ??= Array.from({ length: native.parindex_criteria_set_node_count(this.pointer) }, (_, i) => this.#node(i));
        return this.#nodes;
    }

    get fields() {
        return this.nodes.filter((node) => node.level === 1);
    }

    #node(index) {
        const memory = room(types.node);
        call('parindex_criteria_set_node', this.pointer, index, memory);
        const { kind, level, states_maximum: states } = koffi.decode(memory, types.node);
        const text = (which) => textOut('parindex_criteria_set_text', this.pointer, index, which);
        return Object.freeze({ index, code: text(Text.CODE), name: text(Text.NAME), kind, level, statesMaximum: states === 1 });
    }
}
