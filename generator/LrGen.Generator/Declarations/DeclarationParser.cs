using System.Runtime.CompilerServices;
using System.Threading;
using LrGen.Generator.UpdateRules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Generator.Declarations;

/// <summary>The result of reading a target: what to generate, if anything can be, and what is wrong.</summary>
internal sealed record ParseResult(ScheduleDeclaration? Declaration, EquatableArray<ScheduleError> Errors);

/// <summary>
/// Reads an annotated method, struct or class. This is the only place that sees symbols, and both the generator and the analyzers go
/// through it, so that what one calls an error the other does, too.
/// </summary>
internal static class DeclarationParser
{
    /// <summary>The first C# with partial methods that return a value.</summary>
    private const LanguageVersion OldestLanguage = LanguageVersion.CSharp9;

    /// <summary>The first C# with static abstract members.</summary>
    private const LanguageVersion OldestLanguageOfOptimizers = LanguageVersion.CSharp11;

    /// <summary>Types with <c>global::</c>, nullability and keywords escaped; parameters as in a signature, without defaults.</summary>
    private static readonly SymbolDisplayFormat s_signatureFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)
        .AddParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut);

    /// <summary>Reads a target; null where it has none of LrGen's attributes.</summary>
    public static ParseResult? Parse(ISymbol target, Compilation compilation, CancellationToken cancellation)
    {
        var attributes = AttributeNames.On(target);
        if (attributes.Count == 0)
            return null;
        cancellation.ThrowIfCancellationRequested();
        return InternalFailure.Contain(
            () => Read(target, attributes, compilation, cancellation),
            what => new ParseResult(null, new[] { InternalFailure.Error(what) }.ToEquatableArray()));
    }

    private static ParseResult Read(ISymbol target, List<AttributeData> attributes, Compilation compilation, CancellationToken cancellation)
    {

        var errors = new List<ScheduleError>();
        // Without a shape that the compiler accepts there is nothing that a generated part could complete.
        bool canComplete = TargetChecks.CheckShape(target, attributes, errors);
        bool isClass = target is INamedTypeSymbol { TypeKind: TypeKind.Class };
        if (canComplete && compilation is CSharpCompilation csharp && csharp.LanguageVersion < (isClass ? OldestLanguageOfOptimizers : OldestLanguage))
        {
            errors.Add(ScheduleError.AtTarget(
                ScheduleProblem.UnsupportedTarget, target.Name, "needs C# " + (isClass ? "11" : "9") + " or later; this project uses C# "
                    + csharp.LanguageVersion.ToDisplayString() + " (set <LangVersion> in the project file)"));
            canComplete = false;
        }

        if (canComplete && isClass && !s_frameworks.GetValue(compilation, ReadFramework).HasOptimizers)
        {
            errors.Add(ScheduleError.AtTarget(
                ScheduleProblem.UnsupportedTarget, target.Name, "is an optimizer, which needs .NET 8 or later (set <TargetFramework> in the project file)"));
            canComplete = false;
        }

        // What the compiler refuses on such a target is its error, and the only one.
        bool isMeant = attributes.All(a => AttributeNames.IsMeantFor(a, target));
        if (!isMeant)
            errors.Clear();
        if (!canComplete || HintNames.IsTaken(target))
            return new ParseResult(null, errors.ToEquatableArray());

        // Where an attribute itself does not compile, the compiler says so, and its arguments are not known.
        bool compiles = isMeant && attributes.All(AttributeNames.Compiles);
        var arguments = new ArgumentBinder(target, compilation, compiles ? errors : []);
        var models = InternalFailure.Contain(
            () => arguments.Bind(attributes),
            what =>
            {
                errors.Add(InternalFailure.Error(what));
                return [];
            });
        var declaration = Declare(target, compilation, cancellation) with
        {
            Attributes = models.ToEquatableArray(),
            Used = arguments.Used,
            Training = isClass && models.Count > 0 ? OptimizerTraining.With(models, arguments.Training) : arguments.Training,
            IsReadOnly = !isClass && !arguments.ReadsMutatingGetter,
            HasErrors = errors.Any(e => !e.IsWarning) || !compiles,
            Compiles = compiles,
        };
        return new ParseResult(declaration, errors.ToEquatableArray());
    }

    /// <summary>
    /// A partial method with an attribute that is meant for other targets, which the compiler says: a body that throws keeps it from adding
    /// that there is none. Null where nothing can be completed, or another attribute does it.
    /// </summary>
    public static ScheduleDeclaration? Refused(IMethodSymbol method, Compilation compilation, CancellationToken cancellation) =>
        method is { IsPartialDefinition: true, PartialImplementationPart: null } && AttributeNames.On(method).Count == 0
            && TargetChecks.CheckTypes(method, []) && !HintNames.IsTaken(method)
                ? Declare(method, compilation, cancellation)
                : null;

    /// <summary>What is known of a target without its attributes.</summary>
    private static ScheduleDeclaration Declare(ISymbol target, Compilation compilation, CancellationToken cancellation)
    {
        var method = target as IMethodSymbol;
        return new ScheduleDeclaration
        {
            Namespace = target.ContainingNamespace.IsGlobalNamespace ? string.Empty : target.ContainingNamespace.ToDisplayString(),
            Types = ContainingTypes(method is null ? (INamedTypeSymbol)target : target.ContainingType).ToEquatableArray(),
            Method = method is null ? null : ReadMethod(method),
            HintName = HintNames.For(target),
            Documentation = UserDocumentation.Of(target, cancellation),
            Attributes = EquatableArray<AttributeModel>.Empty,
            Training = TrainingAttributes.None,
            Framework = s_frameworks.GetValue(compilation, ReadFramework),
            IsReadOnly = true,
            HasFields = HasFields(target),
            NeedsInitializers = compilation is CSharpCompilation { LanguageVersion: LanguageVersion.CSharp10 }
                && target is INamedTypeSymbol type && type.InstanceConstructors.Any(c => !c.IsImplicitlyDeclared),
            TakenNames = TakenNames(target).ToEquatableArray(),
            HasErrors = true,
            Compiles = false,
        };
    }

    private static MethodTarget ReadMethod(IMethodSymbol method)
    {
        var syntax = (MethodDeclarationSyntax)method.DeclaringSyntaxReferences[0].GetSyntax();
        var step = method.Parameters.FirstOrDefault();
        string reference = method.ReturnsByRefReadonly ? "ref readonly " : method.ReturnsByRef ? "ref " : string.Empty;
        return new MethodTarget(
            Modifiers: string.Join(" ", syntax.Modifiers.Select(m => m.ValueText)),
            ReturnType: method.ReturnType.SpecialType switch
            {
                SpecialType.System_Double => RateType.Double,
                SpecialType.System_Single => RateType.Single,
                _ => RateType.Half,
            },
            ReturnTypeName: reference + method.ReturnType.ToDisplayString(s_signatureFormat),
            Name: Escape(method.Name) + TypeParameters(method.TypeParameters),
            Parameters: (method.IsExtensionMethod ? "this " : string.Empty)
                + string.Join(", ", method.Parameters.Select(p => p.ToDisplayString(s_signatureFormat))),
            Constraints: string.Join(" ", syntax.ConstraintClauses.Select(c => ConstraintText(method, c))),
            HasImplementationOptions: method.GetAttributes().Any(a => a.AttributeClass?.Name == "MethodImplAttribute"),
            StepName: step is null ? string.Empty : Escape(step.Name),
            StepType: (step is null ? null : TargetChecks.StepTypeOf(step.Type)) ?? StepType.Int64);
    }

    /// <summary>Constraints name types, which have to be qualified in a file without the user's using directives.</summary>
    private static string ConstraintText(IMethodSymbol method, TypeParameterConstraintClauseSyntax clause)
    {
        var parameter = method.TypeParameters.FirstOrDefault(p => p.Name == clause.Name.Identifier.ValueText);
        if (parameter is null)
            return string.Empty;
        var parts = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
            parts.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint)
            parts.Add("struct");
        else if (parameter.HasReferenceTypeConstraint)
            parts.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        else if (parameter.HasNotNullConstraint)
            parts.Add("notnull");
        parts.AddRange(parameter.ConstraintTypes.Select(t => t.ToDisplayString(s_signatureFormat)));
        if (parameter.HasConstructorConstraint)
            parts.Add("new()");
        // Younger than the oldest compiler that this runs in.
        if (clause.Constraints.Any(c => c.GetFirstToken().ValueText == "allows"))
            parts.Add("allows ref struct");
        if (parts.Count == 0)
            return string.Empty;
        return "where " + Escape(parameter.Name) + " : " + string.Join(", ", parts);
    }

    internal static IEnumerable<ContainingType> ContainingTypes(INamedTypeSymbol innermost)
    {
        var types = new Stack<ContainingType>();
        for (var type = innermost; type is not null; type = type.ContainingType)
        {
            string keyword = (type.IsRecord, type.TypeKind) switch
            {
                (true, TypeKind.Struct) => "record struct",
                (true, _) => "record",
                (_, TypeKind.Struct) => "struct",
                (_, TypeKind.Interface) => "interface",
                _ => "class",
            };
            types.Push(new ContainingType(keyword, Escape(type.Name) + TypeParameters(type.TypeParameters)));
        }

        return types;
    }

    private static string TypeParameters(IEnumerable<ITypeParameterSymbol> parameters)
    {
        string names = string.Join(", ", parameters.Select(p => Variance(p) + Escape(p.Name)));
        return names.Length == 0 ? names : "<" + names + ">";
    }

    private static string Variance(ITypeParameterSymbol parameter) => parameter.Variance switch
    {
        VarianceKind.In => "in ",
        VarianceKind.Out => "out ",
        _ => string.Empty,
    };

    /// <summary>Whether the user's parts have fields, and no layout that he chose for them.</summary>
    private static bool HasFields(ISymbol target) => target is INamedTypeSymbol type
        && !type.GetAttributes().Any(a => a.AttributeClass?.Name == "StructLayoutAttribute")
        && (type.GetMembers().Any(m => m is IFieldSymbol { IsStatic: false } && !TargetChecks.IsGenerated((m as IFieldSymbol)?.AssociatedSymbol ?? m))
            || type.InstanceConstructors.Any(c => c.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is TypeDeclarationSyntax)));

    private static IEnumerable<string> TakenNames(ISymbol target) => target is IMethodSymbol method
        ? method.Parameters.Select(p => p.Name).Concat(method.TypeParameters.Select(p => p.Name))
        : ((INamedTypeSymbol)target).GetMembers().Select(m => m.Name).Concat(
            ((INamedTypeSymbol)target).InstanceConstructors.SelectMany(c => c.Parameters.Select(p => p.Name)))
            .Concat(OptimizerChecks.OuterNames((INamedTypeSymbol)target)).Distinct().OrderBy(n => n, StringComparer.Ordinal);

    /// <summary>Looking types up by name walks all references; it is done once for a compilation, and forgotten with it.</summary>
    private static readonly ConditionalWeakTable<Compilation, TargetFramework> s_frameworks = new();

    private static TargetFramework ReadFramework(Compilation compilation)
    {
        bool constantSpans = compilation.GetTypesByMetadataName("System.Runtime.CompilerServices.RuntimeHelpers")
            .Any(t => t.GetMembers("CreateSpan").Length > 0);
        return new TargetFramework(
            HasSpan: compilation.GetTypesByMetadataName("System.Span`1").Any(t => t.DeclaredAccessibility == Accessibility.Public),
            HasConstantSpans: constantSpans,
            HasVectors: HasVector("ShiftLeft"),
            HasFusedMultiplyAdd: HasVector("FusedMultiplyAdd"))
        {
            HasOptimizers = compilation.GetTypesByMetadataName(AttributeNames.Namespace + ".IOptimizer").Length > 0,
            HasTensorPrimitives = compilation.GetTypesByMetadataName("System.Numerics.Tensors.TensorPrimitives")
                .Any(t => t.DeclaredAccessibility == Accessibility.Public && t.GetMembers("Dot").OfType<IMethodSymbol>().Any(m => m.IsGenericMethod)),
            HasJsonIgnore = compilation.GetTypesByMetadataName("System.Text.Json.Serialization.JsonIgnoreAttribute")
                .Count(t => t.DeclaredAccessibility == Accessibility.Public) == 1,
        };

        bool HasVector(string member) => compilation.GetTypesByMetadataName("System.Numerics.Vector").Any(t => t.GetMembers(member).Length > 0);
    }

    internal static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None
            ? "@" + identifier
            : identifier;
}
