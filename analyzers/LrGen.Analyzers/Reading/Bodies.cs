using System.Collections.Concurrent;
using System.Threading;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Reading;

/// <summary>The code of methods in source, found when a reading comes to them, and what can be told of it without binding.</summary>
internal sealed class Bodies(Compilation compilation)
{
    /// <summary>A method without any of these names neither makes nor moves anything; words of TorchSharp and the names of its optimizers.</summary>
    private static readonly HashSet<string> s_words =
    [
        "step", "zero_grad", "LearningRate", "ParamGroups", "lr_scheduler", "optim", "Optimizer", "LRScheduler", "load_state_dict", "SGD", "Adam", "AdamW",
        "Adamax", "NAdam", "RAdam", "RMSProp", "Adagrad", "Adadelta", "ASGD", "Rprop", "LBFGS", "OptimizerHelper",
    ];

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<IMethodSymbol, IOperation?> _bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxNode, bool> _speaks = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, HashSet<string>> _assigned = new(SymbolEqualityComparer.Default);

    /// <summary>The body of a method; null where it has none in source.</summary>
    public IOperation? Of(IMethodSymbol method, CancellationToken cancellation)
    {
        method = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (_bodies.TryGetValue(method, out var known))
            return known;
        return _bodies.GetOrAdd(method, SyntaxOf(method, cancellation) is { } syntax ? OperationOf(syntax, cancellation) : null);
    }

    /// <summary>The declaration of a method; null where it has none in source.</summary>
    public static SyntaxNode? SyntaxOf(IMethodSymbol method, CancellationToken cancellation) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);

    /// <summary>The operation of a declaration.</summary>
    public IOperation? OperationOf(SyntaxNode syntax, CancellationToken cancellation)
    {
        if (!compilation.ContainsSyntaxTree(syntax.SyntaxTree))
            return null;
#pragma warning disable RS1030 // A reading follows calls to other files; only types that train get here.
        var model = _models.GetOrAdd(syntax.SyntaxTree, t => compilation.GetSemanticModel(t));
#pragma warning restore RS1030
        return model.GetOperation(syntax, cancellation);
    }

    /// <summary>Whether code names something of a training.</summary>
    public bool SpeaksOfTraining(SyntaxNode syntax)
    {
        if (_speaks.TryGetValue(syntax, out bool known))
            return known;
        bool speaks = syntax.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && s_words.Contains(t.ValueText));
        _speaks.TryAdd(syntax, speaks);
        return speaks;
    }

    /// <summary>The names of the members that a type assigns somewhere.</summary>
    public HashSet<string> AssignedIn(INamedTypeSymbol type, CancellationToken cancellation) => _assigned.GetOrAdd(type, t =>
    {
        var names = new HashSet<string>();
        foreach (var node in t.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax(cancellation).DescendantNodes()))
        {
            var target = node switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left,
                PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } prefix =>
                    prefix.Operand,
                PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } postfix =>
                    postfix.Operand,
                ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => argument.Expression,
                _ => null,
            };
            foreach (var named in target is TupleExpressionSyntax tuple ? tuple.Arguments.Select(a => a.Expression) : target is null ? [] : [target])
            {
                if (named is IdentifierNameSyntax name)
                    names.Add(name.Identifier.ValueText);
                else if (named is MemberAccessExpressionSyntax member)
                    names.Add(member.Name.Identifier.ValueText);
            }
        }

        return names;
    });

    /// <summary>The initial values of a type's own fields and properties: of its objects, or of itself.</summary>
    public IEnumerable<(ISymbol Member, IOperation Value)> Initializers(INamedTypeSymbol type, bool isStatic, CancellationToken cancellation)
    {
        foreach (var member in type.OriginalDefinition.GetMembers())
        {
            if (member.IsStatic == isStatic && member is IFieldSymbol { IsConst: false, AssociatedSymbol: null } or IPropertySymbol
                && InitialValue(member, cancellation) is { } value)
                yield return (member, value);
        }
    }

    /// <summary>The value that a field or a property is declared with; null where it has none.</summary>
    public IOperation? InitialValue(ISymbol member, CancellationToken cancellation)
    {
        var initializer = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax { Initializer: { } field } => field,
            PropertyDeclarationSyntax { Initializer: { } property } => property,
            _ => null,
        };
        return initializer is null ? null : (OperationOf(initializer, cancellation) as ISymbolInitializerOperation)?.Value;
    }

    /// <summary>Whether a property keeps its value in a field of its own.</summary>
    public static bool IsAuto(IPropertySymbol property) => property.OriginalDefinition is var own
        && own.ContainingType.GetMembers().Any(m => m is IFieldSymbol field && TorchTypes.Same(field.AssociatedSymbol, own));
}
