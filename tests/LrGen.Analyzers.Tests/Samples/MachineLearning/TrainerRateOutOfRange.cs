using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.MachineLearning;

public sealed class TrainerRateOutOfRange : RuleSamples
{
    public override string Id => "LRG110";

    public override IEnumerable<Sample> Wrong =>
    [
        Trains("a boosted tree", "ml.Regression.Trainers.FastTree(learningRate: {|LRG110:2|})",
            "The rate 2 of FastTree is above 1: a boosted tree then overshoots what it is fitted to; 0.01 to 0.3 is usual"),
        Trains("a boosted tree by position", "ml.BinaryClassification.Trainers.FastTree(\"Label\", \"Features\", null, 20, 100, 10, {|LRG110:20|})"),
        Trains("LightGBM", "ml.Regression.Trainers.LightGbm(learningRate: {|LRG110:3.0|})"),
        Trains("an additive model", "ml.Regression.Trainers.Gam(learningRate: {|LRG110:1.5|})"),
        Trains("gradient descent", "ml.Regression.Trainers.OnlineGradientDescent(learningRate: {|LRG110:10|})",
            "The rate 10 of OnlineGradientDescent is above 2: the squared loss over features of length 1 then grows; 0.001 to 0.1 is usual"),
        Trains("a perceptron without a rate", "ml.BinaryClassification.Trainers.AveragedPerceptron(learningRate: {|LRG110:0|})",
            "The rate 0 of AveragedPerceptron is no rate: it has to be above 0 and finite"),
        Trains("options", "ml.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options { NumberOfTrees = 50, LearningRate = {|LRG110:1.2|} })"),
        Trains("LightGBM's options", "ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { LearningRate = {|LRG110:2|} })"),
        new("options that are set later", Code("var options = new OnlineGradientDescentTrainer.Options(); options.LearningRate = {|LRG110:-0.1f|}; return ml.Regression.Trainers.OnlineGradientDescent(options);")),
        new("a text trainer", Code("return new TextClassificationTrainer.TextClassificationOptions { LearningRate = new System.Collections.Generic.List<double> { 1e-4, {|LRG110:0.01|} } };")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        Trains("a usual rate", "ml.Regression.Trainers.FastTree(learningRate: 0.1)"),
        Trains("an unusual rate that still learns", "ml.Regression.Trainers.LightGbm(learningRate: 0.9)"),
        Trains("a perceptron's own rate", "ml.BinaryClassification.Trainers.AveragedPerceptron(learningRate: 1)"),
        Trains("no rate", "ml.Regression.Trainers.LbfgsPoissonRegression()"),
        Trains("a forest", "ml.Regression.Trainers.FastForest(numberOfTrees: 10)"),
        Trains("a rate of run time", "ml.Regression.Trainers.FastTree(learningRate: double.Parse(\"2\"))"),
        new("a class of the same name", "class Trainers { public int FastTree(double learningRate) => 0; public int Run() => FastTree(2); }"),
        new("a text trainer", Code("return new TextClassificationTrainer.TextClassificationOptions { LearningRate = new System.Collections.Generic.List<double> { 1e-4 } };")),
    ];

    internal static string Code(string body) => $$"""
        namespace Models
        {
            using Microsoft.ML;
            using Microsoft.ML.Trainers;
            using Microsoft.ML.Trainers.FastTree;
            using Microsoft.ML.Trainers.LightGbm;
            using Microsoft.ML.TorchSharp.NasBert;

            static class Model
            {
                public static object Train(MLContext ml) { {{body}} }
            }
        }
        """;

    private static Sample Trains(string name, string call, string? message = null) => new(name, Code("return " + call + ";"), message);
}
