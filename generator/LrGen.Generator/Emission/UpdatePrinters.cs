using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.UpdateRules;

namespace LrGen.Generator.Emission;

/// <summary>The numbers of an update that hold for all parameters of a tensor, in double.</summary>
internal sealed class PreparationPrinter(TargetFramework framework) : ScalarPrinter(framework)
{
    protected override bool ShowsPrecedence => true;
}

/// <summary>
/// The update of one parameter: the same text for vectors and for numbers, whose operators and functions mean the same. A number that is known is
/// a constant of the program, which each of them spreads over its lanes.
/// </summary>
internal sealed class LanePrinter(TargetFramework framework) : ArithmeticPrinter(framework)
{
    private const string Library = "global::LrGen.CompilerServices.Lanes.";

    protected override bool ShowsPrecedence => true;

    protected override string Number(double value) => throw Unsupported("a number is a constant of the program");

    protected override string Name(Named named) => named.Code;

    protected override string Function(MathFunction function, string arguments) => Library + function + "(" + arguments + ")";

    protected override string Fuse(string a, string b, string c) => throw Unsupported("updates are rounded after each operation");

    protected override string Choose(string left, string right, string then, string otherwise) => throw Unsupported("lanes have no branches");

    protected override string Scale(string value, string rounded) => throw Unsupported("powers of two are not scaled by");

    private static InvalidOperationException Unsupported(string why) => new("In the update of a parameter " + why + ".");
}

/// <summary>Statements of an update as C#.</summary>
internal static class StatementText
{
    /// <param name="step">The statement.</param>
    /// <param name="printer">What prints its value.</param>
    /// <param name="type">The type of a new local variable.</param>
    public static string Of(Assignment step, ArithmeticPrinter printer, string type) =>
        (step.Declares ? type + " " : string.Empty) + step.Target.Code + " " + step.Operator + "= " + printer.Print(step.Value) + ";";
}
