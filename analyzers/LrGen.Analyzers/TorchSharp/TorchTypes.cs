using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.TorchSharp;

/// <summary>TorchSharp's types, looked up once for a compilation. Code that only looks like TorchSharp has none of them.</summary>
internal sealed class TorchTypes
{
    private const string AssemblyName = "TorchSharp";

    private TorchTypes(INamedTypeSymbol optim, Func<string, INamedTypeSymbol?> find)
    {
        Optim = optim;
        Assembly = optim.ContainingAssembly;
        Optimizer = find("TorchSharp.torch+optim+Optimizer");
        RateController = find("TorchSharp.torch+optim+ILearningRateController");
        Schedulers = find("TorchSharp.torch+optim+lr_scheduler");
        Scheduler = find("TorchSharp.torch+optim+lr_scheduler+LRScheduler");
        Tensor = find("TorchSharp.torch+Tensor");
        Utilities = find("TorchSharp.torch+nn+utils");
    }

    /// <summary>TorchSharp's assembly.</summary>
    public IAssemblySymbol Assembly { get; }

    /// <summary><c>torch.optim</c>, whose methods make optimizers.</summary>
    public INamedTypeSymbol Optim { get; }

    /// <summary>The base of all optimizers.</summary>
    public INamedTypeSymbol? Optimizer { get; }

    /// <summary>What holds the rate of a group of parameters.</summary>
    public INamedTypeSymbol? RateController { get; }

    /// <summary><c>torch.optim.lr_scheduler</c>, whose methods make schedulers.</summary>
    public INamedTypeSymbol? Schedulers { get; }

    /// <summary>The base of all schedulers.</summary>
    public INamedTypeSymbol? Scheduler { get; }

    public INamedTypeSymbol? Tensor { get; }

    /// <summary><c>torch.nn.utils</c>, which clips gradients.</summary>
    public INamedTypeSymbol? Utilities { get; }

    /// <summary>The types of a compilation; null where it does not use TorchSharp.</summary>
    public static TorchTypes? Of(Compilation compilation)
    {
        foreach (var optim in compilation.GetTypesByMetadataName("TorchSharp.torch+optim"))
        {
            if (optim.ContainingAssembly.Name == AssemblyName)
                return new TorchTypes(optim, optim.ContainingAssembly.GetTypeByMetadataName);
        }

        return null;
    }

    /// <summary>Whether a symbol is TorchSharp's own.</summary>
    public bool Owns(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Assembly);

    public bool IsOptimizer(ITypeSymbol? type) => Derives(type, Optimizer);

    public bool IsScheduler(ITypeSymbol? type) => Derives(type, Scheduler);

    public bool IsTensor(ITypeSymbol? type) => Same(type, Tensor);

    /// <summary>Whether two types are the same one, and there is one.</summary>
    public static bool Same(ISymbol? a, ISymbol? b) => a is not null && SymbolEqualityComparer.Default.Equals(a, b);

    /// <summary>Whether a type has the rate of a group: the interface itself, or a class behind it.</summary>
    public bool IsRateController(ITypeSymbol? type) => type is not null && RateController is not null
        && (Same(type, RateController) || type.AllInterfaces.Contains(RateController, SymbolEqualityComparer.Default));

    private static bool Derives(ITypeSymbol? type, INamedTypeSymbol? from)
    {
        for (; type is not null && from is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, from))
                return true;
        }

        return false;
    }
}
