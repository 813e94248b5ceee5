using System;
using System.IO;
using System.Linq;
using Parindex;

/// <summary>What the report does not need of the classes of examples/csharp: SON_LA_FOLDER THIS_FOLDER</summary>
internal static class CsharpClassesTest
{
    private static void Main(string[] arguments)
    {
        using (CriteriaSet set = CriteriaSet.Read(File.ReadAllBytes(Path.Combine(arguments[0], "criteria.json")), ""))
        {
            TestMarks(set);
            TestBatch(set);
            TestHandles(set);
        }
        TestFractions(arguments[1]);
    }

    private static int NodeOf(CriteriaSet set, string code) => set.Nodes.Single(node => node.Code == code).Index;

    private static void TestMarks(CriteriaSet set)
    {
        using (Assessment made = Assessment.Create(set, "VPUB", 2021, "Văn phòng"))
        {
            Expect("Văn phòng", made.UnitName);
            made.SetScore("4.1", 3.61m, Round.Appraisal);
            using (Evaluation scored = made.Evaluate())
            {
                Expect(3.61m, scored.PointsAt(NodeOf(set, "4.1")).ToDecimal());
                Expect(3.6m, scored.PointsAt(NodeOf(set, "4.1")).Round(1));
                Expect(false, scored.Findings.Count == 0);
            }
            made.SetScore("4.1", 4.01m, Round.Appraisal);
            ParindexException refused = ExpectThrown<ParindexException>(() => made.Evaluate());
            Expect("score_above_maximum", refused.First.Name);
            Expect("4.1", refused.First.Criterion);
            made.SetScore("4.1", -0.5m, Round.Appraisal);
            Expect("score_below_minimum", ExpectThrown<ParindexException>(() => made.Evaluate()).First.Name);
            Expect("unknown_code", ExpectThrown<ParindexException>(() => made.SetScore("9.9", 1, Round.Appraisal)).First.Name);
            ExpectThrown<OverflowException>(() => made.SetScore("4.1", 9223372036854775808m, Round.Appraisal));
        }
    }

    private static void TestBatch(CriteriaSet set)
    {
        int leaf = NodeOf(set, "4.1");
        long[] cells = Enumerable.Repeat(361L, 150).ToArray();
        cells[77] = 401;
        Batch scored = Batch.Score(set, 2021, new[] { new Column(leaf, 2, cells) });
        for (int unit = 0; unit < cells.Length; ++unit)
        {
            Expect(unit == 77 ? 400 : 0, scored.StatusOf(unit));
            Expect(unit == 77 ? leaf : -1, scored.NodeOf(unit));
            Expect(unit == 77 ? 0m : scored.TotalOf(0), scored.TotalOf(unit));
        }
        Expect(true, scored.TotalOf(0) > 3.61m);
        Expect("/77/0", scored.Findings.Single().Where);
    }

    private static void TestHandles(CriteriaSet set)
    {
        Assessment made = Assessment.Create(set, "VPUB", 2021);
        made.Dispose();
        made.Dispose();
        ExpectThrown<ObjectDisposedException>(() => made.Evaluate());
    }

    private static void TestFractions(string folder)
    {
        byte[] criteria = File.ReadAllBytes(Path.Combine(folder, "thirds_criteria.json"));
        byte[] marks = File.ReadAllBytes(Path.Combine(folder, "thirds_assessment.json"));
        using (CriteriaSet set = CriteriaSet.Read(criteria, ""))
        using (Assessment assessment = Assessment.Read(set, marks, ""))
        using (Evaluation scored = assessment.Evaluate())
        {
            Points score = scored.PointsAt(0);
            Expect("2/3", score.ToString());
            Expect(0.67m, score.Round(2));
            Expect(true, score.CompareTo(scored.PointsAt(0, PointsOf.Maximum)) < 0);
            Expect(score, scored.PointsAt(1));
            ExpectThrown<InvalidOperationException>(() => score.ToDecimal());
        }
    }

    private static void Expect<T>(T expected, T found)
    {
        if (!expected.Equals(found)) throw new InvalidOperationException($"expected {expected}, found {found}");
    }

    private static TException ExpectThrown<TException>(Action call) where TException : Exception
    {
        try
        {
            call();
        }
        catch (TException thrown)
        {
            return thrown;
        }
        throw new InvalidOperationException("expected " + typeof(TException).Name);
    }
}
