using LrGen.Generator.Curves;
using LrGen.Generator.Schedules;
using static LrGen.Generator.UpdateRules.UpdateFunctions;
using static LrGen.Generator.UpdateRules.UpdateProgram;
namespace LrGen.Generator.UpdateRules;

/// <summary>Steps divided by means of squares of rows and columns.</summary>
internal sealed class Adafactor : UpdateRule
{
    public override OptimizerKind Kind => OptimizerKind.Adafactor;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        double power = hyperparameters.Fixed("Beta2Decay", -0.8, v => v <= 0, "0 or below");
        bool hasEpsilon = hyperparameters.IsGiven("Epsilon1");
        var epsilon1 = hyperparameters.NotNegative("Epsilon1", 0);
        var epsilon2 = hyperparameters.NotNegative("Epsilon2", 1e-3);
        var threshold = hyperparameters.Positive("ClippingThreshold", 1);
        var weightDecay = hyperparameters.WeightDecay(0);
        hyperparameters.ReadGradientHandling();

        var program = new UpdateProgram(Name, hyperparameters);
        var arrays = new Arrays(
            program.State("rowMean", StateExtent.Row), program.State("columnMean", StateExtent.Column),
            program.State("secondMoment", StateExtent.VectorElement), program.State("direction", StateExtent.Scratch));
        var share = program.Constant("share", Pow(Count, power));
        var relative = program.Constant("relative", Min(Rate, 1.0 / Sqrt(Count)));
        Named least = program.Constant("least", epsilon1.Local), smallest = program.Constant("smallest", epsilon2.Local);
        var limit = program.Constant("threshold", threshold.Local);
        program.Formula.Add("ρ = min(η, 1 ÷ √t)");
        program.Formula.Add("α = max(ε₂, rms(p))·ρ");
        program.ShrinkParameter(weightDecay);
        program.Formula.Add("R, C ← means of g² by rows and columns, new ones with the share t^" + Numerics.NumberText.Friendly(power));
        program.Formula.Add("v = R·C ÷ max(mean(R), ε₁), or for vectors the mean of g²");
        program.Formula.Add("u = g ÷ √max(v, ε₁²)");
        program.Formula.Add("p ← p − α·u ÷ max(1, rms(u) ÷ d)");
        var step = new PassValue("step", "scaled");
        program.Elements.Subtract(Parameter, step.Local * arrays.Direction);
        program.Whole = writer =>
        {
            // The size is that of the tensor before its decay.
            writer.Line("double size = " + TensorWriter.Root(TensorWriter.SumOfSquares("tensor.Parameters") + " / tensor.Parameters.Length") + ";");
            writer.Line("double least = " + (hasEpsilon ? writer.Number(least) : "double.CreateTruncating(T.BitIncrement(T.One) - T.One)") + ";");
            writer.Line("T floor = " + TensorWriter.Rounded("least * least") + ";");
            writer.Line("global::System.Span<T> update = " + writer.Whole(arrays.Direction) + ";");
            var floor = new PassValue("smallestSquare", "floor");
            using (writer.Braces("if (tensor.IsVector)"))
            {
                var mean = arrays.OfVector;
                writer.Pass(
                    new UpdateSteps().Add(mean, share * (Gradient * Gradient - mean)).Set(arrays.Direction, Gradient / Sqrt(Max(floor.Local, mean))),
                    [mean, arrays.Direction], floor);
            }

            using (writer.Braces("else"))
                WriteMatrices(writer, arrays, share, floor);
            writer.Line();
            writer.Line("double extent = " + TensorWriter.Root(TensorWriter.SumOfSquares("update") + " / update.Length") + ";");
            writer.Line("double reach = global::System.Math.Max(" + writer.Number(smallest) + ", size) * " + writer.Number(relative) + ";");
            writer.Line("T scaled = " + TensorWriter.Rounded("reach / global::System.Math.Max(1.0, extent / " + writer.Number(limit) + ")") + ";");
            writer.Pass(program.Elements, [arrays.Direction], step);
        };
        return program;
    }

    private static void WriteMatrices(TensorWriter writer, Arrays arrays, Named share, PassValue floor)
    {
        writer.Pass(new UpdateSteps().Set(arrays.Direction, Gradient), [arrays.Direction]);
        writer.Line();
        writer.Line("int rows = tensor.Rows, columns = tensor.Columns;");
        writer.Line("T shareOfRow = " + TensorWriter.Rounded(writer.Number(share) + " / rows") + ";");
        PassSpan ofColumns = new("c", "ofColumns"), ofRow = new("u", "values");
        Named c = ofColumns.Local, u = ofRow.Local;
        using (writer.Braces("for (int matrix = 0; matrix < tensor.Matrices; matrix++)"))
        {
            writer.Line("var ofRows = " + writer.Whole(arrays.OfRows) + ".Slice(matrix * rows, rows);");
            writer.Line("var ofColumns = " + writer.Whole(arrays.OfColumns) + ".Slice(matrix * columns, columns);");
            writer.Line("var numbers = update.Slice(matrix * rows * columns, rows * columns);");
            var remaining = new PassValue("remaining", "T.One - " + writer.Constant(share));
            writer.Pass(new UpdateSteps().Multiply(c, remaining.Local), [ofColumns], remaining);
            writer.Line();
            writer.Line("double total = 0.0;");
            using (writer.Braces("for (int row = 0; row < rows; row++)"))
            {
                writer.Line("var values = numbers.Slice(row * columns, columns);");
                writer.Line("T mean = " + TensorWriter.Rounded(TensorWriter.SumOfSquares("values") + " / columns") + ";");
                writer.Line("ofRows[row] += " + writer.Constant(share) + " * (mean - ofRows[row]);");
                writer.Line("total += double.CreateTruncating(ofRows[row]);");
                var added = new PassValue("added", "shareOfRow");
                writer.Pass(new UpdateSteps().Add(c, added.Local * u * u), [ofColumns, ofRow], added);
            }

            writer.Line();
            writer.Line("T ofMatrix = " + TensorWriter.Rounded("global::System.Math.Max(total / rows, least)") + ";");
            using (writer.Braces("for (int row = 0; row < rows; row++)"))
            {
                writer.Line("T factor = ofRows[row] / ofMatrix;");
                writer.Line("var values = numbers.Slice(row * columns, columns);");
                var factor = new PassValue("ofRow", "factor");
                writer.Pass(new UpdateSteps().Divide(u, Sqrt(Max(floor.Local, factor.Local * c))), [ofRow, ofColumns], factor, floor);
            }
        }
    }

    /// <summary>The state, and the direction before it is scaled.</summary>
    private sealed record Arrays(Named OfRows, Named OfColumns, Named OfVector, Named Direction);
}
