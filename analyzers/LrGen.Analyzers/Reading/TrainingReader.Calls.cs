using System.Collections.Immutable;
using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Reading;

/// <summary>Calls: TorchSharp's own say what happens, those into source are followed, and all others are unknown code.</summary>
internal sealed partial class TrainingReader
{
    private Value VisitCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var on = call.Instance is null ? null : Visit(call.Instance);
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            var given = VisitArguments(call.Arguments);
            if (on?.One<Function>() is { } function)
                return FollowFunction(function, given, call);
            EscapeAll(given, call);
            return Value.Unknown;
        }

        if (method.MethodKind == MethodKind.Constructor)
        {
            if (_this is not null)
                RunConstructor(_this, method, VisitArguments(call.Arguments), call);
            return Value.Unknown;
        }

        if (torch.Owns(method.OriginalDefinition))
            return VisitTorch(call, method, on);
        var arguments = VisitArguments(call.Arguments);
        if (OfSequence(call, method, on, arguments) is { } sequence)
            return sequence;
        if (IsInSource(method) && Target(call, on) is { } target && IsWorthReading(target, on, arguments))
        {
            var result = Follow(target, on, Ordered(call.Arguments, arguments), call, canBeOther: true);
            // ref and out give back what the callee has left in them.
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out } parameter
                    && _store.TryGetValue((null, target.OriginalDefinition.Parameters[parameter.Ordinal]), out var left))
                    Assign(argument.Value, left, argument, null);
            }

            return result;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
                Assign(argument.Value, Value.Unknown, argument, null);
        }

        if (IsInSource(method) && !method.IsAbstract && !method.IsVirtual && !method.IsOverride && on is null && arguments.All(a => a.Holds.Count == 0
            && a.Elements is null))
            return Value.Unknown;
        HandOver(call, method, on, arguments);
        return Value.Unknown;
    }

    private List<Value> VisitArguments(ImmutableArray<IArgumentOperation> arguments) => [.. arguments.Select(a =>
        a.Parameter?.RefKind == RefKind.Out ? Value.Unknown : Visit(a.Value))];

    /// <summary>The arguments in the order of the parameters.</summary>
    private static IReadOnlyList<Value> Ordered(ImmutableArray<IArgumentOperation> arguments, IReadOnlyList<Value> values)
    {
        var ordered = new Value[arguments.Length];
        for (int i = 0; i < ordered.Length; i++)
            ordered[arguments[i].Parameter is { Ordinal: var at } && at < ordered.Length ? at : i] = values[i];
        return ordered;
    }

    /// <summary>What unknown code gets: things escape, and lambdas run whenever it likes.</summary>
    private void HandOver(IInvocationOperation call, IMethodSymbol method, Value? on, List<Value> arguments)
    {
        // What prints leaves things as they are.
        if (method.ContainingType is { Name: "Console" or "Debug" or "Trace", ContainingNamespace.Name: "System" or "Diagnostics" })
            return;
        bool isAtOnce = method.ContainingType?.Name is "Task" or "TaskFactory" && method.Name is "Run" or "StartNew";
        foreach (var argument in arguments)
        {
            foreach (var function in argument.All<Function>().ToList())
                Hand(function, call, isAtOnce);
        }

        EscapeAll(arguments.Where(a => !a.All<Function>().Any()), call);
        if (on is not null && (IsInSource(method) || on.All<Thing>().Any() || on.All<Groups>().Any()))
            Escape(on, call);
    }

    private void Hand(Function function, IOperation call, bool isAtOnce)
    {
        if (function.Lambda is null && !IsInSource(function.Method))
            return;
        var outside = _place;
        var before = _store;
        if (!isAtOnce)
            _place = new Place(_place, PlaceKind.Handed, call);
        FollowFunction(function, [], call);
        _store = Join(before, _store);
        _place = outside;
    }

    private void EscapeAll(IEnumerable<Value> values, IOperation operation)
    {
        foreach (var value in values)
            Escape(value, operation);
    }

    /// <summary>Methods of lists and sequences that hand on what they hold; null for any other.</summary>
    private Value? OfSequence(IInvocationOperation call, IMethodSymbol method, Value? on, List<Value> arguments)
    {
        var (source, rest) = on is not null ? (on, arguments) : arguments.Count > 0 && method.IsExtensionMethod ? (arguments[0],
            arguments.Skip(1).ToList()) : (null, null);
        if (source is null || rest is null || IsInSource(method))
            return null;
        bool isHolder = source.IsList || source.All<Groups>().Any();
        if (method.Name == "ForEach" && rest is [var each] && each.One<Function>() is { } body)
        {
            Repeat(call, new LoopFacts(isHolder ? LoopOver.Parts : LoopOver.Rounds), () =>
                FollowFunction(body, [isHolder ? IsEach(source) ? AllOf(source, source) : ElementOf(source, null) : Value.Unknown], call));
            return Value.Unknown;
        }

        if (!isHolder)
            return null;
        return method.Name switch
        {
            "First" or "Single" or "FirstOrDefault" or "SingleOrDefault" => ElementOf(source, 0),
            "Last" or "LastOrDefault" => ElementOf(source, null),
            "ElementAt" => ElementOf(source, rest.LastOrDefault()?.Number),
            "ToList" or "ToArray" or "AsEnumerable" or "Cast" or "OfType" or "Reverse" => source,
            "Count" or "Any" or "Select" or "Sum" or "Average" => Value.Unknown,
            _ => null,
        };
    }

    /// <summary>The method that a call comes to; null where that is decided at run time.</summary>
    private static IMethodSymbol? Target(IInvocationOperation call, Value? on)
    {
        var method = call.TargetMethod;
        bool isDecidedLater = (method.IsVirtual || method.IsAbstract || method.IsOverride) && call.IsVirtual
            || method.ContainingType?.TypeKind == TypeKind.Interface;
        if (!isDecidedLater)
            return method;
        if (on?.Holds is not [Instance { IsExact: true, Type: var type }])
            return null;
        if (method.ContainingType!.TypeKind == TypeKind.Interface)
            return type.FindImplementationForInterfaceMember(method) as IMethodSymbol;
        for (var derived = type; derived is not null; derived = derived.BaseType)
        {
            foreach (var member in derived.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (var overridden = member; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (TorchTypes.Same(overridden.OriginalDefinition, method.OriginalDefinition))
                        return member.IsAbstract ? null : member;
                }
            }
        }

        return null;
    }

    private bool IsWorthReading(IMethodSymbol method, Value? on, IEnumerable<Value> arguments) =>
        arguments.Any(a => a.Holds.Count > 0 || a.Elements is not null) || method.MethodKind == MethodKind.LocalFunction
        || Bodies.SyntaxOf((method.PartialImplementationPart ?? method).OriginalDefinition, cancellation) is { } syntax
            && (known.Bodies.SpeaksOfTraining(syntax) || on is not null && on.All<Instance>().Any(i => HoldsThings(i)) || method.IsStatic && CallsOn(syntax));

    private bool HoldsThings(Instance instance)
    {
        foreach (var entry in _store)
        {
            if (ReferenceEquals(entry.Key.Owner, instance) && entry.Value.Holds.Count > 0)
                return true;
        }

        return ReferenceEquals(instance, _this) && instance.Type.DeclaringSyntaxReferences.Any(r => known.Bodies.SpeaksOfTraining(r.GetSyntax(cancellation)));
    }

    /// <summary>Whether a static method is one of a type that trains, and can be a step on the way there.</summary>
    private bool CallsOn(SyntaxNode syntax) => syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && known.Bodies.SpeaksOfTraining(type);

    /// <summary>Reads a method where it is called; what cannot be followed is unknown code.</summary>
    private Value Follow(IMethodSymbol method, Value? on, IReadOnlyList<Value> arguments, IOperation call, bool canBeOther)
    {
        method = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (_stack.Count >= MostDepth || ++_calls > MostCalls || _stack.Contains(method, SymbolEqualityComparer.Default)
            || known.Bodies.Of(method, cancellation) is not { } body)
        {
            EscapeAll(arguments, call);
            if (on is not null && canBeOther)
                Escape(on, call);
            return Value.Unknown;
        }

        for (int i = 0; i < method.Parameters.Length; i++)
        {
            var parameter = method.Parameters[i];
            var given = i < arguments.Count && parameter.RefKind != RefKind.Out ? arguments[i] : Value.Unknown;
            if (parameter.Type.IsNumber() && given.Scale is null)
                given = Value.Of(parameter);
            else if (given is { Holds.Count: 0, MayBeOther: true, Elements: null, IsList: false, Scale: null, Numbers: null })
                given = FromOutside(null, parameter, parameter.Type);
            _store = _store.SetItem((null, parameter), given);
        }

        return Run(method, body, method.IsStatic || method.MethodKind == MethodKind.LocalFunction ? null : on is null ? null : OwnerOf(on), call,
            keepsThis: method.MethodKind == MethodKind.LocalFunction);
    }

    private Value FollowFunction(Function function, IReadOnlyList<Value> arguments, IOperation call)
    {
        if (function.Lambda is not IAnonymousFunctionOperation lambda)
            return IsInSource(function.Method) ? Follow(function.Method, function.Receiver, arguments, call, canBeOther: true) : Value.Unknown;
        if (_stack.Count >= MostDepth || ++_calls > MostCalls || _stack.Contains(lambda.Symbol, SymbolEqualityComparer.Default))
            return Value.Unknown;
        for (int i = 0; i < lambda.Symbol.Parameters.Length; i++)
        {
            _store = _store.SetItem((null, lambda.Symbol.Parameters[i]),
                i < arguments.Count ? arguments[i] : FromOutside(null, lambda.Symbol.Parameters[i], lambda.Symbol.Parameters[i].Type));
        }

        return Run(lambda.Symbol, lambda.Body, function.Receiver is { } receiver ? OwnerOf(receiver) : null, call, keepsThis: function.Receiver is null);
    }

    private Value Run(IMethodSymbol method, IOperation body, Instance? own, IOperation call, bool keepsThis)
    {
        var (outside, self) = (_place, _this);
        _place = new Place(_place, PlaceKind.Call, call);
        if (!keepsThis)
            _this = own ?? (method.IsStatic ? null : new Instance(method.ContainingType, isExact: false));
        _stack.Add(method);
        _returns.Push([]);
        VisitBody(body);
        var returned = _returns.Pop();
        _stack.RemoveAt(_stack.Count - 1);
        (_place, _this) = (outside, self);
        return returned.Count == 0 ? Value.Unknown : returned.Aggregate(Value.Join);
    }

    private Value VisitCreation(IObjectCreationOperation creation)
    {
        var values = VisitArguments(creation.Arguments);
        if (creation.Constructor is not { } constructor || creation.Type is not INamedTypeSymbol type)
            return Value.Unknown;
        if (torch.Owns(constructor))
        {
            return torch.IsOptimizer(type) ? Make(ThingKind.Optimizer, type.Name, creation, creation.Arguments, values)
                : torch.IsScheduler(type) ? Make(ThingKind.Scheduler, type.Name, creation, creation.Arguments, values)
                : Value.Unknown;
        }

        if (!IsInSource(type))
        {
            if (creation.Elements() is { Count: > 0 } elements)
                return ListOf([.. elements.Select(Visit)]);
            EscapeAll(values, creation);
            return Value.Unknown;
        }

        var made = new Instance(type.OriginalDefinition, isExact: true);
        RunConstructor(made, constructor.OriginalDefinition, Ordered(creation.Arguments, values), creation);
        if (creation.Initializer is { } initializer)
        {
            _implicit.Push(made);
            foreach (var member in initializer.Initializers)
                Visit(member);
            _implicit.Pop();
        }

        return Value.Of(made);
    }

    /// <summary>Runs a constructor on an object; its arguments are null where it is called from outside.</summary>
    private void RunConstructor(Instance own, IMethodSymbol constructor, IReadOnlyList<Value>? arguments, IOperation? call)
    {
        if (_stack.Count >= MostDepth || ++_calls > MostCalls || !IsInSource(constructor) || _stack.Contains(constructor, SymbolEqualityComparer.Default))
        {
            if (call is not null)
                EscapeAll(arguments ?? [], call);
            return;
        }

        var (outside, self) = (_place, _this);
        if (call is not null)
            _place = new Place(_place, PlaceKind.Call, call);
        _this = own;
        _stack.Add(constructor);
        _returns.Push([]);
        bool isPrimary = Bodies.SyntaxOf(constructor, cancellation) is TypeDeclarationSyntax;
        foreach (var parameter in constructor.Parameters)
        {
            var given = arguments is not null && parameter.Ordinal < arguments.Count ? arguments[parameter.Ordinal] : FromOutside(null, parameter,
                parameter.Type);
            if (parameter.Type.IsNumber() && given.Scale is null)
                given = Value.Of(parameter);
            _store = _store.SetItem((isPrimary ? own : null, parameter), given);
            // A record has a property for each.
            if (isPrimary && constructor.ContainingType.IsRecord
                && constructor.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
                _store = _store.SetItem((own, property), given);
        }

        var body = isPrimary || constructor.IsImplicitlyDeclared ? null : known.Bodies.Of(constructor, cancellation);
        bool isChained = body is IConstructorBodyOperation { Initializer: IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod: var next } } }
            && TorchTypes.Same(next.ContainingType, constructor.ContainingType);
        if (!isChained)
            RunInitializers(constructor.ContainingType, own, isStatic: false);
        if (body is not null)
            VisitBody(body);
        else if (constructor.ContainingType.BaseType is { } parent && IsInSource(parent) && parent.InstanceConstructors.FirstOrDefault(c =>
            c.Parameters.IsEmpty) is { } plain)
            RunConstructor(own, plain.OriginalDefinition, [], null);
        _returns.Pop();
        _stack.RemoveAt(_stack.Count - 1);
        (_place, _this) = (outside, self);
    }

    private void RunInitializers(INamedTypeSymbol type, Instance? own, bool isStatic)
    {
        if (isStatic)
            return;
        foreach (var (member, initial) in known.Bodies.Initializers(type, isStatic, cancellation))
        {
            var value = Visit(initial);
            Keep(value, member);
            if (value.Scale is null && TypeOf(member).IsNumber())
                value = Value.Of(member);
            if (member.DeclaredAccessibility > Accessibility.Private && !IsInitOnlyForOthers(member))
                Expose(value);
            _store = _store.SetItem((own, member), value);
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;
}
