using System;

namespace LrGen;

/// <summary>The base of the attributes that say what values a parameter of a search space can have.</summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public abstract class DimensionAttribute : Attribute
{
    private protected DimensionAttribute()
    {
    }
}
