using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Generator.Declarations;

/// <summary>
/// Finds the value of every argument of every attribute: in the attribute, or at run time in the parameter, property or field of the
/// target that has the argument's name, or the attribute's and the argument's.
/// </summary>
internal sealed partial class ArgumentBinder
{
    private readonly List<ScheduleError> _errors;
    private readonly List<RuntimeValue> _values;
    private readonly bool _isMethod;
    private readonly ISymbol _target;
    private readonly Compilation _compilation;
    private readonly UsedDeclarations _used;
    private readonly bool _isTarget;

    /// <param name="target">The method or struct that has the attributes.</param>
    /// <param name="compilation">Where it is compiled.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="used">The declarations that the one uses which this is read for; null where this is it.</param>
    public ArgumentBinder(ISymbol target, Compilation compilation, List<ScheduleError> errors, UsedDeclarations? used = null)
    {
        (_target, _compilation, _isTarget) = (target, compilation, used is null);
        _used = used ?? new UsedDeclarations(target, compilation);
        _errors = errors;
        _isMethod = target is IMethodSymbol;
        _values = target is IMethodSymbol method ? Parameters(method).ToList() : Members((INamedTypeSymbol)target).ToList();
    }

    /// <summary>Whether a bound getter is not readonly, so that generated members must not be, either.</summary>
    public bool ReadsMutatingGetter => _values.Any(v => v.IsUsed && v.IsMutating);

    /// <summary>What is known of the training; complete once the attributes are bound.</summary>
    public AttributeModel Training { get; private set; } = TrainingAttributes.None;

    /// <summary>The declarations that the attributes use, once these are bound.</summary>
    public EquatableArray<UsedDeclaration> Used => _used.ToTable(Rebind);

    public List<AttributeModel> Bind(List<AttributeData> attributes)
    {
        var training = TrainingAttributes.Slots(_target, Slots).ToList();
        var slots = attributes.SelectMany(Slots).ToList();
        foreach (var slot in training.Where(s => s.CanBind).Concat(slots).Where(s => s.Value is null))
            slot.Bound = _values.FirstOrDefault(v => v.Matches(slot.QualifiedName));
        BindShortNames(slots.Where(s => s.Value is null && s.Bound is null).ToList());
        var references = attributes.Select((attribute, index) => References(attribute, index).ToEquatableArray()).ToList();
        foreach (var slot in training.Where(s => s.Bound is not null))
            slot.Bound!.IsUsed = true;
        Training = TrainingAttributes.None with { Arguments = training.Select(s => s.ToModel()).ToEquatableArray() };
        ReportUnusedParameters(slots);
        return attributes.Select((attribute, index) => new AttributeModel(
            AttributeNames.ShortName(attribute.AttributeClass)!,
            index,
            slots.Where(s => s.Attribute == index).Select(s => s.ToModel()).ToEquatableArray())
        {
            References = references[index],
        }).ToList();
    }

    private static IEnumerable<RuntimeValue> Parameters(IMethodSymbol method) =>
        method.Parameters.Skip(1).Select(p => new RuntimeValue(p.Name, p.Type, p.RefKind == RefKind.None));

    private static IEnumerable<RuntimeValue> Members(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers().Where(m => !TargetChecks.IsGenerated(m)))
        {
            if (member is { IsStatic: false, IsImplicitlyDeclared: false } and IPropertySymbol { IsIndexer: false, GetMethod: not null } property)
                yield return new RuntimeValue(property.Name, property.Type, true, isMutating: !property.GetMethod.IsReadOnly);
            else if (member is { IsStatic: false, IsImplicitlyDeclared: false } and IFieldSymbol field)
                yield return new RuntimeValue(field.Name, field.Type, true);
        }

        // A record turns its parameters into properties, which are members; other structs keep them as parameters.
        if (type.IsRecord)
            yield break;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is TypeDeclarationSyntax))
            {
                foreach (var parameter in constructor.Parameters)
                    yield return new RuntimeValue(parameter.Name, parameter.Type, parameter.RefKind == RefKind.None);
            }
        }
    }

    /// <summary>The arguments that an attribute has: the parameters of its widest constructor and its settable properties.</summary>
    private static IEnumerable<Slot> Slots(AttributeData attribute, int index)
    {
        var type = attribute.AttributeClass!;
        var constructor = attribute.AttributeConstructor ?? type.InstanceConstructors.OrderByDescending(c => c.Parameters.Length).First();
        var written = WrittenArguments(attribute, constructor);
        for (int i = 0; i < constructor.Parameters.Length; i++)
        {
            var parameter = constructor.Parameters[i];
            double? value = written.Contains(parameter.Name) && i < attribute.ConstructorArguments.Length
                ? Number(attribute.ConstructorArguments[i])
                : null;
            double fallback = parameter.HasExplicitDefaultValue && parameter.ExplicitDefaultValue is double d ? d : double.NaN;
            bool isNumber = parameter.Type.SpecialType == SpecialType.System_Double;
            bool isText = parameter.Type is { SpecialType: SpecialType.System_String } or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String };
            yield return new Slot(index, type.Name, parameter.Name, value, fallback, IsRequired: double.IsNaN(fallback) && !isText, CanBind: isNumber)
            {
                Values = value is null ? EquatableArray<double>.Empty : Numbers(attribute.ConstructorArguments[i]),
            };
        }

        foreach (var property in Properties(type))
        {
            // What can be read but not given in the attribute is left to run time.
            if (property.SetMethod is null)
            {
                if (!constructor.Parameters.Any(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase)))
                    yield return new Slot(index, type.Name, property.Name, null, double.NaN, IsRequired: true, CanBind: true) { IsOnlyAtRunTime = true };
                continue;
            }

            double? value = null;
            foreach (var named in attribute.NamedArguments)
            {
                if (named.Key == property.Name)
                    value = Number(named.Value);
            }

            bool isNumber = property.Type.SpecialType == SpecialType.System_Double;
            yield return new Slot(index, type.Name, property.Name, value, 0, IsRequired: false, CanBind: isNumber);
        }
    }

    /// <summary>The properties of an attribute and of its bases up to the framework's own.</summary>
    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol attribute)
    {
        for (var type = attribute; type is { ContainingNamespace.Name: AttributeNames.Namespace }; type = type.BaseType)
        {
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(p => p.DeclaredAccessibility == Accessibility.Public))
                yield return property;
        }
    }

    /// <summary>
    /// The constructor parameters that the user wrote a value for. The attribute data does not tell them from defaults.
    /// </summary>
    private static HashSet<string> WrittenArguments(AttributeData attribute, IMethodSymbol constructor)
    {
        var names = new HashSet<string>();
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList.Arguments: var arguments })
            return names;
        int position = 0;
        foreach (var argument in arguments)
        {
            if (argument.NameEquals is not null)
                continue;
            if (argument.NameColon is { Name.Identifier.ValueText: var name })
                names.Add(name);
            else if (position < constructor.Parameters.Length)
                names.Add(constructor.Parameters[position].Name);
            position++;
        }

        return names;
    }

    /// <summary>The numbers of an array.</summary>
    private static EquatableArray<double> Numbers(TypedConstant constant) => constant is { Kind: TypedConstantKind.Array, IsNull: false }
        ? constant.Values.Select(Number).ToEquatableArray()
        : EquatableArray<double>.Empty;

    /// <summary>A constant as a number: options by value, flags as 0 or 1. An attribute that does not compile gives NaN.</summary>
    private static double Number(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Primitive, Value: double number } => number,
        { Kind: TypedConstantKind.Primitive, Value: bool flag } => flag ? 1 : 0,
        { Kind: TypedConstantKind.Enum, Value: int option } => option,
        // Texts and types are no numbers; ReferenceResolver reads them.
        _ => double.NaN,
    };

    /// <summary>Binds values named like the argument alone: to the one required argument of that name, else to the one optional.</summary>
    private void BindShortNames(List<Slot> open)
    {
        foreach (var group in open.GroupBy(s => s.ShortName))
        {
            if (_values.FirstOrDefault(v => v.Matches(group.Key)) is not { } value)
                continue;
            var candidates = group.Where(s => s.IsRequired).ToList();
            if (candidates.Count == 0)
                candidates = group.Where(s => s.CanBind).ToList();
            if (candidates.Count == 1)
            {
                candidates[0].Bound = value;
            }
            else if (candidates.Count > 1)
            {
                value.IsUsed = true;
                foreach (var slot in candidates)
                    slot.IsAmbiguous = true;
                string ways = string.Join(" and ", candidates.Select(s => "'" + s.QualifiedName + "'"));
                _errors.Add(_isMethod
                    ? ScheduleError.AtParameter(ScheduleProblem.UnboundArgument, value.Name,
                        "'" + value.Name + "' could be the " + group.Key + " of several attributes; name the parameters " + ways)
                    : ScheduleError.AtAttribute(ScheduleProblem.UnboundArgument, candidates[0].Attribute,
                        "'" + value.Name + "' could be the " + group.Key + " of several attributes; name the members " + ways));
            }
        }
    }

    private void ReportNotNumeric(Slot slot)
    {
        string message = "'" + slot.Bound!.Name + "' is to give the " + slot.ShortName + " of " + slot.AttributeName
            + " but is no number passed by value; make it a double or an integer";
        _errors.Add(ScheduleError.AtAttribute(ScheduleProblem.UnboundArgument, slot.Attribute, message));
        slot.Bound = null;
        slot.IsAmbiguous = true;
    }

    /// <summary>A struct has members for many reasons; a parameter of a schedule method that nothing uses is a slip.</summary>
    private void ReportUnusedParameters(List<Slot> slots)
    {
        foreach (var slot in slots)
        {
            if (slot.Bound is { } bound)
                bound.IsUsed = true;
            if (slot.Bound is { IsNumeric: false })
                ReportNotNumeric(slot);
        }

        // Where the first parameter is no step, the others are likely one place off.
        if (_errors.Any(e => e.Problem == ScheduleProblem.WrongStepType))
            return;

        var unused = _values.Where(v => _isMethod && !v.IsUsed).ToList();
        foreach (var slot in slots)
        {
            // Next to a parameter that belongs nowhere, a missing argument is most likely the same slip of the pen.
            if (unused.Count == 0 && slot is { Value: null, Bound: null, IsRequired: true, IsAmbiguous: false } && !IsKnownOtherwise(slot, slots))
            {
                _errors.Add(ScheduleError.AtAttribute(ScheduleProblem.UnboundArgument, slot.Attribute,
                    "Nothing gives [" + slot.AttributeName + "] its '" + slot.ShortName + "'; "
                        + (slot.IsOnlyAtRunTime ? "add a " : "write '" + slot.ShortName + ": …' in the attribute, or add a ")
                        + (_isMethod ? "parameter '" : "property '") + (_isMethod ? slot.ShortName : Pascal(slot.ShortName)) + "'"));
            }
        }

        foreach (var value in unused)
        {
            string open = string.Join(", ", slots.Where(s => s is { Value: null, Bound: null, CanBind: true } && (s.Name != "Fraction" || HasTraining))
                .Select(s => s.ShortName).Distinct());
            bool given = slots.Any(s => s.Value is not null && (value.Matches(s.ShortName) || value.Matches(s.QualifiedName)));
            _errors.Add(ScheduleError.AtParameter(ScheduleProblem.UnknownParameterName, value.Name, value.Name,
                given ? "the attribute gives that value already; remove one of the two"
                    : open.Length == 0 ? "the attributes leave no argument open; remove it" : "open are: " + open));
        }
    }

    private bool HasTraining => TrainingAttributes.Knows(Training, "Steps", "Epochs", "Tokens");

    /// <summary>Whether the training, or a share of it, gives an argument that the attribute leaves out.</summary>
    private bool IsKnownOtherwise(Slot slot, List<Slot> slots) => slot.ShortName switch
    {
        "steps" => slots.Any(s => s.Attribute == slot.Attribute && s is { Name: "Fraction", IsGiven: true })
            || Families.Schedule(slot.AttributeName) is not null && HasTraining,
        "batch" => TrainingAttributes.Knows(Training, "BatchSize"),
        "stepsPerEpoch" => TrainingAttributes.Knows(Training, "StepsPerEpoch", "BatchesPerEpoch", "Samples"),
        _ => false,
    };

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>A parameter, property or field that could give an argument its value.</summary>
    internal sealed class RuntimeValue(string name, ITypeSymbol type, bool isByValue, bool isMutating = false)
    {
        public string Name => name;

        public bool IsUsed { get; set; }

        /// <summary>Whether reading it may change the struct, as far as the compiler knows.</summary>
        public bool IsMutating => isMutating;

        public bool IsNumeric { get; } = isByValue && (type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr || TargetChecks.IsHalf(type));

        public bool IsInteger { get; } = type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

        public string Code { get; } = type.SpecialType switch
        {
            SpecialType.System_Double => DeclarationParser.Escape(name),
            _ => "(double)" + DeclarationParser.Escape(name),
        };

        public bool Matches(string argument)
        {
            string own = name.TrimStart('_');
            return own.Length == argument.Length && char.ToLowerInvariant(own[0]) == argument[0]
                && string.CompareOrdinal(own, 1, argument, 1, own.Length - 1) == 0;
        }
    }

    /// <summary>An argument of one attribute.</summary>
    internal sealed record Slot(int Attribute, string TypeName, string Name, double? Value, double Fallback, bool IsRequired, bool CanBind)
    {
        public RuntimeValue? Bound { get; set; }

        public bool IsAmbiguous { get; set; }

        /// <summary>Whether the attribute cannot give it.</summary>
        public bool IsOnlyAtRunTime { get; init; }

        public bool IsGiven => Value is not null || Bound is not null;

        /// <summary>The values of an array.</summary>
        public EquatableArray<double> Values { get; init; } = EquatableArray<double>.Empty;

        public string AttributeName => TypeName.Substring(0, TypeName.Length - "Attribute".Length);

        /// <summary><c>steps</c>.</summary>
        public string ShortName => char.ToLowerInvariant(Name[0]) + Name.Substring(1);

        /// <summary><c>cosineDecaySteps</c>.</summary>
        public string QualifiedName => char.ToLowerInvariant(AttributeName[0]) + AttributeName.Substring(1) + Pascal(Name);

        public ArgumentModel ToModel()
        {
            if (Value is { } given)
                return new ArgumentModel(Name, ArgumentSource.Given, given) { Values = Values };
            if (Bound is { } bound && CanBind)
                return new ArgumentModel(Name, ArgumentSource.Runtime, double.NaN, bound.Name, bound.Code, bound.IsInteger);
            return IsRequired
                ? new ArgumentModel(Name, ArgumentSource.Missing, double.NaN)
                : new ArgumentModel(Name, ArgumentSource.Default, Fallback);
        }
    }
}
