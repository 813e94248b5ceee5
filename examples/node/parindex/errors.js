// What goes wrong, and what a person should know of what went well.

import koffi from 'koffi';
import { call, native, room, textOut, types } from './library.js';

export const Severity = Object.freeze({ NOTE: 0, WARNING: 1, ERROR: 2 });

const Text = { WHERE: 7, CRITERION: 8, MESSAGE: 9 };

/** A call that failed: `findings` are all that it found, each {code, name, severity, line, column, where, criterion, message}. */
export class ParindexError extends Error {
    constructor(findings) {
        super(findings.map((each) => `${each.line > 0 ? `${each.line}:${each.column}: ` : ''}${each.message}`).join('\n'));
        this.name = 'ParindexError';
        this.code = (findings.find((each) => each.severity === Severity.ERROR) ?? findings[0]).name;
        this.findings = findings;
    }
}

/** The finding in the memory of a parindex_error, whose texts may have been cut. */
export function findingFrom(memory) {
    const { code, severity, line, column, where, criterion, message } = koffi.decode(memory, types.error);
    const name = native.parindex_status_name(code);
    return Object.freeze({ code, name, severity, line, column, where, criterion, message });
}

/** All findings of a call, with whole texts. Frees what holds them. */
export function findingsIn(diagnostics) {
    try {
        const memory = room(types.error);
        return Array.from({ length: Number(native.parindex_diagnostics_count(diagnostics)) }, (_, index) => {
            const text = (which) => textOut('parindex_diagnostics_text', diagnostics, index, which);
            call('parindex_diagnostics_get', diagnostics, index, memory);
            return Object.freeze({
                ...findingFrom(memory),
                where: text(Text.WHERE), criterion: text(Text.CRITERION), message: text(Text.MESSAGE),
            });
        });
    } finally {
        native.parindex_diagnostics_free(diagnostics);
    }
}
