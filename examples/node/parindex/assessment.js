import { Evaluation } from './evaluation.js';
import { Handle } from './handle.js';
import { native, textIn, textOut } from './library.js';

const TEXT_NAME = 1;

/** The marks (kết quả chấm điểm) of one unit for one year. */
export class Assessment extends Handle {
    /** Throws ParindexError. `json` is a string or a Buffer, `file` what findings call it. */
    static read(set, json, file = '') {
        return new Assessment('assessment', 'parindex_assessment_read', set.pointer, null, ...textIn(json), ...textIn(file));
    }

    get unitName() {
        return textOut('parindex_assessment_unit', this.pointer, TEXT_NAME);
    }

    get year() {
        return native.parindex_assessment_year(this.pointer);
    }

    /** Throws ParindexError. */
    evaluate() {
        return new Evaluation('evaluation', 'parindex_evaluate', this.pointer, null);
    }
}
