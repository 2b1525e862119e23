using System.Numerics;
using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Metrics;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Emission;

/// <summary>
/// Writes the documentation that the hover shows: what the user wrote, then formula, key values and the curve, all from the curve
/// that the code is written from.
/// </summary>
internal static class DocumentationWriter
{
    private const int MostFormulas = 6;

    /// <summary>With one line of the user's, twelve: what a hover shows without scrolling.</summary>
    private const int MostLines = 11;

    /// <summary>Lines of an update rule that are shown however long its schedule is.</summary>
    private const int MostRuleLines = 5;

    /// <summary>Phases that are shown however long an update rule is.</summary>
    private const int FewestFormulas = 3;

    /// <summary>For a method: the user's comment has to be repeated, or the generated one would replace it.</summary>
    public static void WriteForMethod(SourceWriter writer, ScheduleDeclaration declaration, Curve curve)
    {
        const string EndOfRemarks = "</remarks>";
        string user = declaration.Documentation;
        var own = Lines(curve, declaration.StepName);
        int end = user.LastIndexOf(EndOfRemarks, StringComparison.Ordinal);
        if (end >= 0)
        {
            WriteText(writer, user.Substring(0, end).TrimEnd());
            WriteCode(writer, own);
            WriteText(writer, user.Substring(end));
            return;
        }

        if (user.Length > 0)
            WriteText(writer, user);
        WriteRemarks(writer, own);
    }

    /// <summary>For a struct: the compiler joins the comments of the parts. Nothing where there are errors.</summary>
    public static void WriteForStruct(SourceWriter writer, ScheduleDeclaration declaration, Curve? curve, MetricMachine? machine)
    {
        if (curve is null && machine is null)
            return;
        var driven = machine is null ? [] : Lines(machine, isAlone: curve is null).ToList();
        WriteRemarks(writer, [.. curve is null ? [] : Lines(curve, declaration.StepName, MostLines - driven.Count), .. driven]);
    }

    /// <summary>For an optimizer: its update, then its schedule. Nothing where there are errors.</summary>
    public static void WriteForOptimizer(SourceWriter writer, ScheduleDeclaration declaration, LoweringResult lowered)
    {
        if (lowered is { Curve: { } curve, Optimizer: { } program })
        {
            // A line for the heading between them, and one for the user's words where there are any.
            int most = MostLines - (declaration.Documentation.Length > 0 ? 1 : 0);
            IReadOnlyList<string> rule = program.Formula, schedule = Lines(curve, declaration.StepName, most - rule.Count);
            if (rule.Count + schedule.Count > most)
                rule = Shortened(program.Formula, Math.Max(MostRuleLines, most - schedule.Count));
            WriteRemarks(writer, [.. rule, "η(" + declaration.StepName + "):", .. schedule]);
        }
    }

    /// <summary>An update rule so short that its schedule has room below it.</summary>
    private static IReadOnlyList<string> Shortened(List<string> formula, int most) =>
        formula.Count <= most ? formula : [.. formula.Take(most - 2), "…", formula[formula.Count - 1]];

    /// <summary>What metrics do, in lines of plain text.</summary>
    private static IEnumerable<string> Lines(MetricMachine machine, bool isAlone)
    {
        var rows = machine.Describe().Prepend((Name: isAlone ? "rate" : "scale", Text: Text.Of(machine.Initial))).ToList();
        if (!machine.Floor.IsZero)
            rows.Add(("floor", Text.Of(machine.Floor)));
        int width = rows.Max(r => r.Name.Length);
        return rows.Select(r => r.Name.PadRight(width) + "  " + r.Text);
    }

    /// <summary>For another quantity of a struct.</summary>
    public static void WriteForOther(SourceWriter writer, Quantity quantity, Curve curve)
    {
        writer.Line("/// <summary>The " + quantity.InWords() + " at one optimizer update.</summary>");
        WriteRemarks(writer, Lines(curve, "step"));
    }

    /// <summary>What is known of a curve, in lines of plain text.</summary>
    public static IReadOnlyList<string> Lines(Curve curve, string step, int most = MostLines)
    {
        int others = curve.Gains.Count + (curve.Multiplier is null ? 0 : 1) + (curve.Noise is null ? 0 : 1) + (curve.IsConstant ? 2 : 0);
        var lines = Formulas(curve, step, Math.Max(FewestFormulas, Math.Min(MostFormulas + 1, most - others)));
        lines.AddRange(curve.Gains.Select(g => "times the multiplier of its " + g.Index.Name + ": "
            + string.Join(", ", g.Values.Take(MostFormulas).Select(NumberText.Friendly)) + (g.Values.Count > MostFormulas ? ", …" : string.Empty)));
        if (curve.Multiplier is not null)
            lines.Add("times the scale that metrics drive (not in what follows)");
        if (curve.Noise is { } noise)
            lines.Add("times 1 + " + NumberText.Friendly(noise.Amount) + (noise.IsNormal ? " · normal" : " · uniform") + " noise, anew for each step (not in what follows)");
        if (!curve.IsConstant)
            return lines;

        var peakStep = curve.PeakStep;
        var peak = curve.Evaluate((long)BigInteger.Min(peakStep, long.MaxValue), Real.Precise) ?? Rational.Zero;
        var (line, lastStep) = Sparkline.Of(curve, peak);
        string facts = "first " + NumberText.Friendly(curve.At(0)!.Value);
        if (!peakStep.IsZero)
            facts += ", peak " + NumberText.Friendly(peak) + " at " + step + " " + NumberText.Friendly((Rational)peakStep);
        if (curve.Length?.Constant is { } length)
            facts += ", last " + NumberText.Friendly(curve.At((long)BigInteger.Min(length.Floor(), long.MaxValue)) ?? 0) + " at " + step + " " + NumberText.Friendly(length);
        else if (curve.Segments[curve.Segments.Count - 1].Shape.Limit?.Constant is { } limit)
            facts += ", tends to " + NumberText.Friendly(limit.ToDouble());
        lines.Add(facts);
        lines.Add(line + "  " + step + " 0 … " + NumberText.Friendly((Rational)lastStep));
        return lines;
    }

    private static List<string> Formulas(Curve curve, string step, int most)
    {
        var rows = new List<(string When, string Formula)>();
        Rational? reached = Rational.Zero;
        foreach (var segment in curve.Segments)
        {
            if (segment.End?.Constant is { } end && reached is { } before)
            {
                if (end <= before)
                    continue;
                reached = end;
            }

            string u = segment.Origin.IsZero ? step : "(" + step + " − " + Text.Of(segment.Origin) + ")";
            string when = segment.End is null ? rows.Count == 0 ? string.Empty : "then" : step + " < " + Text.Bare(segment.End);
            rows.Add((when, segment.Shape.Describe(u)));
        }

        if (curve.AfterEnd is { } rule && rows.Count > 1)
        {
            rows.RemoveAt(rows.Count - 1);
            rows.Add(("then", rule.Kind switch
            {
                AfterEnd.Repeat => "again from " + step + " " + Text.Of(rule.Start),
                AfterEnd.Oscillate => "back to " + step + " " + Text.Of(rule.Start) + ", and so on",
                _ => "an exception",
            }));
        }

        // The first ones and the last, with a mark between them.
        if (rows.Count > Math.Min(most, MostFormulas))
        {
            rows.RemoveRange(most - 2, rows.Count - most + 1);
            rows.Insert(most - 2, ("…", string.Empty));
        }

        int width = rows.Max(r => r.When.Length);
        return rows.ConvertAll(r => width == 0 ? "rate = " + r.Formula : (r.When.PadRight(width) + "  " + r.Formula).TrimEnd());
    }

    private static void WriteRemarks(SourceWriter writer, IReadOnlyList<string> lines)
    {
        writer.Line("/// <remarks>");
        WriteCode(writer, lines);
        writer.Line("/// </remarks>");
    }

    private static void WriteCode(SourceWriter writer, IReadOnlyList<string> lines)
    {
        writer.Line("/// <code>");
        foreach (string line in lines)
            writer.Line("/// " + line.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;"));
        writer.Line("/// </code>");
    }

    private static void WriteText(SourceWriter writer, string text)
    {
        foreach (string line in text.Split('\n'))
            writer.Line("/// " + line);
    }
}
