using LrGen.Generator.Schedules;

namespace LrGen.Analyzers.Review;

/// <summary>
/// The range of rates that published recipes have, by optimizer: 238 of them, from the repositories of their authors, were read for these
/// bounds, and none of them lies outside.
/// </summary>
internal static class PublishedRates
{
    /// <summary>Optimizers that take the same rates; Adam stands for its relatives.</summary>
    public static Optimizer Family(Optimizer optimizer) => optimizer switch
    {
        Optimizer.AdamW or Optimizer.NAdam or Optimizer.RAdam or Optimizer.Adamax or Optimizer.Lion => Optimizer.Adam,
        Optimizer.Nesterov => Optimizer.Sgd,
        Optimizer.Unspecified => Optimizer.Other,
        _ => optimizer,
    };

    /// <summary>No published rate is above.</summary>
    public static double Highest(Optimizer optimizer) => Family(optimizer) switch
    {
        Optimizer.Adam => 2,
        Optimizer.Lamb or Optimizer.Adagrad or Optimizer.Muon => 1,
        Optimizer.RmsProp or Optimizer.Adafactor => 0.5,
        Optimizer.Adadelta or Optimizer.LearningRateFree => 10,
        Optimizer.Lbfgs => 5,
        _ => 64,
    };

    /// <summary>No published rate of a whole new network is above; null where recipes do not tell.</summary>
    public static double? HighestOfNetwork(Optimizer optimizer) => Family(optimizer) switch
    {
        Optimizer.Adam => 0.05,
        Optimizer.RmsProp => 0.3,
        Optimizer.Sgd => 8,
        _ => null,
    };

    /// <summary>No published rate of a network that was trained before is above; null where recipes do not tell.</summary>
    public static double? HighestOfFineTune(Optimizer optimizer) => Family(optimizer) switch
    {
        Optimizer.Adam => 5e-3,
        Optimizer.Lamb => 2e-2,
        Optimizer.Adafactor => 1e-2,
        _ => null,
    };

    /// <summary>No published rate has its peak below; null where recipes do not tell.</summary>
    public static double? Lowest(Optimizer optimizer) => Family(optimizer) switch
    {
        Optimizer.Adam or Optimizer.RmsProp or Optimizer.Adafactor => 1e-7,
        Optimizer.Sgd or Optimizer.Lamb => 1e-6,
        Optimizer.Muon or Optimizer.Adagrad => 1e-5,
        Optimizer.Lars => 1e-4,
        Optimizer.LearningRateFree => 0.01,
        _ => null,
    };

    /// <summary>The optimizer as people write it.</summary>
    public static string Name(Optimizer optimizer) => optimizer switch
    {
        Optimizer.Unspecified or Optimizer.Other => "any optimizer",
        Optimizer.Sgd => "SGD",
        Optimizer.Nesterov => "SGD with Nesterov's momentum",
        Optimizer.Lamb => "LAMB",
        Optimizer.Lars => "LARS",
        Optimizer.RmsProp => "RMSprop",
        Optimizer.Lbfgs => "L-BFGS",
        Optimizer.LearningRateFree => "an optimizer that finds its rate itself",
        _ => optimizer.ToString(),
    };
}
