using TorchSharp.Modules;

namespace LrGen;

/// <summary>The weight decay among the options of a parameter group: TorchSharp has a class of options for each optimizer, and no interface for it.</summary>
internal static class WeightDecay
{
    public static bool Has(OptimizerOptions options) => options
        is SGD.Options or Adam.Options or AdamW.Options or RMSProp.Options or Adagrad.Options or Adadelta.Options or Adamax.Options
        or NAdam.Options or RAdam.Options or ASGD.Options;

    public static void Set(OptimizerOptions options, double value)
    {
        switch (options)
        {
            case SGD.Options sgd: sgd.weight_decay = value; break;
            case Adam.Options adam: adam.weight_decay = value; break;
            case AdamW.Options adamW: adamW.weight_decay = value; break;
            case RMSProp.Options rmsProp: rmsProp.weight_decay = value; break;
            case Adagrad.Options adagrad: adagrad.weight_decay = value; break;
            case Adadelta.Options adadelta: adadelta.weight_decay = value; break;
            case Adamax.Options adamax: adamax.weight_decay = value; break;
            case NAdam.Options nAdam: nAdam.weight_decay = value; break;
            case RAdam.Options rAdam: rAdam.weight_decay = value; break;
            case ASGD.Options asgd: asgd.weight_decay = value; break;
        }
    }
}
