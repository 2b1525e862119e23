using System.Collections.Immutable;
using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Reading;

/// <summary>TorchSharp's calls: what they make and what they do to it.</summary>
internal sealed partial class TrainingReader
{
    private Value VisitTorch(IInvocationOperation call, IMethodSymbol method, Value? on)
    {
        var type = method.ContainingType;
        bool isOptimizer = torch.IsOptimizer(type);
        var arguments = VisitArguments(call.Arguments);
        // LBFGS and others run what they get before they step.
        foreach (var function in arguments.SelectMany(a => a.All<Function>()).ToList())
        {
            if (!TorchTypes.Same(type, torch.Schedulers))
                FollowFunction(function, [], call);
        }

        if (TorchTypes.Same(type, torch.Optim))
            return torch.IsOptimizer(method.ReturnType) ? Make(ThingKind.Optimizer, method.Name, call, call.Arguments, arguments) : Value.Unknown;
        if (TorchTypes.Same(type, torch.Schedulers))
            return Make(ThingKind.Scheduler, method.Name, call, call.Arguments, arguments);
        if (torch.IsTensor(type))
        {
            if (method.Name == "backward")
                Note(EventKind.Backward, call, null);
            return Value.Unknown;
        }

        if (TorchTypes.Same(type, torch.Utilities))
        {
            if (method.Name.StartsWith("clip_grad", StringComparison.Ordinal))
                Note(EventKind.Clip, call, null);
            return Value.Unknown;
        }

        bool isScheduler = torch.IsScheduler(type);
        switch (method.Name)
        {
            case "step" when isOptimizer || isScheduler:
                Note(EventKind.Step, call, on);
                break;
            case "zero_grad":
                Note(EventKind.ZeroGrad, call, isOptimizer ? on : null);
                break;
            case "load_state_dict" or "load":
                Note(EventKind.Load, call, isOptimizer || isScheduler ? on : null);
                break;
            case "save_state_dict" or "state_dict" or "save":
                Note(EventKind.Save, call, isOptimizer || isScheduler ? on : null);
                break;
            case "get_last_lr" when isScheduler:
                Note(EventKind.RateRead, call, on);
                break;
            case "add_param_group" when isOptimizer && on is not null:
                Escape(on, call);
                break;
        }

        // model.to(device), loss.alias() and their like give back what they are called on.
        return on is not null && (isOptimizer || isScheduler) && TorchTypes.Same(method.ReturnType, type) ? on : Value.Unknown;
    }

    private Value Make(ThingKind kind, string name, IOperation call, ImmutableArray<IArgumentOperation> arguments, List<Value> values)
    {
        var thing = new Thing(kind, name, call, _place, null);
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter.Name: var parameter })
                thing.Arguments[parameter] = values[i];
        }

        if (kind == ThingKind.Scheduler)
        {
            thing.Parts = thing.Arguments.TryGetValue("schedulers", out var parts) ? [.. parts.All<Thing>()] : [];
            foreach (var part in thing.Parts)
                part.Whole = thing;
            thing.Optimizer = thing.Arguments.TryGetValue("optimizer", out var optimizer) ? optimizer.Thing : null;
            thing.Optimizer ??= thing.Parts.Count > 0 && thing.Parts.All(p => ReferenceEquals(p.Optimizer, thing.Parts[0].Optimizer))
                ? thing.Parts[0].Optimizer : null;
        }

        Things.Add(thing);
        Note(EventKind.Made, call, Value.Of(thing));
        return Value.Of(thing);
    }
}
