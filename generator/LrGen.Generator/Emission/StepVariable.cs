using System.Numerics;
using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Emission;

/// <summary>
/// The variable that holds the step in a generated body: the parameter itself where its type fits, a wider copy where comparing it
/// with a boundary would otherwise be a comparison that is always true (CS0652).
/// </summary>
internal sealed class StepVariable
{
    private StepVariable(string name, string? declaration, bool isSigned, bool isWide)
    {
        Name = name;
        Declaration = declaration;
        IsSigned = isSigned;
        IsWide = isWide;
    }

    public string Name { get; }

    /// <summary>The statement that declares the copy, if there is one.</summary>
    public string? Declaration { get; }

    public bool IsSigned { get; }

    /// <summary>Whether it has 64 bits.</summary>
    public bool IsWide { get; }

    /// <summary>The C# type that holds it.</summary>
    public string Type => Keyword(IsSigned, IsWide);

    /// <summary>The largest step.</summary>
    public BigInteger Largest => (IsSigned, IsWide) switch
    {
        (true, true) => long.MaxValue,
        (true, false) => int.MaxValue,
        (false, true) => ulong.MaxValue,
        (false, false) => uint.MaxValue,
    };

    /// <summary>The type that a step of another is cast to without loss, and its keyword where a cast is needed.</summary>
    public static (StepType Type, string Keyword) Plain(StepType type) => type switch
    {
        StepType.Small => (StepType.Int32, "int"),
        StepType.NativeInt => (StepType.Int64, "long"),
        StepType.NativeUInt => (StepType.UInt64, "ulong"),
        StepType.Single => (StepType.Int64, "long"),
        _ => (type, string.Empty),
    };

    /// <summary>The C# keyword of one of the plain types.</summary>
    public static string KeywordOf(StepType type) =>
        Keyword(type is StepType.Int32 or StepType.Int64, type is StepType.Int64 or StepType.UInt64);

    /// <summary>A step as an integer: a float without its fraction.</summary>
    public static string Whole(string step, StepType type) => type == StepType.Single ? "(long)" + step : step;

    /// <param name="parameter">The step parameter.</param>
    /// <param name="type">Its type.</param>
    /// <param name="largest">The largest number that it is compared with.</param>
    /// <param name="isChanged">Whether the body assigns to it.</param>
    /// <param name="names">The names in use.</param>
    public static StepVariable For(string parameter, StepType type, BigInteger largest, bool isChanged, NameScope names)
    {
        bool isSigned = type is not (StepType.UInt32 or StepType.UInt64 or StepType.NativeUInt);
        bool fitsInt = largest <= (isSigned ? int.MaxValue : uint.MaxValue);
        bool isWide = type is StepType.Int64 or StepType.UInt64 or StepType.NativeInt or StepType.NativeUInt or StepType.Single || !fitsInt;
        bool isSame = type is StepType.Int32 or StepType.UInt32 && !isWide || type is StepType.Int64 or StepType.UInt64;
        if (isSame && !isChanged)
            return new StepVariable(parameter, null, isSigned, isWide);
        string name = names.Unique("t");
        return new StepVariable(name, Keyword(isSigned, isWide) + " " + name + " = " + Whole(parameter, type) + ";", isSigned, isWide);
    }

    private static string Keyword(bool isSigned, bool isWide) => (isSigned, isWide) switch
    {
        (true, true) => "long",
        (true, false) => "int",
        (false, true) => "ulong",
        (false, false) => "uint",
    };

    /// <summary>The step less a number.</summary>
    public string Minus(BigInteger number) => number.IsZero ? Name : Name + " - " + NumberText.Integer(number);
}
