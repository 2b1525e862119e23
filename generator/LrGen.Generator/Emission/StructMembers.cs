using System.Numerics;
using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Emission;

/// <summary>Writes what <c>ISchedule</c> asks of a struct.</summary>
internal sealed class StructMembers(SourceWriter writer, ScheduleDeclaration declaration, Curve curve, LoweringResult lowered)
{
    private const string Return = "return ";
    private const string AtTheEnd = "return At(long.MaxValue);";
    private const string LongestWalk = "1000000";

    private readonly string _public = declaration.IsReadOnly ? "public readonly " : "public ";

    /// <summary>The member that gives a rate without the factors that only run time knows.</summary>
    private readonly string _at = curve.HasFactors ? new NameScope(declaration.TakenNames).Unique("ScheduleAt") : "At";

    public void Write()
    {
        Fact("Length", [Length()]);
        Fact("First", ["return At(0);"]);
        Fact("Peak", curve.IsConstant ? [ConstantPeak()] : RuntimePeak());
        Fact("Last", [Last()]);

        var rates = new RateMember(writer, declaration, lowered.Checks, declaration.IsReadOnly ? "readonly " : string.Empty);
        rates.Write(curve, "At", _at, () => GeneratedCode.Mark(writer, "At"));
        foreach (var (quantity, other) in lowered.Others)
        {
            writer.Line();
            rates.WriteOther(quantity, other);
        }

        if (lowered.Others.Count > 0)
            WriteQuantities();
        if (!declaration.Framework.HasSpan)
            return;
        writer.Line();
        GeneratedCode.Mark(writer, "Fill");
        using (writer.Braces(_public + "void Fill(global::System.Span<double> rates, long start)"))
        {
            if (curve is { IsConstant: true, HasFactors: false } && lowered.Checks.Count == 0)
            {
                new FillBody(writer, curve, declaration.Framework).Write();
            }
            else
            {
                FillBody.WriteStart(writer);
                FillBody.WriteStepByStep(writer);
            }
        }
    }

    private void Fact(string name, IReadOnlyList<string> body)
    {
        GeneratedCode.Mark(writer, name);
        if (lowered.Machine is not null)
            GeneratedCode.MarkNotSaved(writer, declaration.Framework);
        using (writer.Braces(_public + "double " + name))
        using (writer.Braces("get"))
        {
            if (!curve.IsConstant && name is "Length" or "Last")
                writer.Line("At(0); // It checks the values.");
            string factors = name == "Length" ? string.Empty : new FactorWriter(writer, declaration.Framework).WriteGains(curve, new NameScope(declaration.TakenNames.Concat(["peak", "step"])));
            foreach (string line in body)
            {
                // Facts are those of the schedule without noise, but of its group.
                string fact = curve.HasFactors ? line.Replace("At(", _at + "(") : line;
                writer.Line(factors.Length > 0 && fact.StartsWith(Return, StringComparison.Ordinal)
                    ? Return + (fact.IndexOf(' ', Return.Length) < 0 ? fact.Substring(Return.Length).TrimEnd(';') : "(" + fact.Substring(Return.Length).TrimEnd(';') + ")") + factors + ";"
                    : fact);
            }
        }

        writer.Line();
    }

    /// <summary>All quantities by their names.</summary>
    private void WriteQuantities()
    {
        const string Name = "global::LrGen.Quantity.";
        string first = Name + lowered.First + " => At(step),";
        writer.Line();
        GeneratedCode.MarkQuantity(writer, "Schedules(global::LrGen.Quantity)");
        GeneratedCode.MarkForInlining(writer);
        using (writer.Braces("public readonly bool Schedules(global::LrGen.Quantity quantity)"))
            writer.Line(Return + string.Join(" || ", lowered.Others.Select(o => o.Quantity).Prepend(lowered.First).Select(q => "quantity == " + Name + q)) + ";");
        writer.Line();
        GeneratedCode.MarkQuantity(writer, "At(global::LrGen.Quantity, long)");
        GeneratedCode.MarkForInlining(writer);
        using (writer.Braces(_public + "double At(global::LrGen.Quantity quantity, long step)"))
        {
            writer.Line("return quantity switch");
            writer.Line("{");
            using (writer.Indented())
            {
                writer.Line(first);
                foreach (var (quantity, _) in lowered.Others)
                    writer.Line(Name + quantity + " => " + quantity + "At(step),");
                writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(quantity), quantity, \"The struct does not schedule this quantity.\"),");
            }

            writer.Line("};");
        }
    }

    private string Length() => curve.Length switch
    {
        null => "return double.PositiveInfinity;",
        { Constant: { } length } => "return " + NumberText.Literal(length.ToDouble()) + ";",
        var length => "return " + Code(length) + ";",
    };

    private string ConstantPeak() => "return At(" + NumberText.Integer(BigInteger.Min(curve.PeakStep, long.MaxValue)) + ");";

    /// <summary>
    /// Most shapes are highest at one of their ends; others are walked, as far as a training is likely to go, since their top depends on
    /// values known at run time.
    /// </summary>
    private List<string> RuntimePeak()
    {
        var lines = new List<string> { "double peak = At(0);" };
        // Waves that fall with every step are highest somewhere before the first top.
        var walked = curve.Segments.Where(s => !s.Shape.IsMonotone || s.Shape is TriangleWaveShape { IsPerStep: true }).ToList();
        foreach (var segment in curve.Segments.Except(walked))
        {
            string condition = Reached(segment);
            Offer(segment.Shape.Start, condition);
            if (segment.Shape.Start.NeedsStatements && !segment.Origin.IsZero)
                lines.Add("peak = global::System.Math.Max(peak, At((long)global::System.Math.Ceiling(" + Code(segment.Origin) + ")));");
            if (segment.Shape is EaseShape ease)
                Offer(ease.To, condition);
            if (segment.Shape.Top is { } top)
                Offer(top.Value, condition);
        }

        if (walked.Count > 0)
        {
            string end = walked[walked.Count - 1].End is { } known ? "global::System.Math.Min(" + LongestWalk + ", " + Code(known) + ")" : LongestWalk;
            lines.Add("for (long step = 0; step < " + end + "; step++)");
            lines.Add("    peak = global::System.Math.Max(peak, At(step));");
        }

        lines.Add("return peak;");
        return lines;

        void Offer(Scalar value, string condition)
        {
            if (value.IsZero || value.NeedsStatements)
                return;
            string line = "peak = global::System.Math.Max(peak, " + Code(value) + ");";
            if (!lines.Contains(line) && !lines.Contains(condition + line))
                lines.Add(condition + line);
        }
    }

    /// <summary>The condition under which a segment has any steps; empty where it surely has.</summary>
    private string Reached(Segment segment)
    {
        int i = curve.Segments.TakeWhile(s => s != segment).Count();
        var begin = i == 0 ? Scalar.Zero : curve.Segments[i - 1].End!;
        return segment.End is null || segment.End.Constant is not null && begin.Constant is not null
            ? string.Empty
            : "if (" + Code(segment.End) + " > " + Code(begin) + ") ";
    }

    private string Last()
    {
        var shape = curve.Segments[curve.Segments.Count - 1].Shape;
        // Cycles without end tend to nothing.
        if (curve.Length is null && (curve.AfterEnd is not null || shape is EaseShape or TriangleWaveShape { Limit: null }))
            return AtTheEnd;
        if (shape.Limit is { } limit)
            return "return " + Code(limit) + ";";
        if (shape is HoldShape { Value.NeedsStatements: false } hold)
            return "return " + Code(hold.Value) + ";";
        if (shape is HoldShape && curve.Length is { } length)
            return "return At((long)global::System.Math.Ceiling(" + Code(length) + "));";
        if (curve.Length is { Constant: { } whole } && shape is not HoldShape)
            return "return At(" + NumberText.Integer(BigInteger.Min(whole.Ceiling(), long.MaxValue)) + ");";
        Scalar floor = Scalar.Zero;
        if (shape is FlooredShape floored)
            (shape, floor) = (floored.Inner, floored.Floor);
        var (rate, factor) = shape switch
        {
            GeometricShape g => (g.Rate, g.Factor),
            StaircaseShape s => (s.Rate, s.Factor),
            _ => (null, null),
        };
        if (rate is null || factor is null)
            return AtTheEnd;
        if (factor.Constant is { } known)
            return "return " + (known == Rational.One ? Code(rate) : "double.PositiveInfinity") + ";";
        string f = Code(factor);
        return "return " + f + " < 1.0 ? " + Code(floor) + " : " + f + " > 1.0 ? double.PositiveInfinity : " + Code(rate) + ";";
    }

    private string Code(Scalar scalar) => new ScalarPrinter(declaration.Framework).Print(new FormulaBuilder(new NameScope(declaration.TakenNames)).Scalar(scalar));
}
