using System.Numerics;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Conversions;

/// <summary>What is known of the numbers of C#.</summary>
internal static class Numbers
{
    /// <summary>A difference of rounded numbers that is smaller than this may be none.</summary>
    public static readonly Rational Doubt = Rational.PowerOfTwo(-30);

    /// <summary>The same for single precision.</summary>
    public static readonly Rational SingleDoubt = Rational.PowerOfTwo(-16);

    /// <summary>Whether a type is an integer or a floating-point number that can be a step or a rate.</summary>
    public static bool IsNumber(ITypeSymbol? type) => IsInteger(type) || IsFloating(type);

    public static bool IsFloating(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    public static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    public static bool IsUnsigned(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64;

    /// <summary>The largest value of an integer type.</summary>
    public static BigInteger? Largest(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte => sbyte.MaxValue,
        SpecialType.System_Byte => byte.MaxValue,
        SpecialType.System_Int16 => short.MaxValue,
        SpecialType.System_UInt16 => ushort.MaxValue,
        SpecialType.System_Int32 => int.MaxValue,
        SpecialType.System_UInt32 => uint.MaxValue,
        SpecialType.System_Int64 => long.MaxValue,
        SpecialType.System_UInt64 => ulong.MaxValue,
        _ => null,
    };

    /// <summary>The wider of two types of which one holds all values of the other; null where neither does.</summary>
    public static ITypeSymbol? Widest(ITypeSymbol? a, ITypeSymbol? b) => Holds(a, b) ? a : Holds(b, a) ? b : null;

    /// <summary>Whether a conversion to the first type keeps every value of the second, but for the rounding of long to double.</summary>
    public static bool Holds(ITypeSymbol? to, ITypeSymbol? from)
    {
        if (to is null || from is null || !IsNumber(to) || !IsNumber(from))
            return false;
        if (to.SpecialType == from.SpecialType || IsFloating(to) && (IsInteger(from) || to.SpecialType == SpecialType.System_Double))
            return true;
        return IsInteger(to) && IsInteger(from) && Largest(to) >= Largest(from) && (!IsUnsigned(to) || IsUnsigned(from));
    }
}
