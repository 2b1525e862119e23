using System;

namespace LrGen;

/// <summary>
/// A schedule as a value: implemented by the generator on a <c>partial struct</c> that carries schedule attributes.
/// </summary>
/// <remarks>
/// Take it as a constrained type parameter, <c>where T : struct, ISchedule</c>: the compiler then calls the generated
/// code directly and inlines it. A variable of type <see cref="ISchedule"/> boxes the struct.
/// </remarks>
/// <example>
/// <code>
/// [Warmup(500), CosineDecay(1e-3, steps: 10_000)]
/// public readonly partial struct DigitsRate;
///
/// static void Train&lt;TSchedule&gt;(TSchedule schedule) where TSchedule : struct, ISchedule { … schedule.At(step) … }
/// </code>
/// </example>
public interface ISchedule
{
    /// <summary>
    /// Gets the step at which the schedule reaches its end value, in the unit of its lengths;
    /// <see cref="double.PositiveInfinity"/> where it never ends.
    /// </summary>
    double Length { get; }

    /// <summary>Gets the rate of the first update, <c>At(0)</c>.</summary>
    double First { get; }

    /// <summary>Gets the highest rate at any step.</summary>
    /// <remarks>
    /// Of a shape that is known at run time alone, as a formula of your own is, the first million steps are searched, and of waves whose length
    /// is no whole number of steps the first 64.
    /// </remarks>
    double Peak { get; }

    /// <summary>
    /// Gets the rate at <see cref="Length"/>, which is the first one again where the schedule repeats, or the rate it tends to where it never ends.
    /// </summary>
    double Last { get; }

    /// <summary>Returns the rate of one optimizer update.</summary>
    /// <param name="step">The 0-based index of the update about to run. A negative index gives the rate at 0.</param>
    /// <returns>The rate: a pure function of <paramref name="step"/>, the same for every order of calls.</returns>
    double At(long step);

#if NET
    /// <summary>Writes the rates of consecutive updates; each equals <see cref="At"/> of its step, bit for bit.</summary>
    /// <param name="rates">Receives the rates of the updates <paramref name="start"/>, <paramref name="start"/> + 1, ….</param>
    /// <param name="start">The index of the update whose rate is written to <c>rates[0]</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last step would be above <see cref="long.MaxValue"/>.</exception>
    void Fill(Span<double> rates, long start)
    {
        // Only structs compiled against the netstandard2.0 library come here: its interface has no span.
        if (start > long.MaxValue - rates.Length)
            throw new ArgumentOutOfRangeException(nameof(start), start, "The last step would be above long.MaxValue.");
        for (int i = 0; i < rates.Length; i++)
            rates[i] = At(start + i);
    }
#endif
}
