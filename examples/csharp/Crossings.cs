using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Parindex;

/// <summary>How many calls a second of processor time reach the library: crossings DATA_FOLDER</summary>
internal static class Crossings
{
    private const int UnitCount = 150;

    private static void Main(string[] arguments)
    {
        byte[] json = File.ReadAllBytes(Path.Combine(arguments[0], "criteria.json"));
        byte[] marks = File.ReadAllBytes(Path.Combine(arguments[0], "assessment.json"));
        using (CriteriaSet set = CriteriaSet.Read(json, ""))
        using (Assessment assessment = Assessment.Read(set, marks, ""))
        using (Evaluation evaluation = assessment.Evaluate())
        {
            Column[] columns = set.Nodes.Where(node => node.Level == 2).Select(node =>
                new Column(node.Index, 2, Enumerable.Range(0, UnitCount).Select(i => (long)((i + node.Index) % 101)).ToArray())).ToArray();
            Measure("points", 1, () => evaluation.PointsAt(0));
            Measure("single", 1, () => assessment.Evaluate().Dispose());
            Measure("batch", UnitCount, () => Batch.Score(set, 2025, columns));
        }
    }

    private static void Measure(string what, int size, Action call)
    {
        double seconds = 0;
        long times = 1;
        while (seconds < 0.5)
        {
            times *= 2;
            double start = ProcessorSeconds();
            for (long i = 0; i < times; ++i) call();
            seconds = ProcessorSeconds() - start;
        }
        Console.WriteLine(what + " " + (times * size / seconds).ToString("F0", CultureInfo.InvariantCulture));
    }

    private static double ProcessorSeconds()
    {
        using (Process self = Process.GetCurrentProcess()) return self.TotalProcessorTime.TotalSeconds;
    }
}
