using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Emission;

/// <summary>Writes the body of a member that gives the rate of a step: folded where all is known, checked and computed where it is not.</summary>
internal static class ScheduleBody
{
    public static void Write(
        SourceWriter writer, ScheduleDeclaration declaration, Curve curve, IReadOnlyList<RuntimeCheck> checks, string step, StepType stepType, RateType rateType)
    {
        if (curve.IsConstant && checks.Count == 0)
            new ConstantBody(writer, curve, declaration.Framework).Write(step, stepType, rateType, declaration.TakenNames);
        else
            new RuntimeBody(writer, curve, checks, declaration.Framework).Write(step, stepType, rateType, declaration.TakenNames);
    }
}
