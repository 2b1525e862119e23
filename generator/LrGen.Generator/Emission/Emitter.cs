using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Metrics;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Emission;

/// <summary>Writes the source of one target.</summary>
internal static class Emitter
{
    /// <summary>
    /// CS1591: generated members of public types have no documentation but inherited. The others are about what the user wrote and is
    /// repeated here, his comment (CS0419, CS1570–CS1574) and his names (CS8981): they are reported where he wrote it.
    /// </summary>
    private const string Disabled = "CS0419, CS1570, CS1571, CS1572, CS1573, CS1574, CS1591, CS8981";

    /// <summary>CS0693 is for classes in generic types, whose own T their update rule does not mean by T.</summary>
    private const string DisabledInClasses = Disabled + ", CS0693";

    public static string Emit(ScheduleDeclaration declaration)
    {
        var lowered = ScheduleLowering.Lower(declaration);
        return InternalFailure.Contain(() => Write(declaration, lowered), what => InternalFailure.Contain(
            () => FailureNote.Of(what) + Write(declaration, LoweringResult.Failed(what)), FailureNote.Alone));
    }

    private static string Write(ScheduleDeclaration declaration, LoweringResult lowered)
    {
        var writer = new SourceWriter();
        EnclosingTypes.WriteHead(writer, declaration.IsClass ? DisabledInClasses : Disabled);
        int last = declaration.Types.Count - 1;
        string target = EnclosingTypes.Declare(declaration.Types[last]);
        using (EnclosingTypes.Open(writer, declaration.Namespace, declaration.Types.Take(last)))
        {
            if (declaration.IsClass)
            {
                DocumentationWriter.WriteForOptimizer(writer, declaration, lowered);
                using (writer.Braces(target + " : " + OptimizerMembers.InterfaceOf(declaration)))
                    new OptimizerMembers(writer, declaration, lowered).Write();
            }
            else if (declaration.Method is { } method)
            {
                using (writer.Braces(target))
                    WriteMethod(writer, declaration, method, lowered);
            }
            else
            {
                WriteStruct(writer, declaration, lowered, target);
            }
        }

        return writer.ToString();
    }

    /// <summary>A struct: what a schedule gives it, what metrics do, or both.</summary>
    private static void WriteStruct(SourceWriter writer, ScheduleDeclaration declaration, LoweringResult lowered, string target)
    {
        var driven = MetricTarget.Of(declaration);
        DocumentationWriter.WriteForStruct(writer, declaration, lowered.Curve, lowered.Machine);
        if (driven is not null && declaration.HasFields)
            writer.Line(FreeLayout);
        using (writer.Braces(target + " : " + string.Join(", ", Interfaces(lowered, driven))))
        {
            if (driven is not { IsAlone: true })
                WriteSchedule(writer, declaration, lowered);
            if (driven is { IsAlone: false })
                writer.Line();
            if (driven is not null)
                new MetricMembers(writer, declaration, driven).Write(lowered.Machine, Stub);
        }
    }

    private static IEnumerable<string> Interfaces(LoweringResult lowered, MetricTarget? driven)
    {
        if (driven is not { IsAlone: true })
            yield return "global::LrGen.I" + (lowered.Others.Count > 0 ? "Hyperparameter" : string.Empty) + "Schedule";
        if (driven is not null)
            yield return driven.Interface;
    }

    private static void WriteMethod(SourceWriter writer, ScheduleDeclaration declaration, MethodTarget method, LoweringResult lowered)
    {
        if (lowered.Curve is { } documented)
            DocumentationWriter.WriteForMethod(writer, declaration, documented);
        GeneratedCode.Mark(writer);
        if (!method.HasImplementationOptions)
            GeneratedCode.MarkForInlining(writer);
        string header = method.Modifiers + " " + method.ReturnTypeName + " " + method.Name + "(" + method.Parameters + ")";
        if (method.Constraints.Length > 0)
            header += " " + method.Constraints;
        using (writer.Braces(header))
        {
            if (lowered.Curve is not { } curve)
                writer.Line(Stub);
            else if (curve.HasFactors)
                WriteWithFactors(writer, declaration, method, curve, lowered.Checks);
            else
                ScheduleBody.Write(writer, declaration, curve, lowered.Checks, method.StepName, method.StepType, method.ReturnType);
        }
    }

    /// <summary>The rate in a local function, and what it is multiplied by around it.</summary>
    private static void WriteWithFactors(
        SourceWriter writer, ScheduleDeclaration declaration, MethodTarget method, Curve curve, IReadOnlyList<RuntimeCheck> checks)
    {
        var names = new NameScope(declaration.TakenNames);
        string schedule = names.Unique("Schedule");
        string product = new FactorWriter(writer, declaration.Framework).Write(
            curve, StepVariable.Whole(method.StepName, method.StepType), method.StepType is not (StepType.UInt32 or StepType.UInt64 or StepType.NativeUInt), names);
        // With values of run time it captures them and the step; known numbers need only the step.
        bool isStatic = curve.IsConstant && checks.Count == 0;
        var (stepType, keyword) = StepVariable.Plain(method.StepType);
        string argument = isStatic ? keyword.Length > 0 ? "(" + keyword + ")" + method.StepName : method.StepName : string.Empty;
        writer.Line(RateText.Return(method.ReturnType, schedule + "(" + argument + ")" + product));
        writer.Line();
        GeneratedCode.MarkForInlining(writer);
        string parameter = isStatic ? (keyword.Length > 0 ? keyword : StepVariable.KeywordOf(stepType)) + " " + method.StepName : string.Empty;
        using (writer.Braces((isStatic ? "static " : string.Empty) + "double " + schedule + "(" + parameter + ")"))
            ScheduleBody.Write(writer, declaration, curve, checks, method.StepName, isStatic ? stepType : method.StepType, RateType.Double);
    }

    private static void WriteSchedule(SourceWriter writer, ScheduleDeclaration declaration, LoweringResult lowered)
    {
        if (lowered.Curve is { } curve)
        {
            new StructMembers(writer, declaration, curve, lowered).Write();
            return;
        }

        foreach (string fact in new[] { "Length", "First", "Peak", "Last" })
        {
            GeneratedCode.Mark(writer, fact);
            using (writer.Braces("public readonly double " + fact))
                writer.Line("get { " + Stub + " }");
        }

        GeneratedCode.Mark(writer, "At");
        using (writer.Braces("public readonly double At(long step)"))
            writer.Line(Stub);
        if (!declaration.Framework.HasSpan)
            return;
        GeneratedCode.Mark(writer, "Fill");
        using (writer.Braces("public readonly void Fill(global::System.Span<double> rates, long start)"))
            writer.Line(Stub);
    }

    /// <summary>Fields in several parts of a struct have no order, which the compiler warns of unless nobody counts on one (CS0282).</summary>
    private const string FreeLayout =
        "[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Auto)]";

    /// <summary>One mistake gives one error: a body that throws keeps the compiler from adding that there is none.</summary>
    private const string Stub = "throw new global::System.InvalidOperationException(\"The schedule has errors; see the LRG diagnostics.\");";
}
