namespace LrGen;

/// <summary>
/// A schedule of several hyperparameters: implemented by the generator on a <c>partial struct</c> whose attributes are for more than one
/// <see cref="Quantity"/>.
/// </summary>
/// <remarks>
/// The members of <see cref="ISchedule"/> are those of the learning rate. Each other quantity also has a method of its own, such as
/// <c>MomentumAt(step)</c>. With a constant quantity the just-in-time compiler leaves nothing of the choice.
/// </remarks>
/// <example>
/// <code>
/// [OneCycle(0.1, steps: 1_000)]
/// [Mirror(low: 0.85, high: 0.95, Quantity = Quantity.Momentum)]
/// public readonly partial struct DigitsRate;
/// </code>
/// </example>
public interface IHyperparameterSchedule : ISchedule
{
    /// <summary>Returns whether a quantity is scheduled.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <returns>Whether <see cref="At(Quantity, long)"/> knows it.</returns>
    bool Schedules(Quantity quantity);

    /// <summary>Returns the value of a quantity for one optimizer update.</summary>
    /// <param name="quantity">The quantity; one that <see cref="Schedules"/> says is scheduled.</param>
    /// <param name="step">The 0-based index of the update about to run. A negative index gives the value at 0.</param>
    /// <returns>The value.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">The quantity is not scheduled.</exception>
    double At(Quantity quantity, long step);
}
