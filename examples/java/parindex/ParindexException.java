package parindex;

import java.util.List;

/** A call that failed. */
public final class ParindexException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Finding first;
    private final transient List<Finding> findings;

    ParindexException(Finding first, List<Finding> findings) {
        super(first.message());
        this.first = first;
        this.findings = findings.isEmpty() ? List.of(first) : findings;
    }

    /** The error that decided so. */
    public Finding first() {
        return first;
    }

    /** All that the call found, at least one. */
    public List<Finding> findings() {
        return findings;
    }
}
