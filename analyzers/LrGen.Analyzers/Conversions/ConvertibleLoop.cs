using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Conversions;

/// <summary>
/// A rate that a loop computes by hand: from its counter, or from the rate of the round before. The declaration is asked for the rate where it
/// was computed, so that all that uses it stays as it is.
/// </summary>
internal static class ConvertibleLoop
{
    private static readonly HashSet<string> s_rateWords = new(["lr", "rate", "lrate", "learningrate", "learning", "eta", "epsilon", "momentum"],
        StringComparer.OrdinalIgnoreCase);

    public static void Analyze(SyntaxNodeAnalysisContext context, IAssemblySymbol library)
    {
        if (context.Node is VariableDeclaratorSyntax declarator)
        {
            if (declarator.Initializer is { Value: { } initializer } && IsRate(declarator.Identifier.ValueText))
                Computed(context, initializer, library);
            return;
        }

        var assignment = (AssignmentExpressionSyntax)context.Node;
        var name = assignment.Left switch { IdentifierNameSyntax own => own.Identifier, MemberAccessExpressionSyntax access => access.Name.Identifier,
            _ => default };
        if (!IsRate(name.ValueText ?? string.Empty) || assignment.Parent is not ExpressionStatementSyntax statement
            || Variables.LoopOf(statement) is not { } loop)
            return;
        bool isOwn = assignment.Left is IdentifierNameSyntax
            && (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
                || assignment.Right.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == name.ValueText));
        if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && !isOwn && Computed(context, assignment.Right, library))
            return;
        if (assignment.Left is IdentifierNameSyntax)
            Changed(context, statement, name.ValueText!, loop, library);
    }

    /// <summary>A rate that is computed from the counter of the loop.</summary>
    private static bool Computed(SyntaxNodeAnalysisContext context, ExpressionSyntax value, IAssemblySymbol library)
    {
        if (Variables.LoopOf(value) is not ForStatementSyntax { Declaration.Variables: [var counter] } loop || !MayHold(context, value, out var method)
            || !value.DescendantNodesAndSelf().Any(n => n is BinaryExpressionSyntax or InvocationExpressionSyntax)
            || !value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == counter.Identifier.ValueText)
            || context.SemanticModel.GetDeclaredSymbol(counter, context.CancellationToken) is not ILocalSymbol step || !Numbers.IsInteger(step.Type)
            || !IsCountedUp(loop, counter, out _) || context.SemanticModel.GetOperation(value, context.CancellationToken) is not { } operation
                || !Numbers.IsFloating(operation.Type))
        {
            return false;
        }

        var code = new RateCode(operation, step, step.Type, operation.Type!, context.Compilation);
        // A value of one line is a schedule only where more than a line comes of it.
        if (new RateSearch(code, library, context.CancellationToken).Find() is not { } offer || offer.Shift > 0 && Numbers.IsUnsigned(step.Type))
            return false;
        string at = offer.Shift switch { 0 => step.Name, > 0 => step.Name + " - 1", _ => step.Name + " + 1" };
        context.ReportDiagnostic(Diagnostic.Create(
            ConvertibleMethod.Rule, value.GetLocation(), [value.GetLocation()], ConversionEdit.OfCall(offer, at, step.Type, operation.Type!, library),
                "expression", offer.Text, offer.Note));
        return true;
    }

    /// <summary>A rate that is made of the one before.</summary>
    private static void Changed(SyntaxNodeAnalysisContext context, ExpressionStatementSyntax statement, string name, StatementSyntax loop,
        IAssemblySymbol library)
    {
        if (!MayHold(context, statement, out var member))
            return;
        if (ChangeOf(statement, loop) is not { } change)
        {
            ConvertiblePlateau.Analyze(context, statement, name, loop, member!);
            return;
        }

        if (Variables.WritesOf(member!, name).Count() != 1
            || context.SemanticModel.GetOperation(statement,
                context.CancellationToken) is not IExpressionStatementOperation { Operation: IAssignmentOperation assignment } update
            || assignment.Target is not ILocalReferenceOperation { Local: var rate } || !Numbers.IsFloating(rate.Type)
            || FirstOf(rate, loop, context) is not { } first)
        {
            return;
        }

        // Nothing comes between the rounds that would leave a change out.
        if (loop.DescendantNodes().OfType<ContinueStatementSyntax>().Any(c => c.SpanStart < statement.SpanStart && Variables.LoopOf(c) == loop))
            return;
        ISymbol counter = rate;
        ITypeSymbol counterType = context.Compilation.GetSpecialType(SpecialType.System_Int64);
        int firstRound = 0;
        string? counterName = null;
        if (loop is ForStatementSyntax { Declaration.Variables: [var variable] } counted && IsCountedUp(counted, variable, out firstRound)
            && context.SemanticModel.GetDeclaredSymbol(variable, context.CancellationToken) is ILocalSymbol local && Numbers.IsInteger(local.Type))
        {
            (counter, counterType, counterName) = (local, local.Type, local.Name);
        }
        else if (change.Condition is not null)
        {
            return;
        }

        var condition = change.Condition is null ? null : context.SemanticModel.GetOperation(change.Condition, context.CancellationToken);
        var code = new RateLoop(first, rate, update, condition, counter, firstRound, counterType, rate.Type, context.Compilation);
        if (new RateSearch(code, library, context.CancellationToken).Find() is not { } offer)
            return;
        // How far the round that is over is ahead of the counter.
        int ahead = -firstRound - offer.Shift;
        string step = counterName is null ? "++" + ConversionEdit.Variable : ahead == 0 ? counterName : counterName
            + (ahead > 0 ? " + " + ahead : " - " + -ahead);
        var (parameters, arguments) = offer.Signature(step, counterType, library);
        string note = offer.Note.Replace("; it is one step ahead", string.Empty);
        var texts = new List<string> { name + " = " + ConversionEdit.Name + "(" + arguments + ");" };
        var places = new List<Location> { change.Place.GetLocation() };
        if (counterName is null)
        {
            places.Add(loop.GetFirstToken().GetLocation());
            texts.Add("long " + ConversionEdit.Variable + " = 0;\n" + loop.GetFirstToken().Text);
        }

        context.ReportDiagnostic(Diagnostic.Create(ConvertibleMethod.Rule, statement.GetLocation(), places,
            ConversionEdit.Of(offer.Text, ConversionEdit.Declaration(offer.Text, rate.Type, parameters), [.. texts]), "loop", offer.Text, note));
    }

    /// <summary>The statement, with the condition around it; null where it is under more than that.</summary>
    private static (StatementSyntax Place, ExpressionSyntax? Condition)? ChangeOf(StatementSyntax statement, StatementSyntax loop)
    {
        SyntaxNode at = statement;
        if (at.Parent is BlockSyntax { Statements.Count: 1, Parent: IfStatementSyntax } alone)
            at = alone;
        if (at.Parent is IfStatementSyntax { Else: null } choice && !choice.ContainsDirectives)
            return choice.Parent is BlockSyntax { Parent: var around } && around == loop ? (choice, choice.Condition) : null;
        return statement.Parent is BlockSyntax { Parent: var outer } && outer == loop || statement.Parent == loop ? (statement, null) : null;
    }

    /// <summary>What a variable is before a loop, in which it is declared nowhere.</summary>
    private static IOperation? FirstOf(ILocalSymbol rate, StatementSyntax loop, SyntaxNodeAnalysisContext context) =>
        rate.DeclaringSyntaxReferences is [var reference]
            && reference.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
            && !loop.Span.Contains(declarator.Span) && Variables.LoopOf(declarator) == Variables.LoopOf(loop)
            && declarator.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() == loop.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>()
            && declarator.FirstAncestorOrSelf<LocalFunctionStatementSyntax>() == loop.FirstAncestorOrSelf<LocalFunctionStatementSyntax>()
            ? context.SemanticModel.GetOperation(value, context.CancellationToken)
            : null;

    /// <summary>Whether a loop counts its rounds one by one, from 0 or from 1.</summary>
    private static bool IsCountedUp(ForStatementSyntax loop, VariableDeclaratorSyntax counter, out int first)
    {
        first = counter.Initializer?.Value is LiteralExpressionSyntax { Token.Value: 0 or 1 } literal ? (int)literal.Token.Value : -1;
        string name = counter.Identifier.ValueText;
        return first >= 0 && loop.Incrementors is [PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax } or PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax }]
            && loop.Incrementors[0].ToString().Replace(" ", string.Empty) is var increment && (increment == name + "++" || increment == "++" + name)
            && Variables.WritesOf(loop, name).Count() == 1;
    }

    /// <summary>Whether a declaration can stand beside the member around a node.</summary>
    private static bool MayHold(SyntaxNodeAnalysisContext context, SyntaxNode node, out MemberDeclarationSyntax? member)
    {
        member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member is { Parent: TypeDeclarationSyntax and not InterfaceDeclarationSyntax } && !member.ContainsDirectives
            && node.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 }
            && context.ContainingSymbol?.ContainingType is { } type && ConvertibleScheduler.CanHoldDeclaration(type);
    }

    /// <summary>Whether a name has a word that people give a rate: beta has none.</summary>
    private static bool IsRate(string name)
    {
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            bool isEnd = i == name.Length || name[i] == '_' || char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]);
            if (!isEnd)
                continue;
            if (s_rateWords.Contains(name.Substring(start, i - start).Trim('_')))
                return true;
            start = i;
        }

        return false;
    }
}
