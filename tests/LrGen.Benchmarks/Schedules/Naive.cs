namespace LrGen.Benchmarks.Schedules;

/// <summary>The schedules as a person writes them first: the formula, as it stands in a paper.</summary>
internal static class Naive
{
    public static double StepDecay(long step) => 0.01 * Math.Pow(0.5, step / Lengths.StepEvery);

    public static double WarmupCosine(long step)
    {
        if (step < Lengths.WarmupSteps)
            return 3e-4 * step / Lengths.WarmupSteps;
        double progress = Math.Min((double)(step - Lengths.WarmupSteps) / Lengths.CosineSteps, 1);
        return 3e-5 + (3e-4 - 3e-5) * (1 + Math.Cos(Math.PI * progress)) / 2;
    }

    public static double Exponential(long step) => 0.001 * Math.Pow(0.96, step / 1000.0);

    public static double Linear(long step)
    {
        double progress = Math.Min((double)step / Lengths.DecaySteps, 1);
        return 0.01 + (1e-4 - 0.01) * progress;
    }

    public static double Square(long step)
    {
        double progress = Math.Min((double)step / Lengths.DecaySteps, 1);
        return 1e-4 + (0.01 - 1e-4) * Math.Pow(1 - progress, 2);
    }

    public static double Polynomial(long step)
    {
        double progress = Math.Min((double)step / Lengths.DecaySteps, 1);
        return 1e-4 + (0.01 - 1e-4) * Math.Pow(1 - progress, 0.9);
    }
}
