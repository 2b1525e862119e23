using System.Collections.Concurrent;
using System.Threading;
using LrGen.Analyzers.Reading;
using LrGen.Analyzers.TorchSharp;
using LrGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Analyzers.CallSites;

/// <summary>What the rules about code look for in a compilation, found once: LrGen's types, TorchSharp's, and the declarations.</summary>
internal sealed class KnownSymbols
{
    private readonly Compilation _compilation;
    private readonly AnalyzerOptions _options;
    private readonly ConcurrentDictionary<ISymbol, ScheduleTarget?> _targets = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _schedule;
    private readonly INamedTypeSymbol? _metricDriven;
    private readonly INamedTypeSymbol? _cursor;

    private KnownSymbols(Compilation compilation, AnalyzerOptions options, IAssemblySymbol? library, TorchTypes? torch)
    {
        (_compilation, _options, Library, Torch) = (compilation, options, library, torch);
        _schedule = library?.GetTypeByMetadataName("LrGen.ISchedule");
        _metricDriven = library?.GetTypeByMetadataName("LrGen.IMetricDriven");
        _cursor = library?.GetTypeByMetadataName("LrGen.Cursor`1");
        Bodies = new Bodies(compilation);
    }

    /// <summary>The code of methods, for readings that follow calls.</summary>
    public Bodies Bodies { get; }

    /// <summary>LrGen's assembly; null where the compilation does not use it.</summary>
    public IAssemblySymbol? Library { get; }

    /// <summary>TorchSharp's types; null where the compilation does not use it.</summary>
    public TorchTypes? Torch { get; }

    public AnalyzerOptions Options => _options;

    public Compilation Compilation => _compilation;

    /// <summary>The symbols of a compilation; null where it uses neither LrGen nor TorchSharp.</summary>
    public static KnownSymbols? Of(Compilation compilation, AnalyzerOptions options)
    {
        var markers = compilation.GetTypesByMetadataName(AttributeNames.Marker);
        var torch = TorchTypes.Of(compilation);
        var library = markers.IsEmpty ? null : markers[0].ContainingAssembly;
        return library is null && torch is null ? null : new KnownSymbols(compilation, options, library, torch);
    }

    /// <summary>The declaration behind a called method: its own, or that of the struct whose <c>At</c> it is.</summary>
    public ScheduleTarget? TargetOf(IMethodSymbol called, CancellationToken cancellation)
    {
        if (_schedule is null)
            return null;
        var method = called.OriginalDefinition;
        if ((method.PartialDefinitionPart ?? (method.IsPartialDefinition ? method : null)) is { } definition)
            return Find(definition, cancellation);
        return method is { Name: "At", Parameters.Length: 1 } ? TargetOf(method.ContainingType, cancellation) : null;
    }

    /// <summary>The declaration behind a property: <c>Rate</c> and <c>Scale</c> of a struct that metrics drive, <c>Rate</c> of a cursor.</summary>
    public ScheduleTarget? TargetOf(IPropertySymbol property, CancellationToken cancellation)
    {
        if (_schedule is null || property.Name is not ("Rate" or "Scale"))
            return null;
        return IsCursor(property.ContainingType)
            ? property.ContainingType.TypeArguments[0] is INamedTypeSymbol type ? TargetOf(type, cancellation) : null
            : TargetOf(property.ContainingType, cancellation);
    }

    /// <summary>The declaration that a struct is; null for any other type.</summary>
    public ScheduleTarget? TargetOf(INamedTypeSymbol? type, CancellationToken cancellation) =>
        type is { TypeKind: TypeKind.Struct, OriginalDefinition: var definition }
            && (TorchTypes.Same(type.ContainingAssembly, _compilation.Assembly) && (Implements(type, _schedule) || Implements(type, _metricDriven)))
            ? Find(definition, cancellation)
            : null;

    /// <summary>Whether a type is a cursor on a schedule.</summary>
    public bool IsCursor(ITypeSymbol? type) => TorchTypes.Same(type?.OriginalDefinition, _cursor);

    /// <summary>Whether a method takes the metric of a validation.</summary>
    public bool IsReport(IMethodSymbol method) => method is { Name: "Report", Parameters.Length: 1 } && _metricDriven is not null
        && method.ContainingType is { } type && (TorchTypes.Same(type, _metricDriven) || Implements(type, _metricDriven));

    private static bool Implements(INamedTypeSymbol type, INamedTypeSymbol? contract) =>
        contract is not null && type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default);

    private ScheduleTarget? Find(ISymbol symbol, CancellationToken cancellation)
    {
        if (_targets.TryGetValue(symbol, out var known))
            return known;
        // Uses of one declaration are told by its target: threads that find it at once have to go on with the same one.
        return _targets.GetOrAdd(symbol, ScheduleTarget.Of(symbol, _compilation, _options, cancellation));
    }
}
