using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.MachineLearning;

/// <summary>One of ML.NET's trainers that have a learning rate.</summary>
/// <param name="Name">Its method, and the beginning of the name of its class.</param>
/// <param name="Highest">The highest rate that is not called too high.</param>
/// <param name="Reason">What a higher one does.</param>
/// <param name="IsBoosting">Whether each round adds a share of what is left, so that few rounds of a low rate leave most of it.</param>
internal sealed record Trainer(string Name, double Highest, string Reason, bool IsBoosting = false)
{
    private const string Boosting = "a boosted tree then overshoots what it is fitted to; 0.01 to 0.3 is usual";
    private const string FineTuning = "fine-tuning then forgets what the network was trained for; 1e-5 to 1e-4 is usual";

    /// <summary>Where the numbers come from is on the page of the rule.</summary>
    private static readonly Trainer[] s_all =
    [
        new("FastTreeTweedie", 1, Boosting, IsBoosting: true), new("FastTree", 1, Boosting, IsBoosting: true),
        new("LightGbm", 1, Boosting, IsBoosting: true), new("Gam", 1, Boosting, IsBoosting: true),
        new("OnlineGradientDescent", 2, "the squared loss over features of length 1 then grows; 0.001 to 0.1 is usual"),
        new("AveragedPerceptron", 10, "it only scales the weights; 1 is usual"),
        new("SymbolicSgd", 10, "the logistic loss then jumps to and fro; 0.01 to 1 is usual"),
        new("Sgd", 10, "the loss then jumps to and fro; 0.01 is usual"),
        new("MatrixFactorization", 1, "the factors then grow beyond bounds; 0.01 to 0.1 is usual"),
        new("FieldAwareFactorizationMachine", 1, "the factors then grow beyond bounds; 0.02 to 0.2 is usual"),
        new("ImageClassification", 1, "the last layer is then thrown to and fro; 0.001 to 0.1 is usual"),
        new("TextClassification", 1e-3, FineTuning), new("SentenceSimilarity", 1e-3, FineTuning), new("NamedEntityRecognition", 1e-3, FineTuning),
        new("NasBert", 1e-3, FineTuning), new("Ner", 1e-3, FineTuning), new("QuestionAnswer", 1e-3, FineTuning), new("QA", 1e-3, FineTuning),
    ];

    /// <summary>The trainer that a method makes or a class is of; null for those without a rate, and for what is not ML.NET's.</summary>
    public static Trainer? Of(ISymbol? symbol)
    {
        if (symbol?.ContainingAssembly?.Name is not { } assembly || !assembly.StartsWith("Microsoft.ML", StringComparison.Ordinal))
            return null;
        return s_all.FirstOrDefault(t => symbol.Name.StartsWith(t.Name, StringComparison.Ordinal));
    }

    /// <summary>The trainer that options are for: a class in the trainer's own, or of its name.</summary>
    public static Trainer? OfOptions(ITypeSymbol? type)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            if ((Of(part) ?? Of(part.ContainingType)) is { } trainer)
                return trainer;
        }

        return null;
    }
}
