using System;

namespace LrGen;

/// <summary>
/// The base of the attributes whose rate depends on reported metrics, one per struct.
/// </summary>
/// <remarks>
/// <para>
/// The target is a <c>partial struct</c> that is not <c>readonly</c>. Alone, the attribute makes it an <see cref="IMetricSchedule"/>: a
/// rate that starts at <c>initialRate</c>. Beside schedule attributes, with <c>initialRate</c> left out, it multiplies their
/// <see cref="ISchedule"/> by a <c>Scale</c> that starts at 1; a floor is then a share.
/// </para>
/// <para>
/// The state is public properties of simple types, without NaN and infinities, so that System.Text.Json and others can save it;
/// <c>default</c> is a fresh state.
/// </para>
/// <para>
/// An argument left out is taken, at run time, from the struct's primary-constructor parameter, field or property of that name
/// (<c>InitialRate</c>), or of the attribute's and its name; the generated code then checks the value. To have it saved with the
/// state, take a property.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Struct | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class MetricAttribute : Attribute
{
    private protected MetricAttribute()
    {
    }
}
