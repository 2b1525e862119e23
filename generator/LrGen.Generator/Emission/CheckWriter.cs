using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Emission;

/// <summary>Writes the checks of values that are known at run time.</summary>
internal sealed class CheckWriter(SourceWriter writer, IReadOnlyList<RuntimeCheck> checks, TargetFramework framework)
{
    private const string MostReports = "2147483646.0";

    private readonly ScalarPrinter _printer = new(framework);

    /// <summary>
    /// One branch that is never taken in a sound training; behind it, the first check that fails gives the exception.
    /// </summary>
    public void Write(NameScope names)
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
                    writer.Line("throw new global::System.ArgumentOutOfRangeException(" + GeneratedCode.NameOf(name) + ", " + name + ", \"" + Message(check) + "\");");
                }
            }
        }

        writer.Line();
    }

    private static string Message(RuntimeCheck check)
    {
        string subject = "[" + check.Attribute + "] '" + check.Argument + "'";
        // What is calculated from it stands there, too: 10 steps are enough, but not with a share of 0.1.
        if (check.Value is not ArgumentScalar && check.Kind is not (CheckKind.AtLeast or CheckKind.AtMost))
            subject += ": " + Text.Of(check.Value);
        if (check.UnlessZero is { } length)
            subject += Text.Of(length) == Text.Of(check.Value) ? ", unless it is 0," : ", unless " + Text.Of(length) + " is 0,";
        return check.Kind switch
        {
            CheckKind.Positive => subject + " has to be above 0 and finite.",
            CheckKind.NotNegative => subject + " has to be 0 or above and finite.",
            CheckKind.AboveOne => subject + " has to be above 1 and finite.",
            CheckKind.BelowOne => subject + " has to be from 0 to below 1.",
            CheckKind.AtLeastOne => subject + " has to be 1 or above and finite.",
            CheckKind.Finite => subject + " has to be finite.",
            CheckKind.Count => subject + " has to be a whole number from 0 to 2,147,483,646.",
            CheckKind.PositiveCount => subject + " has to be a whole number from 1 to 2,147,483,646.",
            CheckKind.AtLeast => subject + " has to be at least the rate that it starts from.",
            _ => subject + " has to be at most the rate that it starts from.",
        };
    }

    private string Condition(RuntimeCheck check, NameScope names) => check.UnlessZero is { } length
        ? "(" + Holds(check, names) + " | " + Code(length, names) + " == 0.0)"
        : Holds(check, names);

    private string Holds(RuntimeCheck check, NameScope names)
    {
        // A comparison with NaN is false, so each condition says what has to hold.
        string value = Code(check.Value, names);
        if (check.Value is ArgumentScalar { IsInteger: true } && check.Kind is CheckKind.Positive or CheckKind.AboveOne or CheckKind.NotNegative
            or CheckKind.Count or CheckKind.PositiveCount)
        {
            return DeclarationParser.Escape(check.RuntimeName) + check.Kind switch
            {
                CheckKind.Positive => " > 0",
                CheckKind.AboveOne => " > 1",
                CheckKind.Count => " >= 0 & " + value + " <= " + MostReports,
                CheckKind.PositiveCount => " > 0 & " + value + " <= " + MostReports,
                _ => " >= 0",
            };
        }

        return check.Kind switch
        {
            CheckKind.Positive => value + " > 0.0 & " + value + " <= double.MaxValue",
            CheckKind.NotNegative => value + " >= 0.0 & " + value + " <= double.MaxValue",
            CheckKind.AboveOne => value + " > 1.0 & " + value + " <= double.MaxValue",
            CheckKind.BelowOne => value + " >= 0.0 & " + value + " < 1.0",
            CheckKind.AtLeastOne => value + " >= 1.0 & " + value + " <= double.MaxValue",
            CheckKind.Finite => value + " >= double.MinValue & " + value + " <= double.MaxValue",
            CheckKind.Count or CheckKind.PositiveCount => value + (check.Kind == CheckKind.Count ? " >= 0.0 & " : " >= 1.0 & ") + value + " <= " + MostReports
                + " & " + value + " == global::System.Math.Floor(" + value + ")",
            CheckKind.AtLeast => value + " >= " + Code(check.Bound!, names) + " & " + value + " <= double.MaxValue",
            _ => value + " <= " + Code(check.Bound!, names),
        };
    }

    private string Code(Scalar scalar, NameScope names) => _printer.Print(new FormulaBuilder(names).Scalar(scalar));
}
