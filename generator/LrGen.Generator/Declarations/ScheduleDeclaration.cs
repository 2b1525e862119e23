namespace LrGen.Generator.Declarations;

/// <summary>All that the generator needs to know of one annotated method or struct: text, numbers and flags, no symbols.</summary>
internal sealed record ScheduleDeclaration
{
    /// <summary>The namespace, escaped; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The containing types, outermost first; for a struct target it is the last.</summary>
    public required EquatableArray<ContainingType> Types { get; init; }

    /// <summary>The method; null for a struct target.</summary>
    public required MethodTarget? Method { get; init; }

    /// <summary>Whether the target is a class: an optimizer.</summary>
    public bool IsClass => Method is null && Types is [.., { Keyword: "class" }];

    /// <summary>A unique name for the generated file, without extension.</summary>
    public required string HintName { get; init; }

    /// <summary>The user's documentation comment: the XML inside it.</summary>
    public required string Documentation { get; init; }

    /// <summary>LrGen's attributes on the target, in source order.</summary>
    public required EquatableArray<AttributeModel> Attributes { get; init; }

    /// <summary>The declarations that it uses, and those that they use, each once.</summary>
    public EquatableArray<UsedDeclaration> Used { get; init; } = EquatableArray<UsedDeclaration>.Empty;

    /// <summary>The training that the declaration is for, with all that is known of it.</summary>
    public required AttributeModel Training { get; init; }

    /// <summary>What the consumer's framework offers.</summary>
    public required TargetFramework Framework { get; init; }

    /// <summary>Whether the members of a struct can be readonly.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>
    /// Whether a struct has fields of its own beside generated ones: fields in two parts have no order, which the compiler warns of
    /// (CS0282) unless the layout is declared to be free.
    /// </summary>
    public required bool HasFields { get; init; }

    /// <summary>Whether a constructor of a struct has to set the generated fields, too, which C# 10 asks for and can be given.</summary>
    public required bool NeedsInitializers { get; init; }

    /// <summary>The names that local variables must not have.</summary>
    public required EquatableArray<string> TakenNames { get; init; }

    /// <summary>Whether the attributes compile; if not, only the compiler knows what is wrong.</summary>
    public required bool Compiles { get; init; }

    /// <summary>Whether the declaration has errors: a body that throws is generated, so that the user sees only them.</summary>
    public required bool HasErrors { get; init; }

    /// <summary>
    /// For native code, which is compiled for processors of 2008 unless told otherwise: there a fused multiplication is a call into the
    /// C library, many times slower than the two operations.
    /// </summary>
    public ScheduleDeclaration WithoutFusing() => this with { Framework = Framework with { HasFusedMultiplyAdd = false } };

    /// <summary>The step as the formula calls it.</summary>
    public string StepName => Method?.StepName.TrimStart('@') ?? "step";
}

/// <summary>A type around the target, as it has to be written again: <c>partial record struct Name&lt;T&gt;</c>.</summary>
internal sealed record ContainingType(string Keyword, string Name);

/// <summary>The method to complete.</summary>
/// <param name="Modifiers">As the user wrote them, <c>partial</c> last.</param>
/// <param name="ReturnType">double, float or Half.</param>
/// <param name="ReturnTypeName">The return type as it has to be written, also where it is a wrong one.</param>
/// <param name="Name">Escaped, with type parameters.</param>
/// <param name="Parameters">The parameter list.</param>
/// <param name="Constraints">The constraint clauses, which the implementing part has to repeat.</param>
/// <param name="HasImplementationOptions">Whether the user gave a <c>MethodImpl</c> attribute, which cannot stand twice.</param>
/// <param name="StepName">The first parameter, escaped.</param>
/// <param name="StepType">Its type.</param>
internal sealed record MethodTarget(
    string Modifiers, RateType ReturnType, string ReturnTypeName, string Name, string Parameters, string Constraints,
    bool HasImplementationOptions, string StepName, StepType StepType);

/// <summary>The type of a returned rate.</summary>
internal enum RateType
{
    Double,
    Single,
    Half,
}

/// <summary>The type of a step parameter, as far as the generated code differs.</summary>
internal enum StepType
{
    /// <summary>sbyte, byte, short, ushort: their arithmetic is int's.</summary>
    Small,
    Int32,
    UInt32,
    Int64,
    UInt64,

    /// <summary>nint: converted to long.</summary>
    NativeInt,

    /// <summary>nuint: converted to ulong.</summary>
    NativeUInt,

    /// <summary>float: converted to long, without its fraction; the analyzers warn of it.</summary>
    Single,
}

/// <summary>What the generated code may use.</summary>
/// <param name="HasSpan">Whether <c>System.Span</c> exists.</param>
/// <param name="HasConstantSpans">Whether the compiler can put a table of doubles into the image (.NET 7 and later).</param>
/// <param name="HasVectors">Whether <c>Vector</c> can shift (.NET 7 and later).</param>
/// <param name="HasFusedMultiplyAdd">Whether <c>Vector</c> can multiply and add with one rounding, as <c>Math</c> can (.NET 9 and later).</param>
internal sealed record TargetFramework(bool HasSpan, bool HasConstantSpans, bool HasVectors, bool HasFusedMultiplyAdd)
{
    /// <summary>Whether the library has what optimizers need (.NET 8 and later).</summary>
    public bool HasOptimizers { get; init; }

    /// <summary>Whether <c>TensorPrimitives</c> has sums of products of every type of number (its package from 9.0 on).</summary>
    public bool HasTensorPrimitives { get; init; }

    /// <summary>Whether System.Text.Json can be told to leave a property out.</summary>
    public bool HasJsonIgnore { get; init; }
}

/// <summary>One of LrGen's attributes.</summary>
/// <param name="Name">The attribute's class name without "Attribute": <c>StepDecay</c>.</param>
/// <param name="Index">Its index among LrGen's attributes on the target.</param>
/// <param name="Arguments">All arguments, also those left out.</param>
internal sealed record AttributeModel(string Name, int Index, EquatableArray<ArgumentModel> Arguments)
{
    /// <summary>What the names among the arguments stand for, in their order.</summary>
    public EquatableArray<ReferenceModel> References { get; init; } = EquatableArray<ReferenceModel>.Empty;
}

/// <summary>What a name in an attribute stands for: another declaration, or a method of the user's.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Declaration">The index of the declaration among those that are used; −1 for a method, and where the name stands for nothing.</param>
/// <param name="Method">The method as it has to be called, qualified; empty for a declaration.</param>
/// <param name="StepKeyword">The type that the method's parameter wants its argument cast to; empty for double.</param>
internal sealed record ReferenceModel(string Name, int Declaration = -1, string Method = "", string StepKeyword = "")
{
    /// <summary>Whether the name stands for nothing that can be used; why is an error of its own, here or there.</summary>
    public bool IsBroken => Declaration < 0 && Method.Length == 0;
}

/// <summary>A declaration that others name. It stands once in the table of those that a target uses, however many name it.</summary>
/// <param name="Attributes">Its attributes, which take what is known at run time only from the target.</param>
/// <param name="Training">The training that it is for.</param>
internal sealed record UsedDeclaration(EquatableArray<AttributeModel> Attributes, AttributeModel Training);

/// <summary>One argument of an attribute: a constructor parameter or a property.</summary>
/// <param name="Name">As the user would name it: <c>steps</c>, <c>Floor</c>.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Value">The value, if it is known at compile time; options and flags as numbers.</param>
/// <param name="RuntimeName">The parameter, property or field that gives the value at run time.</param>
/// <param name="RuntimeCode">The same as a C# expression of type double.</param>
/// <param name="RuntimeIsInteger">Whether its type is an integer.</param>
internal sealed record ArgumentModel(
    string Name, ArgumentSource Source, double Value, string RuntimeName = "", string RuntimeCode = "", bool RuntimeIsInteger = false)
{
    /// <summary>The values of an array, which only an attribute can give.</summary>
    public EquatableArray<double> Values { get; init; } = EquatableArray<double>.Empty;
}

/// <summary>Where the value of an argument comes from.</summary>
internal enum ArgumentSource
{
    /// <summary>Written in the attribute.</summary>
    Given,

    /// <summary>Left out; the attribute has a default.</summary>
    Default,

    /// <summary>Left out; a parameter, property or field of that name gives it.</summary>
    Runtime,

    /// <summary>Left out, and nothing gives it.</summary>
    Missing,
}
