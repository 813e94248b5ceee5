/** Exact points: "15.5", or "11/14" where no decimal ends. It never becomes a Number, which would round. */
export class Exact {
    #text;
    #numerator;
    #denominator;

    constructor(text) {
        const [upper, lower = '1'] = text.split('/');
        const [whole, decimals = ''] = upper.split('.');
        this.#text = text;
        this.#numerator = BigInt(whole + decimals); // -0.5 is "-0" + "5": the sign stays in front
        this.#denominator = BigInt(lower) * 10n ** BigInt(decimals.length);
    }

    toString() {
        return this.#text;
    }

    /** Below, at or above zero, as Array.prototype.sort() wants it. */
    static compare(left, right) {
        const difference = left.#numerator * right.#denominator - right.#numerator * left.#denominator;
        return difference < 0n ? -1 : difference > 0n ? 1 : 0;
    }
}
