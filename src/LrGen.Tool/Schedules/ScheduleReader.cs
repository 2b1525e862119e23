using System.Globalization;
using LrGen.Analyzers;
using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;
using LrGen.Tool.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Tool.Schedules;

/// <summary>Finds the declarations of a project and lowers them as the generator does.</summary>
internal sealed class ScheduleReader(RuntimeValues values)
{
    public static readonly SymbolDisplayFormat NameFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>All schedules, in the order of their files.</summary>
    public IReadOnlyList<Schedule> Read(LoadedProject project)
    {
        var found = new List<Schedule>();
        foreach (var symbol in Targets(project))
        {
            if (Read(symbol, project) is { } schedule)
                found.Add(schedule);
        }

        return [.. found.OrderBy(s => s.File, StringComparer.Ordinal).ThenBy(s => s.Line)];
    }

    /// <summary>The annotated methods and types of a project.</summary>
    internal static IEnumerable<ISymbol> Targets(LoadedProject project)
    {
        var types = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in project.Compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            // Binding begins only where there are attributes with a name of ours.
            foreach (var type in tree.GetRoot().DescendantNodes(n => n is not BlockSyntax).OfType<TypeDeclarationSyntax>())
            {
                var lists = type.AttributeLists.Concat(type.Members.OfType<MethodDeclarationSyntax>().SelectMany(m => m.AttributeLists));
                if (!lists.SelectMany(l => l.Attributes).Any(a => MayBeOurs(a.Name)))
                    continue;
                model ??= project.Compilation.GetSemanticModel(tree);
                if (model.GetDeclaredSymbol(type) is not INamedTypeSymbol symbol || !types.Add(symbol))
                    continue;
                if (AttributeNames.On(symbol).Count > 0 && IsWanted(symbol))
                    yield return symbol;
                foreach (var method in symbol.GetMembers().OfType<IMethodSymbol>().Where(m => AttributeNames.On(m).Count > 0 && IsWanted(m)))
                    yield return method;
            }
        }

        bool IsWanted(ISymbol symbol) => project.OnlyFile is null
            || AttributeNames.On(symbol)[0].ApplicationSyntaxReference!.SyntaxTree.FilePath == project.OnlyFile;
    }

    /// <summary>Aliases of attributes are not looked through here; they are as rare as they are confusing.</summary>
    private static bool MayBeOurs(NameSyntax name)
    {
        string last = name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => string.Empty,
        };
        return Families.Knows(last) || last.EndsWith("Attribute", StringComparison.Ordinal) && Families.Knows(last[..^"Attribute".Length]);
    }

    private Schedule? Read(ISymbol symbol, LoadedProject project)
    {
        if (DeclarationParser.Parse(symbol, project.Compilation, CancellationToken.None) is not { } parsed)
            return null;
        var attributes = AttributeNames.On(symbol);
        var place = attributes[0].ApplicationSyntaxReference!.SyntaxTree.GetLineSpan(attributes[0].ApplicationSyntaxReference!.Span);
        var schedule = new Schedule
        {
            Name = symbol.ToDisplayString(NameFormat),
            File = place.Path,
            Line = project.Assembly is null ? place.StartLinePosition.Line + 1 : 0,
            Words = "[" + string.Join(", ", attributes.Select(a => a.ApplicationSyntaxReference!.GetSyntax().ToString())) + "]",
            Kind = symbol is IMethodSymbol ? "method" : symbol is INamedTypeSymbol { TypeKind: TypeKind.Class } ? "optimizer" : "struct",
            Declaration = parsed.Declaration,
            StepName = parsed.Declaration?.StepName ?? "step",
        };
        var errors = parsed.Errors.ToList();
        if (parsed.Declaration is not { } declaration)
            return schedule with { Errors = Problems(errors) };
        var lowered = ScheduleLowering.Lower(declaration);
        errors.AddRange(lowered.Errors);
        var compiler = declaration.Compiles ? [] : OfCompiler(attributes, project.Compilation);
        if (compiler.Count > 0 || errors.Any(e => !e.IsWarning) || lowered is { Curve: null, Machine: null })
            return schedule with { Errors = [.. compiler.Select(Problem), .. Problems(errors.Where(e => !e.IsWarning)), .. ElsewhereIfNone(compiler.Count + errors.Count)] };

        var (complete, open) = values.Apply(schedule.Name, declaration);
        if (open.Count > 0)
            return schedule with { Lowered = lowered, Needs = open, Machine = lowered.Machine };
        var valued = ScheduleLowering.Lower(complete);
        // A value that run time would refuse is an error here, at the attribute that takes it.
        if (valued is { Curve: null, Machine: null })
            return schedule with { Errors = Problems(valued.Errors.Where(e => !e.IsWarning)) };
        var curves = new List<QuantityCurve>();
        if (valued.Curve is { IsConstant: true } curve)
            curves.Add(new QuantityCurve(valued.First, curve));
        curves.AddRange(valued.Others.Where(o => o.Curve.IsConstant).Select(o => new QuantityCurve(o.Quantity, o.Curve)));
        return schedule with { Declaration = complete, Lowered = valued, Machine = valued.Machine, Curves = curves };

        IReadOnlyList<Problem> Problems(IEnumerable<ScheduleError> of) =>
            [.. of.Select(e => ScheduleDiagnostic.Create(e, symbol, CancellationToken.None)).Select(Problem)];

        // A declaration that it uses has the error, which is reported there.
        static IEnumerable<Problem> ElsewhereIfNone(int known) => known > 0 ? [] : [new Problem(string.Empty, "a declaration that it uses has errors")];
    }

    private static Problem Problem(Diagnostic diagnostic) => new(diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture));

    /// <summary>What the compiler says of attributes that do not compile.</summary>
    internal static List<Diagnostic> OfCompiler(IEnumerable<AttributeData> attributes, Compilation compilation) =>
        [.. attributes.Select(a => a.ApplicationSyntaxReference!).SelectMany(r => compilation.GetSemanticModel(r.SyntaxTree).GetDiagnostics(r.Span))
            .Where(d => d.Severity == DiagnosticSeverity.Error).DistinctBy(d => (d.Id, d.Location.SourceSpan))];
}
