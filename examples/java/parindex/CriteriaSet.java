package parindex;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;
import java.util.stream.IntStream;
import parindex.NativeParindex.NodeStruct;

/** A criteria set (bộ tiêu chí). It never changes; several threads may use it. */
public final class CriteriaSet extends Handle {
    /**
     * A field, group or criterion; node 0 is the whole set.
     *
     * @param index in the order of the document
     * @param level 0 the set, 1 a field
     * @param code as the document has it
     * @param name as the document has it
     */
    public record Node(int index, int level, String code, String name) {}

    private final List<Node> nodes;

    private CriteriaSet(Pointer pointer) {
        super(pointer, NativeParindex::parindex_criteria_set_free);
        int count = use(NativeParindex::parindex_criteria_set_node_count);
        nodes = IntStream.range(0, count).mapToObj(this::readNode).toList();
    }

    /**
     * @param json "parindex.criteria/1" in UTF-8
     * @param file what findings call it
     * @throws ParindexException with everything that is wrong with the set
     */
    public static CriteriaSet read(byte[] json, String file) {
        byte[] name = Calls.utf8(file);
        PointerByReference set = new PointerByReference();
        Calls.checkWithFindings((diagnostics, error) -> NativeParindex.parindex_criteria_set_read(
            json, Calls.sizeOf(json), name, Calls.sizeOf(name), set, diagnostics, error));
        return new CriteriaSet(set.getValue());
    }

    /** In the order of the document. */
    public List<Node> nodes() {
        return nodes;
    }

    private Node readNode(int index) {
        return use(set -> {
            NodeStruct node = new NodeStruct();
            Calls.check(error -> NativeParindex.parindex_criteria_set_node(set, index, node, error));
            return new Node(index, node.level, textOf(set, index, Calls.TEXT_CODE), textOf(set, index, Calls.TEXT_NAME));
        });
    }

    private static String textOf(Pointer set, int node, int which) {
        return Calls.text((buffer, capacity, size, error) ->
            NativeParindex.parindex_criteria_set_text(set, node, which, buffer, capacity, size, error));
    }
}
