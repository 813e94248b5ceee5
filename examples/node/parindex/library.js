// The shared library as koffi sees it: structures, functions, and calls that throw. Private.

import koffi from 'koffi';
import { findingFrom, findingsIn, ParindexError } from './errors.js';
import { functions } from './functions.js';

const ABI_VERSION = 1;
const BUFFER_TOO_SMALL = 6;
const USUAL_TEXT = 256;

koffi.alias('parindex_status', 'int32_t');
for (const name of ['criteria_set', 'context', 'assessment', 'evaluation', 'diagnostics']) {
    koffi.opaque(`parindex_${name}`);
}

/** The type of a structure with members of the given types, in their order. */
function structure(name, members) {
    return koffi.struct(`parindex_${name}`, members);
}

const same = (type, names) => Object.fromEntries(names.map((name) => [name, type]));

export const types = {
    error: structure('error', {
        struct_size: 'uint32_t', code: 'int32_t', severity: 'int32_t', ...same('uint32_t', ['line', 'column', 'findings']),
        criterion: koffi.array('char', 128), where: koffi.array('char', 256), message: koffi.array('char', 512),
    }),
    node: structure('node', {
        struct_size: 'uint32_t',
        ...same('int32_t', ['kind', 'point_kind', 'parent', 'end', 'level', 'part', 'states_maximum', 'maximum_origin', 'rule',
            'fact_count']),
    }),
    ledgerEntry: structure('ledger_entry', {
        struct_size: 'uint32_t', ...same('int32_t', ['node', 'kind', 'origin', 'is_deduction']),
    }),
    column: structure('column', {
        ...same('int32_t', ['node', 'fact', 'round', 'scale']), cells: 'const int64_t *', present: 'const uint8_t *',
    }),
    batch: structure('batch', {
        struct_size: 'uint32_t', year: 'int32_t', unit_count: 'size_t', columns: 'const parindex_column *',
        column_count: 'size_t', units: 'const void *', unit_group: 'const void *',
    }),
    batchResult: structure('batch_result', {
        struct_size: 'uint32_t', ...same('int32_t', ['places', 'rounding', 'reserved']), statuses: 'int32_t *',
        nodes: 'int32_t *', totals: 'int64_t *', unmarked: 'int32_t *', parts: 'int64_t *', points: 'int64_t *',
        exact: 'uint8_t *',
    }),
};

const shared = koffi.load(process.platform === 'win32' ? 'parindex.dll' : 'libparindex.so.1');

/** The functions by name. */
export const native = Object.fromEntries(
    functions.map((prototype) => [/parindex_\w+(?=\()/.exec(prototype)[0], shared.func(prototype)]));
if (native.parindex_abi_version() !== ABI_VERSION) {
    throw new Error(`libparindex has another ABI than ${ABI_VERSION}`);
}

/** Memory for a structure that says its size, as the library asks of those that may grow. */
export function room(type) {
    const memory = Buffer.alloc(koffi.sizeof(type));
    memory.writeUInt32LE(memory.length);
    return memory;
}

/** Memory for a pointer that a call hands out. */
export function roomForPointer() {
    return Buffer.alloc(koffi.sizeof('void *'));
}

/** That pointer, or null. */
export function pointerIn(memory) {
    return koffi.decode(memory, 'void *');
}

// Used by every call; what they hold is copied before the next one.
const error = room(types.error);
const size = new BigUint64Array(1);
const usual = Buffer.alloc(USUAL_TEXT);

/** A text with its length in bytes, as the library takes it. */
export function textIn(text) {
    const bytes = Buffer.from(text);
    return [bytes, bytes.length];
}

/** Calls a function that reports its first error only. The place for the error is added. */
export function call(name, ...given) {
    if (native[name](...given, error) !== 0) throw new ParindexError([findingFrom(error)]);
}

/** Calls a function that reports all findings; returns them, if it succeeded. Their place and that of the error are added. */
export function callWithFindings(name, ...given) {
    const place = roomForPointer();
    const status = native[name](...given, place, error);
    const first = status !== 0 ? [findingFrom(error)] : [];
    const diagnostics = pointerIn(place);
    const findings = diagnostics === null ? [] : findingsIn(diagnostics);
    if (status !== 0) throw new ParindexError(findings.length > 0 ? findings : first);
    return findings;
}

/** A text that a function writes. Buffer, capacity, size and the place for the error are added. */
export function textOut(name, ...given) {
    const status = native[name](...given, usual, USUAL_TEXT, size, error);
    if (status === 0) return usual.toString('utf8', 0, Number(size[0]));
    if (status !== BUFFER_TOO_SMALL) throw new ParindexError([findingFrom(error)]);
    const whole = Buffer.alloc(Number(size[0]) + 1);
    call(name, ...given, whole, whole.length, size);
    return whole.toString('utf8', 0, Number(size[0]));
}
