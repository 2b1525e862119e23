using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class WeightDecayThroughRoot : RuleSamples
{
    public override string Id => "LRG026";

    public override IEnumerable<Sample> Wrong =>
    [
        MendedClass("Adam", "Adam(WeightDecay = {|LRG026:0.1|}), Constant(1e-3)", "AdamW(WeightDecay = 0.1), Constant(1e-3)",
            "A weight decay of 0.1 is added to the gradient in [Adam] and divided by the same root, so that parameters with large gradients hardly decay and the others lose most; [AdamW] keeps the two apart"),
        MendedClass("AdamW's default", "Adam(WeightDecay = {|LRG026:1e-2|}), Constant(1e-3)", "AdamW(WeightDecay = 1e-2), Constant(1e-3)"),
        MendedClass("all arguments go along", "LrGen.AdamAttribute(Beta2 = 0.99, WeightDecay = {|LRG026:0.05|}, AmsGrad = true, ClipNorm = 1), CosineDecay(1e-3, 100)",
            "LrGen.AdamW(Beta2 = 0.99, WeightDecay = 0.05, AmsGrad = true, ClipNorm = 1), CosineDecay(1e-3, 100)"),
        MendedClass("through an alias", "global::LrGen.Adam(WeightDecay = {|LRG026:0.05|}), Constant(1e-3)", "global::LrGen.AdamW(WeightDecay = 0.05), Constant(1e-3)"),
        MendedClass("NAdam", "NAdam(WeightDecay = {|LRG026:0.01|}), Constant(2e-3)", "NAdam(WeightDecay = 0.01, DecoupledWeightDecay = true), Constant(2e-3)",
            "A weight decay of 0.01 is added to the gradient in [NAdam] and divided by the same root, so that parameters with large gradients hardly decay and the others lose most; DecoupledWeightDecay = true keeps the two apart"),
        MendedClass("RAdam that says no", "RAdam(DecoupledWeightDecay = false, WeightDecay = {|LRG026:0.01|}), Constant(1e-3)",
            "RAdam(DecoupledWeightDecay = true, WeightDecay = 0.01), Constant(1e-3)"),
        MendedClass("Adamax has no decoupled relative", "Adamax(WeightDecay = {|LRG026:0.1|}), Constant(2e-3)", null),
        MendedClass("scheduled", "{|LRG026:Adam|}, Constant(1e-3), LinearDecay(0.04, 0.4, 100, Quantity = Quantity.WeightDecay)",
            "AdamW, Constant(1e-3), LinearDecay(0.04, 0.4, 100, Quantity = Quantity.WeightDecay)"),
        new("two optimizers", Two("Adam(WeightDecay = {|LRG026:0.1|})", "RAdam(WeightDecay = {|LRG026:0.1|})"))
        {
            Fixed = Two("AdamW(WeightDecay = 0.1)", "RAdam(WeightDecay = 0.1, DecoupledWeightDecay = true)"),
        },
        new("rate of run time", Class("Adam(WeightDecay = {|LRG026:0.1|}), Constant", "(double rate);")),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("GCN's", Class("Adam(WeightDecay = 5e-4), Constant(0.01)")),
        new("just below", Class("Adam(WeightDecay = 0.0099), Constant(1e-3)")),
        new("apart", Class("AdamW(WeightDecay = 0.1), Constant(1e-3)")),
        new("NAdam, apart", Class("NAdam(WeightDecay = 0.1, DecoupledWeightDecay = true), Constant(2e-3)")),
        new("RAdam, apart", Class("RAdam(WeightDecay = 0.1, DecoupledWeightDecay = true), Constant(1e-3)")),
        new("gradient descent divides by nothing", Class("Sgd(WeightDecay = 0.1), Constant(0.1)")),
        new("LAMB adds it after the division", Class("Lamb(WeightDecay = 0.1), Constant(1e-3)")),
        new("RMSprop, of which recipes do not tell", Class("RmsProp(WeightDecay = 0.1), Constant(1e-3)")),
        new("none", Class("Adam, Constant(1e-3)")),
        new("known at run time only", Class("Adam, Constant(1e-3)", "(double weightDecay);")),
    ];

    private static string Two(string first, string second) => $$"""
        [{{first}}, Constant(1e-3)]
        sealed partial class First;

        [Constant(1e-3)]
        [{{second}}]
        sealed partial class Second;
        """;
}
