using LrGen.Analyzers.Conversions.Algebra;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Conversions;

/// <summary>How code is read that computes a rate.</summary>
/// <param name="Step">The variable that counts.</param>
/// <param name="Compilation">The project.</param>
/// <param name="Input">The value of what the code takes from outside.</param>
internal sealed record Reading(ISymbol Step, Compilation Compilation, Func<IOperation, Known> Input)
{
    private readonly Dictionary<ISymbol, IOperation?> _initializers = new(SymbolEqualityComparer.Default);

    /// <summary>What the step is at the beginning.</summary>
    public Expression StepValue { get; init; } = Expression.Step;

    /// <summary>Whether constant expressions have the value that the compiler gives them, rounded, or the exact one.</summary>
    public bool Folds { get; init; }

    /// <summary>Whether numbers are taken as they are written, a tenth for 0.1, and not as the double for it.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Whether the code computes in single precision.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Whether numbers of run time are part of it.</summary>
    public bool IsLate { get; init; }

    /// <summary>Takes nothing from outside.</summary>
    public static Known NoInput(IOperation reference) => Known.Nothing;

    /// <summary>The value that a field is given where it is declared, and never again; null for other fields.</summary>
    public IOperation? InitializerOf(IFieldSymbol field)
    {
        if (!_initializers.TryGetValue(field, out var initializer))
            _initializers.Add(field, initializer = FindInitializer(field));
        return initializer;
    }

    /// <summary>The value that a local variable is given where it is declared, and never again; null for other variables.</summary>
    public IOperation? InitializerOf(ILocalSymbol local)
    {
        if (!_initializers.TryGetValue(local, out var initializer))
            _initializers.Add(local, initializer = FindInitializer(local));
        return initializer;
    }

    /// <summary>The body of a method or local function of the project, with one implementation.</summary>
    public IOperation? BodyOf(IMethodSymbol method)
    {
        if (method is not { IsVirtual: false, IsOverride: false, IsAbstract: false, IsGenericMethod: false,
            DeclaringSyntaxReferences: [var reference] })
            return null;
        var syntax = reference.GetSyntax();
        if (!Compilation.ContainsSyntaxTree(syntax.SyntaxTree))
            return null;
#pragma warning disable RS1030 // The method may stand in another file than the one that is looked at.
        var model = Compilation.GetSemanticModel(syntax.SyntaxTree);
#pragma warning restore RS1030
        return model.GetOperation(syntax) switch
        {
            IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
            ILocalFunctionOperation local => local.Body,
            _ => null,
        };
    }

    private IOperation? FindInitializer(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
            || declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member || member.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Any(n => n.Identifier.ValueText == local.Name && Variables.IsWritten(n)))
        {
            return null;
        }

#pragma warning disable RS1030 // The variable stands in the file that is looked at, or a lambda's in its own.
        return Compilation.GetSemanticModel(value.SyntaxTree).GetOperation(value);
#pragma warning restore RS1030
    }

    private IOperation? FindInitializer(IFieldSymbol field)
    {
        if (field is not { IsReadOnly: true, DeclaringSyntaxReferences: [var reference] }
            || reference.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: { } value }
            || !Compilation.ContainsSyntaxTree(value.SyntaxTree) || IsSetIn(field))
        {
            return null;
        }

#pragma warning disable RS1030 // The field may stand in another file than the one that is looked at.
        var operation = Compilation.GetSemanticModel(value.SyntaxTree).GetOperation(value);
#pragma warning restore RS1030
        // An array can change without its field.
        return field.Type is IArrayTypeSymbol && field.DeclaredAccessibility != Accessibility.Private ? null : operation;
    }

    /// <summary>Whether a constructor, or a primary one, may set a field.</summary>
    private static bool IsSetIn(IFieldSymbol field) => field.ContainingType.Constructors.Where(c => !c.IsImplicitlyDeclared)
        .SelectMany(c => c.DeclaringSyntaxReferences).Select(r => r.GetSyntax()).OfType<ConstructorDeclarationSyntax>()
        .SelectMany(c => c.DescendantNodes()).OfType<SimpleNameSyntax>().Any(n => n.Identifier.ValueText == field.Name);
}
