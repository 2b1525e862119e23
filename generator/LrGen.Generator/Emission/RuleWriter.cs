using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using LrGen.Generator.UpdateRules;

namespace LrGen.Generator.Emission;

/// <summary>Writes the update rule of an optimizer: a struct of what one update needs, so that the library's loop over tensors calls it directly.</summary>
internal sealed class RuleWriter(SourceWriter writer, UpdateProgram program, string name, TargetFramework framework)
{
    private const string Library = "global::LrGen.CompilerServices.";

    /// <summary>What changes from update to update, or is known at run time.</summary>
    private readonly List<string> _fields = ["rate", .. program.Hyperparameters.Where(h => h.Known is null).Select(h => h.Name)];

    public void Write()
    {
        GeneratedCode.Mark(writer);
        using (writer.Braces("private readonly struct " + name + " : " + Library + "IUpdateRule"))
        {
            foreach (string field in _fields)
                writer.Line("private readonly double _" + field + ";");
            writer.Line();
            using (writer.Braces("public " + name + "(" + string.Join(", ", _fields.Select(f => "double " + f)) + ")"))
            {
                foreach (string field in _fields)
                    writer.Line("_" + field + " = " + field + ";");
            }

            writer.Line();
            WriteLayout();
            writer.Line();
            using (writer.Braces("public void Prepare(in " + Library + "TensorStep step, global::System.Span<double> scalars, global::System.Span<double> constants)"))
                WritePrepare();
            writer.Line();
            writer.Line("public void Apply<T>(in " + Library + "TensorUpdate<T> tensor)");
            using (writer.Indented())
                writer.Line("where T : unmanaged, global::System.Numerics.IBinaryFloatingPointIeee754<T>");
            using (writer.Braces())
                new TensorWriter(writer, program, new LanePrinter(framework)).Write();
        }
    }

    private void WriteLayout()
    {
        var states = program.States.Select(s => "new(" + Quoted(s.SavedName)
            + (s.Extent == StateExtent.Element ? string.Empty : ", " + Library + "StateExtent." + s.Extent) + ")");
        var options = new List<string>();
        if (program.Whole is not null)
            options.Add("IsElementwise = false");
        if (program.NeedsMatrices)
            options.Add("NeedsMatrices = true");
        if (Families.Rule(program.Rule)!.IsScheduleFree)
            options.Add("IsScheduleFree = true");
        string text = "new(" + Quoted(program.Rule) + ", " + NumberText.Integer(program.Constants.Count)
            + ", " + Array("string", program.Scalars.Select(s => Quoted(s.Code))) + ", " + Array(Library + "RuleState", states) + ")";
        if (options.Count > 0)
            text += " { " + string.Join(", ", options) + " }";
        writer.Line("public static " + Library + "RuleLayout Layout { get; } = " + text + ";");
    }

    private void WritePrepare()
    {
        var printer = new PreparationPrinter(framework);
        var mentioned = new HashSet<string>(
            program.Prepare.SelectMany(s => s.Names).Concat(program.Constants.SelectMany(c => c.Value.Names)).Select(n => n.Code));
        writer.Line("double rate = _rate * step.RateScale;");
        if (mentioned.Contains(UpdateProgram.Count.Code))
            writer.Line("double count = step.Count;");
        foreach (var hyperparameter in program.Hyperparameters.Where(h => mentioned.Contains(h.Name)))
        {
            string value = hyperparameter.Known is { } known ? NumberText.Literal(known) : "_" + hyperparameter.Name;
            if (hyperparameter.IsPerGroup)
                value = "step.DecaysWeights ? " + value + " : 0.0";
            writer.Line("double " + hyperparameter.Name + " = " + value + ";");
        }

        for (int i = 0; i < program.Scalars.Count; i++)
            writer.Line("ref double " + program.Scalars[i].Code + " = ref scalars[" + NumberText.Integer(i) + "];");
        foreach (var step in program.Prepare)
            writer.Line(StatementText.Of(step, printer, "double"));
        for (int i = 0; i < program.Constants.Count; i++)
            writer.Line("constants[" + NumberText.Integer(i) + "] = " + printer.Print(program.Constants[i].Value) + ";");
    }

    private static string Array(string type, IEnumerable<string> items)
    {
        string text = string.Join(", ", items);
        return text.Length == 0 ? "global::System.Array.Empty<" + type + ">()" : "new " + type + "[] { " + text + " }";
    }

    private static string Quoted(string text) => "\"" + text + "\"";
}
