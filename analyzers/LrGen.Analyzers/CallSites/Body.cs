using System.Threading;
using LrGen.Analyzers.TorchSharp;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>One place where code asks a declaration for a rate.</summary>
/// <param name="Operation">The call, or the property.</param>
/// <param name="Target">The declaration.</param>
/// <param name="Step">The step that is asked for; null for a property.</param>
internal sealed record ScheduleUse(IOperation Operation, ScheduleTarget Target, IOperation? Step);

/// <summary>One place that sets the rate of an optimizer.</summary>
/// <param name="Operation">The assignment.</param>
/// <param name="Optimizer">The variable of the optimizer; null where it is not known.</param>
/// <param name="Group">Which of its groups: <c>*</c> for all in turn, a number, or empty where that is not known.</param>
/// <param name="Value">What is assigned.</param>
internal sealed record RateWrite(IAssignmentOperation Operation, ISymbol? Optimizer, string Group, IOperation Value);

/// <summary>A call that makes an optimizer or a scheduler.</summary>
/// <param name="Call">The call.</param>
/// <param name="Kind">The name of the method or class.</param>
/// <param name="Variable">What it is kept in; null where it is not kept.</param>
/// <param name="Optimizer">The optimizer that a scheduler is for, where it is a variable.</param>
internal sealed record Creation(IOperation Call, string Kind, ISymbol? Variable, ISymbol? Optimizer);

/// <summary>A call on an optimizer, a scheduler or a schedule that is kept in a variable.</summary>
/// <param name="Call">The call.</param>
/// <param name="Variable">The variable; null where it is none.</param>
internal sealed record Use(IInvocationOperation Call, ISymbol? Variable);

/// <summary>What a method does with rates, optimizers and schedulers, in the order of its text.</summary>
internal sealed class Body
{
    private readonly IReadOnlyList<IOperation> _roots;
    private Assignments? _assignments;

    private Body(IReadOnlyList<IOperation> roots, KnownSymbols known, CancellationToken cancellation) =>
        (_roots, Known, Cancellation) = (roots, known, cancellation);

    public KnownSymbols Known { get; }

    public CancellationToken Cancellation { get; }

    public List<ScheduleUse> Uses { get; } = [];

    public List<RateWrite> RateWrites { get; } = [];

    /// <summary>Whether a group's initial rate, which TorchSharp's schedulers start from, is set somewhere.</summary>
    public bool SetsInitialRate { get; private set; }

    public List<Creation> Optimizers { get; } = [];

    public List<Creation> Schedulers { get; } = [];

    public List<Use> OptimizerSteps { get; } = [];

    public List<Use> ZeroGrads { get; } = [];

    /// <summary>Where the state of an optimizer is loaded, which only a training that goes on does.</summary>
    public List<Use> OptimizerLoads { get; } = [];

    public List<Use> SchedulerSteps { get; } = [];

    public List<Use> LastRates { get; } = [];

    public List<IInvocationOperation> Backwards { get; } = [];

    public List<IInvocationOperation> Clips { get; } = [];

    public List<Use> Reports { get; } = [];

    public List<Use> CursorMoves { get; } = [];

    /// <summary>The assignments to variables, read when a rule asks for them.</summary>
    public Assignments Assignments => _assignments ??= Assignments.In(_roots);

    /// <summary>Reads a method; null where it has nothing to do with rates.</summary>
    public static Body? Read(IReadOnlyList<IOperation> roots, KnownSymbols known, CancellationToken cancellation)
    {
        Body? body = null;
        foreach (var root in roots)
        {
            foreach (var operation in root.DescendantsAndSelf())
            {
                switch (operation)
                {
                    case IInvocationOperation call:
                        new BodyReader(known, roots, cancellation).Read(call, ref body);
                        break;
                    case IPropertyReferenceOperation property:
                        new BodyReader(known, roots, cancellation).Read(property, ref body);
                        break;
                    case IObjectCreationOperation creation when known.Torch is { } torch && creation.Constructor is { } constructor
                        && torch.Owns(constructor) && (torch.IsOptimizer(creation.Type) || torch.IsScheduler(creation.Type)):
                        body ??= new Body(roots, known, cancellation);
                        var made = new Creation(creation, constructor.ContainingType.Name, KeptIn(creation), creation.Argument("optimizer")?.Variable());
                        (torch.IsOptimizer(creation.Type) ? body.Optimizers : body.Schedulers).Add(made);
                        break;
                }
            }
        }

        return body;
    }

    /// <summary>The schedulers that an optimizer has, those included whose optimizer is not known.</summary>
    public IEnumerable<Creation> SchedulersOf(ISymbol? optimizer) => Schedulers.Where(s => s.Optimizer is null || TorchTypes.Same(s.Optimizer, optimizer));

    /// <summary>The assignments to the rate of an optimizer, those included whose optimizer is not known.</summary>
    public IEnumerable<RateWrite> RateWritesOf(ISymbol? optimizer) => RateWrites.Where(w => w.Optimizer is null || TorchTypes.Same(w.Optimizer, optimizer));

    /// <summary>The creations of what a variable holds; empty where any other value can be in it.</summary>
    public IReadOnlyList<Creation> CreationsOf(ISymbol? variable, List<Creation> among)
    {
        if (variable is null)
            return [];
        var made = among.Where(c => SymbolEqualityComparer.Default.Equals(c.Variable, variable)).ToList();
        bool isLocal = variable is ILocalSymbol;
        return made.Count > 0 && (!isLocal || Assignments.To(variable).Count == made.Count) ? made : [];
    }

    /// <summary>The one creation of what a variable holds; null where there is none or more than one.</summary>
    public Creation? CreationOf(ISymbol? variable, List<Creation> among) => CreationsOf(variable, among) is [var one] ? one : null;

    /// <summary>What an operation comes from: the initial value of a local that gets no other.</summary>
    public IOperation Origin(IOperation operation)
    {
        for (int depth = 0; depth < 8; depth++)
        {
            operation = operation.Unwrap();
            if (operation is not ILocalReferenceOperation { Local: var local } || Assignments.To(local) is not [{ IsDeclaration: true, Value: { } value }])
                return operation;
            operation = value;
        }

        return operation;
    }

    /// <summary>The number of an argument, also by way of a local, or of its default; null where it is not known at compile time.</summary>
    public double? NumberOf(IOperation call, string name) => call.Argument(name) is { } written ? Origin(written).Number() : call.NumberOf(name);

    /// <summary>The use of a schedule that a value is, directly or by way of a local.</summary>
    public ScheduleUse? UseIn(IOperation value)
    {
        var origin = Origin(value);
        return Uses.FirstOrDefault(u => ReferenceEquals(u.Operation, origin));
    }

    /// <summary>All uses of schedules that a value is computed from.</summary>
    public IEnumerable<ScheduleUse> UsesBehind(IOperation value)
    {
        foreach (var operation in value.DescendantsAndSelf())
        {
            if (operation is IInvocationOperation or IPropertyReferenceOperation or ILocalReferenceOperation && UseIn(operation) is { } use)
                yield return use;
        }
    }

    /// <summary>Whether the step of a cursor is set somewhere.</summary>
    public bool SetsStepOf(ISymbol cursor) => _roots.Any(r => r.DescendantsAndSelf().Any(o =>
        o is IAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Step", Instance: { } instance } }
            && SymbolEqualityComparer.Default.Equals(instance.Variable(), cursor)));

    /// <summary>Whether a local reaches other code, which can set its rate: as an argument but to TorchSharp, in a lambda, or in another variable.</summary>
    public bool Escapes(ISymbol variable)
    {
        foreach (var operation in _roots.SelectMany(r => r.DescendantsAndSelf()))
        {
            if (operation is not ILocalReferenceOperation { Local: var local } || !SymbolEqualityComparer.Default.Equals(local, variable))
                continue;
            var parent = operation.Parent;
            while (parent is IConversionOperation)
                parent = parent.Parent;
            bool isOwn = parent is IInvocationOperation or IPropertyReferenceOperation or IUsingOperation
                || parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } && Known.Torch?.Owns(method) == true
                || parent is ISimpleAssignmentOperation assignment && ReferenceEquals(assignment.Target, operation);
            if (!isOwn || operation.IsInLambda())
                return true;
        }

        return false;
    }

    private static ISymbol? KeptIn(IOperation made)
    {
        var parent = made.Parent;
        while (parent is IConversionOperation or ICoalesceOperation)
            parent = parent.Parent;
        return parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation assignment => assignment.Target.Variable(),
            IFieldInitializerOperation { InitializedFields: [var field] } => field,
            _ => null,
        };
    }

    /// <summary>Sorts what a method does into its lists.</summary>
    private readonly struct BodyReader(KnownSymbols known, IReadOnlyList<IOperation> roots, CancellationToken cancellation)
    {
        public void Read(IInvocationOperation call, ref Body? body)
        {
            var method = call.TargetMethod;
            if (known.Torch is { } torch && torch.Owns(method))
            {
                ReadTorch(call, torch, ref body);
            }
            else if (known.IsReport(method))
            {
                Get(ref body).Reports.Add(new Use(call, call.Instance?.Variable()));
            }
            else if (known.IsCursor(method.ContainingType))
            {
                if (method.Name == "Advance")
                    Get(ref body).CursorMoves.Add(new Use(call, call.Instance?.Variable()));
            }
            else if (known.TargetOf(method, cancellation) is { } target)
            {
                Get(ref body).Uses.Add(new ScheduleUse(call, target, call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value));
            }
        }

        public void Read(IPropertyReferenceOperation reference, ref Body? body)
        {
            if (known.Torch is { } torch && reference.Property.Name is "LearningRate" or "InitialLearningRate"
                && known.Torch.IsRateController(reference.Property.ContainingType))
            {
                if (reference.Parent is not IAssignmentOperation assignment || !ReferenceEquals(assignment.Target, reference))
                    return;
                if (reference.Property.Name == "InitialLearningRate")
                {
                    Get(ref body).SetsInitialRate = true;
                    return;
                }

                var read = Get(ref body);
                var (optimizer, group) = reference.Instance is { } instance ? GroupOf(read, instance, torch, 0) : (null, string.Empty);
                read.RateWrites.Add(new RateWrite(assignment, optimizer, group, assignment.Value));
            }
            else if (known.TargetOf(reference.Property, cancellation) is { } target)
            {
                Get(ref body).Uses.Add(new ScheduleUse(reference, target, null));
            }
        }

        /// <summary>The optimizer whose group is at hand, and which group it is.</summary>
        private static (ISymbol? Optimizer, string Group) GroupOf(Body body, IOperation group, TorchTypes torch, int depth)
        {
            if (depth > 8)
                return (null, string.Empty);
            switch (group.Unwrap())
            {
                case IPropertyReferenceOperation { Property.Name: "ParamGroups", Instance: { } optimizer } when torch.IsOptimizer(optimizer.Type):
                    return (optimizer.Variable(), "*");
                case IPropertyReferenceOperation { Arguments: [var index], Instance: { } list }:
                    return (GroupOf(body, list, torch, depth + 1).Optimizer, Index(index.Value));
                case IArrayElementReferenceOperation { Indices: [var index] } element:
                    return (GroupOf(body, element.ArrayReference, torch, depth + 1).Optimizer, Index(index));
                case IInvocationOperation { TargetMethod: var method } call when (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } source:
                    string which = method.Name switch
                    {
                        "First" or "Single" or "FirstOrDefault" or "SingleOrDefault" => "0",
                        "ToArray" or "ToList" => "*",
                        "ElementAt" => Index(call.Arguments[call.Arguments.Length - 1].Value),
                        _ => string.Empty,
                    };
                    return (GroupOf(body, source, torch, depth + 1).Optimizer, which);
                case ILocalReferenceOperation { Local: var local } reference:
                    if (EnumeratedBy(reference, local) is { } loop)
                        return GroupOf(body, loop.Collection, torch, depth + 1);
                    return body.Assignments.To(local) is [{ Value: { } value }] ? GroupOf(body, value, torch, depth + 1) : (null, string.Empty);
                default:
                    return (null, string.Empty);
            }
        }

        private static string Index(IOperation index) => index.Number() is { } number ? NumberText.Shortest(number) : string.Empty;

        private static IForEachLoopOperation? EnumeratedBy(IOperation reference, ILocalSymbol local)
        {
            for (var parent = reference.Parent; parent is not null; parent = parent.Parent)
            {
                if (parent is IForEachLoopOperation loop && loop.Locals.Contains(local, SymbolEqualityComparer.Default))
                    return loop;
            }

            return null;
        }

        private void ReadTorch(IInvocationOperation call, TorchTypes torch, ref Body? body)
        {
            var method = call.TargetMethod;
            var type = method.ContainingType;
            if (TorchTypes.Same(type, torch.Optim))
            {
                if (torch.IsOptimizer(method.ReturnType))
                    Get(ref body).Optimizers.Add(new Creation(call, method.Name, KeptIn(call), null));
            }
            else if (TorchTypes.Same(type, torch.Schedulers))
            {
                Get(ref body).Schedulers.Add(new Creation(call, method.Name, KeptIn(call), call.Argument("optimizer")?.Variable()));
            }
            else if (torch.IsTensor(type))
            {
                if (method.Name == "backward")
                    Get(ref body).Backwards.Add(call);
            }
            else if (TorchTypes.Same(type, torch.Utilities))
            {
                if (method.Name is "clip_grad_norm_")
                    Get(ref body).Clips.Add(call);
            }
            else if (torch.IsScheduler(type))
            {
                if (method.Name == "step")
                    Get(ref body).SchedulerSteps.Add(new Use(call, call.Instance?.Variable()));
                else if (method.Name == "get_last_lr")
                    Get(ref body).LastRates.Add(new Use(call, call.Instance?.Variable()));
            }
            else if (torch.IsOptimizer(type))
            {
                var list = method.Name switch
                {
                    "step" => Get(ref body).OptimizerSteps,
                    "zero_grad" => Get(ref body).ZeroGrads,
                    "load_state_dict" => Get(ref body).OptimizerLoads,
                    _ => null,
                };
                list?.Add(new Use(call, call.Instance?.Variable()));
            }
        }

        private Body Get(ref Body? body) => body ??= new Body(roots, known, cancellation);
    }
}
