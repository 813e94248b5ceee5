package parindex;

/**
 * One thing that was found in a file or in marks.
 *
 * @param code of parindex.h, 400
 * @param name of the code, "score_above_maximum"
 * @param severity how much it weighs
 * @param line from 1; 0: unknown
 * @param column in code points, from 1; 0: unknown
 * @param criterion its code, or empty
 * @param where JSON Pointer, or empty
 * @param message what was expected
 */
public record Finding(int code, String name, Severity severity, int line, int column, String criterion, String where,
    String message) {
    /** How much a finding weighs; in the order of parindex.h. */
    public enum Severity {
        NOTE,
        WARNING,
        ERROR
    }
}
