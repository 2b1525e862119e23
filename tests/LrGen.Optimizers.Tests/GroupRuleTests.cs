using LrGen.Reference.Optimizers;

namespace LrGen.Optimizers.Tests;

/// <summary>Groups of tensors: each like an optimizer of its own with another rate and decay.</summary>
public sealed class GroupRuleTests
{
    private const int Length = 11;

    public static TheoryData<string> Names => [.. RuleCase.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Scales_the_rate_and_leaves_the_decay_out_for_one_group_alone(string name)
    {
        var (generated, reference) = RuleCase.All[name];
        var optimizer = generated();
        var group = new ParameterGroup("biases") { RateScale = 0.25, DecaysWeights = false };
        var random = new Random(3);
        double[][] parameters = [RuleRuns.Random<double>(random, Length, 1), RuleRuns.Random<double>(random, Length, 1)];
        double[][] gradients = [new double[Length], new double[Length]];
        double[][] expected = [[.. parameters[0]], [.. parameters[1]]];
        optimizer.Parameters.Add("weights", parameters[0], gradients[0]);
        optimizer.Parameters.Add("biases", parameters[1], gradients[1], group);
        var (first, second) = (reference([[Length]]), reference([[Length]]));
        second.GetType().GetProperty("WeightDecay")!.SetValue(second, 0.0);
        for (int step = 0; step < RuleRuns.Steps; step++)
        {
            foreach (double[] gradient in gradients)
                RuleRuns.Random<double>(random, Length, 2).CopyTo(gradient, 0);
            // A scale of 0 keeps the parameters and goes on with the state.
            group.RateScale = step is >= 500 and < 510 ? 0 : 0.25;
            first.Step([expected[0]], [gradients[0]], optimizer.Rate);
            second.Step([expected[1]], [gradients[1]], optimizer.Rate * group.RateScale);
            optimizer.Update();
            RuleRuns.Close(expected[0], parameters[0], 1e-12, "weights, step " + step);
            RuleRuns.Close(expected[1], parameters[1], 1e-12, "biases, step " + step);
        }
    }
}
