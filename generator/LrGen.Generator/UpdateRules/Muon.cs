using LrGen.Generator.Curves;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using static LrGen.Generator.UpdateRules.UpdateFunctions;
using static LrGen.Generator.UpdateRules.UpdateProgram;
namespace LrGen.Generator.UpdateRules;

/// <summary>Momentum whose singular values are brought near 1.</summary>
internal sealed class Muon : UpdateRule
{
    private const string Primitives = "global::System.Numerics.Tensors.TensorPrimitives.";

    public override OptimizerKind Kind => OptimizerKind.Muon;

    public override UpdateProgram Lower(HyperparameterReader hyperparameters)
    {
        var momentum = hyperparameters.Decay("Momentum", 0.95, Quantity.Momentum);
        var weightDecay = hyperparameters.WeightDecay(0.1);
        bool isNesterov = hyperparameters.Flag("Nesterov", true);
        double a = Coefficient("CoefficientA", 3.4445), b = Coefficient("CoefficientB", -4.7750), c = Coefficient("CoefficientC", 2.0315);
        int iterations = (int)hyperparameters.Fixed("Iterations", 5, v => v is >= 1 and <= 99 && Math.Floor(v).Equals(v), "a whole number from 1 to 99");
        var epsilon = hyperparameters.Positive("Epsilon", 1e-7);
        var adjustment = hyperparameters.Option<MuonAdjustment>("Adjustment");
        hyperparameters.ReadGradientHandling();

        var program = new UpdateProgram(Name, hyperparameters) { NeedsMatrices = true, NeedsTensorPrimitives = true };
        var buffer = program.State("momentumBuffer");
        var scratch = new Scratch(
            program.State("direction", StateExtent.Scratch), program.State("nextDirection", StateExtent.Scratch),
            program.State("gram", StateExtent.ScratchSquare), program.State("polynomial", StateExtent.ScratchSquare));
        Named newShare = program.Constant("newShare", 1.0 - momentum.Local), smallest = program.Constant("epsilon", epsilon.Local);
        var step = program.Constant("step", adjustment == MuonAdjustment.Original
            ? Rate * Sqrt(Max(1.0, TensorWriter.Rows / TensorWriter.Columns))
            : Rate * 0.2 * Sqrt(Max(TensorWriter.Rows, TensorWriter.Columns)));
        var start = new UpdateSteps().Add(buffer, newShare * (Gradient - buffer))
            .Set(scratch.Direction, isNesterov ? buffer + newShare * (Gradient - buffer) : buffer);
        program.Formula.Add("b ← μ·b + (1 − μ)·g");
        program.Formula.Add(isNesterov ? "u = (1 − μ)·g + μ·b" : "u = b");
        program.Formula.Add("X = u ÷ max(‖u‖, ε)");
        program.Formula.Add(NumberText.Friendly((double)iterations) + " times, with G = X·Xᵀ: X ← "
            + NumberText.Friendly(a) + "·X + (" + NumberText.Friendly(b) + "·G + " + NumberText.Friendly(c) + "·G²)·X");
        program.ShrinkParameter(weightDecay);
        var orthogonal = new PassSpan("o", "x");
        program.Elements.Subtract(Parameter, step * orthogonal.Local);
        program.Formula.Add("p ← p − η·" + (adjustment == MuonAdjustment.Original ? "√max(1, rows ÷ columns)" : "0.2·√max(rows, columns)") + "·X");
        program.Whole = writer =>
        {
            writer.Pass(start, [buffer, scratch.Direction]);
            writer.Line();
            WriteOrthogonal(writer, scratch, smallest, (a, b, c), iterations);
            writer.Pass(program.Elements, [PassSpan.Parameters, orthogonal]);
        };
        return program;

        double Coefficient(string name, double byDefault) => hyperparameters.Fixed(name, byDefault, v => !double.IsNaN(v), "finite");
    }

    /// <summary>Writes the iteration of Newton and Schulz. Its result is <c>x</c>.</summary>
    private static void WriteOrthogonal(TensorWriter writer, Scratch scratch, Named smallest, (double A, double B, double C) coefficients, int iterations)
    {
        const string Transpose = "global::LrGen.CompilerServices.WholeTensor.Transpose<T>";
        writer.Line("global::System.Span<T> x = " + writer.Whole(scratch.Direction) + ", next = " + writer.Whole(scratch.Next) + ";");
        writer.Line("global::System.Span<T> gram = " + writer.Whole(scratch.Gram) + ", polynomial = " + writer.Whole(scratch.Polynomial) + ";");
        writer.Line("T norm = " + TensorWriter.Rounded(TensorWriter.Root(TensorWriter.SumOfSquares("x"))) + ";");
        writer.Line(Primitives + "Divide<T>(x, T.Max(norm, " + writer.Constant(smallest) + "), x);");
        // X·Xᵀ is smaller for the wide one of a matrix and its transpose.
        writer.Line("int rows = global::System.Math.Min(tensor.Rows, tensor.Columns), columns = global::System.Math.Max(tensor.Rows, tensor.Columns);");
        writer.Line("bool isTall = tensor.Rows > tensor.Columns;");
        using (writer.Braces("if (isTall)"))
        {
            writer.Line(Transpose + "(x, tensor.Rows, tensor.Columns, next);");
            writer.Line("x = next;");
            writer.Line("next = " + writer.Whole(scratch.Direction) + ";");
        }

        writer.Line();
        foreach (var (name, value) in new[] { ("a", coefficients.A), ("b", coefficients.B), ("c", coefficients.C) })
            writer.Line("T " + name + " = " + TensorWriter.Rounded(NumberText.Literal(value)) + ";");
        using (writer.Braces("for (int iteration = 0; iteration < " + NumberText.Integer(iterations) + "; iteration++)"))
        {
            WriteSymmetric(writer, "gram", "x", "columns", dot => dot);
            WriteSymmetric(writer, "polynomial", "gram", "rows", dot => "(b * gram[(row * rows) + column]) + (c * " + dot + ")");
            using (writer.Braces("for (int row = 0; row < rows; row++)"))
            {
                writer.Line("var sum = next.Slice(row * columns, columns);");
                writer.Line(Primitives + "Multiply<T>(x.Slice(row * columns, columns), a, sum);");
                using (writer.Braces("for (int column = 0; column < rows; column++)"))
                    writer.Line(Primitives + "MultiplyAdd<T>(x.Slice(column * columns, columns), polynomial[(row * rows) + column], sum, sum);");
            }

            writer.Line();
            writer.Line("var previous = x;");
            writer.Line("x = next;");
            writer.Line("next = previous;");
        }

        writer.Line();
        using (writer.Braces("if (isTall)"))
        {
            writer.Line(Transpose + "(x, rows, columns, next);");
            writer.Line("x = next;");
        }

        writer.Line();
    }

    /// <summary>Writes a product M·Mᵀ; below the diagonal it is worked out, above mirrored.</summary>
    private static void WriteSymmetric(TensorWriter writer, string target, string source, string length, Func<string, string> entry)
    {
        string dot = Primitives + "Dot<T>(" + source + ".Slice(row * " + length + ", " + length + "), "
            + source + ".Slice(column * " + length + ", " + length + "))";
        using (writer.Braces("for (int row = 0; row < rows; row++)"))
        {
            using (writer.Braces("for (int column = 0; column <= row; column++)"))
            {
                writer.Line("T product = " + entry(dot) + ";");
                writer.Line(target + "[(row * rows) + column] = product;");
                writer.Line(target + "[(column * rows) + row] = product;");
            }
        }

        writer.Line();
    }

    /// <summary>Arrays that keep nothing from one update to the next.</summary>
    private sealed record Scratch(Named Direction, Named Next, Named Gram, Named Polynomial);
}

/// <summary>The runtime's <c>MuonAdjustment</c> by value.</summary>
internal enum MuonAdjustment
{
    Original,
    MatchRmsAdamW,
}
