using Rosetta;
using static LrGen.Rosetta.Tests.Formula;

namespace LrGen.Rosetta.Tests.Formulas;

/// <summary>megatron/core/optimizer_param_scheduler.py: functions of the step; the warm-up contains its last step.</summary>
[FormulasOf(typeof(Megatron))]
internal static class MegatronFormulas
{
    public static double Constant(long t) => t <= 100 ? 3e-4 * t / 100 : 3e-4;

    public static double WsdCosine(long t)
    {
        const double Init = 1e-5, Max = 3e-4, Min = 3e-5;
        return t <= 100 ? Init + (Max - Init) * t / 100
            : t > 900 ? Min
            : t <= 900 - 300 ? Max
            : Min + HalfWave((t - 600) / 300.0) * (Max - Min);
    }

    public static double WeightDecayLinear(long t) => t > 900 ? 0.1 : 0.01 + t / 900.0 * (0.1 - 0.01);
}
