using LrGen;

#pragma warning disable CA1716, CA1034, CA1715 // Names that are keywords, and nesting, are what this project is about.

namespace @event.@class;

/// <summary>A schedule in an interface, as a static method and as a nested struct.</summary>
public partial interface IRates
{
    /// <summary>A static method.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The rate.</returns>
    [Constant(0.25)]
    public static partial double Held(long step);

    /// <summary>A nested struct.</summary>
    [LinearDecay(1, 0, steps: 4)]
    public readonly partial struct Linear;
}

/// <summary>A schedule in a record.</summary>
/// <param name="Name">Any state.</param>
public abstract partial record Settings(string Name)
{
    /// <summary>An instance method.</summary>
    /// <param name="epoch">The step.</param>
    /// <returns>The rate.</returns>
    [StepDecay(1, every: 2, factor: 0.5)]
    public partial float Rate(nint epoch);
}

/// <summary>The record that is used.</summary>
/// <param name="Name">Any state.</param>
public sealed record UsedSettings(string Name) : Settings(Name);

/// <summary>A schedule in a generic type in a generic type.</summary>
/// <typeparam name="T">Any type.</typeparam>
public partial class Outer<T>
    where T : notnull
{
    /// <summary>A record struct in a generic class.</summary>
    /// <typeparam name="TInner">Any type.</typeparam>
    /// <param name="Value">Any state.</param>
    public partial record struct Inner<TInner>(TInner Value)
        where TInner : struct
    {
        /// <summary>A generic method.</summary>
        /// <typeparam name="TMethod">Any type.</typeparam>
        /// <param name="step">The step.</param>
        /// <param name="steps">The length.</param>
        /// <returns>The rate.</returns>
        [PolynomialDecay(1, power: 2)]
        public static partial double Rate<TMethod>(ushort step, int steps)
            where TMethod : class, System.IComparable<T>;
    }
}

/// <summary>Named like keywords.</summary>
public static partial class @int
{
    /// <summary>Named like keywords throughout.</summary>
    /// <param name="long">The step.</param>
    /// <param name="from">The rate of the first step.</param>
    /// <param name="to">The last rate.</param>
    /// <returns>The rate.</returns>
    [LinearDecay(steps: 4)]
    public static partial double @double(long @long, double @from, double to);

    /// <summary>Named like a contextual keyword.</summary>
    [ExponentialDecay(1, factor: 0.5, every: 2)]
    public readonly partial struct @record;
}
