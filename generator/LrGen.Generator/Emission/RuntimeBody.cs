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
        WriteChecks(names);
        bool isSigned = stepType is not (StepType.UInt32 or StepType.UInt64 or StepType.NativeUInt);
        string t = names.Unique("t");
        writer.Line("double " + t + " = " + (isSigned ? parameter + " < 0 ? 0.0 : " + parameter : parameter) + ";");
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

    /// <summary>
    /// One branch that is never taken in a sound training; behind it, the first check that fails gives the exception.
    /// </summary>
    public void WriteChecks(NameScope names)
    {
        if (checks.Count == 0)
            return;
        var conditions = checks.Select(c => Condition(c, names)).Distinct().ToList();
        using (writer.Braces("if (!(" + string.Join(" & ", conditions) + "))"))
        {
            foreach (var check in checks.GroupBy(c => Condition(c, names)).Select(g => g.First()))
            {
                string name = DeclarationParser.Escape(check.RuntimeName);
                writer.Line("if (!(" + Condition(check, names) + "))");
                using (writer.Indented())
                {
                    writer.Line("throw new global::System.ArgumentOutOfRangeException(nameof(" + name + "), " + name + ", \"" + Message(check) + "\");");
                }
            }
        }

        writer.Line();
    }

    private static string Message(RuntimeCheck check)
    {
        string subject = "[" + check.Attribute + "] '" + check.Argument + "'";
        return check.Kind switch
        {
            CheckKind.Positive => subject + " has to be above 0 and finite.",
            CheckKind.NotNegative => subject + " has to be 0 or above and finite.",
            CheckKind.AboveOne => subject + " has to be above 1 and finite.",
            CheckKind.BelowOne => subject + " has to be from 0 to below 1.",
            CheckKind.AtLeastOne => subject + " has to be 1 or above and finite.",
            CheckKind.Finite => subject + " has to be finite.",
            _ => subject + " has to be at most the rate that it starts from.",
        };
    }

    private string Condition(RuntimeCheck check, NameScope names)
    {
        // A comparison with NaN is false, so each condition says what has to hold.
        string value = Code(check.Value, names);
        if (check.Value is ArgumentScalar { IsInteger: true } && check.Kind is CheckKind.Positive or CheckKind.AboveOne or CheckKind.NotNegative)
            return DeclarationParser.Escape(check.RuntimeName) + (check.Kind == CheckKind.Positive ? " > 0" : check.Kind == CheckKind.AboveOne ? " > 1" : " >= 0");
        return check.Kind switch
        {
            CheckKind.Positive => value + " > 0.0 & " + value + " <= double.MaxValue",
            CheckKind.NotNegative => value + " >= 0.0 & " + value + " <= double.MaxValue",
            CheckKind.AboveOne => value + " > 1.0 & " + value + " <= double.MaxValue",
            CheckKind.BelowOne => value + " >= 0.0 & " + value + " < 1.0",
            CheckKind.AtLeastOne => value + " >= 1.0 & " + value + " <= double.MaxValue",
            CheckKind.Finite => value + " >= double.MinValue & " + value + " <= double.MaxValue",
            _ => value + " <= " + Code(check.Bound!, names),
        };
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
            writer.Line("throw new global::System.ArgumentOutOfRangeException(nameof(" + parameter + "), " + parameter
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
