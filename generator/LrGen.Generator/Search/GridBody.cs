using System.Numerics;
using LrGen.Generator.Declarations;
using LrGen.Generator.Emission;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Search;

/// <summary>Writes the body of <c>Grid(long index)</c>.</summary>
internal sealed class GridBody(SourceWriter writer, EquatableArray<DimensionModel> dimensions, GridLayout layout, string self)
{
    private readonly DimensionLocals _locals = new(dimensions);

    public void Write()
    {
        var count = layout.Size.Count;
        writer.Line("if ((ulong)index >= " + NumberText.Integer(count) + "UL)");
        using (writer.Indented())
        {
            writer.Line("throw new global::System.ArgumentOutOfRangeException(\"index\", index, \"The grid has "
                + NumberText.Integer(count) + " trials, from 0 on.\");");
        }

        WriteCases();
        // The last parameter changes fastest.
        for (int i = dimensions.Count - 1; i >= 0; i--)
            WriteDimension(i);
        writer.Line("return new " + self + "(" + _locals.Arguments + ");");
    }

    /// <summary>Which values the parameters have that others depend on; what is left of the index counts inside the case.</summary>
    private void WriteCases()
    {
        if (layout.Parents.Count == 0)
            return;
        writer.Line("int " + string.Join(", ", layout.Parents.Select(_locals.Choice)) + ";");
        BigInteger start = 0, total = layout.Size.Count;
        string keyword = "if";
        foreach (var (choices, count) in layout.Cases())
        {
            var end = start + count;
            string header = end < total ? keyword + " (index < " + NumberText.Integer(end) + "L)" : keyword == "if" ? string.Empty : "else";
            using (writer.Braces(header))
            {
                for (int i = 0; i < choices.Length; i++)
                    writer.Line(_locals.Choice(layout.Parents[i]) + " = " + NumberText.Integer(choices[i]) + ";");
                if (!start.IsZero)
                    writer.Line("index -= " + NumberText.Integer(start) + "L;");
            }

            (start, keyword) = (end, "else if");
        }
    }

    private void WriteDimension(int i)
    {
        var dimension = dimensions[i];
        string local = _locals.Value(i);
        if (layout.Parents.Contains(i))
        {
            writer.Line(dimension.Type + " " + local + " = " + DimensionLocals.Chosen(dimension, _locals.Choice(i)) + ";");
            return;
        }

        string points = NumberText.Integer(dimension.Points) + "L";
        if (dimension.Parent < 0)
        {
            writer.Line(dimension.Type + " " + local + " = " + At(dimension, "index % " + points) + ";");
            writer.Line("index /= " + points + ";");
            return;
        }

        writer.Line(dimension.Type + " " + local + " = " + dimension.Default + ";");
        using (writer.Braces("if (" + _locals.Condition(dimension) + ")"))
        {
            writer.Line(local + " = " + At(dimension, "index % " + points) + ";");
            writer.Line("index /= " + points + ";");
        }
    }

    private static string At(DimensionModel dimension, string index) => dimension.Kind switch
    {
        DimensionKind.Choice => DimensionLocals.Chosen(dimension, index),
        DimensionKind.IntegerRange => DimensionLocals.Integer(dimension, "(" + index + ")"),
        _ => "(" + index + ") switch { " + string.Join(", ", Levels(dimension)) + " }",
    };

    private static IEnumerable<string> Levels(DimensionModel dimension)
    {
        string cast = dimension.Type == "float" ? "(float)" : string.Empty;
        Rational low = Rational.SimplestFor(dimension.Low), high = Rational.SimplestFor(dimension.High);
        long last = dimension.Points - 1;
        for (long i = 0; i <= last; i++)
        {
            var share = new Rational(i, last);
            // The ends are what the user wrote, whatever their fractions are.
            double value = i == 0 ? dimension.Low : i == last ? dimension.High
                : (dimension.Kind == DimensionKind.LogUniform ? low * Real.Pow(high / low, share, Real.Quick) : low + (high - low) * share).ToDouble();
            yield return (i == last ? "_" : NumberText.Integer(i)) + " => " + cast + NumberText.Literal(value);
        }
    }
}
