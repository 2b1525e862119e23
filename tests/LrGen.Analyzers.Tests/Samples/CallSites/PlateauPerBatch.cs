using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples.CallSites;

public sealed class PlateauPerBatch : CallSiteSamples
{
    public override string Id => "LRG081";

    public override IEnumerable<Sample> Wrong =>
    [
        new("loss of a batch", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            var loss = criterion.call(model.call(x), y);
                            loss.backward();
                            optimizer.step();
                            {|LRG081:plateau.step(loss.item<float>())|};
                        }
                    }
            """), "'plateau.step(loss.item<float>())' runs once a batch, whose losses go up and down, so that a patience of 10 is over within the first epoch; report once an epoch"),
        new("declared", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var plateau = new Rates.Plateau();
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            var loss = criterion.call(model.call(x), y);
                            loss.backward();
                            optimizer.ParamGroups.First().LearningRate = plateau.Rate;
                            optimizer.step();
                            {|LRG081:plateau.Report(loss.item<float>())|};
                        }
                    }
            """, """
                [ReduceOnPlateau(0.1)]
                public partial struct Plateau;
            """)),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("once an epoch", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        plateau.step(Validate(model));
                    }
            """)),
        new("patient", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience: 2_000);
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                            plateau.step(Validate(model));
                        }
                    }
            """)),
        new("now and then", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
                    int step = 0;
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                            if (++step % 500 == 0)
                                plateau.step(Validate(model));
                        }
                    }
            """)),
        new("one batch an epoch", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
                    foreach (var (x, y) in loader)
                    {
                        optimizer.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        optimizer.step();
                        plateau.step(Validate(model));
                    }
            """)),
        new("declared, once an epoch", Torch("""
                    var optimizer = torch.optim.SGD(model.parameters(), 0.1);
                    var plateau = new Rates.Plateau();
                    for (int epoch = 0; epoch < 90; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            optimizer.ParamGroups.First().LearningRate = plateau.Rate;
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                        }
                        plateau.Report(Validate(model));
                    }
            """, """
                [ReduceOnPlateau(0.1)]
                public partial struct Plateau;
            """)),
    ];
}
