using System.Threading;
using LrGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Generator.Search;

/// <summary>Reads a struct with [SearchSpace]: the only place that sees symbols, for the generator and the analyzer alike.</summary>
internal static class SearchSpaceParser
{
    public const string AttributeName = AttributeNames.Namespace + ".SearchSpaceAttribute";

    /// <summary>As many as the library's Sobol sequence has.</summary>
    private const int MostDimensions = 16;

    /// <summary>A grid of which every case is a branch of the generated code.</summary>
    private const int MostCases = 1_000;

    private static readonly string[] s_members = ["Definition", "DimensionCount", "GridCount", "Grid", "Random", "QuasiRandom", "Write", "FromPoint"];

    public static bool IsSpace(INamedTypeSymbol type) => AttributesOn(type).Count > 0;

    /// <summary>The attributes of a search space on a target: one, or several where the compiler says that it is one too many.</summary>
    public static List<AttributeData> AttributesOn(ISymbol target) =>
        [.. target.GetAttributes().Where(a => a.AttributeClass is { Name: "SearchSpaceAttribute" } attribute && AttributeNames.IsOurs(attribute))];

    public static SearchParseResult? Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        // On anything else the compiler says that the attribute is for structs.
        if (type.TypeKind != TypeKind.Struct || !IsSpace(type) || HintNames.IsTaken(type))
            return null;
        cancellation.ThrowIfCancellationRequested();
        return InternalFailure.Contain(
            () => Read(type, compilation),
            what => new SearchParseResult(null, new[] { new SearchError(ScheduleError.AtTarget(ScheduleProblem.InternalFailure, what), -1) }.ToEquatableArray()));
    }

    private static SearchParseResult Read(INamedTypeSymbol type, Compilation compilation)
    {
        var errors = new List<SearchError>();
        if (FindShapeError(type, compilation) is { } error)
            return new SearchParseResult(null, new[] { new SearchError(error, -1) }.ToEquatableArray());

        var parameters = PrimaryConstructor(type)!.Parameters;
        var dimensions = new List<DimensionModel>();
        var reader = new DimensionReader(dimensions, errors);
        foreach (var parameter in parameters)
            reader.Read(parameter);
        if (parameters.Length is 0 or > MostDimensions)
        {
            errors.Add(AtStruct(type, parameters.Length == 0
                ? "has no parameters, so there is nothing to search; write them behind its name"
                : "has " + parameters.Length + " parameters; a search space has at most 16"));
        }
        else if (errors.Count == 0 && reader.Compiles)
        {
            var (count, cases) = GridLayout.Of(dimensions.ToEquatableArray()).Size;
            if (count > long.MaxValue || cases > MostCases)
            {
                errors.Add(AtStruct(type, cases > MostCases
                    ? "has more than 1,000 combinations of values that other parameters depend on; let fewer depend on each other"
                    : "has a grid of more than 2^63 trials; give its ranges a larger Step or fewer Points"));
            }
        }

        // While a name is being typed it is empty, or that of another parameter, which the compiler says.
        bool areNamed = dimensions.All(d => d.Name.Length > 0) && dimensions.Select(d => d.Name).Distinct().Count() == dimensions.Count;
        bool hasErrors = errors.Count > 0 || !reader.Compiles || !areNamed;
        var model = new SearchSpaceModel
        {
            Namespace = type.ContainingNamespace.IsGlobalNamespace ? string.Empty : type.ContainingNamespace.ToDisplayString(),
            Types = DeclarationParser.ContainingTypes(type).ToEquatableArray(),
            HintName = HintNames.For(type),
            Dimensions = hasErrors ? EquatableArray<DimensionModel>.Empty : dimensions.ToEquatableArray(),
            HasErrors = hasErrors,
        };
        return new SearchParseResult(model, errors.ToEquatableArray());
    }

    /// <summary>The constructor that stands behind the name of the struct.</summary>
    public static IMethodSymbol? PrimaryConstructor(INamedTypeSymbol type) => type.InstanceConstructors.FirstOrDefault(c =>
        c.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is TypeDeclarationSyntax));

    /// <summary>What keeps the struct from being completed at all.</summary>
    private static ScheduleError? FindShapeError(INamedTypeSymbol type, Compilation compilation)
    {
        var errors = new List<ScheduleError>();
        if (!TargetChecks.CheckTypes(type, errors))
            return errors[0];
        if (compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp11 } csharp)
        {
            return Unsupported(type, "is a search space, which needs C# 11 or later; this project uses C# " + csharp.LanguageVersion.ToDisplayString()
                + " (set <LangVersion> in the project file)");
        }

        if (compilation.GetTypesByMetadataName(AttributeNames.Namespace + ".ISearchSpace`1").IsEmpty)
            return Unsupported(type, "is a search space, which needs .NET 8 or later (set <TargetFramework> in the project file)");
        if (!type.IsRecord || PrimaryConstructor(type) is null)
            return Unsupported(type, "has to be a record struct with its parameters behind the name: 'readonly partial record struct " + type.Name + "(…)'");
        if (s_members.Contains(type.Name))
            return Unsupported(type, "has the name of a member that LrGen writes into it; give the struct another name");
        return type.GetMembers().FirstOrDefault(m => s_members.Contains(m.Name) && !TargetChecks.IsGenerated(m)) is { } taken
            ? Unsupported(type, "declares a member '" + taken.Name + "', which LrGen writes; give it another name")
            : null;
    }

    private static ScheduleError Unsupported(INamedTypeSymbol type, string why) => ScheduleError.AtTarget(ScheduleProblem.UnsupportedTarget, type.Name, why);

    private static SearchError AtStruct(INamedTypeSymbol type, string why) => new(Unsupported(type, why), -1);
}
