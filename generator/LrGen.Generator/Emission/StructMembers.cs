using System.Numerics;
using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Emission;

/// <summary>Writes what <c>ISchedule</c> asks of a struct.</summary>
internal sealed class StructMembers(SourceWriter writer, ScheduleDeclaration declaration, Curve curve, IReadOnlyList<RuntimeCheck> checks)
{
    private readonly string _public = declaration.IsReadOnly ? "public readonly " : "public ";

    public void Write()
    {
        Fact("Length", [Length()]);
        Fact("First", ["return At(0);"]);
        Fact("Peak", curve.IsConstant ? [ConstantPeak()] : RuntimePeak());
        Fact("Last", [Last()]);

        GeneratedCode.Mark(writer, "At");
        GeneratedCode.MarkForInlining(writer);
        using (writer.Braces(_public + "double At(long step)"))
        {
            if (curve.IsConstant)
                new ConstantBody(writer, curve, declaration.Framework).Write("step", StepType.Int64, RateType.Double, declaration.TakenNames);
            else
                new RuntimeBody(writer, curve, checks, declaration.Framework).Write("step", StepType.Int64, RateType.Double, declaration.TakenNames);
        }

        if (!declaration.Framework.HasSpan)
            return;
        writer.Line();
        GeneratedCode.Mark(writer, "Fill");
        using (writer.Braces(_public + "void Fill(global::System.Span<double> rates, long start)"))
        {
            if (curve.IsConstant)
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
        using (writer.Braces(_public + "double " + name))
        using (writer.Braces("get"))
        {
            if (!curve.IsConstant && name is "Length" or "Last")
                writer.Line("At(0); // It checks the values.");
            foreach (string line in body)
                writer.Line(line);
        }

        writer.Line();
    }

    private string Length() => curve.Length switch
    {
        null => "return double.PositiveInfinity;",
        { Constant: { } length } => "return " + NumberText.Literal(length.ToDouble()) + ";",
        var length => "return " + Code(length) + ";",
    };

    private string ConstantPeak() => "return At(" + NumberText.Integer(BigInteger.Min(curve.PeakStep, long.MaxValue)) + ");";

    /// <summary>
    /// Every shape but a product is highest at one of its ends; a product is walked, since its top depends on values known at run time.
    /// </summary>
    private List<string> RuntimePeak()
    {
        var lines = new List<string> { "double peak = At(0);" };
        var products = curve.Segments.Where(s => s.Shape is ProductShape).ToList();
        foreach (var segment in curve.Segments.Except(products))
        {
            Offer(segment.Shape.Start);
            if (segment.Shape is EaseShape ease)
                Offer(ease.To);
            if (segment.Shape.Top is { } top)
                Offer(top.Value);
        }

        if (products.Count > 0)
        {
            lines.Add("for (long step = 0; step < " + Code(products[products.Count - 1].End!) + "; step++)");
            lines.Add("    peak = global::System.Math.Max(peak, At(step));");
        }

        lines.Add("return peak;");
        return lines;

        void Offer(Scalar value)
        {
            string line = "peak = global::System.Math.Max(peak, " + Code(value) + ");";
            if (!value.IsZero && value is not ValueScalar && !lines.Contains(line))
                lines.Add(line);
        }
    }

    private string Last()
    {
        var shape = curve.Segments[curve.Segments.Count - 1].Shape;
        // Cycles without end tend to nothing.
        if (curve.Length is null && (curve.AfterEnd is not null || shape is EaseShape or TriangleWaveShape { Limit: null }))
            return "return At(long.MaxValue);";
        if (shape.Limit is { } limit)
            return "return " + Code(limit) + ";";
        if (shape is HoldShape { Value: not ValueScalar } hold)
            return "return " + Code(hold.Value) + ";";
        if (shape is HoldShape && curve.Length is { } length)
            return "return At((long)global::System.Math.Ceiling(" + Code(length) + "));";
        Scalar floor = Scalar.Zero;
        if (shape is FlooredShape floored)
            (shape, floor) = (floored.Inner, floored.Floor);
        var (rate, factor) = shape switch
        {
            GeometricShape g => (g.Rate, g.Factor),
            StaircaseShape s => (s.Rate, s.Factor),
            _ => throw new InvalidOperationException("An endless segment has an unknown shape."),
        };
        if (factor.Constant is { } known)
            return "return " + (known == Rational.One ? Code(rate) : "double.PositiveInfinity") + ";";
        string f = Code(factor);
        return "return " + f + " < 1.0 ? " + Code(floor) + " : " + f + " > 1.0 ? double.PositiveInfinity : " + Code(rate) + ";";
    }

    private string Code(Scalar scalar) => new ScalarPrinter(declaration.Framework).Print(new FormulaBuilder(new NameScope(declaration.TakenNames)).Scalar(scalar));
}
