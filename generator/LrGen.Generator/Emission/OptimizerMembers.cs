using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using LrGen.Generator.UpdateRules;

namespace LrGen.Generator.Emission;

/// <summary>Writes what <c>IOptimizer</c> asks of a class: the rate and the rule; the library has all that is not particular to them.</summary>
internal sealed class OptimizerMembers(SourceWriter writer, ScheduleDeclaration declaration, LoweringResult lowered)
{
    public const string Interface = "global::LrGen.IOptimizer";

    private const string ScheduleFree = "global::LrGen.IScheduleFree";

    private const string Library = "global::LrGen.CompilerServices.";

    private const string Stub = "throw new global::System.InvalidOperationException(\"The optimizer has errors; see the LRG diagnostics.\")";

    /// <summary>The types of parameters that an update takes.</summary>
    private static readonly string[] s_types = ["float", "double", "global::System.Half"];

    private readonly NameScope _names = new(declaration.TakenNames);

    /// <summary>The names of the members that a class gets.</summary>
    public static IReadOnlyList<string> MemberNames { get; } =
        ["Step", "Rate", "RateAt", "Parameters", "Threads", "GradientScale", "Update", "Save", "Load", "Evaluate", "Train", "IsEvaluating"];

    /// <summary>The interface that the class implements.</summary>
    public static string InterfaceOf(ScheduleDeclaration declaration) => IsScheduleFree(declaration) ? ScheduleFree : Interface;

    public void Write()
    {
        string core = _names.Unique("_core"), rule = _names.Unique("Rule");
        if (lowered is { Curve: { } curve, Optimizer: { } program })
        {
            GeneratedCode.Mark(writer);
            writer.Line("private readonly " + Library + "OptimizerCore " + core + " = new(" + rule + "."
                + "Layout" + (program.Gradients.AccumulationSteps > 1 ? ", " + NumberText.Integer(program.Gradients.AccumulationSteps) : string.Empty) + ");");
            writer.Line();
            WriteMembers(core, static code => code, () => WriteRates(curve), new RuleValues(program, declaration).Arguments(core, rule));
            new RuleWriter(writer, program, rule, declaration.Framework).Write();
            return;
        }

        // One mistake gives one error: members that throw keep the compiler from adding that they are missing.
        WriteMembers(core, static _ => Stub, () => Method("double RateAt(long step)", "Rate", Stub), (string.Empty, string.Empty));
    }

    /// <summary>Writes the members of the interface.</summary>
    /// <param name="core">The field with all that optimizers share.</param>
    /// <param name="code">What stands in a member for the code that it should have.</param>
    /// <param name="writeRates">Writes the rates.</param>
    /// <param name="update">What an update takes before the buffers, and after them.</param>
    private void WriteMembers(string core, Func<string, string> code, Action writeRates, (string Rule, string Handling) update)
    {
        Property("long Step", "Step", code(core + ".Step"));
        Property("double Rate", "Rate", code("RateAt(" + core + ".Step)"));
        Property("global::LrGen.ParameterSet Parameters", "Parameters", code(core + ".Parameters"));
        Settable("int Threads", "Threads");
        Settable("double GradientScale", "GradientScale");
        writeRates();
        Method("bool Update()", "Update()", code("return " + core + ".Update(" + update.Rule + ", " + update.Handling + ")"));
        foreach (string type in s_types)
        {
            string plain = type.Replace("global::", string.Empty);
            Method(
                "bool Update(global::System.Span<" + type + "> parameters, global::System.ReadOnlySpan<" + type + "> gradients)",
                "Update(global::System.Span{" + plain + "}, global::System.ReadOnlySpan{" + plain + "})",
                code("return " + core + ".Update(" + update.Rule + ", parameters, gradients, " + update.Handling + ")"));
        }

        Method("void Save(global::System.IO.Stream stream)", "Save(global::System.IO.Stream)", code(core + ".Save(stream)"));
        Method("void Load(global::System.IO.Stream stream)", "Load(global::System.IO.Stream)", code(core + ".Load(stream)"));
        if (IsScheduleFree(declaration))
            WriteModes(core, code);

        void Settable(string header, string member)
        {
            MarkInherited(member);
            using (writer.Braces("public " + header))
            {
                writer.Line("get => " + code(core + "." + member) + ";");
                writer.Line("set => " + code(core + "." + member + " = value") + ";");
            }

            writer.Line();
        }
    }

    private void WriteRates(Curve curve)
    {
        var rates = new RateMember(writer, declaration, lowered.Checks, readOnly: string.Empty);
        rates.Write(curve, "RateAt", _names.Unique("ScheduleAt"), () =>
        {
            writer.Line("/// <summary>The learning rate of one update, before the scales of groups.</summary>");
            writer.Line("/// <param name=\"step\">The 0-based index of the update. A negative index gives the rate at 0.</param>");
            GeneratedCode.Mark(writer);
        });
        foreach (var (quantity, other) in lowered.Others)
        {
            writer.Line();
            rates.WriteOther(quantity, other);
        }

        writer.Line();
    }

    /// <summary>Whether there are parameters to train and others to evaluate with, also where the declaration has errors.</summary>
    private static bool IsScheduleFree(ScheduleDeclaration declaration) =>
        declaration.Attributes.Any(a => Families.Rule(a.Name) is { IsScheduleFree: true });

    private void WriteModes(string core, Func<string, string> code)
    {
        Property("bool IsEvaluating", "IsEvaluating", code(core + ".IsEvaluating"), ScheduleFree);
        foreach (string method in new[] { "Evaluate", "Train" })
        {
            Method("void " + method + "()", method + "()", code(core + "." + method + "()"), ScheduleFree);
            foreach (string type in s_types)
            {
                Method(
                    "void " + method + "(global::System.Span<" + type + "> parameters)",
                    method + "(global::System.Span{" + type.Replace("global::", string.Empty) + "})", code(core + "." + method + "(parameters)"), ScheduleFree);
            }
        }
    }

    private void Property(string header, string member, string code, string type = Interface)
    {
        MarkInherited(member, type);
        writer.Line("public " + header + " => " + code + ";");
        writer.Line();
    }

    private void Method(string header, string member, string body, string type = Interface)
    {
        MarkInherited(member, type);
        using (writer.Braces("public " + header))
            writer.Line(body + ";");
        writer.Line();
    }

    private void MarkInherited(string member, string type = Interface)
    {
        writer.Line("/// <inheritdoc cref=\"" + type + "." + member + "\"/>");
        GeneratedCode.Mark(writer);
    }
}
