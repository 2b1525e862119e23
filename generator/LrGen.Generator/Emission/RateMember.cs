using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Emission;

/// <summary>Writes a member that gives the value of a step: the schedule, times what only run time knows.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="declaration">The struct or class.</param>
/// <param name="checks">What is checked at run time.</param>
/// <param name="readOnly">The modifier <c>readonly</c> and a space; nothing where members may change the type.</param>
internal sealed class RateMember(SourceWriter writer, ScheduleDeclaration declaration, IReadOnlyList<RuntimeCheck> checks, string readOnly)
{
    /// <summary>Writes the member.</summary>
    /// <param name="curve">The schedule.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="plainName">The name of the one that leaves factors out.</param>
    /// <param name="mark">Writes the documentation and the mark of generated code.</param>
    public void Write(Curve curve, string name, string plainName, Action mark)
    {
        mark();
        GeneratedCode.MarkForInlining(writer);
        using (writer.Braces("public " + readOnly + "double " + name + "(long step)"))
        {
            if (curve.HasFactors)
            {
                string factors = new FactorWriter(writer, declaration.Framework).Write(
                    curve, "step", isSigned: true, new NameScope(declaration.TakenNames.Concat(["step"])));
                writer.Line("return " + plainName + "(step)" + factors + ";");
            }
            else
            {
                WriteSchedule(curve);
            }
        }

        if (!curve.HasFactors)
            return;
        writer.Line();
        GeneratedCode.Mark(writer);
        GeneratedCode.MarkForInlining(writer);
        using (writer.Braces("private " + readOnly + "double " + plainName + "(long step)"))
            WriteSchedule(curve);
    }

    /// <summary>Writes the member of another quantity.</summary>
    public void WriteOther(Quantity quantity, Curve curve)
    {
        DocumentationWriter.WriteForOther(writer, quantity, curve);
        GeneratedCode.Mark(writer);
        GeneratedCode.MarkForInlining(writer);
        using (writer.Braces("public " + readOnly + "double " + quantity + "At(long step)"))
            WriteSchedule(curve);
    }

    private void WriteSchedule(Curve curve) => ScheduleBody.Write(writer, declaration, curve, checks, "step", StepType.Int64, RateType.Double);
}
