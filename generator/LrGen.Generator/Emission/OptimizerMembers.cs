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
        if (lowered.Curve is not { } curve || lowered.Optimizer is not { } program)
        {
            WriteStubs();
            return;
        }

        string core = _names.Unique("_core"), rule = _names.Unique("Rule");
        GeneratedCode.Mark(writer);
        writer.Line("private readonly " + Library + "OptimizerCore " + core + " = new(" + rule + "."
            + "Layout" + (program.Gradients.AccumulationSteps > 1 ? ", " + NumberText.Integer(program.Gradients.AccumulationSteps) : string.Empty) + ");");
        writer.Line();
        Property("long Step", "Step", core + ".Step");
        Property("double Rate", "Rate", "RateAt(" + core + ".Step)");
        Property("global::LrGen.ParameterSet Parameters", "Parameters", core + ".Parameters");
        Settable("int Threads", "Threads", core);
        Settable("double GradientScale", "GradientScale", core);

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
        WriteUpdates(program, core, rule);
        Method("void Save(global::System.IO.Stream stream)", "Save(global::System.IO.Stream)", core + ".Save(stream);");
        Method("void Load(global::System.IO.Stream stream)", "Load(global::System.IO.Stream)", core + ".Load(stream);");
        if (IsScheduleFree(declaration))
        {
            WriteModes(
                () => Property("bool IsEvaluating", "IsEvaluating", core + ".IsEvaluating", ScheduleFree),
                (method, argument) => core + "." + method + "(" + argument + ");");
        }

        new RuleWriter(writer, program, rule).Write();
    }

    /// <summary>Whether there are parameters to train and others to evaluate with, also where the declaration has errors.</summary>
    private static bool IsScheduleFree(ScheduleDeclaration declaration) =>
        declaration.Attributes.Any(a => Families.Rule(a.Name) is { IsScheduleFree: true });

    private void WriteModes(Action writeProperty, Func<string, string, string> body)
    {
        writeProperty();
        foreach (string method in new[] { "Evaluate", "Train" })
        {
            Method("void " + method + "()", method + "()", body(method, string.Empty), ScheduleFree);
            foreach (string type in s_types)
            {
                Method(
                    "void " + method + "(global::System.Span<" + type + "> parameters)",
                    method + "(global::System.Span{" + type.Replace("global::", string.Empty) + "})", body(method, "parameters"), ScheduleFree);
            }
        }
    }

    private void WriteUpdates(UpdateProgram program, string core, string rule)
    {
        var values = new RuleValues(program, declaration);
        string created = "new " + rule + "(" + string.Join(", ", values.Arguments(core + ".Step")) + ")";
        string handling = values.Handling();
        string arguments = created + ", " + handling;
        Method("bool Update()", "Update()", "return " + core + ".Update(" + arguments + ");");
        foreach (string type in s_types)
        {
            string plain = type.Replace("global::", string.Empty);
            Method(
                "bool Update(global::System.Span<" + type + "> parameters, global::System.ReadOnlySpan<" + type + "> gradients)",
                "Update(global::System.Span{" + plain + "}, global::System.ReadOnlySpan{" + plain + "})",
                "return " + core + ".Update(" + created + ", parameters, gradients, " + handling + ");");
        }
    }

    private void Property(string header, string member, string code, string type = Interface)
    {
        MarkInherited(member, type);
        writer.Line("public " + header + " => " + code + ";");
        writer.Line();
    }

    private void Settable(string header, string member, string core)
    {
        MarkInherited(member);
        using (writer.Braces("public " + header))
        {
            writer.Line("get => " + core + "." + member + ";");
            writer.Line("set => " + core + "." + member + " = value;");
        }

        writer.Line();
    }

    private void Method(string header, string member, string body, string type = Interface)
    {
        MarkInherited(member, type);
        using (writer.Braces("public " + header))
            writer.Line(body);
        writer.Line();
    }

    private void MarkInherited(string member, string type = Interface)
    {
        writer.Line("/// <inheritdoc cref=\"" + type + "." + member + "\"/>");
        GeneratedCode.Mark(writer);
    }

    /// <summary>One mistake gives one error: members that throw keep the compiler from adding that they are missing.</summary>
    private void WriteStubs()
    {
        const string Stub = "throw new global::System.InvalidOperationException(\"The optimizer has errors; see the LRG diagnostics.\")";
        Property("long Step", "Step", Stub);
        Property("double Rate", "Rate", Stub);
        Property("global::LrGen.ParameterSet Parameters", "Parameters", Stub);
        foreach (string header in new[] { "int Threads", "double GradientScale" })
        {
            GeneratedCode.Mark(writer);
            writer.Line("public " + header + " { get => " + Stub + "; set => " + Stub + "; }");
            writer.Line();
        }

        Method("double RateAt(long step)", "Rate", Stub + ";");
        Method("bool Update()", "Update()", Stub + ";");
        foreach (string type in s_types)
        {
            Method("bool Update(global::System.Span<" + type + "> parameters, global::System.ReadOnlySpan<" + type + "> gradients)", "Update()", Stub + ";");
        }

        Method("void Save(global::System.IO.Stream stream)", "Save(global::System.IO.Stream)", Stub + ";");
        Method("void Load(global::System.IO.Stream stream)", "Load(global::System.IO.Stream)", Stub + ";");
        if (IsScheduleFree(declaration))
            WriteModes(() => Property("bool IsEvaluating", "IsEvaluating", Stub, ScheduleFree), (_, _) => Stub + ";");
    }
}
