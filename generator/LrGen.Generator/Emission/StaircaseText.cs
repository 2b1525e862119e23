using System.Numerics;
using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Emission;

/// <summary>The levels of a staircase as C#: which level a step is on, by integer arithmetic, and what the levels are worth.</summary>
internal static class StaircaseText
{
    private const int ValuesPerLine = 6;

    /// <summary>Whether the arithmetic of the level needs 64 bits.</summary>
    public static bool IsWide(Piece piece, bool stepIsWide)
    {
        var steps = Steps(piece);
        return stepIsWide || !steps.PerStep.IsOne || !steps.First.IsZero || steps.Total > uint.MaxValue;
    }

    /// <summary>Whether every level has the same whole number of steps and begins at a whole step.</summary>
    public static bool IsRegular(Piece piece) => Steps(piece) is { PerStep.IsOne: true, First.IsZero: true };

    /// <summary>⌊(perStep · k + first) / total⌋ without overflow, where <paramref name="k"/> is the unsigned local step.</summary>
    public static string Level(Piece piece, StaircaseShape staircase, string k)
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

    /// <summary>The value of a level that no table holds.</summary>
    public static string Tail(StaircaseShape staircase, string level) =>
        NumberText.Literal(staircase.Rate.Constant!.Value.ToDouble()) + " * global::System.Math.Pow("
            + NumberText.Literal(staircase.Factor.Constant!.Value.ToDouble()) + ", " + level + ")";

    /// <summary>The first levels, each exact and rounded once.</summary>
    public static Table TableOf(Piece piece, StaircaseShape staircase, int longestFull, int beginning)
    {
        BigInteger? count = piece.End is { } end ? staircase.Progress.At(end - piece.Origin).Ceiling() : null;
        bool isComplete = count <= longestFull;
        int length = isComplete ? (int)count!.Value : beginning;
        return new Table([.. Enumerable.Range(0, length).Select(i => staircase.Level(i, Real.Precise).ToDouble())], isComplete);
    }

    public static void WriteTable(SourceWriter writer, string name, Table table)
    {
        // An array as the initial value of a span of constants becomes data in the image; nothing is allocated.
        writer.Line("global::System.ReadOnlySpan<double> " + name + " = new double[]");
        writer.Line("{");
        using (writer.Indented())
        {
            for (int i = 0; i < table.Values.Count; i += ValuesPerLine)
                writer.Line(string.Join(", ", table.Values.Skip(i).Take(ValuesPerLine).Select(NumberText.Literal)) + ",");
        }

        writer.Line("};");
    }

    private static IntegerProgress Steps(Piece piece) => ((StaircaseShape)piece.Shape).Progress.Exactly(piece.Time(0.0));

    /// <summary>Values of levels from level 0 on.</summary>
    /// <param name="Values">The values.</param>
    /// <param name="IsComplete">Whether there are no more levels in the piece.</param>
    internal sealed record Table(IReadOnlyList<double> Values, bool IsComplete);
}
