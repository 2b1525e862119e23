using LrGen.Generator.Metrics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Generator.Declarations;

/// <summary>Checks that a target has a shape that a generated part can complete.</summary>
internal static class TargetChecks
{
    /// <summary>What a struct gets besides when it schedules several hyperparameters.</summary>
    internal static readonly string[] QuantityMembers = [nameof(Schedules), .. Enum.GetNames(typeof(Schedules.Quantity)).Select(q => q + "At")];

    private static readonly string[] s_scheduleMembers = ["At", "Fill", "Length", "First", "Peak", "Last"];

    /// <summary>Adds what is wrong with the target; false where nothing can be generated for it, not even a body that throws.</summary>
    public static bool CheckShape(ISymbol target, List<AttributeData> attributes, List<ScheduleError> errors) => target switch
    {
        IMethodSymbol method => CheckMethod(method, attributes, errors),
        INamedTypeSymbol { TypeKind: TypeKind.Class } type => OptimizerChecks.CheckClass(type, attributes, errors),
        INamedTypeSymbol type => CheckStruct(type, attributes, errors),
        _ => false,
    };

    public static StepType? StepTypeOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 => StepType.Small,
        SpecialType.System_Int32 => StepType.Int32,
        SpecialType.System_UInt32 => StepType.UInt32,
        SpecialType.System_Int64 => StepType.Int64,
        SpecialType.System_UInt64 => StepType.UInt64,
        SpecialType.System_IntPtr => StepType.NativeInt,
        SpecialType.System_UIntPtr => StepType.NativeUInt,
        SpecialType.System_Single => StepType.Single,
        _ => null,
    };

    /// <summary>
    /// Whether LrGen wrote a member: analyzers see the compilation with the generated parts, the generator sees it without.
    /// </summary>
    public static bool IsGenerated(ISymbol member) => member.GetAttributes().Any(a =>
        a is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments: [{ Value: AttributeNames.Namespace }, ..] });

    public static bool IsHalf(ITypeSymbol type) =>
        type is { Name: "Half", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The innermost type around a symbol, itself included if it is one, that lacks the partial modifier.</summary>
    public static INamedTypeSymbol? FirstTypeNotPartial(ISymbol target)
    {
        for (var type = target as INamedTypeSymbol ?? target.ContainingType; type is not null; type = type.ContainingType)
        {
            // The Program class of top-level statements has the whole file as a part, which is partial without saying so.
            if (!type.DeclaringSyntaxReferences.All(r =>
                r.GetSyntax() is CompilationUnitSyntax || r.GetSyntax() is TypeDeclarationSyntax t && t.Modifiers.Any(SyntaxKind.PartialKeyword)))
                return type;
        }

        return null;
    }

    private static bool CheckMethod(IMethodSymbol method, List<AttributeData> attributes, List<ScheduleError> errors)
    {
        if (OddKind(method) is { } kind)
        {
            errors.Add(ScheduleError.AtTarget(
                ScheduleProblem.UnsupportedTarget, method.Name.Length == 0 ? "=>" : method.Name,
                "is " + kind + "; LrGen completes partial methods, structs and classes"));
            return false;
        }

        if (!method.IsPartialDefinition)
        {
            if (method.DeclaringSyntaxReferences.Length > 0
                && method.DeclaringSyntaxReferences[0].GetSyntax() is MethodDeclarationSyntax written && written.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                errors.Add(ScheduleError.AtTarget(
                    ScheduleProblem.UnsupportedTarget, method.Name, "has a body already; LrGen writes it, so declare the method without one"));
                return false;
            }

            errors.Add(ScheduleError.AtTarget(ScheduleProblem.NotPartial, "method", method.Name));
            return false;
        }

        if (method.PartialImplementationPart is { } body && !IsGenerated(body))
        {
            errors.Add(ScheduleError.AtTarget(
                ScheduleProblem.UnsupportedTarget, method.Name, "has a body already; LrGen writes it, so remove the implementing part"));
            return false;
        }

        if (!CheckTypes(method, errors))
            return false;

        if (MetricOf(attributes) is { } metric)
        {
            errors.Add(ScheduleError.AtTarget(ScheduleProblem.UnsupportedTarget, method.Name,
                "is a method, which cannot keep the state of [" + metric.Family.Name + "]; put the attribute on a partial struct"));
            return true;
        }

        if (method.ReturnType.SpecialType is not (SpecialType.System_Double or SpecialType.System_Single) && !IsHalf(method.ReturnType)
            || method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            errors.Add(ScheduleError.AtTarget(
                ScheduleProblem.WrongReturnType, method.Name, method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
        }

        if (method.Parameters.Length == 0)
            errors.Add(ScheduleError.AtTarget(ScheduleProblem.WrongStepType, method.Name, "no parameter"));
        else if (StepTypeOf(method.Parameters[0].Type) is null || method.Parameters[0].RefKind != RefKind.None)
            errors.Add(ScheduleError.AtParameter(ScheduleProblem.WrongStepType, method.Parameters[0].Name, method.Name, Describe(method.Parameters[0])));
        // With wrong types a body that throws still completes the method, so that the compiler adds no error of its own.
        return true;
    }

    private static bool CheckStruct(INamedTypeSymbol type, List<AttributeData> attributes, List<ScheduleError> errors)
    {
        if (type.TypeKind != TypeKind.Struct || !CheckTypes(type, errors))
            return false;
        if (type.IsRefLikeType)
        {
            errors.Add(ScheduleError.AtTarget(ScheduleProblem.UnsupportedTarget, type.Name, "is a ref struct, which cannot implement ISchedule; remove 'ref'"));
            return false;
        }

        var metric = MetricOf(attributes);
        if (metric is not null && type.IsReadOnly)
        {
            errors.Add(ScheduleError.AtTarget(ScheduleProblem.UnsupportedTarget, type.Name,
                "is readonly, but every report changes the state of [" + metric.Family.Name + "]; remove 'readonly'"));
            return false;
        }

        var members = GeneratedMembers(metric);
        if (attributes.Any(a => a.NamedArguments.Any(n => n.Key == "Quantity")))
            members.AddRange(QuantityMembers);
        if (members.Contains(type.Name))
        {
            errors.Add(ScheduleError.AtTarget(ScheduleProblem.UnsupportedTarget, type.Name,
                "has the name of a member that LrGen writes into it; give the struct another name"));
            return false;
        }

        if (type.GetMembers().FirstOrDefault(m => members.Contains(m.Name) && !IsGenerated(m)) is { } member)
        {
            errors.Add(ScheduleError.AtTarget(
                ScheduleProblem.UnsupportedTarget, type.Name, "declares a member '" + member.Name + "', which LrGen writes; give it another name"
                + (metric is not null && member.Name == metric.Value && metric.IsAlone ? ", 'InitialRate' for the one at the start" : string.Empty)));
            return false;
        }

        CheckParts(type, attributes, errors);
        return true;
    }

    /// <summary>Attributes on several parts of a type have no order.</summary>
    internal static void CheckParts(INamedTypeSymbol type, List<AttributeData> attributes, List<ScheduleError> errors)
    {
        if (attributes.Select(a => a.ApplicationSyntaxReference!.GetSyntax().Parent?.Parent).Distinct().Count() > 1)
        {
            errors.Add(ScheduleError.AtAttribute(
                ScheduleProblem.ConflictingAttributes, attributes.Count - 1,
                "schedule attributes stand on several parts of '" + type.Name + "', so the order of its phases is open; put them on one part"));
        }
    }

    internal static MetricTarget? MetricOf(List<AttributeData> attributes) =>
        MetricTarget.Of(
            [.. attributes.Select(a => AttributeNames.ShortName(a.AttributeClass)!)],
            (index, name) => attributes[index].NamedArguments.FirstOrDefault(n => n.Key == name).Value.Value as double?);

    /// <summary>The members that LrGen writes into a struct.</summary>
    private static List<string> GeneratedMembers(MetricTarget? metric) => metric switch
    {
        null => [.. s_scheduleMembers],
        { IsAlone: true } => [.. metric.Members],
        _ => [.. s_scheduleMembers, .. metric.Members],
    };

    internal static bool CheckTypes(ISymbol target, List<ScheduleError> errors)
    {
        for (var type = target as INamedTypeSymbol ?? target.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                errors.Add(ScheduleError.AtTarget(ScheduleProblem.FileLocalType, target.Name, type.Name));
                return false;
            }
        }

        if (FirstTypeNotPartial(target) is { } closed)
        {
            errors.Add(ScheduleError.AtTarget(ScheduleProblem.NotPartial, "type", closed.Name));
            return false;
        }

        return true;
    }

    /// <summary>What a method is that no modifier could make partial; null for the others.</summary>
    private static string? OddKind(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Ordinary => null,
        MethodKind.LocalFunction => "a local function",
        MethodKind.AnonymousFunction => "a lambda",
        MethodKind.ExplicitInterfaceImplementation => "an explicit implementation",
        MethodKind.UserDefinedOperator or MethodKind.Conversion => "an operator",
        MethodKind.Destructor => "a finalizer",
        _ => "an accessor",
    };

    private static string Describe(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? "" : "by-reference ") + parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
