using System.Globalization;
using LrGen;

namespace App;

/// <summary>A complete optimizer.</summary>
[Training(Scope = Scope.Scalar)]
[Adam, Warmup(5), CosineDecay(0.1, steps: 20)]
public sealed partial class AppAdam;

/// <summary>One with hyperparameters of run time and a schedule of its momentum.</summary>
/// <param name="rate">The rate.</param>
/// <param name="weightDecay">The weight decay.</param>
[Sgd(ClipNorm = 1), Constant, LinearDecay(0.9, 0.5, steps: 20, Quantity = Quantity.Momentum)]
public sealed partial class AppSgd(double rate, double weightDecay);

/// <summary>One that looks at whole tensors.</summary>
[Lamb, Constant(0.01)]
public sealed partial class AppLamb;

/// <summary>Trains three numbers of each type towards 1, 2 and 3.</summary>
public static class Trainings
{
    /// <summary>Prints what became of them.</summary>
    public static void Print()
    {
        Train("Adam", () => new AppAdam());
        Train("SGD", () => new AppSgd(0.1, 0.001));
        Train("LAMB", () => new AppLamb());
    }

    private static void Train(string name, Func<IOptimizer> create)
    {
        IOptimizer single = create(), real = create(), half = create();
        float[] singles = [0, 0, 0];
        double[] reals = [0, 0, 0];
        Half[] halves = [(Half)0, (Half)0, (Half)0];
        for (int step = 0; step < 20; step++)
        {
            single.Update(singles, [.. singles.Select((p, i) => p - (i + 1))]);
            real.Update(reals, [.. reals.Select((p, i) => p - (i + 1))]);
            half.Update(halves, [.. halves.Select((p, i) => p - (Half)(i + 1))]);
        }

        using var saved = new MemoryStream();
        real.Save(saved);
        saved.Position = 0;
        var resumed = create();
        resumed.Load(saved);
        double[] again = [.. reals];
        real.Update(reals, [1, 1, 1]);
        resumed.Update(again, [1, 1, 1]);
        if (!again.SequenceEqual(reals) || resumed.Step != 21)
            throw new InvalidOperationException(name + " does not resume.");
        string numbers = string.Join(' ', singles.Select(p => (double)p).Concat(reals).Concat(halves.Select(p => (double)p)).Select(p => p.ToString("G5", CultureInfo.InvariantCulture)));
        Console.WriteLine($"{name}: {numbers}; {saved.Length} bytes");
    }
}
