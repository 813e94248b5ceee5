using System;
using System.IO;
using System.Linq;
using System.Text;
using Parindex;

/// <summary>Scores one unit, names its fields and what cost it most, and shows what an error looks like.</summary>
internal static class Report
{
    private static int Main(string[] arguments)
    {
        if (arguments.Length != 1)
        {
            Console.Error.WriteLine("usage: report DATA_FOLDER");
            return 2;
        }
        using (var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" })
        {
            try
            {
                Print(arguments[0], output);
                return 0;
            }
            catch (Exception problem) when (problem is ParindexException || problem is IOException)
            {
                Console.Error.WriteLine("error: " + problem.Message);
                return 1;
            }
        }
    }

    private static void Print(string folder, TextWriter output)
    {
        byte[] marks = File.ReadAllBytes(Path.Combine(folder, "assessment.json"));
        using (CriteriaSet set = CriteriaSet.Read(File.ReadAllBytes(Path.Combine(folder, "criteria.json")), "criteria.json"))
        using (Assessment assessment = Assessment.Read(set, marks, "assessment.json"))
        using (Evaluation evaluation = assessment.Evaluate())
        {
            output.WriteLine($"{assessment.UnitName}, {assessment.Year}");
            output.WriteLine($"total {evaluation.PointsAt(0)} of {evaluation.PointsAt(0, PointsOf.Maximum)}");
            PrintFields(set, evaluation, output);
            PrintDeductions(set, evaluation, output);
            PrintError(set, Encoding.UTF8.GetString(marks), output);
        }
    }

    private static void PrintFields(CriteriaSet set, Evaluation evaluation, TextWriter output)
    {
        output.WriteLine("fields:");
        foreach (Node field in set.Nodes.Where(node => node.Level == 1))
        {
            Points score = evaluation.PointsAt(field.Index), maximum = evaluation.PointsAt(field.Index, PointsOf.Maximum);
            output.WriteLine($"  {field.Code} {field.Name}: {score} of {maximum}");
        }
    }

    private static void PrintDeductions(CriteriaSet set, Evaluation evaluation, TextWriter output)
    {
        output.WriteLine("largest deductions:");
        var deductions = evaluation.Ledger(0).Where(entry => entry.IsDeduction);
        foreach (LedgerEntry entry in deductions.OrderByDescending(entry => entry.Amount).Take(3))  // ties keep their order
        {
            string explanation = evaluation.Explain(entry.Node, Language.Vietnamese);
            output.WriteLine($"  {set.Nodes[entry.Node].Code} -{entry.Amount}: {explanation}");
        }
    }

    private static void PrintError(CriteriaSet set, string marks, TextWriter output)
    {
        output.WriteLine("error:");
        string wrong = marks.Replace("\"score\": \"3.61\"", "\"score\": \"36.1\"");
        try
        {
            Assessment.Read(set, Encoding.UTF8.GetBytes(wrong), "assessment.json").Dispose();
        }
        catch (ParindexException error)
        {
            foreach (Finding each in error.Findings)
            {
                string place = $"{each.Line}:{each.Column} {each.Where} [{each.Criterion}]";
                output.WriteLine($"  {each.Code} {each.Name} {place}: {each.Message}");
            }
        }
    }
}
