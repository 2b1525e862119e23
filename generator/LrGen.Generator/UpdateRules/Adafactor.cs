using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>Steps divided by means of squares of rows and columns.</summary>
internal sealed class Adafactor : UpdateRule
{
    private const string OfRows = "rowMean";

    private const string OfColumns = "columnMean";

    private const string OfVector = "secondMoment";

    private const string Direction = "direction";

    public override OptimizerKind Kind => OptimizerKind.Adafactor;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        double power = hyperparameters.Fixed("Beta2Decay", -0.8, v => v <= 0, "0 or below");
        bool hasEpsilon = hyperparameters.IsGiven("Epsilon1");
        var epsilon1 = hyperparameters.NotNegative("Epsilon1", 0);
        var epsilon2 = hyperparameters.NotNegative("Epsilon2", 1e-3);
        var threshold = hyperparameters.Positive("ClippingThreshold", 1);
        var weightDecay = hyperparameters.WeightDecay(0);
        hyperparameters.ReadGradientRules();

        var program = new UpdateProgram(Name, hyperparameters);
        program.State(OfRows, StateExtent.Row);
        program.State(OfColumns, StateExtent.Column);
        program.State(OfVector, StateExtent.VectorElement);
        program.State(Direction, StateExtent.Scratch);
        program.Constant("share", "global::System.Math.Pow(count, " + Numerics.NumberText.Literal(power) + ")");
        program.Constant("relative", "global::System.Math.Min(rate, 1.0 / " + TensorWriter.Root("count") + ")");
        program.Constant("least", epsilon1.Name);
        program.Constant("smallest", epsilon2.Name);
        program.Constant("threshold", threshold.Name);
        program.Formula.Add("ρ = min(η, 1 ÷ √t)");
        program.Formula.Add("α = max(ε₂, rms(p))·ρ");
        program.ShrinkParameter(weightDecay);
        program.Formula.Add("R, C ← means of g² by rows and columns, new ones with the share t^" + Numerics.NumberText.Friendly(power));
        program.Formula.Add("v = R·C ÷ max(mean(R), ε₁), or for vectors the mean of g²");
        program.Formula.Add("u = g ÷ √max(v, ε₁²)");
        program.Formula.Add("p ← p − α·u ÷ max(1, rms(u) ÷ d)");
        program.Elements.Add("p -= step * " + Direction + ";");
        program.Whole = writer =>
        {
            // The size is that of the tensor before its decay.
            writer.Line("double size = " + TensorWriter.Root(TensorWriter.SumOfSquares("tensor.Parameters") + " / tensor.Parameters.Length") + ";");
            writer.Line("double least = " + (hasEpsilon ? writer.Number("least") : "double.CreateTruncating(T.BitIncrement(T.One) - T.One)") + ";");
            writer.Line("T floor = " + TensorWriter.Rounded("least * least") + ";");
            writer.Line("global::System.Span<T> update = " + writer.Whole(Direction) + ";");
            using (writer.Braces("if (tensor.IsVector)"))
            {
                writer.Pass(
                    [OfVector + " += share * ((g * g) - " + OfVector + ");", Direction + " = g / " + Lane.Sqrt(Lane.Max("smallestSquare", OfVector)) + ";"],
                    [OfVector, Direction], ("smallestSquare", "floor"));
            }

            using (writer.Braces("else"))
                WriteMatrices(writer);
            writer.Line();
            writer.Line("double extent = " + TensorWriter.Root(TensorWriter.SumOfSquares("update") + " / update.Length") + ";");
            writer.Line("double reach = global::System.Math.Max(" + writer.Number("smallest") + ", size) * " + writer.Number("relative") + ";");
            writer.Line("T scaled = " + TensorWriter.Rounded("reach / global::System.Math.Max(1.0, extent / " + writer.Number("threshold") + ")") + ";");
            writer.Pass(program.Elements, [Direction], ("step", "scaled"));
        };
        return program;
    }

    private static void WriteMatrices(TensorWriter writer)
    {
        writer.Pass([Direction + " = g;"], [Direction]);
        writer.Line();
        writer.Line("int rows = tensor.Rows, columns = tensor.Columns;");
        writer.Line("T shareOfRow = " + TensorWriter.Rounded(writer.Number("share") + " / rows") + ";");
        using (writer.Braces("for (int matrix = 0; matrix < tensor.Matrices; matrix++)"))
        {
            writer.Line("var ofRows = " + writer.Whole(OfRows) + ".Slice(matrix * rows, rows);");
            writer.Line("var ofColumns = " + writer.Whole(OfColumns) + ".Slice(matrix * columns, columns);");
            writer.Line("var numbers = update.Slice(matrix * rows * columns, rows * columns);");
            writer.Pass(["c *= remaining;"], [("c", "ofColumns")], ("remaining", "T.One - " + writer.Constant("share")));
            writer.Line();
            writer.Line("double total = 0.0;");
            using (writer.Braces("for (int row = 0; row < rows; row++)"))
            {
                writer.Line("var values = numbers.Slice(row * columns, columns);");
                writer.Line("T mean = " + TensorWriter.Rounded(TensorWriter.SumOfSquares("values") + " / columns") + ";");
                writer.Line("ofRows[row] += " + writer.Constant("share") + " * (mean - ofRows[row]);");
                writer.Line("total += double.CreateTruncating(ofRows[row]);");
                writer.Pass(["c += added * u * u;"], [("c", "ofColumns"), ("u", "values")], ("added", "shareOfRow"));
            }

            writer.Line();
            writer.Line("T ofMatrix = " + TensorWriter.Rounded("global::System.Math.Max(total / rows, least)") + ";");
            using (writer.Braces("for (int row = 0; row < rows; row++)"))
            {
                writer.Line("T factor = ofRows[row] / ofMatrix;");
                writer.Line("var values = numbers.Slice(row * columns, columns);");
                writer.Pass(
                    ["u /= " + Lane.Sqrt(Lane.Max("smallestSquare", "ofRow * c")) + ";"], [("u", "values"), ("c", "ofColumns")],
                    ("ofRow", "factor"), ("smallestSquare", "floor"));
            }
        }
    }
}
