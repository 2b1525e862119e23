using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class MetricAgainstMode : CallSiteSamples
{
    public override string Id => "LRG082";

    public override IEnumerable<Sample> Wrong =>
    [
        new("accuracy", Code("""
                    double valAccuracy = 0.5;
                    var plateau = new Rates.Plateau();
                    plateau.Report({|LRG082:valAccuracy|});
            """, """
                [ReduceOnPlateau(0.1)]
                public partial struct Plateau;
            """), "'valAccuracy' grows when it improves, and the mode is MetricMode.Min, so that the rate falls while all goes well; use MetricMode.Max"),
        new("loss", Code("""
                    double loss = 0.5;
                    var plateau = new Rates.Plateau();
                    plateau.Report({|LRG082:loss|});
            """, """
                [ReduceOnPlateau(0.1, Mode = MetricMode.Max)]
                public partial struct Plateau;
            """), "'loss' falls when it improves, and the mode is MetricMode.Max, so that the rate falls while all goes well; use MetricMode.Min"),
        new("property and method", Code("""
                    var plateau = new Rates.Plateau();
                    plateau.Report({|LRG082:MeanDice()|});
                    double MeanDice() => 0.5;
            """, """
                [ReduceOnPlateau(0.1)]
                public partial struct Plateau;
            """)),
        new("bleu of TorchSharp", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
                    double bleu = Validate(model);
                    plateau.step({|LRG082:bleu|});
            """), "'bleu' grows when it improves, and the mode is \"min\", so that the rate falls while all goes well; use \"max\""),
        new("error of TorchSharp", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, "max");
                    var testError = Validate(model);
                    plateau.step({|LRG082:testError|});
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("accuracy and max", Code("""
                    double valAccuracy = 0.5;
                    var plateau = new Rates.Plateau();
                    plateau.Report(valAccuracy);
            """, """
                [ReduceOnPlateau(0.1, Mode = MetricMode.Max)]
                public partial struct Plateau;
            """)),
        new("loss and min", Code("""
                    double loss = 0.5;
                    var plateau = new Rates.Plateau();
                    plateau.Report(loss);
            """, """
                [ReduceOnPlateau(0.1)]
                public partial struct Plateau;
            """)),
        new("negated", Code("""
                    double acc = 0.5;
                    var plateau = new Rates.Plateau();
                    plateau.Report(-acc);
                    plateau.Report(1 - acc);
            """, """
                [ReduceOnPlateau(0.1)]
                public partial struct Plateau;
            """)),
        new("negated before", Code("""
                    double valAcc = 0.5;
                    double acc = -valAcc;
                    var plateau = new Rates.Plateau();
                    plateau.Report(acc);
            """, """
                [ReduceOnPlateau(0.1)]
                public partial struct Plateau;
            """)),
        new("loss of the Dice", Code("""
                    double diceLoss = 0.5;
                    var plateau = new Rates.Plateau();
                    plateau.Report(diceLoss);
            """, """
                [ReduceOnPlateau(0.1)]
                public partial struct Plateau;
            """)),
        new("a word inside another", Code("""
                    double bitmap = 0.5, pace = 1;
                    var plateau = new Rates.Plateau();
                    plateau.Report(bitmap);
                    plateau.Report(pace);
            """, """
                [ReduceOnPlateau(0.1)]
                public partial struct Plateau;
            """)),
        new("dice of TorchSharp", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, "max");
                    var dice = Validate(model);
                    plateau.step(dice);
            """)),
    ];
}
