package parindex;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.math.BigDecimal;
import java.util.List;
import parindex.NativeParindex.DecimalStruct;

/** The marks of one unit for one year. Only one thread at a time may change or close it. */
public final class Assessment extends Handle {
    /** Who gave a mark; in the order of parindex.h. */
    public enum Round {
        SELF,
        APPRAISAL,
        RE_APPRAISAL,
        SURVEY,
        AUTHORITY
    }

    private Assessment(Pointer pointer) {
        super(pointer, NativeParindex::parindex_assessment_free);
    }

    /**
     * @param criteria that the marks are for
     * @param json "parindex.assessment/1" in UTF-8
     * @param file what findings call it
     * @throws ParindexException with everything that is wrong with the marks
     */
    public static Assessment read(CriteriaSet criteria, byte[] json, String file) {
        byte[] name = Calls.utf8(file);
        PointerByReference assessment = new PointerByReference();
        criteria.use(set -> Calls.checkWithFindings((diagnostics, error) -> NativeParindex.parindex_assessment_read(
            set, null, json, Calls.sizeOf(json), name, Calls.sizeOf(name), assessment, diagnostics, error)));
        return new Assessment(assessment.getValue());
    }

    /**
     * Without marks.
     *
     * @param group of units; empty where the set declares none
     * @throws ParindexException for an empty unit or a year out of range
     */
    public static Assessment create(CriteriaSet criteria, String unit, String name, String group, int year) {
        byte[] unitBytes = Calls.utf8(unit);
        byte[] nameBytes = Calls.utf8(name);
        byte[] groupBytes = Calls.utf8(group);
        PointerByReference assessment = new PointerByReference();
        criteria.use(set -> {
            Calls.check(error -> NativeParindex.parindex_assessment_create(set, unitBytes, Calls.sizeOf(unitBytes), nameBytes,
                Calls.sizeOf(nameBytes), groupBytes, Calls.sizeOf(groupBytes), year, assessment, error));
            return null;
        });
        return new Assessment(assessment.getValue());
    }

    /**
     * Gives a leaf a score, in the place of what its mark said in that round.
     *
     * @throws ParindexException for a criterion that is none or has no marks, or more than 18 decimals
     * @throws ArithmeticException for a score of more than 18 digits
     */
    public void setScore(String criterion, BigDecimal score, Round round) {
        BigDecimal plain = score.scale() < 0 ? score.setScale(0) : score;
        byte[] code = Calls.utf8(criterion);
        DecimalStruct number = new DecimalStruct();
        number.coefficient = plain.unscaledValue().longValueExact();
        number.scale = plain.scale();
        use(assessment -> {
            Calls.check(error -> NativeParindex.parindex_assessment_set_score(assessment, code, Calls.sizeOf(code),
                round.ordinal(), number, error));
            return null;
        });
    }

    /** The name of the unit. */
    public String unitName() {
        return use(assessment -> Calls.text((buffer, capacity, size, error) ->
            NativeParindex.parindex_assessment_unit(assessment, Calls.TEXT_NAME, buffer, capacity, size, error)));
    }

    /** The year that is scored. */
    public int year() {
        return use(NativeParindex::parindex_assessment_year);
    }

    /**
     * Scores the unit.
     *
     * @throws ParindexException where the marks contradict the set
     */
    public Evaluation evaluate() {
        PointerByReference evaluation = new PointerByReference();
        List<Finding> findings = use(assessment -> Calls.checkWithFindings((diagnostics, error) ->
            NativeParindex.parindex_evaluate(assessment, null, evaluation, diagnostics, error)));
        return new Evaluation(evaluation.getValue(), findings);
    }
}
