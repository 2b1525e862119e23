using LrGen.Analyzers.CallSites;
using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.TorchSharp;

/// <summary>What a call that makes one of TorchSharp's optimizers says of it.</summary>
internal static class OptimizerCalls
{
    /// <summary>The argument with the rate; null where it is left out.</summary>
    public static IOperation? RateArgument(Creation optimizer) => optimizer.Call.Argument("lr") ?? optimizer.Call.Argument("learningRate");

    /// <summary>The rate, written or by default; null where it is not known at compile time.</summary>
    public static double? Rate(Creation optimizer, Body body) => RateArgument(optimizer) is { } written
        ? body.Origin(written).Number()
        : optimizer.Call.NumberOf("lr") ?? optimizer.Call.NumberOf("learningRate");

    /// <summary>Whether its parameters are in groups, each of which can have a rate of its own.</summary>
    public static bool HasGroups(Creation optimizer)
    {
        var method = optimizer.Call is IInvocationOperation call ? call.TargetMethod : (optimizer.Call as IObjectCreationOperation)?.Constructor;
        return method?.Parameters.FirstOrDefault()?.Type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol element] } && element.Name == "ParamGroup";
    }

    /// <summary>How many groups its parameters are in; null where that is not written there.</summary>
    public static int? Groups(Creation optimizer) => !HasGroups(optimizer) ? 1
        : (optimizer.Call is IInvocationOperation { Arguments: [var groups, ..] } ? groups.Value
        : (optimizer.Call as IObjectCreationOperation)?.Arguments.FirstOrDefault()?.Value)?.Elements()?.Count;

    /// <summary>The optimizer as LrGen names it.</summary>
    public static OptimizerKind Kind(Creation optimizer) => optimizer.Kind switch
    {
        "SGD" => optimizer.Call.FlagOf("nesterov") == true ? OptimizerKind.Nesterov : OptimizerKind.Sgd,
        "Adam" => OptimizerKind.Adam,
        "AdamW" => OptimizerKind.AdamW,
        "Adamax" => OptimizerKind.Adamax,
        "NAdam" => OptimizerKind.NAdam,
        "RAdam" => OptimizerKind.RAdam,
        "RMSProp" => OptimizerKind.RmsProp,
        "Adagrad" => OptimizerKind.Adagrad,
        "Adadelta" => OptimizerKind.Adadelta,
        "LBFGS" => OptimizerKind.Lbfgs,
        _ => OptimizerKind.Other,
    };

    /// <summary>What the call says of the training, as [Training] would say it.</summary>
    public static IEnumerable<ArgumentModel> Facts(Creation optimizer, Body body)
    {
        yield return Given("Optimizer", (int)Kind(optimizer));
        if (optimizer.Kind is "SGD" or "RMSProp" && optimizer.Call.NumberOf("momentum") is { } momentum && momentum is > 0 and < 1)
            yield return Given("Momentum", momentum);
        if (body.Clips.Count > 0)
            yield return Given("GradientClip", body.Clips[0].NumberOf("max_norm") is { } norm && ArgumentReader.IsCountable(norm) ? norm : 1);
    }

    public static ArgumentModel Given(string name, double value) => new(name, ArgumentSource.Given, value);
}
