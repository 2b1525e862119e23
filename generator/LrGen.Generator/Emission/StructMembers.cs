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

    private readonly string _public = declaration.IsReadOnly ? "public readonly " : "public ";

    /// <summary>The member that gives a rate without the factors that only run time knows.</summary>
    private readonly string _at = curve.HasFactors ? new NameScope(declaration.TakenNames).Unique("ScheduleAt") : "At";

    public void Write()
    {
        Fact("Length", [Length()]);
        Fact("First", ["return At(0);"]);
        Fact("Peak", curve.IsConstant ? [ConstantPeak()] : [.. new PeakSearch(curve, new NameScope(declaration.TakenNames), Code).Write()]);
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
            string factors = name == "Length" ? string.Empty : new FactorWriter(writer, declaration.Framework).WriteGains(curve, new NameScope(declaration.TakenNames.Concat(["peak", "step", "last", "top", "cycle"])));
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
                writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(\"quantity\", quantity, \"The struct does not schedule this quantity.\"),");
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

    private string Last()
    {
        var shape = curve.Segments[curve.Segments.Count - 1].Shape;
        // Cycles without end tend to nothing.
        if (curve.Length is null && (curve.AfterEnd is not null || shape is EaseShape or TriangleWaveShape { Limit: null }))
            return AtTheEnd;
        // Where the end value would come the first one comes again.
        if (curve is { AfterEnd.Kind: AfterEnd.Repeat, Length: { } run })
            return "return At((long)global::System.Math.Ceiling(" + Code(run) + "));";
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
