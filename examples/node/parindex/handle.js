// The base of everything that the library owns. Private.

import { callWithFindings, native, pointerIn, roomForPointer } from './library.js';

const forgotten = new FinalizationRegistry(({ free, pointer }) => free(pointer));

/** Freed by close(), by `using`, or some time after the last reference, in any order: the library keeps what others need. */
export class Handle {
    #pointer;
    #free;

    /** What a person should know although the call that made it succeeded. */
    findings;

    /** Calls a function that makes a handle. The places for it, for the findings and for the error are added. */
    constructor(noun, maker, ...given) {
        const made = roomForPointer();
        this.findings = callWithFindings(maker, ...given, made);
        this.#pointer = pointerIn(made);
        this.#free = native[`parindex_${noun}_free`];
        forgotten.register(this, { free: this.#free, pointer: this.#pointer }, this);
    }

    /** For calls. */
    get pointer() {
        if (this.#pointer === null) throw new TypeError(`the ${this.constructor.name} is closed`);
        return this.#pointer;
    }

    close() {
        if (this.#pointer === null) return;
        forgotten.unregister(this);
        this.#free(this.#pointer);
        this.#pointer = null;
    }

    [Symbol.dispose]() {
        this.close();
    }
}
