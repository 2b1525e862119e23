using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.MachineLearning;

public sealed class BoostingTooShort : RuleSamples
{
    public override string Id => "LRG111";

    public override IEnumerable<Sample> Wrong =>
    [
        Trains("few trees", "ml.Regression.Trainers.FastTree(numberOfTrees: 100, learningRate: {|LRG111:0.001|})",
            "100 rounds at a rate of 0.001 learn at most 10 % of what is to be learned; more rounds, or a higher rate, are usual"),
        Trains("the trees of the default", "ml.BinaryClassification.Trainers.FastTree(learningRate: {|LRG111:1e-4|})"),
        Trains("LightGBM", "ml.Regression.Trainers.LightGbm(learningRate: {|LRG111:0.001|}, numberOfIterations: 200)"),
        Trains("options", "ml.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options { NumberOfTrees = 20, LearningRate = {|LRG111:0.01|} })"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        Trains("more trees", "ml.Regression.Trainers.FastTree(numberOfTrees: 1000, learningRate: 0.01)"),
        Trains("an additive model with its default", "ml.Regression.Trainers.Gam()"),
        Trains("one tree at its full rate", "ml.Regression.Trainers.FastTree(numberOfTrees: 1, learningRate: 1)"),
        Trains("rounds of run time", "ml.Regression.Trainers.FastTree(numberOfTrees: int.Parse(\"9\"), learningRate: 0.001)"),
        Trains("options without rounds", "ml.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options { LearningRate = 0.001 })"),
        Trains("gradient descent", "ml.Regression.Trainers.OnlineGradientDescent(learningRate: 0.001f)"),
    ];

    private static Sample Trains(string name, string call, string? message = null) => new(name, TrainerRateOutOfRange.Code("return " + call + ";"), message);
}
