package parindex;

import com.sun.jna.Pointer;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The base of everything that the library owns. {@link #close()} frees it, in any order: the library keeps what others
 * need. One that nobody closed is freed after the collector has found it.
 */
public abstract class Handle implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Pointer pointer;
    private final Cleaner.Cleanable cleanable;
    private volatile boolean closed;

    Handle(Pointer pointer, Consumer<Pointer> free) {
        this.pointer = pointer;
        cleanable = CLEANER.register(this, () -> free.accept(pointer)); // does not hold `this`
    }

    /** Calls a function with the pointer, while this object cannot be collected. */
    final <R> R use(Function<Pointer, R> body) {
        if (closed) {
            throw new IllegalStateException(getClass().getSimpleName() + " is closed");
        }
        try {
            return body.apply(pointer);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public void close() {
        closed = true;
        cleanable.clean();
    }
}
