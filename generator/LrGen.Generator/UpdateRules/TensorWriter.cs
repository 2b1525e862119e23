using LrGen.Generator.Curves;
using LrGen.Generator.Emission;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.UpdateRules;

/// <summary>Writes the method of a generated rule that updates parameters and state.</summary>
internal sealed class TensorWriter(SourceWriter writer, UpdateProgram program, LanePrinter printer)
{
    private const string Vector = "global::System.Numerics.Vector";

    private const string Widest = "global::System.Runtime.Intrinsics.Vector512";

    private const string Marshal = "global::System.Runtime.InteropServices.MemoryMarshal";

    /// <summary>Writes a line.</summary>
    public void Line(string text = "") => writer.Line(text);

    /// <summary>Opens a brace.</summary>
    public SourceWriter.Block Braces(string header = "") => writer.Braces(header);

    /// <summary>Writes the body of <c>Apply</c>.</summary>
    public void Write()
    {
        if (program.Starts.Count > 0)
        {
            using (writer.Braces("if (tensor.IsFirst)"))
            {
                foreach (var start in program.Starts)
                    writer.Line(start.Fill is { } fill ? State(start.State) + ".Fill(" + Constant(fill) + ");" : "tensor.Parameters.CopyTo(" + State(start.State) + ");");
            }

            writer.Line();
        }

        if (program.Whole is { } whole)
        {
            whole(this);
            return;
        }

        Loop(program.Elements, [PassSpan.Parameters, .. program.States.Select(s => SpanOf(s.Local))], []);
    }

    /// <summary>Writes one pass over the parameters, for rules that look at a whole tensor, with names of its own.</summary>
    /// <param name="steps">The update of one parameter.</param>
    /// <param name="states">The arrays that it reads or writes.</param>
    /// <param name="values">Further numbers of type T that it knows.</param>
    public void Pass(UpdateSteps steps, IReadOnlyList<Named> states, params PassValue[] values) =>
        Pass(steps, [PassSpan.Parameters, .. states.Select(SpanOf)], values);

    /// <summary>The same over arrays that need not be those of the tensor: a row of it, a matrix of scratch.</summary>
    /// <param name="steps">What is done to one number.</param>
    /// <param name="spans">The arrays, as long as the first.</param>
    /// <param name="values">Further numbers of type T.</param>
    public void Pass(UpdateSteps steps, IReadOnlyList<PassSpan> spans, params PassValue[] values)
    {
        using (writer.Braces())
            Loop(steps, spans, values);
    }

    /// <summary>Writes one pass over arrays: first as many as vectors hold, then the rest one by one, with the same bits.</summary>
    private void Loop(UpdateSteps update, IReadOnlyList<PassSpan> spans, IReadOnlyList<PassValue> values)
    {
        bool usesGradient = update.Mentions(UpdateProgram.Gradient);
        UpdateSteps steps = usesGradient ? [.. Scaling(), .. update] : update;
        var constants = Known(values).Where(c => steps.Mentions(c.Local)).Select(c => (Name: c.Local.Code, c.Code)).ToList();
        var arrays = spans.Where(s => steps.Mentions(s.Local)).ToList();
        if (usesGradient)
            arrays.Insert(arrays.FindIndex(a => a.Local == UpdateProgram.Parameter) + 1, PassSpan.Gradients);
        var written = arrays.Where(a => a != PassSpan.Gradients && steps.Changes(a.Local)).ToList();

        foreach (var array in arrays)
            writer.Line("ref T " + array.Reference + " = ref " + Marshal + ".GetReference(" + array.Code + ");");
        writer.Line("int length = " + spans[0].Code + ".Length;");
        writer.Line("int i = 0;");
        // The widest vectors by name, since Vector<T> has at most 256 bits unless the runtime is told otherwise.
        using (writer.Braces("if (" + Widest + ".IsHardwareAccelerated)"))
        {
            foreach (var (name, code) in constants)
                writer.Line("var " + name + " = " + Widest + ".Create(" + code + ");");
            Vectors(Widest);
        }

        writer.Line();
        using (writer.Braces())
        {
            foreach (var (name, code) in constants)
                writer.Line("var " + name + " = new " + Vector + "<T>(" + code + ");");
            Vectors(Vector);
        }

        writer.Line();
        using (writer.Braces())
        {
            foreach (var (name, code) in constants)
                writer.Line("T " + name + " = " + code + ";");
            using (writer.Braces("for (; i < length; i++)"))
            {
                foreach (var array in arrays)
                    writer.Line("T " + array.Local.Code + " = " + Element(array.Reference) + ";");
                Body(steps);
                foreach (var array in written)
                    writer.Line(Element(array.Reference) + " = " + array.Local.Code + ";");
            }
        }

        void Vectors(string type)
        {
            using (writer.Braces("for (; i <= length - " + type + "<T>.Count; i += " + type + "<T>.Count)"))
            {
                foreach (var array in arrays)
                    writer.Line("var " + array.Local.Code + " = " + type + ".LoadUnsafe(ref " + array.Reference + ", (nuint)i);");
                Body(steps);
                foreach (var array in written)
                    writer.Line(type + ".StoreUnsafe(" + array.Local.Code + ", ref " + array.Reference + ", (nuint)i);");
            }
        }
    }

    private static string Element(string reference) => "global::System.Runtime.CompilerServices.Unsafe.Add(ref " + reference + ", i)";

    /// <summary>The rows of a tensor, in what is worked out for it.</summary>
    public static Named Rows { get; } = new("(double)step.Rows", IsInvariant: true);

    /// <summary>The columns of a tensor.</summary>
    public static Named Columns { get; } = new("step.Columns", IsInvariant: true);

    /// <summary>An expression for a constant of the program, of type T.</summary>
    public string Constant(Named constant) => "tensor.Constant(" + IndexOf(constant) + ")";

    /// <summary>The same as a double.</summary>
    public string Number(Named constant) => "tensor.Number(" + IndexOf(constant) + ")";

    /// <summary>An expression for the part of an array of the state that belongs to the parameters.</summary>
    public string State(Named state) => "tensor.State(" + IndexOfState(state) + ")";

    /// <summary>An expression for an array of the state.</summary>
    public string Whole(Named state) => "tensor.Whole(" + IndexOfState(state) + ")";

    /// <summary>An expression for the sum of squares of a span, a double.</summary>
    public static string SumOfSquares(string span) => "global::LrGen.CompilerServices.WholeTensor.SumOfSquares<T>(" + span + ")";

    public static string Root(string x) => "global::System.Math.Sqrt(" + x + ")";

    /// <summary>An expression for a double as a number of the arithmetic.</summary>
    public static string Rounded(string x) => "T.CreateTruncating(" + x + ")";

    private string IndexOf(Named constant) => NumberText.Integer(Position(program.Constants.Select(c => c.Local), constant));

    private string IndexOfState(Named state) => NumberText.Integer(Position(program.States.Select(s => s.Local), state));

    private static int Position(IEnumerable<Named> all, Named one) => all.TakeWhile(n => n != one).Count();

    private PassSpan SpanOf(Named state) => new(state.Code, State(state));

    private IEnumerable<PassValue> Known(IReadOnlyList<PassValue> values) =>
    [
        new(GradientScale.Code, "tensor.GradientScale"),
        new(GradientLimit.Code, "tensor.GradientLimit"),
        new(ClippedScale.Code, "tensor.ClippedScale"),
        .. program.Constants.Select(c => new PassValue(c.Local.Code, Constant(c.Local))),
        .. values,
    ];

    private static Named GradientScale { get; } = new("gradientScale", IsInvariant: true);

    private static Named GradientLimit { get; } = new("gradientLimit", IsInvariant: true);

    private static Named ClippedScale { get; } = new("clippedScale", IsInvariant: true);

    /// <summary>What is done to a gradient before the rule sees it.</summary>
    private UpdateSteps Scaling()
    {
        var steps = new UpdateSteps().Multiply(UpdateProgram.Gradient, GradientScale);
        if (program.Gradients.ClipValue.IsZero)
            return steps;
        steps.Set(UpdateProgram.Gradient, UpdateFunctions.Clip(UpdateProgram.Gradient, GradientLimit));
        return program.Gradients.ClipNorm.IsZero ? steps : steps.Multiply(UpdateProgram.Gradient, ClippedScale);
    }

    private void Body(UpdateSteps steps)
    {
        foreach (var step in steps)
            writer.Line(StatementText.Of(step, printer, "var"));
    }
}

/// <summary>A number of type T that a pass knows.</summary>
/// <param name="Name">The local variable.</param>
/// <param name="Code">Its value.</param>
internal sealed record PassValue(string Name, string Code)
{
    public Named Local { get; } = new(Name, IsInvariant: true);
}

/// <summary>An array that a pass goes over.</summary>
/// <param name="Name">The local variable for one of its numbers.</param>
/// <param name="Code">The span.</param>
internal sealed record PassSpan(string Name, string Code)
{
    public static PassSpan Parameters { get; } = new(UpdateProgram.Parameter.Code, "tensor.Parameters") { Reference = "parameters" };

    public static PassSpan Gradients { get; } = new(UpdateProgram.Gradient.Code, "tensor.Gradients") { Reference = "gradients" };

    public Named Local { get; } = new(Name, IsInvariant: false);

    /// <summary>The reference to its first number.</summary>
    public string Reference { get; init; } = Name + "s";
}
