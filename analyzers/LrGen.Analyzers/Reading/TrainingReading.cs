using System.Threading;
using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Analyzers.Reading;

/// <summary>
/// What the code of a type does with optimizers, schedulers and rates: the one reading that the rules about training code and the conversions
/// share. In short:
/// <list type="bullet">
/// <item><see cref="Of(INamedTypeSymbol, KnownSymbols, CancellationToken)"/> reads a type from each of its entries, the methods that nothing in the type
/// calls, and follows calls into methods, local functions, lambdas and constructors, also of other types in source. Depth is bounded; recursion,
/// virtual calls and code without source end it, and what such code gets <see cref="Thing.Escapes"/>.</item>
/// <item>A <see cref="Thing"/> is one optimizer or scheduler: the call that makes it (<see cref="Thing.Call"/>), its arguments as values
/// (<see cref="Thing.Number"/>, <see cref="Thing.Arguments"/>), the variable, field or property that holds it, and the optimizer of a scheduler. It is the
/// same object wherever it is handed to, in a parameter, a field, a tuple or another class.</item>
/// <item>A <see cref="TrainingEvent"/> is what happens to one: made, stepped, rate written or read, state saved or loaded, handed to unknown code;
/// beside them losses that are differentiated, gradients that are zeroed, and numbers that are assigned. They are in the order in which they run.</item>
/// <item>A <see cref="Place"/> is the way from the entry to an event: loops, branches and calls, across methods. <see cref="Place.Loops"/> are the loops
/// around an event wherever they stand, <see cref="LoopFacts"/> what they count; <see cref="Place.Common"/> and <see cref="Place.BranchIn"/> tell whether two
/// events share a round, and whether one of them is left out in some.</item>
/// <item>A <see cref="Value"/> is a number, also as a product of variables, so that a horizon and the bound of a loop can be compared.</item>
/// </list>
/// A rule that needs more than an event tells stays silent: see <see cref="TrainingEvent.IsCertain"/>, <see cref="TrainingEvent.IsHanded"/> and
/// <see cref="Thing.Escapes"/>.
/// </summary>
internal sealed class TrainingReading
{
    private readonly Dictionary<Thing, List<TrainingEvent>> _byThing = [];
    private readonly Dictionary<IOperation, Body?> _bodies = [];

    private TrainingReading(INamedTypeSymbol type, KnownSymbols known, TrainingReader reader, CancellationToken cancellation)
    {
        (Type, Known, Things, Events, Cancellation) = (type, known, reader.Things, reader.Events, cancellation);
        foreach (var happened in Events)
        {
            if (happened.Thing is not { } thing)
                continue;
            if (!_byThing.TryGetValue(thing, out var list))
                _byThing.Add(thing, list = []);
            list.Add(happened);
        }
    }

    /// <summary>The type that is read.</summary>
    public INamedTypeSymbol Type { get; }

    public KnownSymbols Known { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The optimizers and schedulers, those from outside included.</summary>
    public IReadOnlyList<Thing> Things { get; }

    /// <summary>All that happens, entry by entry, each in the order in which it runs.</summary>
    public IReadOnlyList<TrainingEvent> Events { get; }

    public IEnumerable<Thing> Optimizers => Things.Where(t => t.Kind == ThingKind.Optimizer);

    public IEnumerable<Thing> Schedulers => Things.Where(t => t.Kind == ThingKind.Scheduler);

    /// <summary>Reads a type; null where it does not train.</summary>
    public static TrainingReading? Of(INamedTypeSymbol type, KnownSymbols known, CancellationToken cancellation)
    {
        if (known.Torch is not { } torch || type.TypeKind is not (TypeKind.Class or TypeKind.Struct)
            || !type.DeclaringSyntaxReferences.Any(r => known.Bodies.SpeaksOfTraining(r.GetSyntax(cancellation))))
            return null;
        var entries = Entries(type, known, cancellation);
        if (entries.Count == 0 && type.InstanceConstructors.All(c => c.IsImplicitlyDeclared))
            return null;
        var reader = new TrainingReader(known, torch, cancellation);
        var own = reader.Construct(type);
        var start = reader.Store;
        // Who sets fields prepares what others use.
        foreach (var entry in entries.OrderBy(e => SetsMembers(e, type, cancellation) ? 0 : 1))
        {
            reader.Store = start;
            reader.Enter(entry, own);
            if (SetsMembers(entry, type, cancellation))
                start = reader.Fields(start);
        }

        return reader.Events.Count == 0 ? null : new TrainingReading(type, known, reader, cancellation);
    }

    /// <summary>The method that an operation stands in, as the rules about one method know it.</summary>
    public Body? BodyOf(IOperation operation)
    {
        var root = operation.Root();
        if (!_bodies.TryGetValue(root, out var body))
            _bodies.Add(root, body = Body.Read([root], Known, Cancellation));
        return body;
    }

    /// <summary>What happens to a thing.</summary>
    public IEnumerable<TrainingEvent> Of(Thing thing) => _byThing.TryGetValue(thing, out var events) ? events : [];

    /// <summary>What of a kind happens to a thing.</summary>
    public IEnumerable<TrainingEvent> Of(Thing? thing, EventKind kind) => thing is null ? [] : Of(thing).Where(e => e.Kind == kind);

    /// <summary>What of a kind happens, to whatever thing.</summary>
    public IEnumerable<TrainingEvent> All(EventKind kind) => Events.Where(e => e.Kind == kind);

    /// <summary>The schedulers of an optimizer, and those that can be its.</summary>
    public IEnumerable<Thing> SchedulersOf(Thing optimizer) =>
        Schedulers.Where(s => s.Whole is null && (ReferenceEquals(s.Optimizer, optimizer) || s.Optimizer is null));

    /// <summary>The assignments to the rate of an optimizer, and those that can be to it.</summary>
    public IEnumerable<TrainingEvent> RateWritesOf(Thing optimizer) =>
        All(EventKind.RateWrite).Where(w => w.Thing is null || ReferenceEquals(w.Thing, optimizer));

    /// <summary>How often an event happens after its thing is made, or inside an outer place; null where that is not known at compile time.</summary>
    public static (double Count, bool MayBreak)? Rounds(Place place, Place? outer)
    {
        double count = 1;
        bool mayBreak = false;
        foreach (var loop in place.LoopsIn(outer))
        {
            if (loop.Loop!.Count?.Number is not { } rounds)
                return null;
            count *= rounds;
            mayBreak |= loop.Loop.MayBreak;
        }

        return (count, mayBreak);
    }

    /// <summary>Whether code is the type's own, and not that of another one that it calls.</summary>
    public bool Owns(IOperation operation) => Type.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == operation.Syntax.SyntaxTree
        && r.Span.Contains(operation.Syntax.Span) && (r.GetSyntax() is not CompilationUnitSyntax
            || operation.Syntax.FirstAncestorOrSelf<GlobalStatementSyntax>() is not null));

    /// <summary>The methods that nothing in the type calls: others do, and the training begins in them.</summary>
    private static List<IMethodSymbol> Entries(INamedTypeSymbol type, KnownSymbols known, CancellationToken cancellation)
    {
        var methods = new List<(IMethodSymbol Method, SyntaxNode Syntax)>();
        for (var declaring = type; declaring is not null && TorchTypes.Same(declaring.ContainingAssembly,
            known.Compilation.Assembly); declaring = declaring.BaseType)
        {
            bool isOwn = TorchTypes.Same(declaring, type);
            foreach (var member in declaring.OriginalDefinition.GetMembers())
            {
                var method = member as IMethodSymbol;
                bool isGetter = method is { MethodKind: MethodKind.PropertyGet, DeclaredAccessibility: not Accessibility.Private }
                    && method.AssociatedSymbol is IPropertySymbol property && !Bodies.IsAuto(property);
                if (method is { IsAbstract: false, MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } && (isOwn
                    || !method.IsStatic
                    && method.DeclaredAccessibility != Accessibility.Private) || isGetter && isOwn)
                {
                    if (Bodies.SyntaxOf(method!.PartialImplementationPart ?? method, cancellation) is { } syntax)
                        methods.Add((method, syntax));
                }
            }
        }

        // One look at the names: who names whom.
        var names = new Dictionary<string, HashSet<SyntaxNode>>();
        foreach (var (_, syntax) in methods.Concat(type.InstanceConstructors.Select(c => (c, Bodies.SyntaxOf(c, cancellation)!)).Where(c =>
            c.Item2 is ConstructorDeclarationSyntax)))
        {
            foreach (var name in syntax.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                // A member of something else is another one of that name.
                if (name.Parent is MemberAccessExpressionSyntax { Expression: var on } member && member.Name == name
                    && on is not (ThisExpressionSyntax or BaseExpressionSyntax)
                    && !(on is SimpleNameSyntax { Identifier.ValueText: var owner } && owner == type.Name))
                    continue;
                if (!names.TryGetValue(name.Identifier.ValueText, out var by))
                    names.Add(name.Identifier.ValueText, by = []);
                by.Add(syntax);
            }
        }

        bool IsCalled(IMethodSymbol method, SyntaxNode syntax) => method.MethodKind != MethodKind.PropertyGet
            && names.TryGetValue(method.Name, out var by) && by.Any(s => s != syntax);

        var speaking = new HashSet<string>(methods.Where(m => known.Bodies.SpeaksOfTraining(m.Syntax)).Select(m => m.Method.Name));
        bool grows = true;
        while (grows)
        {
            grows = false;
            foreach (var (method, syntax) in methods)
            {
                if (!speaking.Contains(method.Name) && speaking.Any(s => names.TryGetValue(s, out var by) && by.Contains(syntax)))
                    grows |= speaking.Add(method.Name);
            }
        }

        return [.. methods.Where(m => speaking.Contains(m.Method.Name) && !IsCalled(m.Method, m.Syntax)).Select(m => m.Method)];
    }

    private static bool SetsMembers(IMethodSymbol method, INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (Bodies.SyntaxOf(method.PartialImplementationPart ?? method, cancellation) is not { } syntax)
            return false;
        foreach (var assignment in syntax.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            string? name = assignment.Left is IdentifierNameSyntax plain ? plain.Identifier.ValueText
                : assignment.Left is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var own } ? own.Identifier.ValueText : null;
            if (name is not null && type.GetMembers(name).Any(m => m is IFieldSymbol or IPropertySymbol))
                return true;
        }

        return false;
    }
}
