using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Emission;

/// <summary>Writes the body of a schedule with values that are known at run time: checked once, then computed in double.</summary>
internal sealed class RuntimeBody(SourceWriter writer, Curve curve, IReadOnlyList<RuntimeCheck> checks, TargetFramework framework)
{
    private readonly ScalarPrinter _printer = new(framework);

    public void Write(string parameter, StepType stepType, RateType rateType, IEnumerable<string> takenNames)
    {
        var names = new NameScope(takenNames.Concat([parameter.TrimStart('@')]));
        new CheckWriter(writer, checks, framework).Write(names);
        bool isSigned = stepType is not (StepType.UInt32 or StepType.UInt64 or StepType.NativeUInt);
        string t = names.Unique("t");
        string step = StepVariable.Whole(parameter, stepType);
        writer.Line("double " + t + " = " + (isSigned ? step + " < 0 ? 0.0 : " + step : step) + ";");
        WriteThrow(parameter, t, names);
        for (int i = 0; i < curve.Segments.Count; i++)
        {
            var segment = curve.Segments[i];
            if (i == curve.Opening)
                WriteWayBack(t, names);
            if (segment.End is null)
            {
                WriteSegment(segment, t, rateType, names);
                return;
            }

            using (writer.Braces("if (" + t + " < " + Code(segment.End, names) + ")"))
                WriteSegment(segment, t, rateType, names.Inside());
            writer.Line();
        }
    }

    /// <summary>A scalar as an expression. Values of shapes need statements and do not occur in conditions.</summary>
    private string Code(Scalar scalar, NameScope names)
    {
        var formula = new FormulaBuilder(names);
        return _printer.Print(formula.Scalar(scalar));
    }

    private void WriteThrow(string parameter, string t, NameScope names)
    {
        if (curve.AfterEnd is not { Kind: AfterEnd.Throw })
            return;
        using (writer.Braces("if (" + t + " > " + Code(curve.Length!, names) + ")"))
        {
            writer.Line("throw new global::System.ArgumentOutOfRangeException(" + GeneratedCode.NameOf(parameter) + ", " + parameter
                + ", \"The schedule has ended.\");");
        }

        writer.Line();
    }

    private void WriteWayBack(string t, NameScope names)
    {
        if (curve.AfterEnd is not { Kind: not AfterEnd.Throw } rule)
            return;
        var last = rule.Start + rule.EndTime;
        switch (rule.Kind)
        {
            case AfterEnd.Repeat:
                writer.Line("if (" + t + " >= " + Code(rule.Start + rule.Period, names) + ") " + t + " = "
                    + From(rule.Start, names, Local(rule, t, names) + " % " + Primary(rule.Period, names)) + ";");
                break;
            case AfterEnd.Oscillate:
                using (writer.Braces("if (" + t + " > " + Code(last, names) + ")"))
                {
                    var inside = names.Inside();
                    string wave = inside.Unique("wave"), back = inside.Unique("back");
                    writer.Line("double " + wave + " = " + Code(rule.EndTime * (Scalar)(Rational)2, names) + ";");
                    writer.Line("double " + back + " = " + Local(rule, t, names) + " % " + wave + ";");
                    writer.Line(t + " = " + From(rule.Start, names, "global::System.Math.Min(" + back + ", " + wave + " - " + back + ")") + ";");
                }

                break;
        }

        writer.Line();
    }

    private string Local(EndRule rule, string t, NameScope names) => rule.Start.IsZero ? t : "(" + t + " - " + Primary(rule.Start, names) + ")";

    private string From(Scalar start, NameScope names, string rest) => start.IsZero ? rest : Code(start, names) + " + " + rest;

    private string Primary(Scalar scalar, NameScope names) => scalar is BinaryScalar ? "(" + Code(scalar, names) + ")" : Code(scalar, names);

    private void WriteSegment(Segment segment, string t, RateType rateType, NameScope names)
    {
        var formula = new FormulaBuilder(names);
        var u = new Named(t, IsInvariant: false) - formula.Scalar(segment.Origin);
        Arithmetic local = segment.Shape is HoldShape ? u : formula.Let("u", u);
        var value = segment.Shape is { IsConstant: true, FoldsForAnyTime: true }
            ? segment.Shape.Fold(formula, new IntegerTime(local, Rational.Zero, null))
            : segment.Shape.Write(formula, local);
        var result = formula.Build(value);
        FormulaWriter.WriteReturn(writer, result, _printer, rateType);
    }
}
