using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>Turns the update rule of a class into the update that it describes.</summary>
internal static class UpdateLowering
{
    public static UpdateProgram? Lower(
        ScheduleDeclaration declaration, IReadOnlyCollection<Quantity> scheduled, TrainingContext training, List<RuntimeCheck> checks, List<ScheduleError> errors)
    {
        var rules = declaration.Attributes.Where(a => Families.Rule(a.Name) is not null).ToList();
        if (rules.Count == 0)
            return null;
        var attribute = rules[0];
        foreach (var other in rules.Skip(1))
        {
            errors.Add(ScheduleError.AtAttribute(ScheduleProblem.ConflictingAttributes, other.Index,
                "[" + attribute.Name + "] and [" + other.Name + "] are two update rules; keep one"));
        }

        if (!scheduled.Contains(Quantity.LearningRate))
        {
            errors.Add(ScheduleError.AtAttribute(ScheduleProblem.ConflictingAttributes, attribute.Index,
                "[" + attribute.Name + "] has no learning rate; add a schedule, for example [Constant(…)] or [CosineDecay(…)]"));
        }

        OptimizerTraining.CheckCounts(attribute, training, errors);
        var reader = new HyperparameterReader(new ArgumentReader(attribute, new LoweringScope(training, errors, checks)), scheduled);
        var program = Families.Rule(attribute.Name)!.Lower(reader);
        if (program.NeedsTensorPrimitives && !declaration.Framework.HasTensorPrimitives)
        {
            errors.Add(ScheduleError.AtAttribute(ScheduleProblem.UnsupportedTarget, attribute.Index, declaration.Types[declaration.Types.Count - 1].Name,
                "multiplies matrices with System.Numerics.Tensors; add the package System.Numerics.Tensors, 9.0 or later"));
        }

        foreach (var quantity in reader.Unused)
        {
            var schedule = declaration.Attributes.First(a => Families.Rule(a.Name) is null && ArgumentReader.QuantityOf(a) == quantity);
            errors.Add(ScheduleError.AtArgument(ScheduleProblem.ConflictingAttributes, schedule.Index, "Quantity",
                "[" + attribute.Name + "] has no " + quantity + " to schedule; " + (reader.Instead(quantity) is { } other
                    ? "what moves against its rate is " + other + ": write Quantity = Quantity." + other
                    : "remove the attribute, or take another update rule")));
        }

        return program;
    }
}
