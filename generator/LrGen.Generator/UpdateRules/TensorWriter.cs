using LrGen.Generator.Emission;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.UpdateRules;

/// <summary>Writes the method of a generated rule that updates parameters and state.</summary>
internal sealed class TensorWriter(SourceWriter writer, UpdateProgram program)
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
        if (program.Start.Count > 0)
        {
            using (writer.Braces("if (tensor.IsFirst)"))
            {
                foreach (string line in program.Start)
                    writer.Line(line);
            }

            writer.Line();
        }

        if (program.Whole is { } whole)
        {
            whole(this);
            return;
        }

        Loop(program.Elements, [("p", "tensor.Parameters"), .. program.States.Select(s => (s.Name, State(s.Name)))], []);
    }

    /// <summary>Writes one pass over the parameters, for rules that look at a whole tensor, with names of its own.</summary>
    /// <param name="lines">The update of one parameter.</param>
    /// <param name="states">The arrays that it reads or writes.</param>
    /// <param name="values">Further numbers of type T that it knows, each a name and an expression.</param>
    public void Pass(IReadOnlyList<string> lines, IReadOnlyList<string> states, params (string Name, string Code)[] values) =>
        Pass(lines, [("p", "tensor.Parameters"), .. states.Select(s => (s, State(s)))], values);

    /// <summary>The same over arrays that need not be those of the tensor: a row of it, a matrix of scratch.</summary>
    /// <param name="lines">What is done to one number.</param>
    /// <param name="spans">The arrays, as long as the first: a name for the number, and an expression.</param>
    /// <param name="values">Further numbers of type T.</param>
    public void Pass(IReadOnlyList<string> lines, IReadOnlyList<(string Name, string Code)> spans, params (string Name, string Code)[] values)
    {
        using (writer.Braces())
            Loop(lines, spans, values);
    }

    /// <summary>Writes one pass over arrays: first as many as vectors hold, then the rest one by one, with the same bits.</summary>
    private void Loop(IReadOnlyList<string> lines, IReadOnlyList<(string Name, string Code)> spans, IReadOnlyList<(string Name, string Code)> values)
    {
        string text = string.Join("\n", lines);
        bool usesGradient = Words.Mentions(text, "g");
        var constants = Known(values).Where(c => Words.Mentions(text, c.Name) || usesGradient && IsScaling(c.Name)).ToList();
        var arrays = spans.Where(s => Words.Mentions(text, s.Name)).Select(s => (Local: s.Name, Reference: s.Name == "p" ? "parameters" : s.Name + "s", s.Code))
            .ToList();
        if (usesGradient)
            arrays.Insert(arrays.FindIndex(a => a.Local == "p") + 1, ("g", "gradients", "tensor.Gradients"));
        var written = arrays.Where(a => a.Local != "g" && IsAssigned(text, a.Local)).ToList();

        foreach (var (_, reference, code) in arrays)
            writer.Line("ref T " + reference + " = ref " + Marshal + ".GetReference(" + code + ");");
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
                foreach (var (local, reference, _) in arrays)
                    writer.Line("T " + local + " = " + Element(reference) + ";");
                Body(lines, usesGradient);
                foreach (var (local, reference, _) in written)
                    writer.Line(Element(reference) + " = " + local + ";");
            }
        }

        void Vectors(string type)
        {
            using (writer.Braces("for (; i <= length - " + type + "<T>.Count; i += " + type + "<T>.Count)"))
            {
                foreach (var (local, reference, _) in arrays)
                    writer.Line("var " + local + " = " + type + ".LoadUnsafe(ref " + reference + ", (nuint)i);");
                Body(lines, usesGradient);
                foreach (var (local, reference, _) in written)
                    writer.Line(type + ".StoreUnsafe(" + local + ", ref " + reference + ", (nuint)i);");
            }
        }
    }

    private static string Element(string reference) => "global::System.Runtime.CompilerServices.Unsafe.Add(ref " + reference + ", i)";

    /// <summary>An expression for a constant of the program, of type T.</summary>
    public string Constant(string name) => "tensor.Constant(" + NumberText.Integer(program.Constants.FindIndex(c => c.Name == name)) + ")";

    /// <summary>The same as a double.</summary>
    public string Number(string name) => Constant(name).Replace("Constant", "Number");

    /// <summary>An expression for the part of an array of the state that belongs to the parameters.</summary>
    public string State(string name) => "tensor.State(" + IndexOf(name) + ")";

    /// <summary>An expression for an array of the state.</summary>
    public string Whole(string name) => "tensor.Whole(" + IndexOf(name) + ")";

    /// <summary>An expression for the sum of squares of a span, a double.</summary>
    public static string SumOfSquares(string span) => "global::LrGen.CompilerServices.WholeTensor.SumOfSquares<T>(" + span + ")";

    public static string Root(string x) => "global::System.Math.Sqrt(" + x + ")";

    /// <summary>An expression for a double as a number of the arithmetic.</summary>
    public static string Rounded(string x) => "T.CreateTruncating(" + x + ")";

    private string IndexOf(string state) => NumberText.Integer(program.States.FindIndex(s => s.Name == state));

    private IEnumerable<(string Name, string Code)> Known(IReadOnlyList<(string Name, string Code)> values)
    {
        yield return ("gradientScale", "tensor.GradientScale");
        if (!program.Gradients.ClipValue.IsZero)
        {
            yield return ("gradientLimit", "tensor.GradientLimit");
            if (!program.Gradients.ClipNorm.IsZero)
                yield return ("clippedScale", "tensor.ClippedScale");
        }

        foreach (var (name, _) in program.Constants)
            yield return (name, Constant(name));
        foreach (var value in values)
            yield return value;
    }

    private static bool IsScaling(string name) => name is "gradientScale" or "gradientLimit" or "clippedScale";

    private void Body(IReadOnlyList<string> lines, bool usesGradient)
    {
        if (usesGradient)
        {
            writer.Line("g *= gradientScale;");
            if (!program.Gradients.ClipValue.IsZero)
            {
                writer.Line("g = " + Lane.Clip("g", "gradientLimit") + ";");
                if (!program.Gradients.ClipNorm.IsZero)
                    writer.Line("g *= clippedScale;");
            }
        }

        foreach (string line in lines)
            writer.Line(line);
    }

    /// <summary>Whether a line starts with the name and an assignment.</summary>
    private static bool IsAssigned(string text, string name) => text.Split('\n').Any(l =>
        l.StartsWith(name + " ", StringComparison.Ordinal) && l.IndexOf("= ", StringComparison.Ordinal) is > 0 and var at && at <= name.Length + 2);
}
