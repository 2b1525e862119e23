using System.Numerics;
using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Emission;

/// <summary>The levels of a staircase, or of a table, as C#: which level a step is on, by integer arithmetic, and what the levels are worth.</summary>
internal static class StaircaseText
{
    private const int ValuesPerLine = 6;

    /// <summary>Whether the arithmetic of the level needs 64 bits.</summary>
    public static bool NeedsLong(Piece piece)
    {
        var steps = Steps(piece);
        return !steps.PerStep.IsOne || !steps.First.IsZero || piece.End is null || piece.End - piece.WholeOrigin > uint.MaxValue;
    }

    /// <summary>Whether every level has the same whole number of steps and begins at a whole step.</summary>
    public static bool IsRegular(Piece piece) => Steps(piece) is { PerStep.IsOne: true, First.IsZero: true };

    /// <summary>The steps of a regular level.</summary>
    public static BigInteger StepsOfLevel(Piece piece) => Steps(piece).Total;

    /// <summary>⌊(perStep · k + first) / total⌋ without overflow, where <paramref name="k"/> is the unsigned local step.</summary>
    public static string Level(Piece piece, string k)
    {
        var steps = Steps(piece);
        string total = NumberText.Integer(steps.Total), perStep = NumberText.Integer(steps.PerStep);
        if (IsRegular(piece))
            return steps.Total.IsOne ? k : k + " / " + total;
        if (steps.PerStep.IsOne && steps.First.Sign > 0)
            return "(" + k + " + " + NumberText.Integer(steps.First) + ") / " + total;
        // (total · q + r) · perStep = total · (q · perStep) + r · perStep, where only the last product has to be divided.
        string whole = k + " / " + total + " * " + perStep;
        string rest = k + " % " + total + " * " + perStep;
        return steps.First.Sign switch
        {
            0 => whole + " + " + rest + " / " + total,
            > 0 => whole + " + (" + rest + " + " + NumberText.Integer(steps.First) + ") / " + total,
            _ => whole + " + (" + rest + " + " + NumberText.Integer(steps.First + steps.Total) + ") / " + total + " - 1",
        };
    }

    /// <summary>
    /// The value of a level where the factor is a power of two: its exponent, with the rate's mantissa. Null for other factors.
    /// </summary>
    public static string? ByExponent(StaircaseShape staircase, string level)
    {
        var factor = staircase.Factor.Constant!.Value;
        if (!factor.Numerator.IsOne || !factor.Denominator.IsPowerOfTwo)
            return null;
        int halvings = Rational.BitLength(factor.Denominator) - 1;
        long bits = BitConverter.DoubleToInt64Bits(staircase.Rate.Constant!.Value.ToDouble());
        string shift = halvings == 1 ? level : "(" + level + " * " + NumberText.Integer(halvings) + ")";
        // Levels that are no normal numbers any more belong to another piece.
        return "global::System.BitConverter.Int64BitsToDouble(" + NumberText.Integer(bits) + " - ((long)" + shift + " << 52))";
    }

    /// <summary>How many levels a piece has; null where it has no end.</summary>
    public static BigInteger? LevelCount(Piece piece, StaircaseShape staircase) =>
        piece.End is { } end ? staircase.Progress.At(end - piece.Origin).Ceiling() : null;

    /// <summary>The first levels, each exact and rounded once.</summary>
    public static Table TableOf(Piece piece, StaircaseShape staircase, int longestFull, int beginning)
    {
        var count = LevelCount(piece, staircase);
        bool isComplete = count <= longestFull;
        int length = isComplete ? (int)count!.Value : beginning;
        return new Table([.. Enumerable.Range(0, length).Select(i => staircase.Level(i, Real.Precise).ToDouble())], isComplete);
    }

    /// <summary>Writes a table under a name; nothing is allocated for it.</summary>
    public static void WriteTable(SourceWriter writer, TargetFramework framework, string name, IReadOnlyList<double> values)
    {
        if (!framework.HasConstantSpans)
        {
            using (writer.Braces("static double " + name + "(int index)"))
                WriteSwitch(writer, "index", values, isComplete: true, value => "return " + value + ";");
            writer.Line();
            return;
        }

        // An array as the initial value of a span of constants becomes data in the image.
        writer.Line("global::System.ReadOnlySpan<double> " + name + " = new double[]");
        writer.Line("{");
        using (writer.Indented())
        {
            for (int i = 0; i < values.Count; i += ValuesPerLine)
                writer.Line(string.Join(", ", values.Skip(i).Take(ValuesPerLine).Select(NumberText.Literal)) + ",");
        }

        writer.Line("};");
    }

    /// <summary>An entry of such a table.</summary>
    public static string LookUp(TargetFramework framework, string name, string index) =>
        framework.HasConstantSpans ? name + "[(int)" + index + "]" : name + "((int)" + index + ")";

    /// <summary>A case for each value; the last is for all other numbers, too, where the values are complete.</summary>
    public static void WriteSwitch(SourceWriter writer, string number, IReadOnlyList<double> values, bool isComplete, Func<string, string> statement)
    {
        using (writer.Braces("switch (" + number + ")"))
        {
            for (int i = 0; i < values.Count; i++)
            {
                string label = isComplete && i == values.Count - 1 ? "default" : "case " + NumberText.Integer(i);
                writer.Line(label + ": " + statement(NumberText.Literal(values[i])));
            }
        }
    }

    private static IntegerProgress Steps(Piece piece) => ProgressOf(piece.Shape).Exactly(piece.Time(0.0));

    private static Progress ProgressOf(Shape shape) => shape is TableShape table ? table.Progress : ((StaircaseShape)shape).Progress;

    /// <summary>Values of levels from level 0 on.</summary>
    /// <param name="Values">The values.</param>
    /// <param name="IsComplete">Whether there are no more levels in the piece.</param>
    internal sealed record Table(IReadOnlyList<double> Values, bool IsComplete);
}
