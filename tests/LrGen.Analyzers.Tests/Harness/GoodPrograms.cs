namespace LrGen.Analyzers.Tests.Harness;

/// <summary>One source with programs that use schedules rightly, the odd ones that are easily taken for mistakes included.</summary>
internal static class GoodPrograms
{
    public const string Source = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using LrGen;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;

        static partial class Rates
        {
            [CosineDecay(0.1, steps: 45_000)]
            public static partial double Step(long step);

            [StepDecay(0.1, every: 30, factor: 0.1)]
            public static partial double Epoch(int epoch);

            [CosineDecay(1, steps: 90)]
            public static partial double Factor(int epoch);

            [CosineDecay(0.01, steps: 45_000)]
            public static partial double Bias(long step);

            [LinearDecay(0.8, to: 0.95, steps: 1_000, Quantity = Quantity.Momentum)]
            public static partial double Momentum(long step);

            [Constant(0.1)]
            public static partial float Held(long step);
        }

        [CosineDecay(0.1, steps: 45_000)]
        readonly partial struct Cosine;

        [ReduceOnPlateau(0.1, factor: 0.5, patience: 3, Mode = MetricMode.Max)]
        partial struct Plateau;

        [Adam(AccumulationSteps = 4), Warmup(500), CosineDecay(1e-3, steps: 10_000)]
        sealed partial class DigitsOptimizer;

        static class Digits
        {
            // The optimizer counts its updates itself, and says by a result that nobody needs when it has only summed up.
            public static void Train(float[] parameters, float[] gradients, Action addGradients, int epochs, int batches)
            {
                var optimizer = new DigitsOptimizer();
                for (int epoch = 0; epoch < epochs; epoch++)
                {
                    for (int batch = 0; batch < batches; batch++)
                    {
                        Array.Clear(gradients);
                        addGradients();
                        optimizer.Update(parameters, gradients);
                    }

                    Console.WriteLine($"{epoch} {optimizer.Step} {optimizer.Rate}");
                }
            }
        }

        sealed class Trainer(nn.Module<Tensor, Tensor> model, nn.Module<Tensor, Tensor, Tensor> criterion, IReadOnlyList<(Tensor X, Tensor Y)> loader)
        {
            private readonly SGD _optimizer = torch.optim.SGD(model.parameters(), 0.1, momentum: 0.9);
            private long _step;

            // The counter is a field, which goes on from epoch to epoch.
            public void TrainEpoch(int epoch)
            {
                for (int i = 0; i < loader.Count; i++)
                {
                    foreach (var group in _optimizer.ParamGroups)
                        group.LearningRate = Rates.Step(_step++);
                    _optimizer.zero_grad();
                    criterion.call(model.call(loader[i].X), loader[i].Y).backward();
                    _optimizer.step();
                }
            }

            // yolov5: the biases come down from a high rate while all else warms up.
            public void WarmUpBiases()
            {
                var optimizer = torch.optim.SGD(new[] { new SGD.ParamGroup(model.parameters()), new SGD.ParamGroup(criterion.parameters()) }, 0.01, momentum: 0.9);
                var groups = optimizer.ParamGroups.ToArray();
                for (int step = 0; step < 45_000; step++)
                {
                    for (int j = 0; j < groups.Length; j++)
                        groups[j].LearningRate = j == 1 ? Rates.Bias(step) : Rates.Step(step);
                    ((torch.optim.IMomentum)groups[0]).Momentum = Rates.Momentum(step);
                    optimizer.zero_grad();
                    criterion.call(model.call(loader[step % loader.Count].X), loader[step % loader.Count].Y).backward();
                    optimizer.step();
                }
            }

            // Two networks with an optimizer and a schedule each.
            public void TrainAgainstEachOther(nn.Module<Tensor, Tensor> generator)
            {
                var d = torch.optim.Adam(model.parameters(), lr: 2e-4, beta1: 0.5);
                var g = torch.optim.Adam(generator.parameters(), lr: 2e-4, beta1: 0.5);
                var sd = torch.optim.lr_scheduler.StepLR(d, 30);
                var sg = torch.optim.lr_scheduler.StepLR(g, 30);
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    foreach (var (x, y) in loader)
                    {
                        d.zero_grad();
                        criterion.call(model.call(x), y).backward();
                        criterion.call(model.call(generator.call(x)), y).backward();
                        d.step();
                        g.zero_grad();
                        (-criterion.call(model.call(generator.call(x)), y)).backward();
                        g.step();
                    }
                    sd.step();
                    sg.step();
                }
            }

            // The rate of a LambdaLR is the optimizer's 1 times the factor, or the rate itself.
            public void TrainByFactor(double accuracy)
            {
                var optimizer = torch.optim.SGD(model.parameters(), 1);
                var scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, epoch => Rates.Epoch(epoch));
                var other = torch.optim.SGD(criterion.parameters(), 0.1);
                var factor = torch.optim.lr_scheduler.LambdaLR(other, Rates.Factor);
                var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(torch.optim.SGD(model.parameters(), 0.1));
                for (int epoch = 0; epoch < 90; epoch++)
                {
                    optimizer.step();
                    other.step();
                    scheduler.step();
                    factor.step();
                    plateau.step(-accuracy);
                    plateau.step(1 - accuracy);
                }
            }

            // Gradients of four micro-batches, the loss divided, the counter that of updates.
            public void Accumulate(int accumulation)
            {
                var optimizer = torch.optim.AdamW(model.parameters(), lr: 1e-3);
                long update = 0;
                for (int i = 0; i < loader.Count; i++)
                {
                    (criterion.call(model.call(loader[i].X), loader[i].Y) / accumulation).backward();
                    if ((i + 1) % accumulation == 0)
                    {
                        foreach (var group in optimizer.ParamGroups)
                            group.LearningRate = Rates.Step(update) * 0.01;
                        optimizer.step();
                        optimizer.zero_grad();
                        update++;
                    }
                }
            }

            // A training that goes on: the counter comes from the checkpoint.
            public void Resume(string folder)
            {
                var optimizer = torch.optim.SGD(model.parameters(), Rates.Step(0));
                var rate = new Cursor<Cosine>(0);
                if (File.Exists(Path.Combine(folder, "step")))
                {
                    model.load(Path.Combine(folder, "model"));
                    optimizer.load_state_dict(Path.Combine(folder, "optimizer"));
                    rate.Step = long.Parse(File.ReadAllText(Path.Combine(folder, "step")));
                }

                foreach (var (x, y) in loader)
                {
                    optimizer.ParamGroups.First().LearningRate = rate.Rate;
                    optimizer.zero_grad();
                    criterion.call(model.call(x), y).backward();
                    optimizer.step();
                    rate.Advance();
                }
            }

            // Trials that begin anew, each with its own counter.
            public double Search(IEnumerable<double> scales)
            {
                double best = 0;
                foreach (double scale in scales)
                {
                    using var optimizer = torch.optim.SGD(model.parameters(), Rates.Step(0) * scale);
                    var plateau = new Plateau();
                    long step = 0;
                    for (int epoch = 0; epoch < 3; epoch++)
                    {
                        foreach (var (x, y) in loader)
                        {
                            foreach (var group in optimizer.ParamGroups)
                                group.LearningRate = Rates.Step(step) * scale * plateau.Rate;
                            optimizer.zero_grad();
                            criterion.call(model.call(x), y).backward();
                            optimizer.step();
                            step++;
                        }

                        double accuracy = 0.5;
                        plateau.Report(accuracy);
                        best = Math.Max(best, accuracy);
                    }
                }

                return best;
            }
        }

        static class Tools
        {
            // Tests and plots ask for rates without training anything.
            public static void Plot(int width)
            {
                Rates.Step(0);
                for (int step = 0; step < 100; step++)
                    Console.WriteLine(new string('#', (int)(Rates.Step(step) * width / 0.1)));
                for (int epoch = 0; epoch < 10; epoch++)
                    Console.WriteLine($"{epoch} {Rates.Epoch(epoch)}");
            }

            public static double Generic<T>(T schedule, long step)
                where T : struct, ISchedule => schedule.At(step) + default(Cursor<T>).Rate;

            public static int Epochs(long step, int stepsPerEpoch) => (int)(step / stepsPerEpoch);

            public static float Compare(long step) => Rates.Held(step) - (float)Rates.Step(step);
        }
        """;
}
