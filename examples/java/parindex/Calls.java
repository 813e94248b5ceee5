package parindex;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import parindex.NativeParindex.ErrorStruct;
import parindex.NativeParindex.SizeT;

/** Errors and texts of calls: what every class of this package needs. Texts are UTF-8 whatever the locale of the machine. */
final class Calls {
    static final int TEXT_CODE = 0;
    static final int TEXT_NAME = 1;
    private static final int TEXT_MESSAGE = 9;
    private static final int BUFFER_TOO_SMALL = 6;

    // A structure of JNA is dear to make and cheap to use again.
    private static final ThreadLocal<ErrorStruct> ERROR = ThreadLocal.withInitial(ErrorStruct::new);

    interface Call {
        int apply(Pointer error);
    }

    interface CallWithFindings {
        int apply(PointerByReference diagnostics, Pointer error);
    }

    interface CallWithText {
        int apply(byte[] buffer, SizeT capacity, long[] size, Pointer error);
    }

    private Calls() {}

    static void check(Call call) {
        ErrorStruct error = ERROR.get();
        if (call.apply(error.getPointer()) != 0) {
            throw new ParindexException(findingIn(error), List.of());
        }
    }

    /** What a call found, or if it failed, an exception with it. */
    static List<Finding> checkWithFindings(CallWithFindings call) {
        ErrorStruct error = ERROR.get();
        PointerByReference output = new PointerByReference();
        int status = call.apply(output, error.getPointer());
        Finding first = status == 0 ? null : findingIn(error);
        List<Finding> findings = takeFindings(output.getValue());
        if (first != null) {
            throw new ParindexException(first, findings);
        }
        return findings;
    }

    /** The text that a function writes to a buffer. */
    static String text(CallWithText call) {
        ErrorStruct error = ERROR.get();
        byte[] buffer = new byte[256];
        long[] size = new long[1];
        while (true) {
            int status = call.apply(buffer, new SizeT(buffer.length), size, error.getPointer());
            if (status == 0) {
                return new String(buffer, 0, (int) size[0], UTF_8);
            }
            if (status != BUFFER_TOO_SMALL) {
                throw new ParindexException(findingIn(error), List.of());
            }
            buffer = new byte[(int) size[0] + 1];
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    static SizeT sizeOf(byte[] bytes) {
        return new SizeT(bytes.length);
    }

    private static List<Finding> takeFindings(Pointer diagnostics) {
        try {
            List<Finding> findings = new ArrayList<>();
            long count = NativeParindex.parindex_diagnostics_count(diagnostics).longValue();
            for (long i = 0; i < count; ++i) {
                findings.add(findingAt(diagnostics, new SizeT(i)));
            }
            return List.copyOf(findings);
        } finally {
            NativeParindex.parindex_diagnostics_free(diagnostics);
        }
    }

    private static Finding findingAt(Pointer diagnostics, SizeT index) {
        ErrorStruct found = new ErrorStruct();
        check(error -> NativeParindex.parindex_diagnostics_get(diagnostics, index, found.getPointer(), error));
        String message = text((buffer, capacity, size, error) ->
            NativeParindex.parindex_diagnostics_text(diagnostics, index, TEXT_MESSAGE, buffer, capacity, size, error));
        return findingIn(found, message);
    }

    private static Finding findingIn(ErrorStruct error) {
        return findingIn(error, null);
    }

    private static Finding findingIn(ErrorStruct error, String wholeMessage) {
        error.read();
        String name = NativeParindex.parindex_status_name(error.code).getString(0, UTF_8.name());
        return new Finding(error.code, name, Finding.Severity.values()[error.severity], error.line, error.column,
            textIn(error.criterion), textIn(error.where), wholeMessage != null ? wholeMessage : textIn(error.message));
    }

    private static String textIn(byte[] bytes) {
        int length = 0;
        while (bytes[length] != 0) {
            ++length;
        }
        return new String(bytes, 0, length, UTF_8);
    }
}
