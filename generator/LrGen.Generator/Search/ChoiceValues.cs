using System.Globalization;
using System.Numerics;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Generator.Search;

/// <summary>Constants of attributes as values of a parameter's type.</summary>
internal static class ChoiceValues
{
    public static bool IsInteger(ITypeSymbol type) => type.TypeKind != TypeKind.Enum && Bounds(type.SpecialType) is not null;

    public static bool CanChoose(ITypeSymbol type) => type.TypeKind == TypeKind.Enum || IsInteger(type)
        || type.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Boolean or SpecialType.System_String;

    public static bool Holds(ITypeSymbol type, BigInteger value) => Bounds(type.SpecialType) is { } bounds && value >= bounds.Low && value <= bounds.High;

    /// <summary>A constant as a C# expression of a type; null if it is no value of it.</summary>
    /// <param name="value">The constant.</param>
    /// <param name="type">The type of the parameter.</param>
    /// <param name="given">The type of the constant, where it is known.</param>
    public static string? Literal(object? value, ITypeSymbol type, ITypeSymbol? given = null)
    {
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } && Integer(value) is { } member)
        {
            return given is null || SymbolEqualityComparer.Default.Equals(given, type)
                ? "(" + type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + ")(" + NumberText.Integer(member) + ")"
                : null;
        }

        if (given?.TypeKind == TypeKind.Enum)
            return null;
        return type.SpecialType switch
        {
            SpecialType.System_String => value is string text ? SymbolDisplay.FormatLiteral(text, quote: true) : null,
            SpecialType.System_Boolean => value is bool flag ? flag ? "true" : "false" : null,
            SpecialType.System_Double => Real(value) is { } real ? NumberText.Literal(real) : null,
            SpecialType.System_Single => Real(value) is { } real && !float.IsInfinity((float)real) ? "(float)" + NumberText.Literal(real) : null,
            SpecialType.System_Int32 => Integer(value) is { } small && Holds(type, small) ? NumberText.Integer(small) : null,
            SpecialType.System_Int64 => Integer(value) is { } large && Holds(type, large) ? NumberText.Integer(large) + "L" : null,
            _ => Integer(value) is { } whole && Holds(type, whole)
                ? "(" + type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + ")" + NumberText.Integer(whole)
                : null,
        };
    }

    /// <summary>A constant for a message.</summary>
    public static string Text(object? value) => value switch
    {
        null => "null",
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        bool flag => flag ? "true" : "false",
        _ when Integer(value) is { } whole => NumberText.Integer(whole),
        double or float => NumberText.Friendly(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static BigInteger? Integer(object? value) => value switch
    {
        sbyte or short or int or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        byte or ushort or uint or ulong => Convert.ToUInt64(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static double? Real(object? value)
    {
        double? real = value is double or float or sbyte or byte or short or ushort or int or uint or long or ulong
            ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
            : null;
        return real is { } number && !double.IsNaN(number) && !double.IsInfinity(number) ? real : null;
    }

    private static (BigInteger Low, BigInteger High)? Bounds(SpecialType type) => type switch
    {
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
        SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
        SpecialType.System_UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => null,
    };
}
