using System.Globalization;
using LrGen.Analyzers;
using LrGen.Analyzers.Rules;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.CodeFixes;

/// <summary>Changes of the attributes of a target.</summary>
internal static class AttributeEdits
{
    /// <summary>The attributes of the target that a node belongs to.</summary>
    public static IEnumerable<AttributeSyntax> Attributes(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.AttributeLists.SelectMany(l => l.Attributes) ?? [];

    /// <summary>The root with the edit; null where the source is not what it is for.</summary>
    /// <param name="root">The root as it is now.</param>
    /// <param name="node">What the diagnostic stands at, as it is now.</param>
    /// <param name="original">The same before all edits.</param>
    /// <param name="edit">What to do.</param>
    /// <param name="model">What the source before all edits means.</param>
    public static SyntaxNode? Apply(SyntaxNode root, SyntaxNode node, SyntaxNode original, SuggestedEdit edit, SemanticModel model)
    {
        var argument = node.FirstAncestorOrSelf<AttributeArgumentSyntax>();
        var attribute = node.FirstAncestorOrSelf<AttributeSyntax>();
        switch (edit.Kind)
        {
            case EditKind.ReplaceValue when argument is not null:
                return root.ReplaceNode(argument.Expression, SyntaxFactory.ParseExpression(edit.Text).WithTriviaFrom(argument.Expression));
            case EditKind.ReplaceArgument when argument is not null:
                return root.ReplaceNode(argument, Argument(edit.Text).WithTriviaFrom(argument));
            case EditKind.AddArgument when attribute is not null:
                return root.ReplaceNode(attribute, With(attribute, edit.Text));
            case EditKind.AddArgumentTo:
                string[] parts = edit.Text.Split([": "], 2, StringSplitOptions.None);
                return Attributes(node).FirstOrDefault(a => NameOf(a) == parts[0]) is { } other ? root.ReplaceNode(other, With(other, parts[1])) : null;
            case EditKind.AddAttribute when attribute?.Parent is AttributeListSyntax list:
                return root.ReplaceNode(list, list.WithAttributes(list.Attributes.Insert(list.Attributes.IndexOf(attribute), Attribute(edit.Text))));
            case EditKind.ReplaceAttribute when attribute is not null:
                return root.ReplaceNode(attribute, Attribute(edit.Text).WithTriviaFrom(attribute));
            case EditKind.RenameAttribute when attribute is not null:
                return root.ReplaceNode(attribute.Name, Renamed(attribute.Name, edit.Text));
            case EditKind.HoldRate:
                return HoldRate(root, original, edit.Text.Split('\n'));
            case EditKind.SetArgument when attribute is not null && original.FirstAncestorOrSelf<AttributeSyntax>() is { } own:
                string[] given = edit.Text.Split([": "], 2, StringSplitOptions.None);
                return Expression(own, attribute, given[0], model) is { } value
                    ? root.ReplaceNode(value, SyntaxFactory.ParseExpression(given[1]).WithTriviaFrom(value))
                    : null;
            case EditKind.RemoveAttribute when attribute?.Parent is AttributeListSyntax:
                return Without(root, attribute);
            case EditKind.SwapValues when argument is not null:
                return Swap(root, argument, original, edit.Text, model);
            case EditKind.DivideElements when attribute is not null:
                double by = double.Parse(edit.Text, CultureInfo.InvariantCulture);
                return root.ReplaceNodes(Elements(argument!, attribute), (e, _) => Number(e) is { } number ? Literal(number / by).WithTriviaFrom(e) : e);
            case EditKind.SortElements when attribute is not null:
                return Sort(root, argument!, attribute);
            case EditKind.ReplaceType when node.FirstAncestorOrSelf<ParameterSyntax>() is { Type: { } type }:
                return root.ReplaceNode(type, SyntaxFactory.ParseTypeName(edit.Text).WithTriviaFrom(type));
            default:
                return null;
        }
    }

    private static SyntaxNode? Without(SyntaxNode root, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        return list.Attributes.Count == 1
            ? root.RemoveNode(list, SyntaxRemoveOptions.KeepLeadingTrivia | SyntaxRemoveOptions.KeepUnbalancedDirectives)
            : root.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)));
    }

    private static NameSyntax Renamed(NameSyntax name, string text)
    {
        var plain = SyntaxFactory.IdentifierName(text);
        return name switch
        {
            QualifiedNameSyntax qualified => qualified.WithRight(plain.WithTriviaFrom(qualified.Right)),
            AliasQualifiedNameSyntax alias => alias.WithName(plain.WithTriviaFrom(alias.Name)),
            _ => plain.WithTriviaFrom(name),
        };
    }

    /// <summary>A constant rate instead of a schedule, and the warm-up of the optimizer itself.</summary>
    private static SyntaxNode? HoldRate(SyntaxNode root, SyntaxNode original, string[] lines)
    {
        string[] schedule = lines[0].Split([": "], 2, StringSplitOptions.None), argument = lines[2].Split([": "], 2, StringSplitOptions.None);
        // All are found before one is changed, so that nothing is done by halves.
        var attributes = lines.Where(l => l.Length > 0).Select(l => Attributes(original).FirstOrDefault(a => NameOf(a) == l.Split(':')[0])).ToList();
        if (attributes.Any(a => a is null || root.GetCurrentNode(a) is null))
            return null;
        foreach (var attribute in attributes)
        {
            var current = root.GetCurrentNode(attribute!)!;
            string name = NameOf(current);
            if (name == schedule[0])
                root = root.ReplaceNode(current, Attribute(schedule[1]).WithTriviaFrom(current));
            else if (name == argument[0])
                root = root.ReplaceNode(current, With(current, argument[1]));
            else if (Without(root, current) is { } next)
                root = next;
        }

        return root;
    }

    private static SyntaxNode? Swap(SyntaxNode root, AttributeArgumentSyntax argument, SyntaxNode original, string name, SemanticModel model)
    {
        // The attribute itself first, then the others of the target.
        var own = original.FirstAncestorOrSelf<AttributeSyntax>();
        bool isFirst = name.EndsWith("[0]", StringComparison.Ordinal);
        foreach (var attribute in Attributes(original).OrderBy(a => a != own))
        {
            if (root.GetCurrentNode(attribute) is not { } current
                || Expression(attribute, current, isFirst ? name.Substring(0, name.Length - 3) : name, model) is not { } other)
                continue;
            ExpressionSyntax a = argument.Expression;
            return (isFirst ? Elements((AttributeArgumentSyntax)other.Parent!, null).FirstOrDefault() : other) is { } b
                ? root.ReplaceNodes([a, b], (e, _) => (e == a ? b : a).WithTriviaFrom(e))
                : null;
        }

        return null;
    }

    /// <summary>The value of an argument, as it is now.</summary>
    /// <param name="original">The attribute before all edits.</param>
    /// <param name="current">The same as it is now.</param>
    /// <param name="name">The parameter or property.</param>
    /// <param name="model">What the source before all edits means.</param>
    private static ExpressionSyntax? Expression(AttributeSyntax original, AttributeSyntax current, string name, SemanticModel model)
    {
        for (int i = 0; i < (original.ArgumentList?.Arguments.Count ?? 0); i++)
        {
            if (AttributeArguments.NameOf(original.ArgumentList!.Arguments[i], i, model.GetSymbolInfo(original).Symbol as IMethodSymbol) == name)
                return current.ArgumentList?.Arguments.ElementAtOrDefault(i)?.Expression;
        }

        return null;
    }

    /// <summary>Sorts steps; where each step begins a rate of its own, the rates go with them.</summary>
    private static SyntaxNode? Sort(SyntaxNode root, AttributeArgumentSyntax argument, AttributeSyntax attribute)
    {
        var steps = Elements(argument, attribute);
        if (steps.Any(s => Number(s) is null))
            return null;
        var order = Enumerable.Range(0, steps.Count).OrderBy(i => Number(steps[i])).ToList();
        var edits = steps.Select((s, i) => (From: s, To: steps[order[i]])).ToList();
        var rates = attribute.ArgumentList!.Arguments.Where(a => a != argument).Select(a => Elements(a,
            null)).FirstOrDefault(e => e.Count == steps.Count + 1);
        if (rates is not null)
            edits.AddRange(rates.Skip(1).Select((r, i) => (From: r, To: rates[order[i] + 1])));
        return root.ReplaceNodes(edits.Select(e => e.From), (from, _) => edits.First(e => e.From == from).To.WithTriviaFrom(from));
    }

    /// <summary>The numbers of an array: in braces, or one argument each.</summary>
    private static List<ExpressionSyntax> Elements(AttributeArgumentSyntax argument, AttributeSyntax? attribute)
    {
        var initializer = argument.Expression.DescendantNodesAndSelf().OfType<InitializerExpressionSyntax>().FirstOrDefault();
        if (initializer is not null)
            return [.. initializer.Expressions];
        if (argument.Expression.DescendantNodesAndSelf().FirstOrDefault(n => n.IsKind(SyntaxKind.CollectionExpression)) is { } collection)
            return [.. collection.ChildNodes().SelectMany(e => e.ChildNodes()).OfType<ExpressionSyntax>()];
        // Milestones come after rate and factor.
        return [.. (attribute?.ArgumentList!.Arguments ?? default).Where(a => a.NameEquals is null && a.NameColon is null).Skip(2).Select(a => a.Expression)];
    }

    public static AttributeSyntax With(AttributeSyntax attribute, string text)
    {
        var argument = Argument(text);
        var arguments = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var same = arguments.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == argument.NameEquals!.Name.Identifier.ValueText);
        return attribute.WithArgumentList(same is not null
            ? arguments.ReplaceNode(same.Expression, argument.Expression.WithTriviaFrom(same.Expression))
            : arguments.WithArguments(Add(arguments.Arguments, argument)));
    }

    private static SeparatedSyntaxList<AttributeArgumentSyntax> Add(SeparatedSyntaxList<AttributeArgumentSyntax> arguments,
        AttributeArgumentSyntax argument) =>
        arguments.Count == 0
            ? arguments.Add(argument)
            : SyntaxFactory.SeparatedList(
                arguments.Add(argument), [.. arguments.GetSeparators(), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)]);

    private static AttributeArgumentSyntax Argument(string text) => Attribute("A(" + text + ")").ArgumentList!.Arguments[0];

    public static AttributeSyntax Attribute(string text) =>
        ((MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration("[" + text + "] void M() { }")!).AttributeLists[0].Attributes[0];

    public static string NameOf(AttributeSyntax attribute)
    {
        string name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : attribute.Name.ToString();
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    private static double? Number(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token.Value: IConvertible value and not string }
            ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;

    private static ExpressionSyntax Literal(double value) => SyntaxFactory.ParseExpression(NumberText.Shortest(value));
}
