using Samples;
using LrGen;

namespace Samples;

/// <summary>A row of a table: an optimizer with a schedule, and how long it trains.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Attributes">The attributes of its schedule, as they stand in the source.</param>
/// <param name="Rates">The rate of every update of a training.</param>
/// <param name="Begin">Begins a training, given the seed.</param>
sealed record Contender(string Name, string Attributes, double[] Rates, Func<int, Training> Begin)
{
    /// <summary>A row whose optimizer is one of TorchSharp's.</summary>
    public static Contender Of<TSchedule>(string name, long steps, TSchedule schedule, Func<int, TSchedule, Training> begin)
        where TSchedule : struct, ISchedule
    {
        var rates = new double[steps];
        schedule.Fill(rates, start: 0);
        return new Contender(name, AttributeText.Of(typeof(TSchedule)), rates, seed => begin(seed, schedule));
    }

    /// <summary>A row whose optimizer is generated.</summary>
    public static Contender Of<TOptimizer>(string name, long steps, Func<long, double> rate, Func<int, Training> begin)
        where TOptimizer : IOptimizer
    {
        var rates = new double[steps];
        for (long step = 0; step < steps; step++)
            rates[step] = rate(step);
        return new Contender(name, AttributeText.Of(typeof(TOptimizer)), rates, begin);
    }
}

/// <summary>A table: contenders on the same data.</summary>
/// <param name="Name">Its name, also of its files.</param>
/// <param name="Title">What it is about.</param>
sealed record Section(string Name, string Title, Contender[] Contenders)
{
    /// <summary>Gets the contenders whose optimizer's time is reported.</summary>
    public string[] Timed { get; init; } = [];

    /// <summary>Returns how many updates of a contender's training are made.</summary>
    public static long Updates(Contender contender, Extent extent) =>
        extent == Extent.Quick ? contender.Rates.Length / 10 : contender.Rates.Length;
}
