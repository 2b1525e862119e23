using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using LrGen.Analyzers.TorchSharp;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.CallSites;

/// <summary>The rules about the numbers of an optimizer, for the calls that make TorchSharp's.</summary>
internal static class OptimizerArguments
{
    public static void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var optimizer in reading.Optimizers)
        {
            if (!optimizer.IsMade || optimizer.Place.ThrowsOnPurpose || !reading.Owns(optimizer.Call))
                continue;
            CheckBetas(optimizer, findings);
            CheckWeightDecay(optimizer, reading, findings);
        }
    }

    private static void CheckBetas(Thing optimizer, TrainingFindings findings)
    {
        bool hasBetas = optimizer.Type is "Adam" or "AdamW" or "Adamax" or "NAdam" or "RAdam";
        var found = hasBetas ? BetasUnusual.Of(optimizer.Number("beta1"), optimizer.Number("beta2"))
            : optimizer.Type == "RMSProp" ? BetasUnusual.OfAlpha(optimizer.Number("alpha")) : null;
        if (found is var (argument, message))
            findings.Add(At(BetasUnusual.Rule, optimizer, argument, message));
    }

    private static void CheckWeightDecay(Thing optimizer, TrainingReading reading, TrainingFindings findings)
    {
        if (optimizer.Number("weight_decay") is not { } decay)
            return;
        if (optimizer.Type is "Adam" or "Adamax" or "NAdam" or "RAdam")
        {
            if (decay >= WeightDecayThroughRoot.Large)
                findings.Add(At(WeightDecayThroughRoot.Rule, optimizer, "weight_decay", NumberText.Friendly(decay), "TorchSharp's " + optimizer.Type,
                    "AdamW"));
        }
        else if (optimizer.Type is "SGD" or "AdamW" && !reading.SchedulersOf(optimizer).Any(s => s.Type is "OneCycleLR" or "CyclicLR")
            && (optimizer.Number("lr") ?? optimizer.Number("learningRate")) is { } rate && rate * decay >= WeightDecayStrong.Most)
        {
            findings.Add(At(WeightDecayStrong.Rule, optimizer, "weight_decay", NumberText.Friendly(decay), NumberText.Friendly(rate),
                NumberText.Friendly(rate * decay)));
        }
    }

    private static Diagnostic At(DiagnosticDescriptor rule, Thing optimizer, string argument, params string[] details) =>
        Diagnostic.Create(rule, (optimizer.Call!.Argument(argument) ?? optimizer.Call!).Syntax.GetLocation(), [.. details]);
}
