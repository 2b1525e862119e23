using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Reading;

/// <summary>Variables, fields and properties: what they hold.</summary>
internal sealed partial class TrainingReader
{
    private void VisitDeclarator(IVariableDeclaratorOperation declarator)
    {
        if (declarator.GetVariableInitializer()?.Value is not { } initial)
            return;
        var value = Visit(initial);
        if (declarator.Symbol.Type.IsNumber())
        {
            if (value.Scale is null)
                value = Value.Of(declarator.Symbol);
            NoteAssigned(declarator, declarator.Symbol, initial);
        }

        Keep(value, declarator.Symbol);
        _store = _store.SetItem((null, declarator.Symbol), value);
    }

    private Value VisitAssignment(IAssignmentOperation assignment)
    {
        switch (assignment)
        {
            case IDeconstructionAssignmentOperation { Target: var target } deconstruction:
                var parts = Visit(deconstruction.Value);
                Deconstruct(target, parts, deconstruction);
                return parts;
            case ICompoundAssignmentOperation compound:
                Visit(compound.Value);
                Assign(compound.Target, Value.Unknown, compound, compound.Value);
                return Value.Unknown;
            case ICoalesceAssignmentOperation coalesce:
                var given = Value.Join(Visit(coalesce.Target), Visit(coalesce.Value));
                Assign(coalesce.Target, given, coalesce, coalesce.Value);
                return given;
            default:
                var value = Visit(assignment.Value);
                Assign(assignment.Target, value, assignment, assignment.Value);
                return value;
        }
    }

    private void Deconstruct(IOperation target, Value value, IOperation assignment)
    {
        if (target is IDeclarationExpressionOperation { Expression: var declared })
            target = declared;
        if (target is not ITupleOperation tuple)
        {
            Assign(target, value, assignment, null);
            return;
        }

        for (int i = 0; i < tuple.Elements.Length; i++)
            Deconstruct(tuple.Elements[i], value.Elements is { } elements && i < elements.Count ? elements[i] : Value.Unknown, assignment);
    }

    private void Assign(IOperation target, Value value, IOperation assignment, IOperation? assigned)
    {
        target = target.Unwrap();
        if (target is IDeclarationExpressionOperation { Expression: var declared })
            target = declared;
        switch (target)
        {
            case IPropertyReferenceOperation property when torch.Owns(property.Property) || torch.IsRateController(property.Property.ContainingType):
                var on = Visit(property.Instance);
                if (property.Property.Name == "LearningRate")
                    NoteRate(EventKind.RateWrite, assignment, on, assigned);
                else if (property.Property.Name == "InitialLearningRate")
                    NoteRate(EventKind.InitialRateWrite, assignment, on, assigned);
                else if (property.Property.Name == "grad")
                    Note(EventKind.ZeroGrad, assignment, null);
                return;
            case IPropertyReferenceOperation property when !Bodies.IsAuto(property.Property):
                var receiver = property.Instance is null ? null : Visit(property.Instance);
                if (property.Property.SetMethod is { } setter && IsInSource(setter))
                    Follow(setter, receiver, [value], property, canBeOther: false);
                else
                    Escape(value, assignment);
                return;
            case IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.Length: > 0 }:
                Escape(value, assignment);
                return;
        }

        if (Key(target) is not { } key)
        {
            Escape(value, assignment);
            return;
        }

        var type = target.Type;
        if (type.IsNumber())
        {
            NoteAssigned(assignment, key.Variable, assigned);
            // A new number of no known value is what it is called, until the next.
            if (value.Scale is null && _place.InnerLoop is null)
                value = Value.Of(key.Variable);
        }

        Keep(value, key.Variable);
        // Others see what a member shows them.
        if (key.Variable is IFieldSymbol or IPropertySymbol && key.Variable.DeclaredAccessibility > Accessibility.Private
            && (key.Owner is null || ReferenceEquals(key.Owner, _this) && _stack.Count == 1) && !IsInitOnlyForOthers(key.Variable))
            Expose(value);
        _store = _store.SetItem(key, value);
    }

    /// <summary>Whether a member is seen by derived classes alone.</summary>
    private static bool IsInitOnlyForOthers(ISymbol member) => member.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedAndInternal;

    private static void Keep(Value value, ISymbol variable)
    {
        foreach (var thing in value.All<Thing>())
        {
            // A list of schedulers is the variable of none.
            if (!value.IsList)
                thing.Variable ??= variable;
        }
    }

    private void NoteAssigned(IOperation assignment, ISymbol variable, IOperation? assigned) =>
        Note(EventKind.Assign, assignment, null, e => e with { Variable = variable, Assigned = assigned });

    private void NoteRate(EventKind kind, IOperation operation, Value on, IOperation? assigned)
    {
        var groups = on.All<Groups>().ToList();
        if (groups.Count == 0 && on.All<Thing>().Any())
        {
            Note(kind, operation, on, e => e with { Group = "0", Assigned = assigned });
            return;
        }

        if (groups.Count == 0)
            Note(kind, operation, null, e => e with { Assigned = assigned });
        foreach (var group in groups)
        {
            Events.Add(new TrainingEvent(kind, operation, _place, group.Of)
            {
                Order = Events.Count, IsCertain = groups.Count == 1 && !on.MayBeOther, Group = group.Which, Assigned = assigned,
            });
        }
    }

    private Value Load(object? owner, ISymbol variable, ITypeSymbol? type)
    {
        variable = variable.OriginalDefinition;
        var key = (owner, variable);
        if (_store.TryGetValue(key, out var value))
            return value;
        if (_fromOutside.TryGetValue(key, out value))
            return value;
        value = FromOutside(owner, variable, type);
        _fromOutside[key] = value;
        return value;
    }

    /// <summary>What a variable holds that nobody in sight has set.</summary>
    private Value FromOutside(object? owner, ISymbol variable, ITypeSymbol? type)
    {
        if (owner is null && variable is IFieldSymbol or IPropertySymbol && variable.IsStatic && IsSetOnce(variable)
            && known.Bodies.InitialValue(variable, cancellation) is { } initial && _calls++ < MostCalls)
        {
            var (place, own) = (_place, _this);
            (_place, _this) = (new Place(null, PlaceKind.Entry, null), null);
            var value = Visit(initial);
            (_place, _this) = (place, own);
            Keep(value, variable);
            return value.Scale is null && type.IsNumber() ? Value.Of(variable) : value;
        }

        if (type.IsNumber())
            return Value.Of(variable);
        if (torch.IsOptimizer(type) || torch.IsScheduler(type))
        {
            var thing = new Thing(torch.IsOptimizer(type) ? ThingKind.Optimizer : ThingKind.Scheduler, type!.Name, null, null, variable);
            Things.Add(thing);
            return Value.Of(thing);
        }

        return type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named && IsInSource(named)
            ? Value.Of(new Instance(named, named.IsSealed))
            : Value.Unknown;
    }

    private bool IsSetOnce(ISymbol member) => member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }
        || member.DeclaredAccessibility == Accessibility.Private
            && !known.Bodies.AssignedIn(member.ContainingType.OriginalDefinition, cancellation).Contains(member.Name);

    private Value VisitProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        var on = reference.Instance is null ? null : Visit(reference.Instance);
        foreach (var argument in reference.Arguments)
            Visit(argument.Value);
        if (torch.Owns(property) || torch.IsRateController(property.ContainingType))
        {
            switch (property.Name)
            {
                case "ParamGroups" or "param_groups" when on?.All<Thing>().ToList() is [var optimizer]:
                    return Value.Of(new Groups(optimizer, "*", IsList: true));
                case "LearningRate" when on is not null:
                    NoteRate(EventKind.RateRead, reference, on, null);
                    return Value.Unknown;
                case "grad":
                    Note(EventKind.ZeroGrad, reference, null);
                    return Value.Unknown;
                default:
                    return property.Type.IsNumber() ? Value.Of(property) : Value.Unknown;
            }
        }

        if (reference.Arguments.Length > 0)
            return on is null ? Value.Unknown : ElementOf(on, reference.Arguments[0].Value.Number());
        if (property is { IsVirtual: false, IsAbstract: false, IsOverride: false } && property.GetMethod is { } getter && IsInSource(getter)
            && !Bodies.IsAuto(property))
            return Follow(getter, on, [], reference, canBeOther: false);
        if (Bodies.IsAuto(property))
            return reference.Instance is null ? Load(null, property, property.Type)
                : on is not null && OwnerOf(on) is { } owner ? Load(owner, property, property.Type) : OfType(property.Type, property);
        return OfType(property.Type, property);
    }

    private static Value OfType(ITypeSymbol type, ISymbol named) => type.IsNumber() ? Value.Of(named) : Value.Unknown;

    /// <summary>Code that is not read gets a value, with all that it holds.</summary>
    private void Escape(Value value, IOperation operation)
    {
        if (value.Holds.Count == 0 && value.Elements is null)
            return;
        foreach (var function in value.All<Function>().ToList())
            Hand(function, operation, isAtOnce: false);
        var things = new List<Thing>();
        Reach(value, things, []);
        foreach (var thing in things.Distinct())
        {
            thing.Escapes = true;
            Events.Add(new TrainingEvent(EventKind.Escape, operation, _place, thing) { Order = Events.Count });
        }
    }

    private void Expose(Value value)
    {
        var things = new List<Thing>();
        Reach(value, things, []);
        foreach (var thing in things)
            thing.Escapes = true;
    }

    private void Reach(Value value, List<Thing> things, HashSet<object> seen)
    {
        foreach (var element in value.Elements ?? [])
            Reach(element, things, seen);
        foreach (object held in value.Holds)
        {
            if (!seen.Add(held))
                continue;
            switch (held)
            {
                case Thing thing:
                    things.Add(thing);
                    // Who has a scheduler cannot move its optimizer, but who has a whole can move its parts.
                    things.AddRange(thing.Parts);
                    break;
                case Groups groups:
                    things.Add(groups.Of);
                    break;
                case Instance instance:
                    foreach (var entry in _store)
                    {
                        if (ReferenceEquals(entry.Key.Owner, instance))
                            Reach(entry.Value, things, seen);
                    }

                    break;
            }
        }
    }

    private bool IsInSource(ISymbol symbol) => TorchTypes.Same(symbol.ContainingAssembly, known.Compilation.Assembly);
}
