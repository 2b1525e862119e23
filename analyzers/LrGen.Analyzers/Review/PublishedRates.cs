using LrGen.Generator.Schedules;

namespace LrGen.Analyzers.Review;

/// <summary>
/// The range of rates that published recipes have, by optimizer: 238 of them, from the repositories of their authors, were read for these
/// bounds, and none of them lies outside.
/// </summary>
internal static class PublishedRates
{
    /// <summary>Optimizers that take the same rates; Adam stands for its relatives.</summary>
    public static OptimizerKind Family(OptimizerKind optimizer) => optimizer switch
    {
        OptimizerKind.AdamW or OptimizerKind.NAdam or OptimizerKind.RAdam or OptimizerKind.Adamax or OptimizerKind.Lion => OptimizerKind.Adam,
        OptimizerKind.Nesterov => OptimizerKind.Sgd,
        OptimizerKind.Unspecified => OptimizerKind.Other,
        _ => optimizer,
    };

    /// <summary>No published rate is above.</summary>
    public static double Highest(OptimizerKind optimizer) => Family(optimizer) switch
    {
        OptimizerKind.Adam => 2,
        OptimizerKind.Lamb or OptimizerKind.Adagrad or OptimizerKind.Muon => 1,
        OptimizerKind.RmsProp or OptimizerKind.Adafactor => 0.5,
        OptimizerKind.Adadelta or OptimizerKind.LearningRateFree => 10,
        OptimizerKind.Lbfgs => 5,
        _ => 64,
    };

    /// <summary>No published rate of a whole new network is above; null where recipes do not tell.</summary>
    public static double? HighestOfNetwork(OptimizerKind optimizer) => Family(optimizer) switch
    {
        OptimizerKind.Adam => 0.05,
        OptimizerKind.RmsProp => 0.3,
        OptimizerKind.Sgd => 8,
        _ => null,
    };

    /// <summary>No published rate of a network that was trained before is above; null where recipes do not tell.</summary>
    public static double? HighestOfFineTune(OptimizerKind optimizer) => Family(optimizer) switch
    {
        OptimizerKind.Adam => 5e-3,
        OptimizerKind.Lamb => 2e-2,
        OptimizerKind.Adafactor => 1e-2,
        _ => null,
    };

    /// <summary>No published rate has its peak below; null where recipes do not tell.</summary>
    public static double? Lowest(OptimizerKind optimizer) => Family(optimizer) switch
    {
        OptimizerKind.Adam or OptimizerKind.RmsProp or OptimizerKind.Adafactor => 1e-7,
        OptimizerKind.Sgd or OptimizerKind.Lamb => 1e-6,
        OptimizerKind.Muon or OptimizerKind.Adagrad => 1e-5,
        OptimizerKind.Lars => 1e-4,
        OptimizerKind.LearningRateFree => 0.01,
        _ => null,
    };

    /// <summary>The optimizer as people write it.</summary>
    public static string Name(OptimizerKind optimizer) => optimizer switch
    {
        OptimizerKind.Unspecified or OptimizerKind.Other => "any optimizer",
        OptimizerKind.Sgd => "SGD",
        OptimizerKind.Nesterov => "SGD with Nesterov's momentum",
        OptimizerKind.Lamb => "LAMB",
        OptimizerKind.Lars => "LARS",
        OptimizerKind.RmsProp => "RMSprop",
        OptimizerKind.Lbfgs => "L-BFGS",
        OptimizerKind.ScheduleFree => "a schedule-free optimizer",
        OptimizerKind.LearningRateFree => "an optimizer that finds its rate itself",
        _ => optimizer.ToString(),
    };
}
