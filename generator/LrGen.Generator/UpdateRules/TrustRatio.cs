using LrGen.Generator.Curves;
namespace LrGen.Generator.UpdateRules;

/// <summary>What LAMB and LARS share: the length of a tensor decides how far it goes.</summary>
/// <param name="IsClipped">Whether the ratio is at most 1.</param>
/// <param name="IsAlways">Whether there is a ratio also without weight decay.</param>
/// <param name="WeightDecay">The weight decay.</param>
internal sealed record TrustRatio(bool IsClipped, bool IsAlways, Hyperparameter WeightDecay)
{
    public static TrustRatio Read(HyperparameterReader hyperparameters, Hyperparameter weightDecay) =>
        new(hyperparameters.Flag("TrustClip"), hyperparameters.Flag("AlwaysAdapt"), weightDecay);

    /// <summary>Whether no tensor ever has a ratio.</summary>
    public bool IsUnused => WeightDecay.IsZero && !IsAlways;

    /// <summary>Writes <c>double ratio</c>, 1 for tensors without one.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="decay">The constant of the weight decay; null where there is none.</param>
    /// <param name="other">The squared norm that is compared with that of the parameters.</param>
    /// <param name="ratio">The ratio, of the norms <c>ofParameters</c> and <c>ofOther</c>.</param>
    /// <param name="clipped">The ratio again where it is clipped.</param>
    public void Write(TensorWriter writer, Named? decay, string other, string ratio, string clipped)
    {
        writer.Line("double ratio = 1.0;");
        if (IsUnused)
            return;
        // A group can go without decay, and its tensors then without a ratio.
        using (IsAlways ? writer.Braces() : writer.Braces("if (" + writer.Number(decay!) + " != 0.0)"))
        {
            writer.Line("double ofParameters = " + Norm("tensor.Parameters") + ";");
            writer.Line("double ofOther = " + TensorWriter.Root(other) + ";");
            using (writer.Braces("if (ofParameters > 0.0 && ofOther > 0.0)"))
                writer.Line("ratio = " + ratio + ";");
            if (IsClipped)
                writer.Line("ratio = global::System.Math.Min(" + clipped + ", 1.0);");
        }

        writer.Line();
    }

    private static string Norm(string span) => TensorWriter.Root(TensorWriter.SumOfSquares(span));
}
